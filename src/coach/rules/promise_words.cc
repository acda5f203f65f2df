#include "coach/rules/promise_words.h"

namespace rapport::coach {

const Phrases& refunds() {
  static const Phrases kPhrases = {
      {"en",
       {"we|i|we'll|i'll refund", "we'll|i'll|will .. refund",
        "we|i will|shall|gladly|happily|also|now|simply|can .. refund", "full refund", "refund you",
        "you'll get|receive|have a refund", "get|start|starting your|the refund",
        "we'll|i'll start the refund", "money|payment .. sending back",
        "we're|i'm|is|team sending it back", "we'll|i'll|will compensate|reimburse|credit",
        "pay you|it .. back", "refund the|your|it", "compensation of",
        "take .. off the|your bill|price|order|fee",
        "we'll|i'll|will replace|repair|mend|exchange .. free"}},
      {"de",
       {"erstatten|erstattet .. betrag|geld|preis|voll*",
        "bekommen|bekommst|erhalten|erhältst .. geld zurück"}},
      {"fr", {"rembourserons|rembourserai", "allons|vais .. rembourser", "vous rembours*"}},
      {"es", {"te|le|os devolveremos|devolvemos|reembolsaremos|reembolsamos"}},
      {"pt", {"vamos devolver|reembolsar", "devolvemos|reembolsamos"}},
      {"it", {"rimborseremo|rimborsiamo"}},
  };
  return kPhrases;
}

const Phrases& promised_days() {
  static const Phrases kPhrases = {
      {"en",
       {"will|it'll|you'll|we'll .. by|on monday|tuesday|wednesday|thursday",
        "will|it'll|you'll|we'll .. by|on friday|saturday|sunday|tomorrow",
        "arrives|arrive|comes .. on|by|with .. monday|tuesday|wednesday|thursday|friday",
        "leaves|ships|delivered .. on|by|with .. monday|tuesday|wednesday|thursday|friday",
        "arrives|arrive|comes .. on|by|with .. saturday|sunday|tomorrow|today's",
        "leaves|ships|delivered .. on|by|with .. saturday|sunday|tomorrow|today's",
        "we'll|you'll|it'll .. within 0*|00*|two|three day|days|hour|hours|week|weeks",
        "we'll|you'll|it'll .. within five|ten|a|an day|days|hour|hours|week|weeks",
        "they'll|will .. within 0*|00*|two|three day|days|hour|hours|week|weeks",
        "they'll|will .. within five|ten|a|an day|days|hour|hours|week|weeks",
        "get|arrives|arrive|back .. within 0*|00*|two|three day|days|hour|hours|week|weeks",
        "get|arrives|arrive|back .. within five|ten|a|an day|days|hour|hours|week|weeks",
        "will leave|arrive|ship|come|be tomorrow|today",
        "leaves|arrives|ships tomorrow|today",
        "should be fixed|repaired|mended|done|ready by|on monday|tuesday|wednesday|thursday",
        "should be back|solved|sorted|delivered by|on monday|tuesday|wednesday|thursday",
        "should be fixed|repaired|mended|done|ready by|on friday|saturday|sunday|tomorrow",
        "should be back|solved|sorted|delivered by|on friday|saturday|sunday|tomorrow",
        "booked for tomorrow|monday|tuesday|wednesday|thursday|friday",
        "refund|back you today|tomorrow"}},
      {"de",
       {"wird|kommt|ist .. bis|am|morgen montag|dienstag|mittwoch|donnerstag",
        "wird|kommt|ist .. bis|am|morgen freitag|samstag|sonntag|da",
        "garantiert|spätestens bis|am"}},
      {"fr", {"arrivera|arrive|sera|aurez .. lundi|mardi|mercredi|jeudi|vendredi|samedi|demain"}},
      {"es", {"llegará|llega .. lunes|martes|miércoles|jueves|viernes|sábado|mañana"}},
      {"pt", {"chegará|chega .. segunda|terça|quarta|quinta|sexta|sábado|amanhã"}},
      {"it", {"arriverà|arriva .. lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domani"}},
  };
  return kPhrases;
}

const Phrases& guarantees() {
  static const Phrases kPhrases = {
      {"en",
       {"guarantee*", "i|we promise", "that's|is a promise",
        "definitely arrive|arrives|come|comes|get|have|work|works|ship|ships|be|safe",
        "000% safe|sure|certain|guaranteed", "trust us", "never happen again", "without fail",
        "you have my|our word", "always work|works"}},
      {"de",
       {"garantier*", "versprochen", "verspreche|versprechen", "nie wieder vorkommen|passieren"}},
      {"fr", {"garanti*", "je vous|nous promets|promettons", "plus jamais", "c'est promis"}},
      {"es", {"garantiza*|garantía", "te|le prometo|prometemos", "nunca más"}},
      {"pt", {"garantimos|garanto|garantia", "prometo|prometemos", "nunca mais", "sem falta"}},
      {"it", {"garantiamo|garantito|garanzia", "promettiamo|prometto|promesso", "mai più"}},
  };
  return kPhrases;
}

const Phrases& still_to_come() {
  static const Phrases kPhrases = {
      {"en",
       {"will|you'll|we'll|i'll|it'll|they'll|he'll|she'll|there'll",
        "that'll|gets|lands|reopens|arrives|returns|ships|resumes", "you|it|they get|receive|have",
        "is|are|be coming|going|due|out|back|there|here|with|done", "comes|come back|on|in|out|by",
        "out|back|yours|ready by|on|in|from|within"}},
      {"de", {"wird|werden|werdet|wirst|kommt|kommen|bekommst|bekommen|erhalten|hast|haben"}},
      {"fr", {"sera|serez|seront|sort|arrive|aurez|recevrez|allez|allons"}},
      {"es", {"será|serán|devolvemos|devolveremos|sale|llega|tendrás|tendréis|recibirás|vamos"}},
      {"pt", {"será|sai|chega|terá|receberá|vamos|volta"}},
      {"it", {"sarà|esce|arriva|avrai|avrà|riceverai|riceverà|hai|torna"}},
  };
  return kPhrases;
}

const Phrases& diary_days() {
  static const Phrases kPhrases = {
      {"en",
       {"by|on|from|until|before|next|this|and monday|tuesday|wednesday|thursday",
        "by|on|from|until|before|next|this|and friday|saturday|sunday", "tomorrow",
        "next week|month", "before christmas|easter|noon|midday",
        "by noon|midday|midnight|today|0*|00*|lunchtime|evening|christmas|easter",
        "within 0*|00*|two|three|four|five|six|seven|ten|a|an|the",
        "in 0|00 days|hours|minutes|weeks",
        "in|by january|february|march|april|june|july|august|september|october|november|december",
        "0|00|0rd|0th|0st|0nd|00th|00st|00nd|00rd january|february|march|april|may|june",
        "0|00|0rd|0th|0st|0nd|00th|00st|00nd|00rd july|august|september",
        "0|00|0rd|0th|0st|0nd|00th|00st|00nd|00rd october|november|december",
        "0rd|0th|0st|0nd|00th|00st|00nd|00rd of *", "by|before the end of",
        "january|february|march|april|june|july 0|00|0th|00th|0st|00st|0rd|00rd|0nd|00nd",
        "august|september|october 0|00|0th|00th|0st|00st|0rd|00rd|0nd|00nd",
        "november|december 0|00|0th|00th|0st|00st|0rd|00rd|0nd|00nd"}},
      {"de",
       {"nächsten|am|bis|ab|spätestens montag|dienstag|mittwoch|donnerstag|freitag",
        "nächsten|am|bis|ab|spätestens samstag|sonntag|morgen|heute",
        "innerhalb|binnen 0*|00*|von"}},
      {"fr", {"sous|d'ici 0*|00*|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain", "demain"}},
      {"es",
       {"hoy mismo", "antes del|de lunes|martes|miércoles|jueves|viernes|sábado", "día 0*|00*"}},
      {"pt", {"hoje mesmo", "dia 0*|00*", "até segunda|terça|quarta|quinta|sexta|sábado|amanhã"}},
      {"it", {"domani|domattina|stasera", "entro 0*|00*|lunedì|martedì|mercoledì|giovedì|venerdì"}},
  };
  return kPhrases;
}

const Phrases& only_tells() {
  static const Phrases kPhrases = {
      {"en",
       {"i'll|we'll|will|to write|tell|say|post|update|answer",
        "i'll|we'll|will|to ask|reply|know|report|let|check",
        "i'll|we'll|will|to look|call|ring|find|see|try|keep|hear|read|pass|show|explain",
        "word|news|answer|more .. by|on|tomorrow|tonight",
        "an|another|next update .. by|on|tomorrow|tonight",
        "write|say|tell|post|answer here",
        "get|gets|getting back to",
        "back from|with",
        "be in touch",
        "open|opens|opening|closed|closes|close|runs|cancelled|since|always|usually",
        "every|each day|week|month|year|morning|evening|night",
        "every|each monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "still on",
        "until|till",
        "here by|on|at",
        "could|might|if|when|unless|can|probably|looks|planned|plan|aim|aiming|try|trying",
        "you|we|it|they|he|she|one|that|this|which may",
        "able to",
        "have|has|need to",
        "you're welcome",
        "expire*|valid|hurry|deadline|apply|bring|bloom|blooms|flower|ripen",
        "come by|on|in|along|over|round|and|to",
        "you'll|you find|see|meet us|me|it|them|him|her",
        "we'll|i'll|we|he'll|she'll|they'll be at|in",
        "go|goes back",
        "he|she|we|i is|are|am back",
        "he's|she's|we're|i'm .. back"}},
      {"de",
       {"offen|geöffnet|geschlossen|melde|melden|schreibe|schreiben|sage|sagen",
        "wissen|frage|fragen|falls|wenn|kannst|könnt|können",
        "haben|habe|hat .. überwiesen|geschickt|gesendet|verschickt|erstattet|gebucht"}},
      {"fr",
       {"si|pouvez|peux|reviens|écris|dirai|dirons",
        "saurons|ouvert*|ouvre|ouvrons|fermé*|ferme|fermons"}},
      {"es",
       {"si|puedes|puede|escribo|aviso|digo|diremos|abre|abrimos|abiert*|cierra|cerramos|cerrad*"}},
      {"pt",
       {"se|pode|podes|escrevo|aviso|digo|diremos|abre|abrimos|abert*|fecha|fechamos|fechad*"}},
      {"it",
       {"se|puoi|può|potete|scrivo|avviso|dico",
        "diremo|apre|apriamo|apert*|chiude|chiudiamo|chius*"}},
  };
  return kPhrases;
}

const Phrases& their_money() {
  static const Phrases kPhrases = {
      {"en",
       {"refund*|reimburs*|compensat*|money|deposit|payment|charges|euros|pounds|dollars",
        "fee|fees|quid|fare|months|credit*|penny|pennies|cents"}},
      {"de", {"geld|betrag|euro|gutschrift|erstatt*|zurück"}},
      {"fr", {"rembours*|argent|euros|somme|dédommag*"}},
      {"es", {"dinero|euros|reembols*|devol*|importe|devuelt*"}},
      {"pt", {"dinheiro|euros|reembols*|devol*|valor|reais"}},
      {"it", {"soldi|euro|rimbors*|denaro|importo"}},
  };
  return kPhrases;
}

const Phrases& given_back() {
  static const Phrases kPhrases = {
      {"en",
       {"you'll|will .. get|have|receive|paid|refunded|credited|compensated|reimbursed",
        "be|is|are paid|refunded|credited|compensated|reimbursed",
        "we|we'll|i'll|will .. credit|compensate|reimburse",
        "get|have|receive|see|yours|comes|come|coming .. back"}},
      {"de",
       {"bekommst|bekommen|erhalten|erhältst|hast|haben|erstatten|überweisen .. zurück|geld"}},
      {"fr", {"serez|sera|allez|allons .. rembours*", "rembours* .. sous|demain"}},
      {"es", {"te|os|le|los|las devolvemos|devolveremos|reembolsamos|abonamos"}},
      {"pt", {"será|serão|vamos|te|lhe|receberá .. devolvid*|reembolsad*|devolver|reembolsar"}},
      {"it", {"ti|vi|le|la rimborsiamo|rimborseremo", "sarà|sarai|verrà .. rimborsat*"}},
  };
  return kPhrases;
}

const Phrases& over_or_open() {
  static const Phrases kPhrases = {
      {"en",
       {"went|gone|was|were|asked|whether|could|might|sent",
        "started|has|i've|we've|because|message|dm|support", "get back to", "have|need to",
        "we|i come back to", "come|comes back to us"}},
      {"de",
       {"wurde|wurden|war|ob|kann|können|könnte|falls|wenn",
        "haben|habe .. überwiesen|erstattet|gebucht"}},
      {"fr", {"a|ont|avez|si|pouvez|peut"}},
      {"es", {"ha|han|hemos|si|puede|puedes"}},
      {"pt", {"foi|foram|se|pode"}},
      {"it", {"è|stato|stata|abbiamo|se|può"}},
  };
  return kPhrases;
}

const Phrases& not_promised() {
  static const Phrases kPhrases = {
      {"en",
       {"can't|cannot|won't|couldn't|can't promise|guarantee", "rather not", "not promise",
        "no guarantee", "not|unable|never .. guarantee*|promise*", "guarantee voucher|card|period",
        "likely", "would definitely", "usually|mostly", "expect|expected|hope"}},
      {"de", {"nicht versprechen|garantieren", "voraussichtlich|meist|hoffe|hoffen"}},
      {"fr", {"ne .. pas .. promettre|garantir"}},
      {"es", {"no .. prometer|garantizar"}},
      {"pt", {"não .. prometer|garantir"}},
      {"it", {"non .. promettere|garantire"}},
  };
  return kPhrases;
}

const Phrases& weekdays() {
  static const Phrases kPhrases = {
      {"en",
       {"monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "tomorrow|today|tonight|noon|midnight|christmas|easter"}},
      {"de", {"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|mittag"}},
      {"fr", {"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd'hui"}},
      {"es", {"lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|hoy"}},
      {"pt", {"segunda|terça|quarta|quinta|sexta|sábado|domingo|amanhã|hoje"}},
      {"it", {"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|domani|oggi|stasera"}},
  };
  return kPhrases;
}

const Phrases& timetable() {
  static const Phrases kPhrases = {
      {"en",
       {"train|trains|bus|buses|ferry|tram|flight|flights|boat|coach|plane",
        "concert|film|class|fair|festival|exhibition", "workshop|screening|quiz|lesson|platform",
        "the|a|our|your|tonight's show|talk|course|match|market|party|race|sale|doors"}},
      {"de",
       {"zug|bus|bahn|fähre|flug|schiff|straßenbahn|konzert|film",
        "kurs|vortrag|spiel|markt|fest|ausstellung|workshop|lauf|gleis"}},
      {"fr", {"train|bus|car|bateau|vol|tram|concert|film|cours|match|marché|fête|quai|séance"}},
      {"es", {"tren|autobús|bus|barco|vuelo|tranvía|concierto|película|curso|mercado|andén"}},
      {"pt", {"comboio|autocarro|ônibus|barco|voo|elétrico|concerto|filme|curso|mercado"}},
      {"it", {"treno|autobus|bus|traghetto|volo|tram|concerto|film|corso|mercato|binario"}},
  };
  return kPhrases;
}

const Phrases& on_terms() {
  static const Phrases kPhrases = {
      {"en",
       {"until|till|unless|whether|qualify|qualifies|eligible", "is|are|be possible",
        "days|hours|weeks before", "return .. for", "i'll|we'll|will check|look|ask|see|tell|try"}},
      {"de", {"ist|sind möglich", "ob"}},
      {"fr", {"jusqu'à|jusqu'au", "est possible"}},
      {"es", {"hasta", "es posible"}},
      {"pt", {"é possível"}},
      {"it", {"fino", "è possibile"}},
  };
  return kPhrases;
}

const Phrases& was_done() {
  static const Phrases kPhrases = {
      {"en", {"was|were|has|went|gone|had|been|already|yesterday", "have|i've|we've been|sent"}},
      {"de",
       {"wurde|wurden|war|waren|hatte|hatten|gestern",
        "habe|haben|hat .. erstattet|überwiesen|versprochen|geschickt|gebucht"}},
      {"fr", {"était|hier", "avons|avez|a .. remboursé|envoyé|promis"}},
      {"es", {"hemos|ha|han|ayer"}},
      {"pt", {"foi|foram|ontem"}},
      {"it", {"abbiamo|stato|stata|ieri"}},
  };
  return kPhrases;
}

const Phrases& never_so() {
  static const Phrases kPhrases = {
      {"en",
       {"not|no|never|isn't|aren't|don't|doesn't|won't|neither|none",
        "didn't|wasn't|can't|cannot|couldn't|wouldn't|unable|hardly|rarely"}},
      {"de", {"nicht|kein|keine|keinen|keiner|nie|weder|kaum"}},
      {"fr", {"pas|jamais|aucun|aucune|ni"}},
      {"es", {"no|nunca|ningún|ninguna|tampoco"}},
      {"pt", {"não|nunca|nenhum|nenhuma"}},
      {"it", {"non|mai|nessun|nessuna"}},
  };
  return kPhrases;
}

const Phrases& no_need() {
  static const Phrases kPhrases = {
      {"en",
       {"don't|no worry|panic|problem|worries|need|doubt|question", "not only|just",
        "if it|it's|we|they|that .. not"}},
      {"de", {"kein|keine problem|sorge|zweifel|frage"}},
      {"fr", {"pas de problème|souci", "pas seulement"}},
      {"es", {"no te preocupes", "no se preocupe", "no solo"}},
      {"pt", {"não te preocupes", "não se preocupe", "não só"}},
      {"it", {"non ti preoccupare", "non si preoccupi", "non solo"}},
  };
  return kPhrases;
}

const Phrases& guarantee_as_a_thing() {
  static const Phrases kPhrases = {
      {"en", {"guarantee|guarantees|warranty|warranties"}},
      {"de", {"garantie|gewährleistung"}},
      {"fr", {"garantie|garanties"}},
      {"es", {"garantía|garantías"}},
      {"pt", {"garantia|garantias"}},
      {"it", {"garanzia|garanzie"}},
  };
  return kPhrases;
}

const Phrases& guarantee_for_how_long() {
  static const Phrases kPhrases = {
      {"en", {"guaranteed .. years|months"}},   {"de", {"garantiert .. jahre|monate"}},
      {"fr", {"garanti|garantie .. ans|mois"}}, {"es", {"garantizado .. años|meses"}},
      {"pt", {"garantido .. anos|meses"}},      {"it", {"garantito|garantita .. anni|mesi"}},
  };
  return kPhrases;
}

}  // namespace rapport::coach
