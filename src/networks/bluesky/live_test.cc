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
#include "networks/bluesky/session.h"
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

  json::value call(std::string_view nsid, const json::object& body) { return ask(nsid, &body); }
  json::value ask(std::string_view nsid, const json::object* body = nullptr) {
    HttpRequest request;
    request.method = HttpMethod::kPost;
    request.url = pds_ + "/xrpc/" + std::string(nsid);
    request.headers = {{"x-ratelimit-bypass", "bypass-me"}};
    if (body) request.headers.push_back({"Content-Type", "application/json"});
    if (!token_.empty()) request.headers.push_back({"Authorization", "Bearer " + token_});
    if (body) request.body = json::serialize(*body);
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
  json::array facet(const Someone& whom) const {
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
    admin_password_ = text_of(net, "adminPassword");
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
  // Takes an account down, or lets it up again, as the server's operator does.
  void take_down(const Someone& whom, bool down) {
    HttpRequest request;
    request.method = HttpMethod::kPost;
    request.url = pds_ + "/xrpc/com.atproto.admin.updateSubjectStatus";
    const std::string who = "admin:" + admin_password_;
    std::string basic(sodium_base64_encoded_len(who.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(basic.data(), basic.size(),
                      reinterpret_cast<const unsigned char*>(who.data()), who.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    basic.pop_back();
    request.headers = {{"Content-Type", "application/json"},
                       {"Authorization", "Basic " + basic},
                       {"x-ratelimit-bypass", "bypass-me"}};
    json::object takedown{{"applied", down}};
    if (down) takedown["ref"] = "tried";
    request.body = json::serialize(
        json::object{{"subject", {{"$type", "com.atproto.admin.defs#repoRef"}, {"did", whom.did}}},
                     {"takedown", std::move(takedown)}});
    const auto response = transport_.send(request);
    ASSERT_TRUE(response && response->status == 200) << (response ? response->body : "");
  }

  std::string pds_;
  std::string admin_password_;
  std::string tag_;
  std::unique_ptr<Someone> brand_;
  std::unique_ptr<Someone> ana_;
  std::mutex mutex_;
  std::string secret_;
  std::atomic<int> saves_{0};
};

// A thread that its view does not know yet is empty, so nobody asks for its first post by number.
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

// The smallest PNG there is: one clear pixel.
std::string png() {
  constexpr std::string_view kText =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
      "gg==";
  std::string bytes(kText.size(), '\0');
  std::size_t length = 0;
  sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), kText.data(),
                    kText.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
  bytes.resize(length);
  return bytes;
}

TEST_F(BlueskyLive, APictureInAReplyIsSeenByTheCustomer) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "what does it look like?");
  auto reply = act(ActKind::kReply, "Like this.", root);
  reply.images.push_back({png(), "image/png", "A loaf of rye", 1, 1});
  reply.images.push_back({png(), "image/png", "", 1600, 900});
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message << sent.error().cause;
  const auto again = connector->send(reply);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->revision, sent->revision);  // the same files, the same record
  Thread thread;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(root), {});
    if (read) thread = *read;
    return find(thread.posts, sent->native_id) != nullptr;
  }));
  const auto& media = find(thread.posts, sent->native_id)->media;
  ASSERT_EQ(media.size(), 2U);
  EXPECT_EQ(media[0].kind, MediaKind::kImage);
  EXPECT_EQ(media[0].alt, "A loaf of rye");
  EXPECT_EQ(media[0].width, 1U);
  EXPECT_EQ(media[1].width, 1600U);
  EXPECT_FALSE(media[0].url.empty());
  // The bytes are the file: read from our server, as the views do.
  HttpRequest blob;
  const auto cid = media[0].url.substr(media[0].url.rfind('/') + 1);
  blob.url = pds_ + "/xrpc/com.atproto.sync.getBlob?did=" + brand_->did +
             "&cid=" + cid.substr(0, cid.find('@'));
  const auto stored = transport_.send(blob);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->body, png()) << media[0].url << stored->status;

  auto large = act(ActKind::kPost, "Too much");
  large.images.push_back({png() + std::string(2'000'000, 'x'), "image/png", "", 1, 1});
  EXPECT_EQ(connector->send(large).error().field, "media");
}

