#include "app/serving.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "app/commands/commands.h"
#include "base/log.h"

namespace rapport {
namespace {

constexpr std::chrono::seconds kStopTime{8};

// Ends the process if its owner has not called `done` in time.
class LastResort {
 public:
  LastResort() : thread_([this] { watch(); }) {}
  ~LastResort() {
    {
      std::lock_guard lock(mutex_);
      done_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }

 private:
  void watch() {
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, kStopTime, [this] { return done_; })) return;
    log_warn("app", "something did not stop in time; ending all the same");
    std::_Exit(kOk);
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace

int serve_until_stopped(House& house, const StopSignal& signal,
                        const std::function<void(House&)>& ready) {
  if (const auto started = house.start(); !started) {
    house.stop();
    return complain(started.error());
  }
  ready(house);
  signal.wait();
  log_info("app", "stopping");
  LastResort last_resort;
  house.stop();
  return kOk;
}

}  // namespace rapport
