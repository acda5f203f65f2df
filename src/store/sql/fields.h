// How each type of the model lies in a column: as a number or as text, and back again.

#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "model/account.h"
#include "model/act.h"
#include "model/alert.h"
#include "model/backfill.h"
#include "model/channel.h"
#include "model/conversation.h"
#include "model/correction.h"
#include "model/event.h"
#include "model/history.h"
#include "model/interaction.h"
#include "model/knowledge.h"
#include "model/member.h"
#include "model/post.h"
#include "model/post_reading.h"
#include "model/saved_view.h"
#include "model/tag.h"
#include "model/voice.h"
#include "store/sql/packing.h"

namespace rapport {

enum class CellKind { kNumber, kText };

// What one column of one row holds.
struct Cell {
  bool null = false;
  std::int64_t number = 0;
  std::string_view text;
};

// Field<T>::kind tells how T is kept, write() gives what to keep (a number or a text), read() is
// false if the column holds what no T could have written.
template <class T>
struct Field;

template <std::integral T>
struct Field<T> {
  static constexpr CellKind kind = CellKind::kNumber;
  static std::int64_t write(T value) { return static_cast<std::int64_t>(value); }
  static bool read(const Cell& cell, T& value) {
    if constexpr (std::same_as<T, bool>) {
      value = cell.number != 0;
      return true;
    } else {
      if (!std::in_range<T>(cell.number)) return false;
      value = static_cast<T>(cell.number);
      return true;
    }
  }
};

template <>
struct Field<Time> {
  static constexpr CellKind kind = CellKind::kNumber;
  static std::int64_t write(Time time) { return to_micros(time); }
  static bool read(const Cell& cell, Time& time) {
    time = from_micros(cell.number);
    return true;
  }
};

template <class Noun>
struct Field<Id<Noun>> {
  static constexpr CellKind kind = CellKind::kNumber;
  static std::int64_t write(Id<Noun> id) { return id.value; }
  static bool read(const Cell& cell, Id<Noun>& id) {
    id.value = cell.number;
    return true;
  }
};

template <>
struct Field<std::string> {
  static constexpr CellKind kind = CellKind::kText;
  static std::string_view write(const std::string& text) { return text; }
  static bool read(const Cell& cell, std::string& text) {
    text = cell.text;
    return true;
  }
};

// Read, it is good until the next row: for Query::each.
template <>
struct Field<std::string_view> {
  static constexpr CellKind kind = CellKind::kText;
  static std::string_view write(std::string_view text) { return text; }
  static bool read(const Cell& cell, std::string_view& text) {
    text = cell.text;
    return true;
  }
};

// An enumeration is kept as its word.
inline std::optional<Role> of_word(std::string_view word, Role) { return role_of(word); }
inline std::optional<PreferenceKind> of_word(std::string_view word, PreferenceKind) {
  return preference_kind_of(word);
}
inline std::optional<AccountStanding> of_word(std::string_view word, AccountStanding) {
  return account_standing_of(word);
}
inline std::optional<TextUnit> of_word(std::string_view word, TextUnit) {
  return text_unit_of(word);
}
inline std::optional<ChannelState> of_word(std::string_view word, ChannelState) {
  return channel_state_of(word);
}
inline std::optional<ConversationState> of_word(std::string_view word, ConversationState) {
  return conversation_state_of(word);
}
inline std::optional<SkipReason> of_word(std::string_view word, SkipReason) {
  return skip_reason_of(word);
}
inline std::optional<DecisionKind> of_word(std::string_view word, DecisionKind) {
  return decision_kind_of(word);
}
inline std::optional<InPublic> of_word(std::string_view word, InPublic) {
  return in_public_of(word);
}
inline std::optional<TagColor> of_word(std::string_view word, TagColor) {
  return tag_color_of(word);
}
inline std::optional<ViewOwner> of_word(std::string_view word, ViewOwner) {
  return view_owner_of(word);
}
inline std::optional<PostKind> of_word(std::string_view word, PostKind) {
  return post_kind_of(word);
}
inline std::optional<Address> of_word(std::string_view word, Address) { return address_of(word); }
inline std::optional<ActKind> of_word(std::string_view word, ActKind) { return act_kind_of(word); }
inline std::optional<ActState> of_word(std::string_view word, ActState) {
  return act_state_of(word);
}
inline std::optional<Outcome> of_word(std::string_view word, Outcome) { return outcome_of(word); }
inline std::optional<InteractionKind> of_word(std::string_view word, InteractionKind) {
  return interaction_kind_of(word);
}
inline std::optional<HistoryState> of_word(std::string_view word, HistoryState) {
  return history_state_of(word);
}
inline std::optional<BackfillState> of_word(std::string_view word, BackfillState) {
  return backfill_state_of(word);
}
inline std::optional<AlertKind> of_word(std::string_view word, AlertKind) {
  return alert_kind_of(word);
}
inline std::optional<AlertCarrier> of_word(std::string_view word, AlertCarrier) {
  return alert_carrier_of(word);
}
inline std::optional<AlertDeliveryState> of_word(std::string_view word, AlertDeliveryState) {
  return alert_delivery_state_of(word);
}
inline std::optional<Sentiment> of_word(std::string_view word, Sentiment) {
  return sentiment_of(word);
}
inline std::optional<Intent> of_word(std::string_view word, Intent) { return intent_of(word); }
inline std::optional<Emotion> of_word(std::string_view word, Emotion) { return emotion_of(word); }
inline std::optional<ReadingPart> of_word(std::string_view word, ReadingPart) {
  return reading_part_of(word);
}
inline std::optional<ArticleKind> of_word(std::string_view word, ArticleKind) {
  return article_kind_of(word);
}
inline std::optional<ArticleStatus> of_word(std::string_view word, ArticleStatus) {
  return article_status_of(word);
}
inline std::optional<Medium> of_word(std::string_view word, Medium) { return medium_of(word); }
inline std::optional<ArticleUseKind> of_word(std::string_view word, ArticleUseKind) {
  return article_use_kind_of(word);
}
inline std::optional<Warmth> of_word(std::string_view word, Warmth) { return warmth_of(word); }
inline std::optional<Formality> of_word(std::string_view word, Formality) {
  return formality_of(word);
}
inline std::optional<EmojiUse> of_word(std::string_view word, EmojiUse) {
  return emoji_use_of(word);
}
inline std::optional<Humour> of_word(std::string_view word, Humour) { return humour_of(word); }
inline std::optional<RuleSetting> of_word(std::string_view word, RuleSetting) {
  return rule_setting_of(word);
}
inline std::optional<EventKind> of_word(std::string_view word, EventKind) {
  return event_kind_of(word);
}

template <class Enum>
  requires std::is_enum_v<Enum>
struct Field<Enum> {
  static constexpr CellKind kind = CellKind::kText;
  static std::string_view write(Enum value) { return to_word(value); }
  static bool read(const Cell& cell, Enum& value) {
    const auto found = of_word(cell.text, Enum{});
    if (found) value = *found;
    return found.has_value();
  }
};

// What packing.h can pack.
template <class T>
  requires requires(T value) { unpack(std::string_view{}, value); }
struct Field<T> {
  static constexpr CellKind kind = CellKind::kText;
  static std::string write(const T& value) { return pack(value); }
  static bool read(const Cell& cell, T& value) { return unpack(cell.text, value); }
};

// Nothing is kept as NULL, and only nothing is.
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
constexpr CellKind cell_kind() {
  if constexpr (IsOptional<T>::value) {
    return Field<typename T::value_type>::kind;
  } else {
    return Field<T>::kind;
  }
}

template <class T>
bool read_cell(const Cell& cell, T& value) {
  if constexpr (IsOptional<T>::value) {
    value.reset();
    return cell.null || Field<typename T::value_type>::read(cell, value.emplace());
  } else {
    return !cell.null && Field<T>::read(cell, value);
  }
}

}  // namespace rapport
