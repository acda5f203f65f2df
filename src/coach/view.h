// What every rule is shown: the exchange, both sides cut and read, and what several rules ask.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coach/exchange.h"
#include "coach/manner.h"
#include "coach/review.h"
#include "coach/side.h"

namespace rapport::coach {

// What a sentence of the draft is to the person who asked.
enum class Speech : std::uint8_t {
  kSays,    // tells something
  kAsks,    // asks back
  kBoiler,  // could stand in any reply: greeting, thanks, stock phrase
  kSorry,   // says sorry, and nothing else
  kSends,   // sends them elsewhere
  kArgues,  // blames
  kSells,
  kAttends,  // "I am finding out and write here"
};

struct View {
  const Exchange* exchange = nullptr;
  Side draft;
  Side post;
  std::vector<Speech> speech;         // of each sentence of the draft
  float upset_score = 0;              // of whoever gets the draft, now or in the thread (manner.h)
  bool upset = false;                 // surely enough so
  MannerScores manner{};              // of the draft
  std::vector<MannerScores> manners;  // of each of its sentences
  float evasion = 0;                  // of the draft (rules/answer_signs.h)
  bool sounds_upset = false;          // the post does, by its words alone: a sign among others
  bool let_down = false;              // the post, or the one before in the thread, sounds so
  bool trouble = false;               // the post tells of something that went wrong
  std::vector<Span> upset_spans;
  bool first_turn = true;                 // we did not answer them in this thread before
  std::vector<std::size_t> told_already;  // what they got from us that the draft nearly repeats
  std::string first_name;                 // theirs, as one would say it; empty if they show none
  std::vector<Side> articles;             // only the first article_count; title and text together
  std::vector<std::string> article_texts;
  std::size_t article_count = 0;
  std::size_t best_article = kNone;  // the one that answers the post

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

using Findings = std::vector<Finding>;

Span whole(const Side& side);
// Where the words of `phrase` stand in a side, whatever their case; apart and in order.
std::vector<Span> spans_of_words(const Side& side, std::string_view phrase);
// Spans of the sentences of the draft that are surely enough so; where some of `closer` stand in
// one, these instead.
std::vector<Span> sentences_that(const View& view, Manner manner, const std::vector<Span>& closer);
// Spans of the sentences of the draft that are `speech`.
std::vector<Span> spans_of(const View& view, Speech speech);

}  // namespace rapport::coach
