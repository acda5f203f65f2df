#include "app/markdown_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace rapport {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_whole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return invalid(path.string() + " cannot be read.");
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Result<std::vector<MarkdownFile>> read_markdown_folder(const std::string& path) {
  const fs::path folder(path);
  std::error_code wrong;
  std::vector<MarkdownFile> out;
  if (fs::is_regular_file(folder, wrong)) {
    auto text = read_whole(folder);
    RAPPORT_TRY(text);
    out.push_back({folder.filename().string(), std::move(*text)});
    return out;
  }
  std::vector<fs::path> files;
  fs::recursive_directory_iterator at(folder, wrong);
  for (; !wrong && at != fs::recursive_directory_iterator(); at.increment(wrong)) {
    if (at->path().extension() == ".md" && at->is_regular_file(wrong)) files.push_back(at->path());
  }
  if (wrong) return invalid(folder.string() + " cannot be read.");
  std::sort(files.begin(), files.end());
  for (const fs::path& each : files) {
    auto text = read_whole(each);
    RAPPORT_TRY(text);
    out.push_back({each.lexically_relative(folder).generic_string(), std::move(*text)});
  }
  if (out.empty()) return invalid(folder.string() + " has no Markdown file.");
  return out;
}

}  // namespace rapport
