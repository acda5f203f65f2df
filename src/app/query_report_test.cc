#include "app/query_report.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace rapport {
namespace {

std::string report(std::string_view query) { return query_report(query, parse_query(query)); }

TEST(QueryReport, SaysWhatAQueryFinds) {
  EXPECT_EQ(report("acme -jobs"),
            "finds  “acme”, but not “jobs”\n"
            "query  acme AND NOT jobs\n");
}

TEST(QueryReport, PointsAtWhatIsWrongAndHowToMendIt) {
  EXPECT_EQ(report("café langage:en"),
            "error at byte 6: There is no field “langage”. “lang:” may be meant.\n"
            "  café langage:en\n"
            "       ^^^^^^^^\n"
            "  try: café lang:en\n\n");
}

TEST(QueryReport, ShowsTheLineOfAMistakeAndNoMore) {
  const std::string out = report("acme\nOR (coffee\nOR tea");
  EXPECT_NE(out.find("\n  OR (coffee\n     ^\n"), std::string::npos) << out;
  const std::string far = report(std::string(3000, 'a') + " (" + std::string(3000, 'b'));
  EXPECT_LT(far.size(), 400U);
}

TEST(QueryReport, NeverPassesOnWhatSteersATerminal) {
  EXPECT_EQ(report("\x1b[31macme x:y").find('\x1b'), std::string::npos);
}

TEST(QueryReport, TellsTheSameAsJson) {
  const auto json = [](std::string_view query) {
    return boost::json::parse(query_report_json(query, parse_query(query)));
  };
  const auto good = json("acme title:(tea NEAR/2f cup) likes:>5");
  EXPECT_EQ(good.at("ok"), true);
  EXPECT_EQ(good.at("query"), "acme AND title:tea NEAR/2f title:cup AND likes:[6 TO *]");
  const auto& tree = good.at("tree").as_object();
  EXPECT_EQ(tree.at("kind"), "and");
  EXPECT_EQ(tree.at("span"), boost::json::parse("[0,37]"));
  EXPECT_EQ(tree.at("of").at(1).at("steps"),
            boost::json::parse(R"([{"words": 2, "ordered": true}])"));
  EXPECT_EQ(tree.at("of").at(1).at("of").at(0).at("section"), "title");
  EXPECT_EQ(tree.at("of").at(2).at("from"), 6);
  EXPECT_TRUE(tree.at("of").at(2).at("to").is_null());

  const auto bad = json("acme AND");
  EXPECT_EQ(bad.at("ok"), false);
  EXPECT_TRUE(bad.at("tree").is_null());
  const auto& told = bad.at("diagnostics").at(0);
  EXPECT_EQ(told.at("code"), "missing_operand");
  EXPECT_EQ(told.at("severity"), "error");
  EXPECT_EQ(told.at("begin"), 5);
  EXPECT_EQ(told.at("end"), 8);
  EXPECT_EQ(told.at("fix").at("query"), "acme");
}

TEST(QueryReport, TellsWhatBecameOfAForeignQuery) {
  const std::string query = "acme NEAR coffee AND country:gb";
  const ImportedQuery imported = import_query(query, QueryDialect::kMeltwater);
  EXPECT_EQ(import_report(query, imported),
            "kept          NEAR  Without a number it means 4 there.\n"
            "kept          AND\n"
            "dropped       country:  Places are not known of a post here.\n\n"
            "finds  “acme” near “coffee” (at most 4 words between)\n"
            "query  acme NEAR/4 coffee\n");
  const auto json = boost::json::parse(import_report_json(query, imported));
  EXPECT_EQ(json.at("query"), "acme NEAR/4 coffee");
  EXPECT_EQ(json.at("notes").at(2).at("fate"), "dropped");
  EXPECT_EQ(json.at("notes").at(2).at("begin"), 21);
  EXPECT_EQ(json.at("notes").at(2).at("end"), 31);
}

}  // namespace
}  // namespace rapport
