// What we said ourselves, wherever we said it: our own repository, read from our server, so that an
// answer given in the network's own app is heard, and one deleted there is honoured.
//
// The newest page is read every time and compared with what it held the last time; the cursor keeps
// that. Older pages are read only at the first time and after a long absence.

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "base/tid.h"
#include "networks/bluesky/connector.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr int kPagesACall = 5;
constexpr int kPage = 100;

struct State {
  std::map<std::string, std::string> window;  // key → cid of the newest page when last read
  std::optional<Time> read_to;
  Time floor;
  std::string page;     // of a long read that is not finished
  std::string down_to;  // its last key; empty: to the floor
  Time reached;
};

std::string text_of(const State& state) {
  boost::json::object window;
  for (const auto& [key, cid] : state.window) window[key] = cid;
  boost::json::object json{{"v", 1}, {"floor", format_time(state.floor)}, {"window", window}};
  if (state.read_to) json["read_to"] = format_time(*state.read_to);
  if (!state.page.empty()) {
    json["page"] = state.page;
    json["down_to"] = state.down_to;
    json["reached"] = format_time(state.reached);
  }
  return boost::json::serialize(json);
}

State state_of(std::string_view cursor, Time since) {
  State state;
  state.floor = since;
  if (cursor.empty()) return state;
  (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
    state.read_to = parse_time(text_at(json, "read_to"));
    state.floor = parse_time(text_at(json, "floor")).value_or(since);
    state.page = text_at(json, "page");
    state.down_to = text_at(json, "down_to");
    state.reached = parse_time(text_at(json, "reached")).value_or(since);
    simdjson::dom::object window;
    if (json["window"].get(window) == simdjson::SUCCESS) {
      for (const auto& [key, value] : window) {
        std::string_view cid;
        if (value.get(cid) == simdjson::SUCCESS) state.window.emplace(key, cid);
      }
    }
    return Done{};
  });
  return state;
}

std::string key_of(const NetworkPost& post) {
  const auto uri = parse_at_uri(post.native_id);
  return uri ? std::string(uri->rkey) : std::string();
}

// When a post was written into the repository: its key says so, whatever its author's clock said.
Time written_at(const NetworkPost& post) {
  return tid_time(key_of(post)).value_or(post.created_at);
}

Result<RecordPage> fetch(Session& session, const NetworkAccount& author, const std::string& page) {
  Params params{{"repo", author.native_id},
                {"collection", std::string(kPostCollection)},
                {"limit", std::to_string(kPage)}};
  if (!page.empty()) params.emplace_back("cursor", page);
  auto body = session.get("com.atproto.repo.listRecords", std::move(params));
  if (!body) return fail(std::move(body.error()));
  return read_own_posts(*body, author);
}

class Reader {
 public:
  Reader(Session& session, NetworkAccount author, State state, Time now)
      : session_(session), author_(std::move(author)), state_(std::move(state)), now_(now) {}

  Result<Heard> read();

 private:
  Result<bool> read_newest();
  Result<bool> read_older();
  void take(RecordPage::Item item);
  void take_views();

  Session& session_;
  NetworkAccount author_;
  State state_;
  Time now_;
  Heard heard_;
  std::vector<std::string> wants_view_;
};

void Reader::take(RecordPage::Item item) {
  if (item.wants_view) wants_view_.push_back(item.post.native_id);
  heard_.posts.push_back(std::move(item.post));
}

// Whether there is older to read.
Result<bool> Reader::read_newest() {
  auto page = fetch(session_, author_, {});
  if (!page) return fail(std::move(page.error()));
  const bool whole = page->cursor.empty();
  // Servers hand out a cursor with a short page too. Below it there is nothing.
  const bool reaches_the_end = whole || page->records < kPage;
  std::map<std::string, std::string> window;
  Time oldest = now_;
  for (const RecordPage::Item& item : page->items) {
    window.emplace(key_of(item.post), item.post.revision);
    oldest = std::min(oldest, written_at(item.post));
  }
  // What stood in the window and is missing from its stretch was deleted; the server is asked again
  // for each, because taking words away must not hang on one odd answer.
  std::vector<std::string> missing;
  const std::string lowest =
      reaches_the_end || window.empty() ? std::string() : window.begin()->first;
  bool meets = false;
  for (const auto& [key, cid] : state_.window) {
    if (key < lowest) continue;
    meets = true;
    if (!window.contains(key)) {
      missing.push_back(make_at_uri(author_.native_id, kPostCollection, key));
    }
  }
  auto gone = find_gone(session_, missing);
  if (!gone) return fail(std::move(gone.error()));
  heard_.deleted = std::move(*gone);
  for (RecordPage::Item& item : page->items) {
    const auto known = state_.window.find(key_of(item.post));
    const bool same = known != state_.window.end() && known->second == item.post.revision;
    if (!same && written_at(item.post) >= state_.floor) take(std::move(item));
  }
  const bool reads_on = !whole && !meets && oldest >= state_.floor;
  if (reads_on) {
    state_.page = page->cursor;
    state_.down_to = state_.window.empty() ? std::string() : state_.window.rbegin()->first;
  }
  state_.window = std::move(window);
  state_.reached = oldest;
  return reads_on;
}

Result<bool> Reader::read_older() {
  auto page = fetch(session_, author_, state_.page);
  if (!page) return fail(std::move(page.error()));
  bool done = page->cursor.empty() || page->items.empty();
  for (RecordPage::Item& item : page->items) {
    const Time written = written_at(item.post);
    state_.reached = std::min(state_.reached, written);
    if (written < state_.floor ||
        (!state_.down_to.empty() && key_of(item.post) <= state_.down_to)) {
      done = true;
      if (written < state_.floor) continue;
    }
    take(std::move(item));
  }
  state_.page = done ? std::string() : page->cursor;
  return !done;
}

void Reader::take_views() {
  if (wants_view_.empty()) return;
  auto views = fetch_posts(session_, wants_view_);
  if (!views) return;  // the record is good enough; the thread brings the rest
  for (NetworkPost& view : *views) {
    const auto post =
        std::find_if(heard_.posts.begin(), heard_.posts.end(),
                     [&](const NetworkPost& each) { return each.native_id == view.native_id; });
    // The repository knows a change before the view does.
    if (post != heard_.posts.end() && post->revision == view.revision) *post = std::move(view);
  }
}

Result<Heard> Reader::read() {
  const bool goes_on = !state_.page.empty();
  heard_.read_to = goes_on ? state_.reached : now_;
  bool more = true;
  for (int pages = 0; pages < kPagesACall && more; ++pages) {
    auto result = goes_on || pages > 0 ? read_older() : read_newest();
    if (!result) {
      if (pages == 0) return fail(std::move(result.error()));
      break;
    }
    more = *result;
  }
  take_views();
  heard_.more = more;
  heard_.read_from =
      more ? state_.reached : std::min(state_.read_to.value_or(state_.floor), state_.reached);
  heard_.read_from = std::min(std::max(heard_.read_from, state_.floor), heard_.read_to);
  if (!more) state_.read_to = now_;
  heard_.cursor = text_of(state_);
  return std::move(heard_);
}

}  // namespace

Result<Heard> hear_own_posts(Session& session, std::string_view cursor, Time since, Time now) {
  auto us = session.who();
  if (!us) return fail(std::move(us.error()));
  NetworkAccount author;
  author.native_id = us->did;
  author.handle = us->handle;
  author.url = profile_url(us->did);
  return Reader(session, std::move(author), state_of(cursor, since), now).read();
}

}  // namespace rapport::bluesky
