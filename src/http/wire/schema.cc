#include "http/wire/schema.h"

namespace rapport::schema {

json::object object(const std::vector<Field>& fields) {
  json::object properties;
  json::array required;
  for (const Field& field : fields) {
    properties[field.name] = field.schema;
    if (field.required) required.emplace_back(field.name);
  }
  json::object out{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) out["required"] = std::move(required);
  out["additionalProperties"] = false;
  return out;
}

json::object list(json::value items) { return {{"type", "array"}, {"items", std::move(items)}}; }

json::object page(json::value each) {
  return object({{"items", list(std::move(each))}, {"next_cursor", or_null(text())}});
}

json::object items(json::value each) { return object({{"items", list(std::move(each))}}); }

json::object ref(std::string_view name) {
  return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

json::value or_null(json::value schema) {
  auto& object = schema.as_object();
  if (const auto* type = object.if_contains("type"); type && !object.contains("enum")) {
    object["type"] = json::array{*type, "null"};
    return schema;
  }
  return json::object{{"oneOf", json::array{schema, json::object{{"type", "null"}}}}};
}

json::object words(std::initializer_list<std::string_view> words) {
  json::array all;
  for (const auto word : words) all.emplace_back(word);
  return {{"type", "string"}, {"enum", std::move(all)}};
}

json::object text() { return {{"type", "string"}}; }

json::object text(int most, int least) {
  json::object out{{"type", "string"}, {"maxLength", most}};
  if (least > 0) out["minLength"] = least;
  return out;
}

json::object id() { return {{"type", "string"}, {"pattern", "^[0-9]+$"}}; }
json::object time() { return {{"type", "string"}, {"format", "date-time"}}; }
json::object whole() { return {{"type", "integer"}, {"minimum", 0}}; }
json::object yes_no() { return {{"type", "boolean"}}; }

}  // namespace rapport::schema
