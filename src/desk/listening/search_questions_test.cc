#include "desk/listening/search_questions.h"

#include <gtest/gtest.h>

#include <string>

#include "listen/parse.h"

namespace rapport {
namespace {

// Each question on a line: words, then #hashtags, then @author.
std::string asked(const std::string& text) {
  const auto parsed = parse_query(text);
  EXPECT_TRUE(parsed.query) << text;
  const auto questions = search_questions(*parsed.query);
  if (!questions) return "cannot be asked";
  std::string out;
  for (const SearchQuestion& each : *questions) {
    std::string line = each.words;
    for (const std::string& tag : each.hashtags) line += (line.empty() ? "#" : " #") + tag;
    if (!each.author.empty()) line += (line.empty() ? "@" : " @") + each.author;
    out += line + "\n";
  }
  return out;
}

TEST(SearchQuestions, AskForEachAlternative) {
  EXPECT_EQ(asked("acme"), "acme\n");
  EXPECT_EQ(asked("acme OR \"northwind tea\""), "acme\nnorthwind tea\n");
  EXPECT_EQ(asked("#acme OR tea"), "#acme\ntea\n");
}

TEST(SearchQuestions, AskForAllThatHasToBeThere) {
  EXPECT_EQ(asked("acme AND tea"), "acme tea\n");
  EXPECT_EQ(asked("(acme OR northwind) AND (tea OR coffee)"),
            "acme tea\nacme coffee\nnorthwind tea\nnorthwind coffee\n");
  EXPECT_EQ(asked("tea NEAR/3 (late OR cold)"), "tea late\ntea cold\n");
  EXPECT_EQ(asked("author:ana.example tea"), "tea @ana.example\n");
}

TEST(SearchQuestions, LeaveToTheFilterWhatSearchesDoNotKnow) {
  EXPECT_EQ(asked("acme -jobs lang:en followers:[10 TO *]"), "acme\n");
  EXPECT_EQ(asked("acme AND tea*"), "acme\n");
}

TEST(SearchQuestions, CannotStandForWhatSearchesDoNotKnow) {
  EXPECT_EQ(asked("tea*"), "cannot be asked");
  EXPECT_EQ(asked("acme OR tea*"), "cannot be asked");
  EXPECT_EQ(asked("sentiment:negative has:question"), "cannot be asked");
}

TEST(SearchQuestions, AskForTheFewestWhereAllTogetherAreTooMany) {
  EXPECT_EQ(asked("(a1 OR a2 OR a3 OR a4 OR a5) AND (b1 OR b2 OR b3 OR b4)"), "b1\nb2\nb3\nb4\n");
  std::string many = "w0";
  for (int i = 1; i <= 16; ++i) many += " OR w" + std::to_string(i);
  EXPECT_EQ(asked(many), "cannot be asked");
}

}  // namespace
}  // namespace rapport
