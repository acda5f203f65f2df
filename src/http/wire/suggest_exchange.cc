#include "http/wire/suggest_exchange.h"

#include <cmath>
#include <utility>

#include "http/wire/json_text.h"
#include "knowledge/passages/passages.h"
#include "knowledge/search/article_index.h"

namespace rapport {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMostArticles = 1000;  // on a line

// Takes a text if it is there. False if it is there and no text.
bool take_text(const dom::object& from, std::string_view name, std::string& into) {
  dom::element value;
  if (from[name].get(value) != simdjson::SUCCESS || value.is_null()) return true;
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return false;
  into = text;
  return true;
}

// A text or a whole number, as text.
bool take_id(const dom::object& from, std::string& into) {
  std::int64_t whole = 0;
  dom::element value;
  if (from["id"].get(value) == simdjson::SUCCESS && value.get(whole) == simdjson::SUCCESS) {
    into = std::to_string(whole);
    return true;
  }
  return take_text(from, "id", into);
}

// What is wrong, if anything is.
std::string read_articles(const dom::array& list, std::vector<Article>& out) {
  for (const dom::element each : list) {
    dom::object object;
    if (each.get(object) != simdjson::SUCCESS) return "An article has to be an object.";
    if (out.size() == kMostArticles) return "These are more than 1,000 articles; give a folder.";
    Article article;
    if (!take_id(object, article.id) || !take_text(object, "title", article.title) ||
        !take_text(object, "language", article.language) ||
        !take_text(object, "link", article.link) || !take_text(object, "body", article.markdown)) {
      return "\"id\", \"title\", \"body\", \"language\" and \"link\" of an article are texts.";
    }
    if (article.title.empty()) return "An article has to have a \"title\".";
    dom::element questions;
    if (object["questions"].get(questions) == simdjson::SUCCESS && !questions.is_null()) {
      dom::array texts;
      if (questions.get(texts) != simdjson::SUCCESS) return "\"questions\" are a list of texts.";
      for (const dom::element text : texts) {
        std::string_view question;
        if (text.get(question) != simdjson::SUCCESS) return "\"questions\" are a list of texts.";
        article.questions.emplace_back(question);
      }
    }
    if (article.id.empty()) article.id = std::to_string(out.size() + 1);
    out.push_back(std::move(article));
  }
  return "";
}

void add_number(std::string& out, double value) {
  const auto hundredths = static_cast<std::int64_t>(std::lround(value * 100));
  add_json_number(out, hundredths / 100);
  const std::int64_t rest = hundredths % 100;
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

}  // namespace

struct SuggestArticles::Ready {
  explicit Ready(std::vector<Article> given) : articles(std::move(given)), index(articles) {
    for (const Article& article : articles) passages.push_back(passages_of(article.markdown));
  }

  std::vector<Article> articles;
  ArticleIndex index;
  std::vector<std::vector<Passage>> passages;
};

SuggestArticles::SuggestArticles(std::vector<Article> articles)
    : ready_(std::make_unique<const Ready>(std::move(articles))) {}
SuggestArticles::~SuggestArticles() = default;

std::string add_suggestions(const dom::object& object, const SuggestArticles* given,
                            std::size_t most, std::string_view missing, std::string& out) {
  dom::object post;
  std::string_view text;
  if (object["post"].get(post) != simdjson::SUCCESS ||
      post["text"].get(text) != simdjson::SUCCESS) {
    return R"("post" has to be an object with a "text".)";
  }
  std::unique_ptr<const SuggestArticles> own;
  dom::element articles;
  if (object["articles"].get(articles) == simdjson::SUCCESS && !articles.is_null()) {
    dom::array list;
    if (articles.get(list) != simdjson::SUCCESS) return "\"articles\" has to be a list.";
    std::vector<Article> read;
    if (std::string what = read_articles(list, read); !what.empty()) return what;
    own = std::make_unique<SuggestArticles>(std::move(read));
  }
  const SuggestArticles* among = own ? own.get() : given;
  if (among == nullptr) {
    return std::string(missing);
  }
  const SuggestArticles::Ready& ready = *among->ready_;
  out += "\"suggestions\":[";
  bool first = true;
  for (const Suggestion& suggestion : ready.index.suggest(text, most)) {
    const Article& article = ready.articles[suggestion.article];
    out += first ? "{\"article\":" : ",{\"article\":";
    first = false;
    add_json_text(out, article.id);
    out += ",\"title\":";
    add_json_text(out, article.title);
    if (!article.link.empty()) {
      out += ",\"link\":";
      add_json_text(out, article.link);
    }
    out += ",\"score\":";
    add_number(out, suggestion.score);
    out += ",\"passage\":";
    if (suggestion.passage == Passage::kNone) {
      out += "null";
    } else {
      add_json_text(out, ready.passages[suggestion.article][suggestion.passage].text);
    }
    out += ",\"spans\":";
    add_json_spans(out, suggestion.passage_spans);
    out += ",\"post_spans\":";
    add_json_spans(out, suggestion.post_spans);
    out += '}';
  }
  out += ']';
  return {};
}

Result<std::string> suggested_json(std::string_view body) {
  dom::parser parser;
  dom::element document;
  const simdjson::padded_string padded(body);
  dom::object object;
  if (parser.parse(padded).get(document) != simdjson::SUCCESS ||
      document.get(object) != simdjson::SUCCESS) {
    return invalid("The body has to be a JSON object.");
  }
  std::string out = "{\"id\":";
  dom::element id;
  std::string_view text;
  std::int64_t whole = 0;
  if (object["id"].get(id) != simdjson::SUCCESS || id.is_null()) {
    out += "null";
  } else if (id.get(text) == simdjson::SUCCESS) {
    add_json_text(out, text);
  } else if (id.get(whole) == simdjson::SUCCESS) {
    add_json_number(out, whole);
  } else {
    return invalid("\"id\" has to be a text or a whole number.", "id");
  }
  std::int64_t most = 3;
  dom::element asked;
  if (object["most"].get(asked) == simdjson::SUCCESS && !asked.is_null() &&
      (asked.get(most) != simdjson::SUCCESS || most < 1 || most > 20)) {
    return invalid("1 to 20 suggestions can be asked for.", "most");
  }
  out += ',';
  const std::string wrong = add_suggestions(object, nullptr, static_cast<std::size_t>(most),
                                            "\"articles\" are missing.", out);
  if (!wrong.empty()) return invalid(wrong);
  return out += '}';
}

}  // namespace rapport
