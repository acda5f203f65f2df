#include "http/wire/article_import.h"

#include <optional>

#include "http/wire/parts.h"
#include "http/wire/reader.h"
#include "knowledge/import/help_centre.h"

namespace rapport {
namespace {

constexpr std::size_t kMostFiles = 1000;

std::optional<HelpCentre> help_centre_of(std::string_view word) {
  if (word == "auto") return HelpCentre::kAny;
  if (word == "zendesk") return HelpCentre::kZendesk;
  if (word == "chatwoot") return HelpCentre::kChatwoot;
  return std::nullopt;
}

}  // namespace

Result<ImportBody> read_article_import(std::string_view text) {
  boost::system::error_code error;
  json::value whole = json::parse(text, error);
  auto* object = error ? nullptr : whole.if_object();
  if (object == nullptr) return invalid("The body has to be a JSON object.");
  // What another product wrote is not read as ours: unknown fields are no mistake in it.
  std::optional<std::string> exported;
  if (const auto* value = object->if_contains("export"); value != nullptr && !value->is_null()) {
    exported = json::serialize(*value);
  }
  object->erase("export");
  BodyReader body(std::move(*object));
  const std::string format = body.text("format", {.least = 1, .most = 20});
  ImportBody out;
  out.language = body.optional_text("language", {.least = 2, .most = 35}).value_or("en");
  const auto files = body.optional_list("files", kMostFiles, [](BodyReader& file) {
    const std::string name = file.text("name", {.least = 1, .most = 500});
    return imported_of_file(file.text("text", {.most = 1U << 20U}), name);
  });
  RAPPORT_TRY(body.finish());
  if (format == "markdown") {
    if (exported) return invalid("Markdown comes as files.", "export");
    out.found = files;
    return out;
  }
  const auto from = help_centre_of(format);
  if (!from) return invalid("The format is markdown, zendesk, chatwoot or auto.", "format");
  if (!exported) return invalid("There is no export to take over.", "export");
  auto found = read_help_centre(*exported, *from);
  RAPPORT_TRY(found);
  out.found = std::move(*found);
  return out;
}

std::string import_report_json(const ImportReport& report) {
  json::array items;
  for (const ImportedItem& each : report.items) {
    items.push_back(json::object{{"name", each.name},
                                 {"did", to_word(each.did)},
                                 {"why", each.why},
                                 {"article_id", id_json(each.article)}});
  }
  return json::serialize(json::object{{"items", std::move(items)},
                                      {"made", report.made},
                                      {"changed", report.changed},
                                      {"left", report.left}});
}

std::string exported_files_json(const std::vector<ExportedFile>& files) {
  json::array all;
  for (const ExportedFile& each : files) {
    all.push_back(json::object{{"name", each.name}, {"text", each.text}});
  }
  return json::serialize(json::object{{"files", std::move(all)}});
}

std::vector<schema::Named> article_import_schemas() {
  using namespace schema;
  const json::object file = object({{"name", text(500, 1)}, {"text", text()}});
  return {
      {"ArticleFile", file},
      {"ArticleFileList", object({{"files", list(ref("ArticleFile"))}})},
      {"ArticleImportBody", object({{"format", words({"markdown", "zendesk", "chatwoot", "auto"})},
                                    {"language", or_null(text(35, 2)), false},
                                    {"files", list(ref("ArticleFile")), false},
                                    // An object or a list, as the other product wrote it.
                                    {"export", json::object{}, false}})},
      {"ArticleImport", object({{"items", list(object({{"name", text()},
                                                       {"did", words({"made", "changed", "left"})},
                                                       {"why", text()},
                                                       {"article_id", or_null(id())}}))},
                                {"made", whole()},
                                {"changed", whole()},
                                {"left", whole()}})},
      {"SuggestBody", object({{"id", json::object{}, false},
                              {"post", object({{"text", text()}})},
                              {"articles", list(object({{"id", json::object{}, false},
                                                        {"title", text()},
                                                        {"body", text(), false},
                                                        {"language", or_null(text()), false},
                                                        {"link", or_null(text()), false},
                                                        {"questions", list(text()), false}}))},
                              {"most", or_null(whole()), false}})},
      {"Suggested",
       object({{"id", json::object{}},
               {"suggestions", list(object({{"article", text()},
                                            {"title", text()},
                                            {"link", text(), false},
                                            {"score", json::object{{"type", "number"}}},
                                            {"passage", or_null(text())},
                                            {"spans", list(list(whole()))},
                                            {"post_spans", list(list(whole()))}}))}})},
  };
}

}  // namespace rapport
