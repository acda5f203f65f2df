#include "http/wire/act.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"
#include "http/wire/saying.h"

namespace rapport {
namespace {

// Generous: how long a reply may be is the network's matter, and its refusal keeps the words.
constexpr TextRule kWords{.least = 0, .most = 20'000};
constexpr TextRule kClientKey{.least = 8, .most = 100};

// What its card shows; null while the page was not asked.
json::value card_of(const Act& act) {
  if (!act.card_read) return nullptr;
  return json::object{
      {"title", act.card_title},
      {"description", act.card_description},
      {"thumb_url", act.card_thumb ? json::value(attachment_path(*act.card_thumb)) : nullptr}};
}

json::object attachment_part(const Attachment& attachment) {
  return {{"id", id_json(attachment.id)}, {"url", attachment_path(attachment.id)},
          {"mime", attachment.mime},      {"width", attachment.width},
          {"height", attachment.height},  {"size", attachment.size}};
}

}  // namespace

json::object act_part(const ActView& view) {
  const Act& act = view.act;
  return {
      {"id", id_json(act.id)},
      {"kind", to_word(act.kind)},
      {"state", to_word(act.state)},
      {"conversation_id", id_json(act.conversation)},
      {"channel_id", id_json(act.channel)},
      {"post_id", id_json(act.post)},
      {"account_id", id_json(act.account)},
      {"text", act.text},
      {"media", act_media_part(act.media)},
      {"langs", texts_part(act.langs)},
      {"card_url", text_or_null(act.card_url)},
      {"card", card_of(act)},
      {"by", member_ref(act.by, view.by_name)},
      {"created_at", time_json(act.created_at)},
      {"not_before", time_json(act.not_before)},
      {"attempts", act.attempts},
      {"error", text_or_null(act.error)},
      {"result_post_id", id_json(act.result_post)},
  };
}

std::string act_json(const ActView& view) { return json::serialize(act_part(view)); }

Result<ReplyRequest> read_reply(std::string_view text) {
  BodyReader body(text);
  ReplyRequest out;
  out.post = body.id<PostId>("post_id");
  out.text = body.text("text", kWords);
  out.client_key = body.text("client_key", kClientKey);
  out.seen_post = body.optional_id<PostId>("seen_post_id");
  out.confirm = body.optional_yes_no("confirm", false);
  out.channel = body.optional_id<ChannelId>("channel_id");
  out.media = read_media(body);
  out.langs = read_langs(body);
  out.card_url = read_card_url(body);
  out.card = read_shown_card(body);
  RAPPORT_TRY(body.finish());
  return out;
}

Result<QuoteRequest> read_quote(std::string_view text) {
  BodyReader body(text);
  QuoteRequest out;
  out.text = body.text("text", kWords);
  out.client_key = body.text("client_key", kClientKey);
  out.channel = body.optional_id<ChannelId>("channel_id");
  out.media = read_media(body);
  out.langs = read_langs(body);
  out.card_url = read_card_url(body);
  out.card = read_shown_card(body);
  RAPPORT_TRY(body.finish());
  return out;
}

Result<PostRequest> read_post(std::string_view text) {
  BodyReader body(text);
  PostRequest out;
  out.channel = body.id<ChannelId>("channel_id");
  out.text = body.text("text", kWords);
  out.client_key = body.text("client_key", kClientKey);
  out.media = read_media(body);
  out.langs = read_langs(body);
  out.card_url = read_card_url(body);
  out.card = read_shown_card(body);
  RAPPORT_TRY(body.finish());
  return out;
}

Result<std::string> read_delete(std::string_view text) {
  BodyReader body(text);
  std::string reason = body.text("reason", {.least = 1, .most = 1000});
  RAPPORT_TRY(body.finish());
  return reason;
}

Result<std::optional<ChannelId>> read_as(std::string_view text) {
  BodyReader body(text);
  const auto channel = body.optional_id<ChannelId>("channel_id");
  RAPPORT_TRY(body.finish());
  return channel;
}

Result<TieBody> read_tie(std::string_view text) {
  BodyReader body(text);
  TieBody out{body.id<AccountId>("account_id"), body.optional_id<ChannelId>("channel_id"), {}};
  RAPPORT_TRY(body.finish());
  return out;
}

Result<TieBody> read_block(std::string_view text) {
  BodyReader body(text);
  TieBody out{body.id<AccountId>("account_id"), body.optional_id<ChannelId>("channel_id"),
              body.text("reason", {.least = 1, .most = 1000})};
  RAPPORT_TRY(body.finish());
  return out;
}

std::string attachment_json(const Attachment& attachment) {
  return json::serialize(attachment_part(attachment));
}

std::string card_json(const CardView& card) {
  json::object out{{"url", card.url},
                   {"title", card.title},
                   {"description", card.description},
                   {"thumb", nullptr}};
  if (card.thumb) out["thumb"] = attachment_part(*card.thumb);
  return json::serialize(out);
}

Result<CardBody> read_card(std::string_view text) {
  BodyReader body(text);
  CardBody out{body.id<ChannelId>("channel_id"), body.text("url", {.least = 1, .most = 2000})};
  RAPPORT_TRY(body.finish());
  return out;
}

std::vector<schema::Named> act_schemas() {
  using namespace schema;
  const Field as{"channel_id", or_null(id()), false};
  return {
      {"ActMedia", object({{"attachment_id", id()}, {"url", text()}, {"alt", text()}})},
      {"Attachment", object({{"id", id()},
                             {"url", text()},
                             {"mime", text()},
                             {"width", whole()},
                             {"height", whole()},
                             {"size", whole()}})},
      {"Card", object({{"url", text()},
                       {"title", text()},
                       {"description", text()},
                       {"thumb", or_null(ref("Attachment"))}})},
      {"ShownCard",
       object({{"title", text()}, {"description", text()}, {"thumb_url", or_null(text())}})},
      {"CardBody", object({{"channel_id", id()}, {"url", text(2000, 1)}})},
      {"Act",
       object({{"id", id()},
               {"kind", words({"reply", "post", "quote", "like", "unlike", "repost", "unrepost",
                               "follow", "unfollow", "mute", "unmute", "block", "unblock", "delete",
                               "hide", "unhide"})},
               {"state", words({"queued", "sending", "unknown", "accepted", "rejected", "undone"})},
               {"conversation_id", or_null(id())},
               {"channel_id", id()},
               {"post_id", or_null(id())},
               {"account_id", or_null(id())},
               {"text", text()},
               {"media", list(ref("ActMedia"))},
               {"langs", list(text())},
               {"card_url", or_null(text())},
               {"card", or_null(ref("ShownCard"))},
               {"by", ref("MemberRef")},
               {"created_at", time()},
               {"not_before", time()},
               {"attempts", whole()},
               {"error", or_null(text())},
               {"result_post_id", or_null(id())}})},
      {"ReplyBody", object({{"post_id", id()},
                            {"text", text(20'000)},
                            {"client_key", text(100, 8)},
                            {"seen_post_id", or_null(id()), false},
                            {"confirm", yes_no(), false},
                            as,
                            media_field(),
                            langs_field(),
                            card_url_field(),
                            shown_card_field()})},
      {"PostBody", object({{"channel_id", id()},
                           {"text", text(20'000)},
                           {"client_key", text(100, 8)},
                           media_field(),
                           langs_field(),
                           card_url_field(),
                           shown_card_field()})},
      {"QuoteBody", object({{"text", text(20'000)},
                            {"client_key", text(100, 8)},
                            as,
                            media_field(),
                            langs_field(),
                            card_url_field(),
                            shown_card_field()})},
      {"AsBody", object({as})},
      {"DeleteBody", object({{"reason", text(1000, 1)}})},
      {"TieBody", object({{"account_id", id()}, as})},
      {"BlockBody", object({{"account_id", id()}, as, {"reason", text(1000, 1)}})},
  };
}

}  // namespace rapport
