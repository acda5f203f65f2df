// A database of an earlier version, opened by this one: everything that was there is there, whole,
// and whatever happens in between leaves a schema that some version knows.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "source_dir.h"
#include "store/migrations.h"
#include "store/sql/sqlite_store.h"
#include "store/testing/power_loss_vfs.h"
#include "store/testing/raw_database.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

const std::string kDump = RAPPORT_SOURCE_DIR "/tests/upgrade/schema-0001.sql";

Result<Done> open_and_close(const std::string& path, std::span<const Migration> steps,
                            const std::string& vfs = {}) {
  auto store = open_sqlite_store({.path = path, .vfs = vfs}, 1, steps);
  if (!store) return fail(store.error());
  return Done{};
}

// Today's steps and one of tomorrow, which does a bit of all that a step may do.
std::vector<Migration> with_tomorrow() {
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back({static_cast<int>(steps.size()) + 1, "tomorrow",
                   "create table tomorrow (\n"
                   "  workspace_id bigint not null,\n"
                   "  id bigint not null,\n"
                   "  primary key (workspace_id, id)\n"
                   ");\n"
                   "insert into tomorrow (workspace_id, id) select workspace_id, id from post;\n"
                   "alter table note add column moved bigint not null default 0;\n"
                   "update note set moved = 1;\n"
                   "create index note_moved on note (workspace_id, moved, id);\n"
                   "drop index session_expiry;\n"});
  return steps;
}

class UpgradeTest : public ::testing::Test {
 protected:
  void SetUp() override { restore_dump(kDump, path()); }
  std::string path(const std::string& name = "rapport.db") const { return folder_.file(name); }

  TempFolder folder_;
};

// Migration 1 is what it was: the dump and a fresh database have the same schema.
TEST_F(UpgradeTest, TheFirstStepIsStillTheOneThatWasReleased) {
  ASSERT_TRUE(open_and_close(path("fresh.db"), migrations().first(1)));
  EXPECT_EQ(RawDatabase(path("fresh.db")).schema(), RawDatabase(path()).schema());
}

TEST_F(UpgradeTest, EveryRowIsStillThere) {
  std::vector<std::string> tables;
  std::vector<TableLook> before;
  {
    const RawDatabase old(path());
    tables = old.tables();
    for (const std::string& table : tables) before.push_back(old.look(table));
  }
  ASSERT_EQ(tables.size(), 23U);
  const auto upgraded = open_and_close(path(), migrations());
  ASSERT_TRUE(upgraded) << upgraded.error().message << " " << upgraded.error().cause;

  const RawDatabase now(path());
  EXPECT_EQ("ok", now.ask("pragma integrity_check").front());
  EXPECT_TRUE(now.ask("pragma foreign_key_check").empty());
  EXPECT_EQ(static_cast<std::int64_t>(migrations().size()),
            now.number("select max(version) from schema_version"));
  std::size_t rows = 0;
  for (std::size_t at = 0; at < tables.size(); ++at) {
    auto after = now.look(tables[at], before[at].columns);
    if (tables[at] == "schema_version") after.rows.resize(1);
    EXPECT_EQ(before[at].rows, after.rows) << tables[at];
    rows += before[at].rows.size();
  }
  EXPECT_GT(rows, 600U);
}

// Nothing was read yet: who waits longest comes first.
TEST_F(UpgradeTest, OpenConversationsHaveTheirPlaceInTheOrderOfWhatMatters) {
  ASSERT_TRUE(open_and_close(path(), migrations()));
  const RawDatabase now(path());
  EXPECT_GT(now.number("select count(*) from conversation where state = 'open'"), 0);
  EXPECT_EQ(0, now.number("select count(*) from conversation where reading is not null"
                          " or matters <> case state when 'open' then 200000000000000000"
                          " + coalesce(waiting_since, last_post_at) else 0 end"));
}

// An upgraded database and a fresh one are the same, so what is tested on a fresh one holds.
TEST_F(UpgradeTest, EndsWithTheSchemaOfAFreshDatabase) {
  ASSERT_TRUE(open_and_close(path(), migrations()));
  ASSERT_TRUE(open_and_close(path("fresh.db"), migrations()));
  EXPECT_EQ(RawDatabase(path("fresh.db")).schema(), RawDatabase(path()).schema());
}

