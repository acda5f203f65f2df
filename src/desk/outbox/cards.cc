#include "desk/outbox/cards.h"

#include "base/url.h"
#include "desk/channels/connectors.h"
#include "desk/outbox/queue.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::hours kKeepUnused{7 * 24};

// Counts who asks, for as long as it lives.
class Asking {
 public:
  explicit Asking(std::atomic<int>& count) : count_(count), among_(++count) {}
  ~Asking() { --count_; }
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;
  int among() const { return among_; }

 private:
  std::atomic<int>& count_;
  const int among_;
};

}  // namespace

Attachment thumb_attachment(const OutgoingImage& thumb, WorkspaceId workspace, MemberId by,
                            AttachmentId id, Time now) {
  Attachment out;
  out.workspace = workspace;
  out.id = id;
  out.by = by;
  out.mime = thumb.mime;
  out.width = thumb.width;
  out.height = thumb.height;
  out.size = static_cast<std::int64_t>(thumb.bytes.size());
  out.bytes = thumb.bytes;
  out.created_at = now;
  return out;
}

Result<CardView> Cards::preview(const Member& by, ChannelId channel, const std::string& url) {
  RAPPORT_TRY(may_act(by));
  if (!parse_web_url(url)) return invalid("Only a web address can be shown as a card.", "url");
  const Asking asking(asking_);
  if (asking.among() > kAtOnce) {
    Error busy{ErrorKind::kTooMany, "Other links are being looked at. Try again.", {}, {}, {}};
    busy.retry_after_seconds = 2;
    return fail(std::move(busy));
  }
  auto speaker =
      store_.read([&](Unit& unit) { return unit.channels().find(by.workspace, channel); });
  RAPPORT_TRY(speaker);
  RAPPORT_TRY(check_connected(*speaker));
  auto connector = connectors_.get(*speaker);
  RAPPORT_TRY(connector);

  OutgoingCard card = (*connector)->card(url);
  CardView view{url, std::move(card.title), std::move(card.description), {}};
  if (!card.thumb) return view;
  const Time now = clock_.now();
  Attachment thumb =
      thumb_attachment(*card.thumb, by.workspace, by.id, ids_.make<AttachmentId>(), now);
  thumb.keep_until = now + kKeepUnused;
  RAPPORT_TRY(
      store_.write([&](Unit& unit) -> Result<Done> { return unit.attachments().add(thumb); }));
  thumb.bytes.clear();
  view.thumb = std::move(thumb);
  return view;
}

}  // namespace rapport
