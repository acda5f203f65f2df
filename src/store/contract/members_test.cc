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
  EXPECT_TRUE(same({by_nobody, entry(2)},
                   read([&](Unit& unit) { return unit.members().audit_log(here, 2); })));
}

}  // namespace
}  // namespace rapport
