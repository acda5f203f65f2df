// A query as people write it, read into a tree; docs/query-language.md is the language.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "listen/diagnostic.h"
#include "listen/query.h"

namespace rapport {

inline constexpr std::size_t kMostQueryCharacters = 10000;
inline constexpr std::size_t kMostQueryTerms = 1000;
inline constexpr std::size_t kMostQueryDepth = 32;  // of brackets and NOTs within one another
inline constexpr std::size_t kMostTogether = 8;     // parts of one ~n

// Is AND beside OR without brackets a warning or an error?
enum class Mixing { kWarned, kRefused };

struct ParsedQuery {
  std::optional<QueryTree> query;       // none if there is an error
  std::vector<Diagnostic> diagnostics;  // in the order of the text
};

ParsedQuery parse_query(std::string_view text, Mixing mixing = Mixing::kWarned);

}  // namespace rapport
