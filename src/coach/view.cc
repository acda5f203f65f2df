#include "coach/view.h"

namespace rapport::coach {

Span whole(const Side& side) {
  if (side.sentences.empty()) return {};
  return {side.sentences.front().span.begin, side.sentences.back().span.end};
}

std::vector<Span> spans_of_words(const Side& side, std::string_view phrase) {
  std::vector<Span> out;
  Side sought;
  cut_side(phrase, sought);
  const std::size_t size = sought.words.size();
  if (size == 0) return out;
  for (std::size_t i = 0; i + size <= side.words.size();) {
    std::size_t same = 0;
    while (same < size && sought.words[same].normal == side.words[i + same].normal) ++same;
    if (same < size) {
      ++i;
      continue;
    }
    out.push_back({side.words[i].span.begin, side.words[i + size - 1].span.end});
    i += size;
  }
  return out;
}

std::vector<Span> sentences_that(const View& view, Manner manner, const std::vector<Span>& closer) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < view.manners.size(); ++i) {
    if (!is_so(view.manners[i], manner)) continue;
    const Span its = view.draft.sentences[i].span;
    const std::size_t before = out.size();
    for (const Span span : closer) {
      if (span.begin >= its.begin && span.begin < its.end) out.push_back(span);
    }
    if (out.size() == before) out.push_back(its);
  }
  return out;
}

std::vector<Span> spans_of(const View& view, Speech speech) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < view.speech.size(); ++i) {
    if (view.speech[i] == speech) out.push_back(view.draft.sentences[i].span);
  }
  return out;
}

}  // namespace rapport::coach
