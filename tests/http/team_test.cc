// A team's habits over HTTP: tags, views, many at once, undo, mentions, presence, export.

#include <gtest/gtest.h>

#include <thread>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

using namespace std::chrono_literals;

class TeamOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
    for (const char* name : {"p1", "p2", "p3"}) {
      hear({said(std::string("ana-") + name, name, std::string("@us question ") + name)});
      clock.advance(1min);
    }
    me = as(agent);
  }

  std::string id(const std::string& name) { return to_string(conversation_of(name).id); }
  std::string path(const std::string& name) { return "/api/conversations/" + id(name); }
  Answer send(const char* method, const std::string& at, const std::string& body, const Ask& who) {
    Ask with = who;
    with.body = body;
    return ask(port(), method, at, with);
  }
  std::string make_tag(const std::string& name) {
    const Answer made =
        send("POST", "/api/tags", R"({"name":")" + name + R"(","color":"red"})", me);
    EXPECT_EQ(made.status, 201) << made.body;
    return made.text("id");
  }
  std::size_t rows(const std::string& query, const Ask& who) {
    const Answer page = get("/api/conversations?" + query, who);
    EXPECT_EQ(page.status, 200) << page.body;
    return page.json().at("items").as_array().size();
  }

  Ask me;
};

TEST_F(TeamOverHttp, AnInvitationTellsNotWhoHasALoginHere) {
  const auto nia = team.add_member(stranger.workspace, "Nia", "nia@south.example",
                                   "her very own one", Role::kAgent);
  ASSERT_TRUE(nia);
  const Ask boss = as(owner);
  const auto invited = [&](const std::string& email) {
    return send("POST", "/api/members", R"({"email":")" + email + R"(","role":"agent"})", boss);
  };
  const Answer known = invited("nia@south.example");
  const Answer unknown = invited("nobody@brand.example");
  ASSERT_EQ(known.status, 201) << known.body;
  ASSERT_EQ(unknown.status, 201) << unknown.body;
  const auto shape = [](const Answer& answer) {
    std::vector<std::string> names;
    const auto body = answer.json();
    for (const auto& [name, value] : body.as_object()) {
      names.push_back(std::string(name) + (value.is_null() ? " null" : ""));
    }
    return names;
  };
  EXPECT_EQ(shape(known), shape(unknown));
  const std::string link = R"({"secret":")" + known.text("secret") + '"';
  const Answer theirs = send("POST", "/api/invitation", link + "}", {});
  const Answer others =
      send("POST", "/api/invitation", R"({"secret":")" + unknown.text("secret") + "\"}", {});
  ASSERT_EQ(theirs.status, 200);
  EXPECT_EQ(shape(theirs), shape(others));
  // Nor does being signed in as another help, nor a session whose page did not prove itself.
  EXPECT_EQ(shape(send("POST", "/api/invitation", link + "}", boss)), shape(theirs));
  const std::string no_password = link + R"(,"name":"Nia"})";
  EXPECT_EQ(send("POST", "/api/invitation/join", no_password, boss).text("field"), "password");
  Ask hers = as(*nia);
  const Answer mine = send("POST", "/api/invitation", link + "}", hers);
  EXPECT_EQ(mine.text("my_name"), "Nia");
  Ask forged = hers;
  forged.csrf.clear();
  EXPECT_EQ(send("POST", "/api/invitation/join", no_password, forged).text("field"), "password");
  const Answer joined = send("POST", "/api/invitation/join", no_password, hers);
  ASSERT_EQ(joined.status, 200) << joined.body;
  EXPECT_EQ(joined.json().at("workspace").at("id").as_string(), to_string(owner.workspace));
  EXPECT_EQ(get("/api/counts", hers).status, 401) << "the session it came from has ended";
}

