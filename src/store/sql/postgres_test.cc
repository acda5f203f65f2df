// What is PostgreSQL's alone: addresses and passwords, several processes over one database, a
// server that is killed, and copies from one engine to the other.

#include <gtest/gtest.h>
#include <pwd.h>
#include <sys/mount.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "store/gaps.h"
#include "store/help_sites.h"
#include "store/sql/migrate.h"
#include "store/sql/postgres.h"
#include "store/sql/postgres_address.h"
#include "store/testing/raw_database.h"
#include "store/testing/same.h"
#include "store/testing/samples.h"
#include "store/testing/temp_store.h"
#include "store/testing/test_postgres.h"

namespace rapport {
namespace {

const WorkspaceId kHere = sample::workspace(1).id;

Result<Done> write_act(Store& store, int number) {
  return store.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.posts().add(sample::post(kHere, number)));
    RAPPORT_TRY(unit.outbox().add(sample::act(kHere, number)));
    return unit.announce(sample::event(kHere, number));
  });
}

bool is_there(Store& store, int number) {
  return store
      .read([&](Unit& unit) { return unit.outbox().find(kHere, sample::act(kHere, number).id); })
      .has_value();
}

std::unique_ptr<Connection> connect(const TestDatabase& database) {
  auto connection =
      connect_postgres({*PostgresAddress::parse(database.address())}, Purpose::kWrite);
  if (!connection) throw std::runtime_error(connection.error().cause);
  return std::move(*connection);
}

TEST(PostgresAddress, NeverShowsAPassword) {
  const std::string secret = "s3cret-word";
  for (const std::string address :
       {"postgresql://ana:s3cret-word@127.0.0.1:1/desk",
        "postgresql://ana:s3cret-word@/desk?host=/nowhere",
        "postgresql://ana:s3cret-word@127.0.0.1:1/desk?nonsense=1",
        "postgresql://ana:s3cret-word@[::1/desk", "mysql://ana:s3cret-word@127.0.0.1/desk"}) {
    const auto store = open_postgres({.address = address, .readers = 1});
    ASSERT_FALSE(store) << address;
    EXPECT_EQ(std::string::npos, store.error().message.find(secret)) << store.error().message;
    EXPECT_EQ(std::string::npos, store.error().cause.find(secret)) << store.error().cause;
  }
  const auto parsed = PostgresAddress::parse("postgresql://ana:s3cret-word@db.example/desk");
  ASSERT_TRUE(parsed);
  EXPECT_EQ("desk at db.example", parsed->shown());
  EXPECT_EQ("password … refused", parsed->without_password("password s3cret-word refused"));
}

TEST(Postgres, SaysWhatIsWrongWithTheDatabase) {
  TestDatabase database;
  const auto nowhere = open_postgres({.address = database.address() + "_not"});
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(ErrorKind::kUnavailable, nowhere.error().kind);
  EXPECT_NE(std::string::npos, nowhere.error().message.find("schema")) << nowhere.error().message;
}

TEST(Postgres, ExplainsWhatTheServerRefuses) {
  TestDatabase database;
  auto db = connect(database);
  ASSERT_TRUE(db->execute("create table one (id bigint primary key, text text not null)"));
  ASSERT_TRUE(db->execute("create table two (one bigint references one (id))"));
  ASSERT_TRUE(db->execute("insert into one values (1, 'secret words')"));
  const auto kind_of = [&](const std::string& sql) {
    const auto done = db->execute(sql);
    EXPECT_FALSE(done) << sql;
    if (done) return ErrorKind::kInvalid;
    EXPECT_EQ(std::string::npos, done.error().message.find("secret"));
    return done.error().kind;
  };
  EXPECT_EQ(ErrorKind::kConflict, kind_of("insert into one values (1, 'x')"));
  EXPECT_EQ(ErrorKind::kNotFound, kind_of("insert into two values (7)"));
  EXPECT_EQ(ErrorKind::kInternal, kind_of("select nonsense"));
  EXPECT_EQ(ErrorKind::kInternal, kind_of("insert into one values (2, null)"));
  ASSERT_TRUE(db->begin_read());
  EXPECT_EQ(ErrorKind::kUnavailable, kind_of("insert into one values (3, 'x')"));
  ASSERT_TRUE(db->rollback());
  ASSERT_TRUE(db->execute("set statement_timeout = 50"));
  EXPECT_EQ(ErrorKind::kUnavailable, kind_of("select pg_sleep(5)"));

  // A bound value is never part of an error.
  const auto bound = db->query("insert into one values (1, :text)").bind("text", "hush").run();
  ASSERT_FALSE(bound);
  EXPECT_EQ(std::string::npos, bound.error().cause.find("hush")) << bound.error().cause;
}

