// Makes tests/upgrade/schema-0001.sql: a small brand in the middle of its work, written by the
// program as it was when there was one migration. See README.md beside the dump for how it was run;
// today's program does not compile this file.

#include <fstream>
#include <iostream>

#include "desk/team/team.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class MakeFixture : public DeskTest {
 protected:
  Act reply(const std::string& to, const std::string& text) {
    const Post post = post_named(to);
    ReplyRequest request;
    request.conversation = post.conversation;
    request.post = post.id;
    request.text = text;
    request.client_key = "key-" + to;
    request.confirm = true;
    auto made = outbox.reply(agent, request);
    EXPECT_TRUE(made) << made.error().message;
    return std::get<ActView>(*made).act;
  }
  void deliver() {
    for (;;) {
      auto worked = deliverer.deliver_one();
      ASSERT_TRUE(worked) << worked.error().message;
      if (!*worked) return;
    }
  }
  void pass(std::chrono::seconds time) { clock.advance(time); }

  // Threads of every length by many people, half of them answered in the network's own app.
  void tell_a_week() {
    const std::vector<std::string> people = {"ana",   "ben",   "cleo", "dmitri",
                                             "édith", "فاطمة", "gō",   "hans"};
    const std::vector<std::string> words = {
        "@us where is my order number ", "@us the grinder hums on setting ",
        "@us is the café open on day ",  "@us merci pour le café numéro ",
        "@us هل القهوة متوفرة رقم ",     "@us コーヒー豆は何番ですか "};
    for (int number = 0; number < 24; ++number) {
      const std::string root = "week" + std::to_string(number);
      const std::string& who = people[static_cast<std::size_t>(number) % people.size()];
      hear({said(who, root,
                 words[static_cast<std::size_t>(number) % words.size()] + std::to_string(number))});
      for (int more = 0; more < number % 5; ++more) {
        pass(std::chrono::minutes{7});
        const std::string& other =
            people[static_cast<std::size_t>(number + more + 1) % people.size()];
        hear({said(other, root + "-" + std::to_string(more), "me too, said " + other, root, root)});
      }
      if (number % 2 == 0) {
        pass(std::chrono::minutes{5});
        hear({said("us", root + "-answer", "We are on it, thank you", root, root)});
      }
      pass(std::chrono::hours{5});
    }
  }
};

