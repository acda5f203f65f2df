#include <algorithm>
#include <span>

#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kUrisACall = 25;

}  // namespace

Result<std::vector<NetworkPost>> fetch_posts(Session& session,
                                             const std::vector<std::string>& uris) {
  std::vector<NetworkPost> posts;
  for (std::size_t at = 0; at < uris.size(); at += kUrisACall) {
    Params params;
    for (const std::string& uri :
         std::span(uris).subspan(at, std::min(kUrisACall, uris.size() - at))) {
      params.emplace_back("uris", uri);
    }
    auto body = session.get("app.bsky.feed.getPosts", std::move(params));
    if (!body) return fail(std::move(body.error()));
    auto page = read_posts(*body, session.now());
    if (!page) return fail(std::move(page.error()));
    std::move(page->begin(), page->end(), std::back_inserter(posts));
  }
  return posts;
}

Result<std::vector<std::string>> find_gone(Session& session, const std::vector<std::string>& uris) {
  std::vector<std::string> gone;
  for (const std::string& uri : uris) {
    const auto parts = parse_at_uri(uri);
    if (!parts) continue;
    auto body =
        session.get("com.atproto.repo.getRecord", {{"repo", std::string(parts->repo)},
                                                   {"collection", std::string(parts->collection)},
                                                   {"rkey", std::string(parts->rkey)}});
    if (body) continue;
    if (body.error().kind != ErrorKind::kNotFound) return fail(std::move(body.error()));
    gone.push_back(uri);
  }
  return gone;
}

}  // namespace rapport::bluesky
