// A line of `rapport coach`, any bytes: it is refused with words, or read into views of the line,
// and what the coach says of it is JSON again.

#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "http/wire/coach_exchange.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

// JSON may hold a NUL, which no text of ours does.
bool is_whole(std::string_view text) {
  for (std::size_t at = text.find('\0'); at != text.npos; at = text.find('\0')) {
    if (!rapport::is_utf8(text.substr(0, at))) return false;
    text.remove_prefix(at + 1);
  }
  return rapport::is_utf8(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  if (size == 0 || size > 64U << 10U) return 0;
  const std::string_view line{reinterpret_cast<const char*>(data), size};
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  simdjson::dom::object object;
  if (parser.parse(line.data(), line.size()).get(document) != simdjson::SUCCESS ||
      document.get(object) != simdjson::SUCCESS) {
    return 0;
  }
  coach::Exchange exchange;
  if (const std::string wrong = read_coach_exchange(object, exchange); !wrong.empty()) {
    check(is_whole(wrong) && wrong.ends_with('.'));
    return 0;
  }
  check(exchange.draft.data() != nullptr && exchange.post.data() != nullptr);
  check(is_whole(exchange.draft) && is_whole(exchange.post) && is_whole(exchange.author.name));
  for (const auto* said : {&exchange.thread, &exchange.past}) {
    for (const coach::Said& each : *said) check(is_whole(each.text));
  }
  // A finding that points to all that it may point to.
  coach::Review review;
  coach::Finding& finding = review.findings.emplace_back();
  finding.why = exchange.post;
  finding.next = exchange.draft;
  finding.replace = exchange.author.name;
  for (std::size_t i = 0; i < exchange.first_told() + exchange.told_count(); ++i) {
    finding.earlier.push_back(i);
  }
  if (!exchange.articles.empty()) finding.article = exchange.articles.size() - 1;
  std::string out = "{";
  add_coach_review(out, exchange, review);
  out += '}';
  simdjson::dom::parser again;
  check(again.parse(out).get(document) == simdjson::SUCCESS);
  return 0;
}
