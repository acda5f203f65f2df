// The card of a link: asked for once, before anything is sent, and the same at every repeat.

#include "base/testing/tiny_picture.h"
#include "desk/outbox/cards.h"
#include "desk/outbox/outbox.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

constexpr const char* kPage = "https://northwind.example/beans";

class CardTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    hear({said("ana", "q", "@us where do I read about it?")});
    OutgoingCard card{kPage, "Our beans", "Where they grow", {}};
    card.thumb = OutgoingImage{tiny_picture(), "image/png", {}, 3, 2};
    network->pages[kPage] = card;
  }

  Act send(const std::string& url) {
    const Post question = post_named("q");
    ReplyRequest request;
    request.conversation = question.conversation;
    request.post = question.id;
    request.text = "Here: " + url;
    request.client_key = "key-" + url;
    request.card_url = url;
    auto made = outbox.reply(agent, request);
    EXPECT_TRUE(made) << made.error().message;
    return std::get<ActView>(*made).act;
  }

  void deliver() {
    clock.advance(std::chrono::seconds{6});
    while (*deliverer.deliver_one()) {
    }
  }
};

TEST_F(CardTest, GoesOutAsThePageSaidAndIsShownWithIt) {
  send(kPage);
  deliver();
  ASSERT_EQ(network->sent().size(), 1U);
  const auto card = network->sent()[0].card;
  ASSERT_TRUE(card);
  EXPECT_EQ(card->title, "Our beans");
  ASSERT_TRUE(card->thumb);
  EXPECT_EQ(card->thumb->bytes, tiny_picture());

  const Post ours = post_named("at://us/" + network->sent()[0].record_key);
  ASSERT_EQ(ours.media.size(), 1U);
  EXPECT_EQ(ours.media[0].kind, MediaKind::kLink);
  EXPECT_EQ(ours.media[0].title, "Our beans");
  EXPECT_TRUE(ours.media[0].thumb_url.starts_with("attachment:"));
}

TEST_F(CardTest, StaysTheSameWhenThePageChangesBetweenTwoAttempts) {
  send(kPage);
  network->meet(Fault::kNotSent);
  clock.advance(std::chrono::seconds{6});
  ASSERT_TRUE(*deliverer.deliver_one());
  EXPECT_TRUE(network->sent().empty());
  network->pages[kPage].title = "Something else";
  network->pages[kPage].thumb.reset();
  clock.advance(std::chrono::minutes{10});
  while (*deliverer.deliver_one()) {
  }
  ASSERT_EQ(network->sent().size(), 1U);
  EXPECT_EQ(network->sent()[0].card->title, "Our beans");
  EXPECT_TRUE(network->sent()[0].card->thumb);
  EXPECT_EQ(network->pages_asked, 1);
}

TEST_F(CardTest, OfAPageThatSaysNothingIsItsAddressAndIsNotAskedAgain) {
  send("https://silent.example/x");
  network->meet(Fault::kNotSent);
  clock.advance(std::chrono::seconds{6});
  ASSERT_TRUE(*deliverer.deliver_one());
  clock.advance(std::chrono::minutes{10});
  while (*deliverer.deliver_one()) {
  }
  ASSERT_EQ(network->sent().size(), 1U);
  EXPECT_EQ(network->sent()[0].card->url, "https://silent.example/x");
  EXPECT_EQ(network->sent()[0].card->title, "");
  EXPECT_EQ(network->pages_asked, 1);
}

TEST_F(CardTest, IsSeenBeforeItIsSentAndGoesOutAsSeen) {
  Cards cards{store(), connectors, ids, clock};
  const auto seen = cards.preview(agent, channel.id, kPage);
  ASSERT_TRUE(seen) << seen.error().message;
  EXPECT_EQ(seen->title, "Our beans");
  ASSERT_TRUE(seen->thumb);
  EXPECT_EQ(outbox.attachment(agent, seen->thumb->id)->bytes, tiny_picture());

  network->pages[kPage].title = "Something else";
  const Post question = post_named("q");
  QuoteRequest quote;
  quote.post = question.id;
  quote.text = "Read on";
  quote.client_key = "quote-with-card";
  quote.card_url = kPage;
  quote.card = ShownCard{seen->title, seen->description, seen->thumb->id};
  ASSERT_TRUE(outbox.quote(agent, quote));
  clock.advance(std::chrono::days{8});
  ASSERT_TRUE(
      store().write([&](Unit& unit) { return unit.attachments().drop_unused(clock.now(), 50); }));
  deliver();
  ASSERT_EQ(network->sent().size(), 1U);
  EXPECT_EQ(network->sent()[0].kind, ActKind::kQuote);
  EXPECT_EQ(network->sent()[0].card->title, "Our beans");
  ASSERT_TRUE(network->sent()[0].card->thumb);
  EXPECT_EQ(network->sent()[0].card->thumb->bytes, tiny_picture());
  EXPECT_EQ(network->pages_asked, 1);
}

TEST_F(CardTest, IsRefusedToWhoMayNotAnswerAndForWhatIsNoWebAddress) {
  Cards cards{store(), connectors, ids, clock};
  EXPECT_EQ(cards.preview(viewer, channel.id, kPage).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(cards.preview(agent, channel.id, "file:///etc/passwd").error().field, "url");
  EXPECT_EQ(cards.preview(agent, ChannelId{99}, kPage).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(network->pages_asked, 0);

  ReplyRequest request;
  const Post question = post_named("q");
  request.conversation = question.conversation;
  request.post = question.id;
  request.text = "Here";
  request.client_key = "key-card";
  request.card_url = kPage;
  request.card = ShownCard{"Ours", "", AttachmentId{99}};
  EXPECT_EQ(outbox.reply(agent, request).error().field, "card");
}

}  // namespace
}  // namespace rapport
