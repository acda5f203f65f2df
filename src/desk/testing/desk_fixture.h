// A small brand to test the desk on: a real database, a clock turned by hand, an owner, an agent
// and a viewer, and one channel on a fake network.

#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "base/secret_box.h"
#include "desk/channels/connectors.h"
#include "desk/coaching/coaching.h"
#include "desk/hearing/filing.h"
#include "desk/inbox/inbox.h"
#include "desk/outbox/deliverer.h"
#include "desk/outbox/outbox.h"
#include "desk/testing/fake_network.h"
#include "networks/registry.h"
#include "source_dir.h"
#include "store/testing/temp_store.h"
#include "text/reading/reader.h"

namespace rapport {

// What the coach reads with: mapped once.
inline std::shared_ptr<const Models> shipped_models() {
  static const auto models = Models::open(RAPPORT_SOURCE_DIR "/models");
  EXPECT_TRUE(models) << models.error().message;
  return *models;
}

class DeskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Workspace workspace{ids.make<WorkspaceId>(), "Northwind", clock.now()};
    owner = member("Olga", Role::kOwner, workspace.id);
    agent = member("Arun", Role::kAgent, workspace.id);
    viewer = member("Vera", Role::kViewer, workspace.id);
    channel.workspace = workspace.id;
    channel.id = ids.make<ChannelId>();
    channel.network = "fake";
    channel.native_id = "us";
    channel.handle = "us.example";
    channel.connected_at = clock.now();
    channel.changed_at = clock.now();
    auto made = store().write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_workspace(workspace));
      for (const auto& each : {owner, agent, viewer}) {
        RAPPORT_TRY(unit.members().add_login(Login{each.login, each.email, "", clock.now()}));
        RAPPORT_TRY(unit.members().add(each));
      }
      Person person{workspace.id, ids.make<PersonId>(), "Northwind", clock.now()};
      RAPPORT_TRY(unit.people().add_person(person));
      Account account;
      account.workspace = workspace.id;
      account.id = ids.make<AccountId>();
      account.person = person.id;
      account.network = "fake";
      account.native_id = "us";
      account.handle = "us.example";
      account.ours = true;
      account.changed_at = clock.now();
      RAPPORT_TRY(unit.people().add_account(account));
      channel.account = account.id;
      return unit.channels().add(channel);
    });
    ASSERT_TRUE(made) << made.error().message << " " << made.error().cause;
    network = std::make_shared<FakeNetwork>();
    connectors.put(channel.id, network);
    clock.advance(std::chrono::minutes{1});
  }

  Store& store() { return *temp.store; }

  Member member(const std::string& name, Role role, WorkspaceId workspace) {
    Member made;
    made.workspace = workspace;
    made.id = ids.make<MemberId>();
    made.login = ids.make<LoginId>();
    made.name = name;
    made.email = name + "@brand.example";
    made.role = role;
    made.created_at = clock.now();
    return made;
  }

  // A post as the network tells it. Ours if `author` is "us".
  NetworkPost said(const std::string& author, const std::string& name, const std::string& text,
                   const std::string& parent = {}, const std::string& root = {}) {
    NetworkPost post;
    post.native_id = name;
    post.revision = "rev-" + name;
    post.author.native_id = author;
    post.author.handle = author + ".example";
    post.author.name = author;
    post.parent_native_id = parent;
    post.root_native_id = root.empty() ? (parent.empty() ? name : parent) : root;
    post.kind = parent.empty() ? PostKind::kPost : PostKind::kReply;
    post.text = text;
    post.created_at = clock.now();
    if (text.find("@us") != std::string::npos) {
      const auto begin = static_cast<std::uint32_t>(text.find("@us"));
      post.entities.push_back(Entity{EntityKind::kMention, begin, begin + 3, "us"});
    }
    return post;
  }

  Filed hear(std::vector<NetworkPost> posts, std::vector<std::string> deleted = {}) {
    return file(filing, std::move(posts), std::move(deleted));
  }

  // The same by another filing: what the channel heard within the last minute.
  Filed file(Filing& with, std::vector<NetworkPost> posts, std::vector<std::string> deleted = {}) {
    Heard heard;
    heard.posts = std::move(posts);
    heard.deleted = std::move(deleted);
    heard.cursor = "c";
    heard.read_from = clock.now() - std::chrono::minutes{1};
    heard.read_to = clock.now();
    auto filed = with.file_heard(channel, "notifications", heard);
    EXPECT_TRUE(filed) << filed.error().message << " " << filed.error().cause;
    return filed.value_or(Filed{});
  }

  Post post_named(const std::string& native_id) {
    auto post = store().read([&](Unit& unit) {
      return unit.posts().by_native_id(channel.workspace, "fake", native_id);
    });
    EXPECT_TRUE(post && *post) << "no post " << native_id;
    return post && *post ? **post : Post{};
  }

  Conversation conversation_of(const std::string& native_id) {
    const Post post = post_named(native_id);
    auto found = store().read([&](Unit& unit) {
      return unit.conversations().find(channel.workspace, post.conversation);
    });
    EXPECT_TRUE(found);
    return found.value_or(Conversation{});
  }

  HandClock clock{Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
  IdMaker ids{clock};
  TempStore temp;
  Registry registry;
  SecretBox secrets{*SecretBox::of_key_text(std::string(64, 'a'))};
  Connectors connectors{store(), registry, secrets};
  Filing filing{store(), ids, clock};
  Inbox inbox{store(), ids, clock};
  Coaching coaching{store(), clock, shipped_models()};
  Outbox outbox{store(), ids, clock, &coaching};
  Deliverer deliverer{store(), connectors, ids, clock, {}};
  std::shared_ptr<FakeNetwork> network;
  Member owner, agent, viewer;
  Channel channel;
};

}  // namespace rapport
