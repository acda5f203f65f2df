// How a brand speaks, and what the coach says, over HTTP.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

const std::string kVoice =
    R"({"warmth":"warm","formality":"casual","emoji":"few","humour":"none","signature":"^N",)"
    R"("avoid":["as per"],"love":["happily"],"names":["Northwind"],)"
    R"("allowed_promises":["refund"],"require_clean":false})";

class CoachingOverHttp : public HttpTest {
 protected:
  void SetUp() override {
    HttpTest::SetUp();
    start();
  }

  Answer put(const std::string& to, const Ask& with) { return ask(port(), "PUT", to, with); }
};

TEST_F(CoachingOverHttp, AVoiceIsReadAndChangedWhole) {
  const Answer before = get("/api/voice", as(viewer));
  ASSERT_EQ(before.status, 200) << before.body;
  EXPECT_EQ(before.body,
            R"({"warmth":"even","formality":"even","emoji":"many","humour":"some","signature":"",)"
            R"("avoid":[],"love":[],"names":[],"allowed_promises":[],"require_clean":false,)"
            R"("changed_by":null,"changed_at":null})");
  const Answer changed = put("/api/voice", as(owner, kVoice));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_TRUE(changed.body.starts_with(kVoice.substr(0, kVoice.size() - 1))) << changed.body;
  EXPECT_EQ(changed.text("changed_by"), "Olga");
  EXPECT_EQ(get("/api/voice", as(viewer)).body, changed.body);
  EXPECT_EQ(get("/api/voice", as(stranger)).body, before.body);
}

TEST_F(CoachingOverHttp, TellsWhatIsWrongWithAVoice) {
  const auto with = [](const std::string& what, const std::string& instead) {
    std::string body = kVoice;
    return body.replace(body.find(what), what.size(), instead);
  };
  for (const auto& [body, field] : std::vector<std::pair<std::string, std::string>>{
           {with(R"("warm")", R"("hot")"), "warmth"},
           {with(R"("warmth":"warm",)", ""), "warmth"},
           {with(R"("avoid":["as per"],)", ""), "avoid"},
           {with(R"(,"require_clean":false)", ""), "require_clean"},
           {with(R"(["happily"])", R"(["As Per"])"), "love"},
           {with(R"(["Northwind"])", R"("Northwind")"), "names"},
           {with(R"("require_clean")", R"("mood":"good","require_clean")"), "mood"}}) {
    const Answer answer = put("/api/voice", as(owner, body));
    EXPECT_EQ(answer.status, 400) << body << answer.body;
    EXPECT_EQ(answer.text("field"), field) << body;
  }
}

}  // namespace
}  // namespace rapport::testing
