// The two ends of `rapport suggest`: a line in, a line out. docs/knowledge.md tells the fields.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/wire/suggest_exchange.h"

namespace rapport {

// One a thread.
class SuggestLines {
 public:
  // `articles` (which may be null) are for lines that bring none of their own. At most `most`
  // suggestions a line.
  SuggestLines(const SuggestArticles* articles, std::size_t most);
  ~SuggestLines();

  // Appends the answer to one line of JSON {"id", "post": {"text"}, "articles"?: […]} to `out`,
  // with its line break. What is wrong with a line is told as {"line": number, "error": "…"} in its
  // place. `line` must be followed by kLinePadding readable bytes, whatever they are.
  void suggest(std::string_view line, std::size_t number, std::string& out);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rapport
