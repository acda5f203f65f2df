// The deliverer carries acts to their network: each at least tried, none twice.
//
// An attempt is written down before anything is sent, and its outcome after. What may have got
// through is looked up on the network before it is tried again; so is what a dead process left
// half done. The record key and time of an act are stored with it, before anything is sent, so that
// even a repeat leaves one record.

#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/channels/connectors.h"
#include "model/act.h"

namespace rapport {

class Store;
class Unit;

struct DelivererSettings {
  std::chrono::milliseconds idle{250};  // how often due acts are looked for
  std::chrono::seconds first_pause{2};  // after a failed attempt, doubling
  std::chrono::seconds longest_pause{300};
  // Called when the network has answered and before the outcome is stored. For tests that kill the
  // process right there.
  std::function<void(const Act&)> answered;
};

class Deliverer {
 public:
  Deliverer(Store& store, Connectors& connectors, IdMaker& ids, const Clock& clock,
            DelivererSettings settings)
      : store_(store),
        connectors_(connectors),
        ids_(ids),
        clock_(clock),
        settings_(std::move(settings)) {}
  ~Deliverer() { stop(); }

  // Takes up what an earlier process left on its way, then works until stopped.
  Result<Done> start(int threads);
  void stop();

  // Makes acts left in `sending` unknown, so that they are looked up. Before any delivery.
  Result<Done> recover();
  // Delivers one due act; false if there was none.
  Result<bool> deliver_one();

 private:
  struct Attempt {
    Act act;
    Delivery delivery;
    Outgoing outgoing;
    Channel channel;
    bool look_up_first = false;
  };

  Result<std::optional<Attempt>> claim();
  Result<Attempt> prepare(Unit& unit, Act act);
  // Asks the page of the act's link what to show, unless that is known; an error means that nothing
  // was sent.
  Result<Done> read_card(Attempt& attempt);
  static Result<OutgoingCard> kept_card(Unit& unit, const Act& act);
  Result<Sent> carry_out(const Attempt& attempt);
  Result<Done> settle(const Attempt& attempt, const Result<Sent>& sent);
  Result<Done> accept(Unit& unit, Attempt& attempt, const Sent& sent);
  void put_off(Attempt& attempt, const Error& error);
  Result<Done> save_words(Unit& unit, Attempt& attempt, const Sent& sent);
  Result<Done> save_tie(Unit& unit, Attempt& attempt, const Sent& sent);
  void work();

  Store& store_;
  Connectors& connectors_;
  IdMaker& ids_;
  const Clock& clock_;
  DelivererSettings settings_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<std::thread> threads_;
  bool stopping_ = false;
  std::mutex claim_mutex_;
};

}  // namespace rapport
