#include "coach/words.h"

#include <algorithm>
#include <unordered_set>

namespace rapport::coach {
namespace {

// What can be said to anybody about anything.
bool is_nothing(std::string_view normal) {
  static const std::unordered_set<std::string_view> kWords = {
      "thanks",    "thank",      "thx",        "ty",          "you",
      "so",        "much",       "for",        "your",        "the",
      "a",         "lot",        "very",       "many",        "all",
      "ok",        "okay",       "noted",      "cool",        "nice",
      "great",     "love",       "loved",      "it",          "this",
      "that",      "letting",    "us",         "know",        "message",
      "post",      "comment",    "suggestion", "suggestions", "feedback",
      "idea",      "sharing",    "welcome",    "you're",      "we",
      "do",        "appreciate", "enthusiasm", "congrats",    "congratulations",
      "awesome",   "amazing",    "wow",        "yay",         "hope",
      "find",      "what",       "need",       "have",        "day",
      "hi",        "hello",      "hey",        "there",       "sorry",
      "about",     "an",         "to",         "hear",        "are",
      "is",        "glad",       "happy",      "good",        "understood",
      "got",       "noticed",    "danke",      "vielen",      "dank",
      "für",       "die",        "nachricht",  "schön",       "gern",
      "gerne",     "hallo",      "merci",      "beaucoup",    "pour",
      "votre",     "ton",        "bonjour",    "gracias",     "muchas",
      "por",       "tu",         "mensaje",    "hola",        "obrigado",
      "obrigada",  "pela",       "mensagem",   "olá",         "grazie",
      "mille",     "per",        "il",         "messaggio",   "ciao",
      "i",         "will",       "see",        "flagging",    "thinking",
      "reporting", "noticing",   "spotting",   "spotted",     "stopping",
      "writing",   "asking",     "pointing",   "mentioning",  "tagging",
      "support",   "kind",       "words",      "well",        "super",
      "lovely",    "of",         "really",     "too",         "our",
      "means",     "heads",      "up",         "out",         "note",
      "tip",       "review",     "interest",   "reaching",    "getting",
      "touch",     "in",         "taking",     "time",        "bringing",
      "attention", "received",   "cheers",     "appreciated", "always",
      "fantastic", "brilliant",  "perfect",    "wonderful",   "point",
      "taken",     "bedankt",    "voor",       "je",          "bericht",
      "hinweis",   "danken",     "wir",        "ihnen",       "dir",
      "das",       "den",        "ihre",       "deine",       "lieben",
      "toll",      "freut",      "uns",        "retour",      "le",
      "nous",      "avoir",      "signalé",    "avis",        "bien",
      "noté",      "avisar",     "aviso",      "comentario",  "escribirnos",
      "el",        "lo",         "nos",        "alegra",      "anotado",
      "pelo",      "comentário", "contacto",   "contato",     "segnalazione",
      "la",        "averci",     "scritto",    "averlo",      "segnalato"};
  return kWords.contains(normal);
}

}  // namespace

const Phrases& attending_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"i|we am|are|i'm|we're .. finding out",
        "i'm|we're|am|are .. checking|asking|looking|finding", "finding out", "i|we don't know yet",
        "aware of .. looking|working", "team|engineers|colleagues .. looking into|working on",
        "not yet", "i've|have|we've asked", "has been asked",
        "will .. write|say|tell|post|answer|report|know here|back|more", "we|i will be back|here",
        "i'll|we'll write|say|tell|post|answer|update|report|let|be|get",
        "write|post|answer|say|tell|reply|update|word you|it|again|back here",
        "answer|next|write|news|word here|word", "i|we tell|will tell you here"}},
      {"de",
       {"ich|wir melde|melden mich|uns", "ich|wir frage|fragen|kläre|klären|prüfe|prüfen",
        "schreibe|schreiben|sage|sagen .. hier"}},
      {"fr",
       {"je|nous vous écris|écrivons|réponds|répondons ici", "je|nous me|nous renseigne*",
        "je|nous vérifie|vérifions"}},
      {"es",
       {"te|os|le escribo|escribimos|cuento|decimos aquí",
        "lo|estoy|estamos "
        "miro|mirando|preguntando|comprobando"}},
      {"pt",
       {"escrevo|escrevemos|respondo|respondemos aqui", "estou|estamos a verificar|ver",
        "estou|estamos verificando|vendo"}},
      {"it", {"scrivo|scriviamo|rispondo|rispondiamo qui", "sto|stiamo verificando|controllando"}},
  };
  return kPhrases;
}

