#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "desk/tagging/tagging.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kNameMost = 40;

}  // namespace

Result<std::string> check_tag_name(const std::string& typed) {
  std::string name(trim(typed));
  if (name.empty()) return invalid("A tag needs a name.", "name");
  if (count_graphemes(name) > kNameMost) {
    return invalid("That name is too long: 40 characters at most.", "name");
  }
  const bool control = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (control || !is_utf8(name)) return invalid("A name is one line of plain text.", "name");
  return name;
}

Result<TagView> Tagging::create(const Member& by, const std::string& typed, TagColor color) {
  if (!by.may_answer()) return forbidden("Your role can read tags, but not make them.");
  auto name = check_tag_name(typed);
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
