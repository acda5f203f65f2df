// All listeners of an installation, on a few threads: a round of one channel is a job, and no
// channel has two rounds at once.

#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "desk/hearing/listener.h"

namespace rapport {

// What a channel's listener does for monitors; none of it where nobody listens.
struct Listening {
  Backfilling* backfilling = nullptr;
  std::function<std::unique_ptr<Searching>(const Channel&)> make_searching = {};
};

class Listeners {
 public:
  Listeners(Store& store, Connectors& connectors, Filing& filing, const Clock& clock,
            ListenerSettings settings, Listening listening = {})
      : store_(store),
        connectors_(connectors),
        filing_(filing),
        clock_(clock),
        settings_(settings),
        listening_(std::move(listening)) {}
  ~Listeners() { stop(); }

  void start(int threads);
  // Lets rounds under way finish.
  void stop();

  // Looks at the channels again: some came, went, or were reconnected.
  void refresh();
  // Someone looks at this conversation: read its thread now, or with the next round if they asked a
  // moment ago.
  void read_soon(WorkspaceId workspace, ConversationId conversation);
  // Someone looks at this person: read those of their profiles that were last read a while ago.
  void meet_soon(WorkspaceId workspace, PersonId person);
  // What another way of hearing filed under this channel: read whom and what it found unknown.
  void take_in(const Channel& channel, const Filed& filed);

 private:
  using Steady = std::chrono::steady_clock;
  struct Job {
    std::shared_ptr<Listener> listener;
    Steady::time_point due;
    bool running = false;
    bool again = false;   // asked for while it was running
    bool failed = false;  // the last round did
  };
  void work();

  Store& store_;
  Connectors& connectors_;
  Filing& filing_;
  const Clock& clock_;
  ListenerSettings settings_;
  Listening listening_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::map<ChannelId, Job> jobs_;
  std::unordered_map<ConversationId, Steady::time_point>
      looked_at_;  // when its thread was asked for
  std::vector<std::thread> threads_;
  bool stopping_ = false;
};

}  // namespace rapport
