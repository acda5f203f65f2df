// Learning from corrections, and what posts are about, on a thread of its own: a lesson takes
// seconds, and nobody waits for it.

#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace rapport {

class Readings;

class Lessons {
 public:
  explicit Lessons(Readings& readings) : readings_(readings) {}
  ~Lessons() { stop(); }

  void start();
  void stop();

 private:
  void work();

  Readings& readings_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace rapport
