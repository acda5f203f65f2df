// The web app's files, as a browser asks for them.

#pragma once

#include "http/request.h"

namespace rapport {

// A file, or the app's page for any path of its own (/inbox/42): the app finds its way from there.
Response web_app_response(const Request& request);

}  // namespace rapport
