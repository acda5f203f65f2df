// Whether what is about to be sent has to be mended first.

#pragma once

#include <optional>

#include "desk/coaching/coaching.h"
#include "desk/outbox/queue.h"

namespace rapport {

// Asked before the transaction that sends, so that nobody else's write waits for the coach.
inline std::optional<Error> objection_to(Coaching* coaching, const Member& by, const Saying& saying,
                                         Coaching::Sending sending) {
  if (coaching == nullptr) return std::nullopt;
  sending.draft.text = saying.text;
  sending.draft.card_url = saying.card_url;
  for (const ActMedia& each : saying.media) sending.draft.alts.push_back(each.alt);
  return coaching->objection(by, sending);
}

}  // namespace rapport
