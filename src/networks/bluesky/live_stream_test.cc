// The firehose of a real server, and its search: what people say without naming anybody.

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "networks/bluesky/names.h"
#include "networks/bluesky/testing/live_world.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;

class BlueskyLiveStream : public BlueskyLive {
 protected:
  void SetUp() override {
    BlueskyLive::SetUp();
    if (IsSkipped()) return;
    settings_.guard.allow_loopback = true;
    settings_.firehose = "ws" + pds_.substr(4);  // http becomes ws
    registry_ = make_registry(settings_, transport_, clock_);
  }

  std::unique_ptr<PostStream> listen() { return *registry_.open_stream("bluesky"); }

  // Reads on until `holds`; all that came stays in `heard_`.
  bool hear_until(PostStream& stream, const std::function<bool()>& holds) {
    const Time end = clock_.now() + 20s;
    while (!holds()) {
      if (clock_.now() > end) return false;
      auto batch = stream.read(cursor_, 200ms, 1'000, [&](const GlimpsedPost& post) {
        glimpsed_.emplace_back(post.text);
        return post.text.find(tag_) != std::string_view::npos || post.edited;
      });
      if (!batch) continue;
      cursor_ = batch->cursor;
      for (auto& post : batch->posts) {
        ++times_[post.native_id];
        heard_[post.native_id] = std::move(post);
      }
      deleted_.insert(batch->deleted.begin(), batch->deleted.end());
      for (auto& account : batch->accounts) accounts_[account.native_id] = std::move(account);
      if (batch->gap_from) ++gaps_;
      EXPECT_LE(batch->read_from, batch->read_to);
    }
    return true;
  }

  // A stream is open once something came through it.
  void settle(PostStream& stream) {
    const auto first =
        stream.read(cursor_, 500ms, 1'000, [](const GlimpsedPost&) { return false; });
    ASSERT_TRUE(first) << first.error().message << first.error().cause;
    cursor_ = first->cursor;
  }

  std::string cursor_;
  std::map<std::string, NetworkPost> heard_;
  std::map<std::string, int> times_;
  std::set<std::string> deleted_;
  std::map<std::string, NetworkAccount> accounts_;
  std::vector<std::string> glimpsed_;
  int gaps_ = 0;
};

TEST_F(BlueskyLiveStream, APostThatNamesNobodyIsHeardWithinSeconds) {
  const auto stream = listen();
  EXPECT_EQ(stream->name(), "firehose");
  settle(*stream);
  const Time begin = clock_.now();
  const auto said = ana_->post("Their rye is burnt \"again\" 🥖 " + tag_);
  const auto other = ana_->post("Nothing to do with it");
  ASSERT_TRUE(hear_until(*stream, [&] { return heard_.contains(uri_of(said)); }));
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.now() - begin);
  std::printf("heard %lld ms after it was posted\n", static_cast<long long>(took.count()));
  EXPECT_LT(took, 5s);
  const NetworkPost& post = heard_[uri_of(said)];
  EXPECT_EQ(post.text, "Their rye is burnt \"again\" 🥖 " + tag_);
  EXPECT_EQ(post.revision, cid_of(said)) << "the name of its bytes, as the server wrote it";
  EXPECT_EQ(post.author.native_id, ana_->did);
  EXPECT_EQ(post.kind, PostKind::kPost);
  EXPECT_EQ(post.root_native_id, post.native_id);
  EXPECT_FALSE(heard_.contains(uri_of(other)));

  // The same as its view says, but for what only a view knows.
  const auto thread = open()->thread(uri_of(said), {});
  if (thread) {
    if (const auto* view = find(thread->posts, uri_of(said))) {
      EXPECT_EQ(view->text, post.text);
      EXPECT_EQ(view->revision, post.revision);
      EXPECT_EQ(view->created_at, post.created_at);
      EXPECT_EQ(view->url, post.url);
    }
  }
}

TEST_F(BlueskyLiveStream, RepliesQuotesAndMarksComeWhole) {
  const auto stream = listen();
  settle(*stream);
  const auto root = ana_->post("Root " + tag_);
  const auto reply = ana_->reply(root, root, "Reply " + tag_);
  const auto quote = ana_->post(
      "Quote " + tag_, {{"embed", {{"$type", "app.bsky.embed.record"}, {"record", root}}}});
  const auto mention = ana_->mention(*brand_, tag_);
  ASSERT_TRUE(hear_until(*stream, [&] { return heard_.size() == 4; }));
  EXPECT_EQ(heard_[uri_of(reply)].kind, PostKind::kReply);
  EXPECT_EQ(heard_[uri_of(reply)].parent_native_id, uri_of(root));
  EXPECT_EQ(heard_[uri_of(quote)].kind, PostKind::kQuote);
  EXPECT_EQ(heard_[uri_of(quote)].quoted_native_id, uri_of(root));
  ASSERT_EQ(heard_[uri_of(mention)].entities.size(), 1U);
  EXPECT_EQ(heard_[uri_of(mention)].entities[0].value, brand_->did);
}

