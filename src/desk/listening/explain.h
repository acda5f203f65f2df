// What spikes were about.

#pragma once

#include <vector>

#include "desk/listening/monitors.h"
#include "desk/listening/said_words.h"

namespace rapport {

inline constexpr std::size_t kSpikeWords = 5;
inline constexpr std::size_t kSpikePosts = 3;

// Cuts all texts once, however many spikes are asked of.
class SpikeExplainer {
 public:
  // `facts` are the mentions of the spikes' hours and of some time around them. They must outlive
  // this.
  explicit SpikeExplainer(const std::vector<MentionFacts>& facts);

  // Fills in who spoke in it, what was said in it that was not said around it, and the posts that
  // say most of that.
  void explain(Spike& spike) const;

 private:
  const std::vector<MentionFacts>& facts_;
  SaidWordIndex words_;
};

}  // namespace rapport
