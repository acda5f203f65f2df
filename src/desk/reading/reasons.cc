#include "desk/reading/readings.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<ReasonView>> Readings::reasons(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<std::vector<ReasonView>> {
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    return taxonomy->all();
  });
}

}  // namespace rapport
