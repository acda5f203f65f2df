// How each brand speaks, and what it makes of the coach's rules.

#pragma once

#include <vector>

#include "base/result.h"
#include "model/voice.h"

namespace rapport {

class VoiceStore {
 public:
  virtual ~VoiceStore() = default;

  // As if nobody said anything, where nothing is kept.
  virtual Result<BrandVoice> voice(WorkspaceId workspace) = 0;
  virtual Result<Done> save(const BrandVoice& voice) = 0;

  // By rule; those that are as usual may be left out.
  virtual Result<std::vector<RuleChoice>> rules(WorkspaceId workspace) = 0;
  virtual Result<Done> save(const RuleChoice& choice) = 0;
};

}  // namespace rapport
