#include "store/sql/unit.h"

#include <utility>

namespace rapport {

SqlUnit::SqlUnit(std::unique_ptr<Connection> connection, IdMaker& ids)
    : connection_(std::move(connection)),
      words_(connection_->make_full_text()),
      members_(make_members(*connection_, ids)),
      channels_(make_channels(*connection_)),
      people_(make_people(*connection_)),
      posts_(make_posts(*connection_, *words_)),
      conversations_(make_conversations(*connection_, *words_)),
      outbox_(make_outbox(*connection_)),
      attachments_(make_attachments(*connection_)),
      histories_(make_histories(*connection_)),
      events_(make_events(*connection_)),
      streams_(make_streams(*connection_)),
      backfills_(make_backfills(*connection_)),
      tags_(make_tags(*connection_)),
      views_(make_views(*connection_)),
      mentions_(make_mentions(*connection_)),
      monitors_(make_monitors(*connection_)),
      alerts_(make_alerts(*connection_)),
      readings_(make_readings(*connection_)),
      teaching_(make_teaching(*connection_)),
      topics_(make_topics(*connection_)),
      knowledge_(make_knowledge(*connection_)),
      voices_(make_voices(*connection_)),
      remedies_(make_remedies(*connection_)),
      proposals_(make_proposals(*connection_)) {}

Result<Done> SqlUnit::announce(Event event) {
  auto id = write_event(*connection_, event);
  if (!id) return fail(std::move(id.error()));
  event.id = *id;
  announced_.push_back(std::move(event));
  return Done{};
}

std::vector<Event> SqlUnit::take_announced() { return std::exchange(announced_, {}); }

Result<Done> run_work(const Store::Work& work, Unit& unit) {
  try {
    return work(unit);
  } catch (const std::exception& exception) {
    return fail(ErrorKind::kInternal, "Something went wrong on our side.", exception.what());
  } catch (...) {
    return fail(ErrorKind::kInternal, "Something went wrong on our side.", "unknown exception");
  }
}

}  // namespace rapport
