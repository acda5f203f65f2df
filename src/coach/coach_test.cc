#include "coach/coach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "coach/testing/pairs.h"
#include "coach/testing/reviews.h"
#include "source_dir.h"

namespace rapport::coach {
namespace {

TEST(Coach, ARuleThatIsQuotedIsNoAnswerToWhomSomethingWentWrongFor) {
  const std::string draft = "As per our policy, parcels can take time. Please DM us your number.";
  const Review wall =
      review_of(exchange_of("third week and STILL no parcel. Where is it? Ridiculous.", draft));
  EXPECT_TRUE(finds(wall, Rule::kDeflect, Severity::kFix)) << found_in(wall);
  // Nor does it take up what they tell of.
  const Review told = review_of(exchange_of(
      "The bloke at the counter didn't look up and made me wait for half an hour. Rude.",
      "Dear customer. As per our policy swaps need a form."));
  ASSERT_FALSE(told.points.empty());
  for (const Point& point : told.points) EXPECT_FALSE(point.answered);
  const Review answer =
      review_of(exchange_of("How long do parcels take, as per your policy?", draft));
  EXPECT_FALSE(finds(answer, Rule::kDeflect, Severity::kFix)) << found_in(answer);
}

TEST(Coach, SaysWhatIsMissingAndIsQuietOnceItIsThere) {
  const std::string post =
      "My parcel is two weeks late and nobody answers. Ridiculous. When does it come?";
  const Review bad = review_of(exchange_of(post, "Please send us a direct message."));
  EXPECT_TRUE(finds(bad, Rule::kUnanswered, Severity::kConsider)) << found_in(bad);
  EXPECT_TRUE(finds(bad, Rule::kDeflect, Severity::kFix)) << found_in(bad);
  EXPECT_TRUE(finds(bad, Rule::kEmpathy, Severity::kConsider)) << found_in(bad);
  EXPECT_TRUE(finds(bad, Rule::kName, Severity::kConsider)) << found_in(bad);

  const Review good = review_of(exchange_of(
      post,
      "Maya, two weeks late is far too long, sorry. The parcel is in Lyon and moves on tonight."));
  for (const Finding& finding : good.findings) EXPECT_EQ(finding.severity, Severity::kNice);
  EXPECT_TRUE(finds(good, Rule::kName, Severity::kNice)) << found_in(good);
  ASSERT_EQ(good.points.empty(), false);
  for (const Point& point : good.points) {
    EXPECT_TRUE(point.answered || point.kind != PointKind::kQuestion);
  }
}

TEST(Coach, WhatMustBeMendedStandsFirst) {
  const Review review =
      review_of(exchange_of("Where is my parcel? It is three weeks late.",
                            "Hi Maya, thank you for reaching out. Please DM us."));
  ASSERT_GE(review.findings.size(), 3U);
  EXPECT_TRUE(
      std::is_sorted(review.findings.begin(), review.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; }));
}

TEST(Coach, AnEmptyDraftHasNoFindingsButTheirPoints) {
  const Review review =
      review_of(exchange_of("Do you ship to Bulgaria? How long does it take?", ""));
  EXPECT_TRUE(review.findings.empty());
  ASSERT_EQ(review.points.size(), 2U);
  EXPECT_FALSE(review.points[0].answered);
}

TEST(Coach, TicksEachPointByItself) {
  const Review review = review_of(
      exchange_of("Do you ship to Bulgaria? How long does it take?", "Yes, we ship to Bulgaria."));
  ASSERT_EQ(review.points.size(), 2U);
  EXPECT_TRUE(review.points[0].answered);
  EXPECT_FALSE(review.points[1].answered);
  ASSERT_EQ(review.points[0].draft_spans.size(), 1U);
}

TEST(Coach, AnAddressOrANumberOfTheirsIsNotForEverybody) {
  const std::string post = "Where is my order?";
  for (const std::string_view draft :
       {"It went to maya.lind@mail.example.", "I'll call you on +44 7700 900123.",
        "Your order 88213 is on its way."}) {
    EXPECT_TRUE(finds(review_of(exchange_of(post, draft)), Rule::kPrivate, Severity::kFix))
        << draft;
  }
  for (const std::string_view draft :
       {"Write to support@shop.example.", "Call us on 0800 555 0123.",
        "It left in 2026 and weighs 12 kg."}) {
    EXPECT_FALSE(finds(review_of(exchange_of(post, draft)), Rule::kPrivate, Severity::kFix))
        << draft;
  }
}

TEST(Coach, CountsWhatTheNetworkTakes) {
  Exchange exchange = exchange_of("Is it open?", "Yes, Maya, until ten.");
  exchange.limit = 21;
  EXPECT_FALSE(finds(review_of(exchange), Rule::kLimits, Severity::kFix));
  exchange.limit = 20;
  const Review review = review_of(exchange);
  ASSERT_TRUE(finds(review, Rule::kLimits, Severity::kFix));
  EXPECT_EQ(review.findings[0].draft_spans.at(0), (Span{20, 21}));
}

TEST(Coach, AnotherNameIsWrong) {
  const std::string post = "Is it open?";
  EXPECT_TRUE(finds(review_of(exchange_of(post, "Hi Peter, yes.")), Rule::kName, Severity::kFix));
  EXPECT_TRUE(finds(review_of(exchange_of(post, "Hi [Name], yes.")), Rule::kName, Severity::kFix));
  EXPECT_TRUE(finds(review_of(exchange_of(post, "Hi Maya, yes.")), Rule::kName, Severity::kNice));
  EXPECT_FALSE(finds(review_of(exchange_of(post, "Hi there, yes.")), Rule::kName, Severity::kFix));
  Exchange nobody = exchange_of(post, "Yes, it is.");
  nobody.author = {"zz_top_77", "zz.example"};
  EXPECT_FALSE(finds(review_of(nobody), Rule::kName, Severity::kConsider));
}

TEST(Coach, AnArticleThatSaysOtherwiseIsNamed) {
  Exchange exchange = exchange_of("How long does a filter last?", "A filter lasts six months.");
  exchange.articles = {
      {"https://help.example/filter", "Filter care", "A filter lasts 3 months.", {}}};
  const Review review = review_of(exchange);
  EXPECT_TRUE(finds(review, Rule::kContradiction, Severity::kConsider)) << found_in(review);
  EXPECT_TRUE(finds(review, Rule::kResource, Severity::kConsider)) << found_in(review);
  exchange.draft = "A filter lasts three months: https://help.example/filter";
  const Review right = review_of(exchange);
  EXPECT_FALSE(finds(right, Rule::kContradiction, Severity::kConsider));
  EXPECT_FALSE(finds(right, Rule::kResource, Severity::kConsider));
}

TEST(Coach, AnArticleContradictsByNumbersOppositesAndNo) {
  const std::string text =
      "The museum is open daily from 10 am to 6 pm. On Good Friday the museum is closed. Photos "
      "without flash are allowed. A ticket costs 12 euros, reduced 8 euros.";
  struct Case {
    const char* post;
    const char* draft;
    bool otherwise;
  };
  for (const Case& one : std::initializer_list<Case>{
           {"Is the museum open on Good Friday?", "Yes, the museum is open on Good Friday.", true},
           {"Is the museum open on Good Friday?", "No, closed on Good Friday, Maya.", false},
           {"Is the museum open on Good Friday?", "Closed on Good Friday, open on Saturday.",
            false},
           {"What does a ticket for the museum cost?", "A ticket costs 14 euros.", true},
           {"What does a ticket for the museum cost?", "12 euros, or 8 for students.", false},
           {"Are photos allowed in the museum?", "Photos are not allowed, sorry.", true},
           {"Are photos allowed in the museum?", "Photos are fine without flash.", false},
           {"When does the museum close?", "The museum is open until 8 pm.", true},
           {"When does the museum close?", "At 6 pm.", false}}) {
    Exchange exchange = exchange_of(one.post, one.draft);
    exchange.articles = {{"https://help.example/visit", "Your visit", text, {}}};
    const Review review = review_of(exchange);
    EXPECT_EQ(finds(review, Rule::kContradiction, Severity::kConsider), one.otherwise)
        << one.draft << ": " << found_in(review);
  }
}

TEST(Coach, QuestionsAreAnsweredByTheirKind) {
  struct Case {
    const char* post;
    const char* draft;
    bool unanswered;
  };
  for (const Case& one : std::initializer_list<Case>{
           {"When does it open? And do you have parking?", "Yes, behind the house.", true},
           {"When does it open? And do you have parking?", "At ten; you park behind it.", false},
           {"where is my parcel", "It is in Lyon.", false},
           {"where is my parcel", "Thank you for your message.", true},
           {"K1 or K2 for tea?", "The K2, Maya.", false},
           {"@shop why is it late?", "A van broke down on the bridge.", false},
           {"Why do I even bother?", "Sorry, Maya.", false},
           {"Can you call me?", "Yes, please send us a message.", false}}) {
    const Review review = review_of(exchange_of(one.post, one.draft));
    EXPECT_EQ(finds(review, Rule::kUnanswered, Severity::kConsider), one.unanswered)
        << one.post << " | " << one.draft << ": " << found_in(review);
  }
}

TEST(Coach, ACopyOfAnEarlierReplyIsShownWithIt) {
  Exchange exchange = exchange_of("Does the bag fit?",
                                  "The large bag fits under no seat, it is 55 centimetres long.");
  exchange.sent = {{"", "The large bag fits under no seat, it is 55 centimetres long!"}};
  const Review review = review_of(exchange);
  const auto copy = std::find_if(review.findings.begin(), review.findings.end(),
                                 [](const Finding& one) { return one.rule == Rule::kGeneric; });
  ASSERT_NE(copy, review.findings.end());
  EXPECT_EQ(copy->severity, Severity::kFix);
  EXPECT_EQ(copy->earlier, std::vector<std::size_t>{0});

  // The same of replies that were made ready before.
  const Replies ready({{"", "It is blue."}, {"", std::string(exchange.sent[0].reply)}});
  exchange.sent.clear();
  exchange.replies = &ready;
  const Review again = review_of(exchange);
  ASSERT_TRUE(finds(again, Rule::kGeneric, Severity::kFix)) << found_in(again);
  EXPECT_EQ(again.to_mend()->earlier, std::vector<std::size_t>{1});
}

TEST(Coach, AWorkspaceMakesOfARuleWhatItLikes) {
  Exchange exchange = exchange_of("Is it open?", "Dear sir or madam, kindly note that it is open.");
  EXPECT_TRUE(finds(review_of(exchange), Rule::kStuffy, Severity::kConsider));
  exchange.rules[Rule::kStuffy] = RuleSetting::kFix;
  EXPECT_TRUE(finds(review_of(exchange), Rule::kStuffy, Severity::kFix));
  EXPECT_FALSE(review_of(exchange).clean());
  exchange.rules[Rule::kStuffy] = RuleSetting::kOff;
  EXPECT_FALSE(finds(review_of(exchange), Rule::kStuffy, Severity::kFix));
  exchange.rules[Rule::kName] = RuleSetting::kNice;
  EXPECT_FALSE(finds(review_of(exchange), Rule::kName, Severity::kConsider));
  exchange.draft = "Yes Maya, it is.";
  EXPECT_TRUE(finds(review_of(exchange), Rule::kName, Severity::kNice));
}

// docs/coach.md tells which were right too seldom.
TEST(Coach, WhatWasRightTooSeldomIsSaidSoftlyUnlessItIsAskedFor) {
  Exchange blame = exchange_of("The door was locked, again. I had a booking!",
                               "You should have read our page, Maya. It clearly says so.");
  EXPECT_TRUE(finds(review_of(blame), Rule::kDefensive, Severity::kConsider));
  EXPECT_TRUE(review_of(blame).clean());
  blame.rules[Rule::kDefensive] = RuleSetting::kFix;
  EXPECT_TRUE(finds(review_of(blame), Rule::kDefensive, Severity::kFix));
  Exchange advert =
      exchange_of("My bag was lost and nobody calls me back. This is a disgrace.",
                  "Discover our amazing new summer collection, the best ever! Shop now!");
  EXPECT_TRUE(finds(review_of(advert), Rule::kHype, Severity::kConsider));
  EXPECT_FALSE(finds(review_of(advert), Rule::kHype, Severity::kFix));
  advert.rules[Rule::kHype] = RuleSetting::kFix;
  EXPECT_TRUE(finds(review_of(advert), Rule::kHype, Severity::kFix));
}

TEST(Coach, SaysWhatToWriteInstead) {
  const Review name = review_of(exchange_of("Is it open?", "Hi [Name], yes."));
  ASSERT_NE(name.to_mend(), nullptr);
  EXPECT_EQ(name.to_mend()->replace, "Maya");
  const Review office = review_of(exchange_of("Is it open?", "Yes Maya, Prior to noon it is."));
  ASSERT_TRUE(finds(office, Rule::kStuffy, Severity::kConsider)) << found_in(office);
  for (const Finding& finding : office.findings) {
    if (finding.rule == Rule::kStuffy) {
      EXPECT_EQ(finding.replace, "before");
    }
  }
}

TEST(Coach, AVoiceIsKept) {
  const auto why = [](const Exchange& exchange) {
    for (const Finding& finding : review_of(exchange).findings) {
      if (finding.rule == Rule::kTone && finding.severity != Severity::kNice) return finding.why;
    }
    return std::string();
  };
  Exchange exchange = exchange_of("Is it open?", "Yes Maya, it is.");
  EXPECT_EQ(why(exchange), "");
  exchange.voice.signature = "– Ben";
  EXPECT_NE(why(exchange), "");
  exchange.draft = "Yes Maya, it is. – Ben";
  EXPECT_EQ(why(exchange), "");
  exchange.voice = {};
  exchange.voice.formality = Formality::kFormal;
  EXPECT_EQ(why(exchange), "");
  exchange.draft = "Hey Maya, yeah it is.";
  EXPECT_NE(why(exchange), "");
  exchange.voice.formality = Formality::kCasual;
  EXPECT_EQ(why(exchange), "");
  exchange.draft = "Dear Maya, yes. Kind regards, the team.";
  EXPECT_NE(why(exchange), "");
  exchange.voice = {};
  exchange.draft = "Haha Maya, yes it is!";
  EXPECT_EQ(why(exchange), "");
  exchange.voice.humour = Humour::kNone;
  EXPECT_NE(why(exchange), "");
  exchange.voice = {};
  exchange.voice.emoji = EmojiUse::kNone;
  exchange.draft = "Yes Maya 🎉";
  EXPECT_NE(why(exchange), "");
  exchange.voice = {};
  exchange.voice.love = {"it is"};
  exchange.draft = "Yes Maya, it is.";
  EXPECT_TRUE(finds(review_of(exchange), Rule::kTone, Severity::kNice));
  exchange.voice.avoid = {"It is"};
  EXPECT_NE(why(exchange), "");
}

TEST(Coach, AWarmVoiceGreetsAndABriskOneComesToThePoint) {
  Exchange exchange =
      exchange_of("Where do I find the invoice?",
                  "The invoice is under Account, Documents, and can be saved as PDF.");
  exchange.author = {};
  EXPECT_FALSE(finds(review_of(exchange), Rule::kTone, Severity::kConsider));
  exchange.voice.warmth = Warmth::kWarm;
  EXPECT_TRUE(finds(review_of(exchange), Rule::kTone, Severity::kConsider));
  exchange.draft = "Good question! The invoice is under Account, Documents, as a PDF.";
  exchange.voice.warmth = Warmth::kBrisk;
  EXPECT_FALSE(finds(review_of(exchange), Rule::kTone, Severity::kConsider));
  exchange.draft = "Thanks for your message! We appreciate it. It is under Account, Documents.";
  EXPECT_TRUE(finds(review_of(exchange), Rule::kTone, Severity::kConsider));
}

TEST(Coach, WhatMayBePromisedIsNoFinding) {
  Exchange exchange = exchange_of("Can I get a refund?", "Yes Maya, we will refund you in full.");
  EXPECT_TRUE(finds(exchange, Rule::kPromise));
  exchange.voice.may_promise = {"date"};
  EXPECT_TRUE(finds(exchange, Rule::kPromise));
  exchange.voice.may_promise = {"refund"};
  EXPECT_FALSE(finds(exchange, Rule::kPromise));
  exchange.voice.may_promise = {"in full"};
  EXPECT_FALSE(finds(exchange, Rule::kPromise));
}

TEST(Coach, AnotherLanguageIsTold) {
  EXPECT_TRUE(finds(
      review_of(exchange_of("Ist das Museum am Montag geöffnet oder habt ihr da geschlossen?",
                            "Hi Maya, the museum is closed on Mondays and opens on Tuesday.")),
      Rule::kLanguage, Severity::kFix));
}

TEST(Coach, SaysTheSameTwiceAndOfNothingNothing) {
  Coach coach(models());
  Review one;
  Review two;
  for (const LabelledPair& pair : load_pairs(RAPPORT_SOURCE_DIR "/tests/coach/pairs")) {
    const Exchange exchange = pair.exchange();
    coach.review(exchange, one);
    coach.review(exchange, two);
    EXPECT_EQ(found_in(one), found_in(two)) << pair.draft;
    // A rule speaks once, but for limits and voice, which are several.
    std::set<Rule> rules;
    for (const Finding& finding : one.findings) {
      EXPECT_TRUE(rules.insert(finding.rule).second || finding.rule == Rule::kLimits ||
                  finding.rule == Rule::kTone)
          << pair.draft;
      EXPECT_FALSE(finding.why.empty());
      EXPECT_EQ(finding.next.empty(), finding.severity == Severity::kNice) << pair.draft;
    }
  }
  coach.review(Exchange{}, one);
  EXPECT_TRUE(one.findings.empty());
  EXPECT_TRUE(one.points.empty());
}

TEST(Coach, ReadsTheBeginningOfWhatIsVeryLong) {
  const auto repeated = [](std::string_view piece) {
    std::string out;
    while (out.size() < 100'000) out += piece;
    return out;
  };
  for (const std::string_view piece :
       {"1", "Is it? ", "delivery ", "[ ", "\xF0\x9F\x98\xA1", "ü, "}) {
    const std::string text = repeated(piece);
    const std::string other = repeated("delivery of a parcel is not free. ");
    Exchange exchange = exchange_of(text, other);
    exchange.articles = {{"https://help.example/a", "Delivery of a parcel", other, {}}};
    const Review review = review_of(exchange);
    exchange.draft = text;
    exchange.post = other;
    for (const Finding& finding : review_of(exchange).findings) {
      for (const Span& span : finding.draft_spans) EXPECT_LE(span.end, text.size());
    }
  }
  for (const std::string_view draft : {"1", "Hi", "Hi Maya", "?", "🎉", "Sorry"}) {
    review_of(exchange_of("Is it open?", draft));
  }
}

// A draft for a post, and whether a rule speaks.
struct Case {
  std::string_view post;
  std::string_view draft;
};

TEST(Coach, TellsBlameFromTakingIt) {
  for (const Case& one : {
           Case{"The mop fell apart.", "You must have washed it too hot."},
           Case{"The mop fell apart.", "Are you quite sure you followed the leaflet?"},
           Case{"The mop fell apart.", "Nobody else has complained about it."},
           Case{"The mop fell apart.", "All sales are final under our terms."},
           Case{"Der Mopp ist kaputt.", "Sie hätten die Anleitung lesen müssen."},
           Case{"La mopa está rota.", "No ha leído las instrucciones."},
       }) {
    const Review review = review_of(exchange_of(one.post, one.draft));
    EXPECT_TRUE(finds(review, Rule::kDefensive, Severity::kConsider)) << one.draft;
  }
  for (const Case& one : {
           Case{"The mop fell apart.", "That is not your fault, Maya, the glue is bad."},
           Case{"The mop fell apart.", "We should have told you that it is only for cold water."},
           Case{"Can I return it after a month?", "Our terms give you 60 days, Maya."},
           Case{"Der Mopp ist kaputt.", "Wir hätten den Stiel besser verleimen müssen."},
       }) {
    const Review review = review_of(exchange_of(one.post, one.draft));
    EXPECT_FALSE(finds(review, Rule::kDefensive, Severity::kConsider)) << one.draft;
  }
}

TEST(Coach, HearsThatSomebodyIsLetDownWithoutAnyAngryWord) {
  const std::string_view draft = "Please choose a new date in the app.";
  for (const std::string_view post :
       {"Third time the plumber didn't come and nobody called. I took a day off for this.",
        "Charged twice for one ticket and still no reply after 3 weeks.",
        "Oh great, another update that wiped my alarms. Love missing my train.",
        "Missed my sister's wedding because your bus never came."}) {
    EXPECT_TRUE(finds(review_of(exchange_of(post, draft)), Rule::kEmpathy, Severity::kConsider))
        << post;
  }
  for (const std::string_view post :
       {"If it rains, is the walk cancelled?", "How do I repair a broken handle?",
        "Lost the manual. Is there a PDF somewhere?"}) {
    EXPECT_FALSE(finds(review_of(exchange_of(post, draft)), Rule::kEmpathy, Severity::kConsider))
        << post;
  }
}

TEST(Coach, WhatTheyComplainOfIsAPointOfTheirs) {
  for (const std::string_view post :
       {"My order arrived late and the lid is cracked.", "You charged me twice for the gym.",
        "The app crashes since the update.", "Meine Lieferung ist immer noch nicht angekommen.",
        "Le colis est arrivé cassé et sale."}) {
    const Review review = review_of(exchange_of(post, ""));
    ASSERT_EQ(review.points.size(), 1U) << post;
    EXPECT_EQ(review.points[0].kind, PointKind::kProblem);
  }
  const Review taken = review_of(exchange_of("The app crashes since the update.",
                                             "The crashes come from our last update, Maya."));
  ASSERT_EQ(taken.points.size(), 1U);
  EXPECT_TRUE(taken.points[0].answered);
  EXPECT_TRUE(
      review_of(exchange_of("What a lovely late summer, love the mugs!", "")).points.empty());
}

TEST(Coach, WhoeverHadToAskAgainIsToldThatWeKnow) {
  Exchange exchange = exchange_of("Is there a date for the blue lamp in Leeds by now?",
                                  "Maya, the blue lamp is in Leeds from Friday on.");
  EXPECT_FALSE(finds(review_of(exchange), Rule::kEmpathy, Severity::kConsider));
  exchange.past = {{"When does the blue lamp come to Leeds, is there a date?", false}};
  EXPECT_TRUE(finds(review_of(exchange), Rule::kEmpathy, Severity::kConsider));
  exchange.draft = "Maya, sorry that you had to ask again: the blue lamp is in Leeds on Friday.";
  EXPECT_FALSE(finds(review_of(exchange), Rule::kEmpathy, Severity::kConsider));
  exchange.draft = "Maya, the blue lamp is in Leeds from Friday on.";
  exchange.past = {{"Do you repair toasters?", false}};
  EXPECT_FALSE(finds(review_of(exchange), Rule::kEmpathy, Severity::kConsider));
}

TEST(Coach, WhatTheyWereToldAlreadyIsShown) {
  Exchange exchange = exchange_of("Still no lamp?",
                                  "The lamp left our depot this morning and the courier brings it "
                                  "to your door by the end of the week.");
  exchange.sent = {{"Where is it?", "It is in the shop."}};
  exchange.thread = {{"Where is my lamp?", false}, {"We are looking for it.", true}};
  EXPECT_FALSE(finds(review_of(exchange), Rule::kGeneric, Severity::kFix));
  exchange.past = {{"Where is my lamp?", false},
                   {"The lamp left our depot this morning, and the courier brings it to your door "
                    "by the end of the week.",
                    true}};
  const Review review = review_of(exchange);
  const auto told = std::find_if(review.findings.begin(), review.findings.end(),
                                 [](const Finding& one) { return one.rule == Rule::kGeneric; });
  ASSERT_NE(told, review.findings.end());
  EXPECT_EQ(told->severity, Severity::kFix);
  ASSERT_EQ(told->earlier.size(), 1U);
  EXPECT_EQ(exchange.earlier_reply(told->earlier[0]), exchange.past[1].text);
}

TEST(Coach, NumbersOfARegisterAreTheirsAlone) {
  for (const std::string_view draft :
       {"Your claim CLM-20931-77 is with Ewan.", "It is 4471-0092-88.",
        "Ihr Auftrag 2291-884 kommt.", "The one with 40771902 bounced."}) {
    EXPECT_TRUE(
        finds(review_of(exchange_of("Where is it?", draft)), Rule::kPrivate, Severity::kFix))
        << draft;
  }
  for (const std::string_view draft :
       {"The policy of 2019 ended.", "It costs 1250000 euros.", "It was 2019-2024.",
        "Your claim was about 5400 euros.", "Please contact our team at 800-222-2377."}) {
    EXPECT_FALSE(
        finds(review_of(exchange_of("Where is it?", draft)), Rule::kPrivate, Severity::kFix))
        << draft;
  }
}

TEST(Coach, ThanksForAnythingAreThin) {
  for (const std::string_view draft : {"Thanks so much for flagging, Maya!",
                                       "Thank you for thinking of us!", "Super, danke dir!"}) {
    EXPECT_TRUE(finds(review_of(exchange_of("I'd love a smaller cup.", draft)), Rule::kThin,
                      Severity::kConsider))
        << draft;
  }
  EXPECT_FALSE(finds(review_of(exchange_of("I'd love a smaller cup.", "Thanks, Jo draws one now.")),
                     Rule::kThin, Severity::kConsider));
}

TEST(Coach, AnOfficeThatSpeaksToNobodyIsStuffy) {
  const std::string post = "Can I bring my own tent?";
  EXPECT_TRUE(
      finds(review_of(exchange_of(
                post, "Tents of visitors were inspected at the time of their registration.")),
            Rule::kStuffy, Severity::kConsider));
  EXPECT_FALSE(finds(review_of(exchange_of(post,
                                           "Yes, Maya, and the meadow by the lake is closed "
                                           "to cars, so your tent is safe there.")),
                     Rule::kStuffy, Severity::kConsider));
}

TEST(Coach, ShortWordsOfOtherContentAreNoCopy) {
  Exchange exchange = exchange_of("Is the museum open on Good Friday?",
                                  "On Good Friday the museum is open from 10 to 4.");
  exchange.sent = {{"Are you open on Good Friday?",
                    "On Good Friday the museum is closed, on the Saturday after it is open from 10 "
                    "to 6."}};
  const Review review = review_of(exchange);
  EXPECT_FALSE(finds(review, Rule::kGeneric, Severity::kFix));
  EXPECT_TRUE(finds(review, Rule::kContradiction, Severity::kConsider)) << found_in(review);
}

TEST(CoachPairs, AreEnoughInEachSplit) {
  const auto pairs = load_pairs(RAPPORT_SOURCE_DIR "/tests/coach/pairs");
  EXPECT_GE(pairs.size(), 440U);
  for (const Split split : {Split::kDevelopment, Split::kHeldOut}) {
    EXPECT_GE(std::count_if(pairs.begin(), pairs.end(),
                            [split](const LabelledPair& one) { return split_of(one) == split; }),
              300);
  }
}

}  // namespace
}  // namespace rapport::coach
