// What a bulk load needs to know of full text on PostgreSQL.

#pragma once

#include <string>

#include "store/sql/full_text.h"

namespace rapport {

// The words of a post as they lie in post_words.words, in the text form of a tsvector.
std::string postgres_vector(const WordsOfPost& post);

}  // namespace rapport
