#include "listen/parse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "listen/print.h"
#include "source_dir.h"
#include "text/testing/escapes.h"

namespace rapport {
namespace {

struct Case {
  int line = 0;
  std::string query;
  bool strict = false;
  std::optional<std::string> tree;
  std::optional<std::string> words;
  std::vector<std::string> diagnostics;  // "error CODE B-E", with "\nfix QUERY" if it has one
};

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::ifstream file(RAPPORT_SOURCE_DIR "/src/listen/parse_cases.txt");
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    if (!line.starts_with("  ")) {
      cases.push_back({number, unescaped(line), false, {}, {}, {}});
      continue;
    }
    Case& its = cases.back();
    std::string_view what = std::string_view(line).substr(2);
    if (what == "strict") {
      its.strict = true;
    } else if (what.starts_with("tree ")) {
      its.tree = unescaped(what.substr(5));
    } else if (what.starts_with("words ")) {
      its.words = unescaped(what.substr(6));
    } else if (what.starts_with("  fix")) {
      its.diagnostics.back() += "\n" + unescaped(what.substr(2));
    } else {
      its.diagnostics.emplace_back(what);
    }
  }
  return cases;
}

std::vector<std::string> told(const Case& each, const ParsedQuery& parsed) {
  std::vector<std::string> out;
  for (const Diagnostic& one : parsed.diagnostics) {
    std::string line = one.severity == Severity::kError ? "error " : "warning ";
    line += std::string(to_word(one.code)) + " " + std::to_string(one.span.begin) + "-" +
            std::to_string(one.span.end);
    if (one.fix) {
      line += "\nfix " + mended(each.query, *one.fix);
      while (line.ends_with(' ')) line.pop_back();
    }
    EXPECT_FALSE(one.reason.empty());
    out.push_back(line);
  }
  return out;
}

TEST(ParseQuery, ReadsEveryCaseAsWritten) {
  const std::vector<Case> cases = read_cases();
  ASSERT_GT(cases.size(), 150U);
  for (const Case& each : cases) {
    SCOPED_TRACE("parse_cases.txt:" + std::to_string(each.line) + ": " + each.query);
    const ParsedQuery parsed =
        parse_query(each.query, each.strict ? Mixing::kRefused : Mixing::kWarned);
    EXPECT_EQ(told(each, parsed), each.diagnostics);
    EXPECT_EQ(parsed.query.has_value(), each.tree.has_value());
    if (!parsed.query || !each.tree) continue;
    EXPECT_EQ(print_query(*parsed.query), *each.tree);
    EXPECT_EQ(to_words(*parsed.query), each.words.value_or(to_words(*parsed.query)));
    const ParsedQuery again = parse_query(print_query(*parsed.query), Mixing::kRefused);
    ASSERT_TRUE(again.query) << print_query(*parsed.query);
    EXPECT_EQ(*again.query, *parsed.query);
  }
}

TEST(ParseQuery, KeepsItsLimits) {
  const auto code = [](const std::string& query) {
    const ParsedQuery parsed = parse_query(query);
    return parsed.query ? std::string("fine") : std::string(to_word(parsed.diagnostics[0].code));
  };
  EXPECT_EQ(code(std::string(10000, 'a')), "fine");
  EXPECT_EQ(code(std::string(10001, 'a')), "too_long");
  std::string wide;  // characters count, not bytes
  for (int i = 0; i < 10000; ++i) wide += "é";
  EXPECT_EQ(code(wide), "fine");

  std::string terms = "a";
  for (int i = 1; i < 1000; ++i) terms += " OR b";
  EXPECT_EQ(code(terms), "fine");
  EXPECT_EQ(code(terms + " OR c"), "too_many_terms");

  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '(') + "a" +
           std::string(static_cast<std::size_t>(depth), ')');
  };
  EXPECT_EQ(code(nested(32)), "fine");
  EXPECT_EQ(code(nested(33)), "too_deep");
  EXPECT_EQ(code(std::string(9999, '(')), "too_deep");
  std::string nots = "a";
  for (int i = 0; i < 2000; ++i) nots += " NOT";
  EXPECT_EQ(code(nots + " b"), "too_deep");
  EXPECT_EQ(code("a \xff"), "broken_text");
  EXPECT_EQ(code(std::string("a\0b", 3)), "broken_text");
}

TEST(ParseQuery, EveryFixMendsWhatItWasMadeFor) {
  for (const Case& each : read_cases()) {
    const Mixing mixing = each.strict ? Mixing::kRefused : Mixing::kWarned;
    const ParsedQuery parsed = parse_query(each.query, mixing);
    for (const Diagnostic& one : parsed.diagnostics) {
      if (!one.fix) continue;
      SCOPED_TRACE(each.query);
      const ParsedQuery after = parse_query(mended(each.query, *one.fix), mixing);
      const auto same = [&](const ParsedQuery& in) {
        return std::count_if(in.diagnostics.begin(), in.diagnostics.end(),
                             [&](const Diagnostic& other) { return other.code == one.code; });
      };
      EXPECT_LT(same(after), same(parsed));
    }
  }
}

TEST(ParseQuery, ManyErrorsAreToldButNotWithoutEnd) {
  std::string query;
  for (int i = 0; i < 500; ++i) query += "foo" + std::string(1, ':') + "bar ";
  const ParsedQuery parsed = parse_query(query);
  EXPECT_FALSE(parsed.query);
  EXPECT_EQ(parsed.diagnostics.size(), 50U);

  // Errors go before warnings.
  std::string doubtful = "acme";
  for (int i = 0; i < 100; ++i) doubtful += " acme,";
  EXPECT_EQ(parse_query(doubtful).diagnostics.size(), 50U);
  const ParsedQuery both = parse_query(doubtful + " foo" + ":bar");
  ASSERT_EQ(both.diagnostics.size(), 1U);
  EXPECT_EQ(both.diagnostics[0].code, DiagnosticCode::kUnknownField);
}

}  // namespace
}  // namespace rapport
