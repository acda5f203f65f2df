#include "desk/hearing/filing.h"

#include <algorithm>

#include "desk/hearing/filer.h"
#include "store/store.h"

namespace rapport {
namespace {

// Parents before children where one read brought both, so that few posts have to be joined later.
std::vector<const NetworkPost*> oldest_first(const std::vector<NetworkPost>& posts) {
  std::vector<const NetworkPost*> ordered;
  ordered.reserve(posts.size());
  for (const auto& each : posts) ordered.push_back(&each);
  std::stable_sort(ordered.begin(), ordered.end(), [](const NetworkPost* a, const NetworkPost* b) {
    return a->created_at < b->created_at;
  });
  return ordered;
}

Result<Done> keep_coverage(Unit& unit, const Channel& channel, const std::string& source,
                           const Heard& heard, Time now) {
  auto kept = unit.channels().source(channel.workspace, channel.id, source);
  RAPPORT_TRY(kept);
  kept->cursor = heard.cursor;
  // A walk goes from the newest back: only its last page makes all up to `read_to` read.
  if (!heard.more && (!kept->read_to || *kept->read_to < heard.read_to)) {
    kept->read_to = heard.read_to;
  }
  kept->last_error.clear();
  kept->last_error_at.reset();
  kept->checked_at = now;
  RAPPORT_TRY(unit.channels().save_source(*kept));

  if (heard.gap_from && *heard.gap_from < heard.read_from) {
    const CoverageSpan gap{*heard.gap_from, heard.read_from, false, heard.gap_reason};
    RAPPORT_TRY(unit.channels().add_span(channel.workspace, channel.id, source, gap));
  }
  if (heard.read_from < heard.read_to) {
    const CoverageSpan read{heard.read_from, heard.read_to, true, {}};
    RAPPORT_TRY(unit.channels().add_span(channel.workspace, channel.id, source, read));
  }
  return Done{};
}

Result<Done> follow_handle(Unit& unit, const Channel& channel, const std::string& handle,
                           Time now) {
  auto stored = unit.channels().find(channel.workspace, channel.id);
  RAPPORT_TRY(stored);
  if (handle.empty() || stored->handle == handle) return Done{};
  stored->handle = handle;
  stored->changed_at = now;
  RAPPORT_TRY(unit.channels().save(*stored));
  Event event;
  event.workspace = channel.workspace;
  event.kind = EventKind::kChannel;
  event.subject = channel.id.value;
  event.at = now;
  return unit.announce(std::move(event));
}

}  // namespace

Result<Filed> Filing::file_heard(const Channel& channel, const std::string& source,
                                 const Heard& heard) {
  return store_.write([&](Unit& unit) -> Result<Filed> {
    const Time now = clock_.now();
    Filer filer(unit, ids_, now, channel, reader_, monitors_);
    RAPPORT_TRY(filer.expect(heard.posts));
    for (const auto* post : oldest_first(heard.posts)) {
      RAPPORT_TRY(filer.file_post(*post, source));
    }
    for (const auto& native_id : heard.deleted) RAPPORT_TRY(filer.file_deletion(native_id));
    for (const auto& each : heard.interactions) RAPPORT_TRY(filer.file_interaction(each));
    RAPPORT_TRY(keep_coverage(unit, channel, source, heard, now));
    return filer.finish();
  });
}

Result<Filed> Filing::file_thread(const Channel& channel, const std::string& root_native_id,
                                  const Thread& thread) {
  return store_.write([&](Unit& unit) -> Result<Filed> {
    const Time now = clock_.now();
    Filer filer(unit, ids_, now, channel, reader_, monitors_);
    RAPPORT_TRY(filer.expect(thread.posts));
    for (const auto* post : oldest_first(thread.posts)) {
      RAPPORT_TRY(filer.file_post(*post, "threads"));
    }
    for (const auto& native_id : thread.deleted) RAPPORT_TRY(filer.file_deletion(native_id));
    for (const auto& account : thread.away) RAPPORT_TRY(filer.file_account(account));
    auto filed = filer.finish();
    RAPPORT_TRY(filed);

    auto conversation =
        unit.conversations().by_root(channel.workspace, channel.network, root_native_id);
    RAPPORT_TRY(conversation);
    if (*conversation) {
      RAPPORT_TRY(
          unit.conversations().mark_thread_read(channel.workspace, (*conversation)->id, now));
    }
    return filed;
  });
}

Result<Filed> Filing::file_profile(const Channel& channel, const NetworkAccount& profile) {
  return store_.write([&](Unit& unit) -> Result<Filed> {
    const Time now = clock_.now();
    Filer filer(unit, ids_, now, channel, reader_, monitors_);
    auto account = filer.file_account(profile);
    RAPPORT_TRY(account);
    RAPPORT_TRY(filer.finish());  // who was muted waits no more
    Event event;
    event.workspace = channel.workspace;
    event.kind = EventKind::kPerson;
    event.subject = account->person.value;
    event.at = now;
    RAPPORT_TRY(unit.announce(std::move(event)));
    if (account->native_id == channel.native_id) {
      RAPPORT_TRY(follow_handle(unit, channel, account->handle, now));
    }
    return filer.finish();
  });
}

}  // namespace rapport
