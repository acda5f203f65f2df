#include "base/tid.h"

#include <algorithm>
#include <random>

namespace rapport {
namespace {

constexpr std::string_view kAlphabet = "234567abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kLength = 13;
constexpr int kClockIdBits = 10;
constexpr std::uint64_t kClockIdMask = (1U << kClockIdBits) - 1;
constexpr std::int64_t kMostMicros = (std::int64_t{1} << 53) - 1;

std::string encode(std::uint64_t bits) {
  std::string text(kLength, kAlphabet.front());
  for (auto each = text.rbegin(); each != text.rend(); ++each) {
    *each = kAlphabet[bits & 31U];
    bits >>= 5U;
  }
  return text;
}

}  // namespace

TidMaker::TidMaker(const Clock& clock)
    : TidMaker(clock, static_cast<std::uint16_t>(std::random_device{}())) {}

TidMaker::TidMaker(const Clock& clock, std::uint16_t clock_id)
    : clock_(clock), clock_id_(clock_id & kClockIdMask) {}

std::string TidMaker::make() {
  std::lock_guard lock(mutex_);
  last_ = std::clamp(to_micros(clock_.now()), last_ + 1, kMostMicros);
  return encode((static_cast<std::uint64_t>(last_) << kClockIdBits) | clock_id_);
}

std::string make_tid(Time at, std::uint16_t clock_id) {
  const std::int64_t micros = std::clamp<std::int64_t>(to_micros(at), 0, kMostMicros);
  return encode((static_cast<std::uint64_t>(micros) << kClockIdBits) | (clock_id & kClockIdMask));
}

bool is_tid(std::string_view text) {
  // The first character holds the sign bit, which is zero: the upper half of the alphabet is out.
  return text.size() == kLength &&
         kAlphabet.substr(0, 16).find(text.front()) != std::string_view::npos &&
         text.find_first_not_of(kAlphabet) == std::string_view::npos;
}

std::optional<Time> tid_time(std::string_view text) {
  if (!is_tid(text)) return std::nullopt;
  std::uint64_t bits = 0;
  for (const char c : text) bits = (bits << 5U) | kAlphabet.find(c);
  return from_micros(static_cast<std::int64_t>(bits >> kClockIdBits));
}

}  // namespace rapport
