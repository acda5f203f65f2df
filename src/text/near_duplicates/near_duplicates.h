// The same text pasted by many, and templates that are filled in with another name each time.
//
// A text's fingerprint is the set of its words and pairs of neighbouring words, as hashes, in the
// normal form of text/normalise/, with names, links, addresses and numbers blanked and emoji and
// punctuation left out. Two texts are as similar as their sets (Jaccard: shared by all together).
// Broder, "On the resemblance and containment of documents" (1997), for the measure and for finding
// similar sets by their minima; the thresholds are our own, chosen on the invented pairs of the
// test.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/reading.h"

namespace rapport {

// From here on two texts are near-duplicates: about one word in seven may differ.
inline constexpr double kNearDuplicate = 0.6;

// Shorter texts are no near-duplicates: many people say "thank you so much for your help". Only
// with a link or an address they may be, from five words on and if nothing differs.
inline constexpr std::size_t kFewestComparedWords = 8;
inline constexpr std::size_t kFewestWordsWithAddress = 5;

// Plain value of a fixed size, quick to copy and to keep.
struct Fingerprint {
  static constexpr std::size_t kMost = 96;  // of a longer text the smallest: a fair sample

  std::array<std::uint32_t, kMost> hashes{};  // ascending, apart
  std::uint32_t size = 0;
  std::uint32_t words = 0;  // without what was blanked

  bool has_address = false;

  bool comparable() const {
    return words >= kFewestComparedWords || (has_address && words >= kFewestWordsWithAddress);
  }
};

// Working memory of making fingerprints, to be used again; one a thread.
class FingerprintMaker {
 public:
  // Any bytes will do. The same text has the same fingerprint everywhere and always, so it may be
  // kept.
  Fingerprint make(std::string_view text);

 private:
  std::vector<TextEntity> entities_;
  std::vector<std::uint32_t> hashes_;
  std::string normal_;
};

Fingerprint fingerprint_of(std::string_view text);

// Would people call them the same text? Neither may be too short.
bool are_near_duplicates(const Fingerprint& a, const Fingerprint& b);

// 0 to 1; exact for texts of up to about 50 words, estimated from a sample for longer ones.
double similarity(const Fingerprint& a, const Fingerprint& b);

struct NearDuplicate {
  std::int64_t id = 0;
  double similarity = 0;

  bool operator==(const NearDuplicate&) const = default;
};

// The copies of a text among what is kept. Copies of copies count together.
struct Copies {
  std::int64_t first = 0;  // id of the first that was seen, which may be gone by now
  std::size_t count = 0;   // how many are kept, with the one asked about
};

// The most recent posts, by their fingerprints. A post costs about 800 bytes; the oldest goes for a
// new one. Not safe for threads that write.
class RecentTexts {
 public:
  // `most`: how many are kept, at least 1.
  explicit RecentTexts(std::size_t most);

  // The near-duplicates of a text, most similar first, at most kMostFound. What was added last is
  // found first, where there are more.
  static constexpr std::size_t kMostFound = 16;
  void find(const Fingerprint& text, std::vector<NearDuplicate>& out) const;

  // Keeps a post, and says how many copies there are by now. Texts that are too short are not kept.
  Copies add(std::int64_t id, const Fingerprint& text);

  std::size_t size() const;

 private:
  // Sets as similar as s share all minima of a band with probability s^3: of 20 bands at least one
  // is shared by 99 in 100 pairs as similar as the threshold.
  static constexpr std::size_t kBands = 20;
  static constexpr std::size_t kRows = 3;
  static constexpr std::size_t kMostLooked = 24;  // a band's newest
  using Bands = std::array<std::uint32_t, kBands>;

  struct Post {
    std::int64_t id = 0;
    std::int64_t group = 0;
    Fingerprint text;
    std::array<std::uint64_t, kBands> before{};  // numbers of the posts before it in its bands
  };

  static Bands bands_of(const Fingerprint& text);
  bool is_kept(std::uint64_t number) const;
  const Post& post(std::uint64_t number) const { return posts_[(number - 1) % most_]; }
  template <class Each>
  void walk(const Fingerprint& text, const Bands& bands, Each&& each) const;

  std::size_t most_;
  std::vector<Post> posts_;           // a ring; post number n stands at (n - 1) % most_
  std::uint64_t last_ = 0;            // number of the newest; 0: none
  std::size_t slots_;                 // of each band, a power of two
  std::vector<std::uint64_t> heads_;  // number of the newest post of a band's slot
  std::unordered_map<std::int64_t, std::uint32_t> groups_;
  mutable std::vector<std::uint64_t> looked_;
};

}  // namespace rapport
