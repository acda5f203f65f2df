#include "http/assets.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "base/embedded.h"

namespace rapport {
namespace {

constexpr std::string_view kCompressed = ".gz";

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kContentTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".wasm", "application/wasm"},
}};

// Assets point into strings that are made once and never move.
struct AssetTable {
  std::deque<std::string> strings;
  std::vector<Asset> assets;

  std::string_view keep(std::string text) { return strings.emplace_back(std::move(text)); }
};

// The web build leaves name.gz beside what may be worth compressing; the pair is one asset.
AssetTable make_table() {
  AssetTable table;
  const auto files = embedded::web_dist();
  for (const EmbeddedFile& file : files) {
    if (file.path.ends_with(kCompressed)) continue;
    const std::string compressed = std::string(file.path) + std::string(kCompressed);
    const auto twin = std::ranges::find(files, compressed, &EmbeddedFile::path);
    const bool pays = twin != files.end() && twin->bytes.size() < file.bytes.size();
    table.assets.push_back({
        .path = table.keep("/" + std::string(file.path)),
        .content_type = content_type_of(file.path),
        .body = file.bytes,
        .gzip_body = pays ? twin->bytes : std::string_view{},
        .etag = table.keep("\"" + std::string(file.sha256.substr(0, 32)) + "\""),
    });
  }
  std::ranges::sort(table.assets, {}, &Asset::path);
  return table;
}

}  // namespace

std::span<const Asset> assets() {
  static const AssetTable table = make_table();
  return table.assets;
}

const Asset* find_asset(std::string_view path) {
  const auto all = assets();
  const auto found = std::ranges::lower_bound(all, path, {}, &Asset::path);
  return found != all.end() && found->path == path ? &*found : nullptr;
}

std::string_view content_type_of(std::string_view path) {
  for (const auto& [ending, type] : kContentTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

}  // namespace rapport
