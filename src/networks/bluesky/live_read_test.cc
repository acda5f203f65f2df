// Threads and profiles as a real network shows them.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "networks/bluesky/names.h"
#include "networks/bluesky/testing/live_world.h"

namespace rapport {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

TEST_F(BlueskyLive, ReadsAThreadWithItsContextEditsAndDeletions) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "my order never came");
  const auto ours = brand_->reply(root, root, "Which street is it?");
  const auto street = ana_->reply(root, ours, "Quay Street");
  const auto aside = ana_->reply(root, root, "And it was cold last time.");
  const std::vector<std::string> known = {uri_of(root), uri_of(ours), uri_of(street),
                                          uri_of(aside)};

  Thread thread;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(street), known);
    if (read) thread = *read;
    // The AppView counts answers a moment before or after it shows them.
    return thread.posts.size() == 4 && thread.complete &&
           find(thread.posts, uri_of(root))->replies == 2;
  }));
  EXPECT_TRUE(thread.deleted.empty());
  EXPECT_EQ(find(thread.posts, uri_of(aside))->parent_native_id, uri_of(root));
  EXPECT_EQ(find(thread.posts, uri_of(root))->replies, 2);

  // An edit is the same record with other words.
  const std::string key(bluesky::parse_at_uri(known[3])->rkey);
  const auto edited = ana_->put(
      bluesky::kPostCollection,
      {{"text", "And it was burnt last time."}, {"reply", {{"root", root}, {"parent", root}}}},
      key);
  EXPECT_EQ(uri_of(edited), uri_of(aside));
  ana_->remove(street);
  ASSERT_TRUE(soon([&] {
    thread = *connector->thread(uri_of(root), known);
    const auto* post = find(thread.posts, uri_of(aside));
    return thread.deleted.size() == 1 && post != nullptr && post->revision == cid_of(edited);
  }));
  EXPECT_EQ(thread.deleted, std::vector{uri_of(street)});
  EXPECT_EQ(find(thread.posts, uri_of(aside))->text, "And it was burnt last time.");

  // The root goes, the answers stay.
  ana_->remove(root);
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(root), known);
    return read && read->deleted.size() == 2 && read->posts.size() == 2;
  }));
  brand_->remove(ours);
  ana_->remove(aside);
  ASSERT_TRUE(soon([&] {
    const auto read = connector->thread(uri_of(root), known);
    return !read && read.error().kind == ErrorKind::kNotFound;
  }));
}

TEST_F(BlueskyLive, AFreshAnswerIsNotTakenForADeletedOne) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "hello?");
  ASSERT_TRUE(soon([&] { return connector->thread(uri_of(root), {}).has_value(); }));
  auto reply = act(ActKind::kReply, "Hello!", root);
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message;
  // The views may not have it yet; the record stands all the same.
  const auto thread = connector->thread(uri_of(root), {uri_of(root), sent->native_id});
  ASSERT_TRUE(thread);
  EXPECT_TRUE(thread->deleted.empty());
}

TEST_F(BlueskyLive, ReadsAThreadOfSixHundredAnswers) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "roll call");
  constexpr int kAnswers = 600;
  // A chain of 450 that is deeper than one answer goes, and the rest side by side.
  json::object parent = root;
  for (int i = 0; i < 450; ++i) parent = ana_->reply(root, parent, std::to_string(i));
  for (int i = 450; i < kAnswers; ++i) ana_->reply(root, root, std::to_string(i));
  Thread thread;
  const int before = transport_.sent;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(root), {});
    if (read) thread = std::move(*read);
    return thread.posts.size() == kAnswers + 1;
  })) << thread.posts.size();
  EXPECT_TRUE(thread.complete);
  std::cout << "[ measured ] " << thread.posts.size() << " posts, " << transport_.sent - before
            << " requests in all tries\n";
}

TEST_F(BlueskyLive, FollowsAHandleThatChanges) {
  const auto connector = open();
  const auto mention = ana_->mention(*brand_, "old name");
  ASSERT_TRUE(soon([&] { return connector->thread(uri_of(mention), {}).has_value(); }));
  const std::string other = "n" + tag_ + ".test";
  ana_->call("com.atproto.identity.updateHandle", {{"handle", other}});
  ASSERT_TRUE(soon([&] { return connector->profile(ana_->did)->handle == other; }));
  const auto heard = connector->hear("notifications", "", clock_.now() - 1h);
  ASSERT_TRUE(heard);
  EXPECT_EQ(find(heard->posts, uri_of(mention))->author.handle, other);
  // Ours: our own server knows at once.
  const std::string ours = "o" + tag_ + ".test";
  brand_->call("com.atproto.identity.updateHandle", {{"handle", ours}});
  EXPECT_EQ(connector->profile(brand_->did)->handle, ours);
}

TEST_F(BlueskyLive, SaysWhoIsAwayAndHearsThemAgain) {
  const auto connector = open();
  const auto said = ana_->mention(*brand_, "goodbye for now");
  const auto ours = brand_->reply(said, said, "Take care.");
  const std::vector<std::string> known = {uri_of(said), uri_of(ours)};
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(uri_of(said), known);
    return thread && thread->posts.size() == 2;
  }));
  const auto away_as = [&](AccountStanding standing) {
    return soon([&] {
      const auto profile = connector->profile(ana_->did);
      const auto thread = connector->thread(uri_of(said), known);
      return profile && profile->standing == standing && thread && thread->away.size() == 1 &&
             thread->away[0].standing == standing && thread->deleted == std::vector{uri_of(said)};
    });
  };
  const auto back = [&] {
    return soon([&] {
      const auto profile = connector->profile(ana_->did);
      const auto thread = connector->thread(uri_of(said), known);
      return profile && profile->standing == AccountStanding::kActive && thread &&
             thread->posts.size() == 2 && thread->away.empty() && thread->deleted.empty();
    });
  };
  ana_->call("com.atproto.server.deactivateAccount", json::object{});
  EXPECT_TRUE(away_as(AccountStanding::kDeactivated));
  ana_->ask("com.atproto.server.activateAccount");
  EXPECT_TRUE(back());
  take_down(*ana_, true);
  EXPECT_TRUE(away_as(AccountStanding::kSuspended));
  take_down(*ana_, false);
  EXPECT_TRUE(back());
}

}  // namespace
}  // namespace rapport
