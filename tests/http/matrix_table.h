// Who is let in by each route: written down apart from the routes themselves, so that a route
// opened by mistake does not move the expectation with it.

#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "http/matrix_world.h"

namespace rapport::testing {

// One question: its ids by name, and where they go. "{name}" in path, body and query is replaced by
// the id; what the path calls {id} is the id named "id".
struct Question {
  std::map<std::string, std::string> ids = {};
  std::string body = {};
  std::string query = {};
  std::string type = {};  // of the body, where it is no JSON
};

struct Expectation {
  std::string_view operation;
  // Roles that are let in, or kEverybody: also without a session.
  std::set<std::string_view> roles;
  // Makes what the question is about, in a brand; `caller` is who will ask.
  std::function<Question(Side&, const Member& caller)> ask;
  // What who is let in gets; 0: what the route says it gives when all goes well.
  int status = 0;
  // What an id of another brand gets, by its name; not_found where nothing is said. Whatever it is,
  // an id that exists nowhere must get the very same.
  std::map<std::string, int> foreign = {};
  bool needs_session = false;   // a token is refused, whoever's it is
  bool uses_up_caller = false;  // the caller is another, or nobody, afterwards
  // What somebody of another brand gets, all of whose ids are foreign then; 0: as one foreign id.
  int stranger = 0;
};

inline const std::set<std::string_view> kEverybody{"everybody"};

const std::vector<Expectation>& matrix();

}  // namespace rapport::testing
