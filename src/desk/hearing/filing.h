// Filing: what a network said becomes posts, people, conversations and events, each once.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/channel.h"
#include "networks/connector.h"

namespace rapport {

class MonitorMatching;
class PostReader;
class Store;

struct Filed {
  int new_posts = 0;
  int changed_posts = 0;  // edited or deleted
  int new_interactions = 0;
  std::vector<std::string> threads_to_read;  // root native ids whose whole context is not known yet
  std::vector<std::string> threads_again;    // of people who were away and are back
  std::vector<std::string>
      profiles_to_read;  // native ids of people who spoke to us for the first time
};

class Filing {
 public:
  // Without a reader, posts are filed unread.
  Filing(Store& store, IdMaker& ids, const Clock& clock, PostReader* reader = nullptr,
         const MonitorMatching* monitors = nullptr)
      : store_(store), ids_(ids), clock_(clock), reader_(reader), monitors_(monitors) {}

  // Files what one read of `source` brought, in one transaction with the source's new cursor and
  // coverage. Filing the same again changes nothing.
  Result<Filed> file_heard(const Channel& channel, const std::string& source, const Heard& heard);

  // Files a thread that was read, and notes when it was.
  Result<Filed> file_thread(const Channel& channel, const std::string& root_native_id,
                            const Thread& thread);

  // Files a profile that was read whole, or the standing of somebody who is away. The channel goes
  // by our own new handle.
  Result<Filed> file_profile(const Channel& channel, const NetworkAccount& profile);

 private:
  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  PostReader* reader_;
  const MonitorMatching* monitors_;
};

}  // namespace rapport
