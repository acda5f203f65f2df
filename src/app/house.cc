#include "app/house.h"

#include <algorithm>
#include <utility>

#include "app/chores.h"
#include "app/courier.h"
#include "app/folder_lock.h"
#include "app/house_assistant.h"
#include "app/lessons.h"
#include "app/models_folder.h"
#include "app/notices.h"
#include "app/open_database.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/log.h"
#include "base/secret_box.h"
#include "desk/channels/connectors.h"
#include "desk/coaching/known_articles.h"
#include "desk/desk.h"
#include "desk/hearing/filing.h"
#include "desk/hearing/listeners.h"
#include "desk/knowledge/gaps/gap_lessons.h"
#include "desk/listening/alerts.h"
#include "desk/listening/backfilling.h"
#include "desk/listening/coverage.h"
#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/listening/stream_listener.h"
#include "desk/outbox/deliverer.h"
#include "desk/outbox/test_pause.h"
#include "desk/reading/backlog.h"
#include "desk/reading/post_reader.h"
#include "http/service.h"
#include "http/version.h"
#include "http/wire/alert.h"
#include "networks/registry.h"
#include "networks/sandbox/sandbox.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kHearingThreads = 2;
constexpr int kDeliveryThreads = 2;

// Bluesky's own, which carry the same; one is enough.
std::vector<std::string> public_jetstreams() {
  return {"wss://jetstream1.us-east.bsky.network", "wss://jetstream2.us-east.bsky.network",
          "wss://jetstream1.us-west.bsky.network", "wss://jetstream2.us-west.bsky.network"};
}

NetworkSettings network_settings(const Config& config, bool demo) {
  NetworkSettings settings;
  if (!config.bluesky_plc.empty()) settings.plc_url = config.bluesky_plc;
  if (!config.bluesky_resolver.empty()) settings.handle_resolver_url = config.bluesky_resolver;
  if (!demo) {
    const bool public_network = config.bluesky_plc.empty() && config.bluesky_resolver.empty();
    settings.firehose = config.bluesky_firehose;
    if (config.bluesky_jetstream) {
      settings.jetstreams = *config.bluesky_jetstream;
    } else if (public_network && settings.firehose.empty()) {
      settings.jetstreams = public_jetstreams();
    }
  }
  settings.guard.allow_loopback = config.allow_private_addresses;
  settings.guard.allow_ranges = config.allow_address_ranges;
  settings.version = kVersion;
  return settings;
}

// Names this server is found by from outside.
std::vector<std::string> own_hosts(const Config& config) {
  std::vector<std::string> hosts = config.hosts;
  if (!config.public_url.empty()) hosts.push_back(config.public_url);
  return hosts;
}

HttpOptions http_options(const Config& config, bool demo) {
  HttpOptions options;
  options.server.address = config.listen;
  options.server.port = config.port;
  options.settings.hosts = config.hosts;
  // Who asks for one address may be asked for by it; "all addresses" names nobody.
  if (config.listen != "0.0.0.0" && config.listen != "::") {
    options.settings.hosts.push_back(
        config.listen.find(':') == std::string::npos ? config.listen : "[" + config.listen + "]");
  }
  options.settings.public_url = config.public_url;
  options.settings.trusted_proxies = config.trusted_proxies;
  options.settings.networks_here = config.allow_private_addresses;
  options.settings.demo = demo;
  return options;
}

ListenerSettings listener_settings(const Config& config) {
  ListenerSettings settings;
  settings.interval = config.poll;
  settings.reread_after = config.reread;
  settings.import_days = config.import_days;
  return settings;
}

DelivererSettings deliverer_settings(const Config& config) {
  DelivererSettings settings;
  if (!config.test_pause_dir.empty()) {
    settings.answered = pause_when_answered(config.test_pause_dir);
  }
  return settings;
}

// How alerts leave the house.
AlertWays alert_ways(const Config& config, const NoticeCarriers& carriers) {
  AlertWays ways;
  ways.mail = carriers.mail.get();
  ways.webhook = carriers.webhook.get();
  if (!config.public_url.empty()) ways.look_at = config.public_url + "/listen/alerts";
  ways.for_programs = [look_at = ways.look_at](const Alert& alert, const Monitor& monitor) {
    return alert_notice_json(alert, monitor, look_at);
  };
  return ways;
}

