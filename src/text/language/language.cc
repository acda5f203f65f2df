#include "text/language/language.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>

#include "text/language/model_file.h"
#include "text/language/words.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace rapport {
namespace {

static_assert(std::endian::native == std::endian::little, "the file is little-endian");

// What stands further on in a text changes the answer no more.
constexpr std::size_t kMostLettersRead = 240;
// A language that the client named is believed if the text makes it nearly as likely as the best.
constexpr float kTie = 0.7F;
// A letter of a script without spaces says as much as a few of an alphabet.
constexpr std::size_t kLettersOfASign = 3;

using Sums = std::array<std::int32_t, kDimensions>;

#if defined(__SSE2__)

// Of at most 250 rows, in sixteen bits.
class RowSum {
 public:
  void add(const LanguageRow& row) {
    const auto* from = reinterpret_cast<const __m128i*>(row.data());
    for (std::size_t half = 0; half < 2; ++half) {
      const __m128i bytes = _mm_loadu_si128(from + half);
      const __m128i signs = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
      sum_[2 * half] = _mm_add_epi16(sum_[2 * half], _mm_unpacklo_epi8(bytes, signs));
      sum_[2 * half + 1] = _mm_add_epi16(sum_[2 * half + 1], _mm_unpackhi_epi8(bytes, signs));
    }
  }
  void add_to(Sums& sums, std::uint32_t shift) const {
    auto* to = reinterpret_cast<__m128i*>(sums.data());
    const __m128i by = _mm_cvtsi32_si128(static_cast<int>(shift));
    for (std::size_t i = 0; i < 4; ++i) {
      const __m128i signs = _mm_cmpgt_epi16(_mm_setzero_si128(), sum_[i]);
      const __m128i low = _mm_sll_epi32(_mm_unpacklo_epi16(sum_[i], signs), by);
      const __m128i high = _mm_sll_epi32(_mm_unpackhi_epi16(sum_[i], signs), by);
      _mm_storeu_si128(to + 2 * i, _mm_add_epi32(_mm_loadu_si128(to + 2 * i), low));
      _mm_storeu_si128(to + 2 * i + 1, _mm_add_epi32(_mm_loadu_si128(to + 2 * i + 1), high));
    }
  }

 private:
  __m128i sum_[4] = {_mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(),
                     _mm_setzero_si128()};
};

// One bit for each of the sixteen tags of two buckets that is this one.
inline unsigned places_of(const std::uint16_t* tags, std::uint16_t tag) {
  const auto* from = reinterpret_cast<const __m128i*>(tags);
  const __m128i wanted = _mm_set1_epi16(static_cast<std::int16_t>(tag));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(_mm_loadu_si128(from), wanted),
                                        _mm_cmpeq_epi16(_mm_loadu_si128(from + 1), wanted))));
}

#else

class RowSum {
 public:
  void add(const LanguageRow& row) {
    for (std::size_t i = 0; i < kDimensions; ++i)
      sum_[i] = static_cast<std::int16_t>(sum_[i] + row[i]);
  }
  void add_to(Sums& sums, std::uint32_t shift) const {
    for (std::size_t i = 0; i < kDimensions; ++i) sums[i] += sum_[i] * (1 << shift);
  }

 private:
  std::array<std::int16_t, kDimensions> sum_{};
};

inline unsigned places_of(const std::uint16_t* tags, std::uint16_t tag) {
  unsigned out = 0;
  for (unsigned i = 0; i < 2 * kBucket; ++i) out |= (tags[i] == tag ? 1U : 0U) << i;
  return out;
}

#endif

static_assert(kDimensions == 32);

class MappedLanguageModel final : public LanguageModel {
 public:
  MappedLanguageModel(void* mapped, std::size_t size)
      : mapped_(mapped), size_(size), head_(*static_cast<const LanguageModelHead*>(mapped)) {
    const char* at = static_cast<const char*>(mapped) + sizeof(LanguageModelHead);
    rows_ = reinterpret_cast<const LanguageRow*>(at);
    at += kBucket * sizeof(LanguageRow) * (head_.buckets + std::size_t{1});
    tags_ = reinterpret_cast<const std::uint16_t*>(at);
    for (std::size_t i = 0; i < head_.languages; ++i) {
      const auto& tag = head_.tags[i];
      names_[i] = {tag.data(), ::strnlen(tag.data(), tag.size())};
      all_.set(i);
    }
  }
  ~MappedLanguageModel() override { ::munmap(mapped_, size_); }
  MappedLanguageModel(const MappedLanguageModel&) = delete;
  MappedLanguageModel& operator=(const MappedLanguageModel&) = delete;

  LanguageGuess guess(std::string_view text, std::string_view hint) const override {
    return guess_among(text, hint, all_);
  }

