#include <algorithm>

#include "coach/clauses.h"
#include "coach/facts.h"
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

// A sentence commits to something that is still to come.
const Phrases& still_to_come() {
  static const Phrases kPhrases = {
      {"en",
       {"will|you'll|we'll|i'll|it'll|they'll|he'll|she'll|there'll|that'll|gets|lands|launches|"
        "reopens|arrives|returns|ships|starts|resumes|releases",
        "you|we|it|they get|receive|have",
        "is|are|be coming|going|due|out|back|there|here|with|done", "comes|come back|on|in|out|by",
        "out|back|yours|ready by|on|in|from|within"}},
      {"de", {"wird|werden|werdet|wirst|kommt|kommen|bekommst|bekommen|erhalten|hast|haben"}},
      {"fr", {"sera|serez|seront|sort|arrive|aurez|recevrez|allez|allons"}},
      {"es", {"será|serán|devolvemos|devolveremos|sale|llega|tendrás|tendréis|recibirás|vamos"}},
      {"pt", {"será|sai|chega|terá|receberá|vamos|volta"}},
      {"it", {"sarà|esce|arriva|avrai|avrà|riceverai|riceverà|hai|torna"}},
  };
  return kPhrases;
}

// A day or an hour, as one would write it into a diary.
const Phrases& diary_dates() {
  static const Phrases kPhrases = {
      {"en",
       {"by|on|from|until|before|next|this|and "
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "tomorrow", "by noon|midday|midnight|today|0*|00*|lunchtime|evening|christmas|easter",
        "within 0*|00*|two|three|four|five|six|seven|ten|a|an|the",
        "in 0|00 days|hours|minutes|weeks",
        "in|by january|february|march|april|june|july|august|september|october|november|december",
        "0|00|0rd|0th|0st|0nd|00th|00st|00nd|00rd "
        "january|february|march|april|may|june|july|august|"
        "september|october|november|december",
        "0rd|0th|0st|0nd|00th|00st|00nd|00rd of *", "by|before the end of",
        "january|february|march|april|june|july|august|september|october|november|december "
        "0|00|0th|00th|0st|00st|0rd|00rd|0nd|00nd"}},
      {"de",
       {"nächsten|am|bis|ab|spätestens "
        "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute",
        "innerhalb|binnen 0*|00*|von"}},
      {"fr", {"sous|d'ici 0*|00*|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain", "demain"}},
      {"es",
       {"hoy mismo", "antes del|de lunes|martes|miércoles|jueves|viernes|sábado", "día 0*|00*"}},
      {"pt", {"hoje mesmo", "dia 0*|00*", "até segunda|terça|quarta|quinta|sexta|sábado|amanhã"}},
      {"it", {"domani|domattina|stasera", "entro 0*|00*|lunedì|martedì|mercoledì|giovedì|venerdì"}},
  };
  return kPhrases;
}

// We will write, ask or know by then: that keeps people informed, and commits to nothing else. Who
// tells of their work, or asks them to do something, gives no date away either.
const Phrases& only_tells() {
  static const Phrases kPhrases = {
      {"en",
       {"i'll|we'll|will|to write|tell|say|post|update|answer|ask|reply|know|report|let|check|look|"
        "call|ring|find|see|try|keep|hear|read|pass|show|explain",
        "word|news|update|answer|more .. by|on|tomorrow|tonight", "write|say|tell|post|answer here",
        "open|opens|opening|closed|closes|close|runs|cancelled|went|was|were|had|since|every|each|"
        "always|"
        "usually",
        "still on", "until|till", "here by|on|at",
        "should|could|might|may|if|when|unless|can|probably|looks|planned|plan|aim|"
        "aiming|try|trying",
        "expire*|valid|hurry|deadline|apply|bring|come by|on"}},
      {"de",
       {"offen|geöffnet|geschlossen|melde|melden|schreibe|schreiben|sage|sagen|wissen|frage|fragen|"
        "falls|wenn|sollte"}},
      {"fr", {"si|reviens|écris|dirai|dirons|saurons|ouvert*|ouvre"}},
      {"es", {"si|escribo|aviso|digo|diremos|abre|abrimos|abiert*"}},
      {"pt", {"se|escrevo|aviso|digo|diremos|abre|abrimos|abert*"}},
      {"it", {"se|scrivo|avviso|dico|diremo|apre|apriamo|apert*"}},
  };
  return kPhrases;
}

// What is paid, and what is given back.
const Phrases& their_money() {
  static const Phrases kPhrases = {
      {"en",
       {"refund*|reimburs*|compensat*|money|deposit|payment|charges|euros|pounds|dollars|fee|fees|"
        "quid|paid|fare|months|credit*"}},
      {"de", {"geld|betrag|euro|gutschrift|erstatt*|zurück"}},
      {"fr", {"rembours*|argent|euros|somme|dédommag*"}},
      {"es", {"dinero|euros|reembols*|devol*|importe|devuelt*"}},
      {"pt", {"dinheiro|euros|reembols*|devol*|valor|reais"}},
      {"it", {"soldi|euro|rimbors*|denaro|importo"}},
  };
  return kPhrases;
}

