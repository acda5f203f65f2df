#include "desk/hearing/filer.h"

#include "desk/listening/keep.h"
#include "store/asked_of_articles.h"
#include "store/gaps.h"

namespace rapport {

namespace {

// A post is one text, in which its title is the first paragraph.
NetworkPost title_first(const NetworkPost& heard) {
  NetworkPost whole = heard;
  whole.title.clear();
  whole.text = heard.title;
  if (heard.text.empty()) return whole;
  whole.text += "\n\n";
  const auto above = static_cast<std::uint32_t>(whole.text.size());
  whole.text += heard.text;
  for (Entity& each : whole.entities) {
    each.begin += above;
    each.end += above;
  }
  return whole;
}

}  // namespace

Result<Done> Filer::expect(const std::vector<NetworkPost>& posts) {
  std::set<std::string> authors;
  std::set<std::string> ids;
  for (const NetworkPost& each : posts) {
    authors.insert(each.author.native_id);
    ids.insert(each.native_id);
    if (!each.parent_native_id.empty()) ids.insert(each.parent_native_id);
    if (!each.root_native_id.empty()) ids.insert(each.root_native_id);
  }
  const auto list = [](const std::set<std::string>& set) {
    return std::vector<std::string>(set.begin(), set.end());
  };
  auto known_accounts =
      unit_.people().accounts_by_native_ids(channel_.workspace, channel_.network, list(authors));
  RAPPORT_TRY(known_accounts);
  for (const auto& each : authors) accounts_.try_emplace(each);
  for (Account& each : *known_accounts) accounts_[each.native_id] = std::move(each);

  auto known_posts = unit_.posts().by_native_ids(channel_.workspace, channel_.network, list(ids));
  RAPPORT_TRY(known_posts);
  for (const auto& each : ids) posts_.try_emplace(each);
  std::set<std::string> roots = ids;
  for (Post& each : *known_posts) {
    roots.insert(each.root_native_id);
    posts_[each.native_id] = std::move(each);
  }

  auto known_roots =
      unit_.conversations().by_roots(channel_.workspace, channel_.network, list(roots));
  RAPPORT_TRY(known_roots);
  no_conversation_ = std::move(roots);
  for (Conversation& each : *known_roots) {
    no_conversation_.erase(each.root_native_id);
    by_root_[each.root_native_id] = each.id;
    const ConversationId id = each.id;
    touched_.try_emplace(id, Touched{std::move(each), {}, false});
  }
  return Done{};
}

Result<const std::vector<Channel>*> Filer::our_channels() {
  if (!our_channels_) {
    auto all = unit_.channels().all(channel_.workspace);
    RAPPORT_TRY(all);
    std::erase_if(*all, [&](const Channel& each) { return each.network != channel_.network; });
    our_channels_ = std::move(*all);
  }
  return &*our_channels_;
}

Result<const Post*> Filer::find_post(const std::string& native_id) {
  auto known = posts_.find(native_id);
  if (known == posts_.end()) {
    auto stored = unit_.posts().by_native_id(channel_.workspace, channel_.network, native_id);
    RAPPORT_TRY(stored);
    known = posts_.emplace(native_id, std::move(*stored)).first;
  }
  return known->second ? &*known->second : nullptr;
}

Result<Done> Filer::save_post(const Post& post) {
  RAPPORT_TRY(unit_.posts().save(post));
  posts_[post.native_id] = post;
  return Done{};
}

Result<Done> Filer::read_post(const Post& post, Corrected corrected) {
  read_.erase(post.id);
  // What was heard just now was served by nothing yet.
  if (corrected != Corrected::kNever) RAPPORT_TRY(asked_changed(unit_, post));
  const bool says = post.address != Address::kOurs && !post.deleted_at && !post.text.empty();
  if (!says) RAPPORT_TRY(gaps_in(unit_)->drop(post.workspace, post.id));
  if (reader_ == nullptr || !says) return unit_.readings().drop(post.workspace, post.id);
  auto gist = read_and_keep(unit_, *reader_, post.workspace,
                            {post.id, post.conversation, post.text, post.langs, post.created_at},
                            corrected);
  RAPPORT_TRY(gist);
  read_[post.id] = std::move(*gist);
  return Done{};
}

Result<Done> Filer::match_post(const Post& post, const Account* author, bool fresh) {
  if (monitors_ == nullptr) return Done{};
  const auto gist = read_.find(post.id);
  return keep_found(
      unit_, *monitors_, reader_,
      {post, author, gist == read_.end() ? std::nullopt : std::optional(gist->second), fresh},
      found_by_);
}

Result<Post> Filer::file_post(const NetworkPost& heard, std::string_view seen_via) {
  if (!heard.title.empty()) return file_post(title_first(heard), seen_via);
  auto stored = find_post(heard.native_id);
  RAPPORT_TRY(stored);
  if (*stored != nullptr) return update_post(**stored, heard, seen_via);
  return add_post(heard, seen_via);
}

Result<Filer::Touched*> Filer::touch(const Post& post, std::string_view reason, bool structure) {
  auto place = touched_.find(post.conversation);
  if (place == touched_.end()) {
    auto conversation = unit_.conversations().find(channel_.workspace, post.conversation);
    RAPPORT_TRY(conversation);
    by_root_[conversation->root_native_id] = conversation->id;
    place = touched_.emplace(conversation->id, Touched{*conversation, {}, false}).first;
  }
  auto& touched = place->second;
  touched.outline.clear();
  if (touched.reason != "post") touched.reason = reason;
  touched.structure |= structure;
  return &touched;
}

Result<Done> Filer::reconsider(ConversationId id) {
  if (const auto known = touched_.find(id); known != touched_.end()) {
    known->second.structure = true;
    known->second.outline.clear();
    return Done{};
  }
  auto conversation = unit_.conversations().find(channel_.workspace, id);
  RAPPORT_TRY(conversation);
  by_root_[conversation->root_native_id] = id;
  touched_.emplace(id, Touched{*conversation, {}, true});
  return Done{};
}

Result<Done> Filer::reconsider_all_of(AccountId account) {
  auto conversations = unit_.posts().conversations_of(channel_.workspace, account);
  RAPPORT_TRY(conversations);
  for (const ConversationId each : *conversations) RAPPORT_TRY(reconsider(each));
  return asked_changed(unit_, channel_.workspace, account);
}

}  // namespace rapport