  LanguageGuess guess_among(std::string_view text, std::string_view hint,
                            const LanguageSet& among) const override {
    Look look(*this);
    each_word(text, head_.letters, look);
    look.finish();
    // Japanese is told by its kana; it writes half of its words in Han.
    auto& letters = look.letters_of;
    if (letters[index(Script::kKana)] * 8 >= letters[index(Script::kHan)]) {
      letters[index(Script::kKana)] +=
          letters[index(Script::kHan)] * (letters[index(Script::kKana)] > 0 ? 1U : 0U);
    }

    Script script = Script::kNone;
    std::size_t most = 0;
    for (std::size_t i = 1; i < kScripts; ++i) {
      const std::size_t weight = letters[i] * (i >= index(Script::kHangul) ? kLettersOfASign : 1);
      if (weight > most && has_any(static_cast<Script>(i), among)) {
        most = weight;
        script = static_cast<Script>(i);
      }
    }
    if (script == Script::kNone) return {};
    const std::size_t count = letters[index(script)];
    if (!is_group(script)) {
      return {names_[head_.only[index(script)]], count > 1 ? 0.99F : 0.9F};
    }
    if (count < 2) return {};
    return best_of(group_of(script), count, look.sums[group_of(script)], hint, among);
  }

  std::span<const std::string_view> languages() const override {
    return {names_.data(), head_.languages};
  }

  LanguageSet set_of(std::span<const std::string_view> tags) const override {
    LanguageSet out;
    for (std::size_t i = 0; i < head_.languages; ++i) {
      if (std::ranges::find(tags, names_[i]) != tags.end()) out.set(i);
    }
    return out;
  }

  std::size_t bytes() const override { return size_; }

 private:
  static constexpr std::size_t index(Script script) { return static_cast<std::size_t>(script); }

  // Rows to add, asked for from memory before they are needed.
  struct Waiting {
    std::array<const LanguageRow*, 64> rows;
    std::size_t count = 0;

    bool put(const LanguageRow* row) {
      __builtin_prefetch(row);
      rows[count++] = row;
      return count == rows.size();
    }
    void add_to(Sums& sums, std::uint32_t shift) {
      RowSum sum;
      for (std::size_t i = 0; i < count; ++i) sum.add(*rows[i]);
      sum.add_to(sums, shift);
      count = 0;
    }
  };

  // What each_word shows its words to.
  struct Look {
    // Leaves the rows of Waiting as they are: clearing a kilobyte a post would show.
    explicit Look(const MappedLanguageModel& of) : model(of) {}

    const MappedLanguageModel& model;
    std::array<std::size_t, kScripts> letters_of{};
    std::size_t letters_read = 0;
    unsigned group = 0;
    Waiting words;
    Waiting pieces;
    std::array<Sums, kGroups> sums{};

    bool letters(Script script, std::size_t count) {
      letters_of[index(script)] += count;
      letters_read += count;
      return letters_read < kMostLettersRead;
    }
    void word(Script script, const Word& word) {
      if (group != group_of(script)) {
        finish();
        group = group_of(script);
      }
      if (const LanguageRow* known = model.find(word.hash)) {
        if (words.put(known)) finish();
      } else {
        model.each_piece(word, [&](const LanguageRow* row) {
          if (pieces.put(row)) finish();
        });
      }
    }
    void finish() {
      words.add_to(sums[group], model.head_.word_shift);
      pieces.add_to(sums[group], 0);
    }
  };

  // Where the rows of a hash may stand, and which of the sixteen there are its own.
  struct Places {
    std::size_t begin;
    unsigned which;
  };
  Places places_of_hash(std::uint64_t hash) const {
    const std::size_t begin = language_bucket(hash, head_.buckets) * kBucket;
    return {begin, places_of(tags_ + begin, language_tag(hash))};
  }
  const LanguageRow* row_of(const Places& places) const {
    return rows_ + places.begin + static_cast<std::size_t>(std::countr_zero(places.which));
  }
  const LanguageRow* find(std::uint64_t hash) const {
    const Places places = places_of_hash(hash);
    return places.which == 0 ? nullptr : row_of(places);
  }

  // Calls use(row) for the longest known piece from each letter on. Looks for three, four and five
  // letters at once: which of them is known cannot be foreseen, and a wrong guess costs more than a
  // look.
  template <class Use>
  void each_piece(const Word& word, Use&& use) const {
    for (std::size_t begin = 0; begin < word.size; ++begin) {
      const std::size_t longest = longest_piece(word, begin);
      const Places three =
          places_of_hash(hash_of_piece(word, begin, std::min<std::size_t>(3, longest)));
      const Places four =
          places_of_hash(hash_of_piece(word, begin, std::min<std::size_t>(4, longest)));
      const Places five = places_of_hash(hash_of_piece(word, begin, longest));
      std::size_t at = four.which != 0 ? four.begin : three.begin;
      unsigned which = four.which != 0 ? four.which : three.which;
      at = five.which != 0 ? five.begin : at;
      which = five.which != 0 ? five.which : which;
      if (which != 0) {
        use(row_of({at, which}));
        continue;
      }
      for (std::size_t size = std::min<std::size_t>(2, longest - 1); size >= shortest_piece(begin);
           --size) {
        if (const LanguageRow* row = find(hash_of_piece(word, begin, size))) {
          use(row);
          break;
        }
      }
    }
  }

