// The handlers of public pages and gaps, one line each in the table of routes.

#pragma once

#include "base/result.h"
#include "http/request.h"
#include "http/routes.h"

namespace rapport {

// help_site.cc
Result<Response> get_help_site(Call& call);
Result<Response> put_help_site(Call& call);

}  // namespace rapport
