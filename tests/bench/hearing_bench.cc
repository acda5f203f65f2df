// How fast what a network says is filed: from the bytes of Bluesky's notifications to posts,
// people, conversations and events safely in the database.

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "desk/hearing/filing.h"
#include "networks/bluesky/mapping.h"
#include "store/store.h"

namespace rapport {
namespace {

namespace json = boost::json;

constexpr int kPage = 100;  // what one read of the network brings at most
constexpr int kPages = 200;
constexpr int kPagesABatch = 10;
constexpr int kPeople = 4000;
constexpr std::string_view kBrand = "did:plc:brandbrandbrandbrandbran";

// Notifications as the network sends them, always the same: two thirds open a thread, the others
// answer in one; a few people say much.
class Stream {
 public:
  std::vector<std::string> pages() {
    std::vector<std::string> pages;
    for (int page = 0; page < kPages; ++page) {
      json::array items;
      for (int i = 0; i < kPage; ++i) items.push_back(item());
      pages.push_back(json::serialize(json::object{{"notifications", std::move(items)}}));
    }
    return pages;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  std::string words() {
    static constexpr std::string_view kWords[] = {
        "the",   "order",  "arrived", "late", "again", "lovely",  "strap",
        "blue",  "when",   "does",    "shop", "open",  "thanks",  "zip",
        "broke", "colour", "refund",  "how",  "long",  "warranty"};
    std::string text = "@brand.test";
    const int count = 8 + below(25);
    for (int i = 0; i < count; ++i) {
      text += ' ';
      text += kWords[below(std::size(kWords))];
    }
    return text;
  }

  json::object item() {
    const int number = next_++;
    const int who = std::min(below(kPeople), below(kPeople));
    const std::string did = fmt::format("did:plc:person{:018}", who);
    const std::string uri = fmt::format("at://{}/app.bsky.feed.post/3l{:011}", did, number);
    const std::string cid = fmt::format("bafyrei{:052}", number);
    const std::string at = fmt::format("2026-03-01T{:02}:{:02}:{:02}.000Z", number / 3600 % 24,
                                       number / 60 % 60, number % 60);
    json::object record{{"$type", "app.bsky.feed.post"},
                        {"text", words()},
                        {"createdAt", at},
                        {"langs", json::array{"en"}}};
    record["facets"] = json::array{json::object{
        {"index", json::object{{"byteStart", 0}, {"byteEnd", 11}}},
        {"features", json::array{json::object{{"$type", "app.bsky.richtext.facet#mention"},
                                              {"did", kBrand}}}}}};
    const bool reply = !roots_.empty() && number % 3 == 0;
    const json::object ref{{"uri", uri}, {"cid", cid}};
    if (reply) {
      const json::object& root =
          roots_[static_cast<std::size_t>(below(static_cast<int>(roots_.size())))];
      record["reply"] = json::object{{"root", root}, {"parent", root}};
    } else {
      roots_.push_back(ref);
    }
    return {{"uri", uri},
            {"cid", cid},
            {"author", json::object{{"did", did},
                                    {"handle", fmt::format("person{}.test", who)},
                                    {"displayName", fmt::format("Person {}", who)}}},
            {"reason", reply ? "reply" : "mention"},
            {"record", std::move(record)},
            {"isRead", false},
            {"indexedAt", at}};
  }

  std::mt19937 random_{20260301};
  int next_ = 1;
  std::vector<json::object> roots_;
};

const std::vector<std::string>& pages() {
  static const std::vector<std::string> all = Stream{}.pages();
  return all;
}

// Whatever cannot be measured must not look fast.
bool require(benchmark::State& state, bool condition, const char* what) {
  if (!condition) state.SkipWithError(what);
  return condition;
}

void read_page(benchmark::State& state) {
  std::size_t next = 0;
  for (auto _ : state) {
    auto page = bluesky::read_notifications(pages()[next++ % pages().size()], Time{});
    if (!require(state, page && page->items.size() == kPage, "a page was not read")) return;
    benchmark::DoNotOptimize(page);
  }
  state.SetItemsProcessed(state.iterations() * kPage);
  state.SetLabel("posts");
}
BENCHMARK(read_page)->Name("hearing, parse");

// A database of its own with a workspace and one channel, gone afterwards.
struct House {
  SystemClock clock;
  IdMaker ids{clock};
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("rapport-hearing-{}", ::getpid());
  std::unique_ptr<Store> store;
  Channel channel;
  std::string trouble;  // empty: ready to file

