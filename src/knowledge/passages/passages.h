// An article's Markdown as the passages a person would quote: plain text, without its marks.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

enum class PassageKind : std::uint8_t { kHeading, kParagraph, kListItem, kTableRow, kCode };

std::string_view to_word(PassageKind kind);

struct Passage {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  PassageKind kind = PassageKind::kParagraph;
  std::string text;             // valid UTF-8, never blank
  std::size_t section = kNone;  // the place in the list of the heading it stands under
};

// What is longer is not an article; the rest of it is not read.
inline constexpr std::size_t kMostArticleBytes = 1U << 20U;

// CommonMark with tables, strikethrough and bare links. Any bytes will do. HTML in it is read as
// its text.
std::vector<Passage> passages_of(std::string_view markdown);

}  // namespace rapport
