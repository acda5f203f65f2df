// The nouns of the store over one connection. A source each: members.cc, channels.cc, …

#pragma once

#include <memory>

#include "base/ids.h"
#include "store/alerts.h"
#include "store/attachments.h"
#include "store/backfills.h"
#include "store/channels.h"
#include "store/conversations.h"
#include "store/events.h"
#include "store/histories.h"
#include "store/knowledge.h"
#include "store/members.h"
#include "store/mentions.h"
#include "store/monitors.h"
#include "store/outbox.h"
#include "store/people.h"
#include "store/posts.h"
#include "store/proposals.h"
#include "store/readings.h"
#include "store/remedies.h"
#include "store/sql/connection.h"
#include "store/sql/full_text.h"
#include "store/streams.h"
#include "store/tags.h"
#include "store/teaching.h"
#include "store/topics.h"
#include "store/views.h"
#include "store/voices.h"

namespace rapport {

std::unique_ptr<Members> make_members(Connection& db, IdMaker& ids);
std::unique_ptr<Channels> make_channels(Connection& db);
std::unique_ptr<People> make_people(Connection& db);
std::unique_ptr<Posts> make_posts(Connection& db, FullText& words);
std::unique_ptr<Conversations> make_conversations(Connection& db, FullText& words);
std::unique_ptr<OutboxStore> make_outbox(Connection& db);
std::unique_ptr<Attachments> make_attachments(Connection& db);
std::unique_ptr<Histories> make_histories(Connection& db);
std::unique_ptr<Events> make_events(Connection& db);
std::unique_ptr<Streams> make_streams(Connection& db);
std::unique_ptr<Backfills> make_backfills(Connection& db);
std::unique_ptr<Tags> make_tags(Connection& db);
std::unique_ptr<Views> make_views(Connection& db);
std::unique_ptr<Proposals> make_proposals(Connection& db);
std::unique_ptr<Mentions> make_mentions(Connection& db);
std::unique_ptr<MonitorStore> make_monitors(Connection& db);
std::unique_ptr<AlertStore> make_alerts(Connection& db);
std::unique_ptr<ReadingStore> make_readings(Connection& db);
std::unique_ptr<TeachingStore> make_teaching(Connection& db);
std::unique_ptr<TopicStore> make_topics(Connection& db);
std::unique_ptr<KnowledgeStore> make_knowledge(Connection& db);
std::unique_ptr<VoiceStore> make_voices(Connection& db);
std::unique_ptr<RemedyStore> make_remedies(Connection& db);

// Which members take the columns of each table; the order stands beside the SQL of its source.
void columns(Columns& to, Workspace& workspace);
void columns(Columns& to, Login& login);
void columns(Columns& to, Member& member);
void columns(Columns& to, Session& session);
void columns(Columns& to, Token& token);
void columns(Columns& to, Invitation& invitation);
void columns(Columns& to, AuditEntry& entry);
void columns(Columns& to, Channel& channel);
void columns(Columns& to, CoverageSource& source);
void columns(Columns& to, CoverageSpan& span);
void columns(Columns& to, Account& account);
void columns(Columns& to, Person& person);
void columns(Columns& to, Post& post);
void columns(Columns& to, Excerpt& excerpt);
void columns(Columns& to, SaidWords& post);
void columns(Columns& to, RecentPost& post);
void columns(Columns& to, GivenAnswer& answer);
void columns(Columns& to, Conversation& conversation);
void columns(Columns& to, Conversations::Row& row);
void columns(Columns& to, Decision& decision);
void columns(Columns& to, Note& note);
void columns(Columns& to, Draft& draft);
void columns(Columns& to, ActCounts& counts);
void columns(Columns& to, Act& act);
void columns(Columns& to, Delivery& delivery);
void columns(Columns& to, Attachment& attachment);
void columns(Columns& to, HistoryImport& history);
void columns(Columns& to, Event& event);
void columns(Columns& to, StreamState& state);
void columns(Columns& to, KnownThing& thing);
void columns(Columns& to, Backfill& backfill);
void columns(Columns& to, Tag& tag);
void columns(Columns& to, LeavingTag& tag);
void columns(Columns& to, TagTotal& total);
void columns(Columns& to, TagOn& on);
void columns(Columns& to, SavedView& view);
void columns(Columns& to, Proposal& proposal);
void columns(Columns& to, NoteMention& mention);
void columns(Columns& to, Monitor& monitor);
void columns(Columns& to, MonitorMention& mention);
void columns(Columns& to, HourTotal& hour);
void columns(Columns& to, MentionFacts& facts);
void columns(Columns& to, SentimentTotals& totals);
void columns(Columns& to, AlertRule& rule);
void columns(Columns& to, Alert& alert);
void columns(Columns& to, AlertDelivery& delivery);
void columns(Columns& to, PostReading& reading);
void columns(Columns& to, PostToRead& post);
void columns(Columns& to, ReadingWalk& walk);
void columns(Columns& to, Correction& correction);
void columns(Columns& to, PostWords& post);
void columns(Columns& to, WorkspaceReason& reason);
void columns(Columns& to, Learning& learning);
void columns(Columns& to, Topic& topic);
void columns(Columns& to, TopicLesson& lesson);
void columns(Columns& to, KnowledgeEntry& entry);
void columns(Columns& to, KnowledgeStamp& stamp);
void columns(Columns& to, ArticleCategory& category);
void columns(Columns& to, ArticleUse& use);
void columns(Columns& to, UseRead& use);
void columns(Columns& to, BrandVoice& voice);
void columns(Columns& to, RuleChoice& choice);
void columns(Columns& to, Remedy& remedy);
void columns(Columns& to, RemedyStanding& row);
void columns(Columns& to, RemedyProgress& progress);

// The accounts of a person, and those that our channels speak as: few of either.
Result<std::vector<AccountId>> accounts_of_person(Connection& db, WorkspaceId workspace,
                                                  PersonId person);
Result<std::vector<AccountId>> accounts_of_ours(Connection& db, WorkspaceId workspace);

// Writes an event and returns its id.
Result<EventId> write_event(Connection& db, const Event& event);

}  // namespace rapport
