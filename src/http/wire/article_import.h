// Articles taken over from elsewhere, and given away, as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/knowledge/knowledge_desk.h"

namespace rapport {

struct ImportBody {
  std::vector<ImportedArticle> found;
  std::string language;  // of those that say none
};
Result<ImportBody> read_article_import(std::string_view body);

std::string import_report_json(const ImportReport& report);
std::string exported_files_json(const std::vector<ExportedFile>& files);

}  // namespace rapport