TEST_F(TeamOverHttp, ALinkIsNoSecondPlaceToTryPasswords) {
  const std::string email = "nia@south.example";
  ASSERT_TRUE(team.add_member(stranger.workspace, "Nia", email, "her very own one", Role::kAgent));
  const Answer invited =
      send("POST", "/api/members", R"({"email":")" + email + R"(","role":"agent"})", as(owner));
  const std::string body =
      R"({"secret":")" + invited.text("secret") + R"(","name":"Eve","password":"a guess"})";
  int tried = 0;
  Answer last;
  do {
    last = send("POST", "/api/invitation/join", body, {});
  } while (++tried < 30 && last.status == 400);
  EXPECT_EQ(last.status, 429);
  EXPECT_LE(tried, 11);
  const std::string sign_in = R"({"email":")" + email + R"(","password":"another guess"})";
  EXPECT_EQ(send("POST", "/api/session", sign_in, {}).status, 429) << "the same budget";
}

TEST_F(TeamOverHttp, TagsAreMadePutOnCountedAndMerged) {
  const std::string refund = make_tag("Refund");
  const std::string late = make_tag("Late");
  EXPECT_EQ(send("POST", "/api/tags", R"({"name":"REFUND","color":"red"})", me).status, 409);
  EXPECT_EQ(send("POST", "/api/tags", R"({"name":"x","color":"mauve"})", me).text("field"),
            "color");
  const Answer tagged = send("PUT", path("p1") + "/tags/" + refund, "", me);
  ASSERT_EQ(tagged.status, 200) << tagged.body;
  EXPECT_EQ(tagged.json().at("tags").at(0).at("name").as_string(), "Refund");
  EXPECT_EQ(send("PUT", path("p2") + "/tags/" + refund, "", me).status, 200);
  EXPECT_EQ(send("PUT", path("p2") + "/tags/404", "", me).status, 400);
  EXPECT_EQ(rows("state=open&tag=" + refund, me), 2u);
  EXPECT_EQ(rows("state=open&q=p1&tag=" + refund, me), 1u);
  EXPECT_EQ(send("DELETE", path("p1") + "/tags/" + refund, "", me).status, 200);
  const auto tags = get("/api/tags", me).json().at("items").as_array();
  ASSERT_EQ(tags.size(), 2u);
  EXPECT_EQ(tags[1].at("open").as_int64(), 1);
  EXPECT_EQ(
      send("PUT", "/api/tags/" + late, R"({"name":"Too late","color":"blue"})", me).text("name"),
      "Too late");

  EXPECT_EQ(
      send("POST", "/api/tags/" + refund + "/merge", R"({"into_id":")" + late + "\"}", me).status,
      403);
  const Answer merged =
      send("POST", "/api/tags/" + refund + "/merge", R"({"into_id":")" + late + "\"}", as(owner));
  ASSERT_EQ(merged.status, 200) << merged.body;
  EXPECT_EQ(merged.json().at("open").as_int64(), 1);
  EXPECT_EQ(get("/api/conversations?tag=" + refund, me).text("field"), "tag");
  EXPECT_EQ(send("DELETE", "/api/tags/" + late, "", as(owner)).status, 204);
  EXPECT_TRUE(get("/api/tags", me).json().at("items").as_array().empty());
  EXPECT_EQ(send("DELETE", "/api/tags/" + late, "", as(stranger)).status, 404);
}

TEST_F(TeamOverHttp, ReadsRowsByTheirIds) {
  EXPECT_EQ(rows("ids=" + id("p1") + "," + id("p3") + ",404", me), 2u);
  EXPECT_EQ(rows("ids=", me), 0u);
  EXPECT_EQ(rows("ids=" + id("p1"), as(stranger)), 0u);
  EXPECT_EQ(get("/api/conversations?ids=x", me).text("field"), "ids");
  std::string many = "1";
  for (int i = 0; i < 200; ++i) many += ",1";
  EXPECT_EQ(get("/api/conversations?ids=" + many, me).text("field"), "ids");
}

