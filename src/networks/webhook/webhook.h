// Notices to other programs: a POST of JSON, signed, so that its receiver can tell it from anybody
// else's.
//
//   Rapport-Signature: t=1700000000,v1=<64 hex digits>
//   Rapport-Delivery: <id of the notice, the same at every attempt>
//
// v1 is HMAC-SHA256 of "<t>.<body>" under the secret of the webhook. A receiver compares it in
// constant time and turns away what is older than some minutes.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "networks/notice.h"
#include "networks/transport.h"

namespace rapport {

// Goes through the guarded transport: private addresses are refused unless a setting allows them,
// and plain http to public ones always. Redirects are not followed.
std::unique_ptr<NoticeCarrier> make_webhook_carrier(Transport& transport, const Clock& clock);

// The value of Rapport-Signature.
std::string webhook_signature(std::string_view secret, Time at, std::string_view body);

}  // namespace rapport
