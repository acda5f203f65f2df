// What people speak of, over HTTP.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

class TopicsOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
    hear({said("ana", "p1", "@us any oat milk?"), said("ben", "p2", "@us it rains in"),
          said("cleo", "p3", "@us more oat milk")});
    const auto done = store().write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.topics().replace(
          agent.workspace, {topic(8, "oat milk", {{"oat milk", 0.9F}, {"latte", 0.7F}}),
                            topic(9, "rain", {{"umbrella", 0.8F}})}));
      RAPPORT_TRY(speaks_of(unit, "p1", TopicId{8}));
      RAPPORT_TRY(speaks_of(unit, "p2", TopicId{9}));
      return speaks_of(unit, "p3", TopicId{8});
    });
    ASSERT_TRUE(done) << done.error().message << " " << done.error().cause;
  }

  static Topic topic(std::int64_t id, std::string name, std::vector<TopicTerm> terms) {
    Topic topic;
    topic.id = id;
    topic.name = std::move(name);
    topic.terms = std::move(terms);
    return topic;
  }

  // As if the engine had read it so.
  Result<Done> speaks_of(Unit& unit, const std::string& name, TopicId id) {
    const Post post = post_named(name);
    PostReading reading;
    reading.workspace = post.workspace;
    reading.post = post.id;
    reading.said_at = post.created_at;
    reading.gist.topics = {id};
    RAPPORT_TRY(unit.readings().save(reading));
    auto conversation = unit.conversations().find(post.workspace, post.conversation);
    RAPPORT_TRY(conversation);
    conversation->reading = reading.gist;
    return unit.conversations().save_reading(*conversation);
  }

  Answer rename(const std::string& id, const std::string& name, const Member& by) {
    return ask(port(), "PUT", "/api/topics/" + id, as(by, R"({"name":")" + name + "\"}"));
  }
  Answer merge(const std::string& id, const std::string& into, const Member& by) {
    return post("/api/topics/" + id + "/merge", as(by, R"({"into_id":")" + into + "\"}"));
  }
  std::size_t listed(const std::string& topic) {
    const Answer answer = get("/api/conversations?state=open&topic=" + topic, as(viewer));
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.json().at("items").as_array().size();
  }
};

TEST_F(TopicsOverHttp, AreListedAndCounted) {
  const Answer list = get("/api/topics", as(viewer));
  ASSERT_EQ(list.status, 200) << list.body;
  EXPECT_EQ(list.body, R"({"items":[{"id":"8","name":"oat milk","terms":["oat milk","latte"]},)"
                       R"({"id":"9","name":"rain","terms":["umbrella"]}]})");

  const Answer answer = get("/api/topics/summary?days=7", as(viewer));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto summary = answer.json();
  EXPECT_EQ(summary.at("days").as_int64(), 7);
  ASSERT_EQ(summary.at("items").as_array().size(), 2U);
  const auto& most = summary.at("items").at(0);
  EXPECT_EQ(most.at("name").as_string(), "oat milk");
  EXPECT_EQ(most.at("posts").as_int64(), 2);
  EXPECT_EQ(most.at("before").as_int64(), 0);
  EXPECT_EQ(most.at("examples").as_array().size(), 2U);
  EXPECT_EQ(get("/api/topics/summary?days=367", as(viewer)).text("field"), "days");
}

TEST_F(TopicsOverHttp, NarrowTheList) {
  EXPECT_EQ(listed("8"), 2U);
  EXPECT_EQ(listed("9"), 1U);
  EXPECT_EQ(listed("4711"), 0U) << "a topic that is gone";
  const Answer refused = get("/api/conversations?topic=rain", as(viewer));
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.text("field"), "topic");
  const auto row = get("/api/conversations?state=open&topic=9", as(viewer)).json();
  EXPECT_EQ(row.at("items").at(0).at("reading").at("topics").at(0).as_string(), "9");
}

TEST_F(TopicsOverHttp, AreRenamedAndMerged) {
  EXPECT_EQ(rename("8", "Coffee", agent).text("name"), "Coffee");
  EXPECT_EQ(rename("9", "coffee", agent).status, 409);
  EXPECT_EQ(rename("9", "", agent).status, 400);
  EXPECT_EQ(rename("4711", "Coffee", agent).status, 404);

  const Answer view =
      post("/api/views", as(agent, R"({"name":"Rainy","state":"open","topic_id":"9"})"));
  ASSERT_EQ(view.status, 201) << view.body;
  EXPECT_EQ(view.text("topic_id"), "9");
  const Answer merged = merge("9", "8", owner);
  ASSERT_EQ(merged.status, 200) << merged.body;
  EXPECT_EQ(merged.text("name"), "Coffee");
  EXPECT_EQ(get("/api/topics", as(viewer)).json().at("items").as_array().size(), 1U);
  EXPECT_EQ(merge("9", "8", owner).status, 404);
  const auto kept = get("/api/views", as(agent)).json();
  EXPECT_EQ(kept.at("items").at(0).at("topic_id").as_string(), "8") << "it follows the merge";
}

}  // namespace
}  // namespace rapport::testing
