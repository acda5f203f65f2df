#include "networks/link_preview.h"

#include <gtest/gtest.h>

#include "base/testing/tiny_picture.h"
#include "networks/testing/fake_transport.h"

namespace rapport {
namespace {

constexpr std::string_view kPage = R"(<!doctype html><html><head>
  <title>Rye bread | Harbour</title><meta name="description" content="Plain words">
  <meta property="og:title" content="Rye &amp; more">
  <meta property="og:description" content="How we
     bake it">
  <meta property="og:image" content="/img/rye.png?w=600">
  </head><body><svg><title>A drawing</title></svg></body></html>)";

TEST(LinkPreview, ReadsWhatAPageSaysOfItself) {
  const LinkPage page = read_link_page(kPage, "https://a.example/bread/rye", "");
  EXPECT_EQ(page.title, "Rye & more");
  EXPECT_EQ(page.description, "How we bake it");
  EXPECT_EQ(page.image_url, "https://a.example/img/rye.png?w=600");

  const LinkPage plain = read_link_page(
      "<title> Only a  title </title><meta name=DESCRIPTION content=Words>"
      "<meta name='twitter:image' content='javascript:x'>",
      "https://a.example", "");
  EXPECT_EQ(plain.title, "Only a title");
  EXPECT_EQ(plain.description, "Words");
  EXPECT_EQ(plain.image_url, "");
  EXPECT_EQ(read_link_page("<svg><title>A drawing</title></svg>", "https://a.example", "").title,
            "");
  EXPECT_EQ(read_link_page("", "https://a.example", "").title, "");
}

TEST(LinkPreview, UnderstandsOtherAlphabets) {
  EXPECT_EQ(read_link_page("<title>Br\xF6tchen</title>", "https://a.example", "iso-8859-1").title,
            "Brötchen");
  EXPECT_EQ(read_link_page("<meta charset=windows-1252><title>Br\xF6tchen</title>",
                           "https://a.example", "")
                .title,
            "Brötchen");
  EXPECT_EQ(read_link_page("<title>Brötchen</title>", "https://a.example", "").title, "Brötchen");
  EXPECT_EQ(read_link_page("<title>Brot</title>", "https://a.example", "klingon").title, "Brot");
  EXPECT_EQ(read_link_page("<title>Brot</title>\xCA<meta name=description content=Rye>",
                           "https://a.example", "utf8")
                .description,
            "Rye");
}

TEST(LinkPreview, MakesACardOfAPageAndItsPicture) {
  FakeTransport transport;
  transport.on("a.example/rye", [](const HttpRequest&) -> Result<HttpResponse> {
    return HttpResponse{200,
                        {{"Content-Type", "text/html; charset=utf-8"}},
                        std::string(kPage),
                        "https://www.a.example/rye"};
  });
  transport.on("img/rye.png", 200, tiny_picture());
  const OutgoingCard card = fetch_link_card(transport, "http://a.example/rye");
  EXPECT_EQ(card.url, "http://a.example/rye");
  EXPECT_EQ(card.title, "Rye & more");
  ASSERT_TRUE(card.thumb);
  EXPECT_EQ(card.thumb->mime, "image/png");
  EXPECT_EQ(card.thumb->width, 3U);
  const auto page = transport.asked("/rye").front();
  EXPECT_EQ(page.url, "https://a.example/rye");  // never in the clear
  EXPECT_TRUE(page.cut);
  EXPECT_LE(page.most_bytes, 1U << 20U);
  // Where the page stands in the end is what its picture's address starts from.
  const auto picture = transport.asked("img/rye.png").front();
  EXPECT_EQ(picture.url, "https://www.a.example/img/rye.png?w=600");
  EXPECT_EQ(picture.most_bytes, kMostLinkPictureBytes);
  EXPECT_FALSE(picture.cut);
}

TEST(LinkPreview, WhatCannotBeReadIsCalledByItsHost) {
  const auto only_host = [](const OutgoingCard& card) {
    return card.title == "a.example" && card.description.empty() && !card.thumb;
  };
  FakeTransport transport;
  transport.on("a.example", [](const HttpRequest&) -> Result<HttpResponse> {
    return unavailable("a.example leads to a private address, which Rapport does not connect to.");
  });
  EXPECT_TRUE(only_host(fetch_link_card(transport, "https://a.example/x")));
  transport.on("a.example", 404, std::string(kPage), {{"Content-Type", "text/html"}});
  EXPECT_TRUE(only_host(fetch_link_card(transport, "https://a.example/x")));
  transport.on("a.example", 200, "%PDF-1.7", {{"Content-Type", "application/pdf"}});
  EXPECT_TRUE(only_host(fetch_link_card(transport, "https://a.example/x")));
  // No picture of a kind that networks take, no picture.
  transport.on("a.example", 200, std::string(kPage), {{"Content-Type", "text/html"}});
  transport.on("img/rye.png", 200, "<svg/>");
  const auto card = fetch_link_card(transport, "https://a.example/x");
  EXPECT_EQ(card.title, "Rye & more");
  EXPECT_FALSE(card.thumb);
}

}  // namespace
}  // namespace rapport
