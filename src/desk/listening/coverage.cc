#include "desk/listening/coverage.h"

#include <algorithm>

#include "desk/announce.h"
#include "desk/hearing/filer_rules.h"
#include "desk/listening/matching.h"
#include "model/words.h"
#include "networks/registry.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr Words<SourceState, 6> kStates{{{SourceState::kReading, "reading"},
                                         {SourceState::kBehind, "behind"},
                                         {SourceState::kTroubled, "error"},
                                         {SourceState::kReconnect, "reconnect"},
                                         {SourceState::kPaused, "paused"},
                                         {SourceState::kOff, "off"}}};

constexpr int kMostSpans = 500;
constexpr int kMostBackfills = 50;
// Later than this a source lags.
constexpr std::chrono::minutes kLag{5};
// A search reaches no further than this on any network we know.
constexpr std::chrono::days kLongestBackfill{366};

SourceState state_of(const std::string& error, const std::optional<Time>& read_to, Time now) {
  if (!error.empty()) return SourceState::kTroubled;
  if (!read_to || *read_to + kLag < now) return SourceState::kBehind;
  return SourceState::kReading;
}

// Sources that are read once and then done, or from time to time.
bool may_lag(std::string_view source) {
  return source.starts_with("history_") || source == kSearch || source == "threads";
}

// What was read while the workspace listened: the rest of a stream was read for others.
std::vector<CoverageSpan> within(const std::vector<CoverageSpan>& spans,
                                 const std::vector<StreamListening>& listened) {
  std::vector<CoverageSpan> out;
  for (const CoverageSpan& span : spans) {
    for (const StreamListening& each : listened) {
      const Time from = std::max(span.from, each.from);
      const Time to = std::min(span.to, each.to.value_or(span.to));
      if (from < to) out.push_back({from, to, span.complete, span.reason});
    }
  }
  return out;
}

void put_in_order(std::vector<CoverageSpan>& spans, Time from) {
  std::erase_if(spans, [&](const CoverageSpan& each) { return each.to < from; });
  std::ranges::sort(spans, {}, &CoverageSpan::from);
}

}  // namespace

std::string_view to_word(SourceState state) { return kStates.word(state); }

Result<CoverageView> Coverage::list(const Member& by, int days) {
  if (days < 1 || days > 366) return invalid("Ask for 1 to 366 days.", "days");
  const Time now = clock_.now();
  const Time from = now - std::chrono::days{days};
  const auto streaming = registry_.streaming();
  const bool listens = matching_.any(by.workspace);
  return store_.read([&](Unit& unit) -> Result<CoverageView> {
    CoverageView view;
    view.days = days;
    auto channels = unit.channels().all(by.workspace);
    RAPPORT_TRY(channels);
    for (const Channel& channel : *channels) {
      auto sources = unit.channels().sources(by.workspace, channel.id);
      RAPPORT_TRY(sources);
      for (const CoverageSource& source : *sources) {
        SourceCoverage out;
        out.channel = channel.id;
        out.network = channel.network;
        out.handle = channel.handle;
        out.source = source.source;
        out.read_to = source.read_to;
        out.checked_at = source.checked_at;
        out.error = source.last_error;
        out.state = state_of(source.last_error, source.read_to, now);
        // What can only be read is read at its own pace.
        const bool slow = channel.limits.read_only() || may_lag(source.source);
        if (out.state == SourceState::kBehind && slow) {
          out.state = SourceState::kReading;
        }
        if (channel.state == ChannelState::kReconnect) out.state = SourceState::kReconnect;
        if (channel.state == ChannelState::kDisconnected) out.state = SourceState::kOff;
        auto spans = unit.channels().spans(by.workspace, channel.id, source.source, kMostSpans);
        RAPPORT_TRY(spans);
        out.spans = std::move(*spans);
        put_in_order(out.spans, from);
        view.sources.push_back(std::move(out));
      }
    }
    for (const std::string& network : streaming) {
      const auto has = [&](auto&& fits) {
        return std::ranges::any_of(*channels, [&](const Channel& each) {
          return each.network == network && fits(each.state);
        });
      };
      auto listened = unit.streams().listened(by.workspace, network, from);
      RAPPORT_TRY(listened);
      // As the listener does it: a stream needs no sign-in.
      const bool here = has([](ChannelState each) { return each != ChannelState::kDisconnected; });
      if (!here && listened->empty()) continue;
      auto state = unit.streams().state(network);
      RAPPORT_TRY(state);
      SourceCoverage out;
      out.network = network;
      out.source = kStream;
      // Before the first read for us, and after the last one, it is not read for us.
      if (!listened->empty()) {
        out.read_to = state->read_to;
        if (out.read_to && listened->back().to) {
          out.read_to = std::min(*out.read_to, *listened->back().to);
        }
      }
      out.checked_at = state->checked_at;
      out.error = state->last_error;
      out.state = SourceState::kPaused;
      if (!here) {
        out.state = SourceState::kOff;
      } else if (listens) {
        out.state = state_of(state->last_error, state->read_to, now);
      }
      auto spans = unit.streams().spans(network, from, kMostSpans);
      RAPPORT_TRY(spans);
      out.spans = within(*spans, *listened);
      put_in_order(out.spans, from);
      out.can_backfill =
          listens && has([](ChannelState each) { return each == ChannelState::kConnected; });
      view.sources.push_back(std::move(out));
    }
    auto backfills = unit.backfills().newest(by.workspace, kMostBackfills);
    RAPPORT_TRY(backfills);
    view.backfills = std::move(*backfills);
    return view;
  });
}

