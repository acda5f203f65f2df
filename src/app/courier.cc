#include "app/courier.h"

#include <chrono>
#include <exception>
#include <string>

#include "base/log.h"
#include "desk/listening/alerts.h"

namespace rapport {
namespace {

constexpr std::chrono::seconds kRound{2};

}  // namespace

void Courier::start() {
  thread_ = std::thread([this] { work(); });
}

void Courier::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool Courier::stopping() {
  std::lock_guard lock(mutex_);
  return stopping_;
}

void Courier::work() {
  for (;;) {
    try {
      if (const auto tried = alerts_.deliver_due([this] { return !stopping(); }); !tried) {
        log_warn("courier", "alerts wait: " + tried.error().message + " " + tried.error().cause);
      }
    } catch (const std::exception& error) {
      log_error("courier", std::string("threw: ") + error.what());
    }
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, kRound, [this] { return stopping_; })) return;
  }
}

}  // namespace rapport
