// Uploaded pictures.

#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "model/attachment.h"

namespace rapport {

class Attachments {
 public:
  virtual ~Attachments() = default;

  virtual Result<Done> add(const Attachment& attachment) = 0;
  // With its bytes.
  virtual Result<Attachment> find(WorkspaceId workspace, AttachmentId id) = 0;
  // Their facts without the bytes; those that are not there are left out, order is not kept.
  virtual Result<std::vector<Attachment>> some(WorkspaceId workspace,
                                               const std::vector<AttachmentId>& ids) = 0;
  // Until when it is kept if nothing takes it up again; none: for good. Not being there is fine.
  virtual Result<Done> keep(WorkspaceId workspace, AttachmentId id, std::optional<Time> until) = 0;
  // Drops what is kept only until before `now`, of all workspaces, at most so many.
  virtual Result<std::int64_t> drop_unused(Time now, int most) = 0;
};

}  // namespace rapport
