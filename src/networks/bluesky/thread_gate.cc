#include "networks/bluesky/thread_gate.h"

#include <algorithm>

namespace rapport::bluesky {
namespace {

constexpr std::string_view kHidden = "hiddenReplies";

const boost::json::array* hidden_of(const boost::json::object& record) {
  const auto* value = record.if_contains(kHidden);
  return value == nullptr ? nullptr : value->if_array();
}

bool is(const boost::json::value& value, std::string_view uri) {
  const auto* text = value.if_string();
  return text != nullptr && std::string_view(*text) == uri;
}

}  // namespace

bool ThreadGate::hides(std::string_view uri) const {
  const auto* hidden = hidden_of(record);
  return hidden != nullptr &&
         std::ranges::any_of(*hidden, [&](const auto& each) { return is(each, uri); });
}

bool ThreadGate::set_hidden(std::string_view uri, bool hidden) {
  if (hides(uri) == hidden) return false;
  boost::json::array list;
  if (const auto* before = hidden_of(record)) {
    for (const auto& each : *before) {
      if (!is(each, uri)) list.push_back(each);
    }
  }
  if (hidden) list.push_back(boost::json::string(uri));
  record[kHidden] = std::move(list);
  return true;
}

Result<ThreadGate> read_thread_gate(std::string_view body) {
  boost::system::error_code error;
  boost::json::value whole = boost::json::parse(body, error);
  const auto broken = [] {
    return unavailable("Bluesky's answer about this thread could not be read.");
  };
  if (error || !whole.is_object()) return broken();
  auto* record = whole.get_object().if_contains("value");
  const auto* cid = whole.get_object().if_contains("cid");
  if (record == nullptr || !record->is_object()) return broken();
  // Without it nothing could be changed safely.
  if (cid == nullptr || !cid->is_string() || cid->get_string().empty()) return broken();
  return ThreadGate{std::string(cid->get_string()), std::move(record->get_object())};
}

}  // namespace rapport::bluesky
