// The connections for reading, lent out one at a time.

#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.h"
#include "store/sql/unit.h"

namespace rapport {

class Readers {
 public:
  explicit Readers(std::vector<std::unique_ptr<SqlUnit>> units);

  // Runs work in a transaction that sees a single state; waits for a connection if need be.
  Result<Done> run(const Store::Work& work);

 private:
  SqlUnit* borrow();
  void give_back(SqlUnit* unit);

  std::vector<std::unique_ptr<SqlUnit>> units_;
  std::mutex mutex_;
  std::condition_variable free_;
  std::vector<SqlUnit*> idle_;
};

}  // namespace rapport
