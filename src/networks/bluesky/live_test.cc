// The connector against a real network: real servers for accounts, identities and views, started by
// tools/bluesky-network. RAPPORT_BLUESKY_NET names its net.json; without it these tests are
// skipped.

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <thread>

#include "base/tid.h"
#include "base/url.h"
#include "networks/bluesky/bluesky.h"
#include "networks/bluesky/credentials.h"
#include "networks/bluesky/names.h"
#include "networks/curl_transport.h"
#include "networks/registry.h"

namespace rapport {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

// Counts what goes out.
class CountingTransport final : public Transport {
 public:
  CountingTransport()
      : inner_({.guard = *AddressGuard::make({.allow_loopback = true, .allow_ranges = {}})}) {}
  Result<HttpResponse> send(const HttpRequest& request) override {
    ++sent;
    return inner_.send(request);
  }
  std::atomic<int> sent{0};

 private:
  CurlTransport inner_;
};

std::string text_of(const json::value& value, std::string_view key) {
  return std::string(value.at(key).as_string());
}

// Somebody on the network who uses another program than ours.
class Someone {
 public:
  Someone(Transport& transport, std::string pds, std::string name)
      : transport_(transport), pds_(std::move(pds)), handle(std::move(name) + ".test") {
    const auto made =
        call("com.atproto.server.createAccount",
             {{"handle", handle}, {"email", handle + "@mail.test"}, {"password", "a-password-1"}});
    did = text_of(made, "did");
    token_ = text_of(made, "accessJwt");
  }

  json::value call(std::string_view nsid, const json::object& body) {
    HttpRequest request;
    request.method = HttpMethod::kPost;
    request.url = pds_ + "/xrpc/" + std::string(nsid);
    request.headers = {{"Content-Type", "application/json"}, {"x-ratelimit-bypass", "bypass-me"}};
    if (!token_.empty()) request.headers.push_back({"Authorization", "Bearer " + token_});
    request.body = json::serialize(body);
    const auto response = transport_.send(request);
    if (!response || response->status != 200) {
      throw std::runtime_error(std::string(nsid) + ": " +
                               (response ? response->body : response.error().cause));
    }
    return response->body.empty() ? json::value() : json::parse(response->body);
  }

  // Returns {uri, cid}.
  json::object put(std::string_view collection, json::object record, std::string_view key = {}) {
    record["$type"] = collection;
    record["createdAt"] = format_time(SystemClock().now());
    json::object body{{"repo", did}, {"collection", collection}, {"record", record}};
    if (!key.empty()) body["rkey"] = key;
    const auto made =
        call(key.empty() ? "com.atproto.repo.createRecord" : "com.atproto.repo.putRecord", body);
    return {{"uri", made.at("uri")}, {"cid", made.at("cid")}};
  }
  json::object post(const std::string& text, json::object more = {}) {
    more["text"] = text;
    return put(bluesky::kPostCollection, std::move(more));
  }
  json::object mention(const Someone& whom, const std::string& words) {
    const std::string text = "@" + whom.handle + " " + words;
    return post(text, {{"facets", facet(whom)}});
  }
  json::array facet(const Someone& whom) {
    return {json::object{
        {"index", {{"byteStart", 0}, {"byteEnd", whom.handle.size() + 1}}},
        {"features",
         {json::object{{"$type", "app.bsky.richtext.facet#mention"}, {"did", whom.did}}}}}};
  }
  json::object reply(const json::object& root, const json::object& parent,
                     const std::string& text) {
    return post(text, {{"reply", {{"root", root}, {"parent", parent}}}});
  }
  void remove(const json::object& record) {
    const std::string uri(record.at("uri").as_string());
    const auto parts = bluesky::parse_at_uri(uri);
    call("com.atproto.repo.deleteRecord",
         {{"repo", did}, {"collection", parts->collection}, {"rkey", parts->rkey}});
  }
  std::string app_password() {
    return text_of(call("com.atproto.server.createAppPassword",
                        {{"name", "desk " + std::to_string(++passwords_)}}),
                   "password");
  }
  void revoke_app_passwords() {
    for (; passwords_ > 0; --passwords_) {
      call("com.atproto.server.revokeAppPassword",
           {{"name", "desk " + std::to_string(passwords_)}});
    }
  }

 private:
  Transport& transport_;
  std::string pds_;
  std::string token_;
  int passwords_ = 0;

