// Posts that do not speak to us: what stands under a hashtag, and what a search finds.

#include <algorithm>
#include <boost/json.hpp>
#include <functional>

#include "base/unicode.h"
#include "base/url.h"
#include "networks/mastodon/connector.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/walk.h"

namespace rapport::mastodon {
namespace {

constexpr int kPage = 40;
constexpr int kMostOffset = 2000;
constexpr int kMostStretches = 20;  // of so many posts, one below the other

Result<Heard> read_timeline(Session& session, WalkPlan plan, std::string_view cursor, Time since,
                            Time now) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  return walk(session, plan, cursor, since, now,
              [&](const Reply& reply, bool, Time floor, Heard& heard) -> Result<WalkPage> {
                auto page = read_statuses(reply.body, *eyes);
                if (!page) return fail(std::move(page.error()));
                for (NetworkPost& post : page->posts) {
                  if (post.created_at >= floor && (!plan.until || post.created_at < *plan.until))
                    heard.posts.push_back(std::move(post));
                }
                return WalkPage{page->items_in_all, page->oldest, page->last_id, {}, page->newest};
              });
}

WalkPlan tag_plan(std::string_view tag) {
  WalkPlan plan;
  plan.path = "/api/v1/timelines/tag/" + encode_url_value(tag);
  plan.params = {{"limit", std::to_string(kPage)}};
  plan.page_size = kPage;
  plan.what = "posts";
  return plan;
}

std::string words_of(const SearchQuestion& question) {
  std::string words(trim(question.words));
  for (const std::string& tag : question.hashtags) {
    if (!words.empty()) words += ' ';
    words += "#" + tag;
  }
  if (!question.author.empty()) {
    if (!words.empty()) words += ' ';
    words += "from:" + question.author;
  }
  return words;
}

// Servers search a tag's timeline better than their text index: of a single tag, that is read.
std::optional<std::string> lone_tag(const SearchQuestion& question) {
  const bool lone = trim(question.words).empty() && question.author.empty() &&
                    question.hashtags.size() == 1 && !question.hashtags.front().empty();
  return lone ? std::optional(question.hashtags.front()) : std::nullopt;
}

bool in_langs(const NetworkPost& post, const std::vector<std::string>& langs) {
  if (langs.empty() || post.langs.empty()) return true;
  return std::any_of(langs.begin(), langs.end(), [&](const std::string& lang) {
    return post.langs.front().substr(0, 2) == lang.substr(0, 2);
  });
}

// How far a search was read.
struct SearchPlace {
  int offset = 0;      // of posts, below `below`
  std::string below;   // an id; empty: at the newest
  bool plain = false;  // the server pays no heed to ids
  int stretches = 0;   // begun anew, since no offset goes further
  Time top;
};

SearchPlace place_of(std::string_view cursor, Time top) {
  SearchPlace place;
  place.top = top;
  if (cursor.empty()) return place;
  (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
    const auto count = [&](std::string_view key, int most) {
      return static_cast<int>(std::clamp<std::int64_t>(number_at(json, key).value_or(0), 0, most));
    };
    place.offset = count("offset", kMostOffset);
    place.below = text_at(json, "below");
    place.plain = bool_at(json, "plain").value_or(false);
    place.stretches = count("stretches", kMostStretches);
    place.top = parse_time(text_at(json, "top")).value_or(top);
    return Done{};
  });
  return place;
}

std::string text_of(const SearchPlace& place) {
  return boost::json::serialize(boost::json::object{{"v", 1},
                                                    {"offset", place.offset},
                                                    {"below", place.below},
                                                    {"plain", place.plain},
                                                    {"stretches", place.stretches},
                                                    {"top", format_time(place.top)}});
}