TEST_F(TeamOverHttp, DecidesAboutManyAndTakesItBack) {
  const auto version = conversation_of("p2").version;
  ASSERT_TRUE(inbox.assign(owner, conversation_of("p2").id, owner.id, {}));
  const auto item = [&](const std::string& name, std::int64_t at) {
    return R"({"id":")" + id(name) + R"(","version":)" + std::to_string(at) + "}";
  };
  const Answer done = send("POST", "/api/conversations/bulk",
                           R"({"verb":"skip","reason":"spam","detail":"","items":[)" +
                               item("p1", version) + "," + item("p2", version) + "]}",
                           me);
  ASSERT_EQ(done.status, 200) << done.body;
  const auto items = done.json().at("items").as_array();
  EXPECT_EQ(items[0].at("outcome").as_string(), "done");
  EXPECT_EQ(items[0].at("row").at("state").as_string(), "skipped");
  EXPECT_EQ(items[1].at("outcome").as_string(), "changed");
  EXPECT_EQ(items[1].at("row").at("owner").at("name").as_string(), "Olga");
  EXPECT_TRUE(items[1].at("decision_id").is_null());

  const Answer foreign = send("POST", "/api/conversations/bulk",
                              R"({"verb":"reopen","items":[)" + item("p1", 1) + "]}", as(stranger));
  EXPECT_EQ(foreign.json().at("items").at(0).at("outcome").as_string(), "gone");
  EXPECT_TRUE(foreign.json().at("items").at(0).at("row").is_null());

  const std::string undo = R"({"items":[{"conversation_id":")" + id("p1") + R"(","decision_id":")" +
                           std::string(items[0].at("decision_id").as_string()) + "\"}]}";
  EXPECT_EQ(send("POST", "/api/conversations/undo", undo, as(owner)).status, 403);
  const Answer undone = send("POST", "/api/conversations/undo", undo, me);
  ASSERT_EQ(undone.status, 200) << undone.body;
  EXPECT_EQ(undone.json().at("items").at(0).at("row").at("state").as_string(), "open");
  const auto history = get(path("p1"), me).json().at("history").as_array();
  EXPECT_EQ(history[0].at("kind").as_string(), "undo");
  EXPECT_EQ(history[1].at("kind").as_string(), "skip");

  EXPECT_EQ(
      send("POST", "/api/conversations/bulk", R"({"verb":"dance","items":[]})", me).text("field"),
      "verb");
  EXPECT_EQ(send("POST", "/api/conversations/bulk", R"({"verb":"reopen","items":[{}]})", me)
                .text("field"),
            "items");
  EXPECT_EQ(
      send("POST", "/api/conversations/bulk", R"({"verb":"reopen","items":{}})", me).text("field"),
      "items");
  EXPECT_EQ(send("POST", "/api/conversations/bulk",
                 R"({"verb":"reopen","until":"2026-11-23T15:00:00Z","items":[]})", me)
                .text("field"),
            "until");
  EXPECT_EQ(
      send("POST", "/api/conversations/bulk", R"({"verb":"reopen","items":[]})", as(viewer)).status,
      403);
}

