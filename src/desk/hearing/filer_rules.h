// What several verbs of the filer go by.

#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/act.h"
#include "model/post.h"

namespace rapport {

// Takes over what the network told us; what it left out stays.
template <class T>
bool take(T& into, const T& from) {
  if (from == T{} || into == from) return false;
  into = from;
  return true;
}

// What brought a post of ours that was sent from here; the store's outlines know this word.
inline constexpr std::string_view kFromHere = "outbox";

// Sources that bring what was not said to us: the words of model/post.h's seen_via.
inline constexpr std::string_view kStream = "stream";
inline constexpr std::string_view kSearch = "search";
inline constexpr std::string_view kFeed = "feed";

inline bool is_listened(std::string_view source) {
  return source == kStream || source == kSearch || source == kFeed;
}

// How long a network may go on showing what was before an act of ours.
inline constexpr std::chrono::seconds kNetworkLag{60};

inline bool fresh(const std::optional<Act>& act, Time now) {
  return act && act->state != ActState::kRejected && act->changed_at + kNetworkLag > now;
}

inline bool mentions(const std::vector<Entity>& entities, const std::string& native_id) {
  return std::any_of(entities.begin(), entities.end(), [&](const Entity& each) {
    return each.kind == EntityKind::kMention && each.value == native_id;
  });
}

}  // namespace rapport
