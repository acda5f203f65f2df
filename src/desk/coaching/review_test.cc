// What the desk gives the coach, and what stands in the way of sending.

#include <gtest/gtest.h>

#include <algorithm>

#include "desk/coaching/coaching.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

using coach::Rule;
using coach::Severity;

constexpr auto kLate =
    "@us my order is three weeks late and nobody answers. When does it come? I'm furious.";
constexpr auto kBad = "Haha 😂 please send us a DM!";
constexpr auto kGood =
    "Hi Ana, three weeks is far too long and nobody answered you: I'm sorry. Your order left the "
    "depot in Lyon this morning and arrives with you on the van's next round.";

class ReviewTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    hear({said("Ana", "late", kLate)});
    clock.advance(std::chrono::minutes{1});
  }

  DraftReview review(const std::string& text, const std::string& answering = "late",
                     std::vector<std::string> alts = {}) {
    const Post post = post_named(answering);
    auto found = coaching.review(agent, post.conversation, post.id, {},
                                 {.text = text, .alts = std::move(alts), .card_url = ""});
    EXPECT_TRUE(found) << found.error().message << found.error().cause;
    return found.value_or(DraftReview{});
  }
  static const coach::Finding* finding(const DraftReview& review, Rule rule) {
    const auto found = std::ranges::find(review.review.findings, rule, &coach::Finding::rule);
    return found == review.review.findings.end() ? nullptr : &*found;
  }

  ReplyRequest reply_to(const std::string& name, const std::string& text, const std::string& key) {
    const Post post = post_named(name);
    ReplyRequest request;
    request.conversation = post.conversation;
    request.post = post.id;
    request.text = text;
    request.client_key = key;
    return request;
  }

  void require_clean() {
    BrandVoice voice;
    voice.require_clean = true;
    ASSERT_TRUE(coaching.change_voice(owner, voice));
  }

  std::string draft_of(const Member& by, const std::string& name) {
    const Post post = post_named(name);
    const auto draft = store().read([&](Unit& unit) {
      return unit.conversations().draft(by.workspace, post.conversation, by.id);
    });
    return draft && *draft ? (*draft)->text : "";
  }

  // A reply of ours as the network tells it, and the coach hears of it.
  void we_said(const std::string& name, const std::string& text, const std::string& answering) {
    hear({said("us", name, text, answering)});
    it_happens("post");
  }

  // What the store tells of a conversation here.
  void it_happens(const std::string& reason) {
    Event event;
    event.workspace = channel.workspace;
    event.kind = EventKind::kConversation;
    event.reason = reason;
    coaching.hear({event});
  }
};

TEST_F(ReviewTest, ReadsTheDraftAsWhoeverAskedWould) {
  const DraftReview bad = review(kBad);
  EXPECT_FALSE(bad.review.clean());
  EXPECT_FALSE(bad.must_be_clean);
  ASSERT_FALSE(bad.review.points.empty());
  EXPECT_NE(finding(bad, Rule::kTone), nullptr);
  EXPECT_NE(finding(bad, Rule::kDeflect), nullptr);

  const DraftReview good = review(kGood);
  const coach::Finding* left = good.review.to_mend();
  EXPECT_EQ(left, nullptr) << left->why;
  EXPECT_TRUE(std::ranges::any_of(good.review.points, &coach::Point::answered));
}

TEST_F(ReviewTest, TakesUpTheVoiceAndTheRulesAtOnce) {
  const std::string draft = std::string(kGood) + " Unfortunately it rains.";
  EXPECT_EQ(finding(review(draft), Rule::kPrivate), nullptr);
  BrandVoice voice;
  voice.avoid = {"unfortunately"};
  voice.signature = "– {name} ({initials})";
  ASSERT_TRUE(coaching.change_voice(owner, voice));
  const DraftReview avoiding = review(draft);
  ASSERT_TRUE(std::ranges::any_of(avoiding.review.findings, [&](const coach::Finding& each) {
    return std::ranges::any_of(each.draft_spans, [&](const Span& span) {
      return draft.substr(span.begin, span.end - span.begin) == "Unfortunately";
    });
  }));
  const auto unsigned_ones = [&](const std::string& text) {
    const DraftReview it = review(text);
    return std::ranges::count_if(it.review.findings, [](const coach::Finding& each) {
      return each.rule == Rule::kTone && each.next.find("Arun") != std::string::npos;
    });
  };
  EXPECT_EQ(unsigned_ones(kGood), 1) << "the signature of who writes";
  EXPECT_EQ(unsigned_ones(std::string(kGood) + " – Arun (A)"), 0);

  ASSERT_TRUE(coaching.change_rules(owner, {{Rule::kTone, RuleSetting::kOff}}));
  EXPECT_EQ(finding(review(kBad), Rule::kTone), nullptr);
  EXPECT_NE(finding(review(kBad), Rule::kDeflect), nullptr) << "the others go on";
}

