// Signing in and out, the first run and the demo.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

constexpr const char* kPassword = "a long enough secret";

std::string sign_in_body(const std::string& email, const std::string& password) {
  return R"({"email":")" + email + R"(","password":")" + password + R"("})";
}

std::string cookie_of(const Answer& answer) {
  const std::string cookie = answer.header("set-cookie");
  const auto begin = cookie.find('=') + 1;
  return cookie.substr(begin, cookie.find(';') - begin);
}

class Session : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    const auto hash = hash_password(kPassword);
    ASSERT_TRUE(hash);
    ASSERT_TRUE(store().write(
        [&](Unit& unit) { return unit.members().set_password_hash(agent.login, *hash); }));
    // Logins are kept in lower case, as the desk makes them.
    email = agent.email;
  }
  std::string email;
};

// A service over an empty database, before anyone works there.
class FirstRun : public ::testing::Test {
 protected:
  void start(HttpOptions options = {}) {
    options.server.port = 0;
    service = HttpService::make(options, desk, clock);
    ASSERT_TRUE(service->start());
  }
  Answer set_up(const std::string& code) {
    return ask(service->port(), "POST", "/api/setup",
               {R"({"code":")" + code +
                    R"(","workspace":"Café","name":"Olga","email":"Olga@Cafe.example",)"
                    R"("password":"a long enough secret"})",
                "",
                "",
                "",
                {}});
  }

  HandClock clock{Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
  IdMaker ids{clock};
  TempStore temp;
  Registry registry;
  SecretBox secrets{*SecretBox::of_key_text(std::string(64, 'a'))};
  Connectors connectors{*temp.store, registry, secrets};
  Inbox inbox{*temp.store, ids, clock};
  Outbox outbox{*temp.store, ids, clock};
  ChannelDesk channels{*temp.store, registry, connectors, secrets, ids, clock};
  Team team{*temp.store, ids, clock};
  Audience audience{*temp.store};
  Tagging tagging{*temp.store, ids, clock};
  SavedViews views{*temp.store, ids, clock};
  Cards cards{*temp.store, connectors, ids, clock};
  Readings readings{*temp.store, ids, clock, nullptr};
  MonitorMatching matching;
  Monitors monitors{*temp.store, matching, ids, clock, nullptr};
  Coverage coverage{*temp.store, registry, matching, ids, clock};
  Coaching coaching{*temp.store, clock};
  Assisting assisting{*temp.store, ids, clock};
  Alerts alerts{*temp.store, secrets, ids, clock, {}};
  KnowledgeDesk knowledge{*temp.store, ids, clock};
  Solving solving{*temp.store, ids, clock};
  Desk desk{*temp.store, inbox,    outbox,   cards,  channels, team,      audience, tagging,  views,
            readings,    monitors, coverage, alerts, coaching, knowledge, solving,  assisting};
  std::unique_ptr<HttpService> service;
};

