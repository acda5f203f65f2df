// The public pages over HTTP: /help/{site} and what lies below it.
//
// For everybody, so nothing here knows who is asking: no session is looked at, no cookie is set.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "desk/help/public_sites.h"
#include "http/help/pages.h"
#include "http/request.h"
#include "http/services.h"

namespace rapport {

// Pages as they went out, until what they were made of changes. Safe from any thread.
class HelpPages {
 public:
  HelpPages(Store& store, const Clock& clock) : sites_(store, clock) {}

  Response respond(const Request& request, const HttpSettings& settings);

 private:
  struct Page {
    std::string body;
    std::string zipped;  // empty where that would not pay
    std::string etag;    // without quotes
  };
  struct Shelf {
    std::shared_ptr<const PublicSite> site;
    std::shared_ptr<const Stylesheet> style;
    std::map<std::string, std::shared_ptr<const Page>, std::less<>> pages;
    std::size_t bytes = 0;
  };
  struct Answer;

  static std::shared_ptr<const Page> make_page(std::string body);
  std::shared_ptr<const Stylesheet> style_of(const std::shared_ptr<const PublicSite>& site);
  std::shared_ptr<const Page> find(const PublicSite& site, std::string_view key);
  void keep(const PublicSite& site, const std::string& key, std::shared_ptr<const Page> page);

  PublicSites sites_;
  std::mutex mutex_;
  std::map<WorkspaceId, Shelf> shelves_;
};

bool is_help(std::string_view path);

// What addresses of this server begin with: as its operator says, or else as it was asked for.
std::string help_origin(const Request& request, const HttpSettings& settings);

}  // namespace rapport
