// An exact fake of a network in memory: records by key, and faults on request. It keeps every
// record that reached it, so a test can count what stands there.

#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "networks/connector.h"

namespace rapport {

enum class Fault {
  kNone,
  kNotSent,      // refused before anything reached the network
  kLostAnswer,   // it happened, and nobody heard so
  kLostRequest,  // it did not happen, and nobody can tell
  kRejected,
  kTooMany,
  kUnauthorized,
};

class FakeNetwork final : public Connector {
 public:
  // What the next calls of send (and look_up) meet, one each; then all is well.
  void meet(Fault fault) {
    std::lock_guard lock(mutex_);
    send_faults_.push_back(fault);
  }
  void meet_at_look_up(Fault fault) {
    std::lock_guard lock(mutex_);
    look_up_faults_.push_back(fault);
  }
  // Times a record was written, by key: 1 is right.
  std::map<std::string, int> written() const {
    std::lock_guard lock(mutex_);
    return written_;
  }
  int look_ups() const {
    std::lock_guard lock(mutex_);
    return look_ups_;
  }
  std::vector<Outgoing> sent() const {
    std::lock_guard lock(mutex_);
    return sent_;
  }
  // What the next read of each source brings.
  std::map<std::string, std::deque<Result<Heard>>> hears;
  std::map<std::string, Thread> threads;
  // Who somebody is now; those who are not told of are as plain as can be.
  std::map<std::string, NetworkAccount> profiles;

  // What pages say of themselves, and how often they were asked.
  std::map<std::string, OutgoingCard> pages;
  int pages_asked = 0;
  OutgoingCard card(const std::string& url) override {
    std::lock_guard lock(mutex_);
    ++pages_asked;
    const auto found = pages.find(url);
    return found == pages.end() ? OutgoingCard{url, {}, {}, {}} : found->second;
  }

  std::vector<std::string> sources() const override { return {"notifications", "own_posts"}; }
  Limits limits() const override { return {}; }

  Result<Heard> hear(std::string_view source, std::string_view cursor, Time) override {
    std::lock_guard lock(mutex_);
    auto& waiting = hears[std::string(source)];
    if (waiting.empty()) {
      Heard nothing;
      nothing.cursor = cursor;
      return nothing;
    }
    auto next = std::move(waiting.front());
    waiting.pop_front();
    return next;
  }

  Result<Thread> thread(std::string_view native_id, const std::vector<std::string>&) override {
    std::lock_guard lock(mutex_);
    const auto found = threads.find(std::string(native_id));
    if (found == threads.end()) return not_found("The thread is gone.");
    return found->second;
  }

  Result<NetworkAccount> profile(std::string_view native_id) override {
    std::lock_guard lock(mutex_);
    const auto told = profiles.find(std::string(native_id));
    if (told != profiles.end()) return told->second;
    NetworkAccount account;
    account.native_id = native_id;
    account.handle = std::string(native_id) + ".example";
    account.bio = "a bio";
    account.whole_profile = true;
    return account;
  }

  Result<Sent> send(const Outgoing& act) override {
    std::lock_guard lock(mutex_);
    const Fault fault = next(send_faults_);
    switch (fault) {
      case Fault::kNotSent:
        return unavailable("The network cannot be reached.");
      case Fault::kLostRequest:
        return fail(ErrorKind::kUnknown, "The connection broke.");
      case Fault::kRejected:
        return invalid("The network did not accept this.");
      case Fault::kTooMany: {
        Error error{ErrorKind::kTooMany, "Too many.", {}, {}, 60};
        return fail(std::move(error));
      }
      case Fault::kUnauthorized:
        return fail(ErrorKind::kUnauthorized, "Sign in again.");
      case Fault::kNone:
      case Fault::kLostAnswer:
        break;
    }
    sent_.push_back(act);
    records_[act.record_key] = act;
    ++written_[act.record_key];
    if (fault == Fault::kLostAnswer) return fail(ErrorKind::kUnknown, "The connection broke.");
    return Sent{"at://us/" + act.record_key, "rev-" + act.record_key, {}};
  }

  Result<std::optional<Sent>> look_up(const Outgoing& act) override {
    std::lock_guard lock(mutex_);
    ++look_ups_;
    if (next(look_up_faults_) != Fault::kNone) {
      return unavailable("The network cannot be reached.");
    }
    if (!records_.contains(act.record_key)) return std::optional<Sent>{};
    return std::optional<Sent>{Sent{"at://us/" + act.record_key, "rev-" + act.record_key, {}}};
  }

 private:
  static Fault next(std::deque<Fault>& faults) {
    if (faults.empty()) return Fault::kNone;
    const Fault fault = faults.front();
    faults.pop_front();
    return fault;
  }

  mutable std::mutex mutex_;
  std::deque<Fault> send_faults_;
  std::deque<Fault> look_up_faults_;
  std::map<std::string, Outgoing> records_;
  std::map<std::string, int> written_;
  std::vector<Outgoing> sent_;
  int look_ups_ = 0;
};

}  // namespace rapport
