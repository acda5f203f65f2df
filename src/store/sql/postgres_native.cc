#include "store/sql/postgres_native.h"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <memory>

#include "store/sql/postgres_errors.h"

namespace rapport {
namespace {

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};

// "relation exists already, skipping" and the like would go to standard error.
void no_notices(void*, const PGresult*) {}

}  // namespace

void open_postgres_native(soci::session& session, const std::string& connection_string) {
  session.open(soci::postgresql, connection_string);
  PQsetNoticeReceiver(postgres_handle(session), no_notices, nullptr);
}

pg_conn* postgres_handle(soci::session& session) {
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

std::string postgres_state(const std::exception& exception) {
  const auto* error = dynamic_cast<const soci::postgresql_soci_error*>(&exception);
  if (error == nullptr) return {};
  std::string state = error->sqlstate();
  // SOCI says five blanks where there is none.
  return state.find_first_not_of(' ') == state.npos ? std::string() : state;
}

Result<PostgresAnswer> run_postgres(pg_conn* connection, const std::string& sql) {
  const std::unique_ptr<PGresult, Clear> result(PQexec(connection, sql.c_str()));
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    if (PQstatus(connection) == CONNECTION_BAD) return fail(lost_postgres(sql));
    const char* state = result ? PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) : nullptr;
    return fail(explain_postgres(state != nullptr ? state : "", sql));
  }
  PostgresAnswer answer;
  answer.tag = PQcmdStatus(result.get());
  if (PQntuples(result.get()) > 0 && PQgetisnull(result.get(), 0, 0) == 0) {
    answer.value = PQgetvalue(result.get(), 0, 0);
  }
  return answer;
}

}  // namespace rapport
