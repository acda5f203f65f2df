#include "listen/packed/anchors.h"

#include <algorithm>
#include <utility>

namespace rapport::packed {
namespace {

class AnchorChooser {
 public:
  explicit AnchorChooser(const PieceCosts& costs) : costs_(costs) {}

  struct Choice {
    std::vector<Anchor> anchors;
    double share = 0;
  };

  std::optional<Choice> choose(const Node& node) const {
    switch (node.kind()) {
      case QueryKind::kWords:
      case QueryKind::kField:
        return leaf(node);
      case QueryKind::kNot:
        return std::nullopt;
      case QueryKind::kOr:
        return either(node);
      case QueryKind::kAnd:
      case QueryKind::kNear:
      case QueryKind::kTogether:
        return all(node);
    }
    return std::nullopt;
  }

 private:
  struct Rare {
    PieceHash hash = 0;
    double share = 2;
  };

  double share(const WayView::Piece& piece) const {
    return costs_.share(piece.hash, piece.size, piece.wish);
  }

  std::optional<Choice> leaf(const Node& node) const {
    const WayView ways(node.rest());
    Choice choice;
    for (Word i = 0; i < ways.count(); ++i) {
      WayView::Piece first = ways.piece(i, 0);
      WayView::Piece second = ways.piece(i, 1);
      if (first.hash == 0) return std::nullopt;
      if (second.hash != 0 && share(second) < share(first)) std::swap(first, second);
      choice.anchors.push_back({first.hash, second.wish == 0 ? second.hash : 0, first.wish});
      choice.share += share(first);
    }
    return choice;
  }

  std::optional<Choice> either(const Node& node) const {
    Choice choice;
    Node each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      const auto its = choose(each);
      if (!its) return std::nullopt;
      choice.anchors.insert(choice.anchors.end(), its->anchors.begin(), its->anchors.end());
      choice.share += its->share;
    }
    return choice;
  }

  std::optional<Choice> all(const Node& node) const {
    std::optional<Choice> best;
    Word chosen = 0;
    Node each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      auto its = choose(each);
      if (its && (!best || its->share < best->share)) {
        best = std::move(its);
        chosen = i;
      }
    }
    if (!best) return std::nullopt;
    Rare other;
    each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      if (i != chosen) find_rare(each, other);
    }
    if (other.hash != 0) {
      for (Anchor& anchor : best->anchors) {
        if (anchor.second == 0 || best->anchors.size() > 1) anchor.second = other.hash;
      }
    }
    return best;
  }

  // The rarest piece that every post must have for this part.
  void find_rare(const Node& node, Rare& rare) const {
    switch (node.kind()) {
      case QueryKind::kWords: {
        const WayView ways(node.rest());
        if (ways.count() != 1) return;
        for (const Word which : {0U, 1U}) {
          const WayView::Piece piece = ways.piece(0, which);
          if (piece.hash == 0 || piece.wish != 0) continue;
          const double its = share(piece);
          if (its < rare.share) rare = {piece.hash, its};
        }
        return;
      }
      case QueryKind::kAnd:
      case QueryKind::kNear:
      case QueryKind::kTogether: {
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) find_rare(each, rare);
        return;
      }
      default:
        return;
    }
  }

  const PieceCosts& costs_;
};

}  // namespace

std::optional<std::vector<Anchor>> choose_anchors(const Node& query, const PieceCosts& costs) {
  auto choice = AnchorChooser(costs).choose(query);
  if (!choice) return std::nullopt;
  std::vector<Anchor>& all = choice->anchors;
  // The same piece twice, with unlike seconds, needs neither.
  std::sort(all.begin(), all.end(),
            [](const Anchor& a, const Anchor& b) { return a.hash < b.hash; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && all[kept - 1].hash == all[i].hash) {
      if (all[kept - 1].second != all[i].second) all[kept - 1].second = 0;
      all[kept - 1].wish |= all[i].wish;
    } else {
      all[kept++] = all[i];
    }
  }
  all.resize(kept);
  return std::move(all);
}

}  // namespace rapport::packed
