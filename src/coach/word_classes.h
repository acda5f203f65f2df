// Words that do one job in a reply or a post, whichever of them it is: a place to be sent to, what
// makes a fault small, what is for sale. So what is learned of one is learned of all, in every
// language that has them.

#pragma once

#include <string_view>

namespace rapport::coach {

// The class of a word in its normal form; empty if it has none.
std::string_view class_of_word(std::string_view language, std::string_view normal);

}  // namespace rapport::coach
