// Streams that all workspaces share: how far each was read, and what of it was not.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/channel.h"
#include "model/post.h"

namespace rapport {

struct StreamState {
  std::string network;
  std::string cursor;           // opaque to all but its reader
  std::optional<Time> read_to;  // all was read up to here
  std::string last_error;       // in words; empty when the last read went well
  std::optional<Time> last_error_at;
  std::optional<Time> checked_at;  // the last successful read

  bool operator==(const StreamState&) const = default;
};

// Something of a network that is known, in one of the workspaces.
struct KnownThing {
  WorkspaceId workspace;
  std::string native_id;
};

// A workspace that a stream was read for, and the stretch in which it was.
struct StreamListening {
  WorkspaceId workspace;
  Time from;
  std::optional<Time> to;  // none: it still is

  bool operator==(const StreamListening&) const = default;
};

class Streams {
 public:
  virtual ~Streams() = default;

  // A fresh one if it was never read.
  virtual Result<StreamState> state(std::string_view network) = 0;
  virtual Result<Done> save(const StreamState& state) = 0;
  // As those of channels (store/channels.h).
  virtual Result<std::vector<CoverageSpan>> spans(std::string_view network, Time from,
                                                  int most) = 0;
  virtual Result<Done> add_span(std::string_view network, const CoverageSpan& span) = 0;
  // For whom it is read now, by workspace.
  virtual Result<std::vector<StreamListening>> listening(std::string_view network) = 0;
  // The stretches of one workspace that end at `from` or later, oldest first.
  virtual Result<std::vector<StreamListening>> listened(WorkspaceId workspace,
                                                        std::string_view network, Time from) = 0;
  // From `at` on it is read for this workspace; nothing changes if it already is.
  virtual Result<Done> begin_listening(WorkspaceId workspace, std::string_view network,
                                       Time at) = 0;
  // It is no more, from `at` on; nothing changes if it is not.
  virtual Result<Done> end_listening(WorkspaceId workspace, std::string_view network, Time at) = 0;
  // Where each of these was heard of, in any workspace and by whatever way: a stream tells of
  // deletions and of accounts that are away to all.
  virtual Result<std::vector<KnownThing>> posts(std::string_view network,
                                                const std::vector<std::string>& native_ids) = 0;
  virtual Result<std::vector<KnownThing>> accounts(std::string_view network,
                                                   const std::vector<std::string>& native_ids) = 0;
};

}  // namespace rapport