 public:
  std::string handle;
  std::string did;
};

std::string uri_of(const json::object& record) { return std::string(record.at("uri").as_string()); }
std::string cid_of(const json::object& record) { return std::string(record.at("cid").as_string()); }

class BlueskyLive : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* path = std::getenv("RAPPORT_BLUESKY_NET");
    if (path == nullptr) {
      GTEST_SKIP() << "Needs a running network: tools/bluesky-network/start, then "
                      "RAPPORT_BLUESKY_NET=build/bluesky-network/run/net.json";
    }
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    const auto net = json::parse(text.str());
    settings_.plc_url = text_of(net, "plc");
    pds_ = text_of(net, "pds");
    settings_.handle_resolver_url = pds_;
    registry_ = make_registry(settings_, transport_, clock_);
    tag_ = std::to_string(to_micros(clock_.now()) % 10'000'000'000);
    brand_ = std::make_unique<Someone>(transport_, pds_, "b" + tag_);
    ana_ = std::make_unique<Someone>(transport_, pds_, "a" + tag_);
    secret_ = connect()->secret;
  }

  Result<ConnectedAccount> connect() {
    return registry_.connect("bluesky", {brand_->handle, brand_->app_password(), {}});
  }

  std::unique_ptr<Connector> open() {
    Channel channel;
    channel.network = "bluesky";
    return *registry_.open(channel, {[this]() -> Result<std::string> {
                                       std::lock_guard lock(mutex_);
                                       return secret_;
                                     },
                                     [this](const std::string& text) -> Result<Done> {
                                       std::lock_guard lock(mutex_);
                                       secret_ = text;
                                       ++saves_;
                                       return Done{};
                                     }});
  }

  void change_secret(const std::function<void(bluesky::Credentials&)>& change) {
    auto credentials = *bluesky::credentials_of(secret_);
    change(credentials);
    secret_ = bluesky::to_text(credentials);
  }

  // The network's views lag behind its records by up to a second.
  static bool soon(const std::function<bool()>& holds) {
    for (int i = 0; i < 100; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(100ms);
    }
    return false;
  }

  Outgoing act(ActKind kind, std::string text = {}, const json::object& target = {}) {
    Outgoing act;
    act.kind = kind;
    act.record_key = tids_.make();
    act.created_at = clock_.now();
    act.text = std::move(text);
    act.langs = {"en"};
    if (!target.empty()) {
      act.target_native_id = uri_of(target);
      act.target_revision = cid_of(target);
    }
    return act;
  }

  SystemClock clock_;
  TidMaker tids_{clock_};
  CountingTransport transport_;
  NetworkSettings settings_;
  Registry registry_;
  std::string pds_;
  std::string tag_;
  std::unique_ptr<Someone> brand_;
  std::unique_ptr<Someone> ana_;
  std::mutex mutex_;
  std::string secret_;
  std::atomic<int> saves_{0};
};

