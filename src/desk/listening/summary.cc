#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "desk/listening/explain.h"
#include "desk/listening/mention_filter.h"
#include "desk/listening/monitors.h"
#include "desk/listening/spikes.h"
#include "desk/listening/steps.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kMostRows = 20;  // of a table
constexpr std::size_t kMostSpikes = 10;
constexpr int kMentionsAtATime = 2000;

bool is_negative(const MentionFacts& facts) {
  return facts.reading && facts.reading->sentiment == Sentiment::kNegative;
}

// How often each key was met, the most first.
class Counter {
 public:
  void add(const std::string& key, const std::string& name = {}) {
    Tally& tally = tallies_[key];
    tally.key = key;
    if (tally.name.empty()) tally.name = name;
    ++tally.total;
  }
  std::vector<Tally> most(std::size_t rows = kMostRows) const {
    std::vector<Tally> out;
    for (const auto& [key, tally] : tallies_) out.push_back(tally);
    std::ranges::stable_sort(out, [](const Tally& a, const Tally& b) { return a.total > b.total; });
    if (out.size() > rows) out.resize(rows);
    return out;
  }

 private:
  std::map<std::string, Tally> tallies_;
};

void count_links(const MentionFacts& facts, Counter& links, Counter& sites) {
  std::set<std::string> seen;
  for (const Media& each : facts.media) {
    if (each.kind == MediaKind::kLink && seen.insert(each.url).second) {
      links.add(each.url, each.title);
    }
  }
  for (const Entity& each : facts.entities) {
    if (each.kind == EntityKind::kLink && seen.insert(each.value).second) links.add(each.value);
  }
  for (const std::string& each : linked_sites(facts)) sites.add(each);
}

}  // namespace

