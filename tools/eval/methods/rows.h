// Labelled rows: `label<TAB>text`, one a line, from the shared data folder.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rapport::methods {

struct Row {
  std::string label;
  std::string text;   // the last column, with HTML entities and \uXXXX escapes undone
  std::string extra;  // what stands between label and text, if anything (a domain)
};

// Where the shared data lies: $RAPPORT_DATA, or ../shared/data beside the checkout. Empty when it
// is not there; the programs then say so and stop.
std::string data_folder();

// All rows of `path` below the data folder. Ends the program with a message if it can't be read.
std::vector<Row> load_rows(const std::string& path);

// The last column of each line as a row without a label.
std::vector<Row> load_texts(const std::string& path);

struct Split {
  std::vector<Row> train;
  std::vector<Row> dev;  // empty where the set has none
  std::vector<Row> test;
};

Split load_split(const std::string& folder);

// What is left of a text without case, names, links and all but letters and digits: two copies of
// one post have the same.
std::uint64_t fingerprint(std::string_view text);

// The fingerprints of every test split in the data folder, so that what is trained on besides a
// set's own train split can leave them out.
const std::unordered_set<std::uint64_t>& test_fingerprints();

// The same with the dev splits, which judge what is chosen.
const std::unordered_set<std::uint64_t>& held_out_fingerprints();

// Rows whose text is in none of `held_out`. Says on stderr how many it left out.
std::vector<Row> without(std::vector<Row> rows, const std::unordered_set<std::uint64_t>& held_out,
                         std::string_view name);

// Labels as numbers 0, 1, … in the order of first sight or as given.
class Labels {
 public:
  Labels() = default;
  explicit Labels(std::vector<std::string> names) : names_(std::move(names)) {}

  static Labels of(const std::vector<Row>& rows);  // sorted by name

  int index(std::string_view name) const;  // -1 if unknown
  int size() const { return static_cast<int>(names_.size()); }
  const std::string& name(int index) const { return names_[static_cast<std::size_t>(index)]; }

  std::vector<int> gold(const std::vector<Row>& rows) const;

 private:
  std::vector<std::string> names_;
};

std::vector<std::string> texts_of(const std::vector<Row>& rows);

// Which of `folds` folds each of `size` rows is in: equal shares, mixed by `seed`.
std::vector<int> make_folds(std::size_t size, int folds, std::uint64_t seed);

template <class T>
std::vector<T> joined(std::vector<T> a, const std::vector<T>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace rapport::methods
