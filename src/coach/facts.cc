#include "coach/facts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <utility>

namespace rapport::coach {
namespace {

using Named = std::pair<std::string_view, int>;

constexpr auto kNumbers = std::to_array<Named>({
    {"one", 1},        {"two", 2},          {"three", 3},      {"four", 4},      {"five", 5},
    {"six", 6},        {"seven", 7},        {"eight", 8},      {"nine", 9},      {"ten", 10},
    {"eleven", 11},    {"twelve", 12},      {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16},   {"seventeen", 17},   {"eighteen", 18},  {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},    {"forty", 40},       {"fifty", 50},     {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},    {"ninety", 90},      {"hundred", 100},  {"zwei", 2},      {"drei", 3},
    {"vier", 4},       {"fünf", 5},         {"sechs", 6},      {"sieben", 7},    {"acht", 8},
    {"neun", 9},       {"zehn", 10},        {"elf", 11},       {"zwölf", 12},    {"dreizehn", 13},
    {"vierzehn", 14},  {"fünfzehn", 15},    {"zwanzig", 20},   {"dreißig", 30},  {"vierzig", 40},
    {"fünfzig", 50},   {"sechzig", 60},     {"neunzig", 90},   {"hundert", 100}, {"deux", 2},
    {"trois", 3},      {"quatre", 4},       {"cinq", 5},       {"sept", 7},      {"huit", 8},
    {"neuf", 9},       {"dix", 10},         {"onze", 11},      {"douze", 12},    {"treize", 13},
    {"quatorze", 14},  {"quinze", 15},      {"vingt", 20},     {"trente", 30},   {"quarante", 40},
    {"cinquante", 50}, {"soixante", 60},    {"dos", 2},        {"tres", 3},      {"cuatro", 4},
    {"cinco", 5},      {"seis", 6},         {"siete", 7},      {"ocho", 8},      {"nueve", 9},
    {"diez", 10},      {"doce", 12},        {"trece", 13},     {"catorce", 14},  {"veinte", 20},
    {"treinta", 30},   {"cuarenta", 40},    {"cincuenta", 50}, {"sesenta", 60},  {"noventa", 90},
    {"cien", 100},     {"dois", 2},         {"duas", 2},       {"três", 3},      {"quatro", 4},
    {"sete", 7},       {"oito", 8},         {"nove", 9},       {"dez", 10},      {"doze", 12},
    {"catorze", 14},   {"vinte", 20},       {"trinta", 30},    {"quarenta", 40}, {"cinquenta", 50},
    {"sessenta", 60},  {"cem", 100},        {"due", 2},        {"tre", 3},       {"quattro", 4},
    {"cinque", 5},     {"sei", 6},          {"sette", 7},      {"otto", 8},      {"dieci", 10},
    {"dodici", 12},    {"quattordici", 14}, {"quindici", 15},  {"venti", 20},    {"trenta", 30},
    {"quaranta", 40},  {"cinquanta", 50},   {"sessanta", 60},  {"novanta", 90},  {"cento", 100},
});

using Same = std::pair<std::string_view, std::string_view>;

// One name for what is the same unit.
constexpr auto kUnits = std::to_array<Same>({
    {"euro", "money"},        {"euros", "money"},     {"pound", "money"},
    {"pounds", "money"},      {"dollar", "money"},    {"dollars", "money"},
    {"quid", "money"},        {"eur", "money"},       {"gbp", "money"},
    {"usd", "money"},         {"libras", "money"},    {"dólares", "money"},
    {"percent", "percent"},   {"prozent", "percent"}, {"pourcent", "percent"},
    {"centimetres", "cm"},    {"centimeters", "cm"},  {"centimetre", "cm"},
    {"zentimeter", "cm"},     {"centímetros", "cm"},  {"metres", "m"},
    {"meters", "m"},          {"metre", "m"},         {"meter", "m"},
    {"kilos", "kg"},          {"kilo", "kg"},         {"kilograms", "kg"},
    {"litres", "l"},          {"liters", "l"},        {"liter", "l"},
    {"minutes", "min"},       {"minute", "min"},      {"mins", "min"},
    {"minuten", "min"},       {"minutos", "min"},     {"minuti", "min"},
    {"seconds", "second"},    {"sekunden", "second"}, {"segundos", "second"},
    {"secondi", "second"},    {"days", "day"},        {"tage", "day"},
    {"tagen", "day"},         {"tag", "day"},         {"jours", "day"},
    {"jour", "day"},          {"días", "day"},        {"día", "day"},
    {"dias", "day"},          {"dia", "day"},         {"giorni", "day"},
    {"giorno", "day"},        {"weeks", "week"},      {"wochen", "week"},
    {"woche", "week"},        {"semaines", "week"},   {"semanas", "week"},
    {"semana", "week"},       {"settimane", "week"},  {"months", "month"},
    {"monate", "month"},      {"monaten", "month"},   {"monat", "month"},
    {"mois", "month"},        {"meses", "month"},     {"mes", "month"},
    {"mesi", "month"},        {"mese", "month"},      {"years", "year"},
    {"jahre", "year"},        {"jahren", "year"},     {"jahr", "year"},
    {"ans", "year"},          {"años", "year"},       {"anos", "year"},
    {"anni", "year"},         {"hours", "hour"},      {"stunden", "hour"},
    {"stunde", "hour"},       {"heures", "hour"},     {"horas", "hour"},
    {"ore", "hour"},          {"times", "time"},      {"mal", "time"},
    {"fois", "time"},         {"veces", "time"},      {"vezes", "time"},
    {"volte", "time"},        {"jan", "january"},     {"feb", "february"},
    {"aug", "august"},        {"sept", "september"},  {"oct", "october"},
    {"nov", "november"},      {"dec", "december"},    {"januar", "january"},
    {"februar", "february"},  {"märz", "march"},      {"mai", "may"},
    {"juni", "june"},         {"juli", "july"},       {"oktober", "october"},
    {"dezember", "december"},
});

constexpr auto kMonths =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});

