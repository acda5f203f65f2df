#include "app/generate/generate.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/generate/chatter.h"
#include "base/ids.h"
#include "desk/hearing/places.h"
#include "desk/inbox/state.h"
#include "desk/reading/backlog.h"
#include "desk/reading/keep.h"
#include "desk/reading/readings.h"
#include "desk/testing/word_reader.h"
#include "store/store.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

constexpr const char* kPassword = "a password of ours";

GenerateOptions small() {
  GenerateOptions options;
  options.posts = 3000;
  options.conversations = 600;
  options.workspaces = 2;
  options.share = 10;
  options.months = 3;
  options.until = *parse_time("2026-11-25T12:00:00Z");
  return options;
}

Generated fill(Store& store, const GenerateOptions& options) {
  std::int64_t told = 0;
  auto made = generate_into(store, options, kPassword, [&](std::int64_t posts) { told = posts; });
  EXPECT_TRUE(made) << made.error().message << " " << made.error().cause;
  EXPECT_EQ(made->posts, told);
  return made.value_or(Generated{});
}

template <class F>
void look(Store& store, F&& work) {
  const auto looked = store.read([&](Unit& unit) -> Result<Done> {
    work(unit);
    return Done{};
  });
  ASSERT_TRUE(looked) << looked.error().message << " " << looked.error().cause;
}

std::vector<Workspace> workspaces_of(Unit& unit) {
  return unit.members().workspaces().value_or(std::vector<Workspace>{});
}

std::vector<Conversation> every_conversation(Unit& unit, WorkspaceId workspace) {
  std::vector<Conversation> all;
  std::optional<ListPlace> after;
  for (;;) {
    const auto page = unit.conversations().list(workspace, {}, after, 100);
    EXPECT_TRUE(page);
    if (!page) return all;
    for (const auto& row : page->rows) all.push_back(row.conversation);
    if (!page->next) return all;
    after = page->next;
  }
}

TEST(GenerateTest, EveryStateIsWhatPostsAndDecisionsSay) {
  TempStore temp;
  const GenerateOptions options = small();
  fill(*temp.store, options);
  look(*temp.store, [&](Unit& unit) {
    std::set<ConversationState> met;
    std::size_t looked = 0;
    for (const Workspace& workspace : workspaces_of(unit)) {
      for (const Conversation& kept : every_conversation(unit, workspace.id)) {
        const auto outline = unit.posts().outline(workspace.id, kept.id);
        const auto decisions = unit.conversations().decisions(workspace.id, kept.id, 200);
        ASSERT_TRUE(outline && decisions);
        const auto places = work_out_places(*outline);
        for (std::size_t at = 0; at < places.size(); ++at) {
          EXPECT_EQ(places[at].address, (*outline)[at].address);
          EXPECT_EQ(places[at].parent.has_value(), (*outline)[at].joined);
        }
        Conversation again = kept;
        EXPECT_FALSE(apply_state(derive_state(*outline, *decisions, options.until), again))
            << to_word(kept.state) << " is " << to_word(again.state) << " with " << outline->size()
            << " posts";
        met.insert(kept.state);
        ++looked;
      }
    }
    EXPECT_EQ(600u, looked);
    EXPECT_EQ(5u, met.size());
  });
}

TEST(GenerateTest, PostsAreReadAndConversationsSayIt) {
  TempStore temp;
  WordReader reader;
  GenerateOptions options = small();
  options.reader = &reader;
  fill(*temp.store, options);
  look(*temp.store, [&](Unit& unit) {
    std::size_t read = 0;
    for (const Workspace& workspace : workspaces_of(unit)) {
      for (const Conversation& kept : every_conversation(unit, workspace.id)) {
        const auto outline = unit.posts().outline(workspace.id, kept.id);
        const auto decisions = unit.conversations().decisions(workspace.id, kept.id, 200);
        ASSERT_TRUE(outline && decisions);
        const auto derived = derive_state(*outline, *decisions, options.until);
        Conversation again = kept;
        const auto changed = apply_with_reading(unit, derived, again);
        ASSERT_TRUE(changed);
        EXPECT_FALSE(*changed);
        read += kept.reading ? 1 : 0;
      }
    }
    EXPECT_GT(read, 300U);
  });
  const SystemClock clock;
  ReadingBacklog backlog(*temp.store, &reader, clock);
  EXPECT_FALSE(backlog.step(50).value()) << "nothing is left to read";
  look(*temp.store, [](Unit& unit) {
    for (const Workspace& workspace : workspaces_of(unit)) {
      EXPECT_FALSE(unit.topics().all(workspace.id)->empty());
    }
  });
  IdMaker ids(clock);
  Readings readings(*temp.store, ids, clock, &reader);
  EXPECT_EQ(readings.learn_topics_due().value(), 0) << "nothing is left to learn";
}

