#include "knowledge/import/html_markdown.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "knowledge/import/markdown_text.h"

namespace rapport {
namespace {

// Deeper elements are their text; deeper lists and quotations stand on the last of these levels.
constexpr int kMostDepth = 120;
constexpr int kMostIndent = 12;
constexpr std::size_t kMostColumns = 40;

struct DocFree {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using Doc = std::unique_ptr<xmlDoc, DocFree>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

std::string_view name_of(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{};
}

std::string attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
    if (view(each->name) != name) continue;
    std::string value;
    for (const xmlNode* part = each->children; part != nullptr; part = part->next) {
      value += view(part->content);
    }
    return value;
  }
  return {};
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 15> kNothing = {
    "script", "style",    "head",   "template", "title", "object", "embed", "svg",
    "math",   "noscript", "select", "audio",    "form",  "button", "canvas"};
constexpr std::array<std::string_view, 34> kBlocks = {
    "html", "body",    "center",  "address", "nav",    "p",          "div",
    "h1",   "h2",      "h3",      "h4",      "h5",     "h6",         "ul",
    "ol",   "li",      "dl",      "dt",      "dd",     "table",      "pre",
    "hr",   "section", "article", "header",  "footer", "blockquote", "aside",
    "main", "figure",  "details", "summary", "iframe", "figcaption"};

bool is_block(const xmlNode* node) { return is_one_of(name_of(node), kBlocks); }
bool is_nothing(const xmlNode* node) {
  return node->type == XML_COMMENT_NODE || is_one_of(name_of(node), kNothing);
}

// The words of all below it, without recursion of ours.
std::string words_below(const xmlNode* node) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(node), xmlFree);
  return std::string(view(text.get()));
}

class Converter {
 public:
  explicit Converter(const std::string& base) : base_(base) {}

  std::string convert(const xmlNode* root) {
    std::vector<std::string> blocks;
    put_blocks(root, blocks, 0, 0);
    return joined(blocks, "\n\n");
  }

 private:
  using Blocks = std::vector<std::string>;

  static std::string joined(const Blocks& blocks, std::string_view between) {
    std::string out;
    for (const std::string& each : blocks) {
      if (!out.empty()) out += between;
      out += each;
    }
    return out;
  }

