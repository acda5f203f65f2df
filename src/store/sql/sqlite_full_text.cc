#include "store/sql/full_text.h"

#include <algorithm>

#include "store/sql/words.h"

namespace rapport {
namespace {

constexpr int kMostWords = 16;

std::string workspace_term(WorkspaceId id) { return "w" + std::to_string(id.value); }
std::string conversation_term(ConversationId id) { return "c" + std::to_string(id.value); }

// As a string of the index's query language, in which nothing has a meaning of its own.
std::string quoted(std::string_view word) {
  std::string out = "\"";
  for (const char sign : word) {
    if (sign == '"') out += '"';
    out += sign;
  }
  return out += '"';
}

std::vector<std::string_view> split(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  std::vector<std::string_view> words;
  while (static_cast<int>(words.size()) < kMostWords) {
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const auto end = std::min(text.find_first_of(kSpace), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

// The index keeps beginnings of two and three letters. For a longer one it gathers all posts of
// every word that begins so before it gives the first: a long word that everybody uses would cost
// all of them. So the words themselves are asked for, if they are so few.
constexpr std::size_t kKeptBeginning = 3;
constexpr int kMostContinued = 32;

// One row of FTS5 for each post; the row id is the post's id.
class SqliteFullText final : public FullText {
 public:
  explicit SqliteFullText(Connection& db) : db_(db) {}

 private:
  Result<Done> write(std::span<const Change> changes) override {
    for (const Change& change : changes) RAPPORT_TRY(write(change));
    return Done{};
  }

  Result<Done> write(const Change& change) {
    // The index keeps no words of its own, so it is told which ones to forget.
    auto written =
        db_.query(change.adds
                      ? "insert into post_words (rowid, workspace, conversation, words)"
                        " values (:post, :workspace, :conversation, :words)"
                      : "insert into post_words (post_words, rowid, workspace, conversation, words)"
                        " values ('delete', :post, :workspace, :conversation, :words)")
            .bind("post", change.words.post)
            .bind("workspace", workspace_term(change.words.workspace))
            .bind("conversation", conversation_term(change.words.conversation))
            .bind("words", change.words.text)
            .run();
    if (!written) return fail(std::move(written.error()));
    return Done{};
  }

  Result<std::vector<PostId>> search(WorkspaceId workspace, std::string_view text, PostId before,
                                     int most) override {
    return below(of_workspace(workspace), text, before, most);
  }

  Result<std::vector<PostId>> search_within(WorkspaceId workspace,
                                            std::span<const ConversationId> conversations,
                                            std::string_view text, PostId before,
                                            int most) override {
    std::string any;
    for (const ConversationId each : conversations) {
      if (!any.empty()) any += " OR ";
      any += quoted(conversation_term(each));
    }
    return below(of_workspace(workspace) + " AND conversation : (" + any + ")", text, before, most);
  }

  static std::string of_workspace(WorkspaceId workspace) {
    return "workspace : " + quoted(workspace_term(workspace));
  }

  Result<std::vector<PostId>> below(std::string_view where, std::string_view text, PostId before,
                                    int most) {
    const auto words = words_query(text);
    if (!words) return fail(words.error());
    if (words->empty()) return std::vector<PostId>{};
    return db_
        .query(
            "select rowid from post_words where post_words match :query and rowid < :before"
            " order by rowid desc limit :most")
        .bind("query", std::string(where) + " AND (" + *words + ")")
        .bind("before", before)
        .bind("most", most)
        .all<PostId>();
  }

  Result<bool> search_in(WorkspaceId workspace, ConversationId conversation, std::string_view text,
                         PostId from) override {
    const auto words = words_query(text);
    if (!words) return fail(words.error());
    if (words->empty()) return false;
    auto found =
        db_.query(
               "select rowid from post_words where post_words match :query and rowid >= :from"
               " order by rowid desc limit 1")
            .bind("query", of_workspace(workspace) + " AND conversation : " +
                               quoted(conversation_term(conversation)) + " AND (" + *words + ")")
            .bind("from", from)
            .one<PostId>();
    if (!found) return fail(std::move(found.error()));
    return found->has_value();
  }

  // words : "one" AND words : ("two" OR "twofold")
  //
  // Nearly every post of a large desk holds the term of its workspace. Were it one more word to be
  // met by all the others, the index would walk through it step by step for words that never meet.
  // "NOT" a term that nobody has keeps the words a group of their own, which meets first.
  Result<std::string> words_query(std::string_view text) {
    const auto words = split(text);
    std::string query;
    int wanted = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::vector<std::string> parts = words_of(words[at]);
      if (parts.empty()) continue;  // signs alone
      if (++wanted > 1) query += " AND ";
      // One letter begins a large part of all words: it is taken for a word.
      if (at + 1 < words.size() || words[at].size() < 2) {
        query += "words : " + quoted(words[at]);
        continue;
      }
      auto beginning = beginning_query(words[at], parts);
      if (!beginning) return beginning;
      query += *beginning;
    }
    if (wanted < 2) return query;
    return "(" + query + ") NOT conversation : \"none\"";
  }

  Result<std::string> beginning_query(std::string_view typed,
                                      const std::vector<std::string>& parts) {
    const std::string any = "words : " + quoted(typed) + " *";
    if (parts.size() != 1 || parts[0].size() <= kKeptBeginning) return any;
    // Words go on with a letter or a digit, of which "0" comes first. Starting there leaves the
    // word itself out: the index would count all of its posts.
    constexpr std::string_view kFirstSign = "0";
    constexpr std::string_view kLastSign = "\U0010FFFF";
    auto longer = db_.query(
                         "select term from post_terms where term >= :from and term < :to"
                         " limit :most")
                      .bind("from", parts[0] + std::string(kFirstSign))
                      .bind("to", parts[0] + std::string(kLastSign))
                      .bind("most", kMostContinued + 1)
                      .all<std::string>();
    if (!longer) return fail(std::move(longer.error()));
    if (longer->size() > static_cast<std::size_t>(kMostContinued)) return any;
    std::string query = "words : (" + quoted(parts[0]);
    for (const std::string& each : *longer) query += " OR " + quoted(each);
    return query + ")";
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<FullText> make_sqlite_full_text(Connection& db) {
  return std::make_unique<SqliteFullText>(db);
}

}  // namespace rapport
