// What an assistant is told when it is to propose a reply.

#pragma once

#include <string>
#include <vector>

#include "networks/assistant/assistant.h"

namespace rapport {

struct AssistantTurn {
  std::string who;  // as people call them; "we" for ourselves
  std::string text;
};

struct AssistantTask {
  std::string brand;
  std::string person;               // whom it answers
  std::vector<AssistantTurn> said;  // oldest first; the last is what it answers
  std::vector<std::string> manner;  // how the brand speaks, a sentence each
  std::vector<std::string> known;   // passages of its articles that may answer
  std::int64_t most_letters = 300;
};

// Long threads and texts are cut: the newest words count.
AssistantQuestion assistant_question(const AssistantTask& task);

}  // namespace rapport
