// No query walks through a whole table: every one the nouns ask is shown to the planners of both
// engines.

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <boost/json.hpp>
#include <regex>
#include <set>

#include "base/clock.h"
#include "store/asked_of_articles.h"
#include "store/gaps.h"
#include "store/help_sites.h"
#include "store/migrations.h"
#include "store/sql/migrate.h"
#include "store/sql/postgres.h"
#include "store/sql/postgres_native.h"
#include "store/sql/sqlite.h"
#include "store/sql/unit.h"
#include "store/testing/samples.h"
#include "store/testing/temp_store.h"
#include "store/testing/test_postgres.h"

namespace rapport {
namespace {

// Asks every question and makes every change once; what they answer does not matter here.
void ask_everything(Unit& unit) {
  const WorkspaceId here = sample::workspace(1).id;
  const Conversation conversation = sample::conversation(here, 1);
  const Post post = sample::post(here, 1);
  const Account account = sample::account(here, 1);
  const Channel channel = sample::channel(here, 1);
  const Act act = sample::act(here, 1);
  const MemberId ana{5};
  const Time now = sample::at(100);
  const Time later = sample::at(101);

  auto& members = unit.members();
  (void)members.add_login(sample::login(1));
  (void)members.add(sample::member(here, 1));
  (void)members.workspace(here);
  (void)members.login_by_email("a@b");
  (void)members.set_password_hash(LoginId{1}, "x");
  (void)members.find(here, ana);
  (void)members.all(here);
  (void)members.of_login(LoginId{1});
  (void)members.any_owner();
  (void)members.session("x", now);
  (void)members.end_session("x");
  (void)members.drop_expired_sessions(now);
  (void)members.token_by_hash("x");
  (void)members.tokens(here, ana);
  (void)members.touch_token(here, TokenId{1}, now);
  (void)members.remove_token(here, ana, TokenId{1});
  (void)members.audit({here, ana, "a", "b", "c", now});
  (void)members.audit_log(here, {}, 50);
  (void)members.audit_log(here, AuditPlace{now, AuditId{1}}, 50);
  (void)members.rename_workspace(here, "x");
  (void)members.hold_team(here);
  (void)members.login(LoginId{1});
  (void)members.set_last_workspace(LoginId{1}, here, now);
  (void)members.last_workspace(LoginId{1});
  (void)members.save(sample::member(here, 1));
  (void)members.name_of(here, MemberId{99});
  (void)members.end_other_sessions(LoginId{1}, "x");
  (void)members.move_session("x", here, ana, "csrf");
  (void)members.invite({here, InvitationId{1}, "a@b", Role::kAgent, ana, "x", now, now});
  (void)members.invitation_by_hash("x");
  (void)members.invitation(here, InvitationId{1});
  (void)members.invitations(here);
  (void)members.remove_invitation(here, InvitationId{1});
  (void)members.prefer({here, ana, PreferenceKind::kFirstLook, "x"});
  (void)members.preferences(here, ana);
  (void)members.remove(here, sample::member(here, 1).id, now);
  (void)members.former(here, LoginId{1});

  auto& channels = unit.channels();
  (void)channels.add(channel);
  (void)channels.find(here, channel.id);
  (void)channels.by_native_id(here, "bluesky", "did");
  (void)channels.all(here);
  (void)channels.save(channel);
  (void)channels.save_secret(here, channel.id, "x");
  (void)channels.sources(here, channel.id);
  (void)channels.source(here, channel.id, "threads");
  (void)channels.spans(here, channel.id, "threads", 50);
  (void)channels.add_span(here, channel.id, "threads", {now, now + Microseconds{5}, true, ""});
  (void)channels.add_span(here, channel.id, "threads", {now, now + Microseconds{9}, true, ""});

  auto& people = unit.people();
  (void)people.add_account(account);
  (void)people.save_account(account);
  (void)people.account(here, account.id);
  (void)people.account_by_native_id(here, "bluesky", "did");
  (void)people.accounts_by_native_ids(here, "bluesky", {"did"});
  (void)people.accounts(here, {account.id});
  (void)people.accounts_of(here, account.person);
  (void)people.person(here, account.person);
  (void)people.totals(here, account.person);

  auto& posts = unit.posts();
  (void)posts.add(post);
  (void)posts.save(post);
  (void)posts.find(here, post.id);
  (void)posts.by_native_id(here, "bluesky", "at://x");
  (void)posts.by_native_ids(here, "bluesky", {"at://x"});
  (void)posts.conversations_of(here, account.id);
  (void)posts.outline(here, conversation.id);
  (void)posts.outline(here, conversation.id, 0);  // one post is more than this
  (void)posts.thread(here, conversation.id, {}, 200);
  (void)posts.thread(here, conversation.id, ThreadPlace{now, post.id}, 200);
  for (const auto& after : {std::optional<SaidPlace>(), std::optional(SaidPlace{now, post.id})}) {
    (void)posts.look_at_said(here, sample::at(0), later, after, [](const auto&) { return true; });
  }
  (void)posts.look_below(here, post.id, [](const auto&) { return true; });
  (void)posts.some(here, {post.id});
  (void)posts.excerpts(here, {post.id});
  (void)posts.recent_with(here, account.person, 10);
  (void)posts.roots_of(here, account.id, 50);
  (void)posts.given_answers(here, 200);

  auto& readings = unit.readings();
  PostReading reading;
  reading.workspace = here;
  reading.post = post.id;
  reading.stamp = 7;
  reading.gist.reasons = {"delivery"};
  reading.gist.topics = {TopicId{8}};
  (void)readings.save(reading);
  (void)readings.save(reading);
  (void)readings.of(here, {post.id});
  (void)readings.reasons_told(here, post.conversation, 100);
  (void)readings.unread(here, 8, PostId{post.id.value + 1}, 50);
  (void)readings.save_walk({here, 7, post.id});
  (void)readings.walk(here);
  (void)readings.drop(here, post.id);

  auto& remedies = unit.remedies();
  Remedy remedy;
  remedy.workspace = here;
  remedy.id = RemedyId{1};
  (void)remedies.add(remedy);
  (void)remedies.save(remedy);
  (void)remedies.find(here, remedy.id);
  (void)remedies.list(here, {}, 50);
  (void)remedies.list(here, remedy.id, 50);
  (void)remedies.raised(here, {"delivery"}, now, now, 50);
  (void)remedies.add_person({here, remedy.id, PersonId{1}, post.id, now, "", {}});
  (void)remedies.people(remedy, {}, 50);
  (void)remedies.people(remedy, RemedyPlace{now, post.id}, 50);
  (void)remedies.person(remedy, PersonId{1});
  (void)remedies.set_aside(remedy, PersonId{1}, "", {});
  (void)remedies.progress(remedy);

  auto& teaching = unit.teaching();
  Correction correction;
  correction.workspace = here;
  correction.post = post.id;
  correction.now = {"negative"};
  (void)teaching.save(correction);
  (void)teaching.corrections(here, {post.id});
  (void)teaching.newest(here, 50);
  (void)teaching.tally(here, now);
  (void)teaching.words(here, {post.id});
  (void)teaching.accepted(here, 50);
  (void)teaching.save(WorkspaceReason{here, "71", "Hours", "", now});
  (void)teaching.reasons(here);
  (void)teaching.count(here, "delivery", now, now);
  (void)teaching.examples(here, "delivery", now, now, 3);
  (void)teaching.save(Learning{.workspace = here});
  (void)teaching.learning(here);

  auto& voices = unit.voices();
  (void)voices.save(BrandVoice{.workspace = here, .by = ana, .changed_at = now});
  (void)voices.voice(here);
  (void)voices.save(RuleChoice{here, "stuffy", RuleSetting::kOff});
  (void)voices.rules(here);

  const auto help = help_sites_in(unit);
  (void)help->find(here);
  (void)help->by_slug("x");
  (void)help->save({here, "x", true, "x", "x", "", ana, now});

  (void)asked_of_articles(unit, here, 50);
  (void)asked_stamp(unit, here);
  (void)asked_changed(unit, post);
  (void)asked_changed(unit, here, account.id);
  const auto gaps = gaps_in(unit);
  Gap gap;
  gap.workspace = here;
  gap.id = GapId{1};
  (void)gaps->questions(here, sample::at(0), 200, 50);
  (void)gaps->replies(here, {post.id});
  (void)gaps->replace(here, {{gap, {post.id}}});
  gap.name = "x";
  (void)gaps->replace(here, {{gap, {PostId{2}}}});
  (void)gaps->replace(here, {});
  (void)gaps->replace(here, {{gap, {post.id, PostId{2}}}});
  (void)gaps->all(here);
  (void)gaps->find(here, gap.id);
  (void)gaps->posts(here, gap.id, 50);
  (void)gaps->examples(here, 3);
  (void)gaps->kept(here);
  (void)gaps->save(gap);
  (void)gaps->published(here, ArticleId{1});
  (void)gaps->lost(here, ArticleId{1});
  (void)gaps->drop(here, post.id);
  (void)gaps->drop(here, PostId{2});
  (void)gaps->save(GapLesson{here, now, post.id, 1});
  (void)gaps->lesson(here);
  (void)gaps->newest_post(here);

  auto& topics = unit.topics();
  (void)topics.replace(here, {Topic{}});
  (void)topics.all(here);
  (void)topics.lesson(here);
  (void)topics.save(TopicLesson{here, now, 1});
  (void)topics.texts(here, 50);
  (void)topics.count(here, TopicId{8}, now, now);
  (void)topics.examples(here, TopicId{8}, now, now, 3);

  auto& monitors = unit.monitors();
  const Monitor monitor{here,  MonitorId{9}, "Us",    "acme", TagColor::kTeal,
                        false, ana,          post.id, now,    now};
  (void)monitors.add(monitor);
  (void)monitors.save(monitor);
  (void)monitors.find(here, monitor.id);
  (void)monitors.all(here);
  (void)monitors.every();
  (void)monitors.page(here, {}, 50);
  (void)monitors.page(here, monitor.id, 50);
  (void)monitors.some(here, {monitor.id});
  (void)monitors.count(here);
  (void)monitors.behind(10);
  (void)monitors.keep({here, monitor.id, post.id, now, {{0, 4}}});
  (void)monitors.keep({here, monitor.id, post.id, now, {{0, 4}}});
  (void)monitors.of(here, {post.id});
  (void)monitors.found_between(here, {MonitorId{1}}, PostId{1}, post.id, 50);
  for (const auto& which : {std::optional(monitor.id), std::optional<MonitorId>()}) {
    (void)monitors.found(here, which, sample::at(0), now, {}, 50);
    (void)monitors.found(here, which, sample::at(0), later, MentionPlace{now, post.id}, 50);
  }
  (void)monitors.hours(here, {}, sample::at(0), now);
  (void)monitors.hours(here, monitor.id, sample::at(0), now);
  (void)monitors.hours_of(here, {monitor.id}, sample::at(0), now);
  (void)monitors.sentiments(here, monitor.id, sample::at(0), now, 50);
  (void)monitors.drop(here, monitor.id, post.id);
  (void)monitors.keep({here, monitor.id, post.id, now, {{0, 4}}});
  (void)monitors.remove(here, monitor.id, now);
  (void)monitors.clear_removed(1);
  (void)monitors.clear_removed(1);

  auto& streams = unit.streams();
  (void)streams.save({"bluesky", "7", now, "", {}, now});
  (void)streams.state("bluesky");
  (void)streams.add_span("bluesky", {sample::at(1), now, true, ""});
  (void)streams.add_span("bluesky", {sample::at(2), sample::at(150), true, ""});
  (void)streams.spans("bluesky", now, 50);
  (void)streams.begin_listening(here, "bluesky", sample::at(1));
  (void)streams.listening("bluesky");
  (void)streams.listened(here, "bluesky", now);
  (void)streams.end_listening(here, "bluesky", now);
  (void)streams.posts("bluesky", {"at://x"});
  (void)streams.accounts("bluesky", {"did:plc:x"});

  auto& backfills = unit.backfills();
  Backfill backfill;
  backfill.workspace = here;
  backfill.id = BackfillId{9};
  backfill.channel = channel.id;
  (void)backfills.add(backfill);
  (void)backfills.save(backfill);
  (void)backfills.find(here, backfill.id);
  (void)backfills.running(here, channel.id);
  (void)backfills.newest(here, 50);

  auto& alerts = unit.alerts();
  AlertRule rule;
  rule.workspace = here;
  rule.monitor = monitor.id;
  (void)alerts.put_rule(rule);
  (void)alerts.rules(here, monitor.id);
  (void)alerts.in_force();
  Alert alert;
  alert.workspace = here;
  alert.id = AlertId{9};
  alert.monitor = monitor.id;
  (void)alerts.add(alert);
  (void)alerts.find(here, alert.id);
  (void)alerts.last_told(here, monitor.id, AlertKind::kPerson, account.person);
  (void)alerts.newest(here, {}, 50);
  (void)alerts.newest(here, alert.id, 50);
  (void)alerts.read_to(here, ana);
  (void)alerts.mark_read(here, ana, alert.id);
  AlertDelivery notice;
  notice.workspace = here;
  notice.alert = alert.id;
  (void)alerts.add_delivery(notice);
  (void)alerts.save_delivery(notice);
  (void)alerts.due(now, 50);
  (void)alerts.deliveries(here, alert.id);
  (void)alerts.deliveries_of(here, monitor.id, AlertKind::kSpike, 50);
  (void)alerts.drop_before(now, 50);
  (void)alerts.remove_rule(here, monitor.id, AlertKind::kSpike);

  auto& tags = unit.tags();
  const Tag tag = sample::tag(here, 1);
  (void)tags.add(tag);
  (void)tags.save(tag);
  (void)tags.all(here);
  (void)tags.totals(here);
  (void)tags.on(here, {conversation.id});

  auto& conversations = unit.conversations();
  (void)conversations.add(conversation);
  (void)conversations.save(conversation);
  (void)conversations.save_reading(conversation);
  (void)conversations.find(here, conversation.id);
  (void)conversations.note_channel(conversation, channel.id);
  (void)conversations.channels_of(here, conversation.id);
  (void)conversations.by_root(here, "bluesky", "at://x");
  (void)conversations.by_roots(here, "bluesky", {"at://x"});
  for (const char* text : {"", "coffee"}) {
    for (int state = -1; state < 6; ++state) {
      for (int owner = 0; owner < 3; ++owner) {
        ConversationFilter filter;
        filter.text = text;
        if (state >= 0) filter.state = static_cast<ConversationState>(state);
        if (owner == 1) filter.owner = Nobody{};
        if (owner == 2) filter.owner = ana;
        (void)conversations.list(here, filter, {}, 50);
        (void)conversations.list(here, filter, ListPlace{1, conversation.id}, 50);
        const ConversationFilter plain = filter;
        filter.list_order = ListOrder::kMatters;
        filter.reading.needs_reply = true;
        (void)conversations.list(here, filter, {}, 50);
        (void)conversations.list(here, filter, ListPlace{1, conversation.id}, 50);
        for (const Told& told : {Told{{"delivery"}, {}, {}}, Told{{}, TopicId{8}, {}}}) {
          ConversationFilter telling = plain;
          telling.text.clear();
          telling.told = told;
          (void)conversations.list(here, telling, {}, 50);
          (void)conversations.list(here, telling, ListPlace{1, conversation.id}, 50);
        }
        filter.channel = channel.id;
        filter.tag = tag.id;
        filter.mentioned = ana;
        (void)conversations.list(here, filter, {}, 50);
        filter = plain;
        filter.order = SearchOrder::kRelevance;
        (void)conversations.list(here, filter, {}, 50);
        filter.order = SearchOrder::kNewest;
        filter.channel = channel.id;
        (void)conversations.list(here, filter, ListPlace{1, conversation.id}, 50);
        for (const bool mentioned : {false, true}) {
          ConversationFilter narrow = filter;
          narrow.tag = tag.id;
          if (mentioned) narrow.mentioned = ana;
          (void)conversations.list(here, narrow, ListPlace{1, conversation.id}, 50);
          narrow.channel.reset();
          (void)conversations.list(here, narrow, {}, 50);
          (void)conversations.list(here, narrow, ListPlace{1, conversation.id}, 50);
          narrow.tag.reset();
          (void)conversations.list(here, narrow, ListPlace{1, conversation.id}, 50);
        }
      }
    }
  }
  (void)conversations.some(here, {conversation.id});
  (void)conversations.totals(here);
  (void)conversations.counts(here, ana);
  (void)conversations.snoozed_until(now, 50);
  (void)conversations.stale_threads(here, channel.id, now, 50);
  (void)conversations.mark_thread_read(here, conversation.id, now);
  (void)conversations.decisions(here, conversation.id, 50);
  (void)conversations.notes(here, conversation.id);
  (void)conversations.draft(here, conversation.id, ana);
  (void)conversations.drop_draft(here, conversation.id, ana);
  (void)conversations.release_all(here, ana, now);
  (void)conversations.drop_drafts(here, ana);
  (void)conversations.with_draft(here, {conversation.id}, ana);
  (void)conversations.act_counts(here, {conversation.id});

  (void)tags.put(here, conversation.id, tag.id);
  (void)conversations.save(conversation);
  Conversation other = sample::conversation(here, 9);
  (void)conversations.add(other);
  (void)conversations.merge_into(here, other.id, conversation.id);
  (void)tags.take(here, conversation.id, tag.id);
  (void)tags.begin_removal(here, tag.id, TagId{7}, now);
  (void)tags.leaving(5);
  (void)tags.clear_some({here, tag.id, {}}, 100);

  auto& views = unit.views();
  (void)unit.proposals().add(
      {here, ProposalId{1}, conversation.id, post.id, ana, "words", "model", now});
  (void)unit.proposals().of(here, conversation.id, 20);
  (void)unit.proposals().newest(here, 20);
  (void)unit.proposals().drop_before(later, 100);

  const SavedView view = sample::view(here, 1);
  (void)views.add(view);
  (void)views.save(view);
  (void)views.find(here, view.id);
  (void)views.of(here, ana);
  (void)views.replace_reason(here, "price", "delivery");
  (void)views.replace_topic(here, TopicId{8}, TopicId{9});
  (void)views.replace_tag(here, tag.id, TagId{7});
  (void)views.remove(here, view.id);

  auto& knowledge = unit.knowledge();
  KnowledgeEntry entry;
  entry.workspace = here;
  entry.id = ArticleId{1};
  entry.language = "en";
  entry.slug = "returns";
  entry.url_key = "x.example/returns";
  entry.source = "zendesk:1";
  (void)knowledge.add(entry);
  entry.version = 2;
  entry.slug = "sending-back";
  entry.category = ArticleCategoryId{1};
  (void)knowledge.add_category({here, ArticleCategoryId{1}, "Orders", "orders", "orders"});
  (void)knowledge.save_category({here, ArticleCategoryId{1}, "Orders", "orders", "orders"});
  (void)knowledge.category(here, ArticleCategoryId{1});
  (void)knowledge.categories(here);
  (void)knowledge.save(entry);
  (void)knowledge.find(here, entry.id);
  (void)knowledge.some(here, {entry.id});
  (void)knowledge.translations(here, "returns");
  (void)knowledge.once_at(here, "returns");
  (void)knowledge.by_source(here, "zendesk:1");
  (void)knowledge.by_url_keys(here, {"x.example/returns"});
  KnowledgeFilter filter;
  for (int step = 0; step < 5; ++step) {
    if (step == 1) filter.kind = ArticleKind::kResource;
    if (step == 2) filter = {.status = ArticleStatus::kDraft, .language = "en"};
    if (step == 3) filter = {.category = ArticleCategoryId{1}};
    if (step == 4) filter = {.review_before = now};
    for (const auto part : {KnowledgeStore::Part::kRows, KnowledgeStore::Part::kWhole}) {
      (void)knowledge.list(here, filter, {}, 50, part);
      (void)knowledge.list(here, filter, KnowledgePlace{now, entry.id}, 50, part);
    }
  }
  (void)knowledge.published(here);
  (void)knowledge.stamp(here);
  (void)knowledge.to_review(here, now, 1000);
  (void)knowledge.add_use({here, ArticleUseId{1}, entry.id, conversation.id, post.id, act.id,
                           ArticleUseKind::kLinked, ana, now});
  (void)knowledge.uses(here, entry.id, {}, 50);
  (void)knowledge.uses(here, entry.id, ArticleUseId{1}, 50);
  (void)knowledge.recent_uses(here, 500);
  (void)knowledge.drop_uses(here, act.id);
  (void)knowledge.drop_uses(here, conversation.id, ArticleUseKind::kResolved);
  (void)knowledge.remove_category(here, ArticleCategoryId{1});
  (void)knowledge.remove(here, entry.id);

  auto& mentions = unit.mentions();
  const Note note{here, NoteId{1}, conversation.id, MemberId{6}, "@Ana", now};
  (void)conversations.add_note(note);
  (void)mentions.add(note, {{here, note.id, ana, 0, 4}});
  (void)mentions.add(note, {{here, note.id, ana, 5, 9}});
  (void)mentions.of(here, conversation.id);
  (void)mentions.with_unread(here, {conversation.id}, ana);
  (void)mentions.mark_read(here, conversation.id, ana);
  (void)mentions.unread(here, ana);

  auto& outbox = unit.outbox();
  (void)outbox.add(act);
  (void)outbox.save(act);
  (void)outbox.find(here, act.id);
  (void)outbox.by_client_key(here, ana, "x");
  (void)outbox.due(now, 50);
  (void)outbox.hurry(here, channel.id, now, 50);
  (void)outbox.in_flight();
  (void)outbox.open_of(here, conversation.id);
  (void)outbox.replies_since(here, conversation.id, now);
  (void)outbox.latest_on_post(here, channel.id, post.id, {ActKind::kLike});
  (void)outbox.latest_on_account(here, channel.id, account.id, {ActKind::kFollow});
  (void)outbox.deliveries(here, act.id);

  auto& attachments = unit.attachments();
  (void)attachments.add(sample::attachment(here, 1));
  (void)attachments.find(here, AttachmentId{1});
  (void)attachments.some(here, {AttachmentId{1}});
  (void)attachments.keep(here, AttachmentId{1}, now);
  (void)attachments.drop_unused(now, 50);

  (void)unit.histories().save(sample::history(here, 1));
  (void)unit.histories().of_channel(here, channel.id);

  (void)unit.events().after(here, {}, 50);
  (void)unit.events().newest();
  (void)unit.events().oldest();
  (void)unit.events().drop_before(now, 50);
  (void)unit.announce(sample::event(here, 1));
}

// The lines of SQLite's plan for a query.
std::vector<std::string> plan_of(sqlite3* db, const std::string& sql) {
  std::vector<std::string> lines;
  sqlite3_stmt* statement = nullptr;
  const std::string asked = "explain query plan " + sql;
  EXPECT_EQ(SQLITE_OK, sqlite3_prepare_v2(db, asked.c_str(), -1, &statement, nullptr)) << sql;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    lines.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
  }
  sqlite3_finalize(statement);
  return lines;
}

class QueryPlanTest : public testing::Test {
 protected:
  void SetUp() override {
    const SqliteFile file{.path = folder_.file("rapport.db"), .vfs = {}};
    auto connection = connect_sqlite(file, Purpose::kWrite);
    ASSERT_TRUE(connection) << connection.error().cause;
    ASSERT_TRUE(migrate(**connection, migrations(), clock_.now()));
    unit_ = std::make_unique<SqlUnit>(std::move(*connection), ids_);
    ask_everything(*unit_);
    ASSERT_TRUE(unit_->words().flush());
    ASSERT_EQ(SQLITE_OK, sqlite3_open(file.path.c_str(), &db_));
    // As every connection of the store has it.
    ASSERT_EQ(SQLITE_OK, sqlite3_exec(db_,
                                      "create virtual table temp.post_terms"
                                      " using fts5vocab('main', 'post_words', 'row')",
                                      nullptr, nullptr, nullptr));
  }
  void TearDown() override { sqlite3_close(db_); }

