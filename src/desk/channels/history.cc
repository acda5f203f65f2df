#include "desk/hearing/history.h"
#include "desk/announce.h"
#include "desk/channels/channels.h"
#include "model/words.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr Words<HistoryReach, 4> kReaches{{{HistoryReach::kMonth, "month"},
                                           {HistoryReach::kQuarter, "quarter"},
                                           {HistoryReach::kYear, "year"},
                                           {HistoryReach::kAll, "all"}}};

Result<Done> may_manage(const Member& by) {
  if (by.may_manage()) return Done{};
  return forbidden("Only an owner or admin can decide what is imported.");
}

std::optional<Time> back_to(HistoryReach reach, Time now) {
  switch (reach) {
    case HistoryReach::kMonth:
      return now - std::chrono::days{30};
    case HistoryReach::kQuarter:
      return now - std::chrono::days{90};
    case HistoryReach::kYear:
      return now - std::chrono::days{365};
    case HistoryReach::kAll:
      break;
  }
  return std::nullopt;
}

// Whether `wanted` lies further back than what was asked for before.
bool further(std::optional<Time> wanted, std::optional<Time> before) {
  if (!before) return false;
  return !wanted || *wanted < *before;
}

}  // namespace

std::string_view to_word(HistoryReach reach) { return kReaches.word(reach); }
std::optional<HistoryReach> history_reach_of(std::string_view word) { return kReaches.find(word); }

Result<ChannelView> ChannelDesk::import_history(const Member& by, ChannelId id,
                                                HistoryReach reach) {
  RAPPORT_TRY(may_manage(by));
  auto asked = store_.write([&](Unit& unit) -> Result<Done> {
    auto channel = unit.channels().find(by.workspace, id);
    RAPPORT_TRY(channel);
    if (channel->state == ChannelState::kDisconnected) {
      return conflict("This channel is disconnected. Connect it again first.");
    }
    if (channel->limits.read_only()) {
      return invalid("This shows only what is newest: there is nothing further back to read.");
    }
    const Time now = clock_.now();
    const auto wanted = back_to(reach, now);
    // The first thirty days come with the connection itself.
    if (wanted && *wanted >= channel->connected_at - std::chrono::days{30}) return Done{};
    auto known = unit.histories().of_channel(by.workspace, id);
    RAPPORT_TRY(known);

    HistoryImport history;
    if (*known) history = **known;
    const bool anew = !*known || further(wanted, history.back_to);
    if (!anew && history.state != HistoryState::kStopped) return Done{};
    if (anew) {
      history.workspace = by.workspace;
      history.channel = id;
      history.back_to = wanted;
      history.started_at = now;
      // A network's list has no middle to begin at: the way there leads through what is known.
      for (const auto& source : history_sources()) {
        CoverageSource fresh;
        fresh.workspace = by.workspace;
        fresh.channel = id;
        fresh.source = source;
        RAPPORT_TRY(unit.channels().save_source(fresh));
      }
    }
    history.state = HistoryState::kRunning;
    history.note.clear();
    history.by = by.id;
    history.changed_at = now;
    RAPPORT_TRY(unit.histories().save(history));
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id, "channel.history",
                                                channel->network + " " + channel->handle,
                                                std::string(to_word(reach)), now}));
    return announce(unit, *channel, now);
  });
  RAPPORT_TRY(asked);
  if (changed_) changed_();
  return view(by, id);
}

Result<ChannelView> ChannelDesk::stop_history(const Member& by, ChannelId id) {
  RAPPORT_TRY(may_manage(by));
  auto stopped = store_.write([&](Unit& unit) -> Result<Done> {
    auto channel = unit.channels().find(by.workspace, id);
    RAPPORT_TRY(channel);
    auto history = unit.histories().of_channel(by.workspace, id);
    RAPPORT_TRY(history);
    if (!*history || (*history)->state != HistoryState::kRunning) return Done{};
    const Time now = clock_.now();
    (*history)->state = HistoryState::kStopped;
    (*history)->changed_at = now;
    RAPPORT_TRY(unit.histories().save(**history));
    RAPPORT_TRY(
        unit.members().audit(AuditEntry{by.workspace, by.id, "channel.history",
                                        channel->network + " " + channel->handle, "stop", now}));
    return announce(unit, *channel, now);
  });
  RAPPORT_TRY(stopped);
  return view(by, id);
}

}  // namespace rapport