TEST_F(Session, SignsInWithACookieThatScriptsCannotRead) {
  auto added =
      team.add_member(owner.workspace, "Nia", "nia@brand.example", kPassword, Role::kAgent);
  ASSERT_TRUE(added) << added.error().message;
  start();
  const Answer in =
      post("/api/session", {sign_in_body("Nia@Brand.example", kPassword), "", "", "", {}});
  ASSERT_EQ(in.status, 200) << in.body;
  EXPECT_EQ(in.text("state"), "signed_in");
  EXPECT_FALSE(in.text("csrf").empty());
  const std::string cookie = in.header("set-cookie");
  for (const char* part :
       {"rapport_session=", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age="}) {
    EXPECT_NE(cookie.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(cookie.find("Secure"), std::string::npos);

  const Ask signed_in{"", cookie_of(in), in.text("csrf"), "", {}};
  EXPECT_EQ(get("/api/session", signed_in).json().at("member").at("name").as_string(), "Nia");
  const Answer out = ask(port(), "DELETE", "/api/session", signed_in);
  EXPECT_EQ(out.status, 204);
  EXPECT_NE(out.header("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(get("/api/session", signed_in).text("state"), "signed_out");
  EXPECT_EQ(get("/api/counts", signed_in).status, 401);
}

TEST_F(Session, WhatAMemberKeepsIsThereInAnotherBrowserAndForNobodyElse) {
  start();
  const Ask here = as(agent, R"({"first_look":"at thread"})");
  ASSERT_EQ(ask(port(), "PUT", "/api/session/preferences", here).status, 204);
  const auto first_look = [&](const Ask& browser) {
    return get("/api/session", browser).json().at("preferences").at("first_look");
  };
  EXPECT_EQ(first_look(as(agent)).as_string(), "at thread");
  EXPECT_TRUE(first_look(as(viewer)).is_null());

  // What is not named stays; what nobody knows is refused.
  ASSERT_EQ(ask(port(), "PUT", "/api/session/preferences", as(agent, "{}")).status, 204);
  EXPECT_EQ(first_look(as(agent)).as_string(), "at thread");
  EXPECT_EQ(ask(port(), "PUT", "/api/session/preferences", as(agent, R"({"colour":"red"})")).status,
            400);
}

TEST_F(Session, BehindHttpsTheCookieIsSecure) {
  auto added =
      team.add_member(owner.workspace, "Nia", "nia@brand.example", kPassword, Role::kAgent);
  ASSERT_TRUE(added);
  options.settings.trusted_proxies = {"127.0.0.1"};
  start();
  const auto cookie = [&](std::vector<std::string> headers) {
    return post("/api/session",
                {sign_in_body("nia@brand.example", kPassword), "", "", "", std::move(headers)})
        .header("set-cookie");
  };
  EXPECT_NE(cookie({"X-Forwarded-Proto: https"}).find("; Secure"), std::string::npos);
  EXPECT_EQ(cookie({"X-Forwarded-Proto: http"}).find("; Secure"), std::string::npos);
}

TEST_F(Session, AWrongPasswordAndAWrongEmailSoundAlike) {
  start();
  const Answer password =
      post("/api/session", {sign_in_body(email, "not this one"), "", "", "", {}});
  const Answer nobody =
      post("/api/session", {sign_in_body("nobody@brand.example", kPassword), "", "", "", {}});
  EXPECT_EQ(password.status, 401);
  EXPECT_EQ(nobody.status, 401);
  EXPECT_EQ(password.text("detail"), nobody.text("detail"));
}

TEST_F(Session, GuessingIsSlowedDown) {
  start();
  Answer last;
  int tries = 0;
  while (tries < 30 && last.status != 429) {
    last = post("/api/session", {sign_in_body("Someone@brand.example", "wrong"), "", "", "", {}});
    ++tries;
  }
  EXPECT_EQ(tries, 11);
  EXPECT_EQ(last.text("kind"), "too_many");
  EXPECT_GT(std::stoi(last.header("retry-after")), 0);
  // Another e-mail has a budget of its own, the address has one for all of them.
  EXPECT_EQ(
      post("/api/session", {sign_in_body("other@brand.example", "wrong"), "", "", "", {}}).status,
      401);
  clock.advance(std::chrono::minutes(20));
  EXPECT_EQ(
      post("/api/session", {sign_in_body("someone@brand.example", "wrong"), "", "", "", {}}).status,
      401);
}

TEST_F(Session, AnExpiredSessionIsNone) {
  start();
  const Ask before = as(owner);
  EXPECT_EQ(get("/api/counts", before).status, 200);
  clock.advance(std::chrono::days(31));
  EXPECT_EQ(get("/api/counts", before).status, 401);
}

TEST_F(Session, ATokenIsShownOnceAndCanBeRemoved) {
  start();
  const Answer made = post("/api/tokens", as(agent, R"({"name":"laptop"})"));
  ASSERT_EQ(made.status, 201) << made.body;
  const Ask by_token{"", "", "", made.text("secret"), {}};
  EXPECT_EQ(get("/api/tokens", by_token).body.find(made.text("secret")), std::string::npos);
  EXPECT_EQ(get("/api/tokens", by_token).json().at("items").as_array().size(), 1u);
  EXPECT_EQ(ask(port(), "DELETE", "/api/tokens/" + made.text("id"), as(agent)).status, 204);
  EXPECT_EQ(get("/api/tokens", by_token).status, 401);
}

TEST_F(FirstRun, TheCodeOfTheLogMakesOneOwner) {
  start();
  EXPECT_EQ(ask(service->port(), "GET", "/api/session").text("state"), "setup");
  const std::string code = service->setup_code();
  EXPECT_GE(code.size(), 20u);
  EXPECT_EQ(set_up("wrong").status, 403);
  const Answer made = set_up(code);
  ASSERT_EQ(made.status, 200) << made.body;
  EXPECT_EQ(made.json().at("member").at("role").as_string(), "owner");
  EXPECT_EQ(made.json().at("workspace").at("name").as_string(), "Café");
  EXPECT_EQ(set_up(code).status, 403);
  EXPECT_EQ(ask(service->port(), "GET", "/api/session").text("state"), "signed_out");
  EXPECT_EQ(ask(service->port(), "POST", "/api/session",
                {sign_in_body("olga@cafe.example", kPassword), "", "", "", {}})
                .status,
            200);
}

TEST_F(FirstRun, TheDemoOpensForWhoSitsAtThisMachineAlone) {
  HttpOptions options;
  options.settings.demo = true;
  options.settings.hosts = {"demo.example"};
  start(options);
  ASSERT_EQ(set_up(service->setup_code()).status, 200);
  const auto state = [&](std::vector<std::string> headers) {
    return ask(service->port(), "GET", "/api/session", {"", "", "", "", std::move(headers)})
        .text("state");
  };
  EXPECT_EQ(state({}), "signed_in");
  EXPECT_EQ(state({"Host: localhost"}), "signed_in");
  EXPECT_EQ(state({"Host: demo.example"}), "signed_out");
  EXPECT_EQ(state({"X-Forwarded-For: 203.0.113.7"}), "signed_out");
}

TEST_F(FirstRun, ARealDeskOpensForNobody) {
  start();
  ASSERT_EQ(set_up(service->setup_code()).status, 200);
  EXPECT_EQ(ask(service->port(), "GET", "/api/session").text("state"), "signed_out");
}

}  // namespace
}  // namespace rapport::testing