TEST_F(BlueskyLive, QuotesAndRepostsAndSaysWhenTheQuotedIsGone) {
  const auto connector = open();
  const auto theirs = ana_->post("Best rye in town.");
  auto quote = act(ActKind::kQuote, "Thank you!", theirs);
  quote.images.push_back({png(), "image/png", "Flour", 1, 1});
  const auto quoted = connector->send(quote);
  ASSERT_TRUE(quoted) << quoted.error().message << quoted.error().cause;
  const auto found = connector->look_up(quote);
  ASSERT_TRUE(found && *found);
  const auto repost = connector->send(act(ActKind::kRepost, {}, theirs));
  ASSERT_TRUE(repost) << repost.error().message;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(uri_of(theirs), {});
    const auto* post = thread ? find(thread->posts, uri_of(theirs)) : nullptr;
    return post != nullptr && post->our_repost == repost->native_id && post->reposts == 1;
  }));
  NetworkPost shown;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(quoted->native_id, {});
    if (thread && !thread->posts.empty()) shown = thread->posts[0];
    return shown.quoted.has_value();
  }));
  EXPECT_EQ(shown.kind, PostKind::kQuote);
  EXPECT_EQ(shown.quoted->text, "Best rye in town.");
  EXPECT_EQ(shown.quoted->author_handle, ana_->handle);
  EXPECT_EQ(shown.media.size(), 1U);

  auto undo = act(ActKind::kUnrepost);
  undo.target_native_id = repost->native_id;
  EXPECT_EQ(connector->look_up(undo).value(), std::nullopt);
  EXPECT_TRUE(connector->send(undo));
  EXPECT_TRUE(connector->look_up(undo).value());
  ana_->remove(theirs);
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(quoted->native_id, {});
    const auto* post = thread ? find(thread->posts, quoted->native_id) : nullptr;
    return post != nullptr && post->quoted && post->quoted->state == QuotedState::kGone;
  }));
}

TEST_F(BlueskyLive, ALinkIsShownAsACard) {
  const auto connector = open();
  auto post = act(ActKind::kPost, "How we bake");
  post.card = OutgoingCard{"https://bakery.example/rye", "Rye", "Three days, one loaf",
                           OutgoingImage{png(), "image/png", "", 1, 1}};
  const auto sent = connector->send(post);
  ASSERT_TRUE(sent) << sent.error().message << sent.error().cause;
  NetworkPost shown;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(sent->native_id, {});
    if (thread && !thread->posts.empty()) shown = thread->posts[0];
    return !shown.media.empty();
  }));
  EXPECT_EQ(shown.media[0].kind, MediaKind::kLink);
  EXPECT_EQ(shown.media[0].url, "https://bakery.example/rye");
  EXPECT_EQ(shown.media[0].title, "Rye");
  EXPECT_EQ(shown.media[0].description, "Three days, one loaf");
  EXPECT_FALSE(shown.media[0].thumb_url.empty());
}

TEST_F(BlueskyLive, MutesAndBlocks) {
  const auto connector = open();
  auto mute = act(ActKind::kMute);
  mute.target_native_id = ana_->did;
  EXPECT_EQ(connector->look_up(mute).value(), std::nullopt);
  ASSERT_TRUE(connector->send(mute)) << connector->send(mute).error().message;
  EXPECT_TRUE(connector->send(mute));
  ASSERT_TRUE(soon([&] { return connector->look_up(mute)->has_value(); }));
  EXPECT_EQ(connector->profile(ana_->did)->muted_by_us, true);
  auto unmute = act(ActKind::kUnmute);
  unmute.target_native_id = ana_->did;
  EXPECT_TRUE(connector->send(unmute));
  ASSERT_TRUE(soon([&] { return connector->look_up(unmute)->has_value(); }));

  const auto said = ana_->mention(*brand_, "horrid words");
  ASSERT_TRUE(soon([&] { return connector->thread(uri_of(said), {}).has_value(); }));
  auto block = act(ActKind::kBlock);
  block.target_native_id = ana_->did;
  const auto blocked = connector->send(block);
  ASSERT_TRUE(blocked) << blocked.error().message;
  ASSERT_TRUE(soon([&] {
    const auto profile = connector->profile(ana_->did);
    return profile && profile->blocked_by_us == blocked->native_id;
  }));
  // What they said is hidden from us, and not taken for deleted.
  const auto thread = connector->thread(uri_of(said), {uri_of(said)});
  ASSERT_TRUE(thread) << thread.error().message;
  EXPECT_TRUE(thread->deleted.empty());
  EXPECT_TRUE(thread->away.empty());
  auto unblock = act(ActKind::kUnblock);
  unblock.target_native_id = blocked->native_id;
  EXPECT_TRUE(connector->send(unblock));
  ASSERT_TRUE(soon([&] { return connector->profile(ana_->did)->blocked_by_us == ""; }));

  // And the other way round.
  ana_->put(bluesky::kBlockCollection, {{"subject", brand_->did}});
  ASSERT_TRUE(soon([&] { return connector->profile(ana_->did)->blocks_us == true; }));
}

