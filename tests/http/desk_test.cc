// The daily work over HTTP: list, read, decide, write, send.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

class DeskOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
    hear({said("ana", "p1", "@us my order is late")});
    first = post_named("p1");
    path = "/api/conversations/" + to_string(first.conversation);
  }

  std::string reply_body(const std::string& text, const std::string& key,
                         const std::string& more = "") {
    return R"({"post_id":")" + to_string(first.id) + R"(","text":")" + text +
           R"(","client_key":")" + key + "\"" + more + "}";
  }

  Post first;
  std::string path;
};

TEST_F(DeskOverHttp, ListsPageByPage) {
  for (int i = 2; i <= 7; ++i) {
    clock.advance(std::chrono::minutes(1));
    const auto number = std::to_string(i);
    hear({said("ana" + number, "p" + number, "@us question " + number)});
  }
  const Ask me = as(agent);
  std::vector<std::string> seen;
  std::string cursor;
  do {
    const auto page =
        get("/api/conversations?limit=3" + (cursor.empty() ? "" : "&cursor=" + cursor), me);
    ASSERT_EQ(page.status, 200) << page.body;
    const auto rows = page.json();
    for (const auto& row : rows.at("items").as_array()) {
      seen.emplace_back(row.at("excerpt").as_string());
    }
    cursor = page.text("next_cursor");
  } while (!cursor.empty());
  ASSERT_EQ(seen.size(), 7u);
  EXPECT_EQ(seen.front(), "@us my order is late");  // waits longest
  EXPECT_EQ(seen.back(), "@us question 7");
  EXPECT_EQ(get("/api/conversations?q=question", me).json().at("items").as_array().size(), 6u);
  for (const char* wrong : {"?state=closed", "?limit=0", "?limit=101", "?limit=x", "?cursor=x",
                            "?owner=she", "?channel=x"}) {
    const Answer answer = get(std::string("/api/conversations") + wrong, me);
    EXPECT_EQ(answer.status, 400) << wrong;
    EXPECT_FALSE(answer.text("field").empty()) << wrong;
  }
}

TEST_F(DeskOverHttp, DecidesAndRefusesAStaleVersion) {
  const Ask me = as(agent);
  const auto version = get(path, me).json().at("version").as_int64();
  Ask assign = me;
  assign.body =
      R"({"member_id":")" + to_string(agent.id) + R"(","version":)" + std::to_string(version) + "}";
  const Answer assigned = post(path + "/assign", assign);
  ASSERT_EQ(assigned.status, 200) << assigned.body;
  EXPECT_EQ(assigned.json().at("owner").at("name").as_string(), "Arun");
  EXPECT_EQ(get("/api/conversations?owner=me", me).json().at("items").as_array().size(), 1u);
  EXPECT_EQ(get("/api/counts", me).json().at("mine").as_int64(), 1);

  Ask stale = me;
  stale.body = R"({"resolution":"done","version":)" + std::to_string(version) + "}";
  EXPECT_EQ(post(path + "/resolve", stale).status, 409);

  Ask resolve = me;
  resolve.body = R"({"resolution":"sent a new one"})";
  EXPECT_EQ(post(path + "/resolve", resolve).text("state"), "resolved");
  EXPECT_EQ(post(path + "/reopen", me).text("state"), "open");
  Ask skip = me;
  skip.body = R"({"reason":"spam","detail":""})";
  EXPECT_EQ(post(path + "/skip", skip).text("skip_reason"), "spam");
  Ask snooze = me;
  snooze.body = R"({"until":")" + format_time(clock.now() + std::chrono::hours(2)) + R"("})";
  EXPECT_EQ(post(path + "/reopen", me).status, 200);
  EXPECT_EQ(post(path + "/snooze", snooze).text("state"), "snoozed");
  EXPECT_GE(get(path, me).json().at("history").as_array().size(), 5u);
}

TEST_F(DeskOverHttp, KeepsNotesAndDrafts) {
  const Ask me = as(agent);
  Ask note = me;
  note.body = R"({"text":"She called, too."})";
  EXPECT_EQ(post(path + "/notes", note).status, 201);
  Ask draft = me;
  draft.body = R"({"post_id":")" + to_string(first.id) + R"(","text":"Dear A"})";
  EXPECT_EQ(ask(port(), "PUT", path + "/draft", draft).text("text"), "Dear A");
  const auto detail = get(path, me).json();
  EXPECT_EQ(detail.at("notes").as_array().size(), 1u);
  EXPECT_EQ(detail.at("my_draft").at("text").as_string(), "Dear A");
  EXPECT_TRUE(detail.at("draft").as_bool());
  EXPECT_TRUE(get(path, as(owner)).json().at("my_draft").is_null());
  EXPECT_EQ(ask(port(), "DELETE", path + "/draft", me).status, 204);
  EXPECT_TRUE(get(path, me).json().at("my_draft").is_null());
}

