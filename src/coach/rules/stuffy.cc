#include <algorithm>

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
    {"utilise", "use"},           {"utilize", "use"},         {"utilising", "with"},
    {"utilizing", "with"},        {"commence", "begin"},      {"commencement", "beginning"},
    {"prior", "before"},          {"subsequent", "later"},    {"regarding", "about"},
    {"kindly", "please"},         {"effectuated", "made"},    {"pursuant", "by"},
    {"designated", "right"},      {"assistance", "help"},     {"endeavour", "try"},
    {"facilitate", "help"},       {"purchase", "buy"},        {"terminate", "end"},
    {"whilst", "while"},          {"aforementioned", "this"}, {"henceforth", "from now on"},
    {"modifications", "changes"}, {"formulated", "written"},  {"merchandise", "things"},
    {"enquiries", "questions"},   {"inquiries", "questions"}, {"escalate", "pass on"},
};

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
  for (const Word& word : draft.words) {
    const auto* plain = std::find_if(std::begin(kPlain), std::end(kPlain),
                                     [&](const Plain& one) { return one.stuffy == word.normal; });
    if (plain == std::end(kPlain)) continue;
    finding.next =
        "Instead of \"" + std::string(draft.of(word)) + "\": " + std::string(plain->plain) + ".";
    break;
  }
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
