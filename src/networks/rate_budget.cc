#include "networks/rate_budget.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>

namespace rapport {
namespace {

constexpr std::int64_t kMost = 24 * 3600;
constexpr std::int64_t kWithoutWord = 60;  // after a 429 that names no time
constexpr std::int64_t kSurelyEpoch = 1'000'000'000;
constexpr std::int64_t kKeptForPeople = 10;  // a tenth
constexpr std::int64_t kSlowBelow = 4;       // a quarter
constexpr std::chrono::seconds kSameSpan{2};

std::optional<std::int64_t> number(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end == text->data() || value < 0) return std::nullopt;
  return value;
}

// Some servers say when (seconds since 1970), some how long from now.
std::int64_t from_now(std::int64_t reset, std::int64_t now) {
  return reset >= kSurelyEpoch ? reset - now : reset;
}

std::optional<std::int64_t> retry_after(const HttpResponse& response, std::int64_t now) {
  const auto text = response.header("Retry-After");
  if (const auto seconds = number(text)) return seconds;
  if (!text) return std::nullopt;
  const auto date = curl_getdate(std::string(*text).c_str(), nullptr);
  if (date < 0) return std::nullopt;
  return static_cast<std::int64_t>(date) - now;
}

}  // namespace

std::optional<std::int64_t> seconds_to_wait(const HttpResponse& response, Time now) {
  const std::int64_t seconds_now = to_micros(now) / 1'000'000;
  const auto reset = number(response.header("RateLimit-Reset"));
  std::optional<std::int64_t> wait;
  if (response.status == 429) {
    wait = retry_after(response, seconds_now);
    if (!wait && reset) wait = from_now(*reset, seconds_now);
    if (!wait) wait = kWithoutWord;
  } else if (response.status == 503) {
    wait = retry_after(response, seconds_now);
  } else if (number(response.header("RateLimit-Remaining")) == 0 && reset) {
    wait = from_now(*reset, seconds_now);
    if (*wait <= 0) return std::nullopt;
  }
  if (!wait) return std::nullopt;
  return std::clamp<std::int64_t>(*wait, 1, kMost);
}

// How long until `cost` may be drawn; nothing if it may be now.
std::optional<Microseconds> RateBudget::wait_for(const Pool& pool, std::int64_t cost,
                                                 Urgency urgency, Time now) {
  if (urgency == Urgency::kPerson) {
    if (pool.remaining >= cost) return std::nullopt;
    return pool.reset - now;
  }
  const std::int64_t kept = pool.limit / kKeptForPeople;
  const std::int64_t left = pool.remaining - kept;
  if (left < cost) return pool.reset - now;
  if (pool.remaining >= pool.limit / kSlowBelow || !pool.drawn_at) return std::nullopt;
  // What is left is spread over the time that is left.
  const Microseconds gap = (pool.reset - now) * cost / left;
  const Microseconds since = now - *pool.drawn_at;
  if (since >= gap) return std::nullopt;
  return gap - since;
}

std::optional<std::int64_t> RateBudget::must_wait(const std::vector<Draw>& draws, Urgency urgency) {
  std::lock_guard lock(mutex_);
  const Time now = clock_.now();
  Microseconds longest{0};
  for (const Draw& draw : draws) {
    const auto found = budgets_.find(draw.key);
    if (found == budgets_.end()) continue;
    Budget& budget = found->second;
    if (budget.closed_until && *budget.closed_until <= now) budget.closed_until.reset();
    if (budget.closed_until) longest = std::max(longest, *budget.closed_until - now);
    std::erase_if(budget.pools, [&](const auto& each) { return each.second.reset <= now; });
    for (const auto& [policy, pool] : budget.pools) {
      if (const auto wait = wait_for(pool, draw.cost, urgency, now)) {
        longest = std::max(longest, *wait);
      }
    }
    if (!budget.closed_until && budget.pools.empty()) budgets_.erase(found);
  }
  if (longest > Microseconds{0}) {
    return std::chrono::ceil<std::chrono::seconds>(longest).count();
  }
  for (const Draw& draw : draws) {
    const auto found = budgets_.find(draw.key);
    if (found == budgets_.end()) continue;
    for (auto& [policy, pool] : found->second.pools) {
      pool.remaining -= draw.cost;
      if (urgency == Urgency::kBackground) pool.drawn_at = now;
    }
  }
  return std::nullopt;
}

void RateBudget::learn(const std::vector<Draw>& draws, const HttpResponse& response) {
  if (draws.empty()) return;
  const Time now = clock_.now();
  const std::int64_t seconds_now = to_micros(now) / 1'000'000;
  const auto remaining = number(response.header("RateLimit-Remaining"));
  const auto reset = number(response.header("RateLimit-Reset"));
  const std::int64_t limit = number(response.header("RateLimit-Limit")).value_or(0);
  const std::string policy(response.header("RateLimit-Policy").value_or(std::to_string(limit)));

  std::lock_guard lock(mutex_);
  const Draw* drawn = &draws.back();
  for (const Draw& draw : draws) {
    const auto found = budgets_.find(draw.key);
    if (found != budgets_.end() && found->second.pools.contains(policy)) {
      drawn = &draw;
      break;
    }
  }

  if (remaining && reset) {
    const std::int64_t wait = std::min(from_now(*reset, seconds_now), kMost);
    if (wait > 0) {
      const Time until = now + std::chrono::seconds(wait);
      Pool& pool = budgets_[drawn->key].pools[policy];
      // Answers overtake one another: of one span of time the smallest number is the latest.
      const bool same_span = std::chrono::abs(pool.reset - until) <= kSameSpan;
      pool.remaining = same_span ? std::min(pool.remaining, *remaining) : *remaining;
      pool.limit = limit;
      pool.reset = until;
    }
  }
  const bool refused = response.status == 429 || response.status == 503;
  const auto wait = seconds_to_wait(response, now);
  if (refused && wait) {
    auto& closed_until = budgets_[drawn->key].closed_until;
    closed_until = std::max(closed_until.value_or(now), now + std::chrono::seconds(*wait));
  }
}

}  // namespace rapport
