// What the post asks, asks for and tells of, and which of it the draft takes up.

#include <algorithm>
#include <array>

#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// How a question wants to be answered.
enum class Wants { kYesOrNo, kTime, kAmount, kPlace, kAnything };

const Phrases& rhetorical() {
  static const Phrases kPhrases = {
      {"en",
       {"why do|should|did i bother", "who has", "who does that", "are you kidding|serious|joking",
        "your excuse", "how hard|difficult can|is", "what a", "seriously", "really", "right",
        "is this a joke", "who needs", "who thought", "guess what", "another", "again",
        "how many times do"}},
      {"de", {"wer braucht", "ist das euer ernst", "geht's noch", "euer ernst"}},
      {"fr", {"vous vous moquez", "sérieusement"}},
      {"es", {"en serio", "es una broma"}},
      {"pt", {"a sério", "é piada"}},
      {"it", {"sul serio", "è uno scherzo"}},
  };
  return kPhrases;
}

const Phrases& when_questions() {
  static const Phrases kPhrases = {
      {"en", {"when", "how long", "what time", "which day"}},
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
      {"en", {"how much|many|big|long|far|tall"}},
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
      {"en", {"where"}}, {"de", {"wo|wohin|woher"}}, {"fr", {"où"}},
      {"es", {"dónde"}}, {"pt", {"onde"}},           {"it", {"dove"}},
  };
  return kPhrases;
}

const Phrases& open_questions() {
  static const Phrases kPhrases = {
      {"en", {"what|what's|why|how|which|who|whose"}},
      {"de", {"was|warum|wieso|wie|welche|welcher|welches|wer|wem|wozu"}},
      {"fr", {"que|quoi|pourquoi|comment|quel|quelle|quels|quelles|qui"}},
      {"es", {"qué|cómo|cuál|cuáles|quién|por|para qué"}},
      {"pt", {"que|quê|porque|porquê|como|qual|quais|quem"}},
      {"it", {"che|cosa|perché|come|quale|quali|chi"}},
  };
  return kPhrases;
}

