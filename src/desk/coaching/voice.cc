#include "desk/coaching/coaching.h"
#include "desk/coaching/voice_view.h"
#include "desk/inbox/rows.h"
#include "store/store.h"

namespace rapport {

Result<VoiceView> voice_view(Unit& unit, BrandVoice voice) {
  VoiceView view{std::move(voice), {}};
  if (!view.voice.by) return view;
  auto name = name_of(unit, view.voice.workspace, *view.voice.by);
  RAPPORT_TRY(name);
  view.changed_by = std::move(*name);
  return view;
}

Result<VoiceView> Coaching::voice(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<VoiceView> {
    auto voice = unit.voices().voice(by.workspace);
    RAPPORT_TRY(voice);
    return voice_view(unit, std::move(*voice));
  });
}

}  // namespace rapport
