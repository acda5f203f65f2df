#include "desk/hearing/history.h"

#include "desk/channels/channels.h"
#include "desk/hearing/listener.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class HistoryTest : public DeskTest {
 protected:
  std::unique_ptr<Listener> listener() {
    return std::make_unique<Listener>(store(), connectors, filing, clock, ListenerSettings{},
                                      channel.workspace, channel.id);
  }

  // A page of the past: what was said so many days ago.
  Heard page(const std::string& name, int days, bool more, const std::string& author = "ana") {
    Heard heard;
    auto post = said(author, name, author == "us" ? "Hello" : "@us hello");
    post.created_at = clock.now() - std::chrono::days{days};
    post.indexed_at = post.created_at;
    heard.posts = {post};
    heard.cursor = "after " + name;
    heard.more = more;
    heard.read_from = post.created_at;
    heard.read_to = clock.now();
    return heard;
  }

  HistoryImport history() {
    auto found = store().read(
        [&](Unit& unit) { return unit.histories().of_channel(channel.workspace, channel.id); });
    return found && *found ? **found : HistoryImport{};
  }

  ChannelDesk channels{store(), registry, connectors, secrets, ids, clock};
};

TEST_F(HistoryTest, IsReadAfterThePresentAndMakesNobodyWait) {
  auto asked = channels.import_history(owner, channel.id, HistoryReach::kYear);
  ASSERT_TRUE(asked) << asked.error().message;
  ASSERT_TRUE(asked->history);
  EXPECT_EQ(asked->history->state, HistoryState::kRunning);

  network->hears["own_posts"].push_back(Heard{});  // the present
  network->hears["own_posts"].push_back(page("ours", 200, false, "us"));
  network->hears["notifications"].push_back(Heard{});
  network->hears["notifications"].push_back(page("one", 100, true));
  network->hears["notifications"].push_back(page("two", 340, false));
  auto one = listener();
  EXPECT_FALSE(one->tick().failed);
  EXPECT_EQ(history().state, HistoryState::kRunning);
  EXPECT_EQ(history().posts, 2);
  EXPECT_EQ(history().reached, clock.now() - std::chrono::days{100});
  for (int i = 0; i < 4 && history().state == HistoryState::kRunning; ++i) {
    // The present comes first in each round.
    network->hears["notifications"].push_front(Heard{});
    one->tick();
  }
  EXPECT_EQ(history().state, HistoryState::kDone);
  EXPECT_EQ(history().posts, 3);
  EXPECT_TRUE(post_named("two").before_rapport);
  EXPECT_EQ(conversation_of("two").state, ConversationState::kResolved);
  EXPECT_EQ(inbox.counts(agent)->conversations.open, 0);
}

TEST_F(HistoryTest, GoesOnAfterARestartWhereItStopped) {
  ASSERT_TRUE(channels.import_history(owner, channel.id, HistoryReach::kAll));
  EXPECT_FALSE(history().back_to);
  HistoryReader reader(store(), filing, clock);
  network->hears["own_posts"].push_back(page("ours", 50, true, "us"));
  ASSERT_TRUE(reader.read_on(*network, channel, 1));
  auto kept = store().read([&](Unit& unit) {
    return unit.channels().source(channel.workspace, channel.id, "history_own_posts");
  });
  EXPECT_EQ(kept->cursor, "after ours");
  EXPECT_FALSE(kept->read_to);

  network->hears["own_posts"].push_back(unavailable("The network cannot be reached."));
  HistoryReader again(store(), filing, clock);
  EXPECT_FALSE(again.read_on(*network, channel, 1));
  EXPECT_EQ(history().state, HistoryState::kRunning) << "trouble ends nothing";
  EXPECT_EQ(post_named("ours").text, "Hello");
}

TEST_F(HistoryTest, CanBeStoppedAndTakenUpAgain) {
  ASSERT_TRUE(channels.import_history(owner, channel.id, HistoryReach::kYear));
  ASSERT_TRUE(channels.stop_history(owner, channel.id));
  HistoryReader reader(store(), filing, clock);
  network->hears["own_posts"].push_back(page("ours", 50, false, "us"));
  ASSERT_TRUE(reader.read_on(*network, channel, 5));
  EXPECT_EQ(history().posts, 0) << "nothing is read";
  ASSERT_TRUE(channels.import_history(owner, channel.id, HistoryReach::kYear));
  ASSERT_TRUE(reader.read_on(*network, channel, 1));
  EXPECT_EQ(history().posts, 1);
}

TEST_F(HistoryTest, SaysWhatTheNetworkNoLongerGives) {
  ASSERT_TRUE(channels.import_history(owner, channel.id, HistoryReach::kAll));
  auto cut = page("ours", 50, false, "us");
  cut.gap_from = clock.now() - std::chrono::days{900};
  cut.gap_reason = "The network keeps no more than this.";
  network->hears["own_posts"].push_back(cut);
  HistoryReader reader(store(), filing, clock);
  ASSERT_TRUE(reader.read_on(*network, channel, 1));
  EXPECT_EQ(history().note, "The network keeps no more than this.");
}

TEST_F(HistoryTest, TheFirstThirtyDaysComeByThemselves) {
  auto asked = channels.import_history(owner, channel.id, HistoryReach::kMonth);
  ASSERT_TRUE(asked);
  EXPECT_FALSE(asked->history);
  EXPECT_EQ(channels.import_history(agent, channel.id, HistoryReach::kYear).error().kind,
            ErrorKind::kForbidden);
}

}  // namespace
}  // namespace rapport
