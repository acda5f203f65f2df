#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "store/contract/store_contract.h"

namespace rapport {
namespace {

// A workspace with conversations and what was said in them.
class Talk {
 public:
  Talk(Store& store, WorkspaceId workspace) : store_(store), workspace_(workspace) {}

  Post post(int number, int conversation, std::string text) const {
    Post post = sample::post(workspace_, number, std::move(text));
    post.conversation = sample::conversation(workspace_, conversation).id;
    return post;
  }
  void say(int number, int conversation, std::string text) {
    const auto said = store_.write([&](Unit& unit) -> Result<Done> {
      auto known =
          unit.conversations().find(workspace_, sample::conversation(workspace_, conversation).id);
      if (!known) {
        RAPPORT_TRY(unit.conversations().add(sample::conversation(workspace_, conversation)));
      }
      return unit.posts().add(post(number, conversation, std::move(text)));
    });
    EXPECT_TRUE(said) << said.error().cause;
  }
  void save(const Post& post) {
    EXPECT_TRUE(store_.write([&](Unit& unit) { return unit.posts().save(post); }));
  }

  // The numbers of the conversations found, as "3 1".
  std::string find(std::string text, ConversationFilter filter = {}, int page = 100) {
    filter.text = std::move(text);
    std::string found;
    std::optional<ListPlace> after;
    for (;;) {
      const auto rows = store_.read(
          [&](Unit& unit) { return unit.conversations().list(workspace_, filter, after, page); });
      if (!rows) return rows.error().message + " " + rows.error().cause;
      for (const auto& row : rows->rows) {
        if (!found.empty()) found += ' ';
        found += std::to_string(row.conversation.id.value -
                                sample::conversation(workspace_, 0).id.value);
      }
      EXPECT_LE(rows->rows.size(), static_cast<std::size_t>(page));
      if (!rows->next) return found;
      after = rows->next;
    }
  }

 private:
  Store& store_;
  WorkspaceId workspace_;
};

TEST_P(StoreContract, SearchWantsEveryWordAndTheLastMayBeABeginning) {
  Talk talk(store(), here);
  talk.say(1, 1, "The espresso was great today");
  talk.say(2, 2, "Great service, awful coffee");
  talk.say(3, 3, "Nothing to see");
  EXPECT_EQ("2 1", talk.find("great"));
  EXPECT_EQ("1", talk.find("great espr"));
  EXPECT_EQ("", talk.find("grea espresso"));  // only the last may be a beginning
  EXPECT_EQ("1", talk.find("  today   GREAT  "));
  EXPECT_EQ("", talk.find("great nothing"));
}

TEST_P(StoreContract, SearchByRelevanceGivesTheBestFitFirst) {
  Talk talk(store(), here);
  talk.say(1, 1, "rain jacket");
  talk.say(2, 2, "the jacket kept the rain and the cold and the wind out of everything I had on");
  talk.say(3, 3, "about the rain jacket: rain, rain, rain, and this jacket is still dry");
  talk.say(4, 4, "some rain on a jacket");
  talk.say(5, 2, "rain");
  talk.say(6, 5, "some rain on a jacket");
  ConversationFilter filter;
  EXPECT_EQ("5 4 3 2 1", talk.find("rain jacket"));
  filter.order = SearchOrder::kRelevance;
  EXPECT_EQ("3 1 5 4 2", talk.find("rain jacket", filter));
  for (int page = 1; page <= 6; ++page) {
    EXPECT_EQ("3 1 5 4 2", talk.find("rain jacket", filter, page)) << page << " a page";
  }
  filter.state = ConversationState::kResolved;
  EXPECT_EQ("", talk.find("rain jacket", filter));
}

// What was only heard is in no list of the Inbox, so it must not take the places of what is.
TEST_P(StoreContract, SearchByRelevanceLooksPastWhatWasOnlyHeard) {
  Talk talk(store(), here);
  talk.say(1, 1, "we sell rain jackets, and more than rain jackets, here on the corner");
  talk.say(2, 2, "rain jacket");
  Conversation heard = sample::conversation(here, 3);
  heard.state = ConversationState::kHeard;
  write([&](Unit& unit) { return unit.conversations().add(heard); });
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 3; number < 603; ++number) {
      RAPPORT_TRY(unit.posts().add(talk.post(number, 3, "rain jacket")));
    }
    return Done{};
  });
  ConversationFilter filter;
  filter.order = SearchOrder::kRelevance;
  EXPECT_EQ("2 1", talk.find("rain jacket", filter));
  EXPECT_EQ("2 1", talk.find("rain jacket", filter, 1));
  filter.state = ConversationState::kHeard;
  EXPECT_EQ("3", talk.find("rain jacket", filter));
}

