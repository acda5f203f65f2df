// The table of routes: every operation of the API, who may use it, and what it takes and gives.
//
// The document at /api/openapi.json is written from this table, and who-may-do-what is checked from
// it in one place (dispatch.h) before any handler runs.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/team/team.h"
#include "http/request.h"

namespace rapport {

struct Services;

// Beside the first two a permission: which roles have it is told in model/member.cc.
enum class Who {
  kEveryone,  // also without a session
  kSignedIn,  // any member
  kMayExport,
  kMaySaveViews,
  kMayAnswer,
  kMayManage,  // channels
  kMayManageTeam,
  kMaySeeAudit,
  kMayManageWorkspace,
};

// Nothing for the first two.
std::optional<Permission> permission_for(Who who);

// A request on its way through its handler.
struct Call {
  const Request& request;
  Services& services;
  std::map<std::string, std::string, std::less<>> path_values;
  std::optional<Caller> caller;  // always there unless the route is for everyone
  bool route_needs_csrf = true;

  const Member& by() const { return caller->member; }

  // The id in the path. Fails with not_found: what is no id names nothing.
  template <class IdType>
  Result<IdType> id(std::string_view name = "id") const {
    const auto found = path_values.find(name);
    const auto id = parse_id<IdType>(found == path_values.end() ? "" : found->second);
    if (!id) return not_found("There is nothing at this address.");
    return *id;
  }
};

using RouteHandler = Result<Response> (*)(Call&);

struct QueryParameter {
  std::string_view name;
  std::string_view what;
  bool required = false;
};

struct Route {
  Method method;
  std::string_view path;  // "/api/conversations/{id}/assign"
  std::string_view operation;
  std::string_view summary;
  Who who;
  RouteHandler handler;
  std::string_view request;   // name of the body's schema; empty: takes none
  int status;                 // when all goes well
  std::string_view response;  // name of the reply's schema; empty: no body
  std::vector<QueryParameter> query = {};
};

std::span<const Route> routes();

// Its body is a picture as it is, not JSON.
inline bool takes_picture(const Route& route) { return route.request == "Picture"; }

// What a path leads to.
struct RouteMatch {
  const Route* route = nullptr;  // none: wrong path or wrong method
  std::vector<Method> allowed;   // of that path; empty: there is nothing
  std::map<std::string, std::string, std::less<>> path_values;
};
RouteMatch match_route(Method method, std::string_view path);

}  // namespace rapport
