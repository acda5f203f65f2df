// The sentences of a post or reply that could stand where everybody reads them: without whom they
// were said to, and without what is theirs.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coach/view.h"

namespace rapport::coach {

struct PublicSentence {
  std::string text;
  Speech speech = Speech::kSays;
  std::size_t content = 0;  // how many of its words say what it is about
};

// In their order. A greeting, a name they are called by, and a sign-off are cut off where they
// stand at an end; a sentence that names somebody elsewhere, or holds an e-mail address, a phone
// number or a number of theirs (as the rule "private" knows them, and any of five digits or more)
// is left out. `names`: of people and their handles, whatever their case; of several words each
// counts. `language` is that of the text; where there are no lists of it, less is told apart.
std::vector<PublicSentence> public_sentences(std::string_view text, std::string_view language,
                                             const std::vector<std::string>& names);

}  // namespace rapport::coach
