#include "text/near_duplicates/near_duplicates.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>
#include <string>

#include "model/reading.h"
#include "text/characters/characters.h"
#include "text/entities/entities.h"
#include "text/normalise/normalise.h"

namespace rapport {
namespace {

constexpr std::uint64_t kOffset = 0xCBF29CE484222325U;
constexpr std::uint64_t kPrime = 0x100000001B3U;

std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t hash = kOffset;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

// The finisher of MurmurHash3: every bit of the outcome hangs on every bit of the number.
std::uint64_t mix(std::uint64_t number) {
  number ^= number >> 33U;
  number *= 0xFF51AFD7ED558CCDU;
  number ^= number >> 33U;
  number *= 0xC4CEB9FE1A85EC53U;
  number ^= number >> 33U;
  return number;
}

std::uint32_t short_hash(std::uint64_t number) {
  return static_cast<std::uint32_t>(mix(number) >> 32U);
}

constexpr std::uint64_t kName = 1;
constexpr std::uint64_t kAddress = 2;
constexpr std::uint64_t kNumber = 3;
constexpr std::size_t kMostWords = 4096;

// Takes words one by one and keeps the hashes of them and of neighbours.
class Words {
 public:
  explicit Words(std::vector<std::uint32_t>& hashes) : hashes_(hashes) {}

  void add(std::uint64_t word) {
    if (added_ == kMostWords) return;
    ++added_;
    hashes_.push_back(short_hash(word));
    if (last_ != 0) hashes_.push_back(short_hash(std::rotl(last_, 17) + word));
    last_ = word;
    if (word > kNumber) ++count_;
  }
  // Without what was blanked.
  std::size_t count() const { return count_; }

  // The words of a normal form. A script without spaces has a word for each character.
  void add_all(std::string_view normal) {
    const CharacterTable& table = CharacterTable::get();
    std::size_t begin = 0;
    std::size_t at = 0;
    bool has_letters = false;
    bool has_digits = false;
    const auto end_word = [&] {
      if (at > begin && (has_letters || has_digits)) {
        add(has_digits ? kNumber : hash_bytes(normal.substr(begin, at - begin)));
      }
      has_letters = has_digits = false;
    };
    while (at < normal.size()) {
      const Decoded next = decode(normal, at);
      const unsigned bits = table.of(next.point);
      if ((bits & kUnspacedClass) != 0) {
        end_word();
        add(next.point + 0x100U);
        begin = at = at + next.size;
        continue;
      }
      const bool apostrophe = next.point == U'\'' && has_letters;
      if (!apostrophe && (bits & (kLetterClass | kMarkClass | kNumberClass)) == 0) {
        end_word();
        begin = at = at + next.size;
        continue;
      }
      has_letters = has_letters || (bits & kLetterClass) != 0;
      has_digits = has_digits || (bits & kNumberClass) != 0;
      at += next.size;
    }
    end_word();
  }

