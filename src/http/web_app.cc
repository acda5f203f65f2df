#include "http/web_app.h"

#include <string>
#include <string_view>

#include "http/assets.h"
#include "http/wire/problem.h"

namespace rapport {
namespace {

// Names in this folder carry a hash of their content, so they never change.
constexpr std::string_view kHashedFolder = "/assets/";

constexpr std::string_view kNotBuiltPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Rapport</title>"
    "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:4em auto;padding:0 1em}"
    "code{background:#eee;padding:.1em .3em;border-radius:.2em}</style>"
    "<h1>Rapport is running</h1>"
    "<p>The server works, but this binary was built without the web app.</p>"
    "<p>Run <code>make build</code> in the source folder: it builds the web app and puts it into "
    "<code>build/rapport</code>. Then start that.</p>"
    "<p>The API is here already: <a href=\"/api/openapi.json\">/api/openapi.json</a>.</p></html>";

bool accepts_gzip(std::string_view header) {
  for (std::size_t at = header.find("gzip"); at != header.npos; at = header.find("gzip", at + 4)) {
    auto rest = header.substr(at + 4);
    rest = rest.substr(0, rest.find(','));
    std::string parameters;
    for (const char c : rest) {
      if (c != ' ') parameters += c;
    }
    return parameters != ";q=0" && parameters != ";q=0.0";
  }
  return false;
}

bool has_etag(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != if_none_match.npos;
}

Response file_response(const Request& request, const Asset& asset) {
  Response response;
  const bool hashed = request.path.starts_with(kHashedFolder);
  const bool zipped = !asset.gzip_body.empty() && accepts_gzip(request.header("accept-encoding"));
  // Two encodings are two representations: each its own tag.
  std::string etag(asset.etag);
  if (zipped) etag.insert(etag.size() - 1, "-gzip");
  response.headers = {
      {"cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache"},
      {"etag", etag}};
  if (!asset.gzip_body.empty()) response.headers.emplace_back("vary", "accept-encoding");
  if (has_etag(request.header("if-none-match"), etag)) {
    response.status = 304;
    return response;
  }
  response.headers.emplace_back("content-type", asset.content_type);
  if (zipped) response.headers.emplace_back("content-encoding", "gzip");
  response.lasting_body = zipped ? asset.gzip_body : asset.body;
  return response;
}

bool names_a_file(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  return path.starts_with(kHashedFolder) || name.find('.') != name.npos;
}

}  // namespace

Response web_app_response(const Request& request) {
  if (const Asset* asset = find_asset(request.path)) return file_response(request, *asset);
  if (names_a_file(request.path)) {
    return problem(404, "not_found", "There is no such file.", request.id);
  }
  if (const Asset* page = find_asset("/index.html")) return file_response(request, *page);
  Response response;
  response.headers = {{"content-type", "text/html; charset=utf-8"}, {"cache-control", "no-store"}};
  response.lasting_body = kNotBuiltPage;
  return response;
}

}  // namespace rapport
