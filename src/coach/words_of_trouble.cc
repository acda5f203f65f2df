// What goes wrong for people, and how they say it. Anger tells by itself; trouble is a point of
// theirs; hardship (harm, loss, silence, once more, money taken) makes trouble weigh.

#include "coach/words.h"

namespace rapport::coach {

const Phrases& trouble_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {// late, or not there
        "late|delayed|overdue|missing|lost|stranded|stuck", "delay|delays",
        "still waiting|not|no|nothing|hasn't|haven't|isn't|aren't|can't|doesn't|don't|didn't|won't|"
        "broken|down|missing|closed|wrong|same",
        "waiting|waited .. since|for|over|ages|days|weeks|months|hours|hour|minutes|half",
        "never .. arrived|came|showed|turned|delivered|received|got|left|replied|answered|called|"
        "rang|shipped|happened|works|worked|comes",
        "hasn't|haven't|didn't|hadn't|isn't|wasn't|weren't|not .. "
        "arrived|come|shipped|moved|turned|shown|delivered|received|collected|credited|refunded|"
        "updated|update|sync|synced|loading|load|working|work|opening|open|start|arrive|show|turn|"
        "stop|answer|answered|reply|replied|ring|call|cleaned|emptied|fixed|paid|applied|included",
        "no sign|trace|record|show of",
        "no heating|water|power|internet|signal|electricity|tickets|"
        "driver|answer|reply|response|refund|explanation|apology|warning|notice|staff|news|seat|"
        "seats",
        "no-show", "nowhere to",
        "days|weeks|months|hours|minutes .. late|without|now|later|waiting",
        "sold out|someone|my before|else|seat", "turned .. away|cold|up",
        "left standing|outside|me|us", "drove|sailed|went straight|right|past",
        "out of order|service|date",
        // money
        "charged|billed|debited|invoiced .. "
        "twice|double|again|extra|wrong|without|after|instead|more|"
        "for|me|us|my",
        "taken|took|paid|pay|charge .. twice|double",
        "twice .. charged|billed|paid|debited|account", "overcharg*|ripoff",
        "double charged|charge|billed|booked|payment", "hidden fee|fees|charges",
        "price|prices|bill|rent|fee|fees .. up|hike|rise|rises|doubled|tripled|increase",
        "put|putting .. price|prices up", "refuse*|won't|denied .. refund|pay|let|replace|take",
        "too expensive|much|small|big|short|long|tight|loud|hot|cold|salty|slow|dark",
        // broken, or not as it should be
        "broken|broke|smashed|shattered|crushed|dented|torn|ripped|snapped|leaking|leaks|leaked|"
        "melted|mouldy|moldy|rotten|soggy|soaked|stale|burnt|faulty|defective|damaged|scratched|"
        "stained|filthy|dirty|rusty|ruined|wrecked|bent|cracked|collapsed|peeling|warped|blocked|"
        "flooded|undercooked|expired|tasteless|empty|bruised|wilted|sour|jammed|useless|unusable",
        "crack*|crash*|freez*|glitch*", "fell|falls|falling|came|coming|comes apart|off|out|undone",
        "split|splits|frozen|hangs|buggy|laggy|lagging|garbled|faded|shrank|shrunk|rattles|stuck|"
        "jams",
        "arrived|came|delivered|turned .. "
        "dead|cold|open|opened|wet|empty|late|used|raw|smashed|wrong|"
        "without|broken|damaged|half",
        "stopped|stops|quit working|charging|responding|syncing|loading|after|running|recording",
        "doesn't|don't|didn't|won't|can't|cannot|couldn't|never .. "
        "work|turn|open|load|charge|connect|sync|start|print|fit|log|close|update|save|install|"
        "play|"
        "respond|stay|hold|find|get|use|see|hear|reach|sleep|breathe|sign|book|pay|access|stick",
        "no longer works|work|syncs|sync|opens|open|loads|load|starts|fits|shows|supports|charges",
        "died|dies|dying|drains|overheats|overheating|smells|stinks|squeaks|wobbles|buzzes",
        "wiped|deleted|erased|vanished|disappeared|gone",
        "lost my|all|our|everything|half|two|three", "locked out|me|us",
        "is|are|was|been|were out|down|off|closed|shut|cold|dead|broken "
        "again|since|for|all|still|today|completely",
        "is|was|are|been|went|goes|site|app|server|line down", "error message|code",
        "wrong "
        "size|item|items|colour|color|order|address|one|thing|product|food|amount|name|bill|box|"
        "model|date|day|time|seat|flavour|medicine|pills|child|key|part|way|account|person",
        "not|isn't|wasn't|nothing as|what|like .. described|ordered|advertised|pictured|promised|"
        "picture|photo|booked|paid",
        "there's|there|found|with|had|full .. "
        "hair|mould|mold|rats|mice|bugs|cockroach*|glass|plastic|"
        "worm|worms|insect|fly|maggot*|bedbugs",
        // people
        "rude|unhelpful|dismissive|aggressive", "ignored|ignoring", "hung up", "on hold",
        "nobody|noone|none|no-one .. "
        "answers|answer|replies|reply|replied|answered|came|comes|called|rang|told|knows|cares|"
        "helps|"
        "helped|picks|responds|responded|there|else|wants|turned|bothered|looks",
        "no one|body .. answers|answer|replies|reply|replied|answered|came|called|told|knows|cares|"
        "helps|picks|there|responds|turned",
        "passed|sent|transferred .. around|away|back|between|pillar|person|department",
        "rolled|shrugged|laughed|shouted|yelled|swore|snapped|lied|refused|grabbed|accused|blamed",
        "cancelled|canceled .. on|my|our|last|again|without|minute|flight|train|order|appointment",
        "missed .. my|our|the|a|flight|connection|train|appointment|wedding|funeral|exam|interview",
        "told me|us|him|her|that .. wrong|different|would|was|no|nothing|to",
        // body and soul
        "burned|burnt|hurt|hurts|bleeding|rash|allergic|sick|poisoning|hospital|injured|tripped|"
        "scared|crying|cried|tears|terrified|panic|freezing|starving|embarrassed|humiliated|"
        "worried",
        "cut my|his|her|myself|finger|hand", "made me|him|her|us ill|sick|cry|wait|late",
        // once more
        "second|third|fourth|fifth|sixth|0* time|week|day|month|one|delivery|replacement .. "
        "row|now|"
        "in|this|that|i've|and|with|running|without",
        "twice|again .. in|this|now|same|today", "every|each single|time|day|night|morning|week",
        "keeps|kept|keep .. "
        "ing|crashing|charging|sending|happening|stopping|dropping|cutting|saying|"
        "asking|freezing|logging|failing|getting|breaking|telling|cancelling|disconnecting|"
        "skipping",
        "worse than|and|every|since",
        "since the|your|last|this .. update|version|upgrade|patch|change"}},
      {"de",
       {"zu|viel spät",
        "verspät*",
        "kaputt|defekt|zerbrochen|beschädigt|zerkratzt|gerissen|undicht|"
        "verschimmelt|schimmel|schimmlig|schmutzig|dreckig|kalt|verdorben|leer|falsch|falsche|"
        "falschen|falsches|fehlt|fehlen|weg|verloren|verschwunden|gelöscht|gesperrt|ausgefallen|"
        "abgesagt|storniert|ignoriert|unfreundlich|unhöflich|pampig|vergessen|abgebrochen|"
        "blockiert",
        "geht|gehen|funktioniert|funktionieren|lädt|startet|öffnet|kommt|kam|kamen|läuft|klappt .. "
        "nicht|nie|mehr|kein",
        "stürzt|stürzte|hängt .. ab|sich|auf",
        "abstürz*|absturz|hängt",
        "nicht|nie|kein|keine .. "
        "angekommen|geliefert|gekommen|da|bekommen|erhalten|erreichbar|geantwortet|gutgeschrieben|"
        "zurückbekommen|funktioniert|abgeholt|sauber|gemeldet|möglich|eingetroffen",
        "immer noch|wieder",
        "noch immer",
        "schon wieder",
        "zum dritten|zweiten|vierten|wiederholten",
        "doppelt|zweimal .. abgebucht|berechnet|bezahlt|abgezogen|belastet",
        "abgebucht|abgezogen|berechnet .. doppelt|zweimal|trotz|obwohl|falsch|ohne",
        "seit .. wochen|tagen|monaten|stunden|woche|tag|monat|update",
        "warte|warten|gewartet",
        "kein|keine|keinen .. antwort|reaktion|rückmeldung|wasser|strom|internet|heizung|lieferung|"
        "erstattung|entschuldigung|hilfe|empfang|info",
        "niemand|keiner|nirgends|nichts .. meldet|antwortet|hilft|kommt|zuständig|weiß|da|passiert|"
        "geantwortet|gemeldet|passiert",
        "legt|legen|aufgelegt .. auf",
        "warteschleife|mahnung|ausfall|störung|fehlermeldung|fehler",
        "preiserhöhung|teurer",
        "verpasst|krank|krankenhaus|verletzt|verbrannt|gestürzt|geweint",
        "stand|standen|steht .. vor|im",
        "haare im|in"}},
      {"fr",
       {"retard*",
        "cassé*|abîmé*|endommagé*|fissuré*|déchiré*|moisi*|sale|sales|froid|froide|"
        "périmé*|vide|perdu*|disparu*|effacé*|bloqué*|annulé*|oublié*|ignoré*|faux|fausse|"
        "mauvais|mauvaise|défectueux|défectueuse|panne|bug|bugue|plante|plantage|fuite|trempé*|"
        "fondu*",
        "ne|n' .. marche|fonctionne|répond|arrive|charge|démarre|s'ouvre|ouvre|vient pas|plus",
        "marche|fonctionne|répond|reçu|arrivé|livré|venu|remboursé|eu pas|plus|jamais|rien",
        "pas|jamais|rien|toujours .. reçu|arrivé|livré|remboursé|venu|réponse|nouvelle|nouvelles|"
        "fonctionne|marche",
        "toujours pas|rien|aucun|aucune|en",
        "aucun|aucune .. réponse|nouvelle|nouvelles|remboursement|"
        "excuse|explication|aide|information",
        "prélev*|débit*|factur* .. deux|fois|double|tort|encore|après|malgré",
        "deux|trois|plusieurs fois", "depuis .. jours|semaines|mois|heures|semaine|jour|mise",
        "personne ne|pour|au", "attend* .. depuis|heure|heures|jours|semaines",
        "raccroch*|impoli*|désagréable|malpoli*|refus*", "encore une|un fois",
        "trop cher|tard|petit", "augment*|hausse",
        "malade|hôpital|blessé*|brûlé*|raté|manqué|pleuré|coincé*|dehors",
        "cheveu|cheveux|cafard*|souris|punaise*"}},
      {"es",
       {"retras*|tarde",
        "rot*|dañad*|averiad*|estropead*|defectuos*|suci*|fri*|vací*|perdid*|"
        "desaparec*|borrad*|bloquead*|cancelad*|olvidad*|ignorad*|equivocad*|mojad*|caducad*|"
        "derretid*|podrid*|quemad*",
        "no|ni .. funciona|abre|carga|responde|responden|llega|llegó|contesta|contestan|va|arranca|"
        "llegado|recibido|puedo|ha|hay|viene|vino|deja",
        "sigo|seguimos|sigue|siguen sin|esperando|igual",
        "sin .. respuesta|noticias|luz|agua|internet|"
        "reembolso|avisar|solución|calefacción|explicación",
        "cobr* .. dos|doble|veces|más|sin|mal|de|otra", "dos|tres|varias veces",
        "desde hace|ayer|el", "hace|llevo|llevamos .. días|semanas|meses|horas|esperando|semana",
        "nadie .. responde|contesta|sabe|ayuda|viene|coge|atiende|da|me|nos",
        "se cierra|cuelga|bloquea|"
        "cae|rompió|apaga",
        "otra|tercera|segunda vez", "colg*|maleducad*|groser*|borde|desagradable",
        "error|fallo|avería", "caro|subid*|suben",
        "enferm*|hospital|herid*|perdí|perdimos|llorando|tirad*",
        "talla|pedido|"
        "color|producto equivocad*|incorrect*"}},
      {"pt",
       {"atras*|tarde",
        "partid*|avariad*|estragad*|danificad*|defeituos*|suj*|fri*|vazi*|perdid*|"
        "desaparec*|apagad*|bloquead*|cancelad*|esquecid*|ignorad*|errad*|molhad*|quebrad*|"
        "rasgad*|derretid*|trocad*|queimad*|encharcad*",
        "não|nem .. funciona|abre|carrega|responde|respondem|chega|chegou|atende|atendem|vem|veio|"
        "recebi|consigo|há|liga|deixa|vieram",
        "ainda não|sem|à", "continuo|continua sem|à|igual",
        "sem .. resposta|luz|água|internet|aviso|"
        "reembolso|notícias|solução",
        "cobr* .. duas|dobro|vezes|mais|sem|depois|indevid*|a", "duas|três|várias vezes",
        "há .. dias|semanas|meses|horas|semana|espera",
        "ninguém .. responde|atende|sabe|ajuda|aparece|"
        "apareceu|veio|me|nos|avisou",
        "outra|terceira|segunda vez", "desliga*|malcriad*|mal-educad*|grosseir*|rude",
        "erro|falha|"
        "avaria|bug",
        "caro|aument*", "doente|hospital|ferid*|perdi|perdemos|chorar"}},
      {"it",
       {"ritard*|tardi",
        "rott*|danneggiat*|guast*|difettos*|sporc*|fredd*|vuot*|pers*|sparit*|"
        "cancellat*|bloccat*|dimenticat*|ignorat*|sbagliat*|bagnat*|scadut*|strappat*|ammuffit*|"
        "bruciat*|sciolt*|annullat*",
        "non|né .. funziona|apre|carica|risponde|rispondono|arriva|arrivato|arrivata|va|parte|"
        "ricevuto|riesco|c'è|viene|venuto|si|vedeva",
        "ancora niente|nulla|non|in",
        "senza .. risposta|luce|acqua|internet|avviso|rimborso|notizie",
        "addebit* .. due|doppio|volte|più|senza|dopo", "due|tre|più volte",
        "da .. "
        "giorni|settimane|mesi|ore|settimana|ieri",
        "nessuno .. risponde|sa|aiuta|viene|ha|mi|ci", "si blocca|chiude|rompe|spegne|è",
        "un'altra|terza|seconda volta", "riattacc*|maleducat*|scortes*|sgarbat*",
        "errore|guasto|bug", "caro|aument*", "malat*|ospedale|ferit*|perso|piangere",
        "buttati|buttato|buttare"}},
  };
  return kPhrases;
}

