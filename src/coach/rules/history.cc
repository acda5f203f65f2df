#include "coach/rules/history.h"

#include <algorithm>

#include "coach/phrases.h"
#include "coach/words.h"
#include "text/near_duplicates/near_duplicates.h"

namespace rapport::coach {
namespace {

constexpr std::size_t kMostShown = 3;

// They say themselves that it is not the first time.
const Phrases& again_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"asked|wrote|written|messaged|emailed|told|contacted|reported|posted|raised .. "
        "before|already|again|twice|times|ago|yesterday|week|month",
        "already asked|wrote|told|sent|messaged|reported|emailed|explained|said",
        "asking|writing|messaging|posting again", "any update|updates|news|answer|reply|progress",
        "still waiting|no|nothing|haven't|hasn't|not|isn't", "second|third|fourth|fifth time",
        "following up", "follow up", "as i said|wrote|asked|told", "once more|again", "bump",
        "me|hello|hi|hey again", "did you see|get|read my message|post|question|note|comment",
        "i|we asked|wrote|told|reported .. yesterday|monday|tuesday|wednesday|thursday|friday|ago",
        "nobody|no one|noone answered|replied|answers|replies"}},
      {"de",
       {"schon|bereits .. gefragt|geschrieben|gemeldet|gesagt|mal|mitgeteilt",
        "nochmal|nochmals|erneut", "noch einmal|immer|nichts|keine|nicht", "immer noch",
        "gibt es .. neues|neuigkeiten|update", "zum zweiten|dritten|vierten", "hallo nochmal",
        "ich nochmal|wieder", "frage|schreibe jetzt|wieder|nochmals"}},
      {"fr",
       {"déjà .. demandé|écrit|dit|signalé|contacté", "je relance|réitère", "encore une",
        "relancer|rebonjour", "c'est encore moi",
        "toujours "
        "pas|rien|aucune|en",
        "des nouvelles", "deuxième|troisième fois"}},
      {"es",
       {"ya .. pregunté|escribí|dije|preguntado|escrito|dicho|avisé", "otra vez", "de nuevo",
        "sigo|seguimos "
        "sin|esperando",
        "alguna novedad|respuesta|noticia", "segunda|tercera vez"}},
      {"pt",
       {"já .. perguntei|escrevi|disse|perguntado|escrito|avisei", "outra vez", "de novo",
        "novamente", "continuo|ainda sem|não|à", "alguma novidade|resposta|notícia",
        "segunda|terceira vez"}},
      {"it",
       {"già .. chiesto|scritto|detto|segnalato", "di nuovo", "un'altra volta",
        "ancora "
        "niente|nessuna|nulla|non",
        "novità|aggiornamenti", "seconda|terza volta"}},
  };
  return kPhrases;
}

const Phrases& owning_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"again",
        "twice",
        "second|third|fourth time",
        "still|long|kept|keep .. waiting|wait|waited",
        "ask|asking|asked|write|wrote|writing|chase|chasing|repeat|remind|message .. "
        "again|twice|before|times|us|already|yourself|once",
        "had|have to ask|write|chase|repeat|wait|remind|message|come",
        "you told us|me",
        "reply|answer|silence|mistake|fault of ours|mine",
        "on us|me",
        "you|you've already .. "
        "asked|wrote|told|written|said|tried",
        "since you|your .. asked|wrote|first|last|message|post",
        "should have .. "
        "answered|replied|told|written|said|been|come|rung",
        "without|no|never|didn't .. answer|reply|word|answered|replied|news",
        "sooner|earlier|silence|"
        "overdue|late",
        "left you",
        "took us|me|too",
        "so|too|this long|late",
        "by now",
        "last time",
        "promised|said we|i",
        "missed|overlooked|lost your question|message|post|note",
        "days|weeks|months|times of nothing|silence|too",
        "one|two|three times too many",
        "left .. waiting|hanging|standing",
        "went|gone|fell quiet|silent",
        "careless|embarrassing|embarrassed|ashamed"}},
      {"de",
       {"nochmal|nochmals|erneut|wieder|zweite*|dritte*|zweimal|schon|bereits",
        "noch einmal|immer|mal", "warten|gewartet|wartest",
        "nachfragen|nachhaken|erinnern|mussten|musstest",
        "hätten|hätte .. "
        "antworten|melden|früher",
        "so|zu lange|spät", "ohne|keine antwort", "stehen|hängen|warten lassen",
        "stehenlassen|hängenlassen|übersehen|untergegangen", "letztes|beim mal|letzten"}},
      {"fr",
       {"encore|nouveau|relancer|relance|deuxième|troisième|déjà|attendre|attendu|attente|tard|"
        "longtemps",
        "sans réponse", "aurions|aurais dû"}},
      {"es",
       {"otra|segunda|tercera vez", "de nuevo",
        "ya|insistir|repetir|esperar|esperando|espera|tarde|antes", "sin respuesta",
        "deberíamos haber"}},
      {"pt",
       {"outra|segunda|terceira vez", "de novo",
        "novamente|já|insistir|repetir|esperar|espera|tarde|antes", "sem resposta",
        "devíamos|deveríamos ter"}},
      {"it",
       {"di nuovo", "un'altra|seconda|terza volta",
        "già|ancora|insistere|ripetere|aspettare|attesa|tardi|"
        "prima",
        "senza risposta", "avremmo dovuto"}},
  };
  return kPhrases;
}

