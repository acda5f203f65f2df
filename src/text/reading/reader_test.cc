// The reader over the models that are shipped.

#include "text/reading/reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "source_dir.h"
#include "text/learning/adaptation.h"

namespace rapport {
namespace {

std::shared_ptr<const Models> models() {
  static const auto opened = Models::open(std::string(RAPPORT_SOURCE_DIR) + "/models");
  if (!opened) throw std::runtime_error(opened.error().message);
  return *opened;
}

Reading read(std::string_view text, std::string_view language = {},
             const Adaptation* adaptation = nullptr) {
  Reading out;
  Reader::make(models())->read(text, language, adaptation, out);
  return out;
}

bool has(const Reading& reading, Intent intent) {
  return std::ranges::any_of(reading.intents, [&](const auto& f) { return f.label == intent; });
}

bool has(const Reading& reading, std::string_view reason) {
  return std::ranges::any_of(reading.reasons, [&](const auto& f) { return f.label == reason; });
}

std::string spans(std::string_view text, const Evidence& evidence) {
  std::string out;
  for (const Span& span : evidence) {
    out += "[" + std::string(text.substr(span.begin, span.end - span.begin)) + "]";
  }
  return out;
}

// Evidence lies in the text, in order, apart, on character boundaries.
void check(std::string_view text, const Evidence& evidence) {
  std::size_t end = 0;
  for (const Span& span : evidence) {
    ASSERT_LT(span.begin, span.end);
    ASSERT_GE(span.begin, end);
    ASSERT_LE(span.end, text.size());
    // Whole characters; what is broken in the text may lie within.
    const auto inside = [&](std::size_t at) {
      return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
    };
    ASSERT_TRUE(!is_utf8(text) || (!inside(span.begin) && !inside(span.end)));
    end = span.end;
  }
}

void check(std::string_view text, const Reading& reading) {
  check(text, reading.sentiment_evidence);
  for (const auto& found : reading.intents) check(text, found.evidence);
  for (const auto& found : reading.reasons) check(text, found.evidence);
  check(text, reading.emotion.evidence);
  check(text, reading.toxicity_evidence);
  check(text, reading.urgency_evidence);
  check(text, reading.needs_reply_evidence);
  const auto share = [](float p) { return std::isfinite(p) && p >= 0 && p <= 1; };
  EXPECT_TRUE(share(reading.toxicity) && share(reading.urgency) && share(reading.needs_reply_p));
  if (reading.sentiment_read) {
    EXPECT_NEAR(reading.sentiment_p[0] + reading.sentiment_p[1] + reading.sentiment_p[2], 1, 1e-4);
    EXPECT_NEAR(reading.score, reading.sentiment_p[2] - reading.sentiment_p[0], 1e-6);
  }
}

TEST(Reader, TellsGoodFromBadWithItsEvidence) {
  const std::string good = "I love this place, the coffee is amazing!";
  Reading reading = read(good);
  EXPECT_EQ(reading.sentiment, Sentiment::kPositive);
  EXPECT_GT(reading.score, 0.5F);
  EXPECT_NE(spans(good, reading.sentiment_evidence).find("love"), std::string::npos)
      << spans(good, reading.sentiment_evidence);
  const std::string bad = "Worst service ever, I am so angry and disappointed.";
  reading = read(bad);
  EXPECT_EQ(reading.sentiment, Sentiment::kNegative);
  EXPECT_LT(reading.score, -0.5F);
  EXPECT_TRUE(has(reading, Intent::kComplaint));
  EXPECT_TRUE(reading.needs_reply);
  EXPECT_EQ(reading.why, ReplyWhy::kComplains);
}

TEST(Reader, AQuestionWantsAnAnswer) {
  const Reading reading = read("Hi, what time do you open on Sunday?");
  EXPECT_TRUE(has(reading, Intent::kQuestion));
  EXPECT_FALSE(has(reading, Intent::kComplaint));
  EXPECT_TRUE(reading.needs_reply);
  EXPECT_EQ(reading.why, ReplyWhy::kAsks);
  EXPECT_EQ(reading.language, "en");
}

TEST(Reader, ThanksAreKindAndOweNothing) {
  const Reading reading = read("Thank you so much, that was very kind of you 🙏");
  EXPECT_TRUE(has(reading, Intent::kThanks));
  EXPECT_FALSE(reading.needs_reply);
  EXPECT_EQ(reading.why, ReplyWhy::kKind);
  EXPECT_EQ(reading.emotion.label, Emotion::kGratitude);
}

TEST(Reader, OtherLanguagesAreReadForSentimentOrNotAtAll) {
  const Reading german = read("Das ist ja wirklich schlecht, ich bin sehr enttäuscht von euch");
  EXPECT_EQ(german.language, "de");
  EXPECT_TRUE(german.sentiment_read);
  EXPECT_EQ(german.sentiment, Sentiment::kNegative);
  EXPECT_FALSE(german.rest_read);
  EXPECT_TRUE(german.intents.empty());
  EXPECT_TRUE(german.needs_reply);
  EXPECT_EQ(german.why, ReplyWhy::kUnread);
  const Reading finnish = read("Milloin teidän kauppanne aukeaa huomenna aamulla?");
  EXPECT_EQ(finnish.language, "fi");
  EXPECT_FALSE(finnish.sentiment_read);
  EXPECT_EQ(finnish.why, ReplyWhy::kUnread);
}

TEST(Reader, HeartsAreReadWithoutALanguage) {
  const Reading reading = read("❤️❤️❤️ 😍");
  EXPECT_EQ(reading.language, "und");
  EXPECT_TRUE(reading.sentiment_read);
  EXPECT_EQ(reading.sentiment, Sentiment::kPositive);
  EXPECT_EQ(reading.entities.size(), 4u);
}

TEST(Reader, TopicsAreTheWorkspacesOwnInEveryLanguage) {
  Topic topic;
  topic.id = 42;
  topic.terms = {{"lieferung", 0.8F}};
  Adaptation adaptation;
  adaptation.use_topics(std::make_shared<TopicIndex>(std::vector<Topic>{topic}));
  const std::string_view text = "Wo bleibt denn nur meine Lieferung?";
  const Reading reading = read(text, "de", &adaptation);
  ASSERT_EQ(reading.topics.size(), 1u);
  EXPECT_EQ(reading.topics[0].label, 42);
  EXPECT_EQ(spans(text, reading.topics[0].evidence), "[Lieferung]");
  EXPECT_TRUE(read(text, "de").topics.empty());
}

TEST(Reader, NothingToReadSaysSo) {
  for (const auto* text : {"", "   \n", "@ana @bo", "https://a.example/b"}) {
    const Reading reading = read(text);
    EXPECT_FALSE(reading.sentiment_read) << text;
    EXPECT_FALSE(reading.needs_reply) << text;
    EXPECT_EQ(reading.why, ReplyWhy::kEmpty) << text;
  }
}

TEST(Reader, MergedReasonsAnswerToOneKey) {
  const std::string text = "My parcel is lost, the delivery never came and nobody answers";
  const Reading plain = read(text);
  ASSERT_TRUE(has(plain, "delivery"));
  ReasonTaxonomy taxonomy;
  taxonomy.builtin[static_cast<std::size_t>(Reason::kDelivery)] = "shipping";
  const Adaptation adaptation(taxonomy);
  const Reading merged = read(text, {}, &adaptation);
  EXPECT_TRUE(has(merged, "shipping"));
  EXPECT_FALSE(has(merged, "delivery"));
}

TEST(Reader, TheSameTextGivesTheSameReadingWhateverWasReadBefore) {
  const std::vector<std::string> texts = {"I love it",
                                          "Where is my order?? It was due on Monday",
                                          "não gostei nada disto",
                                          "ok",
                                          "This app crashes on every start, please fix it asap!!",
                                          "東京は楽しい"};
  std::vector<Reading> alone;
  for (const std::string& text : texts) alone.push_back(read(text));
  const auto reader = Reader::make(models());
  Reading again;
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = texts.size(); i-- > 0;) {
      reader->read(texts[i], {}, nullptr, again);
      EXPECT_EQ(again, alone[i]) << texts[i];
    }
  }
}