TEST(Postgres, IsMadeOnceByManyThatComeAtTheSameTime) {
  TestDatabase database;
  std::atomic<int> opened = 0;
  std::vector<std::thread> comers;
  for (int comer = 0; comer < 5; ++comer) {
    comers.emplace_back([&] {
      const auto store = open_postgres({.address = database.address(), .readers = 1});
      EXPECT_TRUE(store) << store.error().message << store.error().cause;
      opened += store ? 1 : 0;
    });
  }
  for (std::thread& comer : comers) comer.join();
  EXPECT_EQ(5, opened);
  EXPECT_EQ(std::to_string(migrations().size()),
            ask_postgres(database.address(), "select count(*) from schema_version"));
}

TEST(Postgres, HasOneServerAtATime) {
  TestDatabase database;
  const PostgresOptions server{
      .address = database.address(), .readers = 1, .visit = Visit::kServer};
  auto first = open_postgres(server);
  ASSERT_TRUE(first) << first.error().cause;
  const auto second = open_postgres(server);
  ASSERT_FALSE(second);
  EXPECT_EQ(ErrorKind::kConflict, second.error().kind);
  // A command may come beside it.
  EXPECT_TRUE(open_postgres({.address = database.address(), .readers = 1}));
  // One that lost its connection, and its place with it, writes nothing before it has it again.
  ask_postgres(database.address(),
               "select pg_terminate_backend(pid, 5000) from pg_stat_activity where"
               " application_name = '" +
                   database.name() + "' and pid <> pg_backend_pid()");
  auto usurper = open_postgres(server);
  ASSERT_TRUE(usurper) << usurper.error().cause;
  EXPECT_FALSE(write_act(**first, 1));
  EXPECT_TRUE(write_act(**usurper, 2));
  usurper->reset();
  std::this_thread::sleep_for(std::chrono::milliseconds{300});
  EXPECT_TRUE(write_act(**first, 3));
  EXPECT_FALSE(is_there(**first, 1));
}

// Two processes write at once; whoever reads on from the last event it saw misses none.
TEST(Postgres, EventsAreNumberedInTheOrderOfTheirCommits) {
  TestDatabase database;
  constexpr int kEach = 150;
  std::vector<std::unique_ptr<Store>> processes;
  for (int process = 0; process < 2; ++process) {
    auto store = open_postgres({.address = database.address(), .readers = 1});
    ASSERT_TRUE(store) << store.error().cause;
    processes.push_back(std::move(*store));
  }
  std::vector<std::thread> writers;
  std::atomic<int> written = 0;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&, writer] {
      for (int number = 1; number <= kEach; ++number) {
        written +=
            write_act(*processes[static_cast<std::size_t>(writer % 2)], writer * 1000 + number)
                .has_value();
      }
    });
  }
  std::set<EventId> seen;
  EventId last;
  const auto read_on = [&] {
    const auto events =
        processes[0]->read([&](Unit& unit) { return unit.events().after(kHere, last, 1000); });
    ASSERT_TRUE(events) << events.error().cause;
    for (const Event& event : *events) {
      EXPECT_TRUE(seen.insert(event.id).second);
      last = event.id;
    }
  };
  while (written < 4 * kEach && !HasFailure()) read_on();
  for (std::thread& writer : writers) writer.join();
  read_on();
  EXPECT_EQ(4u * kEach, seen.size());
}

