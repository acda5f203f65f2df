// Finding and connecting feeds by what a person types.

#include <chrono>

#include "base/unicode.h"
#include "base/url.h"
#include "networks/feed/connector.h"
#include "networks/feed/discovery.h"
#include "networks/feed/feed.h"
#include "networks/feed/fetch.h"
#include "networks/feed/parts.h"

namespace rapport {
namespace feed {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kPatience{10};  // for one address
constexpr std::chrono::seconds kSearch{25};    // for all of them together

struct Read {
  std::string url;  // it is to be asked at from now on
  Document document;
};

// What stands at an address: a feed, or a page that names some.
struct Place {
  std::optional<Read> read;
  std::vector<Named> named;
  std::string url;
};

class FeedNetwork final : public Network {
 public:
  FeedNetwork(Transport& transport, const Clock& clock) : transport_(transport), clock_(clock) {}

  std::string name() const override { return std::string(kFeed); }
  Limits limits() const override { return limits_of_feeds(); }
  Result<ConnectedAccount> connect(const ConnectRequest& request) override;
  Result<std::vector<FoundSource>> find_sources(const std::string& address) override;
  Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot) override {
    return std::make_unique<FeedConnector>(channel.native_id, transport_, clock_);
  }

 private:
  Result<Place> look(const std::string& url);
  Result<Place> look_for(const std::string& address);
  Result<std::vector<FoundSource>> feeds_of(const Place& place);

  Transport& transport_;
  const Clock& clock_;
};

tl::unexpected<Error> wrong_address(std::string words) {
  return invalid(std::move(words), "address");
}

// As people type and copy them: "example.com", "feed:https://example.com/rss", "feed://…".
Result<std::vector<std::string>> addresses_of(std::string_view typed) {
  std::string text(trim(typed));
  if (lower(text).starts_with("feed:")) {
    text = text.substr(5);
    if (text.starts_with("//")) text = "https:" + text;
  }
  text = text.substr(0, text.find('#'));
  const bool plain = lower(text).starts_with("http://");
  const bool whole = plain || lower(text).starts_with("https://");
  if (!whole && text.find("://") != std::string::npos) {
    return wrong_address("Only web addresses can be read: https://…");
  }
  std::vector<std::string> all;
  const std::string rest = whole ? text.substr(text.find("://") + 3) : text;
  const auto add = [&](const std::string& scheme) {
    const std::string url = absolute(scheme + rest, {});
    const auto parts = parse_web_url(url);
    if (parts && (parts->host.find('.') != std::string::npos || parts->host.starts_with('[') ||
                  parts->host == "localhost")) {
      all.push_back(parts->path.empty() ? url + "/" : url);
    }
  };
  // Most who still write http:// mean a site that has long had the other; a port has one of them.
  const auto parts = parse_web_url(absolute("http://" + rest, {}));
  const bool port = parts && parts->port != 80;
  if (!(plain && port)) add("https://");
  if (plain || !whole) add("http://");
  if (all.empty()) return wrong_address("This is no web address.");
  return all;
}

Result<Place> FeedNetwork::look(const std::string& url) {
  Wanted wanted;
  wanted.url = url;
  wanted.patience = kPatience;
  auto got = fetch(transport_, wanted, clock_.now());
  if (!got) return fail(std::move(got.error()));
  if (got->status != 200) {
    const auto parts = parse_web_url(got->url);
    return wrong_address((parts ? parts->host : std::string("The server")) +
                         " shows nothing at this address (" + std::to_string(got->status) + ").");
  }
  Place place;
  place.url = got->url;
  const Source source{got->url, got->content_type};
  auto document = read_feed(got->body, source);
  if (document) {
    // Where it only leads for now, it is asked at its own address again.
    place.read = Read{got->moved_to.empty() ? url : got->moved_to, std::move(*document)};
    return place;
  }
  if (document.error().field == "size") return wrong_address(std::move(document.error().message));
  place.named = feeds_named_by(got->body, source);
  return place;
}

Result<Place> FeedNetwork::look_for(const std::string& address) {
  auto addresses = addresses_of(address);
  RAPPORT_TRY(addresses);
  std::optional<Error> first;
  for (const std::string& each : *addresses) {
    auto place = look(each);
    if (place) return place;
    // Its answer was heard: asking without encryption would bring no other.
    if (place.error().kind != ErrorKind::kUnavailable) return place;
    if (!first) first = std::move(place.error());
  }
  Error error = std::move(*first);
  error.kind = ErrorKind::kInvalid;
  error.field = "address";
  return fail(std::move(error));
}

Result<std::vector<FoundSource>> FeedNetwork::feeds_of(const Place& place) {
  std::vector<FoundSource> found;
  if (place.read) {
    const Document& document = place.read->document;
    found.push_back({place.read->url, document.title, std::string(to_words(document.format))});
    return found;
  }
  for (const Named& each : place.named) {
    found.push_back({each.url, each.title, std::string(to_words(each.format))});
  }
  if (!found.empty()) return found;
  const auto begun = std::chrono::steady_clock::now();
  for (const std::string& each : usual_places(place.url)) {
    if (std::chrono::steady_clock::now() - begun > kSearch - kPatience) break;
    auto there = look(each);
    if (!there || !there->read) continue;
    const Document& document = there->read->document;
    found.push_back({there->read->url, document.title, std::string(to_words(document.format))});
    break;
  }
  if (found.empty()) return wrong_address("No feed was found there. Its own address would help.");
  return found;
}

Result<std::vector<FoundSource>> FeedNetwork::find_sources(const std::string& address) {
  auto place = look_for(address);
  RAPPORT_TRY(place);
  return feeds_of(*place);
}

Result<ConnectedAccount> FeedNetwork::connect(const ConnectRequest& request) {
  // Connected again by its id, it stays who it was, wherever it leads by now.
  const bool again = request.address.empty() && parse_web_url(request.handle).has_value();
  auto place = look_for(again ? request.handle : request.address);
  RAPPORT_TRY(place);
  if (!place->read) {
    auto found = feeds_of(*place);
    RAPPORT_TRY(found);
    if (found->size() > 1) {
      return wrong_address("There are several feeds. Please choose one of them.");
    }
    place = look(found->front().address);
    RAPPORT_TRY(place);
    if (!place->read) return wrong_address("What the page calls its feed is none.");
  }
  const std::string id = again ? request.handle : place->read->url;
  ConnectedAccount connected;
  connected.account = account_of_feed(place->read->document, id);
  connected.service = id;
  // The channel wants a secret to seal; there is none to keep here.
  connected.secret = "no secret";
  return connected;
}

}  // namespace
}  // namespace feed

std::unique_ptr<Network> make_feed_network(Transport& transport, const Clock& clock) {
  return std::make_unique<feed::FeedNetwork>(transport, clock);
}

}  // namespace rapport