  bool has_any(Script script, const LanguageSet& among) const {
    if (!is_group(script)) {
      const std::uint8_t only = head_.only[index(script)];
      return only != kNoLanguage && among.test(only);
    }
    const unsigned group = group_of(script);
    for (std::size_t i = 0; i < head_.count[group]; ++i) {
      if (among.test(head_.first[group] + i)) return true;
    }
    return false;
  }

  // May write up to three more than `count`.
  void score(std::size_t first, std::size_t count, const Sums& sums,
             std::array<float, kMostLanguages>& scores) const {
    std::array<float, kDimensions> place;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      place[d] = static_cast<float>(sums[d]) * head_.scale;
    }
#if defined(__SSE2__)
    for (std::size_t i = 0; i < count; i += 4) {
      __m128 even = _mm_loadu_ps(head_.bias.data() + first + i);
      __m128 odd = _mm_setzero_ps();
      for (std::size_t d = 0; d < kDimensions; d += 2) {
        even = _mm_add_ps(even, _mm_mul_ps(_mm_set1_ps(place[d]),
                                           _mm_loadu_ps(head_.directions[d].data() + first + i)));
        odd = _mm_add_ps(odd, _mm_mul_ps(_mm_set1_ps(place[d + 1]),
                                         _mm_loadu_ps(head_.directions[d + 1].data() + first + i)));
      }
      _mm_storeu_ps(scores.data() + i, _mm_add_ps(even, odd));
    }
#else
    for (std::size_t i = 0; i < count; ++i) {
      scores[i] = head_.bias[first + i];
      for (std::size_t d = 0; d < kDimensions; ++d) {
        scores[i] += place[d] * head_.directions[d][first + i];
      }
    }
#endif
  }

  LanguageGuess best_of(unsigned group, std::size_t letters, const Sums& sums,
                        std::string_view hint, const LanguageSet& among) const {
    const std::size_t first = head_.first[group];
    const std::size_t count = head_.count[group];
    std::array<float, kMostLanguages> scores;
    score(first, count, sums, scores);

    std::size_t best = kMostLanguages;
    for (std::size_t i = 0; i < count; ++i) {
      if (among.test(first + i) && (best == kMostLanguages || scores[i] > scores[best])) best = i;
    }
    const float slope = head_.slope[group][language_length(letters)];
    float total = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const float below = slope * (scores[i] - scores[best]);
      if (among.test(first + i) && below > -9) total += std::exp(below);
    }
    float p = 1 / total;
    if (!hint.empty() && p < 0.6F) {
      const std::string_view base = hint.substr(0, hint.find_first_of("-_"));
      for (std::size_t i = 0; i < count; ++i) {
        if (names_[first + i] != base || !among.test(first + i)) continue;
        const float near = std::exp(slope * (scores[i] - scores[best]));
        if (near >= kTie) {
          best = i;
          p *= near;
        }
      }
    }
    return {names_[first + best], p};
  }

  void* mapped_;
  std::size_t size_;
  const LanguageModelHead& head_;
  const std::uint16_t* tags_ = nullptr;
  const LanguageRow* rows_ = nullptr;
  std::array<std::string_view, kMostLanguages> names_;
  LanguageSet all_;
};

Error broken(const std::string& path, const std::string& why) {
  return Error{ErrorKind::kInvalid, path + " cannot be read: " + why + ".", {}, {}, {}};
}

// A file that lies about its own sizes must not make us read beside it.
bool is_sound(const LanguageModelHead& head) {
  if (head.languages > kMostLanguages || head.buckets == 0 || head.buckets > kMostBuckets ||
      head.word_shift > 8) {
    return false;
  }
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (std::size_t{head.first[i]} + head.count[i] > head.languages ||
        std::size_t{head.first[i]} + head.count[i] + 3 > kMostLanguages) {
      return false;
    }
  }
  return std::ranges::all_of(
      head.only, [&](std::uint8_t only) { return only == kNoLanguage || only < head.languages; });
}

}  // namespace

Result<std::shared_ptr<const LanguageModel>> LanguageModel::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(broken(path, std::strerror(errno)));
  struct stat info {};
  ::fstat(file, &info);
  const auto size = static_cast<std::size_t>(info.st_size);
  void* mapped = size >= sizeof(LanguageModelHead)
                     ? ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0)
                     : MAP_FAILED;
  ::close(file);
  if (mapped == MAP_FAILED) return fail(broken(path, "it is cut short"));
  const auto& head = *static_cast<const LanguageModelHead*>(mapped);
  const auto refuse = [&](const char* why) {
    ::munmap(mapped, size);
    return fail(broken(path, why));
  };
  if (head.magic != kLanguageMagic) return refuse("this is no language model");
  if (head.format != kLanguageFormat || head.dimensions != kDimensions || !is_sound(head)) {
    return refuse("it is of another version of Rapport");
  }
  const std::size_t rows = kBucket * (head.buckets + std::size_t{1});
  if (size != sizeof(LanguageModelHead) + rows * (sizeof(std::uint16_t) + sizeof(LanguageRow))) {
    return refuse("it is cut short");
  }
  return std::make_shared<const MappedLanguageModel>(mapped, size);
}

}  // namespace rapport
