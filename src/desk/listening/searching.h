// Listening where a network has no stream: its search is asked, again and again, for what monitors
// want. One of these for each channel.

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/hearing/filing.h"
#include "model/channel.h"
#include "networks/connector.h"

namespace rapport {

class MonitorMatching;
class PostReader;
class Store;

struct SearchingSettings {
  // Between two rounds at least so long, and so much for each question: networks count requests.
  std::chrono::seconds every{60};
  std::chrono::seconds for_each{3};
  int questions_at_a_time = 10;  // before the channel's own sources have their turn again
  int pages = 5;                 // of one question
  std::size_t most = 200;        // questions of a round
};

class Searching {
 public:
  Searching(Store& store, const MonitorMatching& matching, IdMaker& ids, const Clock& clock,
            PostReader* reader, SearchingSettings settings = {})
      : store_(store),
        matching_(matching),
        ids_(ids),
        clock_(clock),
        reader_(reader),
        settings_(settings) {}

  // Asks the next questions of a round, if one is due. Fails as Connector::search does, but for a
  // network that offers none, which is not asked again. A round that ends is noted as read.
  Result<Filed> read_on(Connector& connector, const Channel& channel);

 private:
  struct Round {
    std::vector<SearchQuestion> questions;
    std::size_t at = 0;
    Time since;
    Time begun;
    bool whole = true;  // every monitor could be asked for
  };

  Result<Done> begin(const Channel& channel);
  Result<Done> ask(Connector& connector, const Channel& channel, const SearchQuestion& question,
                   Filed& filed);
  Result<Done> end(const Channel& channel);

  Store& store_;
  const MonitorMatching& matching_;
  IdMaker& ids_;
  const Clock& clock_;
  PostReader* reader_;
  SearchingSettings settings_;
  std::optional<Round> round_;
  Time none_until_{};      // the network offers no search
  std::size_t first_ = 0;  // where the next round begins, of more questions than it takes
};

}  // namespace rapport
