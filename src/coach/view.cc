#include "coach/view.h"

namespace rapport::coach {

Span whole(const Side& side) {
  if (side.sentences.empty()) return {};
  return {side.sentences.front().span.begin, side.sentences.back().span.end};
}

std::vector<Span> spans_of(const View& view, Speech speech) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < view.speech.size(); ++i) {
    if (view.speech[i] == speech) out.push_back(view.draft.sentences[i].span);
  }
  return out;
}

}  // namespace rapport::coach