std::string_view unit_of(std::string_view word) {
  for (const auto& [from, to] : kUnits) {
    if (word == from) return to;
  }
  return word;
}

bool is_month(std::string_view unit) {
  return std::find(kMonths.begin(), kMonths.end(), unit) != kMonths.end();
}

// "4", "4,000", "1.50"; -1 for "10:30" and for what is no number.
double value_of_digits(std::string_view text) {
  double value = 0;
  double fraction = 0;
  bool any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      any = true;
      if (fraction > 0) {
        value += (c - '0') * fraction;
        fraction /= 10;
      } else if (value < 1e12) {
        value = value * 10 + (c - '0');
      }
    } else if ((c == '.' || c == ',') && fraction == 0) {
      if (text.size() - i != 4) fraction = 0.1;  // of "4,000" it parts thousands
    } else {
      return -1;
    }
  }
  return any ? value : -1;
}

double value_of(const Side& side, const Word& word) {
  static const std::unordered_map<std::string_view, int> kByName(kNumbers.begin(), kNumbers.end());
  if (const auto named = kByName.find(word.normal); named != kByName.end()) return named->second;
  if (word.normal.find('0') == word.normal.npos) return -1;
  std::string_view text = side.of(word);
  while (!text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0) {
    text.remove_prefix(1);  // "£4"
  }
  std::size_t end = 0;
  while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 ||
                               text[end] == '.' || text[end] == ',' || text[end] == ':')) {
    ++end;
  }
  return value_of_digits(text.substr(0, end));
}

// What stands right before and behind a word.
bool touches(const Side& side, const Word& word, std::string_view what) {
  const std::string_view text = side.text;
  const bool behind = text.substr(word.span.end, 1 + what.size()).find(what) != text.npos;
  const std::size_t from = word.span.begin >= what.size() ? word.span.begin - what.size() : 0;
  const bool before = text.substr(from, word.span.begin - from) == what;
  return behind || before || side.of(word).find(what) != text.npos;
}

bool is_clock(std::string_view normal) {
  return normal == "am" || normal == "pm" || normal == "uhr" || normal == "o'clock" ||
         normal == "h" || normal == "heures";
}