const NetworkPost* find(const std::vector<NetworkPost>& posts, const std::string& uri) {
  const auto found = std::find_if(posts.begin(), posts.end(),
                                  [&](const NetworkPost& post) { return post.native_id == uri; });
  return found == posts.end() ? nullptr : &*found;
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

TEST_F(BlueskyLive, HearsWhatPeopleSayAndDo) {
  const auto connector = open();
  const Time since = clock_.now() - 24h;
  const auto first = connector->hear("notifications", "", since);
  ASSERT_TRUE(first) << first.error().message << first.error().cause;
  EXPECT_TRUE(first->posts.empty());
  EXPECT_EQ(first->read_from, since);

  const auto ours = brand_->post("The rye is back.");
  const auto mention = ana_->mention(*brand_, "is it really? 🍞");
  const auto reply = ana_->reply(ours, ours, "Finally!");
  const auto quote = ana_->post(
      "Look at this", {{"embed", {{"$type", "app.bsky.embed.record"}, {"record", ours}}}});
  ana_->put(bluesky::kLikeCollection, {{"subject", ours}});
  ana_->put("app.bsky.feed.repost", {{"subject", ours}});
  ana_->put(bluesky::kFollowCollection, {{"subject", brand_->did}});

  Heard heard;
  ASSERT_TRUE(soon([&] {
    heard = *connector->hear("notifications", first->cursor, since);
    return heard.posts.size() == 3 && heard.interactions.size() == 3;
  })) << heard.posts.size()
      << " posts, " << heard.interactions.size() << " interactions";
  EXPECT_FALSE(heard.more);
  EXPECT_LE(heard.read_from, first->read_to);

  const NetworkPost* said = find(heard.posts, uri_of(mention));
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(said->revision, cid_of(mention));
  EXPECT_EQ(said->author.handle, ana_->handle);
  EXPECT_EQ(said->kind, PostKind::kPost);
  EXPECT_TRUE(said->addressed);
  ASSERT_EQ(said->entities.size(), 1U);
  EXPECT_EQ(said->entities[0].value, brand_->did);
  const NetworkPost* answer = find(heard.posts, uri_of(reply));
  ASSERT_NE(answer, nullptr);
  EXPECT_EQ(answer->kind, PostKind::kReply);
  EXPECT_EQ(answer->parent_native_id, uri_of(ours));
  EXPECT_EQ(answer->root_native_id, uri_of(ours));
  const NetworkPost* quoted = find(heard.posts, uri_of(quote));
  ASSERT_NE(quoted, nullptr);
  EXPECT_EQ(quoted->kind, PostKind::kQuote);
  EXPECT_EQ(quoted->quoted_native_id, uri_of(ours));
  ASSERT_TRUE(quoted->quoted);
  EXPECT_EQ(quoted->quoted->text, "The rye is back.");
  for (const auto& interaction : heard.interactions) {
    EXPECT_EQ(interaction.actor.native_id, ana_->did);
    EXPECT_EQ(interaction.object_post_native_id,
              interaction.kind == InteractionKind::kFollow ? "" : uri_of(ours));
  }
}

TEST_F(BlueskyLive, WalksBackPageByPageAfterALongAbsence) {
  const auto connector = open();
  for (int i = 0; i < 230; ++i) ana_->mention(*brand_, "number " + std::to_string(i));
  const Time since = clock_.now() - 24h;
  std::set<std::string> uris;
  ASSERT_TRUE(soon([&] {
    uris.clear();
    std::string cursor;
    for (bool more = true; more;) {
      const auto heard = *connector->hear("notifications", cursor, since);
      for (const auto& post : heard.posts) uris.insert(post.native_id);
      cursor = heard.cursor;
      more = heard.more;
      EXPECT_TRUE(more || heard.read_from == since);
    }
    return uris.size() == 230;
  })) << uris.size();
}

TEST_F(BlueskyLive, ReadsAThreadWithItsContextEditsAndDeletions) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "my order never came");
  const auto ours = brand_->reply(root, root, "Which street is it?");
  const auto street = ana_->reply(root, ours, "Quay Street");
  const auto aside = ana_->reply(root, root, "And it was cold last time.");
  const std::vector<std::string> known = {uri_of(root), uri_of(ours), uri_of(street),
                                          uri_of(aside)};

  Thread thread;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(street), known);
    if (read) thread = *read;
    // The AppView counts answers a moment before or after it shows them.
    return thread.posts.size() == 4 && thread.complete &&
           find(thread.posts, uri_of(root))->replies == 2;
  }));
  EXPECT_TRUE(thread.deleted.empty());
  EXPECT_EQ(find(thread.posts, uri_of(aside))->parent_native_id, uri_of(root));
  EXPECT_EQ(find(thread.posts, uri_of(root))->replies, 2);

  // An edit is the same record with other words.
  const std::string key(bluesky::parse_at_uri(known[3])->rkey);
  const auto edited = ana_->put(
      bluesky::kPostCollection,
      {{"text", "And it was burnt last time."}, {"reply", {{"root", root}, {"parent", root}}}},
      key);
  EXPECT_EQ(uri_of(edited), uri_of(aside));
  ana_->remove(street);
  ASSERT_TRUE(soon([&] {
    thread = *connector->thread(uri_of(root), known);
    const auto* post = find(thread.posts, uri_of(aside));
    return thread.deleted.size() == 1 && post != nullptr && post->revision == cid_of(edited);
  }));
  EXPECT_EQ(thread.deleted, std::vector{uri_of(street)});
  EXPECT_EQ(find(thread.posts, uri_of(aside))->text, "And it was burnt last time.");

  // The root goes, the answers stay.
  ana_->remove(root);
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(root), known);
    return read && read->deleted.size() == 2 && read->posts.size() == 2;
  }));
  brand_->remove(ours);
  ana_->remove(aside);
  ASSERT_TRUE(soon([&] {
    const auto read = connector->thread(uri_of(root), known);
    return !read && read.error().kind == ErrorKind::kNotFound;
  }));
}

