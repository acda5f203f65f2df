#include "desk/knowledge/suggesting.h"

#include <chrono>

#include "desk/help/help_desk.h"
#include "desk/help/public_sites.h"
#include "desk/knowledge/knowledge_desk.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/word_reader.h"

namespace rapport {
namespace {

class SuggestingTest : public DeskTest {
 protected:
  KnowledgeDesk knowledge{store(), ids, clock};

  // Asks, and is answered with a link.
  void ask_and_link(const std::string& link, const std::string& name, const std::string& text,
                    const std::string& parent = {}) {
    hear({said("ana", name, text, parent)});
    const Post post = post_named(name);
    ReplyRequest request;
    request.conversation = post.conversation;
    request.post = post.id;
    request.text = "Ana, this says how: " + link;
    request.client_key = name;
    request.confirm = true;
    const auto sent = outbox.reply(agent, request);
    EXPECT_TRUE(sent) << sent.error().message;
  }
  void deliver() {
    clock.advance(std::chrono::seconds{6});
    while (*deliverer.deliver_one()) {
    }
  }
  ArticleId publish(const std::string& title, const std::string& text,
                    const std::string& language = "en", const std::string& slug = {}) {
    ArticleWish wish;
    wish.status = ArticleStatus::kPublished;
    wish.language = language;
    wish.slug = slug;
    wish.title = title;
    wish.markdown = text;
    wish.url = "https://northwind.example/" + std::to_string(ids.make<ArticleId>().value);
    const auto made = knowledge.create(agent, wish);
    EXPECT_TRUE(made) << made.error().message;
    return made ? made->view.entry.id : ArticleId{};
  }
  SuggestedArticles suggested(const AskedPost& post, std::size_t most = 3) {
    auto answer = store().read([&](Unit& unit) -> Result<SuggestedArticles> {
      auto shelf = knowledge.shelves().of(unit, owner.workspace);
      RAPPORT_TRY(shelf);
      auto links = ArticleLinks::of(unit, owner.workspace, "");
      RAPPORT_TRY(links);
      return SuggestedArticles{*shelf, suggest_articles(**shelf, *links, post, most)};
    });
    EXPECT_TRUE(answer);
    return answer.value_or(SuggestedArticles{});
  }
  std::string titles(const AskedPost& post) {
    std::string text;
    const auto answer = suggested(post);
    for (const ArticleSuggestion& each : answer.items) text += each.entry->title + ";";
    return text;
  }
  ReadingGist read_as(std::vector<Intent> intents, std::vector<std::string> reasons = {}) {
    ReadingGist gist;
    gist.sentiment = Sentiment::kNeutral;
    gist.intents = std::move(intents);
    gist.reasons = std::move(reasons);
    return gist;
  }
  void used(ArticleId article, const std::string& reason, int number) {
    hear({said("ben", "used" + std::to_string(number), "@us hello")});
    const Post post = post_named("used" + std::to_string(number));
    PostReading reading;
    reading.workspace = owner.workspace;
    reading.post = post.id;
    reading.gist = read_as({Intent::kComplaint}, {reason});
    reading.said_at = post.created_at;
    ArticleUse use{owner.workspace,
                   ids.make<ArticleUseId>(),
                   article,
                   post.conversation,
                   post.id,
                   {},
                   ArticleUseKind::kResolved,
                   agent.id,
                   clock.now()};
    const auto kept = store().write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.readings().save(reading));
      RAPPORT_TRY(unit.knowledge().add_use(use));
      return Done{};
    });
    ASSERT_TRUE(kept) << kept.error().cause;
  }
};

