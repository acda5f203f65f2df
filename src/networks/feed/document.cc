#include "networks/feed/document.h"

#include "base/unicode.h"
#include "networks/feed/encoding.h"
#include "networks/feed/formats.h"
#include "networks/feed/parts.h"
#include "networks/feed/xml.h"

namespace rapport::feed {

std::string_view to_words(Format format) {
  switch (format) {
    case Format::kRss:
      return "RSS";
    case Format::kRdf:
      return "RSS 1.0";
    case Format::kAtom:
      return "Atom";
    case Format::kJson:
      return "JSON Feed";
  }
  return "RSS";
}

// By what the document is, never by what its type claims.
Result<Document> read_feed(std::string_view bytes, const Source& source) {
  bytes = bytes.substr(0, kMostDocument);
  const std::string text = feed_in_utf8(bytes, charset_of(source.content_type));
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return invalid("There is nothing at this address.");
  if (trimmed.front() == '{') {
    auto document = read_json_feed(trimmed, source.url);
    // Unlike XML, JSON that was cut cannot be read as far as it goes.
    if (!document && bytes.size() == kMostDocument) {
      return invalid("This feed is larger than " + std::to_string(kMostDocument >> 20U) +
                         " MB, which is more than Rapport reads of one.",
                     "size");
    }
    return document;
  }

  const XmlDoc doc = parse_xml(text, source.url);
  if (!doc) return invalid("What this address shows is no feed.");
  const xmlNode* root = xmlDocGetRootElement(doc.get());
  const std::string name = lower(name_of(root).local);
  if (name == "rss" || name == "rdf" || name == "channel") return read_rss(root, source.url);
  if (name == "feed" || (name == "entry" && name_of(root).space == Space::kAtom)) {
    return read_atom(root, source.url);
  }
  if (name == "html" || lower(trimmed.substr(0, 2048)).find("<html") != std::string::npos) {
    return invalid("This address shows a web page, not a feed.", "page");
  }
  return invalid("What this address shows is no feed.");
}

}  // namespace rapport::feed
