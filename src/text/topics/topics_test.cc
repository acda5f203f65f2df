#include "text/topics/topics.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/topics/stop_words.h"
#include "text/topics/terms.h"

namespace rapport {
namespace {

// Invented posts about four things, in words that are put together anew each time.
const std::vector<std::vector<std::string>>& subjects() {
  static const std::vector<std::vector<std::string>> all{
      {"parcel", "courier", "delivery", "tracking", "shipped", "doorstep", "depot"},
      {"login", "password", "crashes", "update", "account", "reset", "screen"},
      {"discount", "price", "expensive", "voucher", "refund", "invoice", "charged"},
      {"barista", "espresso", "beans", "roast", "grinder", "crema", "milk"},
  };
  return all;
}

const std::vector<std::string>& fillers() {
  static const std::vector<std::string> all{"really", "today", "monday", "weather",  "sister",
                                            "garden", "city",  "window", "birthday", "dinner",
                                            "music",  "phone", "blue",   "quiet",    "holiday",
                                            "office", "walk",  "train",  "book",     "school"};
  return all;
}

std::string post_about(const std::vector<std::string>& words, std::mt19937& random) {
  std::string text = "So my ";
  for (int i = 0; i < 3; ++i) {
    text += words[random() % words.size()] + " and the ";
    if (random() % 2 == 0) text += fillers()[random() % fillers().size()] + " with ";
  }
  return text + fillers()[random() % fillers().size()] + " again";
}

std::vector<std::string> posts_of(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> posts;
  for (std::size_t i = 0; i < count; ++i) {
    posts.push_back(post_about(subjects()[random() % subjects().size()], random));
  }
  return posts;
}

std::vector<Topic> learned(const std::vector<std::string>& posts, TopicOptions options = {}) {
  const std::vector<std::string_view> views(posts.begin(), posts.end());
  return learn_topics(views, options);
}

// Which subject most of its terms are of; the number of subjects if none.
std::size_t subject_of(const Topic& topic) {
  std::vector<std::size_t> hits(subjects().size(), 0);
  for (const TopicTerm& term : topic.terms) {
    for (std::size_t i = 0; i < subjects().size(); ++i) {
      for (const std::string& word : subjects()[i]) {
        if (term_key(term.words) == term_key(word)) ++hits[i];
      }
    }
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  return *best >= 3 ? static_cast<std::size_t>(best - hits.begin()) : subjects().size();
}

std::vector<Found<std::int64_t>> assigned(const std::vector<Topic>& topics, std::string_view text) {
  Tokens tokens;
  cut_tokens(text, tokens);
  std::vector<Found<std::int64_t>> out;
  TopicIndex(topics).assign(tokens, out);
  return out;
}

TEST(Topics, AreWhatThePostsAreAbout) {
  for (const std::size_t count : {400U, 1000U, 5000U}) {
    const std::vector<Topic> topics = learned(posts_of(count, 1));
    ASSERT_EQ(topics.size(), subjects().size()) << count;
    std::vector<bool> found(subjects().size(), false);
    for (const Topic& topic : topics) {
      const std::size_t subject = subject_of(topic);
      ASSERT_LT(subject, subjects().size()) << topic.name;
      EXPECT_FALSE(found[subject]);
      found[subject] = true;
      // A word that strayed in by chance is weak: it can't decide alone.
      for (const TopicTerm& term : topic.terms) {
        const bool is_own =
            std::count(subjects()[subject].begin(), subjects()[subject].end(), term.words) != 0;
        if (term.words.find(' ') == std::string::npos && !is_own) {
          EXPECT_LT(term.weight, kAboutTopic) << term.words;
        }
      }
      EXPECT_FALSE(topic.name.empty());
      EXPECT_EQ(topic.examples.size(), 3U);
      EXPECT_NEAR(static_cast<double>(topic.posts), static_cast<double>(count) / 4,
                  static_cast<double>(count) / 12);
    }
  }
}

TEST(Topics, AreTheSameForTheSamePosts) {
  const std::vector<std::string> posts = posts_of(600, 2);
  EXPECT_EQ(learned(posts), learned(posts));
}

TEST(Topics, AreNoneOfTooFewOrOfNoise) {
  EXPECT_TRUE(learned({}).empty());
  EXPECT_TRUE(learned(posts_of(49, 3)).empty());
  // A hundred pastes are one post.
  EXPECT_TRUE(learned(std::vector<std::string>(300, posts_of(1, 4)[0])).empty());
  std::mt19937 random(5);
  std::vector<std::string> noise;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int word = 0; word < 8; ++word) {
      text += "word";
      for (auto rest = random() % 150 + 1; rest > 0; rest /= 5) {
        text += static_cast<char>('a' + rest % 5);
      }
      text += ' ';
    }
    noise.push_back(text);
  }
  EXPECT_TRUE(learned(noise).empty());
}

TEST(Topics, KeepToTheirBounds) {
  TopicOptions options;
  options.most_topics = 2;
  options.most_terms = 5;
  options.most_examples = 1;
  const std::vector<Topic> topics = learned(posts_of(800, 6), options);
  ASSERT_EQ(topics.size(), 2U);
  EXPECT_GE(topics[0].posts, topics[1].posts);
  for (const Topic& topic : topics) {
    EXPECT_LE(topic.terms.size(), 5U);
    EXPECT_EQ(topic.examples.size(), 1U);
  }
  options.most_posts = 40;
  EXPECT_TRUE(learned(posts_of(800, 6), options).empty());
}

TEST(Topics, OfTheBackgroundAreNone) {
  const std::vector<std::string> posts = posts_of(800, 7);
  // Everybody else writes about deliveries, too.
  std::mt19937 random(8);
  std::vector<std::string> others;
  for (int i = 0; i < 800; ++i) others.push_back(post_about(subjects()[0], random));
  const std::vector<std::string_view> background(others.begin(), others.end());
  TopicOptions options;
  options.background = background;
  for (const Topic& topic : learned(posts, options)) EXPECT_NE(subject_of(topic), 0U);
  EXPECT_EQ(learned(posts, options).size(), 3U);
}

TEST(Topics, FindTwoWordPhrases) {
  std::mt19937 random(9);
  std::vector<std::string> posts = posts_of(600, 9);
  for (int i = 0; i < 200; ++i) {
    posts.push_back("The customer hotline left me on the " + subjects()[0][random() % 7] +
                    " queue, agent rude, hotline " + fillers()[random() % fillers().size()] +
                    (random() % 2 == 0 ? " agent" : " queue") + std::to_string(i) + " " +
                    fillers()[random() % fillers().size()]);
  }
  bool found = false;
  for (const Topic& topic : learned(posts)) {
    for (const TopicTerm& term : topic.terms) found = found || term.words == "customer hotline";
  }
  EXPECT_TRUE(found);
}

TEST(Topics, AreLearnedOfTextWithoutSpaces) {
  const std::vector<std::vector<std::string>> kinds{
      {"\u914d\u9001", "\u8377\u7269", "\u9045\u5ef6", "\u5b85\u914d", "\u5009\u5eab"},
      {"\u4fa1\u683c", "\u5272\u5f15", "\u9ad8\u984d", "\u8fd4\u91d1", "\u8acb\u6c42"}};
  std::mt19937 random(10);
  std::vector<std::string> posts;
  for (int i = 0; i < 400; ++i) {
    const auto& words = kinds[random() % 2];
    posts.push_back(words[random() % 5] + "\u304c" + words[random() % 5] + "\u3067\u3001" +
                    words[random() % 5] + "\u3067\u3059 " + fillers()[random() % fillers().size()] +
                    " " + fillers()[random() % fillers().size()]);
  }
  const std::vector<Topic> topics = learned(posts);
  ASSERT_EQ(topics.size(), 2U);
  const auto found =
      assigned(topics, "\u8377\u7269\u306e\u914d\u9001\u304c\u307e\u3060\u3067\u3059");
  ASSERT_EQ(found.size(), 1U);
}

Topic topic_of(std::int64_t id, std::vector<TopicTerm> terms) {
  Topic topic;
  topic.id = id;
  topic.name = "topic " + std::to_string(id);
  topic.terms = std::move(terms);
  topic.posts = 10;
  return topic;
}

TEST(Topics, APostIsAboutThoseWhoseTermsItHolds) {
  const std::vector<Topic> topics{
      topic_of(7, {{"delivery", 0.8F}, {"courier", 0.6F}, {"parcel", 0.4F}}),
      topic_of(9, {{"customer service", 0.9F}, {"service", 0.3F}, {"parcel", 0.2F}})};
  const std::string text = "Two DELIVERIES, one #courier, and no customer service";
  const auto found = assigned(topics, text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].label, 9);
  EXPECT_FLOAT_EQ(found[0].p, 1 - 0.1F * 0.7F);
  EXPECT_EQ(found[1].label, 7);
  EXPECT_FLOAT_EQ(found[1].p, 1 - 0.2F * 0.4F);
  const auto said = [&](const Evidence& evidence) {
    std::vector<std::string> words;
    for (const Span span : evidence)
      words.push_back(text.substr(span.begin, span.end - span.begin));
    return words;
  };
  EXPECT_EQ(said(found[0].evidence), std::vector<std::string>{"customer service"});
  EXPECT_EQ(said(found[1].evidence), (std::vector<std::string>{"DELIVERIES", "#courier"}));

