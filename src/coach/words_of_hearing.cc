// How people show that they heard what went wrong: they say sorry, own it, call it what it is, or
// stand where the other stands.

#include "coach/words.h"

namespace rapport::coach {

const Phrases& sorry_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry",
        "apolog*",
        "forgive us|me",
        "ouch",
        "oh no",
        "oh dear",
        "you're|you are right",
        "you have a point",
        "fair point|enough",
        "i believe you",
        "should|must not|never|have happen|happened|shouldn't",
        "shouldn't have",
        "should have been|had|reached|gone",
        "that|this is|was on us|me",
        "our|my mistake|mix-up|fault|error|failing|slip",
        "on our side",
        "is not|no what|how|fun|excuse|ok|okay|acceptable|joke|answer|legroom",
        "that's not what|how|on|ok|okay|good|acceptable",
        "is a lot",
        "is|are no joke|fun|excuse|way",
        "is|are|was far|much too|way long",
        "would make|have made|annoy|upset me|anyone",
        "must have been|be|felt|hurt",
        "i'd be|feel angry|annoyed|cross|upset|furious",
        "thank|thanks for telling|saying|warning",
        "that's a|an shame|pity|nasty|awful|poor",
        "maddening"}},
      {"de",
       {"tut mir|uns .. leid", "leid", "entschuldig*", "verzeih*", "sorry", "unser fehler",
        "geht gar nicht", "ärgerlich*", "sie haben|du hast recht",
        "verstehe|verstehen ihren|deinen ärger"}},
      {"fr",
       {"désolé*", "navré*", "excus*", "pardon", "vous avez raison", "notre erreur|faute",
        "regrett*"}},
      {"es",
       {"lo siento|sentimos|lamento|lamentamos", "lament*", "perdón", "perdona*", "disculp*",
        "tienes|tiene razón", "nuestro error", "es inaceptable"}},
      {"pt",
       {"lament*", "desculp*", "sinto|sentimos muito", "tem|tens razão", "erro .. nosso",
        "nosso erro"}},
      {"it",
       {"mi|ci dispiace", "dispiace", "spiace", "scus*", "hai|ha ragione", "nostro errore",
        "errore nostro"}},
  };
  return kPhrases;
}

