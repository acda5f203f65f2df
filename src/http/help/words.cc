#include "http/help/words.h"

#include <unicode/udat.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace rapport {
namespace {

constexpr std::array<HelpWords, 8> kWords = {{
    {.language = "en",
     .skip = "Skip to the text",
     .search = "Search",
     .search_for = "What do you want to know?",
     .help = "Help",
     .here = "You are here",
     .contents = "On this page",
     .updated = "Last changed",
     .related = "See also",
     .languages = "Languages",
     .more = "More",
     .elsewhere = "on another site",
     .video = "video",
     .deck = "slides",
     .expert = "expert",
     .found = "Found for",
     .nothing_found = "Nothing found for",
     .try_other_words = "Try fewer or other words.",
     .missing = "This page is not here",
     .missing_hint = "It may have moved. Search for what you want to know.",
     .empty = "There is nothing to read here yet.",
     .table = "Table"},
    {.language = "de",
     .skip = "Zum Text",
     .search = "Suchen",
     .search_for = "Was möchten Sie wissen?",
     .help = "Hilfe",
     .here = "Sie sind hier",
     .contents = "Auf dieser Seite",
     .updated = "Zuletzt geändert",
     .related = "Siehe auch",
     .languages = "Sprachen",
     .more = "Weiteres",
     .elsewhere = "auf einer anderen Seite",
     .video = "Video",
     .deck = "Folien",
     .expert = "Fachperson",
     .found = "Gefunden für",
     .nothing_found = "Nichts gefunden für",
     .try_other_words = "Versuchen Sie es mit weniger oder anderen Wörtern.",
     .missing = "Diese Seite gibt es hier nicht",
     .missing_hint = "Vielleicht ist sie umgezogen. Suchen Sie, was Sie wissen möchten.",
     .empty = "Hier gibt es noch nichts zu lesen.",
     .table = "Tabelle"},
    {.language = "fr",
     .skip = "Aller au texte",
     .search = "Rechercher",
     .search_for = "Que souhaitez-vous savoir ?",
     .help = "Aide",
     .here = "Vous êtes ici",
     .contents = "Sur cette page",
     .updated = "Dernière modification",
     .related = "Voir aussi",
     .languages = "Langues",
     .more = "Autres articles",
     .elsewhere = "sur un autre site",
     .video = "vidéo",
     .deck = "diapositives",
     .expert = "spécialiste",
     .found = "Résultats pour",
     .nothing_found = "Aucun résultat pour",
     .try_other_words = "Essayez avec moins de mots, ou d’autres.",
     .missing = "Cette page n’est pas ici",
     .missing_hint = "Elle a peut-être été déplacée. Cherchez ce que vous souhaitez savoir.",
     .empty = "Il n’y a encore rien à lire ici.",
     .table = "Tableau"},
    {.language = "es",
     .skip = "Ir al texto",
     .search = "Buscar",
     .search_for = "¿Qué quiere saber?",
     .help = "Ayuda",
     .here = "Está aquí",
     .contents = "En esta página",
     .updated = "Último cambio",
     .related = "Véase también",
     .languages = "Idiomas",
     .more = "Más",
     .elsewhere = "en otro sitio",
     .video = "vídeo",
     .deck = "diapositivas",
     .expert = "especialista",
     .found = "Resultados de",
     .nothing_found = "No hay nada sobre",
     .try_other_words = "Pruebe con menos palabras o con otras.",
     .missing = "Esta página no está aquí",
     .missing_hint = "Puede que se haya movido. Busque lo que quiere saber.",
     .empty = "Todavía no hay nada que leer aquí.",
     .table = "Tabla"},
    {.language = "it",
     .skip = "Vai al testo",
     .search = "Cerca",
     .search_for = "Che cosa vuole sapere?",
     .help = "Aiuto",
     .here = "Lei è qui",
     .contents = "In questa pagina",
     .updated = "Ultima modifica",
     .related = "Vedi anche",
     .languages = "Lingue",
     .more = "Altro",
     .elsewhere = "su un altro sito",
     .video = "video",
     .deck = "diapositive",
     .expert = "esperto",
     .found = "Risultati per",
     .nothing_found = "Nessun risultato per",
     .try_other_words = "Provi con meno parole, o con altre.",
     .missing = "Questa pagina non è qui",
     .missing_hint = "Forse è stata spostata. Cerchi quello che vuole sapere.",
     .empty = "Qui non c’è ancora niente da leggere.",
     .table = "Tabella"},
    {.language = "pt",
     .skip = "Ir para o texto",
     .search = "Procurar",
     .search_for = "O que quer saber?",
     .help = "Ajuda",
     .here = "Está aqui",
     .contents = "Nesta página",
     .updated = "Última alteração",
     .related = "Ver também",
     .languages = "Idiomas",
     .more = "Mais",
     .elsewhere = "noutro site",
     .video = "vídeo",
     .deck = "diapositivos",
     .expert = "especialista",
     .found = "Resultados para",
     .nothing_found = "Nada encontrado para",
     .try_other_words = "Tente com menos palavras, ou com outras.",
     .missing = "Esta página não está aqui",
     .missing_hint = "Talvez tenha mudado de lugar. Procure o que quer saber.",
     .empty = "Ainda não há nada para ler aqui.",
     .table = "Tabela"},
    {.language = "nl",
     .skip = "Naar de tekst",
     .search = "Zoeken",
     .search_for = "Wat wilt u weten?",
     .help = "Hulp",
     .here = "U bent hier",
     .contents = "Op deze pagina",
     .updated = "Laatst gewijzigd",
     .related = "Zie ook",
     .languages = "Talen",
     .more = "Meer",
     .elsewhere = "op een andere site",
     .video = "video",
     .deck = "dia’s",
     .expert = "deskundige",
     .found = "Gevonden voor",
     .nothing_found = "Niets gevonden voor",
     .try_other_words = "Probeer het met minder of andere woorden.",
     .missing = "Deze pagina is hier niet",
     .missing_hint = "Misschien is ze verplaatst. Zoek wat u wilt weten.",
     .empty = "Hier is nog niets te lezen.",
     .table = "Tabel"},
    {.language = "ar",
     .skip = "انتقل إلى النص",
     .search = "بحث",
     .search_for = "ماذا تريد أن تعرف؟",
     .help = "المساعدة",
     .here = "أنت هنا",
     .contents = "في هذه الصفحة",
     .updated = "آخر تعديل",
     .related = "انظر أيضًا",
     .languages = "اللغات",
     .more = "المزيد",
     .elsewhere = "في موقع آخر",
     .video = "فيديو",
     .deck = "شرائح",
     .expert = "خبير",
     .found = "نتائج البحث عن",
     .nothing_found = "لم يُعثر على شيء عن",
     .try_other_words = "جرّب كلمات أقل أو كلمات أخرى.",
     .missing = "هذه الصفحة ليست هنا",
     .missing_hint = "ربما نُقلت. ابحث عمّا تريد معرفته.",
     .empty = "لا يوجد ما يُقرأ هنا بعد.",
     .table = "جدول"},
}};

std::string locale_of(std::string_view language) {
  std::string tag(language.substr(0, 40));
  std::array<char, 100> locale{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(tag.c_str(), locale.data(), static_cast<int>(locale.size()) - 1, nullptr,
                      &error);
  return U_SUCCESS(error) && locale[0] != 0 ? std::string(locale.data()) : std::string("en");
}

}  // namespace

const HelpWords& help_words(std::string_view language) {
  const auto first = language.substr(0, language.find('-'));
  const auto found = std::ranges::find(kWords, first, &HelpWords::language);
  return found == kWords.end() ? kWords.front() : *found;
}

std::string own_name_of(std::string_view language) {
  const std::string locale = locale_of(language);
  std::array<char, 20> known{};
  UErrorCode unknown = U_ZERO_ERROR;
  uloc_getLanguage(locale.c_str(), known.data(), static_cast<int>(known.size()), &unknown);
  if (U_FAILURE(unknown) || known[0] == 0 || std::string_view(known.data()) == "und") {
    return std::string(language);
  }
  std::array<UChar, 100> name{};
  UErrorCode error = U_ZERO_ERROR;
  const int size = uloc_getDisplayName(locale.c_str(), locale.c_str(), name.data(),
                                       static_cast<int>(name.size()), &error);
  if (U_FAILURE(error) || size <= 0) return std::string(language);
  return to_utf8({name.data(), static_cast<std::size_t>(size)});
}

std::string long_date(Time time, std::string_view language) {
  const std::string locale = locale_of(language == "en" ? "en-GB" : language);
  UErrorCode error = U_ZERO_ERROR;
  constexpr std::u16string_view kUtc = u"UTC";
  UDateFormat* format = udat_open(UDAT_NONE, UDAT_LONG, locale.c_str(), kUtc.data(),
                                  static_cast<int>(kUtc.size()), nullptr, 0, &error);
  if (U_FAILURE(error)) return format_time(time).substr(0, 10);
  std::array<UChar, 100> text{};
  const double milliseconds = static_cast<double>(time.time_since_epoch().count()) / 1000;
  const int size = udat_format(format, milliseconds, text.data(), static_cast<int>(text.size()),
                               nullptr, &error);
  udat_close(format);
  if (U_FAILURE(error) || size <= 0) return format_time(time).substr(0, 10);
  return to_utf8({text.data(), static_cast<std::size_t>(size)});
}

bool is_right_to_left(std::string_view language) {
  return uloc_isRightToLeft(locale_of(language).c_str()) != 0;
}

}  // namespace rapport