// The server itself is killed, as by a power cut, again and again in the middle of writing.
TEST(Postgres, NoAcknowledgedWriteIsLostWhenTheServerIsKilled) {
  TestServer server({"fsync = on", "synchronous_commit = off"});  // ours is on all the same
  auto store = open_postgres({.address = server.address(), .readers = 1});
  ASSERT_TRUE(store) << store.error().message << store.error().cause;
  std::mutex mutex;
  std::set<int> acknowledged;
  std::set<int> refused;
  std::atomic<bool> stop = false;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 2; ++writer) {
    writers.emplace_back([&, writer] {
      for (int number = 1 + writer; !stop; number += 2) {
        const auto written = write_act(**store, number);
        std::lock_guard lock(mutex);
        if (written) {
          acknowledged.insert(number);
        } else if (written.error().kind != ErrorKind::kUnknown) {
          refused.insert(number);
          EXPECT_EQ(ErrorKind::kUnavailable, written.error().kind) << written.error().cause;
        }
      }
    });
  }
  const auto count = [&] {
    std::lock_guard lock(mutex);
    return acknowledged.size();
  };
  for (int round = 0; round < 3; ++round) {
    const std::size_t before = count();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (count() < before + 20 && std::chrono::steady_clock::now() < until) {
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    EXPECT_GE(count(), before + 20) << "the store works again after kill " << round;
    server.kill();
    server.start();
  }
  stop = true;
  for (std::thread& writer : writers) writer.join();
  for (const int number : acknowledged) EXPECT_TRUE(is_there(**store, number)) << number;
  // What was said to have failed, has: its outcome was asked for.
  for (const int number : refused) EXPECT_FALSE(is_there(**store, number)) << number;
  RecordProperty("acknowledged", static_cast<int>(acknowledged.size()));
  EXPECT_GE(acknowledged.size(), 60u);
}

