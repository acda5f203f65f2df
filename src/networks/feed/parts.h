// Small tools that all formats share.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/post.h"
#include "networks/feed/document.h"

namespace rapport::feed {

// ASCII letters alone.
std::string lower(std::string_view text);

// An absolute http(s) address, resolved against `base`; empty for anything else: "javascript:",
// "data:", what is too long or has no host.
std::string absolute(std::string_view address, const std::string& base);

// On one line, valid, without white space at its ends, cut at a few hundred characters.
std::string line_of(std::string_view text);

// A title or name that may hold HTML, as one line.
std::string line_of_html(std::string_view text);

// What an item says. `is_html` none: found out by looking.
void say(Item& item, std::string_view text, std::optional<bool> is_html, const std::string& base);

// "Name <mail>", "mail (Name)", "mail", "Name".
Author author_of(std::string_view text);

// A language tag as BCP 47 writes it ("en-us" is "en-US"); empty if it is none.
std::string tag_of_language(std::string_view text);

// A file that belongs to an item: a picture or film by its type or ending, anything else a link.
void add_media(Item& item, const std::string& url, std::string_view mime, std::string_view medium,
               std::string_view title);

}  // namespace rapport::feed
