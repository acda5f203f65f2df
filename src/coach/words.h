// The phrases that more than one rule asks about.

#pragma once

#include <cstdint>
#include <vector>

#include "coach/phrases.h"

namespace rapport::coach {

const Phrases& stock_phrases();         // could stand under any post
const Phrases& sending_phrases();       // send them to another place
const Phrases& arguing_phrases();       // blame or argue
const Phrases& reproach_phrases();      // of these, what blames whoever it is said to
const Phrases& rule_phrases();          // quote rules, which is no answer to whoever was let down
const Phrases& forgiving_phrases();     // look like blame, and take it away ("not your fault")
const Phrases& selling_phrases();       // adverts, superlatives, calls to act
const Phrases& sorry_phrases();         // an apology, or a plain sign that we understood
const Phrases& heard_phrases();         // shows besides that we heard what went wrong
const Phrases& hollow_sorry_phrases();  // an apology for what it did to them in general
const Phrases& thin_sorry_phrases();    // said of anything: no word of what happened
const Phrases& attending_phrases();     // we are finding out, and say so here
const Phrases& angry_phrases();         // whoever writes so is upset
const Phrases& trouble_phrases();       // something went wrong for them
const Phrases& sarcasm_phrases();       // praise that is none
const Phrases& hardship_phrases();      // and it weighs: harm, loss, silence, once more
const Phrases& greeting_phrases();
const Phrases& thanks_phrases();
const Phrases& office_phrases();  // as nobody speaks

// Where a text blames or argues; quoting rules counts or is left out.
enum class Rules : std::uint8_t { kCount, kLeaveOut };
std::vector<Span> arguing_spans(const Side& side, Rules rules);
bool argues(const Side& side, std::size_t sentence);
// "Where is it???", "Again!!"
bool insists(std::string_view text);

bool any_begins_in(const std::vector<Span>& spans, Span within);

// Could words [begin, end) be said to anybody about anything ("Hope you find what you need")?
bool says_nothing(const Side& side, std::size_t begin, std::size_t end);

}  // namespace rapport::coach
