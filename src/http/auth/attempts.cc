#include "http/auth/attempts.h"

#include <algorithm>
#include <cmath>

namespace rapport {
namespace {

// So many keys at once are an attack; memory stays bounded by then dropping the fullest.
constexpr std::size_t kMostKeys = 100'000;

}  // namespace

std::optional<std::chrono::seconds> Attempts::spend(const std::string& key, Budget budget) {
  const Time now = clock_.now();
  const double per_second =
      static_cast<double>(budget.attempts) / std::chrono::duration<double>(budget.per).count();
  std::lock_guard lock(mutex_);
  if (spent_.size() > kMostKeys) forget_full(now);
  auto [place, fresh] = spent_.try_emplace(key, Spent{double(budget.attempts), now, now});
  Spent& it = place->second;
  const double passed = std::max(0.0, std::chrono::duration<double>(now - it.counted_at).count());
  it.left = std::min<double>(budget.attempts, it.left + passed * per_second);
  it.counted_at = now;
  if (it.left < 1.0) {
    const double wait = (1.0 - it.left) / per_second;
    return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(wait)));
  }
  it.left -= 1.0;
  const double to_full = (budget.attempts - it.left) / per_second;
  it.full_at = now + std::chrono::seconds(static_cast<std::int64_t>(std::ceil(to_full)));
  return std::nullopt;
}

void Attempts::forgive(const std::string& key) {
  std::lock_guard lock(mutex_);
  spent_.erase(key);
}

void Attempts::forget_full(Time now) {
  std::erase_if(spent_, [&](const auto& each) { return each.second.full_at <= now; });
  while (spent_.size() > kMostKeys) {
    spent_.erase(
        std::ranges::min_element(spent_, {}, [](const auto& each) { return each.second.full_at; }));
  }
}

}  // namespace rapport