TEST_F(DeskOverHttp, RepliesOnceAndCanUndo) {
  Ask reply = as(agent, reply_body("Sorry, it left today.", "key-00001"));
  const Answer queued = post(path + "/replies", reply);
  ASSERT_EQ(queued.status, 202) << queued.body;
  EXPECT_EQ(queued.text("state"), "queued");
  const Answer again = post(path + "/replies", reply);
  EXPECT_EQ(again.text("id"), queued.text("id"));
  EXPECT_EQ(get(path, reply).json().at("sending").as_int64(), 1);

  Ask me = reply;
  me.body.clear();
  const Answer undone = post("/api/acts/" + queued.text("id") + "/undo", me);
  EXPECT_EQ(undone.text("state"), "undone");
  EXPECT_EQ(get(path, me).json().at("my_draft").at("text").as_string(), "Sorry, it left today.");
}

TEST_F(DeskOverHttp, ATooLongReplyIsRefusedAndKept) {
  const Answer refused =
      post(path + "/replies", as(agent, reply_body(std::string(301, 'x'), "key-00002")));
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.text("field"), "text");
  EXPECT_EQ(get(path, as(agent)).json().at("my_draft").at("text").as_string().size(), 301u);
}

TEST_F(DeskOverHttp, AsksFirstWhenATeammateAnsweredMeanwhile) {
  const std::string seen = R"(,"seen_post_id":")" + to_string(first.id) + "\"";
  ASSERT_EQ(post(path + "/replies", as(owner, reply_body("On it.", "key-00003", seen))).status,
            202);
  clock.advance(std::chrono::seconds(1));
  const Answer asked =
      post(path + "/replies", as(agent, reply_body("On it, too.", "key-00004", seen)));
  EXPECT_EQ(asked.status, 409) << asked.body;
  EXPECT_EQ(asked.text("kind"), "answered_meanwhile");
  EXPECT_NE(asked.text("detail").find("Olga"), std::string::npos);
  EXPECT_TRUE(asked.json().at("answers").is_array());
  EXPECT_EQ(post(path + "/replies",
                 as(agent, reply_body("On it, too.", "key-00004", seen + R"(,"confirm":true)")))
                .status,
            202);
}

TEST_F(DeskOverHttp, LikesFollowsAndShowsThePerson) {
  const Ask me = as(agent);
  EXPECT_EQ(post("/api/posts/" + to_string(first.id) + "/like", me).status, 202);
  const auto posts = get(path + "/thread", me).json();
  EXPECT_EQ(posts.at("items").at(0).at("liked").as_string(), "pending");
  const auto lead = get(path, me).json().at("lead");
  const std::string person = "/api/people/" + std::string(lead.at("person_id").as_string());
  Ask follow = me;
  follow.body = R"({"account_id":")" + std::string(lead.at("id").as_string()) + R"("})";
  EXPECT_EQ(post(person + "/follow", follow).text("kind"), "follow");
  const auto card = get(person, me).json();
  EXPECT_EQ(card.at("accounts").at(0).at("followed").as_string(), "pending");
  EXPECT_EQ(card.at("said").as_int64(), 1);
  EXPECT_EQ(ask(port(), "DELETE", person + "/follow", me).text("field"), "account_id");
}

TEST_F(DeskOverHttp, ABodyIsReadStrictly) {
  const struct {
    const char* path;
    const char* body;
    const char* field;
  } cases[] = {
      {"/notes", R"({"text":"hi","colour":"red"})", "colour"},
      {"/notes", R"({"text":7})", "text"},
      {"/notes", R"({"text":"   "})", "text"},
      {"/notes", R"({"text":"a\u0000b"})", "text"},
      {"/notes", R"({})", "text"},
      {"/assign", R"({})", "member_id"},
      {"/assign", R"({"member_id":12})", "member_id"},
      {"/assign", R"({"member_id":"x"})", "member_id"},
      {"/snooze", R"({"until":"tomorrow"})", "until"},
      {"/skip", R"({"reason":"boring","detail":""})", "reason"},
      {"/resolve", R"({"resolution":"x","version":"1"})", "version"},
      {"/notes", R"([1])", ""},
      {"/notes", R"({"text")", ""},
      {"/notes", "{\"text\":\"\xff\"}", ""},
  };
  const Ask me = as(agent);
  for (const auto& each : cases) {
    Ask with = me;
    with.body = each.body;
    const Answer answer = post(path + each.path, with);
    EXPECT_EQ(answer.status, 400) << each.body;
    EXPECT_EQ(answer.text("kind"), "invalid") << each.body;
    EXPECT_EQ(answer.text("field"), each.field) << each.body;
  }
  Ask form = me;
  form.body = "text=hi";
  form.headers = {"Content-Type: application/x-www-form-urlencoded"};
  EXPECT_EQ(post(path + "/notes", form).status, 400);
  Ask deep = me;
  deep.body = std::string(5000, '[');
  EXPECT_EQ(post(path + "/notes", deep).status, 400);
}

}  // namespace
}  // namespace rapport::testing
