#include <algorithm>
#include <string>

#include "coach/phrases.h"
#include "coach/rules/number_runs.h"
#include "coach/rules/private_signs.h"
#include "text/topics/stop_words.h"

namespace rapport::coach {
namespace {

// A number of theirs stands behind such words.
const Phrases& number_of() {
  static const Phrases kPhrases = {
      {"en",
       {"order|customer|account|booking number|no|nr|id|reference",
        "reference|invoice|tracking number|no|nr|id|reference",
        "claim|policy|case|ticket|passport|card number|no|nr|id|reference",
        "order|booking|account|invoice|iban|claim|case|ticket",
        "reference|ref|parcel|shipment|tracking|customer|member|membership",
        "contract|meter|card|passport|policy|registration|licence|license",
        "mobile|phone|cell|reservation|confirmation|repair|application"}},
      {"de",
       {"bestellung|bestellnummer|vertragskonto|kundenkonto",
        "kundennummer|rechnungsnummer|auftragsnummer",
        "vertragsnummer|sendungsnummer|iban|auftrag|auftrags-nr|vertrag|rechnung",
        "buchung|konto|kontonummer|vorgang|ticket|fall|sendung",
        "paket|reklamation|handy|telefonnummer|nummer|zählernummer|ausweis"}},
      {"fr", {"commande|numéro|dossier|facture|réservation|compte|contrat|billet|colis|référence"}},
      {"es", {"pedido|número|factura|reserva|cuenta|contrato|expediente|referencia|envío|móvil"}},
      {"pt",
       {"encomenda|pedido|número|fatura|reserva|conta",
        "contrato|processo|referência|envio|telemóvel"}},
      {"it",
       {"ordine|numero|fattura|prenotazione|conto",
        "contratto|pratica|riferimento|spedizione|cellulare"}},
  };
  return kPhrases;
}

// Things have these, too, in a few figures ("ref. 7016").
const Phrases& reference() {
  static const Phrases kPhrases = {{"en", {"reference|ref"}},
                                   {"fr", {"référence"}},
                                   {"es", {"referencia"}},
                                   {"pt", {"referência"}},
                                   {"it", {"riferimento"}}};
  return kPhrases;
}

// "You can order 5000": there it is no order that has a number.
const Phrases& orders_some() {
  static const Phrases kPhrases = {
      {"en", {"can|could|may|might|must|should|you|we|they|i|please|always|just order|ticket"}}};
  return kPhrases;
}

// A number of things, or of the house's own, stands behind such words.
const Phrases& number_of_ours() {
  static const Phrases kPhrases = {
      {"en",
       {"isbn|ean|gtin|sku|batch|lot|build|version|barcode|imo",
        "item|article|product|model|part|charity|company|vat|tax number|no|nr|code|id",
        "item|article|charity", "our iban|licence|registration", "our|donation|donations account",
        "our * account|iban", "our account|bank number"}},
      {"de",
       {"isbn|ean|artikelnummer|artikel|artikel-nr|modell|modellnummer",
        "charge|chargennummer|spendenkonto|bestellnr|ust-id|steuernummer",
        "unser|unsere iban|konto|kontonummer", "unser * konto"}},
      {"fr",
       {"isbn|ean|article|lot|modèle", "notre iban|compte", "numéro de lot|série|modèle",
        "référence du|de|des"}},
      {"es", {"isbn|ean|artículo|lote|modelo", "nuestro|nuestra iban|cuenta"}},
      {"pt", {"isbn|ean|artigo|lote|modelo", "nosso|nossa iban|conta"}},
      {"it", {"isbn|ean|articolo|lotto|modello", "nostro iban|conto"}},
  };
  return kPhrases;
}

const Phrases& our_phone() {
  static const Phrases kPhrases = {
      {"en",
       {"call|ring|phone us", "our|their hotline|line|number|phone|telephone",
        "hotline|helpline|switchboard", "call|calling|ring|phone|dial|dialling 0*", "option 0*",
        "contact|call|ring|phone|reach us|our|the|your", "team|desk|line on 0*",
        "customer service|services|care", "call us back"}},
      {"de",
       {"rufen|erreichen|kontaktieren sie|uns|unseren|unser", "unsere|unserer hotline|nummer",
        "hotline"}},
      {"fr", {"appelez-nous|appelez|contactez|joignez|joignable", "notre numéro"}},
      {"es", {"llámanos|llámenos|llame|llama|contacte|contacta", "nuestro teléfono"}},
      {"pt", {"ligue-nos|ligue|contacte|contate", "o nosso número"}},
      {"it", {"chiamaci|chiami|chiama|contatti|contatta", "il nostro numero"}},
  };
  return kPhrases;
}

// They want to know where to call.
const Phrases& asks_for_a_phone() {
  static const Phrases kPhrases = {
      {"en",
       {"number for|to", "phone|telephone number",
        "a|the|your|any|what|what's|which|emergency number|phone|telephone|hotline|helpline|line",
        "call|ring|phone|reach|contact|speak|talk you|someone|somebody|anyone|to",
        "who|whom|where .. call|ring|phone|contact|reach"}},
      {"de",
       {"telefonnummer|rufnummer|hotline|notrufnummer|telefon",
        "anrufen|nummer|telefonisch|erreiche|erreichen"}},
      {"fr", {"numéro|téléphone|appeler|joindre"}},
      {"es", {"teléfono|número|llamar|llamo|llamaros"}},
      {"pt", {"telefone|número|ligar|telefonar|ligo"}},
      {"it", {"telefono|numero|chiamare|chiamo|chiamarvi"}},
  };
  return kPhrases;
}

// Their own number, or one of somebody they tell of.
const Phrases& phone_of_theirs() {
  static const Phrases kPhrases = {
      {"en",
       {"my|her|his number|phone|mobile|line|landline|order|parcel|account",
        "my * number|phone|line"}},
      {"de", {"mein|meine|meiner|meinem nummer|telefonnummer|telefon|handy|bestellung|leitung"}},
      {"fr", {"mon|ma numéro|téléphone|commande|portable|ligne"}},
      {"es", {"mi número|teléfono|pedido|móvil|línea"}},
      {"pt", {"meu|minha número|telefone|pedido|encomenda|telemóvel|linha"}},
      {"it", {"mio|mia numero|telefono|ordine|cellulare|linea"}},
  };
  return kPhrases;
}

// "I'll call you on": a number that is not the house's.
const Phrases& phone_of_somebody() {
  static const Phrases kPhrases = {
      {"en",
       {"your phone|mobile|cell", "your number as|is", "call|ring|phone|reach|calling you|her|him",
        "her|his|driver's|courier's number|phone|mobile|line"}},
      {"de", {"deine|deiner|ihre|ihrer nummer|telefonnummer|handynummer"}},
      {"fr", {"votre|ton numéro|téléphone|portable"}},
      {"es", {"tu|su número|teléfono|móvil"}},
      {"pt", {"seu|teu número|telefone|telemóvel"}},
      {"it", {"tuo|suo numero|telefono|cellulare"}},
  };
  return kPhrases;
}

// "54 euro", "£4000", "30%": what something costs or measures is nobody's number.
bool is_money(std::string_view text, Span run) {
  const std::string_view before = text.substr(0, run.begin);
  const std::string_view behind = text.substr(run.end, 8);
  for (const std::string_view sign : {"£", "€", "$"}) {
    if (before.ends_with(sign) || behind.starts_with(sign)) return true;
  }
  for (const std::string_view unit :
       {" eur", " pound", " dollar", " quid", "%", " %", " €", " km"}) {
    if (behind.starts_with(unit)) return true;
  }
  return false;
}

// A number that only a register gives: seven figures or more in one piece, or six that hyphens
// part, and no range of years or amount.
bool is_reference(std::string_view text, Span run) {
  const std::string_view number = text.substr(run.begin, run.end - run.begin);
  if (number.find_first_of(" /()+") != number.npos || is_money(text, run)) return false;
  const std::size_t hyphen = number.find('-');
  if (hyphen == number.npos) return digits_of(number).size() >= 7;
  return digits_of(number).size() >= 6 && !is_year(number.substr(0, hyphen));
}

// Free of charge, or of a service: nobody lives there.
bool is_service_phone(std::string_view digits) {
  static constexpr std::string_view kBegin[] = {"0800", "0808", "0300", "0330", "0333",
                                                "0345", "0845", "0870", "0900", "0180"};
  return std::any_of(std::begin(kBegin), std::end(kBegin),
                     [digits](std::string_view begin) { return digits.starts_with(begin); });
}

bool asked_for_our_phone(const View& view) {
  const Side& post = view.post;
  for (std::size_t i = 0; i < post.sentences.size(); ++i) {
    if (post.sentences[i].asks && asks_for_a_phone().in_sentence(post, i) &&
        !phone_of_theirs().in_sentence(post, i)) {
      return true;
    }
  }
  return false;
}

// Does a place end right before the run?
bool names(const Side& draft, const std::vector<Phrases::Place>& places, Span run) {
  constexpr std::uint32_t kNear = 12;
  return std::any_of(places.begin(), places.end(), [&](const Phrases::Place& place) {
    const std::uint32_t behind = draft.words[place.end - 1].span.end;
    return run.begin >= behind && run.begin - behind <= kNear;
  });
}

}  // namespace

bool counts_something(const Side& side, std::uint32_t end) {
  const auto next = std::find_if(side.words.begin(), side.words.end(),
                                 [end](const Word& word) { return word.span.begin >= end; });
  if (next == side.words.end() || next->span.begin != end + 1 || side.text[end] != ' ') {
    return false;
  }
  static constexpr std::string_view kUnits[] = {
      "people",  "km",      "kg",      "m",      "g",        "ml",      "kwh",       "percent",
      "prozent", "punkte",  "punkten", "stück",  "personen", "seiten",  "stunden",   "minuten",
      "tage",    "tagen",   "euro",    "wochen", "monate",   "karten",  "kilometer", "meter",
      "gramm",   "persone", "punti",   "pezzi",  "pagine",   "ore",     "minuti",    "giorni",
      "metri",   "mal",     "plätze",  "hours",  "hour",     "minutes", "days",      "weeks",
      "years",   "times",   "minute",  "day",    "year",     "week",    "mile",      "metre",
      "stamps",  "yen",     "kronen",  "kroner", "franken",  "chf",     "reais",     "pessoas",
      "x"};
  if (std::find(std::begin(kUnits), std::end(kUnits), next->normal) != std::end(kUnits)) {
    return true;
  }
  // "1200 by 800".
  if (next->normal == "by" && std::next(next) != side.words.end() &&
      std::next(next)->kind == TokenKind::kNumber) {
    return true;
  }
  // "points", "leaflets", "puntos": many of something, where no verb ends so.
  static constexpr std::string_view kVerbs[] = {"leaves",  "shows", "goes",  "arrives", "ships",
                                                "comes",   "needs", "looks", "seems",   "moves",
                                                "gets",    "lies",  "says",  "always",  "stays",
                                                "bounces", "waits", "sits",  "stands",  "costs"};
  const char first = side.text[next->span.begin];
  return first >= 'a' && first <= 'z' && next->normal.size() >= 4 && next->normal.ends_with('s') &&
         !is_stop_word(next->normal) &&
         std::find(std::begin(kVerbs), std::end(kVerbs), next->normal) == std::end(kVerbs);
}

void find_numbers(const View& view, std::vector<Span>& out) {
  const Side& draft = view.draft;
  // Numbers in names, addresses and links are part of these.
  std::vector<Span> entities;
  for (const Word& word : draft.words) {
    if (word.kind != TokenKind::kWord && word.kind != TokenKind::kNumber &&
        word.kind != TokenKind::kDense) {
      entities.push_back(word.span);
    }
  }
  const auto in_entity = [&entities](Span span) {
    return std::any_of(entities.begin(), entities.end(), [span](const Span& entity) {
      return span.begin < entity.end && entity.begin < span.end;
    });
  };
  std::vector<std::string> written;  // by them
  for (const Span& run : number_runs(view.post.text)) {
    written.push_back(digits_of(view.post.of(run)));
  }
  std::vector<Phrases::Place> theirs;
  std::vector<Phrases::Place> things;
  std::vector<Phrases::Place> verbs;
  number_of().find(draft, theirs);
  number_of_ours().find(draft, things);
  orders_some().find(draft, verbs);
  std::vector<Phrases::Place> references;
  reference().find(draft, references);
  const bool ours = our_phone().any(draft);
  const bool asked = asked_for_our_phone(view) && !phone_of_somebody().any(draft);
  for (const Span& run : number_runs(draft.text)) {
    if (in_entity(run)) continue;
    const std::string_view text = draft.of(run);
    const std::string figures = digits_of(text);
    const std::size_t digits = figures.size();
    if (digits < 4 || they_wrote(view, text) ||
        std::find(written.begin(), written.end(), figures) != written.end()) {
      continue;
    }
    if (names(draft, things, run)) continue;
    const bool phone = digits >= 9 && digits <= 15 && (text[0] == '+' || text[0] == '0');
    if (phone && (asked || is_service_phone(figures))) continue;
    const bool counts = counts_something(draft, run.end);
    const bool named = !counts && names(draft, theirs, run) && !names(draft, verbs, run) &&
                       (digits > 4 || !names(draft, references, run)) && !is_year(text) &&
                       !is_money(draft.text, run);
    if ((phone || (digits >= 7 && digits <= 12)) && !named && ours) continue;
    const bool long_number = digits >= 12 || (is_reference(draft.text, run) && !counts);
    if (phone || long_number || named) out.push_back(run);
  }
}

}  // namespace rapport::coach
