// Several workspaces, and the people who come to them and go.

#include <algorithm>

#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

// A brand with an owner, an admin, an agent and a viewer; nobody here needs a password.
class BrandsTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    admin = member("Ada", Role::kAdmin, owner.workspace);
    auto made = store().write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_login(Login{admin.login, admin.email, "", clock.now()}));
      return unit.members().add(admin);
    });
    ASSERT_TRUE(made);
  }

  template <class T>
  static ErrorKind kind(const Result<T>& result) {
    EXPECT_FALSE(result) << "went well, but should not";
    return result ? ErrorKind::kInternal : result.error().kind;
  }

  std::optional<Member> found(const Member& who) {
    auto member =
        store().read([&](Unit& unit) { return unit.members().find(who.workspace, who.id); });
    return member ? std::optional(*member) : std::nullopt;
  }

  std::vector<std::string> audited(const Member& reader) {
    std::vector<std::string> verbs;
    auto page = team.audit_log(reader, {}, 100);
    EXPECT_TRUE(page);
    for (const auto& each : page->entries) {
      verbs.push_back(each.entry.verb + " " + each.entry.object + " by " + each.by_name);
    }
    return verbs;
  }

  Team team{store(), ids, clock};
  Member admin;
};

TEST_F(BrandsTest, AnOwnerOpensAnotherWorkspaceAndGoesBackAndForth) {
  auto second = team.create_workspace(owner, " Southwind ");
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->workspace.name, "Southwind");
  EXPECT_EQ(second->member.role, Role::kOwner);
  EXPECT_NE(second->member.id, owner.id);
  for (const Member& each : {admin, agent, viewer}) {
    EXPECT_EQ(kind(team.create_workspace(each, "Mine")), ErrorKind::kForbidden);
  }
  EXPECT_EQ(team.create_workspace(owner, " ").error().field, "name");

  auto mine = team.workspaces(owner);
  ASSERT_EQ(mine->size(), 2u);
  EXPECT_EQ(mine->back().workspace.id, second->workspace.id);
  EXPECT_EQ(team.workspaces(agent)->size(), 1u);

  auto signed_in = team.sign_in_as(owner);
  auto there = team.switch_workspace(signed_in->secret, second->workspace.id);
  ASSERT_TRUE(there);
  EXPECT_EQ(there->workspace.name, "Southwind");
  EXPECT_NE(there->csrf, signed_in->session.csrf);
  auto caller = team.caller_by_session(signed_in->secret);
  EXPECT_EQ(caller->member.workspace, second->workspace.id);
  EXPECT_EQ(caller->csrf, there->csrf);
  // Where one is already, nothing changes.
  EXPECT_EQ(team.switch_workspace(signed_in->secret, second->workspace.id)->csrf, there->csrf);
  EXPECT_EQ(kind(team.switch_workspace(signed_in->secret, WorkspaceId{4711})),
            ErrorKind::kNotFound);
  auto stranger = team.sign_in_as(agent);
  EXPECT_EQ(kind(team.switch_workspace(stranger->secret, second->workspace.id)),
            ErrorKind::kNotFound);
  EXPECT_EQ(kind(team.switch_workspace("made up", owner.workspace)), ErrorKind::kUnauthorized);
}

TEST_F(BrandsTest, ATokenStaysInItsWorkspace) {
  auto second = team.create_workspace(owner, "Southwind");
  auto token = team.create_token(owner, "laptop");
  auto signed_in = team.sign_in_as(owner);
  ASSERT_TRUE(team.switch_workspace(signed_in->secret, second->workspace.id));
  EXPECT_EQ(team.caller_by_token(token->secret)->member.workspace, owner.workspace);
}

