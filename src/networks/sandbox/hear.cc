// What the sandbox tells: sources, threads and profiles.

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "networks/sandbox/sandbox.h"

namespace rapport {
namespace {

constexpr std::size_t kPage = 100;

// Where a reader stands: behind the occurrence with this time and id.
struct Place {
  Time at;
  std::string id;
};

std::string written(const Place& place) {
  return std::to_string(to_micros(place.at)) + "/" + place.id;
}

std::optional<Place> place_in(std::string_view cursor) {
  const auto slash = cursor.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + slash, micros);
  if (error != std::errc{} || end != cursor.data() + slash) return std::nullopt;
  return Place{from_micros(micros), std::string(cursor.substr(slash + 1))};
}

}  // namespace

Result<Heard> Sandbox::hear(const StoryPerson& us, std::string_view source, std::string_view cursor,
                            Time since, std::optional<Time> as_of) {
  std::lock_guard lock(mutex_);
  const auto time = as_of.value_or(now());
  if (source != "notifications" && source != "own_posts") {
    return invalid("The sandbox has no such source.");
  }
  // A cursor that is not ours tells nothing about what was read: read from the beginning then,
  // since hearing something twice does no harm.
  const auto place = place_in(cursor);
  const auto from = place ? place->at : since;
  auto occurrences =
      source == "notifications" ? notifications(us, from, time) : own_posts(us, from, time);
  std::erase_if(occurrences, [&](const Occurrence& each) {
    return place && std::tie(each.at, each.id) <= std::tie(place->at, place->id);
  });
  std::sort(occurrences.begin(), occurrences.end(), [](const auto& left, const auto& right) {
    return std::tie(left.at, left.id) < std::tie(right.at, right.id);
  });

  Heard heard;
  heard.more = occurrences.size() > kPage;
  if (heard.more) occurrences.resize(kPage);
  for (const auto& each : occurrences) {
    if (each.gone) {
      heard.deleted.push_back(each.post->native_id);
    } else if (each.post) {
      heard.posts.push_back(shown(us, *each.post, time));
    } else {
      heard.interactions.push_back(each.attention->interaction);
      heard.interactions.back().actor = account_of(us, *each.attention->actor);
    }
  }
  heard.cursor = occurrences.empty() ? std::string(cursor)
                                     : written({occurrences.back().at, occurrences.back().id});
  heard.read_from = from;
  heard.read_to = heard.more ? occurrences.back().at : time;
  return heard;
}

std::vector<Sandbox::Occurrence> Sandbox::notifications(const StoryPerson& us, Time from,
                                                        Time now) const {
  std::vector<Occurrence> all;
  for (const auto& post : posts_) {
    if (by_brand(post)) continue;
    // Whom we muted or blocked we are not told of; their posts stay where they are.
    const bool silenced = muted(us, *post.author) || blocked(us, *post.author);
    if (speaks_to(post, us) && !silenced && post.shown_at >= from && visible(post, now)) {
      all.push_back({post.shown_at, post.native_id, &post});
    }
    // Somebody who takes a post back, or words it anew, is believed, whether or not it spoke to the
    // brand.
    add_changes(post, from, now, all);
  }
  for (const auto& each : attention_) {
    const auto at = each.interaction.at;
    // A follow is of the brand's first account.
    if ((each.object ? each.object->author : &story_.brand) != &us) continue;
    if (muted(us, *each.actor) || blocked(us, *each.actor)) continue;
    if (at < from || at > now || (each.object && !visible(*each.object, now))) continue;
    all.push_back({at, each.interaction.native_id, nullptr, &each});
  }
  return all;
}

std::vector<Sandbox::Occurrence> Sandbox::own_posts(const StoryPerson& us, Time from,
                                                    Time now) const {
  std::vector<Occurrence> all;
  for (const auto& post : posts_) {
    if (post.author != &us) continue;
    if (post.shown_at >= from && visible(post, now)) {
      all.push_back({post.shown_at, post.native_id, &post});
    }
    add_changes(post, from, now, all);
  }
  return all;
}

void Sandbox::add_changes(const WorldPost& post, Time from, Time now,
                          std::vector<Occurrence>& into) const {
  if (post.deleted_at && *post.deleted_at >= from && *post.deleted_at <= now) {
    into.push_back({*post.deleted_at, "gone:" + post.native_id, &post, nullptr, /*gone=*/true});
  }
  for (const auto& edit : post.edits) {
    if (edit.at < from || edit.at > now || !visible(post, now)) continue;
    into.push_back({edit.at, "edit:" + post.native_id, &post});
  }
}

Result<Thread> Sandbox::thread(const StoryPerson& us, std::string_view native_id,
                               const std::vector<std::string>& known, std::optional<Time> as_of) {
  std::lock_guard lock(mutex_);
  const auto time = as_of.value_or(now());
  const auto found = posts_by_id_.find(std::string(native_id));
  Thread thread;
  bool stands = false;
  if (found != posts_by_id_.end()) {
    for (const auto* post : found->second->root->thread) {
      if (!visible(*post, time)) continue;
      stands = true;  // also where a block hides it from us
      if (!blocked(us, *post->author)) thread.posts.push_back(shown(us, *post, time));
    }
  }
  if (!stands) return not_found("This thread is not in the sandbox any more.");
  for (const auto& id : known) {
    if (!find_visible(id, time)) thread.deleted.push_back(id);
  }
  return thread;
}

OutgoingCard Sandbox::card(const std::string& url) const {
  const auto page = std::ranges::find(story_.pages, url, &StoryLink::url);
  if (page == story_.pages.end()) return {url, {}, {}, {}};
  return {url, page->title, page->description, {}};
}

Result<NetworkAccount> Sandbox::profile(const StoryPerson& us, std::string_view native_id) {
  std::lock_guard lock(mutex_);
  const auto found = people_.find(std::string(native_id));
  if (found == people_.end()) return not_found("Nobody in the sandbox has this account.");
  const auto& person = *found->second;
  auto account = account_of(us, person);
  account.bio = person.bio;
  account.followers = person.followers;
  account.follows = person.following;
  account.posts = person.posts;
  account.joined_at = seeded_at() - std::chrono::hours{24 * person.joined_days_ago};
  account.whole_profile = true;
  return account;
}

}  // namespace rapport
