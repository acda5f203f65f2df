// Every reader of Bluesky's JSON on any bytes: none may crash, and what comes out keeps the
// promises of mapping.h. The first byte picks the reader.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "networks/bluesky/mapping.h"
#include "networks/bluesky/names.h"
#include "networks/bluesky/thread_gate.h"

namespace {

using namespace rapport;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_text(const std::string& text) {
  check(is_utf8(text));
  check(text.find('\0') == std::string::npos);
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_labels(const std::vector<std::string>& labels) {
  check(labels.size() <= 20);
  for (const std::string& each : labels) {
    check_text(each);
    check(!each.empty());
  }
}

void check_entities(const std::vector<Entity>& entities, const std::string& text) {
  std::size_t end = 0;
  for (const Entity& entity : entities) {
    check(entity.begin >= end && entity.end > entity.begin && entity.end <= text.size());
    check(is_boundary(text, entity.begin) && is_boundary(text, entity.end));
    check(!entity.value.empty());
    end = entity.end;
  }
}

void check_account(const NetworkAccount& account) {
  check(bluesky::is_did(account.native_id));
  check_text(account.handle);
  check_text(account.name);
  check_text(account.bio);
  if (account.labels) check_labels(*account.labels);
}

void check_post(const NetworkPost& post) {
  check(bluesky::parse_at_uri(post.native_id).has_value());
  check(bluesky::parse_at_uri(post.root_native_id).has_value());
  check_text(post.text);
  check_account(post.author);
  check_entities(post.entities, post.text);
  for (const Media& media : post.media) {
    check(media.url.empty() || media.url.find("://") != std::string::npos);
    check_text(media.alt);
    check_text(media.title);
    check((media.width == 0) == (media.height == 0));
  }
  if (post.labels) check_labels(*post.labels);
  if (post.quoted) {
    check_text(post.quoted->text);
    check_entities(post.quoted->entities, post.quoted->text);
    check(post.quoted->state == QuotedState::kShown || post.quoted->text.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string json(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0]) {
    case 'n':
      if (const auto page = bluesky::read_notifications(json, Time{})) {
        for (const auto& item : page->items) {
          check(item.post.has_value() != item.interaction.has_value());
          check(item.sorted_at <= item.indexed_at);
          if (item.post) check_post(*item.post);
          if (item.interaction) check_account(item.interaction->actor);
        }
      }
      break;
    case 'p':
      if (const auto posts = bluesky::read_posts(json, Time{})) {
        for (const auto& post : *posts) check_post(post);
      }
      break;
    case 't':
      if (const auto page = bluesky::read_thread(json, Time{})) {
        for (const auto& node : page->nodes) check_post(node.post);
      }
      break;
    case 'o': {
      NetworkAccount us;
      us.native_id = "did:plc:us";
      if (const auto page = bluesky::read_own_posts(json, us)) {
        for (const auto& item : page->items) check_post(item.post);
      }
      break;
    }
    case 'a':
      if (const auto account = bluesky::read_profile(json, Time{})) check_account(*account);
      break;
    case 'r':
      if (const auto ref = bluesky::read_record_ref(json)) {
        check(bluesky::parse_at_uri(ref->uri).has_value());
      }
      break;
    case 'g':
      if (auto gate = bluesky::read_thread_gate(json)) {
        const std::string reply = "at://did:plc:ana/app.bsky.feed.post/1";
        const bool hidden = gate->hides(reply);
        check(gate->set_hidden(reply, !hidden) && gate->hides(reply) != hidden);
      }
      break;
    default:
      break;
  }
  return 0;
}
