#include "app/reading_lines.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/json.hpp>
#include <stdexcept>
#include <string>

#include "app/filter_lines.h"
#include "source_dir.h"

namespace rapport {
namespace {

namespace json = boost::json;

class ReadingLinesTest : public ::testing::Test {
 protected:
  static std::shared_ptr<const Models> models() {
    static const auto opened = Models::open(std::string(RAPPORT_SOURCE_DIR) + "/models");
    if (!opened) throw std::runtime_error(opened.error().message);
    return *opened;
  }

  json::object read(std::string line, std::size_t number = 1) {
    const std::size_t size = line.size();
    line.append(kLinePadding, 'x');
    std::string out;
    lines_.read(std::string_view(line).substr(0, size), number, out);
    EXPECT_TRUE(out.ends_with("}\n")) << out;
    return json::parse(out).as_object();
  }

  std::string error(const std::string& line) {
    const json::object out = read(line, 7);
    EXPECT_EQ(out.at("line").to_number<int>(), 7);
    return std::string(out.at("error").as_string());
  }

  ReadingLines lines_{models()};
};

TEST_F(ReadingLinesTest, SaysEverythingOfAPost) {
  const json::object out = read(
      R"({"id": "a\"1", "text": "My parcel never came and @acme does not answer, awful. Help?", "lang": "en"})");
  EXPECT_EQ(out.at("id").as_string(), "a\"1");
  EXPECT_EQ(out.at("language").as_string(), "en");
  EXPECT_EQ(out.at("read").as_string(), "all");
  const json::object& sentiment = out.at("sentiment").as_object();
  EXPECT_EQ(sentiment.at("label").as_string(), "negative");
  EXPECT_LT(sentiment.at("score").to_number<double>(), 0);
  ASSERT_EQ(sentiment.at("p").as_array().size(), 3u);
  double sum = 0;
  for (const json::value& p : sentiment.at("p").as_array()) sum += p.to_number<double>();
  EXPECT_NEAR(sum, 1, 0.002);
  ASSERT_FALSE(out.at("intents").as_array().empty());
  for (const auto* list : {"intents", "reasons"}) {
    for (const json::value& found : out.at(list).as_array()) {
      EXPECT_TRUE(found.as_object().contains("label"));
      EXPECT_TRUE(found.as_object().contains("p"));
      for (const json::value& span : found.as_object().at("evidence").as_array()) {
        EXPECT_LT(span.as_array().at(0).to_number<int>(), span.as_array().at(1).to_number<int>());
      }
    }
  }
  EXPECT_TRUE(out.at("topics").as_array().empty());
  for (const auto* part : {"emotion", "toxicity", "urgency"}) {
    EXPECT_TRUE(out.at(part).is_object()) << part;
  }
  EXPECT_TRUE(out.at("needs_reply").as_object().at("value").as_bool());
  const json::object& entity = out.at("entities").as_array().at(0).as_object();
  EXPECT_EQ(entity.at("kind").as_string(), "mention");
  EXPECT_EQ(entity.at("span").as_array().at(0).to_number<int>(), 25);
}

TEST_F(ReadingLinesTest, HtmlIsReadAsItsText) {
  const json::object out =
      read(R"({"id": 12, "text": "", "html": "<p>I love it<br>so <b>much</b> &amp; more</p>"})");
  EXPECT_EQ(out.at("id").to_number<int>(), 12);
  EXPECT_EQ(out.at("text").as_string(), "I love it\nso much & more");
  EXPECT_EQ(out.at("sentiment").as_object().at("label").as_string(), "positive");
}

TEST_F(ReadingLinesTest, WhatIsNotReadIsNull) {
  const json::object out =
      read(R"({"id": "1", "text": "Milloin teidän kauppanne aukeaa huomenna aamulla?"})");
  EXPECT_EQ(out.at("read").as_string(), "nothing");
  for (const auto* part : {"sentiment", "emotion", "toxicity", "urgency"}) {
    EXPECT_TRUE(out.at(part).is_null()) << part;
  }
  EXPECT_EQ(out.at("needs_reply").as_object().at("why").as_string(), "unread");
}

TEST_F(ReadingLinesTest, ABadLineSaysWhatIsWrong) {
  EXPECT_NE(error("").find("empty"), std::string::npos);
  EXPECT_NE(error("{").find("no JSON"), std::string::npos);
  EXPECT_NE(error("[1]").find("object"), std::string::npos);
  EXPECT_NE(error(R"({"id": "1"})").find("missing"), std::string::npos);
  EXPECT_NE(error(R"({"id": [], "text": "a"})").find("id"), std::string::npos);
  EXPECT_NE(error(R"({"id": "1", "text": 5})").find("\"text\""), std::string::npos);
  EXPECT_NE(error(R"({"id": "1", "text": "a", "lang": 5})").find("\"lang\""), std::string::npos);
  EXPECT_NE(error("{\"id\": \"1\", \"text\": \"\xff\"}").find("no JSON"), std::string::npos);
  EXPECT_NE(error(std::string(kMostLineBytes + 1, 'a')).find("longer"), std::string::npos);
  EXPECT_EQ(read(R"({"id": "k", "text": 5})", 3).at("id").as_string(), "k");
}

TEST_F(ReadingLinesTest, OddCharactersComeBackWhole) {
  const json::object out = read("{\"id\": \"\\u0000\\u001f\\n\\\\ü\", \"text\": \"a\\u0000b\"}");
  EXPECT_EQ(std::string_view(out.at("id").as_string()), std::string_view("\0\x1f\n\\ü", 6));
}

// Any bytes, or a post with a few of them changed: one line of JSON comes back.
RC_GTEST_FIXTURE_PROP(ReadingLinesTest, AnyLineGivesOneLine, ()) {
  std::string line =
      R"({"id": "1", "text": "I love it \ud83d\ude00", "html": "<p>a", "lang": "en"})";
  if (*rc::gen::arbitrary<bool>()) {
    line = *rc::gen::arbitrary<std::string>();
  } else {
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
      line[*rc::gen::inRange<std::size_t>(0, line.size())] = *rc::gen::arbitrary<char>();
    }
  }
  std::erase(line, '\n');  // the filter cuts there
  const std::size_t size = line.size();
  line.append(kLinePadding, '"');
  std::string out;
  lines_.read(std::string_view(line).substr(0, size), 1, out);
  RC_ASSERT(out.ends_with("}\n"));
  RC_ASSERT(out.find('\n') == out.size() - 1);
  const json::object answer = json::parse(out).as_object();
  RC_ASSERT(answer.contains("error") || (answer.contains("id") && answer.contains("needs_reply")));
}

}  // namespace
}  // namespace rapport
