#include "networks/mastodon/mapping.h"

#include <gtest/gtest.h>

#include "networks/mastodon/names.h"
#include "networks/mastodon/testing/replies.h"

namespace rapport::mastodon {
namespace {

namespace world = testing;

const Eyes kEyes{"social.example", "social.example", "social.example/9"};

std::string shown(const NetworkPost& post, std::size_t entity) {
  const Entity& at = post.entities.at(entity);
  return post.text.substr(at.begin, at.end - at.begin);
}

TEST(MastodonMapping, ReadsAMentionWithAllItShows) {
  const auto post = read_status(world::mention(), kEyes);
  ASSERT_TRUE(post) << post.error().message;
  EXPECT_EQ(post->native_id, "social.example/501");
  EXPECT_EQ(post->root_native_id, post->native_id);
  EXPECT_EQ(post->kind, PostKind::kPost);
  EXPECT_EQ(post->text,
            "@northwind@social.example is the rye back? :bread: news.example/a/very/lon…\n\n#rye");
  ASSERT_EQ(post->entities.size(), 3U);
  EXPECT_EQ(post->entities[0].kind, EntityKind::kMention);
  EXPECT_EQ(post->entities[0].value, "social.example/9");
  EXPECT_EQ(shown(*post, 0), "@northwind@social.example");
  EXPECT_EQ(post->entities[1].value, "https://www.news.example/a/very/long/address/2026");
  EXPECT_EQ(shown(*post, 1), "news.example/a/very/lon…");
  EXPECT_EQ(post->entities[2].kind, EntityKind::kTag);
  EXPECT_EQ(shown(*post, 2), "#rye");
  EXPECT_EQ(post->author.native_id, "social.example/41");
  EXPECT_EQ(post->author.handle, "ana@elsewhere.example");
  EXPECT_EQ(post->author.name, "Ana :bread:");
  EXPECT_EQ(post->author.bio, "Bread & butter. ana.example");
  EXPECT_EQ(post->author.followers, 120);
  EXPECT_EQ(post->langs, std::vector<std::string>{"en"});
  ASSERT_EQ(post->media.size(), 1U);
  EXPECT_EQ(post->media[0].alt, "an empty shelf");
  EXPECT_EQ(post->media[0].width, 640U);
  EXPECT_EQ(post->likes, 3);
  EXPECT_EQ(post->reposts, 2);
  EXPECT_EQ(post->our_like, "social.example/501/9");
  EXPECT_EQ(post->our_repost, "");
  EXPECT_EQ(post->labels,
            (std::vector<std::string>{"cw:food", "sensitive", "visibility:unlisted"}));
  EXPECT_EQ(post->created_at, *parse_time("2026-11-24T09:00:00Z"));
}

TEST(MastodonMapping, GivesAnEditAnotherRevision) {
  const auto before =
      read_status(world::status("1", world::ana(), "<p>a</p>", "2026-11-24T09:00:00.000Z"), kEyes);
  const auto after =
      read_status(world::status("1", world::ana(), "<p>b</p>", "2026-11-24T09:00:00.000Z",
                                R"("edited_at":"2026-11-24T10:00:00.000Z",)"),
                  kEyes);
  ASSERT_TRUE(before && after);
  EXPECT_FALSE(before->revision.empty());
  EXPECT_NE(before->revision, after->revision);
}

TEST(MastodonMapping, MakesLocalHandlesWholeAndTakesIdsAsTheyAre) {
  const auto post = read_status(
      world::status("01J:/x y", world::account("17", "bob", ""), "hi", "2026-11-24T09:00:00.000Z",
                    R"("in_reply_to_id":500,"in_reply_to_account_id":"9",)"),
      kEyes);
  ASSERT_TRUE(post);
  EXPECT_EQ(post->native_id, "social.example/01J%3A%2Fx%20y");
  EXPECT_EQ(post->author.handle, "bob@social.example");
  EXPECT_EQ(post->kind, PostKind::kReply);
  // A number is an id like any other; what it answers is as much of the root as is told.
  EXPECT_EQ(post->parent_native_id, "social.example/500");
  EXPECT_EQ(post->root_native_id, "social.example/500");
  EXPECT_TRUE(post->addressed);
  EXPECT_EQ(path_id(post->native_id, "social.example"), "01J%3A%2Fx%20y");
  EXPECT_EQ(raw_id("01J%3A%2Fx%20y"), "01J:/x y");
  EXPECT_EQ(path_id(post->native_id, "other.example"), std::nullopt);
}

TEST(MastodonMapping, ShowsQuotesAndSaysWhyNot) {
  const auto inner =
      world::status("77", world::us(), "<p>Fresh <b>rye</b></p>", "2026-11-23T09:00:00.000Z");
  const auto quoting = [&](const std::string& quote) {
    return read_status(world::status("78", world::ana(), "<p>look</p>", "2026-11-24T09:00:00.000Z",
                                     R"("quote":)" + quote + ","),
                       kEyes);
  };
  auto post = quoting(R"({"state":"accepted","quoted_status":)" + inner + "}");
  ASSERT_TRUE(post && post->quoted);
  EXPECT_EQ(post->kind, PostKind::kQuote);
  EXPECT_EQ(post->quoted_native_id, "social.example/77");
  EXPECT_EQ(post->quoted_author_native_id, "social.example/9");
  EXPECT_TRUE(post->addressed);  // it quotes us
  EXPECT_EQ(post->quoted->text, "Fresh rye");
  EXPECT_EQ(post->quoted->state, QuotedState::kShown);
  // An older shape: the quoted status itself.
  post = quoting(inner);
  ASSERT_TRUE(post && post->quoted);
  EXPECT_EQ(post->quoted->text, "Fresh rye");
  for (const auto& [state, means] :
       {std::pair{"revoked", QuotedState::kDetached}, std::pair{"deleted", QuotedState::kGone},
        std::pair{"blocked_account", QuotedState::kBlocked}}) {
    post = quoting(std::string(R"({"state":")") + state + R"(","quoted_status":null})");
    ASSERT_TRUE(post && post->quoted) << state;
    EXPECT_EQ(post->quoted->state, means) << state;
    EXPECT_TRUE(post->quoted->text.empty());
  }
  EXPECT_FALSE(quoting("null")->quoted);
}

TEST(MastodonMapping, ReadsNotificationsAndLeavesOutWhatItCannotUse) {
  const std::string ours =
      world::status("400", world::us(), "<p>hi</p>", "2026-11-20T09:00:00.000Z");
  const std::string page =
      "[" +
      world::notification("n/5", "mention", "2026-11-24T09:00:01.000Z", world::ana(),
                          world::mention()) +
      "," +
      world::notification("n/4", "favourite", "2026-11-24T08:00:00.000Z", world::ana(), ours) +
      "," + world::notification("n/3", "reblog", "2026-11-24T07:00:00.000Z", world::ana(), ours) +
      "," + world::notification("n/2", "follow", "2026-11-24T06:00:00.000Z", world::ana(), "") +
      "," + world::notification("n/1", "poll", "2026-11-24T05:00:00.000Z", world::us(), ours) +
      ",{\"id\":\"n/0\"},7]";
  const auto read = read_notifications(page, kEyes);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->items_in_all, 7);
  EXPECT_EQ(read->unknown, 3);
  EXPECT_EQ(read->last_id, "n/0");
  EXPECT_EQ(read->oldest, *parse_time("2026-11-24T05:00:00Z"));
  ASSERT_EQ(read->items.size(), 4U);
  ASSERT_TRUE(read->items[0].post);
  EXPECT_TRUE(read->items[0].post->addressed);
  EXPECT_EQ(read->items[0].post->indexed_at, *parse_time("2026-11-24T09:00:01Z"));
  const auto& like = *read->items[1].interaction;
  EXPECT_EQ(like.kind, InteractionKind::kLike);
  EXPECT_EQ(like.object_post_native_id, "social.example/400");
  EXPECT_EQ(like.native_id, "social.example/400/41");
  EXPECT_EQ(like.actor.handle, "ana@elsewhere.example");
  EXPECT_EQ(read->items[2].interaction->kind, InteractionKind::kRepost);
  EXPECT_EQ(read->items[3].interaction->kind, InteractionKind::kFollow);
  EXPECT_EQ(read->items[3].interaction->native_id, "social.example/9/41");
}

TEST(MastodonMapping, LeavesBoostsOutOfTimelines) {
  const std::string inner =
      world::status("1", world::ana(), "<p>a</p>", "2026-11-24T09:00:00.000Z");
  std::string boost = world::status("2", world::us(), "", "2026-11-24T10:00:00.000Z");
  boost.replace(boost.find("\"reblog\":null"), 13, "\"reblog\":" + inner);
  const auto page = read_statuses("[" + boost + "," + inner + "]", kEyes);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->items_in_all, 2);
  ASSERT_EQ(page->posts.size(), 1U);
  EXPECT_EQ(page->posts[0].native_id, "social.example/1");
  EXPECT_EQ(page->last_id, "1");
  const auto found =
      read_statuses(R"({"accounts":[],"statuses":[)" + inner + "]}", kEyes, "statuses");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->posts.size(), 1U);
}

