// The bytes of a page as UTF-8, whatever it was written in.
//
// libxml2 is only ever handed UTF-8. Its own conversion stops at the first byte that does not fit,
// says so on stderr, and gives up what it had: a page with one stray byte would have no title.

#pragma once

#include <string>
#include <string_view>

namespace rapport {

// `charset` is what the server said of it, empty if nothing. A byte order mark goes before it, then
// come the page's own <meta>, UTF-8 if that is what the bytes are, and windows-1252. Broken
// sequences become U+FFFD, NULs spaces. Any bytes and any name will do.
std::string page_in_utf8(std::string_view page, std::string_view charset);

}  // namespace rapport
