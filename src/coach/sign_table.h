// What signs weigh, by their names: tables of models/ that the binary carries.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "coach/manner.h"

namespace rapport::coach {

// Lines of "sign<TAB>-86<TAB>14 …", a weight in hundredths for each thing that is weighed; "# "
// begins a remark, and a sign called "sure from" tells from which sum a thing is sure enough.
template <std::size_t Columns>
struct SignTable {
  using Weights = std::array<std::int16_t, Columns>;
  struct Row {
    std::string_view name;
    Weights weights{};
  };

  // The text must outlive it. A line that is none is left out, and counted.
  explicit SignTable(std::string_view text);

  std::vector<Row> rows;
  Weights sure_from{};
  std::size_t wrong_lines = 0;
};

extern template struct SignTable<1>;
extern template struct SignTable<kManners>;

// models/manner.tsv: a column a manner (manner.h). Of what only counts where somebody is upset, it
// is sure from a chance of both.
const SignTable<kManners>& manner_table();
// models/answers.tsv: that a question gets no answer (rules/answer_signs.h).
const SignTable<1>& answer_table();

}  // namespace rapport::coach
