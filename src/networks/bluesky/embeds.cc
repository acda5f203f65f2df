#include "networks/bluesky/embeds.h"

#include <cstdio>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "networks/bluesky/connector.h"
#include "networks/bluesky/json.h"

namespace rapport::bluesky {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostTitle = 1000;  // bytes; people see a line of it
constexpr std::size_t kMostDescription = 3000;

std::string megabytes(std::size_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

// "The picture", or "Picture 2" of several.
std::string name_of(std::size_t index, std::size_t count) {
  return count == 1 ? "The picture" : "Picture " + std::to_string(index + 1);
}

bool is_taken(const OutgoingImage& image) {
  return image.mime == "image/jpeg" || image.mime == "image/png" || image.mime == "image/webp";
}

Result<json::value> store(Session& session, const OutgoingImage& image) {
  auto body = session.upload(image.bytes, image.mime);
  if (!body) return fail(std::move(body.error()));
  struct Blob {
    std::string link;
    std::string mime;
    std::int64_t size = 0;
  };
  auto blob = read_json(*body, [](Json answer) -> Result<Blob> {
    const auto stored = member(answer, "blob");
    const auto ref = stored ? member(*stored, "ref") : std::nullopt;
    Blob read;
    if (ref) read.link = text_at(*ref, "$link");
    if (read.link.empty()) return unavailable("Bluesky took a picture and did not say where.");
    read.mime = text_at(*stored, "mimeType");
    read.size = number_at(*stored, "size").value_or(0);
    return read;
  });
  if (!blob) return fail(std::move(blob.error()));
  return json::value{{"$type", "blob"},
                     {"ref", {{"$link", blob->link}}},
                     {"mimeType", blob->mime},
                     {"size", blob->size}};
}

Result<json::value> make_images(Session& session, const std::vector<OutgoingImage>& pictures) {
  json::array images;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    auto blob = store(session, pictures[i]);
    if (!blob) {
      Error error = std::move(blob.error());
      if (error.kind == ErrorKind::kInvalid || error.kind == ErrorKind::kForbidden) {
        error.message = name_of(i, pictures.size()) + " was not taken: " + error.message;
      }
      return fail(std::move(error));
    }
    json::object image{{"image", std::move(*blob)}, {"alt", pictures[i].alt}};
    if (pictures[i].width > 0 && pictures[i].height > 0) {
      image["aspectRatio"] =
          json::object{{"width", pictures[i].width}, {"height", pictures[i].height}};
    }
    images.push_back(std::move(image));
  }
  return json::value{{"$type", "app.bsky.embed.images"}, {"images", std::move(images)}};
}

Result<json::value> make_card(Session& session, const OutgoingCard& card) {
  const auto url = parse_web_url(card.url);
  if (!url) return invalid("The link of the card cannot be read.", "card_url");
  json::object external{
      {"uri", card.url},
      {"title", card.title.empty() ? url->host : clean_utf8(cut_bytes(card.title, kMostTitle))},
      {"description", clean_utf8(cut_bytes(card.description, kMostDescription))}};
  // A card without its picture is still a card.
  if (card.thumb && card.thumb->bytes.size() <= kMostThumbBytes && is_taken(*card.thumb)) {
    auto blob = store(session, *card.thumb);
    if (blob) {
      external["thumb"] = std::move(*blob);
    } else if (blob.error().kind != ErrorKind::kInvalid) {
      return fail(std::move(blob.error()));
    }
  }
  return json::value{{"$type", "app.bsky.embed.external"}, {"external", std::move(external)}};
}

}  // namespace

Result<Done> check_pictures(const Outgoing& act) {
  const std::size_t count = act.images.size();
  if (count > kMostImages) {
    return invalid("Bluesky shows " + std::to_string(kMostImages) +
                       " pictures in a post; these are " + std::to_string(count) + ".",
                   "media");
  }
  for (std::size_t i = 0; i < count; ++i) {
    const OutgoingImage& image = act.images[i];
    if (!is_taken(image)) {
      return invalid(name_of(i, count) + " is no JPEG, PNG or WebP, which Bluesky wants.", "media");
    }
    if (image.bytes.size() > kMostImageBytes) {
      return invalid(name_of(i, count) +
                         " is too large for Bluesky: " + megabytes(image.bytes.size()) + ", and " +
                         megabytes(kMostImageBytes) + " is the most.",
                     "media");
    }
    if (!is_utf8(image.alt)) {
      return invalid(
          "The description of " +
              std::string(count == 1 ? "the picture" : "picture " + std::to_string(i + 1)) +
              " holds characters that cannot be sent.",
          "media");
    }
  }
  return Done{};
}

Result<json::value> make_embed(Session& session, const Outgoing& act,
                               const std::optional<RecordRef>& quoted) {
  json::value media;
  if (!act.images.empty()) {
    auto images = make_images(session, act.images);
    if (!images) return images;
    media = std::move(*images);
  } else if (act.card) {
    auto card = make_card(session, *act.card);
    if (!card) return card;
    media = std::move(*card);
  }
  if (!quoted) return media;
  json::value record{{"$type", "app.bsky.embed.record"},
                     {"record", {{"uri", quoted->uri}, {"cid", quoted->cid}}}};
  if (media.is_null()) return record;
  return json::value{{"$type", "app.bsky.embed.recordWithMedia"},
                     {"record", std::move(record)},
                     {"media", std::move(media)}};
}

}  // namespace rapport::bluesky
