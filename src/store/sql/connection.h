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

class FullText;

// Differences of SQL between engines, as pieces of text.
struct Dialect {
  std::string_view name;     // as in "-- for sqlite" of a migration
  std::string_view numbers;  // a select of the bigints in the JSON array bound as :list
  std::string_view words;    // a select of the texts in the JSON array bound as :list
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
  virtual std::unique_ptr<FullText> make_full_text() = 0;

  // Begins a transaction that will write, once nobody else is in one; waits a few seconds for that,
  // then fails with unavailable. A connection that was lost is made anew.
  virtual Result<Done> begin_write() = 0;
  // Begins one that sees a single state and may not write.
  virtual Result<Done> begin_read() = 0;
  virtual Result<Done> commit() = 0;
  virtual Result<Done> rollback() = 0;

  // Is a transaction open? An engine may end one by itself when the disk fails, and one whose
  // connection is lost is gone.
  virtual bool in_transaction() = 0;
  // Did a statement fail in a way after which the engine takes none until the transaction goes back
  // to a savepoint?
  virtual bool must_go_back() { return false; }
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
