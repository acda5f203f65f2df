// A thread with its whole context: up to its root, down every branch, and what of it is gone.
//
// A server gives what it knows of a thread in one answer: above a post and below it. It may know
// less than there is (answers that were never sent to it), and cuts very long threads.

#include <algorithm>
#include <map>
#include <set>

#include "networks/mastodon/connector.h"
#include "networks/mastodon/names.h"

namespace rapport::mastodon {
namespace {

// Mastodon shows a signed-in account up to 4,096 above and below.
constexpr std::size_t kCut = 4096;
// Posts of one thread asked for by themselves: a server counts each call.
constexpr std::size_t kMostAskedFor = 60;

class Reader {
 public:
  Reader(Session& session, Eyes eyes) : session_(session), eyes_(std::move(eyes)) {}

  Result<Thread> read(const std::string& anchor, const std::vector<std::string>& known);

 private:
  Result<bool> take(const std::string& native_id);
  Result<Done> account_for(const std::vector<std::string>& known);
  void set_roots();

  Session& session_;
  Eyes eyes_;
  std::map<std::string, NetworkPost> posts_;
  std::set<std::string> gone_;
  std::size_t asked_ = 0;
  Thread thread_;
};

// A post with all around it. False if it is gone.
Result<bool> Reader::take(const std::string& native_id) {
  const auto id = path_id(native_id, eyes_.host);
  if (!id) return invalid("This post is on another server.");
  auto reply = session_.get("/api/v1/statuses/" + *id, {});
  if (!reply) {
    if (reply.error().kind != ErrorKind::kNotFound) return fail(std::move(reply.error()));
    gone_.insert(native_id);
    return false;
  }
  auto post = read_status(reply->body, eyes_);
  if (!post) return fail(std::move(post.error()));
  auto around = session_.get("/api/v1/statuses/" + *id + "/context", {});
  if (!around) {
    if (around.error().kind == ErrorKind::kNotFound) return false;
    return fail(std::move(around.error()));
  }
  auto context = read_context(around->body, eyes_);
  if (!context) return fail(std::move(context.error()));
  if (context->ancestors.size() >= kCut || context->descendants.size() >= kCut) {
    thread_.complete = false;
  }
  const auto keep = [&](NetworkPost& each) {
    std::string key = each.native_id;
    posts_.insert_or_assign(std::move(key), std::move(each));
  };
  for (NetworkPost& each : context->ancestors) keep(each);
  for (NetworkPost& each : context->descendants) keep(each);
  keep(*post);
  return true;
}

// What the answer does not show is asked for by itself, so that only what is gone counts as gone.
Result<Done> Reader::account_for(const std::vector<std::string>& known) {
  for (const std::string& native_id : known) {
    if (posts_.contains(native_id)) continue;
    if (gone_.contains(native_id)) {
      thread_.deleted.push_back(native_id);
      continue;
    }
    const auto id = path_id(native_id, eyes_.host);
    if (!id) continue;
    if (asked_++ >= kMostAskedFor) {
      thread_.complete = false;
      break;
    }
    auto reply = session_.get("/api/v1/statuses/" + *id, {});
    if (!reply) {
      if (reply.error().kind == ErrorKind::kNotFound) {
        thread_.deleted.push_back(native_id);
        continue;
      }
      return fail(std::move(reply.error()));
    }
    if (auto post = read_status(reply->body, eyes_)) posts_.emplace(native_id, std::move(*post));
  }
  return Done{};
}

// Each post says only what it answers; its root is the top of that line, as far as it is known.
void Reader::set_roots() {
  for (auto& [native_id, post] : posts_) {
    std::set<std::string_view> seen;
    const NetworkPost* at = &post;
    while (!at->parent_native_id.empty() && seen.insert(at->native_id).second) {
      const auto above = posts_.find(at->parent_native_id);
      if (above == posts_.end()) break;
      at = &above->second;
    }
    post.root_native_id = at->parent_native_id.empty() ? at->native_id : at->parent_native_id;
  }
}

Result<Thread> Reader::read(const std::string& anchor, const std::vector<std::string>& known) {
  auto shown = take(anchor);
  if (!shown) return fail(std::move(shown.error()));
  if (*shown) {
    // The way up shows no siblings: the whole tree hangs below the root.
    std::string top = anchor;
    for (std::set<std::string> seen; seen.insert(top).second;) {
      const auto post = posts_.find(top);
      if (post == posts_.end() || post->second.parent_native_id.empty()) break;
      if (!posts_.contains(post->second.parent_native_id)) break;
      top = post->second.parent_native_id;
    }
    if (top != anchor) {
      auto above = take(top);
      if (!above) return fail(std::move(above.error()));
    }
  }
  std::vector<std::string> asked = known;
  if (std::find(asked.begin(), asked.end(), anchor) == asked.end()) asked.push_back(anchor);
  if (!*shown) {
    // Gone: what stood below it is still there, each under itself.
    for (const std::string& native_id : known) {
      if (native_id == anchor || posts_.contains(native_id)) continue;
      if (asked_++ >= kMostAskedFor) break;
      auto below = take(native_id);
      if (!below) return fail(std::move(below.error()));
      if (*below) break;
    }
  }
  RAPPORT_TRY(account_for(asked));
  if (posts_.empty() && thread_.deleted.size() == asked.size()) {
    return not_found("This thread is no longer on its server.");
  }
  set_roots();
  for (auto& [native_id, post] : posts_) thread_.posts.push_back(std::move(post));
  return std::move(thread_);
}

}  // namespace

Result<Thread> read_whole_thread(Session& session, std::string_view native_id,
                                 const std::vector<std::string>& known) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  return Reader(session, std::move(*eyes)).read(std::string(native_id), known);
}

}  // namespace rapport::mastodon
