#include "networks/sandbox/drawings.h"

#include "base/url.h"

namespace rapport {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string svg_address(std::string_view svg) {
  return "data:image/svg+xml," + encode_url_value(svg);
}

std::string avatar_address(const StoryPerson& person) {
  return svg_address(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 80'>"
      "<rect width='80' height='80' fill='" +
      escaped(person.avatar_color) +
      "'/><text x='40' y='51' font-family='sans-serif' font-size='32' fill='#fff' "
      "text-anchor='middle'>" +
      escaped(person.avatar_initials) + "</text></svg>");
}

}  // namespace rapport
