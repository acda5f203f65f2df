#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsWorkspaces) {
  const Workspace one = sample::workspace(1);
  const Workspace two = sample::workspace(2);
  write([&](Unit& unit) { return unit.members().add_workspace(two); });
  write([&](Unit& unit) { return unit.members().add_workspace(one); });
  EXPECT_TRUE(same(one, read([&](Unit& unit) { return unit.members().workspace(one.id); })));
  EXPECT_TRUE(same({one, two}, read([](Unit& unit) { return unit.members().workspaces(); })));
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.members().add_workspace(one); }));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([](Unit& unit) { return unit.members().workspace(WorkspaceId{77}); }));
}

TEST_P(StoreContract, KnowsALoginByItsEmailOnce) {
  const Login login = sample::login(1);
  write([&](Unit& unit) { return unit.members().add_login(login); });
  Login second = sample::login(2);
  second.email = login.email;
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.members().add_login(second); }));

  write([&](Unit& unit) { return unit.members().set_password_hash(login.id, "other"); });
  const auto found = read([&](Unit& unit) { return unit.members().login_by_email(login.email); });
  ASSERT_TRUE(found);
  Login changed = login;
  changed.password_hash = "other";
  EXPECT_TRUE(same(changed, *found));
  EXPECT_FALSE(read([](Unit& unit) { return unit.members().login_by_email("nobody@here"); }));
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([](Unit& unit) {
              return unit.members().set_password_hash(LoginId{5}, "x");
            }));
}

TEST_P(StoreContract, KeepsMembersOfEachWorkspaceApart) {
  const Member ana = sample::member(here, 1);
  Member ben = sample::member(here, 2);
  Member ana_elsewhere = sample::member(elsewhere, 3);
  ana_elsewhere.login = ana.login;
  for (const Member& each : {ben, ana, ana_elsewhere}) {
    write([&](Unit& unit) { return unit.members().add(each); });
  }
  EXPECT_TRUE(same(ana, read([&](Unit& unit) { return unit.members().find(here, ana.id); })));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.members().find(elsewhere, ana.id); }));
  EXPECT_TRUE(same({ana, ben}, read([&](Unit& unit) { return unit.members().all(here); })));
  EXPECT_TRUE(same({ana, ana_elsewhere},
                   read([&](Unit& unit) { return unit.members().of_login(ana.login); })));

  EXPECT_FALSE(read([](Unit& unit) { return unit.members().any_owner(); }));
  Member owner = sample::member(elsewhere, 4);
  owner.role = Role::kOwner;
  write([&](Unit& unit) { return unit.members().add(owner); });
  EXPECT_TRUE(read([](Unit& unit) { return unit.members().any_owner(); }));
}

TEST_P(StoreContract, KeepsWhatAMemberPrefersUntilTheyGo) {
  const Member ana = sample::member(here, 1);
  const Member ben = sample::member(here, 2);
  for (const Member& each : {ana, ben}) {
    write([&](Unit& unit) { return unit.members().add(each); });
  }
  const auto preferences = [&](WorkspaceId workspace, MemberId member) {
    return read([&](Unit& unit) { return unit.members().preferences(workspace, member); });
  };
  EXPECT_TRUE(preferences(here, ana.id).empty());

  const Preference first{here, ana.id, PreferenceKind::kFirstLook, "at thread"};
  write([&](Unit& unit) { return unit.members().prefer(first); });
  EXPECT_TRUE(same({first}, preferences(here, ana.id)));
  Preference later = first;
  later.value = "done";
  write([&](Unit& unit) { return unit.members().prefer(later); });
  EXPECT_TRUE(same({later}, preferences(here, ana.id)));
  EXPECT_TRUE(preferences(here, ben.id).empty());
  EXPECT_TRUE(preferences(elsewhere, ana.id).empty());

  const Preference of_ben{here, ben.id, PreferenceKind::kFirstLook, "skipped"};
  write([&](Unit& unit) { return unit.members().prefer(of_ben); });
  write([&](Unit& unit) { return unit.members().remove(here, ana.id, sample::at(9)); });
  EXPECT_TRUE(preferences(here, ana.id).empty());
  EXPECT_TRUE(same({of_ben}, preferences(here, ben.id)));
}

