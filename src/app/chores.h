// What has to be done from time to time, whoever asks or not.

#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/clock.h"

namespace rapport {

class Alerts;
class Coaching;
class Inbox;
class Monitors;
class ReadingBacklog;
class Store;
class Tagging;

class Chores {
 public:
  Chores(Store& store, Inbox& inbox, Tagging& tagging, ReadingBacklog& backlog, Monitors& monitors,
         Alerts& alerts, Coaching& coaching, const Clock& clock)
      : store_(store),
        inbox_(inbox),
        tagging_(tagging),
        backlog_(backlog),
        monitors_(monitors),
        alerts_(alerts),
        coaching_(coaching),
        clock_(clock) {}
  ~Chores() { stop(); }

  void start();
  void stop();

 private:
  void work();
  void tidy();
  void read_earlier();
  void match_earlier();
  bool stopping();

  Store& store_;
  Inbox& inbox_;
  Tagging& tagging_;
  ReadingBacklog& backlog_;
  Monitors& monitors_;
  Alerts& alerts_;
  Coaching& coaching_;
  const Clock& clock_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace rapport
