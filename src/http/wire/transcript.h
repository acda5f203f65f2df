// A whole conversation as a document: JSON in the API's own shapes, Markdown, or plain text.

#pragma once

#include <string>

#include "base/clock.h"
#include "desk/inbox/inbox.h"

namespace rapport {

std::string transcript_json(const Transcript& transcript, Time now);
// What people wrote stands in it as text: none of it can act as Markdown.
std::string transcript_markdown(const Transcript& transcript, Time now);
std::string transcript_text(const Transcript& transcript, Time now);

}  // namespace rapport
