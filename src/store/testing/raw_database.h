// A database that an earlier Rapport wrote, as a test finds it on disk, and a plain look into it
// that goes past all of our own code.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rapport {

// Makes the database file `path` from a dump of the sqlite3 shell. Throws if it cannot.
void restore_dump(const std::string& dump, const std::string& path);

// What the rows of a table say, by the names of its columns.
struct TableLook {
  std::vector<std::string> columns;
  std::vector<std::string> rows;  // each as text, in order
};

// A second pair of eyes on a database that nobody writes to meanwhile. Throws if it cannot read.
class RawDatabase {
 public:
  explicit RawDatabase(const std::string& path);
  ~RawDatabase();
  RawDatabase(const RawDatabase&) = delete;
  RawDatabase& operator=(const RawDatabase&) = delete;

  // The first column of each row.
  std::vector<std::string> ask(const std::string& sql) const;
  std::int64_t number(const std::string& sql) const;

  // Every table, index and trigger as it was made, by name.
  std::map<std::string, std::string> schema() const;
  std::vector<std::string> tables() const;  // those with rows of their own: no shadow tables
  TableLook look(const std::string& table) const;
  // The rows of a table that has all of these columns, and maybe more.
  TableLook look(const std::string& table, const std::vector<std::string>& columns) const;

  // The ledger of interactions of a workspace, in the networks' names: what was done, by whom, to
  // whom, when.
  std::vector<std::string> ledger(std::int64_t workspace) const;
  // How many conversations stand in each state, counted row by row.
  std::vector<std::string> count_states(std::int64_t workspace) const;

 private:
  void* db_ = nullptr;
};

}  // namespace rapport