Result<Backfill> Coverage::backfill(const Member& by, const BackfillWish& wish) {
  if (!by.may_manage()) return forbidden("Only an owner or admin can ask for what was missed.");
  const Time now = clock_.now();
  if (wish.from >= wish.to) return invalid("It has to end after it begins.", "to");
  if (wish.from > now) return invalid("This has not happened yet.", "from");
  if (wish.from < now - kLongestBackfill) return invalid("A year is the most.", "from");
  return store_.write([&](Unit& unit) -> Result<Backfill> {
    auto channel = unit.channels().find(by.workspace, wish.channel);
    RAPPORT_TRY(channel);
    if (channel->state != ChannelState::kConnected) {
      return conflict("This channel is not connected. Connect it again first.");
    }
    if (!wish.monitor && !matching_.any(by.workspace)) {
      return conflict("Nobody listens here. Make a monitor first.");
    }
    if (wish.monitor) {
      auto monitor = unit.monitors().find(by.workspace, *wish.monitor);
      RAPPORT_TRY(monitor);
      if (monitor->paused) return conflict("This monitor is paused. Let it go on first.");
    }
    Backfill backfill;
    backfill.workspace = by.workspace;
    backfill.id = ids_.make<BackfillId>();
    backfill.channel = wish.channel;
    backfill.monitor = wish.monitor;
    backfill.from = wish.from;
    backfill.to = std::min(wish.to, now);
    backfill.by = by.id;
    backfill.started_at = now;
    backfill.changed_at = now;
    RAPPORT_TRY(unit.backfills().add(backfill));
    RAPPORT_TRY(unit.members().audit({by.workspace, by.id, "backfill.start", to_string(backfill.id),
                                      channel->network + " " + channel->handle, now}));
    RAPPORT_TRY(announce(unit, *channel, now));
    return backfill;
  });
}

Result<Backfill> Coverage::stop(const Member& by, BackfillId id) {
  if (!by.may_manage()) return forbidden("Only an owner or admin can stop this.");
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<Backfill> {
    auto backfill = unit.backfills().find(by.workspace, id);
    RAPPORT_TRY(backfill);
    if (backfill->state != BackfillState::kRunning) return backfill;
    backfill->state = BackfillState::kStopped;
    backfill->changed_at = now;
    RAPPORT_TRY(unit.backfills().save(*backfill));
    auto channel = unit.channels().find(by.workspace, backfill->channel);
    RAPPORT_TRY(channel);
    RAPPORT_TRY(announce(unit, *channel, now));
    return backfill;
  });
}

}  // namespace rapport