const Phrases& sarcasm_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"oh great|good|lovely|wonderful|fantastic|brilliant|joy|perfect|nice|super|yay",
        "just great|lovely|wonderful|brilliant|perfect|fantastic|what", "slow clap", "bravo",
        "thanks|thank|cheers|kudos .. for .. "
        "nothing|ruining|losing|wasting|leaving|breaking|killing|deleting|ignoring|wrecking|"
        "cancelling|spoiling|hanging",
        "love|loving|enjoying|enjoyed .. "
        "waiting|relearning|paying|standing|sitting|losing|queueing|queuing|refreshing|repeating",
        "love how you|your|they|the|it|nobody|my", "way to go",
        "well done|played on|for|guys|team|"
        "again|you|everyone",
        "great|good|nice|top|stellar job|work .. losing|breaking|ruining|guys|again",
        "how "
        "nice|lovely|kind|helpful of",
        "real|so|very|really classy|professional|mature"}},
      {"de",
       {"na toll|super|klasse|prima|bravo", "echt|wirklich|ganz toll|super|klasse|stark|großes",
        "danke für nichts", "bravo|chapeau", "herzlichen glückwunsch"}},
      {"fr", {"bravo", "merci pour rien", "génial|super encore", "chapeau|félicitations"}},
      {"es",
       {"bravo|enhorabuena|felicidades", "gracias por nada", "qué bien|genial|maravilla otra|que"}},
      {"pt", {"bravo|parabéns", "obrigado|obrigada por nada", "que maravilha|lindo|bonito|bom"}},
      {"it",
       {"bravi|complimenti|congratulazioni", "grazie per|di niente|nulla", "che bello|bravi"}},
  };
  return kPhrases;
}

