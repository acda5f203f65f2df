#include "store/contract/store_contract.h"

namespace rapport {
namespace {

class Raisers {
 public:
  explicit Raisers(WorkspaceId workspace) : here(workspace) {}

  Account account(int number) const {
    Account account = sample::account(here, number);
    account.native_id += std::to_string(number);
    account.muted_by_us = false;
    account.blocked_by_us.clear();
    return account;
  }
  Post post(int number, int author) const {
    Post post = sample::post(here, number, "Late");
    post.native_id += std::to_string(number);
    post.author = account(author).id;
    post.conversation = sample::conversation(here, author).id;
    return post;
  }
  PostReading reading(const Post& post, std::vector<std::string> reasons) const {
    PostReading reading;
    reading.workspace = here;
    reading.post = post.id;
    reading.gist.reasons = std::move(reasons);
    reading.said_at = post.created_at;
    return reading;
  }
  Remedy remedy(int number) const {
    Remedy remedy;
    remedy.workspace = here;
    remedy.id = RemedyId{number};
    remedy.reason = "delivery";
    remedy.done = "Another courier";
    remedy.article = ArticleId{number + 90};
    remedy.since = sample::at(0);
    remedy.by = MemberId{5};
    remedy.at = sample::at(100);
    return remedy;
  }

  WorkspaceId here;
};

TEST_P(StoreContract, KeepsWhatWasDoneAboutReasons) {
  const Raisers raisers(here);
  Remedy one = raisers.remedy(1);
  const Remedy two = raisers.remedy(2);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.remedies().add(one));
    return unit.remedies().add(two);
  });
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.remedies().add(one); }));
  one.closed_at = sample::at(200);
  one.whole = false;
  write([&](Unit& unit) { return unit.remedies().save(one); });
  EXPECT_TRUE(same(one, read([&](Unit& unit) { return unit.remedies().find(here, one.id); })));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.remedies().find(elsewhere, one.id); }));
  const auto list = [&](std::optional<RemedyId> before, int most) {
    return read([&](Unit& unit) { return unit.remedies().list(here, before, most); });
  };
  EXPECT_TRUE(same({two, one}, list({}, 10)));
  EXPECT_TRUE(same({two}, list({}, 1)));
  EXPECT_TRUE(same({one}, list(two.id, 10)));
}

TEST_P(StoreContract, FindsWhoSpokeUpForAReason) {
  const Raisers raisers(here);
  write([&](Unit& unit) -> Result<Done> {
    // 1 speaks up twice, 2 is muted, 3 blocked, 4 is ours, 5 deleted it, 6 tells of both reasons.
    for (int number = 1; number <= 6; ++number) {
      Account account = raisers.account(number);
      if (number == 2) account.muted_by_us = true;
      if (number == 3) account.blocked_by_us = "at://block";
      if (number == 4) account.ours = true;
      RAPPORT_TRY(unit.people().add_person(sample::person(here, number)));
      RAPPORT_TRY(unit.people().add_account(account));
      Post post = raisers.post(number, number);
      if (number == 5) post.deleted_at = sample::at(50);
      RAPPORT_TRY(unit.posts().add(post));
      RAPPORT_TRY(unit.readings().save(
          raisers.reading(post, number == 6 ? std::vector<std::string>{"delivery", "price"}
                                            : std::vector<std::string>{"delivery"})));
    }
    const Post again = raisers.post(7, 1);
    RAPPORT_TRY(unit.posts().add(again));
    return unit.readings().save(raisers.reading(again, {"price"}));
  });
  const auto raised = [&](std::vector<std::string> reasons, Time from, Time to, int most) {
    return read([&](Unit& unit) { return unit.remedies().raised(here, reasons, from, to, most); });
  };
  const auto posts = [&](const RemedyStore::Raised& found) {
    std::string numbers;
    for (const RemedyPerson& each : found.people) {
      numbers += std::to_string(each.post.value - raisers.post(0, 1).id.value);
    }
    return numbers;
  };
  EXPECT_EQ("61", posts(raised({"delivery"}, sample::at(0), sample::at(9), 50)));
  EXPECT_EQ("76", posts(raised({"delivery", "price"}, sample::at(0), sample::at(9), 50)));
  EXPECT_EQ("6", posts(raised({"delivery"}, sample::at(2), sample::at(9), 50)));
  EXPECT_EQ("1", posts(raised({"delivery"}, sample::at(0), sample::at(1), 50)));
  EXPECT_TRUE(raised({"delivery"}, sample::at(0), sample::at(9), 6).whole);
  EXPECT_FALSE(raised({"delivery"}, sample::at(0), sample::at(9), 5).whole);
  EXPECT_TRUE(raised({}, sample::at(0), sample::at(9), 5).people.empty());
}

