#include "http/rows.h"

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <sqlite3.h>

#include <functional>
#include <vector>

#include "store/testing/test_postgres.h"

namespace rapport::testing {

class Rows::Reader {
 public:
  virtual ~Reader() = default;
  // From here on this reader sees what is there now.
  virtual void hold() = 0;
  // Another text whenever anything was written in between.
  virtual std::string version() = 0;
  virtual std::size_t digest(std::optional<WorkspaceId> workspace) = 0;
};

namespace {

class SqliteReader final : public Rows::Reader {
 public:
  explicit SqliteReader(const std::string& path) {
    EXPECT_EQ(SQLITE_OK, sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READONLY, nullptr));
  }
  ~SqliteReader() override { sqlite3_close(db_); }

  void hold() override {
    if (sqlite3_get_autocommit(db_) == 0) all("commit");
    all("begin");
    all("select count(*) from sqlite_master");  // reading is what begins it
  }
  // https://www.sqlite.org/pragma.html#pragma_data_version
  std::string version() override { return all("pragma data_version"); }

  std::size_t digest(std::optional<WorkspaceId> workspace) override {
    std::string everything;
    for (const std::string& table :
         lines(all("select name from sqlite_master where type = 'table'"
                   " and name not like 'post\\_words%' escape '\\'"
                   " and name not like 'sqlite\\_%' escape '\\' order by name"))) {
      const std::string columns = all("select name from pragma_table_info('" + table + "')");
      const bool of_one = columns.find("workspace_id\x1f") != std::string::npos;
      if (workspace && !of_one) continue;
      everything += table + "\n" +
                    all("select * from " + table +
                        (workspace ? " where workspace_id = " + to_string(*workspace) : "") +
                        " order by 1, 2");
    }
    return std::hash<std::string>{}(everything);
  }

 private:
  // Every column of every row, a row a line.
  std::string all(const std::string& sql) {
    std::string out;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(SQLITE_OK, sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr)) << sql;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      for (int at = 0; at < sqlite3_column_count(statement); ++at) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, at));
        out += text == nullptr ? "-" : text;
        out += '\x1f';
      }
      out += '\n';
    }
    EXPECT_EQ(SQLITE_OK, sqlite3_finalize(statement)) << sql;
    return out;
  }

  static std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = text.find('\n', begin);
      out.push_back(text.substr(begin, end - begin - 1));
      begin = end + 1;
    }
    return out;
  }

  sqlite3* db_ = nullptr;
};

class PostgresReader final : public Rows::Reader {
 public:
  explicit PostgresReader(const std::string& address) : db_(PQconnectdb(address.c_str())) {}
  ~PostgresReader() override { PQfinish(db_); }

  void hold() override {
    if (PQtransactionStatus(db_) != PQTRANS_IDLE) ask("commit");
    ask("begin isolation level repeatable read read only");
    ask("select 1");  // reading is what begins it
  }
  // Where the log of all writing ends. Other schemas of the server write there, too.
  std::string version() override { return ask("select pg_current_wal_insert_lsn()"); }

  // The server digests them itself.
  std::size_t digest(std::optional<WorkspaceId> workspace) override {
    const std::string which = workspace ? " where workspace_id = " + to_string(*workspace) : "";
    const std::string only =
        workspace ? " and exists (select 1 from information_schema.columns c where c.table_schema ="
                    " current_schema() and c.table_name = t.tablename and c.column_name ="
                    " 'workspace_id')"
                  : "";
    const std::string whole =
        ask("select 'select md5(concat(' || string_agg(format('(select string_agg(r::text, chr(10)"
            " order by r::text) from %I r" +
            which +
            ")', tablename), ', ' order by tablename) || '))' from pg_tables t"
            " where schemaname = current_schema() and tablename not like 'post\\_words%'" +
            only);
    return std::hash<std::string>{}(ask(whole));
  }

 private:
  // The first column of the first row.
  std::string ask(const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(db_, sql.c_str()), PQclear);
    const auto status = PQresultStatus(result.get());
    EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        << PQerrorMessage(db_) << "\n"
        << sql;
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
  }

  PGconn* db_;
};

std::unique_ptr<Rows::Reader> reader_of(const TempStore& store) {
  if (store.database) return std::make_unique<PostgresReader>(store.database->address());
  return std::make_unique<SqliteReader>(store.path);
}

}  // namespace

Rows::Rows(const TempStore& store) : then_(reader_of(store)), now_(reader_of(store)) {}
Rows::~Rows() = default;

void Rows::remember() {
  then_->hold();
  version_ = now_->version();
}

bool Rows::unchanged(std::optional<WorkspaceId> workspace) {
  return now_->version() == version_ || now_->digest(workspace) == then_->digest(workspace);
}

}  // namespace rapport::testing
