#include "store/sql/packing.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace rapport {
namespace {

namespace json = boost::json;

// An item is an array of its fields, so that no names are repeated in every row.

json::string text_of(std::string_view text) { return json::string(clean_utf8(text)); }

json::value item(const std::string& word) { return text_of(word); }

json::value item(const Entity& entity) {
  return json::array{to_word(entity.kind), entity.begin, entity.end, text_of(entity.value)};
}

json::value item(const Media& media) {
  return json::array{to_word(media.kind), text_of(media.url),   text_of(media.thumb_url),
                     text_of(media.alt),  text_of(media.title), text_of(media.description),
                     media.width,         media.height};
}

json::value item(const ActMedia& media) {
  return json::array{media.attachment.value, text_of(media.alt)};
}

bool take(const json::value& value, std::string& text) {
  const auto* string = value.if_string();
  if (string == nullptr) return false;
  text.assign(string->data(), string->size());
  return true;
}

bool take(const json::value& value, std::uint32_t& number) {
  const auto* integer = value.if_int64();
  if (integer == nullptr || !std::in_range<std::uint32_t>(*integer)) return false;
  number = static_cast<std::uint32_t>(*integer);
  return true;
}

bool take(const json::value& value, AttachmentId& id) {
  const auto* integer = value.if_int64();
  if (integer != nullptr) id.value = *integer;
  return integer != nullptr;
}

json::value item(PostId id) { return id.value; }

bool take(const json::value& value, PostId& id) {
  const auto* integer = value.if_int64();
  if (integer != nullptr) id.value = *integer;
  return integer != nullptr;
}

bool take(const json::value& value, EntityKind& kind) {
  const auto* word = value.if_string();
  const auto found = word != nullptr ? entity_kind_of(std::string_view(*word)) : std::nullopt;
  if (found) kind = *found;
  return found.has_value();
}

json::value item(const Span& span) { return json::array{span.begin, span.end}; }

bool take(const json::value& value, Span& span) {
  const auto* array = value.if_array();
  return array != nullptr && array->size() == 2 && take((*array)[0], span.begin) &&
         take((*array)[1], span.end);
}

// In ten-thousandths.
json::value item(const TopicTerm& term) {
  return json::array{text_of(term.words), std::lround(term.weight * 10'000)};
}

bool take(const json::value& value, TopicTerm& term) {
  const auto* array = value.if_array();
  std::uint32_t weight = 0;
  if (array == nullptr || array->size() != 2 || !take((*array)[0], term.words) ||
      !take((*array)[1], weight) || weight > 10'000) {
    return false;
  }
  term.weight = static_cast<float>(weight) / 10'000;
  return true;
}

bool take(const json::value& value, MediaKind& kind) {
  const auto* word = value.if_string();
  const auto found = word != nullptr ? media_kind_of(std::string_view(*word)) : std::nullopt;
  if (found) kind = *found;
  return found.has_value();
}

bool take(const json::value& value, QuotedState& state) {
  const auto* word = value.if_string();
  const auto found = word != nullptr ? quoted_state_of(std::string_view(*word)) : std::nullopt;
  if (found) state = *found;
  return found.has_value();
}

bool take(const json::value& value, std::vector<Entity>& entities);

template <class... Fields>
bool take_all(const json::value& value, Fields&... fields) {
  const auto* array = value.if_array();
  if (array == nullptr || array->size() != sizeof...(Fields)) return false;
  std::size_t at = 0;
  return (take((*array)[at++], fields) && ...);
}

bool take(const json::value& value, Entity& entity) {
  return take_all(value, entity.kind, entity.begin, entity.end, entity.value);
}

bool take(const json::value& value, ActMedia& media) {
  return take_all(value, media.attachment, media.alt);
}

bool take(const json::value& value, Media& media) {
  // Rows of the first schema know no sizes.
  if (take_all(value, media.kind, media.url, media.thumb_url, media.alt, media.title,
               media.description, media.width, media.height)) {
    return true;
  }
  return take_all(value, media.kind, media.url, media.thumb_url, media.alt, media.title,
                  media.description);
}

bool take(const json::value& value, std::vector<Entity>& entities) {
  const auto* array = value.if_array();
  if (array == nullptr) return false;
  entities.resize(array->size());
  for (std::size_t at = 0; at < entities.size(); ++at) {
    if (!take((*array)[at], entities[at])) return false;
  }
  return true;
}

// Calls take(part) for each part between `separator`s; false as soon as one is refused.
template <class Take>
bool each_part(std::string_view text, char separator, const Take& take) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (!take(text.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

bool take_whole(std::string_view text, int most, int& number) {
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  return error == std::errc{} && end == last && number >= 0 && number <= most;
}

constexpr std::string_view kNothing = "-";

bool take_mark(std::size_t at, std::string_view mark, ReadingGist& gist) {
  if (at == 2) {
    gist.needs_reply = mark == "1";
    return mark == "0" || mark == "1";
  }
  if (mark == kNothing) return true;
  int hundredths = 0;
  switch (at) {
    case 0:
      gist.sentiment = sentiment_of(mark);
      return gist.sentiment.has_value();
    case 1:
      if (!take_whole(mark, 100, hundredths)) return false;
      gist.urgency = static_cast<float>(hundredths) / 100;
      return true;
    case 3:
      return each_part(mark, ',', [&](std::string_view word) {
        const auto intent = intent_of(word);
        if (intent) gist.intents.push_back(*intent);
        return intent.has_value();
      });
    case 4:
      return each_part(mark, ',', [&](std::string_view key) {
        gist.reasons.emplace_back(key);
        return !key.empty();
      });
    default:
      return each_part(mark, ',', [&](std::string_view word) {
        const auto id = parse_id<TopicId>(word);
        if (id) gist.topics.push_back(*id);
        return id.has_value();
      });
  }
}

template <class Item>
std::string pack_list(const std::vector<Item>& items) {
  if (items.empty()) return {};
  json::array array;
  array.reserve(items.size());
  for (const Item& each : items) array.push_back(item(each));
  return json::serialize(array);
}

template <class Item>
bool unpack_list(std::string_view text, std::vector<Item>& items) {
  items.clear();
  if (text.empty()) return true;
  boost::system::error_code error;
  const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  const auto* array = value.if_array();
  if (error || array == nullptr) return false;
  items.resize(array->size());
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (!take((*array)[at], items[at])) return false;
  }
  return true;
}

}  // namespace

std::string pack(const std::vector<std::string>& words) { return pack_list(words); }
std::string pack(const std::vector<Entity>& entities) { return pack_list(entities); }
std::string pack(const std::vector<Media>& media) { return pack_list(media); }

std::string pack(const std::vector<ActMedia>& media) { return pack_list(media); }
std::string pack(const Quoted& quoted) {
  json::array entities;
  for (const Entity& each : quoted.entities) entities.push_back(item(each));
  return json::serialize(json::array{text_of(quoted.native_id), text_of(quoted.author_handle),
                                     text_of(quoted.text), to_word(quoted.state),
                                     std::move(entities)});
}

std::string pack(const ReadingGist& gist) {
  std::string text(gist.sentiment ? to_word(*gist.sentiment) : kNothing);
  text += ' ';
  text += gist.urgency ? std::to_string(std::lround(*gist.urgency * 100)) : std::string(kNothing);
  text += gist.needs_reply ? " 1" : " 0";
  const auto list = [&](const auto& items, const auto& word_of) {
    text += ' ';
    if (items.empty()) text += kNothing;
    for (std::size_t at = 0; at < items.size(); ++at) {
      if (at > 0) text += ',';
      text += word_of(items[at]);
    }
  };
  list(gist.intents, [](Intent intent) { return to_word(intent); });
  list(gist.reasons, [](const std::string& key) { return key; });
  list(gist.topics, [](TopicId id) { return to_string(id); });
  return text;
}

std::string pack(const std::vector<TopicTerm>& terms) { return pack_list(terms); }
std::string pack(const std::vector<Span>& spans) { return pack_list(spans); }
std::string pack(const std::vector<PostId>& posts) { return pack_list(posts); }

std::string pack_numbers(const std::vector<std::int64_t>& numbers) {
  std::string text = "[";
  for (const std::int64_t number : numbers) {
    if (text.size() > 1) text += ',';
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
  }
  return text += ']';
}

bool unpack(std::string_view text, std::vector<std::string>& words) {
  return unpack_list(text, words);
}
bool unpack(std::string_view text, std::vector<Entity>& entities) {
  return unpack_list(text, entities);
}
bool unpack(std::string_view text, std::vector<Media>& media) { return unpack_list(text, media); }

bool unpack(std::string_view text, std::vector<ActMedia>& media) {
  return unpack_list(text, media);
}
bool unpack(std::string_view text, std::vector<TopicTerm>& terms) {
  return unpack_list(text, terms);
}
bool unpack(std::string_view text, std::vector<Span>& spans) { return unpack_list(text, spans); }
bool unpack(std::string_view text, std::vector<PostId>& posts) { return unpack_list(text, posts); }

bool unpack(std::string_view text, ReadingGist& gist) {
  gist = {};
  std::size_t at = 0;
  const bool read = each_part(
      text, ' ', [&](std::string_view mark) { return at < 6 && take_mark(at++, mark, gist); });
  return read && at == 6;
}
bool unpack(std::string_view text, Quoted& quoted) {
  boost::system::error_code error;
  const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  if (error) return false;
  // Rows of the first schema know but the words.
  return take_all(value, quoted.native_id, quoted.author_handle, quoted.text, quoted.state,
                  quoted.entities) ||
         take_all(value, quoted.native_id, quoted.author_handle, quoted.text);
}

}  // namespace rapport