  TempFolder folder_;
  SystemClock clock_;
  IdMaker ids_{clock_};
  std::unique_ptr<SqlUnit> unit_;
  sqlite3* db_ = nullptr;
};

TEST_F(QueryPlanTest, NoQueryWalksThroughAWholeTable) {
  // What may be walked: lists handed in, subqueries that are bounded themselves, the full text (its
  // own index), a partial index that holds just the rows wanted, the ends of the events, and the
  // monitors, all of which the desk takes up when it starts.
  const std::regex allowed(
      "SCAN (json_each|counted|newest|concerned|post_words|post_terms)\\b.*"
      "|SCAN act USING INDEX act_in_flight"
      "|SCAN monitor USING INDEX (sqlite_autoindex_monitor_1|monitor_behind|monitor_removed)"
      "|SCAN monitor USING COVERING INDEX monitor_removed"
      "|SCAN r USING INDEX sqlite_autoindex_alert_rule_1"
      "|SCAN event USING COVERING INDEX .*"
      "|SCAN \\(subquery-\\d+\\)|SCAN \\d+ CONSTANT ROWS?|SCAN CONSTANT ROW");
  const auto asked = unit_->connection().prepared();
  EXPECT_GT(asked.size(), 100u);
  int answers = 0;
  for (const std::string& sql : asked) {
    for (const std::string& line : plan_of(db_, sql)) {
      // Of a post that is looked at for each of many others.
      if (line.starts_with("SEARCH o ") && sql.find("o.parent_id = p.id") != sql.npos) {
        ++answers;
        EXPECT_NE(line.find("INDEX post_parent"), line.npos) << line << "\n  in " << sql;
      }
      if (!line.starts_with("SCAN")) continue;
      EXPECT_TRUE(std::regex_match(line, allowed)) << line << "\n  in " << sql;
    }
  }
  EXPECT_GE(answers, 2) << "of what a lesson asks for, and of the posts of a gap";
}

TEST_F(QueryPlanTest, PagesComeInOrderWithoutSorting) {
  int pages = 0;
  for (const std::string& sql : unit_->connection().prepared()) {
    const bool list = sql.find(", coalesce(waiting_since, last_post_at) from conversation") !=
                          std::string::npos ||
                      sql.find(", last_post_at from conversation where") != std::string::npos ||
                      sql.find(" d cross join conversation c") != std::string::npos;
    const bool thread = sql.find("order by created_at, id limit :most") != std::string::npos;
    if (!list && !thread) continue;
    ++pages;
    for (const std::string& line : plan_of(db_, sql)) {
      EXPECT_EQ(std::string::npos, line.find("TEMP B-TREE")) << line << "\n  in " << sql;
    }
  }
  EXPECT_GT(pages, 30);
}

// A page of what was said goes on where the last one ended, however far down that is.
TEST_F(QueryPlanTest, LongWalksGoOnWhereTheyWere) {
  int walks = 0;
  for (const std::string& sql : unit_->connection().prepared()) {
    const bool posts = sql.find("(created_at, id) < (:said_at, :after)") != std::string::npos;
    const bool mentions = sql.find("(said_at, post_id) < (:said_at, :post)") != std::string::npos &&
                          sql.starts_with("select");
    if (!posts && !mentions) continue;
    ++walks;
    bool bounded = false;
    for (const std::string& line : plan_of(db_, sql)) {
      bounded |= line.find(posts ? "(created_at,id)<(?,?)" : "(said_at,post_id)<(?,?)") !=
                 std::string::npos;
    }
    EXPECT_TRUE(bounded) << sql;
  }
  EXPECT_GE(walks, 3);
}

// A node of PostgreSQL's plan, with those below it, each given to `look`.
template <class Look>
void each_node(const boost::json::object& node, const Look& look) {
  look(node);
  const auto* below = node.if_contains("Plans");
  if (below == nullptr) return;
  for (const auto& child : below->as_array()) each_node(child.as_object(), look);
}

std::string word(const boost::json::object& node, const char* key) {
  const auto* found = node.if_contains(key);
  return found != nullptr ? std::string(found->as_string()) : std::string();
}

class PostgresPlanTest : public testing::Test {
 protected:
  void SetUp() override {
    auto connection =
        connect_postgres({*PostgresAddress::parse(database_.address())}, Purpose::kWrite);
    ASSERT_TRUE(connection) << connection.error().cause;
    ASSERT_TRUE(migrate(**connection, migrations(), clock_.now()));
    unit_ = std::make_unique<SqlUnit>(std::move(*connection), ids_);
    ask_everything(*unit_);
    ASSERT_TRUE(unit_->words().flush());
    for (const char* table : {"conversation", "post", "act", "event", "account", "delivery",
                              "conversation_counter", "interaction", "decision", "note"}) {
      fill(table);
    }
    run("analyze");
    // What is planned for values that nobody knows yet: the plan that is kept.
    run("set plan_cache_mode = force_generic_plan");
  }

