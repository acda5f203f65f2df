// The assistant of the configuration, with a way of its own to reach it.

#pragma once

#include <memory>

#include "app/config.h"
#include "base/result.h"
#include "networks/assistant/assistant.h"

namespace rapport {

struct HouseAssistant {
  // Reaches private addresses, too: the operator named this one. Nothing else goes this way.
  std::unique_ptr<Transport> transport;
  std::unique_ptr<Assistant> assistant;  // none: it is off
};

// Fails with invalid if the settings cannot be used.
Result<HouseAssistant> make_house_assistant(const Config& config);

}  // namespace rapport
