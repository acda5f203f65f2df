// Connecting an account on its network's own pages.

#include "base/url.h"
#include "desk/channels/channels.h"
#include "desk/testing/desk_fixture.h"
#include "networks/registry.h"

namespace rapport {
namespace {

// Lets in whoever brings a code, as the account of that name.
class DoorNetwork final : public Network {
 public:
  std::string name() const override { return "door"; }
  Limits limits() const override { return {}; }
  Result<ConnectedAccount> connect(const ConnectRequest&) override { return invalid("No."); }
  Result<SignInStart> start_sign_in(const SignInRequest& request) override {
    asked = request;
    return SignInStart{"https://door.example/authorize?x=1", "https://door.example",
                       "kept\nfor " + request.service};
  }
  Result<ConnectedAccount> finish_sign_in(const std::string& given,
                                          const std::string& code) override {
    kept = given;
    ConnectedAccount account;
    account.account.native_id = "door.example/" + code;
    account.account.handle = code + "@door.example";
    account.service = "https://door.example";
    account.secret = "token of " + code;
    account.limits = Limits{.text_max = 700};
    return account;
  }
  Result<std::unique_ptr<Connector>> open(const Channel&, SecretSlot) override {
    return unavailable("Nobody listens in this test.");
  }

  SignInRequest asked;
  std::string kept;
};

class SignInTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    auto made = std::make_unique<DoorNetwork>();
    door = made.get();
    registry.add(std::move(made));
  }

  SignInInput input() {
    SignInInput wanted;
    wanted.network = "door";
    wanted.service = "door.example";
    wanted.redirect_url = "https://desk.example/oauth/callback";
    return wanted;
  }

  DoorNetwork* door = nullptr;
  ChannelDesk channels{store(), registry, connectors, secrets, ids, clock};
};

TEST_F(SignInTest, GoesThereAndComesBackConnected) {
  const auto begun = channels.begin_sign_in(owner, input());
  ASSERT_TRUE(begun) << begun.error().message;
  EXPECT_EQ(begun->address,
            "https://door.example/authorize?x=1&state=" + encode_url_value(begun->state));
  EXPECT_EQ(door->asked.redirect_url, "https://desk.example/oauth/callback");
  // What is kept can be read by nobody on the way.
  EXPECT_EQ(begun->state.find("kept"), std::string::npos);

  const auto view = channels.finish_sign_in(owner, begun->state, "northwind");
  ASSERT_TRUE(view) << view.error().message;
  EXPECT_EQ(door->kept, "kept\nfor door.example");
  EXPECT_EQ(view->channel.handle, "northwind@door.example");
  EXPECT_EQ(view->channel.limits.text_max, 700);
  // Who looks at a channel is not shown its secret.
  EXPECT_TRUE(view->channel.sealed_secret.empty());
  const auto kept = store().read(
      [&](Unit& unit) { return unit.channels().find(view->channel.workspace, view->channel.id); });
  ASSERT_TRUE(kept);
  const auto secret = secrets.open(kept->sealed_secret, secret_context(*kept));
  ASSERT_TRUE(secret);
  EXPECT_EQ(*secret, "token of northwind");
}

TEST_F(SignInTest, OpensOnlyForWhoBeganItAndNotForever) {
  const auto begun = channels.begin_sign_in(owner, input());
  ASSERT_TRUE(begun);
  Member other = owner;
  other.id = ids.make<MemberId>();
  Member elsewhere = owner;
  elsewhere.workspace = ids.make<WorkspaceId>();
  for (const Member& each : {other, elsewhere}) {
    const auto refused = channels.finish_sign_in(each, begun->state, "northwind");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "state");
  }
  EXPECT_EQ(channels.finish_sign_in(owner, "v1.made-up", "x").error().field, "state");
  EXPECT_EQ(channels.finish_sign_in(owner, "", "x").error().field, "state");
  clock.advance(std::chrono::minutes{31});
  EXPECT_EQ(channels.finish_sign_in(owner, begun->state, "northwind").error().field, "state");
}

TEST_F(SignInTest, IsForThoseWhoManageChannels) {
  for (const Member& each : {agent, viewer}) {
    EXPECT_EQ(channels.begin_sign_in(each, input()).error().kind, ErrorKind::kForbidden);
    EXPECT_EQ(channels.finish_sign_in(each, "x", "y").error().kind, ErrorKind::kForbidden);
  }
  SignInInput unknown = input();
  unknown.network = "nowhere";
  EXPECT_EQ(channels.begin_sign_in(owner, unknown).error().kind, ErrorKind::kInvalid);
}

TEST_F(SignInTest, ReconnectsTheSameAccountAndNoOther) {
  auto begun = channels.begin_sign_in(owner, input());
  const auto first = channels.finish_sign_in(owner, begun->state, "northwind");
  ASSERT_TRUE(first);
  ASSERT_TRUE(channels.disconnect(owner, first->channel.id));

  SignInInput again;
  again.channel = first->channel.id;
  begun = channels.begin_sign_in(owner, again);
  ASSERT_TRUE(begun) << begun.error().message;
  EXPECT_EQ(door->asked.service, "https://door.example");
  const auto wrong = channels.finish_sign_in(owner, begun->state, "somebody");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().field, "code");
  const auto back = channels.finish_sign_in(owner, begun->state, "northwind");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->channel.id, first->channel.id);
  EXPECT_EQ(back->channel.state, ChannelState::kConnected);
  EXPECT_EQ(channels.list(owner)->size(), 2U);  // with the one of the fixture
}

}  // namespace
}  // namespace rapport
