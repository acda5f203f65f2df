// The posts of a thread as JSON.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/inbox/inbox.h"

namespace rapport {

std::string thread_json(const ThreadPage& page);

std::optional<ThreadPlace> read_thread_cursor(std::string_view cursor);

}  // namespace rapport
