#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kMostBytes = 200;

}  // namespace

Result<std::vector<Preference>> Team::preferences(const Member& by) {
  return store_.read([&](Unit& unit) { return unit.members().preferences(by.workspace, by.id); });
}

Result<Done> Team::prefer(const Member& by, PreferenceKind kind, const std::string& value) {
  if (value.size() > kMostBytes) {
    return invalid("That is too long: 200 bytes at most.", "value");
  }
  return store_.write([&](Unit& unit) -> Result<Done> {
    // Somebody who was removed a moment ago leaves nothing behind.
    RAPPORT_TRY(unit.members().find(by.workspace, by.id));
    return unit.members().prefer({by.workspace, by.id, kind, value});
  });
}

}  // namespace rapport
