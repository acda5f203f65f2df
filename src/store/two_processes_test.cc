// The command line opens the database while the server runs: neither may harm the other.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "store/store.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

Result<Done> add_workspace(Store& store, std::int64_t id) {
  return store.write([&](Unit& unit) {
    return unit.members().add_workspace(
        Workspace{WorkspaceId{id}, "workspace " + std::to_string(id), from_micros(id)});
  });
}

std::int64_t count(Store& store) {
  auto all = store.read([](Unit& unit) { return unit.members().workspaces(); });
  return all ? static_cast<std::int64_t>(all->size()) : -1;
}

// In a process of its own: opens, adds, closes. 0 if all went well.
int visit(const std::string& path, std::int64_t id) {
  auto store = open_sqlite({.path = path, .vfs = {}, .readers = 2});
  if (!store) return 1;
  return add_workspace(**store, id) ? 0 : 2;
}

// Waits for a word, visits, and says that it is done; made before any thread of this process is.
class Visitor {
 public:
  Visitor(const std::string& path, std::int64_t id) {
    EXPECT_EQ(::pipe(go_), 0);
    child_ = ::fork();
    if (child_ != 0) return;
    char word = 0;
    const bool told = ::read(go_[0], &word, 1) == 1;
    ::_exit(told ? visit(path, id) : 3);
  }
  ~Visitor() {
    ::close(go_[0]);
    ::close(go_[1]);
  }
  // What the visit returned.
  int go() {
    EXPECT_EQ(::write(go_[1], "g", 1), 1);
    int status = 0;
    EXPECT_EQ(::waitpid(child_, &status, 0), child_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  int go_[2] = {-1, -1};
  pid_t child_ = -1;
};

TEST(TwoProcesses, AVisitorTakesNothingAwayFromTheServer) {
  TempFolder folder;
  const std::string path = folder.file("rapport.db");
  Visitor first(path, 100);
  Visitor second(path, 200);

  auto server = open_sqlite({.path = path, .vfs = {}, .readers = 2});
  ASSERT_TRUE(server);
  ASSERT_TRUE(add_workspace(**server, 1));
  ASSERT_EQ(first.go(), 0);
  EXPECT_TRUE(std::filesystem::exists(path + "-wal")) << "the server's journal is gone";
  ASSERT_TRUE(add_workspace(**server, 2));
  EXPECT_EQ(count(**server), 3);
  ASSERT_EQ(second.go(), 0);
  ASSERT_TRUE(add_workspace(**server, 3));
  EXPECT_EQ(count(**server), 5);

  server->reset();
  auto again = open_sqlite({.path = path, .vfs = {}, .readers = 2});
  ASSERT_TRUE(again);
  EXPECT_EQ(count(**again), 5) << "what was acknowledged is there";
}

}  // namespace
}  // namespace rapport
