// A post's HTML, as networks such as Mastodon send it, as plain text with its mentions, links and
// tags.
//
// Text as people see it there: paragraphs stand apart, ends of long links that the network hides
// are an ellipsis, scripts and styles are nothing. What is too long or nested too deep to be a post
// is not interpreted: it is shown as its source.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/post.h"

namespace rapport {

inline constexpr std::size_t kMostHtmlBytes = 256U << 10U;
inline constexpr int kMostHtmlDepth = 100;

struct HtmlText {
  std::string text;
  std::vector<Entity> entities;  // in order and apart. mention: the address of the profile; link:
                                 // the whole address; tag: its word without '#'
  bool is_source = false;        // not interpreted
};

// Any bytes will do; the result is valid UTF-8. Links that are not whole stand against `base`;
// where that is empty, or they lead to no web address, they are plain text.
HtmlText text_of_html(std::string_view html, const std::string& base = {});

}  // namespace rapport
