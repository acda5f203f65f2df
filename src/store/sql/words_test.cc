// Words are cut and folded as SQLite's tokenizer does it, so that both engines find the same.

#include "store/sql/words.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace rapport {
namespace {

using Words = std::vector<std::string>;

// What FTS5 makes of a text, with the settings of our migration.
class Fts5 {
 public:
  Fts5() {
    EXPECT_EQ(SQLITE_OK, sqlite3_open(":memory:", &db_));
    run("create virtual table words using fts5 (text, tokenize = 'unicode61 remove_diacritics 2')");
    run("create virtual table instances using fts5vocab (words, 'instance')");
  }
  ~Fts5() { sqlite3_close(db_); }

  Words words_of(const std::string& text) {
    run("delete from words");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db_, "insert into words values (?)", -1, &insert, nullptr);
    sqlite3_bind_text(insert, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    EXPECT_EQ(SQLITE_DONE, sqlite3_step(insert));
    sqlite3_finalize(insert);
    Words words;
    sqlite3_stmt* ask = nullptr;
    sqlite3_prepare_v2(db_, "select term from instances order by offset", -1, &ask, nullptr);
    while (sqlite3_step(ask) == SQLITE_ROW) {
      words.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(ask, 0)));
    }
    sqlite3_finalize(ask);
    return words;
  }

 private:
  void run(const char* sql) {
    EXPECT_EQ(SQLITE_OK, sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)) << sql;
  }
  sqlite3* db_ = nullptr;
};

std::string utf8(UChar32 sign) {
  std::array<char, U8_MAX_LENGTH> bytes;
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, sign);
  return {bytes.data(), length};
}

TEST(Words, AreRunsOfLettersAndDigits) {
  EXPECT_EQ((Words{"it", "s", "3", "pm", "at", "the", "cafe"}),
            words_of("It's 3 PM, at the Café!"));
  EXPECT_EQ((Words{"кофе", "e", "große", "東京"}), words_of("КОФЕ ― é Große\n東京 🎉"));
  EXPECT_EQ(Words{}, words_of(" !? \xF0\x9F\x8E\x89 "));
}

// What this SQLite's tables of 2012 say otherwise: they do not fold Cherokee, nor two letters with
// two accents; and signs that were letters then and are vowel signs now, or the other way round.
bool differs(UChar32 sign) {
  return (sign >= 0x13A0 && sign <= 0x13F4) || sign == 0x1E0 || sign == 0x1E1 || sign == 0x1885 ||
         sign == 0x1886 || (sign >= 0x19B0 && sign <= 0x19C9) || sign == 0x1CF2 || sign == 0x1CF3;
}

std::string sample_of(UChar32 sign) { return "z" + utf8(sign) + "z " + utf8(sign) + " "; }

TEST(Words, AgreeWithSqliteOnEverySignOfUnicode6) {
  Fts5 sqlite;
  std::vector<UChar32> signs;
  for (UChar32 sign = 1; sign <= 0x2FFFF; ++sign) {
    UVersionInfo age;
    u_charAge(sign, age);
    const bool old = u_charType(sign) != U_UNASSIGNED && age[0] != 0 &&
                     (age[0] < 6 || (age[0] == 6 && age[1] <= 1));
    if (old && !U_IS_SURROGATE(sign) && !differs(sign)) signs.push_back(sign);
  }
  EXPECT_GT(signs.size(), 70'000u);
  constexpr std::size_t kTogether = 200;
  for (std::size_t at = 0; at < signs.size(); at += kTogether) {
    const auto end = std::min(at + kTogether, signs.size());
    std::string text;
    for (std::size_t each = at; each < end; ++each) text += sample_of(signs[each]);
    if (words_of(text) == sqlite.words_of(text)) continue;
    for (std::size_t each = at; each < end; ++each) {
      EXPECT_EQ(sqlite.words_of(sample_of(signs[each])), words_of(sample_of(signs[each])))
          << "U+" << std::hex << signs[each];
    }
  }
}

}  // namespace
}  // namespace rapport
