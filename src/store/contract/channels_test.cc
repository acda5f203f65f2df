#include <rapidcheck.h>

#include <map>

#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, ConnectsAnAccountOnce) {
  const Channel channel = sample::channel(here, 1);
  write([&](Unit& unit) { return unit.channels().add(channel); });
  Channel again = sample::channel(here, 2);
  again.native_id = channel.native_id;
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.channels().add(again); }));
  Channel other_brand = sample::channel(elsewhere, 3);
  other_brand.native_id = channel.native_id;
  write([&](Unit& unit) { return unit.channels().add(other_brand); });

  EXPECT_TRUE(
      same(channel, read([&](Unit& unit) { return unit.channels().find(here, channel.id); })));
  const auto found = read(
      [&](Unit& unit) { return unit.channels().by_native_id(here, "bluesky", channel.native_id); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(channel, *found));
  EXPECT_TRUE(same({channel}, read([&](Unit& unit) { return unit.channels().all(here); })));
  EXPECT_TRUE(
      same({channel, other_brand}, read([](Unit& unit) { return unit.channels().every(); })));
}

TEST_P(StoreContract, NeverOverwritesASecretByAccident) {
  Channel channel = sample::channel(here, 1);
  write([&](Unit& unit) { return unit.channels().add(channel); });

  channel.handle = "new.example";
  channel.service = "https://other.example";
  channel.state = ChannelState::kReconnect;
  channel.error = "Bluesky asks you to sign in again.";
  channel.limits = {300, TextUnit::kGraphemes};
  channel.changed_at = sample::at(50);
  Channel without_secret = channel;
  without_secret.sealed_secret.clear();
  write([&](Unit& unit) { return unit.channels().save(without_secret); });
  EXPECT_TRUE(
      same(channel, read([&](Unit& unit) { return unit.channels().find(here, channel.id); })));

  EXPECT_EQ(ErrorKind::kInvalid, write_fails([&](Unit& unit) {
              return unit.channels().save_secret(here, channel.id, "");
            }));
  write([&](Unit& unit) { return unit.channels().save_secret(here, channel.id, "fresh"); });
  EXPECT_EQ("fresh",
            read([&](Unit& unit) { return unit.channels().find(here, channel.id); }).sealed_secret);
  write([&](Unit& unit) { return unit.channels().forget_secret(here, channel.id); });
  EXPECT_EQ("",
            read([&](Unit& unit) { return unit.channels().find(here, channel.id); }).sealed_secret);
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.channels().save_secret(elsewhere, channel.id, "stolen");
            }));
}

TEST_P(StoreContract, RemembersHowFarASourceWasRead) {
  const ChannelId id = sample::channel(here, 1).id;
  write([&](Unit& unit) { return unit.channels().add(sample::channel(here, 1)); });
  CoverageSource source;
  source.workspace = here;
  source.channel = id;
  source.source = "notifications";
  EXPECT_TRUE(same(
      source, read([&](Unit& unit) { return unit.channels().source(here, id, "notifications"); })));
  source.cursor = "2026-11-01T12:00:00Z::abc";
  source.read_to = sample::at(7);
  source.last_error = "The network did not answer.";
  source.last_error_at = sample::at(8);
  source.checked_at = sample::at(9);
  write([&](Unit& unit) { return unit.channels().save_source(source); });
  source.last_error.clear();
  source.last_error_at.reset();
  write([&](Unit& unit) { return unit.channels().save_source(source); });
  EXPECT_TRUE(same(
      source, read([&](Unit& unit) { return unit.channels().source(here, id, "notifications"); })));
  EXPECT_TRUE(same({source}, read([&](Unit& unit) { return unit.channels().sources(here, id); })));
}

class Coverage {
 public:
  Coverage(Store& store, WorkspaceId workspace) : store_(store), workspace_(workspace) {}

  Result<Done> add(int from, int to, std::string gap = {}) {
    return store_.write([&](Unit& unit) {
      return unit.channels().add_span(
          workspace_, channel_, "notifications",
          {sample::at(from), sample::at(to), gap.empty(), std::move(gap)});
    });
  }
  // Oldest first, as "0-5 5-7:why": a gap says why.
  std::string shown() {
    auto spans = store_.read([&](Unit& unit) {
      return unit.channels().spans(workspace_, channel_, "notifications", 1000);
    });
    if (!spans) return spans.error().message;
    std::string text;
    for (auto each = spans->rbegin(); each != spans->rend(); ++each) {
      if (!text.empty()) text += ' ';
      text += second(each->from) + "-" + second(each->to);
      if (!each->complete) text += ":" + each->reason;
    }
    return text;
  }