TEST_F(UpgradeTest, OpeningItAgainChangesNothing) {
  ASSERT_TRUE(open_and_close(path(), migrations()));
  const auto applied = RawDatabase(path()).look("schema_version").rows;
  ASSERT_TRUE(open_and_close(path(), migrations()));
  EXPECT_EQ(applied, RawDatabase(path()).look("schema_version").rows);
}

TEST_F(UpgradeTest, AnOlderProgramRefusesItPolitelyAndLeavesItAlone) {
  const auto newest = with_tomorrow();
  ASSERT_TRUE(open_and_close(path(), newest));
  const auto schema = RawDatabase(path()).schema();
  for (std::size_t known = 1; known < newest.size(); ++known) {
    const auto refused = open_and_close(path(), std::span(newest).first(known));
    ASSERT_FALSE(refused) << "by a program that knows " << known;
    EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind);
    EXPECT_NE(std::string::npos, refused.error().message.find("newer Rapport"))
        << refused.error().message;
    EXPECT_EQ(schema, RawDatabase(path()).schema());
  }
  EXPECT_TRUE(open_and_close(path(), newest));
}

// Cuts the power at one moment of the upgrade after the other. What comes back is the schema of
// some step with all that belongs to it, and the next start goes on from there.
TEST_F(UpgradeTest, APowerCutLeavesAWholeStep) {
  const auto steps = with_tomorrow();
  std::vector<std::map<std::string, std::string>> schemas;  // after so many steps
  for (std::size_t known = 1; known <= steps.size(); ++known) {
    const std::string at = path("after" + std::to_string(known) + ".db");
    restore_dump(kDump, at);
    ASSERT_TRUE(open_and_close(at, std::span(steps).first(known)));
    schemas.push_back(RawDatabase(at).schema());
  }
  const std::int64_t posts = RawDatabase(path()).number("select count(*) from post");
  ASSERT_EQ(94, posts);

  PowerLossDisk disk("power_loss_upgrade");
  std::vector<int> left(steps.size() + 1, 0);  // how often each step was what remained
  const auto cut_after = [&](std::int64_t calls, std::uint64_t seed) {
    const std::string at = path("cut.db");
    for (const char* part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(at + part);
    std::filesystem::copy_file(path(), at);
    disk.cut_after(calls);
    (void)open_and_close(at, steps, disk.name());
    disk.come_back(seed);

    {
      const RawDatabase found(at);
      ASSERT_EQ("ok", found.ask("pragma integrity_check").front()) << "cut after " << calls;
      const auto version =
          static_cast<std::size_t>(found.number("select max(version) from schema_version"));
      ASSERT_GE(version, 1U);
      ASSERT_LE(version, steps.size());
      ASSERT_EQ(schemas[version - 1], found.schema()) << "cut after " << calls;
      ASSERT_EQ(posts, found.number("select count(*) from post"));
      if (version == steps.size()) {
        ASSERT_EQ(posts, found.number("select count(*) from tomorrow"));
      }
      ++left[version];
    }
    const auto again = open_and_close(at, steps);
    ASSERT_TRUE(again) << again.error().message << " " << again.error().cause;
    ASSERT_EQ(schemas.back(), RawDatabase(at).schema());
  };

  const auto start = disk.calls();
  cut_after(1'000'000, 1);
  const auto all = disk.calls() - start;
  ASSERT_GT(all, 10);
  // Every moment while the steps are few, one in so many once they are long.
  const std::int64_t stride = all / 120 + 1;
  int cuts = 0;
  for (std::int64_t calls = 0; calls < all && !HasFatalFailure(); calls += stride, ++cuts) {
    cut_after(calls, static_cast<std::uint64_t>(calls));
  }
  // The cuts met the old schema, the new one, and (with more than one step to go) what lies
  // between.
  for (std::size_t version = 1; version <= steps.size(); ++version) {
    EXPECT_GT(left[version], 0) << "never cut at schema " << version;
  }
  RecordProperty("cuts", cuts);
}

}  // namespace
}  // namespace rapport
