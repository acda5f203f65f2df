#include <algorithm>
#include <cctype>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

// Addresses that are there for everybody.
bool is_for_everybody(std::string_view email) {
  static constexpr std::string_view kRoles[] = {
      "support", "help", "hello",   "info",     "contact", "kontakt", "service", "care",
      "hr",      "jobs", "press",   "sales",    "privacy", "billing", "orders",  "team",
      "hilfe",   "hola", "contato", "contacto", "ayuda",   "bonjour", "aide",    "ciao"};
  const std::string before = fold_case(email.substr(0, email.find('@')));
  return std::find(std::begin(kRoles), std::end(kRoles), before) != std::end(kRoles);
}

// A number of theirs stands behind such words.
const Phrases& number_of() {
  static const Phrases kPhrases = {
      {"en",
       {"order|customer|account|booking|reference|invoice|tracking|claim|policy|case|ticket|"
        "passport|card number|no|nr|id|reference",
        "order|booking|account|invoice|iban|claim|case|ticket|reference|ref|parcel|shipment|"
        "tracking|"
        "customer|member|membership|contract|meter|card|passport|policy|registration|licence|"
        "license|"
        "mobile|phone|cell|reservation|confirmation|repair|application"}},
      {"de",
       {"bestellung|bestellnummer|kundennummer|rechnungsnummer|auftragsnummer|vertragsnummer|"
        "sendungsnummer|iban|auftrag|auftrags-nr|vertrag|rechnung|buchung|konto|kontonummer|"
        "vorgang|"
        "ticket|fall|sendung|paket|reklamation|handy|telefonnummer|nummer|zählernummer|ausweis"}},
      {"fr",
       {"commande|numéro|dossier|facture|réservation|compte|contrat|billet|colis|"
        "référence"}},
      {"es", {"pedido|número|factura|reserva|cuenta|contrato|expediente|referencia|envío|móvil"}},
      {"pt",
       {"encomenda|pedido|número|fatura|reserva|conta|contrato|processo|referência|envio|"
        "telemóvel"}},
      {"it",
       {"ordine|numero|fattura|prenotazione|conto|contratto|pratica|riferimento|spedizione|"
        "cellulare"}},
  };
  return kPhrases;
}

const Phrases& our_phone() {
  static const Phrases kPhrases = {
      {"en",
       {"call|ring|phone us", "our|their hotline|line|number|phone|telephone",
        "hotline|helpline|switchboard", "call|ring|phone|dial 0*", "option 0*",
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

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  }));
}

// Runs of digits with what people put between them: "+44 7700 900123", "4471-0092-88".
std::vector<Span> number_runs(std::string_view text) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < text.size();) {
    const bool digit = std::isdigit(static_cast<unsigned char>(text[i])) != 0;
    const bool plus = text[i] == '+' && i + 1 < text.size() &&
                      std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (!digit && !plus) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    for (std::size_t j = i + 1; j < text.size() && j <= end + 1; ++j) {
      if (std::isdigit(static_cast<unsigned char>(text[j])) != 0) {
        end = j + 1;
      } else if (text[j] != ' ' && text[j] != '-' && text[j] != '/' && text[j] != '(' &&
                 text[j] != ')') {
        break;
      }
    }
    out.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
    i = end;
  }
  return out;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
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

// A number that only a register gives: six digits or more in one piece, or parted by hyphens, and
// no date ("2024-05-01"), range of years or amount.
bool is_reference(std::string_view text, Span run) {
  const std::string_view number = text.substr(run.begin, run.end - run.begin);
  if (number.find_first_of(" /()+") != number.npos || is_money(text, run)) return false;
  const std::size_t hyphen = number.find('-');
  if (hyphen == number.npos) return digits_in(number) >= 7;
  return digits_in(number) >= 6 && !is_year(number.substr(0, hyphen));
}

}  // namespace

void review_private(const View& view, Findings& out) {
  const Side& draft = view.draft;
  Finding finding;
  finding.rule = Rule::kPrivate;
  finding.severity = Severity::kFix;
  for (const Word& word : draft.words) {
    if (word.kind == TokenKind::kEmail && !is_for_everybody(draft.of(word))) {
      finding.draft_spans.push_back(word.span);
    }
  }
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
  std::vector<Phrases::Place> names;
  number_of().find(draft, names);
  const std::vector<Span> ours = our_phone().spans(draft);
  for (const Span& run : number_runs(draft.text)) {
    if (in_entity(run)) continue;
    const std::string_view text = draft.of(run);
    const std::size_t digits = digits_in(text);
    const bool phone = digits >= 9 && digits <= 15 && (text[0] == '+' || text[0] == '0');
    const bool long_number = digits >= 12 || is_reference(draft.text, run);
    bool named = false;
    for (const Phrases::Place& place : names) {
      const std::uint32_t behind = draft.words[place.end - 1].span.end;
      named = named || (digits >= 4 && !is_year(text) && run.begin >= behind &&
                        run.begin - behind <= 12 && !is_money(draft.text, run));
    }
    if ((phone || (digits >= 7 && digits <= 12)) && !named && !ours.empty()) continue;
    if (phone || long_number || named) finding.draft_spans.push_back(run);
  }
  if (finding.draft_spans.empty()) return;
  std::sort(finding.draft_spans.begin(), finding.draft_spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  finding.why = "Anyone can read this, and it is theirs.";
  finding.next = "Leave it out, or send it where only they read it.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