std::size_t content_of(const Side& side) {
  return static_cast<std::size_t>(std::count_if(side.words.begin(), side.words.end(),
                                                [](const Word& word) { return word.content; }));
}

std::size_t shared_by(const Side& a, const Side& b) {
  return shared_words(a, 0, a.words.size(), b, 0, b.words.size());
}

// Is an earlier post of theirs about what this one is about? Where they say so themselves, one
// word is enough; in the thread at hand, none is needed.
bool is_about_the_same(const View& view, std::string_view earlier, bool says_again,
                       bool in_thread) {
  Side side;
  cut_side(earlier, side);
  side.language = view.post.language;
  if (thanks_phrases().any(side)) return false;
  if (says_again && in_thread) return true;
  const std::size_t shared = shared_by(side, view.post);
  if (says_again) return shared > 0;
  const std::size_t fewer = std::min(content_of(side), content_of(view.post));
  return shared >= 3 && shared * 10 >= fewer * 6;
}

}  // namespace

bool asked_again(const View& view) {
  const Exchange& exchange = *view.exchange;
  if (view.post.language.empty() || thanks_phrases().any(view.post)) return false;
  const bool says_again = again_phrases().any(view.post);
  const auto is_same = [&](const std::vector<Said>& said, bool in_thread) {
    return std::any_of(said.begin(), said.end(), [&](const Said& each) {
      return !each.ours && is_about_the_same(view, each.text, says_again, in_thread);
    });
  };
  return is_same(exchange.thread, true) || is_same(exchange.past, false);
}

bool owns_asking_again(const View& view) { return owning_phrases().any(view.draft); }

bool says_the_same(const Side& draft, std::string_view other) {
  Side side;
  cut_side(other, side);
  return shared_by(draft, side) * 100 >= std::max(content_of(draft), content_of(side)) * 62;
}

// Word for word, of texts too short for a fingerprint; "Thank you!" may be said twice.
bool says_just_that(const Side& draft, std::string_view other) {
  if (draft.words.size() < 4 || says_nothing(draft, 0, draft.words.size())) return false;
  Side side;
  cut_side(other, side);
  return std::equal(draft.words.begin(), draft.words.end(), side.words.begin(), side.words.end(),
                    [](const Word& a, const Word& b) { return a.normal == b.normal; });
}

std::vector<std::size_t> told_already(const View& view) {
  std::vector<std::size_t> out;
  const Exchange& exchange = *view.exchange;
  if (exchange.told_count() == 0) return out;
  FingerprintMaker maker;
  const Fingerprint draft = maker.make(view.draft.text);
  const std::size_t first = exchange.first_told();
  for (std::size_t i = exchange.told_count(); i > 0 && out.size() < kMostShown; --i) {
    const std::string_view told = exchange.earlier_reply(first + i - 1);
    const bool near = draft.comparable() ? are_near_duplicates(draft, maker.make(told)) &&
                                               says_the_same(view.draft, told)
                                         : says_just_that(view.draft, told);
    if (near) {
      out.push_back(first + i - 1);
    }
  }
  return out;
}

}  // namespace rapport::coach
