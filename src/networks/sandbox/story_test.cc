// The committed story, held to the rules of demo/README.md, and stories that break them.

#include "networks/sandbox/story.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "base/unicode.h"
#include "base/utf8.h"
#include "networks/sandbox/story_data.h"
#include "source_dir.h"

namespace rapport {
namespace {

using std::chrono_literals::operator""h;
using std::chrono_literals::operator""min;
using std::chrono_literals::operator""s;

std::vector<StoryChapter> committed_story() {
  std::vector<StoryChapter> chapters;
  for (const auto& entry : std::filesystem::directory_iterator(RAPPORT_SOURCE_DIR "/demo/story")) {
    std::ifstream file(entry.path());
    std::ostringstream text;
    text << file.rdbuf();
    chapters.push_back({entry.path().filename().string(), text.str()});
  }
  std::sort(chapters.begin(), chapters.end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
  return chapters;
}

const Story& story() {
  static const Story parsed = [] {
    auto result = parse_story(committed_story());
    if (!result) ADD_FAILURE() << result.error().cause;
    return result.value_or(Story{});
  }();
  return parsed;
}

// "ottersby.example" of "@ottersby.example, hello".
std::vector<std::string> mentions(const std::string& text) {
  static const std::regex handle("@([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.example)");
  std::vector<std::string> found;
  for (std::sregex_iterator each(text.begin(), text.end(), handle), end; each != end; ++each) {
    // "name@place.example" is an address of mail.
    const auto at = static_cast<std::size_t>(each->position());
    if (at == 0 || std::isspace(static_cast<unsigned char>(text[at - 1])))
      found.push_back((*each)[1]);
  }
  return found;
}

TEST(Story, TheBinaryCarriesTheCommittedOne) {
  const auto carried = demo_story();
  const auto committed = committed_story();
  ASSERT_EQ(carried.size(), committed.size());
  for (std::size_t i = 0; i < committed.size(); ++i) {
    EXPECT_EQ(carried[i].name, committed[i].name);
    EXPECT_EQ(carried[i].json, committed[i].json) << committed[i].name;
  }
}

TEST(Story, IsAMonthOfManyPeople) {
  std::set<std::string> voices;
  std::set<long> days;
  std::map<std::string, int> threads;
  for (const auto& post : story().posts) {
    voices.insert(post.by);
    if (post.at >= -kStoryMonth) days.insert(-post.at / 24h);
    ++threads[story().root_of(post.id)];
  }
  EXPECT_GE(story().posts.size(), 500U);
  EXPECT_GE(voices.size(), 90U);
  EXPECT_GE(days.size(), 28U) << "days on which somebody said something";
  EXPECT_GE(threads.size(), 100U);
  EXPECT_GE(std::max_element(threads.begin(), threads.end(),
                             [](auto& a, auto& b) { return a.second < b.second; })
                ->second,
            60);
  EXPECT_THAT(story().live.size(), testing::AllOf(testing::Ge(12U), testing::Le(16U)));
  EXPECT_GE(story().followups.size(), 40U);

  const auto before = std::count_if(story().posts.begin(), story().posts.end(),
                                    [](auto& post) { return post.at < -kStoryMonth; });
  EXPECT_GE(before, 10);
}

TEST(Story, EverybodyThereSpeaks) {
  std::set<std::string> voices;
  for (const auto* list : {&story().posts, &story().live}) {
    for (const auto& post : *list) voices.insert(post.by);
  }
  for (const auto& person : story().people) EXPECT_TRUE(voices.contains(person.handle));
}

TEST(Story, NothingIsSaidInTheFutureAndMuchArrivesLater) {
  for (const auto& post : story().posts) {
    EXPECT_LT(post.at, 0s) << post.id;
    EXPECT_LT(post.shown, 0s) << post.id;
  }
  for (const auto& post : story().live) EXPECT_GT(post.at, 0s) << post.id;
  for (const auto* list : {&story().likes, &story().reposts, &story().follows}) {
    for (const auto& each : *list) EXPECT_LT(each.at, 0s) << each.by;
  }
}

TEST(Story, WhoeverIsMentionedIsThere) {
  std::set<std::string> handles{story().brand.handle};
  for (const auto& account : story().accounts) handles.insert(account.handle);
  for (const auto& person : story().people) handles.insert(person.handle);
  int all = 0;
  for (const auto* list : {&story().posts, &story().live}) {
    for (const auto& post : *list) {
      for (const auto& handle : mentions(post.text)) {
        ++all;
        EXPECT_TRUE(handles.contains(handle)) << post.id << " mentions " << handle;
      }
    }
  }
  EXPECT_GE(all, 100);
}

// A person reads, thinks and types; nobody of the team is let go of for longer than two days.
TEST(Story, TheTeamAnswersAsPeopleDo) {
  int answers = 0;
  for (const auto& post : story().posts) {
    if (!story().ours(post.by) || post.reply_to.empty() || post.signed_by.empty()) continue;
    const auto* answered = story().find_post(post.reply_to);
    if (answered->by == post.by) continue;
    ++answers;
    EXPECT_GE(post.at - answered->shown, 10min) << post.id;
    EXPECT_LE(post.at - answered->shown, 48h) << post.id;
  }
  EXPECT_GE(answers, 100);
}

TEST(Story, SomeOfItIsEditedTakenBackOrHeardLate) {
  EXPECT_GE(story().edits.size(), 2U);
  EXPECT_TRUE(std::any_of(story().deletions.begin(), story().deletions.end(),
                          [](auto& each) { return each.at < 0s; }));
  EXPECT_TRUE(std::any_of(story().deletions.begin(), story().deletions.end(),
                          [](auto& each) { return each.at > 0s; }));
  EXPECT_TRUE(std::any_of(story().posts.begin(), story().posts.end(),
                          [](auto& post) { return post.shown - post.at >= 24h; }));
}

TEST(Story, SpeaksManyLanguages) {
  std::set<std::string> langs;
  std::map<std::string, int> posts;
  for (const auto& post : story().posts) {
    langs.insert(post.lang);
    ++posts[post.lang];
  }
  EXPECT_THAT(langs,
              testing::UnorderedElementsAre("en", "es", "fr", "de", "pt", "it", "ja", "ar", "hi"));
  for (const auto& [lang, count] : posts) EXPECT_GE(count, 5) << lang;
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
  int unexplained = 0;
  for (const auto& post : story().posts) {
    if (!post.image) continue;
    ++pictures;
    // Some people write no alt text, as everywhere. The brand does.
    if (post.image->alt.empty() && !story().ours(post.by)) {
      ++unexplained;
    } else {
      EXPECT_GE(post.image->alt.size(), 20U) << post.id;
    }
    EXPECT_LE(post.image->svg.size(), 1500U) << post.id;
    EXPECT_THAT(post.image->svg, testing::StartsWith("<svg xmlns=")) << post.id;
    EXPECT_THAT(post.image->svg, testing::Not(testing::HasSubstr("script"))) << post.id;
  }
  EXPECT_GE(pictures, 12);
  EXPECT_GE(unexplained, 2);
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

bool closes(const StoryDecision& decision) {
  return decision.kind == DecisionKind::kSnooze || decision.kind == DecisionKind::kResolve ||
         decision.kind == DecisionKind::kSkip;
}

// A thread waits if somebody who concerns the brand was not answered since, and nobody closed it:
// the rule of the desk, told for a story whose posts all are known.
TEST(Story, TwentyToThirtyConversationsWaitSomeForDays) {
  const auto& all = story().posts;
  const auto ours = [](const StoryPost* post) { return post && story().ours(post->by); };
  const auto speaks_to_brand = [&](const StoryPost& post) {
    const auto named = mentions(post.text);
    return ours(story().find_post(post.reply_to)) || ours(story().find_post(post.quotes)) ||
           std::any_of(named.begin(), named.end(),
                       [](const std::string& handle) { return story().ours(handle); });
  };
  const auto stands_below = [&](const StoryPost* post, const StoryPost& above) {
    while (post && post->id != above.id) post = story().find_post(post->reply_to);
    return post != nullptr;
  };

  std::map<std::string, std::chrono::seconds> closed;
  for (const auto& decision : story().decisions) {
    if (closes(decision)) closed[decision.post] = decision.at;
  }
  const auto was_closed_after = [&](const StoryPost& post) {
    const auto found = closed.find(story().root_of(post.id));
    return found != closed.end() && found->second > post.at;
  };
  std::map<std::string, std::chrono::seconds> open;  // since when
  for (const auto& post : all) {
    if (ours(&post) || post.at < -kStoryMonth || was_closed_after(post)) continue;
    bool concerns = false;
    for (const auto* each = &post; each; each = story().find_post(each->reply_to)) {
      concerns = concerns || ours(each) || speaks_to_brand(*each);
    }
    const bool answered = std::any_of(all.begin(), all.end(), [&](const StoryPost& answer) {
      if (!ours(&answer) || answer.at < post.at || answer.reply_to.empty()) return false;
      if (story().root_of(answer.id) != story().root_of(post.id)) return false;
      return stands_below(&answer, post) || story().find_post(answer.reply_to)->by == post.by;
    });
    if (concerns && !answered) open.emplace(story().root_of(post.id), post.at);
  }
  EXPECT_THAT(open.size(), testing::AllOf(testing::Ge(20U), testing::Le(30U)));
  const auto waiting = [&](std::chrono::seconds from, std::chrono::seconds to) {
    return std::count_if(open.begin(), open.end(),
                         [&](auto& each) { return -each.second >= from && -each.second < to; });
  };
  EXPECT_GE(waiting(0h, 1h), 4);
  EXPECT_GE(waiting(1h, 12h), 5);
  EXPECT_GE(waiting(12h, 48h), 2);
  EXPECT_GE(waiting(48h, 240h), 2);
}

// Whoever speaks again opens a thread again; three times in the month that is what happens.
TEST(Story, AClosingDecisionComesAfterTheLastWordOrIsOvertaken) {
  std::set<std::string> overtaken;
  for (const auto& decision : story().decisions) {
    if (!closes(decision)) continue;
    for (const auto& post : story().posts) {
      if (post.at < decision.at || story().root_of(post.id) != decision.post) continue;
      EXPECT_EQ(decision.kind, DecisionKind::kResolve) << decision.post << " before " << post.id;
      overtaken.insert(decision.post);
    }
  }
  EXPECT_THAT(overtaken, testing::UnorderedElementsAre("hill", "zoll", "wait"));
}

TEST(Story, ItsTeamUsesEveryVerb) {
  std::map<DecisionKind, int> verbs;
  for (const auto& decision : story().decisions) ++verbs[decision.kind];
  EXPECT_GE(verbs[DecisionKind::kAssign], 12);
  EXPECT_GE(verbs[DecisionKind::kResolve], 50);
  EXPECT_GE(verbs[DecisionKind::kSkip], 10);
  EXPECT_GE(verbs[DecisionKind::kSnooze], 3);
  EXPECT_GE(verbs[DecisionKind::kTag], 40);
  EXPECT_GE(verbs[DecisionKind::kUntag], 1);
  EXPECT_GE(story().notes.size(), 20U);
  EXPECT_GE(story().drafts.size(), 3U);

  std::set<Role> roles;
  for (const auto& member : story().members) roles.insert(member.role);
  EXPECT_EQ(roles.size(), 5U);
  std::set<SkipReason> reasons;
  for (const auto& decision : story().decisions) {
    if (decision.reason) reasons.insert(*decision.reason);
  }
  EXPECT_GE(reasons.size(), 4U);
}

// What a visitor should meet without looking for it.
TEST(Story, EveryFeatureOfTheInboxHasItsPlace) {
  const auto& all = story().posts;
  const auto any = [&](auto fits) { return std::any_of(all.begin(), all.end(), fits); };
  EXPECT_TRUE(any([](auto& post) { return story().ours(post.by) && !post.quotes.empty(); }));
  EXPECT_TRUE(any([](auto& post) { return story().ours(post.by) && post.link; }));
  EXPECT_TRUE(any([](auto& post) { return !post.labels.empty() && post.image; }));
  EXPECT_TRUE(any([](auto& post) { return !post.labels.empty() && !post.image; }));

  // Two accounts, each spoken to, and both by one person in one breath.
  ASSERT_EQ(story().accounts.size(), 1U);
  const std::set<std::string> both{story().brand.handle, story().accounts[0].handle};
  EXPECT_TRUE(any([&](auto& post) {
    const auto named = mentions(post.text);
    return std::set<std::string>(named.begin(), named.end()) == both;
  }));
  EXPECT_TRUE(any([&](auto& post) { return post.by == story().accounts[0].handle; }));

  std::set<TagColor> colors;
  std::set<std::string> used;
  for (const auto& tag : story().tags) colors.insert(tag.color);
  for (const auto& decision : story().decisions) used.insert(decision.tag);
  EXPECT_GE(colors.size(), 6U);
  for (const auto& tag : story().tags) EXPECT_TRUE(used.contains(tag.name)) << tag.name;

  const auto& views = story().views;
  EXPECT_TRUE(std::any_of(views.begin(), views.end(), [](auto& view) { return view.shared; }));
  EXPECT_TRUE(std::any_of(views.begin(), views.end(), [](auto& view) { return !view.shared; }));
  for (const auto& member : story().members) {
    if (!member.visitor) continue;
    EXPECT_TRUE(std::any_of(story().notes.begin(), story().notes.end(), [&](auto& note) {
      return note.text.find("@" + member.name) != std::string::npos;
    })) << "nobody asks the visitor";
  }
  EXPECT_FALSE(story().pages.empty());
}

// Each way of breaking the story is told, with its place.
std::string trouble(std::string_view from, std::string_view to) {
  auto chapters = committed_story();
  for (auto& chapter : chapters) {
    const auto at = chapter.json.find(from);
    if (at == std::string::npos) continue;
    chapter.json.replace(at, from.size(), to);
    const auto result = parse_story(chapters);
    return result ? "" : result.error().cause;
  }
  return "the committed story does not hold " + std::string(from);
}

TEST(StoryRules, AreTold) {
  EXPECT_THAT(trouble(R"("by": "bridie.example")", R"("by": "nobody.example")"),
              testing::HasSubstr("nobody"));
  EXPECT_THAT(trouble(R"("reply_to": "launch-kit-o")", R"("reply_to": "launch-kit-9")"),
              testing::HasSubstr("launch-kit-9"));
  EXPECT_THAT(trouble(R"("reply_to": "launch")", R"("reply_to": "cumple")"),
              testing::HasSubstr("before what it answers"));
  EXPECT_THAT(trouble(R"("format": 2)", R"("format": 3)"), testing::HasSubstr("another format"));
  EXPECT_THAT(trouble(R"("reason": "spam")", R"("reason": "boring")"),
              testing::HasSubstr("unknown reason"));
  EXPECT_THAT(trouble(R"("verb": "snooze")", R"("verb": "doze")"),
              testing::HasSubstr("unknown verb"));
  EXPECT_THAT(trouble(R"("color": "red")", R"("color": "loud")"),
              testing::HasSubstr("unknown colour"));
  EXPECT_THAT(trouble(R"("tag": "Recall", "minutes_ago")", R"("tag": "Recal", "minutes_ago")"),
              testing::HasSubstr("no tag is called Recal"));
  EXPECT_THAT(trouble(R"("account": "ottersby-mending.example")", R"("account": "moss.example")"),
              testing::HasSubstr("no account of the brand is moss.example"));
  EXPECT_THAT(trouble(R"("role": "agent")", R"("role": "owner of the world")"),
              testing::HasSubstr("unknown role"));
  EXPECT_THAT(trouble(R"(, "visitor": true)", ""), testing::HasSubstr("exactly one visitor"));
  EXPECT_THAT(trouble(R"("minutes_ago": 14,)", R"("minutes_ago": "soon",)"),
              testing::HasSubstr("minutes_ago is not a count"));
  EXPECT_THAT(trouble(R"("answers": "a11y-2")", R"("answers": "a11y")"),
              testing::HasSubstr("has two"));
  EXPECT_THAT(trouble(R"("heard_minutes_ago": 23500)", R"("heard_minutes_ago": 30000)"),
              testing::HasSubstr("heard before it is said"));
  EXPECT_THAT(trouble(R"({"post": "addr", "minutes_ago": 11770})",
                      R"({"post": "addr", "minutes_ago": 11900})"),
              testing::HasSubstr("not there yet: addr"));
  EXPECT_THAT(trouble(R"({"by": "femi", "post": "hens",)", R"({"by": "june", "post": "hens",)"),
              testing::HasSubstr("june may only read"));
  EXPECT_THAT(trouble(R"("followups": [)", R"("folowups": [)"),
              testing::HasSubstr("8-live.json: has something called folowups"));
  EXPECT_THAT(trouble(R"("people": [)", R"("brand": {}, "people": [)"),
              testing::HasSubstr("1-people.json"));
}

TEST(StoryRules, WhatIsNotAStoryIsRefused) {
  for (const auto* text : {"", "[]", "{", "{}", "null", R"({"format": 1, "brand": 3})"}) {
    const auto result = parse_story({{"chapter", text}});
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().kind, ErrorKind::kInvalid);
  }
}

}  // namespace
}  // namespace rapport
