// An assistant that says what it is told to say, and remembers what it was asked.

#pragma once

#include <functional>
#include <vector>

#include "networks/assistant/assistant.h"

namespace rapport {

class ScriptedAssistant final : public Assistant {
 public:
  Result<AssistantAnswer> ask(const AssistantQuestion& question) override {
    asked.push_back(question);
    if (during) during();
    if (!says.text.empty()) return says;
    return unavailable("The assistant did not answer.");
  }

  AssistantAnswer says{
      "Hello Ana, your parcel left the house this morning. Shall I look where it"
      " is by now?",
      "small"};
  std::vector<AssistantQuestion> asked;
  std::function<void()> during;
};

}  // namespace rapport
