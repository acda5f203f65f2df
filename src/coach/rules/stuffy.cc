#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/rules.h"

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

const Phrases& office() {
  static const Phrases kPhrases = {
      {"en",
       {"we regret to inform",
        "please note that",
        "please be advised",
        "it should be noted",
        "it is recommended that",
        "prior to",
        "in order to",
        "in accordance with",
        "in compliance with",
        "with regard|regards|respect to",
        "in respect of",
        "pursuant to",
        "at your earliest convenience",
        "utilise|utilize|utilising|utilizing|utilised",
        "effectuated|commencement|aforementioned|henceforth|hereby|designated|merchandise",
        "kindly",
        "further assistance",
        "dear sir or madam",
        "to whom it may concern",
        "dear valued customer",
        "subject to",
        "on a first come",
        "are|is processed within",
        "is|are|was|were considered complete",
        "has|have been forwarded|noted|received|escalated",
        "is|are excluded from",
        "are reviewed periodically",
        "may vary by",
        "are|is designed to",
        "following receipt",
        "we would like to inform",
        "currently experiencing",
        "continued provision",
        "be carried out",
        "due to a",
        "result in a",
        "is|are caused by",
        "is stated in",
        "greatly|highly appreciated",
        "the relevant department",
        "going forward",
        "at this time",
        "should be reported",
        "must be reported"}},
      {"de",
       {"zur klärung", "ihres anliegens", "diesbezüglich", "hinsichtlich", "bezüglich|bzgl",
        "zwecks", "seitens", "wir bitten sie .. zu", "in kenntnis", "zeitnah",
        "unter berücksichtigung", "im rahmen", "es wird darauf hingewiesen",
        "sehr geehrte|geehrter", "wir teilen ihnen"}},
      {"fr",
       {"nous vous informons", "veuillez noter", "dans les meilleurs délais", "suite à votre",
        "nous accusons réception", "conformément à"}},
      {"es",
       {"le informamos", "a la mayor brevedad", "con el fin de", "en relación con",
        "estimado cliente", "rogamos"}},
      {"pt",
       {"informamos que", "vimos por este meio", "no sentido de", "com a maior brevidade",
        "prezado cliente", "estimado cliente"}},
      {"it",
       {"la informiamo", "si prega di", "al fine di", "in merito a", "gentile cliente",
        "con la presente"}},
  };
  return kPhrases;
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
  office().find(draft, places);
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
