#include "app/line_id.h"

#include <cstdint>
#include <string_view>

#include "http/wire/json_text.h"

namespace rapport {

bool read_line_id(simdjson::dom::element value, std::string& id) {
  std::string_view text;
  std::int64_t whole = 0;
  id.clear();
  if (value.get(text) == simdjson::SUCCESS) {
    add_json_text(id, text);
  } else if (value.get(whole) == simdjson::SUCCESS) {
    add_json_number(id, whole);
  } else {
    return value.is_null();
  }
  return true;
}

}  // namespace rapport
