#include "networks/sandbox/sandbox.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "networks/registry.h"
#include "networks/sandbox/story_data.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

const Time kSeeded = *parse_time("2026-03-04T10:00:00Z");

class SandboxTest : public testing::Test {
 protected:
  SandboxTest() {
    folder_ = std::filesystem::temp_directory_path() /
              ("rapport-sandbox-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    start();
  }
  ~SandboxTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path journal() const { return folder_ / "sandbox.jsonl"; }

  void start() {
    connector_.reset();
    sandbox_.reset();
    auto story = parse_story(demo_story());
    ASSERT_TRUE(story) << story.error().cause;
    auto opened = Sandbox::open(journal(), std::move(*story), clock_);
    ASSERT_TRUE(opened) << opened.error().message << opened.error().cause;
    sandbox_ = std::move(*opened);
    connector_ = make_sandbox_connector(sandbox_);
  }

  // Everything `source` has to tell after `cursor`, which is moved on.
  Heard hear_all(std::string_view source, std::string& cursor, Time since = kSeeded - 30 * 24h) {
    Heard all;
    for (;;) {
      auto heard = connector_->hear(source, cursor, since);
      if (!heard) {
        ADD_FAILURE() << heard.error().message;
        return all;
      }
      cursor = heard->cursor;
      all.posts.insert(all.posts.end(), heard->posts.begin(), heard->posts.end());
      all.interactions.insert(all.interactions.end(), heard->interactions.begin(),
                              heard->interactions.end());
      all.deleted.insert(all.deleted.end(), heard->deleted.begin(), heard->deleted.end());
      all.read_to = heard->read_to;
      if (!heard->more) return all;
    }
  }

  static std::vector<std::string> ids(const std::vector<NetworkPost>& posts) {
    std::vector<std::string> out;
    for (const auto& post : posts) out.push_back(post.native_id);
    return out;
  }

  Outgoing reply(const std::string& to, const std::string& key,
                 const std::string& text = "Hello.") {
    Outgoing act;
    act.kind = ActKind::kReply;
    act.record_key = key;
    act.created_at = clock_.now();
    act.text = text;
    act.langs = {"en"};
    act.target_native_id = sandbox_post_id(to);
    return act;
  }

  Outgoing act(ActKind kind, const std::string& target, const std::string& key = "") {
    Outgoing act;
    act.kind = kind;
    act.record_key = key;
    act.created_at = clock_.now();
    act.target_native_id = target;
    return act;
  }

  std::map<std::string, NetworkPost> thread_of(const std::string& story_id) {
    std::map<std::string, NetworkPost> posts;
    auto thread = connector_->thread(sandbox_post_id(story_id), {});
    if (!thread) return posts;
    for (auto& post : thread->posts) posts[post.native_id] = std::move(post);
    return posts;
  }

  std::filesystem::path folder_;
  HandClock clock_{kSeeded};
  std::shared_ptr<Sandbox> sandbox_;
  std::unique_ptr<Connector> connector_;
};

TEST_F(SandboxTest, NotificationsTellWhatConcernsTheBrandOnceAndInOrder) {
  std::string cursor;
  const auto heard = hear_all("notifications", cursor);
  EXPECT_GE(heard.posts.size(), 80U);
  EXPECT_GE(heard.interactions.size(), 80U);
  EXPECT_EQ(heard.read_to, kSeeded);

  std::set<std::string> once;
  std::vector<std::string> twice;
  Time before{};
  for (const auto& post : heard.posts) {
    EXPECT_TRUE(post.addressed) << post.native_id;
    EXPECT_NE(post.author.handle, "ottersby.example");
    EXPECT_THAT(post.url, IsEmpty());
    if (!once.insert(post.native_id).second) {
      twice.push_back(post.native_id);
      continue;
    }
    EXPECT_GE(*post.indexed_at, before);
    before = *post.indexed_at;
  }
  EXPECT_THAT(twice,
              testing::UnorderedElementsAre(sandbox_post_id("rum"), sandbox_post_id("mango")))
      << "only what was edited";
  const auto again = hear_all("notifications", cursor);
  EXPECT_THAT(again.posts, IsEmpty());
  EXPECT_THAT(again.interactions, IsEmpty());
}

TEST_F(SandboxTest, ReadsBackToWhereItIsAsked) {
  std::string cursor;
  const auto heard = hear_all("notifications", cursor, kSeeded - 1h);
  EXPECT_FALSE(heard.posts.empty());
  for (const auto& post : heard.posts) EXPECT_GE(post.created_at, kSeeded - 1h);
}

TEST_F(SandboxTest, ATalkAmongOthersIsNotNotifiedButStandsInTheThread) {
  std::string cursor;
  const auto heard = ids(hear_all("notifications", cursor).posts);
  EXPECT_THAT(heard, Contains(sandbox_post_id("hill")));
  EXPECT_THAT(heard, Not(Contains(sandbox_post_id("hill-theo"))));
  EXPECT_THAT(heard, Not(Contains(sandbox_post_id("untagged1"))));
  EXPECT_TRUE(thread_of("hill").contains(sandbox_post_id("hill-theo")));
}

TEST_F(SandboxTest, AThreadIsATreeUnderOneRoot) {
  const auto posts = thread_of("hill-marta-6");  // asked for in its middle
  EXPECT_GE(posts.size(), 30U);
  std::set<std::string> people;
  for (const auto& [id, post] : posts) {
    people.insert(post.author.handle);
    EXPECT_EQ(post.root_native_id, sandbox_post_id("hill"));
    if (id == post.root_native_id) {
      EXPECT_THAT(post.parent_native_id, IsEmpty());
      EXPECT_EQ(post.kind, PostKind::kPost);
    } else {
      ASSERT_TRUE(posts.contains(post.parent_native_id)) << id;
      EXPECT_LE(posts.at(post.parent_native_id).created_at, post.created_at);
      EXPECT_EQ(post.kind, PostKind::kReply);
    }
  }
  EXPECT_GE(people.size(), 20U);
  EXPECT_EQ(posts.at(sandbox_post_id("hill-wilf")).replies, 1);
}

TEST_F(SandboxTest, AQuoteShowsWhatItQuotes) {
  const auto posts = thread_of("quote-noor");
  const auto& quote = posts.at(sandbox_post_id("quote-noor"));
  EXPECT_EQ(quote.kind, PostKind::kQuote);
  EXPECT_EQ(quote.root_native_id, quote.native_id);
  ASSERT_TRUE(quote.quoted);
  EXPECT_EQ(quote.quoted->native_id, sandbox_post_id("launch"));
  EXPECT_EQ(quote.quoted->author_handle, "ottersby.example");
  EXPECT_TRUE(quote.addressed);
}

TEST_F(SandboxTest, MentionsPicturesAndAvatarsAreWhole) {
  const auto posts = thread_of("hill");
  const auto& post = posts.at(sandbox_post_id("hill"));
  ASSERT_EQ(post.entities.size(), 1U);
  EXPECT_EQ(post.entities[0].value, sandbox_account_id("ottersby.example"));
  EXPECT_EQ(post.text.substr(post.entities[0].begin, post.entities[0].end - post.entities[0].begin),
            "@ottersby.example");
  ASSERT_EQ(post.media.size(), 1U);
  EXPECT_THAT(post.media[0].url, testing::StartsWith("data:image/svg+xml,%3Csvg"));
  EXPECT_THAT(post.author.avatar_url, testing::StartsWith("data:image/svg+xml,%3Csvg"));
  EXPECT_THAT(post.media[0].url, Not(testing::HasSubstr("'")));
}

TEST_F(SandboxTest, ProfilesAreWhole) {
  auto marta = connector_->profile(sandbox_account_id("marta.example"));
  ASSERT_TRUE(marta);
  EXPECT_TRUE(marta->whole_profile);
  EXPECT_EQ(marta->name, "Marta Kowalczyk");
  EXPECT_THAT(marta->bio, testing::HasSubstr("Night nurse"));
  EXPECT_LT(*marta->joined_at, kSeeded - 365 * 24h);
  EXPECT_FALSE(*marta->follows_us);
  EXPECT_TRUE(*connector_->profile(sandbox_account_id("bram.example"))->follows_us);
  EXPECT_EQ(connector_->profile("sandbox:account:nobody").error().kind, ErrorKind::kNotFound);
}

TEST_F(SandboxTest, OneRecordKeyLeavesOneReply) {
  const auto first = connector_->send(reply("a11y", "k1", "The third one, Nadia."));
  ASSERT_TRUE(first) << first.error().message;
  const auto second = connector_->send(reply("a11y", "k1", "The third one, Nadia."));
  ASSERT_TRUE(second);
  EXPECT_EQ(first->native_id, second->native_id);

  std::string cursor;
  const auto own = ids(hear_all("own_posts", cursor).posts);
  EXPECT_EQ(std::count(own.begin(), own.end(), first->native_id), 1);
  const auto posts = thread_of("a11y");
  ASSERT_TRUE(posts.contains(first->native_id));
  EXPECT_EQ(posts.at(first->native_id).parent_native_id, sandbox_post_id("a11y"));
}

TEST_F(SandboxTest, ManyAtOnceWithOneKeyLeaveOneReply) {
  std::vector<std::thread> senders;
  for (int i = 0; i < 8; ++i) {
    senders.emplace_back([&] { EXPECT_TRUE(connector_->send(reply("screws", "k1"))); });
  }
  for (auto& sender : senders) sender.join();
  EXPECT_EQ(thread_of("screws").size(), 2U);
}

TEST_F(SandboxTest, LooksUpWhatStandsAndOnlyThat) {
  const auto act = reply("roue", "k1");
  ASSERT_TRUE(connector_->look_up(act));
  EXPECT_FALSE(connector_->look_up(act)->has_value());
  const auto sent = connector_->send(act);
  ASSERT_TRUE(connector_->look_up(act)->has_value());
  EXPECT_EQ(connector_->look_up(act)->value().native_id, sent->native_id);

  ASSERT_TRUE(connector_->send(this->act(ActKind::kDelete, sent->native_id)));
  EXPECT_FALSE(connector_->look_up(act)->has_value());
  EXPECT_TRUE(connector_->look_up(this->act(ActKind::kDelete, sent->native_id))->has_value());
}

TEST_F(SandboxTest, ARestartShowsTheSameWorld) {
  ASSERT_TRUE(connector_->send(reply("kodomo", "k1", "はい、あります。")));
  ASSERT_TRUE(connector_->send(act(ActKind::kLike, sandbox_post_id("canal"), "k2")));
  clock_.advance(50s);
  std::string cursor;
  const auto before = hear_all("notifications", cursor);
  const auto thread_before = thread_of("kodomo");

  start();
  EXPECT_EQ(sandbox_->seeded_at(), kSeeded);
  std::string fresh;
  EXPECT_EQ(ids(hear_all("notifications", fresh).posts), ids(before.posts));
  EXPECT_EQ(fresh, cursor);
  const auto thread_after = thread_of("kodomo");
  ASSERT_EQ(thread_after.size(), thread_before.size());
  for (const auto& [id, post] : thread_before) {
    EXPECT_EQ(thread_after.at(id).text, post.text);
    EXPECT_EQ(thread_after.at(id).created_at, post.created_at);
  }
  EXPECT_NE(thread_of("canal").at(sandbox_post_id("canal")).our_like, "");
  EXPECT_TRUE(connector_->look_up(reply("kodomo", "k1"))->has_value());
  ASSERT_TRUE(connector_->send(reply("kodomo", "k1")));
  EXPECT_EQ(thread_of("kodomo").size(), thread_before.size());
}

TEST_F(SandboxTest, ATornLastLineWasNeverAnswered) {
  ASSERT_TRUE(connector_->send(reply("press", "k1")));
  connector_.reset();
  sandbox_.reset();
  std::ofstream(journal(), std::ios::app) << R"({"act":"reply","key":"k2","at":"2026-)";
  start();
  EXPECT_TRUE(connector_->look_up(reply("press", "k1"))->has_value());
  EXPECT_FALSE(connector_->look_up(reply("press", "k2"))->has_value());
  ASSERT_TRUE(connector_->send(reply("press", "k2")));
  start();
  EXPECT_TRUE(connector_->look_up(reply("press", "k2"))->has_value());
}

