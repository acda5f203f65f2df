// Learning from corrections, what posts are about, and what no article answers, on a thread of its
// own: a lesson takes seconds, and nobody waits for it.

#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace rapport {

class GapLessons;
class Readings;

class Lessons {
 public:
  Lessons(Readings& readings, GapLessons& gaps) : readings_(readings), gaps_(gaps) {}
  ~Lessons() { stop(); }

  void start();
  void stop();

 private:
  void work();

  Readings& readings_;
  GapLessons& gaps_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace rapport
