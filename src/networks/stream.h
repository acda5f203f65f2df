// Everything that is said on a network, as it is said: what monitors listen to.
//
// A stream carries tens of posts a second of which a desk keeps a few. So whoever reads one is
// shown each post before anything is copied (GlimpsedPost) and says whether it is wanted; only
// those come back whole. At least once: after a reconnection some events come again, and a post is
// known by its native id and revision.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "networks/connector.h"

namespace rapport {

// What a post shows before anybody decided to keep it. The views are good until the callback
// returns, and are as they came: valid UTF-8, but perhaps absurdly long, and a link need be none.
struct GlimpsedPost {
  std::string_view network;
  std::string_view native_id;
  std::string_view author_native_id;  // streams name nobody: handles are to be looked up
  std::string_view text;
  std::vector<std::string_view> langs;
  std::vector<std::string_view> links;     // of the text, and of a link card
  std::vector<std::string_view> hashtags;  // marked ones, without '#'
  std::vector<std::string_view> mentions;  // native ids of accounts
  std::string_view parent_native_id;       // empty for a root
  std::string_view root_native_id;         // empty for a root
  std::string_view quoted_native_id;       // empty if it quotes none
  bool has_media = false;                  // pictures or a video; a link card is none
  bool is_reply = false;
  bool is_quote = false;
  // Said before and changed now, or taken back in this read and said again: whoever kept the
  // earlier words wants the new ones, whatever they are.
  bool edited = false;
  Time at;  // when the stream carried it
};

using Wanted = std::function<bool(const GlimpsedPost&)>;

// What one read brought.
struct StreamBatch {
  std::vector<NetworkPost> posts;        // those that were wanted, whole; authors by native id only
  std::vector<std::string> deleted;      // native ids of posts that are gone, whoever's they are
  std::vector<NetworkAccount> accounts;  // whose handle or standing changed: these alone are set
  std::string cursor;                    // to be kept with what was read, and handed back
  // The stretch of time that is now completely read. When `gap_from` is set, what lies between it
  // and `read_from` is not to be had from this stream, for `gap_reason`.
  Time read_from;
  Time read_to;
  std::optional<Time> gap_from;
  std::string gap_reason;
  std::int64_t seen = 0;  // posts glimpsed
  bool more = false;      // more was waiting when it returned: it lags behind
};

class PostStream {
 public:
  virtual ~PostStream() = default;

  // What it is, for the coverage ledger: "jetstream", "firehose".
  virtual std::string name() const = 0;

  // Reads what comes until `most` events were read or `wait` is over, and sooner when something
  // wanted came and nothing more is there; asks `wanted` about each post. Connects and reconnects
  // by itself, with pauses that grow. An empty cursor begins now. A cursor holds which server it is
  // of, so one of another server, or of another kind of stream, goes on by time.
  //
  // One caller at a time. Fails with unavailable while no connection can be had (the cursor stands;
  // call again, at once if you like), with invalid if a setting forbids it.
  virtual Result<StreamBatch> read(std::string_view cursor, std::chrono::milliseconds wait,
                                   std::size_t most, const Wanted& wanted) = 0;

  // A cursor that begins at that time, or as near to it as the server remembers; the first batch
  // tells of the gap, if one is left. Empty if such a stream cannot be asked for a time.
  virtual std::string cursor_at(Time time) const = 0;

  // From another thread: a read that is under way returns soon, and further ones fail.
  virtual void stop() = 0;
};

}  // namespace rapport
