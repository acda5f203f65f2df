#include "store/sql/full_text.h"

#include <utility>

namespace rapport {
namespace {

// Longer searches are cut: nobody types them, and each word costs.
constexpr std::size_t kMostBytes = 500;
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

// words : "one" words : "two" *
std::string words_query(std::string_view text) {
  const auto words = split(text.substr(0, kMostBytes));
  std::string query;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0) query += ' ';
    query += "words : " + quoted(words[at]);
    // One letter begins a large part of all words: it is taken for a word.
    if (at + 1 == words.size() && words[at].size() > 1) query += " *";
  }
  return query;
}

}  // namespace

void FullText::add(WordsOfPost words) { changes_.push_back({true, std::move(words)}); }
void FullText::remove(WordsOfPost words) { changes_.push_back({false, std::move(words)}); }

Result<Done> FullText::flush() {
  for (; written_ < changes_.size(); ++written_) RAPPORT_TRY(write(changes_[written_]));
  return Done{};
}

void FullText::go_back(Mark mark) {
  changes_.resize(mark.gathered);
  written_ = mark.written;
}

Result<Done> FullText::write(const Change& change) {
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

Result<std::vector<PostId>> FullText::find(WorkspaceId workspace, std::string_view text,
                                           PostId before, int most) {
  RAPPORT_TRY(flush());
  const std::string words = words_query(text);
  if (words.empty()) return std::vector<PostId>{};
  return db_
      .query(
          "select rowid from post_words where post_words match :query and rowid < :before"
          " order by rowid desc limit :most")
      .bind("query", "workspace : " + quoted(workspace_term(workspace)) + " AND (" + words + ")")
      .bind("before", before)
      .bind("most", most)
      .all<PostId>();
}

Result<bool> FullText::any_in(WorkspaceId workspace, ConversationId conversation,
                              std::string_view text, PostId from) {
  RAPPORT_TRY(flush());
  const std::string words = words_query(text);
  if (words.empty()) return false;
  auto found =
      db_.query(
             "select rowid from post_words where post_words match :query and rowid >= :from"
             " order by rowid desc limit 1")
          .bind("query", "workspace : " + quoted(workspace_term(workspace)) +
                             " AND conversation : " + quoted(conversation_term(conversation)) +
                             " AND (" + words + ")")
          .bind("from", from)
          .one<PostId>();
  if (!found) return fail(std::move(found.error()));
  return found->has_value();
}

}  // namespace rapport
