// Calls of the Mastodon API over HTTP, with its errors in our words.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "networks/rate_budget.h"
#include "networks/transport.h"

namespace rapport::mastodon {

// Decides which budget a call draws on, and what an answer without meaning means.
enum class CallKind {
  kRead,    // may be repeated freely
  kWrite,   // an unclear end is unknown
  kUpload,  // of a file, which stands nowhere until a post shows it: may be repeated freely
  kSignIn,
};

using Params = std::vector<std::pair<std::string, std::string>>;

struct Call {
  CallKind kind = CallKind::kRead;
  Urgency urgency = Urgency::kBackground;
  HttpMethod method = HttpMethod::kGet;
  std::string path;   // "/api/v1/statuses/109"
  Params params;      // of the query
  std::string query;  // in place of `params`: as a server gave it for the next page
  Params form;        // the body
  std::string body;   // in place of `form`, with its type
  std::string content_type;
  std::string token;  // empty: not signed in
  std::string idempotency_key;
};

struct Reply {
  int status = 200;
  std::string body;
  std::string next;  // query of the next, older page; empty: none was told
};

// Why a call failed: our error, and what the server called it.
struct Refusal {
  Error error;
  int status = 0;    // 0: no answer
  std::string name;  // "invalid_grant", "Record not found"; empty if the answer said nothing
};

using Answer = tl::expected<Reply, Refusal>;

// A form as its body: "a=b&c=d".
std::string form_body(const Params& form);

// The query of the page that a `Link` header calls `relation`; empty if there is none. Only the
// query: where to ask it is not for the header to say.
std::string linked_query(std::string_view link, std::string_view relation);

// The same answer with its `X-RateLimit-*` headers, whose reset is a date, as RateBudget reads
// them.
HttpResponse with_plain_limits(const HttpResponse& response, Time now);

// What a whole answer that is no success means.
Refusal refusal_of(CallKind kind, const HttpResponse& response, Time now);

class Api {
 public:
  Api(Transport& transport, RateBudget& budget) : transport_(transport), budget_(budget) {}

  // `account` keeps the budgets of several accounts on one server apart, as servers do.
  Answer call(const std::string& origin, std::string_view account, const Call& call) const;

  Time now() const { return budget_.now(); }

 private:
  Transport& transport_;
  RateBudget& budget_;
};

}  // namespace rapport::mastodon
