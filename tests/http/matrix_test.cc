// The role matrix: every route of the table, asked by everybody who could ask it.
//
// Nothing here names a route: those come from the table of routes, what to expect of each from
// matrix_table.cc. A route that has no line there fails this test and is told which line to write.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>

#include "desk/team/secrets.h"
#include "http/matrix_table.h"
#include "http/routes.h"

namespace rapport::testing {
namespace {

using namespace std::chrono_literals;

// Somebody who asks: how they prove who they are, and what they are to the first brand.
enum class Kind {
  kMember,        // of the brand, with a role
  kStranger,      // the owner of the other brand
  kNobody,        // without a session
  kStaleCsrf,     // an owner whose page is from before the session was renewed
  kEndedSession,  // an owner who signed out; the cookie is still there
  kRemovedToken,  // the token of an owner who was removed
  kToken,         // the token of an owner
};

struct Asker {
  std::string name;
  Kind kind;
  std::string_view role;  // of a member
  Member member;
  Ask with;
};

std::string name_of(const Route& route) {
  return std::string(to_word(route.method)) + " " + std::string(route.path) + " (" +
         std::string(route.operation) + ")";
}

bool is_unsafe(const Route& route) {
  return route.method != Method::kGet && route.method != Method::kHead;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

const Expectation* expectation_of(const Route& route) {
  const auto found = std::ranges::find(matrix(), route.operation, &Expectation::operation);
  return found == matrix().end() ? nullptr : &*found;
}

// Everything of an answer but what names this very request.
std::string without_request_id(const Answer& answer) {
  std::string body = answer.body;
  if (const std::string id = answer.header("x-request-id"); !id.empty()) {
    replace_all(body, id, "");
  }
  return body;
}

class Matrix : public MatrixWorld {
 protected:
  void SetUp() override {
    MatrixWorld::SetUp();
    start();
  }

  // A fresh one each time that the last was used up.
  Asker asker(Kind kind, std::string_view role) {
    Asker out{std::string(role), kind, role, {}, {}};
    switch (kind) {
      case Kind::kMember:
        out.member = ours->fresh_member(*role_of(role));
        out.with = as(out.member);
        break;
      case Kind::kStranger:
        out.name = "owner of the other brand";
        out.member = theirs->fresh_member(Role::kOwner);
        out.with = as(out.member);
        break;
      case Kind::kNobody:
        out.name = "nobody";
        break;
      case Kind::kStaleCsrf: {
        out.name = "owner with a stale page";
        out.member = ours->fresh_member(Role::kOwner);
        out.with = as(out.member);
        const auto moved = store().write([&](Unit& unit) {
          return unit.members().move_session(hash_secret(out.with.cookie), out.member.workspace,
                                             out.member.id, "renewed");
        });
        EXPECT_TRUE(moved);
        break;
      }
      case Kind::kEndedSession:
        out.name = "owner who signed out";
        out.member = ours->fresh_member(Role::kOwner);
        out.with = as(out.member);
        EXPECT_TRUE(team.sign_out(out.with.cookie));
        break;
      case Kind::kRemovedToken: {
        out.name = "token of a removed owner";
        out.member = ours->fresh_member(Role::kOwner);
        out.with.token = team.create_token(out.member, "script")->secret;
        EXPECT_TRUE(team.remove_member(ours->founder, ours->workspace(), out.member.id));
        break;
      }
      case Kind::kToken:
        out.name = "token of an owner";
        out.member = ours->fresh_member(Role::kOwner);
        out.with.token = team.create_token(out.member, "script")->secret;
        break;
    }
    return out;
  }

  Answer put(const Route& route, const Question& question, Ask with) {
    std::string path(route.path);
    std::string query = question.query;
    with.body = question.body;
    if (!question.type.empty()) with.headers.push_back("Content-Type: " + question.type);
    for (const auto& [name, id] : question.ids) {
      for (std::string* text : {&path, &query, &with.body}) {
        replace_all(*text, "{" + name + "}", id);
      }
    }
    if (!query.empty()) path += "?" + query;
    const std::string method(to_word(route.method));
    if (route.response == "EventStream") return first_of_stream(path, with);
    return ask(port(), method, path, with);
  }

  // A stream never ends by itself: its status, and what it says at first. Then it is let go and
  // waited for: while it is open its reader is asked for its right, and a token's use written down.
  Answer first_of_stream(const std::string& path, const Ask& with) {
    Answer answer;
    {
      RawConnection page(port());
      page.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" +
                (with.cookie.empty() ? "" : "Cookie: rapport_session=" + with.cookie + "\r\n") +
                (with.token.empty() ? "" : "Authorization: Bearer " + with.token + "\r\n") +
                "\r\n");
      const std::string text = page.read_until("\n\n", 5s);
      if (text.size() > 12) answer.status = std::atoi(text.substr(9, 3).c_str());
      answer.body = text;
    }
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (service->live_readers() > 0 && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(service->live_readers(), 0u);
    return answer;
  }

  // What this asker must get.
  static int expected(const Expectation& expectation, const Route& route, const Asker& asker,
                      const Question& question) {
    const int good = expectation.status == 0 ? route.status : expectation.status;
    const bool for_all = expectation.roles == kEverybody;
    switch (asker.kind) {
      case Kind::kMember:
        return for_all || expectation.roles.contains(asker.role) ? good : 403;
      case Kind::kStranger:
        // With an id of ours: there is no such thing. Without: it is about their own brand.
        if (question.ids.empty()) return good;
        if (expectation.stranger != 0) return expectation.stranger;
        return expectation.foreign.empty() ? 404 : expectation.foreign.begin()->second;
      case Kind::kNobody:
      case Kind::kEndedSession:
        return for_all ? good : 401;
      case Kind::kStaleCsrf:
        return for_all || !is_unsafe(route) ? good : 403;
      case Kind::kRemovedToken:
        return 401;  // a token that is not true is refused even where none is needed
      case Kind::kToken:
        return expectation.needs_session ? 403 : good;
    }
    return 0;
  }
};

const std::vector<std::pair<Kind, std::string_view>> kAskers = {
    {Kind::kMember, "owner"},   {Kind::kMember, "admin"},  {Kind::kMember, "agent"},
    {Kind::kMember, "analyst"}, {Kind::kMember, "viewer"}, {Kind::kStranger, ""},
    {Kind::kNobody, ""},        {Kind::kStaleCsrf, ""},    {Kind::kEndedSession, ""},
    {Kind::kRemovedToken, ""},  {Kind::kToken, ""},
};

TEST_F(Matrix, EveryRouteHasItsLine) {
  for (const Route& route : routes()) {
    if (expectation_of(route) != nullptr) continue;
    ADD_FAILURE() << name_of(route) << " is in no line of tests/http/matrix_table.cc.\n"
                  << "Add one beside its neighbours, with who is let in and what is asked:\n"
                  << "      {\"" << route.operation << "\", kAnswerers, a_conversation},\n"
                  << "Where it takes ids, the question makes them in the brand it is given "
                     "(matrix_world.h has one of everything; what is missing is added there).";
  }
  for (const Expectation& expectation : matrix()) {
    const bool known = std::ranges::any_of(
        routes(), [&](const Route& route) { return route.operation == expectation.operation; });
    EXPECT_TRUE(known) << expectation.operation << " is no route any more: remove its line.";
  }
}

TEST_F(Matrix, WhatChangesIsSeenAndWhose) {
  rows->remember();
  EXPECT_TRUE(rows->unchanged(std::nullopt));
  ours->fresh_post();
  EXPECT_FALSE(rows->unchanged(std::nullopt));
  EXPECT_FALSE(rows->unchanged(ours->workspace()));
  EXPECT_TRUE(rows->unchanged(theirs->workspace()));
  rows->remember();
  EXPECT_TRUE(rows->unchanged(ours->workspace()));
}

TEST_F(Matrix, EachIsLetInOrRefusedAsTheTableSays) {
  int checks = 0;
  int gaps = 0;
  std::vector<Asker> askers;
  for (const auto& [kind, role] : kAskers) askers.push_back(asker(kind, role));

  for (const Route& route : routes()) {
    const Expectation* expectation = expectation_of(route);
    if (expectation == nullptr) {
      ++gaps;
      continue;
    }
    for (Asker& asking : askers) {
      SCOPED_TRACE(name_of(route) + " asked by " + asking.name);
      clock.advance(std::chrono::minutes(1));  // so that nobody has tried too often
      // A token's use is written down once a minute: before, so that it is no change by the route.
      if (asking.kind == Kind::kToken) {
        EXPECT_TRUE(team.caller_by_token(asking.with.token));
      }
      const bool has_own_things = asking.kind == Kind::kMember || asking.kind == Kind::kToken ||
                                  asking.kind == Kind::kStaleCsrf;
      Question question = expectation->ask(*ours, has_own_things ? asking.member : ours->founder);
      // What names nothing of ours is about their own brand, in their own words.
      if (asking.kind == Kind::kStranger && question.ids.empty()) {
        question = expectation->ask(*theirs, asking.member);
      }
      const int status = expected(*expectation, route, asking, question);

      const bool is_stranger = asking.kind == Kind::kStranger;
      rows->remember();
      const Answer answer = put(route, question, asking.with);
      ++checks;
      EXPECT_EQ(answer.status, status) << answer.body;
      if (status >= 400) {
        EXPECT_TRUE(rows->unchanged(std::nullopt)) << "refused, and yet something changed";
      }
      if (is_stranger) {
        EXPECT_TRUE(rows->unchanged(ours->workspace())) << "changed by someone of another brand";
        EXPECT_EQ(answer.body.find(ours->mark), std::string::npos) << answer.body;
      } else {
        EXPECT_EQ(answer.body.find(theirs->mark), std::string::npos) << answer.body;
      }
      if (status < 400 && expectation->uses_up_caller) {
        asking = asker(asking.kind, asking.role);
      }
    }
  }
  EXPECT_EQ(gaps, 0);
  std::cout << routes().size() << " routes × " << kAskers.size() << " callers = " << checks
            << " checks, " << gaps << " gaps\n";
}

TEST_F(Matrix, AnIdOfAnotherBrandIsAnIdOfNothing) {
  int checks = 0;
  int taking_ids = 0;
  Asker me = asker(Kind::kMember, "owner");
  for (const Route& route : routes()) {
    const Expectation* expectation = expectation_of(route);
    if (expectation == nullptr) continue;
    // A route of an id must say so here, or it would pass for one without.
    const Question probe = expectation->ask(*ours, me.member);
    for (auto at = route.path.find('{'); at != route.path.npos; at = route.path.find('{', at + 1)) {
      const std::string name(route.path.substr(at + 1, route.path.find('}', at) - at - 1));
      EXPECT_TRUE(probe.ids.contains(name)) << name_of(route);
    }
    if (!probe.ids.empty()) ++taking_ids;
    for (const auto& [name, id] : probe.ids) {
      SCOPED_TRACE(name_of(route) + " with a foreign " + name);
      const auto told = expectation->foreign.find(name);
      const int status = told == expectation->foreign.end() ? 404 : told->second;

      // Ours in all but one id, which is theirs and then nobody's.
      Question question = expectation->ask(*ours, me.member);
      question.ids[name] = expectation->ask(*theirs, theirs->founder).ids.at(name);
      rows->remember();
      const Answer foreign = put(route, question, me.with);
      question.ids[name] = "4711";
      const Answer nowhere = put(route, question, me.with);
      ++checks;
      EXPECT_EQ(foreign.status, status) << foreign.body;
      EXPECT_EQ(foreign.status, nowhere.status) << nowhere.body;
      EXPECT_EQ(without_request_id(foreign), without_request_id(nowhere));
      EXPECT_EQ(foreign.body.find(theirs->mark), std::string::npos) << foreign.body;
      EXPECT_TRUE(rows->unchanged(std::nullopt)) << "refused, and yet something changed";
    }
  }
  EXPECT_GT(checks, 30);
  std::cout << taking_ids << " routes take ids: " << checks << " foreign ids, 0 found\n";
}

TEST_F(Matrix, AListShowsNothingOfAnotherBrand) {
  const Asker me = asker(Kind::kMember, "owner");
  for (int i = 0; i < 3; ++i) {
    theirs->fresh_post();
    ours->fresh_post();
    theirs->fresh_invitation();
  }
  int lists = 0;
  for (const Route& route : routes()) {
    if (route.method != Method::kGet || route.response == "EventStream") continue;
    const Expectation* expectation = expectation_of(route);
    if (expectation == nullptr) continue;
    Question question = expectation->ask(*ours, me.member);
    // Also without any narrowing.
    for (const std::string& query : {question.query, std::string()}) {
      question.query = query;
      const Answer answer = put(route, question, me.with);
      EXPECT_EQ(answer.body.find(theirs->mark), std::string::npos) << name_of(route);
    }
    ++lists;
  }
  // Search looks through the words of all workspaces' posts, and must find ours alone.
  const Answer found = get("/api/conversations?state=all&q=south", me.with);
  EXPECT_EQ(found.json().at("items").as_array().size(), 0u) << found.body;
  EXPECT_GT(lists, 10);
}

TEST_F(Matrix, AStreamTellsOfItsOwnBrandAlone) {
  const Asker me = asker(Kind::kMember, "viewer");
  RawConnection page(port());
  page.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" +
            me.with.cookie + "\r\n\r\n");
  ASSERT_NE(page.read_until("event: ping", 5s).find("200 OK"), std::string::npos);
  const Post foreign = theirs->fresh_post();
  const Post own = ours->fresh_post();
  const std::string heard = page.read_until(to_string(own.conversation), 5s);
  EXPECT_NE(heard.find(to_string(own.conversation)), std::string::npos);
  EXPECT_EQ(heard.find(to_string(foreign.conversation)), std::string::npos);

  // Resumed from before both, it is told of one.
  RawConnection resumed(port());
  resumed.send("GET /api/events?after=1 HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" +
               me.with.cookie + "\r\n\r\n");
  const std::string missed = resumed.read_until(to_string(own.conversation), 5s);
  EXPECT_NE(missed.find(to_string(own.conversation)), std::string::npos);
  EXPECT_EQ(missed.find(to_string(foreign.conversation)), std::string::npos);
}

TEST_F(Matrix, WhoIsRemovedHearsNoMore) {
  const Asker me = asker(Kind::kMember, "owner");
  const Member gone = ours->fresh_member(Role::kAgent);
  const Ask by_cookie = as(gone);
  const std::string token = team.create_token(gone, "script")->secret;
  RawConnection page(port());
  page.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" +
            by_cookie.cookie + "\r\n\r\n");
  RawConnection script(port());
  script.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token +
              "\r\n\r\n");
  ASSERT_NE(page.read_until("event: ping", 5s).find("200 OK"), std::string::npos);
  ASSERT_NE(script.read_until("event: ping", 5s).find("200 OK"), std::string::npos);
  const auto started = std::chrono::steady_clock::now();
  EXPECT_EQ(ask(port(), "DELETE", "/api/members/" + to_string(gone.id), me.with).status, 204);
  EXPECT_TRUE(page.is_hung_up_within(5s));
  EXPECT_TRUE(script.is_hung_up_within(5s));
  EXPECT_LT(std::chrono::steady_clock::now() - started, 5s);
  EXPECT_EQ(get("/api/counts", by_cookie).status, 401);
  EXPECT_EQ(get("/api/counts", {"", "", "", token, {}}).status, 401);
}