  EXPECT_TRUE(assigned(topics, "").empty());
  EXPECT_TRUE(assigned(topics, "a parcel").empty());              // unsure alone
  EXPECT_TRUE(assigned(topics, "parcel parcel parcel").empty());  // and not by being repeated
  EXPECT_TRUE(assigned(topics, "customer, service").empty());     // no phrase across a comma
  EXPECT_TRUE(assigned({}, text).empty());
}

TEST(Topics, StayThemselvesWhenLearnedAgain) {
  std::vector<Topic> before = learned(posts_of(900, 11));
  ASSERT_EQ(before.size(), 4U);
  for (std::size_t i = 0; i < before.size(); ++i) {
    before[i].id = static_cast<std::int64_t>(100 + i);
    before[i].name = "named by us " + std::to_string(i);
  }
  before.push_back(topic_of(500, {{"gone", 0.9F}, {"forgotten", 0.9F}}));
  const std::vector<Topic> again = keep_identity(before, learned(posts_of(900, 12)));
  ASSERT_EQ(again.size(), 4U);
  for (const Topic& topic : again) {
    const auto old = std::find_if(before.begin(), before.end(),
                                  [&](const Topic& each) { return each.id == topic.id; });
    ASSERT_NE(old, before.end()) << topic.name;
    EXPECT_EQ(subject_of(*old), subject_of(topic));
    EXPECT_EQ(old->name, topic.name);
  }
}

