#include <algorithm>

#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsAccountsWithEveryMember) {
  Account account = sample::account(here, 1);
  write([&](Unit& unit) { return unit.people().add_account(account); });
  EXPECT_TRUE(
      same(account, read([&](Unit& unit) { return unit.people().account(here, account.id); })));

  account.person = sample::person(here, 2).id;
  account.handle = "moved.example";
  account.name.clear();
  account.bio = "Now tea";
  account.avatar_url.clear();
  account.url = "https://example/moved";
  account.followers.reset();
  account.follows = 12;
  account.posts = 0;
  account.joined_at.reset();
  account.follows_us = true;
  account.followed_by_us.clear();
  account.ours = true;
  account.changed_at = sample::at(100);
  account.profile_read_at = sample::at(101);
  write([&](Unit& unit) { return unit.people().save_account(account); });
  EXPECT_TRUE(
      same(account, read([&](Unit& unit) { return unit.people().account(here, account.id); })));
  const auto found = read([&](Unit& unit) {
    return unit.people().account_by_native_id(here, "bluesky", account.native_id);
  });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(account, *found));
}

TEST_P(StoreContract, KnowsANativeIdOnceInAWorkspace) {
  const Account account = sample::account(here, 1);
  write([&](Unit& unit) { return unit.people().add_account(account); });
  Account again = sample::account(here, 2);
  again.native_id = account.native_id;
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.people().add_account(again); }));
  again.workspace = elsewhere;
  write([&](Unit& unit) { return unit.people().add_account(again); });
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.people().save_account(sample::account(here, 9));
            }));
  EXPECT_FALSE(read([&](Unit& unit) {
    return unit.people().account_by_native_id(here, "mastodon", account.native_id);
  }));
}

TEST_P(StoreContract, FindsTheAccountsOfAPerson) {
  const Account one = sample::account(here, 1);
  Account two = sample::account(here, 2);
  two.person = one.person;
  const Account stranger = sample::account(here, 3);
  for (const Account& each : {two, one, stranger}) {
    write([&](Unit& unit) { return unit.people().add_account(each); });
  }
  EXPECT_TRUE(same({one, two},
                   read([&](Unit& unit) { return unit.people().accounts_of(here, one.person); })));
  auto some = read([&](Unit& unit) {
    return unit.people().accounts(here, {stranger.id, one.id, AccountId{404}, one.id});
  });
  std::ranges::sort(some, {}, &Account::id);
  EXPECT_TRUE(same({one, stranger}, some));
  EXPECT_TRUE(read([&](Unit& unit) { return unit.people().accounts(here, {}); }).empty());
  EXPECT_TRUE(
      read([&](Unit& unit) { return unit.people().accounts(elsewhere, {one.id}); }).empty());
}

TEST_P(StoreContract, KeepsPeople) {
  const Person person = sample::person(here, 1);
  write([&](Unit& unit) { return unit.people().add_person(person); });
  EXPECT_TRUE(
      same(person, read([&](Unit& unit) { return unit.people().person(here, person.id); })));
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.people().add_person(person); }));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.people().person(elsewhere, person.id); }));
}

TEST_P(StoreContract, FindsAccountsByNativeIds) {
  const Account one = sample::account(here, 1);
  const Account two = sample::account(here, 2);
  write([&](Unit& unit) { return unit.people().add_account(one); });
  write([&](Unit& unit) { return unit.people().add_account(two); });
  const auto found = read([&](Unit& unit) {
    return unit.people().accounts_by_native_ids(here, "bluesky", {two.native_id, "did:nobody"});
  });
  EXPECT_TRUE(same({two}, found));
  EXPECT_TRUE(read([&](Unit& unit) {
                return unit.people().accounts_by_native_ids(here, "bluesky", {});
              }).empty());
}

