#include "networks/mastodon/walk.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "base/url.h"
#include "networks/mastodon/json.h"

namespace rapport::mastodon {
namespace {

constexpr std::chrono::hours kDeepEvery{1};
constexpr int kDeepPages = 10;

constexpr int kIdTimeShift = 16;
constexpr std::chrono::hours kIdsFit{48};
constexpr std::chrono::hours kLate{2};

struct Under {        // a walk under way
  std::string query;  // of the next page; empty: at the newest
  Time from;          // down to here
  Time reached;       // what lies above is read
  Time top;           // when it began
  int pages = 0;
  bool deep = false;
};

struct State {
  std::optional<Time> read_to;  // all below is read
  std::optional<Time> deep_at;
  Time floor;  // nothing older is wanted
  std::optional<Under> walk;
};

std::string text_of(const State& state) {
  boost::json::object json{{"v", 1}, {"floor", format_time(state.floor)}};
  if (state.read_to) json["read_to"] = format_time(*state.read_to);
  if (state.deep_at) json["deep_at"] = format_time(*state.deep_at);
  if (state.walk) {
    json["walk"] = boost::json::object{{"query", state.walk->query},
                                       {"from", format_time(state.walk->from)},
                                       {"reached", format_time(state.walk->reached)},
                                       {"top", format_time(state.walk->top)},
                                       {"pages", state.walk->pages},
                                       {"deep", state.walk->deep}};
  }
  return boost::json::serialize(json);
}

// A cursor that cannot be read begins anew: hearing twice is harmless, missing is not.
State state_of(std::string_view cursor, Time since) {
  State state;
  state.floor = since;
  if (cursor.empty()) return state;
  (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
    state.read_to = parse_time(text_at(json, "read_to"));
    state.deep_at = parse_time(text_at(json, "deep_at"));
    state.floor = parse_time(text_at(json, "floor")).value_or(since);
    if (const auto part = member(json, "walk")) {
      const auto from = parse_time(text_at(*part, "from"));
      const auto reached = parse_time(text_at(*part, "reached"));
      const auto top = parse_time(text_at(*part, "top"));
      if (from && reached && top) {
        state.walk = Under{std::string(text_at(*part, "query")),
                           *from,
                           *reached,
                           *top,
                           static_cast<int>(number_at(*part, "pages").value_or(0)),
                           bool_at(*part, "deep").value_or(false)};
      }
    }
    return Done{};
  });
  return state;
}

Under new_walk(const State& state, const WalkPlan& plan, Time now) {
  Under walk;
  walk.top = walk.reached = now;
  if (!state.read_to) {
    walk.from = state.floor;
    return walk;
  }
  walk.deep = !state.deep_at || now - *state.deep_at >= kDeepEvery;
  walk.from = std::max(state.floor, *state.read_to - (walk.deep ? plan.deep_rewind : plan.rewind));
  return walk;
}

// A server's link with what it left out of the question, such as a parameter that says what to
// show.
std::string whole_query(const WalkPlan& plan, const std::string& linked) {
  std::string query = linked;
  for (const auto& [name, value] : plan.params) {
    const std::string begin = encode_url_value(name) + "=";
    const bool there = query.starts_with(begin) || query.find("&" + begin) != std::string::npos;
    if (!there) query += "&" + form_body({{name, value}});
  }
  return query;
}

// The next page as the server linked it; else below the last item of this one.
std::string next_query(const WalkPlan& plan, const WalkPage& page, const std::string& asked) {
  if (!page.next.empty()) {
    std::string query = whole_query(plan, page.next);
    return query == asked ? std::string() : query;
  }
  if (page.items == 0 || page.last_id.empty()) return {};
  Params params = plan.params;
  params.emplace_back("max_id", page.last_id);
  std::string query = form_body(params);
  return query == asked ? std::string() : query;
}

}  // namespace

std::optional<std::string> id_before(Time until, std::string_view id, Time at) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc{} || end != id.data() + id.size() || number <= 0) return std::nullopt;
  const Time counted{std::chrono::milliseconds{number >> kIdTimeShift}};
  if (counted < at - kIdsFit || counted > at + kIdsFit) return std::nullopt;
  const auto millis = std::chrono::floor<std::chrono::milliseconds>(until + kLate);
  return std::to_string(millis.time_since_epoch().count() << kIdTimeShift);
}

Result<Heard> walk(Session& session, const WalkPlan& plan, std::string_view cursor, Time since,
                   Time now, const TakePage& take) {
  State state = state_of(cursor, since);
  if (!state.walk) state.walk = new_walk(state, plan, now);
  Heard heard;
  heard.read_to = state.walk->reached;

  bool done = false;
  for (int pages = 0; pages < plan.pages_a_call && !done; ++pages) {
    Under& under = *state.walk;
    auto reply = under.query.empty() ? session.get(plan.path, plan.params)
                                     : session.get_query(plan.path, under.query);
    auto page = reply ? take(*reply, under.query.empty(), state.floor, heard)
                      : Result<WalkPage>(fail(std::move(reply.error())));
    if (!page) {
      // The server forgot its own page: walk again from the top.
      const auto kind = page.error().kind;
      if ((kind == ErrorKind::kInvalid || kind == ErrorKind::kNotFound) && !under.query.empty()) {
        state.walk = new_walk(state, plan, now);
        heard.read_to = now;
        heard.more = true;
        break;
      }
      if (pages == 0) return fail(std::move(page.error()));
      heard.more = true;  // what came so far is kept; the next call meets the trouble again
      break;
    }
    page->next = reply->next;
    ++under.pages;
    const auto& reached = page->newest ? page->newest : page->oldest;
    if (reached) under.reached = std::min(under.reached, *reached);
    std::optional<std::string> jump;
    if (plan.until && under.query.empty() && page->oldest && *page->oldest > *plan.until + kLate) {
      jump = id_before(*plan.until, page->last_id, *page->oldest);
    }
    if (jump) {
      Params params = plan.params;
      params.emplace_back("max_id", std::move(*jump));
      under.query = form_body(params);
    } else {
      under.query = next_query(plan, *page, under.query);
    }
    const bool deep_enough = under.deep && under.pages >= kDeepPages && state.read_to &&
                             under.reached < *state.read_to - plan.rewind;
    done = under.query.empty() || (reached && *reached < under.from) || deep_enough;
    if (!done && under.pages >= plan.pages_a_walk) {
      heard.gap_from = under.from;
      heard.gap_reason = "More than " + std::to_string(plan.pages_a_walk * plan.page_size) + " " +
                         std::string(plan.what) + " came at once; older ones were not read.";
      done = true;
    }
  }

  const Under& under = *state.walk;
  heard.read_from = done && !heard.gap_from ? std::min(under.from, heard.read_to)
                                            : std::min(under.reached, heard.read_to);
  if (done) {
    state.read_to = under.top;
    if (under.deep || !state.deep_at) state.deep_at = under.top;
    state.walk.reset();
  } else {
    heard.more = true;
  }
  heard.cursor = text_of(state);
  return heard;
}

}  // namespace rapport::mastodon
