#include "networks/bluesky/cbor.h"

#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <vector>

#include "base/base64.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kMostPairs = 4096;  // of one map
constexpr std::size_t kMostCid = 128;
constexpr std::uint64_t kMostNumber = std::numeric_limits<std::int64_t>::max();

void write_text(std::string_view text, std::string& json) {
  static constexpr char kHex[] = "0123456789abcdef";
  json += '"';
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    json.append(text, from, at - from);
    from = at + 1;
    if (c < 0x20) {
      json += "\\u00";
      json += kHex[c >> 4U];
      json += kHex[c & 15U];
    } else {
      json += '\\';
      json += static_cast<char>(c);
    }
  }
  json.append(text, from, text.size() - from);
  json += '"';
}

template <class Number>
void write_number(Number number, std::string& json) {
  char digits[40];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  json.append(digits, end);
}

// With a point or an exponent: digits alone are a whole number to a JSON parser, which refuses one
// beyond 64 bits.
void write_real(double real, std::string& json) {
  const std::size_t from = json.size();
  write_number(real, json);
  if (json.find_first_of(".e", from) == std::string::npos) json += ".0";
}

// What `walk` does with the pieces it meets: nothing.
struct Nowhere {
  void item(const CborItem&) {}
  void key(std::string_view) {}
  void between() {}
  void close(CborKind) {}
};

struct Json {
  std::string& out;

  void item(const CborItem& item) {
    switch (item.kind) {
      case CborKind::kNumber:
        write_number(item.number, out);
        break;
      case CborKind::kBytes: {
        std::string text = to_base64(item.bytes);
        while (text.ends_with('=')) text.pop_back();
        out.append(R"({"$bytes":")").append(text).append("\"}");
        break;
      }
      case CborKind::kText:
        write_text(item.bytes, out);
        break;
      case CborKind::kList:
        out += '[';
        break;
      case CborKind::kMap:
        out += '{';
        break;
      case CborKind::kLink:
        out.append(R"({"$link":")").append(cid_text(item.bytes)).append("\"}");
        break;
      case CborKind::kBool:
        out += item.number != 0 ? "true" : "false";
        break;
      case CborKind::kNull:
        out += "null";
        break;
      case CborKind::kReal:
        write_real(item.real, out);
        break;
    }
  }
  void key(std::string_view key) {
    write_text(key, out);
    out += ':';
  }
  void between() { out += ','; }
  void close(CborKind kind) { out += kind == CborKind::kList ? ']' : '}'; }
};

// The keys of one map, none of them twice.
class Keys {
 public:
  bool add(std::string_view key) {
    const auto place = std::lower_bound(keys_.begin(), keys_.end(), key, less);
    if (place != keys_.end() && *place == key) return false;
    keys_.insert(place, key);
    return true;
  }

 private:
  // The order they ought to come in: mostly the end is the place.
  static bool less(std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
  std::vector<std::string_view> keys_;
};

}  // namespace

std::nullopt_t CborReader::give_up() {
  broken_ = true;
  rest_ = {};
  return std::nullopt;
}

std::optional<std::string_view> CborReader::take(std::uint64_t count) {
  if (count > rest_.size()) return give_up();
  const std::string_view taken = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return taken;
}

// What the low bits of a head say, or the bytes behind it.
std::optional<std::uint64_t> CborReader::argument(unsigned char info) {
  if (info < 24) return info;
  if (info > 27) return give_up();
  const std::size_t size = std::size_t{1} << (info - 24U);
  const auto bytes = take(size);
  if (!bytes) return std::nullopt;
  std::uint64_t value = 0;
  for (const char byte : *bytes) value = value << 8U | static_cast<unsigned char>(byte);
  static constexpr std::uint64_t kLeast[] = {24, 1U << 8U, 1U << 16U, std::uint64_t{1} << 32U};
  if (value < kLeast[info - 24U]) return give_up();
  return value;
}

