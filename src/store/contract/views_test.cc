#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsSavedViewsWithEveryMember) {
  SavedView view = sample::view(here, 1);
  write([&](Unit& unit) { return unit.views().add(view); });
  EXPECT_EQ(ErrorKind::kConflict, write_fails([&](Unit& unit) { return unit.views().add(view); }));
  EXPECT_TRUE(same(view, read([&](Unit& unit) { return unit.views().find(here, view.id); })));
  view.shared = true;
  view.name = "Refunds, mine";
  view.place = 7;
  view.state.reset();
  view.owner = ViewOwner::kMember;
  view.owner_member = MemberId{6};
  view.channel = ChannelId{9};
  view.tag = TagId{10};
  view.reading = {Sentiment::kNegative, Intent::kComplaint, "delivery", TopicId{8}, true, true};
  view.text = "late parcel";
  view.order = "relevance";
  write([&](Unit& unit) { return unit.views().save(view); });
  EXPECT_TRUE(same(view, read([&](Unit& unit) { return unit.views().find(here, view.id); })));
  write([&](Unit& unit) { return unit.views().replace_tag(here, TagId{10}, TagId{11}); });
  write([&](Unit& unit) { return unit.views().replace_topic(here, TopicId{8}, TopicId{12}); });
  EXPECT_EQ(TopicId{12},
            read([&](Unit& unit) { return unit.views().find(here, view.id); }).reading.topic);
  EXPECT_EQ(TagId{11}, read([&](Unit& unit) { return unit.views().find(here, view.id); }).tag);
  write([&](Unit& unit) { return unit.views().replace_reason(elsewhere, "delivery", "71"); });
  write([&](Unit& unit) { return unit.views().replace_reason(here, "delivery", "price"); });
  EXPECT_EQ("price",
            read([&](Unit& unit) { return unit.views().find(here, view.id); }).reading.reason);
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.views().find(elsewhere, view.id); }));
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return unit.views().remove(elsewhere, view.id); }));
  write([&](Unit& unit) { return unit.views().remove(here, view.id); });
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) { return unit.views().save(view); }));
}

TEST_P(StoreContract, ShowsPrivateViewsToTheirMakerAlone) {
  const MemberId ana{5};
  const MemberId ben{6};
  const auto add = [&](int number, MemberId by, bool shared, int place) {
    SavedView view = sample::view(here, number);
    view.by = by;
    view.shared = shared;
    view.place = place;
    write([&](Unit& unit) { return unit.views().add(view); });
  };
  add(1, ana, false, 2);
  add(2, ana, false, 1);
  add(3, ben, false, 1);
  add(4, ben, true, 2);
  add(5, ana, true, 1);
  const auto names = [&](WorkspaceId workspace, MemberId member) {
    std::string text;
    for (const SavedView& each :
         read([&](Unit& unit) { return unit.views().of(workspace, member); })) {
      text += each.name.substr(5);
    }
    return text;
  };
  EXPECT_EQ("2154", names(here, ana));
  EXPECT_EQ("354", names(here, ben));
  EXPECT_EQ("54", names(here, MemberId{7}));
  EXPECT_EQ("", names(elsewhere, ana));
}

}  // namespace
}  // namespace rapport
