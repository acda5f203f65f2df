// A connection with its nouns: what one piece of work sees.

#pragma once

#include <memory>
#include <vector>

#include "store/sql/connection.h"
#include "store/sql/full_text.h"
#include "store/sql/nouns.h"
#include "store/store.h"

namespace rapport {

class SqlUnit final : public Unit {
 public:
  SqlUnit(std::unique_ptr<Connection> connection, IdMaker& ids);

  Members& members() override { return *members_; }
  Channels& channels() override { return *channels_; }
  People& people() override { return *people_; }
  Posts& posts() override { return *posts_; }
  Conversations& conversations() override { return *conversations_; }
  OutboxStore& outbox() override { return *outbox_; }
  Attachments& attachments() override { return *attachments_; }
  Histories& histories() override { return *histories_; }
  Events& events() override { return *events_; }
  Streams& streams() override { return *streams_; }
  Backfills& backfills() override { return *backfills_; }
  Tags& tags() override { return *tags_; }
  Views& views() override { return *views_; }
  Mentions& mentions() override { return *mentions_; }
  MonitorStore& monitors() override { return *monitors_; }
  AlertStore& alerts() override { return *alerts_; }
  ReadingStore& readings() override { return *readings_; }
  RemedyStore& remedies() override { return *remedies_; }
  TeachingStore& teaching() override { return *teaching_; }
  TopicStore& topics() override { return *topics_; }
  KnowledgeStore& knowledge() override { return *knowledge_; }
  VoiceStore& voices() override { return *voices_; }
  Proposals& proposals() override { return *proposals_; }
  Result<Done> announce(Event event) override;

  Connection& connection() { return *connection_; }
  FullText& words() { return *words_; }

  // The events announced since the last call.
  std::vector<Event> take_announced();

 private:
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<FullText> words_;
  std::unique_ptr<Members> members_;
  std::unique_ptr<Channels> channels_;
  std::unique_ptr<People> people_;
  std::unique_ptr<Posts> posts_;
  std::unique_ptr<Conversations> conversations_;
  std::unique_ptr<OutboxStore> outbox_;
  std::unique_ptr<Attachments> attachments_;
  std::unique_ptr<Histories> histories_;
  std::unique_ptr<Events> events_;
  std::unique_ptr<Streams> streams_;
  std::unique_ptr<Backfills> backfills_;
  std::unique_ptr<Tags> tags_;
  std::unique_ptr<Views> views_;
  std::unique_ptr<Mentions> mentions_;
  std::unique_ptr<MonitorStore> monitors_;
  std::unique_ptr<AlertStore> alerts_;
  std::unique_ptr<ReadingStore> readings_;
  std::unique_ptr<TeachingStore> teaching_;
  std::unique_ptr<TopicStore> topics_;
  std::unique_ptr<KnowledgeStore> knowledge_;
  std::unique_ptr<VoiceStore> voices_;
  std::unique_ptr<RemedyStore> remedies_;
  std::unique_ptr<Proposals> proposals_;
  std::vector<Event> announced_;
};

// Runs work and turns what it throws into an error.
Result<Done> run_work(const Store::Work& work, Unit& unit);

}  // namespace rapport
