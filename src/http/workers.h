// A pool of threads with a queue of bounded length.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rapport {

class Workers {
 public:
  using Job = std::function<void()>;  // must not throw

  Workers(int threads, std::size_t queue_limit);
  ~Workers();  // stops

  // False if the queue is full or the pool has stopped; the job will not run then.
  bool post(Job job);
  // Runs what is queued, then ends the threads.
  void stop();

 private:
  void work();

  const std::size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace rapport
