// Which of their points the draft takes up.

#include <algorithm>
#include <array>

#include "coach/clauses.h"
#include "coach/phrases.h"
#include "coach/rules/points.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// How a question wants to be answered.
enum class Wants { kYesOrNo, kTime, kAmount, kPlace, kReason, kAnything };

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

bool tells(Speech speech) { return speech == Speech::kSays || speech == Speech::kAttends; }

Wants wants(const Side& post, PostPart part) {
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

// Is it the kind of thing that such a question wants?
bool is_kind(const View& view, Wants wants, std::size_t begin, std::size_t end) {
  const auto has = [&](const Phrases& words) { return words.in_words(view.draft, begin, end); };
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

// "K1 or K2?": the draft names one of them, however it does.
bool chooses(const View& view, PostPart part, std::size_t sentence) {
  const Side& post = view.post;
  for (std::size_t i = part.begin + 1; i + 1 < part.end; ++i) {
    const std::string_view between = post.words[i].normal;
    if (between != "or" && between != "oder" && between != "ou" && between != "o") continue;
    for (const std::size_t choice : {i - 1, i + 1}) {
      const std::string_view one = post.of(post.words[choice]);
      const Sentence& its = view.draft.sentences[sentence];
      for (std::size_t j = its.first_word; j < its.last_word; ++j) {
        if (view.draft.of(view.draft.words[j]) == one) return true;
      }
    }
  }
  return false;
}

// The only question of a post: a sentence that tells something is likely to be the answer, unless
// it is of the wrong kind.
bool answers_the_only(const View& view, PostPart part, Wants wants, std::size_t index) {
  const Side& draft = view.draft;
  const Sentence& its = draft.sentences[index];
  const Speech speech = view.speech[index];
  if (speech == Speech::kAttends) return true;
  if (chooses(view, part, index)) return true;
  if (wants == Wants::kReason && (speech == Speech::kSells || speech == Speech::kArgues)) {
    return plain_reasons().in_sentence(draft, index);
  }
  // "Yes, please send us a message": sent elsewhere, but answered.
  if (wants == Wants::kYesOrNo && speech == Speech::kSends && its.size() > 0) {
    return plain_answers().in_words(draft, its.first_word, its.first_word + 1);
  }
  if (speech != Speech::kSays) return false;
  const std::size_t shared =
      shared_words(view.post, part.begin, part.end, draft, its.first_word, its.last_word);
  const bool kind = is_kind(view, wants, its.first_word, its.last_word);
  if (wants == Wants::kTime || wants == Wants::kAmount) return kind;
  // Office wording hides that nothing is said.
  if (office_phrases().in_sentence(draft, index)) {
    return wants == Wants::kYesOrNo ? kind && shared > 0 : shared > 0;
  }
  if (wants == Wants::kYesOrNo) return kind || shared > 0 || its.size() >= 5;
  if (wants == Wants::kPlace) return kind || shared > 0;
  return its.size() >= 3 || shared > 0 || its.size() > 0;
}

class Ticking {
 public:
  Ticking(const View& view, const std::vector<PostPart>& parts, std::vector<Point>& points)
      : view_(view), parts_(parts), points_(points), clauses_(clauses_of(view.draft)) {
    std::erase_if(clauses_,
                  [&view](const Clause& clause) { return !tells(view.speech[clause.sentence]); });
    used_.resize(clauses_.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i].kind == PointKind::kQuestion) questions_.push_back(i);
    }
  }

  void run() {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (points_[i].kind != PointKind::kQuestion) take_up(i);
    }
    if (questions_.size() == 1) {
      for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
        if (answers_the_only(view_, parts_[questions_[0]], wants(view_.post, parts_[questions_[0]]),
                             i)) {
          tick(questions_[0], view_.draft.sentences[i].span);
        }
      }
    }
    answer_at_once();
    if (questions_.size() < 2) return;
    for (const std::size_t question : questions_) answer_by_words(question);
    for (const std::size_t question : questions_) answer_by_kind(question);
    for (const std::size_t question : questions_) answer_by_order(question);
  }

 private:
  void tick(std::size_t point, Span span) {
    Point& its = points_[point];
    its.answered = true;
    if (its.draft_spans.empty() || its.draft_spans.back() != span) its.draft_spans.push_back(span);
  }

  Span span_of(const Clause& clause) const {
    return {view_.draft.words[clause.begin].span.begin, view_.draft.words[clause.end - 1].span.end};
  }

  // What they asked for, or told of.
  void take_up(std::size_t point) {
    const auto same = std::count_if(points_.begin(), points_.end(), [&](const Point& other) {
      return other.kind == points_[point].kind;
    });
    for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
      const Sentence& said = view_.draft.sentences[i];
      const Speech speech = view_.speech[i];
      const std::size_t shared = shared_words(view_.post, parts_[point].begin, parts_[point].end,
                                              view_.draft, said.first_word, said.last_word);
      if ((shared > 0 && speech != Speech::kSells && speech != Speech::kSends) ||
          speech == Speech::kAttends ||
          (same == 1 && speech == Speech::kSays && said.size() >= 3 && questions_.empty())) {
        tick(point, said.span);
      }
    }
  }

  // "Yes to both"; "I am finding out and write here".
  void answer_at_once() {
    for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
      const Speech speech = view_.speech[i];
      if (speech != Speech::kAttends &&
          (speech == Speech::kBoiler || !answers_all().in_sentence(view_.draft, i))) {
        continue;
      }
      for (const std::size_t question : questions_) tick(question, view_.draft.sentences[i].span);
    }
  }

  // How many words a clause shares with this question and with no other.
  std::size_t own_words(std::size_t question, const Clause& clause) const {
    const Side& post = view_.post;
    std::size_t shared = 0;
    for (std::size_t i = parts_[question].begin; i < parts_[question].end; ++i) {
      if (!post.words[i].content) continue;
      const bool in_other =
          std::any_of(questions_.begin(), questions_.end(), [&](std::size_t other) {
            if (other == question) return false;
            for (std::size_t j = parts_[other].begin; j < parts_[other].end; ++j) {
              if (post.words[j].content && same_matter(post.words[i], post.words[j])) return true;
            }
            return false;
          });
      if (in_other) continue;
      for (std::size_t j = clause.begin; j < clause.end; ++j) {
        if (view_.draft.words[j].content && same_matter(post.words[i], view_.draft.words[j])) {
          ++shared;
          break;
        }
      }
    }
    return shared;
  }

  void answer_by_words(std::size_t question) {
    const Wants way = wants(view_.post, parts_[question]);
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      const bool chosen = chooses(view_, parts_[question], clause.sentence);
      if (!chosen && own_words(question, clause) == 0) continue;
      const Sentence& its = view_.draft.sentences[clause.sentence];
      if ((way == Wants::kTime || way == Wants::kAmount) && !chosen &&
          !is_kind(view_, way, its.first_word, its.last_word)) {
        continue;
      }
      tick(question, span_of(clause));
      used_[i] = true;
    }
  }

  // A clause of the right kind that answers nothing else.
  void answer_by_kind(std::size_t question) {
    if (points_[question].answered) return;
    const Wants way = wants(view_.post, parts_[question]);
    if (way == Wants::kReason || way == Wants::kPlace || way == Wants::kAnything) return;
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      if (used_[i] || !is_kind(view_, way, clause.begin, clause.end)) continue;
      // "Please do not charge it" has a "not", and answers no question by that.
      if (way == Wants::kYesOrNo && clause.end - clause.begin > 4 &&
          !plain_answers().in_words(view_.draft, clause.begin, clause.begin + 2)) {
        continue;
      }
      tick(question, span_of(clause));
      used_[i] = true;
      return;
    }
  }

  // A sentence that answers nothing else.
  void answer_by_order(std::size_t question) {
    if (points_[question].answered) return;
    const Wants way = wants(view_.post, parts_[question]);
    if (way == Wants::kTime || way == Wants::kAmount || way == Wants::kYesOrNo) return;
    for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
      const Sentence& said = view_.draft.sentences[i];
      if (view_.speech[i] != Speech::kSays || office_phrases().in_sentence(view_.draft, i) ||
          !says_anything(view_.draft, said.first_word, said.last_word)) {
        continue;
      }
      bool used = false;
      for (std::size_t k = 0; k < clauses_.size(); ++k) {
        used = used || (clauses_[k].sentence == i && used_[k]);
      }
      if (used) continue;
      for (std::size_t k = 0; k < clauses_.size(); ++k) {
        if (clauses_[k].sentence == i) used_[k] = true;
      }
      tick(question, said.span);
      return;
    }
  }

  const View& view_;
  const std::vector<PostPart>& parts_;
  std::vector<Point>& points_;
  std::vector<Clause> clauses_;  // of sentences that tell something
  std::vector<bool> used_;       // which of them answer something already
  std::vector<std::size_t> questions_;
};

}  // namespace

void tick_points(const View& view, const std::vector<PostPart>& parts, std::vector<Point>& points) {
  Ticking(view, parts, points).run();
}

}  // namespace rapport::coach
