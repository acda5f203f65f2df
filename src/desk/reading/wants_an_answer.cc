#include "desk/reading/wants_an_answer.h"

#include <algorithm>

namespace rapport {

bool wants_an_answer(const ReadingGist& reading) {
  return reading.needs_reply || std::ranges::any_of(reading.intents, [](Intent each) {
           return each == Intent::kQuestion || each == Intent::kProblem ||
                  each == Intent::kRequest || each == Intent::kComplaint ||
                  each == Intent::kSalesInterest;
         });
}

}  // namespace rapport