TEST_F(SuggestingTest, ALinkCanBeReadByThemOrIsNotGiven) {
  publish("Sending something back", "Return it within thirty days.");
  ASSERT_TRUE(HelpDesk(store(), clock).save(owner, {"northwind", true, "Help", "", ""}));
  const AskedPost post{"how does sending back work?", "en", {}};
  const auto link_at = [&](const std::string& public_url) {
    return store().read([&](Unit& unit) -> Result<std::string> {
      auto shelf = knowledge.shelves().of(unit, owner.workspace);
      RAPPORT_TRY(shelf);
      auto links = ArticleLinks::of(unit, owner.workspace, public_url);
      RAPPORT_TRY(links);
      const auto found = suggest_articles(**shelf, *links, post, 1);
      return found.empty() ? std::string("nothing") : found[0].link;
    });
  };
  EXPECT_EQ("https://desk.example/help/northwind/sending-something-back?lang=en",
            *link_at("https://desk.example"));
  EXPECT_TRUE(link_at("")->starts_with("https://northwind.example/"))
      << "nobody said where our own pages are";
}

TEST_F(SuggestingTest, AnArticleIsFoundByWhatPeopleAskedWhomItServed) {
  const ArticleId returns = publish("Sending something back", "Return it within thirty days.");
  publish("Opening hours", "We open at eight.");
  const std::string link = knowledge.open(agent, returns)->view.entry.url;
  const AskedPost odd{"My wellies pinch me, what now?", "en", {}};
  EXPECT_EQ("", titles(odd));
  ask_and_link(link, "p1", "@us my new wellies pinch, what now? https://pics.example/wellingtons");
  EXPECT_EQ("", titles(odd)) << "nobody waits for the next index";
  clock.advance(Shelves::kUsesAfter);
  EXPECT_EQ("Sending something back;", titles(odd));
  const auto told = suggested(odd);
  const ArticleSuggestion& by_asked = told.items.at(0);
  EXPECT_EQ((std::vector{SuggestedBecause::kAskedBefore, SuggestedBecause::kLanguage}),
            by_asked.because);
  EXPECT_EQ("", by_asked.passage) << "none of it answers better than the next";
  EXPECT_TRUE(by_asked.post_spans.empty()) << "the article has none of them";
  EXPECT_EQ((std::vector{SuggestedBecause::kWords, SuggestedBecause::kAskedBefore}),
            suggested({"Return wellies?", "", {}}).items.at(0).because);
  EXPECT_EQ("", titles({"Thanks for the wellies, what now?", "en", read_as({Intent::kThanks})}));
  EXPECT_EQ("", titles({"@us where is Bergen?", "en", {}})) << "whom they spoke to says nothing";
  EXPECT_EQ("", titles({"nice wellingtons", "en", {}})) << "nor does what they linked";

  // Their words are gone: at once. What everybody reads is what it was.
  ASSERT_TRUE(HelpDesk(store(), clock).save(owner, {"northwind", true, "Help", "", ""}));
  PublicSites sites(store(), clock);
  const auto site = sites.open("northwind");
  ASSERT_TRUE(site);
  hear({}, {"p1"});
  EXPECT_EQ("", titles(odd));
  EXPECT_EQ(*site, *sites.open("northwind"));

  // The newest of each count.
  ask_and_link(link, "q", "@us my gaiters pinch, what now?");
  for (std::size_t i = 1; i < Shelves::kMostAsked; ++i) {
    ask_and_link(link, "q" + std::to_string(i), "@us these galoshes leak, what now?");
  }
  clock.advance(Shelves::kUsesAfter);
  EXPECT_EQ("Sending something back;", titles({"My gaiters!", "en", {}}));
  ask_and_link(link, "r", "@us these galoshes leak!");
  clock.advance(Shelves::kUsesAfter);
  EXPECT_EQ("", titles({"My gaiters!", "en", {}}));
  EXPECT_EQ("Sending something back;", titles({"My galoshes!", "en", {}}));
}

