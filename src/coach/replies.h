// Replies that a brand gave before, cut and fingerprinted once, to be looked at by many reviews.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace rapport::coach {

struct GivenReply {
  std::string question;  // what it answered; may be empty
  std::string reply;
};

// Never changes, so any thread may read it. Made of 200 replies in a few milliseconds.
class Replies {
 public:
  explicit Replies(std::vector<GivenReply> given);
  ~Replies();
  Replies(const Replies&) = delete;
  Replies& operator=(const Replies&) = delete;

  std::size_t size() const;
  const GivenReply& operator[](std::size_t index) const;

  struct Ready;  // for the coach alone
  const Ready& ready() const { return *ready_; }

 private:
  std::unique_ptr<const Ready> ready_;
};

}  // namespace rapport::coach
