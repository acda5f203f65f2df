// rapport suggest: posts in, the articles that answer them out, a line each. No server, no
// database.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "app/commands/commands.h"
#include "app/filter_lines.h"
#include "app/suggest_lines.h"
#include "knowledge/files/article_file.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

// Every *.md below the folder, in the order of their paths. An id is the path without its ending.
// False if something cannot be read; what it is has been said.
bool read_folder(const fs::path& folder, std::vector<Article>& out) {
  std::error_code wrong;
  std::vector<fs::path> files;
  fs::recursive_directory_iterator at(folder, wrong);
  for (; !wrong && at != fs::recursive_directory_iterator(); at.increment(wrong)) {
    if (at->path().extension() == ".md" && at->is_regular_file(wrong)) files.push_back(at->path());
  }
  if (wrong) {
    std::cerr << "rapport: " << folder.string() << " cannot be read.\n";
    return false;
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      std::cerr << "rapport: " << path.string() << " cannot be read.\n";
      return false;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    fs::path name = path.lexically_relative(folder);
    out.push_back(article_of_file(text, name.replace_extension().generic_string()));
  }
  if (out.empty()) std::cerr << "rapport: " << folder.string() << " has no Markdown file.\n";
  return !out.empty();
}

}  // namespace

int run_suggest(const SuggestOptions& options) {
  std::unique_ptr<const SuggestArticles> articles;
  if (!options.articles.empty()) {
    std::vector<Article> read;
    if (!read_folder(options.articles, read)) return kFailed;
    articles = std::make_unique<SuggestArticles>(std::move(read));
  }
  std::vector<std::unique_ptr<SuggestLines>> lines;
  for (int i = 0; i < std::clamp(options.threads, 1, 256); ++i) {
    lines.push_back(
        std::make_unique<SuggestLines>(articles.get(), static_cast<std::size_t>(options.most)));
  }
  const auto work = [&lines](unsigned thread, std::string_view line, std::size_t number,
                             FilterOutput& output) {
    lines[thread]->suggest(line, number, output.out);
  };
  if (!filter_lines(static_cast<unsigned>(lines.size()), work)) {
    std::cerr << "rapport: standard input cannot be read.\n";
    return kFailed;
  }
  return kOk;
}

}  // namespace rapport
