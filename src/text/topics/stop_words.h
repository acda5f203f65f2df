// Words that say nothing about what a post is about, in the languages that are read.

#pragma once

#include <string_view>

namespace rapport {

// `normal` is a word's normal form (text/tokens/tokens.h). English, Spanish, French, German,
// Italian, Portuguese, Arabic and Hindi together: a word that is empty in one of them seldom names
// a topic in another.
bool is_stop_word(std::string_view normal);

}  // namespace rapport
