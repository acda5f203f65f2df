#include "app/suggest_lines.h"

#include <simdjson.h>

#include <utility>

#include "app/filter_lines.h"
#include "app/line_id.h"
#include "http/wire/json_text.h"

namespace rapport {
namespace {

namespace dom = simdjson::dom;

static_assert(kLinePadding >= simdjson::SIMDJSON_PADDING);

}  // namespace

struct SuggestLines::Work {
  Work(const SuggestArticles* given, std::size_t count) : articles(given), most(count) {}

  const SuggestArticles* articles;
  std::size_t most;
  dom::parser parser;
  std::string id;  // as JSON
};

SuggestLines::SuggestLines(const SuggestArticles* articles, std::size_t most)
    : work_(std::make_unique<Work>(articles, most)) {}
SuggestLines::~SuggestLines() = default;

void SuggestLines::suggest(std::string_view line, std::size_t number, std::string& out) {
  Work& work = *work_;
  work.id.clear();
  const auto wrong = [&](std::string_view what) { add_wrong_line(out, number, work.id, what); };
  if (line.size() > kMostLineBytes) return wrong("This line is longer than 1 MiB.");
  if (line.find_first_not_of(" \t\r") == line.npos) return wrong("This line is empty.");
  dom::element document;
  if (const auto error = work.parser.parse(line.data(), line.size(), false).get(document)) {
    return wrong(std::string("This is no JSON: ") + simdjson::error_message(error));
  }
  dom::object object;
  if (document.get(object) != simdjson::SUCCESS) {
    return wrong(R"(A line has to be an object such as {"id": "1", "post": {"text": "…"}}.)");
  }
  dom::element id;
  if (object["id"].get(id) == simdjson::SUCCESS && !read_line_id(id, work.id)) {
    return wrong("\"id\" has to be a text or a whole number.");
  }
  std::string answer;
  if (const std::string what = add_suggestions(
          object, work.articles, work.most,
          "\"articles\" are missing, on this line and as --articles FOLDER.", answer);
      !what.empty()) {
    return wrong(what);
  }
  out += "{\"id\":" + (work.id.empty() ? "null" : work.id) + ',' + answer + "}\n";
}

}  // namespace rapport
