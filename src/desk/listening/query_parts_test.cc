#include "desk/listening/query_parts.h"

#include <gtest/gtest.h>

#include "listen/parse.h"
#include "listen/print.h"

namespace rapport {
namespace {

// "part -> what is left", a line each.
std::string told(const std::string& text) {
  const auto parsed = parse_query(text);
  EXPECT_TRUE(parsed.query) << text;
  std::string out;
  for (const QueryPart& each : parts_of(*parsed.query)) {
    EXPECT_FALSE(each.text.empty());
    EXPECT_EQ(text.substr(each.span.begin, each.span.end - each.span.begin),
              print_query(each.leaf));
    out += each.text + " -> " + (each.rest ? print_query(*each.rest) : "nothing") + "\n";
  }
  return out;
}

TEST(QueryParts, OfAlternativesTheOthersAreLeft) {
  EXPECT_EQ(told("acme OR northwind OR zephyr"),
            "acme -> northwind OR zephyr\n"
            "northwind -> acme OR zephyr\n"
            "zephyr -> acme OR northwind\n");
  EXPECT_EQ(told("(acme OR northwind) AND tea"),
            "acme -> northwind AND tea\n"
            "northwind -> acme AND tea\n"
            "tea -> nothing\n");
}

TEST(QueryParts, WhatIsExcludedIsNone) {
  EXPECT_EQ(told("acme AND NOT (jobs OR hiring)"), "acme -> nothing\n");
}

TEST(QueryParts, WhatHasToBeNearIsLeftByNone) {
  EXPECT_EQ(told("tea NEAR/3 (late OR cold)"),
            "tea -> nothing\n"
            "late -> tea NEAR/3 cold\n"
            "cold -> tea NEAR/3 late\n");
}

TEST(QueryParts, TellTheWordsThatAreAskedFor) {
  const auto parsed = parse_query("(\"Acme Coffee\" OR #acme) AND tea -jobs");
  ASSERT_TRUE(parsed.query);
  const auto words = asked_words(*parsed.query);
  EXPECT_NE(std::find(words.begin(), words.end(), "coffee"), words.end());
  EXPECT_NE(std::find(words.begin(), words.end(), "tea"), words.end());
  EXPECT_EQ(std::find(words.begin(), words.end(), "jobs"), words.end());
}

}  // namespace
}  // namespace rapport
