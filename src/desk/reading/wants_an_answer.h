// Whether a post asks for something, as it was read.

#pragma once

#include "model/post_reading.h"

namespace rapport {

// It was read as something that an answer, or an article, could serve.
bool wants_an_answer(const ReadingGist& reading);

}  // namespace rapport
