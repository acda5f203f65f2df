#include "model/post.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<PostKind, 3> kKinds{
    {{PostKind::kPost, "post"}, {PostKind::kReply, "reply"}, {PostKind::kQuote, "quote"}}};
constexpr Words<EntityKind, 3> kEntities{
    {{EntityKind::kMention, "mention"}, {EntityKind::kLink, "link"}, {EntityKind::kTag, "tag"}}};
constexpr Words<MediaKind, 3> kMedia{
    {{MediaKind::kImage, "image"}, {MediaKind::kVideo, "video"}, {MediaKind::kLink, "link"}}};
constexpr Words<QuotedState, 4> kQuoted{{{QuotedState::kShown, "shown"},
                                         {QuotedState::kGone, "gone"},
                                         {QuotedState::kBlocked, "blocked"},
                                         {QuotedState::kDetached, "detached"}}};
constexpr Words<Address, 4> kAddresses{{{Address::kContext, "context"},
                                        {Address::kBranch, "branch"},
                                        {Address::kDirect, "direct"},
                                        {Address::kOurs, "ours"}}};

}  // namespace

std::string_view to_word(PostKind kind) { return kKinds.word(kind); }
std::optional<PostKind> post_kind_of(std::string_view word) { return kKinds.find(word); }
std::string_view to_word(EntityKind kind) { return kEntities.word(kind); }
std::optional<EntityKind> entity_kind_of(std::string_view word) { return kEntities.find(word); }
std::string_view to_word(MediaKind kind) { return kMedia.word(kind); }
std::optional<MediaKind> media_kind_of(std::string_view word) { return kMedia.find(word); }
std::string_view to_word(QuotedState state) { return kQuoted.word(state); }
std::optional<QuotedState> quoted_state_of(std::string_view word) { return kQuoted.find(word); }
std::string_view to_word(Address address) { return kAddresses.word(address); }
std::optional<Address> address_of(std::string_view word) { return kAddresses.find(word); }

}  // namespace rapport
