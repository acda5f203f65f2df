#include "app/coach_lines.h"

#include <simdjson.h>

#include "app/filter_lines.h"
#include "app/json_text.h"
#include "coach/coach.h"

namespace rapport {
namespace {

namespace dom = simdjson::dom;

static_assert(kLinePadding >= simdjson::SIMDJSON_PADDING);

// What a field that is wrong would have to be; empty if all is well.
using Wrong = std::string;

Wrong has_to_be(std::string_view name, std::string_view what) {
  return "\"" + std::string(name) + "\" has to be " + std::string(what) + ".";
}

// True if the object has the field and it isn't null.
bool has(const dom::object& object, std::string_view name, dom::element& value) {
  return object[name].get(value) == simdjson::SUCCESS && !value.is_null();
}

Wrong take_text(const dom::object& object, std::string_view name, std::string_view& into) {
  dom::element value;
  if (!has(object, name, value)) return {};
  return value.get(into) == simdjson::SUCCESS ? Wrong() : has_to_be(name, "a text");
}

Wrong take_texts(const dom::object& object, std::string_view name,
                 std::vector<std::string_view>& into) {
  dom::element value;
  if (!has(object, name, value)) return {};
  dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return has_to_be(name, "a list of texts");
  for (const dom::element each : list) {
    std::string_view text;
    if (each.get(text) != simdjson::SUCCESS) return has_to_be(name, "a list of texts");
    into.push_back(text);
  }
  return {};
}

Wrong take_flag(const dom::object& object, std::string_view name, bool& into) {
  dom::element value;
  if (!has(object, name, value)) return {};
  return value.get(into) == simdjson::SUCCESS ? Wrong() : has_to_be(name, "true or false");
}

// Calls `each(object)`, which returns what is wrong, for the objects of a list.
template <class Each>
Wrong take_objects(const dom::object& object, std::string_view name, Each&& each) {
  dom::element value;
  if (!has(object, name, value)) return {};
  dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return has_to_be(name, "a list");
  for (const dom::element one : list) {
    if (Wrong wrong = each(one); !wrong.empty()) return wrong;
  }
  return {};
}

Wrong take_person(const dom::object& object, coach::Addressee& into) {
  if (Wrong wrong = take_text(object, "name", into.name); !wrong.empty()) return wrong;
  if (Wrong wrong = take_text(object, "handle", into.handle); !wrong.empty()) return wrong;
  if (into.handle.starts_with('@')) into.handle.remove_prefix(1);
  return {};
}

Wrong take_post(const dom::object& line, coach::Exchange& into) {
  dom::element value;
  dom::object post;
  if (!has(line, "post", value)) return "\"post\" is missing.";
  if (value.get(post) != simdjson::SUCCESS) return has_to_be("post", R"({"text": "…"})");
  if (Wrong wrong = take_text(post, "text", into.post); !wrong.empty()) return wrong;
  if (into.post.data() == nullptr) return "\"text\" of the post is missing.";
  if (Wrong wrong = take_text(post, "network", into.network); !wrong.empty()) return wrong;
  if (!has(post, "author", value)) return {};
  dom::object author;
  if (value.get(author) != simdjson::SUCCESS) {
    return has_to_be("author", R"({"name": "…", "handle": "…"})");
  }
  return take_person(author, into.author);
}

Wrong take_voice(const dom::object& line, coach::Voice& into) {
  dom::element value;
  if (!has(line, "voice", value)) return {};
  dom::object voice;
  if (value.get(voice) != simdjson::SUCCESS) return has_to_be("voice", R"({"emoji": "few", …})");
  std::string_view emoji;
  if (Wrong wrong = take_text(voice, "emoji", emoji); !wrong.empty()) return wrong;
  if (emoji == "none") {
    into.emoji = coach::EmojiUse::kNone;
  } else if (emoji == "few") {
    into.emoji = coach::EmojiUse::kFew;
  } else if (!emoji.empty() && emoji != "many") {
    return has_to_be("emoji", "none, few or many");
  }
  if (Wrong wrong = take_texts(voice, "avoid", into.avoid); !wrong.empty()) return wrong;
  if (Wrong wrong = take_texts(voice, "own", into.own); !wrong.empty()) return wrong;
  std::vector<std::string_view> may;
  if (Wrong wrong = take_texts(voice, "may_promise", may); !wrong.empty()) return wrong;
  for (const std::string_view what : may) {
    if (what == "refund") {
      into.may_promise_refund = true;
    } else if (what == "date") {
      into.may_promise_date = true;
    } else {
      return has_to_be("may_promise", "a list of refund and date");
    }
  }
  return {};
}

Wrong take_said(dom::element one, coach::Exchange& into) {
  dom::object said;
  coach::Said out;
  if (one.get(said) != simdjson::SUCCESS) {
    return has_to_be("thread", R"(a list of {"text": "…", "ours": false})");
  }
  if (Wrong wrong = take_text(said, "text", out.text); !wrong.empty()) return wrong;
  if (Wrong wrong = take_flag(said, "ours", out.ours); !wrong.empty()) return wrong;
  into.thread.push_back(out);
  return {};
}

Wrong take_article(dom::element one, coach::Exchange& into) {
  dom::object article;
  coach::KnownArticle out;
  if (one.get(article) != simdjson::SUCCESS) {
    return has_to_be("articles", R"(a list of {"url": "…", "title": "…", "text": "…"})");
  }
  if (Wrong wrong = take_text(article, "url", out.url); !wrong.empty()) return wrong;
  if (Wrong wrong = take_text(article, "title", out.title); !wrong.empty()) return wrong;
  if (Wrong wrong = take_text(article, "text", out.text); !wrong.empty()) return wrong;
  into.articles.push_back(out);
  return {};
}

Wrong take_sent(dom::element one, coach::Exchange& into) {
  coach::SentReply out;
  dom::object sent;
  if (one.get(out.reply) == simdjson::SUCCESS) {
    into.sent.push_back(out);
    return {};
  }
  if (one.get(sent) != simdjson::SUCCESS) {
    return has_to_be("sent", R"(a list of texts, or of {"question": "…", "reply": "…"})");
  }
  if (Wrong wrong = take_text(sent, "question", out.question); !wrong.empty()) return wrong;
  if (Wrong wrong = take_text(sent, "reply", out.reply); !wrong.empty()) return wrong;
  into.sent.push_back(out);
  return {};
}

Wrong take_limit(const dom::object& line, coach::Exchange& into) {
  dom::element value;
  if (has(line, "limit", value)) {
    std::int64_t limit = 0;
    if (value.get(limit) != simdjson::SUCCESS || limit < 1) {
      return has_to_be("limit", "a whole number, at least 1");
    }
    into.limit = static_cast<std::size_t>(limit);
  } else if (into.network == "bluesky") {
    into.limit = static_cast<std::size_t>(Limits{}.text_max);
  }
  if (into.network == "mastodon") into.limit_unit = TextUnit::kCharacters;
  return take_flag(line, "picture_without_description", into.picture_without_description);
}

Wrong take_exchange(const dom::object& line, coach::Exchange& into) {
  if (Wrong wrong = take_text(line, "draft", into.draft); !wrong.empty()) return wrong;
  if (into.draft.data() == nullptr) return "\"draft\" is missing.";
  if (Wrong wrong = take_post(line, into); !wrong.empty()) return wrong;
  dom::element value;
  if (has(line, "person", value)) {  // what the team knows goes before what they show
    dom::object person;
    if (value.get(person) != simdjson::SUCCESS) return has_to_be("person", R"({"name": "…"})");
    if (Wrong wrong = take_person(person, into.author); !wrong.empty()) return wrong;
  }
  if (Wrong wrong = take_voice(line, into.voice); !wrong.empty()) return wrong;
  const auto with = [&into](Wrong (*take)(dom::element, coach::Exchange&)) {
    return [&into, take](dom::element one) { return take(one, into); };
  };
  if (Wrong wrong = take_objects(line, "thread", with(take_said)); !wrong.empty()) return wrong;
  if (Wrong wrong = take_objects(line, "articles", with(take_article)); !wrong.empty()) {
    return wrong;
  }
  if (Wrong wrong = take_objects(line, "sent", with(take_sent)); !wrong.empty()) return wrong;
  return take_limit(line, into);
}

void add_review(std::string& out, const coach::Review& review) {
  out += "\"points\":[";
  bool first = true;
  for (const coach::Point& point : review.points) {
    out += first ? "{\"kind\":\"" : ",{\"kind\":\"";
    first = false;
    out += to_word(point.kind);
    out += "\",\"post_span\":[";
    add_json_number(out, point.post_span.begin);
    out += ',';
    add_json_number(out, point.post_span.end);
    out += "],\"answered\":";
    out += point.answered ? "true" : "false";
    out += ",\"draft_spans\":";
    add_json_spans(out, point.draft_spans);
    out += '}';
  }
  out += "],\"findings\":[";
  first = true;
  for (const coach::Finding& finding : review.findings) {
    out += first ? "{\"rule\":\"" : ",{\"rule\":\"";
    first = false;
    out += to_word(finding.rule);
    out += "\",\"severity\":\"";
    out += to_word(finding.severity);
    out += "\",\"draft_spans\":";
    add_json_spans(out, finding.draft_spans);
    out += ",\"post_spans\":";
    add_json_spans(out, finding.post_spans);
    out += ",\"why\":";
    add_json_text(out, finding.why);
    out += ",\"next\":";
    add_json_text(out, finding.next);
    out += '}';
  }
  out += ']';
}

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
  const auto wrong = [&](std::string_view what) {
    out += "{\"line\":";
    add_json_number(out, static_cast<std::int64_t>(number));
    if (!work.id.empty()) {
      out += ",\"id\":";
      out += work.id;
    }
    out += ",\"error\":";
    add_json_text(out, what);
    out += "}\n";
  };
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
  if (has(object, "id", id)) {
    std::string_view text;
    std::int64_t whole = 0;
    if (id.get(text) == simdjson::SUCCESS) {
      add_json_text(work.id, text);
    } else if (id.get(whole) == simdjson::SUCCESS) {
      add_json_number(work.id, whole);
    } else {
      return wrong("\"id\" has to be a text or a whole number.");
    }
  }
  coach::Exchange exchange;
  if (const Wrong what = take_exchange(object, exchange); !what.empty()) return wrong(what);
  work.coach.review(exchange, work.review);
  out += "{\"id\":";
  out += work.id.empty() ? "null" : work.id;
  out += ',';
  add_review(out, work.review);
  out += "}\n";
}

}  // namespace rapport
