#include "desk/outbox/deliverer.h"
#include "desk/announce.h"

#include <algorithm>

#include "base/log.h"
#include "desk/hearing/filer.h"
#include "desk/outbox/events.h"
#include "store/asked_of_articles.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::milliseconds kLongestHold{5000};

bool is_final_no(ErrorKind kind) {
  return kind == ErrorKind::kInvalid || kind == ErrorKind::kForbidden ||
         kind == ErrorKind::kNotFound || kind == ErrorKind::kConflict ||
         kind == ErrorKind::kTooLarge;
}

Outcome outcome_of_error(const Error& error) {
  const bool may_have_happened =
      error.kind == ErrorKind::kUnknown || error.kind == ErrorKind::kInternal;
  return may_have_happened ? Outcome::kUnknown : Outcome::kRejected;
}

}  // namespace

Result<Done> Deliverer::start(int threads) {
  RAPPORT_TRY(recover());
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
  return Done{};
}

void Deliverer::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& each : threads_) each.join();
  threads_.clear();
}

void Deliverer::work() {
  for (;;) {
    {
      std::lock_guard lock(mutex_);
      if (stopping_) return;
    }
    bool worked = false;
    try {
      auto delivered = deliver_one();
      if (!delivered) {
        log_error("deliverer", delivered.error().message + " " + delivered.error().cause);
      } else {
        worked = *delivered;
      }
    } catch (const std::exception& error) {
      log_error("deliverer", std::string("a delivery ended in an exception: ") + error.what());
    }
    if (worked) continue;
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, settings_.idle, [this] { return stopping_; });
  }
}

Result<Done> Deliverer::recover() {
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto left = unit.outbox().in_flight();
    RAPPORT_TRY(left);
    const Time now = clock_.now();
    for (auto& act : *left) {
      auto deliveries = unit.outbox().deliveries(act.workspace, act.id);
      RAPPORT_TRY(deliveries);
      for (auto& each : *deliveries) {
        if (each.outcome) continue;
        each.outcome = Outcome::kUnknown;
        each.finished_at = now;
        each.error = "the process ended before the outcome was stored";
        RAPPORT_TRY(unit.outbox().save_delivery(each));
      }
      act.state = ActState::kUnknown;
      act.not_before = now;
      act.changed_at = now;
      RAPPORT_TRY(unit.outbox().save(act));
      RAPPORT_TRY(announce_act(unit, act, now));
    }
    return Done{};
  });
}

Result<bool> Deliverer::deliver_one() {
  auto attempt = claim();
  RAPPORT_TRY(attempt);
  if (!*attempt) return false;

  auto ready = read_card(**attempt);
  const auto sent = ready ? carry_out(**attempt) : Result<Sent>(fail(std::move(ready.error())));
  if (settings_.answered) settings_.answered((*attempt)->act);
  // An outcome that cannot be stored now (a full disk) is kept until it can, or until the process
  // ends and the act is looked up by the next one.
  for (auto pause = std::chrono::milliseconds{100};; pause = std::min(pause * 2, kLongestHold)) {
    auto settled = settle(**attempt, sent);
    if (settled) return true;
    log_error("deliverer", "an outcome could not be stored: " + settled.error().message + " " +
                               settled.error().cause);
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, pause, [this] { return stopping_; })) return fail(settled.error());
  }
}

// Takes the next due act and writes the attempt down.
Result<std::optional<Deliverer::Attempt>> Deliverer::claim() {
  // One at a time: two threads must not find the same act due.
  std::lock_guard lock(claim_mutex_);
  const Time now = clock_.now();
  auto due = store_.read([&](Unit& unit) { return unit.outbox().due(now, 1); });
  RAPPORT_TRY(due);
  if (due->empty()) return std::optional<Attempt>{};

  return store_.write([&](Unit& unit) -> Result<std::optional<Attempt>> {
    auto act = unit.outbox().find(due->front().workspace, due->front().id);
    RAPPORT_TRY(act);
    // It may have been undone between reading and now.
    if (act->state != ActState::kQueued && act->state != ActState::kUnknown) {
      return std::optional<Attempt>{};
    }
    auto attempt = prepare(unit, *act);
    if (!attempt && attempt.error().kind != ErrorKind::kNotFound) return fail(attempt.error());
    if (!attempt) {
      // What it answers is gone from our own books: it can never be sent.
      act->state = ActState::kRejected;
      act->error = attempt.error().message;
      act->changed_at = now;
      RAPPORT_TRY(unit.outbox().save(*act));
      RAPPORT_TRY(announce_act(unit, *act, now));
      return std::optional<Attempt>{};
    }
    RAPPORT_TRY(unit.outbox().save(attempt->act));
    RAPPORT_TRY(unit.outbox().add_delivery(attempt->delivery));
    RAPPORT_TRY(announce_act(unit, attempt->act, now));
    return std::optional<Attempt>{std::move(*attempt)};
  });
}

