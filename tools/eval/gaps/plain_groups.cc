#include "gaps/plain_groups.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "text/normalise/normalise.h"

namespace rapport::methods {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : normal_form(text)) {
    const bool letter = (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'a' && c <= 'z') ||
                        (c >= '0' && c <= '9') || c == '\'';
    if (letter) {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

}  // namespace

std::vector<int> plain_groups(std::span<const std::string_view> questions, double closeness) {
  std::unordered_map<std::string, int> holders;
  std::vector<std::map<std::string, double>> vectors;
  for (const std::string_view each : questions) {
    std::map<std::string, double>& words = vectors.emplace_back();
    for (const std::string& word : words_of(each)) words[word] += 1;
    for (const auto& [word, count] : words) ++holders[word];
  }
  for (auto& words : vectors) {
    double length = 0;
    for (auto& [word, weight] : words) {
      weight *= std::log(1 + static_cast<double>(questions.size()) / holders[word]);
      length += weight * weight;
    }
    for (auto& [word, weight] : words) weight /= std::sqrt(length);
  }
  std::vector<int> out;
  int leaders = 0;
  std::unordered_map<std::string, std::vector<std::pair<int, double>>> leading;
  for (const auto& words : vectors) {
    std::vector<double> sums(static_cast<std::size_t>(leaders));
    for (const auto& [word, weight] : words) {
      for (const auto& [leader, theirs] : leading[word]) {
        sums[static_cast<std::size_t>(leader)] += weight * theirs;
      }
    }
    int best = -1;
    double nearest = closeness - 1e-9;
    for (int i = 0; i < leaders; ++i) {
      if (sums[static_cast<std::size_t>(i)] <= nearest) continue;
      nearest = sums[static_cast<std::size_t>(i)];
      best = i;
    }
    if (best < 0) {
      best = leaders++;
      for (const auto& [word, weight] : words) leading[word].emplace_back(best, weight);
    }
    out.push_back(best);
  }
  return out;
}

}  // namespace rapport::methods
