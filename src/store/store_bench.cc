// How fast posts are filed, a page of the inbox is read and words are found. The peer does the same
// with SQLite's own interface: what it is quicker by is the price of this room.

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/store.h"
#include "store/testing/samples.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

constexpr int kPage = 100;        // posts filed in one transaction, as a listener does
constexpr int kHistory = 30'000;  // posts there when pages are read
constexpr int kThread = 3;        // posts in a conversation

const WorkspaceId kHere = sample::workspace(1).id;

// What people say: 20 words out of 4,000, the common ones often, always the same.
class Chatter {
 public:
  // The word of a rank, 0 being the most common: three syllables, alike in no order.
  static std::string word_of(unsigned rank) {
    constexpr const char* kSyllables[] = {"ka", "lo", "mi", "ne", "ru", "sa", "to", "vi",
                                          "be", "do", "fa", "gu", "ho", "ju", "pe", "za"};
    std::string word;
    for (unsigned part = (rank * 2654435761U) >> 20; word.size() < 6; part >>= 4) {
      word += kSyllables[part & 15];
    }
    return word;
  }

  std::string post() {
    std::string text;
    for (int word = 0; word < 20; ++word) {
      if (!text.empty()) text += ' ';
      text += word_of(static_cast<unsigned>(4000.0 * std::pow(unit_(random_), 4)));
    }
    return text;
  }

 private:
  std::mt19937_64 random_{20261123};
  std::uniform_real_distribution<double> unit_{0, 1};
};

Post post_of(int number, std::string text) {
  Post post = sample::post(kHere, number, std::move(text));
  post.conversation = sample::conversation(kHere, number / kThread).id;
  return post;
}

Conversation conversation_of(int number) {
  Conversation conversation = sample::conversation(kHere, number / kThread);
  conversation.last_post_at = sample::at(number);
  conversation.posts = number % kThread + 1;
  conversation.version = number % kThread + 1;
  return conversation;
}

Interaction interaction_of(const Post& post) {
  Interaction interaction;
  interaction.workspace = kHere;
  interaction.network = post.network;
  interaction.native_id = post.native_id;
  interaction.actor = post.author;
  interaction.object = sample::account(kHere, 2).id;
  interaction.kind = InteractionKind::kMention;
  interaction.at = post.created_at;
  interaction.post = post.id;
  return interaction;
}

// One post with all that filing it changes.
Result<Done> file(Unit& unit, int number, std::string text) {
  const Post post = post_of(number, std::move(text));
  const Conversation conversation = conversation_of(number);
  if (number % kThread == 0) {
    RAPPORT_TRY(unit.conversations().add(conversation));
  } else {
    RAPPORT_TRY(unit.conversations().save(conversation));
  }
  RAPPORT_TRY(unit.posts().add(post));
  RAPPORT_TRY(unit.people().add_interaction(interaction_of(post)));
  return unit.announce(sample::event(kHere, number));
}

void file_page(Store& store, Chatter& chatter, int first) {
  const auto filed = store.write([&](Unit& unit) -> Result<Done> {
    for (int number = first; number < first + kPage; ++number) {
      RAPPORT_TRY(file(unit, number, chatter.post()));
    }
    return Done{};
  });
  if (!filed) throw std::runtime_error(filed.error().message + " " + filed.error().cause);
}

void BM_file(benchmark::State& state) {
  TempStore temp;
  Chatter chatter;
  int number = 0;
  for (auto _ : state) {
    file_page(*temp.store, chatter, number);
    number += kPage;
  }
  state.SetItemsProcessed(number);
  state.SetLabel("posts");
}

// One post a transaction: what a person waits for.
void BM_file_alone(benchmark::State& state) {
  TempStore temp;
  Chatter chatter;
  int number = 0;
  for (auto _ : state) {
    const auto filed =
        temp.store->write([&](Unit& unit) { return file(unit, number, chatter.post()); });
    if (!filed) throw std::runtime_error(filed.error().message);
    ++number;
  }
  state.SetItemsProcessed(number);
  state.SetLabel("commits");
}

