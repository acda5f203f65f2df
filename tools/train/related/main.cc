// Makes models/related.bin: which words stand for one another, and how rare each is in life.
//
//   train_related WORDNET GROUPS OUT
//
// From WordNet: words that share a meaning or are near in what they are kinds of, and how many of
// its glosses say a word. From our own list (groups.txt): what people put for one another when they
// ask for help. Nothing is learned, so the same files always make the same bytes.

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/related/table.h"
#include "knowledge/search/terms.h"
#include "train/wordnet.h"

namespace rapport {
namespace {

using namespace related_table;

constexpr std::uint32_t kLeastSeen = 3;  // glosses that say a word which is in no group
constexpr float kLeastShared = 0.4F;     // of two words' meanings
constexpr float kOfWordNet = 0.6F;       // how far its words are trusted
constexpr float kOfGroups = 0.6F;
constexpr std::size_t kMostRelated = 24;  // of one word

struct Word {
  std::string spelling;       // the shortest, as WordNet is asked
  std::uint32_t glosses = 0;  // that say it
  bool grouped = false;
  std::map<std::uint64_t, float> related;
};

using Words = std::map<std::uint64_t, Word>;

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// Cuts a text and hands each stem that says something to `visit`, once, with its spelling.
template <class Visit>
void each_stem(TermCutter& cutter, std::string_view text, Visit&& visit) {
  SearchTerms terms;
  cutter.cut(text, terms);
  std::set<std::uint64_t> seen;
  for (const SearchTerm& term : terms.words) {
    if (term.small || !seen.insert(term.key).second) continue;
    visit(term.key,
          in_small_letters(text.substr(term.span.begin, term.span.end - term.span.begin)));
  }
}

void note(Words& words, std::uint64_t key, std::string spelling) {
  Word& word = words[key];
  const bool shorter = spelling.size() < word.spelling.size() ||
                       (spelling.size() == word.spelling.size() && spelling < word.spelling);
  if (word.spelling.empty() || shorter) word.spelling = std::move(spelling);
}

void relate(Words& words, std::uint64_t one, std::uint64_t other, float weight) {
  if (one == other) return;
  float& known = words[one].related[other];
  known = std::max(known, weight);
}

void read_groups(TermCutter& cutter, const char* path, Words& words) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::uint64_t> group;
    each_stem(cutter, line, [&](std::uint64_t key, std::string spelling) {
      note(words, key, std::move(spelling));
      words[key].grouped = true;
      group.push_back(key);
    });
    for (const std::uint64_t one : group) {
      for (const std::uint64_t other : group) relate(words, one, other, kOfGroups);
    }
  }
}

void relate_by_meaning(const WordNet& net, Words& words) {
  std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint64_t, float>>> having;
  std::map<std::uint64_t, std::vector<std::pair<std::uint64_t, float>>> meanings;
  for (const auto& [key, word] : words) {
    auto& own = meanings[key] = net.meanings(word.spelling);
    // A field ("things to eat") is too wide.
    std::erase_if(own, [](const auto& meaning) { return meaning.first >> 60U != 0; });
    for (const auto& [meaning, share] : own) having[meaning].emplace_back(key, share);
  }
  for (const auto& [key, own] : meanings) {
    std::map<std::uint64_t, float> shared;
    for (const auto& [meaning, share] : own) {
      for (const auto& [other, its] : having[meaning]) shared[other] += share * its;
    }
    for (const auto& [other, dot] : shared) {
      if (dot >= kLeastShared) relate(words, key, other, kOfWordNet * std::min(1.0F, dot));
    }
  }
}

void put(std::string& out, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

std::string bytes_of(const Words& words, double texts) {
  const auto rarity = [&](double having) {
    return static_cast<std::uint64_t>(
        std::lround(std::log((texts + 1) / (having + 2)) * kRarityUnits));
  };
  std::unordered_map<std::uint64_t, std::size_t> place;
  for (const auto& [key, word] : words) place.emplace(key, place.size());
  std::string keys, rarities, counts, others, weights;
  std::size_t pairs = 0;
  for (const auto& [key, word] : words) {
    put(keys, key, 8);
    put(rarities, rarity(word.glosses), 1);
    std::vector<std::pair<float, std::uint64_t>> best;
    for (const auto& [other, weight] : word.related) best.emplace_back(-weight, other);
    std::ranges::sort(best);
    best.resize(std::min(best.size(), kMostRelated));
    put(counts, best.size(), 1);
    pairs += best.size();
    for (const auto& [weight, other] : best) {
      put(others, place.at(other), 2);
      put(weights, static_cast<std::uint64_t>(std::lround(-weight * kWeightUnits)), 1);
    }
  }
  std::string out(kMagic);
  put(out, words.size(), 4);
  put(out, pairs, 4);
  put(out, rarity(0), 1);
  std::fprintf(stderr, "%zu words, %zu pairs\n", words.size(), pairs);
  return out + keys + rarities + counts + others + weights;
}

int run(const char* wordnet, const char* groups, const char* out) {
  const WordNet net(wordnet);
  if (net.empty()) {
    std::fprintf(stderr, "WordNet is not in %s\n", wordnet);
    return 1;
  }
  TermCutter cutter("en");
  Words words;
  for (const std::string& gloss : net.glosses()) {
    each_stem(cutter, gloss, [&](std::uint64_t key, std::string spelling) {
      note(words, key, std::move(spelling));
      ++words[key].glosses;
    });
  }
  read_groups(cutter, groups, words);
  std::erase_if(words, [](const auto& each) {
    return each.second.glosses < kLeastSeen && !each.second.grouped;
  });
  if (words.size() > 65'535) {
    std::fprintf(stderr, "%zu words are too many for the table\n", words.size());
    return 1;
  }
  relate_by_meaning(net, words);
  std::ofstream file(out, std::ios::binary);
  file << bytes_of(words, static_cast<double>(net.glosses().size()));
  return file ? 0 : 1;
}

}  // namespace
}  // namespace rapport

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "train_related WORDNET GROUPS OUT\n");
    return 2;
  }
  return rapport::run(arguments[1], arguments[2], arguments[3]);
}
