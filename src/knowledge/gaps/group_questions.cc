#include "knowledge/gaps/group_questions.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace rapport {
namespace {

// A group's sum keeps its strongest terms: what is left out weighs next to nothing.
constexpr std::size_t kMostSummed = 400;
// So much of what brings two groups together must say something: short questions are alike by their
// small words alone.
constexpr double kTellingShare = 0.4;

struct Neighbour {
  std::uint32_t other = 0;
  float closeness = 0;
};

// The nearest of each, looked up by the terms they share.
std::vector<std::vector<Neighbour>> neighbours_of(const QuestionVectors& all,
                                                  const GroupOptions& options) {
  const std::size_t size = all.vectors.size();
  std::vector<std::vector<std::pair<std::uint32_t, float>>> holders(all.holders.size());
  for (std::size_t i = 0; i < size; ++i) {
    for (const auto& [term, weight] : all.vectors[i]) {
      holders[term].emplace_back(static_cast<std::uint32_t>(i), weight);
    }
  }
  std::vector<std::vector<Neighbour>> out(size);
  std::vector<float> sums(size);
  std::vector<std::uint32_t> touched;
  for (std::size_t i = 0; i < size; ++i) {
    if (options.stopping.stop_requested()) break;
    TermVector telling = all.vectors[i];
    std::ranges::sort(telling, [](const auto& a, const auto& b) {
      return std::tuple(-a.second, a.first) < std::tuple(-b.second, b.first);
    });
    std::size_t looked = 0;
    touched.clear();
    for (const auto& [term, weight] : telling) {
      if (looked > 0 && looked + holders[term].size() > options.most_looked) continue;
      looked += holders[term].size();
      for (const auto& [other, theirs] : holders[term]) {
        if (sums[other] == 0) touched.push_back(other);
        sums[other] += weight * theirs;
      }
    }
    std::vector<Neighbour>& nearest = out[i];
    for (const std::uint32_t other : touched) {
      if (other != i) nearest.push_back({other, sums[other]});
      sums[other] = 0;
    }
    const std::size_t kept = std::min(options.neighbours, nearest.size());
    std::ranges::partial_sort(nearest, nearest.begin() + static_cast<std::ptrdiff_t>(kept),
                              [](const Neighbour& a, const Neighbour& b) {
                                return std::tuple(-a.closeness, a.other) <
                                       std::tuple(-b.closeness, b.other);
                              });
    nearest.resize(kept);
  }
  return out;
}

TermVector sum_of(const TermVector& a, const TermVector& b) {
  TermVector out;
  out.reserve(a.size() + b.size());
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() || right != b.end()) {
    if (right == b.end() || (left != a.end() && left->first < right->first)) {
      out.push_back(*left++);
    } else if (left == a.end() || right->first < left->first) {
      out.push_back(*right++);
    } else {
      out.emplace_back(left->first, left->second + right->second);
      ++left;
      ++right;
    }
  }
  if (out.size() > kMostSummed) {
    std::ranges::nth_element(out, out.begin() + kMostSummed, [](const auto& x, const auto& y) {
      return std::tuple(-x.second, x.first) < std::tuple(-y.second, y.first);
    });
    out.resize(kMostSummed);
    std::ranges::sort(out);
  }
  return out;
}

// How close two questions are on average, whatever they ask.
double usual_closeness(const QuestionVectors& all) {
  std::vector<double> sums(all.holders.size());
  double own = 0;
  for (const TermVector& vector : all.vectors) {
    for (const auto& [term, weight] : vector) {
      sums[term] += weight;
      own += static_cast<double>(weight) * weight;
    }
  }
  double whole = 0;
  for (const double each : sums) whole += each * each;
  const auto size = static_cast<double>(all.vectors.size());
  return size < 2 ? 0 : (whole - own) / (size * (size - 1));
}