TEST_F(BlueskyLive, AFreshAnswerIsNotTakenForADeletedOne) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "hello?");
  ASSERT_TRUE(soon([&] { return connector->thread(uri_of(root), {}).has_value(); }));
  auto reply = act(ActKind::kReply, "Hello!", root);
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message;
  // The views may not have it yet; the record stands all the same.
  const auto thread = connector->thread(uri_of(root), {uri_of(root), sent->native_id});
  ASSERT_TRUE(thread);
  EXPECT_TRUE(thread->deleted.empty());
}

TEST_F(BlueskyLive, SendsAReplyOnceHoweverOftenItIsSent) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "is the oven on?");
  auto reply =
      act(ActKind::kReply, "It is, @" + ana_->handle + ". See harbour.coffee/rye 🥖 #rye", root);
  EXPECT_EQ(connector->look_up(reply).value(), std::nullopt);
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message << sent.error().cause;
  ASSERT_EQ(sent->entities.size(), 3U);
  EXPECT_EQ(sent->entities[0].value, ana_->did);
  EXPECT_EQ(sent->entities[1].value, "https://harbour.coffee/rye");
  EXPECT_EQ(sent->entities[2].value, "rye");

  std::vector<std::string> again(5);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : again) {
      threads.emplace_back([&] {
        if (const auto result = connector->send(reply)) mine = result->native_id + result->revision;
      });
    }
  }
  for (const auto& mine : again) EXPECT_EQ(mine, sent->native_id + sent->revision);
  const auto found = connector->look_up(reply);
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->native_id, sent->native_id);
  EXPECT_EQ((*found)->revision, sent->revision);
  EXPECT_EQ((*found)->entities.size(), 3U);

  // The customer's side of it.
  Thread thread;
  ASSERT_TRUE(soon([&] {
    thread = *connector->thread(uri_of(root), {});
    return thread.posts.size() >= 2;
  }));
  EXPECT_EQ(thread.posts.size(), 2U);
  const NetworkPost* answer = find(thread.posts, sent->native_id);
  ASSERT_NE(answer, nullptr);
  EXPECT_EQ(answer->parent_native_id, uri_of(root));
  EXPECT_EQ(answer->text, reply.text);
  EXPECT_EQ(answer->entities.size(), 3U);
  EXPECT_EQ(answer->langs, std::vector<std::string>{"en"});
}

TEST_F(BlueskyLive, AnswersDeepInAThreadWithoutKnowingItsRoot) {
  const auto connector = open();
  const auto root = ana_->post("Does anybody know a bakery?");
  const auto inner = ana_->post("Does @someone?", {{"reply", {{"root", root}, {"parent", root}}}});
  auto reply = act(ActKind::kReply, "We bake.", inner);
  reply.root_native_id = uri_of(root);
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message;
  Thread thread;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(sent->native_id, {});
    if (read) thread = *read;
    return thread.posts.size() == 3;
  }));
  EXPECT_EQ(find(thread.posts, sent->native_id)->root_native_id, uri_of(root));

  ana_->remove(inner);
  auto late = act(ActKind::kReply, "Still there?", inner);
  late.root_native_id = uri_of(root);
  EXPECT_EQ(connector->send(late).error().kind, ErrorKind::kNotFound);
}

TEST_F(BlueskyLive, LikesFollowsPostsAndTakesThemBack) {
  const auto connector = open();
  const auto post = ana_->post("A fine day.");
  const auto like = connector->send(act(ActKind::kLike, {}, post));
  ASSERT_TRUE(like) << like.error().message;
  auto follow = act(ActKind::kFollow);
  follow.target_native_id = ana_->did;
  const auto followed = connector->send(follow);
  ASSERT_TRUE(followed) << followed.error().message;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(uri_of(post), {});
    return thread && thread->posts.size() == 1 && thread->posts[0].our_like == like->native_id;
  }));
  ASSERT_TRUE(soon([&] {
    const auto profile = connector->profile(ana_->did);
    return profile && profile->followed_by_us == followed->native_id && profile->whole_profile;
  }));

  for (const auto& [kind, made] :
       {std::pair(ActKind::kUnlike, *like), {ActKind::kUnfollow, *followed}}) {
    auto undo = act(kind);
    undo.target_native_id = made.native_id;
    EXPECT_EQ(connector->look_up(undo).value(), std::nullopt);
    EXPECT_TRUE(connector->send(undo));
    EXPECT_TRUE(connector->send(undo));
    EXPECT_TRUE(connector->look_up(undo).value());
  }
  const auto own = connector->send(act(ActKind::kPost, "Fresh rolls at seven."));
  ASSERT_TRUE(own) << own.error().message;
  auto remove = act(ActKind::kDelete);
  remove.target_native_id = own->native_id;
  EXPECT_TRUE(connector->send(remove));
  remove.target_native_id = uri_of(post);
  EXPECT_EQ(connector->send(remove).error().kind, ErrorKind::kForbidden);
}

