#include "methods/text_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "methods/rows.h"
#include "text/reading/features.h"

namespace rapport::methods {
namespace {

constexpr int kNegationReach = 4;

std::uint64_t named(std::uint64_t kind, std::uint64_t hash) {
  return mixed(0x51ed270b8f1c0a5bU + kind, hash);
}

std::string normal_form(std::string_view text) {
  Tokens tokens;
  cut_tokens(text, tokens);
  return tokens.list.size() == 1 ? std::string(tokens.normal_of(tokens.list[0])) : std::string();
}

}  // namespace

const Lexicons& Lexicons::shared() {
  static const Lexicons all = [] {
    Lexicons out;
    const std::string folder = data_folder() + "/lexicon/";
    std::string line;
    for (std::ifstream in(folder + "vader_lexicon.txt"); std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos) continue;
      const std::string word = normal_form(line.substr(0, tab));
      if (!word.empty()) {
        out.entries_[word].vader = std::strtof(line.c_str() + tab + 1, nullptr) / 4;
      }
    }
    for (const auto& [file, value] : {std::pair{"opinion_lexicon/positive-words.txt", 1.0F},
                                      {"opinion_lexicon/negative-words.txt", -1.0F}}) {
      for (std::ifstream in(folder + file); std::getline(in, line);) {
        if (line.empty() || line[0] == ';') continue;
        const std::string word = normal_form(line);
        if (!word.empty()) out.entries_[word].opinion = value;
      }
    }
    // Emoji,Unicode codepoint,Occurrences,Position,Negative,Neutral,Positive,...
    for (std::ifstream in(folder + "emoji_sentiment.csv"); std::getline(in, line);) {
      std::vector<std::string> cells{""};
      for (const char c : line) {
        if (c == ',') {
          cells.emplace_back();
        } else {
          cells.back() += c;
        }
      }
      if (cells.size() < 7) continue;
      const double negative = std::atof(cells[4].c_str());
      const double neutral = std::atof(cells[5].c_str());
      const double positive = std::atof(cells[6].c_str());
      const std::string emoji = normal_form(cells[0]);
      if (!emoji.empty() && negative + neutral + positive > 0) {
        out.entries_[emoji].emoji =
            static_cast<float>((positive - negative) / (negative + neutral + positive + 3));
      }
    }
    return out;
  }();
  return all;
}

const Lexicons::Entry* Lexicons::find(const std::string& normal) const {
  const auto at = entries_.find(normal);
  return at == entries_.end() ? nullptr : &at->second;
}

float Lexicons::booster(std::string_view normal) {
  static constexpr std::array<std::string_view, 24> kMore = {
      "very",       "really",   "so",         "extremely", "absolutely", "totally",
      "completely", "too",      "incredibly", "super",     "fucking",    "freaking",
      "damn",       "highly",   "hella",      "truly",     "most",       "more",
      "deeply",     "entirely", "especially", "such",      "utterly",    "soo"};
  static constexpr std::array<std::string_view, 9> kLess = {"almost", "barely",     "hardly",
                                                            "kinda",  "slightly",   "somewhat",
                                                            "little", "marginally", "partly"};
  if (std::ranges::find(kMore, normal) != kMore.end()) return 0.3F;
  if (std::ranges::find(kLess, normal) != kLess.end()) return -0.3F;
  return 0;
}

void TextFeatures::make(std::string_view text, RawRow& out) {
  cut_tokens(text, tokens_);
  const std::size_t size = tokens_.list.size();
  hashes_.resize(size);
  line_.clear();
  line_ += ' ';
  int negated = 0;
  float shouted = 0;
  float stretched = 0;
  float words = 0;
  std::array<float, 6> marks{};
  for (std::size_t i = 0; i < size; ++i) {
    const TextToken& token = tokens_.list[i];
    const std::string_view normal = tokens_.normal_of(token);
    const std::uint64_t hash = hash_of(normal);
    hashes_[i] = hash;
    out.push_back({named(0, hash), 1, kWords});
    if (token.kind == TokenKind::kHashtag && normal.size() > 1) {
      out.push_back({named(0, hash_of(normal.substr(1))), 1, kWords});
    }
    if (options_.names && token.kind == TokenKind::kMention) {
      std::string name(text.substr(token.span.begin, token.span.end - token.span.begin));
      for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
      }
      out.push_back({named(1, hash_of(name)), 1, kWords});
    }
    if (token.kind == TokenKind::kPunctuation) {
      if (normal != "'" && normal != "\"" && normal != "-") negated = 0;
      if (normal == "!") ++marks[0];
      if (normal == "?") ++marks[1];
      if (normal == "!!") ++marks[2];
      if (normal == "..." || normal == "…" || normal == "..") ++marks[3];
      if (normal == "\"") ++marks[4];
    } else if (negated > 0) {
      out.push_back({named(2, hash), 1, kWords});
      --negated;
    }
    if (token.kind == TokenKind::kHashtag) ++marks[5];
    if (token.kind == TokenKind::kWord) {
      ++words;
      if (token.shouted) {
        ++shouted;
        out.push_back({named(3, hash), 1, kWords});
      }
      if (token.stretched) {
        ++stretched;
        out.push_back({named(4, hash), 1, kWords});
      }
      if (negates(normal)) negated = kNegationReach;
    }
    line_ += normal;
    line_ += ' ';
  }
  const std::uint64_t begin = hash_of("<s>");
  const std::uint64_t end = hash_of("</s>");
  const auto at = [&](std::size_t i) { return i == 0 ? begin : i > size ? end : hashes_[i - 1]; };
  for (std::size_t i = 0; i + 1 < size + 2; ++i) {
    const std::uint64_t two = mixed(named(5, at(i)), at(i + 1));
    out.push_back({two, 1, kPairs});
    if (i + 2 < size + 2) {
      out.push_back({mixed(named(6, two), at(i + 2)), 1, kTriples});
      if (options_.skips) out.push_back({mixed(named(7, at(i)), at(i + 2)), 1, kPairs});
    }
  }
  // The first words carry more of an intent than the rest.
  for (std::size_t i = 0; i < std::min<std::size_t>(size, 1); ++i) {
    out.push_back({named(8, hashes_[i]), 1, kWords});
  }
  if (size > 0) out.push_back({named(9, hashes_[size - 1]), 1, kWords});

  starts_.clear();
  for (std::uint32_t i = 0; i < line_.size(); ++i) {
    if ((static_cast<unsigned char>(line_[i]) & 0xc0U) != 0x80U) starts_.push_back(i);
  }
  starts_.push_back(static_cast<std::uint32_t>(line_.size()));
  const std::size_t characters = starts_.size() - 1;
  for (std::size_t i = 0; i < characters; ++i) {
    for (std::size_t n = options_.shortest; n <= options_.longest && i + n <= characters; ++n) {
      const std::string_view piece =
          std::string_view(line_).substr(starts_[i], starts_[i + n] - starts_[i]);
      if (options_.within_words && piece.find(' ', 1) < piece.size() - 1) break;
      out.push_back({named(10, hash_of(piece)), 1, n >= 5 ? kLong : kPieces});
    }
  }

  const auto dense = [&](std::uint64_t which, float value) {
    if (value != 0) out.push_back({named(11, which), value, kShapes});
  };
  const auto length = static_cast<float>(size + 1);
  dense(0, shouted / (words + 1));
  dense(1, std::min(stretched, 2.0F) / 2);
  dense(2, std::log(length) / 4);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    dense(10 + i, std::min(marks[i], 3.0F) / 3);
    dense(20 + i, marks[i] > 0 ? 0.5F : 0);
  }
  if (options_.lexicon) add_lexicon(out);
}

