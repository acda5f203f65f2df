// rapport backfill: asks a network's search for what monitors would have found, and waits for it.

#include <chrono>
#include <iostream>
#include <thread>

#include "app/client.h"
#include "app/commands/commands.h"
#include "base/clock.h"
#include "base/unicode.h"

namespace rapport {
namespace {

namespace json = boost::json;

constexpr std::chrono::seconds kLook{1};

Result<std::string> monitor_id(const Client& client, const std::string& name) {
  std::string path = "/api/monitors?limit=100";
  for (;;) {
    const auto page = client.get(path);
    if (!page) return fail(page.error());
    for (const auto& each : page->at("items").as_array()) {
      if (text_at(each, "id") == name || fold_case(text_at(each, "name")) == fold_case(name)) {
        return text_at(each, "id");
      }
    }
    const std::string next = text_at(*page, "next_cursor");
    if (next.empty()) return not_found("There is no monitor " + name + ".");
    path = "/api/monitors?limit=100&cursor=" + next;
  }
}

// The connected channel of this handle; of none, the only one that can be asked.
Result<std::string> channel_id(const Client& client, const std::string& handle) {
  const auto all = client.get("/api/channels");
  if (!all) return fail(all.error());
  std::string found;
  for (const auto& each : all->at("items").as_array()) {
    if (text_at(each, "state") != "connected") continue;
    const auto of = text_at(each.at("account"), "handle");
    if (handle.empty() && text_at(each, "network") == "feed") continue;
    if (!handle.empty() && of != handle) continue;
    if (!found.empty()) return invalid("There are several channels: say which with --channel.");
    found = text_at(each, "id");
  }
  if (found.empty()) {
    return not_found(handle.empty() ? "No channel is connected that can be searched."
                                    : "There is no connected channel " + handle + ".");
  }
  return found;
}

Result<json::value> state_of(const Client& client, const std::string& id) {
  auto coverage = client.get("/api/coverage?days=1");
  if (!coverage) return fail(std::move(coverage.error()));
  for (const auto& each : coverage->at("backfills").as_array()) {
    if (text_at(each, "id") == id) return each;
  }
  return not_found("The backfill is not there any more.");
}

std::string posts_of(const json::value& backfill) {
  const auto posts = backfill.at("posts").to_number<std::int64_t>();
  return std::to_string(posts) + (posts == 1 ? " post" : " posts");
}

}  // namespace

int run_backfill(const Config& config, const BackfillOptions& options) {
  const auto client = Client::of(config);
  if (!client) return complain(client.error());
  const Time now = SystemClock().now();
  Time from = now - std::chrono::days{options.days};
  Time to = now;
  for (const auto& [word, into] : {std::pair(&options.from, &from), std::pair(&options.to, &to)}) {
    if (word->empty()) continue;
    const auto time = parse_time(word->size() == 10 ? *word + "T00:00:00Z" : *word);
    if (!time) return complain({ErrorKind::kInvalid, *word + " is no time.", {}, {}, {}});
    *into = *time;
  }
  const auto channel = channel_id(*client, options.channel);
  if (!channel) return complain(channel.error());
  json::object body{{"channel_id", *channel}, {"from", format_time(from)}, {"to", format_time(to)}};
  if (!options.monitor.empty()) {
    const auto monitor = monitor_id(*client, options.monitor);
    if (!monitor) return complain(monitor.error());
    body["monitor_id"] = *monitor;
  }
  auto backfill = client->post("/api/backfills", body);
  if (!backfill) return complain(backfill.error());
  const std::string id = text_at(*backfill, "id");
  std::string told;
  while (options.wait && text_at(*backfill, "state") == "running") {
    std::this_thread::sleep_for(kLook);
    backfill = state_of(*client, id);
    if (!backfill) return complain(backfill.error());
    if (!options.json && posts_of(*backfill) != told) {
      told = posts_of(*backfill);
      std::cerr << told << " so far\n";
    }
  }
  if (options.json) {
    std::cout << json::serialize(*backfill) << '\n';
    return kOk;
  }
  const auto note = text_at(*backfill, "note");
  std::cout << (text_at(*backfill, "state") == "done" ? "Found " + posts_of(*backfill) + ".\n"
                                                      : "Asking in the background.\n");
  if (!note.empty()) std::cout << printable(note) << '\n';
  return kOk;
}

}  // namespace rapport
