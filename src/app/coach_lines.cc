#include "app/coach_lines.h"

#include <simdjson.h>

#include "app/filter_lines.h"
#include "app/line_id.h"
#include "coach/coach.h"
#include "http/wire/coach_exchange.h"
#include "http/wire/json_text.h"

namespace rapport {
namespace {

namespace dom = simdjson::dom;

static_assert(kLinePadding >= simdjson::SIMDJSON_PADDING);

}  // namespace

struct CoachLines::Work {
  explicit Work(std::shared_ptr<const Models> models) : coach(std::move(models)) {}

  dom::parser parser;
  coach::Coach coach;
  coach::Review review;
  std::string id;  // as JSON
};

CoachLines::CoachLines(std::shared_ptr<const Models> models)
    : work_(std::make_unique<Work>(std::move(models))) {}

CoachLines::~CoachLines() = default;

void CoachLines::review(std::string_view line, std::size_t number, std::string& out) {
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
    return wrong(R"(A line has to be an object such as {"id": "1", "draft": "…", "post": {…}}.)");
  }
  dom::element id;
  if (object["id"].get(id) == simdjson::SUCCESS && !read_line_id(id, work.id)) {
    return wrong("\"id\" has to be a text or a whole number.");
  }
  coach::Exchange exchange;
  if (const std::string what = read_coach_exchange(object, exchange); !what.empty())
    return wrong(what);
  work.coach.review(exchange, work.review);
  out += "{\"id\":";
  out += work.id.empty() ? "null" : work.id;
  out += ',';
  add_coach_review(out, exchange, work.review);
  out += "}\n";
}

}  // namespace rapport