  House() {
    std::filesystem::create_directories(folder);
    SqliteOptions options;
    options.path = (folder / "rapport.db").string();
    auto opened = open_sqlite(options);
    if (!opened) {
      trouble = opened.error().message + " " + opened.error().cause;
      return;
    }
    store = std::move(*opened);
    const Workspace workspace{ids.make<WorkspaceId>(), "Bench", clock.now()};
    channel.workspace = workspace.id;
    channel.id = ids.make<ChannelId>();
    channel.network = "bluesky";
    channel.native_id = kBrand;
    channel.handle = "brand.test";
    channel.connected_at = clock.now() - std::chrono::days{3650};
    channel.changed_at = clock.now();
    const auto made = store->write([&](Unit& unit) -> Result<Done> {
      Account account;
      account.workspace = workspace.id;
      account.id = ids.make<AccountId>();
      account.person = ids.make<PersonId>();
      account.network = channel.network;
      account.native_id = channel.native_id;
      account.handle = channel.handle;
      account.ours = true;
      channel.account = account.id;
      const Person person{workspace.id, account.person, "Brand", clock.now()};
      RAPPORT_TRY(unit.members().add_workspace(workspace));
      RAPPORT_TRY(unit.people().add_person(person));
      RAPPORT_TRY(unit.people().add_account(account));
      return unit.channels().add(channel);
    });
    if (!made) trouble = made.error().message + " " + made.error().cause;
  }
  ~House() {
    store.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
};

// Every row that lies in the tables; what the index of words keeps for itself is not counted.
std::int64_t rows_in(const std::filesystem::path& file) {
  sqlite3* db = nullptr;
  std::int64_t rows = 0;
  if (sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
    for (const char* table : {"post", "conversation", "conversation_counter", "interaction",
                              "person", "account", "person_account", "event"}) {
      sqlite3_stmt* count = nullptr;
      const std::string sql = fmt::format("select count(*) from {}", table);
      sqlite3_prepare_v2(db, sql.c_str(), -1, &count, nullptr);
      if (sqlite3_step(count) == SQLITE_ROW) rows += sqlite3_column_int64(count, 0);
      sqlite3_finalize(count);
    }
  }
  sqlite3_close(db);
  return rows;
}

// The same posts in batches of a thousand, as an import of history brings them, told in rows.
void file_batches(benchmark::State& state) {
  House house;
  if (!require(state, house.trouble.empty(), house.trouble.c_str())) return;
  Filing filing(*house.store, house.ids, house.clock);
  const auto file = house.folder / "rapport.db";
  const std::int64_t before = rows_in(file);
  std::size_t next = 0;
  for (auto _ : state) {
    Heard heard;
    for (int page = 0; page < kPagesABatch; ++page) {
      auto read = bluesky::read_notifications(pages()[next++], Time{});
      if (!require(state, read.has_value(), "a page was not read")) return;
      for (auto& item : read->items) {
        if (item.post) heard.posts.push_back(std::move(*item.post));
      }
    }
    heard.cursor = std::to_string(next);
    heard.read_from = heard.read_to = house.clock.now();
    auto done = filing.file_heard(house.channel, "notifications", heard);
    if (!require(state, done && done->new_posts == kPage * kPagesABatch, "a batch was not filed"))
      return;
  }
  state.SetItemsProcessed(rows_in(file) - before);
  state.SetLabel("rows");
}
BENCHMARK(file_batches)
    ->Name("hearing, rows filed in batches")
    ->Iterations(kPages / kPagesABatch)
    ->UseRealTime();

void hear_and_file(benchmark::State& state) {
  House house;
  if (!require(state, house.trouble.empty(), house.trouble.c_str())) return;
  Filing filing(*house.store, house.ids, house.clock);
  std::size_t next = 0;
  std::int64_t filed = 0;
  for (auto _ : state) {
    auto page = bluesky::read_notifications(pages()[next++], Time{});
    if (!require(state, page.has_value(), "a page was not read")) return;
    Heard heard;
    for (auto& item : page->items) {
      if (item.post) heard.posts.push_back(std::move(*item.post));
    }
    heard.cursor = std::to_string(next);
    heard.read_from = heard.read_to = house.clock.now();
    auto done = filing.file_heard(house.channel, "notifications", heard);
    if (!require(state, done && done->new_posts == kPage, "a page was not filed whole")) return;
    filed += done->new_posts;
  }
  state.SetItemsProcessed(filed);
  state.SetLabel("posts");
}
// Each page is heard once, as on a real network: a second time would find it filed.
BENCHMARK(hear_and_file)->Name("hearing, parse to filed")->Iterations(kPages)->UseRealTime();

}  // namespace
}  // namespace rapport
