// Post, draft, name, an article and an earlier reply, each up to a NUL, any bytes: every span in
// its text and on whole characters, and the same review twice.

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "coach/coach.h"
#include "source_dir.h"

namespace {

using namespace rapport;

void check(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view text, const std::vector<Span>& spans) {
  const bool whole = is_utf8(text);
  const auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  for (const Span& span : spans) {
    check(span.begin < span.end && span.end <= text.size());
    check(!whole || (!inside(span.begin) && !inside(span.end)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 4096) return 0;
  static const auto kModels = Models::open(RAPPORT_SOURCE_DIR "/models");
  check(kModels.has_value());
  static coach::Coach coach(*kModels);
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::array<std::string_view, 5> parts;
  for (std::string_view& part : parts) {
    const std::size_t end = rest.find('\0');
    part = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
  }
  coach::Exchange exchange;
  exchange.post = parts[0];
  exchange.draft = parts[1];
  exchange.author = {parts[2], "maya.example"};
  exchange.network = "bluesky";
  exchange.limit = 20;
  exchange.articles = {{"https://help.example/a", "An article", parts[3], {}}};
  exchange.sent = {{parts[0], parts[4]}};
  exchange.voice.emoji = EmojiUse::kFew;
  exchange.voice.avoid = {parts[2]};
  exchange.voice.own = {parts[2]};
  coach::Review one;
  coach::Review two;
  coach.review(exchange, one);
  coach.review(exchange, two);
  check(one.findings.size() == two.findings.size() && one.points.size() == two.points.size());
  for (const auto& point : one.points) {
    check(exchange.post, {point.post_span});
    check(exchange.draft, point.draft_spans);
  }
  for (const auto& finding : one.findings) {
    check(exchange.draft, finding.draft_spans);
    check(exchange.post, finding.post_spans);
    check(!finding.why.empty());
  }
  return 0;
}
