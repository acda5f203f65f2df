#include "desk/hearing/history.h"

#include <algorithm>

#include "store/store.h"

namespace rapport {
namespace {

constexpr std::string_view kPrefix = "history_";
// Older than any network: as far back as it gives.
constexpr Time kBeforeNetworks{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};
constexpr int kSpansMost = 50;

// How far back both sources were read without a break; nothing if one of them did not begin.
Result<std::optional<Time>> reached(Unit& unit, const Channel& channel) {
  std::optional<Time> both;
  for (const auto& source : history_sources()) {
    auto spans = unit.channels().spans(channel.workspace, channel.id, source, kSpansMost);
    RAPPORT_TRY(spans);
    if (spans->empty()) return std::optional<Time>{};
    Time from = spans->front().from;
    for (const auto& span : *spans) from = std::min(from, span.from);
    both = both ? std::max(*both, from) : from;
  }
  return both;
}

Result<Done> announce(Unit& unit, const Channel& channel, Time now) {
  Event event;
  event.workspace = channel.workspace;
  event.kind = EventKind::kChannel;
  event.subject = channel.id.value;
  event.at = now;
  return unit.announce(std::move(event));
}

}  // namespace

std::vector<std::string> history_sources() {
  return {"history_own_posts", "history_notifications"};
}

Result<Done> HistoryReader::read_on(Connector& connector, const Channel& channel, int pages) {
  for (int page = 0; page < pages;) {
    auto history = store_.read(
        [&](Unit& unit) { return unit.histories().of_channel(channel.workspace, channel.id); });
    RAPPORT_TRY(history);
    if (!*history || (*history)->state != HistoryState::kRunning) return Done{};

    std::optional<CoverageSource> unread;
    for (const auto& source : history_sources()) {
      auto kept = store_.read([&](Unit& unit) {
        return unit.channels().source(channel.workspace, channel.id, source);
      });
      RAPPORT_TRY(kept);
      if (kept->read_to) continue;  // this one is through
      unread = std::move(*kept);
      break;
    }
    if (!unread) return finish(channel);

    const std::string_view source = std::string_view(unread->source).substr(kPrefix.size());
    auto heard =
        connector.hear(source, unread->cursor, (*history)->back_to.value_or(kBeforeNetworks));
    RAPPORT_TRY(heard);
    auto filed = filing_.file_heard(channel, unread->source, *heard);
    RAPPORT_TRY(filed);
    RAPPORT_TRY(note(channel, filed->new_posts, *heard));
    ++page;
  }
  return Done{};
}

Result<Done> HistoryReader::note(const Channel& channel, int new_posts, const Heard& heard) {
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto history = unit.histories().of_channel(channel.workspace, channel.id);
    RAPPORT_TRY(history);
    if (!*history) return Done{};
    auto back = reached(unit, channel);
    RAPPORT_TRY(back);
    (*history)->reached = *back;
    (*history)->posts += new_posts;
    if (heard.gap_from) (*history)->note = heard.gap_reason;
    (*history)->changed_at = clock_.now();
    RAPPORT_TRY(unit.histories().save(**history));
    return announce(unit, channel, (*history)->changed_at);
  });
}

Result<Done> HistoryReader::finish(const Channel& channel) {
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto history = unit.histories().of_channel(channel.workspace, channel.id);
    RAPPORT_TRY(history);
    if (!*history || (*history)->state != HistoryState::kRunning) return Done{};
    (*history)->state = HistoryState::kDone;
    (*history)->changed_at = clock_.now();
    RAPPORT_TRY(unit.histories().save(**history));
    return announce(unit, channel, (*history)->changed_at);
  });
}

}  // namespace rapport