TEST_F(SandboxTest, ADamagedLineIsToldAndNotSkipped) {
  connector_.reset();
  sandbox_.reset();
  std::ofstream(journal(), std::ios::app) << "what is this\n";
  const auto opened = Sandbox::open(journal(), *parse_story(demo_story()), clock_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::kInternal);
}

TEST_F(SandboxTest, OnlyOneMayHaveItOpen) {
  const auto second = Sandbox::open(journal(), *parse_story(demo_story()), clock_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::kConflict);
}

TEST_F(SandboxTest, APersonComesBackToAnAnswerOnce) {
  std::string cursor;
  hear_all("notifications", cursor);
  clock_.advance(10min);
  hear_all("notifications", cursor);
  const auto sent = connector_->send(reply("yesno", "k1", "It is a zero. Not tomorrow, Hannah."));
  ASSERT_TRUE(sent);
  clock_.advance(24s);
  EXPECT_THAT(hear_all("notifications", cursor).posts, IsEmpty());
  clock_.advance(1s);
  const auto heard = hear_all("notifications", cursor);
  ASSERT_EQ(heard.posts.size(), 1U);
  EXPECT_EQ(heard.posts[0].author.handle, "hannah-two.example");
  EXPECT_EQ(heard.posts[0].parent_native_id, sent->native_id);
  EXPECT_EQ(heard.posts[0].root_native_id, sandbox_post_id("yesno"));

  ASSERT_TRUE(connector_->send(reply("yesno", "k2", "And the new one is on its way.")));
  clock_.advance(1min);
  EXPECT_THAT(hear_all("notifications", cursor).posts, IsEmpty());
}

