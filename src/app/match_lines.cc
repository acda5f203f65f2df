#include "app/match_lines.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "app/filter_lines.h"
#include "app/line_id.h"
#include "base/clock.h"
#include "http/wire/json_text.h"
#include "listen/parse.h"
#include "model/reading.h"

namespace rapport {
namespace {

namespace dom = simdjson::dom;

static_assert(kLinePadding >= simdjson::SIMDJSON_PADDING);

// An object out of a line. What is wrong, if anything is.
std::string object_of(dom::parser& parser, std::string_view line, dom::object& object) {
  if (line.size() > kMostLineBytes) {
    return "This line is longer than 1 MiB, which is more than a post.";
  }
  if (line.find_first_not_of(" \t\r") == line.npos) return "This line is empty.";
  dom::element document;
  if (const auto error = parser.parse(line.data(), line.size(), false).get(document)) {
    return std::string("This is no JSON: ") + simdjson::error_message(error);
  }
  if (document.get(object) != simdjson::SUCCESS) {
    return R"(A line has to be an object such as {"id": "1", "text": "…"}.)";
  }
  return "";
}

bool read_text(dom::element value, std::string_view& into) {
  return value.is_null() || value.get(into) == simdjson::SUCCESS;
}

// A text or a list of such.
bool read_texts(dom::element value, std::vector<std::string_view>& into) {
  std::string_view one;
  if (value.get(one) == simdjson::SUCCESS) {
    into.push_back(one);
    return true;
  }
  if (value.is_null()) return true;
  dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return false;
  for (const dom::element each : list) {
    if (each.get(one) != simdjson::SUCCESS) return false;
    into.push_back(one);
  }
  return true;
}

bool read_count(dom::element value, std::optional<std::int64_t>& into) {
  std::int64_t whole = 0;
  if (value.is_null()) return true;
  if (value.get(whole) != simdjson::SUCCESS) return false;
  into = whole;
  return true;
}

bool read_flag(dom::element value, bool& into) {
  return value.is_null() || value.get(into) == simdjson::SUCCESS;
}

// Seconds since 1970, or a time as ISO 8601 has it.
bool read_seen(dom::element value, std::optional<std::int64_t>& into) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return read_count(value, into);
  const auto time = parse_time(text);
  if (!time) return false;
  into = to_micros(*time) / 1000000;
  return true;
}

struct Given {
  bool intents = false;
  bool reasons = false;
};

// What a field has to be, for whoever wrote something else.
constexpr std::string_view kText = "a text";
constexpr std::string_view kTexts = "a text or a list of texts";
constexpr std::string_view kCount = "a whole number";
constexpr std::string_view kFlag = "true or false";

// Takes one field in. Empty, or what it would have to be.
std::string_view take(std::string_view name, dom::element value, HeardPost& post, Given& given) {
  const auto said = [](bool good, std::string_view what) {
    return good ? std::string_view() : what;
  };
  if (name == "text") return said(read_text(value, post.text), kText);
  if (name == "title") return said(read_text(value, post.title), kText);
  if (name == "network") return said(read_text(value, post.network), kText);
  if (name == "author") return said(read_text(value, post.author), kText);
  if (name == "author_name") return said(read_text(value, post.author_name), kText);
  if (name == "url") return said(read_text(value, post.url), kText);
  if (name == "site") return said(read_text(value, post.site), kText);
  if (name == "level") return said(read_text(value, post.level), kText);
  if (name == "lang" || name == "langs") return said(read_texts(value, post.langs), kTexts);
  if (name == "links") return said(read_texts(value, post.links), kTexts);
  if (name == "hashtags") return said(read_texts(value, post.hashtags), kTexts);
  if (name == "mentions") return said(read_texts(value, post.mentions), kTexts);
  if (name == "reply_to") return said(read_texts(value, post.reply_to), kTexts);
  if (name == "topics") return said(read_texts(value, post.topics), kTexts);
  if (name == "person") return said(read_texts(value, post.person), kTexts);
  if (name == "followers") return said(read_count(value, post.followers), kCount);
  if (name == "likes") return said(read_count(value, post.likes), kCount);
  if (name == "reposts") return said(read_count(value, post.reposts), kCount);
  if (name == "replies") return said(read_count(value, post.replies), kCount);
  if (name == "has_media") return said(read_flag(value, post.has_media), kFlag);
  if (name == "is_reply") return said(read_flag(value, post.is_reply), kFlag);
  if (name == "is_repost") return said(read_flag(value, post.is_repost), kFlag);
  if (name == "is_quote") return said(read_flag(value, post.is_quote), kFlag);
  if (name == "seen") {
    return said(read_seen(value, post.seen),
                "seconds since 1970 or a time such as "
                "\"2026-11-26T10:30:00Z\"");
  }
  if (name == "reasons") {
    given.reasons = !value.is_null();
    return said(read_texts(value, post.reasons), kTexts);
  }
  if (name == "sentiment") {
    std::string_view word;
    if (!read_text(value, word)) return kText;
    if (word.empty()) return {};
    post.sentiment = sentiment_of(word);
    return said(post.sentiment.has_value(), "negative, neutral or positive");
  }
  if (name == "intents") {
    given.intents = !value.is_null();
    std::vector<std::string_view> words;
    if (!read_texts(value, words)) return kTexts;
    for (const std::string_view word : words) {
      const auto intent = intent_of(word);
      if (!intent) return "among the intents that docs/query-language.md lists";
      post.intents.push_back(*intent);
    }
  }
  return {};  // what else stands there is not ours
}

// What isn't given is read, at most once for a post.
class LineEnricher : public Enricher {
 public:
  explicit LineEnricher(std::shared_ptr<const Models> models)
      : reader_(models ? Reader::make(std::move(models)) : nullptr) {}

