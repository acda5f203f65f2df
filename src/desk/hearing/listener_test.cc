#include "desk/hearing/listener.h"

#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class ListenerTest : public DeskTest {
 protected:
  std::unique_ptr<Listener> make() {
    return std::make_unique<Listener>(store(), connectors, filing, clock, ListenerSettings{},
                                      channel.workspace, channel.id);
  }
  Heard heard(std::vector<NetworkPost> posts) {
    Heard made;
    made.posts = std::move(posts);
    made.cursor = "next";
    made.read_from = clock.now() - std::chrono::seconds{10};
    made.read_to = clock.now();
    return made;
  }
  Channel stored() {
    return *store().read(
        [&](Unit& unit) { return unit.channels().find(channel.workspace, channel.id); });
  }
  CoverageSource source(const std::string& name) {
    return *store().read(
        [&](Unit& unit) { return unit.channels().source(channel.workspace, channel.id, name); });
  }
};

TEST_F(ListenerTest, ReadsSourcesThreadsAndProfiles) {
  network->hears["notifications"].push_back(heard({said("ana", "q", "@us hello", "root")}));
  network->threads["root"] =
      Thread{{said("cleo", "root", "Which coffee?"), said("ana", "q", "@us hello", "root"),
              said("ben", "b", "me too", "q", "root")},
             {},
             true};
  const auto round = make()->tick();
  EXPECT_EQ(round.filed.new_posts, 3);
  EXPECT_FALSE(round.stop);
  EXPECT_EQ(conversation_of("b").people, 3);
  auto ana = store().read([&](Unit& unit) {
    return unit.people().account_by_native_id(channel.workspace, "fake", "ana");
  });
  EXPECT_EQ((*ana)->bio, "a bio");
}

TEST_F(ListenerTest, PagesUntilThereIsNoMore) {
  auto first = heard({said("ana", "one", "@us one")});
  first.more = true;
  network->hears["notifications"].push_back(first);
  network->hears["notifications"].push_back(heard({said("ben", "two", "@us two")}));
  EXPECT_EQ(make()->tick().filed.new_posts, 2);
}

TEST_F(ListenerTest, TroubleIsShownAndPassesAgain) {
  network->hears["notifications"].push_back(unavailable("The network cannot be reached."));
  auto one = make();
  const auto round = one->tick();
  EXPECT_FALSE(round.stop);
  EXPECT_EQ(stored().state, ChannelState::kConnected);
  EXPECT_EQ(stored().error, "The network cannot be reached.");
  EXPECT_EQ(source("notifications").last_error, "The network cannot be reached.");

  one->tick();
  EXPECT_EQ(stored().error, "");
  EXPECT_EQ(source("notifications").last_error, "");
}

TEST_F(ListenerTest, PausesGrowWhileTheNetworkIsDown) {
  auto one = make();
  std::chrono::milliseconds last{0};
  for (int i = 0; i < 12; ++i) {
    network->hears["notifications"].push_back(unavailable("down"));
    last = one->tick().next;
    EXPECT_LE(last, std::chrono::seconds{300});
  }
  EXPECT_GE(last, std::chrono::seconds{150});
  EXPECT_EQ(one->tick().next, ListenerSettings{}.interval);
}

TEST_F(ListenerTest, OnlyARealRefusalAsksToReconnect) {
  network->hears["notifications"].push_back(fail(ErrorKind::kTooMany, "slower, please"));
  auto one = make();
  one->tick();
  EXPECT_EQ(stored().state, ChannelState::kConnected);
  network->hears["notifications"].push_back(
      fail(ErrorKind::kUnauthorized, "Bluesky does not accept the app password any more."));
  EXPECT_TRUE(one->tick().stop);
  EXPECT_EQ(stored().state, ChannelState::kReconnect);
  EXPECT_EQ(stored().error, "Bluesky does not accept the app password any more.");
}

TEST_F(ListenerTest, OpenThreadsAreReadAgainForEditsAndDeletions) {
  network->hears["notifications"].push_back(heard({said("ana", "q", "@us hello")}));
  network->threads["q"] = Thread{{said("ana", "q", "@us hello")}, {}, true};
  auto one = make();
  one->tick();

  auto edited = said("ana", "q", "@us hello there");
  edited.revision = "2";
  network->threads["q"] = Thread{{edited}, {}, true};
  one->tick();
  EXPECT_EQ(post_named("q").text, "@us hello") << "it was read a moment ago";
  clock.advance(std::chrono::minutes{5});
  one->tick();
  EXPECT_EQ(post_named("q").text, "@us hello there");

  network->threads.erase("q");
  clock.advance(std::chrono::minutes{5});
  one->tick();
  EXPECT_TRUE(post_named("q").deleted_at) << "the whole thread is gone";
}