TEST_P(StoreContract, ForgetsSessionsThatEndedOrRanOut) {
  Session session;
  session.token_hash = "hash";
  session.login = sample::login(1).id;
  session.workspace = here;
  session.member = sample::member(here, 1).id;
  session.csrf = "csrf";
  session.created_at = sample::at(0);
  session.expires_at = sample::at(100);
  Session longer = session;
  longer.token_hash = "longer";
  longer.expires_at = sample::at(200);
  write([&](Unit& unit) { return unit.members().add_session(session); });
  write([&](Unit& unit) { return unit.members().add_session(longer); });

  const auto found =
      read([](Unit& unit) { return unit.members().session("hash", sample::at(99)); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(session, *found));
  EXPECT_FALSE(read([](Unit& unit) { return unit.members().session("hash", sample::at(100)); }));
  EXPECT_FALSE(read([](Unit& unit) { return unit.members().session("else", sample::at(1)); }));

  write([](Unit& unit) { return unit.members().drop_expired_sessions(sample::at(100)); });
  EXPECT_FALSE(read([](Unit& unit) { return unit.members().session("hash", sample::at(1)); }));
  EXPECT_TRUE(read([](Unit& unit) { return unit.members().session("longer", sample::at(1)); }));
  write([](Unit& unit) { return unit.members().end_session("longer"); });
  EXPECT_FALSE(read([](Unit& unit) { return unit.members().session("longer", sample::at(1)); }));
}

TEST_P(StoreContract, KeepsTokensOfAMember) {
  const Member ana = sample::member(here, 1);
  Token token{here, TokenId{1}, ana.id, "laptop", "secret-hash", sample::at(1), {}};
  write([&](Unit& unit) { return unit.members().add_token(token); });
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.members().add_token(token); }));

  write([&](Unit& unit) { return unit.members().touch_token(here, token.id, sample::at(5)); });
  token.last_used_at = sample::at(5);
  const auto found = read([](Unit& unit) { return unit.members().token_by_hash("secret-hash"); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(token, *found));
  EXPECT_TRUE(same({token}, read([&](Unit& unit) { return unit.members().tokens(here, ana.id); })));

  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.members().remove_token(here, MemberId{999}, token.id);
            }));
  write([&](Unit& unit) { return unit.members().remove_token(here, ana.id, token.id); });
  EXPECT_FALSE(read([](Unit& unit) { return unit.members().token_by_hash("secret-hash"); }));
}

TEST_P(StoreContract, ShowsTheAuditLogNewestFirst) {
  const auto entry = [&](int number) {
    return AuditEntry{here,   MemberId{1},       "post.delete", "post " + std::to_string(number),
                      "spam", sample::at(number)};
  };
  AuditEntry by_nobody = entry(3);
  by_nobody.by.reset();
  write([&](Unit& unit) { return unit.members().audit(entry(1)); });
  write([&](Unit& unit) { return unit.members().audit(entry(2)); });
  write([&](Unit& unit) { return unit.members().audit(by_nobody); });
  AuditEntry foreign = entry(4);
  foreign.workspace = elsewhere;
  write([&](Unit& unit) { return unit.members().audit(foreign); });
  const auto page = [&](std::optional<AuditPlace> after, int most) {
    return read([&](Unit& unit) { return unit.members().audit_log(here, after, most); });
  };
  auto first = page({}, 2);
  ASSERT_EQ(2u, first.size());
  const AuditPlace place{first.back().at, first.back().id};
  EXPECT_TRUE(first.front().id);
  for (auto& each : first) each.id = {};
  EXPECT_TRUE(same({by_nobody, entry(2)}, first));
  auto second = page(place, 2);
  ASSERT_EQ(1u, second.size());
  second.front().id = {};
  EXPECT_TRUE(same(entry(1), second.front()));
}

TEST_P(StoreContract, TurnsThePagesOfAnAuditLogAlsoWithinAMoment) {
  for (int number = 0; number < 5; ++number) {
    write([&](Unit& unit) {
      return unit.members().audit({here, {}, "verb", std::to_string(number), "", sample::at(1)});
    });
  }
  std::vector<std::string> seen;
  std::optional<AuditPlace> after;
  for (int turn = 0; turn < 10; ++turn) {
    const auto page = read([&](Unit& unit) { return unit.members().audit_log(here, after, 2); });
    if (page.empty()) break;
    for (const auto& each : page) seen.push_back(each.object);
    after = AuditPlace{page.back().at, page.back().id};
  }
  EXPECT_EQ((std::vector<std::string>{"4", "3", "2", "1", "0"}), seen);
}

