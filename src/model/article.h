// An entry of the knowledge base: an article of our own, or a resource elsewhere worth pointing to.

#pragma once

#include <string>
#include <vector>

namespace rapport {

struct Article {
  std::string id;
  std::string title;
  std::string language;                // BCP 47; empty if nobody said
  std::string link;                    // where people read it; empty if nowhere yet
  std::vector<std::string> questions;  // as people asked what it answers
  std::string markdown;                // the body; of a resource its summary
};

}  // namespace rapport
