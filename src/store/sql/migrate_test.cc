#include "store/sql/migrate.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "store/migrations.h"
#include "store/sql/sqlite_store.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

class MigrateTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = connect_sqlite({.path = folder_.file("rapport.db"), .vfs = {}}, Purpose::kWrite);
    ASSERT_TRUE(opened) << opened.error().cause;
    db_ = std::move(*opened);
  }
  std::int64_t number(std::string_view sql) {
    auto found = db_->query(sql).one<std::int64_t>();
    return found && *found ? **found : -1;
  }

  TempFolder folder_;
  std::unique_ptr<Connection> db_;
  const Time now_ = from_micros(1'000'000);
};

TEST_F(MigrateTest, GoesForwardStepByStepAndOnce) {
  const Migration first{1, "one", "create table one (id bigint);\ninsert into one values (1);\n"};
  const Migration second{2, "two", "-- why\ninsert into one\n  values (2);\n"};
  const std::vector one{first};
  const std::vector both{first, second};
  ASSERT_TRUE(migrate(*db_, one, now_));
  ASSERT_TRUE(migrate(*db_, one, now_));
  EXPECT_EQ(1, number("select sum(id) from one"));
  ASSERT_TRUE(migrate(*db_, both, now_));
  EXPECT_EQ(3, number("select sum(id) from one"));
  EXPECT_EQ(2, number("select max(version) from schema_version"));
}

TEST_F(MigrateTest, RefusesADatabaseOfANewerRapport) {
  const std::vector steps{Migration{1, "one", "create table one (id bigint);\n"},
                          Migration{2, "two", "create table two (id bigint);\n"}};
  ASSERT_TRUE(migrate(*db_, steps, now_));
  const auto refused = migrate(*db_, std::span(steps).first(1), now_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind);
  EXPECT_NE(std::string::npos, refused.error().message.find("newer Rapport"));
}

TEST_F(MigrateTest, TakesBackAStepThatFails) {
  const std::vector steps{
      Migration{1, "broken", "create table one (id bigint);\ninsert into nowhere values (1);\n"}};
  EXPECT_FALSE(migrate(*db_, steps, now_));
  EXPECT_EQ(0, number("select count(*) from schema_version"));
  EXPECT_EQ(0, number("select count(*) from sqlite_master where name = 'one'"));
}

TEST_F(MigrateTest, PassesOverWhatIsForOtherEngines) {
  const std::vector steps{Migration{1, "parts",
                                    "create table one (id bigint);\n"
                                    "-- for postgres\ncreate nonsense;\n"
                                    "-- for sqlite\ninsert into one values (7);\n"
                                    "-- for all\ninsert into one values (1);\n"}};
  ASSERT_TRUE(migrate(*db_, steps, now_));
  EXPECT_EQ(8, number("select sum(id) from one"));
}

TEST(OpenSqlite, SaysWhyAFileCannotBeOpened) {
  TempFolder folder;
  const auto missing =
      open_sqlite({.path = folder.file("no/such/folder.db"), .vfs = {}, .readers = 1});
  ASSERT_FALSE(missing);
  EXPECT_EQ(ErrorKind::kUnavailable, missing.error().kind);
  // A path with signs that a connection string or a URI would trip over.
  EXPECT_TRUE(open_sqlite({.path = folder.file("a b=c\"d?e#f%20.db"), .vfs = {}, .readers = 1}));
}

// Closed, the database is one file, readable by its owner alone.
TEST(OpenSqlite, LeavesOnePrivateFileBehind) {
  TempFolder folder;
  const std::string path = folder.file("rapport.db");
  {
    auto store = open_sqlite({.path = path, .vfs = {}, .readers = 2});
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->write([](Unit& unit) {
      return unit.members().add_workspace({WorkspaceId{1}, "Café", from_micros(1)});
    }));
    EXPECT_TRUE(std::filesystem::exists(path + "-wal"));
  }
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
  using enum std::filesystem::perms;
  EXPECT_EQ(owner_read | owner_write, std::filesystem::status(path).permissions());
}

}  // namespace
}  // namespace rapport
