#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

const Phrases& refunds() {
  static const Phrases kPhrases = {
      {"en",
       {"we|i|we'll|i'll .. refund", "full refund", "refund you",
        "you'll get|receive|have a refund", "you'll|will get .. back",
        "get|start|starting your|the refund", "we'll|i'll start the refund",
        "money|payment .. sending|sent .. back", "sending it back",
        "we'll|i'll|will compensate|reimburse|credit", "pay you|it .. back", "refund the|your|it",
        "compensation of"}},
      {"de",
       {"erstatten|erstattet .. betrag|geld|preis|voll*",
        "bekommen|bekommst|erhalten|erhältst "
        ".. geld zurück"}},
      {"fr", {"rembourser*", "vous rembours*"}},
      {"es", {"te|le|os devolveremos|devolvemos|reembolsaremos|reembolsamos"}},
      {"pt", {"vamos devolver|reembolsar", "devolvemos|reembolsamos"}},
      {"it", {"rimborseremo|rimborsiamo"}},
  };
  return kPhrases;
}

// A day that things will have happened on.
const Phrases& dates() {
  static const Phrases kPhrases = {
      {"en",
       {"will|it'll|you'll|we'll|can .. by|on|until monday|tuesday|wednesday|thursday|friday|"
        "saturday|sunday|tomorrow|0*|00*",
        "arrives|arrive|comes|leaves|ships|delivered .. on|by|with .. monday|tuesday|wednesday|"
        "thursday|friday|saturday|sunday|0*|tomorrow|today's",
        "we'll|you'll|it'll|they'll|will|get|arrives|arrive|back|have .. within "
        "0*|00*|two|three|five|ten|a|an day|days|hour|hours|week|weeks",
        "can|will leave|arrive|ship|come|be tomorrow|today", "leaves|arrives|ships tomorrow|today",
        "booked for tomorrow|monday|tuesday|wednesday|"
        "thursday|friday",
        "refund|back you today|tomorrow"}},
      {"de",
       {"wird|kommt|ist .. bis|am|morgen montag|dienstag|mittwoch|donnerstag|freitag|samstag|"
        "sonntag|da",
        "garantiert|spätestens bis|am"}},
      {"fr", {"arrivera|arrive|sera .. lundi|mardi|mercredi|jeudi|vendredi|samedi|demain"}},
      {"es", {"llegará|llega .. lunes|martes|miércoles|jueves|viernes|sábado|mañana"}},
      {"pt", {"chegará|chega .. segunda|terça|quarta|quinta|sexta|sábado|amanhã"}},
      {"it", {"arriverà|arriva .. lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domani"}},
  };
  return kPhrases;
}

const Phrases& guarantees() {
  static const Phrases kPhrases = {
      {"en",
       {"guarantee*", "i|we promise",
        "definitely arrive|arrives|come|comes|get|have|work|works|ship|ships|be|safe|possible|fine",
        "000% safe|sure|certain|guaranteed", "trust us", "never happen again", "without fail",
        "you have my|our word", "always work|works"}},
      {"de",
       {"garantier*", "versprochen", "verspreche|versprechen", "auf jeden fall",
        "nie wieder "
        "vorkommen|passieren"}},
      {"fr", {"garanti*", "je vous|nous promets|promettons", "plus jamais"}},
      {"es", {"garantiza*", "te|le prometo|prometemos", "nunca más"}},
      {"pt", {"garantimos|garanto", "prometo|prometemos", "nunca mais"}},
      {"it", {"garantiamo|garantito", "promettiamo|prometto", "mai più"}},
  };
  return kPhrases;
}

// "I can't promise it" is none.
const Phrases& not_promised() {
  static const Phrases kPhrases = {
      {"en",
       {"can't|cannot|won't|couldn't|can't promise|guarantee", "rather not", "not promise",
        "no guarantee", "not|unable|never .. guarantee*|promise*", "guarantee voucher|card|period",
        "likely", "usually|mostly", "expect|expected|hope"}},
      {"de", {"nicht versprechen|garantieren", "voraussichtlich|meist|hoffe|hoffen"}},
      {"fr", {"ne .. pas .. promettre|garantir"}},
      {"es", {"no .. prometer|garantizar"}},
      {"pt", {"não .. prometer|garantir"}},
      {"it", {"non .. promettere|garantire"}},
  };
  return kPhrases;
}

bool may_promise(const Voice& voice, std::string_view what) {
  return std::find(voice.may_promise.begin(), voice.may_promise.end(), what) !=
         voice.may_promise.end();
}

// Which sentences have words that may be promised.
std::vector<bool> sentences_allowed(const View& view) {
  std::vector<bool> out(view.draft.sentences.size());
  for (const std::string_view words : view.exchange->voice.may_promise) {
    if (words == "refund" || words == "date" || words == "guarantee") continue;  // kinds
    for (const Span& span : spans_of_words(view.draft, words)) {
      const auto after = std::upper_bound(
          view.draft.sentences.begin(), view.draft.sentences.end(), span.begin,
          [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
      if (after != view.draft.sentences.begin()) {
        out[static_cast<std::size_t>(after - view.draft.sentences.begin()) - 1] = true;
      }
    }
  }
  return out;
}

}  // namespace

void review_promise(const View& view, Findings& out) {
  const Voice& voice = view.exchange->voice;
  Finding finding;
  finding.rule = Rule::kPromise;
  finding.severity = Severity::kFix;
  const std::vector<bool> allowed = sentences_allowed(view);
  const auto add = [&](const Phrases& phrases) {
    std::vector<Phrases::Place> places;
    phrases.find(view.draft, places);
    for (const Phrases::Place& place : places) {
      const std::size_t sentence = view.draft.words[place.begin].sentence;
      if (view.draft.sentences[sentence].asks) continue;
      if (not_promised().in_sentence(view.draft, sentence)) continue;
      if (allowed[sentence]) continue;
      finding.draft_spans.push_back(
          {view.draft.words[place.begin].span.begin, view.draft.words[place.end - 1].span.end});
    }
  };
  if (!may_promise(voice, "guarantee")) add(guarantees());
  if (!may_promise(voice, "refund")) add(refunds());
  if (!may_promise(voice, "date")) add(dates());
  if (finding.draft_spans.empty()) return;
  finding.why = "This commits the house to something that nobody said may be promised.";
  finding.next = "Say what you are doing and what you expect, or ask who may promise it.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
