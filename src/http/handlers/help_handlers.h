// The handlers of public pages and gaps, one line each in the table of routes.

#pragma once

#include "base/result.h"
#include "http/request.h"
#include "http/routes.h"

namespace rapport {

// help_site.cc
Result<Response> get_help_site(Call& call);
Result<Response> put_help_site(Call& call);

// gaps.cc
Result<Response> list_gaps(Call& call);
Result<Response> list_gap_posts(Call& call);
Result<Response> dismiss_gap(Call& call);
Result<Response> reopen_gap(Call& call);
Result<Response> draft_article(Call& call);

}  // namespace rapport