const Phrases& angry_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"disgust*",
        "furious",
        "livid",
        "outrag*",
        "fuming",
        "unacceptable",
        "appalling",
        "not happy",
        "disappoint*",
        "ridiculous",
        "a joke",
        "scam",
        "shame on",
        "never again",
        "worst",
        "terrible",
        "awful",
        "horrible",
        "useless",
        "pathetic",
        "sick of",
        "fed up",
        "had enough",
        "won't be back",
        "money back",
        "still no|not|isn't|hasn't|waiting",
        "rude",
        "shouted",
        "laughed",
        "lied|lying",
        "rip off|rip-off",
        "ripped off",
        "dangerous",
        "nobody|no one told|answers|cares|replies",
        "thanks a lot",
        "ice cold",
        "hung up",
        "cut me|us off",
        "your excuse",
        "again and again",
        "how many times",
        "did nothing wrong",
        "in .. pieces",
        "third|fourth|fifth time",
        "why should|do i stay|bother",
        "cut my",
        "another price rise",
        "are a joke",
        "inexcusable|incompetent|clueless|disgrace*|insult*|appalled|gutted|robbed|ruined",
        "garbage|rubbish|hate",
        "waste of money|time",
        "no response|reply|answer",
        "ignored|ignoring",
        "still missing|nothing|broken|down|same",
        "actually know|knows|care|cares|read|reads",
        "sort it out",
        "charged me twice",
        "day 0",
        "hours|minutes|min|mins on hold"}},
      {"de",
       {"stinksauer",
        "sauer",
        "wütend",
        "unverschämt*",
        "frechheit",
        "enttäusch*",
        "nie wieder",
        "unmöglich",
        "katastroph*",
        "endlich",
        "schlimm*",
        "saftladen",
        "abzocke",
        "seit .. wochen|tagen|monaten|stunden",
        "immer noch|nicht",
        "legt|legen .. auf",
        "peinlich*|lächerlich*|schlamperei|skandal*|unzumutbar*|unterirdisch*|nervt|mies|miese",
        "keine antwort|reaktion",
        "niemand|keiner meldet|antwortet|hilft",
        "geld zurück"}},
      {"fr",
       {"inadmissible", "scandal*", "furieux|furieuse", "honteux|honteuse", "déçu*", "plus jamais",
        "marre", "inacceptable", "arnaque", "nul|nulle", "colère", "honte|lamentable|catastroph*",
        "n'importe quoi", "toujours pas|rien", "ras le bol", "personne ne répond"}},
      {"es",
       {"enfadad*", "vergüenza", "indignad*", "inaceptable", "decepcion*", "estafa", "nunca más",
        "harto|harta|hartos", "fatal", "pésim*", "furios*",
        "vergonzos*|lamentable|horrible|desastre|timo", "nadie responde|contesta", "sigo sin"}},
      {"pt",
       {"vergonha", "indignad*", "inaceitável", "decepcion*", "desilud*", "nunca mais", "burla",
        "péssim*", "furios*", "ninguém responde", "golpe",
        "vergonhos*|lamentável|horrível|absurdo|palhaçada", "ainda não"}},
      {"it",
       {"delus*", "vergogn*", "inaccettabile", "arrabbiat*", "furios*", "mai più", "truffa",
        "pessim*", "schifo", "ridicol*|orribil*|assurd*|disastro", "nessuno risponde",
        "ancora niente"}},
  };
  return kPhrases;
}

const Phrases& greeting_phrases() {
  static const Phrases kPhrases = {
      {"", {"hi|hello|hey|hallo|bonjour|salut|hola|olá|oi|ciao|moin|servus|buongiorno|salve|hiya"}},
      {"en", {"dear", "good morning|afternoon|evening"}},
      {"de", {"liebe|lieber", "guten morgen|tag|abend"}},
      {"fr", {"cher|chère", "bonsoir"}},
      {"es", {"querido|querida|estimado|estimada", "buenos|buenas días|tardes|noches"}},
      {"pt", {"caro|cara|prezado|prezada", "bom|boa dia|tarde|noite"}},
      {"it", {"caro|cara|gentile", "buonasera"}},
  };
  return kPhrases;
}

const Phrases& thanks_phrases() {
  static const Phrases kPhrases = {
      {"", {"thank|thanks|danke|merci|gracias|obrigado|obrigada|grazie"}},
      {"de", {"vielen|herzlichen dank"}},
  };
  return kPhrases;
}

std::vector<Span> arguing_spans(const Side& side, Rules rules) {
  std::vector<Span> out = arguing_phrases().spans(side);
  if (rules == Rules::kCount) {
    const std::vector<Span> quoted = rule_phrases().spans(side);
    out.insert(out.end(), quoted.begin(), quoted.end());
    std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }
  std::uint32_t behind = 0;
  const std::vector<Span> forgiving = forgiving_phrases().spans(side);
  std::erase_if(out, [&](Span span) {
    const bool taken =
        span.begin < behind || std::any_of(forgiving.begin(), forgiving.end(), [span](Span other) {
          return span.begin < other.end && other.begin < span.end;
        });
    if (!taken) behind = span.end;
    return taken;
  });
  return out;
}

bool argues(const Side& side, std::size_t sentence) {
  const Sentence& its = side.sentences[sentence];
  if (!arguing_phrases().in_words(side, its.first_word, its.last_word)) return false;
  return any_begins_in(arguing_spans(side, Rules::kLeaveOut), its.span);
}

bool insists(std::string_view text) {
  for (const std::string_view marks : {"??", "!!", "?!", "!?"}) {
    if (text.find(marks) != text.npos) return true;
  }
  return false;
}

bool any_begins_in(const std::vector<Span>& spans, Span within) {
  return std::any_of(spans.begin(), spans.end(), [within](Span span) {
    return span.begin >= within.begin && span.begin < within.end;
  });
}

bool says_nothing(const Side& side, std::size_t begin, std::size_t end) {
  return std::all_of(side.words.begin() + static_cast<std::ptrdiff_t>(begin),
                     side.words.begin() + static_cast<std::ptrdiff_t>(end), [](const Word& word) {
                       return word.kind == TokenKind::kWord && is_nothing(word.normal);
                     });
}

}  // namespace rapport::coach