TEST_F(TeamOverHttp, ViewsAreSavedSharedArrangedAndLinked) {
  const std::string tag = make_tag("Refund");
  const Answer made =
      send("POST", "/api/views",
           R"({"name":"My refunds","state":"open","owner":"me","tag_id":")" + tag + "\"}", me);
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(made.text("owner"), "me");
  EXPECT_TRUE(made.json().at("total").is_null());
  const Answer shared =
      send("POST", "/api/views", R"({"name":"All","state":"all","shared":true})", me);
  EXPECT_EQ(shared.status, 201) << shared.body;
  EXPECT_EQ(get("/api/views", me).json().at("items").as_array().size(), 2u);
  const auto theirs = get("/api/views", as(owner)).json().at("items").as_array();
  ASSERT_EQ(theirs.size(), 1u);
  EXPECT_EQ(theirs[0].at("total").as_int64(), 3);
  EXPECT_FALSE(theirs[0].at("mine").as_bool());
  EXPECT_TRUE(theirs[0].at("may_change").as_bool());
  EXPECT_FALSE(get("/api/views", as(viewer)).json().at("items").at(0).at("may_change").as_bool());
  EXPECT_TRUE(get("/api/views", as(stranger)).json().at("items").as_array().empty());
  EXPECT_EQ(
      send("PUT", "/api/views/" + made.text("id"), R"({"name":"x","state":"open"})", as(owner))
          .status,
      404);
  EXPECT_EQ(send("PUT", "/api/views/" + made.text("id"),
                 R"({"name":"Mine","state":"waiting","owner":"nobody"})", me)
                .text("state"),
            "waiting");
  // Null is nothing asked for, as in what is answered.
  EXPECT_TRUE(send("PUT", "/api/views/" + made.text("id"),
                   R"({"name":"Mine","state":"open","sentiment":null,"intent":null,)"
                   R"("reason":null,"needs_reply":null,"urgent":false})",
                   me)
                  .json()
                  .at("needs_reply")
                  .is_null());
  EXPECT_FALSE(send("PUT", "/api/views/" + made.text("id"),
                    R"({"name":"Mine","state":"open","needs_reply":false})", me)
                   .json()
                   .at("needs_reply")
                   .as_bool());
  EXPECT_EQ(send("POST", "/api/views/order", R"({"ids":[")" + made.text("id") + "\"]}", me).status,
            204);
  EXPECT_EQ(send("POST", "/api/views", R"({"name":"x","state":"gone"})", me).text("field"),
            "state");
  EXPECT_EQ(
      send("POST", "/api/views", R"({"name":"x","state":"all","owner":"she"})", me).text("field"),
      "owner");
  EXPECT_EQ(send("DELETE", "/api/views/" + made.text("id"), "", me).status, 204);
}

TEST_F(TeamOverHttp, WhoIsNamedIsToldAndCounted) {
  RawConnection page(port());
  page.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" +
            as(viewer).cookie + "\r\n\r\n");
  page.read_until("event: ping", 3s);
  const Answer note = send("POST", path("p1") + "/notes",
                           R"({"text":"@Vera, please","mentions":[{"member_id":")" +
                               to_string(viewer.id) + R"(","begin":0,"end":5}]})",
                           me);
  ASSERT_EQ(note.status, 201) << note.body;
  EXPECT_EQ(note.json().at("mentions").at(0).at("end").as_int64(), 5);
  const std::string named = "\"member_id\":\"" + to_string(viewer.id);
  const std::string heard = page.read_until(named, 3s);
  EXPECT_NE(heard.find("event: mention\ndata: {" + named), std::string::npos) << heard;

  const Ask vera = as(viewer);
  EXPECT_EQ(get("/api/counts", vera).json().at("mentions").as_int64(), 1);
  EXPECT_EQ(rows("state=all&mentioned=me", vera), 1u);
  EXPECT_EQ(rows("state=all&mentioned=me", me), 0u);
  EXPECT_EQ(get("/api/conversations?mentioned=5", vera).text("field"), "mentioned");
  EXPECT_EQ(send("POST", path("p1") + "/seen", "", vera).status, 204);
  EXPECT_EQ(get("/api/counts", vera).json().at("mentions").as_int64(), 0);
  EXPECT_EQ(send("POST", path("p1") + "/notes",
                 R"({"text":"@Vera","mentions":[{"member_id":")" + to_string(viewer.id) +
                     R"(","begin":0}]})",
                 me)
                .text("field"),
            "mentions");
}

