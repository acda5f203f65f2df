#include "http/matrix_world.h"

#include "base/testing/tiny_picture.h"

#include "networks/registry.h"

namespace rapport::testing {
namespace {

// Signs everybody in, whoever they say they are.
class WillingNetwork final : public Network {
 public:
  std::string name() const override { return "fake"; }
  Limits limits() const override { return {}; }
  Result<ConnectedAccount> connect(const ConnectRequest& request) override {
    ConnectedAccount account;
    account.account.native_id = request.handle;
    account.account.handle = request.handle;
    account.secret = "secret";
    return account;
  }
  Result<SignInStart> start_sign_in(const SignInRequest& request) override {
    return SignInStart{"https://willing.example/authorize", request.service, request.service};
  }
  // Whoever comes back with a code is called by it.
  Result<ConnectedAccount> finish_sign_in(const std::string&, const std::string& code) override {
    return connect({.handle = code, .app_password = {}, .service = {}});
  }
  Result<std::vector<FoundSource>> find_sources(const std::string& address) override {
    return std::vector<FoundSource>{{address, "News", "RSS"}};
  }
  Result<std::unique_ptr<Connector>> open(const Channel&, SecretSlot) override {
    return unavailable("Nobody listens in this test.");
  }
};

template <class T>
T must(Result<T> result) {
  EXPECT_TRUE(result) << result.error().message << " " << result.error().cause;
  return result ? std::move(*result) : T{};
}

NetworkAccount network_account(std::string native_id, std::string handle) {
  NetworkAccount account;
  account.native_id = std::move(native_id);
  account.handle = std::move(handle);
  return account;
}

}  // namespace

Side::Side(MatrixWorld& world, WorkspaceId workspace, std::string its_mark)
    : mark(std::move(its_mark)), world_(world) {
  founder.workspace = workspace;
  founder = fresh_member(Role::kOwner);
  channel =
      must(world.channels.connect_signed_in(
               founder, "fake", ConnectedAccount{network_account("us", "us.example"), "", "secret"},
               world.clock.now()))
          .channel;
  world.connectors.put(channel.id, world.network);
}

ChannelId Side::fresh_channel() {
  const std::string name = world_.next("channel");
  return must(world_.channels.connect_signed_in(
                  founder, "fake", ConnectedAccount{network_account(name, name), "", "secret"},
                  world_.clock.now()))
      .channel.id;
}

std::string Side::begun_sign_in(const Member& by) {
  SignInInput input;
  input.network = "fake";
  input.service = mark;
  return must(world_.channels.begin_sign_in(by, input)).state;
}

std::string Side::fresh_email() { return world_.next(mark) + "@brand.example"; }

Member Side::fresh_member(Role role) {
  Member made = world_.member(world_.next(mark), role, founder.workspace);
  made.email = made.name + "@brand.example";
  must(world_.store().write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.members().add_login(
        Login{made.login, made.email, world_.password_hash, world_.clock.now()}));
    return unit.members().add(made);
  }));
  return made;
}

Post Side::fresh_post() {
  // Both brands hear posts of the same ids: a network's ids are no secret and no key.
  const std::string name = world_.next("p");
  Heard heard;
  heard.posts = {world_.said("ana" + name, name, "@us " + mark)};
  heard.cursor = "c";
  heard.read_from = world_.clock.now() - std::chrono::minutes{1};
  heard.read_to = world_.clock.now();
  must(world_.filing.file_heard(channel, "notifications", heard));
  return **world_.store().read(
      [&](Unit& unit) { return unit.posts().by_native_id(workspace(), "fake", name); });
}

Post Side::fresh_post_of_ours() {
  const std::string name = world_.next("o");
  Heard heard;
  heard.posts = {world_.said("us", name, mark)};
  heard.cursor = "c";
  heard.read_from = world_.clock.now() - std::chrono::minutes{1};
  heard.read_to = world_.clock.now();
  must(world_.filing.file_heard(channel, "own_posts", heard));
  return **world_.store().read(
      [&](Unit& unit) { return unit.posts().by_native_id(workspace(), "fake", name); });
}

Post Side::fresh_post_below_ours() {
  must(world_.store().write([&](Unit& unit) -> Result<Done> {
    auto ours = unit.channels().find(workspace(), channel.id);
    RAPPORT_TRY(ours);
    ours->limits.hides_replies = true;
    return unit.channels().save(*ours);
  }));
  const Post ours = fresh_post_of_ours();
  const std::string name = world_.next("b");
  Heard heard;
  heard.posts = {world_.said("ana" + name, name, mark, ours.native_id, ours.native_id)};
  heard.cursor = "c";
  heard.read_from = world_.clock.now() - std::chrono::minutes{1};
  heard.read_to = world_.clock.now();
  must(world_.filing.file_heard(channel, "notifications", heard));
  return **world_.store().read(
      [&](Unit& unit) { return unit.posts().by_native_id(workspace(), "fake", name); });
}

