#include "networks/sandbox/entities.h"

#include <optional>

namespace rapport {
namespace {

bool is_handle_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.';
}

// Bytes above ASCII belong to letters often enough: tags are written in every script.
bool is_word_byte(char c) {
  return (is_handle_byte(c) && c != '-' && c != '.') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// A mention or tag begins a word: "ros@ottersby.example" mentions nobody.
bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || !(is_handle_byte(text[at - 1]) || text[at - 1] == '_');
}

template <class Belongs>
std::size_t run_end(std::string_view text, std::size_t at, Belongs belongs) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

// The sentence's own punctuation is not part of what it ends with.
std::size_t without_tail(std::string_view text, std::size_t begin, std::size_t end,
                         std::string_view tail) {
  while (end > begin && tail.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

Entity span(EntityKind kind, std::size_t begin, std::size_t end, std::string value) {
  return {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
          std::move(value)};
}

std::optional<Entity> mention_at(std::string_view text, std::size_t at,
                                 const HandleLookup& account) {
  if (text[at] != '@' || !begins_word(text, at)) return std::nullopt;
  const auto end = without_tail(text, at + 1, run_end(text, at + 1, is_handle_byte), ".-");
  auto id = account(text.substr(at + 1, end - at - 1));
  if (id.empty()) return std::nullopt;
  return span(EntityKind::kMention, at, end, std::move(id));
}

std::optional<Entity> link_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  const std::size_t scheme = rest.starts_with("https://") ? 8 : rest.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || !begins_word(text, at)) return std::nullopt;
  const auto end =
      without_tail(text, at + scheme,
                   run_end(text, at + scheme, [](char c) { return !is_space(c); }), ".,;:!?)\"'");
  if (end == at + scheme) return std::nullopt;
  return span(EntityKind::kLink, at, end, std::string(text.substr(at, end - at)));
}

std::optional<Entity> tag_at(std::string_view text, std::size_t at) {
  if (text[at] != '#' || !begins_word(text, at)) return std::nullopt;
  const auto end = run_end(text, at + 1, is_word_byte);
  const auto word = text.substr(at + 1, end - at - 1);
  // "#1" is a number, not a tag.
  if (word.find_first_not_of("0123456789") == std::string_view::npos) return std::nullopt;
  return span(EntityKind::kTag, at, end, std::string(word));
}

}  // namespace

std::vector<Entity> find_sandbox_entities(std::string_view text, const HandleLookup& account) {
  std::vector<Entity> found;
  for (std::size_t at = 0; at < text.size();) {
    auto entity = mention_at(text, at, account);
    if (!entity) entity = link_at(text, at);
    if (!entity) entity = tag_at(text, at);
    if (!entity) {
      ++at;
      continue;
    }
    at = entity->end;
    found.push_back(std::move(*entity));
  }
  return found;
}

}  // namespace rapport
