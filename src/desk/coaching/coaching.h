// Coaching: how the brand speaks, which rules its coach follows, and what the coach says of a
// draft.
//
// Each verb lives in a source file of its own.

#pragma once

#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "model/member.h"
#include "model/voice.h"

namespace rapport {

class Store;

struct VoiceView {
  BrandVoice voice;
  std::string changed_by;  // the name of who changed it last; empty: nobody did
};

class Coaching {
 public:
  Coaching(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  static constexpr std::size_t kMostWords = 200;    // in each list of a voice
  static constexpr std::size_t kLongestWords = 60;  // graphemes of one of them
  static constexpr std::size_t kLongestSignature = 60;

  Result<VoiceView> voice(const Member& by);
  // All of it at once; its workspace, `by` and `changed_at` are set here. Fails with invalid if a
  // list holds too much or a word is both loved and avoided.
  Result<VoiceView> change_voice(const Member& by, BrandVoice voice);

 private:
  Store& store_;
  const Clock& clock_;
};

}  // namespace rapport
