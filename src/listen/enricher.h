// Who knows of a post what isn't written in it.

#pragma once

#include <cstdint>

#include "listen/heard_post.h"

namespace rapport {

// Fills what has to be read or looked up for one owner (QueryNeeds::enrichment). It is asked at
// most once for each owner and post, and only if a query whose words already fit asks for such a
// field.
class Enricher {
 public:
  virtual ~Enricher() = default;

  // `post` with more known of it; title and text are the same. What is returned must live until
  // the post is matched, also when other owners are asked for.
  virtual const HeardPost& enriched(std::uint64_t owner, const HeardPost& post) = 0;
};

}  // namespace rapport
