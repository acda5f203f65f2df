// Which articles answer a post: the words they share, weighed by what was read of it.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/knowledge/article_links.h"
#include "desk/knowledge/shelf.h"
#include "model/knowledge.h"
#include "model/post_reading.h"
#include "model/reading.h"

namespace rapport {

// A post to be answered.
struct AskedPost {
  std::string_view text;
  std::string_view language;                // as read, BCP 47; empty or "und": not known
  std::optional<ReadingGist> reading = {};  // none: not read
};

// Why an article stands where it does; one of the first two always is a reason.
enum class SuggestedBecause {
  kWords,        // it has words of the post
  kAskedBefore,  // those had some whom it answered, which it has not itself
  kUsedBefore,   // it answered somebody who spoke of the same reason or topic
  kLanguage,     // it is in the language they write in
};
std::string_view to_word(SuggestedBecause because);  // "words", "asked_before", …

struct ArticleSuggestion {
  const KnowledgeEntry* entry = nullptr;  // of the shelf
  std::string link;                       // empty: it can be read nowhere yet
  double score = 0;                       // to be compared within one answer only
  std::string passage;                    // that answers; empty: it has none
  std::vector<Span> spans;                // of the words of the passage that the post has, too
  std::vector<Span> post_spans;           // of the words of the post that the article has
  std::vector<SuggestedBecause> because;
};

// The best first, at most `most`; of an article in several languages the one they read. Nothing is
// suggested that shares no telling word with the post, itself or by whom it served, and to who asks
// for nothing (as it was read) nothing that shares fewer than two itself. Points into the shelf,
// which has to outlive it.
std::vector<ArticleSuggestion> suggest_articles(const Shelf& shelf, const ArticleLinks& links,
                                                const AskedPost& post, std::size_t most);

}  // namespace rapport
