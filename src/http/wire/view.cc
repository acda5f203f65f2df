#include "http/wire/view.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

// "me", "nobody", the id of a member, or nothing for anyone: as the list's own parameter has it.
json::value owner_json(const SavedView& view) {
  switch (view.owner) {
    case ViewOwner::kAnyone:
      return nullptr;
    case ViewOwner::kMember:
      return id_json(view.owner_member);
    default:
      return json::value(to_word(view.owner));
  }
}

template <class Enum>
json::value word_or_null(const std::optional<Enum>& value) {
  return value ? json::value(to_word(*value)) : nullptr;
}

json::object view_part(const ShownView& shown) {
  const SavedView& view = shown.view;
  return {
      {"id", id_json(view.id)},
      {"name", view.name},
      {"shared", view.shared},
      {"mine", shown.mine},
      {"may_change", shown.may_change},
      {"total", value_or_null(shown.total)},
      {"state", view.state ? to_word(*view.state) : "all"},
      {"owner", owner_json(view)},
      {"channel_id", id_json(view.channel)},
      {"tag_id", id_json(view.tag)},
      {"sentiment", word_or_null(view.reading.sentiment)},
      {"intent", word_or_null(view.reading.intent)},
      {"reason", text_or_null(view.reading.reason)},
      {"topic_id", id_json(view.reading.topic)},
      {"needs_reply", view.reading.needs_reply ? json::value(*view.reading.needs_reply) : nullptr},
      {"urgent", view.reading.urgent},
      {"q", text_or_null(view.text)},
      {"order", text_or_null(view.order)}};
}

}  // namespace

std::string view_json(const ShownView& view) { return json::serialize(view_part(view)); }

std::string views_json(const std::vector<ShownView>& views) {
  json::array items;
  for (const ShownView& each : views) items.push_back(view_part(each));
  return json::serialize(json::object{{"items", std::move(items)}});
}

Result<SavedView> read_view(std::string_view text) {
  BodyReader body(text);
  SavedView view;
  view.name = body.text("name", {.least = 1, .most = 100});
  view.shared = body.optional_yes_no("shared", false);
  const std::string state = body.text("state", {.least = 1, .most = 20});
  const auto owner = body.optional_text("owner", {.most = 32});
  view.channel = body.optional_id<ChannelId>("channel_id");
  view.tag = body.optional_id<TagId>("tag_id");
  view.reading.sentiment = body.optional_word<Sentiment>("sentiment", sentiment_of);
  view.reading.intent = body.optional_word<Intent>("intent", intent_of);
  view.reading.reason = body.optional_text("reason", {.most = 100}).value_or("");
  view.reading.topic = body.optional_id<TopicId>("topic_id");
  // Read where it is null, too: a field that nobody reads is one that nobody knows.
  const bool needs_reply = body.optional_yes_no("needs_reply", false);
  if (body.has("needs_reply")) view.reading.needs_reply = needs_reply;
  view.reading.urgent = body.optional_yes_no("urgent", false);
  view.text = body.optional_text("q", {.most = 200}).value_or("");
  view.order = body.optional_text("order", {.most = 20}).value_or("");
  RAPPORT_TRY(body.finish());
  if (!view.order.empty() && view.order != "relevance" && view.order != "priority") {
    return invalid("The order is relevance, priority, or nothing for the usual one.", "order");
  }
  if (state != "all") {
    view.state = conversation_state_of(state);
    if (!view.state) return invalid("There is no such state.", "state");
  }
  if (owner == "me") {
    view.owner = ViewOwner::kMe;
  } else if (owner == "nobody") {
    view.owner = ViewOwner::kNobody;
  } else if (owner) {
    view.owner = ViewOwner::kMember;
    view.owner_member = parse_id<MemberId>(*owner);
    if (!view.owner_member) {
      return invalid("The owner is me, nobody or the id of a member.", "owner");
    }
  }
  return view;
}

Result<std::vector<ViewId>> read_view_order(std::string_view text) {
  BodyReader body(text);
  auto order = body.ids<ViewId>("ids", 100);
  RAPPORT_TRY(body.finish());
  return order;
}

std::vector<schema::Named> view_schemas() {
  using namespace schema;
  const Field state{"state", words({"open", "waiting", "snoozed", "resolved", "skipped", "all"})};
  return {
      {"View", object({{"id", id()},
                       {"name", text()},
                       {"shared", yes_no()},
                       {"mine", yes_no()},
                       {"may_change", yes_no()},
                       {"total", or_null(whole())},
                       state,
                       {"owner", or_null(text())},
                       {"channel_id", or_null(id())},
                       {"tag_id", or_null(id())},
                       {"sentiment", or_null(ref("Sentiment"))},
                       {"intent", or_null(ref("Intent"))},
                       {"reason", or_null(text())},
                       {"topic_id", or_null(id())},
                       {"needs_reply", or_null(yes_no())},
                       {"urgent", yes_no()},
                       {"q", or_null(text())},
                       {"order", or_null(text())}})},
      {"ViewList", items(ref("View"))},
      {"ViewBody", object({{"name", text(100, 1)},
                           {"shared", yes_no(), false},
                           state,
                           {"owner", or_null(text(32)), false},
                           {"channel_id", or_null(id()), false},
                           {"tag_id", or_null(id()), false},
                           {"sentiment", or_null(ref("Sentiment")), false},
                           {"intent", or_null(ref("Intent")), false},
                           {"reason", or_null(text(100)), false},
                           {"topic_id", or_null(id()), false},
                           {"needs_reply", or_null(yes_no()), false},
                           {"urgent", yes_no(), false},
                           {"q", or_null(text(200)), false},
                           {"order", or_null(text(20)), false}})},
      {"ViewOrderBody", object({{"ids", list(id())}})},
  };
}

}  // namespace rapport