const Phrases& heard_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {// what we did
        "our|my .. mistake|fault|error|slip|failing|doing|oversight|mess|blunder|mix-up|miss",
        "is|was|that's|it's|this|all|entirely|squarely|both on us|me|ours", "on our side|part|end",
        "down to us|me", "ours to fix|mend|own|carry|put", "we|i got .. wrong",
        "we|i've|i|we've messed|screwed|slipped|mucked", "we|i|we've|i've dropped|dropping the|a",
        "we|i|we've|i've .. let you|him|her|them down",
        "we|i|we've|i've .. failed|forgot|forgotten|botched|bungled|overlooked|muddled",
        "we|i should|ought .. have|to|warned|told|answered|rung|called|written|said|been",
        "we|i|nobody didn't|did .. told|rang|answer|tell|ring|listen|keep|look|warn|reply",
        "we|i owe you", "we|i were|was|are|am wrong", "no business",
        "should|ought to|have|be|last .. "
        "lasted|held|worked|survived|arrived|come|been|last|told|warned|known|"
        "better|happened|decade|years",
        "i'd|we'd|would have .. "
        "too|walked|left|cancelled|screamed|given|lost|felt|said|wanted|been|gone",
        "fell|falls|fallen short", "short of what", "not|nowhere .. good enough",
        "isn't|wasn't|aren't good enough", "own|owning this|it|up", "take|takes the|full blame",
        "ashamed|mortified|embarrass*", "left you waiting|hanging|standing|without|alone",
        "kept|keeping you waiting|hanging",
        // what it is
        "awful|terrible|dreadful|inexcusable|unforgivable|unacceptable|infuriating|maddening|"
        "rotten|galling|heartbreaking|horrible|horrid|miserable|appalling|disgraceful|shameful|"
        "humiliating|outrageous|shocking|exasperating|gutting|unfair|lousy|shoddy|shabby|"
        "indefensible",
        "frustrating|upsetting|annoying|disappointing|frightening|stressful|worrying|irritating|"
        "exhausting|alarming|distressing|inconsiderate|rough|grim|nasty|scary",
        "that|this|it|which is|was|must|sounds|looks|feels|isn't|wasn't "
        "bad|wrong|hard|poor|sad|silly|daft|much|right|fair|fine|funny|backwards|serious|unkind",
        "not right|fair|ok|okay|acceptable|on|fine|funny|normal",
        "far|way|much|is|are|was|far-too too "
        "long|late|much|many|often|slow|cold|hot|loud|small|few",
        "too long|many|often a|an|to|for|without|by|and|is|i'm|in|on", "long enough", "no way to",
        "no excuse|excuses|use|good|joke|fun|comfort|way|place|state",
        "what a|an .. mess|shame|pity|disappointment|start|day|week|way|letdown|fright|scare|"
        "nuisance|pain|waste|night|evening|morning|nightmare|thing|welcome|experience|journey|trip",
        "a|an|quite|real .. mess|shame|disgrace|letdown|nuisance|disappointment|fright|nightmare|"
        "ordeal|failure|insult|farce|shambles|bad|poor",
        "once|twice|times|one|day|days|weeks|hours is|too too|many|once",
        "worst .. time|moment|day|start|way", "last thing you|anyone|anybody|a",
        "should|could|must|ought never|not|no .. happen|happened|be|have|go|gone|take|wait|left",
        "shouldn't|mustn't|oughtn't|couldn't be|have|happen|take|cost|look|need|go",
        "nobody|no-one|anyone should|deserves|wants|needs|ought|likes",
        "no one should|deserves|wants",
        "not .. you|anyone paid|ordered|asked|expect|expected|signed|deserve|deserved|want|wanted",
        "not how|what|the we|you|it|a|service|way|welcome|standard|answer", "hate that|to|this",
        "hurts|hard|painful to read|hear", "makes no sense|me",
        // where they stand
        "deserve|deserved|deserves .. better|more|answer|explanation|apology",
        "i'd|we'd|i|we|you'd|anyone|anybody|anyone's|who "
        "would|wouldn't|be|feel|have|want|say|think .. "
        "angry|annoyed|cross|upset|furious|livid|mad|fed|cheated|worried|scared|same|too|"
        "frustrated",
        "would|wouldn't .. "
        "upset|anger|annoy|hurt|worry|scare|frighten|frustrate|disappoint|infuriate "
        "me|us|anyone|anybody|anyone's|everybody",
        "no wonder", "every right|reason to", "you've|have every|a right|reason",
        "rightly|rightfully|understandably|justifiably",
        "quite|absolutely|completely|totally|you're|are right",
        "understand|see|get|understandable why|that you|you're|they|it|your",
        "can .. see|imagine|understand|feel|hear|tell .. why|how|what|that|you", "can't imagine",
        "your|the anger|frustration|disappointment|annoyance is|makes|was|and",
        "must be|have|feel|hurt|look|seem", "feel|feeling|feels for|let|ignored|cheated|robbed",
        "wish we|i|it|that had|could|were", "you|she|he|they|your shouldn't have|need|be",
        "thank|thanks .. for telling|saying|warning|honest|honesty|bluntness"}},
      {"de",
       {"unser|unsere|mein|meine fehler|schuld|versehen|versäumnis|panne|patzer|schlamperei",
        "fehler .. von|bei|auf uns|mir|unserer",
        "liegt|lag an|bei uns|mir",
        "geht|gehen|nehmen|nehme .. unsere|uns kappe|rechnung",
        "haben|habe wir|ich .. verbockt|vermasselt|versäumt|vergessen|falsch|verschlafen|versagt",
        "wir|ich haben|habe .. verbockt|vermasselt|versäumt|vergessen|falsch|verschlafen|versagt",
        "wir|ich hätten|hätte",
        "hätten|hätte wir|ich",
        "darf|dürfte|dürfen|sollte|sollten|hätte|kann|muss .. nicht|nie .. "
        "passieren|sein|vorkommen|dürfen|geschehen|so",
        "darf|dürfte|sollte nicht|nie|niemandem|niemand",
        "so nicht",
        "geht .. nicht",
        "tut|tat weh|mehr",
        "schlimm*|furchtbar*|schrecklich*|unmöglich*|inakzeptabel*|mies|miese|peinlich|übel|bitter|"
        "unverzeihlich|frustrierend|enttäuschend|unangenehm|blamabel|beschämend|grausam|"
        "unzumutbar|ungerecht|traurig|mist|frechheit|zumutung|katastrophe|schande",
        "nicht in|akzeptabel|hinnehmbar|schön|gut|fair|richtig ordnung",
        "nicht akzeptabel|hinnehmbar|schön|fair|zumutbar|normal",
        "viel|zu|deutlich zu lang|lange|viel|spät|oft",
        "zu lang|lange|viele|oft",
        "recht|zu|mit haben|recht|sein",
        "haben|hast|hat .. recht",
        "zu recht|tiefst",
        "verstehe*|versteht|verständlich*|nachvollzieh* .. "
        "ärger|wut|frust|enttäuschung|gut|sauer|verärgert|total|enttäuscht|wütend",
        "verständlich*",
        "kann|können .. verstehen|nachvollziehen|vorstellen",
        "wäre|würde|ginge ich|mir|mich|uns|jeder|jeden|jedem",
        "schade",
        "was für ein|eine|einen",
        "so ein|eine|einen mist|ärger|pech|pleite|schreck|chaos|durcheinander",
        "im stich gelassen",
        "ärger*|geärgert"}},
      {"fr",
       {"notre|mon|ma|de faute|erreur|bourde|oubli|manquement|raté",
        "faute|erreur est|vient .. nous",
        "nous|on aurions|aurait|avons|a .. dû|failli|manqué|oublié|raté|trompés",
        "n'aurait|n'auraient|n'auriez|n'aurais .. pas|jamais dû", "aurait|auraient dû",
        "ne devrait|devait|doit|devraient pas|jamais",
        "n'est|n'était|est|c'est pas|vraiment|franchement "
        "normal|acceptable|admissible|correct|juste|digne|sérieux|possible|bien|ce",
        "inacceptable|inadmissible|inexcusable|impardonnable|rageant|frustrant|agaçant|affreux|"
        "horrible|terrible|pénible|décevant|honteux|lamentable|grave|insupportable|injuste|"
        "énervant|révoltant|catastrophique",
        "compren* .. "
        "colère|agacement|déception|frustration|énervement|mécontentement|inquiétude|que",
        "à votre|ta place", "bien|beaucoup|vraiment trop", "trop long|longtemps|tard|de",
        "honte|dommage", "mérit* .. mieux|autre",
        "quel|quelle .. "
        "galère|déception|horreur|pagaille|gâchis|cauchemar|poisse|peur|soirée|journée|frayeur",
        "raison d'être|de|sur", "vous|tu avez|as .. raison", "ça|cela ne se|fait"}},
      {"es",
       {"nuestro|nuestra|mi|mío error|fallo|culpa|responsabilidad|despiste",
        "error|fallo|culpa es|nuestro|nuestra|mío|mía", "es culpa nuestra|mía",
        "no debería|debió|debería|puede|debe|tendría|tenía|deberías .. "
        "haber|pasar|ser|ocurrir|suceder|que|pasado|esperar",
        "deberíamos|tendríamos|debimos", "hemos|he .. fallado|metido|equivocado|olvidado",
        "inaceptable|imperdonable|intolerable|indignante|terrible|horrible|lamentable|frustrante|"
        "vergonzoso|injusto|grave|desesperante|penoso|inadmisible",
        "no es|está|hay normal|aceptable|recibo|justo|bien|forma|excusa|derecho|manera",
        "entend*|entiendo|comprend* .. "
        "enfado|rabia|frustración|estés|esté|molest*|indignación|enoj*",
        "normal que", "demasiado|demasiada|demasiados|demasiadas", "merec* .. mejor|más|algo|una",
        "qué rabia|mal|faena|pena|horror|desastre|vergüenza|disgusto|lío|susto|fastidio",
        "una vergüenza|faena|pena|pesadilla|lata|putada|falta",
        "tienes|tiene|tenéis|tienen .. razón", "yo también|estaría"}},
      {"pt",
       {"nosso|nossa|meu erro|falha|culpa|responsabilidade|descuido",
        "erro|falha|culpa .. nosso|nossa", "falhámos|falhamos|errámos|erramos|devíamos|deveríamos",
        "não devia|deveria|podia|pode|deve|era|poderia .. ter|acontecer|ser|assim|suposto",
        "inaceitável|imperdoável|inadmissível|grave|horrível|terrível|lamentável|frustrante|"
        "revoltante|péssimo|injusto|chato|vergonhoso|absurdo",
        "não é|está normal|aceitável|justo|certo|correto|forma",
        "compreend*|entend* .. frustração|irritação|revolta|esteja|chateação|desilusão|raiva",
        "tempo demais", "demasiado|tempo|tarde|muito tempo|demais",
        "merec* .. melhor|mais|outra|uma",
        "que chatice|pena|raiva|situação|pesadelo|vergonha|susto|"
        "confusão|chato|horror|transtorno",
        "desilusão|decepção|desgosto", "uma vergonha|chatice|pena", "tem|tens|têm .. razão",
        "eu também ficaria"}},
      {"it",
       {"nostro|nostra|mio|colpa errore|colpa|nostra|svista|mancanza",
        "errore|colpa .. nostro|nostra", "avremmo|dovevamo dovuto",
        "abbiamo|ho sbagliato|mancato|dimenticato", "non si|va|è .. deve|dovrebbe|fa|tratta|lascia",
        "non doveva|dovrebbe|deve|può|sarebbe|avrebbe|dovevi .. succedere|accadere|essere|dovuto|"
        "capitare|aspettare|andare",
        "inaccettabile|imperdonabile|vergognoso|grave|assurdo|terribile|orribile|frustrante|"
        "ingiusto|inammissibile|brutto|brutta|spiacevole|deludente",
        "non è|va normale|accettabile|giusto|bello|bene|ammissibile",
        "capisc*|comprend*|capiamo .. rabbia|delusione|frustrazione|arrabbi*|fastidio|amarezza",
        "troppo tempo|tardi|lungo|troppo|a", "merit* .. meglio|altro|scuse",
        "che rabbia|brutta|brutto|peccato|disastro|pasticcio|seccatura|delusione|spavento",
        "mortificat*|costernat*", "ha|hai|avete .. ragione", "anch'io|io sarei"}},
  };
  return kPhrases;
}