TEST_F(Matrix, ASessionThatMovedOnFeedsNoOldPage) {
  Asker me = asker(Kind::kMember, "owner");
  const auto second = team.create_workspace(me.member, "Second");
  ASSERT_TRUE(second);
  RawConnection page(port());
  page.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" +
            me.with.cookie + "\r\n\r\n");
  ASSERT_NE(page.read_until("event: ping", 5s).find("200 OK"), std::string::npos);
  Ask move = me.with;
  move.body = R"({"workspace_id":")" + to_string(second->workspace.id) + "\"}";
  const Answer moved = post("/api/session/workspace", move);
  ASSERT_EQ(moved.status, 200) << moved.body;
  EXPECT_EQ(moved.json().at("workspace").at("name").as_string(), "Second");
  EXPECT_TRUE(page.is_hung_up_within(5s));

  // The old page still shows the first brand: it is told so, and gets nothing of the second.
  Ask old = me.with;
  old.headers = {"X-Workspace: " + to_string(ours->workspace())};
  for (const char* path : {"/api/counts", "/api/conversations", "/api/members"}) {
    const Answer refused = get(path, old);
    EXPECT_EQ(refused.status, 409) << path;
    EXPECT_EQ(refused.text("kind"), "elsewhere");
  }
  EXPECT_EQ(get("/api/events?workspace=" + to_string(ours->workspace()), me.with).status, 409);
  EXPECT_EQ(get("/api/session", old).json().at("workspace").at("name").as_string(), "Second");
  // Its csrf is of before the move.
  EXPECT_EQ(post("/api/tokens", old).status, 409);
  EXPECT_EQ(post("/api/tokens", me.with).status, 403);
  Ask fresh = me.with;
  fresh.csrf = moved.text("csrf");
  fresh.headers = {"X-Workspace: " + to_string(second->workspace.id)};
  EXPECT_EQ(get("/api/counts", fresh).status, 200);
}