Result<Deliverer::Attempt> Deliverer::prepare(Unit& unit, Act act) {
  const Time now = clock_.now();
  auto channel = unit.channels().find(act.workspace, act.channel);
  RAPPORT_TRY(channel);

  Attempt attempt;
  attempt.channel = *channel;
  attempt.look_up_first = act.state == ActState::kUnknown;
  act.state = ActState::kSending;
  act.attempts += 1;
  act.changed_at = now;

  auto& outgoing = attempt.outgoing;
  outgoing.kind = act.kind;
  outgoing.record_key = act.record_key;
  outgoing.created_at = *act.record_created_at;
  outgoing.text = act.text;
  outgoing.langs = act.langs;
  for (const ActMedia& each : act.media) {
    auto picture = unit.attachments().find(act.workspace, each.attachment);
    RAPPORT_TRY(picture);
    outgoing.images.push_back(OutgoingImage{std::move(picture->bytes), picture->mime, each.alt,
                                            picture->width, picture->height});
  }
  if (!act.card_url.empty()) {
    auto card = kept_card(unit, act);
    RAPPORT_TRY(card);
    outgoing.card = std::move(*card);
  }
  if (act.post) {
    auto post = unit.posts().find(act.workspace, *act.post);
    RAPPORT_TRY(post);
    outgoing.target_native_id = post->native_id;
    outgoing.target_revision = post->revision;
    if (act.kind == ActKind::kUnlike || act.kind == ActKind::kUnrepost) {
      outgoing.target_native_id = act.result_native_id;
    }
    if (act.kind == ActKind::kHide || act.kind == ActKind::kUnhide) {
      outgoing.root_native_id = post->root_native_id;
      outgoing.text.clear();  // why it is hidden stays here
    }
    if (act.kind == ActKind::kReply) {
      outgoing.root_native_id = post->root_native_id;
      if (post->root_native_id == post->native_id) {
        outgoing.root_revision = post->revision;
      } else {
        auto root = unit.posts().by_native_id(act.workspace, post->network, post->root_native_id);
        RAPPORT_TRY(root);
        if (*root) outgoing.root_revision = (*root)->revision;
      }
    }
  }
  if (act.account) {
    auto account = unit.people().account(act.workspace, *act.account);
    RAPPORT_TRY(account);
    const bool by_record = act.kind == ActKind::kUnfollow || act.kind == ActKind::kUnblock;
    outgoing.target_native_id = by_record ? act.result_native_id : account->native_id;
  }

  attempt.delivery.workspace = act.workspace;
  attempt.delivery.id = ids_.make<DeliveryId>();
  attempt.delivery.act = act.id;
  attempt.delivery.attempt = act.attempts;
  attempt.delivery.idempotency_key = act.record_key;
  attempt.delivery.started_at = now;
  attempt.act = std::move(act);
  return attempt;
}

Result<Sent> Deliverer::carry_out(const Attempt& attempt) {
  auto connector = connectors_.get(attempt.channel);
  RAPPORT_TRY(connector);
  if (attempt.look_up_first) {
    auto standing = (*connector)->look_up(attempt.outgoing);
    if (!standing) {
      // Not knowing is not knowing, whatever kept us from finding out.
      Error error = standing.error();
      if (error.kind != ErrorKind::kUnauthorized) error.kind = ErrorKind::kUnknown;
      return fail(std::move(error));
    }
    if (*standing) return **standing;
  }
  return (*connector)->send(attempt.outgoing);
}

