// A picture a member has uploaded, to be sent with words of ours.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

struct Attachment {
  WorkspaceId workspace;
  AttachmentId id;
  MemberId by;
  std::string mime;  // "image/jpeg", "image/png", "image/webp"
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::int64_t size = 0;  // of `bytes`
  std::string bytes;      // the file itself; empty where only its facts were asked for
  Time created_at;
  // Dropped after this, unless something takes it up: a draft for a while, an act for good (none).
  std::optional<Time> keep_until;
};

// Stands as the address of a picture in a post of ours until the network tells its own.
inline std::string attachment_url(AttachmentId id) { return "attachment:" + to_string(id); }

}  // namespace rapport
