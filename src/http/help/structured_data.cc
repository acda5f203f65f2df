#include "http/help/structured_data.h"

#include <boost/json.hpp>
#include <utility>

#include "base/unicode.h"
#include "knowledge/passages/passages.h"

namespace rapport {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostAnswerBytes = 2000;
constexpr std::string_view kContext = "https://schema.org";

bool asks(std::string_view text) {
  return text.ends_with('?') || text.ends_with("？") || text.ends_with("؟");
}

json::array crumb_items(const HelpPlace& place, const std::vector<HelpCrumb>& crumbs) {
  json::array items;
  for (const HelpCrumb& each : crumbs) {
    json::object item{{"@type", "ListItem"}, {"position", items.size() + 1}, {"name", each.name}};
    // The last is the page itself and may be left without an address.
    if (!each.path.empty()) item["item"] = place.origin + each.path;
    items.push_back(std::move(item));
  }
  return items;
}

json::object crumb_list(const HelpPlace& place, const std::vector<HelpCrumb>& crumbs) {
  return {{"@type", "BreadcrumbList"}, {"itemListElement", crumb_items(place, crumbs)}};
}

// Headings that ask, each with what stands below it.
json::array questions_of(const PublicArticle& article) {
  json::array out;
  std::string question;
  std::string answer;
  const auto end = [&] {
    if (!question.empty() && !answer.empty()) {
      out.push_back(json::object{
          {"@type", "Question"},
          {"name", question},
          {"acceptedAnswer",
           json::object{{"@type", "Answer"}, {"text", cut_bytes(answer, kMostAnswerBytes)}}}});
    }
    question.clear();
    answer.clear();
  };
  if (asks(article.title)) question = article.title;
  for (const Passage& each : passages_of(article.markdown)) {
    if (each.kind == PassageKind::kHeading) {
      end();
      if (asks(each.text)) question = each.text;
    } else if (!question.empty() && answer.size() < kMostAnswerBytes) {
      if (!answer.empty()) answer += '\n';
      answer += each.text;
    }
  }
  end();
  return out;
}

}  // namespace

std::string article_data(const HelpPlace& place, const PublicArticle& article,
                         const std::string& description, const std::vector<HelpCrumb>& crumbs) {
  json::array graph;
  json::object about{{"url", place.origin + help_path(place.site, article)},
                     {"inLanguage", article.language},
                     {"datePublished", format_time(article.published_at)},
                     {"dateModified", format_time(article.changed_at)}};
  if (!description.empty()) about["description"] = description;
  if (json::array questions = questions_of(article); !questions.empty()) {
    about["@type"] = "FAQPage";
    about["name"] = article.title;
    about["mainEntity"] = std::move(questions);
  } else {
    about["@type"] = "Article";
    about["headline"] = cut_graphemes(article.title, 110);
    about["publisher"] = json::object{{"@type", "Organization"}, {"name", place.site.site().title}};
  }
  graph.push_back(std::move(about));
  graph.push_back(crumb_list(place, crumbs));
  return json::serialize(json::object{{"@context", kContext}, {"@graph", std::move(graph)}});
}

std::string home_data(const HelpPlace& place) {
  json::object site{{"@context", kContext},
                    {"@type", "WebSite"},
                    {"name", place.site.site().title},
                    {"url", place.origin + help_path(place.site)},
                    {"inLanguage", place.language}};
  return json::serialize(site);
}

std::string crumbs_data(const HelpPlace& place, const std::vector<HelpCrumb>& crumbs) {
  json::object list = crumb_list(place, crumbs);
  list["@context"] = kContext;
  return json::serialize(list);
}

}  // namespace rapport
