// What queries ask of a post beside its words, so that callers fetch and read no more than that.

#pragma once

#include <cstdint>

#include "listen/heard_post.h"
#include "listen/query.h"

namespace rapport {

class QueryNeeds {
 public:
  static QueryNeeds of(const QueryTree& query);

  bool asks(QueryField field) const { return (fields_ & bit_of(field)) != 0; }

  // What the engine reads: sentiment, intent, reason, and whether a post without a question mark is
  // a question.
  bool reading() const;
  // What has to be looked up for one workspace: the reading and its topics, the person behind the
  // author, how well they know the brand. An Enricher fills it.
  bool enrichment() const;
  // The same for one post: the language of one that says none is read, too.
  bool enrichment_of(const HeardPost& post) const {
    return enrichment() || (asks(QueryField::kLang) && post.langs.empty());
  }

  // To keep it in other places.
  std::uint32_t bits() const { return fields_; }
  static QueryNeeds of_bits(std::uint32_t bits) {
    QueryNeeds needs;
    needs.fields_ = bits;
    return needs;
  }

  QueryNeeds& operator|=(const QueryNeeds& other) {
    fields_ |= other.fields_;
    return *this;
  }
  bool operator==(const QueryNeeds&) const = default;

 private:
  static constexpr std::uint32_t bit_of(QueryField field) {
    return 1U << static_cast<unsigned>(field);
  }
  // `has:question`; the other values of `has:` need nothing read.
  static constexpr std::uint32_t kQuestion = 1U << 31U;

  std::uint32_t fields_ = 0;
};

// Does this leaf ask for what an Enricher fills?
bool needs_enrichment(QueryField field, std::string_view value);

}  // namespace rapport
