#include "text/near_duplicates/near_duplicates.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace rapport {
namespace {

double similarity_of(std::string_view a, std::string_view b) {
  return similarity(fingerprint_of(a), fingerprint_of(b));
}

using Pair = std::pair<std::string, std::string>;

// What people and machines make of one text. Invented.
const std::vector<Pair>& duplicates() {
  static const std::vector<Pair> pairs{
      // Pasted as it is, to other people, with other links and numbers.
      {"@kettles Your new kettle leaks at the lid and nobody answers my mails.",
       "@kettlehelp Your new kettle leaks at the lid and nobody answers my mails."},
      {"I have waited 3 weeks for order 48213, where is it?",
       "I have waited 5 weeks for order 77120, where is it?"},
      {"Boycott kettles.example until they pay their drivers! https://a.example.com/1",
       "BOYCOTT kettles.example until they pay their drivers!!! \xF0\x9F\x98\xA1 "
       "https://b.example.org/x?y=2"},
      {"Please bring back the green one, we all loved it",
       "please bring back the green one, we all loved it \xE2\x9D\xA4\xEF\xB8\x8F\xE2\x9D\xA4"},
      {"Why does the app log me out every single morning",
       "Why does the app log me out EVERY single morning???"},
      // Templates.
      {"Hello Anna, we have a great offer on followers for you. Send us a message today and get "
       "20% off.",
       "Hello Robert, we have a great offer on followers for you. Send us a message today and get "
       "35% off."},
      {"Earn $900 a day from home with this one trick, join my channel at https://t.me/aaa",
       "Earn $1,250 a day from home with this one trick, join my channel at https://t.me/bbb"},
      {"Congratulations @sam, you won a brand new phone. Claim it here: win.example.com",
       "Congratulations @kim, you won a brand new phone. Claim it here: prize.example.org"},
      {"Lost my savings but Mrs Olivia Grant helped me get everything back, write to her today",
       "Lost my savings but Mr Peter Wells helped me get everything back, write to her today"},
      {"Sweepstake! Follow, share and comment to win a weekend in Lisbon for two people",
       "Sweepstake! Follow, share and comment to win a weekend in Madrid for two people"},
      {"Is the store in Leeds open on Sunday? I want to return a kettle that I bought there",
       "Is the store in Bristol open on Sunday? I want to return a kettle that I bought there"},
      // Disguised.
      {"Fr\u0435e gift c\u0430rds for everyone who follows this page now",
       "Free gift cards for everyone who follows this page now"},
      {"\uff26\uff52\uff45\uff45 gift cards for everyone who follows this page now",
       "free gift cards for everyone who follows this page now"},
      {"Fr\u200bee gift ca\u200brds for every\u200bone who follows this page now",
       "Free gift cards for everyone who follows this page now"},
      {"Sooooo disappointed with the service in your stores these days",
       "Soooooooooo disappointed with the service in your stores these days"},
      // A word more, a word less, a typing mistake.
      {"The delivery man threw my parcel over the fence and it broke into a hundred pieces",
       "The delivery man just threw my parcel over the fence and it broke into a hundred pieces"},
      {"Your newest update deleted all my saved recipes, please give them back to me",
       "Your newest update deleted all my saved recipies, please give them back to me"},
      {"RT @sam: The kettle switches itself off before the water is even warm",
       "The kettle switches itself off before the water is even warm"},
      // Other languages.
      {"Seit drei Wochen warte ich auf meine Bestellung, und niemand antwortet mir",
       "Seit vier Wochen warte ich auf meine Bestellung, und niemand antwortet mir"},
      {"Ma commande n\u2019est toujours pas arriv\u00e9e et personne ne r\u00e9pond au "
       "t\u00e9l\u00e9phone",
       "Ma commande n'est toujours pas arrivee et personne ne repond au telephone"},
      {"\u65b0\u3057\u3044\u30b1\u30c8\u30eb\u304c\u5c4a\u304d\u307e\u3057\u305f\u3002\u3068\u3066"
       "\u3082\u6c17\u306b\u5165\u3063\u3066\u3044\u307e\u3059",
       "\u65b0\u3057\u3044\u30b1\u30c8\u30eb\u304c\u5c4a\u304d\u307e\u3057\u305f\uff01\u3068\u3066"
       "\u3082\u6c17\u306b\u5165\u3063\u3066\u3044\u307e\u3059\u2728"},
      {"\u0627\u0644\u0637\u0644\u0628 \u0644\u0645 \u064a\u0635\u0644 \u0645\u0646\u0630 "
       "\u062b\u0644\u0627\u062b\u0629 \u0623\u0633\u0627\u0628\u064a\u0639 \u0648\u0644\u0627 "
       "\u0623\u062d\u062f \u064a\u0631\u062f",
       "\u0627\u0644\u0637\u0651\u0644\u0628 \u0644\u0645 \u064a\u0635\u0644\u0652 "
       "\u0645\u0646\u0630 \u062b\u0644\u0627\u062b\u0629 \u0623\u0633\u0627\u0628\u064a\u0639 "
       "\u0648\u0644\u0627 \u0623\u062d\u062f \u064a\u0631\u062f"},
  };
  return pairs;
}

// Close, and still two people who say something of their own. Invented.
const std::vector<Pair>& strangers() {
  static const std::vector<Pair> pairs{
      {"I have waited 3 weeks for my order, where is it?",
       "Where is the parcel that you promised me three weeks ago?"},
      {"Thank you so much", "Thank you so much"},
      {"Thanks, that worked!", "Thanks, that worked!"},
      {"Great kettle, thank you", "Great kettle, thank you"},
      {"I love the new kettle, it is quiet and quick",
       "I love the new toaster, it is pretty and it browns evenly"},
      {"The app crashes when I open my orders on an old phone",
       "The app crashes when I try to pay with a card on my tablet"},
      {"Can you tell me when the store in Leeds opens on Sunday?",
       "Can you tell me when the blue kettle will be back in stock?"},
      {"Your service is the worst I have ever seen, never again",
       "Your service is the best I have ever seen, thank you Anna"},
      {"My kettle stopped working after two days, I want my money back",
       "My kettle arrived after two days, I did not expect it so soon"},
      {"Do you ship to Norway, and what does it cost?",
       "Do you know what the lid is made of, and is it safe?"},
      {"Hello Anna, we have a great offer on followers for you",
       "Hello Anna, we have a problem with the kettle you sent us"},
      {"Please bring back the green one, we all loved it",
       "Please bring back the old app, nobody can find anything in this one"},
      {"Seit drei Wochen warte ich auf meine Bestellung",
       "Seit drei Wochen ist der Wasserkocher bei uns, wir sind sehr zufrieden"},
      {"@kettles https://a.example.com", "@kettles https://b.example.com"},
      {"@a @b @c @d @e @f look", "@a @b @c @d @e @f wow"},
      {"12 34 56 78 90", "21 43 65 87 09"},
      {"The queue at the till was endless again this morning",
       "The queue on the phone was endless, I gave up after an hour"},
      {"Is there a discount for students this year?", "Is there a manual for the old model?"},
      {"Why is the price of the filters going up again?",
       "Why is the colour of the filters not the same as in the picture?"},
      {"\u914d\u9001\u304c\u9045\u3059\u304e\u307e\u3059\u3001\u4e8c\u9031\u9593\u5f85\u3063\u3066"
       "\u3044\u307e\u3059",
       "\u914d\u9001\u304c\u3068\u3066\u3082\u65e9\u304f\u3066\u9a5a\u304d\u307e\u3057\u305f\u3001"
       "\u3042\u308a\u304c\u3068\u3046"},
  };
  return pairs;
}

bool are_near(const Pair& pair) {
  RecentTexts texts(8);
  texts.add(1, fingerprint_of(pair.first));
  std::vector<NearDuplicate> found;
  texts.find(fingerprint_of(pair.second), found);
  return !found.empty();
}

TEST(NearDuplicates, FindsWhatIsTheSameTextAndNothingElse) {
  std::size_t right = 0;
  for (const Pair& pair : duplicates()) {
    if (are_near(pair)) {
      ++right;
    } else {
      ADD_FAILURE() << similarity_of(pair.first, pair.second) << ": " << pair.first << " | "
                    << pair.second;
    }
  }
  std::size_t wrong = 0;
  for (const Pair& pair : strangers()) {
    if (!are_near(pair)) continue;
    ++wrong;
    ADD_FAILURE() << similarity_of(pair.first, pair.second) << ": " << pair.first << " | "
                  << pair.second;
  }
  // Every first text with the first text of every other pair, too.
  std::size_t compared = strangers().size();
  for (std::size_t a = 0; a < duplicates().size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const bool gift = duplicates()[a].second == duplicates()[b].second ||
                        (duplicates()[a].second.find("gift cards") != std::string::npos &&
                         duplicates()[b].second.find("gift cards") != std::string::npos);
      if (gift) continue;
      ++compared;
      if (are_near({duplicates()[a].first, duplicates()[b].first})) ++wrong;
    }
  }
  EXPECT_EQ(right, duplicates().size());
  EXPECT_EQ(wrong, 0U) << "of " << compared;
}

