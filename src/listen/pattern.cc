#include "listen/pattern.h"

#include "listen/address.h"
#include "text/characters/characters.h"
#include "text/entities/entities.h"

namespace rapport {
namespace {

const SpokenName* name_at(const Spoken& spoken, std::uint32_t word) {
  for (const SpokenName& each : spoken.names) {
    if (each.first == word) return &each;
  }
  return nullptr;
}

// Is the whole of `text` a web address?
bool is_address(std::string_view text) {
  std::vector<TextEntity> entities;
  find_entities(text, entities);
  return entities.size() == 1 && entities[0].kind == TextEntityKind::kLink &&
         entities[0].span.begin == 0 && entities[0].span.end == text.size();
}

// Only spaces, which say nothing anyway?
bool is_space(std::string_view text) {
  const CharacterTable& table = CharacterTable::get();
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (!table.is(next.point, kSpaceClass)) return false;
    at += next.size;
  }
  return true;
}

}  // namespace

WordPattern::WordPattern(std::string_view text, WordStyle style)
    : rule_(style == WordStyle::kExact ? CaseRule::kExact : CaseRule::kAny) {
  cut_spoken(text, Wildcards::kSpecial, spoken_);
  if (spoken_.words.empty()) return;
  const std::uint32_t begin = spoken_.words.front().span.begin;
  const std::uint32_t end = spoken_.words.back().span.end;
  if (!is_space(text.substr(0, begin))) dropped_before_ = Span{0, begin};
  if (!is_space(text.substr(end))) {
    dropped_behind_ = Span{end, static_cast<std::uint32_t>(text.size())};
  }
  if (style != WordStyle::kBare) return;
  if (is_address(text)) {
    address_ = plain_address(text);
    dropped_before_ = dropped_behind_ = std::nullopt;
  }
  if (spoken_.names.empty()) {
    append_letters(text.substr(begin, end - begin), Wildcards::kSpecial, whole_);
  }
}

bool WordPattern::word_fits(const SpokenWord& asked, const Spoken& heard, std::uint32_t at) const {
  const SpokenWord& word = heard.words[at];
  if (asked.kind != word.kind || word.kind == SpokenKind::kLink) return false;
  const Letter* wanted = spoken_.letters.data();
  const Letter* has = heard.letters.data();
  for (const unsigned before : {0U, unsigned{word.before}}) {
    for (unsigned behind = 0; behind <= word.behind; ++behind) {
      // Both letters of "'s" go, of "++" also one alone.
      const bool possessive = word.behind == 2 && has[word.end - 1].plain == U's';
      if (possessive && behind == 1) continue;
      if (letters_match(wanted + asked.begin, wanted + asked.end, has + word.begin + before,
                        has + word.end - behind, rule_)) {
        return true;
      }
    }
    if (word.before == 0) break;
  }
  return false;
}

std::optional<std::uint32_t> WordPattern::fits_at(const Spoken& heard, std::uint32_t at) const {
  for (std::uint32_t i = 0; i < spoken_.words.size(); ++i) {
    if (at >= heard.words.size()) return std::nullopt;
    const SpokenWord& asked = spoken_.words[i];
    if (i > 0 && asked.joint == Joint::kAmpersand && heard.words[at].joint != Joint::kAmpersand) {
      return std::nullopt;
    }
    // Characters of one word in a script without spaces.
    if (i > 0 && asked.joint == Joint::kTouching && asked.kind == SpokenKind::kDense &&
        spoken_.words[i - 1].kind == SpokenKind::kDense &&
        heard.words[at].joint != Joint::kTouching) {
      return std::nullopt;
    }
    const SpokenName* wanted = name_at(spoken_, i);
    if (wanted == nullptr) {
      if (!word_fits(asked, heard, at)) return std::nullopt;
      ++at;
      continue;
    }
    const SpokenName* has = name_at(heard, at);
    if (has == nullptr || has->sign != wanted->sign) return std::nullopt;
    const Letter* from = heard.letters.data() + has->begin;
    const Letter* to = heard.letters.data() + has->end;
    const Letter* asked_from = spoken_.letters.data() + wanted->begin;
    const Letter* asked_to = spoken_.letters.data() + wanted->end;
    if (!letters_match(asked_from, asked_to, from, to, rule_)) {
      // "@name" is that name on every server.
      const Letter* host = from;
      while (host != to && host->plain != U'@') ++host;
      if (host == to || !letters_match(asked_from, asked_to, from, host, rule_)) {
        return std::nullopt;
      }
    }
    i = wanted->last;
    at = has->last + 1;
  }
  return at;
}

std::vector<Occurrence> WordPattern::find(std::string_view text, const Spoken& heard) const {
  std::vector<Occurrence> found;
  const auto add = [&](std::uint32_t first, std::uint32_t last, Span span) {
    for (Occurrence& each : found) {
      if (each.first == first && each.last == last) return;
    }
    found.push_back({first, last, {span}});
  };
  for (std::uint32_t at = 0; at < heard.words.size(); ++at) {
    const SpokenWord& word = heard.words[at];
    if (!address_.empty() && word.kind == SpokenKind::kLink) {
      const std::string_view link = text.substr(word.span.begin, word.span.end - word.span.begin);
      if (address_is_under(link, address_)) add(at, at, word.span);
      continue;
    }
    if (!spoken_.words.empty() && spoken_.words[0].kind != SpokenKind::kLink) {
      if (const auto behind = fits_at(heard, at)) {
        add(at, *behind - 1, {word.span.begin, heard.words[*behind - 1].span.end});
      }
    }
  }
  if (!whole_.empty()) {
    for (const SpokenName& each : heard.names) {
      if (letters_match(whole_.data(), whole_.data() + whole_.size(),
                        heard.letters.data() + each.begin, heard.letters.data() + each.end,
                        rule_)) {
        add(each.first, each.last, each.span);
      }
    }
  }
  return found;
}

}  // namespace rapport
