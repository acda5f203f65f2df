// The store: everything Rapport remembers, an interface per noun, in transactions.
//
// `write` runs its work in a transaction of its own and returns only after the commit is safe on
// disk; an error from the work, or an exception, takes everything back. Work may be run together
// with that of other callers in one commit, so it must be quick and must not call the store again.
// `read` sees one consistent state and may not write. Both are safe from any thread.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/event.h"
#include "store/alerts.h"
#include "store/attachments.h"
#include "store/backfills.h"
#include "store/channels.h"
#include "store/conversations.h"
#include "store/events.h"
#include "store/histories.h"
#include "store/knowledge.h"
#include "store/members.h"
#include "store/mentions.h"
#include "store/monitors.h"
#include "store/outbox.h"
#include "store/people.h"
#include "store/posts.h"
#include "store/proposals.h"
#include "store/readings.h"
#include "store/remedies.h"
#include "store/streams.h"
#include "store/tags.h"
#include "store/teaching.h"
#include "store/topics.h"
#include "store/views.h"
#include "store/voices.h"

namespace rapport {

// What work can reach inside its transaction. Not to be kept after it.
class Unit {
 public:
  virtual ~Unit() = default;
  virtual Members& members() = 0;
  virtual Channels& channels() = 0;
  virtual People& people() = 0;
  virtual Posts& posts() = 0;
  virtual Conversations& conversations() = 0;
  virtual OutboxStore& outbox() = 0;
  virtual Attachments& attachments() = 0;
  virtual Histories& histories() = 0;
  virtual Events& events() = 0;
  virtual Streams& streams() = 0;
  virtual Backfills& backfills() = 0;
  virtual Tags& tags() = 0;
  virtual Views& views() = 0;
  virtual Mentions& mentions() = 0;
  virtual MonitorStore& monitors() = 0;
  virtual ReadingStore& readings() = 0;
  virtual TeachingStore& teaching() = 0;
  virtual TopicStore& topics() = 0;
  virtual KnowledgeStore& knowledge() = 0;
  virtual VoiceStore& voices() = 0;
  // Writes an event (its id is given here) that is announced after the commit.
  virtual Result<Done> announce(Event event) = 0;
  virtual AlertStore& alerts() = 0;
  virtual RemedyStore& remedies() = 0;
  virtual Proposals& proposals() = 0;
};

class Store {
 public:
  using Work = std::function<Result<Done>(Unit&)>;

  virtual ~Store() = default;

  template <class F>
  auto write(F&& work) -> std::invoke_result_t<F, Unit&> {
    return run(std::forward<F>(work), [this](const Work& inner) { return do_write(inner); });
  }
  template <class F>
  auto read(F&& work) -> std::invoke_result_t<F, Unit&> {
    return run(std::forward<F>(work), [this](const Work& inner) { return do_read(inner); });
  }

  // Copies the whole database to a new SQLite file, whatever this one is, while others read and
  // write.
  virtual Result<Done> backup_to(const std::string& path) = 0;

  // Called after each commit, on the store's own thread, with the events it made; must be quick.
  // Set it before the first write.
  virtual void on_commit(std::function<void(const std::vector<Event>&)> listener) = 0;

 private:
  virtual Result<Done> do_write(const Work& work) = 0;
  virtual Result<Done> do_read(const Work& work) = 0;

  template <class F, class Runner>
  static auto run(F&& work, Runner&& runner) -> std::invoke_result_t<F, Unit&> {
    using Answer = std::invoke_result_t<F, Unit&>;
    std::optional<Answer> answer;
    auto outcome = runner([&](Unit& unit) -> Result<Done> {
      answer.emplace(work(unit));
      if (!*answer) return fail(answer->error());
      return Done{};
    });
    if (!outcome) return fail(std::move(outcome.error()));
    return std::move(*answer);
  }
};

enum class Durability {
  kEveryCommit,  // an acknowledged write survives power loss
  kScratch,      // for a database that is thrown away if anything goes wrong
};

struct SqliteOptions {
  std::string path;  // a file; made if missing
  std::string vfs;   // name of a registered SQLite VFS; empty: the default
  int readers = 3;   // connections for reading
  Durability durability = Durability::kEveryCommit;
};

// Opens the database, brings its schema up to date, and starts its writer thread. Fails with
// unavailable if the file cannot be opened or was written by a newer Rapport.
Result<std::unique_ptr<Store>> open_sqlite(const SqliteOptions& options);

// Who comes to a database that many may use at once.
enum class Visit {
  kServer,   // hears, delivers and serves: one at a time
  kCommand,  // comes for a moment, beside the server or without it
};

struct PostgresOptions {
  std::string address;  // postgresql://user:password@host/name, of a database that exists
  int readers = 3;      // connections for reading
  Durability durability = Durability::kEveryCommit;
  Visit visit = Visit::kCommand;
};

// The same over a PostgreSQL database. Fails with invalid if the address cannot be read, with
// unavailable if the database cannot be used, and with conflict if a server that comes finds
// another one there. No error and no line of the log repeats the password.
Result<std::unique_ptr<Store>> open_postgres(const PostgresOptions& options);

// Copies a whole SQLite database to a new file, as backup_to does, without opening it as a store:
// it stays as it is, and may be of an older Rapport.
Result<Done> copy_database_file(const std::string& from, const std::string& to);

// Fills an empty PostgreSQL database with what is in a closed SQLite file of this Rapport's schema,
// all or nothing. Fails with conflict if the database is not empty.
Result<Done> fill_postgres(const PostgresOptions& options, const std::string& file);

// Is this an address of PostgreSQL, and not the path of a file?
bool is_postgres_address(std::string_view text);

}  // namespace rapport
