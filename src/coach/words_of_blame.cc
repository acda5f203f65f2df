// How people are blamed and argued with, and how rules are held against them.

#include "coach/words.h"

namespace rapport::coach {

const Phrases& arguing_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {// it is their fault
        "you should|could|ought .. checked|read|noticed|asked|told|entered|used|done|known|seen|"
        "waited|called|contacted|reported|booked|tested|backed|saved|kept|measured|come|arrived|"
        "left|sent|cancelled|paid|chosen|ordered|followed|updated|stored|cleaned|packed|brought|"
        "planned|looked|thought|said|overheated|realised|realized|allowed|expected|taken|made|"
        "given",
        "you must|may|might|probably .. "
        "misunderstood|overheated|misread|done|made|forgotten|missed|"
        "typed|overlooked|mistaken|entered|damaged|dropped|pressed|clicked|mixed|left|used|picked",
        "you must|probably|clearly|obviously have *",
        "you clearly|obviously|evidently|simply|apparently|presumably|probably "
        "forgot|missed|didn't|did|misread|misunderstood|used|ordered|entered|chose|haven't|have|"
        "typed",
        "you|customer|customers|people|users "
        "overheated|misused|forgot|failed|misread|broke|neglected|"
        "ignored|overlooked|mishandled|misunderstood|mistyped|overloaded|insisted",
        "you didn't|did|haven't|hadn't|have|never not|fully|properly|actually|even|yet "
        "read|follow|followed|check|checked|tell|told|provide|provided|respect|reply|replied|"
        "respond|"
        "report|reported|include|cancel|cancelled|notice|select|contact|contacted|register|clean|"
        "store|submit|submitted|complete|completed|give|given",
        "you didn't|haven't|hadn't|never "
        "read|follow|followed|check|checked|tell|told|provide|provided|"
        "respect|reply|replied|respond|report|reported|include|cancel|cancelled|notice|select|"
        "contact|"
        "contacted|register|clean|store|submit|submitted|complete|completed|give|given",
        "you used|ordered|entered|typed|chose|selected|picked|gave|put|set|installed|washed|booked|"
        "connected|filled .. wrong|incorrect|incorrectly|wrongly|improperly|against|contrary",
        "your|user|customer own fault|mistake|error|doing|choice|negligence|responsibility|risk",
        "your fault|mistake|error|negligence|misuse|carelessness|misunderstanding|oversight",
        "user|customer|operator error|negligence|misuse", "human error", "own responsibility|fault",
        "must|may|might|can|could be .. your "
        "hardware|device|end|side|router|browser|phone|connection|"
        "provider|setup|bank|settings|equipment|wiring|doing|computer",
        "problem|issue|fault|error|mistake .. your "
        "end|side|hardware|device|router|browser|connection|"
        "equipment|setup|doing",
        "are you absolutely|really|quite|sure|certain|positive "
        "you|it|that|the|nobody|this|about|sure",
        "are you sure|certain", "did you even|actually|really|read|follow",
        "have you even|actually|really|read", "checked .. actually",
        "double-check|double-checked you|that|"
        "whether|your|the",
        "quite|very|highly|rather|extremely unlikely", "hard to believe", "we doubt",
        "simply|just|probably forgotten|forgot|forget|overlooked|misread",
        "had you "
        "read|checked|told|followed|asked|looked|arrived|called|used|booked|paid|come|reported",
        "if you had|you'd "
        "read|checked|told|followed|asked|looked|arrived|called|used|booked|reported",
        "next time|in .. please|just|kindly|you|do "
        "read|check|make|be|ask|measure|arrive|plan|allow|pay",
        "in future please|kindly|read|check|make|ask",
        "next time read|check|ask|measure|please|plan|try",
        "read|reread|re-read the|our|your|it .. carefully|properly|again|first|beforehand",
        "before .. posting|complaining|blaming|accusing|ranting", "check your .. again",
        "be more careful|patient|attentive", "more careful|patient|attentive",
        "waiting for|on you to",
        "it is|was|are incumbent|up upon|to you|customers|applicants|guests",
        "customers|passengers|applicants|users|guests|tenants|members|parents|owners|travellers|"
        "buyers|visitors|residents|students|riders is|are|must|should|remain .. "
        "responsible|expected|obliged|liable|ensure|ascertain|check|read",
        "responsibility|duty|job|up of|to the|you "
        "customer|user|passenger|owner|buyer|tenant|check|make|"
        "ensure|read",
        "due to .. violation|breach|misuse|negligence|improper",
        // they are wrong, or alone
        "you're|you are mistaken|wrong|confused|exaggerating|overreacting|imagining|unreasonable|"
        "rude|aggressive|impatient|lying|misinformed",
        "you claim|allege|allegedly|seem", "accusation*|slander*|defamat*|allegation*",
        "misunderstood|misunderstanding on|by your|you",
        "it|this|that .. not|isn't "
        "a|our|true|fault|scam|problem|mistake|error|defect|bug|correct|accurate",
        "can't|cannot be true|ours|right|possible|correct|so|helped|blamed",
        "not true|accurate|our|ours|the|a "
        "fault|problem|responsibility|mistake|job|concern|case|bug",
        "that's|this|that|it's is|isn't|not not|true|possible|correct|accurate|what true|happened",
        "not our|ours", "isn't our|ours fault|problem|responsibility|mistake|job|doing",
        "we|staff|team|drivers|crew|colleagues would never",
        "we never said|told|promised|agreed|received|got|delete|share|sell|make|do|sent|had",
        "records|system|logs|data|scanner|scanners|statistics|figures "
        "show|shows|indicate|indicates|say|"
        "says|prove .. you|delivered|no|otherwise|different|nothing|correct|all|everything|signed",
        "driver|courier|warehouse|staff|colleague|crew|technician insists|insist|maintains|assures|"
        "swears|denies|scans|says|followed|acted .. "
        "you|every|correctly|procedure|otherwise|not|he|she",
        "we test|tests|check|inspect|train|scan every|all|each|everything|our",
        "every|all|each .. is|are tested|checked|inspected|scanned|trained|vetted .. "
        "before|thoroughly|"
        "carefully|leaves|leaving",
        "highest|strictest|strict|rigorous "
        "standard|standards|quality|controls|hygiene|testing|checks",
        "nothing wrong with", "no fault|evidence|issue|problem|defect .. found|found|with|our",
        "works|worked|working|runs|fits fine|perfectly|flawlessly|normally|correctly|well "
        "for|on|here|"
        "with|in|everyone|others|on",
        "as|exactly designed|intended", "by design", "expected|intended behaviour|behavior",
        "perfectly|completely|totally normal|fine|safe|reasonable|standard", "wear and tear",
        "nobody|no-one|noone|none else|of", "no one else",
        "nobody|no-one .. complained|reported|"
        "complains|mentioned|noticed",
        "no other customer*|complaint*|guest*|report*|user*|passenger*",
        "no other|further complaints",
        "first|only person|customer|one|complaint|guest .. to|who|with|about|ever|say|complain",
        "first time .. anyone|complain*|heard",
        "most|other|many|thousands|all|our .. "
        "customers|people|guests|users|passengers|members|others "
        "are|do|find|have|love|manage|managed|seem|enjoy|prefer|understand|never|don't|had|say|"
        "agree",
        "everyone|everybody|others else is|has|finds|seems|manages|managed|loves|got|was",
        "everyone|everybody who reports|complains|has|claims",
        "millions|thousands of happy|satisfied",
        "best-selling|bestselling|award-winning|top-rated|five-star",
        // it is nothing
        "calm down", "with .. due respect",
        "no need to|for .. rude|shout|swear|tone|language|drama|"
        "dramatic|caps|insult|insults|angry|upset|hysterics|aggressive|sarcasm|fuss",
        "your tone|language|attitude|manners", "overreact*|exaggerat*|dramatic|melodramatic",
        "mind|watch your", "can't|cannot please everyone|everybody|all",
        "nobody|nothing|no-one is perfect",
        "mistakes|things|accidents|delays|it|these|errors|faults|things happen|happens|occur",
        "it's|is|was only|just .. "
        "minutes|minute|pounds|euros|dollars|days|cents|pence|hours|pound|few",
        "not|hardly that|so bad|long|hard|difficult|expensive|serious|much|complicated",
        "hardly our|a|the .. fault|reason|problem|end|world|disaster|issue", "end of the world",
        "that's life|business|inflation|retail|how",
        "that's just|simply how|the|what|life|business", "just|simply how it|things|we",
        "what did|do|were|else you .. expect|expecting|think", "get what you pay|paid",
        "you|you're can|could|are always|free|welcome .. elsewhere|leave|cancel|switch|competitor*",
        "free|welcome to .. elsewhere|leave|cancel|switch|shop|try|choose",
        "if you don't like|want|agree|trust", "take it or", "elsewhere if", "others manage",
        "affects everyone|everybody|all|us", "treat everyone|everybody|all|every",
        "same for|rules "
        "everyone|all|everybody|apply",
        "lower|cheaper|better|less|faster|shorter than .. "
        "most|competitors|others|elsewhere|competition|"
        "average|other|many|rivals",
        "competitors|competition|rivals .. charge|are|do|also|more|even|worse",
        "beyond|outside|out of|our our|of control|hands|influence", "nothing we|i|more .. do",
        "blame .. courier|supplier|weather|carrier|bank|post|manufacturer|"
        "yourself|provider|them|us|drivers",
        "don't|doesn't|never lie|lies", "read .. mind|minds",
        "how|can .. we .. known|know|supposed", "remind|reminding you|customers",
        "like|want|have|must to point|stress|emphasise|emphasize|clarify",
        "as|like i|we .. said|told|explained|mentioned|stated|wrote|already",
        "as previously|already|repeatedly stated|mentioned|explained|said|communicated|advised",
        "as we|i already|have .. said|told|explained|mentioned",
        "sorry|regret|apologise|apologize you|that|if|you're .. "
        "feel|felt|think|feeling|thought|see|"
        "perceive|perceived|disappointed|find|upset|believe",
        "sorry|apologise|apologize if", "sorry you feel|felt|think that",
        "nothing to do with us|our",
        "clearly|plainly "
        "state|states|stated|says|marked|written|displayed|labelled|explained|shown|"
        "communicated|visible|indicated|advertised",
        "you .. agreed|accepted|signed|consented|acknowledged "
        "to|the|our|on|when|that|by|all|for|it|a",
        "you agreed|accepted|signed|consented|acknowledged|ticked",
        "form|contract|agreement you signed",
        "you were|you've|have|had been|clearly|already|duly|previously|repeatedly "
        "told|warned|advised|notified|informed|reminded",
        "you were told|warned|advised|notified|informed|reminded "
        "that|of|about|in|when|before|to|at|by",
        "was|were|been|is clearly|previously|already|duly announced|communicated|stated|informed|"
        "notified|advised|told|published",
        "were|was informed|notified|advised of|about|at|in|by|that",
        "was|were|been announced|communicated .. "
        "email|advance|website|weeks|site|post|notice|signs|everyone|all|letter|app|twice|"
        "already"}},
      {"de",
       {"sie|du|ihr haben|hast|habt .. "
        "zugestimmt|akzeptiert|unterschrieben|übersehen|falsch|vergessen|"
        "versäumt|missverstanden|bestätigt|eingewilligt",
        "haben|hast|habt sie|du|ihr .. "
        "zugestimmt|akzeptiert|unterschrieben|übersehen|falsch|vergessen|"
        "versäumt|missverstanden|bestätigt|eingewilligt|nicht",
        "sie|du|ihr hätten|hättest|hättet .. müssen|sollen|können|dürfen|melden|lesen|prüfen",
        "hätten|hättest|hättet sie|du|ihr",
        "selbst|selber schuld|verschuldet|verantwortlich",
        "ihre|deine|eure eigene|schuld|verantwortung|fehler",
        "ihr|dein|eigenes|euer eigener|fehler|"
        "verschulden|irrtum",
        "wie .. "
        "beschrieben|angegeben|vereinbart|erwähnt|mitgeteilt|ersichtlich|kommuniziert|angekündigt|"
        "erklärt|gesagt|geschrieben",
        "laut|gemäß|nach|entsprechend unseren|unserer|den|der|unserem|dem agb|geschäftsbedingungen|"
        "richtlinien|unterlagen|bedingungen|vertrag|system|daten|angaben|regeln|hausordnung|tarif|"
        "beförderungsbedingungen|aufzeichnungen",
        "agb|geschäftsbedingungen|kleingedruckte*|beförderungsbedingungen",
        "sind|ist|bist sie|du|selbst .. "
        "verantwortlich",
        "in ihrer|deiner|eurer verantwortung",
        "liegt|liegen .. bei|an ihnen|dir|ihrem|ihrer|euch|deinem",
        "liegt nicht an|bei uns",
        "nicht unsere|unser|unsere schuld|fehler|problem|verantwortung|sache",
        "können wir nichts|nicht dafür",
        "dafür|da können|kann wir|ich nichts",
        "stimmt|trifft .. nicht|so",
        "das|dies kann nicht sein|stimmen",
        "niemand|keiner sonst|anderer|"
        "anders|außer",
        "kein|keine|andere anderer|anderen|kunden|gäste|beschwerden|kunde|fahrgäste",
        "die meisten|anderen|anderer kunden|gäste|leute|nutzer|kundinnen|fahrgäste|menschen",
        "alle anderen",
        "haben|hast sie|du überhaupt|wirklich|denn|schon|auch",
        "sind|bist sie|du sicher",
        "beruhigen|beruhig sie|dich|euch",
        "ihr|ihren|deinen|dein ton|tonfall",
        "nächstes|beim|nächsten mal",
        "in zukunft bitte|sollten",
        "bitte lesen|lies|beachten|prüfen .. genau|vorher|aufmerksam|erst|sorgfältig",
        "das|so ist|sind nun|halt|eben mal|so",
        "kommt vor|mal",
        "kann|so passieren|vorkommen|mal",
        "niemand ist|perfekt perfekt",
        "nicht verpflichtet|zuständig|haftbar|schuld|verantwortlich",
        "keine haftung|gewähr|garantie|pflicht",
        "müssen|muss|sollten sie|du|kunden|man .. selbst|vorher|schon",
        "bedienungsfehler|anwenderfehler|anwendungsfehler|benutzerfehler|eigenverschulden",
        "mit .. respekt",
        "übertreib*|übertrieben",
        "unsere mitarbeiter|fahrer|techniker .. stets|immer|"
        "geschult|sagen|korrekt",
        "höchste|höchsten|strenge|strengen qualität|standards|qualitätsstandards|kontrollen",
        "jedes|jede|alle|alles .. geprüft|kontrolliert|getestet",
        "funktioniert .. einwandfrei|bei|problemlos",
        "einwandfrei",
        "leid dass|wenn sie|du|ihr .. so|das|empfinden|empfindest|sehen|siehst|fühlen|fühlst",
        "sie|du wurden|wurdest .. informiert|hingewiesen|gewarnt|benachrichtigt",
        "darauf|haben|wurde .. hingewiesen",
        "nur .. minuten|euro|tage|cent",
        "betrifft alle",
        "günstiger|billiger|besser als .. andere|konkurrenz|wettbewerb|anderen",
        "außerhalb unserer|unseres"}},
      {"fr",
       {"vous|tu n'avez|n'as|avez pas|jamais|mal "
        "respecté|lu|suivi|indiqué|vérifié|répondu|fourni|signalé|"
        "compris|prévenu|rempli|fait|noté",
        "vous|tu avez|as .. accepté|signé|coché|oublié|confirmé|mal|validé|souscrit|choisi",
        "vous|tu auriez|aurais|deviez|devez|devriez .. "
        "dû|pu|vérifier|lire|penser|faire|nous|prévoir",
        "prévu|prévue|prévus|stipulé|indiqué|précisé au|dans|sur|par .. "
        "contrat|conditions|règlement|site|"
        "étiquette",
        "vous étiez|aviez|avez informé*|prévenu*|averti*|été",
        "comme indiqué|prévu|stipulé|précisé|convenu|"
        "mentionné|annoncé|expliqué|déjà|nous",
        "conformément|selon|d'après|suivant à|nos|les|notre|le|vos|votre .. "
        "conditions|règlement|contrat|politique|cgv|registres|système|données|dossiers",
        "conformément à nos|notre",
        "selon nos|notre",
        "conditions|conditions générales|de vente|transport",
        "comme déjà|indiqué|précisé",
        "il fallait|suffisait|suffit",
        "il vous appartient|incombe|revient",
        "pas notre|de|nôtre faute|responsabilité|problème|ressort|fait",
        "pas responsables|responsable|tenus",
        "nous n'y|ne pouvons|sommes sommes|pouvons|pas .. rien|responsables|pour",
        "n'y sommes pour",
        "votre faute|responsabilité|erreur",
        "de votre|ta part|fait|faute|côté|responsabilité",
        "êtes-vous|vous êtes|es-tu bien|vraiment sûr*|certain*",
        "avez-vous bien|vraiment|au",
        "personne d'autre|ne s'est|n'a",
        "aucun|aucune autre client*|plainte*|voyageur*",
        "la|les plupart|autres|majorité .. clients|gens|utilisateurs|voyageurs",
        "tout|tous le|les "
        "monde|autres|clients",
        "calmez-vous|calme-toi",
        "votre|ton ton|langage",
        "la prochaine fois|à l'avenir",
        "c'est|ce faux|n'est .. vrai|exact|possible|un|notre",
        "c'est faux|impossible|normal|ainsi|comme",
        "ça|cela arrive|peut .. à|arriver",
        "personne n'est parfait",
        "veuillez lire|relire|vérifier .. avant|"
        "attentivement|bien",
        "désolé*|navré* .. ressent*|si|sentiez|preniez",
        "mauvaise utilisation|manipulation",
        "tous|chaque|toutes .. contrôlé*|testé*|vérifié*",
        "n'est|que que .. minutes|euros|jours",
        "moins cher*|élevés que",
        "indépendant de notre|volonté",
        "hors de notre",
        "rappel* que|vous"}},
      {"es",
       {"no ha|has|han|habéis "
        "leído|respetado|seguido|indicado|comprobado|revisado|avisado|facilitado|"
        "enviado|cumplido|entendido|contestado",
        "no leyó|leíste|siguió|seguiste|avisó|avisaste|comprobó|revisó|indicó",
        "conforme|según|acuerdo a|lo|las|los|nuestra|nuestras|nuestros|con|el|la .. "
        "condiciones|política|normas|términos|contrato|registros|sistema|indicado|normativa|tarifa|"
        "datos|"
        "establecido|reglamento",
        "según nuestra|nuestras|nuestros",
        "aceptó|aceptaste|firmó|firmaste|aceptado|firmado",
        "como se|ya|le|te|bien|indica "
        "indica|indicaba|dicho|indicado|comentado|dijimos|explicado|avisamos|"
        "informó|explica|informamos|comentamos",
        "como ya .. dicho|indicado|comentado|explicado",
        "es|fue tu|su responsabilidad|culpa|error|problema",
        "responsabilidad del|suya|tuya|de cliente|usuario|pasajero|usted",
        "deberías|debería|debiste|debió|tenías|tenía|podrías haber|que",
        "haber leído|comprobado|avisado|"
        "llamado|revisado|mirado|preguntado",
        "no es|fue|somos culpa|problema|responsables|responsabilidad|nuestro nuestra|nuestro|de|ni",
        "no es culpa nuestra",
        "no somos|podemos|nos responsables|hacemos|hacer nada|cargo|responsables",
        "nadie más|ha|se ha|se|quejado",
        "ningún otro|cliente",
        "la mayoría|resto de",
        "los|otros demás|clientes",
        "está|estás seguro|segura de",
        "cálmese|cálmate|tranquilícese|tranquilo|tranquila",
        "su|tu tono",
        "la próxima vez",
        "en el futuro",
        "no es cierto|verdad|posible|correcto|así|para|un",
        "esas|estas|son "
        "cosas pasan|que",
        "siento|sentimos|lamento|lamentamos que .. sienta|sientas|parezca|se|así",
        "mal uso",
        "uso "
        "indebido|incorrecto",
        "todos|cada .. revisan|revisa|controlan|prueban|pasan",
        "solo|sólo son|fueron .. minutos|euros|días",
        "más barat*|bajos que",
        "ajeno|ajena|fuera a|de nuestra|nuestro",
        "recordamos|recuerdo que",
        "fue|fuiste informad*|avisad*",
        "le|te|se informó|avisamos|avisó"}},
      {"pt",
       {"não "
        "leu|leste|respeitou|seguiu|verificou|indicou|avisou|respondeu|enviou|cumpriu|confirmou|"
        "entendeu",
        "conforme|segundo|acordo "
        "indicado|previsto|referido|os|as|com|consta|o|a|descrito|informado|nossas|nossos",
        "aceitou|assinou|concordou|aceitaste|concordaste",
        "de acordo com",
        "como já|se|indicado|referido|informado|dissemos|previsto|consta .. ",
        "deveria|devia|deverias|devias|"
        "poderia ter",
        "não é|foi culpa|problema|responsabilidade|erro|da|nossa nosso|nossa|nossos",
        "não é culpa nossa",
        "não somos|nos|podemos responsáveis|responsabilizamos|fazer",
        "da sua|tua|responsabilidade|culpa "
        "responsabilidade|parte|culpa",
        "responsabilidade do|sua|da cliente|passageiro|utilizador|usuário",
        "a culpa|responsabilidade é|foi sua|tua",
        "ninguém mais|se",
        "nenhum outro|cliente",
        "a maioria dos|das|de",
        "os|todos outros|demais|clientes",
        "tem a|certeza certeza|que",
        "acalme-se|acalma-te|calma",
        "o|seu seu|tom tom",
        "da próxima vez",
        "no|para futuro|a",
        "não é verdade|possível|correto|bem|assim|um",
        "essas|estas|são coisas acontecem|que",
        "lamentamos|lamento|sentimos que .. sinta|se|assim|pense|ache",
        "má|mau utilização|uso",
        "uso indevido",
        "todos|cada|cada .. testado*|verificado*|controlado*|inspecionad*",
        "só|apenas são|foram .. "
        "minutos|euros|dias|reais",
        "mais barat*|baixos que|do",
        "alheio|fora a|do nosso|nosso",
        "lembramos|recordamos que",
        "foi|foste informad*|avisad*|comunicad*"}},
      {"it",
       {"come|già indicato|previsto|riportato|specificato|comunicato|spiegato|detto|scritto|già|da",
        "non ha|hai|avete "
        "letto|rispettato|seguito|controllato|indicato|verificato|comunicato|inviato|capito|"
        "compilato|avvisato",
        "ha|hai|avete accettato|firmato|sottoscritto|confermato",
        "prima|precedentemente dell'acquisto|di",
        "secondo|in|base|da le|i|base|alle|ai|nostre|nostri .. "
        "nostre|nostri|condizioni|regolamento|norme|"
        "termini|contratto|policy|sistema",
        "avresti|avrebbe|avreste|doveva|dovevi|dovevate "
        "dovuto|potuto|leggere|controllare|verificare|avvisare|"
        "pensarci|chiamare",
        "non è|siamo colpa|responsabili|nostra|un|responsabilità nostra|del|di|problema",
        "non è colpa|nostra|un "
        "nostra|colpa|problema",
        "colpa|responsabilità|errore sua|tua|suo|tuo|del|vostra",
        "è|sua|tua responsabilità|cura del|sua|tua",
        "non possiamo|dipende farci|da|fare nulla|noi|niente",
        "nessun altro|cliente",
        "nessuno si|ha è|mai|altro",
        "la maggior|parte|gli|altri parte|altri|dei|clienti",
        "tutti gli|i altri|clienti",
        "è|sei sicuro|sicura|certo",
        "si calmi|calmati",
        "il suo|tuo tono",
        "la prossima volta",
        "in futuro",
        "non è vero|possibile|corretto|così",
        "sono|cose cose|che che|capitano",
        "può|cose succedere|capitare|succedono",
        "dispiace che|se .. senta|senti|così|pensi|sembri|percepito",
        "uso improprio|errato|scorretto",
        "ogni|tutti .. controllat*|testat*|verificat*",
        "solo|sono solo|pochi minuti|euro|giorni",
        "più bassi|economic* di|della",
        "fuori|indipendente dal|da nostro|noi|nostra",
        "ricordiamo|ricordo che",
        "è|era stato|stata|stati informat*|avvisat*|avvertit*",
        "consultabile|visibile .. prima"}},
  };
  return kPhrases;
}