TEST_F(Matrix, TwoBrandsSpeakAsTheSameAccount) {
  // Both have "us" on the same network: each with its own channel, history and acts.
  EXPECT_NE(ours->channel.id, theirs->channel.id);
  EXPECT_EQ(ours->channel.native_id, theirs->channel.native_id);
  const std::string name = next("shared");
  for (Side* side : {ours.get(), theirs.get()}) {
    Heard heard;
    heard.posts = {said("ana", name, "@us hello")};
    heard.cursor = "c";
    heard.read_from = clock.now() - std::chrono::minutes{1};
    heard.read_to = clock.now();
    ASSERT_TRUE(filing.file_heard(side->channel, "notifications", heard));
  }
  const auto post_of = [&](const Side& side) {
    return **store().read(
        [&](Unit& unit) { return unit.posts().by_native_id(side.workspace(), "fake", name); });
  };
  ASSERT_TRUE(inbox.skip(ours->founder, post_of(*ours).conversation, SkipReason::kSpam, "", {}));
  const auto theirs_stands = inbox.open(theirs->founder, post_of(*theirs).conversation);
  ASSERT_TRUE(theirs_stands);
  EXPECT_EQ(theirs_stands->row.conversation.state, ConversationState::kOpen);
  EXPECT_EQ(theirs_stands->history.size(), 0u);

  // One of them disconnects; the other's connector is its own.
  connectors.put(theirs->channel.id, network);
  ASSERT_TRUE(channels.disconnect(ours->founder, ours->channel.id));
  const auto other = store().read(
      [&](Unit& unit) { return unit.channels().find(theirs->workspace(), theirs->channel.id); });
  EXPECT_EQ(other->state, ChannelState::kConnected);
  EXPECT_TRUE(connectors.get(*other));
}

}  // namespace
}  // namespace rapport::testing
