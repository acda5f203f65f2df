#include <algorithm>
#include <cctype>

#include "coach/phrases.h"
#include "coach/rules/private_signs.h"

namespace rapport::coach {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// An order, an account or the like has such a code. Names of things have capitals and figures, too,
// and so have vouchers.
const Phrases& code_of() {
  static const Phrases kPhrases = {
      {"en",
       {"order|booking|reservation|account|invoice|claim|ticket",
        "reference|ref|parcel|shipment|tracking|customer",
        "member|membership|contract|meter|passport|policy|registration",
        "licence|license|confirmation|application|plate|yours"}},
      {"de",
       {"bestellung|bestellnummer|vertragskonto|kundenkonto|kundennummer|rechnungsnummer",
        "auftragsnummer|vertragsnummer|sendungsnummer|buchungsnummer|buchungscode|auftrag",
        "vertrag|rechnung|buchung|konto|vorgang|ticket",
        "sendung|paket|kennzeichen|zähler|zählernummer|ausweis"}},
      {"fr", {"commande|dossier|facture|réservation|compte|contrat|billet|colis|immatriculation"}},
      {"es", {"pedido|factura|reserva|cuenta|contrato|expediente|envío|localizador|matrícula"}},
      {"pt", {"encomenda|pedido|fatura|reserva|conta|contrato|processo|envio|matrícula"}},
      {"it", {"ordine|fattura|prenotazione|conto|contratto|pratica|spedizione|targa"}},
  };
  return kPhrases;
}

// "KQ7T2M": capitals and figures in one word.
bool is_code(std::string_view text) {
  if (text.size() < 6 || text.size() > 16) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t turns = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = is_digit(text[i]);
    if (!digit && (text[i] < 'A' || text[i] > 'Z')) return false;
    (digit ? digits : letters) += 1;
    if (i > 0 && digit != is_digit(text[i - 1])) ++turns;
  }
  return letters >= 1 && digits >= 2 && (turns >= 2 || digits >= 5);
}

// Words that may stand between a code and what it is of.
bool links(std::string_view normal) {
  static constexpr std::string_view kWords[] = {
      "is", "was", "no",  "nr", "number", "id", "ref",    "reference", "code",   "n",
      "as", "ist", "est", "es", "è",      "é",  "número", "numero",    "numéro", "nummer"};
  return std::find(std::begin(kWords), std::end(kWords), normal) != std::end(kWords);
}

bool leads_to_any(std::string_view normal) {
  static constexpr std::string_view kWords[] = {"a", "an", "any", "each", "every", "per", "one"};
  return std::find(std::begin(kWords), std::end(kWords), normal) != std::end(kWords);
}

bool is_of_a_register(const Side& draft, std::size_t code) {
  const std::size_t first = draft.sentences[draft.words[code].sentence].first_word;
  for (std::size_t i = code; i > first; --i) {
    const Span between{draft.words[i - 1].span.end, draft.words[i].span.begin};
    if (draft.of(between).find_first_of(",()!") != std::string_view::npos) return false;
    // "One code an order: SAVE20NOW".
    if (code_of().in_words(draft, i - 1, i)) {
      return i < first + 2 || !leads_to_any(draft.words[i - 2].normal);
    }
    if (!links(draft.words[i - 1].normal)) return false;
  }
  return false;
}

}  // namespace

void find_codes(const View& view, std::vector<Span>& out) {
  const Side& draft = view.draft;
  for (std::size_t i = 0; i < draft.words.size(); ++i) {
    const Word& word = draft.words[i];
    if (word.kind == TokenKind::kWord && is_code(draft.of(word)) && is_of_a_register(draft, i) &&
        !they_wrote(view, draft.of(word))) {
      out.push_back(word.span);
    }
  }
}

}  // namespace rapport::coach