RC_GTEST_PROP(ReaderProperty, AnyTextIsReadWithinItsBounds, ()) {
  static const auto reader = Reader::make(models());
  const auto parts = *rc::gen::container<std::vector<std::string>>(
      rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                     rc::gen::elementOf(std::vector<std::string>{
                         "I hate ", "this ", "not ", "love ", "where is ", "my order", "?", "!!! ",
                         "@ana ", "#fail ", "👩‍👧", "🇩🇪", "東京", "\xe2\x80", "e\xcc\x81",
                         "\n", "refund now ", "thanks ", "don’t "})));
  std::string text;
  for (const std::string& part : parts) text += part;
  if (*rc::gen::arbitrary<bool>()) text = clean_utf8(text);
  Reading one;
  reader->read(text, {}, nullptr, one);
  check(text, one);
  Reading other;
  Reader::make(models())->read(text, {}, nullptr, other);
  RC_ASSERT(one == other);
}

TEST(Adaptation, LearnsWhatMembersCorrectAndKeepsTheRest) {
  // A ski school: "sick" and "insane" are praise there.
  std::vector<LabelledPost> corrected;
  for (const auto* text :
       {"that powder run was sick", "sick jump on the second slope", "insane snow this morning",
        "what an insane day on the north face", "your park is sick", "the half pipe is insane",
        "sick lesson with Tom", "insane views from the top lift", "sick sick sick",
        "that was an insane ride", "sick edit of our run", "insane conditions today"}) {
    LabelledPost& post = corrected.emplace_back();
    post.text = text;
    post.language = "en";
    post.sentiment = Sentiment::kPositive;
  }
  std::vector<LabelledPost> accepted;
  for (const auto* text :
       {"the lift was closed and nobody told us", "I lost my pass, what can I do?",
        "great morning on the slopes", "terrible queue at the gondola",
        "when does the season start?", "thanks for the lovely lesson"}) {
    LabelledPost& post = accepted.emplace_back();
    post.text = text;
    post.language = "en";
    post.sentiment = read(text).sentiment;
  }
  const auto learned = learn(models(), {}, corrected, accepted);
  ASSERT_TRUE(learned) << learned.error().message;
  EXPECT_EQ(learned->examples, 18u);
  EXPECT_TRUE(learned->better()) << learned->before << " -> " << learned->after;
  EXPECT_EQ(read("such a sick run", {}, &learned->adaptation).sentiment, Sentiment::kPositive);
  for (const LabelledPost& post : accepted) {
    EXPECT_EQ(read(post.text, {}, &learned->adaptation).sentiment, *post.sentiment) << post.text;
  }
}