TEST_F(BrandsTest, SigningInComesBackToTheLastWorkspace) {
  auto hash = hash_password("a long enough one");
  ASSERT_TRUE(store().write(
      [&](Unit& unit) { return unit.members().set_password_hash(owner.login, *hash); }));
  auto second = team.create_workspace(owner, "Southwind");
  auto signed_in = team.sign_in_as(owner);
  ASSERT_TRUE(team.switch_workspace(signed_in->secret, second->workspace.id));
  const std::string email = "olga@brand.example";
  ASSERT_TRUE(store().write([&](Unit& unit) -> Result<Done> {
    return unit.members().add_login(Login{ids.make<LoginId>(), email, *hash, clock.now()});
  }));
  // The fixture's own addresses are not lower case; hers is found as it is kept.
  auto login = store().read([&](Unit& unit) { return unit.members().login_by_email(email); });
  ASSERT_TRUE(store().write([&](Unit& unit) -> Result<Done> {
    Member one{owner.workspace, ids.make<MemberId>(), (*login)->id, "Olga",
               email,           Role::kAgent,         clock.now()};
    Member two = one;
    two.workspace = second->workspace.id;
    two.id = ids.make<MemberId>();
    RAPPORT_TRY(unit.members().add(one));
    RAPPORT_TRY(unit.members().add(two));
    return unit.members().set_last_workspace((*login)->id, two.workspace, clock.now());
  }));
  auto again = team.sign_in(email, "a long enough one");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->workspace.name, "Southwind");
  // Removed there, she lands where she still belongs.
  ASSERT_TRUE(team.remove_member(std::nullopt, second->workspace.id, again->member.id));
  EXPECT_EQ(team.sign_in(email, "a long enough one")->workspace.name, "Northwind");
}

TEST_F(BrandsTest, AskingInTellsNotWhoHasALoginHere) {
  auto second = team.create_workspace(owner, "Southwind");
  auto hash = hash_password("her very own one");
  ASSERT_TRUE(store().write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(
        unit.members().add_login(Login{LoginId{99}, "nia@brand.example", *hash, clock.now()}));
    return unit.members().add({owner.workspace, MemberId{98}, LoginId{99}, "Nia",
                               "nia@brand.example", Role::kViewer, clock.now()});
  }));
  auto known = team.invite(second->member, " NIA@brand.example", Role::kAgent);
  auto unknown = team.invite(second->member, "eve@brand.example", Role::kAgent);
  ASSERT_TRUE(known && unknown);
  EXPECT_EQ(known->invitation.email, "nia@brand.example");
  EXPECT_EQ(known->secret.size(), unknown->secret.size());
  EXPECT_EQ(team.members(second->member)->size(), 1u);
  EXPECT_EQ(audited(second->member)[1], "member.invite nia@brand.example by Olga");
  EXPECT_EQ(audited(second->member)[0], "member.invite eve@brand.example by Olga");
  // Who is here already stands in the list of the team.
  EXPECT_EQ(kind(team.invite(owner, "nia@brand.example", Role::kAgent)), ErrorKind::kConflict);

  // Whoever is signed in as she needs no password; whoever is signed in as another does.
  EXPECT_EQ(team.join({known->secret, "Nia", "", owner.login}).error().field, "password");
  auto nia = team.join({known->secret, "Nia of Southwind", "", LoginId{99}});
  ASSERT_TRUE(nia) << nia.error().message;
  EXPECT_EQ(nia->login, LoginId{99});
  EXPECT_EQ(nia->role, Role::kAgent);
  EXPECT_EQ(team.workspaces(*nia)->size(), 2u);
  EXPECT_EQ(team.join({unknown->secret, "Eve", "", LoginId{99}}).error().field, "password");
}

TEST_F(BrandsTest, AnAdminReplacesNoInvitationOfAnOwner) {
  auto of_owner = team.invite(owner, "eve@brand.example", Role::kOwner);
  EXPECT_EQ(kind(team.invite(admin, "eve@brand.example", Role::kViewer)), ErrorKind::kForbidden);
  EXPECT_TRUE(team.look_at_invitation(of_owner->secret));
}

TEST_F(BrandsTest, ALinkLetsSomebodyInOnce) {
  auto invited = team.invite(admin, "nia@brand.example", Role::kAgent);
  ASSERT_TRUE(invited);
  const std::string link = invited->secret;
  EXPECT_EQ(invited->invitation.secret_hash, hash_secret(link));
  auto seen = team.look_at_invitation(link);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->workspace.name, "Northwind");
  EXPECT_EQ(seen->by_name, "Ada");

  EXPECT_EQ(team.join({link, " ", "a long enough one", {}}).error().field, "name");
  EXPECT_EQ(team.join({link, "Nia", "short", {}}).error().field, "password");
  EXPECT_EQ(kind(team.join({"made up", "Nia", "a long enough one", {}})), ErrorKind::kNotFound);
  auto nia = team.join({link, "Nia", "a long enough one", {}});
  ASSERT_TRUE(nia) << nia.error().message;
  EXPECT_EQ(nia->role, Role::kAgent);
  EXPECT_EQ(nia->workspace, owner.workspace);
  EXPECT_TRUE(team.sign_in("nia@brand.example", "a long enough one"));
  EXPECT_EQ(kind(team.join({link, "Eve", "a long enough one", {}})), ErrorKind::kNotFound);
  EXPECT_TRUE(team.invitations(admin)->empty());
  EXPECT_EQ(audited(owner).front(), "member.join nia@brand.example by Nia");
}

