#include <algorithm>
#include <string>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// Office words, and what people say instead.
struct Plain {
  std::string_view stuffy;
  std::string_view plain;
};
constexpr Plain kPlain[] = {
    {"utilise", "use"},
    {"utilize", "use"},
    {"utilising", "with"},
    {"utilizing", "with"},
    {"prior to", "before"},
    {"in order to", "to"},
    {"with regard to", "about"},
    {"with regards to", "about"},
    {"with respect to", "about"},
    {"in respect of", "about"},
    {"pursuant to", "by"},
    {"in accordance with", "by"},
    {"in the event of", "if there is"},
    {"in the event that", "if"},
    {"in light of", "because of"},
    {"upon receipt", "once it is here"},
    {"at this time", "now"},
    {"at your earliest convenience", "when you can"},
    {"going forward", "from now on"},
    {"further assistance", "more help"},
    {"kindly", "please"},
    {"commencement", "beginning"},
    {"designated", "right"},
    {"aforementioned", "this"},
    {"henceforth", "from now on"},
    {"merchandise", "things"},
    {"bezüglich", "zu"},
    {"hinsichtlich", "zu"},
    {"zeitnah", "bald"},
    {"dans les meilleurs délais", "vite"},
    {"con el fin de", "para"},
    {"a la mayor brevedad", "pronto"},
    {"al fine di", "per"},
    {"in merito a", "su"},
    {"no sentido de", "para"},
};

std::string_view plain_for(std::string_view stuffy) {
  const std::string folded = fold_case(stuffy);
  for (const Plain& one : kPlain) {
    if (one.stuffy == folded) return one.plain;
  }
  return {};
}

bool is_noun_of_office(std::string_view word) {
  if (word.size() < 8) return false;
  for (const std::string_view end :
       {"tion", "tions", "ment", "ments", "ance", "ence", "ility", "ness", "ation", "sion"}) {
    if (word.ends_with(end)) return true;
  }
  return false;
}

bool is_participle(std::string_view word) {
  if (word.size() >= 6 && word.ends_with("ed")) {
    // These tell how something is, and people say them.
    static constexpr std::string_view kStates[] = {"closed",    "opened",   "allowed", "delayed",
                                                   "cancelled", "included", "needed",  "repaired",
                                                   "mended",    "cracked",  "blocked", "worried"};
    return std::find(std::begin(kStates), std::end(kStates), word) == std::end(kStates);
  }
  static constexpr std::string_view kWords[] = {"made", "sent",  "given", "taken",      "held",
                                                "kept", "shown", "borne", "undertaken", "drawn",
                                                "seen", "known", "dealt", "undergone",  "met"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Nobody does it, nobody is spoken to: "Guests were informed of the works at the time of booking."
bool is_impersonal_passive(const Side& draft, const Sentence& sentence) {
  if (sentence.size() < 8) return false;
  static const Phrases kPeople = {
      {"en",
       {"i|we|i'm|i'll|i've|we're|we'll|we've|me|us|you|you're|you'll|you've|he|she|they|"
        "nobody|somebody|someone"}}};
  static const Phrases kBe = {{"en", {"is|are|was|were|be|been|being"}}};
  if (kPeople.in_words(draft, sentence.first_word, sentence.last_word)) return false;
  std::size_t letters = 0;
  std::size_t nouns = 0;
  bool passive = false;
  for (std::size_t i = sentence.first_word; i < sentence.last_word; ++i) {
    letters += draft.words[i].normal.size();
    nouns += is_noun_of_office(draft.words[i].normal) ? 1 : 0;
    if (!kBe.in_words(draft, i, i + 1)) continue;
    for (std::size_t j = i + 1; j < std::min(i + 3, sentence.last_word); ++j) {
      passive = passive || is_participle(draft.words[j].normal);
    }
  }
  const std::size_t size = sentence.size();
  return passive &&
         (nouns >= 2 || (nouns == 1 && letters * 10 >= size * 55) || letters >= size * 6);
}

}  // namespace

void review_stuffy(const View& view, Findings& out) {
  const Side& draft = view.draft;
  Finding finding;
  finding.rule = Rule::kStuffy;
  finding.severity = Severity::kConsider;
  std::vector<Phrases::Place> places;
  office_phrases().find(draft, places);
  for (const Phrases::Place& place : places) {
    finding.draft_spans.push_back(
        {draft.words[place.begin].span.begin, draft.words[place.end - 1].span.end});
  }
  if (places.empty() && draft.language == "en") {
    for (const Sentence& sentence : draft.sentences) {
      std::size_t nouns = 0;
      for (std::size_t i = sentence.first_word; i < sentence.last_word; ++i) {
        nouns += is_noun_of_office(draft.words[i].normal) ? 1 : 0;
      }
      if (nouns >= 3 || is_impersonal_passive(draft, sentence))
        finding.draft_spans.push_back(sentence.span);
    }
  }
  if (finding.draft_spans.empty()) return;
  finding.why = "Nobody speaks like this across a counter.";
  finding.next = "Say it as you would say it to them.";
  for (std::size_t i = 0; i < finding.draft_spans.size(); ++i) {
    const std::string_view said = draft.of(finding.draft_spans[i]);
    const std::string_view plain = plain_for(said);
    if (plain.empty()) continue;
    finding.next = "Instead of \"" + std::string(said) + "\": " + std::string(plain) + ".";
    if (i == 0) finding.replace = plain;
    break;
  }
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
