// Words that mean the same thing to somebody who asks: "fee" and "cost", "gratis" and "free".

#pragma once

#include <cstdint>
#include <string_view>

namespace rapport::coach {

// Which of some sixty everyday things a word in its normal form is about; 0: none of them.
std::uint8_t concept_of(std::string_view normal);

}  // namespace rapport::coach
