// Saved views.

#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/saved_view.h"

namespace rapport {

class Views {
 public:
  virtual ~Views() = default;

  virtual Result<Done> add(const SavedView& view) = 0;
  virtual Result<Done> save(const SavedView& view) = 0;
  virtual Result<SavedView> find(WorkspaceId workspace, ViewId id) = 0;
  // A member's own and the shared ones, in the order they are shown: own first, each by place.
  virtual Result<std::vector<SavedView>> of(WorkspaceId workspace, MemberId member) = 0;
  virtual Result<Done> remove(WorkspaceId workspace, ViewId id) = 0;
  // Views that ask for this topic ask for `into` from now on.
  virtual Result<Done> replace_topic(WorkspaceId workspace, TopicId from, TopicId into) = 0;
  // Views that show tag `from` show `into` instead.
  virtual Result<Done> replace_tag(WorkspaceId workspace, TagId from, TagId into) = 0;
  // The same of reasons, by key.
  virtual Result<Done> replace_reason(WorkspaceId workspace, std::string_view from,
                                      std::string_view into) = 0;
};

}  // namespace rapport
