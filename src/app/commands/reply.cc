// rapport reply: answers in a conversation, and waits until the answer stands on the network.

#include <chrono>
#include <iostream>
#include <iterator>
#include <thread>

#include "app/client.h"
#include "app/commands/commands.h"
#include "http/auth/setup_code.h"

namespace rapport {
namespace {

namespace json = boost::json;

constexpr std::chrono::seconds kLongestWait{90};

std::string read_text(const std::string& given) {
  if (given != "-") return given;
  std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// The newest post of the thread: what the writer can have seen.
Result<json::value> newest_post(const Client& client, const std::string& conversation_path) {
  json::value newest = nullptr;
  std::string cursor;
  do {
    auto page =
        client.get(conversation_path + "/thread" + (cursor.empty() ? "" : "?cursor=" + cursor));
    if (!page) return fail(std::move(page.error()));
    const auto& items = page->at("items").as_array();
    if (!items.empty()) newest = items.back().at("id");
    cursor = text_at(*page, "next_cursor");
  } while (!cursor.empty());
  return newest;
}

int tell_outcome(const json::value& act) {
  const auto state = text_at(act, "state");
  if (state == "accepted") {
    std::cout << "Sent.\n";
    return kOk;
  }
  if (state == "rejected") {
    std::cerr << "rapport: " << text_at(act, "error")
              << "\nYour text is kept with it: open the conversation to send it again.\n";
    return kFailed;
  }
  std::cout << "Not sent yet: it stays queued and will be sent. Act " << text_at(act, "id")
            << ".\n";
  return kOk;
}

int wait_for(const Client& client, json::value act) {
  const auto deadline = std::chrono::steady_clock::now() + kLongestWait;
  const auto ended = [&] {
    const auto state = text_at(act, "state");
    return state == "accepted" || state == "rejected" || state == "undone";
  };
  while (!ended() && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    auto now = client.get("/api/acts/" + text_at(act, "id"));
    if (!now) return complain(now.error());
    act = std::move(*now);
  }
  return tell_outcome(act);
}

}  // namespace

int run_reply(const Config& config, const ReplyOptions& options) {
  const auto client = Client::of(config);
  if (!client) return complain(client.error());
  const std::string path = "/api/conversations/" + percent_encode(options.conversation);
  const auto conversation = client->get(path);
  if (!conversation) return complain(conversation.error());
  const auto newest = newest_post(*client, path);
  if (!newest) return complain(newest.error());

  json::value post =
      options.post.empty() ? conversation->at("answer_to") : json::value(options.post);
  if (post.is_null()) post = *newest;
  const auto act = client->post(path + "/replies", json::object{{"post_id", post},
                                                                {"text", read_text(options.text)},
                                                                {"client_key", random_text(16)},
                                                                {"seen_post_id", *newest},
                                                                {"confirm", options.yes}});
  if (!act) {
    if (act.error().cause == "answered_meanwhile") {
      std::cerr << "rapport: " << act.error().message << " Add --yes to send it all the same.\n";
      return kFailed;
    }
    return complain(act.error());
  }
  if (options.wait) return wait_for(*client, *act);
  std::cout << "Queued as act " << text_at(*act, "id") << ".\n";
  return kOk;
}

}  // namespace rapport
