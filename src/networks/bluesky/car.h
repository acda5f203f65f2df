// A CAR file: the blocks that a commit brings along, each under the hash of its bytes
// (https://ipld.io/specs/transport/car/carv1/).

#pragma once

#include <optional>
#include <string_view>

namespace rapport::bluesky {

struct CarBlock {
  std::string_view cid;  // in binary
  std::string_view data;
};

// Walks the blocks. After a nothing all further answers are nothing.
class CarReader {
 public:
  explicit CarReader(std::string_view bytes);

  // Nothing at the end, or where the file is broken.
  std::optional<CarBlock> next();
  bool broken() const { return broken_; }

 private:
  std::optional<std::string_view> section();

  std::string_view rest_;
  bool broken_ = false;
};

// The bytes of `cid` in the file; nothing if they are not there, or are not what the hash says.
std::optional<std::string_view> block_in(std::string_view car, std::string_view cid);

}  // namespace rapport::bluesky