TEST_F(SandboxTest, NobodyComesBackToAnAnswerThatWasTakenAway) {
  const auto sent = connector_->send(reply("yesno", "k1"));
  clock_.advance(5s);
  ASSERT_TRUE(connector_->send(act(ActKind::kDelete, sent->native_id)));
  clock_.advance(5min);
  EXPECT_FALSE(thread_of("yesno").contains("sandbox:followup:yesno"));
}

TEST_F(SandboxTest, PeopleArriveWhileTheDemoRuns) {
  std::string cursor;
  hear_all("notifications", cursor);
  clock_.advance(14s);
  EXPECT_THAT(hear_all("notifications", cursor).posts, IsEmpty());
  EXPECT_EQ(connector_->send(reply("live-zoya", "k0")).error().kind, ErrorKind::kNotFound);
  clock_.advance(1s);
  EXPECT_THAT(ids(hear_all("notifications", cursor).posts),
              testing::ElementsAre(sandbox_post_id("live-zoya")));
  clock_.advance(1h);
  EXPECT_GE(hear_all("notifications", cursor).posts.size(), 5U);
  EXPECT_TRUE(thread_of("a11y").contains(sandbox_post_id("live-max")));
}

TEST_F(SandboxTest, ADeletionIsHonoured) {
  std::string cursor;
  hear_all("notifications", cursor);
  EXPECT_TRUE(thread_of("made").contains(sandbox_post_id("made-rick")));
  clock_.advance(240s);
  EXPECT_THAT(hear_all("notifications", cursor).deleted,
              testing::ElementsAre(sandbox_post_id("made-rick")));
  EXPECT_FALSE(thread_of("made").contains(sandbox_post_id("made-rick")));
  const auto thread = connector_->thread(sandbox_post_id("made"),
                                         {sandbox_post_id("made"), sandbox_post_id("made-rick")});
  EXPECT_THAT(thread->deleted, testing::ElementsAre(sandbox_post_id("made-rick")));
  EXPECT_EQ(connector_->send(reply("made-rick", "k1")).error().kind, ErrorKind::kNotFound);
}

