// What was done about reasons, and who is told, as JSON.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/solving/solving.h"

namespace rapport {

std::string remedy_json(const RemedyView& view);
std::string remedy_page_json(const RemedyPage& page);
std::string remedy_person_json(const RemedyPersonView& view);
std::string remedy_people_json(const RemedyPeoplePage& page);

Result<RemedyRequest> read_remedy(std::string_view body);
// Why somebody is put aside.
Result<std::string> read_aside(std::string_view body);
std::optional<RemedyPlace> read_remedy_cursor(std::string_view cursor);

}  // namespace rapport
