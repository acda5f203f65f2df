#include "http/wire/article.h"

#include <charconv>

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

json::array article_spans_part(const std::vector<Span>& spans) {
  json::array out;
  for (const Span& each : spans) {
    out.push_back(json::object{{"begin", each.begin}, {"end", each.end}});
  }
  return out;
}

json::object article_row_part(const ArticleView& view) {
  const KnowledgeEntry& entry = view.entry;
  return {{"id", id_json(entry.id)},
          {"kind", to_word(entry.kind)},
          {"status", to_word(entry.status)},
          {"language", entry.language},
          {"category_id", id_json(entry.category)},
          {"slug", entry.slug},
          {"title", entry.title},
          {"url", entry.url},
          {"medium", to_word(entry.medium)},
          {"owner_id", id_json(entry.owner)},
          {"review_at", time_json(entry.review_at)},
          {"link", view.link},
          {"uses", entry.uses},
          {"changed_at", time_json(entry.changed_at)},
          {"version", entry.version}};
}

json::object article_category_part(const ArticleCategory& category) {
  return {{"id", id_json(category.id)},
          {"name", category.name},
          {"slug", category.slug},
          {"place", category.place},
          {"articles", category.articles}};
}

ArticleWish read_wish(BodyReader& body) {
  ArticleWish wish;
  wish.kind =
      body.optional_word<ArticleKind>("kind", article_kind_of).value_or(ArticleKind::kArticle);
  wish.status = body.optional_word<ArticleStatus>("status", article_status_of)
                    .value_or(ArticleStatus::kDraft);
  wish.language = body.text("language", {.least = 2, .most = 35});
  wish.category = body.optional_id<ArticleCategoryId>("category_id");
  wish.slug = body.optional_text("slug", {.most = 200}).value_or("");
  wish.title = body.text("title", {.least = 1, .most = 200});
  wish.markdown = body.optional_text("markdown", {.most = 200'000}).value_or("");
  wish.url = body.optional_text("url", {.most = 2000}).value_or("");
  // A text of its own, because "" is one of its words.
  const auto medium = body.optional_text("medium", {.most = 20}).value_or("");
  wish.medium = medium_of(medium).value_or(Medium::kNone);
  wish.questions = body.optional_text("questions", {.most = 16'000}).value_or("");
  wish.owner = body.optional_id<MemberId>("owner_id");
  if (body.has("review_at")) {
    wish.review_at = body.time("review_at");
  } else {
    (void)body.optional_text("review_at", {});
  }
  return wish;
}

std::vector<schema::Field> article_row_fields() {
  using namespace schema;
  return {{"id", id()},
          {"kind", ref("ArticleKind")},
          {"status", ref("ArticleStatus")},
          {"language", text()},
          {"category_id", or_null(id())},
          {"slug", text()},
          {"title", text()},
          {"url", text()},
          {"medium", ref("Medium")},
          {"owner_id", or_null(id())},
          {"review_at", or_null(time())},
          {"link", text()},
          {"uses", whole()},
          {"changed_at", time()},
          {"version", whole()}};
}

std::vector<schema::Field> article_body_fields() {
  using namespace schema;
  return {{"kind", ref("ArticleKind"), false},
          {"status", ref("ArticleStatus"), false},
          {"language", text(35, 2)},
          {"category_id", or_null(id()), false},
          {"slug", or_null(text(200)), false},
          {"title", text(200, 1)},
          {"markdown", or_null(text(200'000)), false},
          {"url", or_null(text(2000)), false},
          {"medium", ref("Medium"), false},
          {"questions", or_null(text(16'000)), false},
          {"owner_id", or_null(id()), false},
          {"review_at", or_null(time()), false}};
}

}  // namespace

std::string article_json(const ArticleDetail& article) {
  const KnowledgeEntry& entry = article.view.entry;
  json::object out = article_row_part(article.view);
  out["markdown"] = entry.markdown;
  out["questions"] = entry.questions;
  out["created_at"] = time_json(entry.created_at);
  out["published_at"] = time_json(entry.published_at);
  json::array translations;
  for (const KnowledgeEntry& each : article.translations) {
    translations.push_back(json::object{{"id", id_json(each.id)},
                                        {"language", each.language},
                                        {"title", each.title},
                                        {"status", to_word(each.status)}});
  }
  out["translations"] = std::move(translations);
  return json::serialize(out);
}

std::string article_page_json(const ArticlePage& page) {
  json::array items;
  for (const ArticleView& each : page.rows) items.push_back(article_row_part(each));
  return json::serialize(
      json::object{{"items", std::move(items)},
                   {"next_cursor", page.next ? json::value(article_cursor(*page.next)) : nullptr},
                   {"to_review", page.to_review}});
}

std::string article_cursor(const KnowledgePlace& place) {
  return std::to_string(to_micros(place.changed_at)) + "_" + to_string(place.id);
}

std::optional<KnowledgePlace> read_article_cursor(std::string_view cursor) {
  const auto mark = cursor.find('_');
  if (mark == cursor.npos) return std::nullopt;
  std::int64_t at = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + mark, at);
  const auto id = parse_id<ArticleId>(cursor.substr(mark + 1));
  if (error != std::errc{} || end != cursor.data() + mark || !id) return std::nullopt;
  return KnowledgePlace{from_micros(at), *id};
}

Result<ArticleWish> read_article(std::string_view text) {
  BodyReader body(text);
  ArticleWish wish = read_wish(body);
  RAPPORT_TRY(body.finish());
  return wish;
}

Result<ArticleChange> read_article_change(std::string_view text) {
  BodyReader body(text);
  ArticleChange change{read_wish(body)};
  const auto version = body.optional_whole("version");
  RAPPORT_TRY(body.finish());
  if (!version) return invalid("Say which version you changed.", "version");
  change.version = *version;
  return change;
}

std::string article_uses_json(const ArticleUsePage& page) {
  json::array items;
  for (const ArticleUseView& each : page.items) {
    const ArticleUse& use = each.use;
    items.push_back(
        json::object{{"id", id_json(use.id)},
                     {"conversation_id", id_json(use.conversation)},
                     {"post_id", id_json(use.post)},
                     {"kind", to_word(use.kind)},
                     {"by", use.by ? json::value(member_ref(*use.by, each.by_name)) : nullptr},
                     {"at", time_json(use.at)},
                     {"person", each.person},
                     {"excerpt", each.excerpt},
                     {"state", each.state ? json::value(to_word(*each.state)) : nullptr},
                     {"again", each.again ? json::value(to_word(*each.again)) : nullptr}});
  }
  return json::serialize(
      json::object{{"items", std::move(items)},
                   {"next_cursor", page.next ? json::value(to_string(*page.next)) : nullptr}});
}

std::string suggestions_json(const SuggestedArticles& suggested) {
  json::array items;
  for (const ArticleSuggestion& each : suggested.items) {
    const KnowledgeEntry& entry = *each.entry;
    json::array because;
    for (const SuggestedBecause why : each.because) because.emplace_back(to_word(why));
    items.push_back(json::object{
        {"article",
         {{"id", id_json(entry.id)},
          {"title", entry.title},
          {"link", each.link},
          {"kind", to_word(entry.kind)},
          {"language", entry.language},
          {"medium", to_word(entry.medium)}}},
        {"passage", each.passage.empty() ? json::value(nullptr)
                                         : json::value{{"text", each.passage},
                                                       {"spans", article_spans_part(each.spans)}}},
        {"post_spans", article_spans_part(each.post_spans)},
        {"because", std::move(because)}});
  }
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string article_category_json(const ArticleCategory& category) {
  return json::serialize(article_category_part(category));
}

std::string article_categories_json(const std::vector<ArticleCategory>& categories) {
  json::array items;
  for (const ArticleCategory& each : categories) items.push_back(article_category_part(each));
  return json::serialize(json::object{{"items", std::move(items)}});
}

Result<std::string> read_article_category(std::string_view text) {
  BodyReader body(text);
  auto name = body.text("name", {.least = 1, .most = 100});
  RAPPORT_TRY(body.finish());
  return name;
}

Result<ArticleCategoryChange> read_article_category_change(std::string_view text) {
  BodyReader body(text);
  ArticleCategoryChange change{body.text("name", {.least = 1, .most = 100}),
                               body.optional_whole("place")};
  RAPPORT_TRY(body.finish());
  return change;
}

std::vector<schema::Named> article_schemas() {
  using namespace schema;
  std::vector<Field> one = article_row_fields();
  one.insert(one.end(), {{"markdown", text()},
                         {"questions", text()},
                         {"created_at", time()},
                         {"published_at", or_null(time())},
                         {"translations", list(object({{"id", id()},
                                                       {"language", text()},
                                                       {"title", text()},
                                                       {"status", ref("ArticleStatus")}}))}});
  std::vector<Field> change = article_body_fields();
  change.push_back({"version", whole()});
  return {
      {"ArticleKind", words({"article", "resource"})},
      {"ArticleStatus", words({"draft", "published", "archived"})},
      {"Medium", words({"", "page", "video", "deck", "expert"})},
      {"ArticleRow", object(article_row_fields())},
      {"Article", object(one)},
      {"ArticlePage", object({{"items", list(ref("ArticleRow"))},
                              {"next_cursor", or_null(text())},
                              {"to_review", whole()}})},
      {"ArticleBody", object(article_body_fields())},
      {"ArticleChangeBody", object(change)},
      {"ArticleUse", object({{"id", id()},
                             {"conversation_id", or_null(id())},
                             {"post_id", or_null(id())},
                             {"kind", words({"linked", "resolved"})},
                             {"by", or_null(ref("MemberRef"))},
                             {"at", time()},
                             {"person", text()},
                             {"excerpt", text()},
                             {"state", or_null(words({"open", "waiting", "snoozed", "resolved",
                                                      "skipped", "heard"}))},
                             {"again", or_null(words({"better", "same", "worse", "unread"}))}})},
      {"ArticleUsePage", page(ref("ArticleUse"))},
      {"ArticleSuggestion",
       object({{"article", object({{"id", id()},
                                   {"title", text()},
                                   {"link", text()},
                                   {"kind", ref("ArticleKind")},
                                   {"language", text()},
                                   {"medium", ref("Medium")}})},
               {"passage", or_null(object({{"text", text()}, {"spans", list(ref("TextSpan"))}}))},
               {"post_spans", list(ref("TextSpan"))},
               {"because", list(words({"words", "asked_before", "used_before", "language"}))}})},
      {"ArticleSuggestionList", items(ref("ArticleSuggestion"))},
      {"ArticleCategory", object({{"id", id()},
                                  {"name", text()},
                                  {"slug", text()},
                                  {"place", whole()},
                                  {"articles", whole()}})},
      {"ArticleCategoryList", items(ref("ArticleCategory"))},
      {"ArticleCategoryBody", object({{"name", text(100, 1)}})},
      {"ArticleCategoryChangeBody",
       object({{"name", text(100, 1)}, {"place", or_null(whole()), false}})},
  };
}

}  // namespace rapport