TEST_P(StoreContract, SearchPassesOverAccentsAndSigns) {
  Talk talk(store(), here);
  talk.say(1, 1, "Ótimo café, são João!");
  talk.say(2, 2, "Я люблю ваш кофе");
  EXPECT_EQ("1", talk.find("cafe joao"));
  EXPECT_EQ("1", talk.find("CAFÉ"));
  EXPECT_EQ("2", talk.find("кофе"));
  EXPECT_EQ("1", talk.find("café !!! 🎉"));
  EXPECT_EQ("", talk.find("!!! 🎉"));
}

TEST_P(StoreContract, SearchTakesNoOrders) {
  Talk talk(store(), here);
  talk.say(1, 1, "plain words near nothing");
  for (const char* trick :
       {"plain\" OR \"x", "NOT", "plain AND", "(", "words : w1", "workspace:w1", "plain*x",
        "^plain x", "NEAR(plain words)", "\"", "' or 1=1 --", "-plain zzz", "{words}:plain zzz"}) {
    const std::string found = talk.find(trick);
    EXPECT_TRUE(found.empty() || found == "1") << trick << ": " << found;
  }
  EXPECT_EQ("", talk.find("plain OR zzz"));  // "or" is a word like any other
}

TEST_P(StoreContract, SearchStaysInItsWorkspace) {
  Talk ours(store(), here);
  Talk theirs(store(), elsewhere);
  ours.say(1, 1, "secret recipe");
  theirs.say(2, 2, "secret meeting");
  EXPECT_EQ("1", ours.find("secret"));
  EXPECT_EQ("2", theirs.find("secret"));
  const std::string term = "w" + std::to_string(elsewhere.value);
  EXPECT_EQ("", ours.find(term));
  EXPECT_EQ("", ours.find("workspace : " + term));
}

TEST_P(StoreContract, SearchFollowsEditsDeletionsAndMoves) {
  Talk talk(store(), here);
  talk.say(1, 1, "first words");
  talk.say(2, 2, "other conversation");
  Post post = talk.post(1, 1, "second thoughts");
  talk.save(post);
  EXPECT_EQ("", talk.find("first"));
  EXPECT_EQ("1", talk.find("second"));
  post.conversation = sample::conversation(here, 2).id;
  talk.save(post);
  EXPECT_EQ("2", talk.find("second"));
  post.deleted_at = sample::at(9);
  post.text.clear();
  talk.save(post);
  EXPECT_EQ("", talk.find("second"));
  post.deleted_at.reset();
  post.text = "back again";
  talk.save(post);
  EXPECT_EQ("2", talk.find("back"));
}

TEST_P(StoreContract, SearchShowsAConversationOnceByItsNewestHit) {
  Talk talk(store(), here);
  talk.say(1, 1, "tea one");
  talk.say(2, 2, "tea two");
  talk.say(3, 1, "tea three");
  talk.say(4, 3, "tea four");
  talk.say(5, 2, "no match here");
  for (const int page : {1, 2, 3, 100}) EXPECT_EQ("3 1 2", talk.find("tea", {}, page)) << page;
}

