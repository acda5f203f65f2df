// A language model that an operator has running somewhere, spoken to as OpenAI's chat completions
// are: llama.cpp, Ollama, vLLM and others speak the same. It proposes words; it never sends any.
//
//   POST <url>/chat/completions  {"model", "messages": [{"role", "content"}], "max_tokens", …}
//   200 {"model", "choices": [{"message": {"content"}}]}

#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "base/result.h"
#include "networks/transport.h"

namespace rapport {

struct AssistantSettings {
  std::string url;    // "http://127.0.0.1:11434/v1"; what stands before "/chat/completions"
  std::string model;  // as the server calls it
  std::string key;    // sent as a bearer token; empty: none
  std::chrono::seconds patience{60};
};

struct AssistantQuestion {
  std::string rules;  // the system's message: what it is to do
  std::string words;  // the user's: what it is about
  int most_tokens = 400;
};

struct AssistantAnswer {
  std::string text;   // valid UTF-8, never blank, at most kMostAssistantBytes
  std::string model;  // that answered, as it calls itself; else as it was asked for
};

inline constexpr std::size_t kMostAssistantBytes = 8U << 10U;

class Assistant {
 public:
  virtual ~Assistant() = default;

  // Blocks, as long as the settings' patience at most. unavailable: nothing came, or nothing that
  // can be read; too_many: it is busy. Nothing of the question is ever in an error.
  virtual Result<AssistantAnswer> ask(const AssistantQuestion& question) = 0;
};

// Goes through the transport, which has to let the operator's own address pass. Redirects are not
// followed. invalid (field "url" or "model") if the settings cannot be used.
Result<std::unique_ptr<Assistant>> make_assistant(AssistantSettings settings, Transport& transport);

// What a server answered, read; `model` is the one that was asked for.
Result<AssistantAnswer> assistant_answer_of(const std::string& body, const std::string& model);

}  // namespace rapport
