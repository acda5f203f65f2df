#include "text/entities/entities.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "source_dir.h"
#include "text/testing/escapes.h"

namespace rapport {
namespace {

using Found = std::pair<std::string, std::string>;  // kind and text

std::vector<TextEntity> entities_of(std::string_view text) {
  std::vector<TextEntity> out;
  find_entities(text, out);
  return out;
}

std::vector<Found> found_in(std::string_view text) {
  std::vector<Found> found;
  for (const TextEntity& each : entities_of(text)) {
    found.emplace_back(to_word(each.kind),
                       text.substr(each.span.begin, each.span.end - each.span.begin));
  }
  return found;
}

struct Case {
  int line = 0;
  std::string text;
  std::vector<Found> expected;
};

std::vector<Case> conformance_cases() {
  std::ifstream file(RAPPORT_SOURCE_DIR "/src/text/entities/conformance.txt");
  std::vector<Case> cases;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("text ")) {
      cases.push_back({number, unescaped(line.substr(5)), {}});
    } else if (line.starts_with("  ") && !line.starts_with("  differs ")) {
      const std::size_t space = line.find(' ', 2);
      cases.back().expected.emplace_back(line.substr(2, space - 2),
                                         unescaped(std::string_view(line).substr(space + 1)));
    }
  }
  return cases;
}

TEST(Entities, HoldsTheConformanceSuite) {
  const std::vector<Case> cases = conformance_cases();
  ASSERT_GE(cases.size(), 200U);
  for (const Case& each : cases) {
    EXPECT_EQ(found_in(each.text), each.expected)
        << "conformance.txt:" << each.line << ": " << each.text;
  }
}

TEST(Entities, AppendsToWhatIsThere) {
  std::vector<TextEntity> out{{TextEntityKind::kLink, {0, 1}}};
  find_entities("a @b", out);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].span.end, 1U);
  EXPECT_EQ(out[1].span.begin, 2U);
}

TEST(Entities, TakesLongRunsInOneWalk) {
  // Each would take minutes if a walk back or ahead began again at every character.
  for (const std::string_view unit :
       {"a.", "a", "@a", "a@", "#", "$a", "http://", "a.b@", "(", "::", ".", "\u00e9.", "@a.",
        "http://a(", "\U0001F1E9", "1\u20E3"}) {
    std::string text;
    while (text.size() < 400000) text += unit;
    entities_of(text);
  }
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_spans(const std::string& text) {
  const std::vector<TextEntity> found = entities_of(text);
  const bool whole = is_utf8(text);  // a stray byte behind an entity is no end of a character
  std::size_t end = 0;
  for (const TextEntity& each : found) {
    RC_ASSERT(each.span.begin >= end);
    RC_ASSERT(each.span.end > each.span.begin);
    RC_ASSERT(each.span.end <= text.size());
    RC_ASSERT(!whole || is_boundary(text, each.span.begin));
    RC_ASSERT(!whole || is_boundary(text, each.span.end));
    RC_ASSERT(
        is_utf8(std::string_view(text).substr(each.span.begin, each.span.end - each.span.begin)));
    end = each.span.end;
  }
  RC_ASSERT(entities_of(text) == found);
}

std::string of_parts(const std::vector<std::string>& parts, const std::vector<int>& picks) {
  std::string text;
  for (const int pick : picks) text += parts[static_cast<std::size_t>(pick) % parts.size()];
  return text;
}

const std::vector<std::string>& parts() {
  static const std::vector<std::string> all{
      "@",          "#",          "$",          ".",          ":",          "/",
      "a",          "B",          "com",        "de",         "https://",   "user",
      " ",          "\n",         "(",          ")",          "1",          "_",
      "-",          "\u00e9",     "\u65e5",     "\u200D",     "\uFE0F",     "\u20E3",
      "\u00a9",     "\u2764",     "\uFF20",     "\uFF03",     "\u0301",     "\u0939",
      "\u0644",     "\xC3",       "\xF0\x9F",   "\x80",       "\U0001F600", "\U0001F468",
      "\U0001F1E9", "\U0001F1EA", "\U0001F3FD", "\U0001F3F4", "\U000E0067", "?"};
  return all;
}

RC_GTEST_PROP(Entities, SpansAreOfTheTextInOrderAndApart, ()) {
  check_spans(of_parts(parts(), *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000))));
}

RC_GTEST_PROP(Entities, SpansOfAnyBytesAreOfTheText, (const std::string& bytes)) {
  check_spans(bytes);
}

// Emoji end where a person sees a character end, as ICU has it.
RC_GTEST_PROP(Entities, EmojiAreWholeGraphemes, ()) {
  static const std::vector<std::string> some{
      "\U0001F600",
      "\U0001F468\u200D\U0001F469\u200D\U0001F467",
      "\U0001F1E9\U0001F1EA",
      "\U0001F44D\U0001F3FD",
      "1\uFE0F\u20E3",
      "\u2764\uFE0F",
      "\u2764\uFE0F\u200D\U0001F525",
      "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
      "a",
      " ",
      "\u65e5",
      "\u00a9\uFE0F",
      "\u261D\U0001F3FF",
      "#",
      "\u0939\u093F",
      "\u2600"};
  const std::string text =
      of_parts(some, *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000)));
  for (const TextEntity& each : entities_of(text)) {
    if (each.kind != TextEntityKind::kEmoji) continue;
    const std::string_view from = std::string_view(text).substr(each.span.begin);
    RC_ASSERT(cut_graphemes(from, 1).size() == each.span.end - each.span.begin);
    RC_ASSERT(count_graphemes(std::string_view(text).substr(0, each.span.begin)) + 1 ==
              count_graphemes(std::string_view(text).substr(0, each.span.end)));
  }
}

}  // namespace
}  // namespace rapport
