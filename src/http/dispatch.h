// The way of every request: limits, host, route, who is asking, what they may, handler.
//
// What a route asks for in the table of routes is checked here and nowhere else.

#pragma once

#include "http/request.h"
#include "http/services.h"

namespace rapport {

class HelpPages;

// Answers a request, whatever it is. Throws only what a handler throws.
Response dispatch(const Request& request, Services& services, HelpPages& help_pages);

}  // namespace rapport
