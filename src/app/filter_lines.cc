#include "app/filter_lines.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <thread>
#include <vector>

namespace rapport {
namespace {

constexpr std::size_t kBlock = 4U << 20U;

// Lines of one block, shared out among the threads and written in their order.
class Filter {
 public:
  Filter(unsigned threads, const LineWork& work) : work_(work), outputs_(threads) {}

  // Whole lines, each with its line break; padding follows. False if nobody takes the answers.
  bool pass(std::string_view block) {
    lines_.clear();
    for (std::size_t begin = 0; begin < block.size();) {
      const std::size_t end = block.find('\n', begin);
      lines_.push_back(block.substr(begin, end - begin));
      begin = end + 1;
    }
    const std::size_t share = (lines_.size() + outputs_.size() - 1) / outputs_.size();
    std::vector<std::jthread> threads;
    for (unsigned t = 1; t < outputs_.size() && t * share < lines_.size(); ++t) {
      threads.emplace_back([this, t, share] { work_on(t, share); });
    }
    work_on(0, share);
    threads.clear();
    number_ += lines_.size();
    for (FilterOutput& its : outputs_) {
      if (!its.err.empty()) std::fwrite(its.err.data(), its.err.size(), 1, stderr);
      its.err.clear();
      if (!its.out.empty() && std::fwrite(its.out.data(), its.out.size(), 1, stdout) != 1) {
        return false;
      }
      its.out.clear();
    }
    return std::fflush(stdout) == 0;
  }

 private:
  void work_on(unsigned thread, std::size_t share) {
    const std::size_t end = std::min(lines_.size(), (thread + 1) * share);
    for (std::size_t i = thread * share; i < end; ++i) {
      work_(thread, lines_[i], number_ + i + 1, outputs_[thread]);
    }
  }

  const LineWork& work_;
  std::vector<FilterOutput> outputs_;
  std::vector<std::string_view> lines_;
  std::size_t number_ = 0;
};

}  // namespace

bool filter_lines(unsigned threads, const LineWork& work) {
  Filter filter(std::clamp(threads, 1U, 256U), work);
  // `kept` bytes of `buffer` are read and not yet passed on.
  std::string buffer(kBlock + kLinePadding, '\0');
  std::size_t kept = 0;
  for (;;) {
    if (buffer.size() < kept + kBlock / 2 + kLinePadding) {
      buffer.resize(kept + kBlock + kLinePadding);
    }
    const ssize_t got =
        ::read(STDIN_FILENO, buffer.data() + kept, buffer.size() - kept - kLinePadding);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    kept += static_cast<std::size_t>(got);
    const std::size_t end = std::string_view(buffer).substr(0, kept).rfind('\n');
    if (end == std::string::npos) {
      kept = std::min(kept, kMostLineBytes + 1);
      continue;
    }
    if (!filter.pass({buffer.data(), end + 1})) return true;  // whoever read us has enough
    std::memmove(buffer.data(), buffer.data() + end + 1, kept - end - 1);
    kept -= end + 1;
  }
  if (kept > 0) {  // a last line without its line break
    buffer[kept] = '\n';
    filter.pass({buffer.data(), kept + 1});
  }
  return true;
}

}  // namespace rapport
