// The desk of an earlier version goes on with its work: people stay signed in, threads and searches
// show what they showed, and every act that was on its way reaches the network once.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/secret_box.h"
#include "desk/channels/connectors.h"
#include "desk/hearing/filing.h"
#include "desk/inbox/inbox.h"
#include "desk/outbox/deliverer.h"
#include "desk/outbox/outbox.h"
#include "desk/team/team.h"
#include "desk/testing/fake_network.h"
#include "networks/registry.h"
#include "source_dir.h"
#include "store/testing/raw_database.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

// What tests/upgrade/make-schema-0001.cc printed when it made the dump.
constexpr auto kSession = "Ki8amWLSQFMMf8-3nHj4_FMO3XiDlJ87BhydFEBO_mU";
constexpr auto kToken = "rpt_kUSDPGxzMC-uGzANFHp_DA5H0fWLmmTwsO8zynxf5nY";
constexpr std::int64_t kMadeAt = 1795847136000000;

class DeskUpgradeTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string path = folder.file("rapport.db");
    restore_dump(RAPPORT_SOURCE_DIR "/tests/upgrade/schema-0001.sql", path);
    auto opened = open_sqlite({.path = path, .vfs = {}, .readers = 2});
    ASSERT_TRUE(opened) << opened.error().message << " " << opened.error().cause;
    store = std::move(*opened);

    auto workspaces = store->read([](Unit& unit) { return unit.members().workspaces(); });
    ASSERT_TRUE(workspaces);
    ASSERT_EQ(2U, workspaces->size());
    here = workspaces->front().id;
    there = workspaces->back().id;
    for (const WorkspaceId each : {here, there}) {
      auto all = store->read([&](Unit& unit) { return unit.members().all(each); });
      ASSERT_TRUE(all);
      for (const Member& one : *all) members[one.name] = one;
    }
    auto channels = store->read([&](Unit& unit) { return unit.channels().all(here); });
    ASSERT_TRUE(channels);
    ASSERT_EQ(1U, channels->size());
    channel = channels->front();

    inbox = std::make_unique<Inbox>(*store, ids, clock);
    outbox = std::make_unique<Outbox>(*store, ids, clock);
    connectors = std::make_unique<Connectors>(*store, registry, secrets);
    network = std::make_shared<FakeNetwork>();
    connectors->put(channel.id, network);
  }

  const Member& member(const std::string& name) { return members.at(name); }

  Post post_named(const std::string& native_id) {
    auto post =
        store->read([&](Unit& unit) { return unit.posts().by_native_id(here, "fake", native_id); });
    EXPECT_TRUE(post && *post) << "no post " << native_id;
    return post && *post ? **post : Post{};
  }

  ConversationDetail open(const std::string& name, const std::string& native_id) {
    auto detail = inbox->open(member(name), post_named(native_id).conversation);
    EXPECT_TRUE(detail) << native_id;
    return detail.value_or(ConversationDetail{});
  }
  Conversation conversation(const std::string& native_id) {
    return open("Arun", native_id).row.conversation;
  }

  std::vector<std::string> search(const std::string& name, const std::string& text) {
    ConversationFilter filter;
    filter.text = text;
    auto found = inbox->list(member(name), filter, {}, 50);
    EXPECT_TRUE(found);
    std::vector<std::string> roots;
    if (found) {
      for (const auto& row : found->rows) roots.push_back(row.conversation.root_native_id);
    }
    std::ranges::sort(roots);
    return roots;
  }

  TempFolder folder;
  HandClock clock{from_micros(kMadeAt)};
  IdMaker ids{clock};
  Registry registry;
  SecretBox secrets{*SecretBox::of_key_text(std::string(64, 'a'))};
  std::shared_ptr<FakeNetwork> network;
  std::unique_ptr<Store> store;
  std::unique_ptr<Inbox> inbox;
  std::unique_ptr<Outbox> outbox;
  std::unique_ptr<Connectors> connectors;
  WorkspaceId here, there;
  Channel channel;
  std::map<std::string, Member> members;
};

