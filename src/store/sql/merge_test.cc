// A conversation that is merged into another leaves nothing behind that would point at it.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "store/testing/raw_database.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

// merge_into moves these, or the posts among them are moved before it. Whoever adds a table that
// points at a conversation moves its rows there and names it here; a foreign key that nobody
// thought of would end the hearing of a channel at the next two halves that meet.
TEST(MergeTables, AreAllThoughtOf) {
  const TempStore made;
  const RawDatabase raw(made.path);
  std::vector<std::string> pointing;
  for (const std::string& table : raw.tables()) {
    const auto columns = raw.look(table).columns;
    if (std::ranges::count(columns, "conversation_id") > 0) pointing.push_back(table);
  }
  EXPECT_EQ(
      (std::vector<std::string>{"act", "alert", "also_concerns", "article_use", "conversation_tag",
                                "decision", "draft", "member_mention", "note", "post", "proposal"}),
      pointing);
}

}  // namespace
}  // namespace rapport