const Phrases& hardship_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"lost|wiped|deleted|ruined|wrecked|destroyed|stranded|stuck|soaked|flooded|locked",
        "missed .. my|our|the|a|flight|connection|train|appointment|wedding|funeral|exam|interview",
        "crutches|wheelchair|pram|pushchair|elderly|blind|deaf|asthma|chemo|cancer",
        "wedding|funeral|birthday|interview|dialysis|surgery|hospital|newborn|pregnant|disabled|"
        "allergic|allergy|medication|deadline|christmas|rent",
        "burned|burnt|hurt|hurts|bleeding|rash|sick|poisoning|injured|scared|crying|cried|tears|"
        "terrified|panic|freezing|starving|humiliated|embarrassed|rats|mice|cockroach*|mould|mold|"
        "maggot*|glass|bedbugs",
        "in tears|pain|pieces|bits|half",
        "second|third|fourth|fifth|sixth|0* time|attempt|week|month",
        "twice|again",
        "every single|time|day|night|week|month",
        "keeps|kept",
        "0*|three|four|five|six|seven|ten|several|many|multiple|countless|few times|attempts|calls|"
        "emails|tickets",
        "in|within|under a|an|one|two|three|0* day|week|month|hour|year|fortnight",
        "days|weeks|months|hours|years",
        "0* days|weeks|months|hours|minutes|mins|min|years",
        "hour|hours|minutes|day|days|week|weeks|month|months .. "
        "late|without|waiting|later|ago|hold|"
        "queue|row|now",
        "still",
        "nobody|no-one|noone|ignored|ignoring|silence|ghosted",
        "no one|reply|answer|response|"
        "explanation|apology|warning|notice|idea",
        "on hold",
        "hung up",
        "passed|sent|transferred .. around|away|back|between|pillar",
        "rude|rudely|shouted|yelled|laughed|shrugged|refused|accused|rolled|lied|dismissive|"
        "unhelpful",
        "charged|billed|debited|took|taken|paid .. "
        "twice|double|again|extra|without|after|cancelled|"
        "account",
        "overcharg*|daylight|theft|stole|stolen|robbery|cheated|misled|misleading|conned|fraud",
        "refused|won't|denied .. refund|pay|let",
        "hidden fee|fees|charges",
        "for nothing",
        "cancelling|cancelled|switching|leaving|done|uninstalling|uninstalled|deleting|deleted",
        "last straw|time|order|chance",
        "never|not|won't .. again|back|return|recommend|buy",
        "loyal|customer|member|subscriber .. years|since|for",
        "years|decade of|as|with .. customer",
        "wasted|waste",
        "greedy|greed|joke|nonsense|bonkers|insane|crazy|ludicrous|absurd|stupid|dumb|"
        "awful|crap|shit|bloody|damn|hell|ffs|wtf|smh|argh|ugh|seriously",
        "how is|on|can .. this|that|earth|possible|allowed|acceptable",
        "what a|the joke|mess|hell|shame",
        "well done",
        "great|good|nice|brilliant|fantastic|wonderful job|one|work|start|service",
        "thanks for nothing",
        "love how|that|waiting|paying|being",
        "cheers for",
        "bin|rubbish|skip",
        "unsafe|dangerous|could have killed|died|choked|fallen|burned",
        "kids|kid|child|baby|mum|"
        "mother|dad|grandmother|gran|daughter|son|toddler",
        "told .. would|was|to|different",
        "said .. would|was|different",
        "promised",
        "supposed to",
        "bought|replaced|new .. ago|only|last|brand",
        "after one|two|three|a|0* wash|day|week|month|"
        "days|weeks|months|use|uses|years|year|hours"}},
      {"de",
       {"verloren|gelöscht|ruiniert|zerstört|verpasst|gestrandet|nass|gesperrt|weg|umsonst",
        "hochzeit|beerdigung|geburtstag|krankenhaus|baby|kind|kinder|allergie|miete|frist|oma|"
        "mutter",
        "verletzt|verbrannt|krank|blut|geweint|tränen|angst|schmerzen|ratten|mäuse|schimmel|haare",
        "zum|dritte|zweite dritten|zweiten|vierten|mal", "schon|immer wieder|noch", "noch immer",
        "wochen|tagen|monaten|stunden|tage|stunde|minuten|jahren",
        "niemand|keiner|ignoriert|funkstille",
        "keine .. antwort|reaktion|rückmeldung|entschuldigung",
        "legt|aufgelegt|warteschleife|"
        "schulterzucken",
        "unfreundlich|unhöflich|pampig|frech|angeschrien|ausgelacht|weggeschickt|abgewimmelt",
        "doppelt|zweimal|abgebucht|abgezogen",
        "gekündigt|kündige|kündigen|wechsle|wechseln|reicht|"
        "verarscht|verarsche|betrogen|betrug|diebstahl|geldgier|witz|dreist|quatsch",
        "versprochen|angeblich|eigentlich|trotzdem|obwohl", "gefährlich|lebensgefährlich",
        "na toll|super|bravo", "vielen|danke dank|für .. nichts"}},
      {"fr",
       {"perdu*|effacé*|ruiné*|gâché*|raté|manqué|coincé*|bloqué*|trempé*|foutu*",
        "mariage|"
        "enterrement|anniversaire|hôpital|bébé|enfant|enfants|allergi*|loyer|fille|fils|mère",
        "blessé*|brûlé*|malade|sang|pleur*|peur|douleur*|rats|souris|cafards|moisi*|cheveux",
        "deuxième|troisième|quatrième|énième fois", "encore|toujours",
        "semaines|jours|mois|heures|ans", "personne|ignor*|silence",
        "aucune|sans .. réponse|nouvelle|excuse|explication",
        "raccroch*|"
        "impoli*|malpoli*|désagréable*|méprisant*|refus*|agressif|agressive",
        "prélev*|débité*|vol|voleurs|volé*|escro*",
        "résili*|quitte|pars|ras-le-bol|foutage|moquez|bravo|"
        "promis|censé*|dangereux"}},
      {"es",
       {"perd*|borrad*|arruinad*|tirad*|atrapad*|empapad*",
        "boda|funeral|cumpleaños|hospital|bebé|"
        "niño|niña|niños|hijo|hija|madre|alergi*|alquiler",
        "herid*|quemad*|enferm*|sangre|llor*|miedo|dolor|ratas|cucarachas|moho",
        "segunda|tercera|"
        "cuarta|otra|enésima vez",
        "todavía|aún|sigo|seguimos|sigue", "semanas|días|meses|horas|años", "nadie|ignor*|silencio",
        "sin .. respuesta|explicación|avisar|solución",
        "colg*|maleducad*|groser*|gritó|gritaron|"
        "desprecio|borde|negaron|negado",
        "cobr*|robo|robado|ladrones|engañ*|fraude",
        "cancel*|baja|cambio|prometi*|supuest*|peligros*|"
        "bravo|basta"}},
      {"pt",
       {"há um|uma|dois|duas|três mês|semana|meses|semanas|anos|dias",
        "perd*|apagad*|arruinad*|estragad*|pres*|encharcad*",
        "casamento|funeral|aniversário|hospital|"
        "bebé|bebê|criança|crianças|filho|filha|mãe|alergi*|renda|aluguel",
        "ferid*|queimad*|doente|sangue|chor*|medo|dor|ratos|baratas|bolor",
        "segunda|terceira|quarta|"
        "outra|enésima vez",
        "ainda|continuo|continua", "semanas|dias|meses|horas|anos", "ninguém|ignor*|silêncio",
        "sem .. resposta|explicação|aviso|solução",
        "deslig*|malcriad*|grosseir*|gritou|rude|arrogante",
        "cobr*|roubo|roubad*|ladrões|engan*|fraude",
        "cancel*|mudar|promet*|suposto|perigos*|grave|"
        "parabéns|basta|chega"}},
      {"it",
       {"pioggia|buttare", "pers*|cancellat*|rovinat*|bloccat*|buttat*|fradici*",
        "matrimonio|funerale|compleanno|ospedale|"
        "bambin*|figlio|figlia|madre|allergi*|affitto",
        "ferit*|bruciat*|malat*|sangue|piang*|paura|dolore|topi|scarafaggi|muffa",
        "seconda|terza|"
        "quarta|ennesima volta",
        "ancora", "settimane|giorni|mesi|ore|anni", "nessuno|ignor*|silenzio",
        "senza .. risposta|spiegazione|avviso|scuse",
        "riattacc*|maleducat*|scortes*|urlat*|arrogant*",
        "addebit*|furto|rubat*|ladri|ingann*|frode",
        "disd*|lascio|cambio|promess*|pericolos*|complimenti|"
        "basta"}},
  };
  return kPhrases;
}

}  // namespace rapport::coach
