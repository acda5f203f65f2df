#include "desk/reading/learning.h"

#include "desk/reading/post_reader.h"
#include "desk/reading/readings.h"
#include "store/store.h"

namespace rapport {

Result<LearningView> learning_view(Unit& unit, WorkspaceId workspace, const PostReader* reader) {
  auto learning = unit.teaching().learning(workspace);
  RAPPORT_TRY(learning);
  auto tally = unit.teaching().tally(workspace, learning->trained_at.value_or(Time{}));
  RAPPORT_TRY(tally);
  LearningView view;
  view.reading = reader != nullptr;
  view.on = learning->on;
  view.active = view.reading && learning->active();
  view.corrections = tally->standing;
  view.fresh = tally->fresh;
  view.trained_at = learning->trained_at;
  view.examples = learning->examples;
  view.before = static_cast<double>(learning->before) / 1000;
  view.after = static_cast<double>(learning->after) / 1000;
  return view;
}

Result<LearningView> Readings::learning(const Member& by) {
  return store_.read([&](Unit& unit) { return learning_view(unit, by.workspace, reader_); });
}

}  // namespace rapport