// The name of the unit of the number at `i`, and in `last` the word that it ends with; empty if it
// has none.
std::string_view unit_at(const Side& side, std::size_t i, std::size_t begin, std::size_t end,
                         std::size_t& last) {
  const Word& word = side.words[i];
  last = i;
  for (const std::string_view sign : {"£", "€", "$"}) {
    if (touches(side, word, sign)) return "money";
  }
  if (touches(side, word, "%")) return "percent";
  const std::string_view shown = side.of(word);
  if (shown.ends_with("am") || shown.ends_with("pm")) return "clock";
  if (i + 1 < end && side.words[i + 1].kind == TokenKind::kWord) {
    last = i + 1;
    if (is_clock(side.words[i + 1].normal)) return "clock";
    const std::string_view unit = unit_of(side.words[i + 1].normal);
    if (is_month(unit) || side.words[i + 1].normal.size() > 1) return unit;
    last = i;
  }
  if (i > begin && is_month(unit_of(side.words[i - 1].normal))) {
    return unit_of(side.words[i - 1].normal);
  }
  return {};
}

// Negations of what is said, and not of a part of it ("without flash").
const Phrases& not_so() {
  static const Phrases kPhrases = {
      {"en",
       {"not|no|never|isn't|aren't|don't|doesn't|won't|neither|none|didn't|wasn't|needn't|"
        "nothing"}},
      {"de", {"nicht|kein|keine|keinen|keiner|nie|weder|nichts"}},
      {"fr", {"pas|jamais|aucun|aucune|plus|rien"}},
      {"es", {"no|nunca|ningún|ninguna|tampoco|nada"}},
      {"pt", {"não|nunca|nenhum|nenhuma|nada"}},
      {"it", {"non|mai|nessun|nessuna|niente|nulla"}},
  };
  return kPhrases;
}

