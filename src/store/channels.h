// Channels and their coverage.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/channel.h"

namespace rapport {

class Channels {
 public:
  virtual ~Channels() = default;

  // Fails with conflict if this account is connected in this workspace already.
  virtual Result<Done> add(const Channel& channel) = 0;
  virtual Result<Channel> find(WorkspaceId workspace, ChannelId id) = 0;
  virtual Result<std::optional<Channel>> by_native_id(WorkspaceId workspace,
                                                      std::string_view network,
                                                      std::string_view native_id) = 0;
  virtual Result<std::vector<Channel>> all(WorkspaceId workspace) = 0;  // oldest first
  virtual Result<std::vector<Channel>> every() = 0;  // of all workspaces: for the listeners
  // Saves handle, service, state, error, connected_at and changed_at; never the secret.
  virtual Result<Done> save(const Channel& channel) = 0;
  // Stores a new sealed secret. Fails with invalid if it is empty: an empty token never overwrites
  // a stored one.
  virtual Result<Done> save_secret(WorkspaceId workspace, ChannelId id,
                                   const std::string& sealed) = 0;
  // Forgets the secret of a channel that a human disconnected.
  virtual Result<Done> forget_secret(WorkspaceId workspace, ChannelId id) = 0;

  virtual Result<std::vector<CoverageSource>> sources(WorkspaceId workspace, ChannelId id) = 0;
  // The source as it stands; a fresh one with an empty cursor if it was never read.
  virtual Result<CoverageSource> source(WorkspaceId workspace, ChannelId id,
                                        std::string_view source) = 0;
  virtual Result<Done> save_source(const CoverageSource& source) = 0;
  // Newest first. Spans of one source never overlap.
  virtual Result<std::vector<CoverageSpan>> spans(WorkspaceId workspace, ChannelId id,
                                                  std::string_view source, int most) = 0;
  // Records that [span.from, span.to] was read, or is a gap. A span that touches or overlaps the
  // newest one of the same kind (and, for a gap, the same reason) extends it; what was a gap and
  // is now read becomes read, splitting the gap if need be.
  virtual Result<Done> add_span(WorkspaceId workspace, ChannelId id, std::string_view source,
                                const CoverageSpan& span) = 0;
};

}  // namespace rapport
