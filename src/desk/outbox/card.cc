// The card of a link: what its page said of itself, asked once and kept with the act.
//
// The page may say something else a minute later, and a repeat has to be the same record. So it is
// asked before the first attempt, outside any transaction, and what it said is stored before
// anything is sent. A page that does not answer leaves the bare address, and that is kept as well.

#include "desk/outbox/cards.h"
#include "desk/outbox/deliverer.h"
#include "store/store.h"

namespace rapport {

Result<OutgoingCard> Deliverer::kept_card(Unit& unit, const Act& act) {
  OutgoingCard card{act.card_url, act.card_title, act.card_description, {}};
  if (!act.card_thumb) return card;
  auto thumb = unit.attachments().find(act.workspace, *act.card_thumb);
  RAPPORT_TRY(thumb);
  card.thumb = OutgoingImage{std::move(thumb->bytes), thumb->mime, {}, thumb->width, thumb->height};
  return card;
}

Result<Done> Deliverer::read_card(Attempt& attempt) {
  if (attempt.act.card_url.empty() || attempt.act.card_read) return Done{};
  auto connector = connectors_.get(attempt.channel);
  RAPPORT_TRY(connector);
  OutgoingCard card = (*connector)->card(attempt.act.card_url);

  Act act = attempt.act;
  act.card_read = true;
  act.card_title = card.title;
  act.card_description = card.description;
  if (card.thumb) act.card_thumb = ids_.make<AttachmentId>();
  auto kept = store_.write([&](Unit& unit) -> Result<Done> {
    if (card.thumb) {
      RAPPORT_TRY(unit.attachments().add(
          thumb_attachment(*card.thumb, act.workspace, act.by, *act.card_thumb, clock_.now())));
    }
    return unit.outbox().save(act);
  });
  RAPPORT_TRY(kept);
  attempt.act = std::move(act);
  attempt.outgoing.card = std::move(card);
  return Done{};
}

}  // namespace rapport
