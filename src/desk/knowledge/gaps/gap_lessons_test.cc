#include "desk/knowledge/gaps/gap_lessons.h"

#include <algorithm>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/knowledge/gaps/keep_gaps.h"
#include "desk/testing/gaps_fixture.h"
#include "store/gaps.h"
#include "store/testing/samples.h"

namespace rapport {
namespace {

// A word that no other thing has: "bafako".
std::string word(int number) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  constexpr std::string_view kVowels = "aeiou";
  std::string out;
  for (int syllable = 0; syllable < 3; ++syllable) {
    out += kConsonants[static_cast<std::size_t>(number) % kConsonants.size()];
    number /= static_cast<int>(kConsonants.size());
    out += kVowels[static_cast<std::size_t>(number) % kVowels.size()];
    number /= static_cast<int>(kVowels.size());
  }
  return out;
}

class GapLessonsTest : public GapsTest {
 protected:
  // Two people ask for each of so many things.
  void ask_for(int things) {
    std::vector<NetworkPost> posts;
    for (int thing = 0; thing < things; ++thing) {
      for (const char* who : {"anna", "ben"}) {
        const std::string name = who + std::to_string(thing);
        posts.push_back(said(name, "asked by " + name,
                             "@us " + word(3 * thing) + " " + word(3 * thing + 1) + " " +
                                 word(3 * thing + 2) + "?"));
        clock.advance(std::chrono::seconds{1});
      }
    }
    file(reading_filing, std::move(posts));
  }
  std::size_t count(GapState state, bool with_article) {
    const GapList all = list();
    return static_cast<std::size_t>(std::ranges::count_if(all.items, [&](const GapView& each) {
      return each.gap.state == state && each.gap.article.has_value() == with_article;
    }));
  }
  // Another brand, with something to learn from.
  WorkspaceId another_brand() {
    const WorkspaceId id = ids.make<WorkspaceId>();
    const auto made = store().write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_workspace(Workspace{id, "Southwind", clock.now()}));
      RAPPORT_TRY(unit.posts().add(sample::post(id, 1)));
      return unit.readings().save_walk({id, 1, {}});
    });
    EXPECT_TRUE(made) << made.error().message << made.error().cause;
    return id;
  }
  bool has_learned(WorkspaceId workspace) {
    const auto lesson = store().read([&](Unit& unit) { return gaps_in(unit)->lesson(workspace); });
    EXPECT_TRUE(lesson);
    return lesson && *lesson;
  }
};

TEST_F(GapLessonsTest, KeepWhatSomebodyBeganOfMoreThanThereIsRoomFor) {
  ask_for(105);
  ASSERT_EQ(learn(), 1);
  EXPECT_EQ(count(GapState::kOpen, false), kMostOpenGaps);
  const GapId dismissed = gap_of("anna100").gap.id;
  const GapId begun = gap_of("anna101").gap.id;
  ASSERT_TRUE(dismissed);
  ASSERT_TRUE(gaps.dismiss(agent, dismissed));
  const auto draft = gaps.draft(agent, begun);
  ASSERT_TRUE(draft) << draft.error().message;
  // Nobody of it waits any more: it is the least wanted of all.
  answer("anna101", "We are writing this down.");
  answer("ben101", "We are writing this down.");
  ASSERT_EQ(learn_later(), 1);
  EXPECT_EQ(count(GapState::kOpen, false), kMostOpenGaps) << "a dismissed one takes no place";
  EXPECT_EQ(gap_of("anna100").gap.id, dismissed);
  EXPECT_EQ(gap_of("anna100").gap.state, GapState::kDismissed);
  EXPECT_EQ(gap_of("anna101").gap.id, begun);
  EXPECT_EQ(gap_of("anna101").gap.waiting, 0);
  const auto again = gaps.draft(agent, begun);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->view.entry.id, draft->view.entry.id);
}

TEST_F(GapLessonsTest, OneThatFailsKeepsNobodyElseFromTheirs) {
  ask_all();
  ASSERT_EQ(learn(), 1);
  const WorkspaceId other = another_brand();
  Gap unreadable = gap_of("anna").gap;
  unreadable.state = static_cast<GapState>(9);  // no word for it: nothing reads it back
  ASSERT_TRUE(store().write([&](Unit& unit) { return gaps_in(unit)->save(unreadable); }));
  clock.advance(std::chrono::hours{24});
  const auto learned = lessons.learn_due();
  ASSERT_FALSE(learned);
  EXPECT_EQ(learned.error().kind, ErrorKind::kInternal);
  EXPECT_TRUE(has_learned(other));
}

TEST_F(GapLessonsTest, AreNotBegunOnceTheHouseStops) {
  ask_all();
  ASSERT_EQ(learn(), 1);
  const WorkspaceId other = another_brand();
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(lessons.learn_due(stop.get_token()).value_or(-1), 0);
  EXPECT_FALSE(has_learned(other));
  EXPECT_EQ(lessons.learn_due().value_or(-1), 1);
  EXPECT_TRUE(has_learned(other));
}

// Told to stop at some time.
class StoppingClock final : public Clock {
 public:
  StoppingClock(const Clock& clock, std::stop_source stop)
      : clock_(clock), stop_(std::move(stop)) {}
  Time now() const override {
    stop_.request_stop();
    return clock_.now();
  }

 private:
  const Clock& clock_;
  mutable std::stop_source stop_;
};

TEST_F(GapLessonsTest, KeepNothingOfOneThatWasCutShort) {
  ask_all();
  ASSERT_EQ(learn(), 1);
  const GapList before = list();
  const WorkspaceId other = another_brand();
  clock.advance(std::chrono::hours{24});
  std::stop_source stop;
  const StoppingClock stopping(clock, stop);
  Shelves shelves(store(), stopping);  // once the lesson has the questions
  GapLessons cut(store(), ids, clock, shelves);
  EXPECT_EQ(cut.learn_due(stop.get_token()).value_or(-1), 0);
  EXPECT_TRUE(stop.stop_requested());
  EXPECT_EQ(list().learned_at, before.learned_at);
  EXPECT_EQ(list().items.size(), before.items.size());
  EXPECT_FALSE(has_learned(other));
  EXPECT_EQ(lessons.learn_due().value_or(-1), 2);
}

}  // namespace
}  // namespace rapport
