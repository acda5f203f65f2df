// Pictures on their way out: taken in, kept in a draft, sent, shown until the network shows them.

#include "base/testing/tiny_picture.h"
#include "desk/outbox/outbox.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class PicturesTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    hear({said("ana", "q", "@us what does it look like?")});
    question = post_named("q");
  }

  AttachmentId upload() {
    auto made = outbox.attach(agent, tiny_picture());
    EXPECT_TRUE(made) << made.error().message;
    return made ? made->id : AttachmentId{};
  }

  ReplyRequest answer(std::vector<ActMedia> media, const std::string& text = "Like this") {
    ReplyRequest request;
    request.conversation = question.conversation;
    request.post = question.id;
    request.text = text;
    request.client_key = "key-" + text;
    request.media = std::move(media);
    return request;
  }

  Act send(const ReplyRequest& request) {
    auto made = outbox.reply(agent, request);
    EXPECT_TRUE(made) << made.error().message;
    return std::get<ActView>(*made).act;
  }

  void deliver() {
    clock.advance(std::chrono::seconds{6});
    while (*deliverer.deliver_one()) {
    }
  }

  std::int64_t drop_unused() {
    return *store().write(
        [&](Unit& unit) { return unit.attachments().drop_unused(clock.now(), 100); });
  }

  Post question;
};

TEST_F(PicturesTest, TakesInPicturesAloneAndOnlyFromWhoMayAnswer) {
  auto made = outbox.attach(agent, tiny_picture());
  ASSERT_TRUE(made);
  EXPECT_EQ(made->mime, "image/png");
  EXPECT_EQ(made->width, 3U);
  EXPECT_EQ(made->height, 2U);
  auto found = outbox.attachment(viewer, made->id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->bytes, tiny_picture());

  EXPECT_EQ(outbox.attach(viewer, tiny_picture()).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(outbox.attach(agent, "<svg/>").error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(outbox.attach(agent, std::string(kPictureMost + 1, 'x')).error().kind,
            ErrorKind::kTooLarge);
  Member stranger = member("Sven", Role::kOwner, ids.make<WorkspaceId>());
  EXPECT_EQ(outbox.attachment(stranger, made->id).error().kind, ErrorKind::kNotFound);
}

TEST_F(PicturesTest, AReplyCarriesItsPictures) {
  const AttachmentId one = upload();
  const AttachmentId two = upload();
  auto request = answer({{two, "A red cup"}, {one, ""}});
  request.langs = {"en"};
  const Act made = send(request);
  network->meet(Fault::kLostRequest);
  deliver();
  clock.advance(std::chrono::minutes{10});
  deliver();

  ASSERT_EQ(network->sent().size(), 1U);
  const Outgoing sent = network->sent()[0];
  ASSERT_EQ(sent.images.size(), 2U);
  EXPECT_EQ(sent.images[0].alt, "A red cup");
  EXPECT_EQ(sent.images[0].bytes, tiny_picture());
  EXPECT_EQ(sent.images[0].mime, "image/png");
  EXPECT_EQ(sent.images[0].width, 3U);
  EXPECT_EQ(sent.images[1].alt, "");
  EXPECT_EQ(sent.langs, std::vector<std::string>{"en"});
  EXPECT_EQ(sent.record_key, made.record_key);

  // Ours are shown until the network shows its own.
  const std::string name = outbox.find(agent, made.id)->act.result_native_id;
  Post ours = post_named(name);
  ASSERT_EQ(ours.media.size(), 2U);
  EXPECT_EQ(ours.media[0].url, attachment_url(two));
  EXPECT_EQ(ours.media[0].alt, "A red cup");
  auto heard = said("us", name, "Like this", "q");
  hear({heard});
  EXPECT_EQ(post_named(name).media.size(), 2U) << "a record without its pictures takes none away";
  heard.media = {{MediaKind::kImage, "https://cdn/1", "https://cdn/1t", "A red cup", "", "", 3, 2}};
  hear({heard});
  ours = post_named(name);
  ASSERT_EQ(ours.media.size(), 1U);
  EXPECT_EQ(ours.media[0].url, "https://cdn/1");
  EXPECT_FALSE(ours.edited_at) << "nobody edited anything";
}

TEST_F(PicturesTest, APictureSaysSomethingWithoutWords) {
  send(answer({{upload(), "A cup"}}, ""));
  deliver();
  EXPECT_EQ(network->sent().size(), 1U);
}

TEST_F(PicturesTest, WhatCannotBeSentIsKeptAsTheDraft) {
  std::vector<ActMedia> five;
  for (int i = 0; i < 5; ++i) five.push_back({upload(), "A cup"});
  auto refused = outbox.reply(agent, answer(five));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "media");
  const auto draft = inbox.open(agent, question.conversation)->my_draft;
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->media.size(), 5U);

  auto gone = outbox.reply(agent, answer({{AttachmentId{404}, ""}}));
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().field, "media");

  auto card = answer({{upload(), ""}});
  card.card_url = "https://example.org";
  EXPECT_EQ(outbox.reply(agent, card).error().field, "card_url");
  auto script = answer({}, "look");
  script.card_url = "javascript:alert(1)";
  EXPECT_EQ(outbox.reply(agent, script).error().field, "card_url");
}

TEST_F(PicturesTest, UndoBringsThePicturesBack) {
  auto request = answer({{upload(), "A cup"}});
  request.langs = {"de"};
  const Act made = send(request);
  EXPECT_FALSE(inbox.open(agent, question.conversation)->my_draft);
  ASSERT_TRUE(outbox.undo(agent, made.id));
  const auto draft = inbox.open(agent, question.conversation)->my_draft;
  ASSERT_TRUE(draft);
  ASSERT_EQ(draft->media.size(), 1U);
  EXPECT_EQ(draft->media[0].alt, "A cup");
  EXPECT_EQ(draft->langs, std::vector<std::string>{"de"});
  EXPECT_EQ(draft->channel, channel.id);
}

TEST_F(PicturesTest, WhatNothingTookUpIsDroppedAfterAWeek) {
  const AttachmentId unused = upload();
  const AttachmentId drafted = upload();
  const AttachmentId sent = upload();
  ASSERT_TRUE(inbox.save_draft(agent, question.conversation,
                               {question.id, "", {{drafted, ""}, {AttachmentId{404}, ""}}}));
  send(answer({{sent, ""}}));
  clock.advance(std::chrono::hours{6 * 24});
  EXPECT_EQ(drop_unused(), 0);
  clock.advance(std::chrono::hours{2 * 24});
  EXPECT_EQ(drop_unused(), 1);
  EXPECT_FALSE(outbox.attachment(agent, unused));
  EXPECT_TRUE(outbox.attachment(agent, drafted));
  clock.advance(std::chrono::hours{365 * 24});
  EXPECT_EQ(drop_unused(), 1);
  EXPECT_TRUE(outbox.attachment(agent, sent)) << "what was sent is kept";
}

TEST_F(PicturesTest, ADraftLeavesOutPicturesThatAreGone) {
  const AttachmentId here = upload();
  auto saved = inbox.save_draft(agent, question.conversation,
                                {question.id, "Look", {{AttachmentId{404}, "x"}, {here, "y"}}});
  ASSERT_TRUE(saved);
  ASSERT_EQ(saved->media.size(), 1U);
  EXPECT_EQ(saved->media[0].attachment, here);
}

}  // namespace
}  // namespace rapport
