// A Unix filter over lines: from standard input to standard output, in their order, on one thread
// or several.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace rapport {

// Longest line that is taken.
inline constexpr std::size_t kMostLineBytes = 1U << 20U;
// Bytes that may be read behind each line, whatever they are.
inline constexpr std::size_t kLinePadding = 64;

struct FilterOutput {
  std::string out;
  std::string err;
};

// Appends what becomes of line `number` (from 1, without its line break). `thread` is below the
// count of threads, and no two calls with the same run at once.
using LineWork =
    std::function<void(unsigned thread, std::string_view line, std::size_t number, FilterOutput&)>;

// What is there is worked on at once, so that the filter can stand behind a live stream. Ends with
// the input or when nobody takes the output; false if the input cannot be read. Of a longer line
// only enough is kept to see that it is too long.
bool filter_lines(unsigned threads, const LineWork& work);

}  // namespace rapport