// A small disk of its own, which the server may write on; empty `why_not` if there is one.
class SmallDisk {
 public:
  SmallDisk() {
    std::filesystem::permissions(folder_.file("."), std::filesystem::perms(0755));
    std::filesystem::create_directory(place());
    if (::mount("tmpfs", place().c_str(), "tmpfs", 0, "size=32m") != 0) {
      why_not = std::string("no file system may be mounted here: ") + std::strerror(errno);
      return;
    }
    mounted_ = true;
    const passwd* const server = ::getpwnam("postgres");
    if (server == nullptr || ::chown(place().c_str(), server->pw_uid, server->pw_gid) != 0) {
      why_not = "the server's user cannot be given the disk";
    }
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(place().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  std::string place() const { return folder_.file("disk"); }
  // Something else that takes room, and is cleared away when somebody notices.
  void put_down(std::size_t bytes) { std::ofstream(file()) << std::string(bytes, 'x'); }
  void clear_away() { std::filesystem::remove(file()); }

  std::string why_not;

 private:
  std::string file() const { return folder_.file("disk/something-else"); }

  TempFolder folder_;
  bool mounted_ = false;
};

// The contract's own disk is full because a trigger says so; this one is.
TEST(Postgres, GoesOnWhereItWasOnceAFullDiskHasRoomAgain) {
  SmallDisk disk;
  if (!disk.why_not.empty()) GTEST_SKIP() << disk.why_not;
  disk.put_down(16U << 20U);
  TestServer server;
  ask_postgres(server.address(), "create tablespace small location '" + disk.place() + "'");
  ask_postgres(server.address(), "alter database postgres set default_tablespace = 'small'");
  auto store = open_postgres({.address = server.address(), .readers = 1});
  ASSERT_TRUE(store) << store.error().message << store.error().cause;

  std::mt19937_64 random(7);
  const auto write = [&](int number) {
    return (*store)->write([&](Unit& unit) -> Result<Done> {
      Post post = sample::post(kHere, number);
      post.text.clear();
      while (post.text.size() < 40'000) post.text += std::to_string(random()) + " ";
      RAPPORT_TRY(unit.posts().add(post));
      return unit.outbox().add(sample::act(kHere, number));
    });
  };
  int written = 0;
  Result<Done> refused;
  while (written < 2000 && (refused = write(written + 1))) ++written;
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind) << refused.error().cause;
  EXPECT_NE(std::string::npos, refused.error().message.find("disk is full"))
      << refused.error().message << refused.error().cause;
  EXPECT_GT(written, 10);
  // Nothing that was acknowledged is gone, nothing that was not is there; reading goes on.
  for (int number = 1; number <= written; ++number) EXPECT_TRUE(is_there(**store, number));
  EXPECT_FALSE(is_there(**store, written + 1));

  disk.clear_away();
  const auto again = write(written + 1);
  EXPECT_TRUE(again) << again.error().message << again.error().cause;
  EXPECT_TRUE(is_there(**store, written + 1));
}

// What a brand knows and what its people miss, in every table of it.
Result<Done> write_knowledge(Unit& unit) {
  const Time now = sample::at(50);
  const MemberId ana{5};
  ArticleCategory category{kHere, ArticleCategoryId{60}, "Orders", "orders", "orders", 3};
  RAPPORT_TRY(unit.knowledge().add_category(category));
  KnowledgeEntry article;
  article.workspace = kHere;
  article.id = ArticleId{70};
  article.language = "en";
  article.category = category.id;
  article.slug = "address";
  article.title = "Changing the address\t\\N";
  article.markdown = "In your account.\n\n| a | b |\n";
  article.questions = "Can I change it?\nHow?";
  article.source = "zendesk:7";
  article.created_at = article.changed_at = now;
  RAPPORT_TRY(unit.knowledge().add(article));
  article.slug = "new-address";  // the other one still leads to it
  ++article.version;
  RAPPORT_TRY(unit.knowledge().save(article));
  const Post post = sample::post(kHere, 1);
  RAPPORT_TRY(unit.knowledge().add_use({kHere, ArticleUseId{71}, article.id, post.conversation,
                                        post.id, ActId{72}, ArticleUseKind::kLinked, ana, now}));
  RAPPORT_TRY(help_sites_in(unit)->save({kHere, "north", true, "Help", "", "#0f766e", ana, now}));
  KeptGap gap;
  gap.gap.workspace = kHere;
  gap.gap.id = GapId{80};
  gap.gap.name = "change address";
  gap.gap.words = {"change", "address"};
  gap.gap.language = "en";
  gap.gap.state = GapState::kDismissed;
  gap.gap.article = article.id;
  gap.gap.people = 3;
  gap.gap.waiting = 2;
  gap.gap.posts = 4;
  gap.gap.longest_wait = std::chrono::hours{5};
  gap.gap.first_at = gap.gap.last_at = now;
  gap.posts = {post.id};
  RAPPORT_TRY(gaps_in(unit)->replace(kHere, {gap}));
  RAPPORT_TRY(gaps_in(unit)->save(GapLesson{kHere, now, post.id, 2}));
  BrandVoice voice;
  voice.workspace = kHere;
  voice.avoid = {"kindly", "a\tb"};
  voice.require_clean = true;
  voice.changed_at = now;
  RAPPORT_TRY(unit.voices().save(voice));
  RAPPORT_TRY(unit.voices().save(RuleChoice{kHere, "hype", RuleSetting::kOff}));
  const Remedy remedy{kHere,         RemedyId{90}, "late", "More vans", article.id,
                      sample::at(0), ana,          now,    {},          true};
  RAPPORT_TRY(unit.remedies().add(remedy));
  RAPPORT_TRY(unit.remedies().add_person({kHere, remedy.id, sample::person(kHere, 1).id, post.id,
                                          sample::at(1), "told by phone", ana}));
  return unit.proposals().add(
      {kHere, ProposalId{95}, post.conversation, post.id, ana, "Hi\nAna", "small", now});
}

// There and back again, with everything.
TEST(Postgres, CopiesToAFileAndFromIt) {
  TestDatabase database;
  TestDatabase other;
  TempFolder folder;
  const std::string file = folder.file("copy.db");
  Post post = sample::post(kHere, 1, "tab\there, line\nthere, back\\slash, Ünïcode 🎉 \\N");
  post.conversation = sample::conversation(kHere, 1).id;
  {
    auto store = open_postgres({.address = database.address(), .readers = 1});
    ASSERT_TRUE(store) << store.error().cause;
    const auto written = (*store)->write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_workspace(sample::workspace(1)));
      RAPPORT_TRY(unit.channels().add(sample::channel(kHere, 1)));
      CoverageSource source;
      source.workspace = kHere;
      source.channel = sample::channel(kHere, 1).id;
      source.source = "threads";
      RAPPORT_TRY(unit.channels().save_source(source));
      RAPPORT_TRY(unit.conversations().add(sample::conversation(kHere, 1)));
      RAPPORT_TRY(unit.posts().add(post));
      RAPPORT_TRY(unit.outbox().add(sample::act(kHere, 1)));
      RAPPORT_TRY(write_knowledge(unit));
      return unit.announce(sample::event(kHere, 1));
    });
    ASSERT_TRUE(written) << written.error().cause;
    const auto saved = (*store)->backup_to(file);
    ASSERT_TRUE(saved) << saved.error().message << saved.error().cause;
  }
  const auto filled = fill_postgres({.address = other.address(), .readers = 1}, file);
  ASSERT_TRUE(filled) << filled.error().message << filled.error().cause;
  const auto again = fill_postgres({.address = other.address(), .readers = 1}, file);
  ASSERT_FALSE(again);
  EXPECT_EQ(ErrorKind::kConflict, again.error().kind);

  auto store = open_postgres({.address = other.address(), .readers = 1});
  ASSERT_TRUE(store);
  const auto found = (*store)->read([&](Unit& unit) { return unit.posts().find(kHere, post.id); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(post, *found)) << found->text;
  ConversationFilter filter;
  filter.text = "unicode back";
  const auto rows =
      (*store)->read([&](Unit& unit) { return unit.conversations().list(kHere, filter, {}, 10); });
  ASSERT_TRUE(rows) << rows.error().cause;
  EXPECT_EQ(1u, rows->rows.size());
  EXPECT_TRUE(is_there(**store, 1));
  // Knowledge and gaps have arrived, and are what they were: used, dismissed, found under an
  // earlier address.
  for (const char* table : {"voice", "coach_rule", "article", "article_slug", "article_category",
                            "article_stamp", "article_use", "help_site", "remedy", "remedy_person",
                            "proposal", "gap", "gap_post", "gap_lesson"}) {
    EXPECT_EQ("1", ask_postgres(other.address(), std::string("select count(*) from ") + table))
        << table;
  }
  const auto known = (*store)->read([&](Unit& unit) -> Result<Done> {
    auto once = unit.knowledge().once_at(kHere, "address");
    RAPPORT_TRY(once);
    EXPECT_EQ(std::vector{ArticleId{70}}, *once);
    auto article = unit.knowledge().find(kHere, ArticleId{70});
    RAPPORT_TRY(article);
    EXPECT_EQ("Changing the address\t\\N", article->title);
    EXPECT_EQ(1, article->uses);
    auto gap = gaps_in(unit)->find(kHere, GapId{80});
    RAPPORT_TRY(gap);
    EXPECT_EQ(GapState::kDismissed, gap->state);
    EXPECT_EQ((std::vector<std::string>{"change", "address"}), gap->words);
    EXPECT_EQ(std::chrono::hours{5}, gap->longest_wait);
    auto voice = unit.voices().voice(kHere);
    RAPPORT_TRY(voice);
    EXPECT_TRUE(voice->require_clean);
    return Done{};
  });
  EXPECT_TRUE(known) << known.error().message << known.error().cause;
  // The tables of both are the same, row by row and column by column.
  const auto dump = [](const TestDatabase& of) {
    return ask_postgres(of.address(),
                        "select string_agg(cast(query_to_xml('select * from ' || table_name ||"
                        " ' order by 1, 2, 3', false, false, '') as text), '' order by table_name)"
                        " from information_schema.tables where table_schema = current_schema()"
                        " and table_name <> 'schema_version'");
  };
  EXPECT_EQ(dump(database), dump(other));
}

TEST(Postgres, TakesNoStatementsOutOfAFilesNames) {
  TempFolder folder;
  const std::string file = folder.file("copy.db");
  {
    TestDatabase database;
    auto store = open_postgres({.address = database.address(), .readers = 1});
    ASSERT_TRUE(store && (*store)->backup_to(file));
  }
  RawDatabase(file).ask("create table \"event (id) from program 'true' --\" (id bigint)");
  TestDatabase other;
  const auto filled = fill_postgres({.address = other.address(), .readers = 1}, file);
  ASSERT_FALSE(filled);
  EXPECT_EQ(ErrorKind::kInvalid, filled.error().kind) << filled.error().cause;
}

}  // namespace
}  // namespace rapport
