#include <algorithm>
#include <cctype>
#include <string>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/private_signs.h"

namespace rapport::coach {
namespace {

constexpr std::size_t kShortestName = 3;

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// Its pieces of letters: "p.ng-home2" has "p", "ng", "home".
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t end = from;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > from) out.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

// Whoever sits at a desk answers such an address, and not a person of their own.
bool is_role(std::string_view piece) {
  static constexpr std::string_view kRoles[] = {
      "support",     "help",       "hello",         "info",         "contact",       "kontakt",
      "service",     "services",   "care",          "hr",           "jobs",          "careers",
      "press",       "presse",     "prensa",        "sales",        "privacy",       "billing",
      "order",       "orders",     "team",          "hilfe",        "hola",          "contato",
      "contacto",    "ayuda",      "bonjour",       "aide",         "ciao",          "hallo",
      "lost",        "found",      "property",      "luggage",      "reservation",   "reservations",
      "booking",     "bookings",   "customer",      "customers",    "client",        "clients",
      "cliente",     "clientes",   "clienti",       "kunden",       "kundenservice", "office",
      "box",         "desk",       "front",         "reception",    "rezeption",     "accueil",
      "shop",        "store",      "boutique",      "tienda",       "loja",          "negozio",
      "laden",       "admin",      "mail",          "post",         "events",        "event",
      "tickets",     "ticket",     "returns",       "return",       "refunds",       "refund",
      "accounts",    "accounting", "accessibility", "library",      "archive",       "archives",
      "museum",      "gallery",    "theatre",       "school",       "feedback",      "complaints",
      "recruitment", "bewerbung",  "marketing",     "media",        "news",          "newsletter",
      "data",        "protection", "datenschutz",   "dpo",          "security",      "abuse",
      "webmaster",   "postmaster", "noreply",       "reply",        "members",       "membership",
      "volunteers",  "volunteer",  "donations",     "donate",       "enquiries",     "inquiries",
      "queries",     "welcome",    "servicio",      "atencion",     "reservas",      "pedidos",
      "ventas",      "vendas",     "atendimento",   "servizio",     "prenotazioni",  "ordini",
      "assistenza",  "vendite",    "biglietti",     "reclamations", "relations",     "guest",
      "guests",      "repairs",    "repair",        "warranty",     "workshop",      "werkstatt",
      "fundbuero",   "fundbüro",   "bestellung",    "bestellungen", "reklamation",   "parts"};
  return std::find(std::begin(kRoles), std::end(kRoles), piece) != std::end(kRoles);
}

bool is_free_host(std::string_view host) {
  static constexpr std::string_view kHosts[] = {
      "gmail.",    "googlemail.", "hotmail.",    "outlook.", "yahoo.",  "icloud.", "gmx.",
      "web.de",    "proton.",     "protonmail.", "aol.",     "live.",   "mail.",   "free.fr",
      "orange.fr", "libero.it",   "post.",       "inbox.",   "mailbox."};
  return std::any_of(std::begin(kHosts), std::end(kHosts),
                     [host](std::string_view free) { return host.starts_with(free); });
}

// The words of who they show to be. Of a handle, its domain tells of the network, or of nobody:
// "maya.bsky.social", "maya@hachyderm.io", "maya.com".
std::vector<std::string> names_of(const Addressee& author) {
  std::vector<std::string> out;
  const auto add = [&out](std::string_view piece) {
    if (piece.size() >= kShortestName) out.emplace_back(piece);
  };
  const std::string name = fold_case(author.name);
  for (const std::string_view piece : pieces_of(name)) add(piece);
  std::string handle = fold_case(author.handle);
  handle.resize(std::min(handle.find('@'), handle.size()));
  const std::size_t label = handle.rfind('.');
  if (label != handle.npos) handle.resize(label);
  for (const std::string_view piece : pieces_of(handle)) {
    if (piece != "bsky" && piece != "social" && piece != "mastodon") add(piece);
  }
  return out;
}

// "mayalindqvist", "mlindqvist", "lindqvistm": nothing but names and initials, a name among them.
bool made_of_names(std::string_view piece, const std::vector<std::string>& names) {
  constexpr unsigned char kInitials = 1;
  constexpr unsigned char kName = 2;
  std::vector<unsigned char> reached(piece.size() + 1);  // by what, up to that letter
  reached[0] = kInitials;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (reached[i] == 0) continue;
    for (const std::string& name : names) {
      if (piece.substr(i).starts_with(name)) reached[i + name.size()] |= kName;
      if (piece[i] == name.front()) reached[i + 1] |= reached[i];
    }
  }
  return (reached.back() & kName) != 0;
}

// "maya82", but not "photos2026".
bool has_own_figures(std::string_view local) {
  const std::size_t first = local.find_first_of("0123456789");
  if (first == local.npos) return false;
  const std::string_view year = local.substr(first);
  return year.size() != 4 || !year.starts_with("20");
}

// On a free mail host, with a figure or a dot before the "@", or with their name there.
// "archive@club.example" and "lost.property@railway.example" are there for everybody.
bool tells_of_a_person(std::string_view email, const Exchange& exchange) {
  const std::string address = fold_case(email);
  const std::size_t at = std::min(address.find('@'), address.size() - 1);
  const std::string_view local = std::string_view(address).substr(0, at);
  const std::string_view host = std::string_view(address).substr(at + 1);
  const std::vector<std::string_view> pieces = pieces_of(local);
  if (std::any_of(pieces.begin(), pieces.end(), is_role)) return false;
  if (is_free_host(host)) return true;
  if (local.find_first_of("._") != local.npos || has_own_figures(local)) return true;
  const std::vector<std::string> names = names_of(exchange.author);
  return std::any_of(pieces.begin(), pieces.end(),
                     [&names](std::string_view piece) { return made_of_names(piece, names); });
}

// An address of our own stands behind it.
const Phrases& write_to_us() {
  static const Phrases kPhrases = {
      {"en", {"us at|on|via|under", "our e-mail|email|mail|address|inbox is|at"}},
      {"de", {"uns an|unter|via", "unsere|unserer e-mail|mail|adresse", "unsere e-mail-adresse"}},
      {"fr", {"écrivez-nous à", "nous à|sur", "notre mail|e-mail|adresse"}},
      {"es", {"escríbenos|escríbanos a|al", "nuestro correo|email|e-mail"}},
      {"pt", {"escreva-nos|escreve-nos para", "nosso email|e-mail"}},
      {"it", {"scrivici|scriveteci a|all'indirizzo", "nostra mail|e-mail|email"}}};
  return kPhrases;
}

}  // namespace

void find_addresses(const View& view, std::vector<Span>& out) {
  const Side& draft = view.draft;
  for (std::size_t i = 0; i < draft.words.size(); ++i) {
    const Word& word = draft.words[i];
    if (word.kind != TokenKind::kEmail) continue;
    // Of a text that belongs to no exchange, every address may be somebody's.
    if (view.exchange != nullptr) {
      if (they_wrote(view, draft.of(word))) continue;
      const std::size_t first = draft.sentences[word.sentence].first_word;
      const std::size_t before = i - std::min<std::size_t>(i - first, 3);
      if (write_to_us().in_words(draft, before, i)) continue;
      if (!tells_of_a_person(draft.of(word), *view.exchange)) continue;
    }
    out.push_back(word.span);
  }
}

}  // namespace rapport::coach
