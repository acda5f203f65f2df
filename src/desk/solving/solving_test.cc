// A reason is fixed, and everyone who raised it is told, in person.

#include "desk/solving/solving.h"

#include "desk/testing/desk_fixture.h"
#include "desk/testing/word_reader.h"

namespace rapport {
namespace {

class SolvingTest : public DeskTest {
 protected:
  // "late" is a complaint about delivery; see WordReader.
  Post complain(const std::string& who, const std::string& name) {
    file(reading, {said(who, name, "@us my order is late")});
    clock.advance(std::chrono::minutes{1});
    return post_named(name);
  }
  void answer(const std::string& name, const std::string& to) {
    file(reading, {said("us", name, "It is fixed", to, to)});
    clock.advance(std::chrono::minutes{1});
  }
  RemedyView fix() {
    auto made = solving.fix(agent, "delivery", {"A new courier"});
    EXPECT_TRUE(made) << made.error().message << made.error().cause;
    clock.advance(std::chrono::minutes{1});
    return made.value_or(RemedyView{});
  }
  std::vector<RemedyPersonView> people(RemedyId id) {
    auto page = solving.people(viewer, id, {}, 50);
    EXPECT_TRUE(page) << page.error().message << page.error().cause;
    return page ? page->people : std::vector<RemedyPersonView>{};
  }
  std::string names(RemedyId id) {
    std::string out;
    for (const auto& each : people(id)) out += each.account.native_id + " ";
    return out;
  }
  // "told of people, aside".
  std::string progress(RemedyId id) {
    const auto view = solving.show(viewer, id);
    EXPECT_TRUE(view);
    if (!view) return {};
    const RemedyProgress& it = view->progress;
    return std::to_string(it.told) + " of " + std::to_string(it.people) + ", " +
           std::to_string(it.aside);
  }

  WordReader reader;
  Filing reading{store(), ids, clock, &reader};
  Solving solving{store(), ids, clock};
};

TEST_F(SolvingTest, EverybodyWhoRaisedItIsInTheListOnceWithTheirLatest) {
  complain("ana", "a1");
  complain("ben", "b1");
  file(reading, {said("cleo", "c1", "@us lovely shop")});
  complain("ana", "a2");
  const RemedyView made = fix();
  EXPECT_EQ(made.reason.name, "Delivery");
  EXPECT_EQ(made.by_name, "Arun");
  EXPECT_EQ(made.remedy.done, "A new courier");
  EXPECT_TRUE(made.remedy.whole);
  complain("dora", "d1");  // after it was fixed

  const auto list = people(made.remedy.id);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].account.native_id, "ana");
  EXPECT_EQ(list[0].standing.post, post_named("a2").id) << "what she said last";
  EXPECT_EQ(list[0].standing.conversation, post_named("a2").conversation);
  EXPECT_EQ(list[0].standing.excerpt, "@us my order is late");
  EXPECT_EQ(list[1].account.native_id, "ben");
  EXPECT_EQ(progress(made.remedy.id), "0 of 2, 0");
}

TEST_F(SolvingTest, OnlyThoseWhoSpokeUpSinceThenAreTold) {
  complain("ana", "old");
  clock.advance(std::chrono::hours{24 * 40});
  complain("ben", "new");
  EXPECT_EQ(names(fix().remedy.id), "ben ");
  const auto wide = solving.fix(agent, "delivery", {"A new courier", {}, 60});
  ASSERT_TRUE(wide);
  EXPECT_EQ(names(wide->remedy.id), "ben ana ");
}

TEST_F(SolvingTest, AnAnswerToThemAfterTheFixTicksItself) {
  complain("ana", "a1");
  complain("ben", "b1");
  answer("early", "a1");  // before it was fixed: not the news
  const RemedyId id = fix().remedy.id;
  EXPECT_EQ(progress(id), "0 of 2, 0");

  // In the network's own app, to what ana said.
  answer("told", "a1");
  EXPECT_EQ(progress(id), "1 of 2, 0");
  EXPECT_TRUE(people(id)[1].standing.told_at);
  EXPECT_FALSE(people(id)[0].standing.told_at) << "ben waits for it";

  // To somebody else in ben's thread: he was told nothing.
  file(reading, {said("cleo", "c1", "same here", "b1", "b1")});
  clock.advance(std::chrono::minutes{1});
  file(reading, {said("us", "to-cleo", "Sorry", "c1", "b1")});
  EXPECT_EQ(progress(id), "1 of 2, 0");

  // Taken back: as if it was never said.
  file(reading, {}, {"told"});
  EXPECT_EQ(progress(id), "0 of 2, 0");
}

TEST_F(SolvingTest, AReplyFromHereIsSeenOnItsWay) {
  const Post complaint = complain("ana", "a1");
  const RemedyId id = fix().remedy.id;
  ASSERT_TRUE(inbox.save_draft(agent, complaint.conversation, {complaint.id, "Dear Ana"}));
  EXPECT_TRUE(people(id)[0].standing.drafted);
  ReplyRequest request;
  request.conversation = complaint.conversation;
  request.post = complaint.id;
  request.text = "Ana, we have another courier now.";
  request.client_key = "key-12345";
  const auto sent = outbox.reply(agent, request);
  ASSERT_TRUE(sent) << sent.error().message;
  EXPECT_FALSE(people(id)[0].standing.drafted);
  EXPECT_TRUE(people(id)[0].standing.sending);
  EXPECT_EQ(progress(id), "0 of 1, 0");
  clock.advance(std::chrono::seconds{6});
  while (*deliverer.deliver_one()) {
  }
  EXPECT_FALSE(people(id)[0].standing.sending);
  EXPECT_EQ(progress(id), "1 of 1, 0");
}

