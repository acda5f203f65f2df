// How the sandbox's world comes about: out of the story first, then out of what the brand did.

#include <algorithm>
#include <utility>

#include "networks/sandbox/drawings.h"
#include "networks/sandbox/entities.h"
#include "networks/sandbox/sandbox.h"

namespace rapport {

Result<std::shared_ptr<Sandbox>> Sandbox::open(const std::filesystem::path& journal, Story story,
                                               const Clock& clock) {
  auto opened = Journal::open(journal, clock.now());
  if (!opened) return fail(std::move(opened.error()));
  return std::shared_ptr<Sandbox>(new Sandbox(std::move(*opened), std::move(story), clock));
}

Sandbox::Sandbox(Journal journal, Story story, const Clock& clock)
    : clock_(clock), story_(std::move(story)), journal_(std::move(journal)) {
  tell_story();
  for (const auto& act : journal_.acts()) apply(act);
}

void Sandbox::tell_story() {
  ours_.push_back(&story_.brand);
  for (const auto& account : story_.accounts) ours_.push_back(&account);
  for (const auto* account : ours_) tell_person(*account);
  for (const auto& person : story_.people) tell_person(person);
  for (const auto& post : story_.posts) tell_post(post);
  for (const auto& post : story_.live) tell_post(post);
  for (const auto& edit : story_.edits) {
    posts_by_id_.at(sandbox_post_id(edit.post))
        ->edits.push_back({seeded_at() + edit.at, edit.text, entities_of(edit.text)});
  }
  for (const auto& deletion : story_.deletions) {
    posts_by_id_.at(sandbox_post_id(deletion.post))->deleted_at = seeded_at() + deletion.at;
  }
  tell_attention(InteractionKind::kLike, story_.likes);
  tell_attention(InteractionKind::kRepost, story_.reposts);
  tell_attention(InteractionKind::kFollow, story_.follows);
}

void Sandbox::tell_person(const StoryPerson& person) {
  people_.emplace(sandbox_account_id(person.handle), &person);
  avatars_.emplace(&person, avatar_address(person));
}

void Sandbox::tell_post(const StoryPost& post) {
  const auto earlier = [&](const std::string& id) -> WorldPost* {
    return id.empty() ? nullptr : posts_by_id_.at(sandbox_post_id(id));
  };
  WorldPost told{.native_id = sandbox_post_id(post.id),
                 .story_id = post.id,
                 .author = person_by_handle(post.by),
                 .parent = earlier(post.reply_to),
                 .root = nullptr,
                 .quoted = earlier(post.quotes),
                 .text = post.text,
                 .lang = post.lang,
                 .entities = entities_of(post.text),
                 .media = {},
                 .labels = post.labels,
                 .created_at = seeded_at() + post.at,
                 .shown_at = seeded_at() + post.shown,
                 .deleted_at = {},
                 .likes = post.likes,
                 .reposts = post.reposts,
                 .addresses = {},
                 .edits = {},
                 .answers = {},
                 .thread = {}};
  if (post.image) {
    const auto address = svg_address(post.image->svg);
    told.media.push_back({MediaKind::kImage, address, address, post.image->alt, {}, {}});
  }
  if (post.link) {
    told.media.push_back(
        {MediaKind::kLink, post.link->url, {}, {}, post.link->title, post.link->description});
  }
  add_post(std::move(told));
}

void Sandbox::tell_attention(InteractionKind kind, const std::vector<StoryAttention>& from) {
  for (const auto& each : from) {
    Attention attention;
    attention.actor = person_by_handle(each.by);
    attention.interaction.kind = kind;
    attention.interaction.native_id = "sandbox:" + std::string(to_word(kind)) + ":" + each.by +
                                      (each.post.empty() ? "" : ":" + each.post);
    attention.interaction.at = seeded_at() + each.at;
    if (!each.post.empty()) {
      attention.object = posts_by_id_.at(sandbox_post_id(each.post));
      attention.interaction.object_post_native_id = attention.object->native_id;
    }
    if (kind == InteractionKind::kFollow) {
      followers_.emplace(attention.actor, attention.interaction.at);
    }
    attention_.push_back(std::move(attention));
  }
}

void Sandbox::apply(const JournalAct& act) {
  const auto native_id = "sandbox:act:" + act.record_key;
  const StoryPerson* by = act.by.empty() ? &story_.brand : person_by_handle(act.by);
  switch (act.kind) {
    case ActKind::kReply:
    case ActKind::kPost:
    case ActKind::kQuote: {
      const auto target = posts_by_id_.find(act.target);
      WorldPost* post_meant = target == posts_by_id_.end() ? nullptr : target->second;
      const bool quotes = act.kind == ActKind::kQuote;
      WorldPost* answered = quotes ? nullptr : post_meant;
      std::vector<Media> media;
      if (!act.card_url.empty()) {
        media.push_back(
            {MediaKind::kLink, act.card_url, {}, {}, act.card_title, act.card_description});
      }
      auto& post = add_post({.native_id = native_id,
                             .story_id = {},
                             .author = by,
                             .parent = answered,
                             .root = nullptr,
                             .quoted = quotes ? post_meant : nullptr,
                             .text = act.text,
                             .lang = act.lang,
                             .entities = entities_of(act.text),
                             .media = std::move(media),
                             .labels = {},
                             .created_at = act.created_at,
                             .shown_at = act.at,
                             .deleted_at = {},
                             .addresses = {},
                             .edits = {},
                             .answers = {},
                             .thread = {}});
      if (answered) come_back(*answered, post);
      break;
    }
    case ActKind::kUnlike:
    case ActKind::kUnrepost:
    case ActKind::kUnfollow:
    case ActKind::kUnblock:
      for (auto& [key, record] : records_) {
        if (record.native_id == act.target) record.standing = false;
      }
      return;
    case ActKind::kUnmute:
    case ActKind::kUnhide:
      for (auto& [key, record] : records_) {
        const ActKind on = act.kind == ActKind::kUnmute ? ActKind::kMute : ActKind::kHide;
        if (record.kind == on && record.by == by && record.target == act.target) {
          record.standing = false;
        }
      }
      return;
    case ActKind::kDelete: {
      const auto found = posts_by_id_.find(act.target);
      if (found == posts_by_id_.end() || found->second->deleted_at) return;
      found->second->deleted_at = act.at;
      for (auto& [key, record] : records_) {
        if (record.native_id == act.target) record.standing = false;
      }
      return;
    }
    default:
      break;
  }
  records_.emplace(act.record_key,
                   Record{act.kind, by, native_id, act.target, "1", /*standing=*/true});
}

// The person answered says what the story has for them, to the first answer alone.
void Sandbox::come_back(WorldPost& answered, WorldPost& answer) {
  if (answered.story_id.empty()) return;
  const auto followup =
      std::find_if(story_.followups.begin(), story_.followups.end(),
                   [&](const StoryFollowup& each) { return each.answers == answered.story_id; });
  if (followup == story_.followups.end()) return;
  const auto native_id = "sandbox:followup:" + followup->answers;
  if (posts_by_id_.contains(native_id)) return;
  const auto at = answer.shown_at + followup->after;
  add_post({.native_id = native_id,
            .story_id = {},
            .author = answered.author,
            .parent = &answer,
            .root = nullptr,
            .quoted = nullptr,
            .text = followup->text,
            .lang = followup->lang,
            .entities = entities_of(followup->text),
            .media = {},
            .labels = {},
            .created_at = at,
            .shown_at = at,
            .deleted_at = {},
            .addresses = {},
            .edits = {},
            .answers = {},
            .thread = {}});
}

Sandbox::WorldPost& Sandbox::add_post(WorldPost post) {
  auto& added = posts_.emplace_back(std::move(post));
  added.root = added.parent ? added.parent->root : &added;
  added.root->thread.push_back(&added);
  if (added.parent) added.parent->answers.push_back(&added);
  added.addresses = addresses_of(added);
  posts_by_id_.emplace(added.native_id, &added);
  return added;
}

std::vector<Entity> Sandbox::entities_of(std::string_view text) const {
  return find_sandbox_entities(text, [this](std::string_view handle) {
    auto id = sandbox_account_id(handle);
    return people_.contains(id) ? id : std::string{};
  });
}

const StoryPerson* Sandbox::person_by_handle(std::string_view handle) const {
  return people_.at(sandbox_account_id(handle));
}

// Never before what was last accepted, so that a clock that steps back hides nothing.
Time Sandbox::now() const {
  const auto time = clock_.now();
  return journal_.acts().empty() ? std::max(time, seeded_at())
                                 : std::max(time, journal_.acts().back().at);
}

bool Sandbox::visible(const WorldPost& post, Time now) const {
  if (post.shown_at > now || (post.deleted_at && *post.deleted_at <= now)) return false;
  // Nobody comes back to an answer that was taken away before they had read it.
  return !(post.parent && post.parent->deleted_at && *post.parent->deleted_at <= post.shown_at);
}

const StoryPerson* Sandbox::account_of_ours(std::string_view name) const {
  const auto found = std::ranges::find_if(ours_, [&](const StoryPerson* each) {
    return each->handle == name || sandbox_account_id(each->handle) == name;
  });
  return found == ours_.end() ? nullptr : *found;
}

bool Sandbox::is_ours(const StoryPerson& person) const {
  return std::ranges::find(ours_, &person) != ours_.end();
}

bool Sandbox::speaks_to(const WorldPost& post, const StoryPerson& us) {
  return std::ranges::find(post.addresses, &us) != post.addresses.end();
}

std::vector<const StoryPerson*> Sandbox::addresses_of(const WorldPost& post) const {
  if (by_brand(post)) return {};
  std::vector<const StoryPerson*> out;
  for (const StoryPerson* us : ours_) {
    const auto id = sandbox_account_id(us->handle);
    const bool named = std::ranges::any_of(post.entities, [&](const Entity& entity) {
      return entity.kind == EntityKind::kMention && entity.value == id;
    });
    if (named || (post.parent && post.parent->author == us) ||
        (post.quoted && post.quoted->author == us)) {
      out.push_back(us);
    }
  }
  return out;
}

const Sandbox::WorldPost* Sandbox::find_visible(std::string_view native_id, Time now) const {
  const auto found = posts_by_id_.find(std::string(native_id));
  return found != posts_by_id_.end() && visible(*found->second, now) ? found->second : nullptr;
}

NetworkAccount Sandbox::account_of(const StoryPerson& us, const StoryPerson& person) const {
  NetworkAccount account;
  account.native_id = sandbox_account_id(person.handle);
  account.handle = person.handle;
  account.name = person.name;
  account.avatar_url = avatars_.at(&person);
  if (&person != &us) {
    // The story's people follow the brand by its first account.
    const auto follower = &us == &story_.brand ? followers_.find(&person) : followers_.end();
    account.follows_us = follower != followers_.end() && follower->second <= now();
    account.followed_by_us = standing_record(us, ActKind::kFollow, account.native_id);
    account.muted_by_us = muted(us, person);
    account.blocked_by_us = standing_record(us, ActKind::kBlock, account.native_id);
    account.blocks_us = false;
  }
  return account;
}

NetworkPost Sandbox::shown(const StoryPerson& us, const WorldPost& post, Time now) const {
  NetworkPost out;
  out.native_id = post.native_id;
  const auto wordings = std::count_if(post.edits.begin(), post.edits.end(),
                                      [&](const Wording& each) { return each.at <= now; });
  out.revision = std::to_string(1 + wordings);
  out.author = account_of(us, *post.author);
  out.parent_native_id = post.parent ? post.parent->native_id : "";
  out.root_native_id = post.root->native_id;
  out.kind = post.parent ? PostKind::kReply : post.quoted ? PostKind::kQuote : PostKind::kPost;
  if (post.quoted) {
    out.quoted_native_id = post.quoted->native_id;
    out.quoted_author_native_id = sandbox_account_id(post.quoted->author->handle);
    out.quoted = Quoted{post.quoted->native_id, {}, {}};
    if (!visible(*post.quoted, now)) {
      out.quoted->state = QuotedState::kGone;
    } else if (blocked(us, *post.quoted->author)) {
      out.quoted->state = QuotedState::kBlocked;
    } else {
      out.quoted->author_handle = post.quoted->author->handle;
      out.quoted->text = post.quoted->text;
      out.quoted->entities = post.quoted->entities;
    }
  }
  const auto* wording =
      wordings > 0 ? &post.edits[static_cast<std::size_t>(wordings) - 1] : nullptr;
  out.text = wording ? wording->text : post.text;
  if (!post.lang.empty()) out.langs = {post.lang};
  out.entities = wording ? wording->entities : post.entities;
  out.media = post.media;
  out.created_at = post.created_at;
  out.indexed_at = post.shown_at;
  out.addressed = speaks_to(post, us);
  out.likes = post.likes + standing_records(ActKind::kLike, post.native_id);
  out.reposts = post.reposts + standing_records(ActKind::kRepost, post.native_id);
  out.our_repost = standing_record(us, ActKind::kRepost, post.native_id);
  out.labels = post.labels;
  out.replies = std::count_if(post.answers.begin(), post.answers.end(),
                              [&](const WorldPost* each) { return visible(*each, now); });
  out.counts_known = true;
  out.our_like = standing_record(us, ActKind::kLike, post.native_id);
  return out;
}

bool Sandbox::muted(const StoryPerson& us, const StoryPerson& person) const {
  return !standing_record(us, ActKind::kMute, sandbox_account_id(person.handle)).empty();
}

bool Sandbox::blocked(const StoryPerson& us, const StoryPerson& person) const {
  return !standing_record(us, ActKind::kBlock, sandbox_account_id(person.handle)).empty();
}

// The like or repost of a post, or the follow, mute or block of an account by this one of ours;
// empty if there is none.
std::string Sandbox::standing_record(const StoryPerson& us, ActKind kind,
                                     std::string_view target) const {
  for (const auto& [key, record] : records_) {
    if (record.standing && record.kind == kind && record.by == &us && record.target == target) {
      return record.native_id;
    }
  }
  return {};
}

// How many of ours stand there: one that did it twice did it once.
std::int64_t Sandbox::standing_records(ActKind kind, std::string_view target) const {
  return std::ranges::count_if(
      ours_, [&](const StoryPerson* us) { return !standing_record(*us, kind, target).empty(); });
}

}  // namespace rapport
