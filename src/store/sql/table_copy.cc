#include "store/sql/table_copy.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <charconv>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "store/sql/postgres_errors.h"
#include "store/sql/postgres_full_text.h"
#include "store/sql/postgres_native.h"
#include "store/sql/sqlite_errors.h"

namespace rapport {
namespace {

// One row of COPY's text format: a field is empty-handed if the column is NULL.
using Fields = std::vector<std::optional<std::string>>;

struct Table {
  std::string name;
  std::vector<std::string> columns;
  std::vector<bool> numbers;  // does the column hold numbers?

  std::string list() const {
    std::string all;
    for (const std::string& column : columns) {
      if (!all.empty()) all += ", ";
      all += '"' + column + '"';
    }
    return all;
  }
};

// --- SQLite's side -------------------------------------------------------------------------------

struct CloseFile {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using File = std::unique_ptr<sqlite3, CloseFile>;
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

tl::unexpected<Error> failed(sqlite3* db, std::string_view what) {
  return fail(explain_sqlite(sqlite3_extended_errcode(db), what));
}

Result<File> open_file(const std::string& path) {
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
  File file(db);
  if (code != SQLITE_OK) return fail(explain_sqlite(code, "open for a copy"));
  return file;
}

Result<Done> execute(sqlite3* db, const std::string& sql) {
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failed(db, sql);
  return Done{};
}

Result<Prepared> prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr);
  Prepared prepared(statement);
  if (code != SQLITE_OK) return failed(db, sql);
  return prepared;
}

std::optional<std::string> field(sqlite3_stmt* row, int column) {
  if (sqlite3_column_type(row, column) == SQLITE_NULL) return std::nullopt;
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

// Calls `take` with each row.
template <class Take>
Result<Done> each_row(sqlite3* db, const std::string& sql, Take take) {
  auto statement = prepare(db, sql);
  if (!statement) return fail(std::move(statement.error()));
  sqlite3_stmt* const row = statement->get();
  int code;
  Fields fields(static_cast<std::size_t>(sqlite3_column_count(row)));
  while ((code = sqlite3_step(row)) == SQLITE_ROW) {
    for (std::size_t at = 0; at < fields.size(); ++at)
      fields[at] = field(row, static_cast<int>(at));
    RAPPORT_TRY(take(fields));
  }
  if (code != SQLITE_DONE) return failed(db, sql);
  return Done{};
}

// Names come out of a file and go into statements, which take no names as parameters.
Result<Done> check_name(std::string_view name) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz0123456789_";
  if (!name.empty() && name.find_first_not_of(kPlain) == name.npos) return Done{};
  return invalid("This file holds tables that are none of Rapport's.");
}

// The tables in the order they were made, so that what others refer to comes before them.
Result<std::vector<Table>> tables_of(sqlite3* db) {
  std::vector<Table> tables;
  RAPPORT_TRY(each_row(
      db,
      "select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!'"
      " and name not like 'post!_words%' escape '!' and name <> 'schema_version' order by rowid",
      [&](const Fields& row) -> Result<Done> {
        tables.push_back({row[0].value_or(""), {}, {}});
        return check_name(tables.back().name);
      }));
  for (Table& table : tables) {
    RAPPORT_TRY(each_row(db, "select name, type from pragma_table_info('" + table.name + "')",
                         [&](const Fields& row) -> Result<Done> {
                           table.columns.push_back(row[0].value_or(""));
                           table.numbers.push_back(row[1] == "bigint" || row[1] == "smallint");
                           return check_name(table.columns.back());
                         }));
  }
  return tables;
}

// Puts rows into a table of an SQLite file.
class Inserter {
 public:
  Inserter(sqlite3* db, const Table& table) : db_(db), table_(table) {}

  Result<Done> add(const Fields& row) {
    if (!statement_) {
      std::string marks;
      for (std::size_t at = 0; at < row.size(); ++at) marks += at == 0 ? "?" : ", ?";
      auto prepared = prepare(
          db_, "insert into " + table_.name + " (" + table_.list() + ") values (" + marks + ")");
      if (!prepared) return fail(std::move(prepared.error()));
      statement_ = std::move(*prepared);
    }
    for (std::size_t at = 0; at < row.size(); ++at) bind(at, row[at]);
    const int code = sqlite3_step(statement_.get());
    sqlite3_reset(statement_.get());
    if (code != SQLITE_DONE) return failed(db_, "copy into " + table_.name);
    return Done{};
  }

