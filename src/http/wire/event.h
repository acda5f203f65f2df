// Events as lines of a text/event-stream.

#pragma once

#include <string>

#include "model/event.h"

namespace rapport {

// "id: 7\nevent: conversation\ndata: {…}\n\n"
std::string event_lines(const Event& event);
// Tells a fresh reader where it stands, so that it resumes from here even if nothing happened.
std::string hello_lines(EventId newest);
std::string ping_lines();
// What was asked for is too old: read everything again, and resume after `newest`.
std::string reset_lines(EventId newest);

}  // namespace rapport
