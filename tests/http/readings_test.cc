// Correcting what was read, reasons, and learning over HTTP.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

class ReadingsOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
    hear({said("ana", "p1", "@us my order is late")});
    path = "/api/posts/" + to_string(post_named("p1").id) + "/reading";
  }

  Answer put(const std::string& to, const Ask& with) { return ask(port(), "PUT", to, with); }
  Answer drop(const std::string& at, const Ask& with) { return ask(port(), "DELETE", at, with); }
  static std::string words(const boost::json::value& value) {
    return boost::json::serialize(value);
  }

  std::string path;
};

TEST_F(ReadingsOverHttp, CorrectsAPostAndTakesItBack) {
  const Answer answer = put(
      path, as(agent, R"({"sentiment":"neutral","intents":["question","question"],"reasons":[]})"));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto reading = answer.json();
  EXPECT_EQ(reading.at("sentiment").at("label").as_string(), "neutral");
  EXPECT_EQ(words(reading.at("sentiment").at("p")), "[0E0,1E0,0E0]");
  ASSERT_EQ(reading.at("intents").as_array().size(), 1U);
  EXPECT_EQ(reading.at("intents").at(0).at("label").as_string(), "question");
  EXPECT_TRUE(reading.at("reasons").as_array().empty());
  EXPECT_EQ(reading.at("needs_reply").at("why").as_string(), "asks");
  EXPECT_EQ(words(reading.at("corrected")), R"(["sentiment","intents","reasons"])");

  const Answer back = drop(path, as(agent));
  ASSERT_EQ(back.status, 200) << back.body;
  EXPECT_EQ(back.json().at("sentiment").at("label").as_string(), "negative");
  EXPECT_EQ(back.json().at("reasons").at(0).at("name").as_string(), "Delivery");
  EXPECT_TRUE(back.json().at("corrected").as_array().empty());
}

TEST_F(ReadingsOverHttp, TellsWhatIsWrongWithACorrection) {
  for (const auto& [body, field] : std::vector<std::pair<std::string, std::string>>{
           {"{}", "sentiment"},
           {R"({"sentiment":"angry"})", "sentiment"},
           {R"({"intents":["rage"]})", "intents"},
           {R"({"intents":"question"})", "intents"},
           {R"({"reasons":["nobody's"]})", "reasons"},
           {R"({"sentiment":"neutral","mood":"good"})", "mood"}}) {
    const Answer answer = put(path, as(agent, body));
    EXPECT_EQ(answer.status, 400) << body << answer.body;
    EXPECT_EQ(answer.text("field"), field) << body;
  }
  const Answer missing = put("/api/posts/4711/reading", as(agent, R"({"sentiment":"neutral"})"));
  EXPECT_EQ(missing.status, 404);
}

TEST_F(ReadingsOverHttp, AddsRenamesAndMergesReasons) {
  const Answer list = get("/api/reasons", as(viewer));
  ASSERT_EQ(list.status, 200);
  const auto starters = list.json();
  ASSERT_EQ(starters.at("items").as_array().size(), kReasons);
  EXPECT_EQ(words(starters.at("items").at(1)),
            R"({"key":"price","name":"Price or billing","builtin":true,"merged_into":null})");

  const Answer added = post("/api/reasons", as(agent, R"({"name":"Opening hours"})"));
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_FALSE(added.json().at("builtin").as_bool());
  const std::string key = added.text("key");
  EXPECT_EQ(post("/api/reasons", as(agent, R"({"name":"opening HOURS"})")).status, 409);
  EXPECT_EQ(put("/api/reasons/price", as(agent, R"({"name":"Bills"})")).text("name"), "Bills");
  EXPECT_EQ(put("/api/reasons/nothing", as(agent, R"({"name":"Bills"})")).status, 404);

  // A correction to it is shown by its name.
  const Answer corrected = put(path, as(agent, R"({"reasons":[")" + key + "\"]}"));
  EXPECT_EQ(corrected.json().at("reasons").at(0).at("name").as_string(), "Opening hours");
  const Answer merged =
      post("/api/reasons/" + key + "/merge", as(owner, R"({"into":"availability"})"));
  ASSERT_EQ(merged.status, 200) << merged.body;
  EXPECT_EQ(merged.text("key"), "availability");
  const auto reasons = get("/api/reasons", as(viewer)).json();
  EXPECT_EQ(reasons.at("items").as_array().back().at("merged_into").as_string(), "availability");
}

TEST_F(ReadingsOverHttp, SummarisesReasons) {
  // Correcting keeps a reading, which is what is counted.
  ASSERT_EQ(put(path, as(agent, R"({"reasons":["waiting"]})")).status, 200);
  const Answer answer = get("/api/reasons/summary?days=7", as(viewer));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto summary = answer.json();
  EXPECT_EQ(summary.at("days").as_int64(), 7);
  ASSERT_EQ(summary.at("items").as_array().size(), 1U);
  const auto& item = summary.at("items").at(0);
  EXPECT_EQ(item.at("key").as_string(), "waiting");
  EXPECT_EQ(item.at("posts").as_int64(), 1);
  EXPECT_EQ(item.at("before").as_int64(), 0);
  EXPECT_EQ(item.at("examples").at(0).at("text").as_string(), "@us my order is late");
  EXPECT_EQ(get("/api/reasons/summary", as(viewer)).json().at("days").as_int64(), 30);
  for (const char* wrong : {"0", "367", "x", "-1", "7.5", ""}) {
    const Answer refused = get(std::string("/api/reasons/summary?days=") + wrong, as(viewer));
    EXPECT_EQ(refused.status, 400) << wrong;
    EXPECT_EQ(refused.text("field"), "days");
  }
}

TEST_F(ReadingsOverHttp, TellsAndSwitchesWhatWasLearned) {
  ASSERT_EQ(put(path, as(agent, R"({"sentiment":"positive"})")).status, 200);
  const Answer answer = get("/api/learning", as(viewer));
  ASSERT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body,
            R"({"reading":true,"on":true,"active":false,"corrections":1,"fresh":1,"learns_at":10,)"
            R"("trained_at":null,"examples":0,"before":null,"after":null})");
  const Answer off = post("/api/learning", as(owner, R"({"on":false})"));
  ASSERT_EQ(off.status, 200) << off.body;
  EXPECT_FALSE(off.json().at("on").as_bool());
  EXPECT_FALSE(get("/api/learning", as(viewer)).json().at("on").as_bool());
  EXPECT_EQ(post("/api/learning", as(owner, "{}")).status, 400);
  EXPECT_EQ(post("/api/learning", as(owner, R"({"on":"no"})")).text("field"), "on");
}

}  // namespace
}  // namespace rapport::testing
