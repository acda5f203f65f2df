// The phrases that more than one rule asks about.

#pragma once

#include "coach/phrases.h"

namespace rapport::coach {

const Phrases& stock_phrases();      // could stand under any post
const Phrases& sending_phrases();    // send them to another place
const Phrases& arguing_phrases();    // blame, or quote rules at them
const Phrases& selling_phrases();    // adverts, superlatives, calls to act
const Phrases& sorry_phrases();      // an apology, or a sign that we understood
const Phrases& attending_phrases();  // we are finding out, and say so here
const Phrases& angry_phrases();      // whoever writes so is upset
const Phrases& greeting_phrases();
const Phrases& thanks_phrases();
const Phrases& office_phrases();  // as nobody speaks

// Could words [begin, end) be said to anybody about anything ("Hope you find what you need")?
bool says_nothing(const Side& side, std::size_t begin, std::size_t end);

}  // namespace rapport::coach