const Phrases& open_words() {
  static const Phrases kPhrases = {
      {"en", {"open|opens|opened"}},     {"de", {"geöffnet|offen|auf"}},
      {"fr", {"ouvert*|ouvre|ouvrons"}}, {"es", {"abiert*|abre|abrimos"}},
      {"pt", {"abert*|abre|abrimos"}},   {"it", {"apert*|apre|apriamo"}}};
  return kPhrases;
}
const Phrases& closed_words() {
  static const Phrases kPhrases = {
      {"en", {"closed|shut|closes"}},     {"de", {"geschlossen|zu"}},
      {"fr", {"fermé*|ferme|fermons"}},   {"es", {"cerrad*|cierra|cerramos"}},
      {"pt", {"fechad*|fecha|fechamos"}}, {"it", {"chius*|chiude|chiudiamo"}}};
  return kPhrases;
}
const Phrases& free_words() {
  static const Phrases kPhrases = {
      {"en",
       {"free|complimentary|gratis", "no charge|cost|fee", "without charge", "included in",
        "for nothing", "on us", "on the house"}},
      {"de", {"kostenlos|gratis|umsonst|frei|kostenfrei|inklusive|gebührenfrei"}},
      {"fr", {"gratuit*"}},
      {"es", {"gratis|gratuit*"}},
      {"pt", {"grátis|gratuit*"}},
      {"it", {"gratis|gratuit*"}}};
  return kPhrases;
}
const Phrases& paid_words() {
  static const Phrases kPhrases = {
      {"en",
       {"costs|cost|charge|charged|surcharge|extra|paid|paying|payable",
        "pro|premium accounts|plan|users", "0* pounds|euros|dollars",
        "two|three|four|five|six|seven|eight|nine|ten pounds|euros|dollars|quid", "fee"}},
      {"de", {"kostet|kosten|gebühr|aufpreis|kostenpflichtig|zahlen|bezahlen", "0* euro"}},
      {"fr", {"coûte|coûtent|payant*|payer|facturé*|supplément", "0* euros"}},
      {"es", {"cuesta|cuestan|cobramos|paga|pagar|suplemento|cargo", "0* euros"}},
      {"pt", {"custa|custam|cobramos|paga|pagar|pagos|taxa", "0* euros|reais"}},
      {"it", {"costa|costano|paga|pagare|pagamento|supplemento", "0* euro"}}};
  return kPhrases;
}
const Phrases& allowed_words() {
  static const Phrases kPhrases = {{"en", {"allowed|permitted|welcome|possible|may|can|fine"}},
                                   {"de", {"erlaubt|möglich|darf|dürfen|gestattet|kann|können"}},
                                   {"fr", {"autorisé*|permis|possible|pouvez|peut"}},
                                   {"es", {"permitid*|posible|puede|puedes|pueden"}},
                                   {"pt", {"permitid*|possível|pode|podem"}},
                                   {"it", {"permess*|possibile|può|possono"}}};
  return kPhrases;
}
const Phrases& forbidden_words() {
  static const Phrases kPhrases = {
      {"en",
       {"forbidden|prohibited|banned|impossible|can't|cannot", "not allowed|permitted|possible"}},
      {"de", {"verboten|untersagt|unmöglich"}},
      {"fr", {"interdit*|impossible"}},
      {"es", {"prohibid*|imposible"}},
      {"pt", {"proibid*|impossível"}},
      {"it", {"vietat*|impossibile"}}};
  return kPhrases;
}
const Phrases& in_stock_words() {
  static const Phrases kPhrases = {
      {"en", {"available", "in stock", "back in", "have them|some|it"}},
      {"de", {"verfügbar|lieferbar|vorrätig"}},
      {"fr", {"disponible*", "en stock"}},
      {"es", {"disponible*"}},
      {"pt", {"disponíve*"}},
      {"it", {"disponibil*"}}};
  return kPhrases;
}
const Phrases& sold_out_words() {
  static const Phrases kPhrases = {{"en", {"unavailable|discontinued", "sold out", "out of stock"}},
                                   {"de", {"ausverkauft|vergriffen"}},
                                   {"fr", {"épuisé*|indisponible*"}},
                                   {"es", {"agotad*"}},
                                   {"pt", {"esgotad*|indisponíve*"}},
                                   {"it", {"esaurit*"}}};
  return kPhrases;
}
const Phrases& safe_words() {
  static const Phrases kPhrases = {{"en", {"safe|harmless"}},   {"de", {"sicher|unbedenklich"}},
                                   {"fr", {"sûr|sans danger"}}, {"es", {"seguro|segura"}},
                                   {"pt", {"seguro|segura"}},   {"it", {"sicuro|sicura"}}};
  return kPhrases;
}
const Phrases& unsafe_words() {
  static const Phrases kPhrases = {{"en", {"unsafe|dangerous|harmful|toxic"}},
                                   {"de", {"gefährlich|giftig|unsicher"}},
                                   {"fr", {"dangereux|dangereuse"}},
                                   {"es", {"peligros*"}},
                                   {"pt", {"perigos*"}},
                                   {"it", {"pericolos*"}}};
  return kPhrases;
}
const Phrases& needed_words() {
  static const Phrases kPhrases = {{"en", {"needed|required|necessary|must|need|needs", "have to"}},
                                   {"de", {"nötig|notwendig|muss|müssen|braucht"}},
                                   {"fr", {"nécessaire*|obligatoire*|faut"}},
                                   {"es", {"necesari*|obligatori*", "hay que"}},
                                   {"pt", {"necessári*|obrigatóri*", "é preciso"}},
                                   {"it", {"necessari*|obbligatori*|bisogna"}}};
  return kPhrases;
}
const Phrases& optional_words() {
  static const Phrases kPhrases = {
      {"en", {"optional|unnecessary", "don't|not need", "don't|not have to"}},
      {"de", {"unnötig|freiwillig"}},
      {"fr", {"facultatif|inutile"}},
      {"es", {"opcional|innecesari*"}},
      {"pt", {"opcional|desnecessári*"}},
      {"it", {"facoltativ*"}}};
  return kPhrases;
}

using List = const Phrases& (*)();
constexpr std::array<std::pair<List, List>, kOpposites> kPairs = {{
    {open_words, closed_words},
    {free_words, paid_words},
    {allowed_words, forbidden_words},
    {in_stock_words, sold_out_words},
    {safe_words, unsafe_words},
    {needed_words, optional_words},
}};

}  // namespace

