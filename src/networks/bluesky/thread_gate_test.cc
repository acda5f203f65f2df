#include "networks/bluesky/thread_gate.h"

#include <gtest/gtest.h>

namespace rapport::bluesky {
namespace {

constexpr std::string_view kGate =
    R"({"uri":"at://us/app.bsky.feed.threadgate/k","cid":"c1","value":{
      "$type":"app.bsky.feed.threadgate","post":"at://us/app.bsky.feed.post/k",
      "allow":[{"$type":"app.bsky.feed.threadgate#mentionRule"}],
      "hiddenReplies":["at://ana/app.bsky.feed.post/1"],"createdAt":"2026-11-20T10:00:00.000Z",
      "later":{"new":[1,2]}}})";

TEST(ThreadGateTest, KeepsWhatElseStandsInIt) {
  auto gate = read_thread_gate(kGate);
  ASSERT_TRUE(gate);
  EXPECT_EQ(gate->cid, "c1");
  const auto before = gate->record;
  EXPECT_TRUE(gate->hides("at://ana/app.bsky.feed.post/1"));
  EXPECT_FALSE(gate->set_hidden("at://ana/app.bsky.feed.post/1", true)) << "hidden already";
  EXPECT_TRUE(gate->set_hidden("at://ben/app.bsky.feed.post/2", true));
  EXPECT_TRUE(gate->hides("at://ana/app.bsky.feed.post/1"));
  EXPECT_TRUE(gate->hides("at://ben/app.bsky.feed.post/2"));
  EXPECT_EQ(gate->record.at("allow"), before.at("allow"));
  EXPECT_EQ(gate->record.at("later"), before.at("later"));
  EXPECT_TRUE(gate->set_hidden("at://ben/app.bsky.feed.post/2", false));
  EXPECT_EQ(gate->record, before);
}

TEST(ThreadGateTest, BeginsWithAnEmptyOne) {
  ThreadGate gate;
  EXPECT_FALSE(gate.set_hidden("at://ana/x/1", false));
  EXPECT_FALSE(gate.record.contains("hiddenReplies"));
  EXPECT_TRUE(gate.set_hidden("at://ana/x/1", true));
  EXPECT_TRUE(gate.hides("at://ana/x/1"));
}

TEST(ThreadGateTest, SaysWhenItCannotBeRead) {
  for (const char* broken : {"", "[]", "{}", R"({"value":{}})", R"({"cid":"c"})",
                             R"({"cid":"","value":{}})", R"({"cid":"c","value":[]})"}) {
    EXPECT_FALSE(read_thread_gate(broken)) << broken;
  }
}

}  // namespace
}  // namespace rapport::bluesky
