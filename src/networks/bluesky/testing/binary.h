// Makes what the firehose sends: DAG-CBOR, CAR files and frames.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::bluesky::testing {

using Pairs = std::vector<std::pair<std::string, std::string>>;  // keys with encoded values

std::string number(std::int64_t value);
std::string text(std::string_view value);
std::string bytes(std::string_view value);
std::string list(const std::vector<std::string>& items);
std::string map(const Pairs& pairs);
std::string link(std::string_view cid);
inline std::string yes() { return "\xF5"; }
inline std::string no() { return "\xF4"; }
inline std::string null() { return "\xF6"; }

// The name of a block: version 1, DAG-CBOR, SHA-256.
std::string cid_of(std::string_view block);
std::string car(const std::vector<std::string>& blocks);
std::string frame(std::string_view type, const Pairs& body);
std::string error_frame(std::string_view name, std::string_view message);

// The record of a post.
std::string post_record(std::string_view words);
// The frame of one commit that makes, changes ("update") or deletes a post.
std::string commit(std::int64_t seq, std::string_view did, std::string_view time,
                   std::string_view action, std::string_view rkey, std::string_view record);

}  // namespace rapport::bluesky::testing