  // The children of an element: runs of text and inline elements are paragraphs.
  void put_blocks(const xmlNode* parent, Blocks& blocks, int depth, int indent) {
    InlineText run;
    const auto end_run = [&] {
      std::string text = std::move(run).paragraph();
      if (!text.empty()) blocks.push_back(std::move(text));
      run = InlineText();
    };
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
      if (is_nothing(node)) continue;
      if (is_block(node) || holds_blocks(node, depth)) {
        end_run();
        put_block(node, blocks, depth + 1, indent);
      } else {
        put_inline(node, run, depth + 1);
      }
    }
    end_run();
  }

  // An inline element around paragraphs, as editors leave them. Looked for near by alone.
  static bool holds_blocks(const xmlNode* node, int depth) {
    if (node->type != XML_ELEMENT_NODE || depth > kMostDepth) return false;
    int looked_at = 0;
    for (const xmlNode* each = node->children; each != nullptr && looked_at < 20;
         each = each->next, ++looked_at) {
      if (is_block(each)) return true;
    }
    return false;
  }

  void put_block(const xmlNode* node, Blocks& blocks, int depth, int indent) {
    const std::string_view name = name_of(node);
    if (depth > kMostDepth) {
      InlineText text;
      text.add_words(words_below(node));
      if (std::string words = std::move(text).paragraph(); !words.empty()) {
        blocks.push_back(std::move(words));
      }
    } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      put_heading(node, blocks, depth, name[1] - '0');
    } else if (name == "ul" || name == "ol") {
      put_list(node, blocks, depth, indent);
    } else if (name == "blockquote") {
      put_quotation(node, blocks, depth, indent);
    } else if (name == "pre") {
      put_code(node, blocks);
    } else if (name == "table") {
      put_table(node, blocks, depth);
    } else if (name == "hr") {
      blocks.emplace_back("* * *");
    } else if (name == "dt" || name == "summary") {
      put_bold_line(node, blocks, depth);
    } else if (name == "iframe") {
      put_frame(node, blocks);
    } else {
      put_blocks(node, blocks, depth, indent);
    }
  }

  void put_heading(const xmlNode* node, Blocks& blocks, int depth, int level) {
    InlineText text;
    put_inline_children(node, text, depth);
    std::string words = std::move(text).line();
    if (!words.empty()) {
      blocks.push_back(std::string(static_cast<std::size_t>(level), '#') + ' ' + words);
    }
  }

  void put_bold_line(const xmlNode* node, Blocks& blocks, int depth) {
    InlineText text;
    text.open("**");
    put_inline_children(node, text, depth);
    text.close("**");
    if (std::string words = std::move(text).line(); !words.empty()) {
      blocks.push_back(std::move(words));
    }
  }

  void put_list(const xmlNode* node, Blocks& blocks, int depth, int indent) {
    const bool numbered = name_of(node) == "ol";
    long number = 1;
    if (numbered) {
      const std::string start = attribute(node, "start");
      if (!start.empty() && start.size() <= 6 &&
          std::ranges::all_of(start, [](char c) { return c >= '0' && c <= '9'; })) {
        number = std::stol(start);
      }
    }
    Blocks items;
    for (const xmlNode* item = node->children; item != nullptr; item = item->next) {
      if (is_nothing(item)) continue;
      Blocks inner;
      if (name_of(item) == "li") {
        put_blocks(item, inner, depth + 1, indent + 1);
      } else if (item->type == XML_ELEMENT_NODE) {
        put_block(item, inner, depth + 1, indent + 1);
      } else {
        InlineText text;
        put_inline(item, text, depth + 1);
        if (std::string words = std::move(text).paragraph(); !words.empty()) {
          inner.push_back(std::move(words));
        }
      }
      if (inner.empty()) continue;
      if (indent > kMostIndent) {
        std::ranges::move(inner, std::back_inserter(blocks));
        continue;
      }
      const std::string marker = numbered ? std::to_string(number++) + ". " : "- ";
      items.push_back(behind(marker, inner));
    }
    if (!items.empty()) blocks.push_back(joined(items, "\n"));
  }

  // An item's blocks behind its marker: what follows its first line is moved in below it.
  static std::string behind(const std::string& marker, const Blocks& inner) {
    std::string out = marker;
    const std::string space(marker.size(), ' ');
    bool first = true;
    for (const std::string& block : inner) {
      if (!first) {
        // A list follows the words of its item closely; other blocks stand apart.
        const bool list = block.starts_with("- ") || block.starts_with("1. ");
        out += list ? "\n" : "\n\n";
        out += space;
      }
      first = false;
      for (const char c : block) {
        out += c;
        if (c == '\n') out += space;
      }
    }
    return without_trailing_space(out);
  }

  // Lines that hold nothing but the space they were moved in by.
  static std::string without_trailing_space(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '\n') {
        while (out.ends_with(' ')) out.pop_back();
      }
      out += c;
    }
    return out;
  }

  void put_quotation(const xmlNode* node, Blocks& blocks, int depth, int indent) {
    if (indent > kMostIndent) return put_blocks(node, blocks, depth, indent);
    Blocks inner;
    put_blocks(node, inner, depth, indent + 1);
    if (inner.empty()) return;
    std::string out = "> ";
    for (const char c : joined(inner, "\n\n")) {
      out += c;
      if (c == '\n') out += "> ";
    }
    blocks.push_back(without_trailing_space(out));
  }

  static void put_code(const xmlNode* node, Blocks& blocks) {
    std::string text = words_below(node);
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    if (text.starts_with('\n')) text.erase(0, 1);
    if (is_blank(text)) return;
    blocks.push_back(fenced(text));
  }

  void put_frame(const xmlNode* node, Blocks& blocks) {
    const std::string address = safe_address(attribute(node, "src"));
    if (address.empty()) return;
    InlineText text;
    const std::string title = attribute(node, "title");
    text.begin_link();
    text.add_words(title.empty() ? "Video" : title);
    text.end_link(address);
    blocks.push_back(std::move(text).paragraph());
  }

  void put_table(const xmlNode* table, Blocks& blocks, int depth) {
    std::vector<std::vector<std::string>> rows;
    gather_rows(table, rows, depth);
    std::size_t columns = 0;
    for (const auto& row : rows) columns = std::max(columns, row.size());
    if (columns == 0) return;
    std::string out;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      if (at > 0) out += '\n';
      out += '|';
      for (std::size_t column = 0; column < columns; ++column) {
        out += ' ';
        if (column < rows[at].size()) out += rows[at][column];
        out += " |";
      }
      if (at > 0) continue;
      out += "\n|";
      for (std::size_t column = 0; column < columns; ++column) out += " --- |";
    }
    blocks.push_back(std::move(out));
  }

  void gather_rows(const xmlNode* parent, std::vector<std::vector<std::string>>& rows, int depth) {
    if (depth > kMostDepth) return;
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(node);
      if (name == "thead" || name == "tbody" || name == "tfoot") {
        gather_rows(node, rows, depth + 1);
      } else if (name == "tr") {
        auto& row = rows.emplace_back();
        for (const xmlNode* cell = node->children; cell != nullptr; cell = cell->next) {
          if ((name_of(cell) != "td" && name_of(cell) != "th") || row.size() == kMostColumns) {
            continue;
          }
          InlineText text;
          text.in_table();
          put_inline_children(cell, text, depth + 2);
          row.push_back(std::move(text).line());
        }
      }
    }
  }

  void put_inline_children(const xmlNode* parent, InlineText& out, int depth) {
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
      put_inline(node, out, depth + 1);
    }
  }

  void put_inline(const xmlNode* node, InlineText& out, int depth) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      return out.add_words(view(node->content));
    }
    if (node->type != XML_ELEMENT_NODE || is_nothing(node)) return;
    if (depth > kMostDepth) return out.add_words(words_below(node));
    const std::string_view name = name_of(node);
    if (name == "br") return out.add_break();
    if (name == "img") return put_picture(node, out);
    if (name == "code" || name == "kbd" || name == "samp" || name == "tt") {
      return out.add_code(words_below(node));
    }
    const std::string_view mark = name == "strong" || name == "b"                    ? "**"
                                  : name == "em" || name == "i"                      ? "*"
                                  : name == "del" || name == "s" || name == "strike" ? "~~"
                                                                                     : "";
    if (!mark.empty()) {
      out.open(mark);
      put_inline_children(node, out, depth);
      return out.close(mark);
    }
    if (name == "a") {
      const std::string address = safe_address(attribute(node, "href"));
      if (address.empty() || out.in_link()) return put_inline_children(node, out, depth);
      out.begin_link();
      put_inline_children(node, out, depth);
      return out.end_link(address);
    }
    // A block where there can be none, as in a cell: its words stand apart.
    const bool apart = is_block(node);
    if (apart) out.add_words(" ");
    put_inline_children(node, out, depth);
    if (apart) out.add_words(" ");
  }

  void put_picture(const xmlNode* node, InlineText& out) {
    const std::string address = safe_address(attribute(node, "src"));
    const std::string alt = attribute(node, "alt");
    if (!address.starts_with("https://")) return out.add_words(alt);
    out.add_picture(alt, address);
  }

  // Of the web or a mail address, made whole; empty for all else.
  std::string safe_address(const std::string& given) const {
    const std::string address(trim(given));
    if (address.empty() || address.starts_with('#') || address.size() > 2000) return {};
    if (parse_web_url(address)) return address;
    if (address.size() > 7 && fold_case(address.substr(0, 7)) == "mailto:" &&
        address.find('@') != std::string::npos && std::ranges::none_of(address, [](char c) {
          return static_cast<unsigned char>(c) <= ' ';
        })) {
      return address;
    }
    if (base_.empty()) return {};
    const std::unique_ptr<xmlChar, decltype(xmlFree)> built(
        xmlBuildURI(reinterpret_cast<const xmlChar*>(address.c_str()),
                    reinterpret_cast<const xmlChar*>(base_.c_str())),
        xmlFree);
    std::string whole(view(built.get()));
    return parse_web_url(whole) ? whole : std::string();
  }

  const std::string& base_;
};

}  // namespace

std::string markdown_of_html(std::string_view html, const std::string& base) {
  if (html.size() > kMostImportedHtml) return {};
  const std::string clean = clean_utf8(html);
  if (trim(clean).empty()) return {};
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  const Doc doc(htmlReadMemory(clean.data(), static_cast<int>(clean.size()), nullptr, "UTF-8",
                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  if (!doc) return {};
  // A character reference may name what no text should hold.
  return clean_utf8(Converter(base).convert(reinterpret_cast<const xmlNode*>(doc.get())));
}

}  // namespace rapport
