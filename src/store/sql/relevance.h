// How well a post fits what was searched: the same on every engine, because it is worked out here.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

class Relevance {
 public:
  // `text` is what was typed; its last word may be the beginning of one.
  explicit Relevance(std::string_view text);

  // Higher is better, in millionths; for a post that holds every word. How often each word occurs
  // counts less and less (as in BM25), a short post more than a long one, the whole word more than
  // its beginning, and words that follow one another as they were typed much more.
  std::int64_t score(std::string_view post) const;

 private:
  std::vector<std::string> wanted_;
};

}  // namespace rapport