TEST_F(ListenerTest, OneThreadThatFailsHoldsUpNoOther) {
  class Broken final : public Connector {
   public:
    explicit Broken(FakeNetwork& whole) : whole_(whole) {}
    std::vector<std::string> sources() const override { return whole_.sources(); }
    Limits limits() const override { return {}; }
    Result<Heard> hear(std::string_view s, std::string_view c, Time t) override {
      return whole_.hear(s, c, t);
    }
    Result<Thread> thread(std::string_view id, const std::vector<std::string>& known) override {
      if (id == "bad") return unavailable("a 500, every time");
      return whole_.thread(id, known);
    }
    Result<NetworkAccount> profile(std::string_view id) override { return whole_.profile(id); }
    Result<Sent> send(const Outgoing& act) override { return whole_.send(act); }
    Result<std::optional<Sent>> look_up(const Outgoing& act) override {
      return whole_.look_up(act);
    }

   private:
    FakeNetwork& whole_;
  };
  connectors.put(channel.id, std::make_shared<Broken>(*network));
  network->hears["notifications"].push_back(
      heard({said("ana", "bad", "@us one"), said("ben", "good", "@us two")}));
  network->threads["good"] =
      Thread{{said("ben", "good", "@us two"), said("cleo", "c", "same", "good")}, {}, true};
  const auto round = make()->tick();
  EXPECT_EQ(round.next, ListenerSettings{}.interval);
  EXPECT_EQ(conversation_of("good").posts, 2);
  EXPECT_EQ(stored().error, "");
}

TEST_F(ListenerTest, GoingSlowlyIsSaidInCoverageAndIsNoTroubleOfTheChannel) {
  Error slower{ErrorKind::kTooMany, "We read more slowly for a while.", {}, {}, {}};
  slower.retry_after_seconds = 40;
  network->hears["notifications"].push_back(fail(slower));
  auto one = make();
  const auto round = one->tick();
  EXPECT_TRUE(round.failed);
  EXPECT_GE(round.next, std::chrono::seconds{40});
  EXPECT_LE(round.next, std::chrono::seconds{44});
  EXPECT_EQ(stored().error, "");
  EXPECT_EQ(source("notifications").last_error, "We read more slowly for a while.");
  one->tick();
  EXPECT_EQ(source("notifications").last_error, "");
}

TEST_F(ListenerTest, FollowsOurOwnHandle) {
  auto one = make();
  one->tick();
  const std::string before = stored().handle;
  network->profiles["us"] = NetworkAccount{};
  network->profiles["us"].native_id = channel.native_id;
  network->profiles["us"].handle = "us.renamed.example";
  one->tick();
  EXPECT_EQ(stored().handle, before) << "it was read a moment ago";
  clock.advance(std::chrono::minutes{31});
  one->tick();
  EXPECT_EQ(stored().handle, "us.renamed.example");
  EXPECT_EQ(stored().state, ChannelState::kConnected);
}

TEST_F(ListenerTest, OurOwnAccountSuspendedAsksToReconnectInTrueWords) {
  network->profiles["us"] = NetworkAccount{};
  network->profiles["us"].native_id = channel.native_id;
  network->profiles["us"].standing = AccountStanding::kSuspended;
  EXPECT_TRUE(make()->tick().stop);
  EXPECT_EQ(stored().state, ChannelState::kReconnect);
  EXPECT_NE(stored().error.find("suspended"), std::string::npos) << stored().error;
}

TEST_F(ListenerTest, WhatSomebodySaidComesBackWithThem) {
  network->hears["notifications"].push_back(heard({said("ana", "q", "@us hello")}));
  network->threads["q"] = Thread{{said("ana", "q", "@us hello")}, {}, true};
  auto one = make();
  one->tick();

  NetworkAccount away;
  away.native_id = "ana";
  away.standing = AccountStanding::kDeactivated;
  Thread without{{}, {"q"}, false};
  without.away = {away};
  network->threads["q"] = without;
  one->read_soon("q");
  one->tick();
  EXPECT_TRUE(post_named("q").deleted_at);
  EXPECT_EQ(post_named("q").text, "");
  const auto ana = [&] {
    return **store().read([&](Unit& unit) {
      return unit.people().account_by_native_id(channel.workspace, "fake", "ana");
    });
  };
  EXPECT_EQ(ana().standing, AccountStanding::kDeactivated);

  clock.advance(std::chrono::minutes{5});
  network->threads["q"] = Thread{{said("ana", "q", "@us hello")}, {}, true};
  network->profiles["ana"] = said("ana", "q", "").author;
  network->profiles["ana"].standing = AccountStanding::kActive;
  one->meet_soon("ana");  // somebody opens her card
  one->tick();
  one->tick();
  EXPECT_EQ(ana().standing, AccountStanding::kActive);
  EXPECT_FALSE(post_named("q").deleted_at);
  EXPECT_EQ(post_named("q").text, "@us hello");
}

TEST_F(ListenerTest, LeavesASourceAloneAsLongAsItAsks) {
  auto rests = heard({said("ana", "one", "one")});
  rests.next_in = std::chrono::minutes{20};
  network->hears["notifications"].push_back(rests);
  auto also = heard({});
  also.next_in = std::chrono::minutes{30};
  network->hears["own_posts"].push_back(also);
  auto one = make();
  EXPECT_EQ(one->tick().next, std::chrono::minutes{20});
  // Asked for nothing, it changes nothing.
  const auto before = source("notifications");
  Heard idle;
  idle.idle = true;
  idle.next_in = std::chrono::hours{5};
  network->hears["notifications"].push_back(idle);
  network->hears["own_posts"].push_back(idle);
  clock.advance(std::chrono::minutes{1});
  EXPECT_EQ(one->tick().next, std::chrono::hours{1}) << "but never longer than this";
  EXPECT_EQ(source("notifications").cursor, before.cursor);
  EXPECT_EQ(source("notifications").read_to, before.read_to);
  // One that asks for nothing of the kind sets the pace.
  network->hears["notifications"].push_back(idle);
  network->hears["own_posts"].push_back(heard({}));
  EXPECT_EQ(one->tick().next, ListenerSettings{}.interval);
}

}  // namespace
}  // namespace rapport
