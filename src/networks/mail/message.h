// A notice as an e-mail: headers and plain text, in ASCII alone.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "networks/notice.h"

namespace rapport::mail {

// "Rapport <rapport@brand.example>" or the address alone.
struct Mailbox {
  std::string name;
  std::string address;
};

// Nothing for what could be no address, or could say more than one: white space, control
// characters, angle brackets, letters beyond ASCII.
std::optional<Mailbox> mailbox_of(std::string_view text);

// RFC 5322 with RFC 2047 and 2045: lines of at most 76 characters, CR LF. Nothing of the notice can
// become a header or end the message.
std::string message_of(const Mailbox& from, const Mailbox& to, const Notice& notice, Time now);

}  // namespace rapport::mail
