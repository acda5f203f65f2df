// Somebody else's HTML, as help centres export it, as the Markdown our articles are written in.
//
// Headings, paragraphs, lists, quotations, emphasis, code, tables, links and pictures stay; of all
// else the words do. Nothing of it is trusted: scripts and styles are nothing, links lead to http,
// https or mailto, what is nested too deep is its text. Pictures stay where they are.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

// What is longer is not converted at all.
inline constexpr std::size_t kMostImportedHtml = 1U << 20U;

// Any bytes will do; the result is valid UTF-8. Links that are not whole stand against `base`, the
// address of the page; where that is empty, they are their words. Empty for what is too long.
std::string markdown_of_html(std::string_view html, const std::string& base = {});

}  // namespace rapport
