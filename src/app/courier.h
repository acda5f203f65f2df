// Brings alerts to receivers outside, on a thread of its own: a mail server may take half a minute,
// and nobody waits for it.

#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace rapport {

class Alerts;

class Courier {
 public:
  explicit Courier(Alerts& alerts) : alerts_(alerts) {}
  ~Courier() { stop(); }

  void start();
  // What is on its way is brought first.
  void stop();

 private:
  void work();
  bool stopping();

  Alerts& alerts_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace rapport
