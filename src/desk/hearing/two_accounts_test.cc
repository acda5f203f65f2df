// Two accounts of the brand on one network: a thread that both hear is one conversation, whatever
// each of them hears first.

#include <algorithm>
#include <random>

#include "desk/channels/channels.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class TwoAccountsTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    help = connect("help");
  }

  Channel connect(const std::string& name, const Filed* = nullptr) {
    Channel made;
    made.workspace = channel.workspace;
    made.id = ids.make<ChannelId>();
    made.network = "fake";
    made.native_id = name;
    made.handle = name + ".example";
    made.connected_at = clock.now();
    made.changed_at = clock.now();
    auto stored = store().write([&](Unit& unit) -> Result<Done> {
      Person person{made.workspace, ids.make<PersonId>(), name, clock.now()};
      RAPPORT_TRY(unit.people().add_person(person));
      Account account;
      account.workspace = made.workspace;
      account.id = ids.make<AccountId>();
      account.person = person.id;
      account.network = "fake";
      account.native_id = name;
      account.handle = name + ".example";
      account.ours = true;
      account.changed_at = clock.now();
      RAPPORT_TRY(unit.people().add_account(account));
      made.account = account.id;
      return unit.channels().add(made);
    });
    EXPECT_TRUE(stored);
    networks[name] = std::make_shared<FakeNetwork>();
    connectors.put(made.id, networks[name]);
    return made;
  }

  void hear_by(const Channel& by, std::vector<NetworkPost> posts) {
    Heard heard;
    heard.posts = std::move(posts);
    heard.read_from = clock.now() - std::chrono::minutes{1};
    heard.read_to = clock.now();
    auto filed = filing.file_heard(by, "notifications", heard);
    ASSERT_TRUE(filed) << filed.error().message << filed.error().cause;
  }

  void deliver() {
    clock.advance(std::chrono::seconds{6});
    while (*deliverer.deliver_one()) {
    }
  }

  ReplyRequest answer(const std::string& to, const std::string& text) {
    ReplyRequest request;
    request.post = post_named(to).id;
    request.conversation = post_named(to).conversation;
    request.text = text;
    request.client_key = "key-" + text;
    return request;
  }

  std::vector<std::string> under(ChannelId id) {
    ConversationFilter filter;
    filter.channel = id;
    std::vector<std::string> roots;
    const auto page = inbox.list(agent, filter, {}, 50);
    for (const auto& row : page->rows) {
      roots.push_back(row.conversation.root_native_id);
    }
    std::ranges::sort(roots);
    return roots;
  }

  std::map<std::string, std::shared_ptr<FakeNetwork>> networks;
  Channel help;
};

NetworkPost naming(NetworkPost post, const std::string& whom) {
  post.entities.push_back(Entity{EntityKind::kMention, 0, 1, whom});
  return post;
}

TEST_F(TwoAccountsTest, APostToBothIsFiledOnce) {
  const auto post = naming(said("ana", "q", "@us and help"), "help");
  hear_by(help, {post});
  const auto version = conversation_of("q").version;
  hear_by(channel, {post});
  EXPECT_EQ(conversation_of("q").version, version) << "the second hearing tells nothing new";
  EXPECT_EQ(conversation_of("q").posts, 1);
  EXPECT_EQ(inbox.counts(agent)->conversations.open, 1);
  EXPECT_EQ(under(channel.id), std::vector<std::string>{"q"});
}

TEST_F(TwoAccountsTest, AnAnswerOfTheOtherAccountEndsTheWait) {
  hear({said("ana", "q", "@us where is it?")});
  clock.advance(std::chrono::minutes{1});
  hear_by(help, {said("help", "a", "On its way", "q")});
  EXPECT_EQ(post_named("a").address, Address::kOurs);
  EXPECT_EQ(conversation_of("q").state, ConversationState::kWaiting);
  EXPECT_EQ(conversation_of("q").people, 1);
  // And whoever answers that account speaks to it.
  clock.advance(std::chrono::minutes{1});
  hear({said("ana", "more", "When?", "a", "q")});
  EXPECT_EQ(post_named("more").to, help.account);
  EXPECT_EQ(conversation_of("q").channel, help.id);
  EXPECT_EQ(under(help.id), std::vector<std::string>{"q"});
  EXPECT_EQ(under(channel.id), std::vector<std::string>{"q"});
}

TEST_F(TwoAccountsTest, TheAccountTheySpokeToAnswers) {
  hear_by(help, {naming(said("ana", "q", "help me"), "help")});
  ASSERT_TRUE(outbox.reply(agent, answer("q", "Gladly")));
  deliver();
  EXPECT_EQ(networks["help"]->sent().size(), 1U);
  EXPECT_TRUE(network->sent().empty());
  EXPECT_EQ(conversation_of("q").state, ConversationState::kWaiting);

  // Unless another is chosen.
  clock.advance(std::chrono::minutes{1});
  hear_by(help, {naming(said("ana", "q2", "help again"), "help")});
  auto as_us = answer("q2", "We all do");
  as_us.channel = channel.id;
  ASSERT_TRUE(outbox.reply(agent, as_us));
  deliver();
  EXPECT_EQ(network->sent().size(), 1U);
  EXPECT_EQ(conversation_of("q2").state, ConversationState::kWaiting);
}

