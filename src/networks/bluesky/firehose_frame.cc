#include "networks/bluesky/firehose_frame.h"

#include <boost/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "networks/bluesky/car.h"
#include "networks/bluesky/cbor.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostOps = 1000;  // of one commit; the protocol says 200

struct Head {
  std::int64_t op = 0;
  std::string_view type;
};

// Hands each pair to `take(key, reader)`, which reads the value and says whether it could.
template <class Take>
bool read_map(CborReader& reader, Take&& take) {
  const auto pairs = reader.open_map();
  if (!pairs) return false;
  for (std::size_t i = 0; i < *pairs; ++i) {
    const auto key = reader.key();
    if (!key || !take(*key)) return false;
  }
  return true;
}

bool read_text(CborReader& reader, std::string_view& text) {
  const auto item = reader.next();
  if (!item || (item->kind != CborKind::kText && item->kind != CborKind::kNull)) return false;
  text = item->bytes;
  return true;
}

bool read_number(CborReader& reader, std::int64_t& number) {
  const auto item = reader.next();
  if (!item || item->kind != CborKind::kNumber) return false;
  number = item->number;
  return true;
}

std::optional<Head> read_head(CborReader& reader) {
  Head head;
  const bool whole = read_map(reader, [&](std::string_view key) {
    if (key == "op") return read_number(reader, head.op);
    if (key == "t") return read_text(reader, head.type);
    return reader.skip();
  });
  if (!whole) return std::nullopt;
  return head;
}

struct Op {
  std::string_view action;
  std::string_view path;
  std::string_view cid;  // in binary; empty of a deletion
};

// What the bodies of all kinds may hold; each kind uses some.
struct Body {
  std::int64_t number = 0;
  std::string_view did;
  std::string_view time;
  std::string_view handle;
  std::optional<bool> active;
  std::string_view status;
  std::string_view name;
  std::string_view message;
  std::vector<Op> ops;
  std::string_view blocks;
};

bool read_op(CborReader& reader, Op& op) {
  return read_map(reader, [&](std::string_view key) {
    if (key == "action") return read_text(reader, op.action);
    if (key == "path") return read_text(reader, op.path);
    if (key != "cid") return reader.skip();
    const auto item = reader.next();
    if (!item || (item->kind != CborKind::kLink && item->kind != CborKind::kNull)) return false;
    op.cid = item->bytes;
    return true;
  });
}

bool read_ops(CborReader& reader, std::vector<Op>& ops) {
  const auto list = reader.next();
  if (!list || list->kind != CborKind::kList || list->count > kMostOps) return false;
  ops.resize(list->count);
  for (Op& op : ops) {
    if (!read_op(reader, op)) return false;
  }
  return true;
}

bool read_body(CborReader& reader, Body& body) {
  return read_map(reader, [&](std::string_view key) {
    if (key == "seq") return read_number(reader, body.number);
    if (key == "repo" || key == "did") return read_text(reader, body.did);
    if (key == "time") return read_text(reader, body.time);
    if (key == "handle") return read_text(reader, body.handle);
    if (key == "status") return read_text(reader, body.status);
    if (key == "name" || key == "error") return read_text(reader, body.name);
    if (key == "message") return read_text(reader, body.message);
    if (key == "ops") return read_ops(reader, body.ops);
    if (key == "active") {
      const auto item = reader.next();
      if (!item || item->kind != CborKind::kBool) return false;
      body.active = item->number != 0;
      return true;
    }
    if (key == "blocks") {
      const auto item = reader.next();
      if (!item || item->kind != CborKind::kBytes) return false;
      body.blocks = item->bytes;
      return true;
    }
    return reader.skip();
  });
}

json::object event_of(const Body& body, Time at, std::string_view kind) {
  return {{"did", body.did}, {"time_us", to_micros(at)}, {"kind", kind}};
}

// The record is JSON already: it goes where the last brace was.
void add_post(const Body& body, const Op& op, Time at, FirehoseFrame& frame) {
  const std::size_t slash = op.path.find('/');
  if (slash == std::string_view::npos || op.path.substr(0, slash) != kPostCollection) return;
  json::object commit{{"operation", op.action},
                      {"collection", kPostCollection},
                      {"rkey", op.path.substr(slash + 1)}};
  std::string record;
  if (op.action != "delete") {
    const auto block = block_in(body.blocks, op.cid);
    if (!block) {
      ++frame.missing;
      return;
    }
    CborReader reader(*block);
    if (!reader.to_json(record) || !reader.rest().empty()) {
      ++frame.missing;
      return;
    }
    commit["cid"] = cid_text(op.cid);
  }
  std::string text = json::serialize(commit);
  if (!record.empty()) {
    text.pop_back();
    text.append(",\"record\":").append(record).append("}");
  }
  std::string event = json::serialize(event_of(body, at, "commit"));
  event.pop_back();
  event.append(",\"commit\":").append(text).append("}");
  frame.events.push_back(std::move(event));
}

void add_events(std::string_view type, const Body& body, FirehoseFrame& frame) {
  if (type == "#commit") {
    for (const Op& op : body.ops) add_post(body, op, frame.at, frame);
  } else if (type == "#identity") {
    json::object event = event_of(body, frame.at, "identity");
    event["identity"] = json::object{{"did", body.did}, {"handle", body.handle}};
    frame.events.push_back(json::serialize(event));
  } else if (type == "#account" && body.active) {
    json::object event = event_of(body, frame.at, "account");
    event["account"] =
        json::object{{"did", body.did}, {"active", *body.active}, {"status", body.status}};
    frame.events.push_back(json::serialize(event));
  }
}

}  // namespace

std::optional<FirehoseFrame> read_frame(std::string_view bytes, Time now) {
  CborReader reader(bytes);
  const auto head = read_head(reader);
  Body body;
  if (!head || !read_body(reader, body) || !reader.rest().empty()) return std::nullopt;
  FirehoseFrame frame;
  frame.name = clean_utf8(body.name.substr(0, 100));
  frame.message = clean_utf8(body.message.substr(0, 300));
  if (head->op == -1) {
    frame.kind = FrameKind::kError;
    return frame;
  }
  if (head->op != 1) return frame;
  if (head->type == "#info") {
    frame.kind = FrameKind::kInfo;
    return frame;
  }
  if (body.number <= 0) return frame;
  frame.kind = FrameKind::kEvent;
  frame.number = body.number;
  frame.at = parse_time(body.time).value_or(now);
  if (frame.at <= Time{}) frame.at = now;
  add_events(head->type, body, frame);
  return frame;
}

}  // namespace rapport::bluesky
