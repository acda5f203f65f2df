#include "desk/knowledge/gaps/gap_desk.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "desk/testing/gaps_fixture.h"
#include "store/gaps.h"

namespace rapport {
namespace {

// Somebody is quicker: what they do is done the first time when somebody asks for the time.
class QuickerClock final : public Clock {
 public:
  QuickerClock(const Clock& clock, std::function<void()> first)
      : clock_(clock), first_(std::move(first)) {}
  Time now() const override {
    if (first_) std::exchange(first_, {})();
    return clock_.now();
  }

 private:
  const Clock& clock_;
  mutable std::function<void()> first_;
};

TEST_F(GapsTest, AreWhatSeveralPeopleAskAndNobodyWrote) {
  EXPECT_FALSE(list().learned_at);
  EXPECT_EQ(learn(), 0) << "nobody said anything yet";
  ask_all();
  answer("anna", "Yes, you can.");
  EXPECT_EQ(learn(), 1);
  EXPECT_EQ(learn(), 0) << "not again at once";
  const GapList found = list();
  ASSERT_EQ(found.items.size(), 2U);
  EXPECT_EQ(found.learned_at, clock.now());
  const GapView& address = found.items[0];
  EXPECT_EQ(address.gap.people, 3);
  EXPECT_EQ(address.gap.waiting, 2) << "one has an answer";
  EXPECT_EQ(address.gap.posts, 3);
  EXPECT_EQ(address.gap.language, "en");
  EXPECT_EQ(address.gap.state, GapState::kOpen);
  EXPECT_NE(address.gap.name.find("address"), std::string::npos) << address.gap.name;
  EXPECT_EQ(address.gap.first_at, post_named("asked by anna").created_at);
  EXPECT_EQ(address.gap.last_at, post_named("asked by cleo").created_at);
  EXPECT_GT(address.gap.longest_wait, std::chrono::minutes{6});
  EXPECT_EQ(address.examples.size(), 3U);
  EXPECT_EQ(found.items[1].gap.people, 2);
  const auto posts = gaps.posts(viewer, found.items[1].gap.id);
  ASSERT_TRUE(posts);
  std::set<std::string> authors;
  for (const GapPost& each : *posts) authors.insert(each.author_name);
  EXPECT_EQ(authors, (std::set<std::string>{"dan", "eva"}));
}

TEST_F(GapsTest, StayThemselvesAndDismissed) {
  ask_all();
  learn();
  const GapId id = gap_of("anna").gap.id;
  const auto dismissed = gaps.dismiss(agent, id);
  ASSERT_TRUE(dismissed);
  EXPECT_EQ(dismissed->gap.state, GapState::kDismissed);
  EXPECT_EQ(dismissed->examples.size(), 3U);
  ask("kim", "Can I still change the delivery address after ordering?");
  EXPECT_EQ(learn(), 0) << "within the hour";
  EXPECT_EQ(learn_later(), 1);
  const GapView again = gap_of("kim");
  EXPECT_EQ(again.gap.id, id);
  EXPECT_EQ(again.gap.people, 4);
  EXPECT_EQ(again.gap.state, GapState::kDismissed);
  const auto open = gaps.reopen(agent, id);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->gap.state, GapState::kOpen);
  EXPECT_EQ(learn_later(), 0) << "nothing happened since";

  const auto refused = gaps.dismiss(viewer, id);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kForbidden);
  const auto unknown = gaps.dismiss(agent, GapId{1});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().kind, ErrorKind::kNotFound);
}

TEST_F(GapsTest, AreWrittenOnceAnArticleAnswersThem) {
  ask_all();
  learn();
  const GapId id = gap_of("anna").gap.id;
  const ArticleDetail article =
      publish("How to change the delivery address of an order once it is ordered",
              "Is it possible after ordering? Yes: open your account.");
  clock.advance(std::chrono::minutes{10});
  EXPECT_EQ(learn(), 1);
  const GapView written = gap_of("anna");
  EXPECT_EQ(written.gap.id, id);
  EXPECT_EQ(written.gap.state, GapState::kWritten);
  EXPECT_EQ(written.gap.article, article.view.entry.id);
  EXPECT_EQ(written.gap.people, 3);
  EXPECT_EQ(gap_of("dan").gap.state, GapState::kOpen);
  const auto refused = gaps.dismiss(agent, id);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kConflict);

  ASSERT_TRUE(knowledge.remove(agent, article.view.entry.id));
  EXPECT_EQ(gap_of("anna").gap.state, GapState::kOpen);
  EXPECT_FALSE(gap_of("anna").gap.article);
}

