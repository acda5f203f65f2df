// Sessions and members as JSON.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "desk/team/team.h"

namespace rapport {

struct SessionView {
  bool needs_setup = false;
  std::optional<Caller> caller;  // who is signed in
  bool demo = false;
  bool assistant = false;                    // it may be asked for drafts
  std::vector<Preference> preferences = {};  // of theirs
};

std::string session_json(const SessionView& view);
std::string members_json(const std::vector<Member>& members, MemberId me);
std::string health_json();

struct SignInBody {
  std::string email;
  std::string password;
};
Result<SignInBody> read_sign_in(std::string_view body);

struct SetupBody {
  std::string code;
  SetupRequest request;
};
Result<SetupBody> read_setup(std::string_view body);

// What is not named stays as it is.
Result<std::vector<std::pair<PreferenceKind, std::string>>> read_preferences(std::string_view body);

// For verbs that take nothing: any field is one too many.
Result<Done> read_nothing(std::string_view body);

}  // namespace rapport