// For each lexicon and each half of the text: how much good, how much bad, the strongest of each,
// the last; a negation before a word turns it round, a "very" makes it stronger.
void TextFeatures::add_lexicon(RawRow& out) {
  const Lexicons& lexicons = Lexicons::shared();
  struct Sums {
    float good = 0;
    float bad = 0;
    float best = 0;
    float worst = 0;
    float last = 0;
  };
  std::array<std::array<Sums, 3>, 3> sums{};  // lexicon × (all, first half, second half)
  int negated = 0;
  float boost = 0;
  std::string normal;
  const std::size_t size = tokens_.list.size();
  // What follows "but" counts as a half of its own.
  std::size_t middle = size / 2;
  for (std::size_t i = 0; i < size; ++i) {
    if (tokens_.normal_of(tokens_.list[i]) == "but") middle = i;
  }
  for (std::size_t i = 0; i < size; ++i) {
    const TextToken& token = tokens_.list[i];
    normal = tokens_.normal_of(token);
    if (token.kind == TokenKind::kHashtag) normal.erase(0, 1);
    if (token.kind == TokenKind::kPunctuation) negated = 0;
    if (const Lexicons::Entry* entry = lexicons.find(normal)) {
      const std::array<float, 3> values = {entry->vader, entry->opinion, entry->emoji};
      for (std::size_t l = 0; l < 3; ++l) {
        float value = values[l] * (1 + boost + (token.shouted ? 0.2F : 0));
        if (value == 0) continue;
        if (negated > 0) value *= -0.7F;
        for (const std::size_t part : {std::size_t{0}, i < middle ? std::size_t{1} : 2}) {
          Sums& one = sums[l][part];
          (value > 0 ? one.good : one.bad) += std::abs(value);
          one.best = std::max(one.best, value);
          one.worst = std::min(one.worst, value);
          one.last = value;
        }
      }
    }
    if (negated > 0) --negated;
    boost = Lexicons::booster(normal);
    if (token.kind == TokenKind::kWord && negates(normal)) negated = kNegationReach;
  }
  const auto dense = [&](std::uint64_t which, float value) {
    if (value != 0) out.push_back({named(12, which), value, kLexicon});
  };
  for (std::size_t l = 0; l < 3; ++l) {
    for (std::size_t part = 0; part < 3; ++part) {
      const Sums& one = sums[l][part];
      const std::uint64_t base = (l * 3 + part) * 16;
      dense(base, std::min(one.good, 4.0F) / 2);
      dense(base + 1, std::min(one.bad, 4.0F) / 2);
      dense(base + 2, one.best);
      dense(base + 3, one.worst);
      dense(base + 4, one.last);
      const float sum = one.good - one.bad;
      dense(base + 5, sum / std::sqrt(sum * sum + 2));
      dense(base + 6, sum > 0.05F ? 0.5F : 0);
      dense(base + 7, sum < -0.05F ? 0.5F : 0);
    }
  }
}

Prepared Prepared::fit(const std::vector<std::string>& train, const TextOptions& text,
                       const SpaceOptions& space) {
  Prepared out;
  out.text = text;
  TextFeatures features(text);
  out.space.fit(
      train.size(), [&](std::size_t i, RawRow& row) { features.make(train[i], row); }, space);
  return out;
}

SparseRows Prepared::rows(const std::vector<std::string>& texts) const {
  TextFeatures features(text);
  return space.transform(texts.size(),
                         [&](std::size_t i, RawRow& row) { features.make(texts[i], row); });
}

}  // namespace rapport::methods
