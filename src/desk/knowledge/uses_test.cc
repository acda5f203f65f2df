#include <algorithm>

#include "desk/help/help_desk.h"
#include "desk/knowledge/knowledge_desk.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class ArticleUsesTest : public DeskTest {
 protected:
  KnowledgeDesk knowledge{store(), ids, clock};
  Outbox outbox{store(),
                ids,
                clock,
                nullptr,
                {"https://desk.northwind.example:8080", "help.northwind.example"}};

  ArticleId publish(const std::string& title, const std::string& url) {
    ArticleWish wish;
    wish.status = ArticleStatus::kPublished;
    wish.language = "en";
    wish.title = title;
    wish.markdown = "Some words.";
    wish.url = url;
    const auto made = knowledge.create(agent, wish);
    EXPECT_TRUE(made) << made.error().message;
    return made ? made->view.entry.id : ArticleId{};
  }
  ActId reply(const std::string& to, const std::string& text, const std::string& card = {}) {
    const Post post = post_named(to);
    ReplyRequest request;
    request.conversation = post.conversation;
    request.post = post.id;
    request.text = text;
    request.client_key = "key" + std::to_string(++keys_);
    request.confirm = true;
    request.card_url = card;
    const auto sent = outbox.reply(agent, request);
    EXPECT_TRUE(sent) << sent.error().message;
    return sent ? std::get<ActView>(*sent).act.id : ActId{};
  }
  std::vector<ArticleUseView> uses(ArticleId article) {
    const auto page = knowledge.uses(viewer, article, {}, 50);
    EXPECT_TRUE(page);
    return page ? page->items : std::vector<ArticleUseView>{};
  }
  std::int64_t counted(ArticleId article) {
    return knowledge.open(viewer, article)->view.entry.uses;
  }
  void read_as(const std::string& post, Sentiment sentiment) {
    PostReading reading;
    reading.workspace = owner.workspace;
    reading.post = post_named(post).id;
    reading.gist.sentiment = sentiment;
    reading.said_at = clock.now();
    ASSERT_TRUE(store().write([&](Unit& unit) { return unit.readings().save(reading); }));
  }

  int keys_ = 0;
};

TEST_F(ArticleUsesTest, AReplyThatHoldsTheLinkIsAUse) {
  const ArticleId returns = publish("Returns", "https://northwind.example/help/returns");
  const ArticleId other = publish("Other", "https://northwind.example/help/other");
  hear({said("ana", "p1", "@us how do I send it back?")});
  reply("p1", "Ana, see http://www.northwind.example/help/returns/?utm_source=x for how.");
  const auto found = uses(returns);
  ASSERT_EQ(1u, found.size());
  EXPECT_EQ(post_named("p1").id, found[0].use.post);
  EXPECT_EQ(post_named("p1").conversation, found[0].use.conversation);
  EXPECT_EQ(ArticleUseKind::kLinked, found[0].use.kind);
  EXPECT_EQ("ana", found[0].person);
  EXPECT_EQ("@us how do I send it back?", found[0].excerpt);
  EXPECT_FALSE(found[0].again) << "they did not write again";
  EXPECT_EQ(1, counted(returns));
  EXPECT_EQ(0, counted(other));
}

TEST_F(ArticleUsesTest, ACardIsAUseAndBothTogetherAreOne) {
  const std::string url = "https://northwind.example/help/returns";
  const ArticleId returns = publish("Returns", url);
  hear({said("ana", "p1", "@us how do I send it back?")});
  reply("p1", "See below.", url);
  EXPECT_EQ(1, counted(returns));
  reply("p1", "See " + url, url);
  EXPECT_EQ(2, counted(returns)) << "one an act";
}

TEST_F(ArticleUsesTest, APostToEverybodyAndAQuoteAreUses) {
  const ArticleId returns = publish("Returns", "https://northwind.example/help/returns");
  PostRequest request;
  request.channel = channel.id;
  request.text = "New: https://northwind.example/help/returns";
  request.client_key = "post";
  ASSERT_TRUE(outbox.post(agent, request));
  hear({said("ana", "p1", "@us hello")});
  QuoteRequest quote;
  quote.post = post_named("p1").id;
  quote.text = "See https://northwind.example/help/returns#how";
  quote.client_key = "quote";
  ASSERT_TRUE(outbox.quote(agent, quote));
  const auto found = uses(returns);
  ASSERT_EQ(2u, found.size());
  EXPECT_TRUE(found[0].use.conversation);
  EXPECT_FALSE(found[1].use.conversation);
  EXPECT_EQ("", found[1].person);
}

TEST_F(ArticleUsesTest, DraftsAndOtherLinksAreNone) {
  ArticleWish wish;
  wish.language = "en";
  wish.title = "Draft";
  wish.url = "https://northwind.example/help/draft";
  const auto draft = knowledge.create(agent, wish);
  const ArticleId returns = publish("Returns", "https://northwind.example/help/returns");
  hear({said("ana", "p1", "@us how?")});
  reply("p1", "https://northwind.example/help/draft https://northwind.example/help/returns/more");
  EXPECT_EQ(0, counted(draft->view.entry.id));
  EXPECT_EQ(0, counted(returns));
}

