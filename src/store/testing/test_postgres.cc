#include "store/testing/test_postgres.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <memory>
#include <random>
#include <stdexcept>

#include "source_dir.h"

namespace rapport {
namespace {

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};

// The lines that the script prints.
std::vector<std::string> run_script(const std::string& arguments) {
  const std::string command = RAPPORT_SOURCE_DIR "/tools/postgres-for-tests " + arguments;
  std::FILE* const pipe = ::popen(command.c_str(), "re");
  if (pipe == nullptr) throw std::runtime_error("no process for " + command);
  std::string said;
  std::array<char, 512> bytes;
  for (std::size_t got; (got = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;) {
    said.append(bytes.data(), got);
  }
  if (::pclose(pipe) != 0) throw std::runtime_error(command + " failed");
  std::vector<std::string> lines;
  for (std::size_t end; (end = said.find('\n')) != said.npos; said.erase(0, end + 1)) {
    lines.push_back(said.substr(0, end));
  }
  return lines;
}

std::string in_quotes(const std::string& path) { return "'" + path + "'"; }

// The address of the shared server, which stays as long as this process holds the lock.
const std::string& shared_server() {
  static const std::string address = [] {
    for (int attempt = 0;; ++attempt) {
      const auto lines = run_script("shared");
      const int holders = ::open(lines.at(1).c_str(), O_RDWR | O_CLOEXEC | O_CREAT, 0600);
      try {
        if (holders < 0 || ::flock(holders, LOCK_SH) != 0) throw std::runtime_error("no lock");
        // It may have ended between the script's word and our lock.
        ask_postgres(lines.at(0), "select 1");
        return lines.at(0);
      } catch (const std::runtime_error&) {
        ::close(holders);
        if (attempt == 3) throw;
      }
    }
  }();
  return address;
}

}  // namespace

std::string ask_postgres(const std::string& address, const std::string& sql) {
  const std::unique_ptr<PGconn, Finish> connection(PQconnectdb(address.c_str()));
  if (PQstatus(connection.get()) != CONNECTION_OK) {
    throw std::runtime_error(PQerrorMessage(connection.get()));
  }
  PQsetNoticeReceiver(
      connection.get(), [](void*, const PGresult*) {}, nullptr);
  const std::unique_ptr<PGresult, Clear> result(PQexec(connection.get(), sql.c_str()));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    throw std::runtime_error(PQerrorMessage(connection.get()));
  }
  return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

TestDatabase::TestDatabase() {
  static std::atomic<int> made = 0;
  name_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++made) + "_" +
          std::to_string(std::random_device{}());
  // A schema is there in a tenth of the time that a database takes.
  ask_postgres(shared_server(), "create schema " + name_);
  address_ = shared_server() + "&application_name=" + name_ + "&options=-csearch_path%3D" + name_;
}

TestDatabase::~TestDatabase() {
  try {
    ask_postgres(shared_server(), "drop schema " + name_ + " cascade");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());  // it goes with its server
  }
}

TestServer::TestServer(const std::vector<std::string>& settings)
    : place_(folder_.file("postgres")) {
  std::string arguments = "start " + in_quotes(place_);
  for (const std::string& setting : settings) arguments += " " + in_quotes(setting);
  // The server runs as another user if we are root.
  std::filesystem::permissions(folder_.file("."), std::filesystem::perms(0755));
  address_ = run_script(arguments).at(0);
}

TestServer::~TestServer() {
  try {
    run_script("stop " + in_quotes(place_) + " immediate");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
}

void TestServer::kill() { run_script("kill " + in_quotes(place_)); }
void TestServer::start() { run_script("again " + in_quotes(place_)); }

}  // namespace rapport
