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

void add_wrong_line(std::string& out, std::size_t number, std::string_view id,
                    std::string_view what) {
  out += "{\"line\":";
  add_json_number(out, static_cast<std::int64_t>(number));
  if (!id.empty()) {
    out += ",\"id\":";
    out += id;
  }
  out += ",\"error\":";
  add_json_text(out, what);
  out += "}\n";
}

}  // namespace rapport