Result<Done> Deliverer::settle(const Attempt& attempt, const Result<Sent>& sent) {
  const Time now = clock_.now();

  if (!sent && sent.error().kind == ErrorKind::kUnauthorized &&
      attempt.channel.state == ChannelState::kConnected) {
    connectors_.drop(attempt.channel.id);
    RAPPORT_TRY(ask_to_reconnect(store_, attempt.channel, sent.error().message, now));
  }

  return store_.write([&](Unit& unit) -> Result<Done> {
    Attempt copy = attempt;  // this may have to be done again
    copy.delivery.finished_at = now;
    copy.act.changed_at = now;
    if (sent) {
      copy.delivery.outcome = Outcome::kAccepted;
      copy.delivery.native_id = sent->native_id;
      RAPPORT_TRY(accept(unit, copy, *sent));
    } else {
      const Error& error = sent.error();
      copy.delivery.outcome = attempt.look_up_first && !is_final_no(error.kind)
                                  ? Outcome::kUnknown
                                  : outcome_of_error(error);
      copy.delivery.error = error.message + (error.cause.empty() ? "" : " (" + error.cause + ")");
      copy.act.error = error.message;
      if (is_final_no(error.kind)) {
        copy.act.state = ActState::kRejected;
      } else {
        put_off(copy, error);
      }
    }
    RAPPORT_TRY(unit.outbox().save(copy.act));
    RAPPORT_TRY(unit.outbox().save_delivery(copy.delivery));
    return announce_act(unit, copy.act, now);
  });
}

// Not now: when to try again, and whether to look first.
void Deliverer::put_off(Attempt& attempt, const Error& error) {
  const bool unknown = attempt.look_up_first || outcome_of_error(error) == Outcome::kUnknown;
  attempt.act.state = unknown ? ActState::kUnknown : ActState::kQueued;
  const int doublings = std::min(attempt.act.attempts - 1, 10);
  auto pause = std::min<std::chrono::seconds>(settings_.first_pause * (1L << doublings),
                                              settings_.longest_pause);
  if (error.retry_after_seconds) {
    pause = std::max(pause, std::chrono::seconds{*error.retry_after_seconds});
  }
  if (error.kind == ErrorKind::kUnauthorized) pause = settings_.longest_pause;
  attempt.act.not_before = clock_.now() + pause;
}

Result<Done> Deliverer::accept(Unit& unit, Attempt& attempt, const Sent& sent) {
  Act& act = attempt.act;
  act.state = ActState::kAccepted;
  act.error.clear();
  if (!takes_away(act.kind)) act.result_native_id = sent.native_id;

  switch (act.kind) {
    case ActKind::kReply:
    case ActKind::kPost:
    case ActKind::kQuote:
      return save_words(unit, attempt, sent);
    case ActKind::kLike:
    case ActKind::kUnlike:
    case ActKind::kRepost:
    case ActKind::kUnrepost: {
      auto post = unit.posts().find(act.workspace, *act.post);
      RAPPORT_TRY(post);
      const bool like = act.kind == ActKind::kLike || act.kind == ActKind::kUnlike;
      (like ? post->our_like : post->our_repost) = takes_away(act.kind) ? "" : sent.native_id;
      return unit.posts().save(*post);
    }
    case ActKind::kHide:
    case ActKind::kUnhide: {
      auto post = unit.posts().find(act.workspace, *act.post);
      RAPPORT_TRY(post);
      post->our_hide = takes_away(act.kind) ? "" : sent.native_id;
      RAPPORT_TRY(unit.posts().save(*post));
      return asked_changed(unit, *post);
    }
    case ActKind::kFollow:
    case ActKind::kUnfollow:
    case ActKind::kMute:
    case ActKind::kUnmute:
    case ActKind::kBlock:
    case ActKind::kUnblock:
      return save_tie(unit, attempt, sent);
    case ActKind::kDelete: {
      auto post = unit.posts().find(act.workspace, *act.post);
      RAPPORT_TRY(post);
      Filer filer(unit, ids_, clock_.now(), attempt.channel);
      RAPPORT_TRY(filer.file_deletion(post->native_id));
      RAPPORT_TRY(filer.finish());
      return Done{};
    }
  }
  return Done{};
}