Result<MentionSummary> Monitors::summary(const Member& by, std::optional<MonitorId> monitor,
                                         int days) {
  const auto steps = steps_of(days, clock_.now());
  if (!steps) return fail(steps.error());
  const auto span = steps->to - steps->from;
  return store_.read([&](Unit& unit) -> Result<MentionSummary> {
    if (monitor) RAPPORT_TRY(unit.monitors().find(by.workspace, *monitor));
    MentionSummary out;
    out.days = days;
    out.from = steps->from;
    out.to = steps->to;

    // All totals are those of the kept counters, as far back as what is usual asks for.
    const Time first = steps->from - std::max<Microseconds>(span, kUsualSpan);
    auto hours = unit.monitors().hours(by.workspace, monitor, first, steps->to);
    RAPPORT_TRY(hours);
    std::vector<std::int64_t> series(
        static_cast<std::size_t>((steps->to - first) / std::chrono::hours{1}));
    out.volume.resize(static_cast<std::size_t>(steps->count));
    for (int step = 0; step < steps->count; ++step) {
      out.volume[static_cast<std::size_t>(step)].at = steps->begin(step);
    }
    std::size_t first_said = series.size();
    for (const HourTotal& each : *hours) {
      if (monitor && each.monitor != *monitor) continue;
      const auto at = static_cast<std::size_t>((each.hour - first) / std::chrono::hours{1});
      series[at] += each.total;
      first_said = std::min(first_said, at);
      if (each.hour >= steps->from - span && each.hour < steps->from) out.before += each.total;
      if (each.hour < steps->from) continue;
      out.total += each.total;
      out.volume[static_cast<std::size_t>(steps->at(each.hour))].total += each.total;
    }

    std::vector<MentionFacts> facts;
    std::optional<MentionPlace> after;
    while (facts.size() < static_cast<std::size_t>(kMostLookedAt)) {
      auto some = unit.monitors().found(by.workspace, monitor, steps->from, steps->to, after,
                                        kMentionsAtATime);
      RAPPORT_TRY(some);
      const bool ends = some->size() < static_cast<std::size_t>(kMentionsAtATime);
      if (!some->empty()) after = MentionPlace{some->back().said_at, some->back().post};
      std::move(some->begin(), some->end(), std::back_inserter(facts));
      if (ends) break;
    }
    out.looked_at = static_cast<std::int64_t>(facts.size());

    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    Counter sentiments, reasons, languages, networks, sites, links, states, skips;
    std::unordered_map<AccountId, std::int64_t> authors;
    for (const MentionFacts& each : facts) {
      if (each.reading && each.reading->sentiment) {
        sentiments.add(std::string(to_word(*each.reading->sentiment)));
      }
      if (is_negative(each)) {
        ++out.negative;
        ++out.volume[static_cast<std::size_t>(steps->at(each.said_at))].negative;
      }
      if (each.reading) {
        for (const std::string& key : each.reading->reasons) {
          const std::string told = taxonomy->resolve(key);
          const ReasonView* reason = taxonomy->find(told);
          reasons.add(told, reason != nullptr ? reason->name : told);
        }
      }
      languages.add(language_of(each));
      networks.add(each.network);
      count_links(each, links, sites);
      states.add(fate_of(each));
      if (each.state == ConversationState::kSkipped && each.skip_reason) {
        skips.add(std::string(to_word(*each.skip_reason)));
      }
      ++authors[each.author];
    }
    out.sentiments = sentiments.most();
    out.reasons = reasons.most();
    out.languages = languages.most();
    out.networks = networks.most();
    out.sites = sites.most();
    out.links = links.most();
    out.states = states.most();
    out.skip_reasons = skips.most();

    std::vector<std::pair<AccountId, std::int64_t>> loudest(authors.begin(), authors.end());
    std::ranges::sort(loudest, [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (loudest.size() > kMostRows) loudest.resize(kMostRows);
    std::vector<AccountId> ids;
    for (const auto& each : loudest) ids.push_back(each.first);
    auto accounts = unit.people().accounts(by.workspace, ids);
    RAPPORT_TRY(accounts);
    for (const auto& [id, total] : loudest) {
      const auto account = std::ranges::find(*accounts, id, &Account::id);
      if (account != accounts->end()) out.authors.push_back({*account, total});
    }

    // What was before the first mention is not known to be quiet.
    const Time begin = first + static_cast<int>(first_said) * std::chrono::hours{1};
    series.erase(series.begin(), series.begin() + static_cast<std::ptrdiff_t>(first_said));
    auto spikes = find_spikes(begin, series, steps->from);
    std::ranges::stable_sort(
        spikes, [](const SpikeHours& a, const SpikeHours& b) { return a.total > b.total; });
    if (spikes.size() > kMostSpikes) spikes.resize(kMostSpikes);
    std::ranges::sort(spikes, {}, &SpikeHours::from);
    // Of what is older than what was looked at, the posts of the spikes themselves.
    if (facts.size() >= static_cast<std::size_t>(kMostLookedAt)) {
      const Time back_to = facts.back().said_at;
      for (const SpikeHours& each : spikes) {
        if (each.from >= back_to) continue;
        auto of_it = unit.monitors().found(by.workspace, monitor, each.from,
                                           std::min(each.to, back_to), {}, kMentionsAtATime);
        RAPPORT_TRY(of_it);
        std::ranges::move(*of_it, std::back_inserter(facts));
      }
    }
    std::vector<MentionFacts> told;
    std::optional<SpikeExplainer> explainer;
    if (!spikes.empty()) explainer.emplace(facts);
    for (const SpikeHours& each : spikes) {
      Spike spike{each.from, each.to, each.total, each.usual, 0, {}, {}};
      explainer->explain(spike);
      for (const PostId post : spike.posts) {
        const auto fact = std::ranges::find(facts, post, &MentionFacts::post);
        if (fact != facts.end()) told.push_back(*fact);
      }
      out.spikes.push_back(std::move(spike));
    }
    auto shown = show(unit, by.workspace, told, monitor);
    RAPPORT_TRY(shown);
    out.spike_posts = std::move(*shown);
    return out;
  });
}

}  // namespace rapport