TEST_F(SuggestingTest, WordsThatCannotBeReadAnyMoreAreForgottenAtOnce) {
  channel.limits.hides_replies = true;
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.channels().save(channel); }));
  const ArticleId returns = publish("Sending something back", "Return it within thirty days.");
  const std::string link = knowledge.open(agent, returns)->view.entry.url;
  hear({said("us", "ours", "New boots are here")});
  ask_and_link(link, "p1", "@us my galoshes leak, what now?");
  ask_and_link(link, "p2", "my wellies pinch, what now?", "ours");
  deliver();
  const AskedPost galoshes{"My galoshes!", "en", {}};
  const AskedPost wellies{"My wellies!", "en", {}};
  clock.advance(Shelves::kUsesAfter);
  ASSERT_EQ("Sending something back;", titles(galoshes));
  ASSERT_EQ("Sending something back;", titles(wellies));

  // Edited.
  NetworkPost edited = said("ana", "p1", "@us my umbrella leaks, what now?");
  edited.revision = "rev-2";
  hear({edited});
  EXPECT_EQ("", titles(galoshes));
  EXPECT_EQ("Sending something back;", titles({"My umbrella!", "en", {}}));

  // Hidden by us, and shown again.
  ASSERT_TRUE(outbox.hide(agent, post_named("p2").id, "Adverts"));
  deliver();
  EXPECT_EQ("", titles(wellies));
  ASSERT_TRUE(outbox.unhide(agent, post_named("p2").id));
  deliver();
  EXPECT_EQ("Sending something back;", titles(wellies));

  // Muted here, and heard again in the network's own app.
  const auto ana = store().read(
      [&](Unit& unit) { return unit.people().account(owner.workspace, post_named("p2").author); });
  ASSERT_TRUE(outbox.mute(agent, ana->person, ana->id, "posts nothing but adverts"));
  deliver();
  EXPECT_EQ("", titles(wellies));
  clock.advance(std::chrono::minutes{10});
  NetworkPost elsewhere = said("ana", "p3", "@us hello");
  elsewhere.author.muted_by_us = false;
  hear({elsewhere});
  EXPECT_EQ("Sending something back;", titles(wellies));
}

TEST_F(SuggestingTest, WhatNobodyTellsOfIsKnownAtLast) {
  const ArticleId returns = publish("Sending something back", "Return it within thirty days.");
  ask_and_link(knowledge.open(agent, returns)->view.entry.url, "p1", "@us my galoshes leak!");
  const AskedPost galoshes{"My galoshes!", "en", {}};
  ASSERT_EQ("Sending something back;", titles(galoshes));
  // It is read anew, and now as something that asks for nothing.
  const Post post = post_named("p1");
  PostReading reading;
  reading.workspace = owner.workspace;
  reading.post = post.id;
  reading.gist = read_as({Intent::kPraise});
  reading.said_at = post.created_at;
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.readings().save(reading); }));
  clock.advance(Shelves::kUsesAfter);
  EXPECT_EQ("Sending something back;", titles(galoshes));
  clock.advance(Shelves::kAtLast);
  EXPECT_EQ("", titles(galoshes));
}

TEST_F(SuggestingTest, WhoAskedForNothingIsNotWhatItIsFoundBy) {
  const ArticleId returns = publish("Sending something back", "Return it within thirty days.");
  const auto served = [&](const std::string& name, const std::string& text, const ReadingGist& gist,
                          ArticleUseKind kind = ArticleUseKind::kResolved) {
    hear({said("cleo", name, text)});
    const Post post = post_named(name);
    PostReading reading;
    reading.workspace = owner.workspace;
    reading.post = post.id;
    reading.gist = gist;
    reading.said_at = post.created_at;
    const ArticleUse use{owner.workspace,
                         ids.make<ArticleUseId>(),
                         returns,
                         post.conversation,
                         post.id,
                         {},
                         kind,
                         agent.id,
                         clock.now()};
    const auto kept = store().write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.readings().save(reading));
      RAPPORT_TRY(unit.knowledge().add_use(use));
      return Done{};
    });
    ASSERT_TRUE(kept) << kept.error().cause;
  };
  served("p1", "@us lovely umbrellas", read_as({Intent::kPraise}));
  served("p2", "@us soggy galoshes", read_as({Intent::kComplaint}));
  // In a language that is not read whoever linked it saw that they asked; whoever resolved may not
  // have.
  served("p3", "@us vetoketju jumissa", {}, ArticleUseKind::kLinked);
  served("p4", "@us kiitos sateenvarjosta", {});
  EXPECT_EQ("", titles({"umbrellas", "en", {}}));
  EXPECT_EQ("Sending something back;", titles({"galoshes", "en", {}}));
  EXPECT_EQ("Sending something back;", titles({"vetoketju", "", {}}));
  EXPECT_EQ("", titles({"sateenvarjosta", "", {}}));
}

