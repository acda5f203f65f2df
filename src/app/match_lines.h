// The inside of `rapport match`: monitors out of a file, posts in, matches out.
// docs/query-language.md tells the fields.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "listen/matcher.h"
#include "text/reading/reader.h"

namespace rapport {

// Monitors as a file of JSON lines {"id", "query"} has them.
class MatchMonitors {
 public:
  // Takes one line in, which kLinePadding readable bytes must follow. What is wrong with it is
  // returned; then it is left out.
  std::string add(std::string_view line);

  const Matcher& matcher() const { return matcher_; }
  Matcher& matcher() { return matcher_; }
  // As JSON.
  const std::string& id(std::uint64_t key) const { return ids_[key]; }
  std::size_t size() const { return ids_.size(); }

 private:
  Matcher matcher_;
  std::vector<std::string> ids_;
};

// One a thread.
class MatchLines {
 public:
  // With models it reads what a monitor asks of a post and its line doesn't say. `monitors` must
  // live as long.
  MatchLines(const MatchMonitors& monitors, std::shared_ptr<const Models> models);
  ~MatchLines();

  // Appends a line {"id", "monitor", "spans"} for each monitor that finds the post of `line`, which
  // kLinePadding readable bytes must follow. Returns what is wrong with it, or nothing.
  std::string match(std::string_view line, std::string& out);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rapport
