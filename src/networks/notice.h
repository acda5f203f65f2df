// Telling somebody outside of Rapport: by e-mail (mail/) or to another program (webhook/).
//
// Who is told what and when is decided elsewhere; a carrier brings one notice to one recipient.

#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace rapport {

struct Notice {
  std::string id;  // the same at every attempt, so that a receiver can tell a repeat
  std::string subject;
  std::vector<std::string> lines;  // in words, a paragraph each
  std::string url;                 // where to look further; empty: nowhere
  std::string json;                // for programs: one JSON value
};

struct Recipient {
  std::string address;  // of mail: "ana@brand.example"; of a webhook: its https address
  std::string secret;   // of a webhook: what its calls are signed with
};

class NoticeCarrier {
 public:
  virtual ~NoticeCarrier() = default;

  // Tries once, and blocks for half a minute at most. Safe from any thread. Fails with
  //   invalid: it was refused, and will be again;
  //   unavailable, too_many (perhaps with retry_after_seconds): not brought, may be tried later;
  //   unknown: it may have been brought. A mail is not sent again then; one too many is worse.
  virtual Result<Done> send(const Recipient& to, const Notice& notice) = 0;

  // Whether an address is one it could bring something to; invalid, in words, if not.
  virtual Result<Done> check(const Recipient& to) const = 0;
};

struct Patience {
  int tries = 5;
  std::chrono::milliseconds first{2'000};  // then twice as long each time, with jitter
  std::chrono::milliseconds longest{120'000};
};

// Tries until it is brought or refused, at most `patience.tries` times. `wait` waits that long, and
// returns false if there is no sense in going on (a shutdown). The last failure is told.
Result<Done> send_patiently(NoticeCarrier& carrier, const Recipient& to, const Notice& notice,
                            const Patience& patience,
                            const std::function<bool(std::chrono::milliseconds)>& wait);

}  // namespace rapport
