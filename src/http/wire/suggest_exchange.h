// A post and the articles that answer it, as JSON: of `rapport suggest` a line, of the API a body.
// docs/knowledge.md tells the fields.

#pragma once

#include <simdjson.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/article.h"

namespace rapport {

// Articles that are asked of again and again, made ready once; shared by all threads.
class SuggestArticles {
 public:
  explicit SuggestArticles(std::vector<Article> articles);
  ~SuggestArticles();

 private:
  friend std::string add_suggestions(const simdjson::dom::object& line,
                                     const SuggestArticles* given, std::size_t most,
                                     std::string_view missing, std::string& out);
  struct Ready;
  std::unique_ptr<const Ready> ready_;
};

// Reads {"post": {"text"}, "articles"?: […]} and appends "suggestions":[…] without braces around,
// at most `most` of them. `given` (which may be null) are for who brings none of their own;
// `missing` is what is said where there are neither. Says what is wrong, and appends nothing then;
// empty if nothing is.
std::string add_suggestions(const simdjson::dom::object& line, const SuggestArticles* given,
                            std::size_t most, std::string_view missing, std::string& out);

// The whole answer to one such object with an "id" and perhaps "most" (1 to 20, 3 by default), as
// the API takes it. Fails with invalid.
Result<std::string> suggested_json(std::string_view body);

}  // namespace rapport