const Phrases& reproach_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"you should|could|ought|must .. have|'ve", "you should've|could've", "your own",
        "your fault|mistake|error", "you didn't|haven't|never|forgot|failed|misread|ignored",
        "you clearly|obviously|probably|simply|must|apparently",
        "did|have you even|actually|really", "are you sure|certain", "sure you|it|that|this",
        "calm down", "if you had|read|look|looked", "if you'd|you've read|looked|checked|told",
        "read .. carefully|properly|again|first", "next time please|read|check|ask",
        "nobody|no-one else", "first .. complain|complaint",
        "most|other|others|everyone customers|people|guests|users|else|manages|manage|loves|love",
        "as we|i .. said|told|explained|wrote", "what did you expect"}},
      {"de",
       {"hättest|hätten|hättet du|sie|ihr", "du|sie|ihr hättest|hätten|hättet",
        "selbst|selber schuld", "hast|haben|habt du|sie|ihr .. richtig|wirklich|überhaupt|falsch",
        "sicher dass", "wie .. gesagt|geschrieben|erwähnt", "sonst|außer niemand|keiner",
        "niemand|keiner sonst|außer"}},
      {"fr",
       {"vous auriez|auriez-vous", "tu aurais", "vous n'avez pas|jamais", "êtes-vous sûr*",
        "il suffit|suffisait", "votre faute|erreur", "personne d'autre", "avez-vous bien"}},
      {"es",
       {"deberías|debería|debió|debiste|tenías haber|que|leer", "no leíste|leyó|ha|has",
        "estás|está segur*", "su|tu culpa|error", "nadie más", "bastaba con"}},
      {"pt",
       {"deveria|devia|devias ter", "não leu|leste", "tem a certeza", "sua|seu culpa|erro",
        "ninguém mais", "bastava"}},
      {"it",
       {"avresti|avrebbe dovuto|potuto", "non hai|ha letto|controllato", "sei|è sicur*",
        "colpa tua|sua", "nessun altro", "bastava"}},
  };
  return kPhrases;
}

