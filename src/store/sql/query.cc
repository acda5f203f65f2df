#include "store/sql/query.h"

#include "base/utf8.h"
#include "store/sql/connection.h"
#include "store/sql/statement.h"

namespace rapport {
namespace {

Error our_mistake(std::string_view what, std::string_view sql) {
  return {ErrorKind::kInternal,
          "Something went wrong on our side.",
          std::string(what) + ": " + std::string(sql),
          {},
          {}};
}

}  // namespace

Query::Query(Connection& connection, std::string_view sql) : connection_(connection) {
  try {
    statement_ = connection_.borrow(sql);
  } catch (const std::exception& exception) {
    trouble_ = connection_.explain(exception, sql);
  }
}

Query::~Query() {
  if (statement_) statement_->set_busy(false);
}

void Query::put(std::string_view name, std::int64_t number) {
  if (trouble_) return;
  Statement::Place* const place = statement_->parameter(name, CellKind::kNumber);
  if (place == nullptr) {
    trouble_ = our_mistake("no such number to bind, " + std::string(name), statement_->sql());
    return;
  }
  place->number = number;
  place->indicator = soci::i_ok;
  place->filled = true;
}

void Query::put(std::string_view name, std::string_view text) {
  if (trouble_) return;
  Statement::Place* const place = statement_->parameter(name, CellKind::kText);
  if (place == nullptr) {
    trouble_ = our_mistake("no such text to bind, " + std::string(name), statement_->sql());
    return;
  }
  // Every text passes here, so none that an engine would cut or refuse is ever stored.
  if (is_utf8(text)) {
    place->text = text;
  } else {
    place->text = clean_utf8(text);
  }
  place->indicator = soci::i_ok;
  place->filled = true;
}

Query& Query::put_null(std::string_view name, CellKind kind) {
  if (trouble_) return *this;
  Statement::Place* const place = statement_->parameter(name, kind);
  if (place == nullptr) {
    trouble_ = our_mistake("nothing to bind, " + std::string(name), statement_->sql());
    return *this;
  }
  place->indicator = soci::i_null;
  place->filled = true;
  return *this;
}

Result<std::int64_t> Query::run() {
  if (trouble_) return fail(*trouble_);
  if (!statement_->take_filled()) {
    return fail(our_mistake("a parameter was left out", statement_->sql()));
  }
  try {
    return statement_->run();
  } catch (const std::exception& exception) {
    Error error = connection_.explain(exception, statement_->sql());
    connection_.forget(*statement_);
    return fail(std::move(error));
  }
}

Result<bool> Query::first(const Columns& to) {
  if (trouble_) return fail(*trouble_);
  if (!statement_->take_filled()) {
    return fail(our_mistake("a parameter was left out", statement_->sql()));
  }
  try {
    std::vector<CellKind> kinds;
    kinds.reserve(to.all().size());
    for (const Columns::Column& column : to.all()) kinds.push_back(column.kind);
    statement_->begin_columns(kinds);
    return take(statement_->first(), to);
  } catch (const std::exception& exception) {
    Error error = connection_.explain(exception, statement_->sql());
    connection_.forget(*statement_);
    return fail(std::move(error));
  }
}

Result<bool> Query::next(const Columns& to) {
  try {
    return take(statement_->next(), to);
  } catch (const std::exception& exception) {
    Error error = connection_.explain(exception, statement_->sql());
    connection_.forget(*statement_);
    return fail(std::move(error));
  }
}

void Query::leave() {
  connection_.forget(*statement_);
  statement_.reset();
}

Result<bool> Query::take(bool got, const Columns& to) {
  if (!got) return false;
  for (std::size_t at = 0; at < to.all().size(); ++at) {
    const Columns::Column& column = to.all()[at];
    if (column.read(statement_->cell(at), column.member)) continue;
    // The statement is in the middle of its rows; without it nothing keeps them open.
    Error error =
        our_mistake("column " + std::to_string(at) + " holds what nobody wrote", statement_->sql());
    leave();
    return fail(std::move(error));
  }
  return true;
}

}  // namespace rapport