TEST_F(SandboxTest, TheBrandDeletesItsOwnAndOnlyThat) {
  Outgoing post = act(ActKind::kPost, "", "k1");
  post.text = "Closed at four today: Gerald has a belt fitting.";
  const auto sent = connector_->send(post);
  ASSERT_TRUE(sent);
  std::string cursor;
  EXPECT_THAT(ids(hear_all("own_posts", cursor).posts), Contains(sent->native_id));

  ASSERT_TRUE(connector_->send(act(ActKind::kDelete, sent->native_id)));
  ASSERT_TRUE(connector_->send(act(ActKind::kDelete, sent->native_id)));
  EXPECT_THAT(hear_all("own_posts", cursor).deleted, testing::ElementsAre(sent->native_id));
  EXPECT_EQ(connector_->thread(sent->native_id, {}).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(connector_->send(act(ActKind::kDelete, sandbox_post_id("cumple"))).error().kind,
            ErrorKind::kForbidden);
}

TEST_F(SandboxTest, EachAccountOfTheBrandHearsAndActsForItself) {
  const StoryPerson& bench = sandbox_->story().accounts.at(0);
  auto bench_connector = make_sandbox_connector(sandbox_, &bench);
  const auto heard_by = [&](Connector& connector, std::string_view source) {
    auto heard = connector.hear(source, "", kSeeded - 30 * 24h);
    return heard ? ids(heard->posts) : std::vector<std::string>{};
  };
  const auto floss = sandbox_post_id("mend-floss");
  const auto zip = sandbox_post_id("mend-zip");
  EXPECT_THAT(
      heard_by(*bench_connector, "notifications"),
      testing::AllOf(Contains(floss), Contains(zip), Not(Contains(sandbox_post_id("cat")))));
  EXPECT_THAT(heard_by(*bench_connector, "own_posts"),
              testing::AllOf(Contains(sandbox_post_id("mend-hello")),
                             Not(Contains(sandbox_post_id("launch")))));
  std::string cursor;
  EXPECT_THAT(ids(hear_all("notifications", cursor).posts),
              testing::AllOf(Contains(zip), Not(Contains(floss))));

  const auto before = thread_of("mend-floss").at(floss).likes;
  ASSERT_TRUE(bench_connector->send(act(ActKind::kLike, floss, "b1")));
  ASSERT_TRUE(connector_->send(act(ActKind::kLike, floss, "b2")));
  ASSERT_TRUE(bench_connector->send(reply("mend-floss", "b3", "Floss is fine. Post it.")));
  bench_connector.reset();
  start();
  bench_connector = make_sandbox_connector(sandbox_, &sandbox_->story().accounts.at(0));
  const auto posts = thread_of("mend-floss");
  EXPECT_EQ(posts.at(floss).likes, before + 2);
  EXPECT_EQ(posts.at(floss).our_like, "sandbox:act:b2");
  EXPECT_EQ(posts.at("sandbox:act:b3").author.handle, "ottersby-mending.example");
  EXPECT_EQ(bench_connector->thread(floss, {})->posts.front().our_like, "sandbox:act:b1");

  // What the other one wrote is not one's own to delete.
  EXPECT_EQ(connector_->send(act(ActKind::kDelete, "sandbox:act:b3")).error().kind,
            ErrorKind::kForbidden);
  EXPECT_TRUE(bench_connector->send(act(ActKind::kDelete, "sandbox:act:b3")));
}

TEST_F(SandboxTest, APageSaysOfItselfWhatTheStoryKnows) {
  EXPECT_EQ(connector_->card("https://ottersby.example/care").title, "Looking after a bag");
  EXPECT_EQ(connector_->card("https://elsewhere.example/").title, "");
}

TEST_F(SandboxTest, LikesAndFollowsComeAndGo) {
  const auto canal = sandbox_post_id("canal");
  const auto before = thread_of("canal").at(canal).likes;
  const auto like = connector_->send(act(ActKind::kLike, canal, "k1"));
  ASSERT_TRUE(connector_->send(act(ActKind::kLike, canal, "k2")));
  EXPECT_EQ(thread_of("canal").at(canal).likes, before + 1);
  ASSERT_TRUE(connector_->send(act(ActKind::kUnlike, like->native_id)));
  EXPECT_EQ(thread_of("canal").at(canal).our_like, "sandbox:act:k2");
  ASSERT_TRUE(connector_->send(act(ActKind::kUnlike, "sandbox:act:k2")));
  EXPECT_EQ(thread_of("canal").at(canal).our_like, "");
  EXPECT_EQ(thread_of("canal").at(canal).likes, before);

  const auto ravi = sandbox_account_id("ravi-n.example");
  const auto follow = connector_->send(act(ActKind::kFollow, ravi, "k3"));
  EXPECT_EQ(*connector_->profile(ravi)->followed_by_us, follow->native_id);
  ASSERT_TRUE(connector_->send(act(ActKind::kUnfollow, follow->native_id)));
  EXPECT_EQ(*connector_->profile(ravi)->followed_by_us, "");
  EXPECT_EQ(connector_->send(act(ActKind::kFollow, sandbox_account_id("ottersby.example"), "k4"))
                .error()
                .kind,
            ErrorKind::kInvalid);
}

TEST_F(SandboxTest, WhatDoesNotFitIsRefusedInWords) {
  std::string long_text;
  for (int i = 0; i < 301; ++i) long_text += "é";
  const auto refused = connector_->send(reply("press", "k1", long_text));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid);
  EXPECT_THAT(refused.error().message, testing::HasSubstr("1 character too long"));
  EXPECT_FALSE(connector_->send(reply("press", "k1", " \n ")));
  EXPECT_FALSE(connector_->send(reply("press", "k1", "broken \xff")));
  EXPECT_FALSE(connector_->send(reply("press", "", "no key")));
  EXPECT_TRUE(connector_->send(reply("press", "k1", long_text.substr(0, 600))));
}

