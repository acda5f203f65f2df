// rapport inbox: who waits, and one conversation in full.

#include <chrono>
#include <iomanip>
#include <iostream>

#include "app/client.h"
#include "app/commands/commands.h"
#include "base/clock.h"
#include "base/unicode.h"
#include "model/post_reading.h"

namespace rapport {
namespace {

namespace json = boost::json;

// "3 d", "2 h", "5 min".
std::string since(const std::string& time) {
  const auto then = parse_time(time);
  if (!then) return "";
  const auto passed = SystemClock().now() - *then;
  if (const auto days = std::chrono::floor<std::chrono::days>(passed); days.count() > 0) {
    return std::to_string(days.count()) + " d";
  }
  if (const auto hours = std::chrono::floor<std::chrono::hours>(passed); hours.count() > 0) {
    return std::to_string(hours.count()) + " h";
  }
  return std::to_string(std::chrono::floor<std::chrono::minutes>(passed).count()) + " min";
}

// The first line, cut between characters.
std::string first_words(const std::string& text, std::size_t most) {
  std::string out = text.substr(0, text.find('\n'));
  if (out.size() <= most) return out;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  return out.substr(0, end) + "…";
}

bool is_urgent(const json::value& row) {
  const auto* reading = row.at("reading").if_object();
  const auto* urgency = reading != nullptr ? reading->if_contains("urgency") : nullptr;
  return urgency != nullptr && urgency->is_number() && urgency->to_number<double>() >= kUrgent;
}

void print_row(const json::value& row) {
  const auto waits = text_at(row, "waiting_since");
  std::cout << std::left << std::setw(22) << text_at(row, "id") << std::setw(10)
            << text_at(row, "state") << std::setw(8)
            << since(waits.empty() ? text_at(row, "last_post_at") : waits) << '@'
            << printable(text_at(row.at("lead"), "handle"))
            << (is_urgent(row) ? " (urgent): " : ": ")
            << printable(first_words(text_at(row, "excerpt"), 80)) << '\n';
}

// The id of one of those that `path` lists, by its name, whatever the case it is written in.
Result<std::string> id_of_named(const Client& client, const char* path, const std::string& what,
                                const std::string& name) {
  const auto all = client.get(path);
  if (!all) return fail(all.error());
  for (const auto& one : all->at("items").as_array()) {
    if (fold_case(text_at(one, "name")) == fold_case(name)) return text_at(one, "id");
  }
  return not_found("There is no " + what + " " + name + ".");
}

int print_export(const Client& client, const InboxOptions& options) {
  const auto document = client.get_text(
      "/api/conversations/" + percent_encode(options.conversation) +
      "/export?format=" + percent_encode(options.export_as) + (options.notes ? "&notes=1" : ""));
  if (!document) return complain(document.error());
  std::cout << *document;
  if (!document->ends_with('\n')) std::cout << '\n';
  return kOk;
}

int print_list(const Client& client, const InboxOptions& options) {
  std::string path = "/api/conversations?state=" + percent_encode(options.state);
  if (options.mine) path += "&owner=me";
  if (!options.tag.empty()) {
    const auto tag = id_of_named(client, "/api/tags", "tag", options.tag);
    if (!tag) return complain(tag.error());
    path += "&tag=" + *tag;
  }
  if (!options.sentiment.empty()) path += "&sentiment=" + percent_encode(options.sentiment);
  if (!options.intent.empty()) path += "&intent=" + percent_encode(options.intent);
  if (!options.reason.empty()) path += "&reason=" + percent_encode(options.reason);
  if (!options.topic.empty()) {
    const auto topic = id_of_named(client, "/api/topics", "topic", options.topic);
    if (!topic) return complain(topic.error());
    path += "&topic=" + *topic;
  }
  if (options.needs_reply) path += "&needs_reply=yes";
  if (options.urgent) path += "&urgent=yes";
  if (options.by_priority) path += "&order=priority";
  if (!options.search.empty()) path += "&q=" + percent_encode(options.search);
  auto page = client.get(path);
  // A search looks through so much at a time: an empty page with a next one says no more.
  while (page && page->at("items").as_array().empty() && !page->at("next_cursor").is_null()) {
    page = client.get(path + "&cursor=" + percent_encode(text_at(*page, "next_cursor")));
  }
  if (!page) return complain(page.error());
  if (options.json) {
    std::cout << json::serialize(*page) << '\n';
    return kOk;
  }
  const auto& items = page->at("items").as_array();
  if (items.empty()) std::cout << "Nobody is here. Nice.\n";
  for (const auto& row : items) print_row(row);
  if (!page->at("next_cursor").is_null()) std::cout << "There are more.\n";
  return kOk;
}

void print_post(const json::value& post) {
  std::cout << '\n'
            << (post.at("waits").as_bool() ? "* " : "  ") << '@'
            << printable(text_at(post.at("author"), "handle")) << ", "
            << since(text_at(post, "created_at")) << " ago  (" << text_at(post, "id") << ")\n"
            << (post.at("deleted_at").is_null() ? printable(text_at(post, "text")) : "(deleted)")
            << '\n';
}

int print_conversation(const Client& client, const InboxOptions& options) {
  const std::string path = "/api/conversations/" + percent_encode(options.conversation);
  std::string cursor;
  do {
    const auto page = client.get(path + "/thread" + (cursor.empty() ? "" : "?cursor=" + cursor));
    if (!page) return complain(page.error());
    if (options.json) {
      std::cout << json::serialize(*page) << '\n';
    } else {
      for (const auto& post : page->at("items").as_array()) print_post(post);
    }
    cursor = text_at(*page, "next_cursor");
  } while (!cursor.empty());
  return kOk;
}

}  // namespace

int run_inbox(const Config& config, const InboxOptions& options) {
  const auto client = Client::of(config);
  if (!client) return complain(client.error());
  if (!options.export_as.empty()) return print_export(*client, options);
  return options.conversation.empty() ? print_list(*client, options)
                                      : print_conversation(*client, options);
}

}  // namespace rapport