std::optional<CborItem> CborReader::next() {
  if (rest_.empty()) return give_up();
  const auto head = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  const unsigned char info = head & 31U;
  CborItem item;
  if (head >> 5U == 7) {
    switch (info) {
      case 20:
      case 21:
        item.kind = CborKind::kBool;
        item.number = info - 20;
        return item;
      case 22:
        return item;
      case 27: {
        const auto bytes = take(8);
        if (!bytes) return std::nullopt;
        std::uint64_t bits = 0;
        for (const char byte : *bytes) bits = bits << 8U | static_cast<unsigned char>(byte);
        item.kind = CborKind::kReal;
        item.real = std::bit_cast<double>(bits);
        if (!std::isfinite(item.real)) return give_up();
        return item;
      }
      default:
        return give_up();
    }
  }
  const auto value = argument(info);
  if (!value) return std::nullopt;
  switch (head >> 5U) {
    case 0:
    case 1:
      if (*value > kMostNumber) return give_up();
      item.kind = CborKind::kNumber;
      item.number = static_cast<std::int64_t>(*value);
      if (head >> 5U == 1) item.number = -1 - item.number;
      return item;
    case 2:
    case 3: {
      const auto bytes = take(*value);
      if (!bytes) return std::nullopt;
      item.kind = head >> 5U == 2 ? CborKind::kBytes : CborKind::kText;
      item.bytes = *bytes;
      if (item.kind == CborKind::kText &&
          !simdjson::validate_utf8(item.bytes.data(), item.bytes.size())) {
        return give_up();
      }
      return item;
    }
    case 4:
    case 5:
      item.kind = head >> 5U == 4 ? CborKind::kList : CborKind::kMap;
      // Each takes a byte at least, so a lie about the number is found at once.
      if (*value > rest_.size()) return give_up();
      if (item.kind == CborKind::kMap && *value > kMostPairs) return give_up();
      item.count = *value;
      return item;
    default: {
      // A link: tag 42 over bytes that begin with a zero.
      constexpr unsigned kBytesHead = 2;
      if (*value != 42 || rest_.empty() ||
          static_cast<unsigned char>(rest_.front()) >> 5U != kBytesHead) {
        return give_up();
      }
      const auto inside = next();
      if (!inside || inside->bytes.size() < 2 || inside->bytes.size() > kMostCid ||
          inside->bytes.front() != '\0') {
        return give_up();
      }
      item.kind = CborKind::kLink;
      item.bytes = inside->bytes.substr(1);
      return item;
    }
  }
}

std::optional<std::size_t> CborReader::open_map() {
  const auto item = next();
  if (!item) return std::nullopt;
  if (item->kind != CborKind::kMap) return give_up();
  return item->count;
}

std::optional<std::string_view> CborReader::key() {
  const auto item = next();
  if (!item) return std::nullopt;
  if (item->kind != CborKind::kText) return give_up();
  return item->bytes;
}

template <class Write>
bool CborReader::walk(int depth, Write& write) {
  const auto item = next();
  if (!item) return false;
  write.item(*item);
  if (item->kind != CborKind::kList && item->kind != CborKind::kMap) return true;
  if (depth == kMostCborDepth) {
    give_up();
    return false;
  }
  Keys keys;
  for (std::size_t i = 0; i < item->count; ++i) {
    if (i > 0) write.between();
    if (item->kind == CborKind::kMap) {
      const auto name = key();
      if (!name) return false;
      if (!keys.add(*name)) {
        give_up();
        return false;
      }
      write.key(*name);
    }
    if (!walk(depth + 1, write)) return false;
  }
  write.close(item->kind);
  return true;
}

bool CborReader::skip() {
  Nowhere nowhere;
  return walk(0, nowhere);
}

bool CborReader::to_json(std::string& json) {
  Json writer{json};
  return walk(0, writer);
}

std::string cid_text(std::string_view cid) {
  static constexpr char kDigits[] = "abcdefghijklmnopqrstuvwxyz234567";
  std::string text = "b";
  unsigned bits = 0;
  int held = 0;
  for (const char byte : cid) {
    bits = (bits << 8U | static_cast<unsigned char>(byte)) & 0xFFFU;
    for (held += 8; held >= 5; held -= 5) text += kDigits[bits >> (held - 5) & 31U];
  }
  if (held > 0) text += kDigits[bits << (5 - held) & 31U];
  return text;
}

}  // namespace rapport::bluesky
