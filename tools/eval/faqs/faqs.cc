#include "faqs/faqs.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

#include "base/unicode.h"
#include "methods/rows.h"
#include "text/html/text.h"

namespace rapport::methods {
namespace {

// What stands in each <tag> of `xml`, as text.
std::vector<std::string_view> parts_of(std::string_view xml, const std::string& tag) {
  const std::string begin = "<" + tag + ">";
  const std::string end = "</" + tag + ">";
  std::vector<std::string_view> out;
  for (std::size_t at = 0; (at = xml.find(begin, at)) != xml.npos;) {
    at += begin.size();
    const std::size_t stop = xml.find(end, at);
    if (stop == xml.npos) break;
    out.push_back(xml.substr(at, stop - at));
    at = stop;
  }
  return out;
}

std::vector<std::string> texts_of_parts(std::string_view xml, const std::string& tag) {
  std::vector<std::string> out;
  for (const std::string_view part : parts_of(xml, tag)) out.push_back(text_of_html(part).text);
  return out;
}

}  // namespace

Faqs load_faqs() {
  const std::string path = data_folder() + "/faq/stackfaq.xml";
  std::ifstream file(path, std::ios::binary);
  const std::string xml{std::istreambuf_iterator<char>(file), {}};
  Faqs out;
  for (const std::string_view pair : parts_of(xml, "qapair")) {
    Article article;
    article.language = "en";
    for (const std::string& question : texts_of_parts(pair, "question")) article.title = question;
    for (const std::string& answer : texts_of_parts(pair, "answer")) {
      article.markdown += answer + "\n\n";
    }
    for (std::string& text : texts_of_parts(pair, "rephr")) {
      // "*" stands for the question itself.
      if (text != "*" && !text.empty()) out.asked.push_back({std::move(text), out.articles.size()});
    }
    out.articles.push_back(std::move(article));
  }
  if (out.asked.empty()) {
    std::fprintf(stderr, "%s cannot be read\n", path.c_str());
    std::exit(1);
  }
  return out;
}

}  // namespace rapport::methods
