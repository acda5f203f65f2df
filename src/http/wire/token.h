// Personal access tokens as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/team/team.h"

namespace rapport {

std::string tokens_json(const std::vector<Token>& tokens);
// With its secret, which is shown this once.
std::string new_token_json(const NewToken& token);

// The name.
Result<std::string> read_token(std::string_view body);

}  // namespace rapport
