// What a database of a test holds, seen from outside the program.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "model/ids.h"
#include "store/testing/temp_store.h"

namespace rapport::testing {

// Remembers all rows of a database and says later whether they are still the same. What was written
// between is asked of the database itself; only if it names something are all rows read, as they
// were (a transaction of its own still sees them) and as they are.
class Rows {
 public:
  explicit Rows(const TempStore& store);
  ~Rows();

  void remember();
  // Whether a workspace's rows in every table (none given: all rows) are as they were remembered.
  bool unchanged(std::optional<WorkspaceId> workspace);

  class Reader;

 private:
  std::unique_ptr<Reader> then_, now_;
  std::string version_;
};

}  // namespace rapport::testing
