#include "http/wire/act.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

// Generous: how long a reply may be is the network's matter, and its refusal keeps the words.
constexpr TextRule kWords{.least = 0, .most = 20'000};
constexpr TextRule kClientKey{.least = 8, .most = 100};

}  // namespace

json::object act_part(const ActView& view) {
  const Act& act = view.act;
  return {
      {"id", id_json(act.id)},
      {"kind", to_word(act.kind)},
      {"state", to_word(act.state)},
      {"conversation_id", id_json(act.conversation)},
      {"post_id", id_json(act.post)},
      {"text", act.text},
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
  RAPPORT_TRY(body.finish());
  return out;
}

Result<PostBody> read_post(std::string_view text) {
  BodyReader body(text);
  PostBody out{body.id<ChannelId>("channel_id"), body.text("text", kWords),
               body.text("client_key", kClientKey)};
  RAPPORT_TRY(body.finish());
  return out;
}

Result<std::string> read_delete(std::string_view text) {
  BodyReader body(text);
  std::string reason = body.text("reason", {.least = 1, .most = 1000});
  RAPPORT_TRY(body.finish());
  return reason;
}

Result<AccountId> read_follow(std::string_view text) {
  BodyReader body(text);
  const auto account = body.id<AccountId>("account_id");
  RAPPORT_TRY(body.finish());
  return account;
}

std::vector<schema::Named> act_schemas() {
  using namespace schema;
  return {
      {"Act",
       object({{"id", id()},
               {"kind", words({"reply", "post", "like", "unlike", "follow", "unfollow", "delete"})},
               {"state", words({"queued", "sending", "unknown", "accepted", "rejected", "undone"})},
               {"conversation_id", or_null(id())},
               {"post_id", or_null(id())},
               {"text", text()},
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
                            {"confirm", yes_no(), false}})},
      {"PostBody",
       object({{"channel_id", id()}, {"text", text(20'000)}, {"client_key", text(100, 8)}})},
      {"DeleteBody", object({{"reason", text(1000, 1)}})},
      {"FollowBody", object({{"account_id", id()}})},
  };
}

}  // namespace rapport
