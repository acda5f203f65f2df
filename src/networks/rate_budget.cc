#include "networks/rate_budget.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>

namespace rapport {
namespace {

constexpr std::int64_t kMost = 24 * 3600;
constexpr std::int64_t kWithoutWord = 60;  // after a 429 that names no time
constexpr std::int64_t kSurelyEpoch = 1'000'000'000;

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

std::optional<std::int64_t> RateBudget::must_wait(const std::string& key) {
  std::lock_guard lock(mutex_);
  const auto found = closed_until_.find(key);
  if (found == closed_until_.end()) return std::nullopt;
  const Time now = clock_.now();
  if (found->second <= now) {
    closed_until_.erase(found);
    return std::nullopt;
  }
  return std::chrono::ceil<std::chrono::seconds>(found->second - now).count();
}

void RateBudget::learn(const std::string& key, const HttpResponse& response) {
  const Time now = clock_.now();
  const auto wait = seconds_to_wait(response, now);
  if (!wait) return;
  std::lock_guard lock(mutex_);
  closed_until_[key] = now + std::chrono::seconds(*wait);
}

}  // namespace rapport
