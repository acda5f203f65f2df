// What kind of answer a question wants, and what is of that kind.

#pragma once

#include <cstddef>

#include "coach/phrases.h"
#include "coach/rules/points.h"
#include "coach/view.h"

namespace rapport::coach {

// How a question wants to be answered.
enum class Wants { kYesOrNo, kTime, kAmount, kPlace, kReason, kAnything };

Wants wants_of(const Side& post, PostPart part);

// Is it the kind of thing that such a question wants?
bool is_kind(const Side& draft, Wants wants, std::size_t begin, std::size_t end);

// Does the draft, in words [begin, end), say anything at all?
bool says_anything(const Side& draft, std::size_t begin, std::size_t end);

// "K1 or K2?": a sentence of the draft names one of them, however it does.
bool chooses(const View& view, PostPart part, std::size_t sentence);

const Phrases& yes_or_no();      // one way or the other
const Phrases& plain_reasons();  // "because"
const Phrases& plain_answers();  // "yes", "you can"
const Phrases& answers_all();    // "both"

}  // namespace rapport::coach