TEST_F(BlueskyLive, KeepsToTheNetworksLimits) {
  const auto connector = open();
  std::string text;
  for (int i = 0; i < 300; ++i) text += "é";
  EXPECT_TRUE(connector->send(act(ActKind::kPost, text)));
  const auto long_one = connector->send(act(ActKind::kPost, text + "!"));
  EXPECT_EQ(long_one.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(long_one.error().message,
            "Bluesky takes 300 characters; this is 1 character too long.");
  std::string emoji;
  for (int i = 0; i < 120; ++i) emoji += "👩‍👩‍👧‍👦";  // 25 bytes each
  EXPECT_TRUE(connector->send(act(ActKind::kPost, emoji))) << emoji.size();
  EXPECT_EQ(connector->send(act(ActKind::kPost, emoji + "👩‍👩‍👧‍👦")).error().kind,
            ErrorKind::kInvalid);
  EXPECT_EQ(connector->send(act(ActKind::kPost, " \n")).error().kind, ErrorKind::kInvalid);
}

TEST_F(BlueskyLive, HearsItsOwnPostsFromElsewhereAndTheirDeletion) {
  const auto connector = open();
  const Time since = clock_.now() - 24h;
  const auto early = brand_->post("Said before");
  auto heard = *connector->hear("own_posts", "", since);
  ASSERT_EQ(heard.posts.size(), 1U);
  EXPECT_EQ(heard.posts[0].native_id, uri_of(early));
  EXPECT_EQ(heard.posts[0].author.native_id, brand_->did);
  EXPECT_EQ(heard.read_from, since);

  const auto question = ana_->mention(*brand_, "well?");
  const auto answer = brand_->reply(question, question, "Well indeed.");
  heard = *connector->hear("own_posts", heard.cursor, since);
  ASSERT_EQ(heard.posts.size(), 1U);
  EXPECT_EQ(heard.posts[0].native_id, uri_of(answer));
  EXPECT_EQ(heard.posts[0].kind, PostKind::kReply);
  brand_->remove(early);
  heard = *connector->hear("own_posts", heard.cursor, since);
  EXPECT_TRUE(heard.posts.empty());
  EXPECT_EQ(heard.deleted, std::vector{uri_of(early)});
  heard = *connector->hear("own_posts", heard.cursor, since);
  EXPECT_TRUE(heard.deleted.empty());
}

TEST_F(BlueskyLive, HealsATokenThatIsNoGood) {
  change_secret([](auto& credentials) { credentials.access = "garbage"; });
  const auto connector = open();
  EXPECT_TRUE(connector->profile(brand_->did));
  EXPECT_EQ(saves_, 1);
  EXPECT_NE(bluesky::credentials_of(secret_)->access, "garbage");
}

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

// Needs a network started with --rate-limits.
TEST_F(BlueskyLive, StopsAskingWhenTheBudgetIsUsedUp) {
  if (std::getenv("RAPPORT_BLUESKY_LIMITS") == nullptr) {
    GTEST_SKIP() << "Needs --rate-limits and RAPPORT_BLUESKY_LIMITS=1";
  }
  Result<ConnectedAccount> last = connect();
  for (int i = 0; i < 40 && (last || last.error().kind != ErrorKind::kTooMany); ++i) {
    last = registry_.connect("bluesky", {ana_->handle, "wrong", {}});
  }
  ASSERT_FALSE(last);
  EXPECT_EQ(last.error().kind, ErrorKind::kTooMany);
  EXPECT_GT(last.error().retry_after_seconds.value_or(0), 0);
  const int before = transport_.sent;
  last = registry_.connect("bluesky", {ana_->handle, "wrong", {}});
  EXPECT_EQ(last.error().kind, ErrorKind::kTooMany);
  EXPECT_EQ(transport_.sent - before, 2);  // who and where it is, but no third try to sign in
}

}  // namespace
}  // namespace rapport
