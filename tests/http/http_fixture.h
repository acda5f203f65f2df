// The real server over a real database: a small brand whose members are signed in, and a stranger
// brand that must see nothing of it.

#pragma once

#include <memory>
#include <string>

#include "desk/audience/audience.h"
#include "desk/channels/channels.h"
#include "desk/coaching/known_articles.h"
#include "desk/desk.h"
#include "desk/listening/matching.h"
#include "desk/team/team.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/fake_carrier.h"
#include "desk/testing/scripted_assistant.h"
#include "desk/testing/word_reader.h"
#include "http/client.h"
#include "http/service.h"

namespace rapport::testing {

class HttpTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    Workspace other{ids.make<WorkspaceId>(), "Southwind", clock.now()};
    stranger = member("Sven", Role::kOwner, other.id);
    auto made = store().write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_workspace(other));
      RAPPORT_TRY(unit.members().add_login(Login{stranger.login, stranger.email, "", clock.now()}));
      return unit.members().add(stranger);
    });
    ASSERT_TRUE(made);
    coaching.ask_for_articles(articles_from(knowledge));
    options.server.port = 0;
    options.server.workers = 4;
    options.heartbeat = std::chrono::milliseconds(100);
  }

  void TearDown() override {
    if (service) service->stop();
  }

  // With `options` as they stand.
  void start() {
    service = HttpService::make(options, desk, clock);
    store().on_commit([this](const std::vector<Event>& events) {
      alerts.hear(events);
      coaching.hear(events);
      service->announce(events);
    });
    auto started = service->start();
    ASSERT_TRUE(started) << started.error().message;
  }

  std::uint16_t port() const { return service->port(); }

  // A request of a signed-in member, as a browser sends it.
  Ask as(const Member& who, std::string body = {}) {
    auto signed_in = team.sign_in_as(who);
    EXPECT_TRUE(signed_in);
    return {std::move(body), signed_in->secret, signed_in->session.csrf, "", {}};
  }

  Answer get(const std::string& path, const Ask& with) { return ask(port(), "GET", path, with); }
  Answer post(const std::string& path, const Ask& with) { return ask(port(), "POST", path, with); }

  ChannelDesk channels{store(), registry, connectors, secrets, ids, clock};
  Team team{store(), ids, clock};
  Audience audience{store()};
  Tagging tagging{store(), ids, clock};
  SavedViews views{store(), ids, clock};
  Cards cards{store(), connectors, ids, clock};
  WordReader word_reader;
  Readings readings{store(), ids, clock, &word_reader};
  MonitorMatching matching;
  Filing listening{store(), ids, clock, &word_reader, &matching};
  Monitors monitors{store(), matching, ids, clock, &word_reader};
  Coverage coverage{store(), registry, matching, ids, clock};
  FakeCarrier mail;
  FakeCarrier webhook;
  ScriptedAssistant assistant;
  Assisting assisting{store(), ids, clock, &assistant};
  Alerts alerts{store(), secrets, ids, clock, {&mail, &webhook, "", {}}};
  KnowledgeDesk knowledge{store(), ids, clock};
  Solving solving{store(), ids, clock};
  Desk desk{store(),  inbox,    outbox,   cards,  channels, team,      audience, tagging,  views,
            readings, monitors, coverage, alerts, coaching, knowledge, solving,  assisting};
  HttpOptions options;
  std::unique_ptr<HttpService> service;
  Member stranger;
};

}  // namespace rapport::testing
