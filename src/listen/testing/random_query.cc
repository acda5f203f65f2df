#include "listen/testing/random_query.h"

#include <utility>
#include <vector>

namespace rapport::gen {
namespace {

using rc::gen::elementOf;
using rc::gen::inRange;

const std::vector<std::string>& bare_words() {
  static const std::vector<std::string> words{
      "acme",  "Acme",      "cafe",    "café",     "tea",        "te*",  "t?a",     "#acme",
      "@acme", "coca-cola", "AT&T",    "C++",      "10:30",      "東京", "京",      "🎉",
      "don't", "oréal",     "disney+", "acme.com", "and",        "or",   "acme_co", "$ACME",
      "1,000", "hot*l",     "👍",      "#東京",    "@acme.co.uk"};
  return words;
}

const std::vector<std::string>& phrases() {
  static const std::vector<std::string> words{"acme tea", "cafe tea acme", "the acme", "acme",
                                              "tea 東京", "AT&T tea",      "te* acme", "acme 🎉"};
  return words;
}

QueryTree words(Section section) {
  QueryTree out;
  out.section = section;
  switch (*inRange(0, 6)) {
    case 0:
      out.style = WordStyle::kQuoted;
      out.text = *elementOf(phrases());
      break;
    case 1:
      out.style = WordStyle::kExact;
      out.text = *elementOf(std::vector<std::string>{"Acme", "ACME", "acme", "Acme Tea"});
      break;
    default:
      out.text = *elementOf(bare_words());
  }
  return out;
}

QueryTree field() {
  QueryTree out;
  out.kind = QueryKind::kField;
  switch (*inRange(0, 17)) {
    case 0:
      out.field = QueryField::kLang;
      out.text = *elementOf(std::vector<std::string>{"en", "pt", "pt-br"});
      break;
    case 1:
      out.field = QueryField::kLikes;
      out.low = *inRange(0, 5);
      if (*inRange(0, 2) == 0) out.high = *out.low + *inRange(0, 5);
      break;
    case 2:
      out.field = QueryField::kAuthor;
      out.text = *elementOf(std::vector<std::string>{"ana", "Ana Lima", "an*", "ana.example"});
      break;
    case 3:
      out.field = QueryField::kSeen;
      out.high = *inRange(0, 2000000000);
      break;
    case 4:
      out.field = QueryField::kHas;
      out.text = *elementOf(std::vector<std::string>{"media", "link", "question"});
      break;
    case 5:
      out.field = QueryField::kLink;
      out.text = *elementOf(std::vector<std::string>{"acme.com", "acme.com/Tea", "*acme*"});
      break;
    case 6:
      out.field = QueryField::kMention;
      out.text = *elementOf(std::vector<std::string>{"acme", "acme.co.uk", "acme@*", "ana"});
      break;
    case 7:
      out.field = QueryField::kReplyTo;
      out.text = *elementOf(std::vector<std::string>{"ana", "acme.co.uk", "ac*k"});
      break;
    case 8:
      out.field = QueryField::kUrl;
      out.text = *elementOf(std::vector<std::string>{"acme.com/tea", "acme.com", "*.acme.com*"});
      break;
    case 9:
      out.field = QueryField::kSite;
      out.text = *elementOf(std::vector<std::string>{"acme.com", "tea.example"});
      break;
    case 10:
      out.field = QueryField::kNetwork;
      out.text = *elementOf(std::vector<std::string>{"bluesky", "mastodon"});
      break;
    case 11:
      out.field = QueryField::kSentiment;
      out.text = *elementOf(std::vector<std::string>{"negative", "positive"});
      break;
    case 12:
      out.field = QueryField::kTopic;
      out.text = *elementOf(std::vector<std::string>{"tea time", "te*"});
      break;
    case 13:
      out.field = QueryField::kPerson;
      out.text = *elementOf(std::vector<std::string>{"77", "ana lima"});
      break;
    case 14:
      out.field = QueryField::kIs;
      out.text = *elementOf(std::vector<std::string>{"reply", "root", "quote"});
      break;
    case 15:
      out.field = QueryField::kReason;
      out.text = "price";
      break;
    default:
      out.field = QueryField::kHashtag;
      out.text = *elementOf(std::vector<std::string>{"acme", "tea", "ac*"});
  }
  return out;
}

QueryTree positional(int depth, Section section) {
  const int kind = depth <= 0 ? 0 : *inRange(0, 6);
  QueryTree out;
  const auto some = [&](int least, int most) {
    const int count = *inRange(least, most + 1);
    for (int i = 0; i < count; ++i) out.of.push_back(positional(depth - 1, section));
  };
  switch (kind) {
    case 3: {
      out.kind = QueryKind::kOr;
      some(2, 3);
      // The parser takes an OR within an OR in.
      std::vector<QueryTree> flat;
      for (QueryTree& each : out.of) {
        if (each.kind == QueryKind::kOr) {
          for (QueryTree& inner : each.of) flat.push_back(std::move(inner));
        } else {
          flat.push_back(std::move(each));
        }
      }
      out.of = std::move(flat);
      return out;
    }
    case 4:
      out.kind = QueryKind::kNear;
      some(2, 3);
      for (std::size_t i = 1; i < out.of.size(); ++i) {
        out.steps.push_back({static_cast<unsigned>(*inRange(0, 6)), *inRange(0, 2) == 0});
      }
      return out;
    case 5:
      out.kind = QueryKind::kTogether;
      some(2, 3);
      out.within = static_cast<unsigned>(*inRange(0, 6));
      return out;
    default:
      return words(section);
  }
}

QueryTree any(int depth) {
  const int kind = depth <= 0 ? *inRange(0, 2) : *inRange(0, 7);
  if (kind == 0) {
    return positional(2, *elementOf(std::vector<Section>{Section::kAnywhere, Section::kAnywhere,
                                                         Section::kTitle, Section::kText}));
  }
  if (kind == 1) return *inRange(0, 3) == 0 ? field() : words(Section::kAnywhere);
  QueryTree out;
  if (kind == 2) {
    out.kind = QueryKind::kNot;
    out.of.push_back(any(depth - 1));
    return out;
  }
  out.kind = kind < 5 ? QueryKind::kAnd : QueryKind::kOr;
  const int count = *inRange(2, 4);
  for (int i = 0; i < count; ++i) {
    QueryTree one = any(depth - 1);
    if (one.kind == out.kind) {
      for (QueryTree& inner : one.of) out.of.push_back(std::move(inner));
    } else {
      out.of.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace

rc::Gen<QueryTree> query() {
  return rc::gen::exec([] { return any(3); });
}

rc::Gen<std::string> post_text() {
  return rc::gen::exec([] {
    static const std::vector<std::string> pieces{"acme",
                                                 "Acme",
                                                 "ACME",
                                                 "café",
                                                 "cafe",
                                                 "tea",
                                                 "Tea's",
                                                 "#acme",
                                                 "@acme",
                                                 "@acme@co",
                                                 "the",
                                                 "AT&T",
                                                 "at & t",
                                                 "C++",
                                                 "10:30",
                                                 "東京駅",
                                                 "🎉",
                                                 "👍🏽",
                                                 "l'Oréal",
                                                 "Disney+",
                                                 "coca-cola",
                                                 "don’t",
                                                 "acme.com",
                                                 "and",
                                                 "hotel",
                                                 "$ACME",
                                                 "#東京",
                                                 "1,000",
                                                 "https://acme.com/tea",
                                                 "@acme.co.uk",
                                                 "tan"};
    static const std::vector<std::string> between{" ", " ", " ", ", ", ". ", "\n", "-", "", " & "};
    std::string text;
    const int count = *inRange(0, 14);
    for (int i = 0; i < count; ++i) text += *elementOf(pieces) + *elementOf(between);
    return text;
  });
}

KeptPost post() {
  KeptPost its;
  HeardPost& post = its.post;
  post.text = its.keep(*post_text());
  const auto sometimes = [] { return *inRange(0, 3) == 0; };
  const auto one_of = [&](const std::vector<std::string>& list) {
    return its.keep(*elementOf(list));
  };
  if (sometimes()) post.title = its.keep(*post_text());
  if (sometimes()) post.langs.push_back(one_of({"en", "pt", "pt-BR"}));
  if (sometimes()) post.author = one_of({"ana", "ana@example.com", "ana.example", "anton"});
  if (sometimes()) post.author_name = one_of({"Ana Lima", "ANA LIMA", "Acme Tea", "Ana"});
  if (sometimes()) {
    post.links.push_back(one_of({"https://acme.com/Tea/1", "https://www.acme.com", "a.example"}));
  }
  if (sometimes()) post.hashtags.push_back(one_of({"Acme", "tea", "acting"}));
  if (sometimes()) post.mentions.push_back(one_of({"acme", "acme@tea.example", "@ana"}));
  if (sometimes()) post.reply_to.push_back(one_of({"ana", "acme.co.uk"}));
  if (sometimes()) post.url = one_of({"https://acme.com/tea", "https://blog.acme.com/x"});
  if (sometimes()) post.site = one_of({"acme.com", "https://tea.example/"});
  if (sometimes()) post.network = one_of({"bluesky", "mastodon"});
  if (sometimes()) post.likes = *inRange(0, 10);
  if (sometimes()) post.seen = *inRange(0, 2000000000);
  if (sometimes()) post.sentiment = Sentiment::kNegative;
  if (sometimes()) post.intents = {Intent::kQuestion};
  if (sometimes()) post.reasons = {"price"};
  if (sometimes()) post.topics = {"Tea time"};
  if (sometimes()) post.person = {"Ana Lima", "77"};
  if (sometimes()) post.level = "regular";
  post.has_media = sometimes();
  post.is_reply = sometimes();
  return its;
}

}  // namespace rapport::gen
