#include "http/service.h"

#include <utility>

#include "http/dispatch.h"
#include "http/help/help_response.h"
#include "http/live/hub.h"

namespace rapport {
namespace {

class RunningService final : public HttpService {
 public:
  RunningService(HttpOptions options, Desk& desk, const Clock& clock)
      : options_(std::move(options)),
        attempts_(clock),
        hub_(desk.store, desk.team, options_.heartbeat),
        services_{options_.settings, clock, desk, hub_, attempts_, setup_code_},
        help_pages_(desk.store, clock) {}

  ~RunningService() override { stop(); }

  Result<Done> start() override {
    auto server = Server::start(options_.server, [this](const Request& request) {
      return dispatch(request, services_, help_pages_);
    });
    if (!server) return fail(std::move(server.error()));
    server_ = std::move(*server);
    return Done{};
  }

  void stop() override {
    // The hub first: its streams hold the server's connections.
    hub_.stop();
    if (server_) server_->stop();
  }

  std::uint16_t port() const override { return server_ ? server_->port() : 0; }
  void announce(const std::vector<Event>& events) override { hub_.announce(events); }
  std::string setup_code() const override { return setup_code_.text(); }
  std::size_t live_readers() const override { return hub_.readers(); }

 private:
  const HttpOptions options_;
  Attempts attempts_;
  SetupCode setup_code_;
  LiveHub hub_;
  Services services_;
  HelpPages help_pages_;
  std::unique_ptr<Server> server_;
};

}  // namespace

std::unique_ptr<HttpService> HttpService::make(HttpOptions options, Desk& desk,
                                               const Clock& clock) {
  return std::make_unique<RunningService>(std::move(options), desk, clock);
}

}  // namespace rapport