TEST_F(SuggestingTest, AConversationResolvedWithItTeachesWhatWasAskedThere) {
  WordReader reader;  // to which what is "late" asks for something
  Filing reading{store(), ids, clock, &reader};
  const ArticleId returns = publish("Sending something back", "Return it within thirty days.");
  const auto resolve = [&](const std::string& post) {
    const auto done = inbox.resolve(agent, post_named(post).conversation,
                                    Resolution{.words = "Told them how", .article = returns}, {});
    ASSERT_TRUE(done) << done.error().message;
  };
  file(reading, {said("ana", "p1", "@us my galoshes come late")});
  clock.advance(std::chrono::minutes{1});
  file(reading, {said("us", "r1", "Ana, we look into it", "p1", "p1")});
  clock.advance(std::chrono::minutes{1});
  file(reading, {said("ana", "p2", "Thanks, that worked! Umbrellas for all", "p1", "p1")});
  ASSERT_EQ(post_named("p2").id, conversation_of("p1").answer_to);
  resolve("p1");
  EXPECT_EQ(post_named("p1").id, knowledge.uses(agent, returns, {}, 9)->items.at(0).use.post);
  // Who knows what was asked here?
  hear({said("cleo", "q1", "@us soggy mittens")});
  resolve("q1");
  clock.advance(Shelves::kUsesAfter);
  EXPECT_EQ("Sending something back;", titles({"My galoshes!", "en", {}}));
  EXPECT_EQ("", titles({"My umbrellas!", "en", {}}));
  EXPECT_EQ("", titles({"My mittens!", "en", {}}));
}

TEST_F(SuggestingTest, NothingIsSuggestedThatSharesNoTellingWord) {
  publish("Sending something back", "Return it within thirty days, and the refund follows.");
  publish("Where is my parcel?", "Parcels take two days.");
  EXPECT_EQ("Where is my parcel?;", titles({"has my parcel been lost", "en"}));
  EXPECT_EQ("", titles({"how do i do this with that, please", "en"}))
      << "small words are no reason";
  EXPECT_EQ("", titles({"my zeppelin exploded yesterday", "en"}));
  EXPECT_EQ("", titles({"", "en"}));
  EXPECT_EQ("", titles({"\xff\xfe 🎈", "und"}));
}

TEST_F(SuggestingTest, ShowsThePassageThatAnswersAndTheWordsThatDecided) {
  publish("Returns", "We ship on Mondays.\n\nCards are refunded after a week.");
  const std::string text = "when is my card refunded?";
  const auto answer = suggested({text, "en"});
  ASSERT_EQ(1u, answer.items.size());
  const ArticleSuggestion& it = answer.items[0];
  EXPECT_EQ("Cards are refunded after a week.", it.passage);
  ASSERT_FALSE(it.spans.empty());
  EXPECT_EQ("Cards", it.passage.substr(it.spans[0].begin, it.spans[0].end - it.spans[0].begin));
  ASSERT_EQ(2u, it.post_spans.size());
  EXPECT_EQ("card",
            text.substr(it.post_spans[0].begin, it.post_spans[0].end - it.post_spans[0].begin));
  EXPECT_TRUE(it.link.starts_with("https://northwind.example/"));
}

TEST_F(SuggestingTest, DraftsAndArchivedOnesAreNotSuggested) {
  ArticleWish wish;
  wish.language = "en";
  wish.title = "Where is my parcel?";
  wish.markdown = "Parcels take two days.";
  ASSERT_TRUE(knowledge.create(agent, wish));
  wish.status = ArticleStatus::kArchived;
  ASSERT_TRUE(knowledge.create(agent, wish));
  EXPECT_EQ("", titles({"where is my parcel", "en"}));
}

