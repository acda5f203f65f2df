// The phrases that the rule "promise" asks about.

#pragma once

#include "coach/phrases.h"

namespace rapport::coach {

// What commits the house whatever else the sentence says, unless the sentence takes it away.
const Phrases& refunds();
const Phrases& promised_days();  // that things will have happened on
const Phrases& guarantees();

// What commits it only together: something still to come and a day, or something given back and
// money.
const Phrases& still_to_come();
const Phrases& diary_days();  // or an hour, as one would write it into a diary
const Phrases& weekdays();
const Phrases& given_back();
const Phrases& their_money();

// What takes it away.
const Phrases& only_tells();    // we write, ask or know by then; they may come; it is open till
const Phrases& timetable();     // what goes or takes place on its day without us
const Phrases& over_or_open();  // it was done, or they would have to do it
const Phrases& on_terms();      // money that comes back until a day, or that we look into
const Phrases& was_done();
const Phrases& not_promised();  // "I can't promise it"
const Phrases& never_so();      // negations
const Phrases& no_need();       // … that deny nothing: "no problem, we refund it"

// "A two-year guarantee", as a thing that one has; and a word that tells of one, or gives it.
const Phrases& guarantee_as_a_thing();
const Phrases& guarantee_for_how_long();

}  // namespace rapport::coach
