// Text of any bytes, read: every span in the text and in order, every share a share, the same
// twice.

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "source_dir.h"
#include "text/reading/reader.h"

namespace {

using namespace rapport;

void check(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view text, const Evidence& evidence) {
  const bool whole = is_utf8(text);
  const auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t end = 0;
  for (const Span& span : evidence) {
    check(span.begin >= end && span.end > span.begin && span.end <= text.size());
    check(!whole || (!inside(span.begin) && !inside(span.end)));
    end = span.end;
  }
}

void check(float p) { check(std::isfinite(p) && p >= 0 && p <= 1); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kModels = Models::open(RAPPORT_SOURCE_DIR "/models");
  check(kModels.has_value());
  static const auto kReader = Reader::make(*kModels);
  static Reading one;
  static Reading two;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  kReader->read(text, "en", nullptr, one);
  check(text, one.sentiment_evidence);
  for (const auto& found : one.intents) {
    check(text, found.evidence);
    check(found.p);
  }
  for (const auto& found : one.reasons) {
    check(text, found.evidence);
    check(found.p);
  }
  check(text, one.emotion.evidence);
  check(text, one.toxicity_evidence);
  check(text, one.urgency_evidence);
  check(text, one.needs_reply_evidence);
  check(one.toxicity);
  check(one.urgency);
  check(one.needs_reply_p);
  kReader->read(text, "en", nullptr, two);
  check(one == two);
  return 0;
}
