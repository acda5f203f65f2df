// Every reader of the Mastodon API's JSON, and of its links, on any bytes: none may crash, and what
// comes out keeps the promises of mapping.h. The first byte picks the reader.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "networks/mastodon/connector.h"
#include "networks/mastodon/mapping.h"
#include "networks/mastodon/names.h"
#include "networks/mastodon/server.h"

namespace {

using namespace rapport;

const mastodon::Eyes kEyes{"social.example", "social.example", "social.example/9"};

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

void check_entities(const std::vector<Entity>& entities, const std::string& text) {
  std::size_t end = 0;
  for (const Entity& entity : entities) {
    check(entity.begin >= end && entity.end > entity.begin && entity.end <= text.size());
    check(is_boundary(text, entity.begin) && is_boundary(text, entity.end));
    check(!entity.value.empty());
    end = entity.end;
  }
}

void check_id(const std::string& native_id) {
  check(mastodon::path_id(native_id, kEyes.host).has_value());
}

void check_url(const std::string& url) {
  check(url.empty() || url.find("://") != std::string::npos);
}

void check_account(const NetworkAccount& account) {
  check_id(account.native_id);
  check_text(account.handle);
  check_text(account.name);
  check_text(account.bio);
  check_url(account.avatar_url);
  check_url(account.url);
}

void check_post(const NetworkPost& post) {
  check_id(post.native_id);
  check_id(post.root_native_id);
  check(post.parent_native_id.empty() || post.root_native_id == post.parent_native_id);
  check_text(post.text);
  check_account(post.author);
  check_entities(post.entities, post.text);
  (void)mastodon::fingerprint(post.text, post.entities);
  for (const Media& media : post.media) {
    check(!media.url.empty());
    check_url(media.url);
    check_url(media.thumb_url);
    check_text(media.alt);
    check_text(media.title);
    check_text(media.description);
    check((media.width == 0) == (media.height == 0));
  }
  check(post.labels.has_value() && post.labels->size() <= 3);
  for (const std::string& each : *post.labels) {
    check_text(each);
    check(!each.empty());
  }
  if (post.quoted) {
    check_text(post.quoted->text);
    check_entities(post.quoted->entities, post.quoted->text);
    check(post.quoted->state == QuotedState::kShown || post.quoted->text.empty());
  }
}

void check_posts(const std::vector<NetworkPost>& posts) {
  for (const NetworkPost& post : posts) check_post(post);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string json(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0]) {
    case 'n':
      if (const auto page = mastodon::read_notifications(json, kEyes)) {
        for (const auto& item : page->items) {
          check(item.post.has_value() != item.interaction.has_value());
          if (item.post) check_post(*item.post);
          if (item.interaction) check_account(item.interaction->actor);
        }
      }
      break;
    case 's':
      if (const auto page = mastodon::read_statuses(json, kEyes)) check_posts(page->posts);
      break;
    case 'c':
      if (const auto page = mastodon::read_context(json, kEyes)) {
        check_posts(page->ancestors);
        check_posts(page->descendants);
      }
      break;
    case 'o':
      if (const auto subject = mastodon::read_subject(json, kEyes)) {
        check_post(subject->post);
        check_text(subject->spoiler_text);
      }
      break;
    case 'a':
      if (const auto account = mastodon::read_account(json, kEyes)) check_account(*account);
      break;
    case 'r':
      (void)mastodon::read_relation(json);
      break;
    case 'i':
      if (const auto server = mastodon::read_server(json)) {
        check(!server->domain.empty());
        check(server->limits.text_max > 0 && server->limits.images_max >= 0);
      }
      (void)mastodon::read_places(json, "https://social.example");
      break;
    case 'l': {
      const std::string query = mastodon::linked_query(json, "next");
      for (const char each : query) check(static_cast<unsigned char>(each) > ' ');
      break;
    }
    default:
      break;
  }
  return 0;
}
