// Conversations, their notes, drafts and decisions as JSON.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/inbox/inbox.h"

namespace rapport {

std::string conversation_json(const ConversationDetail& detail);
std::string conversation_page_json(const ConversationPage& page);
std::string conversation_rows_json(const std::vector<ConversationRow>& rows);
std::string counts_json(const InboxCounts& counts);
std::string note_json(const NoteView& view);
std::string draft_json(const Draft& draft);

// A place in the list as a cursor: opaque to clients. Nothing if it is none of ours.
std::string list_cursor(const ListPlace& place);
std::optional<ListPlace> read_list_cursor(std::string_view cursor);

struct AssignBody {
  std::optional<MemberId> to;
  std::optional<std::int64_t> version;
};
Result<AssignBody> read_assign(std::string_view body);

struct SnoozeBody {
  Time until;
  std::optional<std::int64_t> version;
};
Result<SnoozeBody> read_snooze(std::string_view body);

struct ResolveBody {
  Resolution how;
  std::optional<std::int64_t> version;
};
Result<ResolveBody> read_resolve(std::string_view body);

struct SkipBody {
  SkipReason reason;
  std::string detail;
  std::optional<std::int64_t> version;
};
Result<SkipBody> read_skip(std::string_view body);

// The version alone.
Result<std::optional<std::int64_t>> read_reopen(std::string_view body);

struct NoteBody {
  std::string text;
  std::vector<NamedSpan> named;
};
Result<NoteBody> read_note(std::string_view body);

Result<DraftRequest> read_draft(std::string_view body);

}  // namespace rapport