// An apology for what it did to them in general is none for what happened.
const Phrases& hollow_sorry_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry|apolog* .. inconvenience*|dissatisfaction|disappointment",
        "sorry|apolog* .. you|you're|your|to feel|feeling|felt|see|think|believe",
        "apologies|sorry|apologise|apologize for any|if", "sorry|apolog* for the|your .. caused",
        "sorry|apolog* for|about the|your|this|that experience|situation|circumstances", "sorry if",
        "regret to inform|any|that"}},
      {"de",
       {"entschuldig*|leid|bedauer* .. unannehmlichkeiten|umstände|unannehmlichkeit",
        "leid|bedauern|bedaure dass|wenn sie|du|ihr|ihr|euer .. "
        "so|das|empfinden|empfindest|fühlen|fühlst|erwartungen"}},
      {"fr",
       {"excuser pour la gêne", "prions de nous excuser",
        "excus*|désolé*|navré*|regrett* .. "
        "désagrément*|gêne|occasionné*|situation",
        "désolé*|navré* que|si|d'apprendre vous|tu|cela|ce"}},
      {"es",
       {"lament*|sentimos|siento|disculp* .. molestias|inconvenientes|inconveniente|ocurrido|"
        "sucedido|situación|molestia",
        "lament*|sentimos|siento que .. sienta|sientas|sienten|parezca|piense|sea"}},
      {"pt",
       {"desculp* pelo|pelos .. "
        "causado|causados|incómodo|incômodo|transtorno|transtornos|incómodos|"
        "inconveniente|inconvenientes",
        "lament* .. "
        "sucedido|ocorrido|transtorno|transtornos|incómodo|incômodo|situação|inconveniente",
        "lament*|sentimos|sinto|desculpe que|se .. sinta|sintas|sente|pense|ache"}},
      {"it",
       {"scus*|dispiace|spiace .. disagio|disagi|inconveniente|inconvenienti|accaduto|situazione",
        "dispiace|spiace che|se .. senta|senti|sentite|sentito|sembri|pensi"}},
  };
  return kPhrases;
}

// Said of anything: no word of what happened.
const Phrases& thin_sorry_phrases() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry to hear|read|see that|this|it", "sorry about|for that|this|it", "my apologies",
        "sorry|apolog* .. trouble|experience|issue|issues|problem|problems|troubles|confusion|"
        "misunderstanding"}},
      {"de", {"tut .. leid zu hören"}},
      {"fr", {"désolé*|navré* d'apprendre"}},
      {"es", {"sentimos|lamentamos oír|leer|saber eso|esto"}},
      {"pt", {"lamentamos|sentimos saber"}},
      {"it", {"dispiace sentire|leggere"}},
  };
  return kPhrases;
}

}  // namespace rapport::coach