// Groups that become fewer. A group's number is that of its first question; what was merged into
// another is gone.
class Merging {
 public:
  Merging(const QuestionVectors& all, const std::vector<std::vector<Neighbour>>& neighbours,
          double closeness, const std::stop_token& stopping)
      : all_(all),
        closeness_(closeness),
        stopping_(stopping),
        sums_(all.vectors),
        near_(sums_.size()) {
    members_.resize(sums_.size());
    stamps_.resize(sums_.size());
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      members_[i].push_back(i);
      for (const Neighbour& each : neighbours[i]) {
        near_[i].insert(each.other);
        near_[each.other].insert(static_cast<std::uint32_t>(i));
      }
    }
    for (std::uint32_t i = 0; i < near_.size(); ++i) {
      for (const std::uint32_t other : near_[i]) {
        if (i < other) offer(i, other);
      }
    }
  }

  std::vector<std::vector<std::size_t>> run() {
    while (!offers_.empty() && !stopping_.stop_requested()) {
      const Offer best = offers_.top();
      offers_.pop();
      if (stamps_[best.a] != best.stamp_a || stamps_[best.b] != best.stamp_b) continue;
      merge(best.a, best.b);
    }
    std::vector<std::vector<std::size_t>> out;
    for (auto& each : members_) {
      if (!each.empty()) out.push_back(std::move(each));
    }
    return out;
  }

 private:
  struct Offer {
    double closeness = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t stamp_a = 0;
    std::uint32_t stamp_b = 0;

    bool operator<(const Offer& other) const {
      return std::tuple(closeness, other.a, other.b) < std::tuple(other.closeness, a, b);
    }
  };

  void offer(std::uint32_t a, std::uint32_t b) {
    const double pairs = static_cast<double>(members_[a].size() * members_[b].size());
    const double average = dot(sums_[a], sums_[b]) / pairs;
    if (average >= closeness_ && telling(sums_[a], sums_[b]) >= kTellingShare * average * pairs) {
      offers_.push({average, std::min(a, b), std::max(a, b), stamps_[std::min(a, b)],
                    stamps_[std::max(a, b)]});
    }
  }

  double telling(const TermVector& a, const TermVector& b) const {
    double sum = 0;
    auto right = b.begin();
    for (const auto& [term, weight] : a) {
      while (right != b.end() && right->first < term) ++right;
      if (right == b.end()) break;
      if (right->first == term && !all_.small[term]) {
        sum += static_cast<double>(weight) * right->second;
      }
    }
    return sum;
  }

  void merge(std::uint32_t into, std::uint32_t gone) {
    sums_[into] = sum_of(sums_[into], sums_[gone]);
    sums_[gone] = {};
    members_[into].insert(members_[into].end(), members_[gone].begin(), members_[gone].end());
    members_[gone].clear();
    ++stamps_[into];
    ++stamps_[gone];
    for (const std::uint32_t other : near_[gone]) {
      near_[other].erase(gone);
      if (other == into) continue;
      near_[other].insert(into);
      near_[into].insert(other);
    }
    near_[gone].clear();
    for (const std::uint32_t other : near_[into]) offer(into, other);
  }

  const QuestionVectors& all_;
  const double closeness_;
  const std::stop_token& stopping_;
  std::vector<TermVector> sums_;
  std::vector<std::unordered_set<std::uint32_t>> near_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<std::uint32_t> stamps_;  // rises whenever a group changes
  std::priority_queue<Offer> offers_;
};

// Those that are nearest to all of the group come first.
void put_central_first(std::vector<std::size_t>& group, const std::vector<TermVector>& vectors) {
  TermVector sum;
  for (const std::size_t each : group) sum = sum_of(sum, vectors[each]);
  std::vector<std::pair<double, std::size_t>> order;
  for (const std::size_t each : group) order.emplace_back(-dot(sum, vectors[each]), each);
  std::ranges::sort(order);
  for (std::size_t i = 0; i < group.size(); ++i) group[i] = order[i].second;
}

}  // namespace

std::vector<QuestionGroup> group_questions(std::span<const std::string_view> questions,
                                           std::string_view language, const GroupOptions& options) {
  // The same words are one question that counts for many.
  QuestionVectors all = question_vectors(questions, language, options.weights);
  std::map<TermVector, std::size_t> first;
  std::vector<std::vector<std::size_t>> same;
  QuestionVectors apart;
  apart.holders = all.holders;
  apart.small = all.small;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const auto [place, is_new] = first.emplace(all.vectors[i], same.size());
    if (all.vectors[i].empty() || is_new) {
      place->second = same.size();
      same.emplace_back();
      apart.vectors.push_back(all.vectors[i]);
    }
    same[place->second].push_back(i);
  }
  const auto neighbours = neighbours_of(apart, options);
  std::vector<QuestionGroup> out;
  const double closeness = options.closeness + usual_closeness(apart);
  for (const auto& members : Merging(apart, neighbours, closeness, options.stopping).run()) {
    QuestionGroup& group = out.emplace_back();
    for (const std::size_t each : members) {
      group.questions.insert(group.questions.end(), same[each].begin(), same[each].end());
    }
    put_central_first(group.questions, all.vectors);
  }
  std::ranges::stable_sort(out, [](const QuestionGroup& a, const QuestionGroup& b) {
    return a.questions.size() > b.questions.size();
  });
  return out;
}

}  // namespace rapport
