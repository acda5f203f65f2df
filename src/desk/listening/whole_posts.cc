#include "desk/listening/whole_posts.h"

#include <algorithm>
#include <tuple>

#include "store/store.h"

namespace rapport {

Result<WholePosts> WholePosts::of(Unit& unit, WorkspaceId workspace, const std::vector<PostId>& ids,
                                  QueryNeeds needs) {
  WholePosts out;
  auto posts = unit.posts().some(workspace, ids);
  RAPPORT_TRY(posts);
  out.posts_ = std::move(*posts);
  std::ranges::sort(out.posts_, [](const Post& a, const Post& b) {
    return std::tie(a.created_at, a.id) > std::tie(b.created_at, b.id);
  });
  if (needs == QueryNeeds()) return out;
  std::vector<AccountId> authors;
  for (const Post& each : out.posts_) authors.push_back(each.author);
  std::ranges::sort(authors);
  const auto twins = std::ranges::unique(authors);
  authors.erase(twins.begin(), twins.end());
  auto accounts = unit.people().accounts(workspace, authors);
  RAPPORT_TRY(accounts);
  for (Account& each : *accounts) out.authors_.emplace(each.id, std::move(each));
  if (needs.enrichment() || needs.asks(QueryField::kLang)) {
    auto readings = unit.readings().of(workspace, ids);
    RAPPORT_TRY(readings);
    for (PostReading& each : *readings) out.readings_.emplace(each.post, std::move(each));
  }
  if (needs.asks(QueryField::kReplyTo)) {
    auto answered = answered_by(unit, workspace, out.posts_);
    RAPPORT_TRY(answered);
    out.answered_ = std::move(*answered);
  }
  return out;
}

const Account* WholePosts::author_of(const Post& post) const {
  const auto author = authors_.find(post.author);
  return author == authors_.end() ? nullptr : &author->second;
}

HeardPost WholePosts::heard(const Post& post) const {
  const auto answered = answered_.find(post.id);
  return heard_post(post, author_of(post),
                    answered == answered_.end() ? nullptr : &answered->second);
}

PostEnricher WholePosts::enricher(Unit& unit, PostReader* reader, const Post& post) const {
  std::optional<ReadingGist> gist;
  std::string language;
  if (const auto reading = readings_.find(post.id); reading != readings_.end()) {
    gist = reading->second.gist;
    language = reading->second.language;
  }
  return PostEnricher(unit, reader, post, author_of(post), std::move(gist), std::move(language));
}

}  // namespace rapport
