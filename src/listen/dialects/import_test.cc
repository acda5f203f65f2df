#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "listen/dialects/dialect.h"
#include "listen/parse.h"
#include "source_dir.h"

namespace rapport {
namespace {

struct Case {
  int line = 0;
  QueryDialect dialect = QueryDialect::kBrandwatch;
  std::string query;
  std::string gives;
  std::vector<std::string> kept;
  std::vector<std::string> told;  // notes that are not kept, errors and warnings
};

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::ifstream file(RAPPORT_SOURCE_DIR "/src/listen/dialects/import_cases.txt");
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with("#")) continue;
    if (!line.starts_with("  ")) {
      const std::size_t colon = line.find(": ");
      Case& its = cases.emplace_back();
      its.line = number;
      its.dialect = dialect_of(line.substr(0, colon)).value();
      its.query = line.substr(colon + 2);
    } else if (line.starts_with("  gives ")) {
      cases.back().gives = line.substr(8);
    } else if (line.starts_with("  kept ")) {
      cases.back().kept.push_back(line.substr(7));
    } else {
      cases.back().told.push_back(line.substr(2));
    }
  }
  return cases;
}

std::string place(Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

TEST(ImportQuery, TakesEveryCaseOverAsWritten) {
  const std::vector<Case> cases = read_cases();
  ASSERT_GT(cases.size(), 60U);
  for (const Case& each : cases) {
    SCOPED_TRACE("import_cases.txt:" + std::to_string(each.line) + ": " + each.query);
    const ImportedQuery imported = import_query(each.query, each.dialect);
    EXPECT_EQ(imported.text, each.gives);
    EXPECT_EQ(imported.query.has_value(), !each.gives.empty());
    std::vector<std::string> kept;
    std::vector<std::string> told;
    for (const ImportNote& note : imported.notes) {
      if (note.fate == Fate::kKept) {
        kept.push_back(note.what);
      } else {
        EXPECT_FALSE(note.reason.empty());
        told.push_back(std::string(to_word(note.fate)) + " " + note.what + " " + place(note.span));
      }
    }
    for (const Diagnostic& one : imported.diagnostics) {
      told.push_back((one.severity == Severity::kError ? "error " : "warning ") +
                     std::string(to_word(one.code)) + " " + place(one.span));
    }
    for (const std::string& what : each.kept) {
      EXPECT_NE(std::find(kept.begin(), kept.end(), what), kept.end()) << what;
    }
    auto expected = each.told;
    std::sort(expected.begin(), expected.end());
    std::sort(told.begin(), told.end());
    EXPECT_EQ(told, expected);
    if (imported.query) {
      const ParsedQuery again = parse_query(imported.text, Mixing::kRefused);
      ASSERT_TRUE(again.query);
      EXPECT_EQ(*again.query, *imported.query);
    }
  }
}

TEST(ImportQuery, SaysWhatIsTooLongAsItIs) {
  const ImportedQuery imported = import_query(std::string(10001, 'a'), QueryDialect::kX);
  EXPECT_FALSE(imported.query);
  EXPECT_EQ(imported.diagnostics.at(0).code, DiagnosticCode::kTooLong);
}

}  // namespace
}  // namespace rapport
