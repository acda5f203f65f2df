// The fields of a query: what can be asked of a post beside its words, in one table.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rapport {

enum class QueryField {
  kTitle,
  kText,
  kNetwork,
  kAuthor,
  kSite,
  kLang,
  kUrl,
  kLink,
  kHashtag,
  kMention,
  kFollowers,
  kLikes,
  kReposts,
  kReplies,
  kEngagement,
  kHas,
  kIs,
  kReplyTo,
  kSentiment,
  kIntent,
  kReason,
  kTopic,
  kPerson,
  kLevel,
  kSeen,
};

enum class FieldKind {
  kWords,    // holds a query of words: title:(a NEAR/3 b)
  kChoice,   // one of a fixed list
  kName,     // a whole name, wildcards allowed
  kAddress,  // a web address or the beginning of one
  kCount,    // a number or a range of them
  kTime,     // a day, a minute or a range of them
};

struct FieldFacts {
  QueryField field;
  std::string_view name;
  FieldKind kind;
  std::span<const std::string_view> choices;  // of kChoice
  std::string_view what;                      // for completion and help: "language, as in lang:pt"
};

std::span<const FieldFacts> all_fields();
const FieldFacts& facts_of(QueryField field);

// In any case: "Lang" is lang.
std::optional<QueryField> field_of(std::string_view name);

// The field that was probably meant: another tool's name for it, or a slip of the finger. Empty if
// none comes near.
std::string_view nearest_field(std::string_view name);

// The same for a value out of a list.
std::string_view nearest_of(std::string_view word, std::span<const std::string_view> list);

// ASCII letters made small.
std::string small_letters(std::string_view text);

}  // namespace rapport
