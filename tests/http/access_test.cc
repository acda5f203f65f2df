// Who may do what, over every route of the table: a new route is covered the moment it is added.

#include <gtest/gtest.h>

#include "http/http_fixture.h"
#include "http/routes.h"

namespace rapport::testing {
namespace {

// The path with an id in it that exists nowhere.
std::string filled(std::string_view pattern, const std::string& id = "4711") {
  std::string out(pattern);
  for (auto begin = out.find('{'); begin != out.npos; begin = out.find('{')) {
    out.replace(begin, out.find('}') - begin + 1, id);
  }
  return out;
}

bool is_unsafe(const Route& route) { return route.method != Method::kGet; }

std::string name_of(const Route& route) {
  return std::string(to_word(route.method)) + " " + std::string(route.path);
}

Answer call(std::uint16_t port, const Route& route, const Ask& with) {
  return ask(port, std::string(to_word(route.method)), filled(route.path), with);
}

void expect_problem(const Answer& answer, int status, const std::string& kind) {
  EXPECT_EQ(answer.status, status) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "application/problem+json");
  const auto problem = answer.json();
  ASSERT_TRUE(problem.is_object()) << answer.body;
  for (const char* field : {"type", "title", "status", "detail", "kind", "field", "request_id"}) {
    EXPECT_TRUE(problem.as_object().contains(field)) << field;
  }
  EXPECT_EQ(answer.text("kind"), kind);
  EXPECT_EQ(answer.text("request_id"), answer.header("x-request-id"));
  EXPECT_FALSE(answer.text("detail").empty());
}

using Access = HttpTest;

TEST_F(Access, NobodyGetsInWithoutASession) {
  start();
  for (const Route& route : routes()) {
    if (route.who == Who::kEveryone) continue;
    SCOPED_TRACE(name_of(route));
    expect_problem(call(port(), route, {}), 401, "unauthorized");
    expect_problem(call(port(), route, {"", "made-up", "made-up", "", {}}), 401, "unauthorized");
    expect_problem(call(port(), route, {"", "", "", "rpt_made_up", {}}), 401, "unauthorized");
  }
}

TEST_F(Access, RolesAreHeldTo) {
  start();
  const Ask reader = as(viewer);
  const Ask answerer = as(agent);
  int refused = 0;
  for (const Route& route : routes()) {
    SCOPED_TRACE(name_of(route));
    if (route.who == Who::kMayAnswer || route.who == Who::kMayManage) {
      expect_problem(call(port(), route, reader), 403, "forbidden");
      ++refused;
    }
    if (route.who == Who::kMayManage) {
      expect_problem(call(port(), route, answerer), 403, "forbidden");
    }
  }
  EXPECT_GT(refused, 15);
}

TEST_F(Access, AnUnsafeMethodNeedsTheTokenOfItsSession) {
  start();
  Ask stale = as(owner);
  const Ask other = as(agent);
  for (const std::string& csrf : {std::string(), std::string("stale"), other.csrf}) {
    stale.csrf = csrf;
    for (const Route& route : routes()) {
      if (!is_unsafe(route) || route.who == Who::kEveryone) continue;
      SCOPED_TRACE(name_of(route));
      expect_problem(call(port(), route, stale), 403, "forbidden");
    }
  }
  EXPECT_EQ(get("/api/session", stale).text("state"), "signed_in");
}

TEST_F(Access, ATokenNeedsNoCsrf) {
  start();
  const auto token = team.create_token(agent, "script");
  ASSERT_TRUE(token);
  const Ask by_token{"", "", "", token->secret, {}};
  EXPECT_EQ(get("/api/counts", by_token).status, 200);
  // Reaches the handler, which asks for a body.
  expect_problem(post("/api/tokens", by_token), 400, "invalid");
}

TEST_F(Access, AnotherWorkspaceSeesNothing) {
  start();
  hear({said("ana", "p1", "@us my order is late")});
  const Post one = post_named("p1");
  const Ask theirs = as(stranger);
  const Ask ours = as(owner);
  const std::string conversation = "/api/conversations/" + to_string(one.conversation);
  const auto person = get(conversation, ours).json().at("lead").at("person_id").as_string();

  for (const std::string& path :
       {conversation, conversation + "/thread", "/api/people/" + std::string(person)}) {
    SCOPED_TRACE(path);
    EXPECT_EQ(get(path, ours).status, 200);
    expect_problem(get(path, theirs), 404, "not_found");
  }
  EXPECT_EQ(get("/api/conversations?state=all", theirs).json().at("items").as_array().size(), 0u);
  EXPECT_EQ(get("/api/channels", theirs).json().at("items").as_array().size(), 0u);
  EXPECT_EQ(get("/api/members", theirs).json().at("items").as_array().size(), 1u);

  Ask resolve = theirs;
  resolve.body = R"({"resolution":"mine"})";
  expect_problem(post(conversation + "/resolve", resolve), 404, "not_found");
  Ask note = theirs;
  note.body = R"({"text":"hello"})";
  expect_problem(post(conversation + "/notes", note), 404, "not_found");
  expect_problem(post("/api/posts/" + to_string(one.id) + "/like", theirs), 404, "not_found");
  Ask reply = theirs;
  reply.body = R"({"post_id":")" + to_string(one.id) +
               R"(","text":"hi","client_key":"12345678","seen_post_id":null,"confirm":true})";
  expect_problem(post(conversation + "/replies", reply), 404, "not_found");
  EXPECT_EQ(conversation_of("p1").state, ConversationState::kOpen);
}

