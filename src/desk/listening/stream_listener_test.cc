// A stream that all workspaces share: what their monitors find is kept once, with how far it was
// read.

#include "desk/listening/stream_listener.h"

#include <gtest/gtest.h>

#include <deque>
#include <functional>

#include "desk/listening/coverage.h"
#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/word_reader.h"

namespace rapport {
namespace {

// Events one after the other; a cursor is the number of those that were read.
class ListedStream final : public PostStream {
 public:
  std::string name() const override { return "listed"; }
  Result<StreamBatch> read(std::string_view cursor, std::chrono::milliseconds, std::size_t most,
                           const Wanted& wanted) override {
    if (broken) return unavailable("The stream is away.");
    std::size_t at = cursor.empty() ? now : std::stoul(std::string(cursor));
    StreamBatch batch;
    batch.read_from = begin + std::chrono::seconds{static_cast<int>(at)};
    for (; at < posts.size() && batch.seen < static_cast<std::int64_t>(most); ++at) {
      const NetworkPost& post = posts[at];
      ++batch.seen;
      if (post.text == "(deleted)") {
        batch.deleted.push_back(post.native_id);
        continue;
      }
      GlimpsedPost glimpsed;
      glimpsed.network = "fake";
      glimpsed.native_id = post.native_id;
      glimpsed.author_native_id = post.author.native_id;
      glimpsed.text = post.text;
      glimpsed.at = post.created_at;
      glimpsed.edited = edited.contains(at);
      if (while_asked) while_asked(true);
      if (wanted(glimpsed)) batch.posts.push_back(post);
      if (while_asked) while_asked(false);
    }
    batch.cursor = std::to_string(at);
    batch.read_to = begin + std::chrono::seconds{static_cast<int>(at)};
    if (gap) {
      batch.gap_from = batch.read_from - std::chrono::hours{1};
      batch.gap_reason = "The stream forgot it.";
      gap = false;
    }
    cursors.push_back(std::string(cursor));
    return batch;
  }
  std::string cursor_at(Time time) const override {
    return std::to_string((time - begin) / std::chrono::seconds{1});
  }
  void stop() override {}

  Time begin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
  std::vector<NetworkPost> posts;
  std::set<std::size_t> edited;
  std::vector<std::string> cursors;  // it was asked with
  bool gap = false;
  bool broken = false;
  std::size_t now = 0;                    // where it begins without a cursor
  std::function<void(bool)> while_asked;  // before and after each question
};

// A store that cannot be read or written while it is told so.
class FailingStore final : public Store {
 public:
  explicit FailingStore(Store& inner) : inner_(inner) {}
  Result<Done> backup_to(const std::string& path) override { return inner_.backup_to(path); }
  void on_commit(std::function<void(const std::vector<Event>&)> listener) override {
    inner_.on_commit(std::move(listener));
  }

  bool reads_fail = false;
  bool writes_fail = false;

 private:
  Result<Done> do_write(const Work& work) override {
    if (writes_fail) return unavailable("The disk is full.");
    return inner_.write(work);
  }
  Result<Done> do_read(const Work& work) override {
    if (reads_fail) return unavailable("It cannot be read.");
    return inner_.read(work);
  }

  Store& inner_;
};

class StreamingNetwork final : public Network {
 public:
  std::string name() const override { return "fake"; }
  Limits limits() const override { return {}; }
  Result<ConnectedAccount> connect(const ConnectRequest&) override { return invalid("No."); }
  Result<std::unique_ptr<Connector>> open(const Channel&, SecretSlot) override {
    return invalid("No.");
  }
  bool has_stream() const override { return true; }
};

class StreamListenerTest : public DeskTest {
 protected:
  StreamListener listener_of_today() { return listener_on(store()); }
  StreamListener listener_on(Store& on) {
    return StreamListener(
        on, matching, ids, clock, &reader, "fake",
        [] { return Result<std::unique_ptr<PostStream>>(nullptr); },
        [this](const Channel&, const Filed& filed) {
          profiles += static_cast<int>(filed.profiles_to_read.size());
          threads += static_cast<int>(filed.threads_to_read.size());
        },
        {.note_after = std::chrono::milliseconds{0}});
  }
  int step() {
    auto listener = listener_of_today();
    const auto kept = listener.step(stream);
    EXPECT_TRUE(kept) << kept.error().message << kept.error().cause;
    return kept.value_or(-1);
  }
  MonitorView make(const std::string& query) {
    auto view = monitors.create(agent, {"Us", query, TagColor::kBlue, false});
    EXPECT_TRUE(view) << view.error().message;
    return view.value_or(MonitorView{});
  }
  std::vector<std::string> found() {
    std::vector<std::string> out;
    auto page = monitors.posts(viewer, {}, {}, 100);
    EXPECT_TRUE(page);
    for (const HeardView& each : page->posts) out.push_back(each.shown.post.native_id);
    std::sort(out.begin(), out.end());
    return out;
  }
  StreamState state() {
    auto state = store().read([](Unit& unit) { return unit.streams().state("fake"); });
    EXPECT_TRUE(state);
    return *state;
  }
  using Names = std::vector<std::string>;

