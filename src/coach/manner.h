// How a draft sounds, and how whoever it answers felt: what no single phrase tells is weighed from
// many weak signs. A sign is a thing with a name that a person can read: a word, a class of words
// ("a place to be sent to"), a hit of a list, the shape of a sentence, what was there before.
//
// What is learned of one language holds for the others as far as their lists and classes go.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coach/side.h"

namespace rapport::coach {

struct View;
enum class Speech : std::uint8_t;

enum class Manner : std::uint8_t {
  kUpset,    // of a post: whoever wrote it is angry or hurt
  kUnheard,  // of a draft for somebody upset: it does not show that it heard what happened
  kHears,    // of a draft: it says sorry, or the like, for what happened
  kBlames,   // of a sentence, as all below: blames, argues, holds rules against them
  kSends,    // sends them elsewhere, and that is all
  kSells,
  kOffice,  // as nobody speaks
  kStock,   // could stand under any post
  kCheers,  // makes merry, where somebody is upset
};
inline constexpr std::size_t kManners = 9;

// How much speaks for each; above 0 it is rather so than not.
using MannerScores = std::array<float, kManners>;
using MannerWeights = std::array<std::int16_t, kManners>;  // in hundredths

// The signs found, as hashes of their names.
class Signs {
 public:
  void clear() { hashes_.clear(); }
  // Twice the same weighs once.
  void put(std::string_view kind, std::string_view what = {});
  const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  // Whoever learns wants the names, too; they are kept behind each other, in the order of `hashes`.
  void keep_names(std::vector<std::string>* names) { names_ = names; }

 private:
  std::vector<std::uint64_t> hashes_;
  std::vector<std::string>* names_ = nullptr;
};

// Which sentences of a draft meet which lists of phrases, and what its sentences are, counted once.
class ListHits {
 public:
  static constexpr std::size_t kFewestWords = 3;  // of a sentence that says something

  ListHits(const Side& side, const std::vector<Speech>& speech);
  bool in(std::size_t sentence, std::size_t list) const {
    return ((of_sentence_[sentence] >> list) & 1U) != 0;
  }
  // How many sentences meet a list; are `speech`; say something.
  std::size_t sentences(std::size_t list) const { return sentences_[list]; }
  std::size_t speech(Speech speech) const { return speech_[static_cast<std::size_t>(speech)]; }
  std::size_t saying() const { return saying_; }

 private:
  std::vector<std::uint32_t> of_sentence_;  // a bit a list
  std::array<std::size_t, 32> sentences_{};
  std::array<std::size_t, 16> speech_{};
  std::size_t saying_ = 0;
};

void signs_of_post(const Side& post, Signs& out);
void signs_of_draft(const View& view, const ListHits& hits, Signs& out);
void signs_of_sentence(const View& view, const ListHits& hits, std::size_t sentence, Signs& out);

// "heart", "sad", "sign" (one that points), or "merry".
std::string_view emoji_class(std::string_view emoji);

// What Signs keeps of a sign of this name ("list sell").
std::uint64_t hash_of_sign(std::string_view name);

// The sums of the weights.
MannerScores weigh(const Signs& signs);
float score_of(const MannerScores& scores, Manner manner);

// As likely as the score says, 0 to 1.
double chance(float score);

// Of a sentence or a draft: is it surely enough so?
bool is_so(const MannerScores& scores, Manner manner);
// Of a draft for a post that scores `upset`: are both surely enough so, that whoever wrote it is
// upset and that this is (kUnheard, kCheers)?
bool is_so_to_upset(float upset, const MannerScores& scores, Manner manner);

}  // namespace rapport::coach
