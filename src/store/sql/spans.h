// How a new span of coverage changes the ones that are there: pure, so that its cases are seen.

#pragma once

#include <vector>

#include "model/channel.h"

namespace rapport {

struct SpanChange {
  std::vector<CoverageSpan> remove;
  std::vector<CoverageSpan> add;
};

// `near` holds, in order, all spans of the source that touch or overlap `span`. What was read stays
// read: a gap fills only what nothing covers yet, and a span that was read takes its stretch out of
// the gaps. Neighbours that touch and say the same become one. A span without length only ever
// extends.
SpanChange place_span(const std::vector<CoverageSpan>& near, const CoverageSpan& span);

}  // namespace rapport
