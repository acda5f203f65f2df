#include "http/wire/remedy.h"

#include <charconv>

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

std::string_view told(const RemedyStanding& it) {
  if (it.told_at) return "sent";
  if (it.sending) return "sending";
  return it.drafted ? "draft" : "no";
}

json::object remedy_part(const RemedyView& view) {
  const Remedy& it = view.remedy;
  return {{"id", id_json(it.id)},
          {"reason", json::object{{"key", view.reason.key}, {"name", view.reason.name}}},
          {"done", it.done},
          {"article", view.article_title.empty() ? json::value(nullptr)
                                                 : json::object{{"id", id_json(it.article)},
                                                                {"title", view.article_title}}},
          {"since", time_json(it.since)},
          {"at", time_json(it.at)},
          {"by", member_ref(it.by, view.by_name)},
          {"closed_at", time_json(it.closed_at)},
          {"whole", it.whole},
          {"people", view.progress.people},
          {"told", view.progress.told},
          {"aside", view.progress.aside}};
}

json::object person_part(const RemedyPersonView& view) {
  const RemedyStanding& it = view.standing;
  json::value aside = nullptr;
  if (!it.aside.empty()) {
    aside = json::object{
        {"reason", it.aside},
        {"by", it.aside_by ? json::value(member_ref(*it.aside_by, view.aside_by_name)) : nullptr}};
  }
  return {{"person_id", id_json(it.person)},
          {"account", account_ref(view.account)},
          {"conversation_id", id_json(it.conversation)},
          {"post_id", id_json(it.post)},
          {"said_at", time_json(it.said_at)},
          {"excerpt", it.excerpt},
          {"told", told(it)},
          {"told_at", time_json(it.told_at)},
          {"aside", std::move(aside)}};
}

}  // namespace

std::string remedy_json(const RemedyView& view) { return json::serialize(remedy_part(view)); }

std::string remedy_page_json(const RemedyPage& page) {
  json::array items;
  for (const RemedyView& each : page.remedies) items.push_back(remedy_part(each));
  return json::serialize(
      json::object{{"items", std::move(items)}, {"next_cursor", id_json(page.next)}});
}

std::string remedy_person_json(const RemedyPersonView& view) {
  return json::serialize(person_part(view));
}

std::string remedy_people_json(const RemedyPeoplePage& page) {
  json::array items;
  for (const RemedyPersonView& each : page.people) items.push_back(person_part(each));
  json::value next = nullptr;
  if (page.next) {
    next = json::string(std::to_string(to_micros(page.next->said_at)) + "_" +
                        to_string(page.next->post));
  }
  return json::serialize(
      json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}});
}

std::optional<RemedyPlace> read_remedy_cursor(std::string_view cursor) {
  const auto mark = cursor.find('_');
  if (mark == cursor.npos) return std::nullopt;
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + mark, micros);
  const auto id = parse_id<PostId>(cursor.substr(mark + 1));
  if (error != std::errc{} || end != cursor.data() + mark || !id) return std::nullopt;
  return RemedyPlace{from_micros(micros), *id};
}

Result<RemedyRequest> read_remedy(std::string_view text) {
  BodyReader body(text);
  RemedyRequest out;
  out.done = body.text("done", {.least = 1, .most = 2000});
  out.article = body.optional_id<ArticleId>("article_id");
  const auto days = body.optional_whole("days").value_or(30);
  RAPPORT_TRY(body.finish());
  if (days < 1 || days > 366) return invalid("Ask for 1 to 366 days.", "days");
  out.days = static_cast<int>(days);
  return out;
}

Result<std::string> read_aside(std::string_view text) {
  BodyReader body(text);
  auto reason = body.text("reason", {.least = 1, .most = 500});
  RAPPORT_TRY(body.finish());
  return reason;
}

std::vector<schema::Named> remedy_schemas() {
  using namespace schema;
  return {
      {"Remedy", object({{"id", id()},
                         {"reason", ref("ReasonRef")},
                         {"done", text()},
                         {"article", or_null(ref("ArticleRef"))},
                         {"since", time()},
                         {"at", time()},
                         {"by", ref("MemberRef")},
                         {"closed_at", or_null(time())},
                         {"whole", yes_no()},
                         {"people", whole()},
                         {"told", whole()},
                         {"aside", whole()}})},
      {"RemedyPage", page(ref("Remedy"))},
      {"RemedyPerson",
       object(
           {{"person_id", id()},
            {"account", ref("AccountRef")},
            {"conversation_id", id()},
            {"post_id", id()},
            {"said_at", time()},
            {"excerpt", text()},
            {"told", words({"no", "draft", "sending", "sent"})},
            {"told_at", or_null(time())},
            {"aside", or_null(object({{"reason", text()}, {"by", or_null(ref("MemberRef"))}}))}})},
      {"RemedyPeoplePage", page(ref("RemedyPerson"))},
      {"RemedyBody", object({{"done", text(2000, 1)},
                             {"days", whole(), false},
                             {"article_id", or_null(id()), false}})},
      {"AsideBody", object({{"reason", text(500, 1)}})},
  };
}

}  // namespace rapport
