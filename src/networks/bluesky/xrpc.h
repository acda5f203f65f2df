// Calls of the AT protocol over HTTP, with its errors in our words.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "networks/rate_budget.h"
#include "networks/transport.h"

namespace rapport::bluesky {

// Decides which budget a call draws on, and what an answer without meaning means.
enum class CallKind {
  kRead,     // may be repeated freely
  kWrite,    // an unclear end is unknown
  kUpload,   // of a file: may be repeated freely, since the same bytes are the same file
  kSession,  // signing in and renewing
};

struct Call {
  CallKind kind = CallKind::kRead;
  Urgency urgency = Urgency::kBackground;
  HttpMethod method = HttpMethod::kGet;
  std::string_view nsid;
  std::vector<std::pair<std::string_view, std::string>> params;
  std::string body;          // empty for none
  std::string content_type;  // of the body; empty: JSON
  std::string token;         // empty: not signed in
};

// Why a call failed: our error, and the protocol's own name of it.
struct Refusal {
  Error error;
  int status = 0;    // 0: no answer
  std::string name;  // "ExpiredToken"; empty if the answer named none

  // The token is no good (any more); another one may be. Expired tokens come as 400.
  bool is_token_trouble() const;
};

using Answer = tl::expected<std::string, Refusal>;  // the body of a 200

class Xrpc {
 public:
  Xrpc(Transport& transport, RateBudget& budget) : transport_(transport), budget_(budget) {}

  // `account` keeps the budgets of several accounts on one server apart where the server does; what
  // it counts for our address, such as reads, all channels share.
  Answer call(const std::string& service, std::string_view account, const Call& call);

  Time now() const { return budget_.now(); }

 private:
  Transport& transport_;
  RateBudget& budget_;
};

// What a whole answer that is no 200 means. Exposed for its test.
Refusal refusal_of(CallKind kind, const HttpResponse& response, Time now);

}  // namespace rapport::bluesky