TEST_F(GapsTest, LeaveOutWhatWasAnsweredWithAnArticle) {
  ask_all();
  const ArticleDetail article = publish("Everything else", "Nothing of it.");
  const Post served = post_named("asked by dan");
  auto used = store().write([&](Unit& unit) {
    return unit.knowledge().add_use(
        {owner.workspace, ids.make<ArticleUseId>(), article.view.entry.id, served.conversation,
         served.id, ids.make<ActId>(), ArticleUseKind::kLinked, agent.id, clock.now()});
  });
  ASSERT_TRUE(used);
  learn();
  EXPECT_FALSE(gap_of("eva").gap.id) << "one alone is no gap";
  EXPECT_TRUE(gap_of("anna").gap.id);
}

TEST_F(GapsTest, LoseWhatIsDeletedThere) {
  ask_all();
  learn();
  const GapId id = gap_of("dan").gap.id;
  file(reading_filing, {}, {"asked by dan"});
  const auto left = gaps.posts(viewer, id);
  ASSERT_TRUE(left);
  ASSERT_EQ(left->size(), 1U);
  EXPECT_EQ(left->front().author_name, "eva");
  EXPECT_EQ(gap_of("eva").gap.people, 1);
  EXPECT_EQ(gap_of("eva").gap.waiting, 1);
  file(reading_filing, {}, {"asked by eva"});
  EXPECT_FALSE(gaps.posts(viewer, id)) << "nothing of it is left";
  EXPECT_EQ(list().items.size(), 1U);
}

TEST_F(GapsTest, BecomeADraftOfWhatWasSaid) {
  ask_all();
  answer("anna",
         "@anna.example Hi Anna, you can change the address in your account until we ship.");
  answer("ben", "Your order 48213377 left. The courier can redirect a parcel for free, Ben. Arun");
  learn();
  const GapId id = gap_of("anna").gap.id;
  const auto refused = gaps.draft(viewer, id);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kForbidden);
  const auto draft = gaps.draft(agent, id);
  ASSERT_TRUE(draft) << draft.error().message;
  const KnowledgeEntry& entry = draft->view.entry;
  EXPECT_EQ(entry.status, ArticleStatus::kDraft);
  EXPECT_EQ(entry.language, "en");
  EXPECT_EQ(entry.by, agent.id);
  EXPECT_EQ(question_lines(entry.questions).size(), 3U) << entry.questions;
  EXPECT_EQ(entry.title, question_lines(entry.questions).front());
  EXPECT_NE(entry.markdown.find("You can change the address in your account until we ship."),
            std::string::npos)
      << entry.markdown;
  EXPECT_NE(entry.markdown.find("The courier can redirect a parcel for free."), std::string::npos)
      << entry.markdown;
  for (const char* theirs : {"Anna", "anna", "Ben", "Arun", "48213377", "@"}) {
    EXPECT_EQ(entry.markdown.find(theirs), std::string::npos) << theirs;
  }
  EXPECT_EQ(gap_of("anna").gap.article, entry.id);
  EXPECT_EQ(gap_of("anna").gap.state, GapState::kOpen);
  const auto again = gaps.draft(owner, id);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->view.entry.id, entry.id) << "the one that was begun";

  ArticleWish wish;
  wish.status = ArticleStatus::kPublished;
  wish.language = "en";
  wish.title = entry.title;
  wish.markdown = entry.markdown;
  ASSERT_TRUE(knowledge.change(agent, entry.id, entry.version, wish));
  EXPECT_EQ(gap_of("anna").gap.state, GapState::kWritten);
}

TEST_F(GapsTest, AreBegunOnceThoughTwoAskAtOnce) {
  ask_all();
  learn();
  const GapId id = gap_of("anna").gap.id;
  ArticleId first;
  const QuickerClock quicker(clock, [&] {
    const auto draft = gaps.draft(owner, id);
    ASSERT_TRUE(draft) << draft.error().message;
    first = draft->view.entry.id;
  });
  KnowledgeDesk slower{store(), ids, quicker};
  GapDesk slower_gaps{store(), clock, slower};
  const auto second = slower_gaps.draft(agent, id);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->view.entry.id, first);
  EXPECT_EQ(second->view.entry.by, owner.id);
  EXPECT_EQ(gap_of("anna").gap.article, first);
  const auto all = knowledge.list(viewer, {}, {}, 10);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->rows.size(), 1U);
}

