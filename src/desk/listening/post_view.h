// A stored post as listening queries see it, and what has to be read or looked up of it for one
// workspace.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "listen/enricher.h"
#include "listen/evaluate.h"
#include "listen/heard_post.h"
#include "model/account.h"
#include "model/post.h"
#include "model/post_reading.h"

namespace rapport {

class PostReader;
class Unit;

// Views of `post` and of those behind it; all must live as long as this is used. Null: not known.
// The first line of a feed's item is its title (Filer puts it there), and stands in the text, too.
HeardPost heard_post(const Post& post, const Account* author, const Account* answered);

// What was found of such a post, as spans of its text: in order and apart.
std::vector<Span> spans_in_text(FoundSpans found);

// Whom posts answer, by post, as far as what they answer was heard.
Result<std::unordered_map<PostId, Account>> answered_by(Unit& unit, WorkspaceId workspace,
                                                        const std::vector<Post>& posts);

// The readings of one workspace. What the store cannot give is taken as not known.
class PostEnricher final : public Enricher {
 public:
  // `gist`: what was read of the post, if it was read; `language`, if it was told.
  PostEnricher(Unit& unit, PostReader* reader, const Post& post, const Account* author,
               std::optional<ReadingGist> gist, std::string language);

  const HeardPost& enriched(std::uint64_t owner, const HeardPost& post) override;

 private:
  Unit& unit_;
  PostReader* reader_;
  const Post& post_;
  const Account* author_;
  std::optional<ReadingGist> gist_;
  std::string language_;
  std::optional<HeardPost> known_;
  std::vector<std::string> topics_;
  std::vector<std::string> person_;
};

}  // namespace rapport