TEST_F(ReviewTest, RulesAreSaidByOwnersAndAdminsAndAudited) {
  const auto rules = coaching.rules(viewer);
  ASSERT_TRUE(rules);
  ASSERT_EQ(rules->size(), coach::kRules);
  EXPECT_TRUE(std::ranges::all_of(
      *rules, [](const RuleView& each) { return each.setting == RuleSetting::kUsual; }));
  const auto changed = coaching.change_rules(
      owner, {{Rule::kStuffy, RuleSetting::kOff}, {Rule::kThin, RuleSetting::kUsual}});
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(std::ranges::find(*changed, Rule::kStuffy, &RuleView::rule)->setting,
            RuleSetting::kOff);
  const auto log =
      store().read([&](Unit& unit) { return unit.members().audit_log(channel.workspace, {}, 5); });
  ASSERT_EQ(log->size(), 1U);
  EXPECT_EQ(log->front().detail, "stuffy: usual → off");

  const auto refused = coaching.change_rules(agent, {{Rule::kStuffy, RuleSetting::kUsual}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kForbidden);
  const auto silly = coaching.change_rules(owner, {{Rule::kStuffy, RuleSetting::kNice}});
  ASSERT_FALSE(silly);
  EXPECT_EQ(silly.error().field, "rules") << "it never praises";
}

TEST_F(ReviewTest, ShowsWhatWasSentToSomebodyElse) {
  const std::string words =
      "We looked into it: your grinder was packed on Friday and the courier brings it tomorrow "
      "before noon, with a bag of beans on us.";
  EXPECT_EQ(finding(review(words), Rule::kGeneric), nullptr);
  hear({said("Bo", "grinder", "@us where is my grinder?")});
  const Time then = clock.now();
  we_said("answer", words, "grinder");
  ASSERT_TRUE(coaching.refresh());
  const DraftReview again = review(words);
  const coach::Finding* copy = finding(again, Rule::kGeneric);
  ASSERT_NE(copy, nullptr);
  ASSERT_EQ(copy->earlier.size(), 1U);
  EXPECT_EQ(again.sent->place(copy->earlier[0]).post, post_named("answer").id);
  EXPECT_EQ(again.sent->place(copy->earlier[0]).at, then);
  EXPECT_EQ(again.sent->replies()[copy->earlier[0]].question, "@us where is my grinder?");

  // Nothing new: what was made ready stays. Words of ours that are gone are compared no more.
  const auto before = again.sent;
  it_happens("post");
  ASSERT_TRUE(coaching.refresh());
  EXPECT_EQ(review(words).sent, before);
  hear({}, {"answer"});
  it_happens("delete");
  ASSERT_TRUE(coaching.refresh());
  EXPECT_EQ(finding(review(words), Rule::kGeneric), nullptr);
}

// A person's history goes with them from thread to thread.
TEST_F(ReviewTest, KnowsThatTheyAskedBeforeAndWhatTheyWereTold) {
  const std::string words =
      "We looked into it: your grinder was packed on Friday and the courier brings it tomorrow "
      "before noon, with a bag of beans on us.";
  const std::string other = "Your grinder is packed, Bo, the courier has it.";
  hear({said("Bo", "first", "@us when is the courier bringing my grinder?")});
  EXPECT_EQ(finding(review(other, "first"), Rule::kEmpathy), nullptr);
  clock.advance(std::chrono::minutes{1});
  const Time then = clock.now();
  hear({said("us", "answer", words, "first")});
  clock.advance(std::chrono::hours{30});
  hear({said("Bo", "second", "@us is the courier bringing my grinder or not?")});

  const DraftReview again = review(other, "second");
  const coach::Finding* asked = finding(again, Rule::kEmpathy);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->severity, Severity::kConsider);

  const DraftReview repeated = review(words, "second");
  const coach::Finding* told = finding(repeated, Rule::kGeneric);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, Severity::kFix);
  ASSERT_EQ(told->earlier.size(), 1U);
  const std::size_t index = told->earlier[0] - repeated.sent->replies().size();
  ASSERT_LT(index, repeated.told.size());
  EXPECT_EQ(repeated.told[index].text, words);
  EXPECT_EQ(repeated.told[index].place.post, post_named("answer").id);
  EXPECT_EQ(repeated.told[index].place.at, then);

  // Of somebody else, or of long ago, it counts no more.
  hear({said("Cy", "theirs", "@us is the courier bringing my grinder or not?")});
  EXPECT_EQ(finding(review(other, "theirs"), Rule::kEmpathy), nullptr);
  clock.advance(std::chrono::hours{24 * 90});
  hear({said("Bo", "third", "@us is the courier bringing my grinder or not?")});
  EXPECT_EQ(finding(review(other, "third"), Rule::kEmpathy), nullptr);
}

