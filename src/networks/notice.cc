#include "networks/notice.h"

#include <random>

#include "networks/backoff.h"

namespace rapport {

Result<Done> send_patiently(NoticeCarrier& carrier, const Recipient& to, const Notice& notice,
                            const Patience& patience,
                            const std::function<bool(std::chrono::milliseconds)>& wait) {
  Backoff backoff({patience.first, patience.longest}, std::random_device{}());
  for (int attempt = 1;; ++attempt) {
    auto sent = carrier.send(to, notice);
    if (sent) return sent;
    const Error& error = sent.error();
    const bool may_pass =
        error.kind == ErrorKind::kUnavailable || error.kind == ErrorKind::kTooMany;
    if (!may_pass || attempt >= patience.tries) return sent;
    std::optional<std::chrono::seconds> told;
    if (error.retry_after_seconds) told = std::chrono::seconds{*error.retry_after_seconds};
    // Who is told hours late had better be told anew by whoever decides.
    if (told && *told > patience.longest) return sent;
    if (!wait(backoff.after_failure(told))) return sent;
  }
}

}  // namespace rapport