// The peer: the same rows in the same tables by SQLite's own interface.
class Plain {
 public:
  explicit Plain(const std::string& path) {
    check(sqlite3_open(path.c_str(), &db_));
    run("pragma journal_mode = wal");
    run("pragma synchronous = full");
    run("pragma foreign_keys = on");
    run("pragma cache_size = -16000");
    const char* const texts[] = {
        "insert into conversation values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
        "null,0,'',null,null)",
        "insert into conversation_counter values (?,?,?,1) on conflict"
        " (workspace_id, state, owner_id) do update set total = total + 1",
        "update conversation set last_post_at = ?, posts = ?, version = ?, changed_at = ?"
        " where workspace_id = ? and id = ? and version = ?",
        "insert into post values "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'','',null,'')",
        "insert into post_words (rowid, workspace, conversation, words) values (?,?,?,?)",
        "insert into interaction values (?,?,?,?,?,?,?,?)",
        "insert into event values ((select coalesce(max(id), 0) + 1 from event),?,?,?,?,?,?,?)"};
    for (std::size_t at = 0; at < statements_.size(); ++at) {
      check(sqlite3_prepare_v2(db_, texts[at], -1, &statements_[at], nullptr));
    }
  }
  ~Plain() {
    for (sqlite3_stmt* statement : statements_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;

  void run(const char* sql) { check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }

  void file(int number, const std::string& text) {
    const Post p = post_of(number, text);
    const Conversation c = conversation_of(number);
    const Interaction i = interaction_of(p);
    const Event e = sample::event(kHere, number);
    constexpr Nothing kNull;
    if (number % kThread == 0) {
      put(kAddConversation, c.workspace.value, c.id.value, c.channel.value, c.network,
          c.root_native_id, to_word(c.state), kNull, to_micros(*c.waiting_since),
          c.answer_to->value, kNull, c.resolution, kNull, c.lead.value, c.excerpt_post.value,
          to_micros(c.first_heard_at), to_micros(c.last_post_at), kNull, c.posts, c.people, 0,
          c.version, to_micros(c.changed_at), 0);
      put(kCount, c.workspace.value, to_word(c.state), 0);
    } else {
      put(kSaveConversation, to_micros(c.last_post_at), c.posts, c.version, to_micros(c.changed_at),
          c.workspace.value, c.id.value, c.version - 1);
    }
    put(kAddPost, p.workspace.value, p.id.value, p.network, p.native_id, p.revision, p.url,
        p.author.value, p.conversation.value, kNull, p.parent_native_id, p.root_native_id,
        to_word(p.kind), to_word(p.address), p.text, std::string("[\"en\",\"pt-BR\"]"),
        std::string(), std::string(), kNull, to_micros(p.created_at), to_micros(p.heard_at), kNull,
        kNull, 0, p.seen_via, p.likes, p.reposts, p.replies, p.our_like);
    put(kAddWords, p.id.value, "w" + std::to_string(kHere.value), "c" + std::to_string(c.id.value),
        p.text);
    put(kAddInteraction, i.workspace.value, i.network, i.native_id, to_word(i.kind), i.object.value,
        i.actor.value, to_micros(i.at), i.post->value);
    put(kAddEvent, e.workspace.value, to_word(e.kind), e.subject, e.conversation, e.version,
        e.reason, to_micros(e.at));
  }

 private:
  enum {
    kAddConversation,
    kCount,
    kSaveConversation,
    kAddPost,
    kAddWords,
    kAddInteraction,
    kAddEvent
  };
  struct Nothing {};

  void check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  static void bind(sqlite3_stmt* to, int at, std::int64_t value) {
    sqlite3_bind_int64(to, at, value);
  }
  static void bind(sqlite3_stmt* to, int at, std::string_view value) {
    sqlite3_bind_text(to, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  }
  static void bind(sqlite3_stmt* to, int at, Nothing) { sqlite3_bind_null(to, at); }

  template <class... Values>
  void put(int which, const Values&... values) {
    sqlite3_stmt* const statement = statements_[static_cast<std::size_t>(which)];
    int at = 0;
    (bind(statement, ++at, values), ...);
    if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db_));
    sqlite3_reset(statement);
  }

  sqlite3* db_ = nullptr;
  std::array<sqlite3_stmt*, 7> statements_{};
};

void BM_file_plain(benchmark::State& state) {
  TempStore temp;
  temp.store.reset();  // its tables stay
  Plain plain(temp.path);
  Chatter chatter;
  int number = 0;
  for (auto _ : state) {
    plain.run("begin immediate");
    for (const int end = number + kPage; number < end; ++number) plain.file(number, chatter.post());
    plain.run("commit");
  }
  state.SetItemsProcessed(number);
  state.SetLabel("posts");
}

// A store with a history, made once.
Store& history() {
  static const std::unique_ptr<TempStore> temp = [] {
    auto made = std::make_unique<TempStore>();
    Chatter chatter;
    for (int number = 0; number < kHistory; number += kPage) {
      file_page(*made->store, chatter, number);
    }
    return made;
  }();
  return *temp->store;
}

void list(benchmark::State& state, const std::string& text, int rows) {
  Store& store = history();
  ConversationFilter filter;
  filter.state = ConversationState::kOpen;
  filter.text = text;
  std::size_t seen = 0;
  for (auto _ : state) {
    const auto page =
        store.read([&](Unit& unit) { return unit.conversations().list(kHere, filter, {}, rows); });
    if (!page) throw std::runtime_error(page.error().cause);
    seen = page->rows.size();
  }
  if (seen != static_cast<std::size_t>(rows)) state.SkipWithError("the page is not full");
}

void BM_page(benchmark::State& state) { list(state, "", 50); }
void BM_search(benchmark::State& state) {
  list(state, Chatter::word_of(1) + " " + Chatter::word_of(7), 20);
}
void BM_search_beginning(benchmark::State& state) {
  list(state, Chatter::word_of(2) + " " + Chatter::word_of(5).substr(0, 3), 20);
}

BENCHMARK(BM_file)
    ->Name("store, file posts by the hundred")
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(BM_file_plain)
    ->Name("store, the same by plain SQLite")
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(BM_file_alone)->Name("store, file one post a commit")->UseRealTime();
BENCHMARK(BM_page)->Name("store, a page of 50")->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_search)->Name("store, search two words")->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_search_beginning)->Name("store, search by a beginning")->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace rapport
