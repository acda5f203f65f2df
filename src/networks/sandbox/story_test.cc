// The committed story, held to the rules of demo/README.md, and stories that break them.

#include "networks/sandbox/story.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/unicode.h"
#include "networks/sandbox/story_data.h"
#include "source_dir.h"

namespace rapport {
namespace {

std::string committed_story() {
  std::ifstream file(RAPPORT_SOURCE_DIR "/demo/story.json");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Story& story() {
  static const Story parsed = [] {
    auto result = parse_story(committed_story());
    if (!result) ADD_FAILURE() << result.error().cause;
    return result.value_or(Story{});
  }();
  return parsed;
}

TEST(Story, TheBinaryCarriesTheCommittedOne) { EXPECT_EQ(demo_story(), committed_story()); }

TEST(Story, IsAWeekOfManyPeople) {
  std::set<std::string> voices;
  std::map<std::string, int> threads;
  for (const auto& post : story().posts) {
    voices.insert(post.by);
    ++threads[story().root_of(post.id)];
  }
  EXPECT_GE(story().posts.size(), 140U);
  EXPECT_GE(voices.size(), 45U);
  EXPECT_GE(threads.size(), 40U);
  EXPECT_GE(std::max_element(threads.begin(), threads.end(),
                             [](auto& a, auto& b) { return a.second < b.second; })
                ->second,
            30);
  EXPECT_THAT(story().live.size(), testing::AllOf(testing::Ge(6U), testing::Le(10U)));
  EXPECT_GE(story().followups.size(), 25U);

  const auto before = std::count_if(story().posts.begin(), story().posts.end(),
                                    [](auto& post) { return post.at < -kStoryWeek; });
  EXPECT_GE(before, 10);
}

TEST(Story, SpeaksManyLanguages) {
  std::set<std::string> langs;
  for (const auto& post : story().posts) langs.insert(post.lang);
  EXPECT_THAT(langs,
              testing::UnorderedElementsAre("en", "es", "fr", "de", "pt", "it", "ja", "ar", "hi"));
}

TEST(Story, EveryPostFitsTheNetwork) {
  for (const auto* list : {&story().posts, &story().live}) {
    for (const auto& post : *list) {
      EXPECT_TRUE(is_utf8(post.text)) << post.id;
      EXPECT_LE(count_graphemes(post.text), 300U) << post.id;
    }
  }
  for (const auto& followup : story().followups) {
    EXPECT_LE(count_graphemes(followup.text), 300U) << followup.answers;
  }
}

TEST(Story, PicturesSayWhatTheyShowAndStaySmall) {
  int pictures = 0;
  for (const auto& post : story().posts) {
    if (!post.image) continue;
    ++pictures;
    EXPECT_GE(post.image->alt.size(), 20U) << post.id;
    EXPECT_LE(post.image->svg.size(), 1500U) << post.id;
    EXPECT_THAT(post.image->svg, testing::StartsWith("<svg xmlns=")) << post.id;
    EXPECT_THAT(post.image->svg, testing::Not(testing::HasSubstr("script"))) << post.id;
  }
  EXPECT_GE(pictures, 5);
}

// Nothing leads to a real person, brand or place on the web.
TEST(Story, OnlyExampleDomains) {
  for (const auto& person : story().people)
    EXPECT_THAT(person.handle, testing::EndsWith(".example"));
  for (const auto& member : story().members)
    EXPECT_THAT(member.email, testing::EndsWith(".example"));
  for (const auto& post : story().posts) {
    const auto url = post.link ? post.link->url : "https://none.example/";
    EXPECT_THAT(url, testing::MatchesRegex("https://[a-z-]+\\.example/.*"));
  }
}

// A thread waits if somebody who concerns the brand was not answered since, and nobody closed it:
// the rule of the desk, told for a story whose posts all are known.
TEST(Story, TwelveToTwentyConversationsWait) {
  const auto& all = story().posts;
  const auto brand = story().brand.handle;
  const auto speaks_to_brand = [&](const StoryPost& post) {
    const auto* parent = story().find_post(post.reply_to);
    const auto* quoted = story().find_post(post.quotes);
    return post.text.find("@" + brand) != std::string::npos || (parent && parent->by == brand) ||
           (quoted && quoted->by == brand);
  };
  const auto stands_below = [&](const StoryPost* post, const StoryPost& above) {
    while (post && post->id != above.id) post = story().find_post(post->reply_to);
    return post != nullptr;
  };

  std::set<std::string> closed;
  for (const auto& decision : story().decisions) {
    if (decision.kind != DecisionKind::kAssign) closed.insert(decision.post);
  }
  std::set<std::string> open;
  for (const auto& post : all) {
    if (post.by == brand || post.at < -kStoryWeek || closed.contains(story().root_of(post.id))) {
      continue;
    }
    bool concerns = false;
    for (const auto* each = &post; each; each = story().find_post(each->reply_to)) {
      concerns = concerns || each->by == brand || speaks_to_brand(*each);
    }
    const bool answered = std::any_of(all.begin(), all.end(), [&](const StoryPost& ours) {
      if (ours.by != brand || ours.at < post.at || ours.reply_to.empty()) return false;
      if (story().root_of(ours.id) != story().root_of(post.id)) return false;
      return stands_below(&ours, post) || story().find_post(ours.reply_to)->by == post.by;
    });
    if (concerns && !answered) open.insert(story().root_of(post.id));
  }
  EXPECT_THAT(open.size(), testing::AllOf(testing::Ge(12U), testing::Le(20U)));
}

TEST(Story, AClosingDecisionComesAfterTheLastWord) {
  for (const auto& decision : story().decisions) {
    if (decision.kind == DecisionKind::kAssign) continue;
    for (const auto& post : story().posts) {
      if (story().root_of(post.id) == decision.post) {
        EXPECT_LT(post.at, decision.at) << decision.post << " before " << post.id;
      }
    }
  }
}

TEST(Story, ItsTeamUsesEveryVerb) {
  std::map<DecisionKind, int> verbs;
  for (const auto& decision : story().decisions) ++verbs[decision.kind];
  EXPECT_GE(verbs[DecisionKind::kAssign], 3);
  EXPECT_GE(verbs[DecisionKind::kResolve], 5);
  EXPECT_GE(verbs[DecisionKind::kSkip], 3);
  EXPECT_GE(verbs[DecisionKind::kSnooze], 2);
  EXPECT_FALSE(story().notes.empty());
  EXPECT_FALSE(story().drafts.empty());
  EXPECT_EQ(story().members.size(), 3U);
}

// Each way of breaking the story is told, with its place.
std::string trouble(std::string_view from, std::string_view to) {
  auto text = committed_story();
  const auto at = text.find(from);
  if (at == std::string::npos) return "the committed story does not hold " + std::string(from);
  text.replace(at, from.size(), to);
  const auto result = parse_story(text);
  return result ? "" : result.error().cause;
}

TEST(StoryRules, AreTold) {
  EXPECT_THAT(trouble(R"("by": "bridie.example")", R"("by": "nobody.example")"),
              testing::HasSubstr("nobody"));
  EXPECT_THAT(trouble(R"("reply_to": "launch-kit-o")", R"("reply_to": "launch-kit-9")"),
              testing::HasSubstr("launch-kit-9"));
  EXPECT_THAT(trouble(R"("reply_to": "launch")", R"("reply_to": "cumple")"),
              testing::HasSubstr("before what it answers"));
  EXPECT_THAT(trouble(R"("format": 1)", R"("format": 2)"), testing::HasSubstr("another format"));
  EXPECT_THAT(trouble(R"("reason": "spam")", R"("reason": "boring")"),
              testing::HasSubstr("unknown reason"));
  EXPECT_THAT(trouble(R"("verb": "snooze")", R"("verb": "doze")"),
              testing::HasSubstr("unknown verb"));
  EXPECT_THAT(trouble(R"("role": "agent")", R"("role": "owner of the world")"),
              testing::HasSubstr("unknown role"));
  EXPECT_THAT(trouble(R"(, "visitor": true)", ""), testing::HasSubstr("exactly one visitor"));
  EXPECT_THAT(trouble(R"("minutes_ago": 14,)", R"("minutes_ago": "soon",)"),
              testing::HasSubstr("minutes_ago is not a count"));
  EXPECT_THAT(trouble(R"("answers": "a11y-2")", R"("answers": "a11y")"),
              testing::HasSubstr("has two"));
}

TEST(StoryRules, WhatIsNotAStoryIsRefused) {
  for (const auto* text : {"", "[]", "{", "{}", "null", R"({"format": 1, "brand": 3})"}) {
    const auto result = parse_story(text);
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().kind, ErrorKind::kInvalid);
  }
}

}  // namespace
}  // namespace rapport
