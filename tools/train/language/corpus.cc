#include "corpus.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <unordered_set>
#include <utility>

#include "languages.h"
#include "letters.h"

namespace rapport {
namespace {

// How much of a language's passages comes from where; a small source counts by its size.
const std::map<std::string, double> kSources = {{"ui", 1},    {"wiki", 1.2}, {"game", 1.5},
                                                {"guide", 1}, {"book", 2},   {"package", 0.7},
                                                {"lm2", 1},   {"udhr", 0.6}};
constexpr double kFullSource = 2000;
constexpr std::size_t kMostWords = 120000;
// Dictionaries are full of words that nobody uses and of foreign ones: those that some passage of
// the language has too count for more.
constexpr double kUnseenWord = 1;
constexpr double kSeenWord = 6;

Pieces pieces_of(const Word& word) {
  Pieces out;
  for (std::size_t begin = 0; begin < word.size; ++begin) {
    std::uint64_t shorter = 0;
    for (std::size_t size = shortest_piece(begin); size <= longest_piece(word, begin); ++size) {
      const std::uint64_t hash = hash_of_piece(word, begin, size);
      out.push_back({hash, shorter});
      shorter = hash;
    }
  }
  return out;
}

// Whether most letters are of the group's script: Hindi is also written in Latin letters, menus
// are half English. For the languages that a script tells alone, see kOnly.
bool is_mostly(std::string_view text, Script wanted, const LetterTables& tables) {
  struct See {
    Script wanted;
    std::size_t right = 0;
    std::size_t all = 0;
    bool letters(Script script, std::size_t count) {
      all += count;
      right += script == wanted || (wanted == Script::kKana && script == Script::kHan) ? count : 0;
      return true;
    }
    void word(Script, const Word&) {}
  } see{wanted};
  each_word(text, tables, see);
  return see.right * 3 >= see.all * 2;
}

bool is_of_group(std::string_view text, const Group& group) {
  return is_mostly(text, static_cast<Script>(group.index() + 1), group.tables());
}

}  // namespace

Group::Group(unsigned index, const LetterTables& tables) : index_(index), tables_(tables) {
  for (const auto& tag : kGroupLanguages[index]) {
    languages.emplace_back();
    languages.back().tag = tag;
  }
}

Words Group::words_of(std::string_view text) {
  struct See {
    Group& group;
    Words out;
    bool letters(Script, std::size_t) { return out.size() < 60; }
    void word(Script script, const Word& word) {
      if (group_of(script) == group.index_) out.push_back(group.id_of(word));
    }
  } see{*this, {}};
  each_word(text, tables_, see);
  return std::move(see.out);
}

std::uint32_t Group::id_of(const Word& word) {
  const auto next = static_cast<std::uint32_t>(words.size());
  const auto [at, is_new] = ids_.try_emplace(word.hash, next);
  if (!is_new) return at->second;
  words.emplace_back();
  words[next].hash = word.hash;
  words[next].pieces = pieces_of(word);
  if (index_ != 0) return next;
  Word bare = word;
  for (std::size_t i = 1; i < bare.size; ++i) {
    bare.letters[i] = without_accent(word.letters[i]);
  }
  bare.hash = hash_of_word(bare);
  if (bare.hash != word.hash) {
    const std::uint32_t other = id_of(bare);
    words[next].plain = other;
  }
  return next;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  hash ^= hash >> 32U;
  hash *= 0x9e3779b97f4a7c15U;
  return hash ^ (hash >> 32U);
}

void read_corpus(const std::string& path, std::vector<Group>& groups, std::vector<Held>& held) {
  std::map<std::string, std::pair<Group*, Language*>> known;
  for (auto& group : groups) {
    for (auto& language : group.languages) known[language.tag] = {&group, &language};
  }
  std::ifstream in(path);
  std::string line;
  std::map<std::string, std::size_t> all_words;
  while (std::getline(in, line)) {
    if (line.find("\tword\t") != std::string::npos) ++all_words[line.substr(0, line.find('\t'))];
  }
  in.clear();
  in.seekg(0);
  std::map<std::string, std::vector<std::string>> held_words;
  while (std::getline(in, line)) {
    const auto a = line.find('\t');
    const auto b = line.find('\t', a + 1);
    const auto c = line.find('\t', b + 1);
    if (c == std::string::npos) continue;
    const std::string tag = line.substr(0, a);
    const std::string source = line.substr(a + 1, b - a - 1);
    const double weight = std::atof(line.c_str() + b + 1);
    const std::string text = line.substr(c + 1);
    const std::uint64_t hash = hash_of(text);
    const auto at = known.find(tag);
    const bool holds = hash % 20 == 0;
    if (at == known.end()) {
      // Told by script alone: only to measure on.
      const auto script = std::find_if(kOnly.begin(), kOnly.end(),
                                       [&](const auto& only) { return only.second == tag; });
      if (holds && hash % 400 == 0 && source != "word" && text.size() > 60 &&
          is_mostly(text, script->first, groups[0].tables())) {
        held.push_back({tag, "sentence", text});
      }
      continue;
    }
    auto& [group, language] = at->second;
    if (!is_of_group(text, *group)) continue;
    if (source == "tweetdev") {
      held.push_back({tag, "tweet", text});
      continue;
    }
    if (source == "word" || source == "lm" || source == "stop") {
      if (source == "word") {
        const double share = static_cast<double>(kMostWords) / static_cast<double>(all_words[tag]);
        if (static_cast<double>(hash >> 11U) * 0x1p-53 > share) continue;
        if (holds) {
          held_words[tag].push_back(text);
          continue;
        }
      }
      for (const auto id : group->words_of(text)) {
        const double more = source == "word"   ? kUnseenWord
                            : source == "stop" ? 30
                                               : std::pow(weight, 0.7);
        language->words.push_back(id);
        language->weights.push_back((language->weights.empty() ? 0 : language->weights.back()) +
                                    more);
      }
      continue;
    }
    if (holds && source != "tweet" && source != "lm2") {
      if (text.size() > 50 && source != "package" && hash % 60 == 0) {
        held.push_back({tag, "sentence", text});
      }
      continue;
    }
    Words words = group->words_of(text);
    if (words.empty()) continue;
    if (source == "tweet") {
      if (words.size() > 1) language->tweets.push_back(std::move(words));
    } else {
      language->passages[source].push_back(std::move(words));
    }
  }
  for (auto& [tag, words] : held_words) {
    for (std::size_t i = 0; i + 1 < words.size() && i < 800; i += 2) {
      held.push_back({tag, "pair", words[i] + " " + words[i + 1]});
    }
  }
  for (auto& group : groups) {
    for (auto& language : group.languages) {
      std::unordered_set<std::uint32_t> seen;
      for (const auto& [source, passages] : language.passages) {
        for (const auto& words : passages) seen.insert(words.begin(), words.end());
      }
      double before = 0;
      double total = 0;
      for (std::size_t i = 0; i < language.words.size(); ++i) {
        double more = language.weights[i] - before;
        before = language.weights[i];
        if (seen.contains(language.words[i])) more *= kSeenWord / kUnseenWord;
        language.weights[i] = total += more;
      }
      double sum = 0;
      for (const auto& [source, passages] : language.passages) {
        const auto size = static_cast<double>(passages.size());
        sum += kSources.at(source) * std::min(1.0, size / kFullSource);
        language.shares.push_back(sum);
      }
    }
  }
}

}  // namespace rapport
