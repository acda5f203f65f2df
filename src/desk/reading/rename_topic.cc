#include <algorithm>

#include "base/unicode.h"
#include "desk/announce.h"
#include "desk/reading/readings.h"
#include "desk/reading/topic_views.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<TopicView> Readings::rename_topic(const Member& by, TopicId id, const std::string& typed) {
  if (!by.may_answer()) return forbidden("Your role can read topics, but not rename them.");
  auto name = check_short_name(typed, "A topic");
  RAPPORT_TRY(name);
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<TopicView> {
    auto topics = unit.topics().all(by.workspace);
    RAPPORT_TRY(topics);
    Topic* topic = find_topic(*topics, id);
    if (topic == nullptr) return not_found("There is no such topic any more.");
    if (topic->name == *name) return view_of(*topic);
    const bool taken = std::ranges::any_of(*topics, [&](const Topic& each) {
      return each.id != id.value && fold_case(each.name) == fold_case(*name);
    });
    if (taken) return conflict("There is a topic of this name already.");
    RAPPORT_TRY(unit.members().audit(
        {by.workspace, by.id, "topic.rename", to_string(id), topic->name + " → " + *name, now}));
    topic->name = *name;
    RAPPORT_TRY(unit.topics().replace(by.workspace, *topics));
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    return view_of(*topic);
  });
}

}  // namespace rapport
