// The answers an index gave last. Whoever writes a reply has it asked for the same post with every
// word they type.

#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/search/article_index.h"

namespace rapport {

class AskedLately {
 public:
  using Answer = std::shared_ptr<const std::vector<Suggestion>>;
  // So many posts at once are being answered in one workspace.
  static constexpr std::size_t kMost = 32;

  // `index` has to outlive it.
  AskedLately(const ArticleIndex& index, std::size_t most) : index_(index), most_(most) {}

  // What index.suggest(post, most) answers. Safe from any thread.
  Answer suggest(std::string_view post);

 private:
  struct Kept {
    std::string post;
    Answer answer;
  };

  const ArticleIndex& index_;
  std::size_t most_;
  std::mutex mutex_;
  std::deque<Kept> kept_;  // those asked last stand first
};

}  // namespace rapport
