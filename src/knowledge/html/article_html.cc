#include "knowledge/html/article_html.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "knowledge/passages/passages.h"
#include "text/html/text.h"

namespace rapport {
namespace {

constexpr std::size_t kMostFirstWords = 300;  // bytes
constexpr std::size_t kMostIdBytes = 60;
constexpr int kDeepestHeading = 6;

// md4c hands over what it found in the source in pieces, entities apart.
std::string text_of(const MD_ATTRIBUTE& attribute) {
  std::string out;
  if (attribute.text == nullptr) return out;
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view piece(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
      out += text_of_html(piece).text;
    } else if (attribute.substr_types[i] != MD_TEXT_NULLCHAR) {
      out += piece;
    }
  }
  return out;
}

// Words of the heading joined by '-': what a person may read in an address.
std::string id_of(std::string_view heading) {
  std::string out;
  bool gap = false;
  const std::string folded = fold_case(heading);
  for (std::size_t at = 0; at < folded.size() && out.size() < kMostIdBytes;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    // Above Latin's signs most are letters; what is none does no harm in an id.
    const bool letter =
        plain || (c >= 0xC0 && c < 0x2000) || (c >= 0x2C00 && c != kBrokenCodePoint);
    if (!letter) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += folded.substr(begin, at - begin);
  }
  return out.empty() ? "part" : out;
}

class Renderer {
 public:
  explicit Renderer(const ArticleHtmlOptions& options) : options_(options) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    close_spans(0);
    switch (type) {
      case MD_BLOCK_QUOTE:
        out().open("blockquote");
        break;
      case MD_BLOCK_UL:
        out().open("ul");
        break;
      case MD_BLOCK_OL: {
        const auto* list = static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
        out().open("ol");
        if (list->start != 1) out().with("start", std::to_string(list->start));
        break;
      }
      case MD_BLOCK_LI: {
        const auto* item = static_cast<const MD_BLOCK_LI_DETAIL*>(detail);
        out().open("li");
        if (item->is_task != 0) {
          out().with("class", "task");
          out().text(item->task_mark == ' ' ? "☐ " : "☑ ");
        }
        break;
      }
      case MD_BLOCK_HR:
        out().open("hr");
        out().close();
        break;
      case MD_BLOCK_H:
        begin_heading(static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_CODE:
        out().open("pre").open("code");
        break;
      case MD_BLOCK_HTML:
        foreign_.emplace();
        break;
      case MD_BLOCK_P:
        out().open("p");
        in_first_ = first_words_.empty();
        break;
      case MD_BLOCK_TABLE:
        // It may be scrolled by keyboard where it is wider than the screen.
        out().open("div").with("class", "wide").with("role", "group");
        out().with("aria-label", options_.table_name).with("tabindex", "0");
        out().open("table");
        break;
      case MD_BLOCK_THEAD:
        out().open("thead");
        break;
      case MD_BLOCK_TBODY:
        out().open("tbody");
        break;
      case MD_BLOCK_TR:
        out().open("tr");
        break;
      case MD_BLOCK_TH:
        out().open("th").with("scope", "col");
        align(detail);
        break;
      case MD_BLOCK_TD:
        out().open("td");
        align(detail);
        break;
      case MD_BLOCK_DOC:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    close_spans(0);
    switch (type) {
      case MD_BLOCK_DOC:
      case MD_BLOCK_HR:
        break;
      case MD_BLOCK_H:
        end_heading();
        break;
      case MD_BLOCK_HTML:
        end_foreign();
        break;
      case MD_BLOCK_CODE:
      case MD_BLOCK_TABLE:
        out().close();
        out().close();
        break;
      case MD_BLOCK_P:
        in_first_ = false;
        out().close();
        break;
      default:
        out().close();
    }
  }

  void enter(MD_SPANTYPE type, void* detail) {
    spans_.push_back({type, !picture_});
    if (picture_) return;
    switch (type) {
      case MD_SPAN_EM:
        out().open("em");
        break;
      case MD_SPAN_STRONG:
        out().open("strong");
        break;
      case MD_SPAN_DEL:
        out().open("del");
        break;
      case MD_SPAN_CODE:
        out().open("code");
        break;
      case MD_SPAN_A: {
        const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
        begin_link(text_of(link->href), text_of(link->title));
        break;
      }
      case MD_SPAN_IMG:
        picture_ = Picture{text_of(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src), {}};
        break;
      default:
        out().open("span");
    }
  }

  // md4c does not always leave what it entered: "~a [b](c~d)" crosses a link.
  void leave(MD_SPANTYPE type) {
    const auto last = std::find_if(spans_.rbegin(), spans_.rend(),
                                   [&](const OpenSpan& each) { return each.type == type; });
    if (last != spans_.rend()) {
      close_spans(static_cast<std::size_t>(spans_.rend() - last) - 1);
    }
  }

  void write(MD_TEXTTYPE type, std::string_view text) {
    if (foreign_) {
      *foreign_ += text;
      return;
    }
    switch (type) {
      case MD_TEXT_BR:
        if (picture_) return put(" ");
        out().open("br");
        out().close();
        note(" ");
        break;
      case MD_TEXT_SOFTBR:
        put("\n");
        break;
      case MD_TEXT_ENTITY:
        put(text_of_html(text).text);
        break;
      case MD_TEXT_HTML:  // a tag inside a line
      case MD_TEXT_NULLCHAR:
        break;
      default:
        put(text);
    }
  }

  ArticleHtml finish() && {
    ArticleHtml made;
    made.body = std::move(whole_).finish();
    made.headings = std::move(headings_);
    made.first_words = std::string(trim(first_words_));
    made.picture = std::move(first_picture_);
    made.words = words_;
    return made;
  }

 private:
  struct Picture {
    std::string address;
    std::string words;
  };
  struct OpenSpan {
    MD_SPANTYPE type;
    bool drawn;  // not within the words of a picture
  };
  struct Heading {
    HtmlWriter inside;
    std::string words;
  };

  HtmlWriter& out() { return heading_ ? heading_->inside : whole_; }

  // Ends all but the outermost `most`.
  void close_spans(std::size_t most) {
    for (; spans_.size() > most; spans_.pop_back()) {
      if (!spans_.back().drawn) continue;
      if (spans_.back().type == MD_SPAN_IMG) {
        end_picture();
      } else {
        out().close();
      }
    }
  }

  void put(std::string_view text) {
    if (picture_) {
      picture_->words += text;
      return;
    }
    out().text(text);
    note(text);
  }

  void note(std::string_view text) {
    words_ += static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
    if (heading_) heading_->words += text;
    if (in_first_ && first_words_.size() < kMostFirstWords) {
      first_words_ += text == "\n" ? " " : text;
      first_words_.resize(cut_bytes(first_words_, kMostFirstWords).size());
    }
  }

  void align(void* detail) {
    switch (static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align) {
      case MD_ALIGN_CENTER:
        out().with("class", "middle");
        break;
      case MD_ALIGN_RIGHT:
        out().with("class", "end");
        break;
      default:
        break;
    }
  }

  void begin_heading(int level) {
    while (!under_.empty() && under_.back() >= level) under_.pop_back();
    under_.push_back(level);
    heading_.emplace();
  }

  void end_heading() {
    Heading done = std::move(*heading_);
    heading_.reset();
    const std::string words(trim(done.words));
    const int level = std::min(static_cast<int>(under_.size()) + 1, kDeepestHeading);
    const std::string name = id_of(words);
    std::string id = name;
    // Counted on, so that many of one name are no slower than many names.
    int& number = numbers_[name];
    while (!ids_.insert(id).second) id = name + "-" + std::to_string(++number + 1);
    open_heading(level);
    whole_.with("id", id);
    whole_.add(std::move(done.inside).finish());
    whole_.close();
    headings_.push_back({level, std::move(id), words});
  }

  void open_heading(int level) {
    switch (level) {
      case 2:
        whole_.open("h2");
        break;
      case 3:
        whole_.open("h3");
        break;
      case 4:
        whole_.open("h4");
        break;
      case 5:
        whole_.open("h5");
        break;
      default:
        whole_.open("h6");
    }
  }

  void begin_link(const std::string& address, const std::string& title) {
    const auto safe = address.size() > 1 && address.starts_with('#')
                          ? std::optional(SafeUrl::place(std::string_view(address).substr(1)))
                          : SafeUrl::parse(address);
    // A bare address in the words of a link is no other link.
    const bool inside = std::count_if(spans_.begin(), spans_.end(), [](const OpenSpan& each) {
                          return each.type == MD_SPAN_A;
                        }) > 1;
    if (!safe || inside) {
      out().open("span");
      return;
    }
    out().open("a").with("href", *safe);
    if (safe->leaves()) out().with("rel", "nofollow noopener");
    if (!title.empty()) out().with("title", title);
  }

  void end_picture() {
    Picture done = std::move(*picture_);
    picture_.reset();
    const auto safe = SafeUrl::parse(done.address);
    if (!safe || !safe->is_https()) return put(done.words);
    out().open("img").with("src", *safe).with("alt", trim(done.words));
    out().with("loading", "lazy").with("decoding", "async");
    out().with("referrerpolicy", "no-referrer");
    out().close();
    if (first_picture_.empty()) first_picture_ = safe->text();
  }

  void end_foreign() {
    const std::string text = text_of_html(*foreign_).text;
    foreign_.reset();
    if (!is_blank(text)) out().element("p", trim(text));
  }

  const ArticleHtmlOptions& options_;
  HtmlWriter whole_;
  std::optional<Heading> heading_;
  std::optional<Picture> picture_;
  std::vector<OpenSpan> spans_;
  std::optional<std::string> foreign_;
  std::vector<int> under_;  // levels, in the source, of the headings we stand under
  std::vector<ArticleHeading> headings_;
  // Ids of the page around the article are taken.
  std::unordered_set<std::string> ids_ = {"main", "q", "contents"};
  std::unordered_map<std::string, int> numbers_;  // the last that was tried of an id
  std::string first_words_;
  std::string first_picture_;
  std::size_t words_ = 0;
  bool in_first_ = false;
};

Renderer& renderer(void* user) { return *static_cast<Renderer*>(user); }

}  // namespace

ArticleHtml article_html(std::string_view markdown, const ArticleHtmlOptions& options) {
  const std::string clean = clean_utf8(cut_bytes(markdown, kMostArticleBytes));
  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_TASKLISTS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    renderer(user).enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    renderer(user).leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    renderer(user).enter(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    renderer(user).leave(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    renderer(user).write(type, {text, size});
    return 0;
  };
  Renderer made(options);
  // It fails only for want of memory or by a callback of ours; what came until then is good.
  md_parse(clean.data(), static_cast<MD_SIZE>(clean.size()), &parser, &made);
  return std::move(made).finish();
}

}  // namespace rapport
