// rapport read: posts in, readings out, a line each. No server, no database.

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "app/commands/commands.h"
#include "app/models_folder.h"
#include "app/reading_lines.h"

namespace rapport {
namespace {

constexpr std::size_t kBlock = 4U << 20U;

// Lines of one block, shared out among the threads and written in their order.
class Filter {
 public:
  Filter(const std::shared_ptr<const Models>& models, unsigned threads) {
    for (unsigned i = 0; i < threads; ++i) {
      readers_.push_back(std::make_unique<ReadingLines>(models));
    }
    outs_.resize(threads);
  }

  // Whole lines, each with its line break; padding follows. False if nobody takes the answers.
  bool pass(std::string_view block) {
    lines_.clear();
    for (std::size_t begin = 0; begin < block.size();) {
      const std::size_t end = block.find('\n', begin);
      lines_.push_back(block.substr(begin, end - begin));
      begin = end + 1;
    }
    const std::size_t share = (lines_.size() + readers_.size() - 1) / readers_.size();
    std::vector<std::jthread> threads;
    for (std::size_t t = 1; t < readers_.size() && t * share < lines_.size(); ++t) {
      threads.emplace_back([this, t, share] { read(t, share); });
    }
    read(0, share);
    threads.clear();
    number_ += lines_.size();
    for (std::string& out : outs_) {
      if (!out.empty() && std::fwrite(out.data(), out.size(), 1, stdout) != 1) return false;
      out.clear();
    }
    return std::fflush(stdout) == 0;
  }

 private:
  void read(std::size_t thread, std::size_t share) {
    const std::size_t end = std::min(lines_.size(), (thread + 1) * share);
    for (std::size_t i = thread * share; i < end; ++i) {
      readers_[thread]->read(lines_[i], number_ + i + 1, outs_[thread]);
    }
  }

  std::vector<std::unique_ptr<ReadingLines>> readers_;
  std::vector<std::string> outs_;
  std::vector<std::string_view> lines_;
  std::size_t number_ = 0;
};

}  // namespace

int run_read(const Config& config, const ReadOptions& options) {
  auto models = open_models(config);
  if (!models) return complain(models.error());
  Filter filter(*models, static_cast<unsigned>(std::clamp(options.threads, 1, 256)));
  // `kept` bytes of `buffer` are read and not yet passed on. What is there is passed on at once, so
  // that the filter can stand behind a live stream.
  std::string buffer(kBlock + ReadingLines::kPadding, '\0');
  std::size_t kept = 0;
  for (;;) {
    if (buffer.size() < kept + kBlock / 2 + ReadingLines::kPadding) {
      buffer.resize(kept + kBlock + ReadingLines::kPadding);
    }
    const ssize_t got =
        ::read(STDIN_FILENO, buffer.data() + kept, buffer.size() - kept - ReadingLines::kPadding);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      std::cerr << "rapport: standard input cannot be read.\n";
      return kFailed;
    }
    if (got == 0) break;
    kept += static_cast<std::size_t>(got);
    const std::size_t end = std::string_view(buffer).substr(0, kept).rfind('\n');
    if (end == std::string::npos) {
      // Of a line without an end no more is kept than shows that it is too long.
      kept = std::min(kept, kMostLineBytes + 1);
      continue;
    }
    if (!filter.pass({buffer.data(), end + 1})) return kOk;  // whoever read us has enough
    std::memmove(buffer.data(), buffer.data() + end + 1, kept - end - 1);
    kept -= end + 1;
  }
  if (kept > 0) {  // a last line without its line break
    buffer[kept] = '\n';
    filter.pass({buffer.data(), kept + 1});
  }
  return kOk;
}

}  // namespace rapport
