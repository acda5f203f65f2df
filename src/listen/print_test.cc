#include "listen/print.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "listen/check.h"
#include "listen/parse.h"
#include "listen/testing/random_query.h"

namespace rapport {
namespace {

RC_GTEST_PROP(PrintQuery, AnyTreeIsReadBackAsItWas, ()) {
  const QueryTree query = *gen::query();
  RC_PRE(!finds_nothing_said(query));
  const std::string text = print_query(query);
  RC_LOG() << text << "\n";
  const ParsedQuery parsed = parse_query(text, Mixing::kRefused);
  RC_ASSERT(parsed.query.has_value());
  RC_ASSERT(*parsed.query == query);
  RC_ASSERT(!to_words(query).empty());
}

RC_GTEST_PROP(PrintQuery, AnyTextThatIsAQueryIsPrintedAsTheSameOne, ()) {
  // Out of what queries are made of, so that many of them are.
  const auto pieces =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "a ",    "acme ",    "\"b c\" ", "AND ",     "OR ",    "NOT ",     "(",
          ") ",    "NEAR/3 ",  "-",        "lang:en ", "title:", "~2 ",      "{Acme} ",
          "#tag ", "@who ",    "é ",       "東京 ",    "likes:", ">5 ",      "[1 TO 2] ",
          "ab* ",  "<<<x>>> ", "AT&T ",    "C++ ",     "don't ", "ONEAR/1 ", "x.com "}));
  std::string text;
  for (const std::string& each : pieces) text += each;
  const ParsedQuery parsed = parse_query(text);
  if (!parsed.query) return;
  const ParsedQuery again = parse_query(print_query(*parsed.query), Mixing::kRefused);
  RC_ASSERT(again.query.has_value());
  RC_ASSERT(*again.query == *parsed.query);
}

}  // namespace
}  // namespace rapport
