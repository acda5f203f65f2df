// What a person does, sent to a real network and seen there.

#include <gtest/gtest.h>
#include <sodium.h>

#include <string>
#include <thread>
#include <vector>

#include "networks/bluesky/names.h"
#include "networks/bluesky/testing/live_world.h"

namespace rapport {
namespace {

// The smallest PNG there is: one clear pixel.
std::string png() {
  constexpr std::string_view kText =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
      "gg==";
  std::string bytes(kText.size(), '\0');
  std::size_t length = 0;
  sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), kText.data(),
                    kText.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
  bytes.resize(length);
  return bytes;
}

TEST_F(BlueskyLive, SendsAReplyOnceHoweverOftenItIsSent) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "is the oven on?");
  auto reply =
      act(ActKind::kReply, "It is, @" + ana_->handle + ". See harbour.coffee/rye 🥖 #rye", root);
  EXPECT_EQ(connector->look_up(reply).value(), std::nullopt);
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message << sent.error().cause;
  ASSERT_EQ(sent->entities.size(), 3U);
  EXPECT_EQ(sent->entities[0].value, ana_->did);
  EXPECT_EQ(sent->entities[1].value, "https://harbour.coffee/rye");
  EXPECT_EQ(sent->entities[2].value, "rye");

  std::vector<std::string> again(5);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : again) {
      threads.emplace_back([&] {
        if (const auto result = connector->send(reply)) mine = result->native_id + result->revision;
      });
    }
  }
  for (const auto& mine : again) EXPECT_EQ(mine, sent->native_id + sent->revision);
  const auto found = connector->look_up(reply);
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->native_id, sent->native_id);
  EXPECT_EQ((*found)->revision, sent->revision);
  EXPECT_EQ((*found)->entities.size(), 3U);

  // The customer's side of it.
  Thread thread;
  ASSERT_TRUE(soon([&] {
    thread = *connector->thread(uri_of(root), {});
    return thread.posts.size() >= 2;
  }));
  EXPECT_EQ(thread.posts.size(), 2U);
  const NetworkPost* answer = find(thread.posts, sent->native_id);
  ASSERT_NE(answer, nullptr);
  EXPECT_EQ(answer->parent_native_id, uri_of(root));
  EXPECT_EQ(answer->text, reply.text);
  EXPECT_EQ(answer->entities.size(), 3U);
  EXPECT_EQ(answer->langs, std::vector<std::string>{"en"});
}

TEST_F(BlueskyLive, HidesAReplyBelowOurPostAndKeepsWhatElseTheGateSays) {
  const auto connector = open();
  const auto root = brand_->post("New hours from Monday");
  const auto reply = ana_->post("buy my coins", {{"reply", {{"root", root}, {"parent", root}}}});
  const auto other = ana_->post("more coins", {{"reply", {{"root", root}, {"parent", root}}}});
  const auto key = [](const std::string& uri) { return uri.substr(uri.rfind('/') + 1); };
  auto hide = act(ActKind::kHide, "", reply);
  hide.root_native_id = uri_of(root);
  EXPECT_EQ(connector->look_up(hide).value(), std::nullopt);
  const auto hidden = connector->send(hide);
  ASSERT_TRUE(hidden) << hidden.error().message << hidden.error().cause;
  EXPECT_EQ(key(hidden->native_id), key(uri_of(root)));
  EXPECT_TRUE(connector->send(hide)) << "twice is once";
  EXPECT_TRUE(connector->look_up(hide).value());

  auto second = act(ActKind::kHide, "", other);
  second.root_native_id = uri_of(root);
  ASSERT_TRUE(connector->send(second));
  auto unhide = act(ActKind::kUnhide, "", reply);
  unhide.root_native_id = uri_of(root);
  ASSERT_TRUE(connector->send(unhide));
  EXPECT_EQ(connector->look_up(hide).value(), std::nullopt);
  EXPECT_TRUE(connector->look_up(second).value()) << "the other stays hidden";

  // Below somebody else's post nothing can be hidden.
  const auto theirs = ana_->post("My own thread");
  auto refused = act(ActKind::kHide, "", reply);
  refused.root_native_id = uri_of(theirs);
  EXPECT_EQ(connector->send(refused).error().kind, ErrorKind::kForbidden);
}

TEST_F(BlueskyLive, AnswersDeepInAThreadWithoutKnowingItsRoot) {
  const auto connector = open();
  const auto root = ana_->post("Does anybody know a bakery?");
  const auto inner = ana_->post("Does @someone?", {{"reply", {{"root", root}, {"parent", root}}}});
  auto reply = act(ActKind::kReply, "We bake.", inner);
  reply.root_native_id = uri_of(root);
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message;
  Thread thread;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(sent->native_id, {});
    if (read) thread = *read;
    return thread.posts.size() == 3;
  }));
  EXPECT_EQ(find(thread.posts, sent->native_id)->root_native_id, uri_of(root));

  ana_->remove(inner);
  auto late = act(ActKind::kReply, "Still there?", inner);
  late.root_native_id = uri_of(root);
  EXPECT_EQ(connector->send(late).error().kind, ErrorKind::kNotFound);
}

