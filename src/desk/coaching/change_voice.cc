#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "desk/coaching/coaching.h"
#include "desk/coaching/voice_view.h"
#include "store/store.h"

namespace rapport {
namespace {

bool is_one_line(std::string_view text) { return text.find_first_of("\r\n") == text.npos; }

// Each of them trimmed, and once whatever its case; those that hold nothing are left out.
Result<Done> tidy(std::vector<std::string>& words, const char* field) {
  std::vector<std::string> kept;
  std::set<std::string> folded;
  for (const std::string& each : words) {
    const std::string_view word = trim(each);
    if (is_blank(word)) continue;
    if (!is_one_line(word) || count_graphemes(word) > Coaching::kLongestWords) {
      return invalid("Each of these is at most " + std::to_string(Coaching::kLongestWords) +
                         " characters, on one line.",
                     field);
    }
    if (folded.insert(fold_case(word)).second) kept.emplace_back(word);
  }
  if (kept.size() > Coaching::kMostWords) {
    return invalid("That is more than " + std::to_string(Coaching::kMostWords) + ".", field);
  }
  words = std::move(kept);
  return Done{};
}

Result<Done> check_apart(const BrandVoice& voice) {
  for (const std::string& loved : voice.love) {
    for (const std::string& avoided : voice.avoid) {
      if (fold_case(loved) == fold_case(avoided)) {
        return invalid("“" + loved + "” stands among the words to avoid, too.", "love");
      }
    }
  }
  return Done{};
}

void tell(std::string& changes, std::string_view what, std::string_view before,
          std::string_view now) {
  if (before == now) return;
  if (!changes.empty()) changes += "; ";
  changes += what;
  changes += ": ";
  changes += before.empty() ? "nothing" : before;
  changes += " → ";
  changes += now.empty() ? "nothing" : now;
}

// The words that came and went, for the audit log.
void tell(std::string& changes, std::string_view what, const std::vector<std::string>& before,
          const std::vector<std::string>& now) {
  std::string list;
  const auto add = [&](const char* sign, const std::vector<std::string>& of,
                       const std::vector<std::string>& without) {
    for (const std::string& word : of) {
      if (std::ranges::find(without, word) != without.end()) continue;
      list += list.empty() ? sign : std::string(", ") + sign;
      list += word;
    }
  };
  add("+", now, before);
  add("−", before, now);
  if (list.empty()) return;
  if (!changes.empty()) changes += "; ";
  changes += what;
  changes += ": ";
  changes += list;
}

std::string changes_between(const BrandVoice& before, const BrandVoice& now) {
  std::string changes;
  tell(changes, "warmth", to_word(before.warmth), to_word(now.warmth));
  tell(changes, "formality", to_word(before.formality), to_word(now.formality));
  tell(changes, "emoji", to_word(before.emoji), to_word(now.emoji));
  tell(changes, "humour", to_word(before.humour), to_word(now.humour));
  tell(changes, "signature", before.signature, now.signature);
  tell(changes, "avoid", before.avoid, now.avoid);
  tell(changes, "love", before.love, now.love);
  tell(changes, "names", before.names, now.names);
  tell(changes, "promises", before.promises, now.promises);
  tell(changes, "has to be clean", before.require_clean ? "yes" : "no",
       now.require_clean ? "yes" : "no");
  return changes;
}

}  // namespace

Result<VoiceView> Coaching::change_voice(const Member& by, BrandVoice voice) {
  if (!by.may(Permission::kManageWorkspace)) {
    return forbidden("How the brand speaks is for owners and admins to say.");
  }
  voice.signature = std::string(trim(voice.signature));
  if (is_blank(voice.signature)) voice.signature.clear();
  if (!is_one_line(voice.signature) || count_graphemes(voice.signature) > kLongestSignature) {
    return invalid(
        "A signature is at most " + std::to_string(kLongestSignature) + " characters, on one line.",
        "signature");
  }
  RAPPORT_TRY(tidy(voice.avoid, "avoid"));
  RAPPORT_TRY(tidy(voice.love, "love"));
  RAPPORT_TRY(tidy(voice.names, "names"));
  RAPPORT_TRY(tidy(voice.promises, "allowed_promises"));
  RAPPORT_TRY(check_apart(voice));
  auto view = store_.write([&](Unit& unit) -> Result<VoiceView> {
    auto before = unit.voices().voice(by.workspace);
    RAPPORT_TRY(before);
    const std::string changes = changes_between(*before, voice);
    if (changes.empty()) return voice_view(unit, std::move(*before));
    const Time now = clock_.now();
    voice.workspace = by.workspace;
    voice.by = by.id;
    voice.changed_at = now;
    RAPPORT_TRY(unit.voices().save(voice));
    RAPPORT_TRY(unit.members().audit(
        {by.workspace, by.id, "voice.change", to_string(by.workspace), changes, now}));
    return voice_view(unit, voice);
  });
  if (view) brands_.forget(by.workspace);
  return view;
}

}  // namespace rapport