TEST_F(BrandsTest, ALinkRunsOutAndARenewedOneReplacesIt) {
  auto invited = team.invite(admin, "nia@brand.example", Role::kAgent);
  const std::string old = invited->secret;
  clock.advance(std::chrono::days{7});
  EXPECT_EQ(kind(team.look_at_invitation(old)), ErrorKind::kNotFound);
  EXPECT_EQ(kind(team.join({old, "Nia", "a long enough one", {}})), ErrorKind::kNotFound);
  EXPECT_EQ(team.invitations(admin)->size(), 1u);

  auto fresh = team.renew_invitation(admin, invited->invitation.id);
  ASSERT_TRUE(fresh);
  EXPECT_EQ(kind(team.look_at_invitation(old)), ErrorKind::kNotFound);
  EXPECT_TRUE(team.look_at_invitation(fresh->secret));
  // Asked in again with another role: that link is dead, too.
  auto again = team.invite(owner, "nia@brand.example", Role::kViewer);
  EXPECT_EQ(kind(team.look_at_invitation(fresh->secret)), ErrorKind::kNotFound);
  EXPECT_EQ(team.look_at_invitation(again->secret)->invitation.role, Role::kViewer);
  ASSERT_TRUE(team.withdraw_invitation(admin, again->invitation.id));
  EXPECT_EQ(kind(team.look_at_invitation(again->secret)), ErrorKind::kNotFound);
}

TEST_F(BrandsTest, ALinkNeverOpensALoginThatExists) {
  auto invited = team.invite(owner, "nia@brand.example", Role::kAdmin);
  auto hash = hash_password("her very own one");
  ASSERT_TRUE(store().write([&](Unit& unit) {
    return unit.members().add_login(Login{LoginId{99}, "nia@brand.example", *hash, clock.now()});
  }));
  auto thief = team.join({invited->secret, "Eve", "one of my choice", {}});
  ASSERT_FALSE(thief);
  EXPECT_EQ(thief.error().field, "password");
  auto nia = team.join({invited->secret, "Nia", "her very own one", {}});
  ASSERT_TRUE(nia);
  EXPECT_EQ(nia->login, LoginId{99});
}

TEST_F(BrandsTest, WhoMayChangeTheTeam) {
  for (const Member& by : {agent, viewer}) {
    EXPECT_EQ(kind(team.invite(by, "eve@brand.example", Role::kViewer)), ErrorKind::kForbidden);
    EXPECT_EQ(kind(team.invitations(by)), ErrorKind::kForbidden);
    EXPECT_EQ(kind(team.change_role(by, by.workspace, by.id, Role::kAdmin)), ErrorKind::kForbidden);
    EXPECT_EQ(kind(team.remove_member(by, by.workspace, viewer.id)), ErrorKind::kForbidden);
    EXPECT_EQ(kind(team.rename_workspace(by, "Mine")), ErrorKind::kForbidden);
    EXPECT_EQ(kind(team.audit_log(by, {}, 10)), ErrorKind::kForbidden);
  }
  // An admin deals with everybody but owners.
  EXPECT_EQ(kind(team.invite(admin, "eve@brand.example", Role::kOwner)), ErrorKind::kForbidden);
  EXPECT_EQ(kind(team.change_role(admin, admin.workspace, admin.id, Role::kOwner)),
            ErrorKind::kForbidden);
  EXPECT_EQ(kind(team.change_role(admin, admin.workspace, owner.id, Role::kViewer)),
            ErrorKind::kForbidden);
  EXPECT_EQ(kind(team.remove_member(admin, admin.workspace, owner.id)), ErrorKind::kForbidden);
  auto of_owner = team.invite(owner, "eve@brand.example", Role::kOwner);
  const auto id = of_owner->invitation.id;
  EXPECT_EQ(kind(team.renew_invitation(admin, id)), ErrorKind::kForbidden);
  EXPECT_EQ(kind(team.withdraw_invitation(admin, id)), ErrorKind::kForbidden);
  auto changed = team.change_role(admin, admin.workspace, viewer.id, Role::kAnalyst);
  ASSERT_TRUE(changed);
  EXPECT_EQ(found(viewer)->role, Role::kAnalyst);
  EXPECT_EQ(audited(owner).front(), "member.role Vera@brand.example by Ada");
}

