// An installation of any size that never was: for trying out how Rapport does with much, and for
// measuring it. The same options give the same content.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/clock.h"
#include "base/result.h"

namespace rapport {

class PostReader;
class Store;

struct GenerateOptions {
  std::int64_t posts = 100'000;
  std::int64_t conversations = 0;  // 0: a fifth of the posts
  std::int64_t workspaces = 1;
  double share = 0;         // percent of all that each workspace but the first holds; 0: all alike
  std::int64_t people = 0;  // who may speak; 0: half as many as conversations
  std::int64_t months = 12;
  double open = 15;  // percent of the conversations in which somebody waits
  std::uint64_t seed = 1;
  Time until;                    // when the history ends
  PostReader* reader = nullptr;  // who reads the posts; nobody: they lie there unread
};

// What was made, as told by who made it.
struct Generated {
  std::int64_t posts = 0;
  std::int64_t conversations = 0;
  std::int64_t accounts = 0;
  std::int64_t rows = 0;    // of all kinds, without the index of words
  std::string owner_email;  // of the first workspace; a member of all others, too
};

// Fails with invalid if the options do not fit together.
Result<Done> check(const GenerateOptions& options);

// Fills a store that has no workspace yet; everyone signs in with `password`. `progress` is told
// now and then how many posts are written.
Result<Generated> generate_into(Store& store, const GenerateOptions& options,
                                const std::string& password,
                                const std::function<void(std::int64_t)>& progress);

}  // namespace rapport
