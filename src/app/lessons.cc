#include "app/lessons.h"

#include <chrono>
#include <exception>
#include <string>

#include "base/log.h"
#include "desk/knowledge/gaps/gap_lessons.h"
#include "desk/reading/readings.h"

namespace rapport {
namespace {

constexpr std::chrono::seconds kRound{5};

}  // namespace

void Lessons::start() {
  thread_ = std::thread([this] { work(); });
}

void Lessons::stop() {
  {
    std::lock_guard lock(mutex_);
    stop_.request_stop();
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Lessons::work() {
  const std::stop_token stopping = stop_.get_token();
  for (;;) {
    try {
      if (const auto learned = readings_.learn_due(); !learned) {
        log_warn("lessons",
                 "nothing was learned: " + learned.error().message + " " + learned.error().cause);
      }
      if (const auto learned = readings_.learn_topics_due(); !learned) {
        log_warn("lessons", "no topics were learned: " + learned.error().message + " " +
                                learned.error().cause);
      }
      if (const auto learned = gaps_.learn_due(stopping); !learned) {
        log_warn("lessons",
                 "no gaps were learned: " + learned.error().message + " " + learned.error().cause);
      }
    } catch (const std::exception& error) {
      log_error("lessons", std::string("threw: ") + error.what());
    }
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, kRound, [&] { return stopping.stop_requested(); })) return;
  }
}

}  // namespace rapport
