// The feeds that a web page names: a person types "example.com", and we find what can be read
// there.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "networks/feed/document.h"

namespace rapport::feed {

struct Named {
  std::string url;
  std::string title;
  Format format = Format::kRss;
};

// <link rel="alternate"> of the page's head and body, in their order and each once; feeds of
// comments last. Any bytes will do.
std::vector<Named> feeds_named_by(std::string_view page, const Source& source);

// Where feeds are often found though no page names them, best first. Nothing for no address.
std::vector<std::string> usual_places(const std::string& url);

}  // namespace rapport::feed
