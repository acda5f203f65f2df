#include "knowledge/files/article_file.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "knowledge/passages/passages.h"

namespace rapport {
namespace {

constexpr std::string_view kFence = "---";
constexpr std::size_t kMostQuestions = 1000;

// The next line of `rest`, without its end, which is taken away.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// A text at the beginning of `rest`, which is taken away with it. Plain ones end before `until`.
std::string take_text(std::string_view& rest, char until) {
  rest = trim(rest);
  std::string out;
  if (rest.starts_with('"')) {
    std::size_t at = 1;
    for (; at < rest.size() && rest[at] != '"'; ++at) {
      if (rest[at] != '\\' || at + 1 == rest.size()) {
        out += rest[at];
        continue;
      }
      const char c = rest[++at];
      out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
    }
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return out;
  }
  if (rest.starts_with('\'')) {
    std::size_t at = 1;
    for (; at < rest.size(); ++at) {
      if (rest[at] == '\'') {
        if (!rest.substr(at + 1).starts_with('\'')) break;
        ++at;
      }
      out += rest[at];
    }
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return out;
  }
  std::size_t end = until == '\0' ? rest.npos : rest.find_first_of(std::string{until, ']'});
  const std::string_view comment = rest.substr(0, end);
  const std::size_t hash = comment.find(" #");
  out = trim(comment.substr(0, hash));
  rest.remove_prefix(std::min(end, rest.size()));
  return out;
}

std::vector<std::string> list_of(std::string_view value) {
  std::vector<std::string> out;
  if (!value.starts_with('[')) {
    if (!value.empty()) out.push_back(take_text(value, '\0'));
    return out;
  }
  value.remove_prefix(1);
  while (!(value = trim(value)).empty() && value.front() != ']') {
    std::string text = take_text(value, ',');
    if (!text.empty()) out.push_back(std::move(text));
    const std::size_t comma = value.find_first_of(",]");
    if (comma == value.npos || value[comma] == ']') break;
    value.remove_prefix(comma + 1);
  }
  return out;
}

constexpr std::array<std::string_view, 7> kOther = {"kind",     "status", "draft", "slug",
                                                    "category", "medium", "review"};

void read_front_matter(std::string_view front, ArticleFile& file) {
  Article& article = file.article;
  bool in_questions = false;
  const auto ask = [&](std::string text) {
    if (!text.empty() && article.questions.size() < kMostQuestions) {
      article.questions.push_back(std::move(text));
    }
  };
  while (!front.empty()) {
    std::string_view line = take_line(front);
    std::string_view item = trim(line);
    if (item.starts_with("- ")) {
      item.remove_prefix(2);
      if (in_questions) ask(take_text(item, '\0'));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos || item.starts_with('#') || line.starts_with(' ')) continue;
    const std::string_view key = trim(line.substr(0, colon));
    std::string_view value = trim(line.substr(colon + 1));
    in_questions = key == "questions";
    if (in_questions) {
      for (std::string& text : list_of(value)) ask(std::move(text));
    } else if (key == "id") {
      article.id = take_text(value, '\0');
    } else if (key == "title") {
      article.title = take_text(value, '\0');
    } else if (key == "language" || key == "lang") {
      article.language = take_text(value, '\0');
    } else if (key == "link" || key == "url") {
      article.link = take_text(value, '\0');
    } else if (std::ranges::find(kOther, key) != kOther.end()) {
      file.other[std::string(key)] = take_text(value, '\0');
    }
  }
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += '\\';
      out += c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

Article article_of_file(std::string_view file, std::string_view name) {
  return std::move(read_article_file(file, name).article);
}

ArticleFile read_article_file(std::string_view file, std::string_view name) {
  std::string clean = clean_utf8(cut_bytes(file, kMostArticleBytes));
  std::string_view rest = clean;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  ArticleFile out;
  Article& article = out.article;
  const std::string_view whole = rest;
  if (take_line(rest) == kFence) {
    const std::string_view front = rest;
    while (true) {
      if (rest.empty()) {  // never closed: a rule, not front matter
        rest = whole;
        break;
      }
      const std::size_t before = front.size() - rest.size();
      if (take_line(rest) == kFence) {
        read_front_matter(front.substr(0, before), out);
        break;
      }
    }
  } else {
    rest = whole;
  }
  article.markdown = rest;
  if (article.id.empty()) article.id = clean_utf8(name);
  if (article.title.empty()) {
    const auto passages = passages_of(rest);
    const bool headed = !passages.empty() && passages.front().kind == PassageKind::kHeading;
    article.title = headed ? passages.front().text : clean_utf8(name);
  }
  return out;
}

std::string file_of_article(const Article& article) {
  return file_of_article(ArticleFile{article, {}});
}

std::string file_of_article(const ArticleFile& file) {
  const Article& article = file.article;
  std::string out = "---\n";
  const auto line = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += key;
    out += ": " + quoted(value) + "\n";
  };
  line("id", article.id);
  line("title", article.title);
  line("language", article.language);
  line("link", article.link);
  for (const auto& [key, value] : file.other) line(key, value);
  if (!article.questions.empty()) out += "questions:\n";
  for (const std::string& question : article.questions) out += "  - " + quoted(question) + "\n";
  return out + "---\n" + article.markdown;
}

}  // namespace rapport
