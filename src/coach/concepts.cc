#include "coach/concepts.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace rapport::coach {
namespace {

// A thing a line, in all languages. "refund*": all words that begin so.
constexpr auto kThings = std::to_array<std::string_view>({
    "free cost* price* charge* fee fees pay pays paid euro euros pound pounds dollar* quid cents "
    "surcharge kostenlos kost* preis* gebühr* gratuit* prix coût* tarif* gratis precio* cuesta* "
    "coste* grátis preço* custa* prezzo* costa* gratuito expensive cheap* bill",
    "refund* reimburs* erstatt* rembours* reembols* rimbors* devol*",
    "late delay* wait* waited overdue spät* verspät* retard* attend* tarde retras* atraso* "
    "ritardo*",
    "broken broke break* crack* faulty defect* damaged kaputt* defekt* cassé* rot* roto avariad* "
    "rott* guast*",
    "fix* repair* mend* solve* resolve* patch* reparier* behob* répar* arregl* repar* ripar* "
    "aggiust*",
    "open opens opening opened hours geöffnet öffn* ouvert* horaire* abiert* abr* horario* abert* "
    "horário* apert* orari*",
    "closed close closes shut shuts geschlossen schließ* fermé* cerrad* cierr* fechad* fech* "
    "chius*",
    "cancel* unsubscrib* terminat* kündig* stornier* résili* annul* cancela* anul* disd*",
    "deliver* ship* shipping courier* parcel* package* packet* post posted dispatch* paket* "
    "liefer* "
    "sendung* colis livr* paquete* envío* envia* entrega* encomenda* pacco* consegn* spedi*",
    "size* fit fits fitted größe* taille* talla* tamanho* taglia* misura*",
    "replace* replacement* exchange* swap* ersatz* umtausch* tausch* échang* remplac* cambi* "
    "reemplaz* troc* substitu* sostitu*",
    "photo* picture* image* camera* pics foto* bild* imagen* imagem* immagin*",
    "wheelchair* accessible accessib* step-free ramp ramps lift lifts elevator* barrierefrei* "
    "rollstuhl* fauteuil silla accesib* acessí* rampa",
    "phone* telephone* ring rang hotline* telefon* téléphon* teléfono*",
    "email* e-mail* mail mails inbox mailed courriel* correo* posta",
    "password* login* log-in sign-in logged passwort* kennwort* contraseña* senha* accedere",
    "invoice* receipt* rechnung* beleg* facture* factura* recibo* fatura* fattur* scontrino",
    "seat* seats platz plätze sitz* siège* asiento* lugar* posto posti bassinet*",
    "train* rail railway zug züge tren trem treno",
    "bus buses coach coaches autobus autobús ônibus autocarro",
    "bike* bicycle* cycle* cycling fahrrad* rad vélo* bici* bicicleta*",
    "car cars park parking parked drive auto autos voiture* parken coche* aparcar carro* macchina*",
    "bag bags luggage suitcase* baggage rucksack* backpack* koffer* gepäck* bagage* valise* "
    "maleta* "
    "equipaje* mala malas bagagem valigi* zaino* bagagli*",
    "ticket* tickets billet* entrada* bilhete* bigliett* karten fahrkarte*",
    "dog dogs pet pets hund hunde chien* perro* mascota* cão cane cani animal*",
    "child* kid kids baby toddler* under-fours kind kinder enfant* niñ* crianç* bambin* figli*",
    "food eat meal* menu* drink* essen repas comida* comer cibo* mangiare vegan* gluten*",
    "room rooms zimmer chambre* habitación* quarto* camera* stanza*",
    "book booking booked reserv* buch* réserv* prenota*",
    "store shop shops laden läden magasin* boutique* tienda* loja* negozio*",
    "warranty guarantee* garant*",
    "battery batteries akku* batter* batería* bateria*",
    "screen display bildschirm* écran* pantalla* schermo*",
    "sync* backup* restore* export* import* download* herunterlad* télécharg* descarg* scaric*",
    "colour* color* green blue red black white farbe* couleur* grün blau rot schwarz",
    "stock restock* available availab* lager verfügbar* disponib*",
    "allowed permitted permission erlaubt autoris* permiti* permess* permess",
    "speak person human talk spreche* parler hablar falar parlare contact",
    "clean dirty hair sauber* schmutz* propre sucio* limpi* sujo puli*",
    "wifi wi-fi internet signal reception outage* network netz* réseau red rete",
    "safe danger* unsafe sicher* gefähr* sûr seguro* perigos* peligros* sicur* pericol*",
    "deadline* due frist* délai* plazo* prazo* scadenz*",
    "manual* instruction* guide anleitung* notice manuel instruccion* manuale",
    "subtitle* caption* untertitel* sous-titres subtítulo* legenda* sottotitol*",
    "renew* extend* verlänger* renouvel* prolong* renov* rinnov*",
    "return* returned zurück* retour* devolver* devolv* reso",
    "old older age alter âge edad idade età",
    "doctor* dr vet surgeon arzt ärztin médecin médic* medico* doctora",
});

class Table {
 public:
  Table() {
    std::uint8_t thing = 0;
    for (const std::string_view line : kThings) {
      ++thing;
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        std::string_view word = line.substr(at, end - at);
        at = end + 1;
        const bool beginning = word.ends_with('*');
        if (beginning) word.remove_suffix(1);
        (beginning ? beginnings_ : words_).emplace(word, thing);
        if (beginning) shortest_ = std::min(shortest_, word.size());
      }
    }
  }

  std::uint8_t find(std::string_view normal) const {
    if (const auto found = words_.find(normal); found != words_.end()) return found->second;
    for (std::size_t size = std::min(normal.size(), kLongest); size >= shortest_; --size) {
      const auto found = beginnings_.find(normal.substr(0, size));
      if (found != beginnings_.end()) return found->second;
    }
    return 0;
  }

 private:
  static constexpr std::size_t kLongest = 16;  // bytes of a beginning

  std::unordered_map<std::string_view, std::uint8_t> words_;
  std::unordered_map<std::string_view, std::uint8_t> beginnings_;
  std::size_t shortest_ = kLongest;
};

}  // namespace

std::uint8_t concept_of(std::string_view normal) {
  static const Table kTable;
  return kTable.find(normal);
}

}  // namespace rapport::coach
