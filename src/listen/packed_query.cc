#include "listen/packed_query.h"

#include <algorithm>

#include "listen/packed/anchors.h"
#include "listen/packed/look.h"
#include "listen/packed/pack.h"

namespace rapport {

PackedQuery::PackedQuery(const QueryTree& query) : needs_(QueryNeeds::of(query)) {
  const std::vector<packed::Word> nodes = packed::pack(query);
  size_ = static_cast<std::uint32_t>(nodes.size());
  nodes_ = std::make_unique<std::uint32_t[]>(size_);
  std::copy(nodes.begin(), nodes.end(), nodes_.get());
}

std::optional<std::vector<Anchor>> PackedQuery::anchors(const PieceCosts& costs) const {
  return packed::choose_anchors(packed::Node(nodes_.get()), costs);
}

bool PackedQuery::possible(const HeardPost& post, MatchWork& work, Unread unread) const {
  return packed::possible(packed::Node(nodes_.get()), post, work, unread);
}

bool PackedQuery::holds(const HeardPost& post, MatchWork& work, Unread unread,
                        FoundSpans* found) const {
  work.cut_words(post);
  return packed::holds(packed::Node(nodes_.get()), post, work, unread, found);
}

void set_apart(FoundSpans& found) {
  for (std::vector<Span>* spans : {&found.title, &found.text}) {
    if (spans->size() < 2) continue;
    std::sort(spans->begin(), spans->end(), [](const Span& a, const Span& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < spans->size(); ++i) {
      Span& last = (*spans)[kept];
      const Span each = (*spans)[i];
      if (each.begin < last.end) {
        last.end = std::max(last.end, each.end);
      } else {
        (*spans)[++kept] = each;
      }
    }
    spans->resize(kept + 1);
  }
}

}  // namespace rapport
