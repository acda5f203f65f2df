// The Markdown files of a folder.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace rapport {

struct MarkdownFile {
  std::string name;  // its path within the folder
  std::string text;
};

// Every *.md below the folder, in the order of their paths; of a file, that file. Fails with
// invalid if something cannot be read, or if there is none.
Result<std::vector<MarkdownFile>> read_markdown_folder(const std::string& path);

}  // namespace rapport
