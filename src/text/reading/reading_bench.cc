// How quickly posts are read: all of it, and its parts. The posts are our own labelled rows.

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "source_dir.h"
#include "text/entities/entities.h"
#include "text/reading/reader.h"
#include "text/reading/scorer.h"
#include "text/tokens/tokens.h"

namespace {
std::atomic<std::size_t> allocations{0};
}

// Counted, to show that reading allocates nothing once it has met the longest post.
void* operator new(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  void* out = std::malloc(size);
  if (out == nullptr) throw std::bad_alloc();
  return out;
}
void operator delete(void* what) noexcept { std::free(what); }
void operator delete(void* what, std::size_t) noexcept { std::free(what); }

namespace rapport {
namespace {

const std::vector<std::string>& posts() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    std::ifstream file(std::string(RAPPORT_SOURCE_DIR) + "/tools/train/rows/posts.tsv");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) out.push_back(line.substr(line.rfind('\t') + 1));
    if (out.empty()) throw std::runtime_error("no posts to read");
    return out;
  }();
  return all;
}

std::shared_ptr<const Models> models() {
  static const auto opened = Models::open(std::string(RAPPORT_SOURCE_DIR) + "/models");
  if (!opened) throw std::runtime_error(opened.error().message);
  return *opened;
}

void read_posts(benchmark::State& state) {
  const auto reader = Reader::make(models());
  Reading reading;
  for (const std::string& post : posts()) reader->read(post, "en", nullptr, reading);
  const std::size_t before = allocations;
  for (auto _ : state) {
    for (const std::string& post : posts()) {
      reader->read(post, "en", nullptr, reading);
      benchmark::DoNotOptimize(reading);
    }
  }
  if (allocations != before) state.SkipWithError("reading allocates memory");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(posts().size()));
  state.SetLabel("posts");
}
BENCHMARK(read_posts)->Name("reading, whole");

void cut_posts(benchmark::State& state) {
  Tokens tokens;
  for (auto _ : state) {
    for (const std::string& post : posts()) {
      cut_tokens(post, tokens);
      benchmark::DoNotOptimize(tokens);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(posts().size()));
  state.SetLabel("posts");
}
BENCHMARK(cut_posts)->Name("reading, only cut into tokens");

}  // namespace
}  // namespace rapport
