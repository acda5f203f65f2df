// Sites as they are read by everybody, each made once for as long as nothing of it changes.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/help/public_site.h"

namespace rapport {

class Store;

class PublicSites {
 public:
  PublicSites(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // What anybody may read under /help/{slug}, as it is now. Fails with not_found where there is no
  // such site, or it is switched off: nobody can tell which. Safe from any thread.
  Result<std::shared_ptr<const PublicSite>> open(std::string_view slug);
  // Those of the site that had this slug once, in each language that they are there in.
  Result<std::vector<const PublicArticle*>> moved_to(const PublicSite& site, std::string_view slug);

 private:
  struct Kept {
    std::string stamp;  // of what it was made of
    std::shared_ptr<const PublicSite> site;
  };

  // Null if it is not here as it is now.
  std::shared_ptr<const PublicSite> kept(WorkspaceId workspace, const std::string& stamp);
  std::shared_ptr<std::mutex> making_of(WorkspaceId workspace);

  Store& store_;
  const Clock& clock_;
  std::mutex mutex_;
  std::map<WorkspaceId, Kept> kept_;
  std::map<WorkspaceId, std::shared_ptr<std::mutex>> making_;
};

}  // namespace rapport
