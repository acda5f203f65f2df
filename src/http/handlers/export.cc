// A conversation to be taken elsewhere: as JSON, Markdown or plain text.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/transcript.h"

namespace rapport {
namespace {

struct Format {
  std::string_view word;
  std::string_view type;
  std::string (*write)(const Transcript&, Time);
};

constexpr Format kFormats[] = {
    {"json", "application/json", transcript_json},
    {"md", "text/markdown; charset=utf-8", transcript_markdown},
    {"txt", "text/plain; charset=utf-8", transcript_text},
};

}  // namespace

Result<Response> export_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const std::string wanted = call.request.query_value("format").value_or("json");
  const std::string notes = call.request.query_value("notes").value_or("0");
  if (notes != "0" && notes != "1") return invalid("Notes are 1 or 0.", "notes");
  for (const Format& format : kFormats) {
    if (format.word != wanted) continue;
    const auto transcript = call.services.desk.inbox.transcript(
        call.by(), *id, notes == "1" ? WithNotes::kYes : WithNotes::kNo);
    if (!transcript) return fail(transcript.error());
    Response response;
    response.headers = {{"content-type", std::string(format.type)},
                        {"cache-control", "no-store"},
                        {"content-disposition", "attachment; filename=\"conversation-" +
                                                    to_string(*id) + "." + wanted + "\""}};
    response.body = format.write(*transcript, call.services.clock.now());
    return response;
  }
  return invalid("The format is json, md or txt.", "format");
}

}  // namespace rapport
