// A channel is a connected account of a workspace on a network; its coverage tells what of that
// network we have read, and what we have not.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class ChannelState {
  kConnected,
  kReconnect,     // the network refused us: a human has to sign in again
  kDisconnected,  // a human ended it; history stays
};

std::string_view to_word(ChannelState state);
std::optional<ChannelState> channel_state_of(std::string_view word);

enum class TextUnit { kGraphemes, kCharacters };

std::string_view to_word(TextUnit unit);
std::optional<TextUnit> text_unit_of(std::string_view word);

// What a network lets us write.
struct Limits {
  int text_max = 300;  // 0: it can only be read, not answered
  TextUnit text_unit = TextUnit::kGraphemes;
  int images_max = 4;                        // in one post; 0: none
  std::int64_t image_bytes_max = 1'000'000;  // of one picture
  bool hides_replies = false;                // what others say below a post of ours

  bool read_only() const { return text_max == 0; }
};

struct Channel {
  WorkspaceId workspace;
  ChannelId id;
  std::string network;    // "bluesky", "feed", "sandbox"
  AccountId account;      // who we are there
  std::string native_id;  // our native id there (a DID), kept here too because listeners need it
  std::string handle;
  std::string service;  // base address of the server that holds our account; empty if none
  ChannelState state = ChannelState::kConnected;
  std::string error;  // the last trouble in words for people; empty when all is well
  std::string
      sealed_secret;  // the connector's credentials and tokens, encrypted (base/secret_box.h)
  Limits limits;      // of the server that holds the account
  Time connected_at;  // what was said before is "before Rapport": nobody waits
  Time changed_at;
};

// A stretch of time of one source: read completely, or a gap with its reason.
struct CoverageSpan {
  Time from;
  Time to;
  bool complete = true;
  std::string reason;  // of a gap, in words
};

// One stream of a channel: "notifications", "own_posts", "threads".
struct CoverageSource {
  WorkspaceId workspace;
  ChannelId channel;
  std::string source;
  std::string cursor;           // opaque to all but the connector
  std::optional<Time> read_to;  // all was read up to here
  std::string last_error;       // in words; empty when the last read went well
  std::optional<Time> last_error_at;
  std::optional<Time> checked_at;  // the last successful read
};

}  // namespace rapport
