#include "networks/bluesky/testing/live_world.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "base/url.h"
#include "networks/bluesky/bluesky.h"
#include "networks/bluesky/names.h"

namespace rapport {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

std::string text_of(const json::value& value, std::string_view key) {
  return std::string(value.at(key).as_string());
}

}  // namespace

CountingTransport::CountingTransport()
    : inner_({.guard = *AddressGuard::make({.allow_loopback = true, .allow_ranges = {}})}) {}

Result<HttpResponse> CountingTransport::send(const HttpRequest& request) {
  ++sent;
  return inner_.send(request);
}

Someone::Someone(Transport& transport, std::string pds, std::string name)
    : transport_(transport), pds_(std::move(pds)), handle(std::move(name) + ".test") {
  const auto made =
      call("com.atproto.server.createAccount",
           {{"handle", handle}, {"email", handle + "@mail.test"}, {"password", "a-password-1"}});
  did = text_of(made, "did");
  token_ = text_of(made, "accessJwt");
}

json::value Someone::ask(std::string_view nsid, const json::object* body) {
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

json::object Someone::put(std::string_view collection, json::object record, std::string_view key) {
  record["$type"] = collection;
  record["createdAt"] = format_time(SystemClock().now());
  json::object body{{"repo", did}, {"collection", collection}, {"record", record}};
  if (!key.empty()) body["rkey"] = key;
  const auto made =
      call(key.empty() ? "com.atproto.repo.createRecord" : "com.atproto.repo.putRecord", body);
  return {{"uri", made.at("uri")}, {"cid", made.at("cid")}};
}

json::object Someone::post(const std::string& text, json::object more) {
  more["text"] = text;
  return put(bluesky::kPostCollection, std::move(more));
}

json::object Someone::mention(const Someone& whom, const std::string& words) {
  const std::string text = "@" + whom.handle + " " + words;
  return post(text, {{"facets", facet(whom)}});
}

json::array Someone::facet(const Someone& whom) const {
  return {json::object{
      {"index", {{"byteStart", 0}, {"byteEnd", whom.handle.size() + 1}}},
      {"features",
       {json::object{{"$type", "app.bsky.richtext.facet#mention"}, {"did", whom.did}}}}}};
}

json::object Someone::reply(const json::object& root, const json::object& parent,
                            const std::string& text) {
  return post(text, {{"reply", {{"root", root}, {"parent", parent}}}});
}

void Someone::remove(const json::object& record) {
  const std::string uri(record.at("uri").as_string());
  const auto parts = bluesky::parse_at_uri(uri);
  call("com.atproto.repo.deleteRecord",
       {{"repo", did}, {"collection", parts->collection}, {"rkey", parts->rkey}});
}

std::string Someone::app_password() {
  return text_of(call("com.atproto.server.createAppPassword",
                      {{"name", "desk " + std::to_string(++passwords_)}}),
                 "password");
}

void Someone::revoke_app_passwords() {
  for (; passwords_ > 0; --passwords_) {
    call("com.atproto.server.revokeAppPassword", {{"name", "desk " + std::to_string(passwords_)}});
  }
}

std::string uri_of(const json::object& record) { return std::string(record.at("uri").as_string()); }
std::string cid_of(const json::object& record) { return std::string(record.at("cid").as_string()); }

const NetworkPost* find(const std::vector<NetworkPost>& posts, const std::string& uri) {
  const auto found = std::find_if(posts.begin(), posts.end(),
                                  [&](const NetworkPost& post) { return post.native_id == uri; });
  return found == posts.end() ? nullptr : &*found;
}

void BlueskyLive::SetUp() {
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

Result<ConnectedAccount> BlueskyLive::connect() {
  return registry_.connect("bluesky", {brand_->handle, brand_->app_password(), {}});
}

std::unique_ptr<Connector> BlueskyLive::open() {
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

void BlueskyLive::change_secret(const std::function<void(bluesky::Credentials&)>& change) {
  auto credentials = *bluesky::credentials_of(secret_);
  change(credentials);
  secret_ = bluesky::to_text(credentials);
}

bool BlueskyLive::soon(const std::function<bool()>& holds) {
  for (int i = 0; i < 100; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(100ms);
  }
  return false;
}

Outgoing BlueskyLive::act(ActKind kind, std::string text, const json::object& target) {
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

void BlueskyLive::take_down(const Someone& whom, bool down) {
  HttpRequest request;
  request.method = HttpMethod::kPost;
  request.url = pds_ + "/xrpc/com.atproto.admin.updateSubjectStatus";
  const std::string who = "admin:" + admin_password_;
  std::string basic(sodium_base64_encoded_len(who.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(basic.data(), basic.size(), reinterpret_cast<const unsigned char*>(who.data()),
                    who.size(), sodium_base64_VARIANT_ORIGINAL);
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

}  // namespace rapport