RemedyPerson Side::fresh_remedy() {
  const Post post = fresh_post();
  RemedyPerson person;
  person.remedy = must(world_.solving.fix(founder, "delivery", {"A new lid"})).remedy.id;
  person.workspace = workspace();
  person.person = author_of(post).person;
  person.post = post.id;
  person.said_at = post.created_at;
  must(world_.store().write([&](Unit& unit) { return unit.remedies().add_person(person); }));
  return person;
}

Account Side::author_of(const Post& post) {
  return must(world_.store().read(
      [&](Unit& unit) { return unit.people().account(workspace(), post.author); }));
}

ActId Side::queued_act() { return must(world_.outbox.like(founder, fresh_post().id)).act.id; }

ActId Side::rejected_act() {
  const ActId id = queued_act();
  must(world_.store().write([&](Unit& unit) -> Result<Done> {
    auto act = unit.outbox().find(workspace(), id);
    RAPPORT_TRY(act);
    act->state = ActState::kRejected;
    act->error = "The network did not accept this.";
    return unit.outbox().save(*act);
  }));
  return id;
}

AttachmentId Side::fresh_picture() {
  return must(world_.outbox.attach(founder, tiny_picture())).id;
}

InvitationId Side::fresh_invitation() {
  return must(world_.team.invite(founder, fresh_email(), Role::kViewer)).invitation.id;
}

std::string Side::fresh_invitation_secret() {
  return must(world_.team.invite(founder, fresh_email(), Role::kViewer)).secret;
}

TokenId Side::fresh_token(const Member& of) {
  return must(world_.team.create_token(of, mark)).token.id;
}

TagId Side::fresh_tag() {
  return must(world_.tagging.create(founder, world_.next(mark + "-tag"), TagColor::kTeal)).tag.id;
}

std::string Side::fresh_reason() {
  return must(world_.readings.add_reason(founder, world_.next(mark + "-reason"))).key;
}

TopicId Side::fresh_topic() {
  Topic topic;
  topic.id = world_.ids.make<TopicId>().value;
  topic.name = world_.next(mark + "-topic");
  must(world_.store().write([&](Unit& unit) -> Result<Done> {
    auto all = unit.topics().all(workspace());
    RAPPORT_TRY(all);
    all->push_back(topic);
    return unit.topics().replace(workspace(), *all);
  }));
  return TopicId{topic.id};
}

MonitorId Side::fresh_monitor() {
  return must(world_.monitors.create(
                  founder, {world_.next(mark + "-monitor"), mark, TagColor::kTeal, false}))
      .monitor.id;
}

BackfillId Side::fresh_backfill() {
  const Time now = world_.clock.now();
  const BackfillWish wish{channel.id, {}, now - std::chrono::hours{2}, now};
  return must(world_.coverage.backfill(founder, wish)).id;
}

ViewId Side::fresh_view(const Member& of) {
  SavedView view;
  view.workspace = workspace();
  view.id = world_.ids.make<ViewId>();
  view.by = of.id;
  view.name = world_.next(mark + "-view");
  view.created_at = world_.clock.now();
  must(world_.store().write([&](Unit& unit) { return unit.views().add(view); }));
  return view.id;
}

ArticleCategoryId Side::fresh_article_category() {
  return must(world_.knowledge.add_category(founder, world_.next(mark + "-category"))).id;
}

ArticleId Side::fresh_article() {
  ArticleWish wish;
  wish.status = ArticleStatus::kPublished;
  wish.language = "en";
  wish.title = world_.next(mark + "-article");
  wish.markdown = mark + " sends it back within 30 days.";
  wish.url = "https://" + mark + ".example/" + wish.title;
  return must(world_.knowledge.create(founder, wish)).view.entry.id;
}

GapId Side::fresh_gap() {
  KeptGap kept;
  kept.gap.workspace = workspace();
  kept.gap.id = world_.ids.make<GapId>();
  kept.gap.name = world_.next(mark + "-gap");
  kept.gap.language = "en";
  kept.posts = {fresh_post().id};
  must(world_.store().write([&](Unit& unit) -> Result<Done> {
    const auto gaps = gaps_in(unit);
    auto before = gaps->all(workspace());
    RAPPORT_TRY(before);
    std::vector<KeptGap> all{kept};
    for (const Gap& each : *before) all.push_back({each, {}});
    return gaps->replace(workspace(), all);
  }));
  return kept.gap.id;
}

void MatrixWorld::SetUp() {
  HttpTest::SetUp();
  password_hash = *hash_password(kPassword);
  registry.add(std::make_unique<WillingNetwork>());
  ours = std::make_unique<Side>(*this, owner.workspace, "north");
  theirs = std::make_unique<Side>(*this, stranger.workspace, "south");
  rows = std::make_unique<Rows>(temp);
}

}  // namespace rapport::testing
