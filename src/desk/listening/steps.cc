#include "desk/listening/steps.h"

#include "desk/listening/monitors.h"

namespace rapport {

Result<Steps> steps_of(int days, Time now) {
  if (days < 1 || days > Monitors::kMostDays) return invalid("Ask for 1 to 90 days.", "days");
  Steps steps;
  if (days <= 3) {
    steps.length = std::chrono::hours{1};
    steps.count = 24 * days;
    steps.to = Time{std::chrono::floor<std::chrono::hours>(now)} + steps.length;
  } else {
    steps.count = days;
    steps.to = Time{std::chrono::floor<std::chrono::days>(now)} + steps.length;
  }
  steps.from = steps.to - steps.count * steps.length;
  return steps;
}

}  // namespace rapport
