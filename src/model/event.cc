#include "model/event.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<EventKind, 13> kKinds{{{EventKind::kConversation, "conversation"},
                                       {EventKind::kCounts, "counts"},
                                       {EventKind::kAct, "act"},
                                       {EventKind::kChannel, "channel"},
                                       {EventKind::kPerson, "person"},
                                       {EventKind::kTeam, "team"},
                                       {EventKind::kTags, "tags"},
                                       {EventKind::kViews, "views"},
                                       {EventKind::kMention, "mention"},
                                       {EventKind::kMonitor, "monitor"},
                                       {EventKind::kAlert, "alert"},
                                       {EventKind::kArticle, "article"},
                                       {EventKind::kReading, "reading"}}};

}  // namespace

std::string_view to_word(EventKind kind) { return kKinds.word(kind); }
std::optional<EventKind> event_kind_of(std::string_view word) { return kKinds.find(word); }

}  // namespace rapport
