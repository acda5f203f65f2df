#include "store/sql/full_text.h"

#include <utility>

namespace rapport {
namespace {

// Longer searches are cut: nobody types them, and each word costs.
constexpr std::size_t kMostBytes = 500;

}  // namespace

void FullText::add(WordsOfPost words) { changes_.push_back({true, std::move(words)}); }
void FullText::remove(WordsOfPost words) { changes_.push_back({false, std::move(words)}); }

Result<Done> FullText::flush() {
  if (written_ == changes_.size()) return Done{};
  RAPPORT_TRY(write(std::span(changes_).subspan(written_)));
  written_ = changes_.size();
  return Done{};
}

void FullText::go_back(Mark mark) {
  changes_.resize(mark.gathered);
  written_ = mark.written;
}

Result<std::vector<PostId>> FullText::find(WorkspaceId workspace, std::string_view text,
                                           PostId before, int most) {
  RAPPORT_TRY(flush());
  return search(workspace, text.substr(0, kMostBytes), before, most);
}

Result<std::vector<PostId>> FullText::find_within(WorkspaceId workspace,
                                                  std::span<const ConversationId> conversations,
                                                  std::string_view text, PostId before, int most) {
  RAPPORT_TRY(flush());
  if (conversations.empty()) return std::vector<PostId>{};
  return search_within(workspace, conversations, text.substr(0, kMostBytes), before, most);
}

Result<bool> FullText::any_in(WorkspaceId workspace, ConversationId conversation,
                              std::string_view text, PostId from) {
  RAPPORT_TRY(flush());
  return search_in(workspace, conversation, text.substr(0, kMostBytes), from);
}

}  // namespace rapport