TEST_F(SandboxTest, AClockThatStepsBackHidesNothingWeSaid) {
  clock_.advance(1h);
  const auto sent = connector_->send(reply("press", "k1"));
  clock_.set(kSeeded - 24h);
  EXPECT_TRUE(thread_of("press").contains(sent->native_id));
  const auto next = connector_->send(reply("press", "k2"));
  ASSERT_TRUE(next);
  EXPECT_LT(*thread_of("press").at(sent->native_id).indexed_at,
            *thread_of("press").at(next->native_id).indexed_at);
}

TEST_F(SandboxTest, ARehearsalShowsTheMonthInItsOrder) {
  HandClock then(kSeeded - 4 * 24h);
  const auto rehearsal = make_sandbox_rehearsal(sandbox_, then);
  std::string cursor;
  std::size_t posts = 0;
  const auto hear = [&] {
    for (bool more = true; more;) {
      const auto heard = rehearsal->hear("notifications", cursor, kSeeded - 30 * 24h);
      ASSERT_TRUE(heard);
      cursor = heard->cursor;
      more = heard->more;
      posts += heard->posts.size();
      for (const auto& post : heard->posts) EXPECT_LE(post.created_at, then.now());
    }
  };
  hear();
  EXPECT_EQ(rehearsal->thread(sandbox_post_id("a11y"), {}).error().kind, ErrorKind::kNotFound);
  EXPECT_LT(rehearsal->thread(sandbox_post_id("hill"), {})->posts.size(), 30U);
  EXPECT_EQ(rehearsal->send(reply("hill", "k1")).error().kind, ErrorKind::kForbidden);
  while (then.now() < kSeeded) {
    then.advance(6h);
    hear();
  }
  std::string straight;
  EXPECT_EQ(posts, hear_all("notifications", straight).posts.size());
  EXPECT_EQ(cursor, straight);
}