 private:
  static std::string second(Time time) {
    return std::to_string((time - sample::at(0)) / std::chrono::seconds{1});
  }
  Store& store_;
  WorkspaceId workspace_;
  ChannelId channel_ = sample::channel(WorkspaceId{}, 1).id;
};

TEST_P(StoreContract, JoinsAndSplitsCoverage) {
  write([&](Unit& unit) { return unit.channels().add(sample::channel(here, 1)); });
  Coverage coverage(store(), here);
  ASSERT_TRUE(coverage.add(0, 10));
  ASSERT_TRUE(coverage.add(10, 20));  // touches
  ASSERT_TRUE(coverage.add(15, 30));  // overlaps
  EXPECT_EQ("0-30", coverage.shown());
  ASSERT_TRUE(coverage.add(30, 60, "down"));
  ASSERT_TRUE(coverage.add(60, 70, "down"));
  ASSERT_TRUE(coverage.add(70, 80, "rate limit"));
  EXPECT_EQ("0-30 30-70:down 70-80:rate limit", coverage.shown());
  ASSERT_TRUE(coverage.add(40, 50));  // read after all, in the middle
  EXPECT_EQ("0-30 30-40:down 40-50 50-70:down 70-80:rate limit", coverage.shown());
  ASSERT_TRUE(coverage.add(20, 75));
  EXPECT_EQ("0-75 75-80:rate limit", coverage.shown());
  ASSERT_TRUE(coverage.add(0, 80));
  EXPECT_EQ("0-80", coverage.shown());
  ASSERT_TRUE(coverage.add(50, 100, "late"));  // what was read stays read
  EXPECT_EQ("0-80 80-100:late", coverage.shown());
  ASSERT_TRUE(coverage.add(100, 100));  // no length, nothing to join
  EXPECT_EQ("0-80 80-100:late", coverage.shown());
  auto backwards = coverage.add(9, 8);
  ASSERT_FALSE(backwards);
  EXPECT_EQ(ErrorKind::kInvalid, backwards.error().kind);
}

// Against the simplest model there is: what each second is known to be.
TEST_P(StoreContract, CoverageAgreesWithASecondBySecondRecord) {
  write([&](Unit& unit) { return unit.channels().add(sample::channel(here, 1)); });
  int round = 0;
  EXPECT_TRUE(rc::check("coverage", [&] {
    const WorkspaceId workspace{1000 + ++round};
    RC_ASSERT(store().write(
        [&](Unit& unit) { return unit.channels().add(sample::channel(workspace, 1)); }));
    Coverage coverage(store(), workspace);
    std::map<int, std::string> known;  // second → "read" or the reason of the gap
    const int steps = *rc::gen::inRange(1, 12);
    for (int step = 0; step < steps; ++step) {
      const int from = *rc::gen::inRange(0, 30);
      const int to = from + *rc::gen::inRange(1, 12);
      const std::string gap =
          *rc::gen::element(std::string{}, std::string{"down"}, std::string{"limit"});
      RC_ASSERT(coverage.add(from, to, gap));
      for (int second = from; second < to; ++second) {
        if (gap.empty()) {
          known[second] = "read";
        } else {
          known.emplace(second, gap);
        }
      }
    }
    auto spans = store().read([&](Unit& unit) {
      return unit.channels().spans(workspace, sample::channel(workspace, 1).id, "notifications",
                                   1000);
    });
    RC_ASSERT(spans);
    std::map<int, std::string> shown;
    for (const CoverageSpan& span : *spans) {
      for (Time at = span.from; at < span.to; at += std::chrono::seconds{1}) {
        const auto second = static_cast<int>((at - sample::at(0)) / std::chrono::seconds{1});
        RC_ASSERT(shown.emplace(second, span.complete ? "read" : span.reason).second);
      }
    }
    RC_ASSERT(shown == known);
    // Neighbours that say the same are one.
    for (std::size_t at = 1; at < spans->size(); ++at) {
      const CoverageSpan& later = (*spans)[at - 1];
      const CoverageSpan& earlier = (*spans)[at];
      RC_ASSERT(earlier.to < later.from || earlier.complete != later.complete ||
                earlier.reason != later.reason);
    }
  }));
}

}  // namespace
}  // namespace rapport
