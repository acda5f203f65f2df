#include "coach/sign_table.h"

#include <algorithm>
#include <charconv>

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

template <std::size_t Columns>
bool read_weights(std::string_view line, std::array<std::int16_t, Columns>& out) {
  for (std::int16_t& weight : out) {
    const std::string_view number = take(line, '\t');
    const char* end = number.data() + number.size();
    if (std::from_chars(number.data(), end, weight).ptr != end || number.empty()) return false;
  }
  return line.empty();
}

std::string_view carried(std::string_view path) {
  for (const EmbeddedFile& file : embedded::sign_tables()) {
    if (file.path == path) return file.bytes;
  }
  return {};
}

}  // namespace

template <std::size_t Columns>
SignTable<Columns>::SignTable(std::string_view text) {
  while (!text.empty()) {
    std::string_view line = take(text, '\n');
    if (line.empty() || line.starts_with("# ")) continue;
    Row row;
    row.name = take(line, '\t');
    if (!read_weights(line, row.weights)) {
      ++wrong_lines;
    } else if (row.name == kSureFrom) {
      sure_from = row.weights;
    } else {
      rows.push_back(row);
    }
  }
}

template struct SignTable<1>;
template struct SignTable<kManners>;

const SignTable<kManners>& manner_table() {
  static const SignTable<kManners> kTable(carried("manner.tsv"));
  return kTable;
}

const SignTable<1>& answer_table() {
  static const SignTable<1> kTable(carried("answers.tsv"));
  return kTable;
}

}  // namespace rapport::coach
