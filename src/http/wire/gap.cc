#include "http/wire/gap.h"

#include <chrono>

#include "http/wire/reader.h"

namespace rapport {
namespace {

json::array gap_posts_part(const std::vector<GapPost>& posts) {
  json::array out;
  for (const GapPost& each : posts) {
    out.push_back(json::object{{"post_id", id_json(each.post)},
                               {"conversation_id", id_json(each.conversation)},
                               {"text", each.text},
                               {"author", each.author_name},
                               {"at", time_json(each.at)}});
  }
  return out;
}

json::object gap_part(const GapView& view) {
  const Gap& gap = view.gap;
  json::array words;
  for (const std::string& each : gap.words) words.push_back(json::string(each));
  return {
      {"id", id_json(gap.id)},
      {"name", gap.name},
      {"words", std::move(words)},
      {"language", gap.language},
      {"state", to_word(gap.state)},
      {"article_id", id_json(gap.article)},
      {"people", gap.people},
      {"waiting", gap.waiting},
      {"posts", gap.posts},
      {"longest_wait", std::chrono::duration_cast<std::chrono::seconds>(gap.longest_wait).count()},
      {"first_at", time_json(gap.first_at)},
      {"last_at", time_json(gap.last_at)},
      {"examples", gap_posts_part(view.examples)}};
}

}  // namespace

std::string gap_json(const GapView& gap) { return json::serialize(gap_part(gap)); }

std::string gap_list_json(const GapList& gaps) {
  json::array items;
  for (const GapView& each : gaps.items) items.push_back(gap_part(each));
  return json::serialize(
      json::object{{"items", std::move(items)}, {"learned_at", time_json(gaps.learned_at)}});
}

std::string gap_posts_json(const std::vector<GapPost>& posts) {
  return json::serialize(json::object{{"items", gap_posts_part(posts)}});
}

Result<ArticleDraftAsk> read_article_draft(std::string_view text) {
  BodyReader body(text);
  ArticleDraftAsk out;
  out.gap = body.optional_id<GapId>("gap_id");
  if (!out.gap) {
    out.threads = body.ids<ConversationId>("conversation_ids", GapDesk::kMostThreads);
  }
  RAPPORT_TRY(body.finish());
  return out;
}

std::vector<schema::Named> gap_schemas() {
  using namespace schema;
  return {
      {"GapPost", object({{"post_id", id()},
                          {"conversation_id", id()},
                          {"text", text()},
                          {"author", text()},
                          {"at", time()}})},
      {"Gap", object({{"id", id()},
                      {"name", text()},
                      {"words", list(text())},
                      {"language", text()},
                      {"state", words({"open", "written", "dismissed"})},
                      {"article_id", or_null(id())},
                      {"people", whole()},
                      {"waiting", whole()},
                      {"posts", whole()},
                      {"longest_wait", whole()},
                      {"first_at", time()},
                      {"last_at", time()},
                      {"examples", list(ref("GapPost"))}})},
      {"GapList", object({{"items", list(ref("Gap"))}, {"learned_at", or_null(time())}})},
      {"GapPostList", items(ref("GapPost"))},
      {"ArticleDraftBody",
       object({{"gap_id", or_null(id()), false}, {"conversation_ids", list(id()), false}})},
  };
}

}  // namespace rapport