const Phrases& rule_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"is|are|was|were "
        "displayed|posted|stated|published|listed|printed|indicated|visible|announced|"
        "shown|mentioned|described .. at|on|in|by|before|clearly|online",
        "happens|happened|occurs to|in|with .. few|rarely|anyone|everyone|all",
        "rare|rarely|seldom|isolated "
        "cases|case|happens|incident|event|occurrence|occur",
        "few of our",
        "takes .. time|takes",
        "cannot|can't|not .. avoided|prevented|avoidable|excluded|guaranteed|foreseen|predicted",
        "allow|plan|leave|build .. more|extra|enough|sufficient|buffer time",
        "delivered|handled|processed|"
        "charged|billed|packed|installed|calculated .. correctly|successfully|properly|accordance",
        "if you|used|it don't|aren't|correctly|overload|isn't",
        "as long as you",
        "provided you|that|it|they",
        "when|if used|stored|washed|treated|handled",
        "intended use|for",
        "please|do bear|keep|understand|"
        "appreciate in|that",
        "is|are your|the decision|choice|responsibility",
        "you may|might want|wish to",
        "our|the|company|store|strict|fair policy|policies|terms|conditions|rules|guidelines",
        "under .. "
        "policy|terms|conditions|contract|convention|act|regulations|rules|agreement|tariff|"
        "warranty|law",
        "see .. terms|conditions|policy|rules|contract|agreement",
        "as|see "
        "per|stated|outlined|described|specified|detailed|noted|explained|advertised|indicated|"
        "communicated|agreed|set|laid in|on|by|at|out|our|the|your|to|when",
        "according to .. records|system|regulations|logs|tracking|law",
        "convention|legislation|"
        "regulation|ordinance|statute|bylaw|bylaws",
        "section|clause|paragraph|article 0*",
        "small|fine print",
        "standard|normal|usual|common|correct procedure|practice|process|protocol",
        "industry standard",
        "not|never|aren't|isn't|cannot|can't|longer obliged|obligated|entitled|"
        "eligible|liable|responsible|required|accountable|covered",
        "can't|cannot|not|won't be .. "
        "held|liable|responsible|accountable|covered|refunded|replaced|"
        "reimbursed|accepted|exchanged|made",
        "no liability|obligation|responsibility|entitlement|guarantee|refunds|exceptions|exchanges",
        "remain|remains|are|is liable",
        "liable for|until|under",
        "void|voids|invalidates",
        "without .. notice",
        "subject to",
        "at .. own risk|expense|discretion",
        "reserve the right",
        "sales are final",
        "are|is .. not|only|merely|just estimates|estimate|indicative|guaranteed|"
        "binding|approximate|guidance",
        "non-refundable|nonrefundable|non-negotiable|non-transferable",
        "at capacity",
        "fair use",
        "only .. if|once|when|after .. "
        "complete|received|report|reported|provided|purchase|submitted",
        "outstanding documentation|documents|information|payment",
        "may contain",
        "inflation",
        "can happen|occur|vary",
        "up to 0* days|weeks|hours|minutes",
        "normal|quite|very normal|common",
        "common with|in|for|issue",
        "peak|busy times|time|period|season|hours",
        "high|unprecedented demand|volume|volumes",
        "strict|stricter rules|policy",
        "sign|signs|label|notice|packaging|manual|instructions|description .. "
        "says|say|state|states",
        "in good faith",
        "you can|could always",
        "please|kindly note|be|respect that|aware|advised"}},
      {"de",
       {"nicht .. vermeiden|vermeidbar|ausschließen|verhindern|garantieren",
        "mehr|genug|genügend|ausreichend "
        "zeit",
        "planen|plane|rechnen sie|mehr|bitte",
        "ordnungsgemäß|ordnungsgemäße|korrekt|sachgemäß*|"
        "unsachgemäß*|fachgerecht",
        "ausgehängt|angeschlagen|veröffentlicht|ausgewiesen",
        "selten|einzelfall|"
        "einzelfälle|ausnahme",
        "wenn|sofern sie|man|es", "vorgeschrieben|vorschriftsmäßig",
        "steht|stehen .. "
        "auf|in|im|am",
        "agb|richtlinien|vertragsbedingungen|hausordnung|verordnung|vorschriften|paragraf|"
        "paragraph",
        "nicht "
        "verpflichtet|erstattungsfähig|abgedeckt|versichert|vorgesehen|garantiert|verbindlich",
        "ausgeschlossen|vorbehalten|unverbindlich", "eigene|eigenes|auf gefahr|risiko",
        "ohne .. ankündigung", "können|kann .. vorkommen|enthalten|abweichen|dauern|kommen",
        "kein|keinen anspruch|erstattung", "hohes|hohen|hoher aufkommen|aufkommens|nachfrage",
        "branchenüblich"}},
      {"fr",
       {"ne|peut|peuvent .. évités|évité|garantir|éviter|exclure",
        "correctement|conforme|normalement", "affiché*|indiqué*|mentionné*|précisé*",
        "rare|rares|exceptionnel*|isolé",
        "prévoyez|prévoir|"
        "anticipez",
        "règlement|cgv|préavis|réglementation", "conditions générales|de",
        "pas|ni|non remboursable*|couvert*|tenus|contractuel*|responsables|garanti*",
        "sous réserve", "à vos|vos risques", "sans préavis",
        "peut|peuvent .. varier|contenir|arriver|survenir|être", "aucun|pas droit|remboursement",
        "titre indicatif", "forte affluence|demande"}},
      {"es",
       {"no .. evitar|garantizar|evitarse", "correctamente|debidamente|adecuadamente",
        "publicad*|indicad*|"
        "anunciad*|expuest*|señalad*",
        "raro|raramente|puntual|puntuales|aislado|excepcional",
        "prevea|"
        "planifique|tenga en cuenta",
        "plazo de|habitual|máximo", "normativa|reglamento|cláusula",
        "nuestra|nuestras|la|las política|normas|condiciones",
        "no es|son|está|están reembolsable*|cubiert*|obligad*|garantizad*|vinculant*",
        "sujeto|sujetos|sujeta|"
        "sujetas a",
        "bajo su|tu", "sin previo", "puede|pueden .. variar|contener|ocurrir|sufrir|producirse",
        "no .. derecho|reembolso", "alta demanda"}},
      {"pt",
       {"não .. evitar|garantir|evitadas|evitados",
        "corretamente|devidamente|verificad*|controlad*",
        "publicad*|indicad*|anunciad*|afixad*|assinalad*",
        "raro|raramente|pontual|isolado|excecional|"
        "excepcional",
        "prazo de|habitual|máximo", "regulamento|cláusula",
        "nossa|nossas|a|as política|normas|condições",
        "não é|são|está|estão reembolsáve*|cobert*|obrigad*|garantid*|vinculativ*",
        "sujeito|sujeitos|sujeita|"
        "sujeitas a",
        "por sua|conta", "sem aviso", "pode|podem .. variar|conter|ocorrer|sofrer|acontecer",
        "não .. "
        "direito|reembolso",
        "elevada|alta procura|demanda"}},
      {"it",
       {"non .. evitare|garantire|evitabili",
        "correttamente|regolarmente|debitamente|controllat*|verificat*",
        "pubblicat*|indicat*|espost*|segnalat*|comunicat*",
        "raro|raramente|isolato|eccezionale|"
        "sporadic*",
        "termine|tempi di|previsti", "regolamento|clausola",
        "nostra|nostre|la|le policy|norme|condizioni",
        "non è|sono|siamo rimborsabil*|copert*|tenuti|garantit*|vincolant*|responsabili",
        "soggett*", "a suo|tuo", "senza preavviso",
        "può|possono .. variare|contenere|capitare|subire|verificarsi", "non .. diritto|rimborso",
        "alta affluenza|richiesta"}},
  };
  return kPhrases;
}

