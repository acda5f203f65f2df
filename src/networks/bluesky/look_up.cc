// Whether an act whose end is unknown stands on the network: its record has a key we chose.

#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {

Result<std::optional<Sent>> look_up(Session& session, const Outgoing& act) {
  auto us = session.who();
  if (!us) return fail(std::move(us.error()));
  auto target = target_of(act, us->did);
  if (!target) return fail(std::move(target.error()));
  const auto uri = parse_at_uri(target->uri);
  if (!uri) return invalid("This act has no usable record key.");
  auto body =
      session.get("com.atproto.repo.getRecord", {{"repo", std::string(uri->repo)},
                                                 {"collection", std::string(uri->collection)},
                                                 {"rkey", std::string(uri->rkey)}});
  const bool removes = takes_away(act.kind);
  if (!body) {
    if (body.error().kind != ErrorKind::kNotFound) return fail(std::move(body.error()));
    if (removes) return Sent{target->uri, {}, {}};
    return std::optional<Sent>();
  }
  if (removes) return std::optional<Sent>();
  auto record = read_record_ref(*body);
  if (!record) return fail(std::move(record.error()));
  return Sent{std::move(record->uri), std::move(record->cid), std::move(record->entities)};
}

}  // namespace rapport::bluesky