TEST_F(BlueskyLive, HearsTheWarningsOfAuthors) {
  const auto connector = open();
  const auto labels = [](std::string_view word) {
    return json::object{{"$type", "com.atproto.label.defs#selfLabels"},
                        {"values", {json::object{{"val", word}}}}};
  };
  const std::string text = "@" + brand_->handle + " mind the blood";
  const auto said =
      ana_->post(text, {{"facets", ana_->facet(*brand_)}, {"labels", labels("graphic-media")}});
  Heard heard;
  ASSERT_TRUE(soon([&] {
    heard = *connector->hear("notifications", "", clock_.now() - 1h);
    return find(heard.posts, uri_of(said)) != nullptr;
  }));
  EXPECT_EQ(find(heard.posts, uri_of(said))->labels, std::vector<std::string>{"graphic-media"});
  const auto thread = connector->thread(uri_of(said), {});
  const auto* read = thread ? find(thread->posts, uri_of(said)) : nullptr;
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->labels, std::vector<std::string>{"graphic-media"});
  // Its author thinks better of it.
  ana_->put(bluesky::kPostCollection, {{"text", text}, {"facets", ana_->facet(*brand_)}},
            bluesky::parse_at_uri(uri_of(said))->rkey);
  EXPECT_TRUE(soon([&] {
    const auto again = connector->thread(uri_of(said), {});
    const auto* post = again ? find(again->posts, uri_of(said)) : nullptr;
    return post != nullptr && post->labels == std::vector<std::string>{};
  }));
  // Of an account, by itself: the views take it from its profile.
  ana_->put("app.bsky.actor.profile",
            {{"displayName", "Ana"}, {"labels", labels("!no-unauthenticated")}}, "self");
  EXPECT_TRUE(soon([&] {
    const auto profile = connector->profile(ana_->did);
    return profile && profile->labels == std::vector<std::string>{"!no-unauthenticated"};
  }));
}

TEST_F(BlueskyLive, ReadsAThreadOfSixHundredAnswers) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "roll call");
  constexpr int kAnswers = 600;
  // A chain of 450 that is deeper than one answer goes, and the rest side by side.
  json::object parent = root;
  for (int i = 0; i < 450; ++i) parent = ana_->reply(root, parent, std::to_string(i));
  for (int i = 450; i < kAnswers; ++i) ana_->reply(root, root, std::to_string(i));
  Thread thread;
  const int before = transport_.sent;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(root), {});
    if (read) thread = std::move(*read);
    return thread.posts.size() == kAnswers + 1;
  })) << thread.posts.size();
  EXPECT_TRUE(thread.complete);
  std::cout << "[ measured ] " << thread.posts.size() << " posts, " << transport_.sent - before
            << " requests in all tries\n";
}

TEST_F(BlueskyLive, FollowsAHandleThatChanges) {
  const auto connector = open();
  const auto mention = ana_->mention(*brand_, "old name");
  ASSERT_TRUE(soon([&] { return connector->thread(uri_of(mention), {}).has_value(); }));
  const std::string other = "n" + tag_ + ".test";
  ana_->call("com.atproto.identity.updateHandle", {{"handle", other}});
  ASSERT_TRUE(soon([&] { return connector->profile(ana_->did)->handle == other; }));
  const auto heard = connector->hear("notifications", "", clock_.now() - 1h);
  ASSERT_TRUE(heard);
  EXPECT_EQ(find(heard->posts, uri_of(mention))->author.handle, other);
  // Ours: our own server knows at once.
  const std::string ours = "o" + tag_ + ".test";
  brand_->call("com.atproto.identity.updateHandle", {{"handle", ours}});
  EXPECT_EQ(connector->profile(brand_->did)->handle, ours);
}

