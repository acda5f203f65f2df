// rapport demo: a desk with a made-up month of a made-up brand, to try everything out.

#include <iostream>

#include "app/commands/commands.h"
#include "app/demo/seed.h"
#include "app/house.h"
#include "app/serving.h"
#include "app/stop_signal.h"
#include "base/log.h"

namespace rapport {

int run_demo(Config config) {
  const StopSignal signal;
  if (config.data.empty()) config.data = home_data_folder("rapport-demo");
  auto sandbox = open_demo(config);
  if (!sandbox) return complain(sandbox.error());
  auto house = House::build({config, *sandbox});
  if (!house) return complain(house.error());
  return serve_until_stopped(**house, signal, [](House& running) {
    std::cout << "The demo is at " << running.url() << "\n"
              << "Everyone you meet there is invented, and nothing leaves this machine. "
                 "Ctrl-C ends it.\n"
              << std::flush;
    log_info("app", "the demo is at " + running.url());
  });
}

}  // namespace rapport
