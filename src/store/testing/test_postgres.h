// PostgreSQL for tests: schemas of their own on a server that all test programs share, and servers
// of their own for tests that harm one. tools/postgres-for-tests starts both.

#pragma once

#include <string>
#include <vector>

#include "store/testing/temp_store.h"

namespace rapport {

// An empty schema, which to the store is a database like any other, dropped at the end. Throws if
// there is no PostgreSQL: Debian's is part of what the tests need (tools/install test).
class TestDatabase {
 public:
  TestDatabase();
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  const std::string& address() const { return address_; }
  // Also what its connections call themselves.
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::string address_;
};

// A server that the test may stop, kill and start again. Its database is empty.
class TestServer {
 public:
  // `settings` as in postgresql.conf: "fsync = off".
  explicit TestServer(const std::vector<std::string>& settings = {});
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  const std::string& address() const { return address_; }
  // As a power cut would: no process of it gets to do anything more.
  void kill();
  void start();

 private:
  TempFolder folder_;
  std::string place_;
  std::string address_;
};

// What one statement or several, run on a connection of their own, answered last: the first column
// of the first row. Throws what the server says.
std::string ask_postgres(const std::string& address, const std::string& sql);

}  // namespace rapport
