// Listens to a stream that all workspaces share: keeps what their monitors find, and how far it was
// read, in one transaction, so that nothing is kept twice and nothing is passed over.

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/hearing/filing.h"
#include "model/channel.h"
#include "networks/stream.h"

namespace rapport {

class MonitorMatching;
class PostReader;
class Store;
class Unit;

struct StreamListenerSettings {
  std::chrono::milliseconds wait{500};  // at most so long until what was found is kept
  std::size_t most = 5000;              // events of one transaction
  // A stream that wanted nothing is noted as read this often.
  std::chrono::milliseconds note_after{2000};
  std::chrono::milliseconds pause{1000};  // after a failure, growing to a minute
};

class StreamListener {
 public:
  // `open` makes the stream when there is somebody to listen for. What was filed is told to
  // `filed`, so that profiles are read.
  using Opener = std::function<Result<std::unique_ptr<PostStream>>()>;
  using OnFiled = std::function<void(const Channel&, const Filed&)>;

  StreamListener(Store& store, const MonitorMatching& matching, IdMaker& ids, const Clock& clock,
                 PostReader* reader, std::string network, Opener open, OnFiled filed,
                 StreamListenerSettings settings = {});
  ~StreamListener() { stop(); }

  void start();
  void stop();
  // One read of the stream and what comes of it: how many posts were kept. For tests; start() does
  // it again and again.
  Result<int> step(PostStream& stream);

 private:
  // What one read is to bring: who wants which post, by native id, and which were changed.
  struct Wishes {
    std::unordered_map<std::string, std::set<WorkspaceId>> by_post;
    std::set<std::string> edited;
  };
  // Under which channel a workspace keeps what a stream brings, and whether it listens.
  struct Place {
    Channel channel;
    bool listens = false;
  };
  using Places = std::unordered_map<WorkspaceId, Place>;

  void work();
  // Of every workspace with a channel on this network, whatever its state: a stream needs no
  // sign-in, and what is deleted goes everywhere.
  Result<Places> places();
  Result<int> keep(const StreamBatch& batch, const Wishes& wishes, const Places& places);
  void note_trouble(const Error& error);
  Result<bool> known(const std::string& native_id);

  Store& store_;
  const MonitorMatching& matching_;
  IdMaker& ids_;
  const Clock& clock_;
  PostReader* reader_;
  std::string network_;
  Opener open_;
  OnFiled filed_;
  StreamListenerSettings settings_;

  std::mutex mutex_;
  std::condition_variable wake_;
  PostStream* reading_ = nullptr;
  bool stopping_ = false;
  std::thread thread_;
  std::string cursor_;
  std::string begun_;  // where the first read began, while nothing of it is kept
  std::chrono::steady_clock::time_point noted_at_{};
  std::optional<Time> noted_to_;                    // the stretch from here on is not noted yet
  std::optional<std::set<WorkspaceId>> listening_;  // as the store has it; none: not looked yet
};

}  // namespace rapport
