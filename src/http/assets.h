// The web app, as it lies inside the binary.

#pragma once

#include <span>
#include <string_view>

namespace rapport {

// One file of the built web app. Everything it points at lives as long as the program.
struct Asset {
  std::string_view path;  // with a leading slash: /index.html, /assets/inbox-3f9a.js
  std::string_view content_type;
  std::string_view body;
  std::string_view gzip_body;  // the same bytes compressed; empty where that would not pay
  std::string_view etag;       // quoted, ready for the header
};

// All files, ordered by path. Empty when the binary was built without the web app.
std::span<const Asset> assets();

// The file at this path, or nothing.
const Asset* find_asset(std::string_view path);

// The content type that goes with a file's name; application/octet-stream if we don't know it.
std::string_view content_type_of(std::string_view path);

}  // namespace rapport
