// The words JSON schemas are written with. Only sources of wire/ include this.

#pragma once

#include <boost/json.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/wire/json.h"

namespace rapport::schema {

// A schema that other schemas point to by name.
struct Named {
  std::string name;
  json::object schema;
};

struct Field {
  std::string name;
  json::value schema;
  bool required = true;
};

// An object of exactly these fields.
json::object object(const std::vector<Field>& fields);
json::object list(json::value items);
json::object page(json::value items);   // { items, next_cursor }
json::object items(json::value items);  // { items }
json::object ref(std::string_view name);
json::value or_null(json::value schema);
json::object words(std::initializer_list<std::string_view> words);

json::object text();
json::object text(int most, int least = 0);  // lengths in characters
json::object id();                           // decimal string
json::object time();                         // RFC 3339
json::object whole();                        // an integer ≥ 0
json::object yes_no();

}  // namespace rapport::schema
