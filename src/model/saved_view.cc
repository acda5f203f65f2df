#include "model/saved_view.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ViewOwner, 4> kOwners{{{ViewOwner::kAnyone, "anyone"},
                                       {ViewOwner::kNobody, "nobody"},
                                       {ViewOwner::kMe, "me"},
                                       {ViewOwner::kMember, "member"}}};

}  // namespace

std::string_view to_word(ViewOwner owner) { return kOwners.word(owner); }
std::optional<ViewOwner> view_owner_of(std::string_view word) { return kOwners.find(word); }

}  // namespace rapport
