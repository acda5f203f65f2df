// Posts that do not speak to us: what stands under a hashtag, and what a search finds.

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "base/unicode.h"
#include "base/url.h"
#include "networks/mastodon/connector.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/walk.h"

namespace rapport::mastodon {
namespace {

constexpr int kPage = 40;
constexpr int kMostOffset = 2000;

Result<Heard> read_timeline(Session& session, WalkPlan plan, std::string_view cursor, Time since,
                            Time now) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  return walk(session, plan, cursor, since, now,
              [&](const Reply& reply, bool, Time floor, Heard& heard) -> Result<WalkPage> {
                auto page = read_statuses(reply.body, *eyes);
                if (!page) return fail(std::move(page.error()));
                for (NetworkPost& post : page->posts) {
                  if (post.created_at >= floor) heard.posts.push_back(std::move(post));
                }
                return WalkPage{page->items_in_all, page->oldest, page->last_id, {}};
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

}  // namespace

Result<Heard> hear_hashtag(Session& session, std::string_view tag, std::string_view cursor,
                           Time since, Time now) {
  while (tag.starts_with('#')) tag.remove_prefix(1);
  if (tag.empty()) return invalid("Which hashtag?", "source");
  return read_timeline(session, tag_plan(tag), cursor, since, now);
}

// The search has no dates and no stable pages: it is read from its beginning by offset, and ends
// where nothing new comes. Servers that index no texts find only what they may.
Result<Heard> search_posts(Session& session, const SearchQuestion& question,
                           std::string_view cursor, Time since, Time now) {
  if (const auto tag = lone_tag(question)) {
    auto heard = hear_hashtag(session, *tag, cursor, since, now);
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

  int offset = 0;
  std::optional<Time> top;
  if (!cursor.empty()) {
    (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
      offset = static_cast<int>(
          std::clamp<std::int64_t>(number_at(json, "offset").value_or(0), 0, kMostOffset));
      top = parse_time(text_at(json, "top"));
      return Done{};
    });
  }
  auto reply = session.get("/api/v2/search", {{"q", words},
                                              {"type", "statuses"},
                                              {"limit", std::to_string(kPage)},
                                              {"offset", std::to_string(offset)}});
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
  heard.read_to = top.value_or(now);
  heard.read_from = since;
  for (NetworkPost& post : page->posts) {
    if (post.created_at >= since && in_langs(post, question.langs)) {
      heard.posts.push_back(std::move(post));
    }
  }
  std::stable_sort(
      heard.posts.begin(), heard.posts.end(),
      [](const NetworkPost& a, const NetworkPost& b) { return a.created_at > b.created_at; });
  heard.more = page->items_in_all > 0 && page->oldest && *page->oldest >= since &&
               offset + page->items_in_all < kMostOffset;
  if (heard.more) {
    // All that was found so far is newer than the oldest of this page, as far as servers sort.
    heard.read_from = std::min(std::max(since, *page->oldest), heard.read_to);
    heard.cursor = boost::json::serialize(boost::json::object{
        {"v", 1}, {"offset", offset + page->items_in_all}, {"top", format_time(heard.read_to)}});
  }
  return heard;
}

}  // namespace rapport::mastodon
