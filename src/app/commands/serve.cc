// rapport serve: the desk for real accounts.

#include <iostream>

#include "app/commands/commands.h"
#include "app/house.h"
#include "app/serving.h"
#include "app/stop_signal.h"
#include "base/log.h"
#include "http/version.h"

namespace rapport {

int run_serve(Config config) {
  const StopSignal signal;
  if (config.data.empty()) config.data = home_data_folder("rapport");
  auto house = House::build({config, nullptr});
  if (!house) return complain(house.error());
  return serve_until_stopped(**house, signal, [&](House& running) {
    std::cout << "Rapport " << kVersion << " is at " << running.url() << "\n"
              << "Its data is in " << config.data.string() << "\n";
    const auto link = running.setup_link();
    if (link && !link->empty()) {
      std::cout << "\nNobody works here yet. Open this link to make the first account:\n  " << *link
                << "\n";
    }
    std::cout << std::flush;
    log_info("app", "serving at " + running.url());
  });
}

}  // namespace rapport