  // Twenty thousand rows like the one that is there, if one is, of every state and with nobody's
  // among them.
  void fill(const std::string& table) {
    const std::string owner = table == "conversation_counter"
                                  ? "number"
                                  : "nullif(number % 7, 0)";  // 0 is nobody's there
    const std::string state =
        table == "conversation"
            ? ", 'state', (array['open', 'waiting', 'snoozed', 'resolved', 'skipped'])"
              "[number % 5 + 1]"
            : "";
    run("insert into " + table + " select filled.* from (select each as whole from " + table +
        " as each limit 1) as made, generate_series(1, 20000) as number,"
        " lateral json_populate_record(made.whole, json_build_object('id', number + 100000,"
        " 'native_id', 'n' || number, 'root_native_id', 'r' || number, 'client_key',"
        " 'k' || number, 'owner_id', " +
        owner + ", 'conversation_id', number % 5000 + 100001, 'author_id', number % 3000," +
        " 'parent_id', number % 9000" + state + ")) as filled on conflict do nothing");
  }

  std::string run(const std::string& sql) {
    auto answer = run_postgres(postgres_handle(unit_->connection().session()), sql);
    EXPECT_TRUE(answer) << answer.error().cause;
    return answer ? answer->value.value_or("") : "";
  }

  // Calls `look` with each query that was asked and the root of its plan.
  template <class Look>
  int each_plan(const Look& look) {
    const auto asked = boost::json::parse(
        run("select coalesce(json_agg(json_build_object('name', name, 'sql', statement, 'places',"
            " cardinality(parameter_types))), '[]') from pg_prepared_statements"));
    int plans = 0;
    for (const auto& each : asked.as_array()) {
      std::string nulls;
      for (std::int64_t place = 0; place < each.at("places").as_int64(); ++place) {
        nulls += place == 0 ? "(null" : ", null";
      }
      if (!nulls.empty()) nulls += ')';
      const auto plan =
          boost::json::parse(run("explain (format json) execute \"" +
                                 std::string(each.at("name").as_string()) + "\"" + nulls));
      look(std::string(each.at("sql").as_string()), plan.at(0).at("Plan").as_object());
      ++plans;
    }
    return plans;
  }

