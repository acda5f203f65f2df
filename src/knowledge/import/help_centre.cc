#include "knowledge/import/help_centre.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "knowledge/import/html_markdown.h"

namespace rapport {
namespace {

namespace dom = simdjson::dom;

// A text, or a number as text; empty for all else.
std::string text_in(const dom::object& from, std::string_view name) {
  dom::element value;
  if (from[name].get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return clean_utf8(text);
  std::int64_t whole = 0;
  if (value.get(whole) == simdjson::SUCCESS) return std::to_string(whole);
  return {};
}

bool true_in(const dom::object& from, std::string_view name) {
  bool value = false;
  return from[name].get(value) == simdjson::SUCCESS && value;
}

std::optional<dom::object> object_in(const dom::object& from, std::string_view name) {
  dom::object object;
  if (from[name].get(object) != simdjson::SUCCESS) return std::nullopt;
  return object;
}

// Names by id, of the lists "sections" or "categories".
void take_names(const dom::object& page, std::string_view list,
                std::map<std::string, std::string>& names) {
  dom::array all;
  if (page[list].get(all) != simdjson::SUCCESS) return;
  for (const dom::element each : all) {
    dom::object object;
    if (each.get(object) != simdjson::SUCCESS) continue;
    const std::string id = text_in(object, "id");
    std::string name = text_in(object, "name");
    if (!id.empty() && !name.empty()) names[id] = std::move(name);
  }
}

class Reader {
 public:
  explicit Reader(HelpCentre from) : from_(from) {}

  Result<std::vector<ImportedArticle>> read(const dom::element& document) {
    std::vector<dom::object> pages;
    dom::object one;
    dom::array several;
    if (document.get(one) == simdjson::SUCCESS) {
      pages.push_back(one);
    } else if (document.get(several) == simdjson::SUCCESS) {
      for (const dom::element each : several) {
        if (each.get(one) == simdjson::SUCCESS) pages.push_back(one);
      }
    }
    // Sections may stand on another page than their articles.
    for (const dom::object& page : pages) {
      take_names(page, "sections", sections_);
      take_names(page, "categories", categories_);
    }
    bool known = false;
    for (const dom::object& page : pages) {
      dom::array list;
      const bool zendesk =
          from_ != HelpCentre::kChatwoot && page["articles"].get(list) == simdjson::SUCCESS;
      if (!zendesk &&
          (from_ == HelpCentre::kZendesk || page["payload"].get(list) != simdjson::SUCCESS)) {
        continue;
      }
      known = true;
      for (const dom::element each : list) {
        if (out_.size() == kMostImported) {
          return invalid("These are more than 5,000 articles. Part them.", "export");
        }
        put(each, zendesk);
      }
    }
    if (!known) {
      return invalid(
          "This is no export I know: Zendesk's has \"articles\", Chatwoot's has \"payload\".",
          "export");
    }
    return std::move(out_);
  }

 private:
  void put(const dom::element& element, bool zendesk) {
    ImportedArticle article;
    article.name = "Article " + std::to_string(out_.size() + 1);
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
      article.wrong = "This is no article.";
      return out_.push_back(std::move(article));
    }
    const std::string id = text_in(object, "id");
    article.title = std::string(trim(text_in(object, "title")));
    if (zendesk && article.title.empty())
      article.title = std::string(trim(text_in(object, "name")));
    if (!article.title.empty()) article.name = article.title;
    if (id.empty()) article.wrong = "It has no id.";
    if (article.title.empty()) article.wrong = "It has no title.";
    article.source = (zendesk ? "zendesk:" : "chatwoot:") + id;
    article.slug = text_in(object, "slug");
    article.language = text_in(object, "locale");
    zendesk ? put_zendesk(object, article) : put_chatwoot(object, article);
    out_.push_back(std::move(article));
  }

  void put_zendesk(const dom::object& object, ImportedArticle& article) {
    article.url = text_in(object, "html_url");
    std::string_view body;
    if (object["body"].get(body) != simdjson::SUCCESS) body = {};
    if (body.size() > kMostImportedHtml) {
      article.wrong = "Its text is larger than 1 MiB.";
    } else {
      article.markdown = markdown_of_html(body, article.url);
    }
    if (article.language.empty()) article.language = text_in(object, "source_locale");
    // What only some may read there is not for everybody here.
    if (true_in(object, "draft") || is_for_some(object)) article.status = ArticleStatus::kDraft;
    const auto section = sections_.find(text_in(object, "section_id"));
    if (section != sections_.end()) {
      article.category = section->second;
    } else if (const auto category = categories_.find(text_in(object, "category_id"));
               category != categories_.end()) {
      article.category = category->second;
    }
  }

  // Zendesk's user segments; null or an empty list: everybody.
  static bool is_for_some(const dom::object& object) {
    dom::array several;
    if (object["user_segment_ids"].get(several) == simdjson::SUCCESS && several.size() > 0) {
      return true;
    }
    dom::element one;
    return object["user_segment_id"].get(one) == simdjson::SUCCESS && !one.is_null();
  }

  static void put_chatwoot(const dom::object& object, ImportedArticle& article) {
    article.markdown = text_in(object, "content");
    const std::string status = text_in(object, "status");
    // Their numbers are those of their own enumeration.
    if (status != "published" && status != "1") article.status = ArticleStatus::kDraft;
    if (status == "archived" || status == "2") article.status = ArticleStatus::kArchived;
    if (const auto category = object_in(object, "category")) {
      article.category = text_in(*category, "name");
      if (article.language.empty()) article.language = text_in(*category, "locale");
    }
    if (!article.language.empty()) return;
    if (const auto portal = object_in(object, "portal")) {
      if (const auto config = object_in(*portal, "config")) {
        article.language = text_in(*config, "default_locale");
      }
    }
  }

  HelpCentre from_;
  std::map<std::string, std::string> sections_;
  std::map<std::string, std::string> categories_;
  std::vector<ImportedArticle> out_;
};

}  // namespace

Result<std::vector<ImportedArticle>> read_help_centre(std::string_view json, HelpCentre from) {
  if (json.size() > kMostExportBytes) {
    return invalid("This export is larger than 64 MiB. Part it.", "export");
  }
  dom::parser parser;
  dom::element document;
  const simdjson::padded_string padded(json);
  if (const auto error = parser.parse(padded).get(document)) {
    return invalid(std::string("This is no JSON: ") + simdjson::error_message(error), "export");
  }
  return Reader(from).read(document);
}

}  // namespace rapport
