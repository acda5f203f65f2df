// Coaches for whoever asks: each serves one thread at a time and keeps its memory.

#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "coach/coach.h"

namespace rapport {

class Coaches {
 public:
  // `models` may be null: then there are none.
  explicit Coaches(std::shared_ptr<const Models> models) : models_(std::move(models)) {}

  bool any() const { return models_ != nullptr; }

  // Only if there are any.
  void review(const coach::Exchange& exchange, coach::Review& out) {
    std::unique_ptr<coach::Coach> coach;
    {
      std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        coach = std::move(idle_.back());
        idle_.pop_back();
      }
    }
    if (!coach) coach = std::make_unique<coach::Coach>(models_);
    coach->review(exchange, out);
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(coach));
  }

 private:
  const std::shared_ptr<const Models> models_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<coach::Coach>> idle_;
};

}  // namespace rapport
