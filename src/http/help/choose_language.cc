#include "http/help/choose_language.h"

#include <algorithm>

namespace rapport {
namespace {

constexpr std::size_t kMostLooked = 1000;

std::string small(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string_view first_part(std::string_view tag) { return tag.substr(0, tag.find('-')); }

// 0 to 1000; 1000 if nothing is said.
int weight_of(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == parameters.npos) return 1000;
  const std::string_view text = parameters.substr(at + 2);
  if (text.starts_with('1')) return 1000;
  int weight = 0;
  int unit = 100;
  for (std::size_t i = 2; i < text.size() && i < 5; ++i, unit /= 10) {
    if (text[i] < '0' || text[i] > '9') break;
    weight += (text[i] - '0') * unit;
  }
  return weight;
}

}  // namespace

std::optional<std::string> liked_language(std::string_view accept_language,
                                          const std::vector<std::string>& offered) {
  std::optional<std::string> best;
  int best_weight = 0;
  std::string_view rest = accept_language.substr(0, kMostLooked);
  while (!rest.empty()) {
    const std::string each = small(rest.substr(0, rest.find(',')));
    rest.remove_prefix(
        std::min(rest.find(',') == rest.npos ? rest.size() : rest.find(',') + 1, rest.size()));
    const std::string_view tag = std::string_view(each).substr(0, each.find(';'));
    const int weight =
        weight_of(each.find(';') == each.npos ? std::string_view()
                                              : std::string_view(each).substr(each.find(';')));
    if (weight <= best_weight || tag.empty()) continue;
    auto found = std::ranges::find_if(offered, [&](const auto& own) { return small(own) == tag; });
    if (found == offered.end()) {
      found = std::ranges::find_if(
          offered, [&](const auto& own) { return first_part(small(own)) == first_part(tag); });
    }
    if (found == offered.end()) continue;
    best = *found;
    best_weight = weight;
  }
  return best;
}

}  // namespace rapport
