#include <algorithm>
#include <map>

#include "desk/knowledge/knowledge_desk.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kAtOnce = 200;

ImportedArticle exported(const KnowledgeEntry& entry, const std::string& category) {
  ImportedArticle out;
  // One that was written here is known again by its id.
  out.source = entry.source.empty() ? "markdown:article-" + to_string(entry.id) : entry.source;
  out.kind = entry.kind;
  out.status = entry.status;
  out.language = entry.language;
  out.slug = entry.slug;
  out.title = entry.title;
  out.markdown = entry.markdown;
  out.url = entry.url;
  out.medium = entry.medium;
  out.questions = question_lines(entry.questions);
  out.category = category;
  if (entry.review_at) out.review_at = format_time(*entry.review_at);
  return out;
}

}  // namespace

Result<std::vector<ExportedFile>> KnowledgeDesk::export_all(WorkspaceId workspace) {
  return store_.read([&](Unit& unit) -> Result<std::vector<ExportedFile>> {
    auto categories = unit.knowledge().categories(workspace);
    RAPPORT_TRY(categories);
    std::map<ArticleCategoryId, std::string> names;
    for (const ArticleCategory& each : *categories) names[each.id] = each.name;
    std::vector<ExportedFile> files;
    std::optional<KnowledgePlace> after;
    while (true) {
      auto some =
          unit.knowledge().list(workspace, {}, after, kAtOnce, KnowledgeStore::Part::kWhole);
      RAPPORT_TRY(some);
      for (const KnowledgeEntry& each : *some) {
        const std::string category = each.category ? names[*each.category] : std::string();
        // Slugs are letters, digits and '-', languages too: no name leaves its folder.
        files.push_back(
            {each.slug + "." + each.language + ".md", file_of_imported(exported(each, category))});
      }
      if (some->size() < kAtOnce) break;
      after = KnowledgePlace{some->back().changed_at, some->back().id};
    }
    std::ranges::sort(files, {}, &ExportedFile::name);
    return files;
  });
}

}  // namespace rapport
