#include "desk/coaching/answered.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "store/store.h"

namespace rapport {
namespace {

// So far up a thread is read. A review is made with every word that is typed.
constexpr int kMostBefore = 8;
// So many posts of theirs and ours elsewhere, and so long ago at the most: who asks again after
// half a year does not feel passed over.
constexpr int kMostPast = 12;
constexpr std::chrono::hours kLongestAgo{24 * 60};

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
  into.person = account->person;
  into.name = account->name;
  into.handle = account->handle;
  // What the team calls somebody goes before what they show.
  auto person = unit.people().person(post.workspace, account->person);
  RAPPORT_TRY(person);
  if (!person->name.empty() && person->name != account->handle) into.name = person->name;
  return Done{};
}

Answered::Line line_of(const Post& post) {
  return {post.text, post.address == Address::kOurs, {post.id, post.conversation, post.created_at}};
}

// What we know of them besides this thread.
Result<Done> add_past(Unit& unit, const Post& post, Answered& into) {
  auto recent = unit.posts().recent_with(post.workspace, into.person, kMostPast);
  RAPPORT_TRY(recent);
  for (RecentPost& each : *recent) {
    const auto is_it = [&each](const Answered::Line& line) { return line.place.post == each.post; };
    if (each.text.empty() || each.post == post.id ||
        (!each.ours && each.created_at >= post.created_at) ||
        each.created_at < post.created_at - kLongestAgo ||
        std::ranges::any_of(into.before, is_it)) {
      continue;
    }
    into.past.push_back(
        {std::move(each.text), each.ours, {each.post, each.conversation, each.created_at}});
  }
  std::ranges::reverse(into.past);
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
  if (!named) out.before.push_back(line_of(post));
  for (int i = 0; i < kMostBefore && above; ++i) {
    auto before = unit.posts().find(post.workspace, *above);
    RAPPORT_TRY(before);
    const bool ours = before->address == Address::kOurs;
    if (!named && !ours) {
      RAPPORT_TRY(name_author(unit, *before, out));
      named = true;
    }
    above = before->parent;
    if (!before->deleted_at) out.before.push_back(line_of(*before));
  }
  std::ranges::reverse(out.before);
  if (!out.post.empty()) RAPPORT_TRY(add_past(unit, post, out));
  return out;
}

Result<Answered> quoted_post(Unit& unit, const Post& post, const Channel& channel) {
  Answered out = said_by(channel);
  RAPPORT_TRY(name_author(unit, post, out));
  out.before.push_back(line_of(post));
  return out;
}

}  // namespace rapport