const Phrases& forgiving_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"not|isn't|wasn't|never|nor|none|hardly .. your|you .. "
        "fault|mistake|doing|responsibility|error|"
        "choice|imagination",
        "not yours|you", "you must have been|felt|waited|had|missed|spent|worried|thought|wondered",
        "isn't|wasn't yours|you",
        "you should|could .. been|had|got|received|heard|found|"
        "never|not|have to",
        "what you were|agreed|ordered|signed|paid|accepted",
        "we|i|nobody|someone should|could|ought|would "
        "have|never|not",
        "you're|you are not|n't|never|right .. wrong|mistaken|overreacting|alone|exaggerating",
        "you .. not|n't .. wrong|mistaken|overreacting|alone|exaggerating|imagining",
        "that's not okay|ok|good|fair|acceptable|on|right|how|what|the|fine|us|who",
        "not good|okay|ok|acceptable|fair|the way|how|what|on|right",
        "our|we|i .. mistake|fault|error", "no excuse",
        "you're|you|are|quite|absolutely .. right"}},
      {"de",
       {"nicht ihre|deine|eure schuld|verantwortung|fehler", "nicht ihr|dein|euer fehler",
        "sie|du "
        "haben|hast recht",
        "hätten|hätte wir|ich|er|es|sie|das"}},
      {"fr",
       {"pas votre|ta|de faute|votre", "vous|tu n'y|n'avez|n'êtes .. rien|pour|tort",
        "n'est pas "
        "normal|acceptable|juste"}},
      {"es",
       {"no es|fue|ha culpa|sido tuya|suya|culpa|tu|su", "no .. culpa tuya|suya",
        "no es "
        "normal|aceptable|justo"}},
      {"pt",
       {"não é|foi culpa|sua|tua|a sua|tua|culpa", "não .. culpa sua|tua",
        "não é normal|aceitável|justo"}},
      {"it",
       {"non è|era colpa|sua|tua sua|tua|colpa", "non .. colpa sua|tua",
        "non è "
        "normale|accettabile|giusto|bello"}},
  };
  return kPhrases;
}

}  // namespace rapport::coach
