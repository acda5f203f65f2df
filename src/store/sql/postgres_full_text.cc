// Full text on PostgreSQL: a tsvector of words we cut and folded ourselves, so that both engines
// find the same.
//
// Each word carries a mark of its workspace, so that the index holds a list of posts for each word
// of each workspace, and a search never looks at anyone else's. GIN cannot give its hits in order:
// a common word would cost all of its posts. So the newest posts are looked through one by one
// first; a word that is common is found there, and one that is not has few hits in the index.

#include "store/sql/postgres_full_text.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <functional>
#include <limits>
#include <map>

#include "store/sql/packing.h"
#include "store/sql/words.h"

namespace rapport {
namespace {

constexpr int kMostWords = 16;
constexpr std::size_t kRowsAtATime = 500;
// So many of a post's words have a place in the index; the engine knows no further places.
constexpr std::size_t kMostPlaces = 16'000;

// How many of the newest posts are looked through, the first time and at most.
constexpr int kFirstWindow = 1'000;
constexpr int kLargestWindow = 16'000;
// If at least one of so many posts holds the words, it is cheaper to go on looking through them.
constexpr int kCommon = 100;

// Four signs for the workspace. Two workspaces may share them: the row knows which one it is of.
std::string mark_of(WorkspaceId workspace) {
  constexpr std::string_view kSigns =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";
  // The high bits of an id are a time and the low ones a counter: mixed, so that both tell.
  auto mixed = static_cast<std::uint64_t>(workspace.value) * 0x9E3779B97F4A7C15U;
  std::string mark;
  for (int sign = 0; sign < 4; ++sign, mixed <<= 6) mark += kSigns[mixed >> 58];
  return mark;
}

// A lexeme as the engine reads it. Words hold letters and digits alone: nothing needs escaping.
std::string lexeme(const std::string& mark, const std::string& word) {
  return "'" + mark + word + "'";
}

// What is wanted, as the engine's tsquery: ('w0a1it' <-> 'w0a1s') & 'w0a1espr':*
std::string query_of(WorkspaceId workspace, std::string_view text) {
  const std::string mark = mark_of(workspace);
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  std::string query;
  int taken = 0;
  while (taken < kMostWords) {
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == text.npos) break;
    text.remove_prefix(begin);
    const auto end = std::min(text.find_first_of(kSpace), text.size());
    const std::string_view typed = text.substr(0, end);
    text.remove_prefix(end);
    const bool last = text.find_first_not_of(kSpace) == text.npos || taken + 1 == kMostWords;
    ++taken;
    // Parts of what stands without a space have to follow one another.
    const std::vector<std::string> parts = words_of(typed);
    if (parts.empty()) continue;
    std::string wanted;
    for (const std::string& part : parts) {
      if (!wanted.empty()) wanted += " <-> ";
      wanted += lexeme(mark, part);
    }
    // One letter begins a large part of all words: it is taken for a word.
    if (last && typed.size() > 1) wanted += ":*";
    if (!query.empty()) query += " & ";
    ((query += '(') += wanted) += ')';
  }
  return query;
}

class PostgresFullText final : public FullText {
 public:
  explicit PostgresFullText(Connection& db) : db_(db) {}

 private:
  using Key = std::pair<WorkspaceId, PostId>;

  // Of several changes to one post the last one tells how it stands.
  Result<Done> write(std::span<const Change> changes) override {
    std::map<Key, const Change*> last;
    for (const Change& change : changes) {
      last[{change.words.workspace, change.words.post}] = &change;
    }
    boost::json::array add;
    boost::json::array remove;
    for (const auto& [key, change] : last) {
      const WordsOfPost& words = change->words;
      if (change->adds) {
        add.push_back(boost::json::array{words.workspace.value, words.post.value,
                                         words.conversation.value, postgres_vector(words)});
      } else {
        remove.push_back(boost::json::array{words.workspace.value, words.post.value});
      }
      if (add.size() == kRowsAtATime) RAPPORT_TRY(write_rows(kAdd, add));
      if (remove.size() == kRowsAtATime) RAPPORT_TRY(write_rows(kRemove, remove));
    }
    RAPPORT_TRY(write_rows(kAdd, add));
    return write_rows(kRemove, remove);
  }

  static constexpr std::string_view kAdd =
      "insert into post_words (workspace_id, post_id, conversation_id, words)"
      " select cast(value->>0 as bigint), cast(value->>1 as bigint), cast(value->>2 as bigint),"
      " cast(value->>3 as tsvector) from json_array_elements(:list)"
      " on conflict (workspace_id, post_id) do update set"
      " conversation_id = excluded.conversation_id, words = excluded.words";
  static constexpr std::string_view kRemove =
      "delete from post_words where (workspace_id, post_id) in"
      " (select cast(value->>0 as bigint), cast(value->>1 as bigint)"
      " from json_array_elements(:list))";

