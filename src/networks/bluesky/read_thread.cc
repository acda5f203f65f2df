// A thread with its whole context: up to its root, down every branch, and what of it is gone.

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr int kDepth = 100;
constexpr int kHeight = 100;
// A server that cuts threads shows at least its default of six levels.
constexpr int kLeastCutDepth = 6;
constexpr int kMostBranches = 10;

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
  auto page = read_thread(*body);
  if (!page) return fail(std::move(page.error()));
  hidden_.insert(page->hidden.begin(), page->hidden.end());
  int deepest = 0;
  for (const auto& node : page->nodes) deepest = std::max(deepest, node.depth);
  for (ThreadPage::Node& node : page->nodes) {
    if (deepest >= kLeastCutDepth && node.depth == deepest && node.leaf && node.post.replies > 0) {
      cut_.push_back(node.post.native_id);
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
    if (branches >= kMostBranches) {
      thread_.complete = false;
      break;
    }
    auto taken = take(uri, 0);
    if (!taken && taken.error().kind != ErrorKind::kNotFound) return taken;
  }
  return Done{};
}

// What the answer does not show is looked for by itself, so that only what is gone counts as gone.
Result<Done> Reader::account_for(const std::vector<std::string>& known) {
  std::vector<std::string> missing;
  for (const std::string& uri : known) {
    if (!posts_.contains(uri) && !hidden_.contains(uri) && parse_at_uri(uri))
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
  auto gone = find_gone(session_, missing);
  if (!gone) return fail(std::move(gone.error()));
  thread_.deleted = std::move(*gone);
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
  if (anchor_gone && posts_.empty() && thread_.deleted.size() == asked.size()) {
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
