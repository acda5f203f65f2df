// Feeds of any bytes: what is read is valid, bounded and leads nowhere but to the web. The first
// line may name a Content-Type.

#include <cstdint>
#include <cstdlib>

#include "base/url.h"
#include "base/utf8.h"
#include "networks/feed/post.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

bool is_line(const std::string& text) {
  return rapport::is_utf8(text) &&
         text.find_first_of(std::string("\n\r\0", 3)) == std::string::npos;
}
bool is_web(const std::string& url) {
  return url.empty() || rapport::parse_web_url(url).has_value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.substr(0, 60).find('\n');
  const bool named = line != std::string_view::npos;
  const feed::Source source{"https://a.example/b/c?d",
                            std::string(named ? bytes.substr(0, line) : std::string_view{})};
  const auto document = feed::read_feed(named ? bytes.substr(line + 1) : bytes, source);
  if (!document) {
    check(!document.error().message.empty());
    return 0;
  }
  check(is_line(document->title) && is_line(document->description));
  check(is_web(document->url) && is_web(document->icon_url));
  check(document->items.size() <= feed::kMostItems);

  const Time now = from_micros(1'700'000'000'000'000);
  for (const NetworkPost& post : feed::posts_of(*document, {"https://a.example/", now, now})) {
    check(is_line(post.title) && is_utf8(post.text) && is_line(post.author.name));
    check(post.text.size() <= feed::kMostText + 3);
    check(is_web(post.url) && is_web(post.author.url) && is_web(post.author.avatar_url));
    check(post.created_at <= now && !post.native_id.empty());
    for (const Media& each : post.media) {
      check(is_web(each.url) && is_web(each.thumb_url) && is_line(each.alt) && is_line(each.title));
    }
    std::size_t behind = 0;
    for (const Entity& each : post.entities) {
      check(each.begin >= behind && each.begin < each.end && each.end <= post.text.size());
      check(each.kind == EntityKind::kTag || is_web(each.value));
      behind = each.end;
    }
  }
  return 0;
}
