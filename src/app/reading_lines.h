// The two ends of `rapport read`: a line in, a line out. docs/reading.md tells the fields.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "text/reading/reader.h"

namespace rapport {

// One a thread.
class ReadingLines {
 public:
  explicit ReadingLines(std::shared_ptr<const Models> models);
  ~ReadingLines();

  // Appends the reading of one line of JSON {"id", "text", "html"?, "lang"?} to `out`, with its
  // line break. What is wrong with a line is told as {"line": number, "error": "…"} in its place.
  // `line` must be followed by kLinePadding readable bytes, whatever they are.
  void read(std::string_view line, std::size_t number, std::string& out);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rapport
