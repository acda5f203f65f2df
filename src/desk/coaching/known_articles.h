// Articles for the coach, from what the brand knows.

#pragma once

#include "desk/coaching/coaching.h"

namespace rapport {

class KnowledgeDesk;

// `knowledge` has to outlive whoever asks.
Coaching::FindArticles articles_from(KnowledgeDesk& knowledge);

}  // namespace rapport