TEST_F(MakeFixture, Writes) {
  Team team{store(), ids, clock};
  Workspace other{ids.make<WorkspaceId>(), "Southwind", clock.now()};
  const Member stranger = member("Sven", Role::kOwner, other.id);
  auto made = store().write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.members().add_workspace(other));
    RAPPORT_TRY(unit.members().add_login(Login{stranger.login, stranger.email, "", clock.now()}));
    RAPPORT_TRY(unit.members().add(stranger));
    auto sealed = secrets.seal("the app password", "channel:" + std::to_string(channel.id.value));
    RAPPORT_TRY(sealed);
    return unit.channels().save_secret(channel.workspace, channel.id, *sealed);
  });
  ASSERT_TRUE(made) << made.error().message;
  const auto petra = team.add_member(owner, owner.workspace, "Petra", "petra@brand.example",
                                     "a long enough one", Role::kAgent);
  ASSERT_TRUE(petra) << petra.error().message;

  auto old = said("ana", "old", "@us hello, before you had Rapport");
  old.created_at = channel.connected_at - std::chrono::days{3};
  hear({old});
  tell_a_week();

  // A conversation in every state.
  hear({said("ana", "open", "@us where is my zebra-striped cup?"),
        said("us", "launch", "Our new roast is out")});
  hear({said("ben", "snoozed", "@us when do you open in Lyon?")});
  hear({said("cleo", "resolved", "@us thank you for everything")});
  hear({said("dmitri", "skipped", "@us buy followers now")});
  hear({said("hans", "deleted", "@us my address is 5 Elm Street")});
  hear({said("ana", "edited", "@us helo")});
  hear({said("ben", "half", "same here", "halfroot", "halfroot")});
  hear({said("ben", "decaf", "is there decaf?", "launch", "launch")});
  pass(std::chrono::minutes{2});
  auto edit = said("ana", "edited", "@us hello");
  edit.revision = "rev-2";
  edit.created_at -= std::chrono::minutes{2};
  hear({edit});
  hear({}, {"deleted"});
  const auto conversation = [&](const std::string& name) { return conversation_of(name).id; };
  ASSERT_TRUE(inbox.snooze(agent, conversation("snoozed"), clock.now() + std::chrono::days{2}, {}));
  ASSERT_TRUE(inbox.resolve(agent, conversation("resolved"), "Thanked back", {}));
  ASSERT_TRUE(inbox.skip(agent, conversation("skipped"), SkipReason::kSpam, "sells followers", {}));
  ASSERT_TRUE(inbox.assign(owner, conversation("open"), agent.id, {}));
  ASSERT_TRUE(inbox.assign(owner, conversation("week1"), owner.id, {}));
  ASSERT_TRUE(inbox.resolve(owner, conversation("week3"), "by phone", {}));
  ASSERT_TRUE(inbox.reopen(owner, conversation("week3"), {}));
  ASSERT_TRUE(inbox.add_note(agent, conversation("open"), "She wrote by mail, too: ticket 4711"));
  ASSERT_TRUE(inbox.add_note(owner, conversation("open"), "Be generous"));
  ASSERT_TRUE(inbox.save_draft(agent, conversation("open"), post_named("open").id, "Dear Ana, it"));
  ASSERT_TRUE(inbox.save_draft(owner, conversation("week5"), post_named("week5").id,
                               "Ça arrive demain ☕"));

  // Likes, follows, coverage with a gap.
  Heard heard;
  heard.cursor = "cursor-77";
  NetworkInteraction like;
  like.kind = InteractionKind::kLike;
  like.native_id = "like1";
  like.actor = said("ana", "x", "").author;
  like.object_post_native_id = "launch";
  like.at = clock.now();
  heard.interactions.push_back(like);
  like.kind = InteractionKind::kFollow;
  like.native_id = "follow1";
  like.object_post_native_id.clear();
  heard.interactions.push_back(like);
  heard.read_from = clock.now();
  heard.read_to = clock.now() + std::chrono::seconds{1};
  heard.gap_from = clock.now() - std::chrono::hours{3};
  heard.gap_reason = "the network forgot it";
  ASSERT_TRUE(filing.file_heard(channel, "notifications", heard));

  // Acts in every state.
  const Act accepted = reply("week7", "It hums on purpose, Hans.");
  ASSERT_TRUE(outbox.like(agent, post_named("open").id));
  const Post decaf = post_named("decaf");
  auto decaf_account = store().read(
      [&](Unit& unit) { return unit.people().account(channel.workspace, decaf.author); });
  ASSERT_TRUE(decaf_account);
  ASSERT_TRUE(outbox.follow(agent, decaf_account->person, decaf.author));
  pass(kUndoWindow);
  deliver();
  EXPECT_EQ(ActState::kAccepted, outbox.find(agent, accepted.id)->act.state);

  reply("week9", "This one was refused");
  pass(kUndoWindow);
  network->meet(Fault::kRejected);
  deliver();
  const Act put_away = reply("week11", "This one was refused and put away");
  pass(kUndoWindow);
  network->meet(Fault::kRejected);
  deliver();
  ASSERT_TRUE(outbox.dismiss(agent, put_away.id));
  ASSERT_TRUE(outbox.undo(agent, reply("week13", "Taken back in time").id));
  ASSERT_TRUE(outbox.post(agent, channel.id, "A post of ours, deleted again", "key-post"));
  pass(kUndoWindow);
  deliver();
  const auto ours = network->sent().back().record_key;
  ASSERT_TRUE(outbox.remove(owner, post_named("at://us/" + ours).id, "a typo in it"));
  pass(kUndoWindow);
  deliver();

  reply("week15", "Nobody knows whether this was sent");
  pass(kUndoWindow);
  network->meet(Fault::kLostRequest);
  network->meet_at_look_up(Fault::kNotSent);
  deliver();
  pass(std::chrono::seconds{1});

  // The process died while this one was on its way.
  const Act sending = reply("week17", "On its way when the power went");
  pass(kUndoWindow);
  made = store().write([&](Unit& unit) -> Result<Done> {
    Act act = sending;
    act.state = ActState::kSending;
    act.attempts = 1;
    act.record_created_at = clock.now();
    act.changed_at = clock.now();
    RAPPORT_TRY(unit.outbox().save(act));
    Delivery delivery;
    delivery.workspace = act.workspace;
    delivery.id = ids.make<DeliveryId>();
    delivery.act = act.id;
    delivery.idempotency_key = act.record_key;
    delivery.started_at = clock.now();
    return unit.outbox().add_delivery(delivery);
  });
  ASSERT_TRUE(made);
  reply("week19", "Queued when the program was stopped");

  auto signed_in = team.sign_in("petra@brand.example", "a long enough one");
  ASSERT_TRUE(signed_in) << signed_in.error().message;
  auto token = team.create_token(owner, "for the report");
  ASSERT_TRUE(token);
  std::cout << "session " << signed_in->secret << "\ntoken " << token->secret << "\nnow "
            << to_micros(clock.now()) << "\n";
  ASSERT_TRUE(store().backup_to("schema-0001.db"));
}

}  // namespace
}  // namespace rapport