TEST(NearDuplicates, ShortTextsAreSoOnlyWithALink) {
  const Pair thanks{"Thank you so much for your help", "Thank you so much for your help"};
  EXPECT_FALSE(are_near(thanks));
  EXPECT_FALSE(are_near({"Here you go https://a.example", "here you go https://b.example"}));
  EXPECT_TRUE(are_near({"@a vote here for the kettle https://a.example/1",
                        "@b Vote here FOR the kettle https://a.example/2"}));
  EXPECT_FALSE(are_near({"vote here for the kettle https://a.example",
                         "look here for the kettle https://a.example"}));
}

TEST(NearDuplicates, SimilarityIsThatOfTheSets) {
  // Words a b c d e f and a b c d e g: five of seven words, four of six pairs.
  EXPECT_DOUBLE_EQ(similarity_of("aa bb cc dd ee ff", "aa bb cc dd ee gg"), 9.0 / 13.0);
  EXPECT_DOUBLE_EQ(similarity_of("aa bb cc dd", "ee ff gg hh"), 0.0);
  EXPECT_DOUBLE_EQ(similarity_of("", ""), 0.0);
}

std::string random_text(std::mt19937& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    const auto word = random() % 2000;
    text += "w";
    for (auto rest = word; rest > 0; rest /= 10) text += static_cast<char>('a' + rest % 10);
    text += ' ';
  }
  return text;
}