TEST_F(Access, WhatIsNotThereIsNotFound) {
  start();
  const Ask ours = as(owner);
  for (const char* path : {"/api/conversations/4711", "/api/conversations/-1", "/api/people/x",
                           "/api/acts/99999999999999999999", "/api/nothing", "/api"}) {
    SCOPED_TRACE(path);
    expect_problem(get(path, ours), 404, "not_found");
  }
}

TEST_F(Access, AWrongMethodIsToldTheRightOnes) {
  start();
  const Answer answer = ask(port(), "PUT", "/api/counts", as(owner));
  expect_problem(answer, 405, "method_not_allowed");
  EXPECT_EQ(answer.header("allow"), "GET, HEAD");
  EXPECT_EQ(ask(port(), "DELETE", "/api/conversations", {}).header("allow"), "GET, HEAD");
  EXPECT_EQ(ask(port(), "OPTIONS", "/api/session", {}).status, 405);
  EXPECT_EQ(ask(port(), "PATCH", "/api/session", {}).header("allow"), "GET, HEAD, POST, DELETE");
  EXPECT_EQ(ask(port(), "POST", "/inbox", {}).header("allow"), "GET, HEAD");
}

TEST_F(Access, EveryAnswerCarriesTheSecurityHeaders) {
  start();
  for (const char* path : {"/", "/api/session", "/api/counts", "/nothing.js"}) {
    const Answer answer = get(path, {});
    SCOPED_TRACE(path);
    EXPECT_NE(answer.header("content-security-policy").find("script-src 'self';"),
              std::string::npos);
    EXPECT_NE(answer.header("content-security-policy").find("frame-ancestors 'none'"),
              std::string::npos);
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
    EXPECT_FALSE(answer.header("x-request-id").empty());
  }
}

// Where the policy of this answer lets pictures come from.
std::string pictures_from(const Answer& answer) {
  const std::string policy = answer.header("content-security-policy");
  const auto from = policy.find("img-src");
  return policy.substr(from, policy.find(';', from) - from);
}

TEST_F(Access, PicturesComeOverTls) {
  start();
  EXPECT_EQ(pictures_from(get("/", {})), "img-src 'self' https: data: blob:");
}

TEST_F(Access, PicturesOfNetworksOnThisMachineComeAsTheyCan) {
  options.settings.networks_here = true;
  start();
  EXPECT_EQ(pictures_from(get("/", {})),
            "img-src 'self' https: data: blob: http://localhost:* http://127.0.0.1:*");
}

TEST_F(Access, OnlyOurNamesAndPagesAreAnswered) {
  options.settings.hosts = {"desk.example"};
  options.settings.public_url = "https://rapport.example";
  start();
  const auto with_host = [&](const std::string& host) {
    return get("/api/session", {"", "", "", "", {"Host: " + host}}).status;
  };
  EXPECT_EQ(with_host("localhost:8080"), 200);
  EXPECT_EQ(with_host("[::1]:8080"), 200);
  EXPECT_EQ(with_host("Desk.example"), 200);
  EXPECT_EQ(with_host("rapport.example"), 200);
  EXPECT_EQ(with_host("evil.example"), 403);
  EXPECT_EQ(with_host("127.0.0.1.evil.example"), 403);
  EXPECT_EQ(with_host("localhost.evil.example"), 403);

  const auto sign_in_from = [&](std::vector<std::string> headers) {
    return post("/api/session",
                {R"({"email":"a@b.example","password":"x"})", "", "", "", std::move(headers)})
        .status;
  };
  EXPECT_EQ(sign_in_from({}), 401);
  EXPECT_EQ(sign_in_from({"Origin: http://127.0.0.1:" + std::to_string(port())}), 401);
  EXPECT_EQ(sign_in_from({"Origin: https://rapport.example"}), 401);
  EXPECT_EQ(sign_in_from({"Origin: https://evil.example"}), 403);
  EXPECT_EQ(sign_in_from({"Origin: null"}), 403);
  EXPECT_EQ(sign_in_from({"Sec-Fetch-Site: cross-site"}), 403);
}

}  // namespace
}  // namespace rapport::testing
