// All that a help site shows, as it stood at one moment. Never changes, so any thread may read it.
//
// Only what is published is in it; what is not cannot be shown by mistake.

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "knowledge/search/article_index.h"
#include "model/help_site.h"
#include "model/reading.h"

namespace rapport {

struct PublicCategory {
  std::string slug;
  std::string name;
};

struct PublicArticle {
  std::string slug;
  std::string language;  // BCP 47
  std::string title;
  std::string markdown;  // of a resource its summary
  std::string url;       // of a resource; empty: an article of our own
  std::string medium;    // of a resource: "page", "video", "deck", "expert", or empty
  std::vector<std::string> questions;
  std::optional<std::size_t> category;  // its place in the list
  Time published_at{};
  Time changed_at{};

  bool is_resource() const { return !url.empty(); }
};

struct HelpHit {
  const PublicArticle* article = nullptr;
  std::string passage;      // that answers; empty if it has none
  std::vector<Span> spans;  // of the words in it that were looked for
};

class PublicSite {
 public:
  // `as_of`: when this was found to be so.
  PublicSite(HelpSite site, std::vector<PublicCategory> categories,
             std::vector<PublicArticle> articles, Time as_of);

  const HelpSite& site() const { return site_; }
  const std::vector<PublicCategory>& categories() const { return categories_; }
  // By category, in its order, then by title. What has no category comes last.
  const std::vector<PublicArticle>& articles() const { return articles_; }
  // That of most articles first.
  const std::vector<std::string>& languages() const { return languages_; }
  Time as_of() const { return as_of_; }

  // All of that slug, one a language.
  std::vector<const PublicArticle*> translations(std::string_view slug) const;
  std::optional<std::size_t> category(std::string_view slug) const;

  // Of one language, the best first.
  std::vector<HelpHit> search(std::string_view query, std::string_view language,
                              std::size_t most) const;
  // Others that are asked for alike, in its language.
  std::vector<const PublicArticle*> related(const PublicArticle& article, std::size_t most) const;

 private:
  struct Shelf {
    std::vector<std::size_t> articles;  // places in articles_
    std::unique_ptr<const ArticleIndex> index;
  };
  const Shelf* shelf(std::string_view language) const;

  HelpSite site_;
  std::vector<PublicCategory> categories_;
  std::vector<PublicArticle> articles_;
  std::vector<std::string> languages_;
  std::map<std::string, Shelf, std::less<>> shelves_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_slug_;
  Time as_of_{};
};

}  // namespace rapport