TEST_F(BrandsTest, NothingReachesIntoAnotherWorkspace) {
  auto second = team.create_workspace(owner, "Southwind");
  const Member& other = second->member;
  auto invited = team.invite(owner, "nia@brand.example", Role::kAgent);
  const auto id = invited->invitation.id;
  EXPECT_EQ(kind(team.change_role(other, other.workspace, agent.id, Role::kViewer)),
            ErrorKind::kNotFound);
  EXPECT_EQ(kind(team.remove_member(other, other.workspace, agent.id)), ErrorKind::kNotFound);
  EXPECT_EQ(kind(team.renew_invitation(other, id)), ErrorKind::kNotFound);
  EXPECT_EQ(kind(team.withdraw_invitation(other, id)), ErrorKind::kNotFound);
  EXPECT_TRUE(team.invitations(other)->empty());
  EXPECT_EQ(audited(other), std::vector<std::string>{"workspace.create Southwind by Olga"});
  ASSERT_TRUE(team.rename_workspace(other, "Southwind Tea"));
  EXPECT_EQ(team.workspaces(owner)->front().workspace.name, "Northwind");
}

TEST_F(BrandsTest, TheLastOwnerStays) {
  EXPECT_EQ(kind(team.leave(owner)), ErrorKind::kConflict);
  EXPECT_EQ(kind(team.change_role(owner, owner.workspace, owner.id, Role::kAdmin)),
            ErrorKind::kConflict);
  EXPECT_EQ(kind(team.change_role(std::nullopt, owner.workspace, owner.id, Role::kAdmin)),
            ErrorKind::kConflict);
  EXPECT_EQ(kind(team.remove_member(std::nullopt, owner.workspace, owner.id)),
            ErrorKind::kConflict);
  ASSERT_TRUE(team.change_role(owner, owner.workspace, admin.id, Role::kOwner));
  EXPECT_EQ(kind(team.remove_member(owner, owner.workspace, owner.id)), ErrorKind::kConflict);
  auto next = team.leave(owner);
  ASSERT_TRUE(next) << next.error().message;
  EXPECT_FALSE(*next);
  EXPECT_FALSE(found(owner));
  EXPECT_EQ(kind(team.leave(*found(admin))), ErrorKind::kConflict);
}

TEST_F(BrandsTest, WhoGoesLosesTheKeyAndLeavesTheWork) {
  hear({said("ana", "p1", "@us my order is late")});
  const auto id = conversation_of("p1").id;
  ASSERT_TRUE(inbox.assign(agent, id, agent.id, std::nullopt));
  ASSERT_TRUE(inbox.save_draft(agent, id, {post_named("p1").id, "Dear Ana"}));
  ASSERT_TRUE(inbox.add_note(agent, id, "She called, too."));
  auto signed_in = team.sign_in_as(agent);
  auto token = team.create_token(agent, "laptop");
  auto second = team.create_workspace(owner, "Southwind");
  ASSERT_TRUE(store().write([&](Unit& unit) -> Result<Done> {
    Member there = agent;
    there.workspace = second->workspace.id;
    return unit.members().add(there);
  }));
  auto elsewhere =
      team.caller_by_session(team.sign_in_as(team.workspaces(agent)->back().member)->secret);
  ASSERT_TRUE(elsewhere);

  std::vector<Event> heard;
  store().on_commit([&](const std::vector<Event>& events) {
    heard.insert(heard.end(), events.begin(), events.end());
  });
  ASSERT_TRUE(team.remove_member(admin, agent.workspace, agent.id));
  EXPECT_EQ(kind(team.caller_by_session(signed_in->secret)), ErrorKind::kUnauthorized);
  EXPECT_EQ(kind(team.caller_by_token(token->secret)), ErrorKind::kUnauthorized);
  EXPECT_EQ(team.workspaces(agent)->size(), 1u);
  EXPECT_FALSE(conversation_of("p1").owner);
  EXPECT_EQ(inbox.counts(owner)->conversations.unassigned, 1);
  auto detail = inbox.open(owner, id);
  ASSERT_TRUE(detail);
  EXPECT_EQ(detail->notes.front().by_name, "Arun");
  EXPECT_EQ(detail->history.back().by_name, "Arun");
  EXPECT_FALSE(*store().read(
      [&](Unit& unit) { return unit.conversations().draft(agent.workspace, id, agent.id); }));
  EXPECT_EQ(inbox.assign(owner, id, agent.id, std::nullopt).error().field, "member_id");
  ASSERT_FALSE(heard.empty());
  EXPECT_EQ(heard.back().kind, EventKind::kTeam);
  EXPECT_EQ(heard.back().reason, "left");
  EXPECT_EQ(audited(owner).front(), "member.remove Arun@brand.example by Ada");

  // Asked in again, he is the same as before.
  Login login{agent.login, "", "", clock.now()};
  auto back = store().write([&](Unit& unit) -> Result<std::optional<MemberId>> {
    return unit.members().former(agent.workspace, agent.login);
  });
  EXPECT_EQ(*back, agent.id);
}

