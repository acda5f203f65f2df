// Where a request comes from: which host it meant, through which proxy, from which page.

#pragma once

#include <string>
#include <string_view>

#include "http/request.h"
#include "http/services.h"

namespace rapport {

// "[::1]:8080" → "[::1]", "Example.COM:80" → "example.com".
std::string host_name(std::string_view host);
bool is_loopback_name(std::string_view name);
bool is_loopback_address(std::string_view address);

// One Host header that names us. Refuses anything else, or a foreign page could point a name of its
// own at this server and read it (DNS rebinding).
bool host_is_ours(const Request& request, const HttpSettings& settings);

// For unsafe methods: the page that asks, if the browser tells, is one of ours.
bool origin_is_ours(const Request& request, const HttpSettings& settings);

// The address of the person asking: the socket's, or what a trusted proxy says.
std::string client_address(const Request& request, const HttpSettings& settings);

// The browser speaks https with us, directly or through a trusted proxy.
bool is_https(const Request& request, const HttpSettings& settings);

// Someone at this very machine, not through a proxy.
bool is_local(const Request& request);

}  // namespace rapport
