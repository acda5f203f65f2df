#include "listen/closeness.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

#include "listen/occurrences.h"

namespace rapport {
namespace {

using Places = std::vector<Occurrence>;
using Marks = std::vector<char>;  // of each place of an operand

bool any(const Marks& marks) { return std::find(marks.begin(), marks.end(), 1) != marks.end(); }

// Where the marked places begin and where they end, in order.
struct Bounds {
  Bounds(const Places& places, const Marks& marks) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (marks[i] == 0) continue;
      firsts.push_back(places[i].first);
      lasts.push_back(places[i].last);
    }
    std::sort(lasts.begin(), lasts.end());  // the places are in order of their firsts
  }

  std::vector<std::int64_t> firsts;
  std::vector<std::int64_t> lasts;
};

bool has_between(const std::vector<std::int64_t>& sorted, std::int64_t least, std::int64_t most) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), least);
  return at != sorted.end() && *at <= most;
}

// The places that stand behind one of the marked ones of the operand before.
Marks reached(const Places& places, const Bounds& before, const NearStep& step) {
  Marks marks(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::int64_t first = places[i].first;
    const std::int64_t last = places[i].last;
    marks[i] = has_between(before.lasts, first - 1 - step.words, first - 1) ||
               (!step.ordered && has_between(before.firsts, last + 1, last + 1 + step.words));
  }
  return marks;
}

// Unmarks the places that lead to none of the marked ones of the operand behind.
void keep_leading(const Places& places, const Bounds& behind, const NearStep& step, Marks& marks) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::int64_t first = places[i].first;
    const std::int64_t last = places[i].last;
    if (marks[i] == 0 || has_between(behind.firsts, last + 1, last + 1 + step.words)) continue;
    if (!step.ordered && has_between(behind.lasts, first - 1 - step.words, first - 1)) continue;
    marks[i] = 0;
  }
}

void add_marked(const Places& places, const Marks& marks, std::vector<Span>& spans) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (marks[i] == 0) continue;
    spans.insert(spans.end(), places[i].spans.begin(), places[i].spans.end());
  }
}

// How few other words can lie among some parts that are placed from left to right, for each set of
// parts and each place of the one that is the last (or, looking back, the first) of them.
class Together {
 public:
  static constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

  Together(const std::vector<Places>& of, unsigned within) : of_(of), within_(within) {
    for (const Places& each : of) {
      sizes_.push_back(std::min<std::size_t>(each.size(), kMostPlacesTogether));
    }
  }

  // costs[set][part][place]; of `set` the part is the last.
  using Costs = std::vector<std::vector<std::vector<std::uint32_t>>>;

  Costs from_left() const {
    Costs costs(sets(), std::vector<std::vector<std::uint32_t>>(of_.size()));
    for (std::size_t set = 1; set < sets(); ++set) {
      for (std::size_t part = 0; part < of_.size(); ++part) {
        if (!has(set, part)) continue;
        costs[set][part].assign(sizes_[part], kNever);
        if (std::has_single_bit(set)) std::fill_n(costs[set][part].begin(), sizes_[part], 0);
      }
    }
    for (std::size_t set = 1; set + 1 < sets(); ++set) {
      // What came before costs least where it ends, by where it ends.
      std::vector<std::pair<std::int64_t, std::int64_t>> ends;  // last, cost - last
      each_place(set, costs[set], [&](const Occurrence& place, std::uint32_t cost) {
        ends.emplace_back(place.last, std::int64_t{cost} - place.last);
      });
      if (ends.empty()) continue;
      std::sort(ends.begin(), ends.end());
      for (std::size_t i = 1; i < ends.size(); ++i) {
        ends[i].second = std::min(ends[i].second, ends[i - 1].second);
      }
      for (std::size_t part = 0; part < of_.size(); ++part) {
        if (has(set, part)) continue;
        auto& its = costs[set | std::size_t{1} << part][part];
        for (std::size_t i = 0; i < sizes_[part]; ++i) {
          const std::int64_t first = of_[part][i].first;
          const auto behind =
              std::lower_bound(ends.begin(), ends.end(), std::pair(first, std::int64_t{-kFar}));
          if (behind != ends.begin()) its[i] = bounded(std::prev(behind)->second + first - 1);
        }
      }
    }
    return costs;
  }

