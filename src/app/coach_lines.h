// The two ends of `rapport coach`: a line in, a line out. docs/coach.md tells the fields.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "text/reading/reader.h"

namespace rapport {

// One a thread.
class CoachLines {
 public:
  explicit CoachLines(std::shared_ptr<const Models> models);
  ~CoachLines();

  // Appends the review of one line of JSON {"id", "draft", "post", ...} to `out`, with its line
  // break. What is wrong with a line is told as {"line": number, "error": "…"} in its place. `line`
  // must be followed by kLinePadding readable bytes, whatever they are.
  void review(std::string_view line, std::size_t number, std::string& out);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rapport