TEST_F(SolvingTest, WhoDeletedItOrIsNotHeardIsNotBothered) {
  complain("ana", "a1");
  complain("ben", "b1");
  complain("cleo", "c1");
  const RemedyId id = fix().remedy.id;
  file(reading, {}, {"a1"});
  EXPECT_EQ(names(id), "cleo ben ");
  const Post theirs = post_named("b1");
  const auto account = store().read(
      [&](Unit& unit) { return unit.people().account(channel.workspace, theirs.author); });
  ASSERT_TRUE(outbox.mute(agent, account->person, account->id, "adverts"));
  clock.advance(std::chrono::seconds{6});
  while (*deliverer.deliver_one()) {
  }
  EXPECT_EQ(names(id), "cleo ");
  EXPECT_EQ(progress(id), "0 of 1, 0");
  EXPECT_EQ(names(fix().remedy.id), "cleo ") << "nor are they in a new list";
}

TEST_F(SolvingTest, SomebodyIsPutAsideWithAReasonAndBack) {
  complain("ana", "a1");
  const RemedyId id = fix().remedy.id;
  const PersonId ana = people(id)[0].standing.person;
  EXPECT_EQ(solving.set_aside(agent, id, ana, " ").error().field, "reason");
  EXPECT_EQ(solving.set_aside(viewer, id, ana, "why").error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(solving.set_aside(agent, id, PersonId{404}, "why").error().kind, ErrorKind::kNotFound);
  const auto aside = solving.set_aside(agent, id, ana, " Settled it by phone in May ");
  ASSERT_TRUE(aside);
  EXPECT_EQ(aside->standing.aside, "Settled it by phone in May");
  EXPECT_EQ(aside->aside_by_name, "Arun");
  EXPECT_EQ(progress(id), "0 of 1, 1");
  answer("told", "a1");
  EXPECT_EQ(progress(id), "1 of 1, 0") << "told anyway";
  ASSERT_TRUE(solving.bring_back(agent, id, ana));
  EXPECT_EQ(people(id)[0].standing.aside, "");
}

TEST_F(SolvingTest, AListIsClosedAndOpenedAgain) {
  const RemedyId id = fix().remedy.id;
  EXPECT_EQ(solving.close(viewer, id).error().kind, ErrorKind::kForbidden);
  const auto closed = solving.close(agent, id);
  ASSERT_TRUE(closed);
  EXPECT_TRUE(closed->remedy.closed_at);
  clock.advance(std::chrono::minutes{1});
  EXPECT_EQ(solving.close(agent, id)->remedy.closed_at, closed->remedy.closed_at);
  EXPECT_FALSE(solving.reopen(agent, id)->remedy.closed_at);
}

TEST_F(SolvingTest, PagesMissNobodyAndRepeatNobody) {
  for (int number = 0; number < 7; ++number) {
    complain("p" + std::to_string(number), "q" + std::to_string(number));
  }
  const RemedyId id = fix().remedy.id;
  std::string seen;
  std::optional<RemedyPlace> after;
  do {
    const auto page = solving.people(viewer, id, after, 3);
    ASSERT_TRUE(page);
    for (const auto& each : page->people) seen += each.account.native_id + " ";
    after = page->next;
  } while (after);
  EXPECT_EQ(seen, "p6 p5 p4 p3 p2 p1 p0 ");

  fix();
  fix();
  const auto first = solving.list(viewer, {}, 2);
  ASSERT_TRUE(first && first->next);
  ASSERT_EQ(first->remedies.size(), 2U);
  const auto rest = solving.list(viewer, first->next, 2);
  ASSERT_EQ(rest->remedies.size(), 1U);
  EXPECT_EQ(rest->remedies[0].remedy.id, id);
  EXPECT_FALSE(rest->next);
}

TEST_F(SolvingTest, SaysWhatIsWrong) {
  EXPECT_EQ(solving.fix(viewer, "delivery", {"x"}).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(solving.fix(agent, "nobody's", {"x"}).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(solving.fix(agent, "delivery", {" "}).error().field, "done");
  EXPECT_EQ(solving.fix(agent, "delivery", {std::string(2001, 'x')}).error().field, "done");
  EXPECT_EQ(solving.fix(agent, "delivery", {"x", {}, 367}).error().field, "days");
  EXPECT_EQ(solving.show(agent, RemedyId{404}).error().kind, ErrorKind::kNotFound);
}

TEST_F(SolvingTest, AnArticleThatCannotBeReadIsNotOneThatIsMissing) {
  const Result<RemedyView> missing = solving.fix(agent, "delivery", {"x", ArticleId{404}});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(missing.error().field, "article_id");

  KnowledgeEntry entry;
  entry.workspace = owner.workspace;
  entry.id = ids.make<ArticleId>();
  entry.language = "en";
  entry.slug = "couriers";
  entry.status = static_cast<ArticleStatus>(9);  // no word for it: nothing reads it back
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.knowledge().add(entry); }));
  const Result<RemedyView> broken = solving.fix(agent, "delivery", {"x", entry.id});
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().kind, ErrorKind::kInternal) << broken.error().message;
}

TEST_F(SolvingTest, AMergedReasonTakesThoseOfBoth) {
  complain("ana", "a1");
  Readings readings{store(), ids, clock, nullptr};
  ASSERT_TRUE(readings.merge_reason(owner, "delivery", "price"));
  const auto made = solving.fix(agent, "delivery", {"Everything"});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->reason.key, "price");
  EXPECT_EQ(names(made->remedy.id), "ana ") << "her post still stands under the merged key";
}

}  // namespace
}  // namespace rapport
