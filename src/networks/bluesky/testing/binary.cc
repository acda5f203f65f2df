#include "networks/bluesky/testing/binary.h"

#include <sodium.h>

#include "networks/bluesky/names.h"

namespace rapport::bluesky::testing {
namespace {

std::string head(unsigned major, std::uint64_t value) {
  const auto top = static_cast<unsigned char>(major << 5U);
  if (value < 24) return {static_cast<char>(top | value)};
  unsigned info = 24;
  int size = 1;
  while (info < 27 && value >> (8U * static_cast<unsigned>(size)) != 0) {
    ++info;
    size *= 2;
  }
  std::string out{static_cast<char>(top | info)};
  for (int i = size - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
  return out;
}

std::string varint(std::size_t value) {
  std::string out;
  for (; value >= 0x80; value >>= 7U) out += static_cast<char>(0x80U | (value & 0x7FU));
  return out += static_cast<char>(value);
}

}  // namespace

std::string number(std::int64_t value) {
  return value < 0 ? head(1, static_cast<std::uint64_t>(-1 - value))
                   : head(0, static_cast<std::uint64_t>(value));
}
std::string text(std::string_view value) { return head(3, value.size()).append(value); }
std::string bytes(std::string_view value) { return head(2, value.size()).append(value); }
std::string list(const std::vector<std::string>& items) {
  std::string out = head(4, items.size());
  for (const auto& item : items) out += item;
  return out;
}
std::string map(const Pairs& pairs) {
  std::string out = head(5, pairs.size());
  for (const auto& [key, value] : pairs) out.append(text(key)).append(value);
  return out;
}
std::string link(std::string_view cid) {
  return "\xD8\x2A" + bytes(std::string(1, '\0').append(cid));
}

std::string cid_of(std::string_view block) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(block.data()), block.size());
  return std::string("\x01\x71\x12\x20").append(reinterpret_cast<const char*>(hash), sizeof hash);
}

std::string car(const std::vector<std::string>& blocks) {
  const std::string top =
      map({{"roots", list({link(cid_of(blocks.empty() ? "" : blocks.front()))})},
           {"version", number(1)}});
  std::string out = varint(top.size()) + top;
  for (const auto& block : blocks) {
    out.append(varint(36 + block.size())).append(cid_of(block)).append(block);
  }
  return out;
}

std::string frame(std::string_view type, const Pairs& body) {
  return map({{"t", text(type)}, {"op", number(1)}}) + map(body);
}

std::string error_frame(std::string_view name, std::string_view message) {
  return map({{"op", number(-1)}}) + map({{"error", text(name)}, {"message", text(message)}});
}

std::string post_record(std::string_view words) {
  return map({{"text", text(words)},
              {"$type", text(kPostCollection)},
              {"langs", list({text("en")})},
              {"createdAt", text("2026-11-20T10:00:00.000Z")}});
}

std::string commit(std::int64_t seq, std::string_view did, std::string_view time,
                   std::string_view action, std::string_view rkey, std::string_view record) {
  const std::string other = map({{"a", text("tree node")}});
  const std::string path = std::string(kPostCollection) + "/" + std::string(rkey);
  return frame(
      "#commit",
      {{"ops", list({map({{"cid", record.empty() ? null() : link(cid_of(record))},
                          {"path", text(path)},
                          {"action", text(action)}}),
                     map({{"cid", null()},
                          {"path", text("app.bsky.feed.like/x")},
                          {"action", text("delete")}})})},
       {"rev", text("3rev")},
       {"seq", number(seq)},
       {"repo", text(did)},
       {"time", text(time)},
       {"since", null()},
       {"blobs", list({})},
       {"blocks", bytes(record.empty() ? car({other}) : car({other, std::string(record)}))},
       {"tooBig", no()}});
}

}  // namespace rapport::bluesky::testing