  // What the parts that are not in `set` cost to the right of the place.
  Costs to_right() const {
    Costs costs(sets(), std::vector<std::vector<std::uint32_t>>(of_.size()));
    for (std::size_t part = 0; part < of_.size(); ++part) {
      costs.back()[part].assign(sizes_[part], 0);
    }
    for (std::size_t set = sets() - 2; set > 0; --set) {
      std::vector<std::pair<std::int64_t, std::int64_t>> begins;  // first, cost + first
      for (std::size_t next = 0; next < of_.size(); ++next) {
        if (has(set, next)) continue;
        const auto& its = costs[set | std::size_t{1} << next][next];
        for (std::size_t i = 0; i < sizes_[next]; ++i) {
          if (its[i] == kNever) continue;
          begins.emplace_back(of_[next][i].first, std::int64_t{its[i]} + of_[next][i].first);
        }
      }
      std::sort(begins.begin(), begins.end());
      for (std::size_t i = begins.size(); i-- > 1;) {
        begins[i - 1].second = std::min(begins[i - 1].second, begins[i].second);
      }
      for (std::size_t part = 0; part < of_.size(); ++part) {
        if (!has(set, part)) continue;
        auto& its = costs[set][part];
        its.assign(sizes_[part], kNever);
        for (std::size_t i = 0; i < sizes_[part]; ++i) {
          const std::int64_t last = of_[part][i].last;
          const auto behind = std::lower_bound(begins.begin(), begins.end(),
                                               std::pair(last + 1, std::int64_t{-kFar}));
          if (behind != begins.end()) its[i] = bounded(behind->second - last - 1);
        }
      }
    }
    return costs;
  }

  bool holds(const Costs& left) const {
    bool found = false;
    each_place(sets() - 1, left.back(), [&](const Occurrence&, std::uint32_t) { found = true; });
    return found;
  }

  void add_spans(const Costs& left, std::vector<Span>& spans) const {
    const Costs right = to_right();
    for (std::size_t part = 0; part < of_.size(); ++part) {
      for (std::size_t i = 0; i < sizes_[part]; ++i) {
        for (std::size_t set = 1; set < sets(); ++set) {
          if (!has(set, part)) continue;
          const std::uint32_t before = left[set][part][i];
          const std::uint32_t behind = right[set][part][i];
          if (before == kNever || behind == kNever || before + behind > within_) continue;
          const auto& its = of_[part][i].spans;
          spans.insert(spans.end(), its.begin(), its.end());
          break;
        }
      }
    }
  }

 private:
  static constexpr std::int64_t kFar = std::int64_t{1} << 40U;

  std::size_t sets() const { return std::size_t{1} << of_.size(); }
  static bool has(std::size_t set, std::size_t part) { return (set >> part & 1U) != 0; }

  std::uint32_t bounded(std::int64_t cost) const {
    return cost > static_cast<std::int64_t>(within_) ? kNever : static_cast<std::uint32_t>(cost);
  }

  template <class Each>
  void each_place(std::size_t set, const std::vector<std::vector<std::uint32_t>>& costs,
                  const Each& each) const {
    for (std::size_t part = 0; part < of_.size(); ++part) {
      if (!has(set, part)) continue;
      for (std::size_t i = 0; i < sizes_[part]; ++i) {
        if (costs[part][i] != kNever) each(of_[part][i], costs[part][i]);
      }
    }
  }

  const std::vector<Places>& of_;
  const unsigned within_;
  std::vector<std::size_t> sizes_;
};

}  // namespace

bool near_holds(const std::vector<Places>& of, std::span<const NearStep> steps,
                std::vector<Span>* spans) {
  std::vector<Marks> marks;
  marks.emplace_back(of.front().size(), 1);
  for (std::size_t i = 1; i < of.size(); ++i) {
    marks.push_back(reached(of[i], Bounds(of[i - 1], marks[i - 1]), steps[i - 1]));
  }
  if (!any(marks.back())) return false;
  if (spans == nullptr) return true;
  for (std::size_t i = of.size(); i-- > 0;) {
    if (i + 1 < of.size()) keep_leading(of[i], Bounds(of[i + 1], marks[i + 1]), steps[i], marks[i]);
    add_marked(of[i], marks[i], *spans);
  }
  return true;
}

bool together_holds(const std::vector<Places>& of, unsigned within, std::vector<Span>* spans) {
  const Together together(of, within);
  const Together::Costs left = together.from_left();
  if (!together.holds(left)) return false;
  if (spans != nullptr) together.add_spans(left, *spans);
  return true;
}

}  // namespace rapport
