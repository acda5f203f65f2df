// One connection to a database, with its prepared statements. Used by one thread at a time.
//
// What the engines do differently is behind this interface; all else in src/store/sql is the same
// for each of them.

#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "model/ids.h"
#include "store/sql/query.h"

namespace soci {
class session;
}

namespace rapport {

// Differences of SQL between engines, as pieces of text.
struct Dialect {
  std::string_view name;         // as in "-- for sqlite" of a migration
  std::string_view begin_write;  // begins a transaction that will write
  std::string_view begin_read;   // begins one that sees a single state
  std::string_view numbers;      // a select of the bigints in the JSON array bound as :list
  std::string_view words;        // a select of the texts in the JSON array bound as :list
};

class Connection {
 public:
  Connection();
  virtual ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Query query(std::string_view sql) { return Query(*this, sql); }
  // Runs SQL that has no parameters and gives no rows, without keeping it prepared.
  Result<Done> execute(std::string_view sql);

  // The queries kept prepared: all that were asked so far.
  std::vector<std::string> prepared() const;

  virtual const Dialect& dialect() const = 0;
  virtual soci::session& session() = 0;
  // Is a transaction open? An engine may end one by itself when the disk fails.
  virtual bool in_transaction() = 0;
  // What an exception of the library means. Never repeats its words, which may hold bound values.
  virtual Error explain(const std::exception& exception, std::string_view sql) = 0;

 protected:
  // Must be called before the session goes.
  void forget_statements();

 private:
  friend class Query;
  std::shared_ptr<Statement> borrow(std::string_view sql);
  void forget(const Statement& statement);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, std::shared_ptr<Statement>, Hash, std::equal_to<>> statements_;
};

}  // namespace rapport