TEST(GenerateTest, CountersSayWhatIsThere) {
  TempStore temp;
  fill(*temp.store, small());
  look(*temp.store, [&](Unit& unit) {
    for (const Workspace& workspace : workspaces_of(unit)) {
      const Member owner = unit.members().all(workspace.id).value().front();
      const auto counts = unit.conversations().counts(workspace.id, owner.id);
      ASSERT_TRUE(counts);
      std::map<ConversationState, std::int64_t> there;
      std::int64_t mine = 0;
      for (const Conversation& each : every_conversation(unit, workspace.id)) {
        ++there[each.state];
        mine += each.state == ConversationState::kOpen && each.owner == owner.id ? 1 : 0;
      }
      EXPECT_EQ(there[ConversationState::kOpen], counts->open);
      EXPECT_EQ(there[ConversationState::kWaiting], counts->waiting);
      EXPECT_EQ(there[ConversationState::kSnoozed], counts->snoozed);
      EXPECT_EQ(there[ConversationState::kResolved], counts->resolved);
      EXPECT_EQ(there[ConversationState::kSkipped], counts->skipped);
      EXPECT_EQ(mine, counts->mine);
    }
  });
}

TEST(GenerateTest, WorkspacesHaveTheirShareAndSizesAreKept) {
  TempStore temp;
  const Generated made = fill(*temp.store, small());
  EXPECT_EQ(3000, made.posts);
  EXPECT_EQ(600, made.conversations);
  EXPECT_GT(made.rows, 6000);
  look(*temp.store, [&](Unit& unit) {
    const auto workspaces = workspaces_of(unit);
    ASSERT_EQ(2u, workspaces.size());
    EXPECT_EQ(540u, every_conversation(unit, workspaces[0].id).size());
    EXPECT_EQ(60u, every_conversation(unit, workspaces[1].id).size());
    const auto login = unit.members().login_by_email(made.owner_email);
    ASSERT_TRUE(login && *login);
    EXPECT_EQ(2u, unit.members().of_login((*login)->id)->size());
  });
}

TEST(GenerateTest, ThreadsAndPeopleAreSkewed) {
  TempStore temp;
  GenerateOptions options = small();
  options.workspaces = 1;
  fill(*temp.store, options);
  look(*temp.store, [&](Unit& unit) {
    const WorkspaceId here = workspaces_of(unit).front().id;
    std::vector<std::int64_t> sizes;
    std::map<AccountId, int> spoke;
    std::set<std::string> languages;
    std::size_t deepest = 0;
    for (const Conversation& each : every_conversation(unit, here)) {
      const auto posts = unit.posts().thread(here, each.id, {}, 1000);
      ASSERT_TRUE(posts);
      sizes.push_back(static_cast<std::int64_t>(posts->size()));
      std::map<PostId, std::size_t> depth;
      for (const Post& post : *posts) {
        depth[post.id] = post.parent ? depth[*post.parent] + 1 : 0;
        deepest = std::max(deepest, depth[post.id]);
        ++spoke[post.author];
        languages.insert(post.langs.front());
      }
    }
    std::sort(sizes.begin(), sizes.end());
    EXPECT_LE(sizes[sizes.size() / 2], 3);
    EXPECT_GE(sizes.back(), 40);
    EXPECT_GE(deepest, 8u);
    EXPECT_GE(languages.size(), 9u);
    int most = 0;
    for (const auto& [account, count] : spoke) most = std::max(most, count);
    EXPECT_GT(most, 20 * 3000 / static_cast<int>(spoke.size()) / 3);
  });
}

TEST(GenerateTest, TheSameSeedGivesTheSameContent) {
  TempStore one;
  TempStore same;
  TempStore other;
  GenerateOptions options = small();
  options.posts = 300;
  options.conversations = 60;
  fill(*one.store, options);
  fill(*same.store, options);
  options.seed = 2;
  fill(*other.store, options);
  const auto all = [](Store& store) {
    std::string text;
    look(store, [&](Unit& unit) {
      for (const Workspace& workspace : workspaces_of(unit)) {
        for (const Conversation& each : every_conversation(unit, workspace.id)) {
          text += to_string(each.id) + " " + std::string(to_word(each.state)) + "\n";
          const auto posts = unit.posts().thread(workspace.id, each.id, {}, 1000).value();
          for (const Post& post : posts) {
            text += to_string(post.id) + " " + post.native_id + " " + post.text + "\n";
          }
        }
      }
    });
    return text;
  };
  EXPECT_EQ(all(*one.store), all(*same.store));
  EXPECT_NE(all(*one.store), all(*other.store));
}

TEST(GenerateTest, ADatabaseInUseIsLeftAlone) {
  TempStore temp;
  fill(*temp.store, small());
  const auto again = generate_into(*temp.store, small(), kPassword, [](std::int64_t) {});
  ASSERT_FALSE(again);
  EXPECT_EQ(ErrorKind::kConflict, again.error().kind);
}

TEST(GenerateTest, WhatDoesNotFitIsRefused) {
  GenerateOptions options = small();
  options.conversations = options.posts + 1;
  EXPECT_FALSE(check(options));
  options = small();
  options.share = 100;
  EXPECT_FALSE(check(options));
  EXPECT_TRUE(check(small()));
}

}  // namespace
}  // namespace rapport