TEST_F(BrandsTest, WhoMayNotAnswerAnyMoreOwnsNothing) {
  hear({said("ana", "p1", "@us my order is late")});
  ASSERT_TRUE(inbox.assign(agent, conversation_of("p1").id, agent.id, std::nullopt));
  auto invited = team.invite(admin, "nia@brand.example", Role::kAgent);
  ASSERT_TRUE(team.change_role(owner, owner.workspace, agent.id, Role::kViewer));
  EXPECT_FALSE(conversation_of("p1").owner);
  // An admin who is none any more has no open links.
  ASSERT_TRUE(team.change_role(owner, owner.workspace, admin.id, Role::kAgent));
  EXPECT_EQ(kind(team.look_at_invitation(invited->secret)), ErrorKind::kNotFound);
}

TEST_F(BrandsTest, OnesOwnNameAndPassword) {
  auto hash = hash_password("the present one");
  ASSERT_TRUE(store().write(
      [&](Unit& unit) { return unit.members().set_password_hash(agent.login, *hash); }));
  ASSERT_TRUE(team.change_name(agent, " Arun K. "));
  EXPECT_EQ(found(agent)->name, "Arun K.");
  EXPECT_EQ(team.change_name(agent, "").error().field, "name");

  auto here = team.sign_in_as(agent);
  auto there = team.sign_in_as(agent);
  EXPECT_EQ(
      team.change_password(agent, here->secret, "a wrong one", "the one to come").error().field,
      "present");
  EXPECT_EQ(team.change_password(agent, here->secret, "the present one", "short").error().field,
            "wanted");
  EXPECT_TRUE(team.caller_by_session(there->secret));
  ASSERT_TRUE(team.change_password(agent, here->secret, "the present one", "the one to come"));
  EXPECT_TRUE(team.caller_by_session(here->secret));
  EXPECT_EQ(kind(team.caller_by_session(there->secret)), ErrorKind::kUnauthorized);
  auto login = store().read([&](Unit& unit) { return unit.members().login(agent.login); });
  EXPECT_TRUE(password_matches(login->password_hash, "the one to come"));
}

TEST_F(BrandsTest, TheTableOfPermissions) {
  // Each role may do what the next lower one may, and more.
  const auto roles = all_roles();
  for (std::size_t at = 1; at < roles.size(); ++at) {
    const auto more = permissions_of(roles[at - 1]);
    for (const Permission each : permissions_of(roles[at])) {
      EXPECT_NE(std::ranges::find(more, each), more.end()) << to_word(roles[at]);
    }
    EXPECT_GT(more.size(), permissions_of(roles[at]).size());
  }
  EXPECT_TRUE(may(Role::kAnalyst, Permission::kExport));
  EXPECT_FALSE(may(Role::kAnalyst, Permission::kAnswer));
  EXPECT_FALSE(may(Role::kViewer, Permission::kExport));
  EXPECT_FALSE(may(Role::kAdmin, Permission::kManageOwners));
}

TEST_F(BrandsTest, TheAuditLogTurnsPages) {
  for (int i = 0; i < 5; ++i)
    ASSERT_TRUE(team.rename_workspace(owner, "Brand " + std::to_string(i)));
  std::vector<std::string> seen;
  std::optional<AuditPlace> after;
  do {
    auto page = team.audit_log(owner, after, 2);
    ASSERT_TRUE(page);
    for (const auto& each : page->entries) seen.push_back(each.entry.object);
    after = page->next;
  } while (after);
  EXPECT_EQ(seen,
            (std::vector<std::string>{"Brand 4", "Brand 3", "Brand 2", "Brand 1", "Brand 0"}));
}

}  // namespace
}  // namespace rapport
