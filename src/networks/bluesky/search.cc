// What others say about something: the network's own search, read backwards in time.
//
// A server may leave out of account what it does not know (a time, a tag, a language) without
// saying so, and its order with it. So what it answers is filtered again, and nothing is concluded
// from one old post: the walk ends at a page on which all are too old, or where the server ends. It
// searches for one tag at a time, since several would have to stand in one post.
//
// Where a server ends before its posts do, it is asked anew for what lies before the oldest one it
// gave; a server that pays no heed to that is known by its answer, and what is left is a gap.

#include <algorithm>
#include <boost/json.hpp>

#include "base/unicode.h"
#include "networks/bluesky/connector.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr int kPage = 100;
constexpr int kPagesACall = 3;
constexpr int kPagesAWalk = 100;  // servers end at 10,000 posts, too
constexpr int kPagesInAll = 2000;

struct Walk {
  std::size_t tag = 0;  // which of the tags
  std::string page;     // the server's cursor; empty: at the newest
  int pages = 0;        // since it began or was asked anew
  int in_all = 0;       // of this tag
  Time until;           // only what lies before is asked for; zero: all
  bool anew = false;    // it ended early before `until`
  Time top;             // when it began
  Time reached;         // the oldest post met for this tag
  Time cut;             // what lies below was not to be had for some tag; zero: nothing
};

std::string text_of(const Walk& walk) {
  return boost::json::serialize(boost::json::object{{"v", 1},
                                                    {"tag", walk.tag},
                                                    {"page", walk.page},
                                                    {"pages", walk.pages},
                                                    {"in_all", walk.in_all},
                                                    {"until", to_micros(walk.until)},
                                                    {"anew", walk.anew},
                                                    {"top", format_time(walk.top)},
                                                    {"reached", format_time(walk.reached)},
                                                    {"cut", to_micros(walk.cut)}});
}

// Where the walk of a tag begins.
void begin(Walk& walk, const SearchQuestion& question) {
  walk.page.clear();
  walk.pages = walk.in_all = 0;
  walk.until = question.until.value_or(Time{});
  walk.anew = false;
  walk.reached = walk.top;
}

Walk walk_of(std::string_view cursor, const SearchQuestion& question, Time now) {
  Walk walk;
  walk.top = std::min(now, question.until.value_or(now));
  begin(walk, question);
  if (cursor.empty()) return walk;
  (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
    walk.tag =
        static_cast<std::size_t>(std::max<std::int64_t>(number_at(json, "tag").value_or(0), 0));
    walk.page = text_at(json, "page");
    walk.pages = static_cast<int>(
        std::clamp<std::int64_t>(number_at(json, "pages").value_or(0), 0, kPagesAWalk));
    walk.in_all = static_cast<int>(
        std::clamp<std::int64_t>(number_at(json, "in_all").value_or(0), 0, kPagesInAll));
    walk.until = from_micros(std::max<std::int64_t>(number_at(json, "until").value_or(0), 0));
    walk.anew = bool_at(json, "anew").value_or(false);
    walk.top = parse_time(text_at(json, "top")).value_or(walk.top);
    walk.reached = parse_time(text_at(json, "reached")).value_or(walk.top);
    walk.cut = from_micros(std::max<std::int64_t>(number_at(json, "cut").value_or(0), 0));
    return Done{};
  });
  return walk;
}

std::string query_of(const SearchQuestion& question, std::size_t tag) {
  std::string query(trim(question.words));
  const auto add = [&](const std::string& part) {
    if (!query.empty()) query += ' ';
    query += part;
  };
  if (tag < question.hashtags.size()) add("#" + question.hashtags[tag]);
  if (!question.author.empty()) add("from:" + question.author);
  return query;
}

std::string_view main_part(std::string_view tag) { return tag.substr(0, tag.find('-')); }

// A post that does not say its language may be in any.
bool speaks(const NetworkPost& post, const std::vector<std::string>& langs) {
  if (langs.empty() || post.langs.empty()) return true;
  return std::any_of(post.langs.begin(), post.langs.end(), [&](const std::string& said) {
    return std::any_of(langs.begin(), langs.end(), [&](const std::string& asked) {
      return fold_case(main_part(said)) == fold_case(main_part(asked));
    });
  });
}

bool is_tagged(const NetworkPost& post, const std::vector<std::string>& tags) {
  if (tags.empty()) return true;
  const std::string text = fold_case(post.text);
  return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
    const std::string wanted = fold_case(tag);
    if (text.find("#" + wanted) != std::string::npos) return true;
    return std::any_of(post.entities.begin(), post.entities.end(), [&](const Entity& entity) {
      return entity.kind == EntityKind::kTag && fold_case(entity.value) == wanted;
    });
  });
}

