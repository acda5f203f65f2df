#include "listen/print.h"

namespace rapport {
namespace {

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string words_apart(unsigned words) {
  if (words == 0) return "no word between";
  if (words == 1) return "at most 1 word between";
  return "at most " + std::to_string(words) + " words between";
}

std::string say_words(const QueryTree& query) {
  std::string out;
  const bool bare = query.style == WordStyle::kBare;
  if (bare && query.text.starts_with('#')) {
    out = "the hashtag " + query.text;
  } else if (bare && query.text.starts_with('@')) {
    out = "the handle " + query.text;
  } else {
    const bool address = query.text.find("://") != std::string::npos;
    const bool wild = !address && query.text.find_first_of("*?") != std::string::npos;
    out = (wild ? "words like " : "") + in_quotes(query.text);
    if (query.style == WordStyle::kExact) out += " in exactly these capitals";
  }
  if (query.section == Section::kTitle) out += " in the title";
  if (query.section == Section::kText) out += " in the text";
  return out;
}

std::string say_count(const QueryTree& query, const std::string& one, const std::string& many) {
  const auto of = [&](std::int64_t count) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
  };
  if (query.low && query.low == query.high) return "exactly " + of(*query.low);
  if (query.low && query.high) return std::to_string(*query.low) + " to " + of(*query.high);
  if (query.low) return "at least " + of(*query.low);
  return "at most " + of(query.high.value_or(0));
}

std::string say_time(const QueryTree& query) {
  if (query.low && query.high) {
    return "heard from " + print_seconds(*query.low) + " to " + print_seconds(*query.high);
  }
  if (query.low) return "heard from " + print_seconds(*query.low) + " on";
  return "heard until " + print_seconds(query.high.value_or(0));
}

std::string say_kind(std::string_view kind) {
  if (kind == "root") return "begins a thread";
  return (kind == "reply" ? "is a reply" : kind == "quote" ? "quotes a post" : "reposts a post");
}

std::string say_field(const QueryTree& query) {
  std::string name = in_quotes(query.text);
  switch (query.field) {
    case QueryField::kNetwork:
      return "said on " + query.text;
    case QueryField::kAuthor:
      return "written by " + name;
    case QueryField::kSite:
      return "standing on the site " + query.text;
    case QueryField::kLang:
      return "in the language " + query.text;
    case QueryField::kUrl:
      return "standing at the address " + query.text;
    case QueryField::kLink:
      return "linking to " + query.text;
    case QueryField::kHashtag:
      return "with the hashtag " + name;
    case QueryField::kMention:
      return "mentioning the account " + name;
    case QueryField::kFollowers:
      return "by somebody with " + say_count(query, "follower", "followers");
    case QueryField::kLikes:
      return "with " + say_count(query, "like", "likes");
    case QueryField::kReposts:
      return "with " + say_count(query, "repost", "reposts");
    case QueryField::kReplies:
      return "with " + say_count(query, "reply", "replies");
    case QueryField::kEngagement:
      return "with " + say_count(query, "like, repost or reply", "likes, reposts and replies");
    case QueryField::kHas:
      return query.text == "media"  ? "with a picture or video"
             : query.text == "link" ? "with a link"
                                    : "with a question";
    case QueryField::kIs:
      return "that " + say_kind(query.text);
    case QueryField::kReplyTo:
      return "replying to " + name;
    case QueryField::kSentiment:
      return "that sounds " + query.text;
    case QueryField::kIntent:
      return "read as " + in_quotes(query.text == "sales_interest" ? "sales interest" : query.text);
    case QueryField::kReason:
      return "with the reason " + name;
    case QueryField::kTopic:
      return "on the topic " + name;
    case QueryField::kPerson:
      return "by the person " + name;
    case QueryField::kLevel:
      return "by somebody of the level " + name;
    case QueryField::kSeen:
      return say_time(query);
    case QueryField::kTitle:
    case QueryField::kText:
      break;
  }
  return name;
}

bool is_single(const QueryTree& query) {
  return query.kind == QueryKind::kWords || query.kind == QueryKind::kField;
}

std::string part(const QueryTree& query) {
  return is_single(query) ? to_words(query) : "(" + to_words(query) + ")";
}

std::string say_list(const QueryTree& query, std::string_view sign) {
  std::string out;
  for (const QueryTree& each : query.of) {
    if (!out.empty()) out += sign;
    out += part(each);
  }
  return out;
}

// What must be there first, then what must not.
std::string say_all(const QueryTree& query) {
  std::string out;
  for (const QueryTree& each : query.of) {
    if (each.kind != QueryKind::kNot) (out += out.empty() ? "" : " and ") += part(each);
  }
  bool first = true;
  for (const QueryTree& each : query.of) {
    if (each.kind != QueryKind::kNot) continue;
    out += out.empty() ? "not " : first ? ", but not " : " and not ";
    out += part(each.of.front());
    first = false;
  }
  return out;
}

std::string say_near(const QueryTree& query) {
  std::string out = part(query.of.front());
  for (std::size_t i = 1; i < query.of.size(); ++i) {
    const NearStep& step = query.steps[i - 1];
    out += step.ordered ? " before " : " near ";
    out += part(query.of[i]) + " (" + words_apart(step.words) + ")";
  }
  return out;
}

}  // namespace

std::string to_words(const QueryTree& query) {
  switch (query.kind) {
    case QueryKind::kWords:
      return say_words(query);
    case QueryKind::kField:
      return say_field(query);
    case QueryKind::kAnd:
      return say_all(query);
    case QueryKind::kOr:
      return say_list(query, " or ");
    case QueryKind::kNot:
      return "not " + part(query.of.front());
    case QueryKind::kNear:
      return say_near(query);
    case QueryKind::kTogether:
      break;
  }
  return say_list(query, " and ") + " close together, in any order (" +
         (query.within == 0   ? "no other word"
          : query.within == 1 ? "at most 1 other word"
                              : "at most " + std::to_string(query.within) + " other words") +
         " among them)";
}

}  // namespace rapport
