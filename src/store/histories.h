// Imports of history: at most one a channel.

#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "model/history.h"

namespace rapport {

class Histories {
 public:
  virtual ~Histories() = default;

  virtual Result<std::optional<HistoryImport>> of_channel(WorkspaceId workspace,
                                                          ChannelId channel) = 0;
  // Adds it, or replaces the channel's one.
  virtual Result<Done> save(const HistoryImport& history) = 0;
};

}  // namespace rapport