// What now stands between us and an account.
Result<Done> Deliverer::save_tie(Unit& unit, Attempt& attempt, const Sent& sent) {
  const Act& act = attempt.act;
  auto account = unit.people().account(act.workspace, *act.account);
  RAPPORT_TRY(account);
  const bool was_silenced = silenced(*account);
  const std::string mark = takes_away(act.kind) ? "" : sent.native_id;
  switch (act.kind) {
    case ActKind::kFollow:
    case ActKind::kUnfollow:
      account->followed_by_us = mark;
      break;
    case ActKind::kMute:
    case ActKind::kUnmute:
      account->muted_by_us = act.kind == ActKind::kMute;
      break;
    default:
      account->blocked_by_us = mark;
      // The network ends a follow with a block, both ways.
      if (act.kind == ActKind::kBlock) account->follows_us = false;
      break;
  }
  account->changed_at = clock_.now();
  RAPPORT_TRY(unit.people().save_account(*account));
  if (was_silenced != silenced(*account)) {
    Filer filer(unit, ids_, clock_.now(), attempt.channel);
    RAPPORT_TRY(filer.reconsider_all_of(account->id));
    RAPPORT_TRY(filer.finish());
  }
  return announce(unit, act.workspace, account->person, clock_.now());
}

// What we said is filed like anybody's post; should the own repository have brought it first, this
// changes nothing. Until the network shows its pictures, ours are shown.
Result<Done> Deliverer::save_words(Unit& unit, Attempt& attempt, const Sent& sent) {
  auto author = unit.people().account(attempt.act.workspace, attempt.channel.account);
  RAPPORT_TRY(author);
  NetworkPost ours;
  ours.native_id = sent.native_id;
  ours.revision = sent.revision;
  ours.author.native_id = author->native_id;
  ours.kind = attempt.act.kind == ActKind::kReply   ? PostKind::kReply
              : attempt.act.kind == ActKind::kQuote ? PostKind::kQuote
                                                    : PostKind::kPost;
  ours.text = sent.text.empty() ? attempt.act.text : sent.text;
  ours.langs = attempt.act.langs;
  for (std::size_t i = 0; i < attempt.act.media.size(); ++i) {
    const OutgoingImage& image = attempt.outgoing.images[i];
    Media media;
    media.url = attachment_url(attempt.act.media[i].attachment);
    media.alt = image.alt;
    media.width = image.width;
    media.height = image.height;
    ours.media.push_back(std::move(media));
  }
  if (attempt.outgoing.card) {
    const OutgoingCard& card = *attempt.outgoing.card;
    Media media;
    media.kind = MediaKind::kLink;
    media.url = card.url;
    media.title = card.title;
    media.description = card.description;
    if (attempt.act.card_thumb) media.thumb_url = attachment_url(*attempt.act.card_thumb);
    ours.media.push_back(std::move(media));
  }
  if (attempt.act.kind == ActKind::kQuote) {
    auto theirs = unit.posts().find(attempt.act.workspace, *attempt.act.post);
    RAPPORT_TRY(theirs);
    auto speaker = unit.people().account(attempt.act.workspace, theirs->author);
    RAPPORT_TRY(speaker);
    ours.quoted = Quoted{theirs->native_id, speaker->handle, theirs->text};
    ours.quoted_native_id = theirs->native_id;
    ours.quoted_author_native_id = speaker->native_id;
  }
  ours.entities = sent.entities;
  ours.created_at = *attempt.act.record_created_at;
  ours.indexed_at = clock_.now();
  ours.root_native_id = sent.native_id;
  if (attempt.act.kind == ActKind::kReply) {
    ours.parent_native_id = attempt.outgoing.target_native_id;
    ours.root_native_id = attempt.outgoing.root_native_id;
  }
  Filer filer(unit, ids_, clock_.now(), attempt.channel);
  auto post = filer.file_post(ours, "outbox");
  RAPPORT_TRY(post);
  RAPPORT_TRY(filer.finish());
  attempt.act.result_post = post->id;
  if (!attempt.act.conversation) attempt.act.conversation = post->conversation;
  return Done{};
}

}  // namespace rapport
