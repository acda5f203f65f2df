#include "desk/reading/topic_views.h"

#include <algorithm>

namespace rapport {
namespace {

constexpr std::size_t kTermsShown = 8;

}  // namespace

TopicView view_of(const Topic& topic) {
  TopicView view{TopicId{topic.id}, topic.name, {}};
  for (const TopicTerm& each : topic.terms) {
    if (view.terms.size() < kTermsShown) view.terms.push_back(each.words);
  }
  return view;
}

Topic* find_topic(std::vector<Topic>& topics, TopicId id) {
  const auto found = std::ranges::find(topics, id.value, &Topic::id);
  return found == topics.end() ? nullptr : &*found;
}

}  // namespace rapport
