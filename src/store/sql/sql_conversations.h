// The conversations of the store. Each of what they hold lies in a source file of its own.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/conversations.h"
#include "store/sql/connection.h"
#include "store/sql/full_text.h"

namespace rapport {

class SqlConversations final : public Conversations {
 public:
  SqlConversations(Connection& db, FullText& words) : db_(db), words_(words) {}

  // conversations.cc
  Result<Conversation> find(WorkspaceId workspace, ConversationId id) override;
  Result<std::optional<Conversation>> by_root(WorkspaceId workspace, std::string_view network,
                                              std::string_view root_native_id) override;
  Result<std::vector<Conversation>> by_roots(
      WorkspaceId workspace, std::string_view network,
      const std::vector<std::string>& root_native_ids) override;
  Result<std::vector<Conversation>> some(WorkspaceId workspace,
                                         const std::vector<ConversationId>& ids) override;
  Result<Rows> list(WorkspaceId workspace, const ConversationFilter& filter,
                    std::optional<ListPlace> after, int most) override;
  Result<std::vector<Conversation>> snoozed_until(Time now, int most) override;
  Result<std::vector<Conversation>> stale_threads(WorkspaceId workspace, ChannelId channel,
                                                  Time before, int most) override;
  Result<Done> mark_thread_read(WorkspaceId workspace, ConversationId id, Time at) override;
  Result<Done> add(const Conversation& conversation) override;
  Result<Done> note_channel(const Conversation& conversation, ChannelId channel) override;
  Result<std::vector<ChannelId>> channels_of(WorkspaceId workspace, ConversationId id) override;
  Result<Done> save(const Conversation& conversation) override;
  Result<Done> save_reading(const Conversation& conversation) override;
  Result<Done> release_all(WorkspaceId workspace, MemberId owner, Time at) override;
  Result<std::vector<ActCounts>> act_counts(WorkspaceId workspace,
                                            const std::vector<ConversationId>& ids) override;

  // conversation_counters.cc
  Result<std::vector<StandingTotal>> totals(WorkspaceId workspace) override;
  Result<ConversationCounts> counts(WorkspaceId workspace, MemberId member) override;

  // conversation_merge.cc
  Result<Done> merge_into(WorkspaceId workspace, ConversationId from, ConversationId into) override;

  // decisions.cc
  Result<Done> add_decision(const Decision& decision) override;
  Result<std::vector<Decision>> decisions(WorkspaceId workspace, ConversationId id,
                                          int most) override;

  // notes.cc
  Result<Done> add_note(const Note& note) override;
  Result<std::vector<Note>> notes(WorkspaceId workspace, ConversationId id) override;

  // drafts.cc
  Result<Done> save_draft(const Draft& draft) override;
  Result<std::optional<Draft>> draft(WorkspaceId workspace, ConversationId id,
                                     MemberId by) override;
  Result<Done> drop_draft(WorkspaceId workspace, ConversationId id, MemberId by) override;
  Result<Done> drop_drafts(WorkspaceId workspace, MemberId by) override;
  Result<std::vector<ConversationId>> with_draft(WorkspaceId workspace,
                                                 const std::vector<ConversationId>& ids,
                                                 MemberId by) override;

 private:
  // What the counters need to know of a conversation.
  struct Standing {
    ConversationState state = ConversationState::kOpen;
    std::optional<MemberId> owner;
    std::int64_t version = 0;
    bool copied = false;  // to the lists of its tags, or of further channels
  };
  struct Counted {
    ConversationState state = ConversationState::kOpen;
    MemberId owner;  // 0: nobody
    std::int64_t total = 0;
  };
  friend void columns(Columns& to, Standing& standing);
  friend void columns(Columns& to, Counted& counted);

  // conversations.cc
  Result<Standing> standing(WorkspaceId workspace, ConversationId id);
  // The copies that lists of a tag or of a further channel are read by, and the tags' counters.
  Result<Done> keep_copies_in_step(const Conversation& conversation, ConversationState before);

  // conversation_counters.cc
  Result<Done> count(WorkspaceId workspace, ConversationState state, std::optional<MemberId> owner,
                     int by);
  Result<std::vector<Counted>> counted(WorkspaceId workspace);
  // Counts every tag of a conversation once more or less.
  Result<Done> count_tags(WorkspaceId workspace, ConversationId id, std::string_view by);

  // conversation_merge.cc
  Result<Done> move(WorkspaceId workspace, ConversationId from, ConversationId into,
                    std::string_view sql);
  Result<Done> move_tags(WorkspaceId workspace, ConversationId from, ConversationId into);
  Result<Done> move_mentions(WorkspaceId workspace, ConversationId from, ConversationId into);
  Result<Done> check_empty(WorkspaceId workspace, ConversationId id);

  Connection& db_;
  FullText& words_;
};

}  // namespace rapport
