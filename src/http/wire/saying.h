// What a member wants to say, as it stands in several bodies: pictures, languages, a card. Only
// sources of wire/ include this.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/outbox/outbox.h"
#include "http/wire/reader.h"
#include "http/wire/schema.h"
#include "model/act.h"

namespace rapport {

std::vector<ActMedia> read_media(BodyReader& body);
std::vector<std::string> read_langs(BodyReader& body);
std::string read_card_url(BodyReader& body);
std::optional<ShownCard> read_shown_card(BodyReader& body);

schema::Field media_field();
schema::Field langs_field();
schema::Field card_url_field();
schema::Field shown_card_field();

}  // namespace rapport
