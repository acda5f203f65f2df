// DAG-CBOR, the protocol's binary form (https://atproto.com/specs/data-model): read strictly and
// within bounds, since it comes from strangers.
//
// Refused are lengths that are not the shortest or not given, tags other than links, keys that are
// no text or stand twice, text that is no UTF-8, numbers beyond 64 bits with a sign, and anything
// deeper than kMostDepth. Keys out of order are read: others do so, too.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::bluesky {

inline constexpr int kMostCborDepth = 64;

enum class CborKind { kNumber, kBytes, kText, kList, kMap, kLink, kBool, kNull, kReal };

struct CborItem {
  CborKind kind = CborKind::kNull;
  std::int64_t number = 0;  // of a number; 0 or 1 of a bool
  std::size_t count = 0;    // of a list or map: the items or pairs that follow
  std::string_view bytes;   // of bytes, a text, a link (the CID in binary)
  double real = 0;
};

// Walks item by item. After a nothing all further answers are nothing.
class CborReader {
 public:
  explicit CborReader(std::string_view bytes) : rest_(bytes) {}

  // The next item's head; what a list or map holds comes after it.
  std::optional<CborItem> next();

  // A map's head, and a key in it.
  std::optional<std::size_t> open_map();
  std::optional<std::string_view> key();

  // The next item with all it holds, left out or written as JSON: a link is {"$link": "b..."},
  // bytes are {"$bytes": "..."}. False if it is broken; `json` is then good for nothing.
  bool skip();
  bool to_json(std::string& json);

  bool broken() const { return broken_; }
  std::string_view rest() const { return rest_; }

 private:
  std::optional<std::uint64_t> argument(unsigned char info);
  std::optional<std::string_view> take(std::uint64_t count);
  std::nullopt_t give_up();
  template <class Write>
  bool walk(int depth, Write& write);

  std::string_view rest_;
  bool broken_ = false;
};

// A CID as people write it: "b" and base32.
std::string cid_text(std::string_view cid);

}  // namespace rapport::bluesky