// Where search sorts a post: never later than it was seen first.
Time sorted_at(const NetworkPost& post) {
  return post.indexed_at ? std::min(post.created_at, *post.indexed_at) : post.created_at;
}

bool answers(const NetworkPost& post, const SearchQuestion& question, Time since) {
  const Time at = sorted_at(post);
  return at >= since && (!question.until || at < *question.until) && speaks(post, question.langs) &&
         is_tagged(post, question.hashtags) &&
         (question.author.empty() || post.author.handle == question.author);
}

Result<SearchPage> fetch(Session& session, const SearchQuestion& question, const Walk& walk,
                         Time since) {
  Params params{{"q", query_of(question, walk.tag)},
                {"sort", "latest"},
                {"since", format_time(since)},
                {"limit", std::to_string(kPage)}};
  if (walk.until > Time{}) params.emplace_back("until", format_time(walk.until));
  if (question.langs.size() == 1) {
    params.emplace_back("lang", std::string(main_part(question.langs.front())));
  }
  if (!walk.page.empty()) params.emplace_back("cursor", walk.page);
  auto body = session.get("app.bsky.feed.searchPosts", std::move(params));
  if (!body) return fail(std::move(body.error()));
  return read_search(*body, session.now());
}

}  // namespace

Result<Heard> search_posts(Session& session, const SearchQuestion& question,
                           std::string_view cursor, Time since, Time now) {
  if (query_of(question, 0).empty()) {
    return invalid("Bluesky searches for words, a tag or an author.", "search");
  }
  Walk walk = walk_of(cursor, question, now);
  Heard heard;
  heard.read_to = walk.reached;
  const std::size_t tags = std::max<std::size_t>(question.hashtags.size(), 1);

  bool done = walk.tag >= tags;
  for (int pages = 0; pages < kPagesACall && !done; ++pages) {
    auto page = fetch(session, question, walk, since);
    bool cut = false;
    bool ended = false;
    if (!page) {
      const bool deep = !walk.page.empty() && page.error().kind == ErrorKind::kInvalid;
      if (!deep) {
        if (pages == 0) return fail(std::move(page.error()));
        break;  // what came so far is kept; the next call meets the trouble again
      }
      // Some servers refuse to go on below a certain depth rather than end.
      cut = ended = true;
    } else if (walk.anew && std::ranges::any_of(page->posts, [&](const NetworkPost& post) {
                 return sorted_at(post) >= walk.until;
               })) {
      // It pays no heed to where it should begin, so it ends here again.
      ++walk.in_all;
      cut = ended = true;
    } else {
      bool all_old = page->views > 0 && !page->posts.empty();
      for (NetworkPost& post : page->posts) {
        const Time at = sorted_at(post);
        if (at >= since) all_old = false;
        walk.reached = std::min(walk.reached, std::max(at, since));
        if (answers(post, question, since)) heard.posts.push_back(std::move(post));
      }
      ++walk.pages;
      ++walk.in_all;
      const bool same_page = page->cursor == walk.page;
      walk.page = page->cursor;
      const bool last = walk.page.empty() || same_page;
      // A full page with nothing behind it is where the server stopped, not where the posts do.
      cut = !all_old && ((last && page->views >= kPage) || walk.pages >= kPagesAWalk);
      ended = all_old || last || cut;
    }
    if (!ended) continue;
    // Times are asked for by the millisecond, so it has to have come further than that.
    const Time below = walk.reached + std::chrono::milliseconds{1};
    if (cut && walk.pages > 0 && walk.in_all < kPagesInAll &&
        below < (walk.until > Time{} ? walk.until : walk.top)) {
      walk.until = below;
      walk.anew = true;
      walk.page.clear();
      walk.pages = 0;
      continue;
    }
    if (cut) walk.cut = std::max(walk.cut, walk.reached);
    if (++walk.tag < tags) {
      begin(walk, question);
    } else {
      done = true;
    }
  }

  if (!done) {
    // Of several tags only all together say what was read.
    heard.read_from = tags == 1 ? std::min(walk.reached, heard.read_to) : heard.read_to;
    heard.more = true;
  } else if (walk.cut > Time{}) {
    heard.read_from = std::min(walk.cut, heard.read_to);
    heard.gap_from = since;
    heard.gap_reason = "Bluesky's search goes back no further.";
  } else {
    heard.read_from = std::min(since, heard.read_to);
  }
  if (done && tags > 1) heard.read_to = walk.top;
  heard.cursor = text_of(walk);
  return heard;
}

}  // namespace rapport::bluesky
