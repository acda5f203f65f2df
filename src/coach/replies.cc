#include "coach/replies.h"

#include "coach/replies_ready.h"

namespace rapport::coach {

Replies::Replies(std::vector<GivenReply> given) {
  auto ready = std::make_unique<Ready>();
  ready->given = std::move(given);
  ready->questions.resize(ready->given.size());  // a side that is cut must not move
  FingerprintMaker maker;
  for (std::size_t i = 0; i < ready->given.size(); ++i) {
    cut_side(ready->given[i].question, ready->questions[i]);
    ready->replies.push_back(maker.make(ready->given[i].reply));
  }
  ready_ = std::move(ready);
}

Replies::~Replies() = default;

std::size_t Replies::size() const { return ready_->given.size(); }

const GivenReply& Replies::operator[](std::size_t index) const { return ready_->given[index]; }

}  // namespace rapport::coach