const Phrases& given_back() {
  static const Phrases kPhrases = {
      {"en",
       {"you|you'll|we|we'll|i'll|will .. "
        "get|have|receive|paid|refunded|credited|credit|compensated|"
        "reimbursed|reimburse|refund|compensate",
        "get|have|receive|see|yours|comes|come|coming .. back"}},
      {"de",
       {"bekommst|bekommen|erhalten|erhältst|hast|haben|erstatten|überweisen .. zurück|geld"}},
      {"fr", {"serez|sera|allez|allons .. rembours*", "rembours* .. sous|demain"}},
      {"es", {"te|os|le|los|las devolvemos|devolveremos|reembolsamos|abonamos"}},
      {"pt", {"será|serão|vamos|te|lhe|receberá .. devolvid*|reembolsad*|devolver|reembolsar"}},
      {"it", {"ti|vi|le|la rimborsiamo|rimborseremo", "sarà|sarai|verrà .. rimborsat*"}},
  };
  return kPhrases;
}

// It was done, or they would have to do it.
const Phrases& over_or_open() {
  static const Phrases kPhrases = {
      {"en",
       {"went|gone|was|were|asked|whether|if|can|could|may|might|should|sent|started|has|i've|we'"
        "ve|"
        "get back to|support|answer|don't|not|no|won't|because|message|dm|back to you"}},
      {"de", {"wurde|wurden|war|ob|kann|können|könnte|falls|wenn|nicht|kein|keine"}},
      {"fr", {"a|ont|avez|si|pouvez|peut|pas"}},
      {"es", {"ha|han|hemos|si|puede|puedes|no"}},
      {"pt", {"foi|foram|se|pode|não"}},
      {"it", {"è|stato|stata|abbiamo|se|può|non"}},
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

// Clauses, but a comma parts no date from what it dates: whole sentences, cut at "and" alone.
std::vector<Clause> clauses_by_sentence_end(const Side& side) {
  std::vector<Clause> out;
  for (std::size_t i = 0; i < side.sentences.size(); ++i) {
    const Sentence& its = side.sentences[i];
    if (its.size() > 0) out.push_back({its.first_word, its.last_word, i});
  }
  return out;
}

// Every number of the sentence stands in the article, too.
bool dates_agree(const Side& draft, const Sentence& sentence, const Side& article) {
  for (std::size_t i = sentence.first_word; i < sentence.last_word; ++i) {
    const Word& word = draft.words[i];
    if (word.normal.find('0') == word.normal.npos) continue;
    if (article.text.find(draft.of(word)) == std::string_view::npos) return false;
  }
  return true;
}

// What an article says, or what we said before, was given away already.
bool is_known(const View& view, std::size_t sentence) {
  for (const KnownArticle& article : view.exchange->articles) {
    if (!article.url.empty() && view.draft.text.find(article.url) != std::string_view::npos &&
        view.draft.text.find_first_of("0123456789") == std::string_view::npos) {
      return true;
    }
  }
  if (view.best_article == View::kNone) return false;
  const Side& article = view.articles[view.best_article];
  const Sentence& its = view.draft.sentences[sentence];
  return shared_words(view.draft, its.first_word, its.last_word, article, 0,
                      article.words.size()) >= 1 &&
         dates_agree(view.draft, its, article);
}

bool commits_to_a_date(const View& view, const Clause& clause) {
  const Side& draft = view.draft;
  return still_to_come().in_words(draft, clause.begin, clause.end) &&
         diary_dates().in_words(draft, clause.begin, clause.end) &&
         !only_tells().in_words(draft, clause.begin, clause.end);
}

bool commits_to_money(const View& view, const Clause& clause) {
  const Side& draft = view.draft;
  if (!given_back().in_words(draft, clause.begin, clause.end) ||
      over_or_open().in_words(draft, clause.begin, clause.end)) {
    return false;
  }
  if (their_money().in_words(draft, clause.begin, clause.end)) return true;
  const std::vector<Amount> amounts = amounts_in(draft, clause.begin, clause.end);
  return std::any_of(amounts.begin(), amounts.end(),
                     [](const Amount& amount) { return amount.unit == "money"; });
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
  if (finding.draft_spans.empty()) {
    for (const Clause& clause : clauses_by_sentence_end(view.draft)) {
      const std::size_t sentence = clause.sentence;
      if (view.draft.sentences[sentence].asks || allowed[sentence] ||
          not_promised().in_sentence(view.draft, sentence) || is_known(view, sentence)) {
        continue;
      }
      const bool date = !may_promise(voice, "date") && commits_to_a_date(view, clause);
      const bool money = !may_promise(voice, "refund") && commits_to_money(view, clause);
      if (date || money) {
        finding.draft_spans.push_back(
            {view.draft.words[clause.begin].span.begin, view.draft.words[clause.end - 1].span.end});
      }
    }
  }
  if (finding.draft_spans.empty()) return;
  finding.why = "This commits the house to something that nobody said may be promised.";
  finding.next = "Say what you are doing and what you expect, or ask who may promise it.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
