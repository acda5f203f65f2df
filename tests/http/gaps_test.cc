// What people ask and no article answers, over HTTP.

#include <gtest/gtest.h>

#include "http/http_fixture.h"
#include "store/gaps.h"

namespace rapport::testing {
namespace {

class GapsOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
    hear({said("ana", "a1", "@us do you mend zips on old coats?")});
    clock.advance(std::chrono::minutes{1});
    hear({said("us", "r1", "Hi ana, we mend zips on coats for free.", "a1")});
    hear({said("ben", "b1", "@us can you mend the zip of an old coat?")});
    KeptGap kept;
    kept.gap.workspace = owner.workspace;
    kept.gap.id = ids.make<GapId>();
    kept.gap.name = "mend zips";
    kept.gap.words = {"mend", "zips"};
    kept.gap.language = "en";
    kept.gap.people = 2;
    kept.gap.waiting = 1;
    kept.gap.posts = 2;
    kept.gap.longest_wait = std::chrono::minutes{5};
    kept.gap.first_at = post_named("a1").created_at;
    kept.gap.last_at = post_named("b1").created_at;
    kept.posts = {post_named("a1").id, post_named("b1").id};
    path = "/api/gaps/" + to_string(kept.gap.id);
    gap_id = to_string(kept.gap.id);
    const auto stored =
        store().write([&](Unit& unit) { return gaps_in(unit)->replace(owner.workspace, {kept}); });
    ASSERT_TRUE(stored) << stored.error().cause;
  }

  std::string path;
  std::string gap_id;
};

TEST_F(GapsOverHttp, AreListedWithTheirQuestions) {
  const Answer list = get("/api/gaps", as(viewer));
  ASSERT_EQ(list.status, 200) << list.body;
  EXPECT_TRUE(list.json().at("learned_at").is_null());
  ASSERT_EQ(list.json().at("items").as_array().size(), 1U);
  const auto json = list.json();
  const auto& gap = json.at("items").at(0);
  EXPECT_EQ(gap.at("id").as_string(), gap_id);
  EXPECT_EQ(gap.at("name").as_string(), "mend zips");
  EXPECT_EQ(gap.at("words").at(1).as_string(), "zips");
  EXPECT_EQ(gap.at("state").as_string(), "open");
  EXPECT_EQ(gap.at("people").as_int64(), 2);
  EXPECT_EQ(gap.at("waiting").as_int64(), 1);
  EXPECT_EQ(gap.at("longest_wait").as_int64(), 300);
  EXPECT_TRUE(gap.at("article_id").is_null());
  EXPECT_EQ(gap.at("examples").at(0).at("text").as_string(), "@us do you mend zips on old coats?");
  EXPECT_EQ(gap.at("examples").at(0).at("author").as_string(), "ana");
  const auto posts = get(path + "/posts", as(viewer)).json();
  ASSERT_EQ(posts.at("items").as_array().size(), 2U);
  EXPECT_EQ(posts.at("items").at(1).at("conversation_id").as_string(),
            to_string(post_named("b1").conversation));
  EXPECT_EQ(get("/api/gaps", as(stranger)).json().at("items").as_array().size(), 0U);
  EXPECT_EQ(get(path + "/posts", as(stranger)).status, 404);
}

TEST_F(GapsOverHttp, AreDismissedAndTakenBack) {
  EXPECT_EQ(post(path + "/dismiss", as(viewer)).status, 403);
  const Answer dismissed = post(path + "/dismiss", as(agent));
  ASSERT_EQ(dismissed.status, 200) << dismissed.body;
  EXPECT_EQ(dismissed.text("state"), "dismissed");
  EXPECT_EQ(post(path + "/reopen", as(agent)).text("state"), "open");
}

TEST_F(GapsOverHttp, BecomeDrafts) {
  const Answer draft = post("/api/articles/draft", as(agent, R"({"gap_id":")" + gap_id + R"("})"));
  ASSERT_EQ(draft.status, 201) << draft.body;
  EXPECT_EQ(draft.text("status"), "draft");
  EXPECT_EQ(draft.text("title"), "Do you mend zips on old coats?");
  EXPECT_NE(draft.text("markdown").find("We mend zips on coats for free."), std::string::npos)
      << draft.body;
  EXPECT_EQ(draft.text("markdown").find("ana"), std::string::npos) << draft.body;
  const auto gaps = get("/api/gaps", as(viewer)).json();
  EXPECT_EQ(gaps.at("items").at(0).at("article_id").as_string(), draft.text("id"));

  const Answer threads = post(
      "/api/articles/draft",
      as(agent, R"({"conversation_ids":[")" + to_string(post_named("b1").conversation) + R"("]})"));
  ASSERT_EQ(threads.status, 201) << threads.body;
  EXPECT_EQ(threads.text("title"), "Can you mend the zip of an old coat?");
  EXPECT_EQ(threads.text("markdown"), "## Answer\n");
  EXPECT_EQ(post("/api/articles/draft", as(agent, "{}")).status, 400);
  EXPECT_EQ(post("/api/articles/draft", as(agent, R"({"gap_id":"1"})")).status, 404);
  EXPECT_EQ(post("/api/articles/draft", as(viewer, R"({"gap_id":"1"})")).status, 403);
}

}  // namespace
}  // namespace rapport::testing
