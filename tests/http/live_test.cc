// Server-sent events: live, resumed, silent, slow, and ended.

#include <gtest/gtest.h>

#include <thread>

#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

using namespace std::chrono_literals;

class Live : public HttpTest {
 protected:
  std::string request(const Ask& who, const std::string& more = "",
                      const std::string& path = "/api/events") {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: rapport_session=" + who.cookie +
           "\r\n" + more + "\r\n";
  }

  EventId newest() {
    auto id = store().read([](Unit& unit) { return unit.events().newest(); });
    return id.value_or(EventId{});
  }

  bool readers_become(std::size_t count, std::chrono::milliseconds most = 3s) {
    const auto deadline = std::chrono::steady_clock::now() + most;
    while (service->live_readers() != count && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(5ms);
    }
    return service->live_readers() == count;
  }

  void something_happens(int number) {
    const auto text = std::to_string(number);
    hear({said("ana" + text, "q" + text, "@us question " + text)});
  }
};

TEST_F(Live, TellsWhatHappensAndKeepsTheLineWarm) {
  start();
  RawConnection page(port());
  page.send(request(as(owner)));
  EXPECT_NE(page.read_until("event: ping", 3s).find("text/event-stream"), std::string::npos);
  something_happens(1);
  const std::string heard = page.read_until("event: counts", 3s);
  EXPECT_NE(heard.find("event: conversation\ndata: {\"conversation_id\":\"" +
                       to_string(conversation_of("q1").id)),
            std::string::npos)
      << heard;
}

TEST_F(Live, ResumesWhereThePageLeftOff) {
  start();
  something_happens(1);
  const EventId seen = newest();
  something_happens(2);
  something_happens(3);
  const std::string first = to_string(conversation_of("q1").id);
  const std::string third = to_string(conversation_of("q3").id);

  RawConnection by_header(port());
  by_header.send(request(as(owner), "Last-Event-ID: " + to_string(seen) + "\r\n"));
  const std::string header_text = by_header.read_until(third, 3s);
  EXPECT_NE(header_text.find(third), std::string::npos);
  EXPECT_EQ(header_text.find(first), std::string::npos);
  EXPECT_EQ(header_text.find("event: reset"), std::string::npos);

  RawConnection by_query(port());
  by_query.send(request(as(owner), "", "/api/events?after=" + to_string(seen)));
  EXPECT_NE(by_query.read_until(third, 3s).find(third), std::string::npos);
}

TEST_F(Live, SaysResetWhenItCannotResume) {
  start();
  something_happens(1);
  clock.advance(std::chrono::days(8));
  something_happens(2);
  ASSERT_TRUE(store().write([&](Unit& unit) {
    return unit.events().drop_before(clock.now() - std::chrono::days(1), 1000);
  }));
  for (const char* asked : {"1", "999999999", "nonsense"}) {
    RawConnection page(port());
    page.send(request(as(owner), std::string("Last-Event-ID: ") + asked + "\r\n"));
    EXPECT_NE(page.read_until("event: reset", 3s).find("event: reset"), std::string::npos) << asked;
  }
}

TEST_F(Live, NothingIsLostOrDoubledBetweenLogAndLife) {
  start();
  something_happens(0);
  const EventId seen = newest();
  std::thread busy([this] {
    for (int i = 1; i <= 30; ++i) something_happens(i);
  });
  const Ask me = as(owner);
  std::vector<std::unique_ptr<RawConnection>> pages;
  for (int i = 0; i < 8; ++i) {
    pages.push_back(std::make_unique<RawConnection>(port()));
    pages.back()->send(request(me, "Last-Event-ID: " + to_string(seen) + "\r\n"));
    std::this_thread::sleep_for(10ms);
  }
  busy.join();
  const std::string last = "id: " + to_string(newest()) + "\n";
  for (auto& page : pages) {
    const std::string text = page->read_until(last, 5s);
    std::int64_t before = seen.value;
    for (auto at = text.find("\nevent: "); at != text.npos; at = text.find("\nevent: ", at + 1)) {
      const auto line = text.rfind("id: ", at);
      if (line == text.npos || text.substr(line, at - line).find('\n') != std::string::npos)
        continue;
      const std::int64_t id = std::stoll(text.substr(line + 4));
      EXPECT_EQ(id, before + 1);
      before = id;
    }
    EXPECT_EQ(before, newest().value);
  }
}