 private:
  void bind(std::size_t at, const std::optional<std::string>& value) {
    const int place = static_cast<int>(at) + 1;
    if (!value) {
      sqlite3_bind_null(statement_.get(), place);
    } else if (table_.numbers[at]) {
      std::int64_t number = 0;
      std::from_chars(value->data(), value->data() + value->size(), number);
      sqlite3_bind_int64(statement_.get(), place, number);
    } else {
      sqlite3_bind_text64(statement_.get(), place, value->data(), value->size(), SQLITE_STATIC,
                          SQLITE_UTF8);
    }
  }

  sqlite3* db_;
  const Table& table_;
  Prepared statement_;
};

// --- PostgreSQL's side ---------------------------------------------------------------------------

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

tl::unexpected<Error> failed(PGconn* connection, const PGresult* result, std::string_view what) {
  if (PQstatus(connection) == CONNECTION_BAD) return fail(lost_postgres(what));
  const char* const state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  return fail(explain_postgres(state != nullptr ? state : "", what));
}

// Reads what the server says at the end of a COPY, so that the connection is free again.
Result<Done> end_copy(PGconn* connection, std::string_view what) {
  Result<Done> outcome = Done{};
  while (const Answer answer{PQgetResult(connection)}) {
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK && outcome) {
      outcome = failed(connection, answer.get(), what);
    }
  }
  return outcome;
}

void append_field(std::string& line, const std::optional<std::string>& value) {
  if (!value) {
    line += "\\N";
    return;
  }
  for (const char sign : *value) {
    switch (sign) {
      case '\\':
        line += "\\\\";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\t':
        line += "\\t";
        break;
      default:
        line += sign;
    }
  }
}

// The server escapes these and no others.
char meant_by(char escaped) {
  switch (escaped) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return escaped;
  }
}

Fields fields_of(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  Fields fields(1, std::string());
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\t') {
      fields.emplace_back(std::string());
    } else if (line[at] == '\\' && at + 1 < line.size()) {
      const char escaped = line[++at];
      if (escaped == 'N') {
        fields.back().reset();
      } else {
        *fields.back() += meant_by(escaped);
      }
    } else {
      *fields.back() += line[at];
    }
  }
  return fields;
}