TEST(MastodonMapping, ReadsProfilesAndWhatStandsBetweenUs) {
  std::string json = world::ana();
  json.insert(json.size() - 1, R"(,"suspended":true)");
  const auto account = read_account(json, kEyes);
  ASSERT_TRUE(account);
  EXPECT_TRUE(account->whole_profile);
  EXPECT_EQ(account->standing, AccountStanding::kSuspended);
  const auto relation = read_relation(
      R"([{"id":"41","following":false,"requested":true,"followed_by":true,"muting":false,"blocking":false,"blocked_by":false}])");
  ASSERT_TRUE(relation);
  EXPECT_TRUE(relation->requested);
  EXPECT_TRUE(relation->followed_by);
  EXPECT_FALSE(relation->following);
  EXPECT_FALSE(read_relation("[]"));
}

TEST(MastodonMapping, KeepsItsPromisesForBrokenAnswers) {
  EXPECT_FALSE(read_status("{}", kEyes));
  EXPECT_FALSE(read_status("<html>", kEyes));
  EXPECT_FALSE(read_notifications("{}", kEyes));
  EXPECT_FALSE(read_statuses("{}", kEyes));
  EXPECT_FALSE(read_context("[]", kEyes));
  EXPECT_TRUE(read_context("{}", kEyes));
  // Addresses that are none never come through.
  const auto post = read_status(
      world::status("1", world::ana(), R"(<a href=\"javascript:alert(1)\">x</a>)",
                    "2026-11-24T09:00:00.000Z",
                    R"j("media_attachments":[{"type":"image","url":"javascript:alert(1)"}],)j"),
      kEyes);
  ASSERT_TRUE(post);
  EXPECT_TRUE(post->entities.empty());
  EXPECT_TRUE(post->media.empty());
}

}  // namespace
}  // namespace rapport::mastodon
