// What a link shows as a card, before it is sent.
//
// The page is asked once, its picture is kept like an added one, and the writer sees both. What
// they saw can go out with their words as it is, whatever the page says by then.

#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/attachment.h"
#include "model/channel.h"
#include "model/member.h"

namespace rapport {

class Connectors;
class Store;
struct OutgoingImage;  // networks/connector.h

struct CardView {
  std::string url;
  std::string title;  // empty: the page says nothing
  std::string description;
  std::optional<Attachment> thumb;  // its facts
};

class Cards {
 public:
  // Pages that are asked at once, so that slow ones leave room for everything else.
  static constexpr int kAtOnce = 2;

  Cards(Store& store, Connectors& connectors, IdMaker& ids, const Clock& clock)
      : store_(store), connectors_(connectors), ids_(ids), clock_(clock) {}

  // Asks the page as this channel's network would. Blocks for as long as that takes, twenty seconds
  // at most. A page that says nothing is no failure. invalid: no web address; too_many: others are
  // asking already.
  Result<CardView> preview(const Member& by, ChannelId channel, const std::string& url);

 private:
  Store& store_;
  Connectors& connectors_;
  IdMaker& ids_;
  const Clock& clock_;
  std::atomic<int> asking_{0};
};

// A card's picture as it is kept.
Attachment thumb_attachment(const OutgoingImage& thumb, WorkspaceId workspace, MemberId by,
                            AttachmentId id, Time now);

}  // namespace rapport
