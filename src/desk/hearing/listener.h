// A listener reads one channel: what is new in each source, the threads that new posts stand in,
// open threads again (for edits and deletions), and the profiles of people who spoke.
//
// Our own profile is read once in a while: our handle may change, and so may our standing.
//
// `tick` does one round and says when the next is due. It keeps what it has in mind only between
// rounds: cursors and coverage are in the store, so a restart loses nothing.

#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/channels/connectors.h"
#include "desk/hearing/filing.h"
#include "desk/listening/searching.h"
#include "model/channel.h"

namespace rapport {

class Backfilling;
class Store;

struct ListenerSettings {
  std::chrono::milliseconds interval{3000};  // between two rounds when all is well
  std::chrono::seconds longest_pause{300};   // when the network is down
  std::chrono::days import_days{30};         // "before Rapport" at the first connect
  std::chrono::seconds reread_after{240};    // open threads: edits and deletions
  std::chrono::minutes own_profile_after{30};
  int rereads_a_round = 8;
  int pages_a_round = 20;
  int history_pages_a_round = 2;
};

class Listener {
 public:
  Listener(Store& store, Connectors& connectors, Filing& filing, const Clock& clock,
           ListenerSettings settings, WorkspaceId workspace, ChannelId channel,
           Backfilling* backfilling = nullptr, std::unique_ptr<Searching> searching = nullptr)
      : store_(store),
        connectors_(connectors),
        filing_(filing),
        clock_(clock),
        settings_(settings),
        workspace_(workspace),
        channel_(channel),
        backfilling_(backfilling),
        searching_(std::move(searching)) {}

  struct Round {
    std::chrono::milliseconds next;  // how long to wait
    bool stop = false;               // the channel is not connected any more
    bool failed = false;             // it is a pause that is waited for, not the next round
    Filed filed;
  };
  Round tick();

  // Ends a round under way after the request it is waiting for.
  void stop() { stopping_ = true; }

  // Reads this thread at the next round: someone is looking at it.
  void read_soon(const std::string& root_native_id);
  // The same for somebody's profile.
  void meet_soon(const std::string& native_id);
  // What another way of hearing filed under this channel: reads what of it is not known, in turn.
  void take_in(const Filed& filed);

 private:
  // How long there is no sense in reading it again.
  Result<std::chrono::milliseconds> read_source(Connector& connector, const Channel& channel,
                                                const std::string& source, Round& round);
  Result<Done> read_threads(Connector& connector, const Channel& channel, Round& round);
  Result<Done> read_profiles(Connector& connector, const Channel& channel);
  Result<Done> read_own_profile(Connector& connector, const Channel& channel);
  Result<Done> read_thread(Connector& connector, const Channel& channel,
                           const std::string& root_native_id, Round& round);
  Result<Done> put_off(const Channel& channel, const std::string& root_native_id);
  void take_in(const Filed& filed, Round& round);
  void search(Connector& connector, const Channel& channel, Round& round);
  void note_trouble(const Channel& channel, const std::string& source, const Error& error);
  void clear_trouble(const Channel& channel);
  std::chrono::milliseconds pause_after(const Error& error);

  Store& store_;
  Connectors& connectors_;
  Filing& filing_;
  const Clock& clock_;
  ListenerSettings settings_;
  WorkspaceId workspace_;
  ChannelId channel_;
  Backfilling* backfilling_;
  std::unique_ptr<Searching> searching_;  // none: the network has a stream

  std::mutex mutex_;  // guards the queues, which read_soon fills from elsewhere
  std::deque<std::string> threads_;
  std::set<std::string> threads_queued_;
  std::deque<std::string> profiles_;
  std::optional<Time> own_profile_read_at_;
  Time search_after_{};
  int search_failures_ = 0;
  int failures_ = 0;           // rounds in a row
  bool trouble_noted_ = true;  // perhaps, by an earlier process
  std::atomic<bool> stopping_ = false;
};

}  // namespace rapport
