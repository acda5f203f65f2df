#include "coach/manner_weights.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/embedded.h"

namespace rapport::coach {
namespace {

constexpr std::string_view kSureFrom = "sure from";

// Takes what stands before the next `end`, or all.
std::string_view take(std::string_view& text, char end) {
  const std::string_view out = text.substr(0, text.find(end));
  text.remove_prefix(std::min(out.size() + 1, text.size()));
  return out;
}

// "sign<TAB>-86<TAB>14 …", a number a manner.
std::optional<WeighedSign> sign_of(std::string_view line) {
  WeighedSign out;
  out.name = take(line, '\t');
  for (std::int16_t& weight : out.weights) {
    const std::string_view number = take(line, '\t');
    const char* end = number.data() + number.size();
    if (std::from_chars(number.data(), end, weight).ptr != end || number.empty()) return {};
  }
  return line.empty() ? std::optional(out) : std::nullopt;
}

}  // namespace

MannerTable::MannerTable(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = take(text, '\n');
    if (line.empty() || line.starts_with("# ")) continue;
    const std::optional<WeighedSign> sign = sign_of(line);
    if (!sign) {
      ++wrong_lines;
    } else if (sign->name == kSureFrom) {
      sure_from = sign->weights;
    } else {
      signs.push_back(*sign);
    }
  }
}

const MannerTable& MannerTable::shipped() {
  static const MannerTable kTable = [] {
    const auto files = embedded::manner_signs();
    return MannerTable(files.empty() ? std::string_view() : files.front().bytes);
  }();
  return kTable;
}

}  // namespace rapport::coach
