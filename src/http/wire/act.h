// Acts as JSON, and the bodies that ask for one.

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/outbox/outbox.h"

namespace rapport {

std::string act_json(const ActView& view);

// `conversation` is left for the caller to fill in: it stands in the path.
Result<ReplyRequest> read_reply(std::string_view body);

struct PostBody {
  ChannelId channel;
  std::string text;
  std::string client_key;
};
Result<PostBody> read_post(std::string_view body);

// The reason.
Result<std::string> read_delete(std::string_view body);
Result<AccountId> read_follow(std::string_view body);

}  // namespace rapport
