#include "desk/coaching/answered.h"

#include <algorithm>
#include <utility>

#include "store/store.h"

namespace rapport {
namespace {

// So far up a thread is read. A review is made with every word that is typed.
constexpr int kMostBefore = 8;

Answered said_by(const Channel& channel) {
  Answered out;
  out.network = channel.network;
  out.own_handle = channel.handle;
  out.limit = static_cast<std::size_t>(std::max(channel.limits.text_max, 0));
  out.unit = channel.limits.text_unit;
  return out;
}

Result<Done> name_author(Unit& unit, const Post& post, Answered& into) {
  auto account = unit.people().account(post.workspace, post.author);
  RAPPORT_TRY(account);
  into.name = account->name;
  into.handle = account->handle;
  // What the team calls somebody goes before what they show.
  auto person = unit.people().person(post.workspace, account->person);
  RAPPORT_TRY(person);
  if (!person->name.empty() && person->name != account->handle) into.name = person->name;
  return Done{};
}

}  // namespace

Answered answered_nobody(const Channel& channel) { return said_by(channel); }

Result<Answered> answered_post(Unit& unit, const Post& post,
                               const std::optional<Channel>& channel) {
  Answered out;
  if (channel) out = said_by(*channel);
  out.network = post.network;
  out.conversation = post.conversation;
  bool named = post.address != Address::kOurs;
  if (named) {
    out.post = post.text;
    RAPPORT_TRY(name_author(unit, post, out));
  }
  std::optional<PostId> above = post.parent;
  if (!named) out.before.push_back({post.text, true});
  for (int i = 0; i < kMostBefore && above; ++i) {
    auto before = unit.posts().find(post.workspace, *above);
    RAPPORT_TRY(before);
    const bool ours = before->address == Address::kOurs;
    if (!named && !ours) {
      RAPPORT_TRY(name_author(unit, *before, out));
      named = true;
    }
    above = before->parent;
    if (!before->deleted_at) out.before.push_back({std::move(before->text), ours});
  }
  std::ranges::reverse(out.before);
  return out;
}

Result<Answered> quoted_post(Unit& unit, const Post& post, const Channel& channel) {
  Answered out = said_by(channel);
  RAPPORT_TRY(name_author(unit, post, out));
  out.before.push_back({post.text, post.address == Address::kOurs});
  return out;
}

}  // namespace rapport
