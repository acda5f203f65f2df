#include "app/generate/phrases.h"

namespace rapport::generate {
namespace {

using Lines = std::string_view[];

namespace en {
constexpr Lines kOpeners = {
    "My {thing} arrived {when} and {trouble}. Order {number}, what now?",
    "Does anyone know whether the {thing} comes in a smaller size?",
    "Honestly the best {thing} I have owned. Carried it all over {place}.",
    "Third time this year that {trouble}. I would like a refund for the {thing}.",
    "When does the shop in {place} open again? I need a {thing} before the weekend.",
    "Thinking about the {thing} for my sister. Is it warm enough for winter in {place}?",
    "Waiting for order {number} since {when}. Nobody answers the phone.",
    "Small thank you to the person at the counter in {place} who repaired my {thing} {when}.",
    "Why is delivery to {place} so expensive? The {thing} costs less than the parcel.",
    "The colour of the {thing} is lovely, but {trouble}."};
constexpr Lines kFollowUps = {"Same here, {trouble} after two weeks.",
                              "Thank you, that helped a lot.",
                              "I wrote to you {when} and never heard back, {name}.",
                              "Mine is fine, maybe you were unlucky with this {thing}.",
                              "It is order {number}, I can send pictures.",
                              "Following, because I have the same question.",
                              "We bought ours in {place}, no trouble so far.",
                              "Any news? It has been a while."};
constexpr Lines kAnswers = {
    "Hi {name}, sorry that {trouble}. Could you tell us the order number, so that we find your "
    "{thing}?",
    "Hello {name}, a new {thing} left our workshop {when}. It should reach {place} soon.",
    "That makes us happy to read, {name}. Enjoy your {thing}.",
    "{name}, you are right, that took too long. We refunded {number} {when}.",
    "We are open until six in {place}, {name}. Shall we keep a {thing} for you?",
    "Thank you for the hint, {name}. We passed it on to the people who make the {thing}."};
constexpr Lines kThings = {"backpack", "rain jacket", "lamp",         "kettle",
                           "notebook", "bicycle bag", "scarf",        "travel mug",
                           "tent",     "blanket",     "pocket knife", "headphones"};
constexpr Lines kTroubles = {"the zip broke",
                             "the strap is torn",
                             "a screw was missing",
                             "it smells of glue",
                             "the battery is empty after an hour",
                             "the wrong colour was in the box",
                             "the lid leaks",
                             "the seam came apart"};
constexpr Lines kTimes = {"yesterday", "last week", "on Monday", "this morning", "ten days ago"};
}  // namespace en

namespace de {
constexpr Lines kOpeners = {
    "Mein {thing} kam {when} an und {trouble}. Bestellung {number}, was nun?",
    "Weiß jemand, ob es den {thing} auch kleiner gibt?",
    "Ganz ehrlich, der beste {thing}, den ich je hatte. War damit in {place}.",
    "Schon wieder: {trouble}. Ich hätte gern mein Geld zurück.",
    "Wann macht der Laden in {place} wieder auf? Ich brauche einen {thing}.",
    "Seit {when} warte ich auf {number}. Niemand geht ans Telefon.",
    "Danke an die nette Person in {place}, die meinen {thing} repariert hat.",
    "Warum kostet der Versand nach {place} so viel?"};
constexpr Lines kFollowUps = {"Bei mir auch, {trouble} nach zwei Wochen.",
                              "Danke, das hat geholfen.",
                              "Ich habe {when} geschrieben und nichts gehört, {name}.",
                              "Meiner hält bis heute, vielleicht hattest du Pech.",
                              "Es geht um {number}, ich kann Bilder schicken.",
                              "Gibt es etwas Neues?"};
constexpr Lines kAnswers = {
    "Hallo {name}, das tut uns leid. Magst du uns die Bestellnummer sagen?",
    "Hallo {name}, ein neuer {thing} ist {when} losgegangen.",
    "Das freut uns sehr, {name}. Viel Spaß mit dem {thing}.",
    "Du hast recht, {name}, das hat zu lange gedauert. {number} ist erstattet.",
    "In {place} haben wir bis achtzehn Uhr offen, {name}."};
constexpr Lines kThings = {"Rucksack", "Regenmantel", "Wasserkocher", "Schal",
                           "Becher",   "Schlafsack",  "Kopfhörer",    "Teppich"};
constexpr Lines kTroubles = {"der Reißverschluss klemmt", "die Naht ist offen",
                             "eine Schraube fehlte",      "die Farbe stimmt nicht",
                             "der Deckel ist undicht",    "der Akku ist sofort leer"};
constexpr Lines kTimes = {"gestern", "letzte Woche", "am Montag", "heute früh", "vor zehn Tagen"};
}  // namespace de

namespace es {
constexpr Lines kOpeners = {"Mi {thing} llegó {when} y {trouble}. Pedido {number}, ¿qué hago?",
                            "¿Alguien sabe si la {thing} existe en otra talla?",
                            "La mejor {thing} que he tenido, la llevé por todo {place}.",
                            "Otra vez {trouble}. Quiero que me devuelvan el dinero.",
                            "¿Cuándo abre la tienda de {place}? Necesito una {thing}.",
                            "Espero el pedido {number} desde {when} y nadie contesta.",
                            "Gracias a quien me arregló la {thing} en {place}."};
constexpr Lines kFollowUps = {
    "A mí también, {trouble} a las dos semanas.", "Gracias, me ha servido mucho.",
    "Os escribí {when} y nada, {name}.",          "La mía va perfecta.",
    "Es el {number}, puedo mandar fotos.",        "¿Hay novedades?"};
constexpr Lines kAnswers = {"Hola {name}, lo sentimos. ¿Nos dices el número de pedido?",
                            "Hola {name}, una {thing} nueva salió {when}.",
                            "Qué alegría leerte, {name}.",
                            "Tienes razón, {name}, tardamos demasiado. {number} ya está devuelto.",
                            "En {place} abrimos hasta las seis, {name}."};
constexpr Lines kThings = {"mochila", "chaqueta", "lámpara", "tetera",
                           "manta",   "bufanda",  "taza",    "tienda de campaña"};
constexpr Lines kTroubles = {"la cremallera se rompió", "falta un tornillo", "la tapa gotea",
                             "el color no es el mismo", "la batería no dura nada"};
constexpr Lines kTimes = {"ayer", "la semana pasada", "el lunes", "esta mañana", "hace diez días"};
}  // namespace es

namespace fr {
constexpr Lines kOpeners = {
    "Ma {thing} est arrivée {when} et {trouble}. Commande {number}, que faire ?",
    "Quelqu'un sait si la {thing} existe en plus petit ?",
    "La meilleure {thing} que j'aie eue, emmenée partout à {place}.",
    "Encore une fois {trouble}. Je voudrais être remboursé.",
    "Quand rouvre la boutique de {place} ? Il me faut une {thing}.",
    "J'attends la commande {number} depuis {when}, personne ne répond.",
    "Merci à la personne de {place} qui a réparé ma {thing}."};
constexpr Lines kFollowUps = {
    "Pareil ici, {trouble} au bout de deux semaines.", "Merci, cela m'a bien aidé.",
    "Je vous ai écrit {when}, sans réponse, {name}.",  "La mienne va très bien.",
    "C'est la {number}, je peux envoyer des photos.",  "Du nouveau ?"};
constexpr Lines kAnswers = {"Bonjour {name}, nous sommes désolés. Quel est le numéro de commande ?",
                            "Bonjour {name}, une nouvelle {thing} est partie {when}.",
                            "Cela nous fait très plaisir, {name}.",
                            "Vous avez raison, {name}, c'était trop long. {number} est remboursée.",
                            "À {place} nous sommes ouverts jusqu'à dix-huit heures, {name}."};
constexpr Lines kThings = {"valise",     "veste",   "lampe", "bouilloire",
                           "couverture", "écharpe", "tasse", "tente"};
constexpr Lines kTroubles = {"la fermeture est cassée", "il manque une vis", "le couvercle fuit",
                             "la couleur ne va pas", "la couture a lâché"};
constexpr Lines kTimes = {"hier", "la semaine dernière", "lundi", "ce matin", "il y a dix jours"};
}  // namespace fr

namespace pt {
constexpr Lines kOpeners = {"A minha {thing} chegou {when} e {trouble}. Pedido {number}, e agora?",
                            "Alguém sabe se a {thing} existe noutro tamanho?",
                            "A melhor {thing} que já tive, andou comigo por {place}.",
                            "Outra vez {trouble}. Quero o dinheiro de volta.",
                            "Quando abre a loja de {place}? Preciso de uma {thing}.",
                            "Espero o pedido {number} desde {when} e ninguém responde."};
constexpr Lines kFollowUps = {"Comigo também, {trouble} em duas semanas.",
                              "Obrigada, ajudou muito.",
                              "Escrevi {when} e nada, {name}.",
                              "A minha está ótima.",
                              "É o {number}, posso mandar fotografias.",
                              "Há novidades?"};
constexpr Lines kAnswers = {"Olá {name}, lamentamos muito. Qual é o número do pedido?",
                            "Olá {name}, uma nova {thing} saiu {when}.",
                            "Que bom ler isto, {name}.",
                            "Tem razão, {name}, demorou demais. {number} foi devolvido."};
constexpr Lines kThings = {"mala", "jaqueta", "luminária", "chaleira", "coberta", "caneca"};
constexpr Lines kTroubles = {"o fecho partiu", "falta um parafuso", "a tampa verte",
                             "a cor está errada"};
constexpr Lines kTimes = {"ontem", "na semana passada", "na segunda", "hoje cedo"};
}  // namespace pt

namespace it {
constexpr Lines kOpeners = {
    "Il mio {thing} è arrivato {when} e {trouble}. Ordine {number}, che faccio?",
    "Qualcuno sa se lo {thing} esiste più piccolo?",
    "Il miglior {thing} che abbia mai avuto, portato in giro per {place}.",
    "Di nuovo {trouble}. Vorrei un rimborso.",
    "Quando riapre il negozio di {place}? Mi serve uno {thing}.",
    "Aspetto l'ordine {number} da {when} e nessuno risponde."};
constexpr Lines kFollowUps = {"Anche a me, {trouble} dopo due settimane.",
                              "Grazie, mi è servito molto.",
                              "Vi ho scritto {when}, {name}.",
                              "Il mio va benissimo.",
                              "È il {number}, posso mandare foto.",
                              "Ci sono novità?"};
constexpr Lines kAnswers = {"Ciao {name}, ci dispiace. Qual è il numero d'ordine?",
                            "Ciao {name}, un nuovo {thing} è partito {when}.",
                            "Che bello leggerlo, {name}.",
                            "Hai ragione, {name}, ci è voluto troppo. {number} è rimborsato."};
constexpr Lines kThings = {"zaino", "impermeabile", "bollitore", "plaid", "coltellino", "ombrello"};
constexpr Lines kTroubles = {"la cerniera è rotta", "manca una vite", "il coperchio perde",
                             "il colore è sbagliato"};
constexpr Lines kTimes = {"ieri", "la settimana scorsa", "lunedì", "stamattina"};
}  // namespace it

namespace nl {
constexpr Lines kOpeners = {
    "Mijn {thing} kwam {when} aan en {trouble}. Bestelling {number}, wat nu?",
    "Weet iemand of de {thing} ook kleiner bestaat?",
    "De beste {thing} die ik ooit had, overal in {place} meegenomen.",
    "Alweer: {trouble}. Ik wil mijn geld terug.", "Wanneer gaat de winkel in {place} weer open?"};
constexpr Lines kFollowUps = {"Hier ook, {trouble} na twee weken.", "Bedankt, dat hielp.",
                              "Ik schreef {when} en hoorde niets, {name}.",
                              "Het gaat om {number}, ik kan foto's sturen."};
constexpr Lines kAnswers = {"Hoi {name}, dat spijt ons. Wat is het bestelnummer?",
                            "Hoi {name}, een nieuwe {thing} vertrok {when}.",
                            "Wat fijn om te lezen, {name}."};
constexpr Lines kThings = {"rugzak", "regenjas", "waterkoker", "deken", "fietstas"};
constexpr Lines kTroubles = {"de rits is stuk", "er ontbrak een schroef", "het deksel lekt"};
constexpr Lines kTimes = {"gisteren", "vorige week", "maandag", "vanochtend"};
}  // namespace nl

namespace tr {
constexpr Lines kOpeners = {"{thing} {when} geldi ama {trouble}. Sipariş {number}, ne yapayım?",
                            "{thing} daha küçük bedende var mı?",
                            "Şimdiye kadarki en iyi {thing}, {place} boyunca taşıdım.",
                            "Yine {trouble}. Paramı geri istiyorum.",
                            "{place} mağazası ne zaman açılıyor?"};
constexpr Lines kFollowUps = {"Bende de aynı, {trouble}.", "Teşekkürler, çok yardımcı oldu.",
                              "{when} yazdım, cevap gelmedi {name}.", "Bir gelişme var mı?"};
constexpr Lines kAnswers = {"Merhaba {name}, çok üzgünüz. Sipariş numarasını yazar mısınız?",
                            "Merhaba {name}, yeni {thing} {when} yola çıktı.",
                            "Bunu okumak ne güzel, {name}."};
constexpr Lines kThings = {"çanta", "yağmurluk", "çaydanlık", "battaniye", "kulaklık"};
constexpr Lines kTroubles = {"fermuar bozuldu", "vida eksikti", "kapak sızdırıyor"};
constexpr Lines kTimes = {"dün", "geçen hafta", "pazartesi", "bu sabah"};
}  // namespace tr

namespace ja {
constexpr Lines kOpeners = {
    "{when} 届いた {thing} ですが {trouble}。注文 {number} です、どうすればいいですか。",
    "{thing} の 小さい サイズ は ありますか。",
    "この {thing} 最高です。{place} まで 持って 行きました。",
    "また {trouble}。返金 を お願いします。", "{place} の お店 は いつ 開きますか。"};
constexpr Lines kFollowUps = {"うちも 同じです、{trouble}。",
                              "ありがとうございます、助かりました。",
                              "{when} 連絡しました が 返事 が ありません。", "その後 どうですか。"};
constexpr Lines kAnswers = {"{name} さん、申し訳ありません。注文番号 を 教えて いただけますか。",
                            "{name} さん、新しい {thing} を {when} 送りました。",
                            "{name} さん、うれしい お言葉 を ありがとうございます。"};
constexpr Lines kThings = {"リュック", "レインコート", "やかん", "毛布", "水筒", "ランプ"};
constexpr Lines kTroubles = {"ファスナー が 壊れました", "ねじ が 足りません", "ふた から 漏れます",
                             "色 が 違います"};
constexpr Lines kTimes = {"昨日", "先週", "月曜日", "今朝"};
}  // namespace ja

namespace ar {
constexpr Lines kOpeners = {"وصلت {thing} {when} لكن {trouble}. رقم الطلب {number}، ماذا أفعل؟",
                            "هل توجد {thing} بمقاس أصغر؟",
                            "أفضل {thing} اشتريتها، حملتها في كل {place}.",
                            "مرة أخرى {trouble}. أريد استرجاع المبلغ.", "متى يفتح متجر {place}؟"};
constexpr Lines kFollowUps = {"عندي نفس المشكلة، {trouble}.", "شكرا، هذا ساعدني كثيرا.",
                              "كتبت لكم {when} ولم يصل رد.", "هل من جديد؟"};
constexpr Lines kAnswers = {"مرحبا {name}، نعتذر لك. ما رقم الطلب؟",
                            "مرحبا {name}، خرجت {thing} جديدة {when}.",
                            "يسعدنا أن نقرأ هذا يا {name}."};
constexpr Lines kThings = {"حقيبة", "سترة", "غلاية", "بطانية", "مظلة"};
constexpr Lines kTroubles = {"السحاب مكسور", "ينقصها برغي", "اللون مختلف"};
constexpr Lines kTimes = {"أمس", "الأسبوع الماضي", "يوم الاثنين", "هذا الصباح"};
}  // namespace ar

namespace hi {
constexpr Lines kOpeners = {"मेरा {thing} {when} आया और {trouble}। ऑर्डर {number}, अब क्या करूँ?",
                            "क्या {thing} छोटे आकार में मिलता है?",
                            "सबसे अच्छा {thing}, पूरे {place} में साथ रहा।",
                            "फिर से {trouble}। मुझे पैसे वापस चाहिए।", "{place} की दुकान कब खुलेगी?"};
constexpr Lines kFollowUps = {"मेरे साथ भी, {trouble}।", "धन्यवाद, बहुत मदद मिली।",
                              "मैंने {when} लिखा था, जवाब नहीं आया।", "कुछ नया पता चला?"};
constexpr Lines kAnswers = {"नमस्ते {name}, हमें खेद है। ऑर्डर नंबर बताइए?",
                            "नमस्ते {name}, नया {thing} {when} निकल गया।",
                            "यह पढ़कर अच्छा लगा, {name}।"};
constexpr Lines kThings = {"थैला", "छाता", "कंबल", "दीपक", "बोतल"};
constexpr Lines kTroubles = {"चेन टूट गई", "पेंच गायब था", "रंग गलत है"};
constexpr Lines kTimes = {"कल", "पिछले हफ़्ते", "सोमवार को", "आज सुबह"};
}  // namespace hi

#define RAPPORT_LANGUAGE(code, weight)                                              \
  {                                                                                 \
    #code, weight, code::kOpeners, code::kFollowUps, code::kAnswers, code::kThings, \
        code::kTroubles, code::kTimes                                               \
  }

constexpr Language kLanguages[] = {
    RAPPORT_LANGUAGE(en, 420), RAPPORT_LANGUAGE(de, 130), RAPPORT_LANGUAGE(es, 110),
    RAPPORT_LANGUAGE(fr, 90),  RAPPORT_LANGUAGE(pt, 70),  RAPPORT_LANGUAGE(it, 50),
    RAPPORT_LANGUAGE(ja, 40),  RAPPORT_LANGUAGE(nl, 30),  RAPPORT_LANGUAGE(tr, 25),
    RAPPORT_LANGUAGE(ar, 20),  RAPPORT_LANGUAGE(hi, 15)};

}  // namespace

std::span<const Language> languages() { return kLanguages; }

}  // namespace rapport::generate
