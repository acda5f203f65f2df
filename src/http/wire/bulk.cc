#include "http/wire/bulk.h"

#include "http/wire/deciding.h"
#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

std::string_view to_word(BulkOutcome outcome) {
  switch (outcome) {
    case BulkOutcome::kDone:
      return "done";
    case BulkOutcome::kUnchanged:
      return "unchanged";
    case BulkOutcome::kChanged:
      return "changed";
    case BulkOutcome::kGone:
      break;
  }
  return "gone";
}

// The fields that belong to the verb are asked for by it alone: one of another verb is an error.
BulkAction read_action(BodyReader& body, const std::string& verb) {
  if (verb == "assign") return BulkAssign{body.id_or_null<MemberId>("member_id")};
  if (verb == "snooze") return BulkSnooze{body.time("until")};
  if (verb == "resolve") return BulkResolve{read_resolution(body)};
  if (verb == "skip") {
    const auto reason = body.word<SkipReason>("reason", skip_reason_of);
    return BulkSkip{reason, body.text("detail", {.most = 2000})};
  }
  if (verb == "tag") return BulkTag{body.id<TagId>("tag_id")};
  if (verb == "untag") return BulkUntag{body.id<TagId>("tag_id")};
  return BulkReopen{};
}

bool is_verb(std::string_view word) {
  for (const char* known : {"assign", "snooze", "resolve", "skip", "reopen", "tag", "untag"}) {
    if (word == known) return true;
  }
  return false;
}

}  // namespace

Result<BulkBody> read_bulk(std::string_view text) {
  BodyReader body(text);
  BulkBody out;
  const std::string verb = body.text("verb", {.least = 1, .most = 20});
  out.items = body.list("items", Inbox::kBulkMost, [](BodyReader& item) {
    return BulkItem{item.id<ConversationId>("id"), item.optional_whole("version")};
  });
  out.action = read_action(body, verb);
  RAPPORT_TRY(body.finish());
  if (!is_verb(verb)) return invalid("This is none of the words I know.", "verb");
  return out;
}

Result<std::vector<UndoItem>> read_undo(std::string_view text) {
  BodyReader body(text);
  auto items = body.list("items", Inbox::kBulkMost, [](BodyReader& item) {
    return UndoItem{item.id<ConversationId>("conversation_id"), item.id<DecisionId>("decision_id")};
  });
  RAPPORT_TRY(body.finish());
  return items;
}

std::string bulk_json(const std::vector<BulkResult>& results) {
  json::array items;
  for (const BulkResult& each : results) {
    items.push_back(json::object{{"id", id_json(each.id)},
                                 {"outcome", to_word(each.outcome)},
                                 {"decision_id", id_json(each.decision)},
                                 {"row", each.row ? json::value(row_part(*each.row)) : nullptr}});
  }
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::vector<schema::Named> bulk_schemas() {
  using namespace schema;
  return {
      {"BulkBody",
       object({{"verb", words({"assign", "snooze", "resolve", "skip", "reopen", "tag", "untag"})},
               {"items", list(object({{"id", id()}, {"version", or_null(whole()), false}}))},
               {"member_id", or_null(id()), false},
               {"until", time(), false},
               {"resolution", text(2000), false},
               {"reason", text(60), false},  // of skip a SkipReason, of resolve the key of a reason
               {"article_id", or_null(id()), false},
               {"detail", text(2000), false},
               {"tag_id", id(), false}})},
      {"UndoBody",
       object({{"items", list(object({{"conversation_id", id()}, {"decision_id", id()}}))}})},
      {"BulkResult", object({{"id", id()},
                             {"outcome", words({"done", "unchanged", "changed", "gone"})},
                             {"decision_id", or_null(id())},
                             {"row", or_null(ref("ConversationRow"))}})},
      {"BulkResultList", items(ref("BulkResult"))},
  };
}

}  // namespace rapport
