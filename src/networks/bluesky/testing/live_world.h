// A real network for tests of the connector: real servers for accounts, identities and views,
// started by tools/bluesky-network. RAPPORT_BLUESKY_NET names its net.json; without it these tests
// are skipped.

#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <boost/json.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/tid.h"
#include "networks/bluesky/credentials.h"
#include "networks/connector.h"
#include "networks/curl_transport.h"
#include "networks/registry.h"

namespace rapport {

// Counts what goes out.
class CountingTransport final : public Transport {
 public:
  CountingTransport();
  Result<HttpResponse> send(const HttpRequest& request) override;
  std::atomic<int> sent{0};

 private:
  CurlTransport inner_;
};

// Somebody on the network who uses another program than ours. Throws where the network refuses.
class Someone {
 public:
  Someone(Transport& transport, std::string pds, std::string name);

  boost::json::value call(std::string_view nsid, const boost::json::object& body) {
    return ask(nsid, &body);
  }
  boost::json::value ask(std::string_view nsid, const boost::json::object* body = nullptr);

  // Returns {uri, cid}.
  boost::json::object put(std::string_view collection, boost::json::object record,
                          std::string_view key = {});
  boost::json::object post(const std::string& text, boost::json::object more = {});
  boost::json::object mention(const Someone& whom, const std::string& words);
  boost::json::array facet(const Someone& whom) const;
  boost::json::object reply(const boost::json::object& root, const boost::json::object& parent,
                            const std::string& text);
  void remove(const boost::json::object& record);
  std::string app_password();
  void revoke_app_passwords();

 private:
  Transport& transport_;
  std::string pds_;
  std::string token_;
  int passwords_ = 0;

 public:
  std::string handle;
  std::string did;
};

std::string uri_of(const boost::json::object& record);
std::string cid_of(const boost::json::object& record);

// A thread that its view does not know yet is empty, so nobody asks for its first post by number.
const NetworkPost* find(const std::vector<NetworkPost>& posts, const std::string& uri);

// A brand that is connected, and Ana, who is not: new accounts for each test.
class BlueskyLive : public ::testing::Test {
 protected:
  void SetUp() override;

  Result<ConnectedAccount> connect();
  std::unique_ptr<Connector> open();
  void change_secret(const std::function<void(bluesky::Credentials&)>& change);

  // The network's views lag behind its records by up to a second.
  static bool soon(const std::function<bool()>& holds);

  Outgoing act(ActKind kind, std::string text = {}, const boost::json::object& target = {});

  // Takes an account down, or lets it up again, as the server's operator does.
  void take_down(const Someone& whom, bool down);

  SystemClock clock_;
  TidMaker tids_{clock_};
  CountingTransport transport_;
  NetworkSettings settings_;
  Registry registry_;
  std::string pds_;
  std::string admin_password_;
  std::string tag_;
  std::unique_ptr<Someone> brand_;
  std::unique_ptr<Someone> ana_;
  std::mutex mutex_;
  std::string secret_;
  std::atomic<int> saves_{0};
};

}  // namespace rapport
