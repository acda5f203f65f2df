// rapport articles import, export, list: what the brand knows, from files and into files.

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <set>

#include "app/commands/commands.h"
#include "app/commands/find_workspace.h"
#include "app/commands/open_store.h"
#include "app/markdown_folder.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/unicode.h"
#include "desk/knowledge/knowledge_desk.h"
#include "knowledge/import/help_centre.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

constexpr int kPage = 100;

// The desk's verbs over a database that is opened for one command.
struct KnowledgeAtHand {
  explicit KnowledgeAtHand(Store& store) : ids(clock), desk(store, ids, clock) {}
  SystemClock clock;
  IdMaker ids;
  KnowledgeDesk desk;
};

// A file that ends in .json is another help centre's export, all else is Markdown.
Result<std::vector<ImportedArticle>> read_path(const std::string& path) {
  if (fs::path(path).extension() == ".json") {
    std::ifstream file(path, std::ios::binary);
    if (!file) return invalid(path + " cannot be read.");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return read_help_centre(text, HelpCentre::kAny);
  }
  auto files = read_markdown_folder(path);
  RAPPORT_TRY(files);
  std::vector<ImportedArticle> found;
  for (const MarkdownFile& each : *files) found.push_back(imported_of_file(each.text, each.name));
  return found;
}

Result<Done> write_file(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) return unavailable(path.string() + " cannot be written.");
  return Done{};
}

}  // namespace

int run_articles_import(Config config, const ArticlesOptions& options) {
  const auto found = read_path(options.path);
  if (!found) return complain(found.error());
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto workspace = find_workspace(**store, options.workspace);
  if (!workspace) return complain(workspace.error());
  KnowledgeAtHand at_hand(**store);
  const auto report = at_hand.desk.import_for(*workspace, std::nullopt, *found, options.language);
  if (!report) return complain(report.error());
  for (const ImportedItem& each : report->items) {
    std::cout << std::left << std::setw(9) << to_word(each.did) << printable(each.name);
    if (!each.why.empty()) std::cout << ": " << each.why;
    std::cout << '\n';
  }
  std::cout << report->made << " made, " << report->changed << " changed, " << report->left
            << " left.\n";
  return kOk;
}

int run_articles_export(Config config, const ArticlesOptions& options) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto workspace = find_workspace(**store, options.workspace);
  if (!workspace) return complain(workspace.error());
  KnowledgeAtHand at_hand(**store);
  const auto files = at_hand.desk.export_all(*workspace);
  if (!files) return complain(files.error());
  std::error_code wrong;
  fs::create_directories(options.path, wrong);
  if (wrong) return complain(invalid(options.path + " cannot be made.").value());
  for (const ExportedFile& each : *files) {
    if (auto done = write_file(fs::path(options.path) / each.name, each.text); !done) {
      return complain(done.error());
    }
  }
  std::cout << files->size() << (files->size() == 1 ? " article is in " : " articles are in ")
            << options.path << ".\n";
  return kOk;
}

int run_articles_list(Config config, const ArticlesOptions& options) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto workspace = find_workspace(**store, options.workspace);
  if (!workspace) return complain(workspace.error());
  KnowledgeAtHand at_hand(**store);
  Member reader;
  reader.workspace = *workspace;
  std::optional<KnowledgePlace> after;
  do {
    const auto page = at_hand.desk.list(reader, {}, after, kPage);
    if (!page) return complain(page.error());
    for (const ArticleView& each : page->rows) {
      std::cout << std::left << std::setw(22) << to_string(each.entry.id) << std::setw(11)
                << to_word(each.entry.status) << std::setw(6) << each.entry.language
                << printable(each.entry.title) << '\n';
    }
    after = page->next;
  } while (after);
  return kOk;
}

}  // namespace rapport
