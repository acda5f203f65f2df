// Nothing in the reply is about this person or this post: whatever it thanks for or wishes, it
// could stand under any. Not a list of such replies, but of the words of courtesy: a reply that has
// no other word that says anything, no number, no name, no link and no question is thin.

#include <algorithm>

#include "coach/rules/rules.h"
#include "coach/words.h"
#include "text/normalise/normalise.h"

namespace rapport::coach {
namespace {

// Without one of these it may be short and still an answer ("It is.").
bool is_nod(std::string_view normal) {
  static constexpr std::string_view kWords[] = {"thanks",
                                                "thank",
                                                "thx",
                                                "ty",
                                                "ta",
                                                "noted",
                                                "ok",
                                                "okay",
                                                "love",
                                                "great",
                                                "cool",
                                                "nice",
                                                "welcome",
                                                "congrats",
                                                "awesome",
                                                "wow",
                                                "yay",
                                                "hope",
                                                "danke",
                                                "dank",
                                                "merci",
                                                "gracias",
                                                "obrigado",
                                                "obrigada",
                                                "grazie",
                                                "sorry",
                                                "understood",
                                                "appreciate",
                                                "glad",
                                                "happy",
                                                "cheers",
                                                "bedankt",
                                                "spotted",
                                                "taken",
                                                "received",
                                                "fantastic",
                                                "brilliant",
                                                "perfect",
                                                "wonderful",
                                                "super",
                                                "toll",
                                                "danken",
                                                "noté",
                                                "anotado",
                                                "same",
                                                "bravo",
                                                "aww",
                                                "delighted",
                                                "pleased",
                                                "haha",
                                                "lovely",
                                                "valeu",
                                                "agradecemos",
                                                "congratulations",
                                                "remercions",
                                                "ringraziamo",
                                                "freut",
                                                "besserung",
                                                "enhorabuena",
                                                "parabéns",
                                                "félicitations",
                                                "complimenti"};
  return std::find(std::begin(kWords), std::end(kWords), normal) != std::end(kWords);
}

// What is said out of courtesy, whoever one speaks to. The words that tell something.
const Phrases& courtesy() {
  static const Phrases kPhrases = {
      {"en",
       {"thank*|glad|happy|delighted|pleased|love|loved|loving|enjoy*|hope|hoping|welcome|"
        "welcoming|see|soon|back|wish*|warm|warmest|team|family|feedback|message|words|support*|"
        "kind|kindly|visit*|shop*|stay*|review*|sharing|share|shared|reach*|question|interest*|"
        "choosing|chose|part|community|excellence|strive*|best|appreciat*|value*|patience|comment*|"
        "suggestion*|idea*|pass*|relevant|department|note*|day|weekend|great|super|bravo|legend*|"
        "cheers|same|wow|aww|congrats|congratulations|amazing|everything|flag*|tell|telling|"
        "bringing|attention|contact*|touch|getting|posting|post|writing|write|custom|customer*|"
        "guest*|patronage|loyal*|follow*|fan|fans|always|lot|lots|means|world|truly|much|time|"
        "taking|"
        "experience|positive|lovely|nice|wonderful|fantastic|brilliant|perfect|hear|hearing|heard|"
        "keep|coming|input|thoughts|ask|asking|hi|checking|stopping|spreading|pleasure|honour|"
        "truly|deeply|sincere*|regards|joy|smile*|smiling|made|proud|keen|excited|exciting|"
        "noticing|"
        "noticed|forward|look|looking|forwarded|right|people|colleagues|business|bearing|"
        "understanding|haha|hehe|yay|woo|woohoo|hooray|spot|spotted|understood|received|taken|"
        "point|mention*|tag*|report*|pointing|enthusiasm|encouragement|compliment*|feel|free"}},
      {"de",
       {"dank*|freu*|schön*|toll*|super|rückmeldung|nachricht|hinweis|lob|feedback|gute|gut|"
        "besserung|wünsch*|gern*|liebe*|grüße|team|interesse|treue|vertrauen|besuch*|positive|"
        "weiter*|kommentar|herzlich*|willkommen|bald|viel|spaß|tag|wochenende|weitergegeben|"
        "notiert|"
        "anregung"}},
      {"fr",
       {"merci|remercions|message|retour|avis|bientôt|boutique|magasin|équipe*|transmis|concerné*|"
        "confiance|fidélité|gentil*|mots|plaisir|ravi*|content*|heureu*|super|bravo|belle|journée|"
        "bonne|bien|soutien|intérêt|noté|beaucoup|partage|suggestion"}},
      {"es",
       {"gracias|agradec*|confianza|marca|mensaje|comentario|apoyo|interés|feliz|alegr*|encant*|"
        "saludo*|equipo|pronto|familia|genial|buen|buena|día|preferencia|contacto|opinión|anotado|"
        "escribirnos|palabras|enhorabuena|bonitas"}},
      {"pt",
       {"obrigad*|agradec*|valeu|carinho|contacto|contato|preferência|mensagem|comentário|apoio|"
        "confiança|interesse|feliz*|content*|equipa|equipe|breve|família|bom|boa|dia|parabéns|"
        "palavras|anotado|partilha"}},
      {"it",
       {"grazie|ringrazi*|messaggio|fiducia|interesse|felic*|content*|squadra|presto|famiglia|"
        "buona|giornata|parole|segnalazione|complimenti|commento|supporto|gentil*|bello|bella"}},
  };
  return kPhrases;
}

constexpr std::size_t kMostWords = 40;

}  // namespace

void review_thin(const View& view, Findings& out) {
  const Side& draft = view.draft;
  if (draft.words.size() > kMostWords) return;
  bool nods = false;
  std::size_t words = 0;
  const std::string name = normal_form(view.first_name);
  for (std::size_t i = 0; i < draft.words.size(); ++i) {
    const Word& word = draft.words[i];
    if (word.kind == TokenKind::kMention || normal_form(draft.of(word)) == name) continue;
    ++words;
    nods = nods || is_nod(word.normal);
    if (word.kind != TokenKind::kWord) return;
    if (!word.content || says_nothing(draft, i, i + 1) || courtesy().in_words(draft, i, i + 1)) {
      if (word.normal.find('0') != word.normal.npos) return;
      continue;
    }
    return;  // a word of theirs, or one that tells something
  }
  for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
    if (draft.sentences[i].asks || view.speech[i] == Speech::kSends ||
        view.speech[i] == Speech::kAttends || view.speech[i] == Speech::kArgues ||
        sorry_phrases().in_sentence(draft, i)) {
      return;
    }
  }
  if (!nods && (words > 0 || draft.emoji.empty())) return;
  Finding finding;
  finding.rule = Rule::kThin;
  finding.severity = Severity::kConsider;
  finding.draft_spans = {whole(draft)};
  finding.why = "It could stand under any post.";
  finding.next = "Take up one thing they said.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
