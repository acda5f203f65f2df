// Answers of a language model's server, of any bytes: what is taken is valid, never blank, and no
// longer than it may be.

#include <cstdint>
#include <cstdlib>

#include "base/unicode.h"
#include "base/utf8.h"
#include "networks/assistant/assistant.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string body(reinterpret_cast<const char*>(data), size);
  const auto said = assistant_answer_of(body, "asked");
  if (!said) return 0;
  const bool fine = is_utf8(said->text) && is_utf8(said->model) && !is_blank(said->text) &&
                    !said->model.empty() && said->text.size() <= kMostAssistantBytes;
  if (!fine) std::abort();
  return 0;
}