TEST_P(StoreContract, RenamesAWorkspaceAndHoldsItsTeam) {
  Workspace one = sample::workspace(1);
  write([&](Unit& unit) { return unit.members().add_workspace(one); });
  write([&](Unit& unit) { return unit.members().rename_workspace(one.id, "Other"); });
  one.name = "Other";
  write([&](Unit& unit) { return unit.members().hold_team(one.id); });
  EXPECT_TRUE(same(one, read([&](Unit& unit) { return unit.members().workspace(one.id); })));
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([](Unit& unit) {
              return unit.members().rename_workspace(WorkspaceId{77}, "x");
            }));
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([](Unit& unit) { return unit.members().hold_team(WorkspaceId{77}); }));
}

TEST_P(StoreContract, RemembersWhereALoginWasLast) {
  const Login login = sample::login(1);
  write([&](Unit& unit) { return unit.members().add_login(login); });
  EXPECT_TRUE(same(login, read([&](Unit& unit) { return unit.members().login(login.id); })));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([](Unit& unit) { return unit.members().login(LoginId{77}); }));
  const auto last = [&] {
    return read([&](Unit& unit) { return unit.members().last_workspace(login.id); });
  };
  EXPECT_FALSE(last());
  for (const WorkspaceId place : {elsewhere, here}) {
    write([&](Unit& unit) {
      return unit.members().set_last_workspace(login.id, place, sample::at(1));
    });
    EXPECT_EQ(place, last());
  }
}

TEST_P(StoreContract, ChangesAMemberInOneWorkspaceAlone) {
  Member ana = sample::member(here, 1);
  Member double_of_ana = ana;  // the same id elsewhere
  double_of_ana.workspace = elsewhere;
  write([&](Unit& unit) { return unit.members().add(ana); });
  write([&](Unit& unit) { return unit.members().add(double_of_ana); });
  ana.name = "Ana Maria";
  ana.role = Role::kViewer;
  write([&](Unit& unit) { return unit.members().save(ana); });
  EXPECT_TRUE(same(ana, read([&](Unit& unit) { return unit.members().find(here, ana.id); })));
  EXPECT_TRUE(same(double_of_ana,
                   read([&](Unit& unit) { return unit.members().find(elsewhere, ana.id); })));
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return unit.members().save(sample::member(here, 9)); }));
}

TEST_P(StoreContract, AMemberWhoGoesLeavesOnlyTheNameBehind) {
  const Member ana = sample::member(here, 1);
  Member there = ana;
  there.workspace = elsewhere;
  int number = 0;
  for (const Member& each : {ana, there}) {
    const std::string mark = std::to_string(++number);
    write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add(each));
      RAPPORT_TRY(unit.members().add_session({"session" + mark, each.login, each.workspace, each.id,
                                              "csrf", sample::at(0), sample::at(100)}));
      RAPPORT_TRY(unit.members().add_token(
          {each.workspace, TokenId{number}, each.id, "laptop", "token" + mark, sample::at(0), {}}));
      return unit.members().invite({each.workspace, InvitationId{number}, "new@brand.example",
                                    Role::kAgent, each.id, "link" + mark, sample::at(0),
                                    sample::at(9)});
    });
  }
  write([&](Unit& unit) { return unit.members().remove(here, ana.id, sample::at(5)); });

  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.members().find(here, ana.id); }));
  EXPECT_TRUE(read([&](Unit& unit) { return unit.members().all(here); }).empty());
  EXPECT_TRUE(same({there}, read([&](Unit& unit) { return unit.members().of_login(ana.login); })));
  EXPECT_EQ(ana.name, read([&](Unit& unit) { return unit.members().name_of(here, ana.id); }));
  EXPECT_FALSE(
      read([](Unit& unit) { return unit.members().name_of(WorkspaceId{3}, MemberId{1}); }));
  EXPECT_EQ(ana.id, read([&](Unit& unit) { return unit.members().former(here, ana.login); }));
  EXPECT_FALSE(read([&](Unit& unit) { return unit.members().former(elsewhere, ana.login); }));
  const auto left = [&](const std::string& mark) {
    return read([&](Unit& unit) -> Result<int> {
      auto session = unit.members().session("session" + mark, sample::at(1));
      RAPPORT_TRY(session);
      auto token = unit.members().token_by_hash("token" + mark);
      RAPPORT_TRY(token);
      auto link = unit.members().invitation_by_hash("link" + mark);
      RAPPORT_TRY(link);
      return session->has_value() + token->has_value() + link->has_value();
    });
  };
  EXPECT_EQ(0, left("1"));
  EXPECT_EQ(3, left("2"));
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.members().remove(here, ana.id, sample::at(6));
            }));

  // Back again, as the same.
  write([&](Unit& unit) { return unit.members().add(ana); });
  EXPECT_FALSE(read([&](Unit& unit) { return unit.members().former(here, ana.login); }));
  EXPECT_TRUE(same(ana, read([&](Unit& unit) { return unit.members().find(here, ana.id); })));
  write([&](Unit& unit) { return unit.members().remove(here, ana.id, sample::at(7)); });
}

