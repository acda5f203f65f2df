// Topics as members see them.

#pragma once

#include <vector>

#include "desk/reading/readings.h"
#include "text/topics/topics.h"

namespace rapport {

TopicView view_of(const Topic& topic);

// The one of this id; null: there is none any more.
Topic* find_topic(std::vector<Topic>& topics, TopicId id);

}  // namespace rapport
