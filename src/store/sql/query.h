// A query: SQL text with named parameters, run once.
//
//   auto note = db.query("select id, text from note where workspace_id = :workspace and id = :id")
//                   .bind("workspace", workspace).bind("id", id).one<Note>();
//
// Values are copied when bound, so no temporary outlives its binding. A row type says which of its
// members take the columns, in their order, by a function beside it:
//
//   void columns(Columns& to, Note& note) { to(note.id, note.text); }
//
// The text must be the same each time the query is asked: prepared statements are kept by it.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/sql/fields.h"

namespace rapport {

class Connection;
class Statement;

// The members of a row that the columns are read into.
class Columns {
 public:
  template <class... Members>
  void operator()(Members&... members) {
    (add(members), ...);
  }

  struct Column {
    CellKind kind;
    void* member;
    bool (*read)(const Cell&, void*);
  };
  const std::vector<Column>& all() const { return columns_; }

 private:
  template <class Member>
  void add(Member& member) {
    columns_.push_back({cell_kind<Member>(), &member, [](const Cell& cell, void* to) {
                          return read_cell(cell, *static_cast<Member*>(to));
                        }});
  }
  std::vector<Column> columns_;
};

// A row of a single column.
template <class T>
  requires requires { Field<T>::kind; }
void columns(Columns& to, T& value) {
  to(value);
}

class Query {
 public:
  Query(Connection& connection, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  template <class T>
  Query& bind(std::string_view name, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (!value) return put_null(name, cell_kind<T>());
      return bind(name, *value);
    } else {
      put(name, Field<T>::write(value));
      return *this;
    }
  }
  Query& bind(std::string_view name, const char* text) {
    put(name, std::string_view(text));
    return *this;
  }

  // Runs a change; the number of rows it changed.
  Result<std::int64_t> run();

  // At most one row; of several, the first. Ask with a limit.
  template <class Row>
  Result<std::optional<Row>> one() {
    auto rows = all<Row>();
    if (!rows) return fail(std::move(rows.error()));
    std::optional<Row> first;
    if (!rows->empty()) first = std::move(rows->front());
    return first;
  }

  template <class Row>
  Result<std::vector<Row>> all() {
    std::vector<Row> rows;
    Row row{};
    Columns to;
    columns(to, row);
    auto more = first(to);
    while (more && *more) {
      rows.push_back(std::move(row));
      row = Row{};
      more = next(to);
    }
    if (!more) return fail(std::move(more.error()));
    return rows;
  }

  // Shows row after row, in one place, until `look` says false: true if it did not. PostgreSQL
  // sends all rows before the first is shown, so ask with a limit.
  template <class Row, class Look>
  Result<bool> each(const Look& look) {
    Row row{};
    Columns to;
    columns(to, row);
    auto more = first(to);
    while (more && *more) {
      if (!look(std::as_const(row))) {
        leave();
        return false;
      }
      more = next(to);
    }
    if (!more) return fail(std::move(more.error()));
    return true;
  }

 private:
  // Rows that are left unread would keep their statement, and the tables it reads, open.
  void leave();
  void put(std::string_view name, std::int64_t number);
  void put(std::string_view name, std::string_view text);
  void put(std::string_view name, const std::string& text) { put(name, std::string_view(text)); }
  Query& put_null(std::string_view name, CellKind kind);
  Result<bool> first(const Columns& to);
  Result<bool> next(const Columns& to);
  Result<bool> take(bool got, const Columns& to);

  Connection& connection_;
  std::shared_ptr<Statement> statement_;
  std::optional<Error> trouble_;  // of preparing or binding, told when the query is run
};

}  // namespace rapport
