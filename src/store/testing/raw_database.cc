#include "store/testing/raw_database.h"

#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace rapport {
namespace {

[[noreturn]] void give_up(sqlite3* db, const std::string& about) {
  const std::string why = db == nullptr ? "no memory" : sqlite3_errmsg(db);
  sqlite3_close(db);
  throw std::runtime_error(about + ": " + why);
}

}  // namespace

void restore_dump(const std::string& dump, const std::string& path) {
  std::ifstream in(dump, std::ios::binary);
  if (!in) throw std::runtime_error("no dump at " + dump);
  const std::string sql(std::istreambuf_iterator<char>(in), {});
  sqlite3* db = nullptr;
  if (sqlite3_open(path.c_str(), &db) != SQLITE_OK) give_up(db, path);
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) give_up(db, dump);
  sqlite3_close(db);
}

RawDatabase::RawDatabase(const std::string& path) {
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
    give_up(db, path);
  }
  db_ = db;
}

RawDatabase::~RawDatabase() { sqlite3_close(static_cast<sqlite3*>(db_)); }

std::vector<std::string> RawDatabase::ask(const std::string& sql) const {
  std::vector<std::string> rows;
  char* error = nullptr;
  sqlite3_exec(
      static_cast<sqlite3*>(db_), sql.c_str(),
      [](void* to, int, char** values, char**) {
        static_cast<std::vector<std::string>*>(to)->emplace_back(values[0] ? values[0] : "null");
        return 0;
      },
      &rows, &error);
  if (error != nullptr) {
    const std::string why = error;
    sqlite3_free(error);
    throw std::runtime_error(sql + ": " + why);
  }
  return rows;
}

std::int64_t RawDatabase::number(const std::string& sql) const {
  const auto rows = ask(sql);
  return rows.size() == 1 ? std::stoll(rows.front()) : -1;
}

std::map<std::string, std::string> RawDatabase::schema() const {
  std::map<std::string, std::string> all;
  for (const std::string& name : ask("select name from sqlite_master where sql is not null")) {
    all[name] = ask("select sql from sqlite_master where name = '" + name + "'").front();
  }
  return all;
}

std::vector<std::string> RawDatabase::tables() const {
  return ask(
      "select name from pragma_table_list where type = 'table' and schema = 'main'"
      " and name not like 'sqlite_%' order by name");
}

TableLook RawDatabase::look(const std::string& table) const {
  return look(table, ask("select name from pragma_table_info('" + table + "') order by name"));
}

TableLook RawDatabase::look(const std::string& table,
                            const std::vector<std::string>& columns) const {
  std::string row;
  for (const std::string& column : columns) {
    row += (row.empty() ? "quote(" : " || ' ' || quote(") + column + ")";
  }
  return {columns, ask("select " + row + " from " + table + " order by 1")};
}

std::vector<std::string> RawDatabase::ledger(std::int64_t workspace) const {
  return ask(
      "select i.native_id || ' ' || i.kind || ' ' || a.native_id || ' to ' || o.native_id"
      " || ' ' || i.at from interaction i"
      " join account a on a.workspace_id = i.workspace_id and a.id = i.actor_id"
      " join account o on o.workspace_id = i.workspace_id and o.id = i.object_id"
      " where i.workspace_id = " +
      std::to_string(workspace) + " order by 1");
}

std::vector<std::string> RawDatabase::count_states(std::int64_t workspace) const {
  return ask("select state || ' ' || count(*) from conversation where workspace_id = " +
             std::to_string(workspace) + " group by state order by state");
}

}  // namespace rapport
