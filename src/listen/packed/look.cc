#include "listen/packed/look.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "listen/closeness.h"
#include "listen/field_matches.h"
#include "listen/occurrences.h"
#include "listen/packed/pattern_view.h"

namespace rapport::packed {
namespace {

bool field_holds(const Node& node, const HeardPost& post, MatchWork& work) {
  QueryTree& leaf = work.leaf;
  const Word* at = WayView(node.rest()).end();
  const std::size_t size = *at++;
  leaf.kind = QueryKind::kField;
  leaf.field = node.field();
  leaf.text.assign(reinterpret_cast<const char*>(at), size);
  at += (size + 3) / 4;
  leaf.low = leaf.high = std::nullopt;
  const auto number = [&at] {
    std::int64_t value = 0;
    std::memcpy(&value, at, sizeof(value));
    at += 2;
    return value;
  };
  if ((node.flags() & kLow) != 0) leaf.low = number();
  if ((node.flags() & kHigh) != 0) leaf.high = number();
  return field_matches(leaf, post, work.title, work.text);
}

// Does it ask for what only an Enricher knows of this post?
bool is_unread(const Node& node, const HeardPost& post) {
  if (node.field() == QueryField::kLang) return post.langs.empty();
  return (node.flags() & kUnreadField) != 0;
}

class Possibility {
 public:
  Possibility(const HeardPost& post, MatchWork& work, Unread unread = Unread::kAsGiven)
      : post_(post), work_(work), unread_(unread) {}

  bool of(const Node& node) const {
    switch (node.kind()) {
      case QueryKind::kWords: {
        const WayView ways(node.rest());
        for (Word i = 0; i < ways.count(); ++i) {
          if (may_have(ways.said(i, 0)) && may_have(ways.said(i, 1))) return true;
        }
        return false;
      }
      case QueryKind::kField:
        if (unread_ == Unread::kAllButWordsAsWished) return true;
        // The dear ones wait.
        switch (node.field()) {
          case QueryField::kHashtag:
          case QueryField::kMention:
          case QueryField::kLink:
          case QueryField::kHas:
            return true;
          default:
            return is_unread(node, post_) || field_holds(node, post_, work_);
        }
      case QueryKind::kNot:
        return true;
      case QueryKind::kOr: {
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          if (of(each)) return true;
        }
        return false;
      }
      case QueryKind::kAnd:
      case QueryKind::kNear:
      case QueryKind::kTogether: {
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          if (!of(each)) return false;
        }
        return true;
      }
    }
    return true;
  }

 private:
  bool may_have(PieceHash hash) const { return hash == 0 || work_.pieces.may_have(hash); }

  const HeardPost& post_;
  MatchWork& work_;
  Unread unread_;
};

// In order, and of each place the first that was found.
void keep_first(std::vector<std::tuple<std::uint32_t, std::uint32_t, Span>>& places) {
  const auto place = [](const auto& each) {
    return std::pair(std::get<0>(each), std::get<1>(each));
  };
  std::ranges::stable_sort(places, {}, place);
  const auto twice = std::ranges::unique(places, {}, place);
  places.erase(twice.begin(), twice.end());
}

class Evaluator {
 public:
  Evaluator(const HeardPost& post, MatchWork& work, Unread unread)
      : post_(post), work_(work), unread_(unread) {}

