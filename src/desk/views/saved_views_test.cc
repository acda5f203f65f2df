#include "desk/views/saved_views.h"

#include "desk/tagging/tagging.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class SavedViewsTest : public DeskTest {
 protected:
  SavedViews views{store(), ids, clock};
  Tagging tagging{store(), ids, clock};

  SavedView wanted(const std::string& name, bool shared = false) {
    SavedView view;
    view.name = name;
    view.shared = shared;
    return view;
  }
  std::string seen_by(const Member& who) {
    std::string names;
    const auto list = views.list(who);
    for (const ShownView& each : *list) names += each.view.name;
    return names;
  }
};

TEST_F(SavedViewsTest, PrivateOnesAreTheirMakersAlone) {
  const auto own = views.create(agent, wanted("A"));
  const auto shared = views.create(agent, wanted("B", true));
  ASSERT_TRUE(own && shared);
  EXPECT_EQ("AB", seen_by(agent));
  EXPECT_EQ("B", seen_by(owner));
  const ViewId hidden = own->view.id;
  EXPECT_EQ(ErrorKind::kNotFound, views.change(owner, hidden, wanted("X")).error().kind);
  EXPECT_EQ(ErrorKind::kNotFound, views.remove(owner, hidden).error().kind);
  EXPECT_EQ(ErrorKind::kForbidden,
            views.change(viewer, shared->view.id, wanted("X", true)).error().kind);
  EXPECT_TRUE(views.change(owner, shared->view.id, wanted("C", true)));
  EXPECT_EQ(ErrorKind::kForbidden, views.change(owner, shared->view.id, wanted("C")).error().kind)
      << "it would be gone for everyone but its maker";
  EXPECT_EQ("AC", seen_by(agent));
  EXPECT_EQ(ErrorKind::kForbidden, views.create(viewer, wanted("V", true)).error().kind);
  EXPECT_EQ(ErrorKind::kForbidden, views.create(viewer, wanted("V")).error().kind);
  EXPECT_EQ("C", seen_by(viewer));
  const Member analyst = member("Anja", Role::kAnalyst, owner.workspace);
  EXPECT_TRUE(views.create(analyst, wanted("N")));
  EXPECT_EQ(ErrorKind::kForbidden, views.create(analyst, wanted("S", true)).error().kind);
  EXPECT_EQ("NC", seen_by(analyst));
}

TEST_F(SavedViewsTest, TheirOrderIsChosen) {
  std::vector<ViewId> made;
  for (const char* name : {"A", "B", "C"}) {
    made.push_back(views.create(agent, wanted(name))->view.id);
  }
  EXPECT_EQ("ABC", seen_by(agent));
  ASSERT_TRUE(views.arrange(agent, {made[2], made[0], made[1]}));
  EXPECT_EQ("CAB", seen_by(agent));
  const auto shared = views.create(agent, wanted("S", true));
  EXPECT_EQ(ErrorKind::kInvalid, views.arrange(agent, {made[0], shared->view.id}).error().kind);
  EXPECT_EQ("CABS", seen_by(agent)) << "nothing was changed";
}

TEST_F(SavedViewsTest, CountersTellHowManyWhereTheyCan) {
  const TagId tag = tagging.create(agent, "Refund", TagColor::kRed)->tag.id;
  for (int i = 0; i < 3; ++i) {
    const std::string name = "q" + std::to_string(i);
    hear({said("p" + name, name, "@us " + name)});
    const auto id = post_named(name).conversation;
    if (i == 0) {
      ASSERT_TRUE(inbox.assign(agent, id, agent.id, {}));
    }
    if (i <= 1) {
      ASSERT_TRUE(inbox.tag(agent, id, tag));
    }
    if (i == 2) {
      ASSERT_TRUE(inbox.resolve(agent, id, {}, {}));
    }
  }
  const auto add = [&](SavedView view) {
    view.name = "v";
    view.shared = true;
    const auto made = views.create(agent, view);
    ASSERT_TRUE(made) << made.error().message;
  };
  SavedView view;
  add(view);  // all
  view.state = ConversationState::kOpen;
  add(view);
  view.owner = ViewOwner::kMe;
  add(view);
  view.owner = ViewOwner::kNobody;
  add(view);
  view.owner = ViewOwner::kAnyone;
  view.tag = tag;
  add(view);
  view.text = "q";
  add(view);
  view.text.clear();
  view.reading.urgent = true;
  add(view);
  const auto totals = [&](const Member& who) {
    std::string text;
    const auto list = views.list(who);
    for (const ShownView& each : *list) {
      text += each.total ? std::to_string(*each.total) : "-";
    }
    return text;
  };
  EXPECT_EQ("32112--", totals(agent));
  EXPECT_EQ("32012--", totals(owner)) << "mine is whoever looks";
}

TEST_F(SavedViewsTest, RefusesWhatIsNotHere) {
  SavedView view = wanted("x");
  view.tag = TagId{404};
  EXPECT_EQ("tag_id", views.create(agent, view).error().field);
  view = wanted("x");
  view.channel = ChannelId{404};
  EXPECT_EQ("channel_id", views.create(agent, view).error().field);
  view = wanted("x");
  view.owner = ViewOwner::kMember;
  EXPECT_EQ("owner", views.create(agent, view).error().field);
  EXPECT_EQ("name", views.create(agent, wanted("  ")).error().field);
}

}  // namespace
}  // namespace rapport