TEST_P(StoreContract, MovesAndEndsSessionsOfALogin) {
  const LoginId login{1};
  for (const char* hash : {"one", "two"}) {
    write([&](Unit& unit) {
      return unit.members().add_session(
          {hash, login, here, MemberId{1}, "csrf", sample::at(0), sample::at(100)});
    });
  }
  write([](Unit& unit) {
    return unit.members().add_session({"foreign", LoginId{2}, WorkspaceId{1}, MemberId{2}, "csrf",
                                       sample::at(0), sample::at(100)});
  });
  write([&](Unit& unit) {
    return unit.members().move_session("one", elsewhere, MemberId{7}, "fresh");
  });
  const auto session = [&](const char* hash) {
    return read([&](Unit& unit) { return unit.members().session(hash, sample::at(1)); });
  };
  ASSERT_TRUE(session("one"));
  EXPECT_EQ(elsewhere, session("one")->workspace);
  EXPECT_EQ(MemberId{7}, session("one")->member);
  EXPECT_EQ("fresh", session("one")->csrf);
  EXPECT_EQ(here, session("two")->workspace);
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.members().move_session("none", here, MemberId{1}, "x");
            }));
  write([&](Unit& unit) { return unit.members().end_other_sessions(login, "one"); });
  EXPECT_TRUE(session("one"));
  EXPECT_FALSE(session("two"));
  EXPECT_TRUE(session("foreign"));
}

TEST_P(StoreContract, HoldsOneInvitationOfAnAddressAndWorkspace) {
  const Invitation first{here,        InvitationId{1}, "new@brand.example", Role::kAgent,
                         MemberId{1}, "hash1",         sample::at(0),       sample::at(9)};
  Invitation second = first;
  second.id = InvitationId{2};
  second.role = Role::kViewer;
  second.by.reset();
  second.secret_hash = "hash2";
  Invitation foreign = first;
  foreign.workspace = elsewhere;
  foreign.secret_hash = "hash3";
  for (const auto& each : {first, second, foreign}) {
    write([&](Unit& unit) { return unit.members().invite(each); });
  }
  EXPECT_TRUE(same({second}, read([&](Unit& unit) { return unit.members().invitations(here); })));
  EXPECT_FALSE(read([](Unit& unit) { return unit.members().invitation_by_hash("hash1"); }));
  EXPECT_TRUE(same(std::optional(second),
                   read([](Unit& unit) { return unit.members().invitation_by_hash("hash2"); })));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.members().invitation(here, foreign.id); }));
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.members().remove_invitation(elsewhere, second.id);
            }));
  write([&](Unit& unit) { return unit.members().remove_invitations_of(elsewhere, MemberId{1}); });
  EXPECT_TRUE(read([&](Unit& unit) { return unit.members().invitations(elsewhere); }).empty());
  write([&](Unit& unit) { return unit.members().remove_invitation(here, second.id); });
  EXPECT_TRUE(read([&](Unit& unit) { return unit.members().invitations(here); }).empty());
}

}  // namespace
}  // namespace rapport