TEST_F(BlueskyLiveStream, EditsDeletionsAndNewNamesCome) {
  const auto stream = listen();
  settle(*stream);
  const auto said = ana_->post("First words " + tag_);
  ASSERT_TRUE(hear_until(*stream, [&] { return heard_.contains(uri_of(said)); }));
  const auto edited = ana_->put(bluesky::kPostCollection, {{"text", "Other words"}},
                                bluesky::parse_at_uri(uri_of(said))->rkey);
  ASSERT_TRUE(hear_until(*stream, [&] { return heard_[uri_of(said)].revision == cid_of(edited); }));
  EXPECT_EQ(heard_[uri_of(said)].text, "Other words");
  ana_->remove(said);
  ASSERT_TRUE(hear_until(*stream, [&] { return deleted_.contains(uri_of(said)); }));
  ana_->call("com.atproto.identity.updateHandle", {{"handle", "n" + tag_ + ".test"}});
  ASSERT_TRUE(hear_until(*stream, [&] {
    return accounts_.contains(ana_->did) && accounts_[ana_->did].handle == "n" + tag_ + ".test";
  }));
  take_down(*ana_, true);
  ASSERT_TRUE(hear_until(
      *stream, [&] { return accounts_[ana_->did].standing == AccountStanding::kSuspended; }));
  take_down(*ana_, false);
  ASSERT_TRUE(hear_until(
      *stream, [&] { return accounts_[ana_->did].standing == AccountStanding::kActive; }));
}

TEST_F(BlueskyLiveStream, NothingIsLostWhileNobodyListens) {
  std::set<std::string> said;
  {
    const auto stream = listen();
    settle(*stream);
    said.insert(uri_of(ana_->post("before " + tag_)));
    ASSERT_TRUE(hear_until(*stream, [&] { return heard_.size() == 1; }));
  }
  for (int i = 0; i < 40; ++i) {
    said.insert(uri_of(ana_->post("meanwhile " + std::to_string(i) + " " + tag_)));
  }
  const std::string earlier = cursor_;
  {
    const auto stream = listen();
    ASSERT_TRUE(hear_until(*stream, [&] { return heard_.size() == said.size(); }));
  }
  for (const auto& uri : said) EXPECT_EQ(times_[uri], 1) << uri;
  EXPECT_EQ(gaps_, 0);
  // What could not be kept comes again, and is known by its id and revision.
  const auto before = heard_;
  const auto stream = listen();
  cursor_ = earlier;
  heard_.clear();
  ASSERT_TRUE(hear_until(*stream, [&] { return heard_.size() == 40; }));
  for (const auto& [uri, post] : heard_) EXPECT_EQ(before.at(uri).revision, post.revision);
}

TEST_F(BlueskyLiveStream, ACursorAheadOfTheServerIsAGapAndThenNow) {
  const auto stream = listen();
  settle(*stream);
  const auto first = ana_->post("one " + tag_);
  ASSERT_TRUE(hear_until(*stream, [&] { return heard_.contains(uri_of(first)); }));
  const std::size_t at = cursor_.find("\"number\":");
  ASSERT_NE(at, std::string::npos) << cursor_;
  cursor_.insert(at + 9, "99999");
  const auto other = listen();
  ASSERT_TRUE(hear_until(*other, [&] { return gaps_ == 1; }));
  const auto second = ana_->post("two " + tag_);
  ASSERT_TRUE(hear_until(*other, [&] { return heard_.contains(uri_of(second)); }));
}

TEST_F(BlueskyLiveStream, SearchFindsWhatWasSaidBefore) {
  std::set<std::string> said;
  for (int i = 0; i < 3; ++i) {
    said.insert(uri_of(ana_->post("rye" + tag_ + " number " + std::to_string(i))));
  }
  const auto connector = open();
  const Time since = clock_.now() - 1h;
  Heard heard;
  const SearchQuestion question{.words = "rye" + tag_, .hashtags = {}, .langs = {}, .author = {}};
  ASSERT_TRUE(soon([&] {
    auto found = connector->search(question, "", since);
    if (!found) return false;
    heard = std::move(*found);
    return heard.posts.size() == 3;
  })) << heard.posts.size();
  for (const auto& post : heard.posts) {
    EXPECT_TRUE(said.contains(post.native_id));
    EXPECT_EQ(post.author.handle, ana_->handle);
  }
  EXPECT_FALSE(heard.more);
  EXPECT_EQ(heard.read_from, since);
  // This server pays no heed to a time.
  const auto later = connector->search(question, "", clock_.now() + 1min);
  ASSERT_TRUE(later);
  EXPECT_TRUE(later->posts.empty());
}

}  // namespace
}  // namespace rapport