TEST_P(StoreContract, KnowsWhoOfAListWasTold) {
  const Raisers raisers(here);
  const Remedy remedy = raisers.remedy(1);
  Post ours = raisers.post(20, 9);
  ours.address = Address::kOurs;
  ours.conversation = raisers.post(1, 1).conversation;
  ours.parent = raisers.post(1, 1).id;
  ours.created_at = sample::at(150);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.remedies().add(remedy));
    for (int number = 1; number <= 3; ++number) {
      RAPPORT_TRY(unit.people().add_person(sample::person(here, number)));
      RAPPORT_TRY(unit.people().add_account(raisers.account(number)));
      RAPPORT_TRY(unit.conversations().add(sample::conversation(here, number)));
      const Post post = raisers.post(number, number);
      RAPPORT_TRY(unit.posts().add(post));
      RemedyPerson person;
      person.workspace = here;
      person.remedy = remedy.id;
      person.person = raisers.account(number).person;
      person.post = post.id;
      person.said_at = post.created_at;
      RAPPORT_TRY(unit.remedies().add_person(person));
    }
    return unit.posts().add(ours);
  });
  const auto people = [&](std::optional<RemedyPlace> after, int most) {
    return read([&](Unit& unit) { return unit.remedies().people(remedy, after, most); });
  };
  auto all = people({}, 10);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[2].told_at, sample::at(150));
  EXPECT_FALSE(all[1].told_at);
  EXPECT_EQ(all[1].conversation, raisers.post(2, 2).conversation);
  EXPECT_EQ(all[1].excerpt, "Late");
  EXPECT_EQ(people({}, 2).size(), 2U);
  const auto rest = people(RemedyPlace{all[1].said_at, all[1].post}, 10);
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0].person, all[2].person);

  // On its way to the second, and being written to the third.
  Act act = sample::act(here, 1);
  act.conversation = raisers.post(2, 2).conversation;
  act.post = raisers.post(2, 2).id;
  act.created_at = sample::at(160);
  Draft draft{here,           raisers.post(3, 3).conversation,
              MemberId{5},    raisers.post(3, 3).id,
              "Dear",         {},
              sample::at(160)};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.outbox().add(act));
    RAPPORT_TRY(unit.conversations().save_draft(draft));
    return unit.remedies().set_aside(remedy, raisers.account(3).person, "Long ago", MemberId{5});
  });
  all = people({}, 10);
  EXPECT_TRUE(all[0].drafted);
  EXPECT_EQ(all[0].aside, "Long ago");
  EXPECT_EQ(all[0].aside_by, MemberId{5});
  EXPECT_TRUE(all[1].sending);
  const auto progress = [&] {
    const auto now = read([&](Unit& unit) { return unit.remedies().progress(remedy); });
    return std::to_string(now.people) + std::to_string(now.told) + std::to_string(now.aside);
  };
  EXPECT_EQ("311", progress());
  EXPECT_EQ(read([&](Unit& unit) {
              return unit.remedies().person(remedy, raisers.account(3).person);
            })->aside,
            "Long ago");
  EXPECT_FALSE(read([&](Unit& unit) { return unit.remedies().person(remedy, PersonId{404}); }));
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.remedies().set_aside(remedy, PersonId{404}, "x", MemberId{5});
            }));

  // Our answer is deleted, and so is what the second said.
  ours.deleted_at = sample::at(170);
  Post second = raisers.post(2, 2);
  second.deleted_at = sample::at(170);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.posts().save(ours));
    return unit.posts().save(second);
  });
  EXPECT_EQ("201", progress());
  EXPECT_EQ(people({}, 10).size(), 2U);
}

}  // namespace
}  // namespace rapport