TEST_P(StoreContract, SearchKeepsToTheFilter) {
  Talk talk(store(), here);
  talk.say(1, 1, "tea");
  talk.say(2, 2, "tea");
  talk.say(3, 3, "tea");
  Conversation mine = sample::conversation(here, 2);
  mine.owner = MemberId{5};
  mine.state = ConversationState::kResolved;
  mine.waiting_since.reset();
  mine.version = 2;
  write([&](Unit& unit) { return unit.conversations().save(mine); });
  ConversationFilter filter;
  filter.state = ConversationState::kOpen;
  EXPECT_EQ("3 1", talk.find("tea", filter));
  filter = {};
  filter.owner = MemberId{5};
  EXPECT_EQ("2", talk.find("tea", filter));
  filter = {};
  filter.owner = Nobody{};
  EXPECT_EQ("3 1", talk.find("tea", filter, 1));
  filter = {};
  filter.channel = ChannelId{404};
  EXPECT_EQ("", talk.find("tea", filter));
}

TEST_P(StoreContract, SearchInsideAWriteLosesNobodysWords) {
  Talk talk(store(), here);
  talk.say(1, 1, "tea");
  ConversationFilter filter;
  filter.text = "coffee";
  EXPECT_EQ(ErrorKind::kInvalid, write_fails([&](Unit& unit) -> Result<Done> {
              RAPPORT_TRY(unit.posts().add(talk.post(2, 1, "coffee")));
              auto found = unit.conversations().list(here, filter, {}, 10);
              EXPECT_TRUE(found);
              EXPECT_EQ(1u, found ? found->rows.size() : 0);
              return invalid("taken back");
            }));
  EXPECT_EQ("", talk.find("coffee"));
  talk.say(3, 1, "coffee after all");
  EXPECT_EQ("1", talk.find("coffee"));
}

TEST_P(StoreContract, SearchFindsEveryWordThatALongBeginningLeadsTo) {
  Talk talk(store(), here);
  std::string all;
  for (int number = 40; number >= 1; --number) all += std::to_string(number) + " ";
  all.pop_back();
  talk.say(100, 100, "orders, ordered, ordering and orderly");
  talk.say(101, 101, "border");
  EXPECT_EQ("100", talk.find("order"));
  EXPECT_EQ("100", talk.find("and ordere"));
  for (int number = 1; number <= 40; ++number) {
    talk.say(200 + number, number, "parcel" + std::to_string(number));
  }
  talk.say(300, 300, "parcel");
  EXPECT_EQ("300 " + all, talk.find("parcel"));
  EXPECT_EQ("40 4", talk.find("parcel4"));
}

// A rare filter on a word that everybody uses: each call looks at a bounded number of posts, and
// going on finds the rest.
TEST_P(StoreContract, ASearchGoesOnWhereItStoppedLooking) {
  constexpr int kOthers = 45;  // more than are looked through by themselves
  constexpr int kPostsEach = 60;
  Talk talk(store(), here);
  for (int each = 1; each <= 60; ++each) talk.say(each, 1000 + each, "tea, long ago");
  write([&](Unit& unit) -> Result<Done> {
    for (int each = 1; each <= 60; ++each) {
      auto conversation =
          unit.conversations().find(here, sample::conversation(here, 1000 + each).id);
      RAPPORT_TRY(conversation);
      conversation->owner = MemberId{5};
      conversation->version += 1;
      RAPPORT_TRY(unit.conversations().save(*conversation));
    }
    for (int each = 1; each <= kOthers; ++each) {
      RAPPORT_TRY(unit.conversations().add(sample::conversation(here, each)));
      for (int number = 0; number < kPostsEach; ++number) {
        RAPPORT_TRY(unit.posts().add(talk.post(1000 + each * kPostsEach + number, each, "tea")));
      }
    }
    return Done{};
  });
  ConversationFilter filter;
  filter.owner = MemberId{5};
  filter.text = "tea";
  std::vector<std::size_t> found;
  std::optional<ListPlace> after;
  do {
    const auto page =
        read([&](Unit& unit) { return unit.conversations().list(here, filter, after, 50); });
    found.push_back(page.rows.size());
    after = page.next;
  } while (after);
  // Of 2,700 newer posts a call passes 800; then come a full page and the rest.
  EXPECT_EQ((std::vector<std::size_t>{0, 0, 0, 50, 10}), found);
}

