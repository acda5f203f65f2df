#include "base/unicode.h"
#include "desk/tagging/tagging.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<TagView> Tagging::change(const Member& by, TagId id, const std::string& typed,
                                TagColor color) {
  if (!by.may_answer()) return forbidden("Your role can read tags, but not change them.");
  auto name = check_short_name(typed, "A tag");
  RAPPORT_TRY(name);
  return store_.write([&](Unit& unit) -> Result<TagView> {
    auto tag = unit.tags().find(by.workspace, id);
    RAPPORT_TRY(tag);
    tag->name = *name;
    tag->folded = fold_case(*name);
    tag->color = color;
    RAPPORT_TRY(unit.tags().save(*tag));
    RAPPORT_TRY(announce(unit, by.workspace));
    return view_of(unit, std::move(*tag));
  });
}

}  // namespace rapport