TEST_F(Live, AnotherWorkspaceHearsNothing) {
  start();
  RawConnection page(port());
  page.send(request(as(stranger)));
  page.read_until("event: ping", 3s);
  something_happens(1);
  EXPECT_EQ(page.read_until("event: conversation", 400ms).find("event: conversation"),
            std::string::npos);
}

TEST_F(Live, EndsWhenTheSessionEnds) {
  start();
  const Ask leaving = as(owner);
  RawConnection page(port());
  page.send(request(leaving));
  page.read_until("event: ping", 3s);
  EXPECT_EQ(ask(port(), "DELETE", "/api/session", leaving).status, 204);
  EXPECT_TRUE(page.is_hung_up_within(3s));

  RawConnection expiring(port());
  expiring.send(request(as(agent)));
  expiring.read_until("event: ping", 3s);
  clock.advance(std::chrono::days(31));
  EXPECT_TRUE(expiring.is_hung_up_within(3s));
  EXPECT_TRUE(readers_become(0));
}

TEST_F(Live, NeedsASession) {
  start();
  EXPECT_EQ(get("/api/events", {}).status, 401);
}

TEST_F(Live, ForgetsAPageThatWasClosed) {
  start();
  {
    RawConnection page(port());
    page.send(request(as(owner)));
    page.read_until("event: ping", 3s);
    EXPECT_TRUE(readers_become(1));
  }
  EXPECT_TRUE(readers_become(0));
}

TEST_F(Live, CutsOffAReaderThatCannotKeepUp) {
  options.server.limits.stream_queue_bytes = 16 * 1024;
  options.server.limits.write_time = 1s;
  start();
  RawConnection slow(port(), 2048);
  slow.send(request(as(owner)));
  RawConnection quick(port());
  quick.send(request(as(owner)));
  ASSERT_TRUE(readers_become(2));
  std::vector<Event> events(200);
  std::int64_t id = newest().value;
  for (int round = 0; round < 400 && service->live_readers() > 1; ++round) {
    for (Event& event : events) {
      event.id = EventId{++id};
      event.workspace = owner.workspace;
      event.kind = EventKind::kCounts;
    }
    service->announce(events);
    quick.read_until("id: " + std::to_string(id) + "\n", 2s);
  }
  EXPECT_TRUE(readers_become(1));
  EXPECT_NE(
      quick.read_until("id: " + std::to_string(id) + "\n", 2s).find("id: " + std::to_string(id)),
      std::string::npos);
}

TEST_F(Live, ServesHundredsAtOnce) {
  start();
  const Ask me = as(owner);
  std::vector<std::unique_ptr<RawConnection>> pages;
  for (int i = 0; i < 300; ++i) {
    pages.push_back(std::make_unique<RawConnection>(port()));
    pages.back()->send(request(me));
  }
  ASSERT_TRUE(readers_become(300, 10s));
  something_happens(1);
  const std::string last = "id: " + to_string(newest()) + "\n";
  int told = 0;
  for (auto& page : pages) told += page->read_until(last, 5s).find(last) != std::string::npos;
  EXPECT_EQ(told, 300);
  EXPECT_EQ(get("/api/counts", me).status, 200);
}

TEST_F(Live, StopsAtOnceWithPagesOpen) {
  start();
  RawConnection page(port());
  page.send(request(as(owner)));
  page.read_until("event: ping", 3s);
  RawConnection idle(port());
  idle.send("GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
  idle.read_until("\"ok\"", 3s);
  const auto before = std::chrono::steady_clock::now();
  service->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
  EXPECT_TRUE(page.is_hung_up_within(1s));
  EXPECT_TRUE(idle.is_hung_up_within(1s));
}

}  // namespace
}  // namespace rapport::testing