TEST_F(TwoAccountsTest, WhoLikedTakesItBack) {
  hear({said("ana", "q", "@us thank you")});
  ASSERT_TRUE(outbox.like(agent, post_named("q").id, help.id));
  deliver();
  EXPECT_EQ(networks["help"]->sent().size(), 1U);
  clock.advance(std::chrono::minutes{5});

  // The other account did not like it, and says so whenever it reads the thread.
  auto seen = said("ana", "q", "@us thank you");
  seen.our_like = "";
  hear({seen});
  EXPECT_FALSE(post_named("q").our_like.empty());

  ASSERT_TRUE(outbox.unlike(agent, post_named("q").id));
  deliver();
  EXPECT_EQ(networks["help"]->sent().size(), 2U);
  EXPECT_TRUE(network->sent().empty());
  EXPECT_TRUE(post_named("q").our_like.empty());
}

TEST_F(TwoAccountsTest, OurOwnPostIsDeletedByWhoSaidIt) {
  hear_by(help, {said("help", "mine", "Oops")});
  ASSERT_TRUE(outbox.remove(agent, post_named("mine").id, "a slip"));
  deliver();
  EXPECT_EQ(networks["help"]->sent().size(), 1U);
}

TEST_F(TwoAccountsTest, AnAccountConnectedLaterWasOursAllAlong) {
  hear({said("ana", "q", "@us where is it?"), said("shop", "s", "@us here it is", "q")});
  EXPECT_EQ(conversation_of("q").people, 2);
  EXPECT_EQ(post_named("s").address, Address::kDirect);
  ChannelDesk channels{store(), registry, connectors, secrets, ids, clock};
  ConnectedAccount account;
  account.account.native_id = "shop";
  account.account.handle = "shop.example";
  account.secret = "secret";
  ASSERT_TRUE(channels.connect_signed_in(owner, "fake", account, clock.now()));
  EXPECT_EQ(post_named("s").address, Address::kOurs);
  EXPECT_EQ(conversation_of("q").people, 1);
  EXPECT_EQ(conversation_of("q").state, ConversationState::kWaiting) << "the shop answered Ana";
}

TEST_F(TwoAccountsTest, WhatWasSaidToAnAccountBeforeItWasConnectedWaitsForNobody) {
  hear({said("ana", "q", "@us hello?")});
  auto early = naming(said("ben", "to-shop", "me too", "q"), "shop");
  early.indexed_at = clock.now();
  clock.advance(std::chrono::hours{1});
  const Channel shop = connect("shop");
  auto told = early;
  told.addressed = true;
  hear_by(shop, {told});
  hear({early});
  EXPECT_TRUE(post_named("to-shop").before_rapport);
  EXPECT_EQ(conversation_of("q").answer_to, post_named("q").id);
}

// What two accounts hear of one thread ends in the same place, whoever hears what first.
TEST_F(TwoAccountsTest, AnyOrderOfHearingEndsInTheSamePlace) {
  clock.advance(std::chrono::minutes{1});
  struct Hearing {
    bool by_help;
    NetworkPost post;
  };
  std::vector<Hearing> story;
  const auto add = [&](bool by_help, NetworkPost post) {
    story.push_back({by_help, std::move(post)});
  };
  const auto tell = [&](const std::string& run) {
    story.clear();
    const auto name = [&](const std::string& each) { return run + each; };
    const Time start = clock.now();
    const auto at = [&](NetworkPost post, int minutes) {
      post.created_at = start + std::chrono::minutes{minutes};
      post.indexed_at = post.created_at;
      return post;
    };
    auto root = at(naming(said("ana", name("q"), "@us it broke"), "help"), 0);
    auto ours = at(said("us", name("a"), "Sorry", name("q")), 1);
    auto other = at(said("help", name("b"), "Me too", name("q")), 2);
    auto back = at(said("ana", name("c"), "Why?", name("b"), name("q")), 3);
    auto aside = at(said("ben", name("d"), "Same here", name("q")), 4);
    auto named = at(naming(said("cleo", name("e"), "And mine", name("d"), name("q")), "help"), 5);
    for (const auto& each : {root, ours, other, back, aside, named}) {
      add(false, each);
      auto told = each;
      told.addressed =
          each.native_id == name("q") || each.native_id == name("c") || each.native_id == name("e");
      add(true, told);
    }
    clock.advance(std::chrono::minutes{10});
  };

  std::mt19937 random{7};
  std::optional<std::string> first;
  for (int run = 0; run < 12; ++run) {
    const std::string prefix = "run" + std::to_string(run) + "-";
    tell(prefix);
    std::ranges::shuffle(story, random);
    for (const auto& each : story) hear_by(each.by_help ? help : channel, {each.post});
    std::string end;
    for (const char* name : {"q", "a", "b", "c", "d", "e"}) {
      const Post post = post_named(prefix + name);
      end += std::string(name) + " " + std::string(to_word(post.address)) + " " +
             (post.to == help.account      ? "help"
              : post.to == channel.account ? "us"
                                           : "-") +
             (post.before_rapport ? " before" : "") + "\n";
    }
    const auto conversation = conversation_of(prefix + "q");
    end += std::string(to_word(conversation.state)) + " " +
           (conversation.channel == help.id ? "help" : "us") + " " +
           std::to_string(conversation.people) + " " + std::to_string(conversation.posts);
    if (!first) first = end;
    EXPECT_EQ(*first, end) << "order " << run;
    EXPECT_EQ(post_named(prefix + "c").to, help.account);
    EXPECT_EQ(conversation.people, 3);
  }
}

}  // namespace
}  // namespace rapport
