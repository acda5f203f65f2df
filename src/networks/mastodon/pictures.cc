// Pictures onto the server, which may take a moment to make them ready.

#include <thread>

#include "base/digest.h"
#include "base/url.h"
#include "networks/mastodon/connector.h"
#include "networks/mastodon/json.h"

namespace rapport::mastodon {
namespace {

constexpr int kLooks = 20;
constexpr std::chrono::milliseconds kFirstPause{200};
constexpr std::chrono::milliseconds kLongestPause{3000};

// multipart/form-data (RFC 7578) with the picture and its words.
std::string multipart(const OutgoingImage& image, const std::string& boundary) {
  const std::string_view type = image.mime.empty() ? "image/jpeg" : std::string_view(image.mime);
  const std::size_t slash = type.find('/');
  std::string body = "--" + boundary + "\r\n";
  if (!image.alt.empty()) {
    body += "Content-Disposition: form-data; name=\"description\"\r\n\r\n" + image.alt + "\r\n--" +
            boundary + "\r\n";
  }
  body += "Content-Disposition: form-data; name=\"file\"; filename=\"picture." +
          std::string(type.substr(slash == std::string_view::npos ? 0 : slash + 1)) + "\"\r\n";
  body.append("Content-Type: ").append(type).append("\r\n\r\n");
  body += image.bytes;
  body += "\r\n--" + boundary + "--\r\n";
  return body;
}

Result<std::string> id_of(const std::string& body) {
  return read_json(body, [](Json json) -> Result<std::string> {
    std::string id = id_at(json, "id");
    if (id.empty()) return unavailable("The server did not keep a picture.");
    return id;
  });
}

Result<Done> wait_until_ready(Session& session, const std::string& id) {
  auto pause = kFirstPause;
  for (int look = 0; look < kLooks; ++look) {
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, kLongestPause);
    auto reply = session.get("/api/v1/media/" + encode_url_value(id), {});
    if (!reply) return fail(std::move(reply.error()));
    if (reply->status != 206) return Done{};
  }
  return unavailable("The server is still working on a picture. This goes on by itself.");
}

}  // namespace

Result<std::vector<std::string>> store_pictures(Session& session,
                                                const std::vector<OutgoingImage>& images) {
  std::vector<std::string> ids;
  for (const OutgoingImage& image : images) {
    const std::string boundary = "rapport-" + to_base64_url(random_bytes(18));
    const std::string type = "multipart/form-data; boundary=" + boundary;
    auto reply = session.upload("/api/v2/media", multipart(image, boundary), type);
    if (!reply && reply.error().kind == ErrorKind::kNotFound) {
      reply = session.upload("/api/v1/media", multipart(image, boundary), type);
    }
    if (!reply) {
      Error error = std::move(reply.error());
      if (error.kind == ErrorKind::kInvalid) error.field = "media";
      return fail(std::move(error));
    }
    auto id = id_of(reply->body);
    if (!id) return fail(std::move(id.error()));
    if (reply->status == 202) RAPPORT_TRY(wait_until_ready(session, *id));
    ids.push_back(std::move(*id));
  }
  return ids;
}

}  // namespace rapport::mastodon
