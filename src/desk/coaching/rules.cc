#include "desk/coaching/coaching.h"

namespace rapport {

Result<std::vector<RuleView>> Coaching::rules(const Member& by) {
  auto brand = brands_.of(by.workspace);
  RAPPORT_TRY(brand);
  std::vector<RuleView> out;
  for (std::size_t i = 0; i < coach::kRules; ++i) {
    const auto rule = static_cast<coach::Rule>(i);
    out.push_back({rule, (*brand)->rules[rule]});
  }
  return out;
}

}  // namespace rapport