std::vector<Amount> amounts_in(const Side& side, std::size_t begin, std::size_t end) {
  std::vector<Amount> out;
  for (std::size_t i = begin; i < end; ++i) {
    double value = value_of(side, side.words[i]);
    if (value < 0) continue;
    std::size_t last = i;
    const std::string_view unit = unit_at(side, i, begin, end, last);
    if (unit.empty()) continue;
    const bool evening = side.of(side.words[i]).ends_with("pm") || side.words[last].normal == "pm";
    if (unit == "clock" && evening && value < 12) value += 12;
    out.push_back({{side.words[i].span.begin, side.words[last].span.end}, value, unit});
  }
  return out;
}

std::vector<Amount> figures_in(const Side& side, std::size_t begin, std::size_t end) {
  std::vector<Amount> out;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view shown = side.of(side.words[i]);
    const std::size_t parts = shown.find_first_of(".:");
    const bool clock = shown.size() <= 5 && parts != shown.npos && parts + 3 == shown.size() &&
                       parts >= 1 && std::isdigit(static_cast<unsigned char>(shown[0])) != 0;
    double value = value_of(side, side.words[i]);
    if (clock) {
      value =
          100 * value_of_digits(shown.substr(0, parts)) + value_of_digits(shown.substr(parts + 1));
    }
    if (value < 0 || (shown == "one" || shown == "One")) continue;
    std::size_t last = i;
    std::string_view unit = clock ? "clock" : unit_at(side, i, begin, end, last);
    if (unit != "clock" && unit != "money" && unit != "percent" && unit != "day" &&
        unit != "week" && unit != "month" && unit != "year" && unit != "hour" && unit != "min" &&
        !is_month(unit)) {
      unit = "figure";
    }
    if (unit == "week") {
      unit = "day";
      value *= 7;
    }
    if (unit == "money") unit = "figure";  // "for 70", "70 euro"
    out.push_back({side.words[i].span, value, unit});
  }
  return out;
}

const Phrases& negations() {
  static const Phrases kPhrases = {
      {"en",
       {"not|no|never|cannot|can't|isn't|aren't|don't|doesn't|won't|neither|none|without|avoid|"
        "didn't|wasn't|needn't|nothing|nobody|nowhere|hardly",
        "out of"}},
      {"de", {"nicht|kein|keine|keinen|keiner|nie|ohne|weder|nichts"}},
      {"fr", {"pas|jamais|aucun|aucune|sans|rien|plus"}},
      {"es", {"no|nunca|ningún|ninguna|sin|nada|tampoco"}},
      {"pt", {"não|nunca|nenhum|nenhuma|sem|nada"}},
      {"it", {"non|mai|nessun|nessuna|senza|niente"}},
  };
  return kPhrases;
}

bool speaks_of(std::size_t opposite, const Side& side, std::size_t begin, std::size_t end) {
  const auto& [yes, no] = kPairs[opposite];
  return yes().in_words(side, begin, end) || no().in_words(side, begin, end);
}

int stance_on(std::size_t opposite, const Side& side, std::size_t begin, std::size_t end) {
  const auto& [yes, no] = kPairs[opposite];
  const bool says_no = no().in_words(side, begin, end);
  const bool says_yes = yes().in_words(side, begin, end);
  const bool negated = not_so().in_words(side, begin, end);
  if (says_yes && says_no) {
    // The longer phrase holds its words: "not possible".
    return opposite == 2 ? -1 : opposite == 1 ? 1 : 0;
  }
  if (!says_yes && !says_no) return 0;
  if (says_no && opposite == 2) return -1;  // "can't" has its "not" within
  const int plain = says_yes ? 1 : -1;
  if (opposite == 1 && says_yes) {
    // "no charge" has its "no" within; "not free" hasn't.
    for (std::size_t i = begin; i < end; ++i) {
      if (side.words[i].normal == "not" || side.words[i].normal == "isn't" ||
          side.words[i].normal == "aren't" || side.words[i].normal == "nicht") {
        return -1;
      }
    }
    return 1;
  }
  return negated ? -plain : plain;
}

}  // namespace rapport::coach