// Calls `take` with each row of a table, as the transaction of the connection sees it.
template <class Take>
Result<Done> copy_out(PGconn* connection, const Table& table, Take take) {
  const std::string sql = "copy " + table.name + " (" + table.list() + ") to stdout";
  {
    const Answer begun(PQexec(connection, sql.c_str()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_OUT) return failed(connection, begun.get(), sql);
  }
  Result<Done> outcome = Done{};
  char* line = nullptr;
  int length;
  while ((length = PQgetCopyData(connection, &line, 0)) > 0) {
    // After a failure the rest is read and thrown away, so that the connection is free again.
    if (outcome) outcome = take(fields_of({line, static_cast<std::size_t>(length)}));
    PQfreemem(line);
  }
  auto ended = end_copy(connection, sql);
  return outcome ? ended : outcome;
}

// Puts rows into a table; `end` has to be called, whatever happened before.
class CopyIn {
 public:
  CopyIn(PGconn* connection, std::string sql) : connection_(connection), sql_(std::move(sql)) {}

  Result<Done> begin() {
    const Answer begun(PQexec(connection_, sql_.c_str()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return failed(connection_, begun.get(), sql_);
    return Done{};
  }
  Result<Done> add(const Fields& row) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (at > 0) buffer_ += '\t';
      append_field(buffer_, row[at]);
    }
    buffer_ += '\n';
    return buffer_.size() < kAtATime ? Done{} : send();
  }
  Result<Done> end() {
    auto sent = send();
    PQputCopyEnd(connection_, sent ? nullptr : "stopped");
    auto ended = end_copy(connection_, sql_);
    return sent ? ended : sent;
  }

 private:
  static constexpr std::size_t kAtATime = 256 * 1024;

  Result<Done> send() {
    const bool sent = buffer_.empty() || PQputCopyData(connection_, buffer_.data(),
                                                       static_cast<int>(buffer_.size())) == 1;
    buffer_.clear();
    if (!sent) return failed(connection_, nullptr, sql_);
    return Done{};
  }

  PGconn* connection_;
  const std::string sql_;
  std::string buffer_;
};

Result<Done> copy_in(PGconn* connection, sqlite3* from, const Table& table) {
  CopyIn rows(connection, "copy " + table.name + " (" + table.list() + ") from stdin");
  RAPPORT_TRY(rows.begin());
  auto copied = each_row(from, "select " + table.list() + " from " + table.name,
                         [&](const Fields& row) { return rows.add(row); });
  auto ended = rows.end();
  return copied ? ended : copied;
}

constexpr const char* kSearchable =
    "select workspace_id, id, conversation_id, text from post"
    " where deleted_at is null and text <> ''";

template <class IdType>
IdType id_of(const std::optional<std::string>& field) {
  return parse_id<IdType>(field.value_or("")).value_or(IdType{});
}

Result<Done> copy_words_in(PGconn* connection, sqlite3* from) {
  CopyIn rows(connection,
              "copy post_words (workspace_id, post_id, conversation_id, words) from stdin");
  RAPPORT_TRY(rows.begin());
  auto copied = each_row(from, kSearchable, [&](const Fields& row) {
    const WordsOfPost post{id_of<WorkspaceId>(row[0]), id_of<ConversationId>(row[2]),
                           id_of<PostId>(row[1]), row[3].value_or("")};
    return rows.add({row[0], row[1], row[2], postgres_vector(post)});
  });
  auto ended = rows.end();
  return copied ? ended : copied;
}

Result<Done> check_schema(Connection& postgres, sqlite3* file) {
  auto here = postgres.query("select max(version) from schema_version").one<std::int64_t>();
  if (!here) return fail(std::move(here.error()));
  std::string there;
  RAPPORT_TRY(each_row(file, "select max(version) from schema_version",
                       [&](const Fields& row) -> Result<Done> {
                         there = row[0].value_or("");
                         return Done{};
                       }));
  if (std::to_string(here->value_or(0)) == there) return Done{};
  return unavailable("The two databases are of different versions of Rapport.");
}

Result<Done> fill(sqlite3* file, Connection& from) {
  RAPPORT_TRY(check_schema(from, file));
  // Nobody else has the file, and it counts only once it is whole.
  RAPPORT_TRY(execute(file, "pragma journal_mode = off"));
  RAPPORT_TRY(execute(file, "pragma synchronous = off"));
  auto tables = tables_of(file);
  if (!tables) return fail(std::move(tables.error()));
  RAPPORT_TRY(execute(file, "begin"));
  for (const Table& table : *tables) {
    Inserter into(file, table);
    RAPPORT_TRY(copy_out(postgres_handle(from.session()), table,
                         [&](const Fields& row) { return into.add(row); }));
  }
  RAPPORT_TRY(execute(file,
                      "insert into post_words (rowid, workspace, conversation, words)"
                      " select id, 'w' || workspace_id, 'c' || conversation_id, text from post"
                      " where deleted_at is null and text <> ''"));
  RAPPORT_TRY(execute(file, "commit"));
  // As a copy it stands alone: one file, no journal beside it.
  return execute(file, "pragma journal_mode = delete");
}

Result<Done> fill(Connection& to, sqlite3* file) {
  RAPPORT_TRY(check_schema(to, file));
  auto there = to.query("select id from workspace limit 1").one<std::int64_t>();
  if (!there) return fail(std::move(there.error()));
  if (*there) return conflict("There is something in this database already.");
  auto tables = tables_of(file);
  if (!tables) return fail(std::move(tables.error()));
  PGconn* const connection = postgres_handle(to.session());
  for (const Table& table : *tables) RAPPORT_TRY(copy_in(connection, file, table));
  return copy_words_in(connection, file);
}

}  // namespace

Result<Done> copy_to_sqlite(Connection& from, const std::string& to) {
  auto file = open_file(to);
  if (!file) return fail(std::move(file.error()));
  RAPPORT_TRY(from.begin_read());
  auto filled = fill(file->get(), from);
  (void)from.rollback();
  return filled;
}

Result<Done> copy_to_postgres(const std::string& from, Connection& to) {
  auto file = open_file(from);
  if (!file) return fail(std::move(file.error()));
  RAPPORT_TRY(to.begin_write());
  if (auto filled = fill(to, file->get()); !filled) {
    (void)to.rollback();
    return filled;
  }
  return to.commit();
}

}  // namespace rapport
