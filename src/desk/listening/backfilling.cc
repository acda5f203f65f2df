#include "desk/listening/backfilling.h"

#include <algorithm>

#include "desk/announce.h"
#include "desk/hearing/filer.h"
#include "desk/hearing/filer_rules.h"
#include "desk/listening/found_among.h"
#include "desk/listening/matching.h"
#include "desk/listening/search_questions.h"
#include "desk/reading/post_reader.h"
#include "listen/matcher.h"
#include "listen/parse.h"
#include "store/store.h"

namespace rapport {
namespace {

// The monitors of a backfill that are not behind it yet, in the order they are asked for.
Result<std::vector<Monitor>> left_of(Unit& unit, const Backfill& backfill) {
  auto all = unit.monitors().all(backfill.workspace);
  RAPPORT_TRY(all);
  std::erase_if(*all, [&](const Monitor& each) {
    return each.paused || each.id < backfill.at_monitor ||
           (backfill.monitor && each.id != *backfill.monitor);
  });
  std::ranges::sort(*all, {}, &Monitor::id);
  return all;
}

void add_note(std::string& note, const std::string& more) {
  if (note.find(more) != note.npos) return;
  if (!note.empty()) note += ' ';
  note += more;
}

}  // namespace

Result<Done> Backfilling::read_on(Connector& connector, const Channel& channel, int pages) {
  for (int page = 0; page < pages; ++page) {
    auto backfill = store_.read(
        [&](Unit& unit) { return unit.backfills().running(channel.workspace, channel.id); });
    RAPPORT_TRY(backfill);
    if (!*backfill) return Done{};
    auto more = read_page(connector, channel, std::move(**backfill));
    RAPPORT_TRY(more);
    if (!*more) return Done{};
  }
  return Done{};
}

// One page of one search of one monitor; false once the backfill is done.
Result<bool> Backfilling::read_page(Connector& connector, const Channel& channel,
                                    Backfill backfill) {
  auto left = store_.read([&](Unit& unit) { return left_of(unit, backfill); });
  RAPPORT_TRY(left);
  if (left->empty()) {
    RAPPORT_TRY(finish(channel, std::move(backfill)));
    return false;
  }
  const Monitor& monitor = left->front();
  // With other words, the place of the earlier ones means nothing.
  if (monitor.id != backfill.at_monitor || monitor.changed_at > backfill.changed_at) {
    backfill.at_monitor = monitor.id;
    backfill.at_search = 0;
    backfill.cursor.clear();
  }
  const ParsedQuery parsed = parse_query(monitor.query);
  const auto questions = parsed.query ? search_questions(*parsed.query) : std::nullopt;
  const auto next_monitor = [&] {
    backfill.at_monitor = MonitorId{monitor.id.value + 1};
    backfill.at_search = 0;
    backfill.cursor.clear();
  };
  const auto save = [&](Unit& unit) -> Result<Done> {
    backfill.changed_at = clock_.now();
    // Somebody may have stopped it meanwhile.
    auto stored = unit.backfills().find(backfill.workspace, backfill.id);
    RAPPORT_TRY(stored);
    backfill.state = stored->state;
    return unit.backfills().save(backfill);
  };
  if (!questions) {
    add_note(backfill.note, "“" + monitor.name + "” asks for what a search does not know.");
    next_monitor();
    RAPPORT_TRY(store_.write(save));
    return true;
  }
  if (backfill.at_search >= static_cast<std::int64_t>(questions->size())) {
    next_monitor();
    RAPPORT_TRY(store_.write(save));
    return true;
  }
  SearchQuestion question = (*questions)[static_cast<std::size_t>(backfill.at_search)];
  question.until = backfill.to;
  auto heard = connector.search(question, backfill.cursor, backfill.from);
  if (!heard && heard.error().kind == ErrorKind::kInvalid) {
    // It cannot be asked this, now or later.
    add_note(backfill.note, heard.error().message);
    ++backfill.at_search;
    backfill.cursor.clear();
    RAPPORT_TRY(store_.write(save));
    return true;
  }
  RAPPORT_TRY(heard);
  std::erase_if(heard->posts, [&](const NetworkPost& each) {
    const Time said = each.indexed_at.value_or(each.created_at);
    return said < backfill.from || said >= backfill.to;
  });
  if (heard->gap_from) add_note(backfill.note, heard->gap_reason);
  if (heard->more && heard->cursor != backfill.cursor) {
    backfill.cursor = heard->cursor;
  } else {
    ++backfill.at_search;
    backfill.cursor.clear();
  }
  auto filed = store_.write([&](Unit& unit) -> Result<Filed> {
    Filer filer(unit, ids_, clock_.now(), channel, reader_, &matching_);
    const auto wanted = found_among(unit, matching_, reader_, channel, heard->posts);
    RAPPORT_TRY(filer.expect(wanted));
    for (const NetworkPost& each : wanted) RAPPORT_TRY(filer.file_post(each, kSearch));
    auto done = filer.finish();
    RAPPORT_TRY(done);
    backfill.posts += done->new_posts;
    RAPPORT_TRY(save(unit));
    RAPPORT_TRY(announce(unit, channel, clock_.now()));
    return done;
  });
  RAPPORT_TRY(filed);
  return true;
}

Result<Done> Backfilling::finish(const Channel& channel, Backfill backfill) {
  return store_.write([&](Unit& unit) -> Result<Done> {
    backfill.state = BackfillState::kDone;
    backfill.changed_at = clock_.now();
    RAPPORT_TRY(unit.backfills().save(backfill));
    // Of all monitors: what could be had of this time was had.
    if (!backfill.monitor && backfill.at_monitor.value != 0) {
      const CoverageSpan span{backfill.from, backfill.to, backfill.note.empty(), backfill.note};
      auto source = unit.channels().source(channel.workspace, channel.id, kSearch);
      RAPPORT_TRY(source);
      source->checked_at = clock_.now();
      RAPPORT_TRY(unit.channels().save_source(*source));
      RAPPORT_TRY(unit.channels().add_span(channel.workspace, channel.id, kSearch, span));
    }
    return announce(unit, channel, clock_.now());
  });
}

}  // namespace rapport