TEST_F(BlueskyLive, LikesFollowsPostsAndTakesThemBack) {
  const auto connector = open();
  const auto post = ana_->post("A fine day.");
  const auto like = connector->send(act(ActKind::kLike, {}, post));
  ASSERT_TRUE(like) << like.error().message;
  auto follow = act(ActKind::kFollow);
  follow.target_native_id = ana_->did;
  const auto followed = connector->send(follow);
  ASSERT_TRUE(followed) << followed.error().message;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(uri_of(post), {});
    return thread && thread->posts.size() == 1 && thread->posts[0].our_like == like->native_id;
  }));
  ASSERT_TRUE(soon([&] {
    const auto profile = connector->profile(ana_->did);
    return profile && profile->followed_by_us == followed->native_id && profile->whole_profile;
  }));

  for (const auto& [kind, made] :
       {std::pair(ActKind::kUnlike, *like), {ActKind::kUnfollow, *followed}}) {
    auto undo = act(kind);
    undo.target_native_id = made.native_id;
    EXPECT_EQ(connector->look_up(undo).value(), std::nullopt);
    EXPECT_TRUE(connector->send(undo));
    EXPECT_TRUE(connector->send(undo));
    EXPECT_TRUE(connector->look_up(undo).value());
  }
  const auto own = connector->send(act(ActKind::kPost, "Fresh rolls at seven."));
  ASSERT_TRUE(own) << own.error().message;
  auto remove = act(ActKind::kDelete);
  remove.target_native_id = own->native_id;
  EXPECT_TRUE(connector->send(remove));
  remove.target_native_id = uri_of(post);
  EXPECT_EQ(connector->send(remove).error().kind, ErrorKind::kForbidden);
}

TEST_F(BlueskyLive, KeepsToTheNetworksLimits) {
  const auto connector = open();
  std::string text;
  for (int i = 0; i < 300; ++i) text += "é";
  EXPECT_TRUE(connector->send(act(ActKind::kPost, text)));
  const auto long_one = connector->send(act(ActKind::kPost, text + "!"));
  EXPECT_EQ(long_one.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(long_one.error().message,
            "Bluesky takes 300 characters; this is 1 character too long.");
  std::string emoji;
  for (int i = 0; i < 120; ++i) emoji += "👩‍👩‍👧‍👦";  // 25 bytes each
  EXPECT_TRUE(connector->send(act(ActKind::kPost, emoji))) << emoji.size();
  EXPECT_EQ(connector->send(act(ActKind::kPost, emoji + "👩‍👩‍👧‍👦")).error().kind,
            ErrorKind::kInvalid);
  EXPECT_EQ(connector->send(act(ActKind::kPost, " \n")).error().kind, ErrorKind::kInvalid);
}

TEST_F(BlueskyLive, APictureInAReplyIsSeenByTheCustomer) {
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "what does it look like?");
  auto reply = act(ActKind::kReply, "Like this.", root);
  reply.images.push_back({png(), "image/png", "A loaf of rye", 1, 1});
  reply.images.push_back({png(), "image/png", "", 1600, 900});
  const auto sent = connector->send(reply);
  ASSERT_TRUE(sent) << sent.error().message << sent.error().cause;
  const auto again = connector->send(reply);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->revision, sent->revision);  // the same files, the same record
  Thread thread;
  ASSERT_TRUE(soon([&] {
    auto read = connector->thread(uri_of(root), {});
    if (read) thread = *read;
    return find(thread.posts, sent->native_id) != nullptr;
  }));
  const auto& media = find(thread.posts, sent->native_id)->media;
  ASSERT_EQ(media.size(), 2U);
  EXPECT_EQ(media[0].kind, MediaKind::kImage);
  EXPECT_EQ(media[0].alt, "A loaf of rye");
  EXPECT_EQ(media[0].width, 1U);
  EXPECT_EQ(media[1].width, 1600U);
  EXPECT_FALSE(media[0].url.empty());
  // The bytes are the file: read from our server, as the views do.
  HttpRequest blob;
  const auto cid = media[0].url.substr(media[0].url.rfind('/') + 1);
  blob.url = pds_ + "/xrpc/com.atproto.sync.getBlob?did=" + brand_->did +
             "&cid=" + cid.substr(0, cid.find('@'));
  const auto stored = transport_.send(blob);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->body, png()) << media[0].url << stored->status;

  auto large = act(ActKind::kPost, "Too much");
  large.images.push_back({png() + std::string(2'000'000, 'x'), "image/png", "", 1, 1});
  EXPECT_EQ(connector->send(large).error().field, "media");
}