TEST_F(GapsTest, AreDraftedFromThoughTheyWentMeanwhile) {
  ask_all();
  learn();
  const GapId id = gap_of("anna").gap.id;
  const QuickerClock quicker(clock, [&] {
    EXPECT_TRUE(
        store().write([&](Unit& unit) { return gaps_in(unit)->replace(owner.workspace, {}); }));
  });
  KnowledgeDesk slower{store(), ids, quicker};
  GapDesk slower_gaps{store(), clock, slower};
  const auto draft = slower_gaps.draft(agent, id);
  ASSERT_TRUE(draft) << draft.error().message;
  const auto log =
      store().read([&](Unit& unit) { return unit.members().audit_log(owner.workspace, {}, 50); });
  ASSERT_TRUE(log);
  ASSERT_EQ(log->size(), 1U);
  EXPECT_EQ(log->front().verb, "article.draft") << "there is no such gap to tell of";
  EXPECT_EQ(log->front().object, to_string(draft->view.entry.id));
}

TEST_F(GapsTest, AreNotDraftedFromIfNobodyKnowsWhetherTheyAreThere) {
  ask_all();
  learn();
  Gap unreadable = gap_of("anna").gap;
  unreadable.state = static_cast<GapState>(9);  // no word for it: nothing reads it back
  const QuickerClock quicker(clock, [&] {
    EXPECT_TRUE(store().write([&](Unit& unit) { return gaps_in(unit)->save(unreadable); }));
  });
  KnowledgeDesk slower{store(), ids, quicker};
  GapDesk slower_gaps{store(), clock, slower};
  const auto draft = slower_gaps.draft(agent, unreadable.id);
  ASSERT_FALSE(draft);
  EXPECT_EQ(draft.error().kind, ErrorKind::kInternal) << draft.error().message;
  const auto all = knowledge.list(viewer, {}, {}, 10);
  ASSERT_TRUE(all);
  EXPECT_TRUE(all->rows.empty()) << "nothing is left that belongs to nothing";
}

TEST_F(GapsTest, TellTheAuditLogWhoDidWhatWithWhich) {
  ask_all();
  learn();
  const Gap address = gap_of("anna").gap;
  const Gap zips = gap_of("dan").gap;
  ASSERT_TRUE(gaps.dismiss(agent, zips.id));
  ASSERT_TRUE(gaps.dismiss(agent, zips.id));
  ASSERT_TRUE(gaps.reopen(owner, zips.id));
  ASSERT_TRUE(gaps.draft(agent, address.id));
  ASSERT_TRUE(gaps.draft(owner, address.id)) << "opens the one that was begun";
  const auto thread = gaps.draft(agent, std::vector{conversation_of("asked by gus").id});
  ASSERT_TRUE(thread);
  ASSERT_FALSE(gaps.draft(viewer, address.id));
  ASSERT_FALSE(gaps.dismiss(viewer, address.id));

  const auto log =
      store().read([&](Unit& unit) { return unit.members().audit_log(owner.workspace, {}, 50); });
  ASSERT_TRUE(log);
  std::vector<std::vector<std::string>> told;
  for (const AuditEntry& each : *log) {
    told.push_back({each.by == agent.id ? "agent" : "owner", each.verb, each.object, each.detail});
  }
  std::ranges::sort(told);
  const KnowledgeEntry& entry = thread->view.entry;
  EXPECT_EQ(told, (std::vector<std::vector<std::string>>{
                      {"agent", "article.draft", to_string(entry.id), entry.title},
                      {"agent", "gap.dismiss", to_string(zips.id), zips.name},
                      {"agent", "gap.draft", to_string(address.id), address.name},
                      {"owner", "gap.reopen", to_string(zips.id), zips.name}}));
}

TEST_F(GapsTest, AreDraftedFromThreadsToo) {
  ask("anna", "Hello Olga. Do you mend zips on old coats?");
  answer("anna", "We mend zips on coats for free, whatever their age.");
  ask("ida", "My old coat lost its zip in the rain.");
  const auto draft = gaps.draft(agent, std::vector{conversation_of("asked by anna").id});
  ASSERT_TRUE(draft) << draft.error().message;
  EXPECT_EQ(draft->view.entry.title, "Do you mend zips on old coats?");
  EXPECT_NE(draft->view.entry.markdown.find("We mend zips on coats for free, whatever their age."),
            std::string::npos);
  // A thread in which nobody asked begins with what was said first.
  const auto plain = gaps.draft(agent, std::vector{conversation_of("asked by ida").id});
  ASSERT_TRUE(plain) << plain.error().message;
  EXPECT_EQ(plain->view.entry.title, "My old coat lost its zip in the rain.");
  EXPECT_EQ(plain->view.entry.markdown, "## Answer\n");

  for (const auto& wrong : {std::vector<ConversationId>{}, std::vector<ConversationId>(21)}) {
    const auto refused = gaps.draft(agent, wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid);
  }
  const auto unknown = gaps.draft(agent, std::vector{ConversationId{1}});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().kind, ErrorKind::kNotFound);
}

}  // namespace
}  // namespace rapport
