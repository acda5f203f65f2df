#include "networks/feed/state.h"

#include <algorithm>
#include <boost/json.hpp>

#include "networks/feed/post.h"

namespace rapport::feed {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr std::size_t kNewest = 20;
constexpr std::size_t kHashLength = 12;
constexpr std::chrono::seconds kUsual = 15min;
constexpr std::chrono::seconds kShortest = 5min;
constexpr std::chrono::seconds kLongest = 24h;

std::string text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(std::string_view(*text));
}

}  // namespace

std::string State::text() const {
  json::array hashes;
  for (const std::string& each : newest) hashes.emplace_back(each);
  json::object out{{"v", 1},
                   {"url", url},
                   {"etag", etag},
                   {"modified", modified},
                   {"body", body},
                   {"due", format_time(due)},
                   {"pause", pause.count()},
                   {"newest", std::move(hashes)}};
  if (read_at) out["read_at"] = format_time(*read_at);
  return json::serialize(out);
}

State state_of(std::string_view cursor) {
  State state;
  json::error_code error;
  const json::value value = json::parse(json::string_view(cursor.data(), cursor.size()), error);
  const json::object* object = error ? nullptr : value.if_object();
  if (object == nullptr) return state;
  state.url = text_at(*object, "url");
  state.etag = text_at(*object, "etag");
  state.modified = text_at(*object, "modified");
  state.body = text_at(*object, "body");
  state.read_at = parse_time(text_at(*object, "read_at"));
  state.due = parse_time(text_at(*object, "due")).value_or(Time{});
  if (const json::value* pause = object->if_contains("pause"); pause && pause->is_int64()) {
    state.pause = std::chrono::seconds{pause->get_int64()};
  }
  if (const json::value* list = object->if_contains("newest"); list && list->is_array()) {
    for (const json::value& each : list->get_array()) {
      if (const auto* text = each.if_string()) state.newest.emplace_back(std::string_view(*text));
    }
  }
  return state;
}

std::chrono::seconds pause_after(const Document& document,
                                 std::optional<std::chrono::seconds> max_age, Time now) {
  auto pause = kUsual;
  // Sooner than usual only where both may be: a cache's word alone does not make a feed lively.
  const auto asked = std::max(document.every.value_or(0s), max_age.value_or(0s));
  if (asked > 0s) pause = std::clamp(asked, kShortest, kLongest);
  std::optional<Time> newest;
  for (const Item& each : document.items) {
    const auto date = each.published ? each.published : each.updated;
    if (date && (!newest || *newest < *date)) newest = date;
  }
  if (newest && now - *newest > std::chrono::days{60})
    pause = std::max<std::chrono::seconds>(pause, 2h);
  else if (newest && now - *newest > std::chrono::days{7})
    pause = std::max<std::chrono::seconds>(pause, 30min);
  return pause;
}

std::vector<std::string> newest_of(const Document& document) {
  std::vector<const Item*> items;
  for (const Item& each : document.items) items.push_back(&each);
  const auto date = [](const Item* item) {
    return (item->published ? item->published : item->updated).value_or(Time::max());
  };
  std::stable_sort(items.begin(), items.end(),
                   [&](const Item* a, const Item* b) { return date(a) > date(b); });
  std::vector<std::string> out;
  for (const Item* each : items) {
    if (out.size() == kNewest) break;
    out.push_back(short_hash(id_of(*each)).substr(0, kHashLength));
  }
  return out;
}

}  // namespace rapport::feed
