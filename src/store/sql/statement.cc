#include "store/sql/statement.h"

namespace rapport {

Statement::Statement(soci::session& session, std::string sql)
    : sql_(std::move(sql)), statement_(session) {
  statement_.alloc();
  statement_.prepare(sql_);
}

Statement::Place* Statement::parameter(std::string_view name, CellKind kind) {
  for (std::size_t step = 0; step < parameters_.size(); ++step) {
    const std::size_t at = (hint_ + step) % parameters_.size();
    Place& place = parameters_[at];
    if (place.name != name) continue;
    hint_ = at + 1;
    return place.kind == kind ? &place : nullptr;
  }
  if (bound_) return nullptr;
  Place& place = parameters_.emplace_back();
  place.name = name;
  place.kind = kind;
  return &place;
}

bool Statement::take_filled() {
  bool all = true;
  for (Place& place : parameters_) {
    all = all && place.filled;
    place.filled = false;
  }
  return all;
}

void Statement::begin_columns(const std::vector<CellKind>& kinds) {
  if (bound_) return;
  for (const CellKind kind : kinds) columns_.emplace_back().kind = kind;
}

void Statement::bind() {
  if (bound_) return;
  for (Place& place : columns_) {
    if (place.kind == CellKind::kNumber) {
      statement_.exchange(soci::into(place.number, place.indicator));
    } else {
      statement_.exchange(soci::into(place.text, place.indicator));
    }
  }
  for (Place& place : parameters_) {
    if (place.kind == CellKind::kNumber) {
      statement_.exchange(soci::use(place.number, place.indicator, place.name));
    } else {
      statement_.exchange(soci::use(place.text, place.indicator, place.name));
    }
  }
  statement_.define_and_bind();
  bound_ = true;
}

long long Statement::run() {
  bind();
  statement_.execute(true);
  return statement_.get_affected_rows();
}

bool Statement::first() {
  bind();
  return statement_.execute(true);
}

bool Statement::next() { return statement_.fetch(); }

Cell Statement::cell(std::size_t column) const {
  const Place& place = columns_[column];
  return {place.indicator == soci::i_null, place.number, place.text};
}

}  // namespace rapport
