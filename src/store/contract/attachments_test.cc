#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsPicturesToTheByte) {
  Attachment picture = sample::attachment(here, 1);
  picture.bytes.clear();
  for (int byte = 0; byte < 256; ++byte) picture.bytes.push_back(static_cast<char>(byte));
  picture.size = 256;
  write([&](Unit& unit) { return unit.attachments().add(picture); });
  EXPECT_TRUE(
      same(picture, read([&](Unit& unit) { return unit.attachments().find(here, picture.id); })));
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.attachments().add(picture); }));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.attachments().find(elsewhere, picture.id); }));
}

TEST_P(StoreContract, TellsOfPicturesWithoutTheirBytes) {
  Attachment one = sample::attachment(here, 1);
  Attachment two = sample::attachment(here, 2);
  for (const Attachment& each : {one, two, sample::attachment(elsewhere, 3)}) {
    write([&](Unit& unit) { return unit.attachments().add(each); });
  }
  auto found = read([&](Unit& unit) {
    return unit.attachments().some(here, {two.id, sample::attachment(here, 3).id});
  });
  two.bytes.clear();
  EXPECT_TRUE(same({two}, found));
  EXPECT_TRUE(read([&](Unit& unit) { return unit.attachments().some(here, {}); }).empty());
}

TEST_P(StoreContract, DropsPicturesThatNobodyTookUp) {
  const Attachment old = sample::attachment(here, 1);
  const Attachment sent = sample::attachment(here, 2);
  const Attachment drafted = sample::attachment(here, 3);
  for (const Attachment& each : {old, sent, drafted}) {
    write([&](Unit& unit) { return unit.attachments().add(each); });
  }
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.attachments().keep(here, sent.id, std::nullopt));
    RAPPORT_TRY(unit.attachments().keep(here, drafted.id, sample::at(9000)));
    return unit.attachments().keep(here, AttachmentId{404}, sample::at(1));
  });
  const auto drop = [&](Time now, int most) {
    return write([&](Unit& unit) { return unit.attachments().drop_unused(now, most); });
  };
  EXPECT_EQ(0, drop(sample::at(50), 10));
  EXPECT_EQ(0, drop(sample::at(5000), 0));
  EXPECT_EQ(1, drop(sample::at(5000), 10));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.attachments().find(here, old.id); }));
  read([&](Unit& unit) { return unit.attachments().find(here, sent.id); });
  read([&](Unit& unit) { return unit.attachments().find(here, drafted.id); });
  EXPECT_EQ(1, drop(sample::at(9001), 10));
}

TEST_P(StoreContract, KeepsOneHistoryImportAChannel) {
  HistoryImport history = sample::history(here, 1);
  write([&](Unit& unit) { return unit.histories().save(history); });
  history.state = HistoryState::kDone;
  history.back_to.reset();
  history.reached.reset();
  history.posts = 5'000'000'000;
  history.note.clear();
  write([&](Unit& unit) { return unit.histories().save(history); });
  EXPECT_TRUE(same(std::optional(history), read([&](Unit& unit) {
                     return unit.histories().of_channel(here, history.channel);
                   })));
  EXPECT_FALSE(
      read([&](Unit& unit) { return unit.histories().of_channel(elsewhere, history.channel); }));
}

}  // namespace
}  // namespace rapport
