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
  switch (*inRange(0, 7)) {
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

}  // namespace rapport::gen
