// A post that owns what it shows.

#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "listen/heard_post.h"

namespace rapport {

struct KeptPost {
  KeptPost() = default;
  KeptPost(KeptPost&&) = default;
  KeptPost& operator=(KeptPost&&) = default;
  KeptPost(const KeptPost&) = delete;
  KeptPost& operator=(const KeptPost&) = delete;
  ~KeptPost() = default;

  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }

  std::deque<std::string> texts;  // stay where they are when more are kept
  HeardPost post;
};

}  // namespace rapport
