#include "base/picture.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {
namespace {

constexpr std::chrono::hours kKeepUnused{7 * 24};

}  // namespace

Result<Attachment> Outbox::attach(const Member& by, std::string_view file) {
  RAPPORT_TRY(may_act(by));
  if (file.size() > kPictureMost) {
    return fail(ErrorKind::kTooLarge, "This picture is too large: 2 MB at most.");
  }
  auto picture = read_picture(file);
  RAPPORT_TRY(picture);

  const Time now = clock_.now();
  Attachment attachment;
  attachment.workspace = by.workspace;
  attachment.id = ids_.make<AttachmentId>();
  attachment.by = by.id;
  attachment.mime = std::move(picture->mime);
  attachment.width = picture->width;
  attachment.height = picture->height;
  attachment.bytes = std::move(picture->bytes);
  attachment.size = static_cast<std::int64_t>(attachment.bytes.size());
  attachment.created_at = now;
  attachment.keep_until = now + kKeepUnused;
  RAPPORT_TRY(
      store_.write([&](Unit& unit) -> Result<Done> { return unit.attachments().add(attachment); }));
  attachment.bytes.clear();
  return attachment;
}

Result<Attachment> Outbox::attachment(const Member& by, AttachmentId id) {
  return store_.read([&](Unit& unit) { return unit.attachments().find(by.workspace, id); });
}

}  // namespace rapport
