#include "networks/bluesky/firehose_frame.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "networks/bluesky/car.h"
#include "networks/bluesky/cbor.h"
#include "networks/bluesky/stream_events.h"
#include "networks/bluesky/testing/binary.h"

namespace rapport::bluesky {
namespace {

namespace made = testing;

const Time kNow = *parse_time("2026-11-23T15:00:00Z");

std::string json_of(std::string_view cbor) {
  CborReader reader(cbor);
  std::string json;
  return reader.to_json(json) && reader.rest().empty() ? json : "broken";
}

std::string hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

TEST(Cbor, ReadsEveryKind) {
  EXPECT_EQ(json_of(hex("00")), "0");
  EXPECT_EQ(json_of(hex("1903e8")), "1000");
  EXPECT_EQ(json_of(hex("1b7fffffffffffffff")), "9223372036854775807");
  EXPECT_EQ(json_of(hex("3b7fffffffffffffff")), "-9223372036854775808");
  EXPECT_EQ(json_of(hex("3903e7")), "-1000");
  EXPECT_EQ(json_of(hex("f4")), "false");
  EXPECT_EQ(json_of(hex("f6")), "null");
  EXPECT_EQ(json_of(hex("fb3ff8000000000000")), "1.5");
  // A real that is whole: its digits alone would be a number too large for a JSON parser.
  EXPECT_EQ(json_of(hex("fb43f8000000000000")), "27670116110564327424.0");
  EXPECT_EQ(json_of(hex("fb7fefffffffffffff")), "1.7976931348623157e+308");
  EXPECT_EQ(json_of(hex("43010203")), R"({"$bytes":"AQID"})");
  EXPECT_EQ(json_of(made::text("a\"\\\n\x01é")), R"("a\"\\\u000a\u0001é")");
  EXPECT_EQ(json_of(made::list({made::number(1), made::list({})})), "[1,[]]");
  EXPECT_EQ(json_of(made::map({{"b", made::yes()}, {"a", made::map({})}})), R"({"b":true,"a":{}})");
  const std::string cid = made::cid_of("x");
  EXPECT_EQ(json_of(made::link(cid)), R"({"$link":")" + cid_text(cid) + "\"}");
  EXPECT_EQ(cid_text(cid).size(), 59U);
  EXPECT_TRUE(cid_text(cid).starts_with("bafyrei"));
}

TEST(Cbor, RefusesWhatTheProtocolDoes) {
  for (const char* each : {
           "",                     // nothing
           "18",                   // a head without its number
           "1817",                 // 23 in two bytes
           "190001",               // 1 in three
           "1bffffffffffffffff",   // beyond 64 bits with a sign
           "5f4101ff",             // a length that is not given
           "9f01ff",               // a list without one
           "6261",                 // a text cut short
           "62c328",               // no UTF-8
           "9b00000001000000000",  // four billion items in nothing
           "a10101",               // a key that is a number
           "a2616101616102",       // a key twice
           "c101",                 // another tag
           "d82a01",               // a link to a number
           "d82ad82a4100",         // a link in a link
           "d82a4101",             // a link without its zero
           "f7",                   // undefined
           "f93c00",               // half a number
           "fb7ff0000000000000",   // infinity
           "fb7ff8000000000000",   // no number
           "ff",                   // an end without a beginning
       }) {
    EXPECT_EQ(json_of(hex(each)), "broken") << each;
  }
  EXPECT_EQ(json_of(std::string(kMostCborDepth, '\x81') + '\x01').substr(0, 2), "[[");
  EXPECT_EQ(json_of(std::string(kMostCborDepth + 1, '\x81') + '\x01'), "broken");
  EXPECT_EQ(json_of(std::string(100'000, '\x81')), "broken");
  std::string tags;
  for (int i = 0; i < 100'000; ++i) tags += "\xD8\x2A";
  EXPECT_EQ(json_of(tags), "broken");
}

TEST(Car, FindsABlockThatIsWhatItsNameSays) {
  const std::string one = made::post_record("one");
  const std::string two = made::post_record("two");
  std::string file = made::car({one, two});
  EXPECT_EQ(block_in(file, made::cid_of(two)), two);
  EXPECT_FALSE(block_in(file, made::cid_of("three")));
  EXPECT_FALSE(block_in(file, "short"));
  EXPECT_FALSE(block_in(file.substr(0, file.size() - 1), made::cid_of(two))) << "cut";
  file.back() = static_cast<char>(file.back() ^ 1);
  EXPECT_FALSE(block_in(file, made::cid_of(two))) << "not its hash";
  EXPECT_EQ(block_in(file, made::cid_of(one)), one);
  EXPECT_FALSE(block_in("", made::cid_of(one)));
  EXPECT_FALSE(block_in("\xFF\xFF\xFF\xFF\xFF\xFF", made::cid_of(one)));
}

TEST(FirehoseFrame, ACommitBecomesTheEventsJetstreamWouldSend) {
  const auto frame = read_frame(made::commit(42, "did:plc:ana", "2026-11-20T10:00:01.5Z", "create",
                                             "k1", made::post_record("A \"rye\" 🍞\n")),
                                kNow);
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->kind, FrameKind::kEvent);
  EXPECT_EQ(frame->number, 42);
  EXPECT_EQ(format_time(frame->at), "2026-11-20T10:00:01.500000Z");
  EXPECT_EQ(frame->missing, 0);
  ASSERT_EQ(frame->events.size(), 1U);
  EventReader reader;
  StreamBatch batch;
  const auto mark = reader.read(
      frame->events[0],
      [](const GlimpsedPost& post) {
        EXPECT_EQ(post.text, "A \"rye\" 🍞\n");
        EXPECT_EQ(post.langs, std::vector<std::string_view>{"en"});
        return true;
      },
      batch);
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->at, frame->at);
  ASSERT_EQ(batch.posts.size(), 1U);
  EXPECT_EQ(batch.posts[0].native_id, "at://did:plc:ana/app.bsky.feed.post/k1");
  EXPECT_EQ(batch.posts[0].revision, cid_text(made::cid_of(made::post_record("A \"rye\" 🍞\n"))));

  const auto gone =
      read_frame(made::commit(43, "did:plc:ana", "2026-11-20T10:00:02Z", "delete", "k1", ""), kNow);
  ASSERT_EQ(gone->events.size(), 1U);
  (void)reader.read(
      gone->events[0], [](const GlimpsedPost&) { return true; }, batch);
  EXPECT_EQ(batch.deleted, std::vector<std::string>{"at://did:plc:ana/app.bsky.feed.post/k1"});
}

TEST(FirehoseFrame, CountsPostsWhoseWordsAreNotThere) {
  const std::string record = made::post_record("one");
  const auto frame = read_frame(
      made::frame("#commit",
                  {{"ops", made::list({made::map({{"cid", made::link(made::cid_of(record))},
                                                  {"path", made::text("app.bsky.feed.post/a")},
                                                  {"action", made::text("create")}})})},
                   {"seq", made::number(5)},
                   {"repo", made::text("did:plc:ana")},
                   {"time", made::text("never")},
                   {"blocks", made::bytes("")}}),
      kNow);
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->missing, 1);
  EXPECT_TRUE(frame->events.empty());
  EXPECT_EQ(frame->at, kNow) << "a time that cannot be read";
}

TEST(FirehoseFrame, ReadsWhatIsSaidOfAccountsAndOfTheStream) {
  EventReader reader;
  StreamBatch batch;
  for (const auto& frame : {made::frame("#identity", {{"did", made::text("did:plc:ana")},
                                                      {"seq", made::number(7)},
                                                      {"time", made::text("2026-11-20T10:00:00Z")},
                                                      {"handle", made::text("ana.test")}}),
                            made::frame("#account", {{"did", made::text("did:plc:ben")},
                                                     {"seq", made::number(8)},
                                                     {"time", made::text("2026-11-20T10:00:00Z")},
                                                     {"active", made::no()},
                                                     {"status", made::text("takendown")}})}) {
    const auto read = read_frame(frame, kNow);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->events.size(), 1U);
    (void)reader.read(
        read->events[0], [](const GlimpsedPost&) { return true; }, batch);
  }
  ASSERT_EQ(batch.accounts.size(), 2U);
  EXPECT_EQ(batch.accounts[0].handle, "ana.test");
  EXPECT_FALSE(batch.accounts[0].standing);
  EXPECT_EQ(batch.accounts[1].standing, AccountStanding::kSuspended);

  const auto sync = read_frame(made::frame("#sync", {{"did", made::text("did:plc:ana")},
                                                     {"seq", made::number(9)},
                                                     {"rev", made::text("r")}}),
                               kNow);
  EXPECT_EQ(sync->kind, FrameKind::kEvent);
  EXPECT_EQ(sync->number, 9);
  const auto info =
      read_frame(made::frame("#info", {{"name", made::text("OutdatedCursor")}}), kNow);
  EXPECT_EQ(info->kind, FrameKind::kInfo);
  EXPECT_EQ(info->name, "OutdatedCursor");
  const auto error = read_frame(made::error_frame("FutureCursor", "ahead"), kNow);
  EXPECT_EQ(error->kind, FrameKind::kError);
  EXPECT_EQ(error->name, "FutureCursor");
  EXPECT_FALSE(read_frame("", kNow));
  EXPECT_FALSE(read_frame("not a frame", kNow));
}

// A frame with any of its bytes changed is read or refused, and never anything else.
RC_GTEST_PROP(FirehoseFrame, SurvivesDamage, ()) {
  std::string frame = made::commit(42, "did:plc:ana", "2026-11-20T10:00:01Z", "create", "k1",
                                   made::post_record("one"));
  const int changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes; ++i) {
    frame[*rc::gen::inRange<std::size_t>(0, frame.size())] = *rc::gen::arbitrary<char>();
  }
  EventReader reader;
  StreamBatch batch;
  if (const auto read = read_frame(frame, kNow)) {
    for (const auto& event : read->events) {
      (void)reader.read(
          event, [](const GlimpsedPost&) { return true; }, batch);
    }
  }
  RC_ASSERT(batch.posts.size() <= 1U);
}

}  // namespace
}  // namespace rapport::bluesky