TEST_F(BlueskyLive, QuotesAndRepostsAndSaysWhenTheQuotedIsGone) {
  const auto connector = open();
  const auto theirs = ana_->post("Best rye in town.");
  auto quote = act(ActKind::kQuote, "Thank you!", theirs);
  quote.images.push_back({png(), "image/png", "Flour", 1, 1});
  const auto quoted = connector->send(quote);
  ASSERT_TRUE(quoted) << quoted.error().message << quoted.error().cause;
  const auto found = connector->look_up(quote);
  ASSERT_TRUE(found && *found);
  const auto repost = connector->send(act(ActKind::kRepost, {}, theirs));
  ASSERT_TRUE(repost) << repost.error().message;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(uri_of(theirs), {});
    const auto* post = thread ? find(thread->posts, uri_of(theirs)) : nullptr;
    return post != nullptr && post->our_repost == repost->native_id && post->reposts == 1;
  }));
  NetworkPost shown;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(quoted->native_id, {});
    if (thread && !thread->posts.empty()) shown = thread->posts[0];
    return shown.quoted.has_value();
  }));
  EXPECT_EQ(shown.kind, PostKind::kQuote);
  EXPECT_EQ(shown.quoted->text, "Best rye in town.");
  EXPECT_EQ(shown.quoted->author_handle, ana_->handle);
  EXPECT_EQ(shown.media.size(), 1U);

  auto undo = act(ActKind::kUnrepost);
  undo.target_native_id = repost->native_id;
  EXPECT_EQ(connector->look_up(undo).value(), std::nullopt);
  EXPECT_TRUE(connector->send(undo));
  EXPECT_TRUE(connector->look_up(undo).value());
  ana_->remove(theirs);
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(quoted->native_id, {});
    const auto* post = thread ? find(thread->posts, quoted->native_id) : nullptr;
    return post != nullptr && post->quoted && post->quoted->state == QuotedState::kGone;
  }));
}

TEST_F(BlueskyLive, ALinkIsShownAsACard) {
  const auto connector = open();
  auto post = act(ActKind::kPost, "How we bake");
  post.card = OutgoingCard{"https://bakery.example/rye", "Rye", "Three days, one loaf",
                           OutgoingImage{png(), "image/png", "", 1, 1}};
  const auto sent = connector->send(post);
  ASSERT_TRUE(sent) << sent.error().message << sent.error().cause;
  NetworkPost shown;
  ASSERT_TRUE(soon([&] {
    const auto thread = connector->thread(sent->native_id, {});
    if (thread && !thread->posts.empty()) shown = thread->posts[0];
    return !shown.media.empty();
  }));
  EXPECT_EQ(shown.media[0].kind, MediaKind::kLink);
  EXPECT_EQ(shown.media[0].url, "https://bakery.example/rye");
  EXPECT_EQ(shown.media[0].title, "Rye");
  EXPECT_EQ(shown.media[0].description, "Three days, one loaf");
  EXPECT_FALSE(shown.media[0].thumb_url.empty());
}

TEST_F(BlueskyLive, MutesAndBlocks) {
  const auto connector = open();
  auto mute = act(ActKind::kMute);
  mute.target_native_id = ana_->did;
  EXPECT_EQ(connector->look_up(mute).value(), std::nullopt);
  ASSERT_TRUE(connector->send(mute)) << connector->send(mute).error().message;
  EXPECT_TRUE(connector->send(mute));
  ASSERT_TRUE(soon([&] { return connector->look_up(mute)->has_value(); }));
  EXPECT_EQ(connector->profile(ana_->did)->muted_by_us, true);
  auto unmute = act(ActKind::kUnmute);
  unmute.target_native_id = ana_->did;
  EXPECT_TRUE(connector->send(unmute));
  ASSERT_TRUE(soon([&] { return connector->look_up(unmute)->has_value(); }));

  const auto said = ana_->mention(*brand_, "horrid words");
  ASSERT_TRUE(soon([&] { return connector->thread(uri_of(said), {}).has_value(); }));
  auto block = act(ActKind::kBlock);
  block.target_native_id = ana_->did;
  const auto blocked = connector->send(block);
  ASSERT_TRUE(blocked) << blocked.error().message;
  ASSERT_TRUE(soon([&] {
    const auto profile = connector->profile(ana_->did);
    return profile && profile->blocked_by_us == blocked->native_id;
  }));
  // What they said is hidden from us, and not taken for deleted.
  const auto thread = connector->thread(uri_of(said), {uri_of(said)});
  ASSERT_TRUE(thread) << thread.error().message;
  EXPECT_TRUE(thread->deleted.empty());
  EXPECT_TRUE(thread->away.empty());
  auto unblock = act(ActKind::kUnblock);
  unblock.target_native_id = blocked->native_id;
  EXPECT_TRUE(connector->send(unblock));
  ASSERT_TRUE(soon([&] { return connector->profile(ana_->did)->blocked_by_us == ""; }));

  // And the other way round.
  ana_->put(bluesky::kBlockCollection, {{"subject", brand_->did}});
  ASSERT_TRUE(soon([&] { return connector->profile(ana_->did)->blocks_us == true; }));
}

}  // namespace
}  // namespace rapport
