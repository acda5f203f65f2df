#include "networks/assistant/assistant.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "networks/curl_transport.h"
#include "networks/testing/fake_transport.h"
#include "networks/testing/tiny_server.h"

namespace rapport {
namespace {

constexpr const char* kSaid =
    R"({"id":"c-1","object":"chat.completion","model":"small-one",
        "choices":[{"index":0,"message":{"role":"assistant","content":"Hello Mia, it is open."},
                    "finish_reason":"stop"}]})";

class Assistants : public ::testing::Test {
 protected:
  std::unique_ptr<Assistant> make(AssistantSettings settings = {"https://model.example/v1/",
                                                                "small", "geheim"}) {
    auto made = make_assistant(std::move(settings), transport);
    EXPECT_TRUE(made);
    return std::move(*made);
  }
  Error refused(int status, const std::string& body = "") {
    transport.on("model.example", status, body);
    const auto said = make()->ask({"Be kind.", "They ask when you open."});
    EXPECT_FALSE(said);
    return said ? Error{} : said.error();
  }

  FakeTransport transport;
};

TEST_F(Assistants, AreAskedAsChatCompletionsAre) {
  transport.on("model.example", 200, kSaid);
  const auto said = make()->ask({"Be kind.", "They ask \"when\" you open.", 200});
  ASSERT_TRUE(said);
  EXPECT_EQ("Hello Mia, it is open.", said->text);
  EXPECT_EQ("small-one", said->model);

  const auto asked = transport.asked("");
  ASSERT_EQ(1U, asked.size());
  EXPECT_EQ("https://model.example/v1/chat/completions", asked[0].url);
  EXPECT_EQ(HttpMethod::kPost, asked[0].method);
  EXPECT_EQ(0, asked[0].most_redirects);
  EXPECT_FALSE(asked[0].plain_allowed);
  std::string key;
  for (const auto& each : asked[0].headers) {
    if (each.name == "Authorization") key = each.value;
  }
  EXPECT_EQ("Bearer geheim", key);
  const auto body = boost::json::parse(asked[0].body).as_object();
  EXPECT_EQ("small", body.at("model").as_string());
  EXPECT_FALSE(body.at("stream").as_bool());
  EXPECT_EQ(200, body.at("max_tokens").as_int64());
  const auto& messages = body.at("messages").as_array();
  ASSERT_EQ(2U, messages.size());
  EXPECT_EQ("system", messages[0].at("role").as_string());
  EXPECT_EQ("They ask \"when\" you open.", messages[1].at("content").as_string());
}

TEST_F(Assistants, WithoutAKeySendNone) {
  transport.on("model.example", 200, kSaid);
  ASSERT_TRUE(make({"https://model.example/v1", "small", ""})->ask({"a", "b"}));
  const auto asked = transport.asked("");
  ASSERT_EQ(1U, asked.size());
  for (const auto& each : asked[0].headers) EXPECT_NE("Authorization", each.name);
}

TEST_F(Assistants, SayWhatWentWrongWithoutTheQuestion) {
  EXPECT_EQ(ErrorKind::kTooMany, refused(429).kind);
  EXPECT_EQ(ErrorKind::kTooMany, refused(503).kind);
  EXPECT_NE(std::string::npos, refused(401).message.find("key"));
  for (const Error& each :
       {refused(500, "They ask when"), refused(404), refused(302), refused(200, "no JSON"),
        refused(200, "{}"), refused(200, R"({"choices":[{"message":{"content":"  \n"}}]})")}) {
    EXPECT_EQ(ErrorKind::kUnavailable, each.kind);
    EXPECT_EQ(std::string::npos, (each.message + each.cause).find("They ask"));
    EXPECT_EQ(std::string::npos, (each.message + each.cause).find("geheim"));
  }
}

TEST_F(Assistants, KeepTheirThoughtsToThemselves) {
  const auto said = assistant_answer_of(
      R"({"choices":[{"message":{"content":"<think>Hm, Mia.</think>\n\nHello Mia."}}]})", "small");
  ASSERT_TRUE(said);
  EXPECT_EQ("Hello Mia.", said->text);
  EXPECT_EQ("small", said->model);
  EXPECT_FALSE(
      assistant_answer_of(R"({"choices":[{"message":{"content":"<think>Hm, Mia."}}]})", "small"));
}

TEST_F(Assistants, AreCutWhereAReplyHasLongEnded) {
  const auto said = assistant_answer_of(
      R"({"choices":[{"message":{"content":")" + std::string(20'000, 'a') + R"("}}]})", "small");
  ASSERT_TRUE(said);
  EXPECT_EQ(kMostAssistantBytes, said->text.size());
}

TEST_F(Assistants, NeedAnAddressAndAModel) {
  EXPECT_EQ("url", make_assistant({"model.example", "small", ""}, transport).error().field);
  EXPECT_EQ("url", make_assistant({"", "small", ""}, transport).error().field);
  EXPECT_EQ("model", make_assistant({"https://model.example", " ", ""}, transport).error().field);
}

}  // namespace
}  // namespace rapport
