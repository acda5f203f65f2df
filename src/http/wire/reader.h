// Reads a request body strictly: a field that is missing, of the wrong type, too long or unknown is
// an error that names it. Only sources of wire/ include this.
//
// Ask for every field, then for finish(), which tells the first thing that was wrong:
//   BodyReader body(text);
//   Note note{body.text("text", {.least = 1, .most = 4000})};
//   RAPPORT_TRY(body.finish());

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "http/wire/json.h"

namespace rapport {

// Lengths in Unicode code points. A text of white space alone counts as empty when `least` > 0.
struct TextRule {
  std::size_t least = 0;
  std::size_t most = 10'000;
};

class BodyReader {
 public:
  explicit BodyReader(std::string_view body);
  explicit BodyReader(json::object object) : object_(std::move(object)) {}

  std::string text(std::string_view name, TextRule rule);
  // Missing or null: nothing.
  std::optional<std::string> optional_text(std::string_view name, TextRule rule);
  std::optional<std::int64_t> optional_whole(std::string_view name);
  // Is it there, and not null? Does not read it.
  bool has(std::string_view name) const;
  bool optional_yes_no(std::string_view name, bool otherwise);
  Time time(std::string_view name);

  template <class IdType>
  IdType id(std::string_view name) {
    const auto found = id_text(name, Need::kValue);
    return found ? check_id<IdType>(name, *found).value_or(IdType{}) : IdType{};
  }
  // Must be there, but may be null.
  template <class IdType>
  std::optional<IdType> id_or_null(std::string_view name) {
    const auto found = id_text(name, Need::kPresent);
    return found ? check_id<IdType>(name, *found) : std::nullopt;
  }
  // May be missing or null.
  template <class IdType>
  std::optional<IdType> optional_id(std::string_view name) {
    const auto found = id_text(name, Need::kNothing);
    return found ? check_id<IdType>(name, *found) : std::nullopt;
  }

  // A list of texts; missing or null: none.
  std::vector<std::string> optional_texts(std::string_view name, std::size_t most, TextRule rule);

  // One object, read by `read(BodyReader&)`; missing or null: nothing. What is wrong inside it is
  // told under its own name.
  template <class Read>
  auto optional_object(std::string_view name, Read read)
      -> std::optional<std::invoke_result_t<Read, BodyReader&>> {
    const json::value* value = take(name, Need::kNothing);
    if (!value) return std::nullopt;
    if (!value->is_object()) {
      wrong(name, "This has to be an object.");
      return std::nullopt;
    }
    BodyReader inner(value->get_object());
    auto out = read(inner);
    if (const auto done = inner.finish(); !done) wrong(name, done.error().message);
    return out;
  }

  // One of the words that `find` knows, or nothing if the field is missing.
  template <class Enum>
  std::optional<Enum> optional_word(std::string_view name,
                                    std::optional<Enum> (*find)(std::string_view)) {
    const auto found = optional_text(name, {.least = 1, .most = 100});
    if (!found) return std::nullopt;
    const auto value = find(*found);
    if (!value) wrong(name, "This is none of the words I know.");
    return value;
  }

  // One of the words that `find` knows.
  template <class Enum>
  Enum word(std::string_view name, std::optional<Enum> (*find)(std::string_view)) {
    const std::string found = text(name, {.least = 1, .most = 100});
    const auto value = find(found);
    if (!value && !found.empty()) wrong(name, "This is none of the words I know.");
    return value.value_or(Enum{});
  }

  template <class IdType>
  std::vector<IdType> ids(std::string_view name, std::size_t most) {
    std::vector<IdType> out;
    for (const json::value& each : values(name, most, Need::kValue)) {
      const auto* text = each.if_string();
      const auto id = text ? parse_id<IdType>(std::string_view(*text)) : std::nullopt;
      if (!id) {
        wrong(name, "One of these is not an id.");
        break;
      }
      out.push_back(*id);
    }
    return out;
  }

  // A list of objects, each read by `read(BodyReader&)`. What is wrong with one of them is told
  // under the list's own name.
  template <class Read>
  auto list(std::string_view name, std::size_t most, Read read) {
    return read_list(values(name, most, Need::kValue), name, read);
  }
  // Missing or null: an empty list.
  template <class Read>
  auto optional_list(std::string_view name, std::size_t most, Read read) {
    return read_list(values(name, most, Need::kNothing), name, read);
  }

  Result<Done> finish();

 private:
  enum class Need { kNothing, kPresent, kValue };

  // The value of a field; null pointers for a missing one, and for null unless `need` says
  // otherwise.
  const json::value* take(std::string_view name, Need need);
  std::optional<std::string> id_text(std::string_view name, Need need);
  std::optional<std::string> checked_text(std::string_view name, const json::value& value,
                                          TextRule rule);
  void wrong(std::string_view name, std::string_view words);

  template <class IdType>
  std::optional<IdType> check_id(std::string_view name, const std::string& text) {
    const auto id = parse_id<IdType>(text);
    if (!id) wrong(name, "This is not an id.");
    return id;
  }

  json::array values(std::string_view name, std::size_t most, Need need);

  template <class Read>
  std::vector<std::invoke_result_t<Read, BodyReader&>> read_list(json::array values,
                                                                 std::string_view name, Read read) {
    std::vector<std::invoke_result_t<Read, BodyReader&>> out;
    for (json::value& each : values) {
      if (!each.is_object()) {
        wrong(name, "Each of these has to be an object.");
        break;
      }
      BodyReader inner(std::move(each.as_object()));
      out.push_back(read(inner));
      if (auto done = inner.finish(); !done) {
        wrong(name, done.error().message);
        break;
      }
    }
    return out;
  }

  json::object object_;
  std::vector<std::string> asked_;
  std::optional<Error> error_;
};

}  // namespace rapport
