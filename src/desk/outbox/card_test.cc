// The card of a link: asked for once, before anything is sent, and the same at every repeat.

#include "desk/outbox/outbox.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/tiny_picture.h"

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

}  // namespace
}  // namespace rapport