TEST_F(DeskUpgradeTest, WhoWasSignedInStaysSignedIn) {
  Team team(*store, ids, clock);
  const auto session = team.caller_by_session(kSession);
  ASSERT_TRUE(session) << session.error().message;
  EXPECT_EQ("Petra", session->member.name);
  EXPECT_EQ(Role::kAgent, session->member.role);
  const auto token = team.caller_by_token(kToken);
  ASSERT_TRUE(token);
  EXPECT_EQ("Olga", token->member.name);
  EXPECT_TRUE(team.sign_in("petra@brand.example", "a long enough one"));
  EXPECT_FALSE(team.sign_in("petra@brand.example", "a wrong one"));
  EXPECT_FALSE(*team.needs_setup());
  clock.advance(std::chrono::days{31});
  EXPECT_FALSE(team.caller_by_session(kSession)) << "and is signed out when the time has come";
}

TEST_F(DeskUpgradeTest, TheListsAndCountersSayWhatTheySaid) {
  const auto counts = inbox->counts(member("Arun"));
  ASSERT_TRUE(counts);
  EXPECT_EQ(24, counts->conversations.open);
  EXPECT_EQ(3, counts->conversations.waiting);
  EXPECT_EQ(1, counts->conversations.snoozed);
  EXPECT_EQ(2, counts->conversations.resolved);
  EXPECT_EQ(4, counts->conversations.skipped);
  EXPECT_EQ(1, counts->conversations.mine);
  EXPECT_EQ(22, counts->conversations.unassigned);

  std::set<ConversationId> seen;
  std::optional<ListPlace> after;
  do {
    auto page = inbox->list(member("Arun"), {}, after, 7);
    ASSERT_TRUE(page);
    for (const auto& row : page->rows) EXPECT_TRUE(seen.insert(row.conversation.id).second);
    after = page->next;
  } while (after);
  EXPECT_EQ(34U, seen.size());

  EXPECT_EQ(ConversationState::kSnoozed, conversation("snoozed").state);
  EXPECT_EQ("Thanked back", conversation("resolved").resolution);
  EXPECT_EQ(SkipReason::kSpam, conversation("skipped").skip_reason);
  EXPECT_EQ(SkipReason::kDeleted, conversation("deleted").skip_reason);
  EXPECT_TRUE(conversation("old").before_rapport);
  EXPECT_EQ(ConversationState::kOpen, conversation("week3").state) << "resolved and reopened";
}

TEST_F(DeskUpgradeTest, AConversationOpensWithAllThatBelongsToIt) {
  const ConversationDetail detail = open("Arun", "open");
  EXPECT_EQ("Arun", detail.row.owner_name);
  ASSERT_EQ(2U, detail.notes.size());
  EXPECT_EQ("She wrote by mail, too: ticket 4711", detail.notes[0].note.text);
  EXPECT_EQ("Olga", detail.notes[1].by_name);
  ASSERT_TRUE(detail.my_draft);
  EXPECT_EQ("Dear Ana, it", detail.my_draft->text);
  ASSERT_EQ(1U, detail.history.size());
  EXPECT_EQ(DecisionKind::kAssign, detail.history[0].decision.kind);
  EXPECT_EQ("Ça arrive demain ☕", open("Olga", "week5").my_draft.value_or(Draft{}).text);
  EXPECT_FALSE(open("Petra", "open").my_draft) << "a draft is its writer's own";

  const auto thread = inbox->thread(member("Arun"), post_named("week4").conversation, {}, 50);
  ASSERT_TRUE(thread);
  ASSERT_EQ(6U, thread->posts.size());
  EXPECT_EQ("week4", thread->posts.front().post.native_id);
  EXPECT_EQ("We are on it, thank you", thread->posts.back().post.text);
  EXPECT_EQ(Address::kOurs, thread->posts.back().post.address);

  EXPECT_EQ("@us hello", post_named("edited").text);
  EXPECT_TRUE(post_named("edited").edited_at);
  EXPECT_EQ("", post_named("deleted").text);
  EXPECT_NE("", post_named("open").our_like);
}

TEST_F(DeskUpgradeTest, WordsAreFoundAsBefore) {
  EXPECT_EQ(std::vector<std::string>{"open"}, search("Arun", "zebra-str"));
  EXPECT_EQ((std::vector<std::string>{"week14", "week2", "week20", "week8"}),
            search("Arun", "cafe day"));
  EXPECT_EQ(4U, search("Arun", "القهوة").size());
  EXPECT_TRUE(search("Arun", "Elm").empty()) << "what was deleted stays deleted";
  EXPECT_TRUE(search("Sven", "cafe").empty()) << "another brand's words";
  EXPECT_FALSE(inbox->open(member("Sven"), post_named("open").conversation));
}

