#include "networks/feed/connector.h"

#include <algorithm>
#include <set>

#include "base/url.h"
#include "networks/feed/post.h"

namespace rapport::feed {
namespace {

using namespace std::chrono_literals;

constexpr BackoffPolicy kBackoff{.first = 60s, .longest = 6h};

std::string host_of(const std::string& url) {
  const auto parts = parse_web_url(url);
  return parts ? parts->host : "The feed's server";
}

std::uint64_t seed_of(const std::string& text) {
  return std::stoull(short_hash(text).substr(0, 15), nullptr, 16);
}

std::optional<Time> oldest_of(const Document& document) {
  std::optional<Time> oldest;
  for (const Item& each : document.items) {
    const auto date = each.published ? each.published : each.updated;
    if (date && (!oldest || *date < *oldest)) oldest = date;
  }
  return oldest;
}

}  // namespace

Limits limits_of_feeds() {
  return {.text_max = 0,
          .text_unit = TextUnit::kGraphemes,
          .images_max = 0,
          .image_bytes_max = 0,
          .hides_replies = false};
}

NetworkAccount account_of_feed(const Document& document, const std::string& feed_id) {
  NetworkAccount account;
  account.native_id = feed_id;
  const auto site = parse_web_url(document.url);
  const auto parts = site ? site : parse_web_url(feed_id);
  account.handle = parts ? parts->host : feed_id;
  if (account.handle.starts_with("www.")) account.handle.erase(0, 4);
  account.name = document.title.empty() ? account.handle : document.title;
  account.bio = document.description;
  account.avatar_url = document.icon_url;
  account.url = document.url;
  account.whole_profile = true;
  return account;
}

FeedConnector::FeedConnector(std::string id, Transport& transport, const Clock& clock)
    : id_(std::move(id)), transport_(transport), clock_(clock), backoff_(kBackoff, seed_of(id_)) {}

Result<Heard> FeedConnector::hear(std::string_view source, std::string_view cursor, Time since) {
  if (source != kFeed) return invalid("A feed has no such source.", "source");
  const Time now = clock_.now();
  State state = state_of(cursor);
  // A clock that was turned back must not keep a feed unread for years.
  if (state.read_at && state.due > now && state.due - now <= 24h + 3h) {
    Heard heard;
    heard.idle = true;
    heard.next_in = std::chrono::ceil<std::chrono::seconds>(state.due - now);
    return heard;
  }
  {
    const std::lock_guard lock(mutex_);
    if (last_trouble_ && not_before_ > now) {
      Error error = *last_trouble_;
      error.retry_after_seconds =
          std::chrono::ceil<std::chrono::seconds>(not_before_ - now).count();
      return fail(std::move(error));
    }
  }
  return read(std::move(state), cursor, since, now);
}

tl::unexpected<Error> FeedConnector::trouble(Error error, Time now,
                                             std::optional<std::chrono::seconds> server_says) {
  const std::lock_guard lock(mutex_);
  const auto pause = backoff_.after_failure(server_says);
  not_before_ = now + pause;
  error.retry_after_seconds = std::chrono::ceil<std::chrono::seconds>(pause).count();
  last_trouble_ = error;
  return fail(std::move(error));
}

Result<Heard> FeedConnector::read(State state, std::string_view cursor, Time since, Time now) {
  Wanted wanted;
  wanted.url = state.url.empty() ? id_ : state.url;
  wanted.etag = state.etag;
  wanted.modified = state.modified;
  auto got = fetch(transport_, wanted, now);
  if (!got) return trouble(std::move(got.error()), now, std::nullopt);

  const std::string host = host_of(got->url);
  switch (got->status) {
    case 200:
    case 304:
      break;
    case 410:
      return fail(ErrorKind::kUnauthorized,
                  "This feed has ended: " + host + " says that it is gone for good.");
    case 401:
      return fail(ErrorKind::kUnauthorized,
                  host + " asks for a password before it shows this feed.");
    case 429:
    case 503: {
      Error error{got->status == 429 ? ErrorKind::kTooMany : ErrorKind::kUnavailable,
                  host + " asks to be left alone for a while.",
                  {},
                  {},
                  {}};
      return trouble(std::move(error), now, got->retry_after);
    }
    case 403:
      return trouble(
          {ErrorKind::kUnavailable, host + " does not show this feed to Rapport.", {}, {}, {}}, now,
          got->retry_after);
    case 404:
      return trouble({ErrorKind::kUnavailable, host + " has no feed at this address.", {}, {}, {}},
                     now, got->retry_after);
    default:
      return trouble({ErrorKind::kUnavailable,
                      host + " answered with an error (" + std::to_string(got->status) + ").",
                      {},
                      {},
                      {}},
                     now, got->retry_after);
  }

  Heard heard;
  heard.read_to = now;
  heard.read_from = state.read_at.value_or(now);
  // The same bytes again are nothing new, whether the server knows so or not.
  const std::string body = got->status == 304 ? state.body : short_hash(got->body);
  const bool same = state.read_at && body == state.body;
  if (!same) {
    auto document = read_feed(got->body, {got->url, got->content_type});
    if (!document) {
      // A page that stands in for a while, such as one of an error or of works going on.
      Error& error = document.error();
      return trouble(
          {ErrorKind::kUnavailable,
           error.field == "size" ? error.message
                                 : host + " shows something that is no feed at the moment.",
           error.message,
           {},
           {}},
          now, got->retry_after);
    }
    Reading reading{id_, now, {}};
    if (!state.read_at) reading.there_since = since;
    heard.posts = posts_of(*document, reading);
    for (const std::string& each : document->deleted) heard.deleted.push_back(post_id(id_, each));

    const auto newest = newest_of(*document);
    const auto oldest = oldest_of(*document);
    if (!state.read_at) {
      if (oldest) heard.read_from = std::min(*oldest, now);
    } else if (!state.newest.empty() && !newest.empty()) {
      std::set<std::string> shown;
      for (const Item& each : document->items) shown.insert(short_hash(id_of(each)).substr(0, 12));
      const bool meets = std::any_of(state.newest.begin(), state.newest.end(),
                                     [&](const std::string& each) { return shown.contains(each); });
      if (!meets) {
        heard.gap_from = *state.read_at;
        heard.read_from = std::clamp(oldest.value_or(now), *state.read_at, now);
        heard.gap_reason = "The feed shows only its last " +
                           std::to_string(document->items.size()) +
                           " items; older ones had gone from it before it was read again.";
      }
    }
    state.newest = newest;
    state.pause = pause_after(*document, got->max_age, now);
    state.body = body;
    const std::lock_guard lock(mutex_);
    account_ = account_of_feed(*document, id_);
  }
  // A marker of the answer that was read, never of one that was not.
  if (got->status == 200) {
    state.etag = got->etag;
    state.modified = got->modified;
  }
  // Moved for good, and it is a feed that stands there.
  if (!got->moved_to.empty()) state.url = got->moved_to;
  state.read_at = now;
  if (state.pause <= 0s) state.pause = 15min;
  // Up to a tenth later, so that many feeds of one server are not asked at once.
  const auto spread = std::chrono::seconds{static_cast<std::int64_t>(
      seed_of(id_) %
      static_cast<std::uint64_t>(std::max<std::int64_t>(state.pause.count() / 10, 1)))};
  state.due = now + state.pause + spread;
  heard.cursor = state.text();
  heard.next_in = state.pause + spread;
  {
    const std::lock_guard lock(mutex_);
    backoff_.after_success();
    last_trouble_.reset();
  }
  (void)cursor;
  return heard;
}

Result<Thread> FeedConnector::thread(std::string_view, const std::vector<std::string>&) {
  return Thread{};
}

Result<NetworkAccount> FeedConnector::profile(std::string_view native_id) {
  if (native_id != id_) return not_found("A feed tells of its authors no more than their names.");
  const std::lock_guard lock(mutex_);
  if (!account_) return unavailable("The feed was not read yet.");
  return *account_;
}

Result<Sent> FeedConnector::send(const Outgoing&) {
  return forbidden("A feed can be read, but not answered.");
}

Result<std::optional<Sent>> FeedConnector::look_up(const Outgoing&) {
  return std::optional<Sent>{};
}

}  // namespace rapport::feed