TEST_F(ArticleUsesTest, APageOfOursIsOneOnOurHostsAlone) {
  const ArticleId returns = publish("Returns", "");
  ASSERT_TRUE(HelpDesk(store(), clock).save(owner, {"northwind", true, "Help", "", ""}));
  hear({said("ana", "p1", "@us how?")});
  reply("p1", "https://elsewhere.example/help/northwind/returns");
  reply("p1", "https://desk.northwind.example.elsewhere.example/help/northwind/returns");
  reply("p1", "https://elsewhere.example/desk.northwind.example/help/northwind/returns");
  EXPECT_EQ(0, counted(returns)) << "somebody else's page that is called the same";
  reply("p1", "https://desk.northwind.example/help/northwind/returns?lang=en");
  EXPECT_EQ(1, counted(returns));
  reply("p1", "See https://help.northwind.example/help/northwind/returns");
  reply("p1", "http://www.Desk.Northwind.example:8080/help/northwind/returns/");
  EXPECT_EQ(3, counted(returns));

  Outbox nameless(store(), ids, clock);
  const Post post = post_named("p1");
  ReplyRequest request;
  request.conversation = post.conversation;
  request.post = post.id;
  request.text = "https://desk.northwind.example/help/northwind/returns";
  request.client_key = "nameless";
  request.confirm = true;
  ASSERT_TRUE(nameless.reply(agent, request));
  EXPECT_EQ(3, counted(returns)) << "nobody said that this is us";
}

TEST_F(ArticleUsesTest, WhatWasTakenBackInTimeWasNoUse) {
  const ArticleId returns = publish("Returns", "https://northwind.example/help/returns");
  hear({said("ana", "p1", "@us how?")});
  const ActId act = reply("p1", "https://northwind.example/help/returns");
  EXPECT_EQ(1, counted(returns));
  ASSERT_TRUE(outbox.undo(agent, act));
  EXPECT_EQ(0, counted(returns));
  EXPECT_TRUE(uses(returns).empty());
}

TEST_F(ArticleUsesTest, ItServedUntilTheTeamSaysOtherwise) {
  const ArticleId returns = publish("Returns", "https://northwind.example/help/returns");
  hear({said("ana", "p1", "@us how do I send it back?")});
  const ConversationId id = post_named("p1").conversation;
  const auto resolve = [&](std::optional<ArticleId> article) {
    Resolution resolution;
    resolution.article = article;
    ASSERT_TRUE(inbox.resolve(agent, id, resolution, std::nullopt));
  };
  resolve(returns);
  EXPECT_EQ(1, counted(returns));
  clock.advance(std::chrono::minutes{5});
  hear({said("ana", "p2", "@us thanks, and what does it cost?", "p1", "p1")});
  EXPECT_EQ(1, counted(returns)) << "they wrote again: that is what happened then";
  resolve(std::nullopt);
  EXPECT_EQ(0, counted(returns)) << "it was something else that helped";
}

TEST_F(ArticleUsesTest, TellsHowTheyWroteAgain) {
  const ArticleId returns = publish("Returns", "https://northwind.example/help/returns");
  hear({said("ana", "p1", "@us this is terrible"), said("ben", "q1", "@us fine")});
  reply("p1", "https://northwind.example/help/returns");
  clock.advance(std::chrono::minutes{5});
  hear({said("ben", "p2", "me too", "p1", "p1")});
  EXPECT_FALSE(uses(returns).at(0).again) << "somebody else wrote";
  clock.advance(std::chrono::minutes{5});
  hear({said("ana", "p3", "@us ah, thank you", "p1", "p1")});
  EXPECT_EQ(Again::kUnread, uses(returns).at(0).again);
  read_as("p1", Sentiment::kNegative);
  read_as("p3", Sentiment::kPositive);
  EXPECT_EQ(Again::kBetter, uses(returns).at(0).again);
  read_as("p3", Sentiment::kNegative);
  EXPECT_EQ(Again::kSame, uses(returns).at(0).again);
  read_as("p1", Sentiment::kPositive);
  EXPECT_EQ(Again::kWorse, uses(returns).at(0).again);
  EXPECT_EQ(ConversationState::kOpen, uses(returns).at(0).state);
}

TEST_F(ArticleUsesTest, AreReadPageByPage) {
  const ArticleId returns = publish("Returns", "https://northwind.example/help/returns");
  hear({said("ana", "p1", "@us how?")});
  for (int i = 0; i < 3; ++i) reply("p1", "https://northwind.example/help/returns");
  const auto first = knowledge.uses(viewer, returns, {}, 2);
  ASSERT_EQ(2u, first->items.size());
  ASSERT_TRUE(first->next);
  const auto rest = knowledge.uses(viewer, returns, first->next, 2);
  EXPECT_EQ(1u, rest->items.size());
  EXPECT_FALSE(rest->next);
  Member other = agent;
  other.workspace = WorkspaceId{404};
  EXPECT_EQ(ErrorKind::kNotFound, knowledge.uses(other, returns, {}, 2).error().kind);
}

}  // namespace
}  // namespace rapport