  // `wished`: would its being true help the post to be found?
  bool holds(const Node& node, FoundSpans* found, bool wished) const {
    switch (node.kind()) {
      case QueryKind::kWords:
        return words(node, found);
      case QueryKind::kNear:
      case QueryKind::kTogether:
        return placed(node, found);
      case QueryKind::kField:
        if (unread_ == Unread::kAllButWordsAsWished) return wished;
        if (unread_ == Unread::kAsWished && is_unread(node, post_)) return wished;
        return field_holds(node, post_, work_);
      case QueryKind::kNot:
        return !holds(node.first(), nullptr, !wished);
      case QueryKind::kAnd: {
        const std::size_t titles = found == nullptr ? 0 : found->title.size();
        const std::size_t texts = found == nullptr ? 0 : found->text.size();
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          if (holds(each, found, wished)) continue;
          if (found != nullptr) {  // what stood so far is beside the point
            found->title.resize(titles);
            found->text.resize(texts);
          }
          return false;
        }
        return true;
      }
      case QueryKind::kOr: {
        bool any = false;
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          any = holds(each, found, wished) || any;
          if (any && found == nullptr) return true;
        }
        return any;
      }
    }
    return false;
  }

 private:
  // The pieces say what is not worth a look.
  bool may_stand(const Node& node) const { return Possibility(post_, work_).of(node); }

  bool words(const Node& node, FoundSpans* found) const {
    if (!may_stand(node)) return false;
    const PatternView pattern(node);
    bool any = false;
    const auto in = [&](Section section, std::string_view text, const Spoken& heard,
                        std::vector<Span>* spans) {
      if (node.section() != Section::kAnywhere && node.section() != section) return;
      std::vector<std::tuple<std::uint32_t, std::uint32_t, Span>> places;
      pattern.find(text, heard, [&](std::uint32_t first, std::uint32_t last, Span span) {
        any = true;
        if (spans == nullptr) return true;
        places.emplace_back(first, last, span);
        return false;
      });
      if (places.size() > 1) keep_first(places);
      for (const auto& each : places) spans->push_back(std::get<Span>(each));
    };
    in(Section::kTitle, post_.title, work_.title, found == nullptr ? nullptr : &found->title);
    if (any && found == nullptr) return true;
    in(Section::kText, post_.text, work_.text, found == nullptr ? nullptr : &found->text);
    return any;
  }

  bool placed(const Node& node, FoundSpans* found) const {
    if (!may_stand(node)) return false;
    const bool in_title =
        placed_in(node, Section::kTitle, found == nullptr ? nullptr : &found->title);
    if (in_title && found == nullptr) return true;
    return placed_in(node, Section::kText, found == nullptr ? nullptr : &found->text) || in_title;
  }

  bool placed_in(const Node& node, Section section, std::vector<Span>* spans) const {
    const Spoken& heard = section == Section::kTitle ? work_.title : work_.text;
    if (heard.words.empty()) return false;
    const auto parts = parts_of(node, section);
    if (!parts) return false;
    if (node.kind() == QueryKind::kTogether) {
      return together_holds(*parts, node.steps()[0], spans);
    }
    return near_holds(*parts, steps_of(node), spans);
  }

  static std::vector<NearStep> steps_of(const Node& node) {
    std::vector<NearStep> steps;
    for (Word i = 0; i + 1 < node.parts(); ++i) steps.push_back(step_of(node.steps()[i]));
    return steps;
  }

  // Where the parts of a NEAR, a ~ or an OR stand; nothing if one that has to stands nowhere.
  std::optional<std::vector<std::vector<Occurrence>>> parts_of(const Node& node,
                                                               Section section) const {
    std::vector<std::vector<Occurrence>> parts;
    parts.reserve(node.parts());
    Node each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      parts.push_back(occurrences_of(each, section));
      if (parts.back().empty() && node.kind() != QueryKind::kOr) return std::nullopt;
    }
    return parts;
  }

  std::vector<Occurrence> occurrences_of(const Node& node, Section section) const {
    const bool title = section == Section::kTitle;
    const Spoken& heard = title ? work_.title : work_.text;
    if (heard.words.empty() || !may_stand(node)) return {};
    if (node.kind() == QueryKind::kWords) {
      if (node.section() != Section::kAnywhere && node.section() != section) return {};
      std::vector<std::tuple<std::uint32_t, std::uint32_t, Span>> places;
      PatternView(node).find(title ? post_.title : post_.text, heard,
                             [&places](std::uint32_t first, std::uint32_t last, Span span) {
                               places.emplace_back(first, last, span);
                               return false;
                             });
      keep_first(places);
      std::vector<Occurrence> all;
      all.reserve(places.size());
      for (const auto& [first, last, span] : places) all.push_back({first, last, {span}});
      return all;
    }
    const auto parts = parts_of(node, section);
    if (!parts) return {};
    if (node.kind() == QueryKind::kOr) return either_of(*parts);
    if (node.kind() == QueryKind::kTogether) {
      return together_of(*parts, node.steps()[0], kMostSteps);
    }
    return near_of(*parts, steps_of(node), kMostSteps);
  }

  const HeardPost& post_;
  MatchWork& work_;
  Unread unread_;
};

}  // namespace

bool possible(const Node& query, const HeardPost& post, MatchWork& work, Unread unread) {
  return Possibility(post, work, unread).of(query);
}

bool holds(const Node& query, const HeardPost& post, MatchWork& work, Unread unread,
           FoundSpans* found) {
  return Evaluator(post, work, unread).holds(query, found, true);
}

}  // namespace rapport::packed
