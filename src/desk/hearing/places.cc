#include "desk/hearing/places.h"

#include <set>
#include <string_view>
#include <unordered_map>

namespace rapport {

std::vector<Place> work_out_places(const std::vector<OutlinePost>& outline) {
  std::unordered_map<std::string_view, std::size_t> by_native_id;
  for (std::size_t i = 0; i < outline.size(); ++i) by_native_id.emplace(outline[i].native_id, i);

  std::vector<Place> places(outline.size());
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto found = by_native_id.find(outline[i].parent_native_id);
    if (found != by_native_id.end()) places[i].parent = found->second;
  }

  std::set<AccountId> speak_to_us;  // who spoke to us somewhere in this thread
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto& parent = places[i].parent;
    places[i].address = outline[i].address;
    if (places[i].address != Address::kOurs && parent &&
        outline[*parent].address == Address::kOurs) {
      places[i].address = Address::kDirect;
    }
    if (places[i].address == Address::kDirect) speak_to_us.insert(outline[i].author);
  }

  // 0: not looked at, 1: on the way up (a circle ends there), 2: known.
  std::vector<char> seen(outline.size(), 0);
  std::vector<char> below_us(outline.size(), 0);  // is, or stands below, one of ours or one to us
  for (std::size_t start = 0; start < outline.size(); ++start) {
    std::vector<std::size_t> way;
    std::optional<std::size_t> at = start;
    while (at && seen[*at] == 0) {
      seen[*at] = 1;
      way.push_back(*at);
      at = places[*at].parent;
    }
    bool inherited = at && seen[*at] == 2 && below_us[*at] != 0;
    for (auto each = way.rbegin(); each != way.rend(); ++each) {
      Address& address = places[*each].address;
      const auto& parent = places[*each].parent;
      // "Me too" below a complaint concerns us, and so does all that its people go on to say. What
      // two others then say to one another is their own talk.
      if (address == Address::kContext && inherited &&
          ((parent && places[*parent].address == Address::kDirect) ||
           speak_to_us.contains(outline[*each].author))) {
        address = Address::kBranch;
      }
      inherited = inherited || address == Address::kOurs || address == Address::kDirect;
      below_us[*each] = inherited ? 1 : 0;
      seen[*each] = 2;
    }
  }
  return places;
}

}  // namespace rapport
