#include <algorithm>
#include <bit>
#include <utility>

#include "text/topics/terms.h"
#include "text/topics/topics.h"

namespace rapport {
namespace {

constexpr float kMostSure = 0.98F;  // of one term

// The strongest few terms that spoke for a topic.
struct Strongest {
  std::array<float, Evidence::kMost> weights;
  std::array<Span, Evidence::kMost> spans;
  std::size_t count = 0;

  void add(Span span, float weight) {
    // A phrase stands for its words, a repeated word for itself.
    for (std::size_t i = 0; i < count; ++i) {
      if (span.begin < spans[i].end && spans[i].begin < span.end) {
        spans[i] = {std::min(spans[i].begin, span.begin), std::max(spans[i].end, span.end)};
        weights[i] = std::max(weights[i], weight);
        return join(i);
      }
    }
    if (count < Evidence::kMost) {
      weights[count] = weight;
      spans[count++] = span;
      return;
    }
    const std::size_t weakest = static_cast<std::size_t>(
        std::min_element(weights.begin(), weights.end()) - weights.begin());
    if (weights[weakest] >= weight) return;
    weights[weakest] = weight;
    spans[weakest] = span;
  }

  void fill(Evidence& evidence) {
    std::sort(spans.begin(), spans.begin() + static_cast<std::ptrdiff_t>(count),
              [](Span a, Span b) { return a.begin < b.begin; });
    evidence.clear();
    for (std::size_t i = 0; i < count; ++i) evidence.add(spans[i]);
  }

 private:
  // What has grown may have met another.
  void join(std::size_t grown) {
    for (std::size_t i = 0; i < count; ++i) {
      if (i == grown || spans[i].begin >= spans[grown].end || spans[grown].begin >= spans[i].end) {
        continue;
      }
      spans[grown] = {std::min(spans[i].begin, spans[grown].begin),
                      std::max(spans[i].end, spans[grown].end)};
      weights[grown] = std::max(weights[i], weights[grown]);
      --count;
      spans[i] = spans[count];
      weights[i] = weights[count];
      return;
    }
  }
};

}  // namespace

TopicIndex::TopicIndex(std::span<const Topic> topics) {
  struct Entry {
    std::uint64_t key = 0;
    Holder holder;
  };
  std::vector<Entry> entries;
  for (const Topic& topic : topics) {
    if (ids_.size() == kMostTopics) break;
    const auto number = static_cast<std::uint32_t>(ids_.size());
    ids_.push_back(topic.id);
    for (const TopicTerm& term : topic.terms) {
      entries.push_back({term_key(term.words), {number, std::clamp(term.weight, 0.0F, kMostSure)}});
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  slots_.resize(std::bit_ceil(std::max<std::size_t>(entries.size() * 2, 2)));
  for (std::size_t i = 0; i < entries.size();) {
    std::size_t end = i;
    while (end < entries.size() && entries[end].key == entries[i].key) {
      holders_.push_back(entries[end++].holder);
    }
    const std::uint64_t key = entries[i].key;
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {key, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
    maybe_[key >> 6U & 63U] |= std::uint64_t{1} << (key & 63U);
    i = end;
  }
}

const TopicIndex::Slot* TopicIndex::find(std::uint64_t key) const {
  if ((maybe_[key >> 6U & 63U] >> (key & 63U) & 1U) == 0) return nullptr;
  for (std::size_t at = key & (slots_.size() - 1); slots_[at].key != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key == key) return &slots_[at];
  }
  return nullptr;
}

void TopicIndex::assign(const Tokens& tokens, std::vector<Found<std::int64_t>>& out) const {
  out.clear();
  if (ids_.empty()) return;
  std::array<float, kMostTopics> not_about;  // the chance that no term told the truth
  std::array<Strongest, kMostTopics> evidence;
  std::array<std::uint32_t, kMostTopics> touched;
  std::size_t touched_count = 0;
  std::uint64_t seen = 0;  // a bit a topic
  constexpr std::size_t kMostTerms = 64;
  std::array<std::uint64_t, kMostTerms> said;  // each term counts once
  std::size_t said_count = 0;

  const auto look = [&](std::uint64_t key, Span span) {
    const Slot* slot = find(key);
    if (slot == nullptr) return;
    const auto said_end = said.begin() + static_cast<std::ptrdiff_t>(said_count);
    if (std::find(said.begin(), said_end, key) != said_end || said_count == kMostTerms) return;
    said[said_count++] = key;
    for (std::uint32_t i = slot->begin; i < slot->end; ++i) {
      const Holder& holder = holders_[i];
      if ((seen >> holder.topic & 1U) == 0) {
        seen |= std::uint64_t{1} << holder.topic;
        touched[touched_count++] = holder.topic;
        not_about[holder.topic] = 1;
        evidence[holder.topic].count = 0;
      }
      not_about[holder.topic] *= 1 - holder.weight;
      evidence[holder.topic].add(span, holder.weight);
    }
  };

  std::uint64_t before = 0;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    const TextToken& token = tokens.list[i];
    const std::string_view word = plain_word(tokens, token);
    if (word.empty()) {
      before = 0;
      continue;
    }
    const std::uint64_t key = word_key(word);
    if (before != 0 && are_neighbours(tokens.list[i - 1], token)) {
      look(pair_key(before, key), {tokens.list[i - 1].span.begin, token.span.end});
    }
    look(key, token.span);
    before = key;
  }

  for (std::size_t i = 0; i < touched_count; ++i) {
    const std::uint32_t topic = touched[i];
    if (1 - not_about[topic] < kAboutTopic) continue;
    Found<std::int64_t>& found = out.emplace_back();
    found.label = ids_[topic];
    found.p = 1 - not_about[topic];
    evidence[topic].fill(found.evidence);
  }
  // A few: no sort that allocates.
  std::sort(out.begin(), out.end(), [](const Found<std::int64_t>& a, const Found<std::int64_t>& b) {
    return a.p != b.p ? a.p > b.p : a.label < b.label;
  });
}

}  // namespace rapport