const Phrases& times() {
  static const Phrases kPhrases = {
      {"", {"0*"}},
      {"en",
       {"today|tonight|tomorrow|soon|now|yesterday|already|not|later|spring|summer|autumn|winter|"
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

const Phrases& requests() {
  static const Phrases kPhrases = {
      {"en",
       {"please fix|send|help|check|take|tell|stop|refund|replace|change|add|remove|cancel|bring|"
        "make|sort|give|get|let|explain|look",
        "give me|us my|our|a|the", "i want to|my|a|the", "i need the|my|a|an|to", "use smaller",
        "would be great|nice|good|lovely if", "i'd love|like to|if|a", "you should", "get my",
        "take me off", "fix your|the|this"}},
      {"de",
       {"bitte .. schicken|schickt|senden|helft|helfen|ändert|korrigiert",
        "ich brauche|will|"
        "möchte",
        "wäre schön|toll|super"}},
      {"fr", {"merci de", "veuillez", "je veux|voudrais", "il me faut"}},
      {"es", {"por favor", "quiero", "necesito"}},
      {"pt", {"por favor", "quero", "preciso"}},
      {"it", {"per favore", "vorrei|voglio", "ho bisogno"}},
  };
  return kPhrases;
}

// What begins a second question behind an "and".
const Phrases& second_question() {
  static const Phrases kPhrases = {
      {"en",
       {"and|or "
        "can|could|is|are|do|does|did|will|would|should|may|has|have|was|who|what|when|where|"
        "why|how|which"}},
      {"de", {"und kann|können|ist|sind|wann|wo|wie|was|wer|warum|gibt|habt|haben"}},
      {"fr", {"et quand|où|comment|combien|qui|est-ce|pouvez-vous|puis-je"}},
      {"es", {"y cuándo|dónde|cómo|cuánto|quién|puedo|hay|tenéis"}},
      {"pt", {"e quando|onde|como|quanto|quem|posso|há|têm"}},
      {"it", {"e quando|dove|come|quanto|chi|posso|avete"}},
  };
  return kPhrases;
}

const Phrases& answers_all() {
  static const Phrases kPhrases = {
      {"en", {"yes|no and yes|no", "both", "yes to"}},
      {"de", {"beides|beide", "zweimal ja"}},
      {"fr", {"les deux", "oui et oui"}},
      {"es", {"ambos|ambas", "sí y sí"}},
      {"pt", {"ambos|ambas", "sim e sim"}},
      {"it", {"entrambi|entrambe", "sì e sì"}},
  };
  return kPhrases;
}

// Part of a sentence of the post: words [begin, end).
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The questions of a sentence: "What is missing and who decides?" asks two.
std::vector<Part> questions_of(const Side& post, const Sentence& sentence) {
  std::vector<Part> out = {{sentence.first_word, sentence.last_word}};
  for (std::size_t i = sentence.first_word + 2; i + 2 < sentence.last_word; ++i) {
    if (!second_question().in_words(post, i, i + 1)) continue;
    out.back().end = i;
    out.push_back({i + 1, sentence.last_word});
    break;
  }
  return out;
}

Wants wants(const Side& post, Part part) {
  if (when_questions().in_words(post, part.begin, part.end)) return Wants::kTime;
  if (amount_questions().in_words(post, part.begin, part.end)) return Wants::kAmount;
  if (where_questions().in_words(post, part.begin, part.end)) return Wants::kPlace;
  if (open_questions().in_words(post, part.begin, part.end)) return Wants::kAnything;
  return Wants::kYesOrNo;
}

bool tells(Speech speech) { return speech == Speech::kSays || speech == Speech::kAttends; }

// Does this sentence of the draft answer a question that wants it so?
bool answers(const View& view, std::size_t sentence, Wants wants, bool only_point,
             std::size_t shared) {
  const Side& draft = view.draft;
  const Sentence& its = draft.sentences[sentence];
  if (view.speech[sentence] == Speech::kAttends) return true;
  const bool substance = its.size() >= 3;
  switch (wants) {
    case Wants::kTime:
      return times().in_sentence(draft, sentence);
    case Wants::kAmount:
      return amounts().in_sentence(draft, sentence);
    case Wants::kYesOrNo:
      return yes_or_no().in_sentence(draft, sentence) ? (only_point || shared > 0)
                                                      : shared > 0 || (only_point && substance);
    case Wants::kPlace:
    case Wants::kAnything:
      return only_point ? substance || its.size() > 0 : shared > 0;
  }
  return false;
}

// Ticks the point off if one sentence of the draft takes it up. `only`: it is the only one of its
// kind.
void tick(const View& view, Part part, bool only, Point& point) {
  const Wants way = wants(view.post, part);
  for (std::size_t i = 0; i < view.draft.sentences.size(); ++i) {
    const Sentence& said = view.draft.sentences[i];
    const Speech speech = view.speech[i];
    const std::size_t shared =
        shared_words(view.post, part.begin, part.end, view.draft, said.first_word, said.last_word);
    bool taken = false;
    if (point.kind == PointKind::kQuestion) {
      const bool sorry_too = speech == Speech::kSorry && shared > 0 && !only;
      taken = ((tells(speech) || sorry_too) && answers(view, i, way, only, shared)) ||
              (speech != Speech::kBoiler && answers_all().in_sentence(view.draft, i));
    } else {
      taken = (shared > 0 && speech != Speech::kSells && speech != Speech::kSends) ||
              speech == Speech::kAttends || (only && speech == Speech::kSays && said.size() >= 3);
    }
    if (!taken) continue;
    point.answered = true;
    point.draft_spans.push_back(said.span);
  }
}

}  // namespace

void find_points(const View& view, std::vector<Point>& out) {
  const Side& post = view.post;
  std::vector<Part> parts;
  const auto add = [&](PointKind kind, Part part) {
    Point point;
    point.kind = kind;
    point.post_span = {post.words[part.begin].span.begin, post.words[part.end - 1].span.end};
    const Sentence& its = post.sentences[post.words[part.begin].sentence];
    // With the mark at its end, and all of a sentence that is one point.
    if (part.begin == its.first_word) point.post_span.begin = its.span.begin;
    if (part.end == its.last_word) point.post_span.end = its.span.end;
    out.push_back(std::move(point));
    parts.push_back(part);
  };
  for (std::size_t i = 0; i < post.sentences.size(); ++i) {
    const Sentence& sentence = post.sentences[i];
    if (sentence.size() < 2) continue;
    const bool second =
        sentence.size() <= 8 &&
        second_question().in_words(post, sentence.first_word, sentence.first_word + 1);
    if (sentence.asks || second) {
      if (rhetorical().in_sentence(post, i)) continue;
      for (const Part& part : questions_of(post, sentence)) add(PointKind::kQuestion, part);
    } else if (requests().in_sentence(post, i)) {
      add(PointKind::kRequest, {sentence.first_word, sentence.last_word});
    } else if (view.upset && angry_phrases().in_sentence(post, i) && sentence.size() >= 4) {
      add(PointKind::kProblem, {sentence.first_word, sentence.last_word});
    }
  }
  const auto count_of = [&out](PointKind kind) {
    return std::count_if(out.begin(), out.end(),
                         [kind](const Point& point) { return point.kind == kind; });
  };
  for (std::size_t i = 0; i < out.size(); ++i) {
    tick(view, parts[i], count_of(out[i].kind) == 1, out[i]);
  }
}

}  // namespace rapport::coach