  WordReader reader;
  MonitorMatching matching;
  Monitors monitors{store(), matching, ids, clock, &reader};
  ListedStream stream;
  int profiles = 0;
  int threads = 0;
};

TEST_F(StreamListenerTest, KeepsWhatAMonitorFindsAndHowFarItWasRead) {
  make("tea");
  stream.posts = {said("ana", "p1", "tea"), said("ben", "p2", "milk"), said("cleo", "p3", "Tea!")};
  EXPECT_EQ(step(), 2);
  EXPECT_EQ(found(), (Names{"p1", "p3"}));
  EXPECT_EQ(state().cursor, "3");
  EXPECT_EQ(profiles, 2) << "a stream names nobody";
  EXPECT_EQ(threads, 0) << "threads are read when somebody looks";
  const auto post = post_named("p1");
  EXPECT_EQ(post.seen_via, "stream");
  EXPECT_EQ(conversation_of("p1").state, ConversationState::kHeard);
}

TEST_F(StreamListenerTest, GoesOnWhereTheStoreStandsAndKeepsNothingTwice) {
  make("tea");
  stream.posts = {said("ana", "p1", "tea")};
  EXPECT_EQ(step(), 1);
  stream.posts.push_back(said("ben", "p2", "tea"));
  stream.posts.push_back(said("ana", "p1", "tea"));  // a stream may say things again
  EXPECT_EQ(step(), 1);
  EXPECT_EQ(stream.cursors, (Names{"", "1"}));
  EXPECT_EQ(found(), (Names{"p1", "p2"}));
}

TEST_F(StreamListenerTest, ForgetsWhatIsDeletedAndFollowsEdits) {
  make("tea");
  stream.posts = {said("ana", "p1", "tea"), said("ben", "p2", "tea"), said("cleo", "p3", "tea")};
  EXPECT_EQ(step(), 3);
  clock.advance(std::chrono::minutes{2});
  stream.posts.push_back(said("ana", "p1", "(deleted)"));
  stream.posts.push_back(said("ben", "p2", "milk after all"));
  stream.edited.insert(4);
  step();
  EXPECT_EQ(found(), Names{"p3"});
  EXPECT_TRUE(post_named("p1").deleted_at);
  EXPECT_TRUE(post_named("p1").text.empty());
}

TEST_F(StreamListenerTest, ShowsAgainWhatIsTakenBackAndSaidAgain) {
  make("tea");
  stream.posts = {said("ana", "p1", "tea")};
  EXPECT_EQ(step(), 1);
  stream.posts.push_back(said("ana", "p1", "(deleted)"));
  step();
  EXPECT_TRUE(found().empty());
  clock.advance(std::chrono::seconds{1});
  stream.posts.push_back(said("ana", "p1", "green tea"));
  step();
  EXPECT_EQ(found(), Names{"p1"});
  EXPECT_EQ(post_named("p1").text, "green tea");
}

TEST_F(StreamListenerTest, LosesNoEditWhileTheStoreCannotBeRead) {
  make("tea");
  stream.posts = {said("ana", "p1", "tea")};
  EXPECT_EQ(step(), 1);
  FailingStore failing(store());
  auto listener = listener_on(failing);
  stream.posts.push_back(said("ana", "p1", "milk after all"));
  stream.edited.insert(1);
  stream.while_asked = [&](bool asked) { failing.reads_fail = asked; };
  EXPECT_FALSE(listener.step(stream));
  EXPECT_EQ(state().cursor, "1");
  stream.while_asked = {};
  EXPECT_TRUE(listener.step(stream));
  EXPECT_EQ(post_named("p1").text, "milk after all");
  EXPECT_TRUE(found().empty());
}

TEST_F(StreamListenerTest, ReadsAgainWhatItHeardFirstAndCouldNotKeep) {
  make("tea");
  FailingStore failing(store());
  auto listener = listener_on(failing);
  stream.posts = {said("ana", "p0", "tea before"), said("ana", "p1", "tea")};
  stream.now = 1;
  failing.writes_fail = true;
  EXPECT_FALSE(listener.step(stream));
  stream.posts.push_back(said("ben", "p2", "tea"));
  stream.now = 2;
  EXPECT_FALSE(listener.step(stream));
  failing.writes_fail = false;
  EXPECT_TRUE(listener.step(stream));
  EXPECT_EQ(stream.cursors, (Names{"", "1", "1"}));
  EXPECT_EQ(found(), (Names{"p1", "p2"}));
}

TEST_F(StreamListenerTest, ReadsWordsForMonitorsThatAskWhatTheySay) {
  make("sentiment:negative parcel");
  stream.posts = {said("ana", "p1", "my parcel is late"), said("ben", "p2", "my parcel is here")};
  EXPECT_EQ(step(), 1);
  EXPECT_EQ(found(), Names{"p1"});
}

TEST_F(StreamListenerTest, TellsGapsAndTrouble) {
  make("tea");
  stream.gap = true;
  step();
  const auto spans = store().read([&](Unit& unit) {
    return unit.streams().spans("fake", stream.begin - std::chrono::hours{9}, 9);
  });
  ASSERT_TRUE(spans);
  ASSERT_EQ(spans->size(), 1U);
  EXPECT_FALSE(spans->front().complete);
  EXPECT_EQ(spans->front().reason, "The stream forgot it.");
  stream.broken = true;
  auto listener = listener_of_today();
  EXPECT_FALSE(listener.step(stream));
}

TEST_F(StreamListenerTest, TellsOfNoTimeInWhichItReadForOthersOnly) {
  // Somebody else listens all the time.
  Member other = owner;
  other.workspace = ids.make<WorkspaceId>();
  Channel theirs = channel;
  theirs.workspace = other.workspace;
  theirs.id = ids.make<ChannelId>();
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.channels().add(theirs); }));
  ASSERT_TRUE(monitors.create(other, {"Them", "milk", TagColor::kBlue, false}));
  registry.add(std::make_unique<StreamingNetwork>());
  Coverage coverage{store(), registry, matching, ids, clock};
  stream.begin = clock.now();
  // What was read for a workspace, in seconds: "0-2", with "!" behind a gap.
  const auto told = [&](const Member& who) {
    auto view = coverage.list(who, 30);
    EXPECT_TRUE(view) << view.error().message;
    std::string out;
    for (const SourceCoverage& source : view->sources) {
      if (source.source != "stream") continue;
      for (const CoverageSpan& each : source.spans) {
        out += std::to_string((each.from - stream.begin) / std::chrono::seconds{1}) + "-" +
               std::to_string((each.to - stream.begin) / std::chrono::seconds{1}) +
               (each.complete ? " " : "! ");
      }
    }
    return out;
  };
  const auto read_on = [&](int posts) {
    for (int i = 0; i < posts; ++i) stream.posts.push_back(said("ana", "x", "nothing"));
    step();
  };
  read_on(2);
  EXPECT_EQ(told(other), "0-2 ");
  EXPECT_EQ(told(viewer), "") << "it was not read for us yet";
  const auto ours = make("tea");
  read_on(3);
  EXPECT_EQ(told(viewer), "2-5 ");
  EXPECT_EQ(told(other), "0-5 ");
  // While all it has are paused nothing is heard for it, whatever is read for others.
  ASSERT_TRUE(monitors.change(agent, ours.monitor.id, {"Us", "tea", TagColor::kBlue, true}));
  read_on(4);
  ASSERT_TRUE(monitors.change(agent, ours.monitor.id, {"Us", "tea", TagColor::kBlue, false}));
  read_on(1);
  EXPECT_EQ(told(viewer), "2-5 9-10 ");
  EXPECT_EQ(told(other), "0-10 ");
  // Nor without an account there; what was heard before stays told.
  channel.state = ChannelState::kDisconnected;
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.channels().save(channel); }));
  read_on(5);
  EXPECT_EQ(told(viewer), "2-5 9-10 ");
  const auto view = coverage.list(viewer, 30);
  ASSERT_TRUE(view);
  ASSERT_EQ(view->sources.size(), 1U);
  EXPECT_EQ(view->sources[0].state, SourceState::kOff);
  EXPECT_FALSE(view->sources[0].can_backfill);
  EXPECT_EQ(view->sources[0].read_to, stream.begin + std::chrono::seconds{10});
}

TEST_F(StreamListenerTest, KeepsNothingForABrandWithoutAnAccountThere) {
  auto elsewhere = channel;
  elsewhere.state = ChannelState::kDisconnected;
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.channels().save(elsewhere); }));
  make("tea");
  stream.posts = {said("ana", "p1", "tea")};
  EXPECT_EQ(step(), 0);
  EXPECT_TRUE(found().empty());
}

}  // namespace
}  // namespace rapport
