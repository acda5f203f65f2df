#include "train/wordnet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace rapport {
namespace {

constexpr std::array<const char*, 4> kParts = {"noun", "verb", "adj", "adv"};

int part_of(char letter) {
  switch (letter) {
    case 'n':
      return 0;
    case 'v':
      return 1;
    case 'r':
      return 3;
    default:
      return 2;
  }
}

std::uint64_t name_of(int part, std::uint64_t offset) {
  return (static_cast<std::uint64_t>(part) << 40U) | offset;
}

// The endings that WordNet's own morphology takes off, and what it puts there (morphy(7)).
struct Ending {
  int part;
  std::string_view from;
  std::string_view to;
};
constexpr std::array<Ending, 20> kEndings = {{
    {0, "s", ""},      {0, "ses", "s"},   {0, "xes", "x"}, {0, "zes", "z"}, {0, "ches", "ch"},
    {0, "shes", "sh"}, {0, "men", "man"}, {0, "ies", "y"}, {1, "s", ""},    {1, "ies", "y"},
    {1, "es", "e"},    {1, "es", ""},     {1, "ed", "e"},  {1, "ed", ""},   {1, "ing", "e"},
    {1, "ing", ""},    {2, "er", ""},     {2, "est", ""},  {2, "er", "e"},  {2, "est", "e"},
}};

}  // namespace

WordNet::WordNet(const std::string& folder) {
  for (int part = 0; part < 4; ++part) {
    const std::string name = kParts[static_cast<std::size_t>(part)];
    read_index(folder + "/index." + name, part);
    read_data(folder + "/data." + name, part);
    read_exceptions(folder + "/" + name + ".exc", part);
  }
}

void WordNet::read_index(const std::string& path, int part) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream words(line);
    std::string lemma, pos, symbol;
    int senses = 0, pointers = 0, again = 0, tagged = 0;
    words >> lemma >> pos >> senses >> pointers;
    for (int i = 0; i < pointers; ++i) words >> symbol;
    words >> again >> tagged;
    if (lemma.find('_') != std::string::npos) continue;
    std::vector<std::uint64_t> list;
    std::uint64_t offset = 0;
    // The most frequent meanings come first.
    while (list.size() < 3 && words >> offset) list.push_back(name_of(part, offset));
    lemmas_[part].emplace(lemma, std::move(list));
  }
}

void WordNet::read_data(const std::string& path, int part) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream words(line);
    std::uint64_t offset = 0;
    Synset synset;
    std::string type, word, symbol, target_part, source;
    int count = 0;
    words >> offset >> synset.field >> type >> std::hex >> count >> std::dec;
    std::string gloss;
    for (int i = 0; i < count; ++i) {
      std::string lexical_id;
      words >> word >> lexical_id;
      std::ranges::replace(word, '_', ' ');
      gloss += word + " ";
    }
    if (const auto bar = line.find("| "); bar != std::string::npos) {
      glosses_.push_back(gloss + line.substr(bar + 2));
    }
    int pointers = 0;
    words >> pointers;
    for (int i = 0; i < pointers; ++i) {
      std::uint64_t target = 0;
      words >> symbol >> target >> target_part >> source;
      if (target_part.empty()) break;
      const std::uint64_t name = name_of(part_of(target_part[0]), target);
      if (symbol == "@" || symbol == "&" || symbol == "@i") synset.kinds.push_back(name);
      if (symbol == "+" || symbol == "\\") synset.related.push_back(name);
    }
    synsets_.emplace(name_of(part, offset), std::move(synset));
  }
}

void WordNet::read_exceptions(const std::string& path, int part) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string form, lemma;
    if (words >> form >> lemma) exceptions_[part].emplace(form, lemma);
  }
}

const std::vector<std::uint64_t>* WordNet::find(const std::string& word, int part) const {
  const auto look = [&](const std::string& lemma) -> const std::vector<std::uint64_t>* {
    const auto found = lemmas_[part].find(lemma);
    return found == lemmas_[part].end() ? nullptr : &found->second;
  };
  if (const auto exception = exceptions_[part].find(word); exception != exceptions_[part].end()) {
    return look(exception->second);
  }
  if (const auto* found = look(word)) return found;
  for (const Ending& ending : kEndings) {
    if (ending.part != part || !word.ends_with(ending.from)) continue;
    std::string lemma = word.substr(0, word.size() - ending.from.size());
    lemma += ending.to;
    if (const auto* found = look(lemma)) return found;
    // "shipped" is "ship".
    if (part == 1 && ending.to.empty() && lemma.size() > 2 &&
        lemma[lemma.size() - 1] == lemma[lemma.size() - 2]) {
      lemma.pop_back();
      if (const auto* found2 = look(lemma)) return found2;
    }
  }
  return nullptr;
}

std::vector<std::pair<std::uint64_t, float>> WordNet::meanings(std::string_view form) const {
  std::map<std::uint64_t, float> shares;
  const std::string word(form);
  for (int part = 0; part < 4; ++part) {
    const auto* list = find(word, part);
    if (list == nullptr) continue;
    float share = 1;
    for (const std::uint64_t name : *list) {
      shares[name] += share;
      const auto found = synsets_.find(name);
      if (found == synsets_.end()) continue;
      shares[(std::uint64_t{1} << 60U) | static_cast<std::uint64_t>(found->second.field)] +=
          share * 0.5F;
      for (const std::uint64_t related : found->second.related) shares[related] += share * 0.3F;
      // What it is a kind of, three steps up.
      const Synset* at = &found->second;
      float up = share * 0.6F;
      for (int step = 0; step < 3 && !at->kinds.empty(); ++step, up *= 0.6F) {
        const std::uint64_t kind = at->kinds.front();
        shares[kind] += up;
        const auto next = synsets_.find(kind);
        if (next == synsets_.end()) break;
        at = &next->second;
      }
      share *= 0.5F;
    }
  }
  float squares = 0;
  for (const auto& [name, share] : shares) squares += share * share;
  std::vector<std::pair<std::uint64_t, float>> out;
  for (const auto& [name, share] : shares) out.emplace_back(name, share / std::sqrt(squares));
  return out;
}

}  // namespace rapport
