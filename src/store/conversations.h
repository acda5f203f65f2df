// Conversations with their decisions, notes and drafts.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "model/conversation.h"
#include "model/event.h"

namespace rapport {

struct Anyone {};
struct Nobody {};

enum class SearchOrder {
  kNewest,     // whose newest matching post is newest first
  kRelevance,  // whose best matching post fits best first, of the newest 500 that fit the filter
};

// The order of a list that is not a search.
enum class ListOrder {
  kTime,     // open ones longest waiting first, others last post first
  kMatters,  // of open ones: see rank_of(), then longest waiting first; of others as above
};

// Posts that gave one of these reasons (by key), or else are about this topic, and were said since
// then.
struct Told {
  std::vector<std::string> reasons;
  std::optional<TopicId> topic;
  Time since{};
};

struct ConversationFilter {
  std::optional<ConversationState> state;  // none: all
  std::variant<Anyone, Nobody, MemberId> owner = Anyone{};
  std::optional<ChannelId> channel;          // conversations that concern it
  SearchOrder order = SearchOrder::kNewest;  // of a search
  std::optional<TagId> tag;
  // Those in whose notes this member is named; without text, the latest mention comes first.
  std::optional<MemberId> mentioned;
  ReadingFilter reading;
  ListOrder list_order = ListOrder::kTime;
  // Those with such a post, whose newest one is newest first; without text.
  std::optional<Told> told;
  std::string
      text;  // words to find; empty: all. Every word must occur; the last may be a beginning
};

// A place in a list read page by page: after the conversation with this sort key.
struct ListPlace {
  // waiting_since of open ones, else last_post_at (or the mention's time), in microseconds; in the
  // order of what matters, behind its rank; of told ones when the post was said, and `id` is the
  // post's
  std::int64_t key = 0;
  ConversationId id;
};

struct ConversationCounts {
  std::int64_t open = 0, waiting = 0, snoozed = 0, resolved = 0, skipped = 0;
  std::int64_t mine = 0, unassigned = 0;  // of the open ones
};

// How many conversations stand in a state with an owner: one row of the counters.
struct StandingTotal {
  ConversationState state = ConversationState::kOpen;
  std::optional<MemberId> owner;
  std::int64_t total = 0;
};

// Acts of a conversation that the list has to show.
struct ActCounts {
  ConversationId conversation;
  std::int64_t sending = 0;  // queued, sending, unknown
  std::int64_t failed = 0;   // rejected, not dismissed
};

class Conversations {
 public:
  virtual ~Conversations() = default;

  virtual Result<Conversation> find(WorkspaceId workspace, ConversationId id) = 0;
  virtual Result<std::optional<Conversation>> by_root(WorkspaceId workspace,
                                                      std::string_view network,
                                                      std::string_view root_native_id) = 0;
  // Those of these roots that there are; order is not kept.
  virtual Result<std::vector<Conversation>> by_roots(
      WorkspaceId workspace, std::string_view network,
      const std::vector<std::string>& root_native_ids) = 0;
  virtual Result<Done> add(const Conversation& conversation) = 0;
  // Notes that it concerns this channel beside its own, so that a list filtered by it has it, too.
  virtual Result<Done> note_channel(const Conversation& conversation, ChannelId channel) = 0;
  // Those that were noted.
  virtual Result<std::vector<ChannelId>> channels_of(WorkspaceId workspace, ConversationId id) = 0;
  // Saves it if nobody changed it since: its version must be the stored one plus one, else
  // conflict. Keeps the counters true.
  virtual Result<Done> save(const Conversation& conversation) = 0;
  // Saves its reading alone, which changes neither its version nor its state.
  virtual Result<Done> save_reading(const Conversation& conversation) = 0;
  // Removes a conversation whose posts all moved to another (two halves of a thread that met),
  // with its counters; its decisions, notes, mentions, tags, acts and drafts move along (where a
  // member has a draft in both, the one in `into` stays). Fails with conflict if posts are left.
  // For hearing alone.
  virtual Result<Done> merge_into(WorkspaceId workspace, ConversationId from,
                                  ConversationId into) = 0;

  // A page of at most `most`. Open ones longest waiting first, others last post first; ties by id.
  // With text: those whose newest matching post is newest first, `ListPlace::key` being that post's
  // id. By relevance the key is what store/sql/relevance.h makes of the best post, highest first:
  // of the newest 500 matching posts whose conversations fit the rest of the filter, looked for
  // among the newest 20,000 that match.
  //
  // One call of a search looks at the newest 800 matching posts below its place, and one that asks
  // for readings at 2,000 conversations, however few of them fit the rest of the filter: a page
  // with `next` may be short, or even empty, and going on from `next` looks further down.
  struct Row {
    Conversation conversation;
    std::int64_t key = 0;
  };
  struct Rows {
    std::vector<Row> rows;
    std::optional<ListPlace> next;  // where to go on; none: nothing follows
  };
  virtual Result<Rows> list(WorkspaceId workspace, const ConversationFilter& filter,
                            std::optional<ListPlace> after, int most) = 0;
  // Those of these ids that are here, in no order.
  virtual Result<std::vector<Conversation>> some(WorkspaceId workspace,
                                                 const std::vector<ConversationId>& ids) = 0;
  // From counters; never counts rows.
  virtual Result<std::vector<StandingTotal>> totals(WorkspaceId workspace) = 0;
  virtual Result<ConversationCounts> counts(WorkspaceId workspace, MemberId member) = 0;
  // Snoozed conversations whose time has come, of all workspaces.
  virtual Result<std::vector<Conversation>> snoozed_until(Time now, int most) = 0;
  // Open or waiting conversations of a channel whose thread was last read before `before`,
  // longest ago first: what the listener reads again.
  virtual Result<std::vector<Conversation>> stale_threads(WorkspaceId workspace, ChannelId channel,
                                                          Time before, int most) = 0;
  virtual Result<Done> mark_thread_read(WorkspaceId workspace, ConversationId id, Time at) = 0;

  // Leaves all that `owner` owns to nobody, whatever its state, and keeps the counters true.
  virtual Result<Done> release_all(WorkspaceId workspace, MemberId owner, Time at) = 0;

  virtual Result<Done> add_decision(const Decision& decision) = 0;
  virtual Result<std::vector<Decision>> decisions(WorkspaceId workspace, ConversationId id,
                                                  int most) = 0;  // newest first
  virtual Result<Done> add_note(const Note& note) = 0;
  virtual Result<std::vector<Note>> notes(WorkspaceId workspace,
                                          ConversationId id) = 0;  // oldest first

  virtual Result<Done> save_draft(const Draft& draft) = 0;
  virtual Result<std::optional<Draft>> draft(WorkspaceId workspace, ConversationId id,
                                             MemberId by) = 0;
  virtual Result<Done> drop_draft(WorkspaceId workspace, ConversationId id, MemberId by) = 0;
  virtual Result<Done> drop_drafts(WorkspaceId workspace, MemberId by) = 0;  // all of theirs
  // Which of these conversations hold a draft of `by`.
  virtual Result<std::vector<ConversationId>> with_draft(WorkspaceId workspace,
                                                         const std::vector<ConversationId>& ids,
                                                         MemberId by) = 0;
  virtual Result<std::vector<ActCounts>> act_counts(WorkspaceId workspace,
                                                    const std::vector<ConversationId>& ids) = 0;
};

}  // namespace rapport
