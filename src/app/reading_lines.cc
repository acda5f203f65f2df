#include "app/reading_lines.h"

#include <simdjson.h>

#include <cmath>

#include "app/filter_lines.h"
#include "app/line_id.h"
#include "http/wire/json_text.h"
#include "model/reading.h"
#include "text/html/text.h"

namespace rapport {
namespace {

static_assert(kLinePadding >= simdjson::SIMDJSON_PADDING);

// Three decimals, which is more than the engine knows.
void add_share(std::string& out, float value) {
  if (!(value >= -1 && value <= 1)) value = 0;
  auto thousandths = static_cast<int>(std::lround(value * 1000));
  if (thousandths < 0) {
    out += '-';
    thousandths = -thousandths;
  }
  out += static_cast<char>('0' + thousandths / 1000);
  int rest = thousandths % 1000;
  if (rest == 0) return;
  out += '.';
  for (int unit = 100; rest > 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void add_evidence(std::string& out, const Evidence& evidence) {
  out += ",\"evidence\":[";
  bool first = true;
  for (const Span& span : evidence) {
    if (!first) out += ',';
    first = false;
    out += '[';
    add_json_number(out, span.begin);
    out += ',';
    add_json_number(out, span.end);
    out += ']';
  }
  out += ']';
}

std::string_view word_of(Intent label) { return to_word(label); }
std::string_view word_of(const std::string& label) { return label; }

template <class Label>
void add_found(std::string& out, std::string_view name, const std::vector<Found<Label>>& list) {
  out += ",\"";
  out += name;
  out += "\":[";
  bool first = true;
  for (const Found<Label>& found : list) {
    out += first ? "{\"label\":" : ",{\"label\":";
    first = false;
    add_json_text(out, word_of(found.label));
    out += ",\"p\":";
    add_share(out, found.p);
    add_evidence(out, found.evidence);
    out += '}';
  }
  out += ']';
}

void add_reading(std::string& out, const Reading& reading) {
  out += "\"language\":\"";
  out += reading.language;
  out += "\",\"read\":\"";
  out += reading.rest_read ? "all" : reading.sentiment_read ? "sentiment" : "nothing";
  out += "\",\"sentiment\":";
  if (reading.sentiment_read) {
    out += "{\"label\":\"";
    out += to_word(reading.sentiment);
    out += "\",\"score\":";
    add_share(out, reading.score);
    out += ",\"p\":[";
    for (std::size_t i = 0; i < 3; ++i) {
      if (i > 0) out += ',';
      add_share(out, reading.sentiment_p[i]);
    }
    out += ']';
    add_evidence(out, reading.sentiment_evidence);
    out += '}';
  } else {
    out += "null";
  }
  add_found(out, "intents", reading.intents);
  add_found(out, "reasons", reading.reasons);
  out += ",\"topics\":[],\"emotion\":";
  if (reading.rest_read) {
    out += "{\"label\":\"";
    out += to_word(reading.emotion.label);
    out += "\",\"p\":";
    add_share(out, reading.emotion.p);
    add_evidence(out, reading.emotion.evidence);
    out += "},\"toxicity\":{\"p\":";
    add_share(out, reading.toxicity);
    add_evidence(out, reading.toxicity_evidence);
    out += "},\"urgency\":{\"value\":";
    add_share(out, reading.urgency);
    add_evidence(out, reading.urgency_evidence);
    out += '}';
  } else {
    out += "null,\"toxicity\":null,\"urgency\":null";
  }
  out += ",\"needs_reply\":{\"value\":";
  out += reading.needs_reply ? "true" : "false";
  out += ",\"p\":";
  add_share(out, reading.needs_reply_p);
  out += ",\"why\":\"";
  out += to_word(reading.why);
  out += '"';
  add_evidence(out, reading.needs_reply_evidence);
  out += "},\"entities\":[";
  bool first = true;
  for (const TextEntity& entity : reading.entities) {
    out += first ? "{\"kind\":\"" : ",{\"kind\":\"";
    first = false;
    out += to_word(entity.kind);
    out += "\",\"span\":[";
    add_json_number(out, entity.span.begin);
    out += ',';
    add_json_number(out, entity.span.end);
    out += "]}";
  }
  out += ']';
}

}  // namespace

struct ReadingLines::Work {
  explicit Work(std::shared_ptr<const Models> models) : reader(Reader::make(std::move(models))) {}

  simdjson::dom::parser parser;
  std::unique_ptr<Reader> reader;
  Reading reading;
  std::string id;  // as JSON
};

ReadingLines::ReadingLines(std::shared_ptr<const Models> models)
    : work_(std::make_unique<Work>(std::move(models))) {}

ReadingLines::~ReadingLines() = default;

void ReadingLines::read(std::string_view line, std::size_t number, std::string& out) {
  Work& work = *work_;
  work.id.clear();
  const auto wrong = [&](std::string_view what) { add_wrong_line(out, number, work.id, what); };
  if (line.size() > kMostLineBytes) {
    return wrong("This line is longer than 1 MiB, which is more than a post.");
  }
  if (line.find_first_not_of(" \t\r") == line.npos) return wrong("This line is empty.");
  simdjson::dom::element document;
  if (const auto error = work.parser.parse(line.data(), line.size(), false).get(document)) {
    return wrong(std::string("This is no JSON: ") + simdjson::error_message(error));
  }
  simdjson::dom::object post;
  if (document.get(post) != simdjson::SUCCESS) {
    return wrong(R"(A line has to be an object such as {"id": "1", "text": "…"}.)");
  }
  simdjson::dom::element id;
  if (post["id"].get(id) == simdjson::SUCCESS && !read_line_id(id, work.id)) {
    return wrong("\"id\" has to be a text or a whole number.");
  }
  const auto take = [&](std::string_view name, std::string_view& into) {
    simdjson::dom::element value;
    if (post[name].get(value) != simdjson::SUCCESS || value.is_null()) return true;
    return value.get(into) == simdjson::SUCCESS;
  };
  std::string_view text;
  std::string_view html;
  std::string_view language;
  if (!take("text", text)) return wrong("\"text\" has to be a text.");
  if (!take("html", html)) return wrong("\"html\" has to be a text.");
  if (!take("lang", language)) return wrong("\"lang\" has to be a text such as \"en\".");
  if (text.data() == nullptr && html.data() == nullptr) {
    return wrong("\"text\" is missing, and so is \"html\".");
  }
  std::string from_html;
  if (!html.empty()) {
    from_html = text_of_html(html).text;
    text = from_html;
  }
  work.reader->read(text, language, nullptr, work.reading);
  out += "{\"id\":";
  out += work.id.empty() ? "null" : work.id;
  out += ',';
  if (!html.empty()) {  // what the spans are spans of
    out += "\"text\":";
    add_json_text(out, text);
    out += ',';
  }
  add_reading(out, work.reading);
  out += "}\n";
}

}  // namespace rapport
