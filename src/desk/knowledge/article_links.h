// Where people read an article, and which article a link leads to.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/ids.h"
#include "model/knowledge.h"

namespace rapport {

class Unit;

class ArticleLinks {
 public:
  // As the workspace's public pages stand now.
  static Result<ArticleLinks> of(Unit& unit, WorkspaceId workspace, std::string_view public_url);

  // A page of our own if it is published on one, else its own address elsewhere; empty: nowhere.
  // A path alone where nobody said on which host they are.
  std::string link(const KnowledgeEntry& entry) const;
  // What may stand in a reply: the same, but never a path alone.
  std::string link_to_send(const KnowledgeEntry& entry) const;

  // Which articles these links lead to: by their address elsewhere, and by our own pages' address
  // on one of `own_hosts` (names this server is found by), also one that an article had before.
  // Each once.
  Result<std::vector<KnowledgeEntry>> led_to(Unit& unit, const std::vector<std::string>& links,
                                             std::span<const std::string> own_hosts) const;

 private:
  WorkspaceId workspace_;
  std::string pages_;  // "https://rapport.example/help/acme"; without a host where none is known;
                       // empty: no public pages
  std::string path_;   // "/help/acme/"
};

}  // namespace rapport
