#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "desk/announce.h"
#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/listening/whole_posts.h"
#include "listen/parse.h"
#include "listen/prepared_query.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kMentionsAtATime = 500;
constexpr int kMonitorsAtATime = 200;
// A slice ends after this time, or when it has so much to write.
constexpr std::chrono::milliseconds kWalkAtATime{100};
constexpr int kFoundAtATime = 300;
constexpr int kFoundBefore = 1000;
constexpr int kPostsPerClock = 64;

// One walk down the posts of a workspace for all monitors that wait, each of which is asked of
// those below its own place.
class EarlierPosts {
 public:
  EarlierPosts(WorkspaceId workspace, std::vector<Monitor> monitors, PostReader* reader)
      : workspace_(workspace), reader_(reader) {
    for (Monitor& each : monitors) {
      const ParsedQuery parsed = parse_query(each.query);
      if (!parsed.query) {
        unreadable_.push_back(std::move(each));
        continue;
      }
      top_ = std::max(top_, each.below);
      queries_.add(PreparedQuery(*parsed.query, static_cast<std::uint64_t>(workspace.value)));
      const QueryNeeds needs = queries_.at(waiting_.size()).needs();
      needs_ |= needs;
      if (needs.asks(QueryField::kTitle)) titled_.push_back(waiting_.size());
      waiting_.push_back(std::move(each));
    }
  }

  // The next slice: what may be found in it, and what was found there before.
  Result<Done> look(Unit& unit, int most) {
    if (waiting_.empty()) return Done{};
    RAPPORT_TRY(walk(unit, most));
    RAPPORT_TRY(look_at_whole(unit));
    return look_at_found_before(unit);
  }

  // Looks at that little once more and keeps what is true of it now: whatever was changed since is
  // matched by those who change it, and must not be undone.
  Result<Done> save(Unit& unit, Time now) {
    for (Monitor& each : unreadable_) {
      auto monitor = still(unit, each);
      RAPPORT_TRY(monitor);
      if (*monitor) RAPPORT_TRY(finish(unit, std::move(**monitor), PostId{}, false, now));
    }
    std::vector<std::optional<Monitor>> still_waiting;
    for (const Monitor& each : waiting_) {
      auto monitor = still(unit, each);
      RAPPORT_TRY(monitor);
      still_waiting.push_back(std::move(*monitor));
    }
    std::vector<PostId> ids;
    for (const auto& [post, places] : asked_) ids.push_back(post);
    auto posts = WholePosts::of(unit, workspace_, ids, needs_);
    RAPPORT_TRY(posts);
    std::vector<bool> changed(waiting_.size(), false);
    for (const Post& post : posts->all()) {
      const bool says = post.address != Address::kOurs && !post.deleted_at;
      PostEnricher enricher = posts->enricher(unit, reader_, post);
      const HeardPost heard = posts->heard(post);
      for (const std::size_t place : asked_[post.id]) {
        if (!still_waiting[place]) continue;
        const MonitorId monitor = waiting_[place].id;
        auto found = says ? queries_.at(place).match(heard, scratch_, &enricher) : std::nullopt;
        auto did = found ? unit.monitors().keep({workspace_, monitor, post.id, post.created_at,
                                                 spans_in_text(std::move(*found))})
                         : unit.monitors().drop(workspace_, monitor, post.id);
        RAPPORT_TRY(did);
        if (*did) changed[place] = true;
      }
    }
    for (std::size_t place = 0; place < waiting_.size(); ++place) {
      if (!still_waiting[place] || waiting_[place].below <= low_) continue;
      RAPPORT_TRY(finish(unit, std::move(*still_waiting[place]), ends_ ? PostId{} : low_,
                         changed[place], now));
    }
    return Done{};
  }

  bool ends() const { return waiting_.empty() || ends_; }

 private:
  Result<Done> walk(Unit& unit, int most) {
    const auto until = std::chrono::steady_clock::now() + kWalkAtATime;
    low_ = top_;
    int looked = 0;
    int found = 0;
    HeardPost words;
    std::vector<std::size_t> places;
    auto went_on = unit.posts().look_below(workspace_, top_, [&](const SaidWords& each) {
      low_ = each.post;
      words.text = each.text;
      queries_.could_find(words, scratch_, places);
      // Which of the words are a title is known of the whole post alone.
      for (const std::size_t place : titled_) {
        if (std::ranges::find(places, place) == places.end()) places.push_back(place);
      }
      std::erase_if(places, [&](std::size_t place) { return waiting_[place].below <= each.post; });
      if (!places.empty()) {
        found += static_cast<int>(places.size());
        asked_[each.post].insert(places.begin(), places.end());
      }
      ++looked;
      return looked < most && found < kFoundAtATime &&
             (looked % kPostsPerClock != 0 || std::chrono::steady_clock::now() < until);
    });
    RAPPORT_TRY(went_on);
    ends_ = *went_on;
    if (ends_) low_ = PostId{};
    return Done{};
  }

