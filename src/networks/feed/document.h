// A feed as its document says it, whatever its format: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3
// and 1.0, JSON Feed 1.0 and 1.1.
//
// Bytes are a stranger's: nothing is fetched, no entity is expanded, size and depth are bounded,
// and what is broken is read as far as it goes. All texts are valid UTF-8 and plain; all addresses
// are absolute http(s) or empty.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/post.h"

namespace rapport::feed {

inline constexpr std::size_t kMostDocument = 8U << 20U;  // bytes; what lies behind is not read
inline constexpr std::size_t kMostItems = 1000;          // the newest
inline constexpr std::size_t kMostText = 20'000;         // bytes of one item's text

enum class Format { kRss, kRdf, kAtom, kJson };

// In words for people: "RSS", "RSS 1.0", "Atom", "JSON Feed".
std::string_view to_words(Format format);

struct Author {
  std::string name;
  std::string email;
  std::string url;
  std::string avatar_url;

  bool empty() const { return name.empty() && email.empty() && url.empty(); }
};

struct Item {
  std::string id;  // as the feed says it; empty if it says none
  std::string url;
  std::string title;  // one line
  std::string text;
  std::vector<Entity> entities;  // links of `text`
  Author author;
  std::optional<Time> published;
  std::optional<Time> updated;
  std::vector<Media> media;
  std::vector<std::string> tags;
  std::string lang;
  std::string answers;                  // id of what this answers; empty: nothing
  std::optional<std::int64_t> replies;  // how many answers it has
};

struct Document {
  Format format = Format::kRss;
  std::string title;
  std::string description;
  std::string url;  // of the site
  std::string icon_url;
  std::string lang;
  std::optional<Time> updated;
  std::vector<Item> items;                    // in the order of the document
  std::vector<std::string> deleted;           // ids of items taken back
  std::optional<std::chrono::seconds> every;  // how often it asks to be read
};

// What the answer said besides its bytes.
struct Source {
  std::string url;           // where it was found: what relative addresses stand against
  std::string content_type;  // as the header says it; often wrong
};

// Fails with invalid if this is no feed; a web page has `field` "page" then, a feed that is too
// large to be read "size".
Result<Document> read_feed(std::string_view bytes, const Source& source);

}  // namespace rapport::feed
