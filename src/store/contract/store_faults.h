// What every store must keep to when what it stands on fails. faults_test.cc has the rules;
// contract_test.cc names the stores, each with ways to harm what is below it.

#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "store/store.h"

namespace rapport {

// A store that can be harmed. Everything below is called from one thread at a time.
class Faulty {
 public:
  virtual ~Faulty() = default;
  virtual Store& store() = 0;
  virtual void reopen() = 0;

  // Another process begins to write, and does not end before the answer is gone.
  virtual std::shared_ptr<void> hold_writing() = 0;
  // Nothing more can be written, because the disk is full; until mend().
  virtual void fill_disk() = 0;
  // What carries the transaction that is being written breaks: its connection, or the disk until
  // mend(). Called from within the work.
  virtual void break_off() = 0;
  virtual void mend() = 0;
};

struct FaultyMaker {
  std::string name;
  std::function<std::unique_ptr<Faulty>()> make;

  friend std::ostream& operator<<(std::ostream& out, const FaultyMaker& maker) {
    return out << maker.name;
  }
};

class StoreFaults : public testing::TestWithParam<FaultyMaker> {
 protected:
  StoreFaults() : faulty_(GetParam().make()) {}

  Store& store() { return faulty_->store(); }
  Faulty& faulty() { return *faulty_; }

 private:
  std::unique_ptr<Faulty> faulty_;
};

}  // namespace rapport
