// Tags as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/tagging/tagging.h"

namespace rapport {

std::string tag_json(const TagView& view);
std::string tags_json(const std::vector<TagView>& views);

struct TagBody {
  std::string name;
  TagColor color = TagColor::kGray;
};
Result<TagBody> read_tag(std::string_view body);

// The tag it is merged into.
Result<TagId> read_merge_tag(std::string_view body);

}  // namespace rapport
