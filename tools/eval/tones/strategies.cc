#include "tones/strategies.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "text/tokens/tokens.h"

namespace rapport::methods {
namespace {

using Words = std::vector<std::string>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has(const Words& words, std::initializer_list<std::string_view> list) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return is_one_of(word, list); });
}

bool has_pair(const Words& words, std::initializer_list<std::string_view> first,
              std::initializer_list<std::string_view> second) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (is_one_of(words[i], first) && is_one_of(words[i + 1], second)) return true;
  }
  return false;
}

}  // namespace

void add_strategies(const std::string& text, std::vector<float>& out) {
  Tokens tokens;
  cut_tokens(text, tokens);
  Words words;
  float questions = 0;
  float shouts = 0;
  for (const TextToken& token : tokens.list) {
    const std::string_view normal = tokens.normal_of(token);
    if (token.kind == TokenKind::kPunctuation) {
      if (normal.find('?') != normal.npos) ++questions;
      if (normal.find('!') != normal.npos) ++shouts;
    } else {
      words.emplace_back(normal);
    }
  }
  const std::string_view first = words.empty() ? std::string_view() : words.front();
  const auto you_count = std::count_if(words.begin(), words.end(), [](const std::string& word) {
    return is_one_of(word, {"you", "your", "yours", "yourself"});
  });
  const std::array<bool, 18> does = {
      has(words, {"thank", "thanks", "appreciate", "grateful", "cheers"}),
      has(words, {"sorry", "apologies", "apologize", "excuse", "forgive", "pardon"}),
      has(words, {"please"}) && first != "please",
      first == "please",
      has_pair(words, {"by"}, {"the"}) && has(words, {"way"}),
      is_one_of(first, {"hi", "hello", "hey", "dear"}),
      has(words, {"think", "thought", "seems", "perhaps", "maybe", "suggest", "possibly", "might",
                  "guess", "wonder", "wondering", "rather", "suppose", "somewhat"}),
      has_pair(words, {"could", "would"}, {"you"}),
      has_pair(words, {"can", "will"}, {"you"}),
      is_one_of(first, {"what", "why", "who", "how", "where", "when"}),
      is_one_of(first, {"so", "then", "and", "but", "or", "because"}),
      is_one_of(first, {"you", "your", "yours"}),
      is_one_of(first, {"i", "my", "i'm", "i've"}),
      has(words, {"really", "actually", "honestly", "surely", "fact", "obviously", "clearly"}),
      has(words, {"great", "good", "nice", "interesting", "cool", "excellent", "awesome", "love"}),
      has_pair(words, {"would", "do"}, {"mind"}) || has_pair(words, {"let"}, {"me"}) ||
          has_pair(words, {"i"}, {"was", "am"}),
      has(words, {"stop", "don't", "wrong", "ridiculous", "nonsense", "ignore", "vandalism"}),
      std::any_of(words.begin(), words.end(),
                  [](const std::string& word) {
                    return word.size() > 5 && word.ends_with("est") && word != "interest" &&
                           word != "request" && word != "suggest";
                  }) ||
          has(words, {"most", "best", "ever", "legendary", "renowned", "iconic", "acclaimed",
                      "leading", "famous", "prestigious", "unique", "greatest"}),
  };
  for (const bool one : does) out.push_back(one ? 1.0F : 0.0F);
  out.push_back(std::min(questions, 3.0F) / 3);
  out.push_back(std::min(shouts, 3.0F) / 3);
  out.push_back(static_cast<float>(std::min<std::ptrdiff_t>(you_count, 4)) / 4);
  out.push_back(static_cast<float>(std::min<std::size_t>(words.size(), 60)) / 60);
}

}  // namespace rapport::methods
