#include "networks/bluesky/session.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "networks/testing/fake_transport.h"

namespace rapport::bluesky {
namespace {

const std::string kExpired = R"({"error":"ExpiredToken","message":"Token has expired"})";

std::string tokens(std::string_view access, std::string_view refresh, std::string_view more = "") {
  return R"({"accessJwt":")" + std::string(access) + R"(","refreshJwt":")" + std::string(refresh) +
         R"(","did":"did:plc:us","handle":"us.test")" + std::string(more) + "}";
}

class BlueskySession : public ::testing::Test {
 protected:
  BlueskySession() {
    Credentials credentials;
    credentials.did = "did:plc:us";
    credentials.handle = "us.test";
    credentials.service = "https://pds.example";
    credentials.app_password = "app-password";
    credentials.access = "old";
    credentials.refresh = "refresh-1";
    secret_ = to_text(credentials);
    // Good for the token "new" alone.
    transport_.on("app.bsky", [](const HttpRequest& request) -> Result<HttpResponse> {
      for (const auto& header : request.headers) {
        if (header.value == "Bearer new") return HttpResponse{200, {}, "{}"};
      }
      return HttpResponse{400, {}, kExpired};
    });
    transport_.on("plc.example", 200,
                  R"({"id":"did:plc:us","alsoKnownAs":["at://us.test"],"service":[
        {"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"https://pds.example"}]})");
  }

  Result<std::string> get() { return session_.get("app.bsky.actor.getProfile", {}); }
  Credentials stored() { return *credentials_of(secret_); }

  HandClock clock_{*parse_time("2026-11-23T15:00:00Z")};
  FakeTransport transport_;
  RateBudget budget_{clock_};
  Xrpc xrpc_{transport_, budget_};
  IdentityResolver identities_{
      transport_, {.plc_url = "https://plc.example", .handle_resolver_url = "https://r.example"}};
  std::mutex mutex_;
  std::string secret_;
  std::atomic<int> saves_{0};
  bool disk_full_ = false;
  Session session_{xrpc_,
                   identities_,
                   {[this]() -> Result<std::string> {
                      std::lock_guard lock(mutex_);
                      return secret_;
                    },
                    [this](const std::string& text) -> Result<Done> {
                      if (disk_full_) return fail(ErrorKind::kInternal, "The disk is full.");
                      std::lock_guard lock(mutex_);
                      secret_ = text;
                      ++saves_;
                      return Done{};
                    }}};
};

TEST_F(BlueskySession, RenewsAnExpiredTokenAndStoresItFirst) {
  transport_.on("refreshSession", [&](const HttpRequest& request) -> Result<HttpResponse> {
    EXPECT_EQ(request.headers.back().value, "Bearer refresh-1");
    EXPECT_TRUE(request.body.empty());
    return HttpResponse{200, {}, tokens("new", "refresh-2")};
  });
  EXPECT_TRUE(get());
  EXPECT_EQ(saves_, 1);
  EXPECT_EQ(stored().access, "new");
  EXPECT_EQ(stored().refresh, "refresh-2");
  EXPECT_EQ(stored().app_password, "app-password");
  EXPECT_TRUE(get());
  EXPECT_EQ(transport_.asked("refreshSession").size(), 1U);
}

TEST_F(BlueskySession, TokensThatCannotBeStoredAreNotUsed) {
  transport_.on("refreshSession", 200, tokens("new", "refresh-2"));
  disk_full_ = true;
  EXPECT_EQ(get().error().kind, ErrorKind::kInternal);
  disk_full_ = false;
  EXPECT_TRUE(get());
  EXPECT_EQ(transport_.asked("refreshSession").back().headers.back().value, "Bearer refresh-1");
}

TEST_F(BlueskySession, EmptyTokensNeverReplaceStoredOnes) {
  const std::string before = secret_;
  for (const std::string& body :
       {tokens("", "refresh-2"), tokens("new", ""), std::string("{}"), std::string()}) {
    transport_.on("refreshSession", 200, body);
    EXPECT_EQ(get().error().kind, ErrorKind::kUnavailable) << body;
  }
  EXPECT_EQ(secret_, before);
}

TEST_F(BlueskySession, ManyThreadsRenewOnce) {
  transport_.on("refreshSession", [](const HttpRequest&) -> Result<HttpResponse> {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    return HttpResponse{200, {}, tokens("new", "refresh-2")};
  });
  std::atomic<int> good{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { good += get().has_value() ? 1 : 0; });
  }
  EXPECT_EQ(good, 8);
  EXPECT_EQ(transport_.asked("refreshSession").size(), 1U);
}

TEST_F(BlueskySession, SignsInAgainWhenTheRefreshTokenIsRevoked) {
  transport_.on("refreshSession", 400,
                R"({"error":"ExpiredToken","message":"Token has been revoked"})");
  transport_.on("createSession", 200, tokens("new", "refresh-2"));
  EXPECT_TRUE(get());
  EXPECT_NE(transport_.asked("createSession").front().body.find("app-password"), std::string::npos);
  EXPECT_EQ(stored().refresh, "refresh-2");
}

TEST_F(BlueskySession, OnlyARealRefusalAsksToReconnect) {
  transport_.on("refreshSession", 400, kExpired);
  transport_.on("createSession", 500, "");
  EXPECT_EQ(get().error().kind, ErrorKind::kUnavailable);
  transport_.on("createSession", 400, R"({"error":"InvalidRequest","message":"odd"})");
  EXPECT_EQ(get().error().kind, ErrorKind::kUnavailable);
  transport_.on("createSession", 401,
                R"({"error":"AuthenticationRequired","message":"Invalid identifier or password"})");
  EXPECT_EQ(get().error().kind, ErrorKind::kUnauthorized);
  transport_.on("createSession", 401,
                R"({"error":"AccountTakedown","message":"Account has been taken down"})");
  EXPECT_EQ(get().error().kind, ErrorKind::kUnauthorized);
  transport_.on("refreshSession", 503, "");
  EXPECT_EQ(get().error().kind, ErrorKind::kUnavailable);
  transport_.on("createSession", 429, R"({"error":"RateLimitExceeded"})", {{"Retry-After", "30"}});
  transport_.on("refreshSession", 400, kExpired);
  const auto limited = get();
  EXPECT_EQ(limited.error().kind, ErrorKind::kTooMany);
  EXPECT_EQ(limited.error().retry_after_seconds, 30);
  EXPECT_EQ(saves_, 0);
}

TEST_F(BlueskySession, AFreshTokenThatIsRefusedTooDoesNotGoInCircles) {
  transport_.on("refreshSession", 200, tokens("also-bad", "refresh-2"));
  EXPECT_EQ(get().error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(transport_.asked("refreshSession").size(), 1U);
}

TEST_F(BlueskySession, TakesTokensAnotherProcessStored) {
  EXPECT_TRUE(session_.who());
  Credentials renewed = stored();
  renewed.access = "new";
  secret_ = to_text(renewed);
  EXPECT_TRUE(get());
  EXPECT_TRUE(transport_.asked("refreshSession").empty());
}

TEST_F(BlueskySession, FollowsAnAccountThatMovedUnlessAServerWasNamed) {
  transport_.on("refreshSession", 200,
                tokens("new", "r", R"(,"didDoc":{"id":"did:plc:us","service":[
      {"id":"#atproto_pds","serviceEndpoint":"https://new-home.example"}]})"));
  EXPECT_TRUE(get());
  EXPECT_EQ(stored().service, "https://new-home.example");
  EXPECT_EQ(transport_.asked("new-home.example/xrpc/app.bsky").size(), 1U);
}

TEST_F(BlueskySession, AWriteWithoutAClearEndIsUnknown) {
  transport_.on("putRecord", 500,
                R"({"error":"InternalServerError","message":"Internal Server Error"})");
  EXPECT_EQ(session_.write("com.atproto.repo.putRecord", "{}").error().kind, ErrorKind::kUnknown);
  transport_.on("putRecord", [](const HttpRequest& request) -> Result<HttpResponse> {
    EXPECT_TRUE(request.once);
    return fail(ErrorKind::kUnknown, "cut off");
  });
  EXPECT_EQ(session_.write("com.atproto.repo.putRecord", "{}").error().kind, ErrorKind::kUnknown);
  transport_.on("putRecord", [](const HttpRequest&) -> Result<HttpResponse> {
    return unavailable("nobody there");
  });
  EXPECT_EQ(session_.write("com.atproto.repo.putRecord", "{}").error().kind,
            ErrorKind::kUnavailable);
  transport_.on(
      "putRecord", 400,
      R"({"error":"InvalidRequest","message":"Record/text must not be longer than 300 graphemes"})");
  const auto refused = session_.write("com.atproto.repo.putRecord", "{}");
  EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(refused.error().message, "Record/text must not be longer than 300 graphemes.");
  transport_.on("app.bsky", [](const HttpRequest&) -> Result<HttpResponse> {
    return fail(ErrorKind::kUnknown, "cut off");
  });
  EXPECT_EQ(get().error().kind, ErrorKind::kUnavailable);
  transport_.on("app.bsky", 502, R"({"error":"UpstreamFailure"})");
  EXPECT_EQ(get().error().kind, ErrorKind::kUnavailable);
}

TEST_F(BlueskySession, AUsedUpBudgetCostsNoRequest) {
  transport_.on("app.bsky", 429, R"({"error":"RateLimitExceeded"})", {{"Retry-After", "20"}});
  EXPECT_EQ(get().error().kind, ErrorKind::kTooMany);
  const auto again = get();
  EXPECT_EQ(again.error().kind, ErrorKind::kTooMany);
  EXPECT_EQ(again.error().retry_after_seconds, 20);
  EXPECT_EQ(transport_.asked("app.bsky").size(), 1U);
  clock_.advance(std::chrono::seconds(21));
  transport_.on("app.bsky", 200, "{}");
  EXPECT_TRUE(get());
}

TEST_F(BlueskySession, ASuspendedAccountIsNotTakenForAWrongPassword) {
  transport_.on("refreshSession", 400, kExpired);
  transport_.on("createSession", 401,
                R"({"error":"AuthenticationRequired","message":"Invalid identifier or password"})");
  transport_.on("getRepoStatus", 200, R"({"did":"did:plc:us","active":true})");
  EXPECT_NE(get().error().message.find("app password"), std::string::npos);
  transport_.on("getRepoStatus", 200,
                R"({"did":"did:plc:us","active":false,"status":"takendown"})");
  EXPECT_EQ(get().error().kind, ErrorKind::kUnauthorized);
  EXPECT_EQ(get().error().message, kSuspendedWords);
  transport_.on("getRepoStatus", 200,
                R"({"did":"did:plc:us","active":false,"status":"deactivated"})");
  EXPECT_EQ(get().error().message, kDeactivatedWords);
}

TEST_F(BlueskySession, FollowsAnAccountThatMoved) {
  const std::string closed = R"({"error":"AccountDeactivated","message":"Account is deactivated"})";
  transport_.on("https://pds.example/xrpc/app.bsky", 401, closed);
  EXPECT_EQ(get().error().message, kDeactivatedWords) << "it did not move";

  transport_.on("plc.example", 200,
                R"({"id":"did:plc:us","alsoKnownAs":["at://us.test"],"service":[
        {"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"https://new.example"}]})");
  transport_.on("https://new.example/xrpc/com.atproto.server.createSession", 401,
                R"({"error":"AuthenticationRequired","message":"Invalid identifier or password"})");
  auto answer = get();
  EXPECT_EQ(answer.error().kind, ErrorKind::kUnauthorized);
  EXPECT_EQ(answer.error().message, kMovedWords);

  transport_.on("https://new.example/xrpc/com.atproto.server.createSession", 200,
                tokens("new", "refresh-2"));
  EXPECT_TRUE(get());
  EXPECT_EQ(stored().service, "https://new.example");
}

}  // namespace
}  // namespace rapport::bluesky
