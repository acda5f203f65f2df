#include "desk/team/team.h"

#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class TeamTest : public ::testing::Test {
 protected:
  Result<Member> set_up() {
    return team.set_up({" Northwind ", "Olga", "Olga@Brand.example ", "a long enough one"});
  }
  HandClock clock{Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
  IdMaker ids{clock};
  TempStore temp;
  Team team{*temp.store, ids, clock};
};

TEST_F(TeamTest, TheFirstOwnerIsMadeOnce) {
  EXPECT_TRUE(*team.needs_setup());
  auto owner = set_up();
  ASSERT_TRUE(owner) << owner.error().message << owner.error().cause;
  EXPECT_EQ(owner->role, Role::kOwner);
  EXPECT_EQ(owner->email, "olga@brand.example");
  EXPECT_FALSE(*team.needs_setup());
  auto second = team.set_up({"Other", "Eve", "eve@brand.example", "a long enough one"});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::kConflict);
}

TEST_F(TeamTest, SetUpChecksEachField) {
  EXPECT_EQ(team.set_up({"", "Olga", "o@b.example", "a long enough one"}).error().field,
            "workspace");
  EXPECT_EQ(team.set_up({"N", " ", "o@b.example", "a long enough one"}).error().field, "name");
  EXPECT_EQ(team.set_up({"N", "Olga", "nobody", "a long enough one"}).error().field, "email");
  EXPECT_EQ(team.set_up({"N", "Olga", "o@b.example", "short"}).error().field, "password");
}

TEST_F(TeamTest, SigningInGivesASessionThatEnds) {
  ASSERT_TRUE(set_up());
  auto signed_in = team.sign_in("OLGA@brand.example", "a long enough one");
  ASSERT_TRUE(signed_in);
  auto caller = team.caller_by_session(signed_in->secret);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->member.name, "Olga");
  EXPECT_EQ(caller->csrf, signed_in->session.csrf);

  ASSERT_TRUE(team.sign_out(signed_in->secret));
  EXPECT_EQ(team.caller_by_session(signed_in->secret).error().kind, ErrorKind::kUnauthorized);

  auto again = team.sign_in("olga@brand.example", "a long enough one");
  clock.advance(std::chrono::days{31});
  EXPECT_FALSE(team.caller_by_session(again->secret));
}

TEST_F(TeamTest, AWrongPasswordAndAWrongAddressAnswerAlike) {
  ASSERT_TRUE(set_up());
  auto password = team.sign_in("olga@brand.example", "a wrong one");
  auto address = team.sign_in("nobody@brand.example", "a wrong one");
  ASSERT_FALSE(password);
  ASSERT_FALSE(address);
  EXPECT_EQ(password.error().message, address.error().message);
  EXPECT_EQ(password.error().kind, ErrorKind::kUnauthorized);
}

TEST_F(TeamTest, APreferenceIsOnesOwnAndShort) {
  auto owner = *set_up();
  auto agent = *team.add_member(owner.workspace, "Arun", "arun@brand.example", "a long enough one",
                                Role::kAgent);
  ASSERT_TRUE(team.prefer(agent, PreferenceKind::kFirstLook, "at thread"));
  ASSERT_EQ(team.preferences(agent)->size(), 1U);
  EXPECT_EQ(team.preferences(agent)->front().value, "at thread");
  EXPECT_TRUE(team.preferences(owner)->empty());
  EXPECT_EQ(team.prefer(agent, PreferenceKind::kFirstLook, std::string(201, 'x')).error().field,
            "value");

  ASSERT_TRUE(team.remove_member(owner, owner.workspace, agent.id));
  EXPECT_EQ(team.prefer(agent, PreferenceKind::kFirstLook, "done").error().kind,
            ErrorKind::kNotFound);
}

TEST_F(TeamTest, MembersOfTheCommandLineNeedAPasswordOnce) {
  auto owner = *set_up();
  auto agent = team.add_member(owner.workspace, "Arun", "arun@brand.example", "a long enough one",
                               Role::kAgent);
  ASSERT_TRUE(agent);
  EXPECT_EQ(
      team.add_member(owner.workspace, "Arun", "arun@brand.example", "", Role::kAgent).error().kind,
      ErrorKind::kConflict);
  EXPECT_EQ(
      team.add_member(owner.workspace, "Nia", "nia@brand.example", "", Role::kAgent).error().field,
      "password");
  EXPECT_EQ(team.members(owner)->size(), 2U);
}

TEST_F(TeamTest, TokensOpenTheDoorUntilTheyAreTakenAway) {
  auto owner = *set_up();
  auto made = team.create_token(owner, "laptop");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->secret.substr(0, 4), "rpt_");
  auto caller = team.caller_by_token(made->secret);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->member.id, owner.id);
  EXPECT_EQ(team.tokens(owner)->front().last_used_at, clock.now());
  ASSERT_TRUE(team.remove_token(owner, made->token.id));
  EXPECT_FALSE(team.caller_by_token(made->secret));
  EXPECT_FALSE(team.caller_by_token("rpt_made_up"));
}

TEST_F(TeamTest, APasswordIsNeverKept) {
  auto hash = hash_password("a long enough one");
  ASSERT_TRUE(hash);
  EXPECT_EQ(hash->rfind("$argon2id$", 0), 0U);
  EXPECT_TRUE(password_matches(*hash, "a long enough one"));
  EXPECT_FALSE(password_matches(*hash, "a long enough two"));
  EXPECT_FALSE(password_matches("", ""));
}

}  // namespace
}  // namespace rapport
