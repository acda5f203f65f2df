// Acts as JSON, and the bodies that ask for one.

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/outbox/cards.h"
#include "desk/outbox/outbox.h"

namespace rapport {

std::string act_json(const ActView& view);

// `conversation` is left for the caller to fill in: it stands in the path.
Result<ReplyRequest> read_reply(std::string_view body);

Result<PostRequest> read_post(std::string_view body);
// `post` is left for the caller as well.
Result<QuoteRequest> read_quote(std::string_view body);

// The reason.
Result<std::string> read_delete(std::string_view body);
// As which of our accounts; the body may be empty.
Result<std::optional<ChannelId>> read_as(std::string_view body);

struct TieBody {
  AccountId account;
  std::optional<ChannelId> as;
  std::string reason;  // of a block
};
Result<TieBody> read_tie(std::string_view body);
Result<TieBody> read_block(std::string_view body);

struct CardBody {
  ChannelId channel;
  std::string url;
};
Result<CardBody> read_card(std::string_view body);
std::string card_json(const CardView& card);

std::string attachment_json(const Attachment& attachment);

}  // namespace rapport