TEST_F(BlueskyLive, SaysWhoIsAwayAndHearsThemAgain) {
  const auto connector = open();
  const auto said = ana_->mention(*brand_, "goodbye for now");
  const auto ours = brand_->reply(said, said, "Take care.");
  const std::vector<std::string> known = {uri_of(said), uri_of(ours)};
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(uri_of(said), known);
    return thread && thread->posts.size() == 2;
  }));
  const auto away_as = [&](AccountStanding standing) {
    return soon([&] {
      const auto profile = connector->profile(ana_->did);
      const auto thread = connector->thread(uri_of(said), known);
      return profile && profile->standing == standing && thread && thread->away.size() == 1 &&
             thread->away[0].standing == standing && thread->deleted == std::vector{uri_of(said)};
    });
  };
  const auto back = [&] {
    return soon([&] {
      const auto profile = connector->profile(ana_->did);
      const auto thread = connector->thread(uri_of(said), known);
      return profile && profile->standing == AccountStanding::kActive && thread &&
             thread->posts.size() == 2 && thread->away.empty() && thread->deleted.empty();
    });
  };
  ana_->call("com.atproto.server.deactivateAccount", json::object{});
  EXPECT_TRUE(away_as(AccountStanding::kDeactivated));
  ana_->ask("com.atproto.server.activateAccount");
  EXPECT_TRUE(back());
  take_down(*ana_, true);
  EXPECT_TRUE(away_as(AccountStanding::kSuspended));
  take_down(*ana_, false);
  EXPECT_TRUE(back());
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

// Reads give way before the budget is gone; what somebody waits for still goes.
TEST_F(BlueskyLive, KeepsARestForPeopleBeforeTheBudgetIsUsedUp) {
  if (std::getenv("RAPPORT_BLUESKY_LIMITS") == nullptr) {
    GTEST_SKIP() << "Needs --rate-limits and RAPPORT_BLUESKY_LIMITS=1";
  }
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "quick?");
  // What our own server answers by itself, so that it is soon used up.
  Error error;
  std::mutex first;
  std::atomic<int> reads{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 6; ++i) {
      threads.emplace_back([&] {
        while (reads < 3200) {
          const auto heard = connector->hear("own_posts", "", clock_.now() - 1h);
          ++reads;
          if (heard) continue;
          std::lock_guard lock(first);
          if (error.message.empty()) error = heard.error();
          return;
        }
      });
    }
  }
  std::cout << "[ measured ] " << transport_.sent
            << " requests before reads gave way: " << error.message << "\n";
  EXPECT_EQ(error.kind, ErrorKind::kTooMany) << error.message << error.cause;
  EXPECT_EQ(error.cause, "rate limit, before asking");
  EXPECT_GT(error.retry_after_seconds.value_or(0), 0);
  EXPECT_LT(reads, 3000);
  const auto sent = connector->send(act(ActKind::kReply, "Quick!", root));
  EXPECT_TRUE(sent) << sent.error().message << sent.error().cause;
  // Another channel on the same server has the same address.
  const auto other = registry_.connect("bluesky", {ana_->handle, ana_->app_password(), {}});
  ASSERT_TRUE(other) << other.error().message;
  Channel channel;
  channel.network = "bluesky";
  // Reads now have half a second between them. The other channel has asked nothing yet, so only
  // what this one was told can hold it back; on a slow machine the pause may be over, hence several
  // goes.
  bool held_back = false;
  for (int i = 0; i < 20 && !held_back; ++i) {
    const auto theirs =
        *registry_.open(channel, {[&]() -> Result<std::string> { return other->secret; },
                                  [](const std::string&) -> Result<Done> { return Done{}; }});
    (void)connector->hear("own_posts", "", clock_.now() - 1h);
    const int before = transport_.sent;
    const auto heard = theirs->hear("notifications", "", clock_.now() - 1h);
    held_back = !heard && heard.error().kind == ErrorKind::kTooMany && transport_.sent == before;
  }
  EXPECT_TRUE(held_back);
}

}  // namespace
}  // namespace rapport
