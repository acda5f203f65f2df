// find_cases.txt, read: which query finds which post, and where.

#pragma once

#include <string>
#include <vector>

#include "listen/evaluate.h"
#include "listen/testing/kept_post.h"

namespace rapport {

struct FindCase {
  std::string where;  // file, line and what it says
  std::string query;
  bool found = false;
  KeptPost kept;
  FoundSpans spans;
};

// Throws std::runtime_error at what cannot be read.
std::vector<FindCase> find_cases();

// The text with [[marks]] at the spans.
std::string marked(std::string_view text, const std::vector<Span>& spans);

}  // namespace rapport
