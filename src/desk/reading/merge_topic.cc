#include "desk/announce.h"
#include "desk/reading/readings.h"
#include "desk/reading/topic_views.h"
#include "store/store.h"

namespace rapport {

Result<TopicView> Readings::merge_topic(const Member& by, TopicId id, TopicId into) {
  if (!by.may_manage()) return forbidden("Merging topics is for owners and admins.");
  if (id == into) return invalid("A topic cannot be merged into itself.", "into_id");
  const Time now = clock_.now();
  auto merged = store_.write([&](Unit& unit) -> Result<TopicView> {
    auto topics = unit.topics().all(by.workspace);
    RAPPORT_TRY(topics);
    const Topic* from = find_topic(*topics, id);
    if (from == nullptr) return not_found("There is no such topic any more.");
    Topic* target = find_topic(*topics, into);
    if (target == nullptr) return invalid("There is no such topic to merge into.", "into_id");
    *target = merge_topics(*target, *from);
    TopicView view = view_of(*target);
    RAPPORT_TRY(unit.members().audit({by.workspace, by.id, "topic.merge", to_string(id),
                                      from->name + " into " + view.name, now}));
    std::erase_if(*topics, [&](const Topic& each) { return each.id == id.value; });
    RAPPORT_TRY(unit.topics().replace(by.workspace, *topics));
    RAPPORT_TRY(unit.views().replace_topic(by.workspace, id, into));
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kViews, now));
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    return view;
  });
  if (merged) follow(by.workspace);
  return merged;
}

}  // namespace rapport
