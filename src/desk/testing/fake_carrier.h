// A carrier that keeps what it was given, and fails as it is told to.

#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "networks/notice.h"

namespace rapport {

class FakeCarrier final : public NoticeCarrier {
 public:
  struct Brought {
    Recipient to;
    Notice notice;
  };

  Result<Done> send(const Recipient& to, const Notice& notice) override {
    ++tries;
    if (on_send) on_send();
    if (!failures.empty()) {
      Error error = failures.front();
      failures.pop_front();
      return fail(std::move(error));
    }
    brought.push_back({to, notice});
    return Done{};
  }

  Result<Done> check(const Recipient& to) const override {
    if (to.address.find("refused") != std::string::npos) return invalid("Not there.");
    return Done{};
  }

  // The next sends fail with these, one each.
  void fail_with(ErrorKind kind) { failures.push_back({kind, "It did not work.", "test", {}, {}}); }

  std::deque<Error> failures;
  std::vector<Brought> brought;
  int tries = 0;
  std::function<void()> on_send;
};

}  // namespace rapport