  void begin(Given given) { given_ = given; }
  bool can_read() const { return reader_ != nullptr; }

  const HeardPost& enriched(std::uint64_t, const HeardPost& post) override {
    known_ = post;
    const std::string_view language = post.langs.empty() ? std::string_view() : post.langs[0];
    reader_->read(post.text, language, nullptr, reading_);
    if (!known_.sentiment && reading_.sentiment_read) known_.sentiment = reading_.sentiment;
    if (known_.langs.empty() && reading_.language != "und") {
      known_.langs.push_back(reading_.language);
    }
    if (!given_.intents) {
      for (const auto& each : reading_.intents) known_.intents.push_back(each.label);
    }
    if (!given_.reasons) {
      for (const auto& each : reading_.reasons) known_.reasons.push_back(each.label);
    }
    return known_;
  }

 private:
  std::unique_ptr<Reader> reader_;
  Reading reading_;
  HeardPost known_;
  Given given_;
};

void clear(HeardPost& post) {
  // The lists keep their memory from line to line.
  HeardPost empty;
  const auto keep = [](auto& list, auto& from) {
    list = std::move(from);
    list.clear();
  };
  keep(empty.langs, post.langs);
  keep(empty.links, post.links);
  keep(empty.hashtags, post.hashtags);
  keep(empty.mentions, post.mentions);
  keep(empty.reply_to, post.reply_to);
  keep(empty.intents, post.intents);
  keep(empty.reasons, post.reasons);
  keep(empty.topics, post.topics);
  keep(empty.person, post.person);
  post = std::move(empty);
}

}  // namespace

std::string MatchMonitors::add(std::string_view line) {
  dom::parser parser;
  dom::object object;
  std::string wrong = object_of(parser, line, object);
  if (!wrong.empty()) return wrong;
  dom::element value;
  std::string id;
  if (object["id"].get(value) != simdjson::SUCCESS || value.is_null() || !read_line_id(value, id)) {
    return R"("id" has to be a text or a whole number.)";
  }
  std::string_view query;
  if (object["query"].get(query) != simdjson::SUCCESS) return R"("query" has to be a text.)";
  const ParsedQuery parsed = parse_query(query);
  if (!parsed.query) {
    const auto error =
        std::find_if(parsed.diagnostics.begin(), parsed.diagnostics.end(),
                     [](const Diagnostic& each) { return each.severity == Severity::kError; });
    return error == parsed.diagnostics.end()
               ? "This query cannot be used."
               : "Its query has an error at byte " + std::to_string(error->span.begin) + ": " +
                     error->reason;
  }
  matcher_.add(ids_.size(), 0, *parsed.query);
  ids_.push_back(std::move(id));
  return "";
}

struct MatchLines::Work {
  Work(const MatchMonitors& its_monitors, std::shared_ptr<const Models> models)
      : monitors(its_monitors), enricher(std::move(models)) {}

  const MatchMonitors& monitors;
  LineEnricher enricher;
  dom::parser parser;
  MatchScratch scratch;
  std::vector<Match> found;
  HeardPost post;
  std::string id;
};

MatchLines::MatchLines(const MatchMonitors& monitors, std::shared_ptr<const Models> models)
    : work_(std::make_unique<Work>(monitors, std::move(models))) {}

MatchLines::~MatchLines() = default;

std::string MatchLines::match(std::string_view line, std::string& out) {
  Work& work = *work_;
  dom::object object;
  std::string wrong = object_of(work.parser, line, object);
  if (!wrong.empty()) return wrong;
  clear(work.post);
  work.id = "null";
  Given given;
  for (const auto& [name, value] : object) {
    if (name == "id") {
      if (!read_line_id(value, work.id)) return R"("id" has to be a text or a whole number.)";
      if (work.id.empty()) work.id = "null";
      continue;
    }
    const std::string_view what = take(name, value, work.post, given);
    if (!what.empty()) {
      return "\"" + std::string(name) + "\" has to be " + std::string(what) + ".";
    }
  }
  if (work.post.text.data() == nullptr && work.post.title.data() == nullptr) {
    return R"("text" is missing.)";
  }
  work.enricher.begin(given);
  work.found.clear();
  work.monitors.matcher().match(work.post, work.scratch, work.found, {},
                                work.enricher.can_read() ? &work.enricher : nullptr);
  for (const Match& each : work.found) {
    out += "{\"id\":";
    out += work.id;
    out += ",\"monitor\":";
    out += work.monitors.id(each.key);
    out += ",\"spans\":";
    add_json_spans(out, each.spans.text);
    if (!each.spans.title.empty()) {
      out += ",\"title_spans\":";
      add_json_spans(out, each.spans.title);
    }
    out += "}\n";
  }
  return "";
}

}  // namespace rapport
