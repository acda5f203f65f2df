// Learning from corrections, what posts are about, and what no article answers, on a thread of its
// own: a lesson takes seconds, and nobody waits for it.

#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rapport {

class GapLessons;
class Readings;

class Lessons {
 public:
  Lessons(Readings& readings, GapLessons& gaps) : readings_(readings), gaps_(gaps) {}
  ~Lessons() { stop(); }

  void start();
  // Cuts a lesson about gaps short and waits for any other. For good.
  void stop();

 private:
  void work();

  Readings& readings_;
  GapLessons& gaps_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::stop_source stop_;
  std::thread thread_;
};

}  // namespace rapport
