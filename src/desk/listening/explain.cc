#include "desk/listening/explain.h"

#include <algorithm>
#include <set>

#include "desk/listening/said_words.h"

namespace rapport {

void explain(const std::vector<MentionFacts>& facts, Spike& spike) {
  SaidWordCounts here;
  SaidWordCounts there;
  std::set<AccountId> authors;
  for (const MentionFacts& each : facts) {
    if (each.said_at >= spike.from && each.said_at < spike.to) {
      here.add(each.text);
      authors.insert(each.author);
    } else {
      there.add(each.text);
    }
  }
  spike.authors = static_cast<std::int64_t>(authors.size());
  for (WordShare& each : telling_words(here, there, 3, 2.0, kSpikeWords)) {
    spike.terms.push_back({std::move(each.word), each.here});
  }
  struct Telling {
    std::size_t words;
    PostId post;
  };
  std::vector<Telling> telling;
  for (const MentionFacts& each : facts) {
    if (each.said_at < spike.from || each.said_at >= spike.to) continue;
    SaidWordCounts words;
    words.add(each.text);
    std::size_t said = 0;
    for (const WordTotal& term : spike.terms) said += words.of(term.word) > 0 ? 1 : 0;
    telling.push_back({said, each.post});
  }
  std::ranges::stable_sort(telling,
                           [](const Telling& a, const Telling& b) { return a.words > b.words; });
  for (std::size_t at = 0; at < telling.size() && at < kSpikePosts; ++at) {
    spike.posts.push_back(telling[at].post);
  }
}

}  // namespace rapport
