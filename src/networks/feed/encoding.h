// The bytes of a feed as UTF-8 that an XML reader can take.
//
// What servers and declarations say of the encoding is often wrong, so the bytes have the last
// word: what is valid UTF-8 is UTF-8. A document that says UTF-8 and holds stray bytes is UTF-8
// with windows-1252 in between, which is how such documents come about.

#pragma once

#include <string>
#include <string_view>

namespace rapport::feed {

// `charset` is what the answer said; empty if nothing. Any bytes will do.
std::string feed_in_utf8(std::string_view bytes, std::string_view charset);

// The charset parameter of a Content-Type header, in lower case; empty if there is none.
std::string charset_of(std::string_view content_type);

}  // namespace rapport::feed
