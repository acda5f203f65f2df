// The words of posts, to be found again.
//
// Changes are gathered and written together by flush(): an engine's index does best when a
// transaction gives it all its words at once, and nobody searches for what is not committed yet.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/ids.h"
#include "store/sql/connection.h"

namespace rapport {

struct WordsOfPost {
  WorkspaceId workspace;
  ConversationId conversation;
  PostId post;
  std::string text;
};

class FullText {
 public:
  virtual ~FullText() = default;

  void add(WordsOfPost words);
  // `words` must be what was added.
  void remove(WordsOfPost words);

  // Writes what was gathered since the last flush.
  Result<Done> flush();

  // Where the changes stand. After the database went back to a savepoint, go_back takes the changes
  // back to how they stood at that time, also those that were written in between.
  struct Mark {
    std::size_t gathered = 0;
    std::size_t written = 0;
  };
  Mark mark() const { return {changes_.size(), written_}; }
  void go_back(Mark mark);
  // After the end of the transaction, however it ended.
  void clear() { go_back({}); }

  // Posts of a workspace that hold every word of `text` (the last may be a beginning) with ids
  // below `before`, the highest id first. Signs that are no words are passed over; text without any
  // word finds nothing.
  Result<std::vector<PostId>> find(WorkspaceId workspace, std::string_view text, PostId before,
                                   int most);
  // The same among the posts of these conversations, of which there are few.
  Result<std::vector<PostId>> find_within(WorkspaceId workspace,
                                          std::span<const ConversationId> conversations,
                                          std::string_view text, PostId before, int most);
  // Is there such a post in this conversation with an id of at least `from`?
  Result<bool> any_in(WorkspaceId workspace, ConversationId conversation, std::string_view text,
                      PostId from);

 protected:
  struct Change {
    bool adds;
    WordsOfPost words;
  };

 private:
  // The engine's side. `changes` stand in the order in which they were made.
  virtual Result<Done> write(std::span<const Change> changes) = 0;
  virtual Result<std::vector<PostId>> search(WorkspaceId workspace, std::string_view text,
                                             PostId before, int most) = 0;
  virtual Result<std::vector<PostId>> search_within(WorkspaceId workspace,
                                                    std::span<const ConversationId> conversations,
                                                    std::string_view text, PostId before,
                                                    int most) = 0;
  virtual Result<bool> search_in(WorkspaceId workspace, ConversationId conversation,
                                 std::string_view text, PostId from) = 0;

  std::vector<Change> changes_;  // of this transaction
  std::size_t written_ = 0;      // so many of them, from the front
};

std::unique_ptr<FullText> make_sqlite_full_text(Connection& db);
std::unique_ptr<FullText> make_postgres_full_text(Connection& db);

}  // namespace rapport
