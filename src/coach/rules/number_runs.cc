#include "coach/rules/number_runs.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace rapport::coach {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::vector<Span> runs_of_digits(std::string_view text) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < text.size();) {
    const bool plus = text[i] == '+' && i + 1 < text.size() && is_digit(text[i + 1]);
    if (!is_digit(text[i]) && !plus) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    for (std::size_t j = i + 1; j < text.size() && j <= end + 1; ++j) {
      if (is_digit(text[j])) {
        end = j + 1;
      } else if (text[j] != ' ' && text[j] != '-' && text[j] != '/' && text[j] != '(' &&
                 text[j] != ')') {
        break;
      }
    }
    out.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
    i = end;
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t end = std::min(text.find_first_of(at), text.size());
    out.push_back(text.substr(0, end));
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
  }
}

// At most `most`, in at most two figures.
bool is_up_to(std::string_view text, int most) {
  if (text.empty() || text.size() > 2 || !std::all_of(text.begin(), text.end(), is_digit)) {
    return false;
  }
  return std::stoi(std::string(text)) <= most;
}

// "05/12/2026", "24-12-26", "2026-12-05".
bool is_date(std::string_view piece) {
  const std::vector<std::string_view> parts = split(piece, "/-");
  if (parts.size() != 3) return false;
  const bool year_last = is_year(parts[2]) || is_up_to(parts[2], 99);
  if (is_year(parts[0])) return is_up_to(parts[1], 12) && is_up_to(parts[2], 31);
  return year_last && ((is_up_to(parts[0], 31) && is_up_to(parts[1], 12)) ||
                       (is_up_to(parts[0], 12) && is_up_to(parts[1], 31)));
}

// "10-16", "0900-1730", "1914-1918": from when to when.
bool is_range(std::string_view piece) {
  const std::vector<std::string_view> parts = split(piece, "-");
  if (parts.size() > 2) return false;
  return std::all_of(parts.begin(), parts.end(), [&parts](std::string_view part) {
    return is_year(part) ||
           (parts.size() == 2 &&
            (is_up_to(part, 24) || (part.size() == 4 && is_up_to(part.substr(0, 2), 24) &&
                                    is_up_to(part.substr(2), 59))));
  });
}

// The run without the days and hours in it: "05/12/2026 10-16" is nobody's number.
std::vector<Span> without_moments(std::string_view text, Span run) {
  const std::vector<std::string_view> pieces =
      split(text.substr(run.begin, run.end - run.begin), " ");
  const bool dated = std::any_of(pieces.begin(), pieces.end(), is_date);
  const bool all = std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
    return piece.empty() || is_date(piece) || is_range(piece);
  });
  if (all) return {};
  if (!dated) return {run};
  std::vector<Span> out;
  bool joins = false;  // with the piece before
  for (const std::string_view piece : pieces) {
    const bool moment = piece.empty() || is_date(piece) || is_range(piece);
    const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(piece.size())};
    if (!moment && joins) out.back().end = span.end;
    if (!moment && !joins) out.push_back(span);
    joins = !moment;
  }
  return out;
}

}  // namespace

std::vector<Span> number_runs(std::string_view text) {
  std::vector<Span> out;
  for (const Span& run : runs_of_digits(text)) {
    const std::vector<Span> parts = without_moments(text, run);
    out.insert(out.end(), parts.begin(), parts.end());
  }
  return out;
}

std::string digits_of(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), is_digit);
  return out;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
}

}  // namespace rapport::coach
