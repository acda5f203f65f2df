// Hearing on a real network: what people say and do to us, and what we say elsewhere.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "networks/bluesky/names.h"
#include "networks/bluesky/testing/live_world.h"

namespace rapport {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

TEST_F(BlueskyLive, HearsWhatPeopleSayAndDo) {
  const auto connector = open();
  const Time since = clock_.now() - 24h;
  const auto first = connector->hear("notifications", "", since);
  ASSERT_TRUE(first) << first.error().message << first.error().cause;
  EXPECT_TRUE(first->posts.empty());
  EXPECT_EQ(first->read_from, since);

  const auto ours = brand_->post("The rye is back.");
  const auto mention = ana_->mention(*brand_, "is it really? 🍞");
  const auto reply = ana_->reply(ours, ours, "Finally!");
  const auto quote = ana_->post(
      "Look at this", {{"embed", {{"$type", "app.bsky.embed.record"}, {"record", ours}}}});
  ana_->put(bluesky::kLikeCollection, {{"subject", ours}});
  ana_->put("app.bsky.feed.repost", {{"subject", ours}});
  ana_->put(bluesky::kFollowCollection, {{"subject", brand_->did}});

  Heard heard;
  ASSERT_TRUE(soon([&] {
    heard = *connector->hear("notifications", first->cursor, since);
    return heard.posts.size() == 3 && heard.interactions.size() == 3;
  })) << heard.posts.size()
      << " posts, " << heard.interactions.size() << " interactions";
  EXPECT_FALSE(heard.more);
  EXPECT_LE(heard.read_from, first->read_to);

  const NetworkPost* said = find(heard.posts, uri_of(mention));
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(said->revision, cid_of(mention));
  EXPECT_EQ(said->author.handle, ana_->handle);
  EXPECT_EQ(said->kind, PostKind::kPost);
  EXPECT_TRUE(said->addressed);
  ASSERT_EQ(said->entities.size(), 1U);
  EXPECT_EQ(said->entities[0].value, brand_->did);
  const NetworkPost* answer = find(heard.posts, uri_of(reply));
  ASSERT_NE(answer, nullptr);
  EXPECT_EQ(answer->kind, PostKind::kReply);
  EXPECT_EQ(answer->parent_native_id, uri_of(ours));
  EXPECT_EQ(answer->root_native_id, uri_of(ours));
  const NetworkPost* quoted = find(heard.posts, uri_of(quote));
  ASSERT_NE(quoted, nullptr);
  EXPECT_EQ(quoted->kind, PostKind::kQuote);
  EXPECT_EQ(quoted->quoted_native_id, uri_of(ours));
  ASSERT_TRUE(quoted->quoted);
  EXPECT_EQ(quoted->quoted->text, "The rye is back.");
  for (const auto& interaction : heard.interactions) {
    EXPECT_EQ(interaction.actor.native_id, ana_->did);
    EXPECT_EQ(interaction.object_post_native_id,
              interaction.kind == InteractionKind::kFollow ? "" : uri_of(ours));
  }
}

TEST_F(BlueskyLive, WalksBackPageByPageAfterALongAbsence) {
  const auto connector = open();
  for (int i = 0; i < 230; ++i) ana_->mention(*brand_, "number " + std::to_string(i));
  const Time since = clock_.now() - 24h;
  std::set<std::string> uris;
  ASSERT_TRUE(soon([&] {
    uris.clear();
    std::string cursor;
    for (bool more = true; more;) {
      const auto heard = *connector->hear("notifications", cursor, since);
      for (const auto& post : heard.posts) uris.insert(post.native_id);
      cursor = heard.cursor;
      more = heard.more;
      EXPECT_TRUE(more || heard.read_from == since);
    }
    return uris.size() == 230;
  })) << uris.size();
}

TEST_F(BlueskyLive, HearsItsOwnPostsFromElsewhereAndTheirDeletion) {
  const auto connector = open();
  const Time since = clock_.now() - 24h;
  const auto early = brand_->post("Said before");
  auto heard = *connector->hear("own_posts", "", since);
  ASSERT_EQ(heard.posts.size(), 1U);
  EXPECT_EQ(heard.posts[0].native_id, uri_of(early));
  EXPECT_EQ(heard.posts[0].author.native_id, brand_->did);
  EXPECT_EQ(heard.read_from, since);

  const auto question = ana_->mention(*brand_, "well?");
  const auto answer = brand_->reply(question, question, "Well indeed.");
  heard = *connector->hear("own_posts", heard.cursor, since);
  ASSERT_EQ(heard.posts.size(), 1U);
  EXPECT_EQ(heard.posts[0].native_id, uri_of(answer));
  EXPECT_EQ(heard.posts[0].kind, PostKind::kReply);
  brand_->remove(early);
  heard = *connector->hear("own_posts", heard.cursor, since);
  EXPECT_TRUE(heard.posts.empty());
  EXPECT_EQ(heard.deleted, std::vector{uri_of(early)});
  heard = *connector->hear("own_posts", heard.cursor, since);
  EXPECT_TRUE(heard.deleted.empty());
}

TEST_F(BlueskyLive, HearsTheWarningsOfAuthors) {
  const auto connector = open();
  const auto labels = [](std::string_view word) {
    return json::object{{"$type", "com.atproto.label.defs#selfLabels"},
                        {"values", {json::object{{"val", word}}}}};
  };
  const std::string text = "@" + brand_->handle + " mind the blood";
  const auto said =
      ana_->post(text, {{"facets", ana_->facet(*brand_)}, {"labels", labels("graphic-media")}});
  Heard heard;
  ASSERT_TRUE(soon([&] {
    heard = *connector->hear("notifications", "", clock_.now() - 1h);
    return find(heard.posts, uri_of(said)) != nullptr;
  }));
  EXPECT_EQ(find(heard.posts, uri_of(said))->labels, std::vector<std::string>{"graphic-media"});
  const auto thread = connector->thread(uri_of(said), {});
  const auto* read = thread ? find(thread->posts, uri_of(said)) : nullptr;
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->labels, std::vector<std::string>{"graphic-media"});
  // Its author thinks better of it.
  ana_->put(bluesky::kPostCollection, {{"text", text}, {"facets", ana_->facet(*brand_)}},
            bluesky::parse_at_uri(uri_of(said))->rkey);
  EXPECT_TRUE(soon([&] {
    const auto again = connector->thread(uri_of(said), {});
    const auto* post = again ? find(again->posts, uri_of(said)) : nullptr;
    return post != nullptr && post->labels == std::vector<std::string>{};
  }));
  // Of an account, by itself: the views take it from its profile.
  ana_->put("app.bsky.actor.profile",
            {{"displayName", "Ana"}, {"labels", labels("!no-unauthenticated")}}, "self");
  EXPECT_TRUE(soon([&] {
    const auto profile = connector->profile(ana_->did);
    return profile && profile->labels == std::vector<std::string>{"!no-unauthenticated"};
  }));
}

}  // namespace
}  // namespace rapport
