// What every store must keep to, whatever engine is below it. The parts stand beside this, one for
// each noun; contract_test.cc names the stores they are run against.

#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <type_traits>

#include "store/store.h"
#include "store/testing/same.h"
#include "store/testing/samples.h"

namespace rapport {

// A store in a place of its own.
class Opened {
 public:
  virtual ~Opened() = default;
  virtual Store& store() = 0;
  virtual void reopen() = 0;
  // Somewhere a backup can be written to, and how one is opened.
  virtual std::string backup_path() = 0;
  virtual std::unique_ptr<Store> open_backup() = 0;
};

struct StoreMaker {
  std::string name;
  std::function<std::unique_ptr<Opened>()> make;

  friend std::ostream& operator<<(std::ostream& out, const StoreMaker& maker) {
    return out << maker.name;
  }
};

class StoreContract : public testing::TestWithParam<StoreMaker> {
 protected:
  StoreContract() : opened_(GetParam().make()) {}

  Store& store() { return opened_->store(); }
  Opened& opened() { return *opened_; }

  // Runs work that must go well and gives its value.
  template <class Work>
  auto write(Work work) {
    return value_of(store().write(std::move(work)));
  }
  template <class Work>
  auto read(Work work) {
    return value_of(store().read(std::move(work)));
  }

  // Runs work that must fail and gives the kind of its error.
  template <class Work>
  ErrorKind write_fails(Work work) {
    return kind_of(store().write(std::move(work)));
  }
  template <class Work>
  ErrorKind read_fails(Work work) {
    return kind_of(store().read(std::move(work)));
  }

  const WorkspaceId here = sample::workspace(1).id;
  const WorkspaceId elsewhere = sample::workspace(2).id;

 private:
  template <class T>
  static T value_of(Result<T> result) {
    if (!result) {
      ADD_FAILURE() << result.error().message << " [" << result.error().cause << "]";
      return T{};
    }
    return std::move(*result);
  }
  template <class T>
  static ErrorKind kind_of(const Result<T>& result) {
    if (result) {
      ADD_FAILURE() << "went well, but should not";
      return ErrorKind::kInternal;
    }
    EXPECT_FALSE(result.error().message.empty());
    return result.error().kind;
  }

  std::unique_ptr<Opened> opened_;
};

}  // namespace rapport