  TestDatabase database_;
  SystemClock clock_;
  IdMaker ids_{clock_};
  std::unique_ptr<SqlUnit> unit_;
};

TEST_F(PostgresPlanTest, NoQueryWalksThroughAWholeTableOrIndex) {
  // Walked in order for their first few rows alone, or holding just the rows that are wanted.
  const std::set<std::string> walked{"event_pkey",      "act_in_flight",  "workspace_pkey",
                                     "monitor_pkey",    "monitor_behind", "monitor_removed",
                                     "alert_rule_pkey", "channel_pkey"};
  const int plans = each_plan([&](const std::string& sql, const boost::json::object& plan) {
    each_node(plan, [&](const boost::json::object& node) {
      const std::string type = word(node, "Node Type");
      EXPECT_NE("Seq Scan", type) << word(node, "Relation Name") << "\n  in " << sql;
      if (type.find("Index") == std::string::npos || node.contains("Index Cond")) return;
      EXPECT_TRUE(walked.contains(word(node, "Index Name")))
          << type << " of all of " << word(node, "Index Name") << "\n  in " << sql;
    });
  });
  EXPECT_GT(plans, 100);
}

TEST_F(PostgresPlanTest, PagesComeInOrderWithoutSorting) {
  int pages = 0;
  each_plan([&](const std::string& sql, const boost::json::object& plan) {
    const bool list = sql.find(", coalesce(waiting_since, last_post_at) from conversation") !=
                          std::string::npos ||
                      sql.find(", last_post_at from conversation where") != std::string::npos;
    const bool thread = sql.find("order by created_at, id limit $") != std::string::npos;
    if (!list && !thread) return;
    ++pages;
    each_node(plan, [&](const boost::json::object& node) {
      EXPECT_EQ(std::string::npos, word(node, "Node Type").find("Sort"))
          << "  in " << sql << "\n"
          << boost::json::serialize(plan);
    });
  });
  EXPECT_GT(pages, 30);
}

}  // namespace
}  // namespace rapport