// Null, if there are no weights here: the desk runs as it is, posts are shown unread, and nobody
// coaches.
std::shared_ptr<const Models> models_for(const Config& config) {
  auto models = open_models(config);
  if (models) return std::move(*models);
  log_warn("reading", "posts are not read: " + models.error().message);
  return nullptr;
}

std::unique_ptr<PostReader> reader_with(std::shared_ptr<const Models> models) {
  return models ? make_post_reader(std::move(models)) : nullptr;
}

class RunningHouse final : public House {
 public:
  RunningHouse(const HouseOptions& options, FolderLock lock, SecretBox secrets,
               std::unique_ptr<Transport> transport, std::unique_ptr<Store> store,
               NoticeCarriers carriers, HouseAssistant assistant)
      : config_(options.config),
        lock_(std::move(lock)),
        secrets_(std::move(secrets)),
        transport_(std::move(transport)),
        store_(std::move(store)),
        registry_(make_registry(network_settings(config_, options.sandbox != nullptr), *transport_,
                                clock_)),
        connectors_(*store_, registry_, secrets_),
        models_(models_for(config_)),
        reader_(reader_with(models_)),
        filing_(*store_, ids_, clock_, reader_.get(), &matching_),
        backfilling_(*store_, matching_, ids_, clock_, reader_.get()),
        listeners_(*store_, connectors_, filing_, clock_, listener_settings(config_),
                   {&backfilling_, [this](const Channel& channel) { return searching(channel); }}),
        deliverer_(*store_, connectors_, ids_, clock_, deliverer_settings(config_)),
        inbox_(*store_, ids_, clock_, reader_.get()),
        coaching_(*store_, clock_, models_),
        outbox_(*store_, ids_, clock_, &coaching_, own_hosts(config_)),
        cards_(*store_, connectors_, ids_, clock_),
        channels_(*store_, registry_, connectors_, secrets_, ids_, clock_),
        team_(*store_, ids_, clock_),
        audience_(*store_),
        tagging_(*store_, ids_, clock_),
        views_(*store_, ids_, clock_),
        readings_(*store_, ids_, clock_, reader_.get()),
        monitors_(*store_, matching_, ids_, clock_, reader_.get()),
        coverage_(*store_, registry_, matching_, ids_, clock_),
        carriers_(std::move(carriers)),
        assistant_(std::move(assistant)),
        assisting_(*store_, ids_, clock_, assistant_.assistant.get()),
        alerts_(*store_, secrets_, ids_, clock_, alert_ways(config_, carriers_)),
        knowledge_(*store_, ids_, clock_, config_.public_url),
        solving_(*store_, ids_, clock_),
        desk_{*store_,   inbox_,    outbox_,    cards_,    channels_, team_,
              audience_, tagging_,  views_,     readings_, monitors_, coverage_,
              alerts_,   coaching_, knowledge_, solving_,  assisting_},
        backlog_(*store_, reader_.get(), clock_),
        chores_(*store_, inbox_, tagging_, backlog_, monitors_, alerts_, coaching_, clock_),
        courier_(alerts_),
        gap_lessons_(*store_, ids_, clock_, knowledge_.shelves()),
        lessons_(readings_, gap_lessons_),
        http_(HttpService::make(http_options(config_, options.sandbox != nullptr), desk_, clock_)) {
    if (options.sandbox) registry_.add(make_sandbox_network(options.sandbox));
    for (const std::string& network : registry_.streaming()) {
      streams_.push_back(std::make_unique<StreamListener>(
          *store_, matching_, ids_, clock_, reader_.get(), network,
          [this, network] { return registry_.open_stream(network); },
          [this](const Channel& channel, const Filed& filed) {
            listeners_.take_in(channel, filed);
          }));
    }
    store_->on_commit([this](const std::vector<Event>& events) {
      alerts_.hear(events);
      coaching_.hear(events);
      http_->announce(events);
    });
    coaching_.ask_for_articles(articles_from(knowledge_));
    assisting_.ask_for_articles(articles_from(knowledge_));
    channels_.on_change([this] { listeners_.refresh(); });
    inbox_.on_open([this](WorkspaceId workspace, ConversationId conversation) {
      listeners_.read_soon(workspace, conversation);
    });
    audience_.on_open([this](WorkspaceId workspace, PersonId person) {
      listeners_.meet_soon(workspace, person);
    });
  }

  ~RunningHouse() override { stop(); }

