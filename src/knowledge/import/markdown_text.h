// Writes one line or paragraph of Markdown out of words and marks, so that the words are read back
// as they were: whatever could be taken for a mark is escaped.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

class InlineText {
 public:
  // Any white space is one space.
  void add_words(std::string_view words);
  void add_code(std::string_view code);
  void add_break();
  void add_picture(std::string_view alt, std::string_view address);

  // "**", "*" or "~~" around what comes between; one that is open already is not opened again.
  void open(std::string_view mark);
  void close(std::string_view mark);

  void begin_link();
  void end_link(std::string_view address);
  bool in_link() const { return in_link_; }

  // A line of a table: "|" is escaped, and a break is a space.
  void in_table() { in_table_ = true; }

  // What was written, for a place of its own; empty if there are no words.
  std::string paragraph() &&;
  // The same on one line.
  std::string line() &&;

 private:
  struct Open {
    std::string mark;
    bool twice = false;    // it was open already
    bool written = false;  // its words have begun
    std::size_t at = 0;    // where they begin
  };

  // Before something is written: the space owed, and the marks that wait for their words.
  void begin();
  void put_escaped(char c, char before, char after);

  std::string text_;
  std::vector<Open> open_;
  bool space_ = false;
  bool in_link_ = false;
  bool in_table_ = false;
  std::size_t link_at_ = 0;  // where its words begin
  std::string closed_;       // the mark that was closed last, and where its words ended
  std::size_t closed_at_ = 0;
};

// Code of several lines between fences.
std::string fenced(std::string_view code);

}  // namespace rapport