TEST_F(ReviewTest, KnowsWhatTheNetworkTakes) {
  EXPECT_EQ(finding(review(kGood), Rule::kLimits), nullptr);
  EXPECT_NE(finding(review(kGood, "late", {"A van", " "}), Rule::kLimits), nullptr);
  EXPECT_EQ(finding(review(kGood, "late", {"A van"}), Rule::kLimits), nullptr);
  const DraftReview longer = review(std::string(400, 'a'));
  ASSERT_NE(finding(longer, Rule::kLimits), nullptr);
  EXPECT_EQ(finding(longer, Rule::kLimits)->severity, Severity::kFix);
}

// Whoever goes on after an answer of ours speaks to the same person, and owes no answer any more.
TEST_F(ReviewTest, AnsweringOurselvesNothingOfTheirsIsOpen) {
  hear({said("us", "first", kGood, "late")});
  const DraftReview more = review("One more thing, Ana: the van comes around noon.", "first");
  EXPECT_TRUE(more.review.points.empty());
  EXPECT_EQ(finding(more, Rule::kUnanswered), nullptr);
  const coach::Finding* name = finding(more, Rule::kName);
  ASSERT_NE(name, nullptr) << "it is still Ana who reads it";
  EXPECT_EQ(name->severity, Severity::kNice);
}

TEST_F(ReviewTest, APostThatIsGoneAsksNothing) {
  hear({}, {"late"});
  const DraftReview gone = review(kGood);
  EXPECT_TRUE(gone.review.points.empty());
  EXPECT_EQ(finding(gone, Rule::kUnanswered), nullptr);
}

TEST_F(ReviewTest, AVeryLongThreadIsReadABitUpwardsOnly) {
  std::string last = "late";
  for (int i = 0; i < 60; ++i) {
    const std::string name = "deep" + std::to_string(i);
    hear({said("Ana", name, "@us and what about part " + std::to_string(i) + "?", last, "late")});
    last = name;
  }
  const DraftReview deep = review("Part 59 is on its way, Ana.", last);
  ASSERT_EQ(deep.review.points.size(), 1U);
}

TEST_F(ReviewTest, TellsOfAPostThatIsNotThere) {
  const Post post = post_named("late");
  hear({said("Bo", "other", "@us hello?")});
  const auto elsewhere = coaching.review(agent, post_named("other").conversation, post.id, {}, {});
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.error().field, "post_id");
  const auto missing = coaching.review(agent, post.conversation, PostId{4711}, {}, {});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::kNotFound);
  Coaching without{store(), clock};
  const auto nobody = without.review(agent, post.conversation, post.id, {}, {});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().kind, ErrorKind::kUnavailable);
}

TEST_F(ReviewTest, KnowsTheArticlesThatAnswer) {
  const Post post = post_named("late");
  int asked = 0;
  coaching.ask_for_articles([&](const Member& by, ConversationId conversation,
                                PostId about) -> Result<std::vector<FoundArticle>> {
    ++asked;
    EXPECT_EQ(by.id, agent.id);
    EXPECT_EQ(conversation, post.conversation);
    EXPECT_EQ(about, post.id);
    return std::vector<FoundArticle>{
        {ArticleId{7}, "When a late order comes", "https://help.example/late",
         "A late order comes within 3 days. We answer every question about a late order."}};
  });
  const DraftReview unlinked = review(kGood);
  EXPECT_EQ(asked, 1);
  ASSERT_EQ(unlinked.articles.size(), 1U);
  const coach::Finding* resource = finding(unlinked, Rule::kResource);
  ASSERT_NE(resource, nullptr);
  ASSERT_TRUE(resource->article);
  EXPECT_EQ(unlinked.articles[*resource->article].id, ArticleId{7});
  EXPECT_EQ(finding(review(std::string(kGood) + " https://help.example/late"), Rule::kResource),
            nullptr);

  coaching.ask_for_articles([](const Member&, ConversationId, PostId) {
    return Result<std::vector<FoundArticle>>(unavailable("Not now."));
  });
  EXPECT_EQ(finding(review(kGood), Rule::kResource), nullptr) << "and nobody is kept from writing";
}

