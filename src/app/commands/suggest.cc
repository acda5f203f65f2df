// rapport suggest: posts in, the articles that answer them out, a line each. No server, no
// database.

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands/commands.h"
#include "app/filter_lines.h"
#include "app/markdown_folder.h"
#include "app/suggest_lines.h"
#include "knowledge/files/article_file.h"

namespace rapport {

int run_suggest(const SuggestOptions& options) {
  std::unique_ptr<const SuggestArticles> articles;
  if (!options.articles.empty()) {
    const auto files = read_markdown_folder(options.articles);
    if (!files) {
      std::cerr << "rapport: " << files.error().message << '\n';
      return kFailed;
    }
    std::vector<Article> read;
    for (const MarkdownFile& each : *files) {
      // An id is the path without its ending.
      read.push_back(article_of_file(each.text, each.name.substr(0, each.name.rfind('.'))));
    }
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