TEST_F(DeskUpgradeTest, WhatWasOnItsWayReachesTheNetworkOnce) {
  const auto act_on = [&](const std::string& native_id) {
    for (const ActView& each : open("Arun", native_id).acts) return each.act;
    ADD_FAILURE() << "nothing on its way to " << native_id;
    return Act{};
  };
  ASSERT_EQ(post_named("week19").id, conversation("week19").answer_to);
  const Act sending = act_on("week17");
  const Act unknown = act_on("week15");
  const Act queued = act_on("week19");
  EXPECT_EQ(ActState::kSending, sending.state);
  EXPECT_EQ(ActState::kUnknown, unknown.state);
  EXPECT_EQ(ActState::kQueued, queued.state);
  EXPECT_EQ(ActState::kRejected, act_on("week9").state);

  // This one had arrived before the power went; nobody here knows.
  Outgoing arrived;
  arrived.record_key = sending.record_key;
  ASSERT_TRUE(network->send(arrived));

  clock.advance(std::chrono::minutes{10});
  Deliverer deliverer(*store, *connectors, ids, clock, {});
  ASSERT_TRUE(deliverer.recover());
  for (;;) {
    auto worked = deliverer.deliver_one();
    ASSERT_TRUE(worked) << worked.error().message << worked.error().cause;
    if (!*worked) break;
  }

  const std::map<std::string, int> once{
      {sending.record_key, 1}, {unknown.record_key, 1}, {queued.record_key, 1}};
  EXPECT_EQ(once, network->written());
  EXPECT_GE(network->look_ups(), 2) << "what may have arrived is looked up first";
  for (const Act& each : {sending, unknown, queued}) {
    const auto now = outbox->find(member("Arun"), each.id);
    ASSERT_TRUE(now);
    EXPECT_EQ(ActState::kAccepted, now->act.state);
  }
  EXPECT_EQ(ActState::kRejected, act_on("week9").state);
  EXPECT_NE(post_named("week19").id, conversation("week19").answer_to) << "Dmitri has his answer";
  EXPECT_EQ("Queued when the program was stopped", post_named("at://us/" + queued.record_key).text);
}

TEST_F(DeskUpgradeTest, TheChannelIsReadOnFromWhereItStood) {
  const auto source = store->read(
      [&](Unit& unit) { return unit.channels().source(here, channel.id, "notifications"); });
  ASSERT_TRUE(source);
  EXPECT_EQ("cursor-77", source->cursor);
  const auto spans = store->read(
      [&](Unit& unit) { return unit.channels().spans(here, channel.id, "notifications", 500); });
  ASSERT_TRUE(spans);
  EXPECT_EQ(86U, spans->size());
  EXPECT_EQ(2, std::ranges::count(*spans, false, &CoverageSpan::complete))
      << "a gap, with a moment in it that was read";
  const auto opened = secrets.open(channel.sealed_secret, secret_context(channel));
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ("the app password", *opened);

  // What is heard again changes nothing; what is new finds its thread, and its parent.
  Filing filing(*store, ids, clock);
  const auto said = [&](const std::string& author, const std::string& name, const std::string& text,
                        const std::string& parent) {
    NetworkPost post;
    post.native_id = name;
    post.revision = "rev-" + name;
    post.author.native_id = author;
    post.parent_native_id = parent;
    post.root_native_id = parent.empty() ? name : parent;
    post.text = text;
    post.addressed = parent.empty();
    post.created_at = clock.now();
    return post;
  };
  Heard heard;
  heard.posts = {said("ana", "open", "@us where is my zebra-striped cup?", "")};
  heard.read_from = heard.read_to = clock.now();
  const auto again = filing.file_heard(channel, "notifications", heard);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(0, again->new_posts + again->changed_posts);
  heard.posts = {said("cleo", "halfroot", "@us the lid broke", ""),
                 said("ana", "thanks", "thank you", "week4-answer")};
  heard.posts[1].root_native_id = "week4";
  const auto fresh = filing.file_heard(channel, "notifications", heard);
  ASSERT_TRUE(fresh) << fresh.error().message;
  EXPECT_EQ(2, fresh->new_posts);
  EXPECT_EQ(post_named("halfroot").id, post_named("half").parent);
  EXPECT_EQ(7, conversation("week4").posts);
}

}  // namespace
}  // namespace rapport