// Goes on behind a page that has posts; false if no way leads further. Ids that tell of time have
// as many digits as each other for the next centuries, so that texts of them are in their order.
bool go_on(SearchPlace& place, const StatusPage& page, std::optional<Time> until) {
  if (!place.below.empty() && place.offset == 0 && page.last_id >= place.below) {
    // It shows its beginning again.
    if (place.stretches > 0) return false;
    place.below.clear();
    place.plain = true;
  }
  place.offset += page.items_in_all;
  if (!place.plain && until && place.below.empty()) {
    auto id = id_before(*until, page.last_id, *page.oldest);
    if (id && *id < page.last_id) {
      place.below = std::move(*id);
      place.offset = 0;
      return true;
    }
  }
  if (place.offset < kMostOffset) return true;
  const bool in_order =
      std::ranges::is_sorted(page.posts, std::ranges::greater{}, &NetworkPost::created_at);
  const bool tells = id_before(*page.oldest, page.last_id, *page.oldest).has_value();
  if (place.plain || !in_order || !tells || place.stretches == kMostStretches) return false;
  place.below = page.last_id;
  place.offset = 0;
  ++place.stretches;
  return true;
}

}  // namespace

Result<Heard> hear_hashtag(Session& session, std::string_view tag, std::string_view cursor,
                           Time since, Time now) {
  while (tag.starts_with('#')) tag.remove_prefix(1);
  if (tag.empty()) return invalid("Which hashtag?", "source");
  return read_timeline(session, tag_plan(tag), cursor, since, now);
}

// The search has no dates: it is read by offset, and ends where nothing new comes. Where ids tell
// of time it begins below the one that stands for `until`. Servers that index no texts find only
// what they may.
Result<Heard> search_posts(Session& session, const SearchQuestion& question,
                           std::string_view cursor, Time since, Time now) {
  if (const auto tag = lone_tag(question)) {
    WalkPlan plan = tag_plan(*tag);
    plan.until = question.until;
    auto heard = read_timeline(session, plan, cursor, since, now);
    if (heard) {
      std::erase_if(heard->posts,
                    [&](const NetworkPost& post) { return !in_langs(post, question.langs); });
    }
    return heard;
  }
  const std::string words = words_of(question);
  if (words.empty()) return invalid("What should be looked for?", "search");
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));

  SearchPlace place = place_of(cursor, std::min(now, question.until.value_or(now)));
  Params params{{"q", words}, {"type", "statuses"}, {"limit", std::to_string(kPage)}};
  params.emplace_back("offset", std::to_string(place.offset));
  if (!place.below.empty()) params.emplace_back("max_id", place.below);
  auto reply = session.get("/api/v2/search", std::move(params));
  if (!reply) {
    Error error = std::move(reply.error());
    if (error.kind == ErrorKind::kNotFound) {
      return invalid("This server offers no search of posts.", "search");
    }
    return fail(std::move(error));
  }
  auto page = read_statuses(reply->body, *eyes, "statuses");
  if (!page) return fail(std::move(page.error()));

  Heard heard;
  heard.read_to = place.top;
  heard.read_from = since;
  const bool ended = page->items_in_all == 0 || !page->oldest || *page->oldest < since;
  const bool further = !ended && go_on(place, *page, question.until);
  for (NetworkPost& post : page->posts) {
    const bool in_time =
        post.created_at >= since && (!question.until || post.created_at < *question.until);
    if (in_time && in_langs(post, question.langs)) heard.posts.push_back(std::move(post));
  }
  std::stable_sort(
      heard.posts.begin(), heard.posts.end(),
      [](const NetworkPost& a, const NetworkPost& b) { return a.created_at > b.created_at; });
  if (ended) return heard;
  if (!further) {
    heard.gap_from = since;
    heard.gap_reason = "This server's search goes back no further.";
    heard.read_from = std::min(*page->oldest, heard.read_to);
    return heard;
  }
  // All that was found so far is newer than the oldest of this page, as far as servers sort.
  heard.more = true;
  heard.read_from = std::min(std::max(since, *page->oldest), heard.read_to);
  heard.cursor = text_of(place);
  return heard;
}

}  // namespace rapport::mastodon
