#include <algorithm>
#include <cctype>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"
#include "text/normalise/normalise.h"

namespace rapport::coach {
namespace {

// "[Name]", "{{first_name}}", "<name>".
bool find_placeholder(std::string_view text, Span& where) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char open = text[i];
    if (open != '[' && open != '{' && open != '<') continue;
    const char close = open == '[' ? ']' : open == '{' ? '}' : '>';
    const std::size_t length = text.substr(i, 31).find(close);
    if (length == text.npos) continue;
    const std::size_t end = i + length;
    const std::string inside = fold_case(text.substr(i + 1, end - i - 1));
    for (const std::string_view word : {"name", "nom", "nombre", "nome", "customer", "kunde"}) {
      if (inside.find(word) != inside.npos) {
        where = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end + 1)};
        return true;
      }
    }
  }
  return false;
}

// Behind a greeting, these are no names.
bool is_everybody(std::string_view normal) {
  static constexpr std::string_view kWords[] = {
      "there",    "all",      "everyone", "everybody", "team",   "folks",  "guys",    "again",
      "customer", "sir",      "madam",    "valued",    "friend", "yes",    "no",      "sorry",
      "thanks",   "thank",    "we",       "i",         "the",    "great",  "good",    "zusammen",
      "leute",    "à",        "a",        "tous",      "todos",  "tutti",  "liebe",   "kunde",
      "kundin",   "client",   "cliente",  "mr",        "mrs",    "ms",     "dr",      "herr",
      "frau",     "monsieur", "madame",   "señor",     "señora", "senhor", "senhora", "signor",
      "signora",  "und",      "and",      "ja",        "nein",   "oui",    "non",     "sí",
      "sim",      "sì",       "it",       "that",      "this",   "you",    "your"};
  return std::find(std::begin(kWords), std::end(kWords), normal) != std::end(kWords);
}

// "Dear Mr Smith": the name stands behind it.
bool is_title(std::string_view normal) {
  static constexpr std::string_view kTitles[] = {
      "mr",     "mrs",   "ms",     "miss",   "dr",      "herr",   "frau",   "monsieur",
      "madame", "señor", "señora", "senhor", "senhora", "signor", "signora"};
  return std::find(std::begin(kTitles), std::end(kTitles), normal) != std::end(kTitles);
}

bool begins_with_capital(std::string_view word) {
  const std::string folded = fold_case(word);
  return !word.empty() && folded != word && !folded.empty() && folded[0] != word[0];
}

// Theirs: any word of their shown name, or their handle's first part.
bool is_theirs(const View& view, std::string_view word) {
  const std::string said = normal_form(word);
  const auto is_part_of = [&](std::string_view names) {
    const std::string normal = normal_form(names);
    for (std::size_t at = 0; at < normal.size();) {
      const std::size_t end = std::min(normal.find_first_of(" ._-@", at), normal.size());
      const std::string_view part = std::string_view(normal).substr(at, end - at);
      if (part.size() >= 2 &&
          (said == part || (said.starts_with(part) && (said.substr(part.size()) == "'s" ||
                                                       said.substr(part.size()) == "s")))) {
        return true;
      }
      at = end + 1;
    }
    return false;
  };
  return is_part_of(view.exchange->author.name) || is_part_of(view.exchange->author.handle);
}

}  // namespace

void review_name(const View& view, Findings& out) {
  const Side& draft = view.draft;
  const Addressee& author = view.exchange->author;
  Finding finding;
  finding.rule = Rule::kName;
  Span where;
  if (find_placeholder(draft.text, where)) {
    finding.severity = Severity::kFix;
    finding.draft_spans = {where};
    finding.why = "Here a name should stand.";
    finding.next = view.first_name.empty() ? "Write it, or leave the greeting out."
                                           : "Write " + view.first_name + ".";
    if (!view.first_name.empty()) finding.replace = view.first_name;
    out.push_back(std::move(finding));
    return;
  }
  // A greeting for somebody else.
  std::vector<Phrases::Place> greetings;
  greeting_phrases().find(draft, greetings);
  for (const Phrases::Place& place : greetings) {
    std::size_t named = place.end;
    while (named + 1 < draft.words.size() && is_title(draft.words[named].normal)) ++named;
    if (author.name.empty() || named >= draft.words.size()) continue;
    const Word& word = draft.words[named];
    if (word.sentence != draft.words[place.begin].sentence || word.kind != TokenKind::kWord ||
        word.normal.size() < 2 || is_everybody(word.normal) ||
        !begins_with_capital(draft.of(word)) || is_theirs(view, draft.of(word))) {
      continue;
    }
    // A name stands alone between the greeting and a comma, a stop or the end.
    const std::size_t end = word.span.end;
    const bool alone = end >= draft.text.size() || draft.text[end] == ',' ||
                       draft.text[end] == '!' || draft.text[end] == '.' ||
                       draft.text[end] == '\n' || draft.text[end] == ':';
    if (!alone) continue;
    finding.severity = Severity::kFix;
    finding.draft_spans = {word.span};
    finding.why = "This is not their name.";
    finding.next =
        view.first_name.empty() ? "Look at who wrote." : "They are " + view.first_name + ".";
    if (!view.first_name.empty()) finding.replace = view.first_name;
    out.push_back(std::move(finding));
    return;
  }
  if (view.first_name.empty() && author.handle.empty()) return;
  for (const Word& word : draft.words) {
    const bool mention = word.kind == TokenKind::kMention;
    const std::string_view shown = draft.of(word);
    const bool theirs =
        mention ? !author.handle.empty() && fold_case(shown.substr(1)) == fold_case(author.handle)
                : !view.first_name.empty() && word.kind == TokenKind::kWord &&
                      begins_with_capital(shown) && is_theirs(view, shown);
    if (!theirs) continue;
    finding.severity = Severity::kNice;
    finding.draft_spans = {word.span};
    finding.why = "It speaks to them by their name.";
    out.push_back(std::move(finding));
    return;
  }
  if (view.first_name.empty() || !view.first_turn) return;
  finding.severity = Severity::kConsider;
  finding.why = "It doesn't use their name.";
  finding.next = "Say " + view.first_name + " once.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
