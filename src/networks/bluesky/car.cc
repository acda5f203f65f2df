#include "networks/bluesky/car.h"

#include <sodium.h>

#include <cstdint>
#include <cstring>

#include "networks/bluesky/cbor.h"

namespace rapport::bluesky {
namespace {

// All CIDs of the protocol: version 1, DAG-CBOR or raw, SHA-256 of 32 bytes.
constexpr std::size_t kCidSize = 36;
constexpr std::size_t kHashSize = crypto_hash_sha256_BYTES;

bool is_cid(std::string_view cid) {
  return cid.size() == kCidSize && cid[0] == '\x01' && (cid[1] == '\x71' || cid[1] == '\x55') &&
         cid[2] == '\x12' && cid[3] == '\x20';
}

bool is_header(std::string_view bytes) {
  CborReader reader(bytes);
  const auto pairs = reader.open_map();
  if (!pairs) return false;
  bool version = false;
  for (std::size_t i = 0; i < *pairs; ++i) {
    const auto key = reader.key();
    if (!key) return false;
    if (*key == "version") {
      const auto item = reader.next();
      version = item && item->kind == CborKind::kNumber && item->number == 1;
      if (!version) return false;
    } else if (!reader.skip()) {
      return false;
    }
  }
  return version && reader.rest().empty();
}

}  // namespace

CarReader::CarReader(std::string_view bytes) : rest_(bytes) {
  const auto header = section();
  if (!header || !is_header(*header)) {
    broken_ = true;
    rest_ = {};
  }
}

// A length in groups of seven bits, and that many bytes.
std::optional<std::string_view> CarReader::section() {
  std::uint64_t length = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (rest_.empty() || shift > 28) {
      broken_ = true;
      rest_ = {};
      return std::nullopt;
    }
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    length |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) break;
  }
  if (length == 0 || length > rest_.size()) {
    broken_ = true;
    rest_ = {};
    return std::nullopt;
  }
  const std::string_view taken = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return taken;
}

std::optional<CarBlock> CarReader::next() {
  if (rest_.empty()) return std::nullopt;
  const auto bytes = section();
  if (!bytes) return std::nullopt;
  if (!is_cid(bytes->substr(0, kCidSize))) {
    broken_ = true;
    rest_ = {};
    return std::nullopt;
  }
  return CarBlock{bytes->substr(0, kCidSize), bytes->substr(kCidSize)};
}

std::optional<std::string_view> block_in(std::string_view car, std::string_view cid) {
  if (!is_cid(cid)) return std::nullopt;
  CarReader reader(car);
  while (const auto block = reader.next()) {
    if (block->cid != cid) continue;
    unsigned char hash[kHashSize];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(block->data.data()),
                       block->data.size());
    if (std::memcmp(hash, cid.data() + kCidSize - kHashSize, kHashSize) != 0) return std::nullopt;
    return block->data;
  }
  return std::nullopt;
}

}  // namespace rapport::bluesky
