// A prepared statement with the places its values are bound from and its columns are read into.
// Includes SOCI, so only query.cc and connection.cc include it.

#pragma once

#include <soci/soci.h>
#include <deque>
#include <string>

#include "store/sql/fields.h"

namespace rapport {

class Statement {
 public:
  Statement(soci::session& session, std::string sql);

  const std::string& sql() const { return sql_; }
  bool busy() const { return busy_; }
  void set_busy(bool busy) { busy_ = busy; }

  // A place for the parameter of this name. The places are bound once and filled for each run; null
  // if the statement was run before and had no such parameter, or one of another kind.
  struct Place {
    std::string name;
    CellKind kind = CellKind::kNumber;
    long long number = 0;
    std::string text;
    soci::indicator indicator = soci::i_ok;
    bool filled = false;
  };
  Place* parameter(std::string_view name, CellKind kind);

  // Is every parameter filled? Leaves them unfilled for the next run.
  bool take_filled();

  void begin_columns(const std::vector<CellKind>& kinds);
  long long run();
  bool first();
  bool next();
  Cell cell(std::size_t column) const;

 private:
  void bind();

  std::string sql_;
  soci::statement statement_;
  std::deque<Place> parameters_;  // a deque, because SOCI keeps their addresses
  std::deque<Place> columns_;
  std::size_t hint_ = 0;  // parameters are bound in the same order each time
  bool bound_ = false;
  bool busy_ = false;
};

}  // namespace rapport
