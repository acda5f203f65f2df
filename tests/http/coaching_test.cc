// How a brand speaks, and what the coach says, over HTTP.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

const std::string kVoice =
    R"({"warmth":"warm","formality":"casual","emoji":"few","humour":"none","signature":"^N",)"
    R"("avoid":["as per"],"love":["happily"],"names":["Northwind"],)"
    R"("allowed_promises":["refund"],"require_clean":false})";

class CoachingOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
  }

  Answer put(const std::string& to, const Ask& with) { return ask(port(), "PUT", to, with); }
};

TEST_F(CoachingOverHttp, AVoiceIsReadAndChangedWhole) {
  const Answer before = get("/api/voice", as(viewer));
  ASSERT_EQ(before.status, 200) << before.body;
  EXPECT_EQ(before.body,
            R"({"warmth":"even","formality":"even","emoji":"many","humour":"some","signature":"",)"
            R"("avoid":[],"love":[],"names":[],"allowed_promises":[],"require_clean":false,)"
            R"("changed_by":null,"changed_at":null})");
  const Answer changed = put("/api/voice", as(owner, kVoice));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_TRUE(changed.body.starts_with(kVoice.substr(0, kVoice.size() - 1))) << changed.body;
  EXPECT_EQ(changed.text("changed_by"), "Olga");
  EXPECT_EQ(get("/api/voice", as(viewer)).body, changed.body);
  EXPECT_EQ(get("/api/voice", as(stranger)).body, before.body);
}

TEST_F(CoachingOverHttp, TellsWhatIsWrongWithAVoice) {
  const auto with = [](const std::string& what, const std::string& instead) {
    std::string body = kVoice;
    return body.replace(body.find(what), what.size(), instead);
  };
  for (const auto& [body, field] : std::vector<std::pair<std::string, std::string>>{
           {with(R"("warm")", R"("hot")"), "warmth"},
           {with(R"("warmth":"warm",)", ""), "warmth"},
           {with(R"("avoid":["as per"],)", ""), "avoid"},
           {with(R"(,"require_clean":false)", ""), "require_clean"},
           {with(R"(["happily"])", R"(["As Per"])"), "love"},
           {with(R"(["Northwind"])", R"("Northwind")"), "names"},
           {with(R"("require_clean")", R"("mood":"good","require_clean")"), "mood"}}) {
    const Answer answer = put("/api/voice", as(owner, body));
    EXPECT_EQ(answer.status, 400) << body << answer.body;
    EXPECT_EQ(answer.text("field"), field) << body;
  }
}

class ReviewOverHttp : public CoachingOverHttp {
 protected:
  void SetUp() override {
    CoachingOverHttp::SetUp();
    hear(
        {said("Ana", "late", "@us my order is three weeks late. When does it come? I'm furious.")});
    const Post post = post_named("late");
    path = "/api/conversations/" + to_string(post.conversation);
    id = to_string(post.id);
  }

  Answer review(const std::string& text, const std::string& more = "") {
    return this->post(path + "/review", as(agent, R"({"post_id":")" + id + R"(","text":")" + text +
                                                      "\"" + more + "}"));
  }
  // "consider:tone consider:name ", as they come.
  static std::string found(const Answer& answer) {
    std::string out;
    const auto json = answer.json();
    for (const auto& each : json.at("findings").as_array()) {
      out += std::string(each.at("severity").as_string()) + ":" +
             std::string(each.at("rule").as_string()) + " ";
    }
    return out;
  }

  std::string path;
  std::string id;
};

TEST_F(ReviewOverHttp, TellsPointsAndFindingsAndWhetherItIsClean) {
  const Answer bad = review("Haha 😂 please send us a DM.");
  ASSERT_EQ(bad.status, 200) << bad.body;
  const auto json = bad.json();
  EXPECT_NE(found(bad).find("consider:tone "), std::string::npos) << bad.body;
  EXPECT_FALSE(json.at("clean").as_bool());
  EXPECT_FALSE(json.at("must_be_clean").as_bool());
  EXPECT_TRUE(json.at("articles").as_array().empty());
  const auto& point = json.at("points").at(0);
  EXPECT_TRUE(point.at("post_span").at(1).as_int64() > point.at("post_span").at(0).as_int64());

  const Answer empty = review("");
  ASSERT_EQ(empty.status, 200) << empty.body;
  EXPECT_TRUE(empty.json().at("findings").as_array().empty());
  EXPECT_FALSE(empty.json().at("points").as_array().empty()) << "what they asked is shown at once";
}