// Where a filter leaves few, however far down they were last heard, one call finds them.
TEST_P(StoreContract, ASearchAmongFewConversationsLooksAtThoseAlone) {
  Talk talk(store(), here);
  talk.say(1, 1001, "tea, long ago");
  talk.say(2, 1002, "tea and milk");
  talk.say(3, 1001, "tea, a little later");
  write([&](Unit& unit) -> Result<Done> {
    for (const int each : {1001, 1002}) {
      auto conversation = unit.conversations().find(here, sample::conversation(here, each).id);
      RAPPORT_TRY(conversation);
      conversation->owner = MemberId{5};
      conversation->version += 1;
      RAPPORT_TRY(unit.conversations().save(*conversation));
    }
    RAPPORT_TRY(unit.conversations().add(sample::conversation(here, 1)));
    for (int number = 10; number < 2500; ++number) {
      RAPPORT_TRY(unit.posts().add(talk.post(number, 1, "tea and milk")));
    }
    return Done{};
  });
  ConversationFilter filter;
  filter.owner = MemberId{5};
  const auto found = [&](std::string text) {
    filter.text = std::move(text);
    const auto page =
        read([&](Unit& unit) { return unit.conversations().list(here, filter, {}, 50); });
    EXPECT_FALSE(page.next);
    return page.rows.size();
  };
  EXPECT_EQ(2u, found("tea"));
  EXPECT_EQ(1u, found("tea mi"));
  EXPECT_EQ(1u, found("later"));
  EXPECT_EQ(0u, found("coffee"));
  filter.order = SearchOrder::kRelevance;
  EXPECT_EQ(2u, found("tea"));
}

// Against the simplest model there is: every post's words in memory.
TEST_P(StoreContract, SearchAgreesWithReadingEveryPost) {
  int round = 0;
  EXPECT_TRUE(rc::check("search", [&] {
    const WorkspaceId workspace{2000 + ++round};
    Talk talk(store(), workspace);
    const int base = round * 1000;  // post ids are unique in the installation
    const std::vector<std::string> words{"tea", "teapot", "milk", "sugar", "cup"};
    std::vector<std::pair<int, std::set<std::string>>> posts;  // conversation, words
    const int count = *rc::gen::inRange(1, 25);
    for (int number = 0; number < count; ++number) {
      const int conversation = *rc::gen::inRange(1, 6);
      const auto drawn = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words));
      const std::set<std::string> said(drawn.begin(), drawn.end());
      std::string text;
      for (const std::string& word : said) text += word + " ";
      talk.say(base + number, conversation, text);
      posts.emplace_back(conversation, said);
    }
    const std::string first = *rc::gen::elementOf(words);
    const std::string last =
        (*rc::gen::elementOf(words)).substr(0, *rc::gen::inRange<std::size_t>(3, 7));
    std::string expected;
    std::set<int> seen;
    for (auto post = posts.rbegin(); post != posts.rend(); ++post) {
      const bool begins = std::ranges::any_of(
          post->second, [&](const std::string& word) { return word.starts_with(last); });
      if (!post->second.contains(first) || !begins || !seen.insert(post->first).second) continue;
      if (!expected.empty()) expected += ' ';
      expected += std::to_string(post->first);
    }
    RC_ASSERT(talk.find(first + " " + last, {}, *rc::gen::inRange(1, 5)) == expected);
  }));
}

}  // namespace
}  // namespace rapport
