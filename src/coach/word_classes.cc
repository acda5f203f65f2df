#include "coach/word_classes.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>

namespace rapport::coach {
namespace {

// Words with single spaces; "x*" are all that begin so. Where a word stands twice, the first
// counts.
struct WordClass {
  std::string_view name;
  std::string_view words;
};

struct ClassesOfLanguage {
  std::string_view language;
  std::initializer_list<WordClass> classes;
};

const std::initializer_list<ClassesOfLanguage>& lists() {
  static const std::initializer_list<ClassesOfLanguage> kLists = {
      {"en",
       {
           {"anybody",
            "customers customer guests guest users passengers visitors members tenants residents "
            "travellers everyone everybody most people others other anyone parents applicants "
            "riders buyers subscribers clients patients owners students shoppers diners players "
            "fans households readers thousands millions nobody"},
           {"absolute",
            "all every always never entirely fully strictly thoroughly rigorously highest strict "
            "rigorous regularly carefully properly correctly absolutely certainly exactly each "
            "any ever simply"},
           {"belittling",
            "only just merely quite perfectly normal normally usual usually typical typically "
            "generally minor slight slightly rare rarely few occasional occasionally common "
            "commonly standard reasonable natural expected subjective harmless designed intended "
            "part"},
           {"duty",
            "must should required requires obliged responsible responsibility ensure ought need "
            "needs advised expected asked remind supposed"},
           {"maybe", "may might can could possible possibly vary varies"},
           {"place",
            "dm dms pm pms inbox email e-mail mail form portal hotline phone telephone app "
            "website site webpage page faq faqs link chat livechat helpdesk helpline desk support "
            "ticket tickets branch bio whatsapp messenger finder centre center team department "
            "counter reception online privately private direct message messages call line webform "
            "contact hub section forum helpcentre account profile inquiries enquiries extension "
            "callback"},
           {"going",
            "contact email e-mail call ring phone dm pm message write visit see check refer "
            "consult use submit fill complete log open raise report drop send shoot pop head go "
            "click follow tap reach speak talk ask direct register lodge slide mail text file "
            "forward find available found listed published"},
           {"buying",
            "buy shop order grab get try discover explore enjoy treat upgrade subscribe join "
            "follow share book download sign win hurry save check miss tag visit come taste "
            "experience feel fall meet unlock browse spoil"},
           {"offer",
            "offer offers sale sales discount discounts deal deals promo promotion code "
            "collection range launch launches launched edition season premium pro plus giveaway "
            "prize voucher vouchers free half percent off bundle bundles subscription membership "
            "plan plans store shop shops stock stocks limited exclusive brand-new new newest "
            "latest bestseller bestsellers gift trial bonus points rewards menu line-up lineup "
            "merch summer spring winter autumn weekend today now tomorrow soon"},
           {"glory",
            "best amazing incredible awesome ultimate perfect finest greatest biggest legendary "
            "epic iconic stunning gorgeous delicious tasty luxurious luxury premium world-class "
            "world leading award-winning unbeatable unforgettable unrivalled revolutionary "
            "innovative exciting thrilling phenomenal sensational fantastic brilliant magical "
            "dream favourite favorite loved love passion obsessed insane crazy next-level superb "
            "outstanding excellent exceptional unique number fastest freshest softest smartest "
            "cheapest safest coolest hottest most ever true truly pure real quality craftsmanship "
            "joy happiness adventure journey proud fabulous spectacular mind-blowing"},
           {"care",
            "valued value appreciate appreciated feedback patience understanding inconvenience "
            "concern concerns priority seriously satisfaction commitment committed strive "
            "striving improve improving assist assistance reaching contacting hesitate loyalty "
            "loyal experience experiences wellbeing dedicated delighted pleasure cooperation "
            "attention bearing support matters important"},
           {"handing",
            "passed forwarded escalated logged noted relevant appropriate team colleagues "
            "department shortly soon review reviewed investigate investigating looking aware "
            "working monitoring"},
           {"done",
            "refunded sent replaced fixed repaired mended posted cancelled removed restored "
            "booked moved stopped credited found opened checked asked called rang put switched "
            "changed ordered paid back coming arrives leaves tonight tomorrow morning working"},
           {"pain",
            "bad awful terrible horrible rotten rough hard tough grim nasty poor wrong unfair "
            "unacceptable infuriating maddening annoying frustrating upsetting miserable "
            "frightening scary worrying painful shame pity mess shambles disgrace nightmare "
            "insult blow shock angry cross furious livid upset gutted fed deserve deserved lousy "
            "dreadful shoddy sore ridiculous absurd daft stupid silly crap embarrassing ashamed "
            "ouch ugh oof yikes damn worst last enough longer long waited waiting failed fault "
            "mistake"},
           {"merry",
            "haha hahaha lol hehe yay woo woohoo cheers cheer smile fun funny joke joking kidding "
            "party happy glad enjoy lucky luck oops whoops oopsie weekend awww aww cute chill "
            "relax hugs hug vibes legend mate buddy rockstar silver bright least sounds welcome "
            "congrats congratulations adventure gg sunny"},
           {"we", "we we've we're we'll our us i i've i'm i'll my me"},
           {"you", "you your you're you've you'll you'd yours yourself"},
           {"not",
            "not no don't doesn't didn't can't cannot isn't aren't won't wasn't nothing none "
            "never unable without nor shouldn't wouldn't couldn't haven't hasn't"},
           {"be", "is are was were be been being"},
           {"paper",
            "policy policies terms conditions contract agreement rules rule regulations "
            "regulation guidelines section clause procedure procedures protocol law statutory "
            "limits code standards standard requirements compliance accordance documentation "
            "records system logs tracking notice liability warranty instructions manual label "
            "description website sign signs stated tested trained certified checked inspected "
            "approved legal legally entitled eligible"},
       }},
      {"de",
       {
           {"anybody",
            "kunden kunde kundinnen gäste gast nutzer nutzerinnen fahrgäste reisende besucher "
            "mitglieder mieter bewohner alle jeder jede jeden andere anderen meisten leute "
            "niemand man keiner anwender käufer patienten eltern teilnehmer verbraucher gästen "
            "menschen fahrgästen"},
           {"absolute",
            "alle alles immer stets nie niemals jederzeit sämtliche* vollständig streng* "
            "regelmäßig sorgfältig ordnungsgemäß korrekt höchste* absolut jede* "
            "selbstverständlich grundsätzlich ausschließlich"},
           {"belittling",
            "nur lediglich bloß normal* üblich* gewöhnlich geringfügig* leicht* selten* "
            "gelegentlich vereinzelt* einzelfall durchaus völlig ganz eben halt nun mal einfach "
            "natürlich subjektiv* geschmackssache naturgemäß vorkommen kann handelsüblich*"},
           {"duty",
            "müssen muss musst sollten solltest soll verpflichtet verantwortlich erforderlich "
            "notwendig hätten hättest beachten pflicht zuständig nötig"},
           {"maybe",
            "kann können könnte könnten möglich möglicherweise eventuell variieren gegebenenfalls "
            "vielleicht"},
           {"place",
            "formular kontaktformular mail e-mail email hotline telefon telefonisch website "
            "webseite homepage app link chat nachricht privatnachricht pn dm direktnachricht "
            "kundenservice kundendienst support service filiale portal kundenportal faq faqs bio "
            "seite kontakt team abteilung schalter postfach ticket servicenummer nummer anruf "
            "whatsapp konto kundenkonto hilfe hilfebereich hilfeseite online privat "
            "onlineformular mailadresse"},
           {"going",
            "schreib schreiben schicke schicken schick sende senden kontaktieren kontaktiere ruf "
            "rufen anrufen wende wenden melde melden besuchen besuche nutzen nutze verwenden "
            "nutzt finden findest schau schauen gehe füllen ausfüllen klicken klicke folge folgen "
            "einreichen erreichen erreichst abrufbar verfügbar prüfen lesen lies siehe "
            "informieren stellen"},
           {"buying",
            "kaufen kauf bestellen bestell entdecke entdecken sichern sicher dir gönn gönnen "
            "probier probiere probieren hol holen buchen buche jetzt folge folgt teile teilt "
            "gewinnen gewinne upgrade schnapp verpass verpassen abonnieren abonniere testen teste "
            "genießen genieße freuen erlebe erleben besuch"},
           {"offer",
            "angebot angebote rabatt rabatte sale aktion gutschein gutscheine code kollektion "
            "sortiment neu neue neuen neuer neues neueste* gratis kostenlos prozent sparen "
            "premium plus pro abo tarif shop saison edition limitiert exklusiv* gewinnspiel "
            "verlosung schlussverkauf herbst* sommer* winter* frühling* heute jetzt vorrat bonus"},
           {"glory",
            "beste besten bester bestes einzigartig* unglaublich* fantastisch* großartig* "
            "perfekt* ultimativ* unschlagbar* legendär* preisgekrönt* weltklasse weltbeste* "
            "leidenschaft liebe lieben begeistern begeistert traumhaft* köstlich* lecker* luxus* "
            "qualität höchster genuss erlebnis sensationell* revolutionär* innovativ* nummer "
            "stolz unvergesslich* schnellste* frischeste* schönste* größte* führend* genial* "
            "hammer"},
           {"care",
            "geschätzt* schätzen feedback geduld verständnis unannehmlichkeit* anliegen wichtig "
            "ernst zufriedenheit bemüht bemühen verbessern unterstützung rückmeldung hinweis "
            "vertrauen treue freuen zögern helfen kontaktaufnahme anregung* interesse nachricht"},
           {"handing",
            "weitergeleitet weitergegeben weiter zuständige* abteilung team kollegen "
            "fachabteilung prüfen geprüft bearbeitet notiert aufgenommen schnellstmöglich zeitnah "
            "bald kürze hochdruck arbeiten bearbeitung"},
           {"done",
            "erstattet geschickt verschickt ersetzt repariert behoben storniert gelöscht gebucht "
            "gestoppt gutgeschrieben gefunden geöffnet gefragt angerufen unterwegs heute morgen "
            "abend zurück läuft geht bekommst bekommen kommt kommen"},
           {"pain",
            "schlimm* schlecht* ärgerlich* furchtbar schrecklich* hart bitter blöd doof mist "
            "falsch unfair inakzeptabel frustrierend peinlich traurig zumutung frechheit sauer "
            "wütend enttäuscht* verständlich fehler schuld versagt lange gewartet warten leid tut "
            "versäumt unmöglich daneben schief"},
           {"merry",
            "haha hihi lol juhu hurra prost spaß lustig witz party glück freu freuen fröhlich* "
            "lach* schönen schöne viel kopf hoch süß chillig entspann* immerhin wenigstens hoppla "
            "ups upsi na abenteuer glückwunsch sonnig* feier*"},
           {"we", "wir uns unser unsere unserem unseren unserer ich mich mir mein meine"},
           {"you",
            "du dich dir dein deine deinen deinem deiner sie ihnen ihr ihre ihren ihrem ihrer "
            "euch euer eure"},
           {"not", "nicht kein keine keinen keinem keiner nie niemals nichts ohne leider weder"},
           {"be", "ist sind war waren sein wurde wurden wird werden worden gewesen"},
           {"paper",
            "agb richtlinie* bedingungen geschäftsbedingungen vertrag* regel* hausordnung "
            "vorschrift* gesetz* gesetzlich* paragraph absatz klausel verfahren standard* laut "
            "gemäß system aufzeichnungen unterlagen hinweis* anleitung etikett haftung garantie "
            "frist rechtlich anspruch beförderungsbedingungen tarifbestimmungen geprüft getestet "
            "geschult zertifiziert angegeben vermerkt fristgerecht"},
       }},
      {"fr",
       {
           {"anybody",
            "clients client clientes usagers voyageurs passagers utilisateurs visiteurs membres "
            "locataires habitants tous toutes chacun chaque autres plupart gens personne "
            "consommateurs abonnés parents spectateurs monde"},
           {"absolute",
            "tous toutes toujours jamais chaque entièrement totalement strict* rigoureu* "
            "régulièrement soigneusement correctement absolument systématiquement tout "
            "parfaitement aucun aucune"},
           {"belittling",
            "seulement juste simplement uniquement normal* habituel* généralement rare* rarement "
            "parfois léger légère légèrement occasionnel* arrive arrivent courant* subjectif* "
            "naturel* raisonnable* question goût tout fait quelques"},
           {"duty",
            "devez doit doivent devriez auriez fallait faut falloir nécessaire obligatoire tenu* "
            "responsable* responsabilité dû assurer veiller convient incombe"},
           {"maybe", "peut peuvent pourrait possible éventuellement varier pouvez"},
           {"place",
            "mp dm message messages privé mail e-mail email courriel formulaire site page "
            "application appli lien chat hotline téléphone numéro ligne service support "
            "assistance agence boutique bio faq contact guichet équipe espace compte ticket "
            "whatsapp portail rubrique conseiller conseillers dp"},
           {"going",
            "écrivez écris contactez contacter appelez appeler envoyez envoyer envoie rendez-vous "
            "consultez consulter remplissez remplir visitez visiter cliquez suivez adressez "
            "adressez-vous utilisez utiliser signalez signaler trouverez trouver disponible "
            "disponibles joindre passez rejoignez connectez-vous merci veuillez"},
           {"buying",
            "achetez acheter commandez commander découvrez découvrir profitez profiter essayez "
            "essayer offrez-vous craquez réservez réserver abonnez-vous téléchargez partagez "
            "suivez-nous suivez gagnez gagner foncez venez venir ratez manquez goûtez savourez "
            "vivez fêtez inscrivez-vous"},
           {"offer",
            "offre offres promo promos promotion* soldes réduction* remise code collection gamme "
            "nouveau nouvelle nouveaux nouvelles gratuit* offert* premium plus pro abonnement "
            "forfait boutique saison édition limité* exclusi* concours cadeau* lot printemps été "
            "automne hiver bientôt maintenant aujourd'hui"},
           {"glory",
            "meilleur* incroyable* génial* parfait* ultime* unique* exceptionnel* extraordinaire* "
            "fantastique* sublime* magnifique* délicieu* savoureu* luxe qualité passion adore "
            "adorez adorer amour fier fiers fière primé* inoubliable* imbattable* "
            "révolutionnaire* innovant* leader numéro bonheur expérience magique* légendaire* "
            "plus"},
           {"care",
            "précieu* apprécions apprécier retour retours patience compréhension gêne "
            "désagrément* préoccupation* important* sérieux priorité satisfaction engagés "
            "engagement améliorer assistance confiance fidélité hésitez disposition aider "
            "remercions remerciement* intérêt remarque* écoute"},
           {"handing",
            "transmis transmise transmettons remonté équipe équipes service services concerné* "
            "compétent* traité* traitement étudié* examiné* délais bientôt rapidement brefs noté "
            "pris prise compte vérifi* cours"},
           {"done",
            "remboursé* envoyé* remplacé* réparé* corrigé* annulé* réservé* crédité* retrouvé* "
            "appelé* demandé* part partie repart aujourd'hui demain soir matin retour route "
            "arrive remis*"},
           {"pain",
            "terrible* affreu* horrible* dur dure pénible* nul nulle honte honteux honteuse "
            "inacceptable* inadmissible* injuste* frustrant* énervant* rageant* agaçant* triste "
            "mauvais* faute erreur raté* galère attendre attendu longtemps long trop désolé* "
            "navré* comprends comprend déçu* colère raison normal"},
           {"merry",
            "haha hihi mdr lol ptdr youpi hourra fête amusant drôle rigolo blague sourire "
            "sourires chance bonne joyeux joyeuse ravi* oups allez aventure bravo félicitations "
            "bisous courage profitez soleil moins"},
           {"we", "nous notre nos je j'ai mon ma mes me moi on"},
           {"you", "vous votre vos tu te ton ta tes toi"},
           {"not", "pas ne n'est n'a jamais aucun aucune rien sans ni non plus malheureusement"},
           {"be", "est sont était étaient être été sera seront"},
           {"paper",
            "conditions générales cgv règlement* règle* politique contrat* article clause loi "
            "légal* légales procédure* norme* normes conforme* conformément selon système "
            "registre* dossier notice étiquette garantie responsabilité délai réglementaire* "
            "réglementation testé* formé* certifié* contrôlé* indiqué* mentionné* stipule* "
            "précisé* prévu* affiché*"},
       }},
      {"es",
       {
           {"anybody",
            "clientes cliente usuarios usuario pasajeros viajeros visitantes huéspedes socios "
            "inquilinos vecinos todos todas cada otros demás mayoría gente nadie personas "
            "consumidores abonados padres público"},
           {"absolute",
            "todos todas siempre nunca cada totalmente completamente estricto* estricta* riguros* "
            "regularmente cuidadosamente correctamente absolutamente todo máxim* perfectamente "
            "ningún ninguna"},
           {"belittling",
            "solo sólo solamente simplemente únicamente normal* habitual* generalmente rar* veces "
            "leve* ligero ligera puntual* ocasional* común comunes subjetiv* natural* razonable* "
            "cuestión gustos pocos pocas algún"},
           {"duty",
            "debe deben debería debió debiste deberías tiene tienes hay obligatorio obligación "
            "responsable* responsabilidad necesario asegurarse recordamos recuerda"},
           {"maybe", "puede pueden podría podrían posible posiblemente variar quizá quizás"},
           {"place",
            "md dm mensaje mensajes privado correo email e-mail formulario web página app "
            "aplicación enlace chat teléfono número línea atención soporte servicio oficina "
            "tienda bio faq contacto mostrador equipo cuenta ticket whatsapp portal perfil "
            "sucursal apartado sección"},
           {"going",
            "escríbenos escribe escribir contacta contacte contactar llama llame llámanos llamar "
            "envía envíe envíanos envíenos enviar mándanos manda visita visite consulta consulte "
            "consultar rellena rellene rellenar sigue usa utiliza utilice acude dirígete diríjase "
            "encuentra encontrarás encontrar disponible puedes pulsa abre abrir accede reclamar"},
           {"buying",
            "compra comprar compre pide pedir descubre descubrir aprovecha aprovechar prueba "
            "probar reserva reservar suscríbete descarga comparte síguenos sigue gana ganar corre "
            "ven vengan pierdas disfruta disfrutar saborea vive date únete hazte"},
           {"offer",
            "oferta ofertas promo promoción promociones rebajas descuento* código colección gama "
            "nuevo nueva nuevos nuevas gratis premium plus pro suscripción tarifa tienda "
            "temporada edición limitad* exclusiv* sorteo regalo* primavera verano otoño invierno "
            "ya ahora hoy novedad*"},
           {"glory",
            "mejor mejores increíble* genial* perfect* únic* excepcional* extraordinari* "
            "fantástic* delicios* lujo calidad pasión encanta encantará amor orgullos* premiad* "
            "inolvidable* imbatible* revolucionari* innovador* líder* número felicidad "
            "experiencia mágic* legendari* más auténtic* espectacular*"},
           {"care",
            "apreciamos valoramos comentario* comentarios paciencia comprensión molestias "
            "inconveniente* preocupación importante* serio prioridad satisfacción compromiso "
            "comprometidos mejorar asistencia confianza fidelidad dude dudes ayudar agradecemos "
            "agradecer interés opinión disculpas"},
           {"handing",
            "trasladado trasladamos derivado remitido pasado equipo departamento correspondiente* "
            "tramitad* gestionad* gestionando revisando revisado brevedad pronto breve anotado "
            "trabajando cuenta tomamos"},
           {"done",
            "reembolsado devuelto enviado repuesto arreglado reparado cancelado reservado abonado "
            "encontrado llamado preguntado sale hoy mañana tarde camino vuelta llega puesto "
            "quitado"},
           {"pain",
            "terrible* horrible* dur* pésim* mal malo mala vergüenza vergonzos* inaceptable* "
            "injust* frustrante* triste* fatal error fallo culpa esperar esperando espera largo "
            "demasiad* siento sentimos lamento entiendo entendemos decepción enfado rabia razón "
            "normal molesto"},
           {"merry",
            "jaja jajaja jeje lol yupi fiesta divertid* gracios* broma sonrisa sonríe suerte "
            "feliz alegría ups ay ánimo aventura felicidades enhorabuena besos abrazo sol menos "
            "disfruta relax"},
           {"we", "nosotros nuestro nuestra nuestros nuestras nos hemos yo mi mis me he"},
           {"you", "tú tu tus te ti usted ustedes su sus vosotros vuestro os le les"},
           {"not", "no ni nunca ningún ninguna nada sin jamás tampoco lamentablemente"},
           {"be", "es son era eran ser sido será serán está están fue fueron"},
           {"paper",
            "condiciones términos política* normativa* norma* reglamento contrato* artículo "
            "cláusula ley legal* procedimiento* protocolo* estándar* conforme según sistema "
            "registro* instrucciones manual etiqueta garantía plazo responsabilidad derecho "
            "probad* formad* certificad* revisad* indicad* indica establecid* especificad* consta "
            "vigente*"},
       }},
      {"pt",
       {
           {"anybody",
            "clientes cliente utilizadores usuários passageiros visitantes hóspedes sócios "
            "inquilinos todos todas cada outros outras maioria gente ninguém pessoas consumidores "
            "assinantes pais público"},
           {"absolute",
            "todos todas sempre nunca cada totalmente completamente rigoros* regularmente "
            "cuidadosamente corretamente absolutamente tudo máxim* perfeitamente nenhum nenhuma"},
           {"belittling",
            "só apenas somente simplesmente unicamente normal* habitual* geralmente rar* vezes "
            "leve* ligeir* pontual* pontuais ocasional* comum comuns subjetiv* natural* razoável "
            "questão gosto gostos pouc*"},
           {"duty",
            "deve devem deveria deveriam devia tem têm obrigatório obrigação responsável "
            "responsáveis responsabilidade necessário garantir lembramos"},
           {"maybe", "pode podem poderia possível possivelmente variar talvez"},
           {"place",
            "dm mp mensagem mensagens privado privada direct inbox email e-mail correio "
            "formulário site página app aplicação aplicativo link chat telefone número linha "
            "apoio suporte atendimento serviço loja bio faq contacto contato balcão equipa equipe "
            "conta ticket whatsapp portal perfil sac secção seção"},
           {"going",
            "escreva escreve escreva-nos contacte contate contactar ligue liga ligar envie envia "
            "enviar mande manda visite visita consulte consultar preencha preencher siga use "
            "utilize aceda acesse dirija-se encontra encontrar disponível pode clique clica abra "
            "chame chama fale"},
           {"buying",
            "compre compra comprar peça encomende descubra descobre aproveite aproveita "
            "experimente experimenta reserve subscreva assine baixe descarregue partilhe "
            "compartilhe siga ganhe ganha corra corre venha vem perca percas desfrute viva "
            "junte-se garanta"},
           {"offer",
            "oferta ofertas promo promoção promoções saldos desconto* código cupom coleção gama "
            "novo nova novos novas grátis premium plus pro assinatura plano tarifário loja "
            "temporada edição limitad* exclusiv* sorteio passatempo presente* brinde* primavera "
            "verão outono inverno já agora hoje novidade*"},
           {"glory",
            "melhor melhores incrível incríveis genial perfeit* únic* excecional excepcional "
            "extraordinári* fantástic* delicios* luxo qualidade paixão adora amor orgulho "
            "orgulhos* premiad* inesquecível imbatível revolucionári* inovador* líder número "
            "felicidade experiência mágic* lendári* mais autêntic* espetacular"},
           {"care",
            "valorizamos apreciamos comentário* opinião paciência compreensão incómodo* incômodo* "
            "transtorno* inconveniente* preocupação importante* sério prioridade satisfação "
            "compromisso comprometidos melhorar assistência confiança fidelidade hesite ajudar "
            "agradecemos agradecer interesse disposição"},
           {"handing",
            "encaminhado encaminhada encaminhámos encaminhamos transmitido passado equipa equipe "
            "departamento competente* responsável analisad* analisar tratad* brevemente breve "
            "brevidade anotado trabalhar trabalhando averiguar"},
           {"done",
            "reembolsado devolvido enviado substituído reparado corrigido cancelado reservado "
            "creditado encontrado ligado perguntado sai hoje amanhã tarde caminho volta chega"},
           {"pain",
            "terrível horrível dur* péssim* mau má ruim vergonha vergonhos* inaceitável injust* "
            "frustrante* triste* erro falha culpa esperar espera longo demais demasiad* sinto "
            "lamento lamentamos entendo compreendo deceção decepção raiva chato chateado razão "
            "normal"},
           {"merry",
            "haha hehe kkk rs lol festa divertid* engraçad* piada sorriso sorria sorte feliz "
            "alegria ups ops ânimo força aventura parabéns beijos abraço sol menos aproveite "
            "relaxe"},
           {"we", "nós nosso nossa nossos nossas nos temos eu meu minha me"},
           {"you", "tu teu tua teus tuas te ti você vocês seu sua seus suas lhe"},
           {"not", "não nem nunca nenhum nenhuma nada sem jamais tampouco infelizmente"},
           {"be", "é são era eram ser sido será serão está estão foi foram"},
           {"paper",
            "condições termos política* regulamento* regra* norma* contrato* artigo cláusula lei "
            "legal* legais procedimento* protocolo* padrão conforme segundo sistema registo* "
            "registro* instruções manual etiqueta rótulo garantia prazo responsabilidade direito "
            "testad* formad* certificad* indicad* indica previst* consta vigente* vigor"},
       }},
      {"it",
       {
           {"anybody",
            "clienti cliente utenti utente passeggeri viaggiatori visitatori ospiti soci "
            "inquilini tutti tutte ogni altri altre maggior gente nessuno persone consumatori "
            "abbonati genitori pubblico chiunque"},
           {"absolute",
            "tutti tutte sempre mai ogni totalmente completamente sever* rigoros* regolarmente "
            "accuratamente correttamente assolutamente tutto massim* perfettamente alcun alcuna"},
           {"belittling",
            "solo soltanto semplicemente unicamente normal* abitual* generalmente rar* volte "
            "lieve* lievi sporadic* occasional* comun* soggettiv* natural* ragionevol* questione "
            "gusti poch* capita può"},
           {"duty",
            "deve devono dovrebbe dovrebbero doveva dovevi dovresti obbligatorio obbligo "
            "responsabile responsabili responsabilità necessario assicurarsi ricordiamo tenuto "
            "tenuti bisogna occorre"},
           {"maybe", "può possono potrebbe potrebbero possibile possibilmente variare forse"},
           {"place",
            "dm pm messaggio messaggi privato direct mail e-mail email modulo form sito pagina "
            "app applicazione link chat telefono numero linea assistenza supporto servizio "
            "filiale negozio bio faq contatto contatti sportello team account ticket whatsapp "
            "portale profilo sezione area"},
           {"going",
            "scrivi scrivici scriveteci scriva contatta contattaci contattate contattare chiama "
            "chiamaci chiamate chiami invia inviaci inviare manda mandaci visita visitate "
            "consulta consultare compila compilare segui usa utilizza utilizzare rivolgiti "
            "rivolgersi trova trovi trovare disponibile disponibili puoi clicca apri accedi "
            "scrivere passa"},
           {"buying",
            "compra comprare acquista acquistare ordina scopri scoprire approfitta approfittane "
            "prova provare prenota abbonati scarica condividi seguici segui vinci vincere corri "
            "vieni venite perdere perdete goditi gusta vivi regalati unisciti iscriviti"},
           {"offer",
            "offerta offerte promo promozione promozioni saldi sconto sconti codice collezione "
            "gamma nuovo nuova nuovi nuove gratis premium plus pro abbonamento tariffa negozio "
            "stagione edizione limitat* esclusiv* concorso regalo regali primavera estate autunno "
            "inverno ora oggi novità"},
           {"glory",
            "miglior* incredibil* geniale perfett* unic* eccezional* straordinari* fantastic* "
            "delizios* lusso qualità passione ama amerai adorerai amore orgoglios* premiat* "
            "indimenticabil* imbattibil* rivoluzionari* innovativ* leader numero felicità "
            "esperienza magic* leggendari* più autentic* spettacolar*"},
           {"care",
            "apprezziamo teniamo commento feedback pazienza comprensione disagio disagi "
            "inconveniente* preoccupazione important* serio priorità soddisfazione impegno "
            "impegniamo impegnati migliorare assistenza fiducia fedeltà esitare aiutare "
            "ringraziamo ringraziamento interesse opinione disposizione scusiamo"},
           {"handing",
            "inoltrato inoltrata inoltriamo trasmesso passato team reparto ufficio competente* "
            "preposto presa carico gestit* esaminat* breve presto annotato lavorando lavoro "
            "verificando verifiche"},
           {"done",
            "rimborsato spedito inviato sostituito riparato corretto annullato prenotato "
            "accreditato trovato chiamato chiesto parte oggi domani sera viaggio ritorno arriva "
            "tolto messo"},
           {"pain",
            "terribil* orribil* dur* pessim* brutt* male vergogna vergognos* inaccettabil* "
            "ingiust* frustrant* trist* errore sbaglio colpa aspettare attesa aspettato lung* "
            "troppo dispiace spiace capisco capiamo delusione rabbia ragione normale fastidioso"},
           {"merry",
            "haha ahah ahahah lol evviva festa divertent* simpatic* scherzo sorriso sorridi "
            "fortuna felice gioia ops coraggio forza avventura congratulazioni complimenti baci "
            "abbraccio sole almeno goditi relax dai"},
           {"we", "noi nostro nostra nostri nostre ci abbiamo io mio mia mi ho siamo"},
           {"you", "tu tuo tua tuoi tue ti te lei suo sua suoi sue voi vostro vostra vi"},
           {"not", "non né mai nessun nessuna niente nulla senza purtroppo neanche"},
           {"be", "è sono era erano essere stato stata sarà saranno stati fu"},
           {"paper",
            "condizioni termini politica regolament* regol* norm* contratt* articolo clausola "
            "legge legal* procedur* protocoll* standard conforme secondo sistema registr* "
            "istruzioni manuale etichetta garanzia termine responsabilità diritto testat* formati "
            "formato certificat* controllat* indicat* previst* riportat* risulta vigent* vigore"},
       }},
  };
  return kLists;
}

constexpr std::size_t kShortestBeginning = 3;

struct Lookup {
  std::unordered_map<std::string_view, std::string_view> words;
  std::unordered_map<std::string_view, std::string_view> beginnings;
};

std::unordered_map<std::string_view, Lookup> make_lookups() {
  std::unordered_map<std::string_view, Lookup> out;
  for (const ClassesOfLanguage& of : lists()) {
    Lookup& lookup = out[of.language];
    for (const WordClass& one : of.classes) {
      for (std::size_t begin = 0; begin < one.words.size();) {
        const std::size_t end = std::min(one.words.find(' ', begin), one.words.size());
        const std::string_view word = one.words.substr(begin, end - begin);
        if (word.ends_with('*')) {
          lookup.beginnings.emplace(word.substr(0, word.size() - 1), one.name);
        } else {
          lookup.words.emplace(word, one.name);
        }
        begin = end + 1;
      }
    }
  }
  return out;
}

}  // namespace

std::string_view class_of_word(std::string_view language, std::string_view normal) {
  static const std::unordered_map<std::string_view, Lookup> kLookups = make_lookups();
  const auto lookup = kLookups.find(language);
  if (lookup == kLookups.end()) return {};
  const auto& [words, beginnings] = lookup->second;
  if (const auto found = words.find(normal); found != words.end()) return found->second;
  if (beginnings.empty()) return {};
  for (std::size_t size = normal.size(); size >= kShortestBeginning; --size) {
    const auto found = beginnings.find(normal.substr(0, size));
    if (found != beginnings.end()) return found->second;
  }
  return {};
}

}  // namespace rapport::coach
