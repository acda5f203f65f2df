// What people do to one another: replies, mentions and quotes that a post holds, and what the
// network tells of besides.

#include "desk/hearing/filer.h"

#include <algorithm>

#include "desk/hearing/filer_rules.h"

namespace rapport {

Result<Done> Filer::note(const Post& post, AccountId object, InteractionKind kind) {
  if (post.author == object) return Done{};
  Interaction interaction;
  interaction.workspace = channel_.workspace;
  interaction.network = channel_.network;
  interaction.native_id = post.native_id;
  interaction.at = post.created_at;
  interaction.post = post.id;
  interaction.actor = post.author;
  interaction.object = object;
  interaction.kind = kind;
  auto added = unit_.people().add_interaction(interaction);
  RAPPORT_TRY(added);
  if (*added) ++filed_.new_interactions;
  return Done{};
}

Result<Done> Filer::note_interactions(const Post& post, const Account& author,
                                      const NetworkPost& heard) {
  if (author.ours) return Done{};
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  for (const Channel& each : **channels) {
    if (mentions(heard.entities, each.native_id)) {
      RAPPORT_TRY(note(post, each.account, InteractionKind::kMention));
    }
    if (heard.quoted_author_native_id == each.native_id) {
      RAPPORT_TRY(note(post, each.account, InteractionKind::kQuote));
    }
  }
  return Done{};
}

Result<Done> Filer::file_interaction(const NetworkInteraction& heard) {
  auto actor = file_account(heard.actor);
  RAPPORT_TRY(actor);
  if (actor->ours) return Done{};

  Interaction interaction;
  interaction.workspace = channel_.workspace;
  interaction.network = channel_.network;
  interaction.native_id = heard.native_id;
  interaction.actor = actor->id;
  interaction.object = channel_.account;
  interaction.kind = heard.kind;
  interaction.at = std::min(heard.at, now_);
  if (!heard.object_post_native_id.empty()) {
    auto post = find_post(heard.object_post_native_id);
    RAPPORT_TRY(post);
    if (*post != nullptr) interaction.post = (*post)->id;
  }
  auto added = unit_.people().add_interaction(interaction);
  RAPPORT_TRY(added);
  if (!*added) return Done{};

  ++filed_.new_interactions;
  if (heard.kind == InteractionKind::kFollow && actor->follows_us != true) {
    actor->follows_us = true;
    actor->changed_at = now_;
    accounts_[actor->native_id] = *actor;
    RAPPORT_TRY(unit_.people().save_account(*actor));
  }
  Event event;
  event.workspace = channel_.workspace;
  event.kind = EventKind::kPerson;
  event.subject = actor->person.value;
  event.at = now_;
  return unit_.announce(std::move(event));
}

}  // namespace rapport