TEST_P(StoreContract, CountsAnInteractionOnce) {
  Interaction like;
  like.workspace = here;
  like.network = "bluesky";
  like.native_id = "at://like/1";
  like.actor = sample::account(here, 1).id;
  like.object = sample::account(here, 2).id;
  like.kind = InteractionKind::kLike;
  like.at = sample::at(1);
  like.post = sample::post(here, 1).id;
  EXPECT_TRUE(write([&](Unit& unit) { return unit.people().add_interaction(like); }));
  EXPECT_FALSE(write([&](Unit& unit) { return unit.people().add_interaction(like); }));
  like.kind = InteractionKind::kRepost;
  EXPECT_TRUE(write([&](Unit& unit) { return unit.people().add_interaction(like); }));
}

TEST_P(StoreContract, SumsUpWhatAPersonSaidAndHeard) {
  const Account customer = sample::account(here, 1);
  Account brand = sample::account(here, 2);
  brand.ours = true;
  const auto nothing =
      read([&](Unit& unit) { return unit.people().totals(here, customer.person); });
  EXPECT_TRUE(same(PersonTotals{}, nothing));

  Post asked = sample::post(here, 1, "Are you open on Sunday?");
  Post later = sample::post(here, 5, "And on Monday?");
  later.address = Address::kBranch;
  Post aside = sample::post(here, 9, "Said to a friend");
  aside.address = Address::kContext;
  Post answer = sample::post(here, 3, "We are!");
  answer.author = brand.id;
  answer.address = Address::kOurs;
  answer.parent = asked.id;
  Interaction like{here,          "bluesky", "at://like/1",
                   customer.id,   brand.id,  InteractionKind::kLike,
                   sample::at(4), answer.id};
  Interaction reply{here,
                    "bluesky",
                    answer.native_id,
                    brand.id,
                    customer.id,
                    InteractionKind::kReply,
                    answer.created_at,
                    answer.id};
  Interaction other_way{here,          "bluesky",   "at://like/2",
                        brand.id,      customer.id, InteractionKind::kLike,
                        sample::at(4), asked.id};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.people().add_account(customer));
    RAPPORT_TRY(unit.people().add_account(brand));
    for (const Post& post : {asked, later, aside, answer}) RAPPORT_TRY(unit.posts().add(post));
    RAPPORT_TRY(unit.people().add_interaction(like));
    RAPPORT_TRY(unit.people().add_interaction(reply));
    RAPPORT_TRY(unit.people().add_interaction(other_way));
    return Done{};
  });
  const auto totals = read([&](Unit& unit) { return unit.people().totals(here, customer.person); });
  EXPECT_TRUE(same(PersonTotals{sample::at(1), sample::at(5), 2, 1, 1}, totals));

  const auto recent =
      read([&](Unit& unit) { return unit.posts().recent_with(here, customer.person, 10); });
  const ConversationId conversation = asked.conversation;
  EXPECT_TRUE(same({RecentPost{later.id, conversation, later.text, later.created_at, false},
                    RecentPost{answer.id, conversation, answer.text, answer.created_at, true},
                    RecentPost{asked.id, conversation, asked.text, asked.created_at, false}},
                   recent));
  EXPECT_EQ(1u, read([&](Unit& unit) {
                  return unit.posts().recent_with(here, customer.person, 1);
                }).size());
}

TEST_P(StoreContract, KnowsTheThreadsSomebodySpokeInLast) {
  const Account customer = sample::account(here, 1);
  std::vector<Post> posts;
  for (int i = 1; i <= 4; ++i) {
    Post post = sample::post(here, i, "Words");
    post.root_native_id = i == 3 ? "at://b" : i == 4 ? "at://c" : "at://a";
    if (i == 3) post.deleted_at = sample::at(9);
    posts.push_back(post);
  }
  posts[3].author = sample::account(here, 2).id;  // somebody else's
  write([&](Unit& unit) -> Result<Done> {
    for (const Post& post : posts) RAPPORT_TRY(unit.posts().add(post));
    return Done{};
  });
  const auto roots = [&](int most) {
    return read([&](Unit& unit) { return unit.posts().roots_of(here, customer.id, most); });
  };
  EXPECT_EQ((std::vector<std::string>{"at://b", "at://a"}), roots(50));
  EXPECT_EQ((std::vector<std::string>{"at://b"}), roots(1));
}

}  // namespace
}  // namespace rapport
