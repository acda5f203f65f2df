// What people ask and no article answers, as JSON.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/knowledge/gaps/gap_desk.h"
#include "http/wire/schema.h"

namespace rapport {

std::string gap_json(const GapView& gap);
std::string gap_list_json(const GapList& gaps);
std::string gap_posts_json(const std::vector<GapPost>& posts);

// What an article is to be begun from: a gap, or threads.
struct ArticleDraftAsk {
  std::optional<GapId> gap;
  std::vector<ConversationId> threads;
};
Result<ArticleDraftAsk> read_article_draft(std::string_view body);

std::vector<schema::Named> gap_schemas();

}  // namespace rapport
