// Alerts over HTTP: the rules, the list, and the word of the stream.

#include <gtest/gtest.h>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

class AlertsOverHttp : public HttpTest {
 protected:
  std::string rules_path(MonitorId id) { return "/api/monitors/" + to_string(id) + "/alerts"; }
};

TEST_F(AlertsOverHttp, AreSetUpRaisedListedAndRead) {
  start();
  const auto monitor = monitors.create(agent, {"Us", "tea", TagColor::kTeal, false});
  ASSERT_TRUE(monitor);
  const std::string path = rules_path(monitor->monitor.id);
  const Answer put = ask(port(), "PUT", path,
                         as(agent, R"({"rules":[{"kind":"person","handles":["@Ana.Example"],)"
                                   R"("webhook":"https://hook.example/x"}]})"));
  ASSERT_EQ(put.status, 200) << put.body;
  EXPECT_NE(put.body.find(R"("handles":["ana.example"])"), std::string::npos) << put.body;
  EXPECT_EQ(put.body.find(R"("webhook_secret":null)"), std::string::npos);
  EXPECT_NE(get(path, as(agent)).body.find(R"("webhook_secret":null)"), std::string::npos);
  EXPECT_EQ(get(path, as(viewer)).status, 403);
  EXPECT_EQ(get(path, as(stranger)).status, 404);

  clock.advance(std::chrono::minutes{1});
  file(listening, {said("ana", "p1", "tea please")});
  ASSERT_EQ(alerts.raise_due().value_or(-1), 1);
  const Answer list = get("/api/alerts", as(viewer));
  ASSERT_EQ(list.status, 200) << list.body;
  EXPECT_NE(list.body.find(R"("says":"Us: ana (@ana.example) wrote, who is on your list.")"),
            std::string::npos)
      << list.body;
  EXPECT_NE(list.body.find(to_string(post_named("p1").id)), std::string::npos);
  EXPECT_NE(list.body.find(R"("read":false)"), std::string::npos);
  EXPECT_EQ(get("/api/alerts", as(stranger)).body, R"({"items":[],"next_cursor":null})");
  EXPECT_EQ(post("/api/alerts/read", as(viewer)).status, 204);
  EXPECT_NE(get("/api/alerts", as(viewer)).body.find(R"("read":true)"), std::string::npos);
  EXPECT_NE(get("/api/alerts", as(agent)).body.find(R"("read":false)"), std::string::npos);
}

}  // namespace
}  // namespace rapport::testing
