#include "http/wire/tag.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

json::object view_part(const TagView& view) {
  json::object out = tag_part(view.tag);
  for (const auto state :
       {ConversationState::kOpen, ConversationState::kWaiting, ConversationState::kSnoozed,
        ConversationState::kResolved, ConversationState::kSkipped}) {
    const auto found = view.totals.find(state);
    out[to_word(state)] = found == view.totals.end() ? 0 : found->second;
  }
  return out;
}

}  // namespace

json::object tag_part(const Tag& tag) {
  return {{"id", id_json(tag.id)}, {"name", tag.name}, {"color", to_word(tag.color)}};
}

std::string tag_json(const TagView& view) { return json::serialize(view_part(view)); }

std::string tags_json(const std::vector<TagView>& views) {
  json::array items;
  for (const TagView& each : views) items.push_back(view_part(each));
  return json::serialize(json::object{{"items", std::move(items)}});
}

Result<TagBody> read_tag(std::string_view text) {
  BodyReader body(text);
  TagBody out{body.text("name", {.least = 1, .most = 100}),
              body.word<TagColor>("color", tag_color_of)};
  RAPPORT_TRY(body.finish());
  return out;
}

Result<TagId> read_merge_tag(std::string_view text) {
  BodyReader body(text);
  const auto into = body.id<TagId>("into_id");
  RAPPORT_TRY(body.finish());
  return into;
}

std::vector<schema::Named> tag_schemas() {
  using namespace schema;
  const std::vector<Field> fields = {{"id", id()}, {"name", text()}, {"color", ref("TagColor")}};
  std::vector<Field> counted = fields;
  for (const char* state : {"open", "waiting", "snoozed", "resolved", "skipped"}) {
    counted.push_back({state, whole()});
  }
  return {
      {"TagColor",
       words({"gray", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"})},
      {"TagRef", object(fields)},
      {"Tag", object(counted)},
      {"TagList", items(ref("Tag"))},
      {"TagBody", object({{"name", text(100, 1)}, {"color", ref("TagColor")}})},
      {"MergeTagBody", object({{"into_id", id()}})},
  };
}

}  // namespace rapport
