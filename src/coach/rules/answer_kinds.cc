// What kind of answer a question wants, and what is of that kind.

#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/answer_kinds.h"

namespace rapport::coach {
namespace {
const Phrases& when_questions() {
  static const Phrases kPhrases = {
      {"en", {"when|when's|whens", "how long|soon", "what time|day", "which day|week|month"}},
      {"de", {"wann", "wie lange"}},
      {"fr", {"quand", "combien de temps"}},
      {"es", {"cuándo", "cuánto tiempo"}},
      {"pt", {"quando", "quanto tempo"}},
      {"it", {"quando", "quanto tempo"}},
  };
  return kPhrases;
}

const Phrases& amount_questions() {
  static const Phrases kPhrases = {
      {"en", {"how much|many|big|long|far|tall|old|often|late|wide|deep", "what does .. cost"}},
      {"de", {"wie viel|viele|teuer|groß|weit"}},
      {"fr", {"combien"}},
      {"es", {"cuánto|cuánta|cuántos|cuántas"}},
      {"pt", {"quanto|quanta|quantos|quantas"}},
      {"it", {"quanto|quanta|quanti|quante"}},
  };
  return kPhrases;
}

const Phrases& where_questions() {
  static const Phrases kPhrases = {
      {"en", {"where|where's|wheres"}},
      {"de", {"wo|wohin|woher"}},
      {"fr", {"où"}},
      {"es", {"dónde"}},
      {"pt", {"onde"}},
      {"it", {"dove"}},
  };
  return kPhrases;
}

const Phrases& why_questions() {
  static const Phrases kPhrases = {
      {"en", {"why", "how come", "what happened|changed"}},
      {"de", {"warum|wieso|weshalb"}},
      {"fr", {"pourquoi"}},
      {"es", {"por qué"}},
      {"pt", {"porque|porquê|por que"}},
      {"it", {"perché|perchè"}},
  };
  return kPhrases;
}

const Phrases& open_questions() {
  static const Phrases kPhrases = {
      {"en", {"what|what's|whats|why|how|how's|which|who|who's|whose"}},
      {"de", {"was|warum|wieso|wie|welche|welcher|welches|wer|wem|wozu"}},
      {"fr", {"que|quoi|pourquoi|comment|quel|quelle|quels|quelles|qui"}},
      {"es", {"qué|cómo|cuál|cuáles|quién"}},
      {"pt", {"que|quê|porque|porquê|como|qual|quais|quem"}},
      {"it", {"che|cosa|perché|come|quale|quali|chi"}},
  };
  return kPhrases;
}

const Phrases& times() {
  static const Phrases kPhrases = {
      {"", {"0*"}},
      {"en",
       {"at|by|from|until|till|around|before|after "
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half",
        "today|tonight|tomorrow|soon|now|yesterday|already|not|later|spring|summer|autumn|winter|"
        "january|february|march|april|may|june|july|august|september|october|november|december|"
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|morning|evening|afternoon|"
        "week|weeks|day|days|month|months|year|years|hour|hours|minutes|within|until|out|paid"}},
      {"de",
       {"heute|morgen|bald|jetzt|gestern|frühjahr|sommer|herbst|winter|montag|dienstag|mittwoch|"
        "donnerstag|freitag|samstag|sonntag|woche|wochen|tag|tage|tagen|monat|stunde|stunden|ab|"
        "bis|abend"}},
      {"fr",
       {"aujourd'hui|demain|bientôt|hier|semaine|semaines|jour|jours|mois|lundi|mardi|"
        "mercredi|jeudi|vendredi|samedi|dimanche|soir|matin"}},
      {"es",
       {"hoy|mañana|pronto|ayer|semana|semanas|día|días|mes|meses|lunes|martes|miércoles|"
        "jueves|viernes|sábado|domingo|noche|tarde"}},
      {"pt",
       {"hoje|amanhã|breve|ontem|semana|semanas|dia|dias|mês|segunda|terça|quarta|quinta|"
        "sexta|sábado|domingo|quando"}},
      {"it",
       {"oggi|domani|presto|ieri|settimana|giorno|giorni|mese|mesi|lunedì|martedì|mercoledì|"
        "giovedì|venerdì|sabato|domenica|sera"}},
  };
  return kPhrases;
}

const Phrases& amounts() {
  static const Phrases kPhrases = {
      {"", {"0*"}},
      {"en",
       {"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|half|"
        "free|nothing|once|twice|none|all|every|month|year|weeks"}},
      {"de", {"ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|kostenlos"}},
      {"fr", {"un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|gratuit"}},
      {"es", {"uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|gratis"}},
      {"pt", {"um|uma|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|grátis"}},
      {"it", {"uno|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|gratis"}},
  };
  return kPhrases;
}

const Phrases& places() {
  static const Phrases kPhrases = {
      {"en",
       {"at|in|on|under|behind|near|by|opposite|here|there|upstairs|downstairs|inside|left|right|"
        "beside"}},
      {"de",
       {"in|im|am|an|auf|unter|hinter|neben|bei|hier|dort|oben|unten|links|rechts|zum|zur|beim"}},
      {"fr", {"à|au|aux|dans|sur|sous|derrière|chez|ici|là|en|près"}},
      {"es", {"en|a|al|junto|detrás|aquí|ahí|allí|bajo|sobre|cerca"}},
      {"pt", {"em|no|na|ao|à|aqui|ali|lá|atrás|sob|perto"}},
      {"it", {"a|al|alla|in|nel|nella|su|sul|sotto|dietro|qui|là|lì|presso"}},
  };
  return kPhrases;
}

const Phrases& reasons() {
  static const Phrases kPhrases = {
      {"en",
       {"because|since|so|due|after|until|reason|mistake|error|fault|broke|failed|means|was|were|"
        "wasn't|had|has"}},
      {"de", {"weil|da|denn|wegen|damit|grund|fehler|war|waren|hat|hatte"}},
      {"fr", {"parce|car|puisque|à cause|raison|erreur|était|avait"}},
      {"es", {"porque|ya que|por|debido|error|estaba|había"}},
      {"pt", {"porque|pois|devido|por|erro|estava|havia"}},
      {"it", {"perché|poiché|siccome|causa|errore|era|aveva"}},
  };
  return kPhrases;
}

}  // namespace

const Phrases& yes_or_no() {
  static const Phrases kPhrases = {
      {"en",
       {"yes|no|nope|yep|yeah|sure|correct|usually|mostly|probably|likely|certainly|unfortunately|"
        "afraid|both",
        "not|isn't|aren't|can't|cannot|don't|doesn't|won't",
        "we|you|it|they|there|i do|can|are|is|will|may|have|does", "i'd", "you'd"}},
      {"de", {"ja|nein|leider|doch|klar|natürlich|nicht|kein|keine|gibt"}},
      {"fr", {"oui|non|malheureusement|pas|si|bien"}},
      {"es", {"sí|no|claro|lamentablemente|quedan|hay"}},
      {"pt", {"sim|não|claro|infelizmente|há"}},
      {"it", {"sì|no|certo|purtroppo|non"}},
  };
  return kPhrases;
}

const Phrases& plain_reasons() {
  static const Phrases kPhrases = {{"en", {"because|since", "due to"}},
                                   {"de", {"weil|wegen"}},
                                   {"fr", {"parce|car"}},
                                   {"es", {"porque"}},
                                   {"pt", {"porque"}},
                                   {"it", {"perché"}}};
  return kPhrases;
}

const Phrases& plain_answers() {
  static const Phrases kPhrases = {{"", {"yes|no|yep|yeah|nope|ja|nein|oui|non|sí|sim|não|sì"}},
                                   {"en",
                                    {"sure|certainly|unfortunately|sadly", "of course",
                                     "you|we|it|they|there can|do|may|does|is|are|will"}},
                                   {"de", {"leider|natürlich|klar|gern|gerne"}}};
  return kPhrases;
}

const Phrases& answers_all() {
  static const Phrases kPhrases = {
      {"en", {"yes|no and yes|no", "both", "yes to", "all three|of"}},
      {"de", {"beides|beide", "zweimal ja"}},
      {"fr", {"les deux", "oui et oui"}},
      {"es", {"ambos|ambas", "sí y sí"}},
      {"pt", {"ambos|ambas", "sim e sim"}},
      {"it", {"entrambi|entrambe", "sì e sì"}},
  };
  return kPhrases;
}

Wants wants_of(const Side& post, PostPart part) {
  // By the first word that asks: "Why pay you when it is free?" wants a reason.
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const auto asks = [&](const Phrases& words) { return words.in_words(post, i, i + 1); };
    if (asks(when_questions())) return Wants::kTime;
    if (asks(amount_questions())) return Wants::kAmount;
    if (asks(where_questions())) return Wants::kPlace;
    if (asks(why_questions())) return Wants::kReason;
    if (asks(open_questions())) return Wants::kAnything;
  }
  return Wants::kYesOrNo;
}

