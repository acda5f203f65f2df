#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsHowFarAStreamWasRead) {
  const auto state = [&](const char* network) {
    return read([&](Unit& unit) { return unit.streams().state(network); });
  };
  StreamState kept = state("bluesky");
  EXPECT_EQ(kept.network, "bluesky");
  EXPECT_TRUE(kept.cursor.empty());
  kept.cursor = "1725911162329308";
  kept.read_to = sample::at(10);
  kept.last_error = "It is away.";
  kept.last_error_at = sample::at(11);
  write([&](Unit& unit) { return unit.streams().save(kept); });
  EXPECT_EQ(state("bluesky"), kept);
  kept.last_error.clear();
  kept.last_error_at.reset();
  kept.checked_at = sample::at(12);
  write([&](Unit& unit) { return unit.streams().save(kept); });
  EXPECT_EQ(state("bluesky"), kept);
  EXPECT_TRUE(state("mastodon").cursor.empty());
}

TEST_P(StoreContract, KeepsTheGapsOfAStream) {
  const auto add = [&](int from, int to, bool complete, const char* reason) {
    write([&](Unit& unit) {
      return unit.streams().add_span("bluesky",
                                     {sample::at(from), sample::at(to), complete, reason});
    });
  };
  const auto told = [&](int from) {
    std::string out;
    for (const CoverageSpan& each :
         read([&](Unit& unit) { return unit.streams().spans("bluesky", sample::at(from), 9); })) {
      out += std::to_string((each.from - sample::at(0)) / std::chrono::seconds{1}) + "-" +
             std::to_string((each.to - sample::at(0)) / std::chrono::seconds{1}) +
             (each.complete ? " " : "! ");
    }
    return out;
  };
  add(0, 10, true, "");
  add(10, 20, true, "");
  add(20, 40, false, "It was away.");
  add(40, 50, true, "");
  EXPECT_EQ(told(0), "40-50 20-40! 0-20 ");
  EXPECT_EQ(told(30), "40-50 20-40! ");
  add(25, 30, true, "");
  EXPECT_EQ(told(0), "40-50 30-40! 25-30 20-25! 0-20 ");
}

TEST_P(StoreContract, KeepsForWhomAStreamIsRead) {
  const auto begin = [&](WorkspaceId who, int at) {
    write(
        [&](Unit& unit) { return unit.streams().begin_listening(who, "bluesky", sample::at(at)); });
  };
  const auto end = [&](int at) {
    write(
        [&](Unit& unit) { return unit.streams().end_listening(here, "bluesky", sample::at(at)); });
  };
  const auto listened = [&](int from) {
    return read(
        [&](Unit& unit) { return unit.streams().listened(here, "bluesky", sample::at(from)); });
  };
  const auto listening = [&] {
    return read([&](Unit& unit) { return unit.streams().listening("bluesky"); });
  };
  end(5);  // it does not listen
  EXPECT_TRUE(listened(0).empty());
  begin(here, 10);
  begin(here, 15);  // it does already
  begin(elsewhere, 12);
  EXPECT_EQ(listened(0), (std::vector{StreamListening{here, sample::at(10), {}}}));
  EXPECT_EQ(listening().size(), 2U);
  end(20);
  EXPECT_EQ(listening(), (std::vector{StreamListening{elsewhere, sample::at(12), {}}}));
  begin(here, 30);
  const StreamListening first{here, sample::at(10), sample::at(20)};
  EXPECT_EQ(listened(0), (std::vector{first, StreamListening{here, sample::at(30), {}}}));
  EXPECT_EQ(listened(21), (std::vector{StreamListening{here, sample::at(30), {}}}));
  // One that ends where it began goes on.
  end(30);
  begin(here, 30);
  EXPECT_EQ(listened(0), (std::vector{first, StreamListening{here, sample::at(30), {}}}));
  EXPECT_TRUE(read([&](Unit& unit) {
                return unit.streams().listened(here, "mastodon", sample::at(0));
              }).empty());
}

TEST_P(StoreContract, KnowsInWhichWorkspacesAPostOrAnAccountIs) {
  Post first = sample::post(here, 1);
  first.native_id = "at://one";
  Post second = sample::post(here, 2);
  second.native_id = "at://two";
  Post other = sample::post(elsewhere, 3);
  other.native_id = "at://one";
  Account account = sample::account(here, 1);
  account.native_id = "did:plc:ana";
  write([&](Unit& unit) -> Result<Done> {
    for (const Post& each : {first, second, other}) RAPPORT_TRY(unit.posts().add(each));
    return unit.people().add_account(account);
  });
  const auto posts = read([&](Unit& unit) {
    return unit.streams().posts(first.network, {"at://one", "at://three"});
  });
  ASSERT_EQ(posts.size(), 2U);
  for (const KnownThing& each : posts) EXPECT_EQ(each.native_id, "at://one");
  EXPECT_NE(posts[0].workspace, posts[1].workspace);
  const auto accounts = read([&](Unit& unit) {
    return unit.streams().accounts(account.network, {"did:plc:ana", "did:plc:ben"});
  });
  ASSERT_EQ(accounts.size(), 1U);
  EXPECT_EQ(accounts[0].workspace, here);
  EXPECT_TRUE(
      read([&](Unit& unit) { return unit.streams().posts("elsewhere", {"at://one"}); }).empty());
}

}  // namespace
}  // namespace rapport
