// What people ask of a brand, learned from and written about.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/knowledge/gaps/gap_desk.h"
#include "desk/knowledge/gaps/gap_lessons.h"
#include "desk/reading/backlog.h"
#include "desk/reading/post_reader.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {

// What has a question mark asks.
class AskingReader final : public PostReader {
 public:
  std::int64_t stamp(WorkspaceId) override { return 1; }
  Reading read(WorkspaceId, std::string_view text, const std::vector<std::string>&) override {
    Reading reading;
    reading.language = "en";
    reading.sentiment_read = reading.rest_read = true;
    if (text.find('?') == text.npos) return reading;
    reading.intents.push_back({Intent::kQuestion, 0.9F, {}});
    reading.needs_reply = true;
    return reading;
  }
};

class GapsTest : public DeskTest {
 protected:
  AskingReader reader;
  Filing reading_filing{store(), ids, clock, &reader};
  KnowledgeDesk knowledge{store(), ids, clock};
  GapLessons lessons{store(), ids, clock, knowledge.shelves()};
  GapDesk gaps{store(), clock, knowledge};

  void ask(const std::string& who, const std::string& text) {
    file(reading_filing, {said(who, "asked by " + who, "@us " + text)});
    clock.advance(std::chrono::minutes{1});
  }
  void answer(const std::string& whom, const std::string& text) {
    file(reading_filing, {said("us", "to " + whom, text, "asked by " + whom)});
    clock.advance(std::chrono::minutes{1});
  }
  // Three ask for one thing, two for another, and several for what nobody else wants.
  void ask_all() {
    ask("anna", "Can I change the delivery address after ordering?");
    ask("ben", "How can I change my delivery address once it is ordered?");
    ask("cleo", "Is it possible to change the delivery address of an order?");
    ask("dan", "Do you repair broken zips on old jackets?");
    ask("eva", "Can you repair a broken zip of my jacket?");
    ask("finn", "When does the shop in Bergen open on Sundays?");
    ask("gus", "Which wool is in the blue hats?");
    ask("hal", "Are you hiring for the summer?");
    ask("ida", "Good coffee today, thank you");
  }
  int learn() {
    ReadingBacklog backlog(store(), &reader, clock);
    for (;;) {
      const auto more = backlog.step(50);
      EXPECT_TRUE(more);
      if (!more || !*more) break;
    }
    const auto learned = lessons.learn_due();
    EXPECT_TRUE(learned) << learned.error().message << " " << learned.error().cause;
    return learned.value_or(-1);
  }
  int learn_later() {
    clock.advance(std::chrono::hours{1});
    return learn();
  }
  GapList list() {
    auto list = gaps.list(viewer);
    EXPECT_TRUE(list) << list.error().message << " " << list.error().cause;
    return list.value_or(GapList{});
  }
  // The gap in which this person asks.
  GapView gap_of(const std::string& who) {
    const PostId post = post_named("asked by " + who).id;
    const GapList all = list();
    for (const GapView& each : all.items) {
      const auto posts = gaps.posts(viewer, each.gap.id);
      EXPECT_TRUE(posts);
      for (const GapPost& one : *posts) {
        if (one.post == post) return each;
      }
    }
    return {};
  }
  ArticleDetail publish(const std::string& title, const std::string& text) {
    ArticleWish wish;
    wish.status = ArticleStatus::kPublished;
    wish.language = "en";
    wish.title = title;
    wish.markdown = text;
    auto made = knowledge.create(agent, wish);
    EXPECT_TRUE(made) << made.error().message;
    return made.value_or(ArticleDetail{});
  }
};

}  // namespace rapport