TEST(NearDuplicates, ALongTextIsEstimatedFairly) {
  std::mt19937 random(7);
  for (int turn = 0; turn < 20; ++turn) {
    const std::string shared = random_text(random, 300);
    const std::string a = shared + random_text(random, 40);
    const std::string b = shared + random_text(random, 40);
    EXPECT_NEAR(similarity_of(a, b), 600.0 / 760.0, 0.15);
    EXPECT_LT(similarity_of(random_text(random, 300), random_text(random, 300)), 0.25);
  }
}

// Against a look at every pair: at most one near-duplicate in fifty is missed, and every one that
// is found is one.
TEST(NearDuplicates, TheIndexMissesFew) {
  std::mt19937 random(11);
  std::vector<Fingerprint> all;
  RecentTexts texts(4000);
  std::size_t there = 0;
  std::size_t found = 0;
  for (std::int64_t id = 0; id < 2000; ++id) {
    Fingerprint text;
    if (id % 3 == 0 || all.empty()) {
      text = fingerprint_of(random_text(random, 8 + random() % 25));
    } else {
      text = all[random() % all.size()];
      const auto changes = 1 + random() % (1 + text.size / 4);
      for (std::uint32_t i = 0; i < changes; ++i) {
        text.hashes[random() % text.size] = static_cast<std::uint32_t>(random());
      }
      std::sort(text.hashes.begin(), text.hashes.begin() + text.size);
    }
    double best = 0;
    for (const Fingerprint& other : all) best = std::max(best, similarity(text, other));
    std::vector<NearDuplicate> near;
    texts.find(text, near);
    if (best >= kNearDuplicate) {
      ++there;
      if (!near.empty()) ++found;
    } else {
      EXPECT_TRUE(near.empty());
    }
    for (const NearDuplicate& each : near) {
      EXPECT_DOUBLE_EQ(each.similarity, similarity(text, all[static_cast<std::size_t>(each.id)]));
    }
    texts.add(id, text);
    all.push_back(text);
  }
  EXPECT_GT(there, 300U);
  EXPECT_GE(static_cast<double>(found), 0.98 * static_cast<double>(there)) << found << "/" << there;
}

