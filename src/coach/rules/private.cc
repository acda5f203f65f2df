#include <algorithm>
#include <cctype>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

// An address that tells of a person: on a free mail host, with a figure, a dot or a hyphen before
// the "@", or with their name. "archive@club.example" is there for everybody.
// Of a text that belongs to no exchange, every address may be somebody's.
bool tells_of_a_person(std::string_view email, const Exchange* exchange) {
  if (exchange == nullptr) return true;
  static constexpr std::string_view kHosts[] = {
      "gmail.",    "googlemail.", "hotmail.",    "outlook.", "yahoo.",  "icloud.", "gmx.",
      "web.de",    "proton.",     "protonmail.", "aol.",     "live.",   "mail.",   "free.fr",
      "orange.fr", "libero.it",   "post.",       "inbox.",   "mailbox."};
  static constexpr std::string_view kRoles[] = {
      "support", "help", "hello",   "info",     "contact", "kontakt", "service", "care",
      "hr",      "jobs", "press",   "sales",    "privacy", "billing", "orders",  "team",
      "hilfe",   "hola", "contato", "contacto", "ayuda",   "bonjour", "aide",    "ciao"};
  const std::string address = fold_case(email);
  const std::size_t at = address.find('@');
  const std::string local = address.substr(0, at);
  const std::string_view host = std::string_view(address).substr(at + 1);
  for (const std::string_view role : kRoles) {
    if (local == role) return false;
  }
  for (const std::string_view free : kHosts) {
    if (host.starts_with(free)) return true;
  }
  if (local.find_first_of("._0123456789") != local.npos) return true;
  const std::string shown =
      fold_case(exchange->author.name) + " " + fold_case(exchange->author.handle);
  for (std::size_t from = 0; from < shown.size();) {
    std::size_t end = from;
    while (end < shown.size() && (std::isalnum(static_cast<unsigned char>(shown[end])) != 0 ||
                                  static_cast<unsigned char>(shown[end]) >= 0x80)) {
      ++end;
    }
    const std::string_view part = std::string_view(shown).substr(from, end - from);
    if (part.size() >= 3 && part != "example" && address.find(part) != address.npos) return true;
    from = end + 1;
  }
  return false;
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
       {"bestellung|bestellnummer|vertragskonto|kundenkonto|kundennummer|rechnungsnummer|"
        "auftragsnummer|vertragsnummer|"
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

// "14 Elm Rise", "31 Mercer Court": where somebody lives.
bool is_street(std::string_view normal) {
  static constexpr std::string_view kStreets[] = {
      "street", "road",  "rd",      "lane",     "row",  "court", "avenue",  "ave",   "close",
      "drive",  "rise",  "terrace", "crescent", "mews", "grove", "gardens", "quay",  "hill",
      "walk",   "place", "square",  "view",     "way",  "park",  "st",      "green", "boulevard"};
  return std::find(std::begin(kStreets), std::end(kStreets), normal) != std::end(kStreets);
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_number(const Side& side, const Word& word) {
  return std::isdigit(static_cast<unsigned char>(side.text[word.span.begin])) != 0;
}

const Phrases& our_place() {
  static const Phrases kPhrases = {
      {"en",
       {"our|we|we're|us|shop|store|branch|office|cafe|café|museum|library|open|opens|come|bring|"
        "visit|find|entrance|station|stop|desk"}}};
  return kPhrases;
}

// A house number, one or two names with capitals, the last of them a street. Where we are, or what
// they wrote themselves, is no secret.
void find_streets(const View& view, std::vector<Span>& out) {
  const Side& draft = view.draft;
  for (std::size_t i = 0; i + 2 < draft.words.size(); ++i) {
    const Word& number = draft.words[i];
    if (!is_number(draft, number) || number.span.end - number.span.begin > 4) continue;
    for (std::size_t last = i + 2; last < std::min(i + 4, draft.words.size()); ++last) {
      const Word& street = draft.words[last];
      if (!is_capital(draft.text[draft.words[last - 1].span.begin])) break;
      if (!is_capital(draft.text[street.span.begin]) || !is_street(street.normal)) continue;
      const Span span{number.span.begin, street.span.end};
      if (our_place().in_sentence(draft, street.sentence) ||
          view.post.text.find(draft.of(Span{draft.words[i + 1].span.begin, street.span.end})) !=
              std::string_view::npos) {
        break;
      }
      out.push_back(span);
      break;
    }
  }
}

// "KQ7T2M": capitals and figures in one word, as only a register gives them. Names of products have
// few of them ("K1"), or a figure at the end alone ("WH1000").
bool is_code(std::string_view text) {
  if (text.size() < 6 || text.size() > 16) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t turns = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = std::isdigit(static_cast<unsigned char>(text[i])) != 0;
    if (!digit && !is_capital(text[i])) return false;
    (digit ? digits : letters) += 1;
    if (i > 0 && digit != (std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0)) ++turns;
  }
  return letters >= 1 && digits >= 2 && (turns >= 2 || digits >= 5);
}

const Phrases& birth() {
  static const Phrases kPhrases = {
      {"en", {"birthday|born|birth|dob .. 0*|00*|000*"}},
      {"de", {"geboren|geburtstag|geburtsdatum .. 0*|00*"}},
      {"fr", {"né|née|naissance .. 0*|00*"}},
      {"es", {"nacid*|nacimiento .. 0*|00*"}},
      {"pt", {"nascid*|nascimento .. 0*|00*"}},
      {"it", {"nat*|nascita .. 0*|00*"}},
  };
  return kPhrases;
}

const Phrases& where_they_stay() {
  static const Phrases kPhrases = {
      {"en", {"you're|you are|were|your in|room 000", "your room|flat|apartment|seat 00*|0*|000"}}};
  return kPhrases;
}

}  // namespace

void review_private(const View& view, Findings& out) {
  const Side& draft = view.draft;
  Finding finding;
  finding.rule = Rule::kPrivate;
  finding.severity = Severity::kFix;
  for (const Word& word : draft.words) {
    if (word.kind == TokenKind::kEmail && tells_of_a_person(draft.of(word), view.exchange)) {
      finding.draft_spans.push_back(word.span);
    }
  }
  find_streets(view, finding.draft_spans);
  for (const Word& word : draft.words) {
    if (word.kind == TokenKind::kWord && is_code(draft.of(word)) &&
        view.post.text.find(draft.of(word)) == std::string_view::npos) {
      finding.draft_spans.push_back(word.span);
    }
  }
  for (const Phrases* phrases : {&birth(), &where_they_stay()}) {
    for (const Span& span : phrases->spans(draft)) finding.draft_spans.push_back(span);
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
  std::uint32_t behind = 0;
  std::erase_if(finding.draft_spans, [&behind](const Span& span) {
    if (span.begin < behind) return true;
    behind = span.end;
    return false;
  });
  finding.why = "Anyone can read this, and it is theirs.";
  finding.next = "Leave it out, or send it where only they read it.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
