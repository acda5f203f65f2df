// rapport notice: sends one notice by mail or to a webhook, to try whether it arrives. No server,
// no database.

#include <chrono>
#include <iostream>
#include <thread>

#include "app/commands/commands.h"
#include "app/notices.h"
#include "networks/registry.h"

namespace rapport {

int run_notice(const Config& config, const NoticeOptions& options) {
  const SystemClock clock;
  NetworkSettings network;
  network.guard.allow_loopback = config.allow_private_addresses;
  network.guard.allow_ranges = config.allow_address_ranges;
  auto transport = make_transport(network);
  if (!transport) return complain(transport.error());
  auto carriers = make_notice_carriers(config, **transport, clock);
  if (!carriers) return complain(carriers.error());
  const bool by_mail = !options.email.empty();
  NoticeCarrier* carrier = by_mail ? carriers->mail.get() : carriers->webhook.get();
  if (carrier == nullptr) {
    return complain(Error{ErrorKind::kInvalid, "No mail server is set: mail.server", {}, {}, {}});
  }
  const Notice notice{
      "try-" + std::to_string(to_micros(clock.now())),
      "Rapport reaches you",
      {"This was sent by hand, to try whether notices arrive."},
      config.public_url,
      R"({"kind":"try","says":"This was sent by hand, to try whether notices arrive."})"};
  const Recipient to{by_mail ? options.email : options.webhook, options.secret};
  const auto sent =
      send_patiently(*carrier, to, notice, {.tries = 3}, [](std::chrono::milliseconds pause) {
        std::cerr << "Not yet; trying again.\n";
        std::this_thread::sleep_for(pause);
        return true;
      });
  if (!sent) return complain(sent.error());
  std::cout << "Sent to " << to.address << ".\n";
  return kOk;
}

}  // namespace rapport