TEST(NearDuplicates, CountsCopiesOfCopies) {
  RecentTexts texts(100);
  const auto copy = [&](std::int64_t id, const std::string& end) {
    return texts.add(
        id, fingerprint_of("Please bring back the green kettle that we all loved so " + end));
  };
  EXPECT_EQ(copy(1, "much").count, 1U);
  EXPECT_EQ(copy(2, "dearly").count, 2U);
  EXPECT_EQ(texts.add(3, fingerprint_of("A post about something that nobody else says")).count, 1U);
  const Copies last = copy(4, "MUCH!!! https://example.com");
  EXPECT_EQ(last.first, 1);
  EXPECT_EQ(last.count, 3U);
}

TEST(NearDuplicates, KeepsTheNewestAlone) {
  RecentTexts texts(3);
  const Fingerprint spam = fingerprint_of("Earn 900 a day from home with this one simple trick");
  EXPECT_EQ(texts.add(1, spam).count, 1U);
  EXPECT_EQ(texts.add(2, spam).count, 2U);
  EXPECT_EQ(texts.add(3, spam).count, 3U);
  EXPECT_EQ(texts.add(4, spam).count, 3U);
  EXPECT_EQ(texts.size(), 3U);
  std::vector<NearDuplicate> found;
  texts.find(spam, found);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].id, 4);
  EXPECT_EQ(found[2].id, 2);
  std::mt19937 random(3);
  for (std::int64_t id = 5; id < 8; ++id) texts.add(id, fingerprint_of(random_text(random, 12)));
  texts.find(spam, found);
  EXPECT_TRUE(found.empty());
  EXPECT_EQ(texts.add(9, spam).count, 1U);
}

TEST(NearDuplicates, ManyCopiesStayQuick) {
  RecentTexts texts(20000);
  const Fingerprint spam = fingerprint_of("Earn 900 a day from home with this one simple trick");
  for (std::int64_t id = 0; id < 30000; ++id) texts.add(id, spam);
  EXPECT_EQ(texts.add(30000, spam).count, 20000U);
}

RC_GTEST_PROP(NearDuplicates, AFingerprintIsSortedAndItsOwn, (const std::string& text)) {
  const Fingerprint one = fingerprint_of(text);
  FingerprintMaker maker;
  maker.make("something else before it");
  const Fingerprint two = maker.make(text);
  RC_ASSERT(one.hashes == two.hashes);
  RC_ASSERT(one.size == two.size);
  RC_ASSERT(std::adjacent_find(one.hashes.begin(), one.hashes.begin() + one.size,
                               std::greater_equal<>()) == one.hashes.begin() + one.size);
  if (one.size > 0) RC_ASSERT(similarity(one, two) == 1.0);
}

}  // namespace
}  // namespace rapport
