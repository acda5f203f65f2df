// Hiding a reply below a post of ours, for everybody: who wrote it still sees it, others on demand.
//
// The gate is written over exactly what was read (swapRecord), and read again if somebody else was
// faster, so that what another app hid or allowed meanwhile is not lost.

#include <boost/json.hpp>

#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"
#include "networks/bluesky/thread_gate.h"

namespace rapport::bluesky {
namespace {

constexpr std::string_view kGateCollection = "app.bsky.feed.threadgate";
constexpr int kTries = 4;

struct Place {
  std::string_view rkey;
  std::string uri;  // of the gate
};

// Where the gate of the thread is. Views into `act`.
Result<Place> place_of(const Outgoing& act, std::string_view our_did) {
  const auto root = parse_at_uri(act.root_native_id);
  const auto reply = parse_at_uri(act.target_native_id);
  if (!root || root->collection != kPostCollection || !reply ||
      reply->collection != kPostCollection) {
    return invalid("This is no reply on Bluesky.");
  }
  if (root->repo != our_did) return forbidden("Only replies below your own posts can be hidden.");
  return Place{root->rkey, make_at_uri(our_did, kGateCollection, root->rkey)};
}

// As it stands now; an empty one if there is none.
Result<ThreadGate> gate_at(Session& session, const Place& place, std::string_view our_did) {
  auto body =
      session.get("com.atproto.repo.getRecord", {{"repo", std::string(our_did)},
                                                 {"collection", std::string(kGateCollection)},
                                                 {"rkey", std::string(place.rkey)}});
  if (body) return read_thread_gate(*body);
  if (body.error().kind == ErrorKind::kNotFound) return ThreadGate{};
  return fail(std::move(body.error()));
}

bool overtaken(const Error& error) {
  return error.kind == ErrorKind::kInvalid && error.cause.find("InvalidSwap") != std::string::npos;
}

}  // namespace

Result<Sent> set_hidden(Session& session, const Outgoing& act, const std::string& our_did) {
  const auto place = place_of(act, our_did);
  if (!place) return fail(place.error());
  for (int attempt = 0; attempt < kTries; ++attempt) {
    auto gate = gate_at(session, *place, our_did);
    if (!gate) return fail(std::move(gate.error()));
    const Sent done{place->uri, {}, {}};
    if (!gate->set_hidden(act.target_native_id, act.kind == ActKind::kHide)) return done;
    auto& record = gate->record;
    record["$type"] = kGateCollection;
    record["post"] = act.root_native_id;
    if (!record.contains("createdAt")) {
      record["createdAt"] = format_time(act.created_at).substr(0, 23) + "Z";
    }
    boost::json::value before = nullptr;
    if (!gate->cid.empty()) before = boost::json::string(gate->cid);
    auto put = session.write(
        "com.atproto.repo.putRecord",
        boost::json::serialize(boost::json::object{{"repo", our_did},
                                                   {"collection", kGateCollection},
                                                   {"rkey", place->rkey},
                                                   {"record", std::move(record)},
                                                   {"swapRecord", std::move(before)}}));
    if (put) return done;
    if (!overtaken(put.error())) return fail(std::move(put.error()));
  }
  return unavailable("Somebody else is changing this thread's settings just now. We try again.");
}

Result<std::optional<Sent>> look_up_hidden(Session& session, const Outgoing& act,
                                           const std::string& our_did) {
  const auto place = place_of(act, our_did);
  if (!place) return fail(place.error());
  const auto gate = gate_at(session, *place, our_did);
  if (!gate) return fail(gate.error());
  if (gate->hides(act.target_native_id) != (act.kind == ActKind::kHide)) {
    return std::optional<Sent>();
  }
  return Sent{place->uri, {}, {}};
}

}  // namespace rapport::bluesky
