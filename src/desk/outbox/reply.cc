#include "desk/inbox/rows.h"
#include "desk/outbox/clean.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/own_words.h"
#include "desk/outbox/queue.h"

namespace rapport {
namespace {

using ReplyAnswer = std::variant<ActView, AnsweredMeanwhile>;

// Our posts that came after the newest one the writer had on the screen, and acts of teammates that
// are on their way: the people must not get two answers because two of us were kind.
Result<std::optional<AnsweredMeanwhile>> answered_meanwhile(Unit& unit, const Member& by,
                                                            const ReplyRequest& request) {
  if (!request.seen_post) return std::optional<AnsweredMeanwhile>{};
  auto seen = unit.posts().find(by.workspace, *request.seen_post);
  RAPPORT_TRY(seen);

  AnsweredMeanwhile answered;
  auto outline = unit.posts().outline(by.workspace, request.conversation);
  RAPPORT_TRY(outline);
  const auto replies = unit.outbox().replies_since(by.workspace, request.conversation, Time::min());
  RAPPORT_TRY(replies);

  for (const auto& post : *outline) {
    if (post.address != Address::kOurs || post.deleted || post.heard_at <= seen->heard_at ||
        post.id == seen->id) {
      continue;
    }
    std::optional<MemberId> writer;
    for (const auto& act : *replies) {
      if (act.result_post == post.id || act.result_native_id == post.native_id) writer = act.by;
    }
    if (writer == by.id) continue;  // their own earlier answer is no news to them
    answered.answers.push_back(post.id);
    if (writer) {
      auto name = name_of(unit, by.workspace, *writer);
      RAPPORT_TRY(name);
      answered.who = *name;
    } else if (answered.who.empty()) {
      auto account = unit.people().account(by.workspace, post.author);
      RAPPORT_TRY(account);
      answered.who = "@" + account->handle + ", in the network's own app,";
    }
  }
  for (const auto& act : *replies) {
    if (!on_its_way(act) || act.by == by.id) continue;
    auto name = name_of(unit, by.workspace, act.by);
    RAPPORT_TRY(name);
    answered.who = *name;
  }
  if (answered.who.empty()) return std::optional<AnsweredMeanwhile>{};
  return std::optional<AnsweredMeanwhile>{std::move(answered)};
}

}  // namespace

Result<ReplyAnswer> Outbox::reply(const Member& by, const ReplyRequest& request) {
  RAPPORT_TRY(may_act(by));
  RAPPORT_TRY(check_key(request.client_key));
  const Saying saying{request.text, request.media, request.langs, request.card_url, request.card};

  const auto objection = objection_to(
      coaching_, by, saying, {.answers = request.post, .quotes = {}, .channel = request.channel});
  // What can't be sent is kept as the draft, and that must outlive the error.
  std::optional<Error> refused;
  auto stored = store_.write([&](Unit& unit) -> Result<ReplyAnswer> {
    const Time now = clock_.now();
    auto earlier = unit.outbox().by_client_key(by.workspace, by.id, request.client_key);
    RAPPORT_TRY(earlier);
    if (*earlier) {
      auto view = view_of(unit, std::move(**earlier));
      RAPPORT_TRY(view);
      return ReplyAnswer(std::move(*view));
    }

    auto conversation = unit.conversations().find(by.workspace, request.conversation);
    RAPPORT_TRY(conversation);
    auto post = unit.posts().find(by.workspace, request.post);
    RAPPORT_TRY(post);
    if (post->conversation != request.conversation) {
      return invalid("That post stands in another conversation.", "post_id");
    }
    if (post->deleted_at) {
      return invalid("Its author deleted that post, so it cannot be answered any more.", "post_id");
    }
    auto channel = speaker(unit, by.workspace, *post, request.channel);
    RAPPORT_TRY(channel);
    auto theirs = unit.people().account(by.workspace, post->author);
    RAPPORT_TRY(theirs);
    const std::string name = theirs->id == channel->account ? "" : theirs->handle;
    auto fits = check_saying(unit, *channel, saying, name);
    if (fits && objection) fits = fail(*objection);
    if (fits) fits = check_own_words(unit, by.workspace, request.conversation, request.text);
    if (!fits) {
      refused = fits.error();
      RAPPORT_TRY(unit.conversations().save_draft(Draft{by.workspace, request.conversation, by.id,
                                                        request.post, request.text, request.media,
                                                        now, request.channel, request.langs}));
      return ReplyAnswer(ActView{});
    }
    if (!request.confirm) {
      auto answered = answered_meanwhile(unit, by, request);
      RAPPORT_TRY(answered);
      if (*answered) return ReplyAnswer(std::move(**answered));
    }

    Act act = new_act(ids_, now, by, *channel, ActKind::kReply);
    act.client_key = request.client_key;
    act.conversation = request.conversation;
    act.post = request.post;
    RAPPORT_TRY(unit.conversations().drop_draft(by.workspace, request.conversation, by.id));
    auto view = queue(unit, ids_, std::move(act), saying, own_hosts_, now);
    RAPPORT_TRY(view);
    return ReplyAnswer(std::move(*view));
  });
  if (stored && refused) return fail(std::move(*refused));
  return stored;
}

}  // namespace rapport
