// Pictures over HTTP: what is let in, who may see it, and what goes along with a reply.

#include "base/testing/tiny_picture.h"

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

class PicturesOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
    hear({said("ana", "q", "@us what does it look like?")});
  }

  Ask upload(const Member& who, const std::string& bytes, const std::string& type = "image/png") {
    Ask ask = as(who, bytes);
    ask.headers = {"Content-Type: " + type};
    return ask;
  }

  Answer add(const Ask& with) { return post("/api/attachments", with); }
};

TEST_F(PicturesOverHttp, ComeInAndGoOutAsTheyAre) {
  const Answer added = add(upload(agent, tiny_picture()));
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_EQ(added.json().at("width").as_int64(), 3);
  const std::string url = added.text("url");
  EXPECT_EQ(url, "/api/attachments/" + added.text("id"));

  const Answer seen = get(url, as(viewer));
  ASSERT_EQ(seen.status, 200);
  EXPECT_EQ(seen.body, tiny_picture());
  EXPECT_EQ(seen.header("content-type"), "image/png");
  EXPECT_EQ(seen.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(seen.header("cache-control"), "private, max-age=31536000, immutable");
}

TEST_F(PicturesOverHttp, AreSeenByTheBrandAlone) {
  const std::string url = add(upload(agent, tiny_picture())).text("url");
  EXPECT_EQ(get(url, {}).status, 401);
  EXPECT_EQ(get(url, as(stranger)).status, 404);
  EXPECT_EQ(add(upload(viewer, tiny_picture())).status, 403);
  EXPECT_EQ(add({tiny_picture(), "", "", "", {"Content-Type: image/png"}}).status, 401);
  Ask stale = upload(agent, tiny_picture());
  stale.csrf = "stale";
  EXPECT_EQ(add(stale).status, 403);
}

TEST_F(PicturesOverHttp, AreWhatTheySayOrRefused) {
  for (const std::string& wrong :
       {std::string("<svg xmlns='http://www.w3.org/2000/svg'/>"), std::string("GIF89a"),
        std::string("<script>alert(1)</script>"), std::string()}) {
    const Answer refused = add(upload(agent, wrong));
    EXPECT_EQ(refused.status, 400) << wrong;
    EXPECT_EQ(refused.text("field"), "picture") << wrong;
  }
  EXPECT_EQ(add(upload(agent, tiny_picture(), "image/svg+xml")).status, 400);
  EXPECT_EQ(add(upload(agent, tiny_picture(), "application/json")).status, 400);
  // And nowhere else does a body pass for a picture.
  EXPECT_EQ(post("/api/tokens", upload(agent, tiny_picture())).status, 400);
}

TEST_F(PicturesOverHttp, HaveALimitOfTheirOwn) {
  const std::string large = tiny_picture() + std::string(1024 * 1024, 'x');
  EXPECT_EQ(add(upload(agent, large)).status, 201);
  EXPECT_EQ(add(upload(agent, std::string(2 * 1024 * 1024 + 1, 'x'))).status, 413);
  Ask json = as(agent, R"({"name":")" + std::string(300 * 1024, 'x') + "\"}");
  EXPECT_EQ(post("/api/tokens", json).status, 413) << "JSON stays small";
}

TEST_F(PicturesOverHttp, GoAlongWithAReply) {
  const std::string id = add(upload(agent, tiny_picture())).text("id");
  const Post question = post_named("q");
  Ask reply = as(agent);
  reply.body = R"({"post_id":")" + to_string(question.id) +
               R"(","text":"","client_key":"12345678","langs":["de"],"media":[{"attachment_id":")" +
               id + R"(","alt":"A cup"}]})";
  const Answer sent =
      post("/api/conversations/" + to_string(question.conversation) + "/replies", reply);
  ASSERT_EQ(sent.status, 202) << sent.body;
  clock.advance(std::chrono::seconds(6));
  ASSERT_TRUE(*deliverer.deliver_one());
  ASSERT_EQ(network->sent().size(), 1u);
  EXPECT_EQ(network->sent()[0].images.at(0).alt, "A cup");

  const auto thread =
      get("/api/conversations/" + to_string(question.conversation) + "/thread", as(viewer)).json();
  const auto& ours = thread.at("items").as_array().back();
  EXPECT_EQ(ours.at("media").at(0).at("url").as_string(), "/api/attachments/" + id);
  EXPECT_EQ(ours.at("media").at(0).at("alt").as_string(), "A cup");
  EXPECT_EQ(ours.at("langs").at(0).as_string(), "de");

  reply.body = R"({"post_id":")" + to_string(question.id) +
               R"(","text":"x","client_key":"12345679","media":[{"attachment_id":"x","alt":""}]})";
  const Answer wrong =
      post("/api/conversations/" + to_string(question.conversation) + "/replies", reply);
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.text("field"), "media");
}

}  // namespace
}  // namespace rapport::testing