TEST(Topics, StayMergedWhenLearnedAgain) {
  std::vector<Topic> before = learned(posts_of(900, 13));
  ASSERT_EQ(before.size(), 4U);
  for (std::size_t i = 0; i < before.size(); ++i) before[i].id = static_cast<std::int64_t>(i + 1);
  Topic merged = merge_topics(before[0], before[2]);
  EXPECT_EQ(merged.id, 1);
  EXPECT_EQ(merged.name, before[0].name);
  EXPECT_TRUE(merged.is_merged);
  EXPECT_EQ(merged.examples.size(), 3U);
  EXPECT_GT(overlap(merged, before[0]), 0.3);
  EXPECT_GT(overlap(merged, before[2]), 0.3);
  EXPECT_LT(overlap(before[0], before[1]), 0.1);
  const std::vector<Topic> again =
      keep_identity({merged, before[1], before[3]}, learned(posts_of(900, 14)));
  ASSERT_EQ(again.size(), 3U);
  const auto found =
      std::find_if(again.begin(), again.end(), [](const Topic& each) { return each.id == 1; });
  ASSERT_NE(found, again.end());
  EXPECT_TRUE(found->is_merged);
  EXPECT_GT(overlap(*found, before[0]), 0.2);
  EXPECT_GT(overlap(*found, before[2]), 0.2);
}

TEST(Topics, ATopicMergedWithItselfIsItself) {
  const Topic topic = topic_of(3, {{"delivery", 0.8F}, {"courier", 0.6F}});
  const Topic merged = merge_topics(topic, topic);
  EXPECT_EQ(merged.terms, topic.terms);
  EXPECT_DOUBLE_EQ(overlap(merged, topic), 1);
}

TEST(Topics, WordsThatSayNothingAreNoTerms) {
  for (const char* word : {"the", "aber", "porque", "avec", "perch\u00e9", "voc\u00ea",
                           "\u0641\u064a", "\u0939\u0948"}) {
    EXPECT_TRUE(is_stop_word(word)) << word;
  }
  for (const char* word : {"kettle", "delivery", "lieferung", "precio"}) {
    EXPECT_FALSE(is_stop_word(word)) << word;
  }
  EXPECT_EQ(term_key("deliveries"), term_key("delivery"));
  EXPECT_EQ(term_key("kettles"), term_key("kettle"));
  EXPECT_EQ(term_key("bags"), term_key("bag"));
  EXPECT_NE(term_key("bus"), term_key("bu"));
  EXPECT_EQ(term_key("broken kettles"), term_key("broken kettle"));
  EXPECT_NE(term_key("glass"), term_key("glas"));
  EXPECT_NE(term_key("kettle broken"), term_key("broken kettle"));
}

RC_GTEST_PROP(Topics, EvidenceIsOfTheTextInOrderAndApart, ()) {
  static const std::vector<std::string> parts{
      "delivery", "courier", "parcel",     "customer", "service",      " ",
      " ",        " ",       ", ",         "#",        "\u914d\u9001", "\u914d",
      "\u00e9",   "s",       "\U0001F600", "\n",       "late",         "@sam "};
  static const std::vector<Topic> topics{
      topic_of(1, {{"delivery", 0.8F},
                   {"courier", 0.6F},
                   {"delivery courier", 0.9F},
                   {"courier delivery", 0.5F},
                   {"late", 0.4F},
                   {"\u914d\u9001", 0.9F}}),
      topic_of(2,
               {{"customer service", 0.9F}, {"service", 0.6F}, {"late", 0.5F}, {"parcel", 0.5F}})};
  std::string text;
  for (const int pick : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000))) {
    text += parts[static_cast<std::size_t>(pick) % parts.size()];
  }
  const auto found = assigned(topics, text);
  RC_ASSERT(found == assigned(topics, text));
  for (const auto& each : found) {
    RC_ASSERT(each.p >= kAboutTopic && each.p <= 1);
    RC_ASSERT(!each.evidence.empty());
    std::uint32_t end = 0;
    for (const Span span : each.evidence) {
      RC_ASSERT(span.begin >= end && span.end > span.begin && span.end <= text.size());
      RC_ASSERT(is_utf8(std::string_view(text).substr(span.begin, span.end - span.begin)));
      end = span.end;
    }
  }
}

RC_GTEST_PROP(Topics, AreLearnedOfAnyBytes, (const std::vector<std::string>& texts)) {
  TopicOptions options;
  options.fewest_posts = 1;
  learned(texts, options);
}

}  // namespace
}  // namespace rapport
