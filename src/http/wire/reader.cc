#include "http/wire/reader.h"

#include <algorithm>

namespace rapport {
namespace {

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

}  // namespace

BodyReader::BodyReader(std::string_view body) {
  // An empty body reads as an object without fields.
  if (is_blank(body)) return;
  json::error_code error;
  json::value value = json::parse(body, error);
  if (error) {
    error_ = invalid("The body is not valid JSON.").value();
  } else if (!value.is_object()) {
    error_ = invalid("The body has to be a JSON object.").value();
  } else {
    object_ = std::move(value.as_object());
  }
}

void BodyReader::wrong(std::string_view name, std::string_view words) {
  if (!error_) error_ = invalid(std::string(words), std::string(name)).value();
}

const json::value* BodyReader::take(std::string_view name, Need need) {
  asked_.emplace_back(name);
  const json::value* value = object_.if_contains(name);
  if (!value) {
    if (need != Need::kNothing) wrong(name, "This is missing.");
    return nullptr;
  }
  if (value->is_null()) {
    if (need == Need::kValue) wrong(name, "This is missing.");
    return nullptr;
  }
  return value;
}

std::optional<std::string> BodyReader::checked_text(std::string_view name, const json::value& value,
                                                    TextRule rule) {
  if (!value.is_string()) {
    wrong(name, "This has to be a text.");
    return std::nullopt;
  }
  std::string text(value.get_string());
  if (text.find('\0') != text.npos) {
    wrong(name, "This holds a character that cannot be kept.");
    return std::nullopt;
  }
  const std::size_t length = count_code_points(text);
  if (rule.least > 0 && is_blank(text)) {
    wrong(name, "This is empty.");
  } else if (length < rule.least) {
    wrong(name, "This is too short: at least " + std::to_string(rule.least) + " characters.");
  } else if (length > rule.most) {
    wrong(name, "This is too long: at most " + std::to_string(rule.most) + " characters.");
  }
  return text;
}

std::string BodyReader::text(std::string_view name, TextRule rule) {
  const json::value* value = take(name, Need::kValue);
  return value ? checked_text(name, *value, rule).value_or("") : "";
}

std::optional<std::string> BodyReader::optional_text(std::string_view name, TextRule rule) {
  const json::value* value = take(name, Need::kNothing);
  return value ? checked_text(name, *value, rule) : std::nullopt;
}

std::optional<std::int64_t> BodyReader::optional_whole(std::string_view name) {
  const json::value* value = take(name, Need::kNothing);
  if (!value) return std::nullopt;
  if (!value->is_int64()) {
    wrong(name, "This has to be a whole number.");
    return std::nullopt;
  }
  return value->get_int64();
}

bool BodyReader::optional_yes_no(std::string_view name, bool otherwise) {
  const json::value* value = take(name, Need::kNothing);
  if (!value) return otherwise;
  if (!value->is_bool()) {
    wrong(name, "This has to be true or false.");
    return otherwise;
  }
  return value->get_bool();
}

bool BodyReader::has(std::string_view name) const {
  const auto* value = object_.if_contains(name);
  return value != nullptr && !value->is_null();
}

std::vector<std::string> BodyReader::optional_texts(std::string_view name, std::size_t most,
                                                    TextRule rule) {
  std::vector<std::string> texts;
  for (const json::value& each : values(name, most, Need::kNothing)) {
    texts.push_back(checked_text(name, each, rule).value_or(""));
  }
  return texts;
}

Time BodyReader::time(std::string_view name) {
  const auto found = text(name, {.least = 1, .most = 64});
  const auto time = parse_time(found);
  if (!time && !found.empty())
    wrong(name, "This is not a time. Write it like 2026-11-23T15:00:00Z.");
  return time.value_or(Time{});
}

std::optional<std::string> BodyReader::id_text(std::string_view name, Need need) {
  const json::value* value = take(name, need);
  if (!value) return std::nullopt;
  if (!value->is_string()) {
    wrong(name, "An id is written as a text of digits.");
    return std::nullopt;
  }
  return std::string(value->get_string());
}

json::array BodyReader::values(std::string_view name, std::size_t most, Need need) {
  const json::value* value = take(name, need);
  if (!value) return {};
  if (!value->is_array()) {
    wrong(name, "This has to be a list.");
    return {};
  }
  if (value->get_array().size() > most) {
    wrong(name, "This is too long: at most " + std::to_string(most) + ".");
    return {};
  }
  return value->get_array();
}

Result<Done> BodyReader::finish() {
  if (error_) return fail(*error_);
  for (const auto& [name, value] : object_) {
    if (std::ranges::find(asked_, std::string_view(name)) == asked_.end()) {
      return invalid("I do not know this field.", std::string(name));
    }
  }
  return Done{};
}

}  // namespace rapport
