#include "store/contract/store_contract.h"

namespace rapport {
namespace {

Backfill backfill_of(WorkspaceId workspace, int number) {
  Backfill backfill;
  backfill.workspace = workspace;
  backfill.id = BackfillId{number};
  backfill.channel = ChannelId{7};
  backfill.from = sample::at(1);
  backfill.to = sample::at(9);
  backfill.by = MemberId{5};
  backfill.started_at = sample::at(10);
  backfill.changed_at = sample::at(10);
  return backfill;
}

TEST_P(StoreContract, KeepsBackfillsAndTellsWhichIsNext) {
  Backfill first = backfill_of(here, 1);
  Backfill second = backfill_of(here, 2);
  second.monitor = MonitorId{3};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.backfills().add(second));
    RAPPORT_TRY(unit.backfills().add(first));
    return unit.backfills().add(backfill_of(elsewhere, 1));
  });
  const auto running = [&] {
    return read([&](Unit& unit) { return unit.backfills().running(here, ChannelId{7}); });
  };
  EXPECT_EQ(running(), first);
  EXPECT_EQ(read([&](Unit& unit) { return unit.backfills().running(here, ChannelId{8}); }),
            std::nullopt);
  first.state = BackfillState::kDone;
  first.at_monitor = MonitorId{4};
  first.at_search = 2;
  first.cursor = "25";
  first.posts = 40;
  first.note = "One monitor could not be asked for.";
  first.changed_at = sample::at(20);
  write([&](Unit& unit) { return unit.backfills().save(first); });
  EXPECT_EQ(read([&](Unit& unit) { return unit.backfills().find(here, first.id); }), first);
  EXPECT_EQ(running(), second);
  EXPECT_EQ(read([&](Unit& unit) { return unit.backfills().newest(here, 9); }),
            (std::vector{second, first}));
  EXPECT_EQ(read([&](Unit& unit) { return unit.backfills().newest(here, 1); }),
            std::vector{second});
  EXPECT_EQ(write_fails([&](Unit& unit) { return unit.backfills().save(backfill_of(here, 9)); }),
            ErrorKind::kNotFound);
}

}  // namespace
}  // namespace rapport