TEST_F(TeamOverHttp, TellsWhoLooksAndForgetsWhoFallsSilent) {
  RawConnection page(port());
  page.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" +
            as(owner).cookie + "\r\n\r\n");
  page.read_until("event: ping", 3s);
  RawConnection outside(port());
  outside.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" +
               as(stranger).cookie + "\r\n\r\n");
  outside.read_until("event: ping", 3s);

  const std::string before =
      std::to_string(store().read([](Unit& unit) { return unit.events().newest(); })->value);
  ASSERT_EQ(send("PUT", path("p1") + "/presence", R"({"state":"replying","tab":"a"})", me).status,
            204);
  const std::string heard = page.read_until("\"replying\"", 3s);
  EXPECT_NE(heard.find("event: presence"), std::string::npos) << heard;
  EXPECT_NE(heard.find("\"Arun\""), std::string::npos) << heard;
  const auto all = get("/api/presence", as(owner)).json().at("items").as_array();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].at("conversation_id").as_string(), id("p1"));
  EXPECT_TRUE(get("/api/presence", as(stranger)).json().at("items").as_array().empty());
  // Four heartbeats of silence.
  EXPECT_NE(page.read_until("\"members\":[]", 3s).find("\"members\":[]"), std::string::npos);
  EXPECT_TRUE(get("/api/presence", me).json().at("items").as_array().empty());
  EXPECT_EQ(outside.read_until("event: presence", 300ms).find("presence"), std::string::npos);
  EXPECT_EQ(before,
            std::to_string(store().read([](Unit& unit) { return unit.events().newest(); })->value))
      << "nothing of it is stored";

  EXPECT_EQ(send("PUT", path("p1") + "/presence", R"({"state":"looking"})", as(stranger)).status,
            404);
  EXPECT_EQ(send("PUT", path("p1") + "/presence", R"({"state":"dancing"})", me).text("field"),
            "state");
}

TEST_F(TeamOverHttp, ExportsAWholeConversation) {
  hear({said("us", "a1", "Sorry. *Here* is <b>yours</b>\nand [more](x)", "p1", "p1")});
  ASSERT_TRUE(inbox.add_note(agent, conversation_of("p1").id, "between us"));
  ASSERT_TRUE(inbox.save_draft(agent, conversation_of("p1").id, {post_named("p1").id, "half"}));
  const Answer json = get(path("p1") + "/export", me);
  ASSERT_EQ(json.status, 200) << json.body;
  EXPECT_EQ(json.json().at("posts").as_array().size(), 2u);
  EXPECT_TRUE(json.json().at("conversation").at("notes").as_array().empty());
  EXPECT_TRUE(json.json().at("conversation").at("my_draft").is_null());
  EXPECT_NE(json.header("content-disposition").find(".json"), std::string::npos);
  const Answer md = get(path("p1") + "/export?format=md&notes=1", me);
  EXPECT_NE(md.header("content-type").find("text/markdown"), std::string::npos);
  EXPECT_NE(md.body.find("> Sorry\\. \\*Here\\* is \\<b\\>yours\\</b\\>\n> and \\[more\\]\\(x\\)"),
            std::string::npos)
      << md.body;
  EXPECT_NE(md.body.find("Note by Arun"), std::string::npos);
  EXPECT_EQ(get(path("p1") + "/export", as(viewer)).status, 403);
  const Answer text = get(path("p1") + "/export?format=txt", me);
  EXPECT_NE(text.body.find("    Sorry. *Here*"), std::string::npos) << text.body;
  EXPECT_EQ(text.body.find("between us"), std::string::npos);
  // Nor does a stranger's post get to steer the terminal it is read in.
  hear({said("mallory", "esc", "@us \x1B]0;mine\x07\x1B[2J hello")});
  for (const char* format : {"md", "txt"}) {
    const Answer quoted = get(path("esc") + "/export?format=" + format, me);
    EXPECT_EQ(quoted.status, 200) << quoted.body;
    EXPECT_NE(quoted.body.find("hello"), std::string::npos);
    EXPECT_EQ(quoted.body.find('\x1B'), std::string::npos) << format;
    EXPECT_EQ(quoted.body.find('\x07'), std::string::npos) << format;
  }
  EXPECT_EQ(get(path("p1") + "/export?format=pdf", me).text("field"), "format");
  EXPECT_EQ(get(path("p1") + "/export", as(stranger)).status, 404);
}

}  // namespace
}  // namespace rapport::testing
