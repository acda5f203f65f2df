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
      if (nouns >= 3) finding.draft_spans.push_back(sentence.span);
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