TEST_F(SuggestingTest, OfAnArticleInSeveralLanguagesTheOneTheyRead) {
  publish("Delivery of your iPad", "The iPad takes two days.", "en", "delivery");
  publish("Lieferung deines iPad", "Das iPad braucht zwei Tage.", "de", "delivery");
  EXPECT_EQ("Delivery of your iPad;", titles({"delivery iPad", "en"}));
  EXPECT_EQ("Lieferung deines iPad;", titles({"delivery iPad", "de-at"}))
      << "found by words of the other one, too";
  EXPECT_EQ("Delivery of your iPad;", titles({"delivery iPad", "fr"})) << "better than nothing";
}

TEST_F(SuggestingTest, AmongNearEqualsTheirLanguageComesFirst) {
  publish("Hotel Adlon", "Adlon.", "en");
  publish("Hotel Adlon", "Adlon.", "de");
  EXPECT_EQ("de", suggested({"Hotel Adlon?", "de"}).items.at(0).entry->language);
  EXPECT_EQ("en", suggested({"Hotel Adlon?", "en"}).items.at(0).entry->language);
  EXPECT_EQ("en", suggested({"Hotel Adlon?", "und"}).items.at(0).entry->language);
}

TEST_F(SuggestingTest, AmongNearEqualsTheOneThatServedForTheSameReasonComesFirst) {
  publish("A late parcel", "About it.");
  const ArticleId second = publish("The late parcel", "About it.");
  const AskedPost post{"late parcel", "en", read_as({Intent::kComplaint}, {"delivery"})};
  EXPECT_EQ("A late parcel;The late parcel;", titles(post));
  used(second, "price", 1);
  clock.advance(Shelves::kUsesAfter);
  EXPECT_EQ("A late parcel;The late parcel;", titles(post)) << "another reason says nothing";
  used(second, "delivery", 2);
  EXPECT_EQ("A late parcel;The late parcel;", titles(post)) << "nobody waits for a new index now";
  clock.advance(Shelves::kUsesAfter);
  EXPECT_EQ("The late parcel;A late parcel;", titles(post));
  const auto answer = suggested(post);
  EXPECT_EQ((std::vector{SuggestedBecause::kWords, SuggestedBecause::kUsedBefore,
                         SuggestedBecause::kLanguage}),
            answer.items.at(0).because);
}

TEST_F(SuggestingTest, ServingBeforeNeverBeatsWords) {
  publish("Late parcel from abroad", "A late parcel from abroad waits at customs.");
  const ArticleId other = publish("Opening hours", "We open late on Mondays.");
  used(other, "delivery", 1);
  clock.advance(Shelves::kUsesAfter);
  EXPECT_TRUE(
      titles({"my parcel from abroad is late", "en", read_as({Intent::kComplaint}, {"delivery"})})
          .starts_with("Late parcel from abroad;"));
}

TEST_F(SuggestingTest, WhoAsksForNothingIsHandedNoManual) {
  publish("Brewing coffee", "Grind the beans.");
  EXPECT_EQ("", titles({"Thanks for the coffee", "en", read_as({Intent::kThanks})}));
  EXPECT_EQ("Brewing coffee;",
            titles({"What is wrong with the coffee?", "en", read_as({Intent::kQuestion})}));
  EXPECT_EQ("Brewing coffee;", titles({"Thanks for the coffee", "en"})) << "it was not read";
}

TEST_F(SuggestingTest, TheVerbAsksForThePostThatWaits) {
  publish("Where is my parcel?", "Parcels take two days.");
  hear({said("ana", "p1", "@us where is my parcel?"), said("ben", "q1", "@us nice shop")});
  const Post post = post_named("p1");
  const auto answer = knowledge.suggest(viewer, post.conversation, {}, 3);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(1u, answer->items.size());
  EXPECT_EQ("post",
            knowledge.suggest(agent, post.conversation, post_named("q1").id, 3).error().field);
  Member other = agent;
  other.workspace = WorkspaceId{404};
  EXPECT_EQ(ErrorKind::kNotFound, knowledge.suggest(other, post.conversation, {}, 3).error().kind);
}

}  // namespace
}  // namespace rapport
