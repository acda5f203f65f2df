// faq/stackfaq.xml: questions with their answers, and how others put the same question.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/article.h"

namespace rapport::methods {

struct Asked {
  std::string text;
  std::size_t article = 0;  // the one that answers it
};

struct Faqs {
  std::vector<Article> articles;
  std::vector<Asked> asked;  // none of which stands in an article
};

// Ends the program with a message if it can't be read.
Faqs load_faqs();

}  // namespace rapport::methods