TEST_F(ReviewTest, WhereItHasToBeCleanNothingGoesOutThatHasToBeMended) {
  require_clean();
  EXPECT_TRUE(review(kBad).must_be_clean);
  const auto refused = outbox.reply(agent, reply_to("late", kBad, "key-1"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(refused.error().field, "text");
  EXPECT_TRUE(refused.error().message.ends_with("Your text is kept.")) << refused.error().message;
  EXPECT_EQ(draft_of(agent, "late"), kBad);

  const auto sent = outbox.reply(agent, reply_to("late", kGood, "key-1"));
  ASSERT_TRUE(sent) << sent.error().message;
  EXPECT_EQ(draft_of(agent, "late"), "");
  // Sent once, it stays sent: whoever lost our answer may ask again with other words.
  const auto again = outbox.reply(agent, reply_to("late", kBad, "key-1"));
  ASSERT_TRUE(again);
  EXPECT_EQ(std::get<ActView>(*again).act.id, std::get<ActView>(*sent).act.id);
}

TEST_F(ReviewTest, PostsAndQuotesHaveToBeCleanToo) {
  const PostRequest leak{
      channel.id, "Write to ana.private@example.com about it.", "key-post", {}, {}, "", {}};
  const PostRequest plain{channel.id, "We open at nine tomorrow.", "key-plain", {}, {}, "", {}};
  QuoteRequest quote;
  quote.post = post_named("late").id;
  quote.text = leak.text;
  quote.client_key = "key-quote";
  require_clean();
  const auto post = outbox.post(agent, leak);
  ASSERT_FALSE(post);
  EXPECT_EQ(post.error().field, "text");
  EXPECT_FALSE(outbox.quote(agent, quote));
  EXPECT_TRUE(outbox.post(agent, plain));
  quote.text = "This is what went wrong, and it is on us.";
  const auto quoted = outbox.quote(agent, quote);
  EXPECT_TRUE(quoted) << quoted.error().message << ": a quote owes nobody an answer";

  ASSERT_TRUE(coaching.change_voice(owner, {}));
  EXPECT_TRUE(outbox.post(agent, leak)) << "nobody asks for it any more";
}

TEST_F(ReviewTest, WhatAnotherProcessAskedForCountsAtOnce) {
  review(kBad);
  BrandVoice voice;
  voice.workspace = agent.workspace;
  voice.require_clean = true;
  voice.avoid = {"depot"};
  voice.changed_at = clock.now();
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.voices().save(voice); }));
  EXPECT_FALSE(outbox.reply(agent, reply_to("late", kBad, "key-1")));
  EXPECT_NE(finding(review(kGood), Rule::kTone), nullptr)
      << "its words are known from then on, too";
}

TEST_F(ReviewTest, WhichRulesAnotherProcessChangedIsKnownSoon) {
  const auto set = [&](Rule rule, RuleSetting setting) {
    ASSERT_TRUE(store().write([&](Unit& unit) {
      return unit.voices().save(RuleChoice{agent.workspace, std::string(to_word(rule)), setting});
    }));
  };
  const auto before = review(kBad);
  ASSERT_FALSE(before.review.findings.empty());
  const Rule rule = before.review.findings.front().rule;
  set(rule, RuleSetting::kOff);
  EXPECT_NE(finding(review(kBad), rule), nullptr) << "not asked with every word that is typed";
  clock.advance(CoachedBrands::kLookedAfter);
  EXPECT_EQ(finding(review(kBad), rule), nullptr);
  // A clock that is set back hides nothing for as long as it went.
  set(rule, RuleSetting::kUsual);
  clock.advance(-std::chrono::hours{1});
  EXPECT_NE(finding(review(kBad), rule), nullptr);

  // What has to be mended before it is sent counts at once.
  require_clean();
  for (const coach::Finding& each : before.review.findings) set(each.rule, RuleSetting::kOff);
  ASSERT_TRUE(outbox.reply(agent, reply_to("late", kBad, "key-1")));
  set(Rule::kPrivate, RuleSetting::kFix);
  EXPECT_FALSE(outbox.reply(agent, reply_to("late", "Write to ana.b@example.com.", "key-2")));
}

TEST_F(ReviewTest, WithoutItEverythingIsSentAsBefore) {
  EXPECT_TRUE(outbox.reply(agent, reply_to("late", kBad, "key-1")));
}

TEST_F(ReviewTest, UndoneAndTriedAgainIsNotRefused) {
  const auto sent = outbox.reply(agent, reply_to("late", kBad, "key-1"));
  ASSERT_TRUE(sent);
  require_clean();
  EXPECT_TRUE(outbox.undo(agent, std::get<ActView>(*sent).act.id));
  EXPECT_EQ(draft_of(agent, "late"), kBad);
}

}  // namespace
}  // namespace rapport