bool is_kind(const Side& draft, Wants wants, std::size_t begin, std::size_t end) {
  const auto has = [&](const Phrases& words) { return words.in_words(draft, begin, end); };
  switch (wants) {
    case Wants::kTime:
      return has(times());
    case Wants::kAmount:
      return has(amounts());
    case Wants::kYesOrNo:
      return has(yes_or_no());
    case Wants::kPlace:
      return has(places());
    case Wants::kReason:
      return has(reasons());
    case Wants::kAnything:
      return false;
  }
  return false;
}

bool says_anything(const Side& draft, std::size_t begin, std::size_t end) {
  return end - begin >= 3 && std::any_of(draft.words.begin() + static_cast<std::ptrdiff_t>(begin),
                                         draft.words.begin() + static_cast<std::ptrdiff_t>(end),
                                         [](const Word& word) { return word.content; });
}

bool chooses(const View& view, PostPart part, std::size_t sentence) {
  const Side& post = view.post;
  for (std::size_t i = part.begin + 1; i + 1 < part.end; ++i) {
    const std::string_view between = post.words[i].normal;
    if (between != "or" && between != "oder" && between != "ou" && between != "o") continue;
    for (const std::size_t choice : {i - 1, i + 1}) {
      const Word& one = post.words[choice];
      // "A hotel or the floor" is not chosen by any "the"; "K1" is by its digits.
      const bool number = one.normal.find('0') != one.normal.npos;
      if (!one.content && !number) continue;
      const Sentence& its = view.draft.sentences[sentence];
      for (std::size_t j = its.first_word; j < its.last_word; ++j) {
        const Word& said = view.draft.words[j];
        if (said.normal == one.normal && (!number || view.draft.of(said) == post.of(one))) {
          return true;
        }
      }
    }
  }
  return false;
}

}  // namespace rapport::coach
