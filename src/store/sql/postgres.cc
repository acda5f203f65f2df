#include "store/sql/postgres.h"

#include <libpq-fe.h>
#include <soci/soci.h>

#include <charconv>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "base/log.h"
#include "store/sql/full_text.h"
#include "store/sql/postgres_errors.h"
#include "store/sql/postgres_native.h"

namespace rapport {
namespace {

constexpr Dialect kPostgres{
    .name = "postgres",
    .numbers = "(select cast(value as bigint) from json_array_elements_text(:list))",
    .words = "(select value from json_array_elements_text(:list))",
};

constexpr int kOldestServer = 150'000;
// A server that went away is not asked more often than this.
constexpr std::chrono::milliseconds kBetweenTries{200};
// How long the outcome of a commit is asked for when its answer was lost.
constexpr std::chrono::seconds kLongestDoubt{15};

// The keys of our two locks, in a space that belongs to the schema: who writes, and who serves.
constexpr std::int64_t kWriting = 0x5261'7001;
constexpr std::int64_t kServing = 0x5261'7002;

std::string settings_of(const PostgresPlace& place, Purpose purpose) {
  std::string sql =
      // As SQLite waits for another writer: as long as a person would.
      "set lock_timeout = '5s';"
      // Work is quick. What stands still in a transaction would hold every writer up.
      "set idle_in_transaction_session_timeout = '60s';"
      "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;"
      "set tcp_keepalives_count = 3;"
      // No query of ours walks through a whole table, whatever the statistics of a young one say.
      "set enable_seqscan = off; set jit = off;"
      "set timezone = 'UTC';";
  if (place.use == PostgresUse::kCopy) {
    sql += "set idle_in_transaction_session_timeout = 0; set enable_seqscan = on;";
  }
  if (purpose == Purpose::kRead) return sql + "set default_transaction_read_only = on;";
  if (place.durability == Durability::kScratch) return sql + "set synchronous_commit = off;";
  // Whatever the database says: what we acknowledge is on disk. Stricter settings stay.
  return sql +
         "select set_config('synchronous_commit', 'on', false)"
         " where current_setting('synchronous_commit') = 'off';";
}

std::optional<std::int64_t> number_of(const PostgresAnswer& answer) {
  if (!answer.value) return std::nullopt;
  std::int64_t number = 0;
  const char* const end = answer.value->data() + answer.value->size();
  const auto [stop, error] = std::from_chars(answer.value->data(), end, number);
  return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

class PostgresConnection final : public Connection {
 public:
  PostgresConnection(PostgresPlace place, Purpose purpose)
      : place_(std::move(place)), purpose_(purpose) {}
  ~PostgresConnection() override { forget_statements(); }

  // Connects, anew if it was connected before.
  Result<Done> open() {
    opened_ = false;
    tried_at_ = std::chrono::steady_clock::now();
    forget_statements();
    try {
      session_.close();
      open_postgres_native(session_, place_.address.connection_string());
    } catch (const std::exception& exception) {
      return unavailable("The database cannot be reached.",
                         place_.address.without_password(exception.what()));
    }
    RAPPORT_TRY(check_server());
    RAPPORT_TRY(run(settings_of(place_, purpose_)));
    RAPPORT_TRY(find_schema());
    if (purpose_ == Purpose::kWrite && place_.visit == Visit::kServer) RAPPORT_TRY(take_place());
    opened_ = true;
    return Done{};
  }

  const Dialect& dialect() const override { return kPostgres; }
  soci::session& session() override { return session_; }
  std::unique_ptr<FullText> make_full_text() override { return make_postgres_full_text(*this); }

  // One writer at a time in the whole database, as on SQLite: the lock is held until its commit can
  // be seen, so what a writer reads stays true until it writes, and the ids of events rise in the
  // order of their commits.
  Result<Done> begin_write() override {
    auto begun = begin("begin; select pg_advisory_xact_lock(" + lock(kWriting) +
                       "); select pg_current_xact_id()");
    if (!begun) return fail(std::move(begun.error()));
    transaction_ = begun->value.value_or("");
    return Done{};
  }

  Result<Done> begin_read() override {
    RAPPORT_TRY(begin("begin isolation level repeatable read, read only"));
    return Done{};
  }

  Result<Done> commit() override {
    auto committed = run("commit");
    if (committed) {
      // PostgreSQL does not call it an error to take back what it could not commit.
      if (committed->tag != "COMMIT") return fail(explain_postgres("25P02", "commit"));
      return Done{};
    }
    if (!lost()) return fail(std::move(committed.error()));
    return ask_for_outcome(std::move(committed.error()));
  }

  Result<Done> rollback() override {
    RAPPORT_TRY(run("rollback"));
    return Done{};
  }

  bool in_transaction() override {
    const PGTransactionStatusType status = state();
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
  }
  bool must_go_back() override { return state() == PQTRANS_INERROR; }

  Error explain(const std::exception& exception, std::string_view sql) override {
    if (dynamic_cast<const soci::soci_error*>(&exception) == nullptr) {
      return {ErrorKind::kInternal, "Something went wrong on our side.", exception.what(), {}, {}};
    }
    if (lost()) return lost_postgres(sql);
    return explain_postgres(postgres_state(exception), sql);
  }

 private:
  PGconn* handle() { return postgres_handle(session_); }
  bool lost() { return !session_.is_connected() || PQstatus(handle()) == CONNECTION_BAD; }
  PGTransactionStatusType state() {
    return opened_ ? PQtransactionStatus(handle()) : PQTRANS_UNKNOWN;
  }
  std::string lock(std::int64_t key) const { return std::to_string((key << 32) | schema_); }

  Result<PostgresAnswer> run(const std::string& sql) { return run_postgres(handle(), sql); }

  // Nothing has happened yet in a transaction that begins, so a connection that turns out to be
  // lost may be made anew without anyone noticing.
  Result<PostgresAnswer> begin(const std::string& sql) {
    if (!opened_ || lost()) RAPPORT_TRY(open_again());
    auto begun = run(sql);
    if (begun || !lost()) return give_back(std::move(begun));
    RAPPORT_TRY(open_again());
    return give_back(run(sql));
  }

  // A beginning that failed, at the lock perhaps, leaves no transaction behind.
  Result<PostgresAnswer> give_back(Result<PostgresAnswer> begun) {
    if (!begun && in_transaction()) (void)run("rollback");
    return begun;
  }

  Result<Done> open_again() {
    if (std::chrono::steady_clock::now() - tried_at_ < kBetweenTries && !opened_) {
      return fail(lost_postgres("connect"));
    }
    auto opened = open();
    if (!opened) return opened;
    log_info("store", "connected to the database again");
    return opened;
  }

  // The server may have committed and not been able to say so. It remembers for long enough.
  Result<Done> ask_for_outcome(Error error) {
    log_warn("store", "the answer to a commit was lost; asking for its outcome");
    const auto until = std::chrono::steady_clock::now() + kLongestDoubt;
    while (std::chrono::steady_clock::now() < until) {
      if (auto opened = open(); opened) {
        const auto status = run("select pg_xact_status('" + transaction_ + "')");
        if (status && status->value == "committed") return Done{};
        if (status && status->value == "aborted") return fail(std::move(error));
      }
      std::this_thread::sleep_for(kBetweenTries);
    }
    return fail(
        ErrorKind::kUnknown,
        "The database did not say whether this was saved. Please look before you repeat it.",
        error.cause);
  }

  Result<Done> check_server() {
    if (const int version = PQserverVersion(handle()); version < kOldestServer) {
      return unavailable("PostgreSQL " + std::to_string(version / 10'000) +
                         " is older than what Rapport knows: 15 is the oldest.");
    }
    const char* const encoding = PQparameterStatus(handle(), "server_encoding");
    if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
      return unavailable(
          "The database has to keep its texts as UTF-8: create it with encoding UTF8.");
    }
    return Done{};
  }

  Result<Done> find_schema() {
    auto schema = run("select oid from pg_namespace where nspname = current_schema()");
    if (!schema) return fail(std::move(schema.error()));
    const auto number = number_of(*schema);
    if (!number) return unavailable("The schema that the database's address names does not exist.");
    schema_ = *number;
    return Done{};
  }

  Result<Done> take_place() {
    auto taken = run("select cast(pg_try_advisory_lock(" + lock(kServing) + ") as int)");
    if (!taken) return fail(std::move(taken.error()));
    if (number_of(*taken) != 1) {
      return conflict("Another Rapport serves this database already. One at a time.");
    }
    return Done{};
  }

  const PostgresPlace place_;
  const Purpose purpose_;
  soci::session session_;
  bool opened_ = false;
  std::chrono::steady_clock::time_point tried_at_;
  std::int64_t schema_ = 0;
  std::string transaction_;  // the engine's number for the one that writes
};

}  // namespace

Result<std::unique_ptr<Connection>> connect_postgres(const PostgresPlace& place, Purpose purpose) {
  auto connection = std::make_unique<PostgresConnection>(place, purpose);
  RAPPORT_TRY(connection->open());
  return connection;
}

}  // namespace rapport