  Result<Done> write_rows(std::string_view sql, boost::json::array& rows) {
    if (rows.empty()) return Done{};
    auto written = db_.query(sql).bind("list", boost::json::serialize(rows)).run();
    if (!written) return fail(std::move(written.error()));
    rows.clear();
    return Done{};
  }

  Result<std::vector<PostId>> search(WorkspaceId workspace, std::string_view text, PostId before,
                                     int most) override {
    std::vector<PostId> found;
    const std::string query = query_of(workspace, text);
    if (query.empty()) return found;
    for (int window = kFirstWindow;; window *= 4) {
      const int wanted = most - static_cast<int>(found.size());
      auto newest = db_.query(
                           "select post_id from (select post_id, words from post_words"
                           " where workspace_id = :workspace and post_id < :before"
                           " order by post_id desc limit :window) as newest"
                           " where words @@ cast(:query as tsquery)"
                           " order by post_id desc limit :most")
                        .bind("workspace", workspace)
                        .bind("before", before)
                        .bind("window", window)
                        .bind("query", query)
                        .bind("most", wanted)
                        .all<PostId>();
      if (!newest) return newest;
      found.insert(found.end(), newest->begin(), newest->end());
      if (static_cast<int>(newest->size()) == wanted) return found;

      auto edge = db_.query(
                         "select post_id from post_words where workspace_id = :workspace"
                         " and post_id < :before order by post_id desc limit 1 offset :window")
                      .bind("workspace", workspace)
                      .bind("before", before)
                      .bind("window", window - 1)
                      .one<PostId>();
      if (!edge) return fail(std::move(edge.error()));
      if (!*edge) return found;
      before = **edge;
      const bool common = static_cast<int>(newest->size()) * kCommon >= window;
      if (!common || window >= kLargestWindow) break;
    }
    auto rest = db_.query(
                       "with hit as materialized (select workspace_id, post_id from post_words"
                       " where words @@ cast(:query as tsquery))"
                       " select post_id from hit where workspace_id = :workspace"
                       " and post_id < :before order by post_id desc limit :most")
                    .bind("query", query)
                    .bind("workspace", workspace)
                    .bind("before", before)
                    .bind("most", most - static_cast<int>(found.size()))
                    .all<PostId>();
    if (!rest) return rest;
    found.insert(found.end(), rest->begin(), rest->end());
    return found;
  }

  Result<std::vector<PostId>> search_within(WorkspaceId workspace,
                                            std::span<const ConversationId> conversations,
                                            std::string_view text, PostId before,
                                            int most) override {
    const std::string query = query_of(workspace, text);
    if (query.empty()) return std::vector<PostId>{};
    return db_
        .query(
            "select post_id from (select post_id, words from post_words"
            " where workspace_id = :workspace and post_id < :before and conversation_id in " +
            std::string(db_.dialect().numbers) +
            " offset 0) as said where words @@ cast(:query as tsquery)"
            " order by post_id desc limit :most")
        .bind("workspace", workspace)
        .bind("before", before)
        .bind("list", pack_ids(std::vector(conversations.begin(), conversations.end())))
        .bind("query", query)
        .bind("most", most)
        .all<PostId>();
  }

  Result<bool> search_in(WorkspaceId workspace, ConversationId conversation, std::string_view text,
                         PostId from) override {
    const std::string query = query_of(workspace, text);
    if (query.empty()) return false;
    auto found = db_.query(
                        "select post_id from (select post_id, words from post_words"
                        " where workspace_id = :workspace and conversation_id = :conversation"
                        " and post_id >= :from offset 0) as said"
                        " where words @@ cast(:query as tsquery) limit 1")
                     .bind("workspace", workspace)
                     .bind("conversation", conversation)
                     .bind("from", from)
                     .bind("query", query)
                     .one<PostId>();
    if (!found) return fail(std::move(found.error()));
    return found->has_value();
  }

  Connection& db_;
};

}  // namespace

// 'w0a1coffee':1,4 'w0a1good':2 …
std::string postgres_vector(const WordsOfPost& post) {
  const std::string mark = mark_of(post.workspace);
  const std::vector<std::string> words = words_of(post.text);
  std::map<std::string_view, std::string> places;
  for (std::size_t at = 0; at < std::min(words.size(), kMostPlaces); ++at) {
    std::string& list = places[words[at]];
    (list += list.empty() ? ':' : ',') += std::to_string(at + 1);
  }
  std::string text;
  for (const auto& [word, list] : places) {
    (text += lexeme(mark, std::string(word))) += list;
    text += ' ';
  }
  return text;
}

std::unique_ptr<FullText> make_postgres_full_text(Connection& db) {
  return std::make_unique<PostgresFullText>(db);
}

}  // namespace rapport
