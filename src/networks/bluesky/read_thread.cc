// A thread with its whole context: up to its root, down every branch, and what of it is gone.
//
// Servers cut threads: by depth (a post at the lowest level shown has answers below it, and is
// asked for by itself) and by breadth (a post shows fewer answers than it counts; nothing more can
// be had then). One read does a bounded amount of work and says when that was not all.

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

// Our JSON reader goes 1,024 levels deep, and each answer takes two.
constexpr int kDepth = 400;
constexpr int kHeight = 400;
// A server that cuts threads shows at least its default of six levels.
constexpr int kLeastCutDepth = 6;
constexpr int kMostBranches = 40;
constexpr std::size_t kMostPosts = 20'000;
// Fewer answers shown than counted is a cut only where many are shown: some are hidden from us, and
// counts lag.
constexpr int kLeastCutBreadth = 50;
// Known posts that the answer does not show, looked for by themselves: 25 a call, then one by one.
constexpr std::size_t kMostLookedFor = 500;
constexpr std::size_t kMostAskedFor = 60;

class Reader {
 public:
  explicit Reader(Session& session) : session_(session) {}

  Result<Thread> read(const std::string& anchor, const std::vector<std::string>& known);

 private:
  Result<Done> take(const std::string& uri, int height);
  Result<Done> follow_cut_branches();
  Result<Done> account_for(const std::vector<std::string>& known);

  Session& session_;
  std::map<std::string, NetworkPost> posts_;
  std::set<std::string> hidden_;
  std::deque<std::string> cut_;  // posts at the deepest level shown that have more below
  Thread thread_;
};

Result<Done> Reader::take(const std::string& uri, int height) {
  auto body = session_.get(
      "app.bsky.feed.getPostThread",
      {{"uri", uri}, {"depth", std::to_string(kDepth)}, {"parentHeight", std::to_string(height)}});
  if (!body) return fail(std::move(body.error()));
  auto page = read_thread(*body, session_.now());
  if (!page) return fail(std::move(page.error()));
  hidden_.insert(page->hidden.begin(), page->hidden.end());
  int deepest = 0;
  for (const auto& node : page->nodes) deepest = std::max(deepest, node.depth);
  for (ThreadPage::Node& node : page->nodes) {
    if (deepest >= kLeastCutDepth && node.depth == deepest && node.leaf && node.post.replies > 0) {
      cut_.push_back(node.post.native_id);
    }
    if (node.shown >= kLeastCutBreadth && node.shown < node.post.replies) {
      thread_.complete = false;
    }
    posts_.insert_or_assign(node.post.native_id, std::move(node.post));
  }
  return Done{};
}

Result<Done> Reader::follow_cut_branches() {
  std::set<std::string> followed;
  for (int branches = 0; !cut_.empty(); ++branches) {
    const std::string uri = std::move(cut_.front());
    cut_.pop_front();
    if (!followed.insert(uri).second) continue;
    if (branches >= kMostBranches || posts_.size() >= kMostPosts) {
      thread_.complete = false;
      break;
    }
    auto taken = take(uri, 0);
    if (taken || taken.error().kind == ErrorKind::kNotFound) continue;
    // What came so far is worth having; asking on would only meet the same.
    thread_.complete = false;
    break;
  }
  return Done{};
}

// What the answer does not show is looked for by itself, so that only what is gone counts as gone.
Result<Done> Reader::account_for(const std::vector<std::string>& known) {
  std::vector<std::string> missing;
  for (const std::string& uri : known) {
    if (posts_.contains(uri) || hidden_.contains(uri) || !parse_at_uri(uri)) continue;
    if (missing.size() == kMostLookedFor) {
      thread_.complete = false;
      break;
    }
    missing.push_back(uri);
  }
  if (missing.empty()) return Done{};
  auto views = fetch_posts(session_, missing);
  if (!views) return fail(std::move(views.error()));
  for (NetworkPost& post : *views) {
    std::string uri = post.native_id;
    posts_.emplace(std::move(uri), std::move(post));
  }
  std::erase_if(missing, [&](const std::string& uri) { return posts_.contains(uri); });
  if (missing.empty()) return Done{};

  // Somebody who is away takes all they said along, for as long as they are.
  const auto repo_of = [](const std::string& uri) { return std::string(parse_at_uri(uri)->repo); };
  auto us = session_.who();
  if (!us) return fail(std::move(us.error()));
  std::set<std::string> authors;
  for (const std::string& uri : missing) authors.insert(repo_of(uri));
  authors.erase(us->did);
  auto away = find_away(session_, {authors.begin(), authors.end()});
  if (!away) return fail(std::move(away.error()));
  std::erase_if(missing, [&](const std::string& uri) {
    const bool gone = std::any_of(away->begin(), away->end(), [&](const NetworkAccount& account) {
      return account.native_id == repo_of(uri);
    });
    if (gone) thread_.deleted.push_back(uri);
    return gone;
  });
  thread_.away = std::move(*away);

  if (missing.size() > kMostAskedFor) {
    missing.resize(kMostAskedFor);
    thread_.complete = false;
  }
  auto gone = find_gone(session_, missing);
  if (!gone) return fail(std::move(gone.error()));
  thread_.deleted.insert(thread_.deleted.end(), gone->begin(), gone->end());
  return Done{};
}

Result<Thread> Reader::read(const std::string& anchor, const std::vector<std::string>& known) {
  auto taken = take(anchor, kHeight);
  if (!taken && taken.error().kind != ErrorKind::kNotFound) return fail(std::move(taken.error()));
  const bool anchor_shown = taken.has_value();
  if (const auto post = posts_.find(anchor); post != posts_.end()) {
    const std::string root = post->second.root_native_id;
    // The way up shows no siblings: the whole tree hangs below the root.
    if (root != anchor) {
      taken = take(root, 0);
      if (!taken && taken.error().kind != ErrorKind::kNotFound) {
        return fail(std::move(taken.error()));
      }
    }
  }
  RAPPORT_TRY(follow_cut_branches());

  std::vector<std::string> asked = known;
  if (std::find(asked.begin(), asked.end(), anchor) == asked.end()) asked.push_back(anchor);
  RAPPORT_TRY(account_for(asked));
  const bool anchor_gone =
      std::find(thread_.deleted.begin(), thread_.deleted.end(), anchor) != thread_.deleted.end();
  // Whoever is merely away may come back: that is told with the thread.
  if (anchor_gone && posts_.empty() && thread_.away.empty() &&
      thread_.deleted.size() == asked.size()) {
    return not_found("This thread is no longer on Bluesky.");
  }
  if (!anchor_shown) thread_.complete = false;
  for (auto& [uri, post] : posts_) thread_.posts.push_back(std::move(post));
  return std::move(thread_);
}

}  // namespace

Result<Thread> read_whole_thread(Session& session, std::string_view native_id,
                                 const std::vector<std::string>& known) {
  const auto uri = parse_at_uri(native_id);
  if (!uri || uri->collection != kPostCollection) return invalid("This is no post on Bluesky.");
  return Reader(session).read(std::string(native_id), known);
}

}  // namespace rapport::bluesky
