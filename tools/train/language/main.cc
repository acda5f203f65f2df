// Trains models/language.bin from build/language/corpus.tsv (see ./collect and models/language.md).
//
//   train_language CORPUS OUT [--rows N] [--effort X] [--prior X]
//
// One softmax for each script of many languages over the sum of a text's rows (fastText's model,
// Joulin et al. 2016), learned by AdaGrad (Duchi et al. 2011). Which words and pieces get a row is
// decided before, by how much they tell: sum over languages of n * log(p(language | piece) /
// p(language)). Examples are drawn from languages in equal shares and cut to all lengths from one
// word on, because posts are short. A twentieth of the lines, by a hash, is held out to measure on.

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/language/language.h"
#include "text/language/model_file.h"
#include "text/language/words.h"

namespace rapport {
namespace {

const std::vector<std::vector<std::string>> kGroupLanguages = {
    {"af", "az", "bs", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu",
     "fi", "fr", "ga", "gl", "hr", "hu", "id", "is", "it", "la", "lg", "lt", "lv",
     "mi", "ms", "nb", "nl", "nn", "pl", "pt", "ro", "sk", "sl", "sn", "so", "sq",
     "st", "sv", "sw", "tl", "tn", "tr", "ts", "vi", "xh", "yo", "zu"},
    {"be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"},
    {"ar", "fa", "ur"},
    {"hi", "mr"},
};

const std::map<Script, std::string> kOnly = {
    {Script::kGreek, "el"},   {Script::kArmenian, "hy"},  {Script::kHebrew, "he"},
    {Script::kBengali, "bn"}, {Script::kGurmukhi, "pa"},  {Script::kGujarati, "gu"},
    {Script::kOriya, "or"},   {Script::kTamil, "ta"},     {Script::kTelugu, "te"},
    {Script::kKannada, "kn"}, {Script::kMalayalam, "ml"}, {Script::kSinhala, "si"},
    {Script::kThai, "th"},    {Script::kLao, "lo"},       {Script::kTibetan, "bo"},
    {Script::kMyanmar, "my"}, {Script::kGeorgian, "ka"},  {Script::kEthiopic, "am"},
    {Script::kKhmer, "km"},   {Script::kHangul, "ko"},    {Script::kKana, "ja"},
    {Script::kHan, "zh"},
};

// To measure on.
const std::vector<std::string> kMajor = {"de", "en", "es", "fr", "it", "nl", "pt", "pl",
                                         "tr", "sv", "id", "vi", "cs", "da", "fi", "hu",
                                         "ro", "nb", "ar", "ru", "uk", "fa", "hi"};

// What is added to a language's score, as a prior: most posts are in few languages, and some are
// rare beside a neighbour that shares most of their words.
float prior_of(const std::string& tag) {
  static const std::map<std::string, float> kPriors = {
      {"en", 1.0F},  {"es", 0.8F},  {"pt", 0.7F},  {"fr", 0.7F},  {"de", 0.7F}, {"it", 0.7F},
      {"nl", 0.7F},  {"tr", 0.5F},  {"id", 0.6F},  {"pl", 0.4F},  {"sv", 0.4F}, {"cs", 0.3F},
      {"da", 0.4F},  {"fi", 0.3F},  {"hu", 0.3F},  {"ro", 0.3F},  {"nb", 0.2F}, {"vi", 0.3F},
      {"gl", -1.0F}, {"la", -0.4F}, {"eo", -0.4F}, {"nn", -0.2F}, {"ru", 0.5F}, {"uk", 0.2F},
      {"bg", 0.2F},  {"ar", 0.3F},  {"fa", 0.3F},  {"hi", 0.4F}};
  const auto at = kPriors.find(tag);
  return at == kPriors.end() ? 0 : at->second;
}

// --- Unicode's data ------------------------------------------------------------------------------

Script script_of(UScriptCode code) {
  switch (code) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_DEVANAGARI:
      return Script::kDevanagari;
    case USCRIPT_GREEK:
      return Script::kGreek;
    case USCRIPT_ARMENIAN:
      return Script::kArmenian;
    case USCRIPT_HEBREW:
      return Script::kHebrew;
    case USCRIPT_BENGALI:
      return Script::kBengali;
    case USCRIPT_GURMUKHI:
      return Script::kGurmukhi;
    case USCRIPT_GUJARATI:
      return Script::kGujarati;
    case USCRIPT_ORIYA:
      return Script::kOriya;
    case USCRIPT_TAMIL:
      return Script::kTamil;
    case USCRIPT_TELUGU:
      return Script::kTelugu;
    case USCRIPT_KANNADA:
      return Script::kKannada;
    case USCRIPT_MALAYALAM:
      return Script::kMalayalam;
    case USCRIPT_SINHALA:
      return Script::kSinhala;
    case USCRIPT_THAI:
      return Script::kThai;
    case USCRIPT_LAO:
      return Script::kLao;
    case USCRIPT_TIBETAN:
      return Script::kTibetan;
    case USCRIPT_MYANMAR:
      return Script::kMyanmar;
    case USCRIPT_GEORGIAN:
      return Script::kGeorgian;
    case USCRIPT_ETHIOPIC:
      return Script::kEthiopic;
    case USCRIPT_KHMER:
      return Script::kKhmer;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
      return Script::kKana;
    case USCRIPT_HAN:
    case USCRIPT_BOPOMOFO:
      return Script::kHan;
    case USCRIPT_INHERITED:
      return Script::kInherited;
    default:
      return Script::kNone;
  }
}

LetterTables letter_tables() {
  LetterTables out{};
  for (UChar32 block = 0; block < 4096; ++block) {
    std::array<unsigned, kScripts> votes{};
    for (UChar32 c = block * 16; c < block * 16 + 16; ++c) {
      UErrorCode error = U_ZERO_ERROR;
      const Script script = script_of(uscript_getScript(c, &error));
      if (u_isalpha(c) != 0 || script == Script::kInherited ||
          (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) {
        ++votes[static_cast<std::size_t>(script)];
      }
    }
    votes[0] = 0;
    const auto best = std::max_element(votes.begin(), votes.end());
    if (*best > 0) out.script[block] = static_cast<Script>(best - votes.begin());
    // Punctuation of CJK, half-width forms: no letters as far as we tell by sixteens.
    if (block == 0x300 || block == 0x301 || block == 0x302 || block == 0x303) {
      out.script[block] = Script::kNone;
    }
  }
  for (UChar32 c = 0; c < static_cast<UChar32>(LetterTables::kFolded); ++c) {
    const auto mask = U_GET_GC_MASK(c);
    if (u_isalpha(c) != 0 || (mask & U_GC_M_MASK) != 0) {
      const UChar32 folded = u_tolower(c);
      out.fold[c] = static_cast<std::uint16_t>(folded < 0x2000 ? folded : c);
    }
    // The Arabic marks of vowels are written by some and left out by most.
    if ((c >= 0x64B && c <= 0x65F) || c == 0x640 || c == 0x670 || c == 0xAD) {
      out.fold[c] = LetterTables::kSkipped;
    }
  }
  out.script[0xAD >> 4] = Script::kLatin;
  return out;
}

// The letter under the accents: é → e.
std::uint16_t without_accent(std::uint16_t c) {
  if (c < 0x80) return c;
  switch (c) {
    case 0x131:
      return 'i';
    case 0x142:
      return 'l';
    case 0xF8:
      return 'o';
    case 0x111:
      return 'd';
    default:
      break;
  }
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
  std::array<UChar, 8> parts{};
  auto at = static_cast<UChar>(c);
  for (int i = 0; i < 4; ++i) {
    error = U_ZERO_ERROR;
    const auto size = unorm2_getRawDecomposition(nfd, at, parts.data(), parts.size(), &error);
    if (size <= 0 || U_FAILURE(error)) break;
    at = parts[0];
  }
  return at < 0x80 ? static_cast<std::uint16_t>(at) : c;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  hash ^= hash >> 32U;
  hash *= 0x9e3779b97f4a7c15U;
  return hash ^ (hash >> 32U);
}

// --- The corpus ----------------------------------------------------------------------------------

using Words = std::vector<std::uint32_t>;

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

struct Language {
  std::string tag;
  Words words;
  std::vector<double> weights;  // of the words, cumulated
  std::map<std::string, std::vector<Words>> passages;
  std::vector<double> shares;  // of the sources, cumulated
  std::vector<Words> tweets;
};

struct Piece {
  std::uint64_t hash;
  std::uint64_t shorter;  // the same without its last letter; 0 if it is as short as they get
};
using Pieces = std::vector<Piece>;

struct KnownWord {
  std::uint64_t hash = 0;
  Pieces pieces;
  Words rows;                        // of pieces that have one
  std::uint32_t row = UINT32_MAX;    // its own
  std::uint32_t plain = UINT32_MAX;  // the same word without accents
};

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

struct Held {
  std::string tag;
  std::string kind;  // "pair", "sentence", "tweet"
  std::string text;
};

class Group {
 public:
  Group(unsigned index, const LetterTables& tables) : index_(index), tables_(tables) {
    for (const auto& tag : kGroupLanguages[index]) {
      languages.emplace_back();
      languages.back().tag = tag;
    }
  }

  Words words_of(std::string_view text) {
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

  unsigned index() const { return index_; }
  const LetterTables& tables() const { return tables_; }

  std::vector<Language> languages;
  std::vector<KnownWord> words;

 private:
  std::uint32_t id_of(const Word& word) {
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

  unsigned index_;
  const LetterTables& tables_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
};

using Random = std::mt19937_64;

double uniform(Random& random) { return static_cast<double>(random() >> 11U) * 0x1p-53; }
std::size_t below(Random& random, std::size_t end) { return random() % end; }

std::size_t pick(const std::vector<double>& cumulated, Random& random) {
  const double at = uniform(random) * cumulated.back();
  return static_cast<std::size_t>(std::upper_bound(cumulated.begin(), cumulated.end() - 1, at) -
                                  cumulated.begin());
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

// --- Examples ------------------------------------------------------------------------------------

struct Example {
  Words words;
  bool accents = true;
};

const Words& draw_passage(const Language& language, Random& random) {
  auto source = language.passages.begin();
  std::advance(source, static_cast<std::ptrdiff_t>(pick(language.shares, random)));
  return source->second[below(random, source->second.size())];
}

void draw(const Language& language, Random& random, Example& out) {
  out.words.clear();
  out.accents = uniform(random) > 0.06;
  const double kind = uniform(random);
  if (kind < 0.4) {
    const double length = uniform(random);
    const std::size_t size = length < 0.3 ? 1 : length < 0.8 ? 2 : 3;
    if (language.words.size() > 3000) {
      for (std::size_t i = 0; i < size; ++i) {
        out.words.push_back(language.words[pick(language.weights, random)]);
      }
    } else {
      for (std::size_t i = 0; i < size; ++i) {
        const Words& from = draw_passage(language, random);
        out.words.push_back(from[below(random, from.size())]);
      }
    }
    return;
  }
  const bool tweet = !language.tweets.empty() && kind < 0.6;
  const Words& from = tweet ? language.tweets[below(random, language.tweets.size())]
                            : draw_passage(language, random);
  std::size_t begin = 0;
  std::size_t size = std::min<std::size_t>(from.size(), 25);
  if (uniform(random) < 0.6) {
    size = 1 + below(random, std::min<std::size_t>(from.size(), 8));
    begin = below(random, from.size() - size + 1);
  }
  out.words.assign(from.begin() + static_cast<std::ptrdiff_t>(begin),
                   from.begin() + static_cast<std::ptrdiff_t>(begin + size));
}

// --- Which words and pieces get a row ------------------------------------------------------------

struct Rows {
  std::vector<std::uint64_t> pieces;
  Words shorter;  // the row of a piece without its last letter; UINT32_MAX if there is none
  std::vector<std::uint64_t> words;
};

double telling(const std::vector<float>& counts) {
  double total = 0;
  for (const float n : counts) total += n;
  const auto languages = static_cast<double>(counts.size());
  double out = 0;
  for (const float n : counts) {
    if (n > 0) out += n * std::log((n + 0.02 * total / languages) * languages / (total * 1.02));
  }
  // What was met a few times tells by chance.
  return out - languages / 2;
}

Rows choose_rows(Group& group, std::size_t most_words, std::size_t most_pieces) {
  constexpr std::size_t kDraws = 120000;
  const std::size_t count = group.languages.size();
  std::unordered_map<std::uint32_t, std::vector<float>> of_words;
  Random random(11 + group.index());
  Example example;
  for (std::size_t l = 0; l < count; ++l) {
    for (std::size_t i = 0; i < kDraws; ++i) {
      draw(group.languages[l], random, example);
      // Long passages would drown single words.
      const float share = 4.0F / static_cast<float>(4 + example.words.size());
      for (std::uint32_t id : example.words) {
        if (!example.accents && group.words[id].plain != UINT32_MAX) id = group.words[id].plain;
        auto& counts = of_words[id];
        if (counts.empty()) counts.resize(count);
        counts[l] += share;
      }
    }
  }
  std::vector<std::pair<double, std::uint32_t>> best;
  best.reserve(of_words.size());
  for (const auto& [id, counts] : of_words) best.emplace_back(telling(counts), id);
  std::sort(best.begin(), best.end(), std::greater<>());
  Rows out;
  for (std::size_t i = 0; i < best.size() && i < most_words && best[i].first > 0; ++i) {
    KnownWord& word = group.words[best[i].second];
    word.row = static_cast<std::uint32_t>(i);
    out.words.push_back(word.hash);
  }

  // Pieces that occur in few words cannot win: leave them out before counting by language.
  std::unordered_map<std::uint64_t, float> totals;
  totals.reserve(8'000'000);
  const auto share_of = [&](std::uint32_t id) {
    return group.words[id].row == UINT32_MAX ? 1.0F : 0.15F;
  };
  for (const auto& [id, counts] : of_words) {
    float total = 0;
    for (const float n : counts) total += n;
    for (const auto& piece : group.words[id].pieces) totals[piece.hash] += total * share_of(id);
  }
  std::unordered_map<std::uint64_t, std::vector<float>> of_pieces;
  for (const auto& [piece, total] : totals) {
    if (total >= 25) of_pieces[piece].resize(count);
  }
  std::unordered_map<std::uint64_t, std::uint64_t> shorter;
  for (const auto& [id, counts] : of_words) {
    for (const auto& piece : group.words[id].pieces) {
      const auto at = of_pieces.find(piece.hash);
      if (at == of_pieces.end()) continue;
      shorter[piece.hash] = piece.shorter;
      for (std::size_t l = 0; l < count; ++l) at->second[l] += counts[l] * share_of(id);
    }
  }
  std::vector<std::pair<double, std::uint64_t>> best_pieces;
  for (const auto& [piece, counts] : of_pieces) best_pieces.emplace_back(telling(counts), piece);
  std::sort(best_pieces.begin(), best_pieces.end(), std::greater<>());
  // A piece comes with its beginnings: see each_piece.
  std::unordered_map<std::uint64_t, std::uint32_t> row_of;
  for (const auto& [score, piece] : best_pieces) {
    std::array<std::uint64_t, kLongestPiece + 1> chain{};
    std::size_t size = 0;
    for (auto at = piece; at != 0 && !row_of.contains(at); at = shorter[at]) chain[size++] = at;
    if (out.pieces.size() + size > most_pieces) break;
    while (size > 0) {
      const auto before = row_of.find(shorter[chain[--size]]);
      out.shorter.push_back(before == row_of.end() ? UINT32_MAX : before->second);
      row_of[chain[size]] = static_cast<std::uint32_t>(out.pieces.size());
      out.pieces.push_back(chain[size]);
    }
  }
  for (auto& word : group.words) {
    for (const auto& piece : word.pieces) {
      if (const auto at = row_of.find(piece.hash); at != row_of.end())
        word.rows.push_back(at->second);
    }
    word.pieces = {};
  }
  return out;
}

// --- Learning ------------------------------------------------------------------------------------

using Place = std::array<float, kDimensions>;

struct Learned {
  std::vector<Place> pieces, words;
  std::vector<Place> directions;
  std::vector<float> bias;
};

void sum_of(const Group& group, const Learned& learned, const Words& words, bool accents,
            Place& out) {
  out.fill(0);
  for (std::uint32_t id : words) {
    if (!accents && group.words[id].plain != UINT32_MAX) id = group.words[id].plain;
    const KnownWord& word = group.words[id];
    if (word.row != UINT32_MAX) {
      for (std::size_t d = 0; d < kDimensions; ++d) out[d] += learned.words[word.row][d];
    }
    for (const auto row : word.rows) {
      for (std::size_t d = 0; d < kDimensions; ++d) out[d] += learned.pieces[row][d];
    }
  }
}

Learned learn(Group& group, const Rows& rows, std::size_t examples) {
  const std::size_t count = group.languages.size();
  Random random(101 + group.index());
  std::normal_distribution<float> normal;
  Learned out;
  out.pieces.resize(rows.pieces.size());
  out.words.resize(rows.words.size());
  out.directions.resize(count);
  out.bias.assign(count, 0);
  for (auto& place : out.pieces) place.fill(0);
  for (auto& place : out.words) place.fill(0);
  for (auto& direction : out.directions) {
    for (float& x : direction) x = 0.4F * normal(random);
  }
  std::vector<float> piece_seen(rows.pieces.size(), 1e-4F);
  std::vector<float> word_seen(rows.words.size(), 1e-4F);
  std::vector<Place> direction_seen(count);
  for (auto& seen : direction_seen) seen.fill(1e-3F);
  std::vector<float> bias_seen(count, 1e-2F);

  Example example;
  Place sum;
  Place back;
  std::vector<float> p(count);
  double loss = 0;
  for (std::size_t step = 0; step < examples; ++step) {
    const float rate = 1.0F - 0.95F * static_cast<float>(step) / static_cast<float>(examples);
    const std::size_t truth = below(random, count);
    draw(group.languages[truth], random, example);
    if (example.words.empty()) continue;
    for (auto& id : example.words) {
      if (!example.accents && group.words[id].plain != UINT32_MAX) id = group.words[id].plain;
    }
    // Sometimes without the words' own rows, so that the pieces learn what they can.
    const bool whole = uniform(random) > 0.3;
    sum.fill(0);
    for (const auto id : example.words) {
      const KnownWord& word = group.words[id];
      if (whole && word.row != UINT32_MAX) {
        for (std::size_t d = 0; d < kDimensions; ++d) sum[d] += out.words[word.row][d];
      }
      for (const auto row : word.rows) {
        for (std::size_t d = 0; d < kDimensions; ++d) sum[d] += out.pieces[row][d];
      }
    }
    float best = -1e30F;
    for (std::size_t l = 0; l < count; ++l) {
      float score = out.bias[l];
      for (std::size_t d = 0; d < kDimensions; ++d) score += sum[d] * out.directions[l][d];
      p[l] = score;
      best = std::max(best, score);
    }
    float total = 0;
    for (float& x : p) total += x = std::exp(x - best);
    for (float& x : p) x /= total;
    loss -= std::log(std::max(p[truth], 1e-9F));
    back.fill(0);
    for (std::size_t l = 0; l < count; ++l) {
      const float error = p[l] - (l == truth ? 1.0F : 0.0F);
      if (std::fabs(error) < 1e-4F) continue;
      auto& direction = out.directions[l];
      auto& seen = direction_seen[l];
      for (std::size_t d = 0; d < kDimensions; ++d) {
        back[d] += error * direction[d];
        const float g = error * sum[d];
        seen[d] += g * g;
        direction[d] -= 0.05F * rate * g / std::sqrt(seen[d]);
      }
      bias_seen[l] += error * error;
      out.bias[l] -= 0.02F * rate * error / std::sqrt(bias_seen[l]);
    }
    float size = 0;
    for (const float x : back) size += x * x;
    size /= static_cast<float>(kDimensions);
    if (size > 1e-9F) {
      const auto move = [&](Place& place, float& seen) {
        seen += size;
        const float by = 0.12F * rate / std::sqrt(seen);
        for (std::size_t d = 0; d < kDimensions; ++d) place[d] -= by * back[d];
      };
      for (const auto id : example.words) {
        const KnownWord& word = group.words[id];
        if (whole && word.row != UINT32_MAX) move(out.words[word.row], word_seen[word.row]);
        for (const auto row : word.rows) move(out.pieces[row], piece_seen[row]);
      }
    }
    if ((step + 1) % (examples / 5) == 0) {
      std::fprintf(stderr, "  %zu examples, loss %.4f\n", step + 1,
                   loss / static_cast<double>(examples / 5));
      loss = 0;
    }
  }
  return out;
}

// The slopes that make p the share of right answers, by length.
void calibrate(Group& group, const Learned& learned, const std::vector<float>& bias,
               std::array<float, kLengths>& slopes, const std::vector<Held>& held,
               const LetterTables& tables) {
  struct Case {
    std::vector<float> scores;
    std::size_t truth;
  };
  std::array<std::vector<Case>, kLengths> cases;
  for (const auto& one : held) {
    for (std::size_t l = 0; l < group.languages.size(); ++l) {
      if (group.languages[l].tag != one.tag) continue;
      struct See {
        unsigned index;
        std::size_t count = 0;
        bool letters(Script script, std::size_t more) {
          if (is_group(script) && group_of(script) == index) count += more;
          return count < 400;
        }
        void word(Script, const Word&) {}
      } see{group.index()};
      each_word(one.text, tables, see);
      const std::size_t before = group.words.size();
      const Words words = group.words_of(one.text);
      if (words.empty()) continue;
      // Held-out words have no rows yet.
      (void)before;
      Place sum;
      sum_of(group, learned, words, true, sum);
      Case now{{}, l};
      for (std::size_t k = 0; k < group.languages.size(); ++k) {
        float score = bias[k];
        for (std::size_t d = 0; d < kDimensions; ++d) score += sum[d] * learned.directions[k][d];
        now.scores.push_back(score);
      }
      cases[language_length(see.count)].push_back(std::move(now));
    }
  }
  for (std::size_t length = 0; length < kLengths; ++length) {
    double best = 1e30;
    slopes[length] = 1;
    if (cases[length].size() < 200) {
      if (length > 0) slopes[length] = slopes[length - 1];
      continue;
    }
    for (float slope = 0.1F; slope < 1.6F; slope += 0.05F) {
      double loss = 0;
      for (const auto& one : cases[length]) {
        double total = 0;
        for (const float score : one.scores) {
          total += std::exp(slope * (score - one.scores[one.truth]));
        }
        loss += std::log(total);
      }
      if (loss < best) {
        best = loss;
        slopes[length] = slope;
      }
    }
  }
}

// --- Writing -------------------------------------------------------------------------------------

struct Placed {
  std::uint64_t hash;
  LanguageRow row;
  double weight;
};

LanguageRow small(const Place& place, float step) {
  LanguageRow out;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    out[d] = static_cast<std::int8_t>(std::clamp(std::lround(place[d] / step), -127L, 127L));
  }
  return out;
}

void measure(const LanguageModel& model, const std::vector<Held>& held) {
  std::map<std::string, std::map<std::string, std::pair<std::size_t, std::size_t>>> of;
  std::map<std::string, std::map<std::string, std::size_t>> confused;
  std::map<std::string, std::pair<double, double>> calibration;
  for (const auto& one : held) {
    const LanguageGuess guess = model.guess(one.text, {});
    auto& [right, all] = of[one.kind][one.tag];
    ++all;
    right += guess.tag == one.tag ? 1 : 0;
    calibration[one.kind].first += guess.p;
    calibration[one.kind].second += 1;
    if (guess.tag != one.tag) ++confused[one.kind][one.tag + ">" + std::string(guess.tag)];
  }
  for (const auto& [kind, languages] : of) {
    double all = 0;
    double major = 0;
    double majors = 0;
    for (const auto& [tag, counts] : languages) {
      const double accuracy =
          100.0 * static_cast<double>(counts.first) / static_cast<double>(counts.second);
      all += accuracy;
      if (std::find(kMajor.begin(), kMajor.end(), tag) != kMajor.end()) {
        major += accuracy;
        majors += 1;
      }
    }
    std::printf("dev %-9s %zu languages %.2f, major %.2f, said p %.3f\n", kind.c_str(),
                languages.size(), all / static_cast<double>(languages.size()), major / majors,
                calibration[kind].first / calibration[kind].second);
    std::vector<std::pair<std::size_t, std::string>> worst;
    for (const auto& [pair, n] : confused[kind]) worst.emplace_back(n, pair);
    std::sort(worst.begin(), worst.end(), std::greater<>());
    for (std::size_t i = 0; i < worst.size() && i < 24; ++i) {
      std::printf(" %s:%zu", worst[i].second.c_str(), worst[i].first);
    }
    std::printf("\n");
  }
}

int train(const std::string& corpus, const std::string& path, std::size_t row_count, double effort,
          float prior, const std::string& keep) {
  auto head = std::make_unique<LanguageModelHead>();
  std::memset(static_cast<void*>(head.get()), 0, sizeof(*head));
  head->letters = letter_tables();
  std::vector<Group> groups;
  groups.reserve(kGroups);
  for (unsigned i = 0; i < kGroups; ++i) groups.emplace_back(i, head->letters);
  std::vector<Held> held;
  read_corpus(corpus, groups, held);
  std::fprintf(stderr, "corpus read, %zu held out\n", held.size());

  head->magic = kLanguageMagic;
  head->format = kLanguageFormat;
  head->dimensions = kDimensions;
  head->only.fill(kNoLanguage);
  // Rows by how many languages a group must tell apart.
  const std::array<double, kGroups> shares = {0.80, 0.14, 0.04, 0.02};
  const std::array<std::size_t, kGroups> examples = {6'000'000, 1'500'000, 500'000, 300'000};
  const std::size_t buckets = row_count / kBucket;
  const double fill = 0.88;
  std::vector<Learned> learned;
  std::vector<Rows> rows;
  std::vector<std::vector<Place>> folded;
  std::vector<float> sizes;
  std::size_t next = 0;
  for (unsigned i = 0; i < kGroups; ++i) {
    Group& group = groups[i];
    const double room = shares[i] * static_cast<double>(row_count) * fill;
    rows.push_back(choose_rows(group, static_cast<std::size_t>(0.45 * room),
                               static_cast<std::size_t>(0.55 * room)));
    std::fprintf(stderr, "group %u: %zu words known, %zu rows of words, %zu of pieces\n", i,
                 group.words.size(), rows[i].words.size(), rows[i].pieces.size());
    learned.push_back(
        learn(group, rows[i], static_cast<std::size_t>(effort * static_cast<double>(examples[i]))));
    head->first[i] = static_cast<std::uint8_t>(next);
    head->count[i] = static_cast<std::uint8_t>(group.languages.size());
    std::vector<float> bias = learned[i].bias;
    for (std::size_t l = 0; l < group.languages.size(); ++l, ++next) {
      const auto& tag = group.languages[l].tag;
      std::memcpy(head->tags[next].data(), tag.data(), tag.size());
      bias[l] += prior * prior_of(tag);
      head->bias[next] = bias[l];
      for (std::size_t d = 0; d < kDimensions; ++d) {
        head->directions[d][next] = learned[i].directions[l][d];
      }
    }
    // What is looked up is the longest piece alone, so its row holds the shorter ones'.
    folded.push_back(learned[i].pieces);
    for (std::size_t r = 0; r < folded[i].size(); ++r) {
      const auto shorter = rows[i].shorter[r];
      if (shorter == UINT32_MAX) continue;
      for (std::size_t d = 0; d < kDimensions; ++d) folded[i][r][d] += folded[i][shorter][d];
    }
    for (const auto& place : folded[i]) {
      for (const float x : place) sizes.push_back(std::fabs(x));
    }
    calibrate(group, learned[i], bias, head->slope[i], held, head->letters);
    for (const float slope : head->slope[i]) std::fprintf(stderr, " %.2f", slope);
    std::fprintf(stderr, " slopes\n");
  }
  for (const auto& [script, tag] : kOnly) {
    std::memcpy(head->tags[next].data(), tag.data(), tag.size());
    head->only[static_cast<std::size_t>(script)] = static_cast<std::uint8_t>(next++);
  }
  head->languages = static_cast<std::uint32_t>(next);

  const auto far =
      sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size()) * 0.9998);
  std::nth_element(sizes.begin(), far, sizes.end());
  head->scale = *far / 127;
  std::vector<Placed> placed;
  std::vector<std::pair<std::uint64_t, Place>> whole;
  float widest = 0;
  std::vector<float> word_sizes;
  for (unsigned i = 0; i < kGroups; ++i) {
    for (std::size_t r = 0; r < rows[i].pieces.size(); ++r) {
      placed.push_back(
          {rows[i].pieces[r], small(folded[i][r], head->scale), 1.0 / static_cast<double>(r + 1)});
    }
    for (const auto& word : groups[i].words) {
      if (word.row == UINT32_MAX) continue;
      Place place = learned[i].words[word.row];
      for (const auto row : word.rows) {
        for (std::size_t d = 0; d < kDimensions; ++d) place[d] += learned[i].pieces[row][d];
      }
      for (const float x : place) word_sizes.push_back(std::fabs(x));
      whole.emplace_back(word.hash, place);
    }
  }
  const auto far_word = word_sizes.begin() +
                        static_cast<std::ptrdiff_t>(static_cast<double>(word_sizes.size()) * 0.999);
  std::nth_element(word_sizes.begin(), far_word, word_sizes.end());
  widest = *far_word;
  while (widest / (head->scale * static_cast<float>(1U << head->word_shift)) > 127)
    ++head->word_shift;
  for (const auto& [hash, place] : whole) {
    placed.push_back(
        {hash, small(place, head->scale * static_cast<float>(1U << head->word_shift)), 1e-3});
  }
  std::fprintf(stderr, "scale %g, shift %u\n", static_cast<double>(head->scale), head->word_shift);

  std::stable_sort(placed.begin(), placed.end(),
                   [](const Placed& a, const Placed& b) { return a.weight > b.weight; });
  head->buckets = static_cast<std::uint32_t>(buckets);
  std::vector<std::uint16_t> tags((buckets + 1) * kBucket);
  std::vector<LanguageRow> all((buckets + 1) * kBucket);
  std::size_t left_out = 0;
  for (const auto& one : placed) {
    const std::size_t bucket = language_bucket(one.hash, head->buckets) * kBucket;
    std::size_t at = bucket;
    while (at < bucket + 2 * kBucket && tags[at] != 0) ++at;
    if (at == bucket + 2 * kBucket) {
      ++left_out;
      continue;
    }
    tags[at] = language_tag(one.hash);
    all[at] = one.row;
  }
  std::fprintf(stderr, "%zu rows, %zu found no place\n", placed.size(), left_out);

  std::string content(reinterpret_cast<const char*>(head.get()), sizeof(*head));
  content.append(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(all[0]));
  content.append(reinterpret_cast<const char*>(tags.data()), tags.size() * sizeof(tags[0]));
  const auto version = static_cast<std::uint32_t>(hash_of(content));
  std::memcpy(content.data() + offsetof(LanguageModelHead, version), &version, sizeof(version));
  std::ofstream(path, std::ios::binary) << content;

  auto model = LanguageModel::open(path);
  if (!model) {
    std::fprintf(stderr, "%s\n", model.error().message.c_str());
    return 1;
  }
  std::printf("%s: %zu bytes, %zu languages\n", path.c_str(), content.size(), next);
  if (!keep.empty()) {
    std::ofstream out(keep);
    for (const auto& one : held) out << one.kind << '\t' << one.tag << '\t' << one.text << '\n';
  }
  measure(**model, held);
  return 0;
}

}  // namespace
}  // namespace rapport

int main(int count, char** arguments) {
  std::vector<std::string> plain;
  std::size_t rows = 57344;
  double effort = 1;
  double prior = 1;
  std::string keep;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--rows" && i + 1 < count) {
      rows = std::strtoul(arguments[++i], nullptr, 10);
    } else if (argument == "--effort" && i + 1 < count) {
      effort = std::atof(arguments[++i]);
    } else if (argument == "--prior" && i + 1 < count) {
      prior = std::atof(arguments[++i]);
    } else if (argument == "--keep-dev" && i + 1 < count) {
      keep = arguments[++i];
    } else {
      plain.push_back(argument);
    }
  }
  if (plain.size() != 2) {
    std::fprintf(stderr, "train_language CORPUS OUT [--rows N] [--effort X] [--prior X]\n");
    return 2;
  }
  return rapport::train(plain[0], plain[1], rows, effort, static_cast<float>(prior), keep);
}
