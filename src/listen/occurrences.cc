#include "listen/occurrences.h"

#include <algorithm>
#include <compare>
#include <map>
#include <utility>

namespace rapport {
namespace {

using Places = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Span>>;

// Puts `more` in among `spans`, in order and each once.
void add_spans(std::vector<Span>& spans, const std::vector<Span>& more) {
  spans.insert(spans.end(), more.begin(), more.end());
  const auto key = [](const Span& span) { return std::pair(span.begin, span.end); };
  std::sort(spans.begin(), spans.end(),
            [&](const Span& a, const Span& b) { return key(a) < key(b); });
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

std::vector<Occurrence> listed(const Places& places) {
  std::vector<Occurrence> out;
  out.reserve(places.size());
  for (const auto& [place, spans] : places) out.push_back({place.first, place.second, spans});
  return out;
}

// Do two operands side by side fit the step between them? They never share a word.
bool fits(const Occurrence& left, const Occurrence& right, const NearStep& step) {
  if (left.last < right.first) return right.first - left.last - 1 <= step.words;
  if (step.ordered || right.last >= left.first) return false;
  return left.first - right.last - 1 <= step.words;
}

// What the next operand must stand beside, and how far all so far reach.
struct Chain {
  Occurrence at;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<Span> spans;
};

// Which operands are placed, where the first began and the last ended, how many other words lie
// among them.
struct Stretch {
  unsigned placed = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t others = 0;

  auto operator<=>(const Stretch&) const = default;
};

class Finder {
 public:
  Finder(Section section, std::string_view text, const Spoken& heard)
      : section_(section), text_(text), heard_(heard) {}

  // `most`: of the outermost all ways are listed.
  std::vector<Occurrence> find(const QueryTree& query, std::size_t most) const {
    switch (query.kind) {
      case QueryKind::kWords:
        if (query.section != Section::kAnywhere && query.section != section_) return {};
        return in_order(WordPattern(query.text, query.style).find(text_, heard_));
      case QueryKind::kOr:
        return either_of(parts(query));
      case QueryKind::kNear:
        return near_of(parts(query), query.steps, most);
      case QueryKind::kTogether:
        return together_of(parts(query), query.within, most);
      case QueryKind::kField:
      case QueryKind::kAnd:
      case QueryKind::kNot:
        break;  // have no place; the parser keeps them away
    }
    return {};
  }

 private:
  std::vector<std::vector<Occurrence>> parts(const QueryTree& query) const {
    std::vector<std::vector<Occurrence>> out;
    out.reserve(query.of.size());
    for (const QueryTree& each : query.of) out.push_back(find(each, kMostSteps));
    return out;
  }

  Section section_;
  std::string_view text_;
  const Spoken& heard_;
};

}  // namespace

std::vector<Occurrence> in_order(const std::vector<Occurrence>& found) {
  Places places;
  for (const Occurrence& each : found) add_spans(places[{each.first, each.last}], each.spans);
  return listed(places);
}

std::vector<Occurrence> either_of(const std::vector<std::vector<Occurrence>>& of) {
  Places places;
  for (const auto& one : of) {
    for (const Occurrence& each : one) add_spans(places[{each.first, each.last}], each.spans);
  }
  return listed(places);
}

std::vector<Occurrence> near_of(const std::vector<std::vector<Occurrence>>& of,
                                std::span<const NearStep> steps, std::size_t most) {
  std::vector<Chain> chains;
  for (const Occurrence& each : of.front()) {
    chains.push_back({each, each.first, each.last, each.spans});
  }
  for (std::size_t i = 1; i < of.size() && !chains.empty(); ++i) {
    using Key =
        std::pair<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::uint32_t, std::uint32_t>>;
    std::map<Key, Chain> longer;
    std::size_t gone = 0;
    for (const Occurrence& next : of[i]) {
      for (const Chain& chain : chains) {
        if (++gone > most) break;
        if (!fits(chain.at, next, steps[i - 1])) continue;
        Chain one{next, std::min(chain.first, next.first), std::max(chain.last, next.last), {}};
        const Key key{{next.first, next.last}, {one.first, one.last}};
        Chain& kept = longer.try_emplace(key, std::move(one)).first->second;
        add_spans(kept.spans, chain.spans);
        add_spans(kept.spans, next.spans);
        gone += kept.spans.size();
      }
    }
    chains.clear();
    for (auto& each : longer) chains.push_back(std::move(each.second));
  }
  Places places;
  for (const Chain& each : chains) add_spans(places[{each.first, each.last}], each.spans);
  return listed(places);
}

std::vector<Occurrence> together_of(const std::vector<std::vector<Occurrence>>& of, unsigned within,
                                    std::size_t most) {
  std::map<Stretch, std::vector<Span>> stretches;
  const auto looked_at = [&of](unsigned part) {
    return std::span(of[part]).first(std::min(of[part].size(), kMostPlacesTogether));
  };
  for (unsigned i = 0; i < of.size(); ++i) {
    for (const Occurrence& each : looked_at(i)) {
      add_spans(stretches[{1U << i, each.first, each.last, 0}], each.spans);
    }
  }
  // From left to right, so that each set is placed in one order alone.
  for (std::size_t count = 1; count < of.size(); ++count) {
    std::map<Stretch, std::vector<Span>> wider;
    std::size_t gone = 0;
    for (const auto& [stretch, spans] : stretches) {
      for (unsigned i = 0; i < of.size(); ++i) {
        if ((stretch.placed & (1U << i)) != 0) continue;
        for (const Occurrence& next : looked_at(i)) {
          if (++gone > most) break;
          if (next.first <= stretch.last) continue;
          const std::uint32_t others = stretch.others + next.first - stretch.last - 1;
          if (others > within) continue;
          auto& kept = wider[{stretch.placed | (1U << i), stretch.first, next.last, others}];
          add_spans(kept, spans);
          add_spans(kept, next.spans);
          gone += kept.size();
        }
      }
    }
    stretches = std::move(wider);
  }
  Places places;
  for (const auto& [stretch, spans] : stretches) {
    add_spans(places[{stretch.first, stretch.last}], spans);
  }
  return listed(places);
}

std::vector<Occurrence> occurrences(const QueryTree& query, Section section, std::string_view text,
                                    const Spoken& heard) {
  return Finder(section, text, heard).find(query, kAllSteps);
}

}  // namespace rapport
