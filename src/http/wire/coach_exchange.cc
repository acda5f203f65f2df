#include "http/wire/coach_exchange.h"

#include <simdjson.h>

#include "http/wire/json_text.h"

namespace rapport {
namespace {

namespace dom = simdjson::dom;

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

// A field that is one of a few words.
template <class Word>
Wrong take_word(const dom::object& object, std::string_view name,
                std::optional<Word> (*read)(std::string_view), std::string_view words, Word& into) {
  std::string_view text;
  if (Wrong wrong = take_text(object, name, text); !wrong.empty()) return wrong;
  if (text.empty()) return {};
  const std::optional<Word> word = read(text);
  if (!word) return has_to_be(name, words);
  into = *word;
  return {};
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
  Wrong wrong = take_word(voice, "emoji", emoji_use_of, "none, few or many", into.emoji);
  if (wrong.empty()) {
    wrong = take_word(voice, "warmth", warmth_of, "brisk, even or warm", into.warmth);
  }
  if (wrong.empty()) {
    wrong = take_word(voice, "formality", formality_of, "casual, even or formal", into.formality);
  }
  if (wrong.empty()) {
    wrong = take_word(voice, "humour", humour_of, "none or some", into.humour);
  }
  if (wrong.empty()) wrong = take_text(voice, "signature", into.signature);
  if (wrong.empty()) wrong = take_texts(voice, "avoid", into.avoid);
  if (wrong.empty()) wrong = take_texts(voice, "love", into.love);
  if (wrong.empty()) wrong = take_texts(voice, "own", into.own);
  if (wrong.empty()) wrong = take_texts(voice, "may_promise", into.may_promise);
  return wrong;
}

Wrong take_rules(const dom::object& line, coach::RuleSettings& into) {
  dom::element value;
  if (!has(line, "rules", value)) return {};
  dom::object rules;
  if (value.get(rules) != simdjson::SUCCESS) return has_to_be("rules", R"({"stuffy": "off", …})");
  for (const auto& [key, setting] : rules) {
    const auto rule = coach::rule_of(key);
    std::string_view word;
    if (!rule) return "There is no rule \"" + std::string(key) + "\".";
    const auto known =
        setting.get(word) == simdjson::SUCCESS ? rule_setting_of(word) : std::nullopt;
    if (!known) return has_to_be(key, "usual, off, nice, consider or fix");
    into[*rule] = *known;
  }
  return {};
}

Wrong take_said(dom::element one, std::string_view list, std::vector<coach::Said>& into) {
  dom::object said;
  coach::Said out;
  if (one.get(said) != simdjson::SUCCESS) {
    return has_to_be(list, R"(a list of {"text": "…", "ours": false})");
  }
  if (Wrong wrong = take_text(said, "text", out.text); !wrong.empty()) return wrong;
  if (Wrong wrong = take_flag(said, "ours", out.ours); !wrong.empty()) return wrong;
  into.push_back(out);
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
  if (Wrong wrong = take_text(article, "passage", out.passage); !wrong.empty()) return wrong;
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

}  // namespace

std::string read_coach_exchange(const simdjson::dom::object& line, coach::Exchange& into) {
  if (std::string wrong = take_text(line, "draft", into.draft); !wrong.empty()) return wrong;
  if (into.draft.data() == nullptr) return "\"draft\" is missing.";
  if (std::string wrong = take_post(line, into); !wrong.empty()) return wrong;
  dom::element value;
  if (has(line, "person", value)) {  // what the team knows goes before what they show
    dom::object person;
    if (value.get(person) != simdjson::SUCCESS) return has_to_be("person", R"({"name": "…"})");
    if (std::string wrong = take_person(person, into.author); !wrong.empty()) return wrong;
    const auto past = [&into](dom::element one) { return take_said(one, "past", into.past); };
    if (std::string wrong = take_objects(person, "past", past); !wrong.empty()) return wrong;
  }
  if (std::string wrong = take_voice(line, into.voice); !wrong.empty()) return wrong;
  if (std::string wrong = take_rules(line, into.rules); !wrong.empty()) return wrong;
  if (std::string wrong = take_text(line, "card_url", into.card_url); !wrong.empty()) return wrong;
  if (std::string wrong = take_flag(line, "articles_ranked", into.articles_ranked);
      !wrong.empty()) {
    return wrong;
  }
  const auto with = [&into](std::string (*take)(dom::element, coach::Exchange&)) {
    return [&into, take](dom::element one) { return take(one, into); };
  };
  const auto said = [&into](dom::element one) { return take_said(one, "thread", into.thread); };
  if (std::string wrong = take_objects(line, "thread", said); !wrong.empty()) return wrong;
  if (std::string wrong = take_objects(line, "articles", with(take_article)); !wrong.empty()) {
    return wrong;
  }
  if (std::string wrong = take_objects(line, "sent", with(take_sent)); !wrong.empty()) return wrong;
  return take_limit(line, into);
}

void add_coach_review(std::string& out, const coach::Review& review, const CoachedThings& things) {
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
    if (finding.replace) {
      out += ",\"replace\":";
      add_json_text(out, *finding.replace);
    }
    if (!finding.earlier.empty()) {
      out += ",\"shows\":[";
      for (const std::size_t index : finding.earlier) {
        if (out.back() != '[') out += ',';
        things.earlier(out, index);
      }
      out += ']';
    }
    if (finding.article) {
      out += ",\"article\":";
      things.article(out, *finding.article);
    }
    out += '}';
  }
  out += ']';
}

void add_coach_review(std::string& out, const coach::Exchange& exchange,
                      const coach::Review& review) {
  const auto earlier = [&](std::string& to, std::size_t index) {
    add_json_text(to, exchange.earlier_reply(index));
  };
  const auto article = [&](std::string& to, std::size_t index) {
    const coach::KnownArticle& it = exchange.articles[index];
    to += "{\"url\":";
    add_json_text(to, it.url);
    to += ",\"title\":";
    add_json_text(to, it.title);
    to += '}';
  };
  add_coach_review(out, review, {earlier, article});
}

}  // namespace rapport
