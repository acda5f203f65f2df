#include "knowledge/passages/passages.h"

#include <md4c.h>

#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/html/text.h"

namespace rapport {
namespace {

// One paragraph, item, row or heading at a time, as md4c walks by.
class Gatherer {
 public:
  void enter(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_LI:
        // The words of an item end where a list inside it begins.
        end();
        ++items_;
        break;
      case MD_BLOCK_H:
        begin(PassageKind::kHeading);
        break;
      case MD_BLOCK_P:
        begin(items_ > 0 ? PassageKind::kListItem : PassageKind::kParagraph);
        break;
      case MD_BLOCK_TR:
        begin(PassageKind::kTableRow);
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (!text_.empty()) text_ += ' ';
        break;
      case MD_BLOCK_CODE:
        begin(PassageKind::kCode);
        break;
      case MD_BLOCK_HTML:
        begin(PassageKind::kParagraph);
        block_html_ = true;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        end();
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_LI:
        end();
        --items_;
        break;
      case MD_BLOCK_H:
      case MD_BLOCK_P:
      case MD_BLOCK_TR:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        end();
        break;
      default:
        break;
    }
  }

  void write(MD_TEXTTYPE type, std::string_view text) {
    // A tight item has words without a paragraph around them.
    if (!open_) begin(items_ > 0 ? PassageKind::kListItem : PassageKind::kParagraph);
    switch (type) {
      case MD_TEXT_BR:
        text_ += '\n';
        break;
      case MD_TEXT_SOFTBR:
        text_ += ' ';
        break;
      case MD_TEXT_ENTITY:
        text_ += text_of_html(text).text;
        break;
      case MD_TEXT_HTML:
        // Tags inside a paragraph are marks as others are; a block is read when it is whole.
        if (block_html_) text_ += text;
        break;
      case MD_TEXT_NULLCHAR:
        text_ += ' ';
        break;
      default:
        text_ += text;
    }
  }

  std::vector<Passage> finish() && {
    end();
    return std::move(out_);
  }

 private:
  void begin(PassageKind kind) {
    end();
    kind_ = kind;
    open_ = true;
  }

  void end() {
    if (block_html_) text_ = text_of_html(text_).text;
    const std::string_view text = trim(text_);
    if (open_ && !is_blank(text)) {
      const bool heads = kind_ == PassageKind::kHeading;
      if (heads) section_ = out_.size();
      out_.push_back({kind_, std::string(text), heads ? Passage::kNone : section_});
    }
    text_.clear();
    open_ = false;
    block_html_ = false;
  }

  std::vector<Passage> out_;
  PassageKind kind_ = PassageKind::kParagraph;
  std::string text_;
  bool open_ = false;
  bool block_html_ = false;
  int items_ = 0;
  std::size_t section_ = Passage::kNone;
};

Gatherer& of(void* user) { return *static_cast<Gatherer*>(user); }

}  // namespace

std::string_view to_word(PassageKind kind) {
  switch (kind) {
    case PassageKind::kHeading:
      return "heading";
    case PassageKind::kParagraph:
      return "paragraph";
    case PassageKind::kListItem:
      return "list_item";
    case PassageKind::kTableRow:
      return "table_row";
    case PassageKind::kCode:
      return "code";
  }
  return "";
}

std::vector<Passage> passages_of(std::string_view markdown) {
  const std::string clean = clean_utf8(cut_bytes(markdown, kMostArticleBytes));
  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_TASKLISTS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
    of(user).enter(type);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    of(user).leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    of(user).write(type, {text, size});
    return 0;
  };
  Gatherer gatherer;
  // It fails only for want of memory or by a callback of ours; what came until then is good.
  md_parse(clean.data(), static_cast<MD_SIZE>(clean.size()), &parser, &gatherer);
  return std::move(gatherer).finish();
}

}  // namespace rapport