  // Leaves what is found by more than its words.
  Result<Done> look_at_whole(Unit& unit) {
    if (asked_.empty() || needs_ == QueryNeeds()) return Done{};
    std::vector<PostId> ids;
    for (const auto& [post, places] : asked_) ids.push_back(post);
    auto posts = WholePosts::of(unit, workspace_, ids, needs_);
    RAPPORT_TRY(posts);
    for (const Post& post : posts->all()) {
      PostEnricher enricher = posts->enricher(unit, reader_, post);
      const HeardPost heard = posts->heard(post);
      auto& places = asked_[post.id];
      std::erase_if(places, [&](std::size_t place) {
        return !queries_.at(place).finds(heard, scratch_, &enricher);
      });
    }
    std::erase_if(asked_, [](const auto& each) { return each.second.empty(); });
    return Done{};
  }

  // What a monitor found with other words may have to go.
  Result<Done> look_at_found_before(Unit& unit) {
    std::vector<MonitorId> monitors;
    std::unordered_map<MonitorId, std::size_t> place_of;
    for (std::size_t place = 0; place < waiting_.size(); ++place) {
      monitors.push_back(waiting_[place].id);
      place_of[waiting_[place].id] = place;
    }
    auto before = unit.monitors().found_between(workspace_, monitors, low_, top_, kFoundBefore);
    RAPPORT_TRY(before);
    if (before->size() == static_cast<std::size_t>(kFoundBefore)) {
      // There may be more, of the last of these posts as well: the slice ends above it.
      low_ = PostId{before->back().post.value + 1};
      ends_ = false;
      std::erase_if(*before, [&](const MonitorMention& each) { return each.post < low_; });
      std::erase_if(asked_, [&](const auto& each) { return each.first < low_; });
    }
    for (const MonitorMention& each : *before) {
      const std::size_t place = place_of[each.monitor];
      if (waiting_[place].below > each.post) asked_[each.post].insert(place);
    }
    return Done{};
  }

  // The monitor, if nobody changed since what this walk is about.
  Result<std::optional<Monitor>> still(Unit& unit, const Monitor& seen) {
    auto monitor = unit.monitors().find(workspace_, seen.id);
    if (!monitor && monitor.error().kind == ErrorKind::kNotFound) return std::optional<Monitor>();
    RAPPORT_TRY(monitor);
    const bool same = monitor->query == seen.query && monitor->below == seen.below &&
                      monitor->paused == seen.paused;
    return same ? std::optional(std::move(*monitor)) : std::nullopt;
  }

  static Result<Done> finish(Unit& unit, Monitor monitor, PostId below, bool changed, Time now) {
    monitor.below = below;
    RAPPORT_TRY(unit.monitors().save(monitor));
    if (!changed && below) return Done{};
    Event event;
    event.workspace = monitor.workspace;
    event.kind = EventKind::kMonitor;
    event.subject = monitor.id.value;
    event.at = now;
    return unit.announce(std::move(event));
  }

  const WorkspaceId workspace_;
  PostReader* const reader_;
  MatchScratch scratch_;
  std::vector<Monitor> unreadable_;  // by this version
  std::vector<Monitor> waiting_;
  PreparedQueries queries_;  // of those waiting
  QueryNeeds needs_;
  std::vector<std::size_t> titled_;  // that ask for titles
  PostId top_;
  PostId low_;  // all ids from here to `top_` are in this slice
  bool ends_ = false;
  // Of which posts which of them are to be asked.
  std::map<PostId, std::set<std::size_t>> asked_;
};

}  // namespace

void Monitors::settle() { matching_.settle(); }

Result<bool> Monitors::catch_up(int most, const std::function<bool()>& go_on) {
  auto behind = monitors_behind();
  RAPPORT_TRY(behind);
  bool more = static_cast<int>(behind->size()) == kMonitorsAtATime;
  std::map<WorkspaceId, std::vector<Monitor>> of;
  for (Monitor& each : *behind) of[each.workspace].push_back(std::move(each));
  for (auto& [workspace, monitors] : of) {
    if (!go_on()) return true;
    EarlierPosts walk(workspace, std::move(monitors), reader_);
    RAPPORT_TRY(store_.read([&](Unit& unit) { return walk.look(unit, most); }));
    std::lock_guard changing(changing_);
    RAPPORT_TRY(store_.write([&](Unit& unit) { return walk.save(unit, clock_.now()); }));
    more |= !walk.ends();
  }
  if (!go_on()) return true;
  auto leaving =
      store_.write([](Unit& unit) { return unit.monitors().clear_removed(kMentionsAtATime); });
  RAPPORT_TRY(leaving);
  return more || *leaving;
}

Result<std::vector<Monitor>> Monitors::monitors_behind() {
  auto any = store_.read([](Unit& unit) { return unit.monitors().behind(1); });
  if (!any || any->empty()) return any;
  // Not between a change in the store and its coming into force: what is filed from then on is
  // matched by the one, and what was filed before by this. Asked of the writer, because whatever
  // was being filed at that moment is stored when it gets there.
  std::lock_guard changing(changing_);
  return store_.write([](Unit& unit) { return unit.monitors().behind(kMonitorsAtATime); });
}

}  // namespace rapport
