// Any bytes as an event of Jetstream: nothing may crash, a glimpse holds what the whole post does,
// and posts keep the promises of mapping.h.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "networks/bluesky/names.h"
#include "networks/bluesky/stream_events.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  static bluesky::EventReader events;
  StreamBatch batch;
  std::string id;
  bool is_reply = false;
  const auto mark = events.read(
      std::string_view(reinterpret_cast<const char*>(data), size),
      [&](const GlimpsedPost& post) {
        id = post.native_id;
        is_reply = post.is_reply;
        return true;
      },
      batch);
  check(mark || (batch.posts.empty() && batch.deleted.empty() && batch.accounts.empty()));
  check(batch.posts.size() + batch.deleted.size() + batch.accounts.size() <= 1);
  for (const NetworkPost& post : batch.posts) {
    check(post.native_id == id);
    check(bluesky::parse_at_uri(post.native_id).has_value());
    check(bluesky::parse_at_uri(post.root_native_id).has_value());
    check(is_utf8(post.text));
    check(bluesky::is_did(post.author.native_id));
    check((post.kind == PostKind::kReply) == is_reply);
    for (const Entity& entity : post.entities) check(entity.end <= post.text.size());
  }
  for (const std::string& gone : batch.deleted) check(bluesky::parse_at_uri(gone).has_value());
  for (const NetworkAccount& account : batch.accounts) {
    check(bluesky::is_did(account.native_id));
    check(!account.handle.empty() || account.standing.has_value());
  }
  return 0;
}
