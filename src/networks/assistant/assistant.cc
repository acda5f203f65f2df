#include "networks/assistant/assistant.h"

#include <boost/json.hpp>
#include <utility>

#include "base/unicode.h"
#include "base/url.h"
#include "networks/foreign_json.h"

namespace rapport {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostAnswer = 1U << 20U;

// Models that think aloud put it before their answer.
std::string_view without_thoughts(std::string_view text) {
  constexpr std::string_view kBegin = "<think>";
  constexpr std::string_view kEnd = "</think>";
  if (!trim(text).starts_with(kBegin)) return text;
  const auto end = text.find(kEnd);
  return end == std::string_view::npos ? std::string_view{} : text.substr(end + kEnd.size());
}

class ChatAssistant final : public Assistant {
 public:
  ChatAssistant(AssistantSettings settings, Transport& transport)
      : settings_(std::move(settings)), transport_(transport) {}

  Result<AssistantAnswer> ask(const AssistantQuestion& question) override {
    HttpRequest request;
    request.method = HttpMethod::kPost;
    request.url = settings_.url + "/chat/completions";
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    if (!settings_.key.empty()) {
      request.headers.push_back({"Authorization", "Bearer " + settings_.key});
    }
    request.body = json::serialize(json::object{
        {"model", settings_.model},
        {"messages", json::array{json::object{{"role", "system"}, {"content", question.rules}},
                                 json::object{{"role", "user"}, {"content", question.words}}}},
        {"max_tokens", question.most_tokens},
        {"temperature", 0.7},
        {"stream", false}});
    request.timeout = settings_.patience;
    request.most_bytes = kMostAnswer;
    auto response = transport_.send(request);
    if (!response) {
      return unavailable("The assistant did not answer.", response.error().cause.empty()
                                                              ? response.error().message
                                                              : response.error().cause);
    }
    const std::string said = "It answered with " + std::to_string(response->status) + ".";
    if (response->status == 429 || response->status == 503) {
      return fail(Error{ErrorKind::kTooMany, "The assistant is busy. Try again.", said, {}, {}});
    }
    if (response->status == 401 || response->status == 403) {
      return unavailable(
          "The assistant did not let us in: whoever runs Rapport can look at its"
          " key.",
          said);
    }
    if (response->status != 200) return unavailable("The assistant did not answer.", said);
    return assistant_answer_of(response->body, settings_.model);
  }

 private:
  const AssistantSettings settings_;
  Transport& transport_;
};

}  // namespace

Result<AssistantAnswer> assistant_answer_of(const std::string& body, const std::string& model) {
  using namespace foreign_json;
  return read_json(body, [&](Json answer) -> Result<AssistantAnswer> {
    AssistantAnswer out;
    out.model = printable(trim(text_at(answer, "model")));
    if (out.model.empty()) out.model = model;
    out.model = cut_bytes(out.model, 100);
    for (const Json choice : array_at(answer, "choices")) {
      const auto message = member(choice, "message");
      if (!message) continue;
      const std::string text = printable(text_at(*message, "content"));
      out.text = cut_bytes(trim(without_thoughts(text)), kMostAssistantBytes);
      out.text = trim(std::string(out.text));
      if (!is_blank(out.text)) return out;
    }
    return unavailable("The assistant said nothing that can be used.", "no content");
  });
}

Result<std::unique_ptr<Assistant>> make_assistant(AssistantSettings settings,
                                                  Transport& transport) {
  while (settings.url.ends_with('/')) settings.url.pop_back();
  if (!parse_web_url(settings.url)) {
    return invalid("needs a whole web address, such as http://127.0.0.1:11434/v1", "url");
  }
  if (trim(settings.model).empty()) return invalid("has to name a model", "model");
  return std::make_unique<ChatAssistant>(std::move(settings), transport);
}

}  // namespace rapport
