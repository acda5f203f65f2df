// The card of a person as JSON.

#pragma once

#include <string>

#include "desk/audience/audience.h"

namespace rapport {

std::string person_json(const PersonCard& card);

}  // namespace rapport
