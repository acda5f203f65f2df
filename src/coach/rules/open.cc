#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

const Phrases& vague_sources() {
  static const Phrases kPhrases = {
      {"en",
       {"studies|research|science show|shows|says|prove|proves|suggests|suggest|found",
        "studies|research have|has shown|proven|found",
        "experts|specialists|dermatologists|dentists|vets|nutritionists|chefs "
        "agree|say|recommend|swear|love",
        "clinical|scientific studies|tests|trials|research",
        "clinically|scientifically proven|tested", "according to research|studies|experts|science",
        "studies|research confirm|confirms", "scientists|doctors agree|say|recommend",
        "it is|it's proven|known", "everyone|everybody knows|says",
        // Somebody, nobody in particular, says or does so.
        "studies|study|research|science|scientists|researchers|surveys|survey|tests|experts|"
        "doctors|"
        "vets|dentists|specialists|nutritionists|baristas|chefs|professionals|dermatologists .. "
        "show|shows|shown|prove|proven|proves|proved|found|finds|suggest|suggests|agree|agrees|say|"
        "says|confirm|confirms|confirmed|recommend|recommends|demonstrate|demonstrates|swear|"
        "swears",
        "experts|doctors|vets|dentists|specialists|nutritionists|professionals|dermatologists "
        "love|prefer",
        "shown|proven|confirmed|demonstrated|established .. by|in research|studies|science|"
        "scientists|tests|experts",
        "recent|independent|several|numerous|many|countless survey|"
        "surveys|study|studies|tests|experts",
        "swear|swears by"}},
      {"de", {"studien zeigen|belegen", "experten sagen|empfehlen", "wissenschaftlich erwiesen"}},
      {"fr", {"les études montrent", "des études montrent|ont", "les experts"}},
      {"es", {"los estudios muestran|demuestran", "los expertos"}},
      {"pt", {"estudos mostram|comprovam", "os especialistas"}},
      {"it", {"gli studi dimostrano|mostrano", "gli esperti"}},
  };
  return kPhrases;
}

// Who asks so wants to hear of something to buy or to use.
const Phrases& seeking() {
  static const Phrases kPhrases = {
      {"en",
       {"recommend*", "which|what|any|best", "looking|searching for",
        "tips|ideas|advice|suggestions", "help|helps|works|work", "use|using|wear|buy|get|try"}},
      {"de", {"welche|welcher|welches|was|empfehl*|tipp|tipps|sucht|suche"}},
      {"fr", {"quel|quelle|quels|quelles|que|recommand*|conseil*|cherche"}},
      {"es", {"qué|cuál|recomend*|recomiend*|consejo*|busco"}},
      {"pt", {"que|qual|recomend*|conselho*|procuro"}},
      {"it", {"quale|che|cosa|consigli*|cerco"}},
  };
  return kPhrases;
}

const Phrases& praise() {
  static const Phrases kPhrases = {
      {"en",
       {"best|good|great|perfect|excellent|ideal|better|recommend|want|love|loves|favourite|"
        "favorite|greenest|finest|safe|wonders|lovely|trick|cheapest|fastest|easiest|nicest"}},
      {"de", {"beste|besten|gut|perfekt|ideal|empfehle|empfehlen|besser"}},
      {"fr", {"meilleur|meilleure|parfait|parfaite|idéal|recommande|bon|bonne"}},
      {"es", {"mejor|perfecto|perfecta|ideal|recomiendo|buen|buena"}},
      {"pt", {"melhor|perfeito|perfeita|ideal|recomendo|bom|boa"}},
      {"it", {"migliore|perfetto|perfetta|ideale|consiglio|ottimo|ottima"}},
  };
  return kPhrases;
}

const Phrases& ours() {
  static const Phrases kPhrases = {
      {"en", {"our|ours|we|us|we're|we've|i'm"}},
      {"de", {"unser|unsere|unseren|unserer|wir|uns"}},
      {"fr", {"notre|nos|nous"}},
      {"es", {"nuestro|nuestra|nuestros|nuestras|nosotros|hacemos"}},
      {"pt", {"nosso|nossa|nossos|nossas|nós|fazemos"}},
      {"it", {"nostro|nostra|nostri|nostre|noi|facciamo"}},
  };
  return kPhrases;
}

std::vector<Phrases::Place> places_of(const Phrases& phrases, const Side& side) {
  std::vector<Phrases::Place> out;
  phrases.find(side, out);
  return out;
}

// "The chefs will love to hear it", "both lab tests": these and no others.
bool is_known_who(const Side& draft, std::size_t word) {
  static const Phrases kPhrases = {{"en", {"the|our|both|these|those|your|his|her|their|lab"}},
                                   {"de", {"die|unsere|beide|diese|eure"}},
                                   {"fr", {"nos|ces|vos"}},
                                   {"es", {"nuestros|nuestras|estos|ambos"}},
                                   {"pt", {"nossos|nossas|estes|ambos"}},
                                   {"it", {"nostri|nostre|questi|entrambi"}}};
  return word > 0 && draft.words[word - 1].sentence == draft.words[word].sentence &&
         kPhrases.in_words(draft, word - 1, word);
}

// Where a text has the name, as a word of its own.
bool names(std::string_view text, std::string_view name, Span& where) {
  for (std::size_t at = text.find(name); !name.empty() && at != text.npos;
       at = text.find(name, at + 1)) {
    const auto letter = [&](std::size_t i) {
      return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 ||
                                 static_cast<unsigned char>(text[i]) >= 0x80);
    };
    if ((at > 0 && letter(at - 1)) || letter(at + name.size())) continue;
    where = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())};
    return true;
  }
  return false;
}

}  // namespace

void review_open(const View& view, Findings& out) {
  const Side& draft = view.draft;
  Finding finding;
  finding.rule = Rule::kOpen;
  finding.severity = Severity::kConsider;
  const bool links =
      std::any_of(draft.reading.entities.begin(), draft.reading.entities.end(),
                  [](const TextEntity& entity) { return entity.kind == TextEntityKind::kLink; });
  if (!links) {
    for (const Phrases::Place& place : places_of(vague_sources(), draft)) {
      if (is_known_who(draft, place.begin)) continue;
      finding.draft_spans.push_back(
          {draft.words[place.begin].span.begin, draft.words[place.end - 1].span.end});
    }
  }
  if (!finding.draft_spans.empty()) {
    finding.why = "It says that others say so, and not who.";
    finding.next = "Link the source, or leave it out.";
    out.push_back(std::move(finding));
    return;
  }
  if (ours().any(draft)) return;
  if (!praise().any(draft) && !seeking().any(view.post)) return;
  for (const std::string_view own : view.exchange->voice.own) {
    Span where;
    Span asked;
    if (!names(draft.text, own, where) || names(view.post.text, own, asked)) continue;
    finding.draft_spans.push_back(where);
  }
  if (finding.draft_spans.empty()) return;
  finding.why = "It recommends our own and doesn't say that it is ours.";
  finding.next = "Say that you make it.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
