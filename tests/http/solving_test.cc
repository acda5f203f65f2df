// Resolving with a reason, and telling everyone who raised one, over HTTP.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

class SolvingOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
    file(listening, {said("ana", "a1", "@us my order is late")});
    clock.advance(std::chrono::minutes{1});
    file(listening, {said("ben", "b1", "@us late again")});
    clock.advance(std::chrono::minutes{1});
  }
  std::string conversation(const std::string& name) {
    return "/api/conversations/" + to_string(post_named(name).conversation);
  }
};

TEST_F(SolvingOverHttp, ResolvesForAReasonThatTheirPostsSuggest) {
  const auto before = get(conversation("a1"), as(viewer)).json();
  EXPECT_EQ(before.at("suggested_reason").at("key").as_string(), "delivery");
  EXPECT_EQ(before.at("in_public").as_string(), "no");
  const Answer wrong =
      post(conversation("a1") + "/resolve", as(agent, R"({"resolution":"","reason":"what"})"));
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.text("field"), "reason");
  const Answer done = post(conversation("a1") + "/resolve",
                           as(agent, R"({"resolution":"Sent again","reason":"delivery"})"));
  ASSERT_EQ(done.status, 200) << done.body;
  const auto after = done.json();
  EXPECT_EQ(after.at("resolved_for").at("name").as_string(), "Delivery");
  EXPECT_EQ(after.at("history").at(0).at("reason").at("key").as_string(), "delivery");
  const Answer text = get(conversation("a1") + "/export?format=md", as(owner));
  EXPECT_NE(text.body.find("Reason: Delivery"), std::string::npos) << text.body;
  EXPECT_NE(text.body.find("What was done: Sent again"), std::string::npos) << text.body;

  const Answer many =
      post("/api/conversations/bulk", as(agent, R"({"verb":"resolve","items":[{"id":")" +
                                                    to_string(post_named("b1").conversation) +
                                                    R"("}],"resolution":"","reason":"delivery"})"));
  ASSERT_EQ(many.status, 200) << many.body;
  EXPECT_EQ(many.json().at("items").at(0).at("row").at("resolved_for").at("key").as_string(),
            "delivery");
}

TEST_F(SolvingOverHttp, TellsEveryoneWhoRaisedIt) {
  const Answer made =
      post("/api/reasons/delivery/remedies", as(agent, R"({"done":"Another courier","days":7})"));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(made.json().at("people").as_int64(), 2);
  const std::string path = "/api/remedies/" + made.text("id");
  clock.advance(std::chrono::minutes{1});
  file(listening, {said("us", "told", "Ana, it is fixed", "a1", "a1")});

  const Answer first = get(path + "/people?limit=1", as(viewer));
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(first.json().at("items").at(0).at("told").as_string(), "no");
  EXPECT_EQ(first.json().at("items").at(0).at("excerpt").as_string(), "@us late again");
  const std::string cursor(first.json().at("next_cursor").as_string());
  const Answer second = get(path + "/people?limit=1&cursor=" + cursor, as(viewer));
  EXPECT_EQ(second.json().at("items").at(0).at("told").as_string(), "sent");
  EXPECT_TRUE(second.json().at("next_cursor").is_null());
  EXPECT_EQ(get(path, as(viewer)).json().at("told").as_int64(), 1);

  const std::string ben = path + "/people/" +
                          std::string(first.json().at("items").at(0).at("person_id").as_string()) +
                          "/aside";
  const Answer aside = post(ben, as(agent, R"({"reason":"Settled it by phone"})"));
  ASSERT_EQ(aside.status, 200) << aside.body;
  EXPECT_EQ(aside.json().at("aside").at("by").at("name").as_string(), "Arun");
  EXPECT_TRUE(ask(port(), "DELETE", ben, as(agent)).json().at("aside").is_null());
  EXPECT_FALSE(post(path + "/close", as(agent)).json().at("closed_at").is_null());
  EXPECT_EQ(get("/api/remedies", as(viewer)).json().at("items").as_array().size(), 1U);
  EXPECT_EQ(get(path + "/people?cursor=x", as(viewer)).status, 400);
}

TEST_F(SolvingOverHttp, HidesAReplyBelowOurPostWhereItCan) {
  file(listening, {said("us", "ours", "New hours"), said("troll", "t1", "coins", "ours", "ours")});
  const std::string path = "/api/posts/" + to_string(post_named("t1").id) + "/hide";
  const Answer nowhere = post(path, as(agent, R"({"reason":"Adverts"})"));
  EXPECT_EQ(nowhere.status, 403);
  EXPECT_NE(nowhere.text("detail").find("no way to hide"), std::string::npos) << nowhere.body;
  channel.limits.hides_replies = true;
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.channels().save(channel); }));
  EXPECT_EQ(post(path, as(agent, R"({"reason":""})")).text("field"), "reason");
  const Answer hidden = post(path, as(agent, R"({"reason":"Adverts"})"));
  ASSERT_EQ(hidden.status, 202) << hidden.body;
  EXPECT_EQ(hidden.text("kind"), "hide");
  clock.advance(std::chrono::seconds{6});
  while (*deliverer.deliver_one()) {
  }
  const auto thread = get(conversation("t1") + "/thread", as(viewer)).json();
  const auto& post = thread.at("items").at(1);
  EXPECT_TRUE(post.at("can_hide").as_bool());
  EXPECT_EQ(post.at("hidden").at("by").at("name").as_string(), "Arun");
  EXPECT_EQ(post.at("hidden").at("reason").as_string(), "Adverts");
  EXPECT_EQ(ask(port(), "DELETE", path, as(agent)).status, 202);
}

}  // namespace
}  // namespace rapport::testing