 private:
  std::vector<std::uint32_t>& hashes_;
  std::uint64_t last_ = 0;
  std::size_t added_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

Fingerprint FingerprintMaker::make(std::string_view text) {
  if (text.size() > kMostComparedBytes) text = text.substr(0, kMostComparedBytes);
  entities_.clear();
  find_entities(text, entities_);
  hashes_.clear();
  Words words(hashes_);
  Fingerprint made;
  const auto add_between = [&](std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    normal_.clear();
    append_normal_form(text.substr(begin, end - begin), normal_);
    words.add_all(normal_);
  };
  std::size_t begin = 0;
  for (const TextEntity& each : entities_) {
    if (each.kind == TextEntityKind::kHashtag) continue;  // a word like others
    add_between(begin, each.span.begin);
    begin = each.span.end;
    if (each.kind == TextEntityKind::kMention || each.kind == TextEntityKind::kCashtag) {
      words.add(kName);
    } else if (each.kind != TextEntityKind::kEmoji) {
      words.add(kAddress);
      made.has_address = true;
    }
  }
  add_between(begin, text.size());

  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  made.words = static_cast<std::uint32_t>(words.count());
  made.size = static_cast<std::uint32_t>(std::min(hashes_.size(), Fingerprint::kMost));
  std::copy_n(hashes_.begin(), made.size, made.hashes.begin());
  return made;
}

namespace {

bool is_near(const Fingerprint& a, const Fingerprint& b, double similar) {
  const bool is_short = std::min(a.words, b.words) < kFewestComparedWords;
  return a.comparable() && b.comparable() && similar >= (is_short ? 1.0 : kNearDuplicate);
}

}  // namespace

bool are_near_duplicates(const Fingerprint& a, const Fingerprint& b) {
  return is_near(a, b, similarity(a, b));
}

Fingerprint fingerprint_of(std::string_view text) { return FingerprintMaker().make(text); }

double similarity(const Fingerprint& a, const Fingerprint& b) {
  if (a.size == 0 || b.size == 0) return 0;
  // A full fingerprint is a sample: what lies beyond its greatest hash is unknown.
  std::uint32_t limit = std::numeric_limits<std::uint32_t>::max();
  if (a.size == Fingerprint::kMost) limit = std::min(limit, a.hashes[a.size - 1]);
  if (b.size == Fingerprint::kMost) limit = std::min(limit, b.hashes[b.size - 1]);
  std::size_t i = 0;
  std::size_t j = 0;
  std::size_t shared = 0;
  std::size_t all = 0;
  const auto more = [&](const Fingerprint& of, std::size_t at) {
    return at < of.size && of.hashes[at] <= limit;
  };
  while (more(a, i) || more(b, j)) {
    ++all;
    if (!more(b, j) || (more(a, i) && a.hashes[i] < b.hashes[j])) {
      ++i;
    } else if (!more(a, i) || b.hashes[j] < a.hashes[i]) {
      ++j;
    } else {
      ++shared;
      ++i;
      ++j;
    }
  }
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

RecentTexts::RecentTexts(std::size_t most)
    : most_(std::max<std::size_t>(most, 1)),
      posts_(most_),
      slots_(std::bit_ceil(most_)),
      heads_(kBands * slots_, 0) {}

std::size_t RecentTexts::size() const {
  return static_cast<std::size_t>(std::min<std::uint64_t>(last_, most_));
}

bool RecentTexts::is_kept(std::uint64_t number) const {
  return number != 0 && number + most_ > last_;
}

RecentTexts::Bands RecentTexts::bands_of(const Fingerprint& text) {
  // A permutation of the hashes for each row: multiplied by an odd number of its own.
  struct Row {
    std::uint32_t turn = 0;
    std::uint32_t factor = 0;
  };
  static const auto rows = [] {
    std::array<Row, kBands * kRows> made;
    for (std::size_t i = 0; i < made.size(); ++i) {
      made[i] = {short_hash(0x10000 + i), short_hash(i + 1) | 1U};
    }
    return made;
  }();
  Bands bands;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t key = band;
    for (std::size_t row = 0; row < kRows; ++row) {
      const auto [turn, factor] = rows[band * kRows + row];
      std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
      for (std::size_t i = 0; i < text.size; ++i) {
        // The high bits of a product hang on all bits of the number, its low ones don't.
        least = std::min(least, std::rotl(text.hashes[i] ^ turn, 16) * factor);
      }
      key = mix(key + least);
    }
    bands[band] = static_cast<std::uint32_t>(key >> 32U);
  }
  return bands;
}

// Calls `each` once with every kept post that shares a band, of each band the newest.
template <class Each>
void RecentTexts::walk(const Fingerprint& text, const Bands& bands, Each&& each) const {
  looked_.clear();
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t number = heads_[band * slots_ + (bands[band] & (slots_ - 1))];
    // Older posts come behind newer ones: the first that is gone ends it.
    for (std::size_t looked = 0; looked < kMostLooked && is_kept(number); ++looked) {
      looked_.push_back(number);
      number = post(number).before[band];
    }
  }
  std::sort(looked_.begin(), looked_.end(), std::greater<>());
  looked_.erase(std::unique(looked_.begin(), looked_.end()), looked_.end());
  for (const std::uint64_t number : looked_) {
    const Post& its = post(number);
    const double similar = similarity(text, its.text);
    if (is_near(text, its.text, similar)) each(its, similar);
  }
}

void RecentTexts::find(const Fingerprint& text, std::vector<NearDuplicate>& out) const {
  out.clear();
  if (!text.comparable()) return;
  walk(text, bands_of(text), [&](const Post& its, double similar) {
    out.push_back({its.id, similar});
  });
  std::stable_sort(out.begin(), out.end(), [](const NearDuplicate& a, const NearDuplicate& b) {
    return a.similarity > b.similarity;
  });
  if (out.size() > kMostFound) out.resize(kMostFound);
}

Copies RecentTexts::add(std::int64_t id, const Fingerprint& text) {
  if (!text.comparable()) return {id, 1};
  const Bands bands = bands_of(text);
  std::int64_t group = id;
  double best = 0;
  walk(text, bands, [&](const Post& its, double similar) {
    if (similar <= best) return;
    best = similar;
    group = its.group;
  });

  ++last_;
  Post& its = posts_[(last_ - 1) % most_];
  if (last_ > most_) {
    const auto old = groups_.find(its.group);
    if (old != groups_.end() && --old->second == 0) groups_.erase(old);
  }
  its.id = id;
  its.group = group;
  its.text = text;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t& head = heads_[band * slots_ + (bands[band] & (slots_ - 1))];
    its.before[band] = head;
    head = last_;
  }
  return {group, ++groups_[group]};
}

}  // namespace rapport
