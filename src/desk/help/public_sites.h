// Sites as they are read by everybody, each made once for as long as nothing of it changes.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

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
  // The slug that an article has today which had this one once; nothing if none had.
  Result<std::optional<std::string>> moved_to(const PublicSite& site, std::string_view slug);

 private:
  struct Kept {
    std::string stamp;  // of what it was made of
    std::shared_ptr<const PublicSite> site;
  };

  Store& store_;
  const Clock& clock_;
  std::mutex mutex_;
  std::map<WorkspaceId, Kept> kept_;
};

}  // namespace rapport
