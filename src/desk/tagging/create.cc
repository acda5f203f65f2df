#include "base/unicode.h"
#include "desk/tagging/tagging.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<TagView> Tagging::create(const Member& by, const std::string& typed, TagColor color) {
  if (!by.may_answer()) return forbidden("Your role can read tags, but not make them.");
  auto name = check_short_name(typed, "A tag");
  RAPPORT_TRY(name);
  Tag tag{by.workspace, ids_.make<TagId>(), *name, fold_case(*name), color, clock_.now()};
  return store_.write([&](Unit& unit) -> Result<TagView> {
    auto all = unit.tags().all(by.workspace);
    RAPPORT_TRY(all);
    if (all->size() >= kMost) return invalid("500 tags are the most. Merge some first.", "name");
    RAPPORT_TRY(unit.tags().add(tag));
    RAPPORT_TRY(announce(unit, by.workspace));
    return TagView{tag, {}};
  });
}

}  // namespace rapport
