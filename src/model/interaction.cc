#include "model/interaction.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<InteractionKind, 6> kKinds{{{InteractionKind::kReply, "reply"},
                                            {InteractionKind::kMention, "mention"},
                                            {InteractionKind::kQuote, "quote"},
                                            {InteractionKind::kLike, "like"},
                                            {InteractionKind::kRepost, "repost"},
                                            {InteractionKind::kFollow, "follow"}}};

}  // namespace

std::string_view to_word(InteractionKind kind) { return kKinds.word(kind); }
std::optional<InteractionKind> interaction_kind_of(std::string_view word) {
  return kKinds.find(word);
}

}  // namespace rapport
