#include "desk/knowledge/asked_lately.h"

#include <algorithm>
#include <utility>

namespace rapport {

AskedLately::Answer AskedLately::suggest(std::string_view post) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(kept_, post, &Kept::post);
    if (found != kept_.end()) {
      std::rotate(kept_.begin(), found, found + 1);
      return kept_.front().answer;
    }
  }
  // Two who ask the same at once both wait for it; that is rarer than one who waits for another.
  auto answer = std::make_shared<const std::vector<Suggestion>>(index_.suggest(post, most_));
  const std::lock_guard lock(mutex_);
  kept_.push_front({std::string(post), answer});
  if (kept_.size() > kMost) kept_.pop_back();
  return answer;
}

}  // namespace rapport
