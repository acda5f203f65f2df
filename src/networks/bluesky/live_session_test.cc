// Connecting on a real network, and staying signed in.

#include <gtest/gtest.h>
#include <sodium.h>

#include <atomic>
#include <boost/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "networks/bluesky/credentials.h"
#include "networks/bluesky/session.h"
#include "networks/bluesky/testing/live_world.h"

namespace rapport {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

// As the server's own test keys sign it: HS256 over "jwt-secret".
std::string expired_token(const std::string& did) {
  const auto base64 = [](std::string_view bytes) {
    std::string text(
        sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();
    return text;
  };
  const std::string signing = base64(R"({"typ":"at+jwt","alg":"HS256"})") + "." +
                              base64(json::serialize(json::object{{"scope", "com.atproto.appPass"},
                                                                  {"sub", did},
                                                                  {"aud", "did:web:localhost"},
                                                                  {"iat", 1'600'000'000},
                                                                  {"exp", 1'600'000'001}}));
  unsigned char tag[crypto_auth_hmacsha256_BYTES];
  crypto_auth_hmacsha256_state state;
  const std::string key = "jwt-secret";
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()),
                              key.size());
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(signing.data()),
                                signing.size());
  crypto_auth_hmacsha256_final(&state, tag);
  return signing + "." + base64({reinterpret_cast<const char*>(tag), sizeof tag});
}

TEST_F(BlueskyLive, ConnectsByHandleDidOrServer) {
  const std::string password = brand_->app_password();
  const auto by_handle = registry_.connect("bluesky", {"@" + brand_->handle + " ", password, {}});
  ASSERT_TRUE(by_handle) << by_handle.error().message << by_handle.error().cause;
  EXPECT_EQ(by_handle->account.native_id, brand_->did);
  EXPECT_EQ(by_handle->account.handle, brand_->handle);
  EXPECT_EQ(by_handle->service, pds_);
  EXPECT_TRUE(registry_.connect("bluesky", {brand_->did, password, {}}));
  const auto by_server = registry_.connect("bluesky", {brand_->handle, password, pds_ + "/"});
  ASSERT_TRUE(by_server) << by_server.error().message;
  EXPECT_EQ(by_server->account.native_id, brand_->did);

  const auto wrong = registry_.connect("bluesky", {brand_->handle, "nonsense", {}});
  EXPECT_EQ(wrong.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(wrong.error().field, "app_password");
  const auto nobody = registry_.connect("bluesky", {"nobody" + tag_ + ".test", password, {}});
  EXPECT_EQ(nobody.error().kind, ErrorKind::kInvalid) << nobody.error().message;
  EXPECT_EQ(nobody.error().field, "handle");
  EXPECT_EQ(registry_.connect("bluesky", {"no handle", password, {}}).error().field, "handle");
}

TEST_F(BlueskyLive, HealsATokenThatIsNoGood) {
  change_secret([](auto& credentials) { credentials.access = "garbage"; });
  const auto connector = open();
  EXPECT_TRUE(connector->profile(brand_->did));
  EXPECT_EQ(saves_, 1);
  EXPECT_NE(bluesky::credentials_of(secret_)->access, "garbage");
}

TEST_F(BlueskyLive, ManyThreadsRenewAnExpiredTokenOnce) {
  change_secret([&](auto& credentials) { credentials.access = expired_token(brand_->did); });
  const auto connector = open();
  std::atomic<int> good{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] { good += connector->profile(brand_->did).has_value() ? 1 : 0; });
    }
  }
  EXPECT_EQ(good, 8);
  EXPECT_EQ(saves_, 1);
}

TEST_F(BlueskyLive, SignsInAgainWhenTheSessionIsRevokedButNotWithARevokedPassword) {
  // Ends the session on the server, as signing out elsewhere does.
  HttpRequest request;
  request.method = HttpMethod::kPost;
  request.url = pds_ + "/xrpc/com.atproto.server.deleteSession";
  request.headers = {{"Authorization", "Bearer " + bluesky::credentials_of(secret_)->refresh}};
  ASSERT_EQ(transport_.send(request)->status, 200);
  change_secret([&](auto& credentials) { credentials.access = expired_token(brand_->did); });
  EXPECT_TRUE(open()->profile(brand_->did));
  EXPECT_EQ(saves_, 1);

  brand_->revoke_app_passwords();
  change_secret([&](auto& credentials) { credentials.access = expired_token(brand_->did); });
  const std::string before = secret_;
  const auto refused = open()->hear("notifications", "", clock_.now() - 1h);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kUnauthorized) << refused.error().message;
  EXPECT_EQ(secret_, before);
}

TEST_F(BlueskyLive, SaysWhatIsWrongWithAServerThatIsNotThere) {
  change_secret([](auto& credentials) {
    credentials.service = "http://127.0.0.1:9";
    credentials.service_fixed = true;
  });
  const auto connector = open();
  EXPECT_EQ(connector->profile(brand_->did).error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(connector->send(act(ActKind::kPost, "Nobody home?")).error().kind,
            ErrorKind::kUnavailable);
}

TEST_F(BlueskyLive, SaysTruthfullyWhyOurOwnAccountMayNotAct) {
  const auto connector = open();
  ASSERT_TRUE(connector->profile(brand_->did));
  take_down(*brand_, true);
  ASSERT_TRUE(soon([&] {
    const auto profile = connector->profile(brand_->did);
    return profile ? profile->standing == AccountStanding::kSuspended
                   : profile.error().kind == ErrorKind::kUnauthorized;
  }));
  auto sent = connector->send(act(ActKind::kPost, "Hello?"));
  EXPECT_EQ(sent.error().kind, ErrorKind::kUnauthorized);
  EXPECT_EQ(sent.error().message, bluesky::kSuspendedWords);
  // With an old token as well, where the server says the password is wrong.
  change_secret([&](auto& credentials) {
    credentials.access = expired_token(brand_->did);
    credentials.refresh = "";
  });
  sent = open()->send(act(ActKind::kPost, "Hello?"));
  EXPECT_EQ(sent.error().message, bluesky::kSuspendedWords) << sent.error().cause;
  take_down(*brand_, false);
  ASSERT_TRUE(open()->send(act(ActKind::kPost, "Here again")));

  brand_->call("com.atproto.server.deactivateAccount", json::object{});
  const auto profile = open()->profile(brand_->did);
  if (profile) {
    EXPECT_EQ(profile->standing, AccountStanding::kDeactivated);
  } else {
    EXPECT_EQ(profile.error().message, bluesky::kDeactivatedWords) << profile.error().cause;
  }
  sent = open()->send(act(ActKind::kPost, "Hello?"));
  EXPECT_EQ(sent.error().message, bluesky::kDeactivatedWords) << sent.error().cause;
}

}  // namespace
}  // namespace rapport