TEST(Adaptation, AReasonOfItsOwnIsLearned) {
  ReasonTaxonomy taxonomy;
  taxonomy.own = {"piste"};
  std::vector<LabelledPost> corrected;
  for (const auto* text :
       {"the piste was pure ice and badly groomed, awful", "terrible piste, rocks everywhere",
        "you did not groom the piste again, this is bad", "awful piste today, full of holes",
        "piste number four is a disgrace", "the piste is icy and dangerous, very disappointed",
        "who looks after the piste? it is a mess", "another morning on a bare piste, no snow",
        "the blue piste was closed again", "stones all over the piste, my skis are ruined"}) {
    LabelledPost& post = corrected.emplace_back();
    post.text = text;
    post.language = "en";
    post.reasons = {"piste"};
  }
  // Members dealt with these and had nothing to say about their reasons.
  std::vector<LabelledPost> accepted;
  for (const auto* text :
       {"terrible service at the till, awful", "the shop is a disgrace",
        "very disappointed, you did not answer again", "bad food and too dear"}) {
    LabelledPost& post = accepted.emplace_back();
    post.text = text;
    post.language = "en";
    post.reasons.emplace();
    for (const auto& found : read(text).reasons) post.reasons->push_back(found.label);
  }
  const auto learned = learn(models(), taxonomy, corrected, accepted);
  ASSERT_TRUE(learned);
  EXPECT_GT(learned->after, learned->before);
  EXPECT_TRUE(has(read("this piste was pure ice again", {}, &learned->adaptation), "piste"));
  EXPECT_FALSE(has(read("my parcel never came, terrible", {}, &learned->adaptation), "piste"));
}

TEST(Adaptation, SurvivesTheDatabase) {
  LabelledPost post;
  post.text = "that was sick";
  post.sentiment = Sentiment::kPositive;
  ReasonTaxonomy taxonomy;
  taxonomy.own = {"piste"};
  const auto learned = learn(models(), taxonomy, {post, post}, {});
  ASSERT_TRUE(learned);
  const std::string bytes = learned->adaptation.write();
  const auto back = Adaptation::read(bytes);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, learned->adaptation);
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_FALSE(Adaptation::read(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(Adaptation::read(bytes + "x"));
}

TEST(Adaptation, NothingCorrectedTeachesNothing) {
  EXPECT_EQ(learn(models(), {}, {}, {}).error().kind, ErrorKind::kInvalid);
}

}  // namespace
}  // namespace rapport