TEST_F(SandboxTest, APostWordedAnewIsToldAgainWithItsNewWords) {
  HandClock then{kSeeded - 17'200min};
  const auto rehearsal = make_sandbox_rehearsal(sandbox_, then);
  std::string cursor;
  const auto rumour = [&](const Heard& heard) -> const NetworkPost* {
    for (const auto& post : heard.posts) {
      if (post.native_id == sandbox_post_id("rum")) return &post;
    }
    return nullptr;
  };
  const auto first = rehearsal->hear("notifications", cursor, then.now() - 2h);
  ASSERT_TRUE(first);
  ASSERT_TRUE(rumour(*first));
  EXPECT_EQ(rumour(*first)->revision, "1");
  EXPECT_THAT(rumour(*first)->text, testing::StartsWith("Hearing from two people"));

  then.advance(100min);
  const auto second = rehearsal->hear("notifications", first->cursor, then.now() - 2h);
  ASSERT_TRUE(second);
  ASSERT_TRUE(rumour(*second));
  EXPECT_EQ(rumour(*second)->revision, "2");
  EXPECT_THAT(rumour(*second)->text, testing::StartsWith("FALSE."));
}

TEST_F(SandboxTest, APostThatWasHeldUpIsToldWhenItArrives) {
  HandClock then{kSeeded - 25'000min};
  const auto rehearsal = make_sandbox_rehearsal(sandbox_, then);
  const auto field = sandbox_post_id("field");
  EXPECT_FALSE(rehearsal->thread(field, {}));
  const auto before = rehearsal->hear("notifications", "", then.now() - 48h);
  ASSERT_TRUE(before);
  EXPECT_THAT(ids(before->posts), Not(Contains(field)));

  then.set(kSeeded - 23'450min);
  const auto after = rehearsal->hear("notifications", before->cursor, then.now() - 48h);
  ASSERT_TRUE(after);
  for (const auto& post : after->posts) {
    if (post.native_id != field) continue;
    EXPECT_GE(*post.indexed_at - post.created_at, 48h);
  }
  EXPECT_THAT(ids(after->posts), Contains(field));
}

TEST_F(SandboxTest, IsConnectedAsTheBrandAlone) {
  const auto network = make_sandbox_network(sandbox_);
  const auto connected = network->connect({.handle = "", .app_password = "", .service = ""});
  ASSERT_TRUE(connected);
  EXPECT_EQ(connected->account.handle, "ottersby.example");
  EXPECT_EQ(connected->service, "Sandbox");
  EXPECT_EQ(network->connect({.handle = "marta.example", .app_password = "", .service = ""})
                .error()
                .field,
            "handle");

  Channel channel;
  channel.native_id = connected->account.native_id;
  auto opened = network->open(channel, {});
  ASSERT_TRUE(opened);
  EXPECT_TRUE((*opened)->profile(channel.native_id));
  channel.native_id = "sandbox:account:marta.example";
  EXPECT_FALSE(network->open(channel, {}));
}

TEST_F(SandboxTest, ACursorItDidNotMakeReadsFromTheBeginning) {
  const auto heard = connector_->hear("notifications", "not a cursor", kSeeded - 24h);
  ASSERT_TRUE(heard);
  EXPECT_FALSE(heard->posts.empty());
  EXPECT_EQ(heard->read_from, kSeeded - 24h);
  EXPECT_EQ(connector_->hear("firehose", "", kSeeded).error().kind, ErrorKind::kInvalid);
}

TEST_F(SandboxTest, QuotesAndRepostsStandAndCanBeTakenBack) {
  auto quote = act(ActKind::kQuote, sandbox_post_id("tierarzt"), "q1");
  quote.text = "A lamb!";
  const auto sent = connector_->send(quote);
  ASSERT_TRUE(sent) << sent.error().message;
  auto repost = act(ActKind::kRepost, sandbox_post_id("tierarzt"), "r1");
  const auto reposted = connector_->send(repost);
  ASSERT_TRUE(reposted);
  start();  // a restart shows the same world
  const auto thread = connector_->thread(sent->native_id, {});
  ASSERT_TRUE(thread);
  ASSERT_EQ(thread->posts.size(), 1U);
  EXPECT_EQ(thread->posts[0].kind, PostKind::kQuote);
  ASSERT_TRUE(thread->posts[0].quoted);
  EXPECT_EQ(thread->posts[0].quoted->author_handle, "sabine.example");
  EXPECT_EQ(thread->posts[0].quoted->state, QuotedState::kShown);

  auto theirs = thread_of("tierarzt").at(sandbox_post_id("tierarzt"));
  EXPECT_EQ(theirs.our_repost, reposted->native_id);
  EXPECT_EQ(theirs.labels, std::vector<std::string>{"graphic-media"});
  const auto reposts = theirs.reposts;
  ASSERT_TRUE(connector_->send(act(ActKind::kUnrepost, reposted->native_id)));
  theirs = thread_of("tierarzt").at(sandbox_post_id("tierarzt"));
  EXPECT_EQ(theirs.our_repost, "");
  EXPECT_EQ(theirs.reposts, reposts - 1);
}

TEST_F(SandboxTest, TakesPicturesWithinItsLimits) {
  auto post = reply("tierarzt", "p1", "");
  OutgoingImage image;
  image.bytes = "bytes";
  image.alt = "A lamb";
  post.images.assign(4, image);
  ASSERT_TRUE(connector_->send(post)) << "a picture may stand without words";
  post.record_key = "p2";
  post.images.assign(5, image);
  EXPECT_EQ(connector_->send(post).error().field, "media");
  post.images.assign(1, image);
  post.images[0].bytes.resize(2'000'001, 'x');
  EXPECT_EQ(connector_->send(post).error().field, "media");
  EXPECT_EQ(connector_->limits().image_bytes_max, 2'000'000);
  start();
  EXPECT_TRUE(*connector_->look_up(reply("tierarzt", "p1")));
}

TEST_F(SandboxTest, ShowsALinkAsACard) {
  auto post = act(ActKind::kPost, "", "c1");
  post.text = "Read this";
  post.card = OutgoingCard{"https://shop.example/heron", "The Heron", "A bag", {}};
  const auto sent = connector_->send(post);
  ASSERT_TRUE(sent);
  start();
  const auto thread = connector_->thread(sent->native_id, {});
  ASSERT_TRUE(thread);
  ASSERT_EQ(thread->posts[0].media.size(), 1U);
  EXPECT_EQ(thread->posts[0].media[0].title, "The Heron");
}

TEST_F(SandboxTest, WhomWeMuteOrBlockWeAreNotToldOf) {
  const std::string sabine = sandbox_account_id("sabine.example");
  const auto tells_of = [&](const std::string& who) {
    std::string cursor;
    const auto heard = hear_all("notifications", cursor);
    return std::any_of(heard.posts.begin(), heard.posts.end(),
                       [&](const NetworkPost& each) { return each.author.native_id == who; });
  };
  ASSERT_TRUE(tells_of(sabine));
  const auto mute = act(ActKind::kMute, sabine, "m1");
  EXPECT_EQ(*connector_->look_up(mute), std::nullopt);
  ASSERT_TRUE(connector_->send(mute));
  EXPECT_TRUE(*connector_->look_up(mute));
  EXPECT_FALSE(tells_of(sabine));
  EXPECT_EQ(connector_->profile(sabine)->muted_by_us, true);
  EXPECT_FALSE(thread_of("tierarzt").empty()) << "what they say stays where it is";
  const auto unmute = act(ActKind::kUnmute, sabine);
  EXPECT_EQ(*connector_->look_up(unmute), std::nullopt);
  ASSERT_TRUE(connector_->send(unmute));
  EXPECT_TRUE(*connector_->look_up(unmute));
  EXPECT_TRUE(tells_of(sabine));

  const auto block = connector_->send(act(ActKind::kBlock, sabine, "b1"));
  ASSERT_TRUE(block);
  EXPECT_EQ(connector_->profile(sabine)->blocked_by_us, block->native_id);
  const auto id = sandbox_post_id("tierarzt");
  EXPECT_FALSE(thread_of("tierarzt").contains(id));
  const auto thread = connector_->thread(id, {id});
  if (thread) {
    EXPECT_THAT(thread->deleted, Not(Contains(id))) << "hidden is not deleted";
  }
  ASSERT_TRUE(connector_->send(act(ActKind::kUnblock, block->native_id)));
  EXPECT_EQ(connector_->profile(sabine)->blocked_by_us, "");
  EXPECT_TRUE(thread_of("tierarzt").contains(id));
}

}  // namespace
}  // namespace rapport
