#include "store/sql/connection.h"

#include "store/sql/statement.h"

namespace rapport {

Connection::Connection() = default;
Connection::~Connection() = default;

Result<Done> Connection::execute(std::string_view sql) {
  try {
    session() << std::string(sql);
    return Done{};
  } catch (const std::exception& exception) {
    return fail(explain(exception, sql));
  }
}

std::vector<std::string> Connection::prepared() const {
  std::vector<std::string> all;
  for (const auto& [sql, statement] : statements_) all.push_back(sql);
  return all;
}

std::shared_ptr<Statement> Connection::borrow(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) {
    if (!found->second->busy()) {
      found->second->set_busy(true);
      return found->second;
    }
    // The same query inside itself: the inner one is prepared for this once.
    return std::make_shared<Statement>(session(), std::string(sql));
  }
  auto statement = std::make_shared<Statement>(session(), std::string(sql));
  statement->set_busy(true);
  statements_.emplace(sql, statement);
  return statement;
}

void Connection::forget(const Statement& statement) {
  const auto found = statements_.find(statement.sql());
  if (found != statements_.end() && found->second.get() == &statement) statements_.erase(found);
}

void Connection::forget_statements() { statements_.clear(); }

}  // namespace rapport
