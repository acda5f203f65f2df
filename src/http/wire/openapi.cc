#include "http/wire/openapi.h"

#include "http/routes.h"
#include "http/version.h"
#include "http/wire/gap.h"
#include "http/wire/help_site.h"
#include "http/wire/parts.h"
#include "http/wire/schema.h"

namespace rapport {
namespace {

using namespace schema;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

json::object content(std::string_view type, json::value schema) {
  return {{type, json::object{{"schema", std::move(schema)}}}};
}

json::array parameters(const Route& route) {
  json::array out;
  for (auto begin = route.path.find('{'); begin != route.path.npos;
       begin = route.path.find('{', begin + 1)) {
    const auto end = route.path.find('}', begin);
    const auto name = route.path.substr(begin + 1, end - begin - 1);
    out.push_back(json::object{{"name", name},
                               {"in", "path"},
                               {"required", true},
                               {"schema", name == "key" ? text(100, 1) : id()}});
  }
  for (const QueryParameter& query : route.query) {
    out.push_back(json::object{{"name", query.name},
                               {"in", "query"},
                               {"required", query.required},
                               {"description", query.what},
                               {"schema", text()}});
  }
  return out;
}

json::object picture_content() {
  const json::object bytes{{"type", "string"}, {"format", "binary"}};
  json::object out;
  for (const auto type : {"image/jpeg", "image/png", "image/webp"}) {
    out[type] = json::object{{"schema", bytes}};
  }
  return out;
}

json::object good_response(const Route& route) {
  if (route.response.empty()) return {{"description", "Done"}};
  if (route.response == "EventStream") {
    return {{"description",
             "Events conversation, counts, act, channel, person, team, tags, views, mention, "
             "reading, monitor, alert, article, presence, "
             "reset and ping"},
            {"content", content("text/event-stream", text())}};
  }
  if (route.response == "Export") {
    json::object types = content("application/json", ref("ConversationExport"));
    for (const char* type : {"text/markdown", "text/plain"}) {
      types[type] = json::object{{"schema", text()}};
    }
    return {{"description", "The whole conversation"}, {"content", std::move(types)}};
  }
  if (route.response == "Picture") {
    return {{"description", "The file"}, {"content", picture_content()}};
  }
  if (route.response == "OpenApi") {
    return {{"description", "An OpenAPI document"},
            {"content", content("application/json", json::object{{"type", "object"}})}};
  }
  return {{"description", std::string(route.response)},
          {"content", content("application/json", ref(route.response))}};
}

json::array security(const Route& route) {
  if (route.who == Who::kEveryone) return {};
  return {json::object{{"session", json::array{}}}, json::object{{"token", json::array{}}}};
}

std::string who_may(Who who) {
  if (who == Who::kEveryone) return "Everyone, also without a session.";
  if (who == Who::kSignedIn) return "Every member.";
  std::string roles;
  for (const Role role : all_roles()) {
    if (!may(role, *permission_for(who))) continue;
    roles += (roles.empty() ? "" : ", ") + std::string(to_word(role));
  }
  return "For the roles " + roles + ".";
}

json::object operation(const Route& route) {
  json::object out{{"operationId", route.operation},
                   {"summary", route.summary},
                   {"description", who_may(route.who)}};
  if (auto all = parameters(route); !all.empty()) out["parameters"] = std::move(all);
  if (!route.request.empty()) {
    out["requestBody"] = json::object{
        {"required", route.request != "AsBody"},
        {"content", takes_picture(route) ? picture_content()
                                         : content("application/json", ref(route.request))}};
  }
  out["responses"] = json::object{
      {std::to_string(route.status), good_response(route)},
      {"default", json::object{{"description", "What went wrong"},
                               {"content", content("application/problem+json", ref("Problem"))}}}};
  out["security"] = security(route);
  return out;
}

json::object schemas() {
  json::object out;
  for (const auto& part :
       {session_schemas(),  team_schemas(),           conversation_schemas(), thread_schemas(),
        act_schemas(),      person_schemas(),         channel_schemas(),      token_schemas(),
        tag_schemas(),      reading_schemas(),        topic_schemas(),        remedy_schemas(),
        monitor_schemas(),  coverage_schemas(),       alert_schemas(),        view_schemas(),
        article_schemas(),  article_import_schemas(), proposal_schemas(),     bulk_schemas(),
        presence_schemas(), voice_schemas(),          coaching_schemas(),     help_site_schemas(),
        gap_schemas(),      problem_schemas()}) {
    for (const Named& named : part) out[named.name] = named.schema;
  }
  return out;
}

}  // namespace

std::string openapi_json() {
  json::object paths;
  for (const Route& route : routes()) {
    auto& path = paths[route.path];
    if (!path.is_object()) path = json::object{};
    path.as_object()[lower(to_word(route.method))] = operation(route);
  }
  const json::object document{
      {"openapi", "3.1.0"},
      {"info",
       json::object{{"title", "Rapport"},
                    {"version", kVersion},
                    {"description",
                     "Ids are decimal strings, times RFC 3339 in UTC. A browser signs in with a "
                     "cookie and sends the session's csrf in X-CSRF-Token with every unsafe "
                     "method; a script sends a personal token."},
                    {"license", json::object{{"name", "AGPL-3.0-or-later"},
                                             {"identifier", "AGPL-3.0-or-later"}}}}},
      {"servers", json::array{json::object{{"url", "/"}}}},
      {"paths", std::move(paths)},
      {"components",
       json::object{
           {"schemas", schemas()},
           {"securitySchemes",
            json::object{
                {"session",
                 json::object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "rapport_session"}}},
                {"token", json::object{{"type", "http"}, {"scheme", "bearer"}}}}}}}};
  return json::serialize(document);
}

}  // namespace rapport
