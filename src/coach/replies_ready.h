// What is kept of earlier replies between reviews.

#pragma once

#include <vector>

#include "coach/replies.h"
#include "coach/side.h"
#include "text/near_duplicates/near_duplicates.h"

namespace rapport::coach {

struct Replies::Ready {
  std::vector<GivenReply> given;
  std::vector<Side> questions;  // views into `given`
  std::vector<Fingerprint> replies;
};

}  // namespace rapport::coach
