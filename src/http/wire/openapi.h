// The API's own description, written from the table of routes: OpenAPI 3.1.

#pragma once

#include <string>

namespace rapport {

std::string openapi_json();

}  // namespace rapport
