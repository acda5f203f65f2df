#include "http/wire/saying.h"

#include <algorithm>

#include "http/wire/parts.h"

namespace rapport {
namespace {

// More than any network takes: how many it is to be is the network's matter.
constexpr std::size_t kMostPictures = 20;
constexpr std::size_t kMostLangs = 3;
constexpr int kMostAlt = 2000;
constexpr int kMostUrl = 2000;
// As much as is read of a page (networks/link_preview.cc); a grapheme may have several code points.
constexpr int kMostTitle = 3000;
constexpr int kMostDescription = 10'000;

}  // namespace

std::vector<ActMedia> read_media(BodyReader& body) {
  return body.optional_list("media", kMostPictures, [](BodyReader& each) {
    const auto attachment = each.id<AttachmentId>("attachment_id");
    return ActMedia{attachment, each.text("alt", {.most = kMostAlt})};
  });
}

std::vector<std::string> read_langs(BodyReader& body) {
  return body.optional_texts("langs", kMostLangs, {.least = 2, .most = 35});
}

std::string read_card_url(BodyReader& body) {
  return body.optional_text("card_url", {.most = kMostUrl}).value_or("");
}

std::optional<ShownCard> read_shown_card(BodyReader& body) {
  return body.optional_object("card", [](BodyReader& card) {
    return ShownCard{card.text("title", {.most = kMostTitle}),
                     card.text("description", {.most = kMostDescription}),
                     card.optional_id<AttachmentId>("attachment_id")};
  });
}

schema::Field media_field() {
  using namespace schema;
  return {"media", or_null(list(object({{"attachment_id", id()}, {"alt", text(kMostAlt)}}))),
          false};
}

schema::Field langs_field() {
  using namespace schema;
  return {"langs", or_null(list(text(35, 2))), false};
}

schema::Field card_url_field() {
  using namespace schema;
  return {"card_url", or_null(text(kMostUrl)), false};
}

schema::Field shown_card_field() {
  using namespace schema;
  return {"card",
          or_null(object({{"title", text(kMostTitle)},
                          {"description", text(kMostDescription)},
                          {"attachment_id", or_null(id()), false}})),
          false};
}

std::string attachment_path(AttachmentId id) { return "/api/attachments/" + to_string(id); }

json::array act_media_part(const std::vector<ActMedia>& media) {
  json::array out;
  for (const ActMedia& each : media) {
    out.push_back(json::object{{"attachment_id", id_json(each.attachment)},
                               {"url", attachment_path(each.attachment)},
                               {"alt", each.alt}});
  }
  return out;
}

json::array texts_part(const std::vector<std::string>& texts) {
  json::array out;
  for (const auto& each : texts) out.emplace_back(each);
  return out;
}

}  // namespace rapport