TEST_F(ReviewOverHttp, ShowsTheCopyWithItsPlace) {
  const std::string words =
      "We looked into it: your grinder was packed on Friday and the courier brings it tomorrow "
      "before noon, with a bag of beans on us.";
  review(words);
  hear({said("Bo", "grinder", "@us where is my grinder?")});
  hear({said("us", "answer", words, "grinder")});
  ASSERT_TRUE(coaching.refresh());  // what the events of the two posts told
  const Answer copied = review(words);
  ASSERT_NE(found(copied).find("fix:generic "), std::string::npos) << copied.body;
  const auto json = copied.json();
  for (const auto& each : json.at("findings").as_array()) {
    if (each.at("rule").as_string() != "generic") continue;
    const auto& shown = each.at("shows").at(0);
    EXPECT_EQ(shown.at("text").as_string(), words);
    EXPECT_EQ(shown.at("post_id").as_string(), to_string(post_named("answer").id));
    EXPECT_EQ(shown.at("conversation_id").as_string(),
              to_string(post_named("answer").conversation));
  }
}

TEST_F(ReviewOverHttp, TellsWhatIsWrongWithADraft) {
  EXPECT_EQ(review(std::string(10'000, 'x')).status, 200);
  const Answer longer = review(std::string(100'000, 'x'));
  EXPECT_EQ(longer.status, 400);
  EXPECT_EQ(longer.text("field"), "text");
  EXPECT_EQ(review("Hello", R"(,"channel_id":"4711")").status, 404);
  EXPECT_EQ(review("Hello", R"(,"mood":"good")").text("field"), "mood");
  const Answer nowhere = post("/api/conversations/4711/review",
                              as(agent, R"({"post_id":")" + id + R"(","text":"Hi"})"));
  EXPECT_EQ(nowhere.status, 404);
}

TEST_F(ReviewOverHttp, WhatHasToBeMendedIsRefusedOnceTheWorkspaceAsks) {
  const auto reply = [&](const std::string& text) {
    return post(path + "/replies",
                as(agent, R"({"post_id":")" + id + R"(","client_key":"key-00001","text":")" + text +
                              R"("})"));
  };
  std::string voice = kVoice;
  voice.replace(voice.find(R"("require_clean":false)"), 21, R"("require_clean":true)");
  voice.replace(voice.find(R"("signature":"^N")"), 16, R"("signature":"")");
  ASSERT_EQ(put("/api/voice", as(owner, voice)).status, 200);
  EXPECT_TRUE(review("Haha").json().at("must_be_clean").as_bool());
  const Answer refused = reply("Haha 😂 please send us a DM.");
  EXPECT_EQ(refused.status, 400) << refused.body;
  EXPECT_EQ(refused.text("field"), "text");
  EXPECT_TRUE(refused.text("detail").ends_with("Your text is kept.")) << refused.body;
  EXPECT_EQ(get(path, as(agent)).json().at("my_draft").at("text").as_string(),
            "Haha 😂 please send us a DM.");

  const std::string mended =
      "Hi Ana, three weeks is far too long: I'm sorry. It left the depot in Lyon this morning and "
      "comes with the van's next round.";
  EXPECT_TRUE(review(mended).json().at("clean").as_bool()) << review(mended).body;
  EXPECT_EQ(reply(mended).status, 202);
}

TEST_F(CoachingOverHttp, RulesAreReadAndChanged) {
  const Answer before = get("/api/coach/rules", as(viewer));
  ASSERT_EQ(before.status, 200) << before.body;
  ASSERT_EQ(before.json().at("rules").as_array().size(), coach::kRules);
  EXPECT_EQ(boost::json::serialize(before.json().at("rules").at(0)),
            R"({"rule":"unanswered","setting":"usual","usual":"consider","praises":false})");
  const auto changed = put("/api/coach/rules",
                           as(owner, R"({"rules":[{"rule":"unanswered","setting":"consider"}]})"));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.json().at("rules").at(0).at("setting").as_string(), "consider");
  EXPECT_EQ(get("/api/coach/rules", as(viewer)).body, changed.body);
  for (const char* wrong : {R"({"rules":[{"rule":"mood","setting":"off"}]})",
                            R"({"rules":[{"rule":"thin","setting":"loud"}]})",
                            R"({"rules":[{"rule":"thin","setting":"nice"}]})", R"({})"}) {
    const Answer refused = put("/api/coach/rules", as(owner, wrong));
    EXPECT_EQ(refused.status, 400) << wrong;
    EXPECT_EQ(refused.text("field"), "rules") << wrong;
  }
}

// The same words as `rapport coach`, whose test compares with what stands in docs/coach.md.
TEST_F(CoachingOverHttp, TheCoachAnswersWhoeverTellsItAll) {
  const Answer answer = post(
      "/api/coach", as(viewer, R"({"draft":"Please DM us.","post":{"text":"Where is my parcel?"},)"
                               R"("rules":{"name":"off"},"voice":{"avoid":["please"]}})"));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.json().at("points").at(0).at("kind").as_string(), "question");
  EXPECT_FALSE(answer.json().at("findings").as_array().empty());
  for (const char* wrong : {"", "{", "[]", R"({"draft":"x"})", R"({"draft":1,"post":{"text":"x"}})",
                            R"({"draft":"x","post":{"text":"x"},"rules":{"mood":"off"}})"}) {
    EXPECT_EQ(post("/api/coach", as(viewer, wrong)).status, 400) << wrong;
  }
}

}  // namespace
}  // namespace rapport::testing
