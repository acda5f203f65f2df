#include "desk/inbox/rows.h"

#include <algorithm>
#include <unordered_map>

namespace rapport {

Result<ReasonNames> ReasonNames::of(Unit& unit, WorkspaceId workspace, bool wanted) {
  ReasonNames names;
  if (!wanted) return names;
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);
  names.taxonomy_ = std::move(*taxonomy);
  return names;
}

std::optional<ReasonView> ReasonNames::find(const std::string& key) const {
  if (key.empty() || !taxonomy_) return std::nullopt;
  const ReasonView* reason = taxonomy_->find(taxonomy_->resolve(key));
  if (reason == nullptr) return std::nullopt;
  return *reason;
}

Result<std::map<ArticleId, std::string>> article_titles(Unit& unit, WorkspaceId workspace,
                                                        std::vector<ArticleId> ids) {
  std::map<ArticleId, std::string> titles;
  if (ids.empty()) return titles;
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  auto entries = unit.knowledge().some(workspace, ids);
  RAPPORT_TRY(entries);
  for (KnowledgeEntry& each : *entries) titles[each.id] = std::move(each.title);
  return titles;
}

Result<std::string> name_of(Unit& unit, WorkspaceId workspace, MemberId id) {
  auto name = unit.members().name_of(workspace, id);
  RAPPORT_TRY(name);
  return name->value_or("someone who left");
}

Result<std::vector<ConversationRow>> rows_of(Unit& unit, const Member& by,
                                             std::vector<Conversation> conversations) {
  std::vector<ConversationRow> rows;
  if (conversations.empty()) return rows;

  std::vector<AccountId> leads;
  std::vector<PostId> excerpts;
  std::vector<ConversationId> ids;
  for (const auto& each : conversations) {
    leads.push_back(each.lead);
    excerpts.push_back(each.excerpt_post);
    ids.push_back(each.id);
  }
  auto accounts = unit.people().accounts(by.workspace, leads);
  RAPPORT_TRY(accounts);
  auto posts = unit.posts().excerpts(by.workspace, excerpts);
  RAPPORT_TRY(posts);
  auto drafts = unit.conversations().with_draft(by.workspace, ids, by.id);
  RAPPORT_TRY(drafts);
  auto acts = unit.conversations().act_counts(by.workspace, ids);
  RAPPORT_TRY(acts);
  auto members = unit.members().all(by.workspace);
  RAPPORT_TRY(members);
  auto mentioned = unit.mentions().with_unread(by.workspace, ids, by.id);
  RAPPORT_TRY(mentioned);
  auto tags_on = unit.tags().on(by.workspace, ids);
  RAPPORT_TRY(tags_on);
  std::vector<Tag> tags;  // by name, which is how they are shown
  if (!tags_on->empty()) {
    auto all = unit.tags().all(by.workspace);
    RAPPORT_TRY(all);
    tags = std::move(*all);
  }

  auto reasons =
      ReasonNames::of(unit, by.workspace, std::ranges::any_of(conversations, [](const auto& each) {
                        return !each.resolved_reason.empty();
                      }));
  RAPPORT_TRY(reasons);
  std::vector<ArticleId> served;
  for (const auto& each : conversations) {
    if (each.resolved_article) served.push_back(*each.resolved_article);
  }
  auto titles = article_titles(unit, by.workspace, std::move(served));
  RAPPORT_TRY(titles);

  std::unordered_map<AccountId, const Account*> account_by_id;
  for (const auto& each : *accounts) account_by_id[each.id] = &each;
  std::unordered_map<PostId, const Excerpt*> post_by_id;
  for (const auto& each : *posts) post_by_id[each.post] = &each;

  for (auto& each : conversations) {
    ConversationRow row;
    if (const auto lead = account_by_id.find(each.lead); lead != account_by_id.end()) {
      row.lead = *lead->second;
    }
    if (const auto post = post_by_id.find(each.excerpt_post); post != post_by_id.end()) {
      row.excerpt = post->second->text;
      row.excerpt_labels = post->second->labels;
    }
    row.draft = std::find(drafts->begin(), drafts->end(), each.id) != drafts->end();
    for (const auto& count : *acts) {
      if (count.conversation != each.id) continue;
      row.sending = count.sending;
      row.failed = count.failed;
    }
    row.mentioned = std::find(mentioned->begin(), mentioned->end(), each.id) != mentioned->end();
    for (const Tag& tag : tags) {
      const bool on = std::any_of(tags_on->begin(), tags_on->end(), [&](const TagOn& it) {
        return it.conversation == each.id && it.tag == tag.id;
      });
      if (on) row.tags.push_back(tag);
    }
    for (const auto& member : *members) {
      if (each.owner == member.id) row.owner_name = member.name;
    }
    row.resolved_for = reasons->find(each.resolved_reason);
    if (each.resolved_article) {
      const auto title = titles->find(*each.resolved_article);
      if (title != titles->end()) row.resolved_with = title->second;
    }
    row.conversation = std::move(each);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace rapport