  Result<Done> start() override {
    RAPPORT_TRY(readings_.start());
    RAPPORT_TRY(matching_.start(*store_));
    // What an earlier process left on its way is taken up before anyone can ask for more.
    RAPPORT_TRY(deliverer_.start(kDeliveryThreads));
    RAPPORT_TRY(http_->start());
    listeners_.start(kHearingThreads);
    for (const auto& each : streams_) each->start();
    chores_.start();
    courier_.start();
    lessons_.start();
    return Done{};
  }

  void stop() override {
    http_->stop();
    lessons_.stop();
    courier_.stop();
    chores_.stop();
    for (const auto& each : streams_) each->stop();
    listeners_.stop();
    deliverer_.stop();
  }

  std::string url() const override {
    if (!config_.public_url.empty()) return config_.public_url;
    const bool everywhere = config_.listen == "0.0.0.0" || config_.listen == "::";
    const bool here = everywhere || config_.listen == "127.0.0.1" || config_.listen == "::1";
    return "http://" + (here ? "localhost" : config_.listen) + ":" + std::to_string(http_->port());
  }

  Result<std::string> setup_link() override {
    auto needed = team_.needs_setup();
    RAPPORT_TRY(needed);
    return *needed ? url() + "/setup?code=" + http_->setup_code() : std::string();
  }

 private:
  // Where a network has a stream, its search need not be asked.
  std::unique_ptr<Searching> searching(const Channel& channel) {
    const auto streaming = registry_.streaming();
    if (std::ranges::find(streaming, channel.network) != streaming.end()) return nullptr;
    return std::make_unique<Searching>(*store_, matching_, ids_, clock_, reader_.get());
  }

  const Config config_;
  FolderLock lock_;
  SystemClock clock_;
  IdMaker ids_{clock_};
  SecretBox secrets_;
  std::unique_ptr<Transport> transport_;
  std::unique_ptr<Store> store_;
  Registry registry_;
  Connectors connectors_;
  const std::shared_ptr<const Models> models_;
  std::unique_ptr<PostReader> reader_;
  MonitorMatching matching_;
  Filing filing_;
  Backfilling backfilling_;
  Listeners listeners_;
  std::vector<std::unique_ptr<StreamListener>> streams_;
  Deliverer deliverer_;
  Inbox inbox_;
  Coaching coaching_;
  Outbox outbox_;
  Cards cards_;
  ChannelDesk channels_;
  Team team_;
  Audience audience_;
  Tagging tagging_;
  SavedViews views_;
  Readings readings_;
  Monitors monitors_;
  Coverage coverage_;
  const NoticeCarriers carriers_;
  const HouseAssistant assistant_;
  Assisting assisting_;
  Alerts alerts_;
  KnowledgeDesk knowledge_;
  Solving solving_;
  Desk desk_;
  ReadingBacklog backlog_;
  Chores chores_;
  Courier courier_;
  GapLessons gap_lessons_;
  Lessons lessons_;
  std::unique_ptr<HttpService> http_;
};

}  // namespace

Result<Done> make_data_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::exists(folder, error)) return Done{};
  std::filesystem::create_directories(folder, error);
  if (!error) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  if (error) {
    return unavailable("The folder " + folder.string() + " cannot be made: " + error.message() +
                       ". Name another with --data.");
  }
  return Done{};
}

Result<std::unique_ptr<House>> House::build(const HouseOptions& options) {
  const Config& config = options.config;
  RAPPORT_TRY(make_data_folder(config.data));
  auto lock = FolderLock::take(config.data);
  RAPPORT_TRY(lock);
  auto secrets = SecretBox::of_data_folder(config.data);
  RAPPORT_TRY(secrets);
  auto transport = make_transport(network_settings(config, options.sandbox != nullptr));
  RAPPORT_TRY(transport);
  static const SystemClock clock;  // outlives every carrier
  auto carriers = make_notice_carriers(config, **transport, clock);
  RAPPORT_TRY(carriers);
  auto assistant = make_house_assistant(config);
  RAPPORT_TRY(assistant);
  auto store = open_database(config, 3, Visit::kServer);
  RAPPORT_TRY(store);
  return std::make_unique<RunningHouse>(options, std::move(*lock), std::move(*secrets),
                                        std::move(*transport), std::move(*store),
                                        std::move(*carriers), std::move(*assistant));
}

}  // namespace rapport
