// Articles, resources and their categories.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/article.h"
#include "http/wire/article_import.h"
#include "http/wire/session.h"
#include "http/wire/suggest_exchange.h"

namespace rapport {
namespace {

constexpr std::size_t kMostWords = 200;
constexpr std::size_t kMostSuggestions = 5;

// Reads ?name= as one of the words that `find` knows; empty: any.
template <class Enum>
Result<std::optional<Enum>> read_word(const Request& request, const char* name,
                                      std::optional<Enum> (*find)(std::string_view)) {
  const auto text = request.query_value(name);
  if (!text || text->empty()) return std::optional<Enum>{};
  const auto value = find(*text);
  if (!value) return invalid("This is none of the words I know.", name);
  return value;
}

Result<ArticleQuestion> read_question(const Request& request) {
  ArticleQuestion question;
  auto kind = read_word<ArticleKind>(request, "kind", article_kind_of);
  RAPPORT_TRY(kind);
  question.filter.kind = *kind;
  auto status = read_word<ArticleStatus>(request, "status", article_status_of);
  RAPPORT_TRY(status);
  question.filter.status = *status;
  if (const auto category = request.query_value("category"); category && !category->empty()) {
    question.filter.category = parse_id<ArticleCategoryId>(*category);
    if (!question.filter.category) {
      return invalid("This is not the id of a category.", "category");
    }
  }
  question.filter.language = request.query_value("language").value_or("");
  if (const auto review = request.query_value("review"); review && !review->empty()) {
    if (*review != "due") return invalid("Ask for those that are due.", "review");
    question.review_due = true;
  }
  question.words = request.query_value("q").value_or("");
  if (question.words.size() > kMostWords) return invalid("Search for fewer words.", "q");
  return question;
}

Result<Response> article_reply(const Result<ArticleDetail>& article, int status = 200) {
  if (!article) return fail(article.error());
  return json_reply(article_json(*article), status);
}

}  // namespace

Result<Response> list_articles(Call& call) {
  const auto question = read_question(call.request);
  if (!question) return fail(question.error());
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<KnowledgePlace> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = read_article_cursor(*cursor);
    if (!after) return invalid("This cursor is none of ours.", "cursor");
  }
  const auto page = call.services.desk.knowledge.list(call.by(), *question, after, *limit);
  if (!page) return fail(page.error());
  return json_reply(article_page_json(*page));
}

Result<Response> get_article(Call& call) {
  const auto id = call.id<ArticleId>();
  if (!id) return fail(id.error());
  return article_reply(call.services.desk.knowledge.open(call.by(), *id));
}

Result<Response> create_article(Call& call) {
  const auto wish = read_article(call.request.body);
  if (!wish) return fail(wish.error());
  return article_reply(call.services.desk.knowledge.create(call.by(), *wish), 201);
}

Result<Response> change_article(Call& call) {
  const auto id = call.id<ArticleId>();
  if (!id) return fail(id.error());
  const auto change = read_article_change(call.request.body);
  if (!change) return fail(change.error());
  return article_reply(
      call.services.desk.knowledge.change(call.by(), *id, change->version, change->wish));
}

Result<Response> remove_article(Call& call) {
  const auto id = call.id<ArticleId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.knowledge.remove(call.by(), *id));
  return no_content();
}

Result<Response> list_article_uses(Call& call) {
  const auto id = call.id<ArticleId>();
  if (!id) return fail(id.error());
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<ArticleUseId> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = parse_id<ArticleUseId>(*cursor);
    if (!after) return invalid("This cursor is none of ours.", "cursor");
  }
  const auto page = call.services.desk.knowledge.uses(call.by(), *id, after, *limit);
  if (!page) return fail(page.error());
  return json_reply(article_uses_json(*page));
}

Result<Response> list_suggestions(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  std::optional<PostId> post;
  if (const auto asked = call.request.query_value("post"); asked && !asked->empty()) {
    post = parse_id<PostId>(*asked);
    if (!post) return invalid("This is not the id of a post.", "post");
  }
  const auto suggested =
      call.services.desk.knowledge.suggest(call.by(), *id, post, kMostSuggestions);
  if (!suggested) return fail(suggested.error());
  return json_reply(suggestions_json(*suggested));
}

Result<Response> import_articles(Call& call) {
  const auto body = read_article_import(call.request.body);
  if (!body) return fail(body.error());
  const auto report = call.services.desk.knowledge.import(call.by(), body->found, body->language);
  if (!report) return fail(report.error());
  return json_reply(import_report_json(*report));
}

Result<Response> export_articles(Call& call) {
  const auto files = call.services.desk.knowledge.export_all(call.by().workspace);
  if (!files) return fail(files.error());
  return json_reply(exported_files_json(*files));
}

Result<Response> suggest_statelessly(Call& call) {
  auto answer = suggested_json(call.request.body);
  if (!answer) return fail(answer.error());
  return json_reply(std::move(*answer));
}

Result<Response> list_article_categories(Call& call) {
  const auto categories = call.services.desk.knowledge.categories(call.by());
  if (!categories) return fail(categories.error());
  return json_reply(article_categories_json(*categories));
}

Result<Response> create_article_category(Call& call) {
  const auto name = read_article_category(call.request.body);
  if (!name) return fail(name.error());
  const auto made = call.services.desk.knowledge.add_category(call.by(), *name);
  if (!made) return fail(made.error());
  return json_reply(article_category_json(*made), 201);
}

Result<Response> change_article_category(Call& call) {
  const auto id = call.id<ArticleCategoryId>();
  if (!id) return fail(id.error());
  const auto body = read_article_category_change(call.request.body);
  if (!body) return fail(body.error());
  const auto changed =
      call.services.desk.knowledge.change_category(call.by(), *id, body->name, body->place);
  if (!changed) return fail(changed.error());
  return json_reply(article_category_json(*changed));
}

Result<Response> remove_article_category(Call& call) {
  const auto id = call.id<ArticleCategoryId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.knowledge.remove_category(call.by(), *id));
  return no_content();
}

}  // namespace rapport
