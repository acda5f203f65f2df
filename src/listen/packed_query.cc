#include "listen/packed_query.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "listen/address.h"
#include "listen/asked_pieces.h"
#include "listen/field_matches.h"
#include "listen/occurrences.h"
#include "listen/pattern.h"

namespace rapport {
namespace {

// A query is nodes of 32-bit words, each node followed by its parts:
//
//   kind | flags << 8 | section << 16 | field << 24
//   words of the node, its parts included
//   kWords  ways (see WayView); then the pattern: see PatternView
//   kField  ways; bytes of the text, the text; low, high (two words each) if flagged
//   kAnd..  number of parts, steps of a NEAR or width of a ~; the parts
using Word = std::uint32_t;

enum Flag : Word {
  kExact = 1U,    // capitals count
  kNarrow = 2U,   // each letter is a byte
  kOneWord = 4U,  // one plain word; a name may be called so, too
  kLow = 8U,
  kHigh = 16U,
  kUnreadField = 32U,
};

constexpr unsigned char kNarrowAny = 1;
constexpr unsigned char kNarrowOne = 2;

struct Node {
  explicit Node(const Word* at) : at_(at) {}

  QueryKind kind() const { return static_cast<QueryKind>(at_[0] & 0xFFU); }
  Word flags() const { return at_[0] >> 8U & 0xFFU; }
  Section section() const { return static_cast<Section>(at_[0] >> 16U & 0xFFU); }
  QueryField field() const { return static_cast<QueryField>(at_[0] >> 24U); }
  Node next() const { return Node(at_ + at_[1]); }
  const Word* rest() const { return at_ + 2; }

  // Of kAnd, kOr, kNot, kNear and kTogether.
  Word parts() const { return at_[2]; }
  const Word* steps() const { return at_ + 3; }
  Node first() const {
    if (kind() == QueryKind::kNear) return Node(at_ + 3 + parts() - 1);
    return Node(at_ + (kind() == QueryKind::kTogether ? 4 : 3));
  }

 private:
  const Word* at_;
};

// The ways in which a leaf can be found: their count, then of each the two longest pieces it needs,
// a hash (0: there is none), bytes and wish of each.
class WayView {
 public:
  explicit WayView(const Word* at) : at_(at) {}

  struct Piece {
    PieceHash hash;
    std::uint32_t size;
    std::uint32_t wish;
  };

  Word count() const { return at_[0]; }
  Piece piece(Word way, Word which) const {
    const Word* its = at_ + 1 + 4 * way + 2 * which;
    return {its[0], its[1] & 0xFFU, its[1] >> 8U};
  }
  // Of what was said; 0 if there is none.
  PieceHash said(Word way, Word which) const {
    const Word* its = at_ + 1 + 4 * way + 2 * which;
    return its[1] >> 8U == 0 ? its[0] : 0;
  }
  const Word* end() const { return at_ + 1 + 4 * at_[0]; }

 private:
  const Word* at_;
};

Word step_word(const NearStep& step) { return step.words << 1U | (step.ordered ? 1U : 0U); }
NearStep step_of(Word word) { return {word >> 1U, (word & 1U) != 0}; }

class Packer {
 public:
  void pack(const QueryTree& query) {
    const std::size_t begin = out_.size();
    out_.push_back(static_cast<Word>(query.kind));
    out_.push_back(0);
    switch (query.kind) {
      case QueryKind::kWords:
        out_[begin] |= words(query) << 8U | static_cast<Word>(query.section) << 16U;
        break;
      case QueryKind::kField:
        out_[begin] |= field(query) << 8U | static_cast<Word>(query.field) << 24U;
        break;
      default:
        out_.push_back(static_cast<Word>(query.of.size()));
        if (query.kind == QueryKind::kTogether) out_.push_back(query.within);
        if (query.kind == QueryKind::kNear) {
          for (const NearStep& each : query.steps) out_.push_back(step_word(each));
        }
        for (const QueryTree& each : query.of) pack(each);
    }
    out_[begin + 1] = static_cast<Word>(out_.size() - begin);
  }

  const std::vector<Word>& out() const { return out_; }

 private:
  void put_bytes(const void* bytes, std::size_t size) {
    const std::size_t at = out_.size();
    out_.resize(at + (size + 3) / 4);
    if (size != 0) std::memcpy(out_.data() + at, bytes, size);
  }

  Word field(const QueryTree& query) {
    Word flags = needs_enrichment(query.field, query.text) ? Word{kUnreadField} : 0;
    ways(query);
    out_.push_back(static_cast<Word>(query.text.size()));
    put_bytes(query.text.data(), query.text.size());
    for (const auto& [bound, flag] : {std::pair(query.low, kLow), std::pair(query.high, kHigh)}) {
      if (!bound) continue;
      flags |= flag;
      put_bytes(&*bound, sizeof(*bound));
    }
    return flags;
  }

  void ways(const QueryTree& query) {
    std::vector<AskedWay> ways = asked_pieces(query);
    out_.push_back(static_cast<Word>(ways.size()));
    for (AskedWay& way : ways) {
      std::stable_sort(way.begin(), way.end(),
                       [](const AskedPiece& a, const AskedPiece& b) { return a.size > b.size; });
      way.resize(2);
      for (const AskedPiece& each : way) {
        out_.push_back(each.hash);
        out_.push_back(each.wish << 8U | each.size);
      }
    }
  }

  static bool is_wild(const Letter& each) {
    return each.plain == kAnyLetters || each.plain == kOneLetter;
  }

  void letters(const std::vector<Letter>& list, bool narrow) {
    if (narrow) {
      std::string bytes;
      for (const Letter& each : list) {
        bytes += each.plain == kAnyLetters  ? static_cast<char>(kNarrowAny)
                 : each.plain == kOneLetter ? static_cast<char>(kNarrowOne)
                                            : static_cast<char>(each.plain);
      }
      put_bytes(bytes.data(), bytes.size());
      return;
    }
    for (const Letter& each : list) {
      out_.push_back(each.plain);
      out_.push_back(each.accent);
      out_.push_back(each.capital ? 1 : 0);
    }
  }

  Word words(const QueryTree& query) {
    ways(query);
    const WordPattern pattern(query.text, query.style);
    const Spoken& spoken = pattern.spoken();
    std::vector<Letter> all = spoken.letters;
    const std::vector<Letter>& whole = pattern.whole();
    // A name may be called like a single word: then its letters are there already.
    const bool one = spoken.words.size() == 1 && spoken.names.empty() &&
                     spoken.words[0].kind == SpokenKind::kWord && whole == all &&
                     pattern.address().empty();
    Word flags = (pattern.rule() == CaseRule::kExact ? Word{kExact} : 0) | (one ? kOneWord : 0U);
    const auto whole_begin = static_cast<Word>(all.size());
    if (!one) all.insert(all.end(), whole.begin(), whole.end());
    const bool narrow = pattern.rule() == CaseRule::kAny &&
                        std::all_of(all.begin(), all.end(), [](const Letter& each) {
                          return is_wild(each) || (each.plain < 0x80 && each.plain > kNarrowOne &&
                                                   each.accent == each.plain);
                        });
    if (narrow) flags |= kNarrow;
    out_.push_back(static_cast<Word>(all.size()));
    if (one) {
      letters(all, narrow);
      return flags;
    }
    out_.push_back(whole_begin);
    out_.push_back(static_cast<Word>(spoken.words.size()));
    out_.push_back(static_cast<Word>(spoken.names.size()));
    out_.push_back(static_cast<Word>(pattern.address().size()));
    for (const SpokenWord& each : spoken.words) {
      out_.push_back(static_cast<Word>(each.kind) | static_cast<Word>(each.joint) << 8U);
      out_.push_back(each.begin);
      out_.push_back(each.end);
    }
    for (const SpokenName& each : spoken.names) {
      out_.push_back(static_cast<unsigned char>(each.sign));
      out_.push_back(each.first);
      out_.push_back(each.last);
      out_.push_back(each.begin);
      out_.push_back(each.end);
    }
    letters(all, narrow);
    put_bytes(pattern.address().data(), pattern.address().size());
    return flags;
  }

  std::vector<Word> out_;
};

// The words of a leaf where they lie packed; see WordPattern, whose rules these are.
class PatternView {
 public:
  explicit PatternView(const Node& node) : flags_(node.flags()) {
    const Word* at = WayView(node.rest()).end();
    letter_count_ = *at++;
    if ((flags_ & kOneWord) != 0) {
      letters_ = at;
      word_count_ = 1;
      return;
    }
    whole_begin_ = *at++;
    word_count_ = *at++;
    name_count_ = *at++;
    const std::size_t address = *at++;
    words_ = at;
    at += std::size_t{3} * word_count_;
    names_ = at;
    at += std::size_t{5} * name_count_;
    letters_ = at;
    at += (flags_ & kNarrow) != 0 ? (letter_count_ + 3) / 4 : letter_count_ * 3;
    address_ = {reinterpret_cast<const char*>(at), address};
  }

  // Calls `found(first, last, span)` for every place, some of them twice, until it says true.
  template <class Found>
  bool find(std::string_view text, const Spoken& heard, const Found& found) const {
    const bool by_words = word_count_ != 0 && (words_ == nullptr || kind(0) != SpokenKind::kLink);
    const auto size = static_cast<std::uint32_t>(heard.words.size());
    if (by_words || !address_.empty()) {
      for (std::uint32_t at = 0; at < size; ++at) {
        const SpokenWord& word = heard.words[at];
        if (!address_.empty() && word.kind == SpokenKind::kLink) {
          const auto link = text.substr(word.span.begin, word.span.end - word.span.begin);
          if (address_is_under(link, std::string(address_)) && found(at, at, word.span)) {
            return true;
          }
          continue;
        }
        if (!by_words) continue;
        const std::uint32_t behind = fits_at(heard, at);
        if (behind != 0 &&
            found(at, behind - 1, Span{word.span.begin, heard.words[behind - 1].span.end})) {
          return true;
        }
      }
    }
    if (word_count_ == 0 || whole_begin() == letter_count_) return false;
    for (const SpokenName& each : heard.names) {
      if (fit(whole_begin(), letter_count_, heard.letters.data() + each.begin,
              heard.letters.data() + each.end) &&
          found(each.first, each.last, each.span)) {
        return true;
      }
    }
    return false;
  }

 private:
  Word whole_begin() const { return (flags_ & kOneWord) != 0 ? 0 : whole_begin_; }
  SpokenKind kind(std::size_t word) const {
    return words_ == nullptr ? SpokenKind::kWord
                             : static_cast<SpokenKind>(words_[3 * word] & 0xFFU);
  }
  Joint joint(std::size_t word) const {
    return words_ == nullptr ? Joint::kOpen : static_cast<Joint>(words_[3 * word] >> 8U);
  }
  Word begin(std::size_t word) const { return words_ == nullptr ? 0 : words_[3 * word + 1]; }
  Word end(std::size_t word) const {
    return words_ == nullptr ? letter_count_ : words_[3 * word + 2];
  }

  const Word* name_at(std::size_t word) const {
    for (Word i = 0; i < name_count_; ++i) {
      if (names_[5 * i + 1] == word) return names_ + std::size_t{5} * i;
    }
    return nullptr;
  }

  // letters_match() of the letters [begin, end).
  bool fit(Word begin, Word end, const Letter* heard, const Letter* heard_end) const {
    if ((flags_ & kNarrow) != 0) {
      const auto* letters = reinterpret_cast<const unsigned char*>(letters_);
      return fit_narrow(letters + begin, letters + end, heard, heard_end);
    }
    const bool exact = (flags_ & kExact) != 0;
    return fit_wide(letters_ + std::size_t{3} * begin, letters_ + std::size_t{3} * end, heard,
                    heard_end, exact);
  }

  static bool fit_narrow(const unsigned char* asked, const unsigned char* asked_end,
                         const Letter* heard, const Letter* heard_end) {
    const unsigned char* star = nullptr;
    const Letter* reached = nullptr;
    while (heard != heard_end) {
      if (asked != asked_end && *asked == heard->plain && *asked > kNarrowOne) {
        ++asked;
        ++heard;
      } else if (asked != asked_end && *asked == kNarrowAny) {
        star = ++asked;
        reached = heard;
      } else if (asked != asked_end && *asked == kNarrowOne) {
        ++asked;
        ++heard;
      } else if (star != nullptr) {
        asked = star;
        heard = ++reached;
      } else {
        return false;
      }
    }
    while (asked != asked_end && *asked == kNarrowAny) ++asked;
    return asked == asked_end;
  }

  static bool fit_wide(const Word* asked, const Word* asked_end, const Letter* heard,
                       const Letter* heard_end, bool exact) {
    const Word* star = nullptr;
    const Letter* reached = nullptr;
    const auto fits = [exact](const Word* want, const Letter& has) {
      if (want[0] == kOneLetter) return true;
      if (want[0] != has.plain) return false;
      if (want[1] != want[0] && want[1] != has.accent) return false;
      return !exact || (want[2] != 0) == has.capital;
    };
    while (heard != heard_end) {
      if (asked != asked_end && asked[0] == kAnyLetters) {
        star = asked += 3;
        reached = heard;
      } else if (asked != asked_end && fits(asked, *heard)) {
        asked += 3;
        ++heard;
      } else if (star != nullptr) {
        asked = star;
        heard = ++reached;
      } else {
        return false;
      }
    }
    while (asked != asked_end && asked[0] == kAnyLetters) asked += 3;
    return asked == asked_end;
  }

  bool word_fits(std::size_t asked, const Spoken& heard, std::uint32_t at) const {
    const SpokenWord& word = heard.words[at];
    if (kind(asked) != word.kind || word.kind == SpokenKind::kLink) return false;
    const Letter* has = heard.letters.data();
    for (const unsigned before : {0U, unsigned{word.before}}) {
      for (unsigned behind = 0; behind <= word.behind; ++behind) {
        const bool possessive = word.behind == 2 && has[word.end - 1].plain == U's';
        if (possessive && behind == 1) continue;
        if (fit(begin(asked), end(asked), has + word.begin + before, has + word.end - behind)) {
          return true;
        }
      }
      if (word.before == 0) break;
    }
    return false;
  }

  // The word behind, if the words of the pattern stand at `at`; else 0.
  std::uint32_t fits_at(const Spoken& heard, std::uint32_t at) const {
    for (Word i = 0; i < word_count_; ++i) {
      if (at >= heard.words.size()) return 0;
      if (i > 0 && joint(i) == Joint::kAmpersand && heard.words[at].joint != Joint::kAmpersand) {
        return 0;
      }
      if (i > 0 && joint(i) == Joint::kTouching && kind(i) == SpokenKind::kDense &&
          kind(i - 1) == SpokenKind::kDense && heard.words[at].joint != Joint::kTouching) {
        return 0;
      }
      const Word* wanted = name_count_ == 0 ? nullptr : name_at(i);
      if (wanted == nullptr) {
        if (!word_fits(i, heard, at)) return 0;
        ++at;
        continue;
      }
      const auto has = std::find_if(heard.names.begin(), heard.names.end(),
                                    [at](const SpokenName& each) { return each.first == at; });
      if (has == heard.names.end() || static_cast<unsigned char>(has->sign) != wanted[0]) return 0;
      const Letter* from = heard.letters.data() + has->begin;
      const Letter* to = heard.letters.data() + has->end;
      if (!fit(wanted[3], wanted[4], from, to)) {
        const Letter* host = from;
        while (host != to && host->plain != U'@') ++host;
        if (host == to || !fit(wanted[3], wanted[4], from, host)) return 0;
      }
      i = wanted[2];
      at = has->last + 1;
    }
    return at;
  }

  Word flags_;
  Word letter_count_ = 0;
  Word whole_begin_ = 0;
  Word word_count_ = 0;
  Word name_count_ = 0;
  const Word* words_ = nullptr;
  const Word* names_ = nullptr;
  const Word* letters_ = nullptr;
  std::string_view address_;
};

bool field_holds(const Node& node, const HeardPost& post, MatchWork& work) {
  QueryTree& leaf = work.leaf;
  const Word* at = WayView(node.rest()).end();
  const std::size_t size = *at++;
  leaf.kind = QueryKind::kField;
  leaf.field = node.field();
  leaf.text.assign(reinterpret_cast<const char*>(at), size);
  at += (size + 3) / 4;
  leaf.low = leaf.high = std::nullopt;
  const auto number = [&at] {
    std::int64_t value = 0;
    std::memcpy(&value, at, sizeof(value));
    at += 2;
    return value;
  };
  if ((node.flags() & kLow) != 0) leaf.low = number();
  if ((node.flags() & kHigh) != 0) leaf.high = number();
  return field_matches(leaf, post, work.title, work.text);
}

class AnchorChooser {
 public:
  explicit AnchorChooser(const PieceCosts& costs) : costs_(costs) {}

  struct Choice {
    std::vector<Anchor> anchors;
    double share = 0;
  };

  std::optional<Choice> choose(const Node& node) const {
    switch (node.kind()) {
      case QueryKind::kWords:
      case QueryKind::kField:
        return leaf(node);
      case QueryKind::kNot:
        return std::nullopt;
      case QueryKind::kOr:
        return either(node);
      case QueryKind::kAnd:
      case QueryKind::kNear:
      case QueryKind::kTogether:
        return all(node);
    }
    return std::nullopt;
  }

 private:
  struct Rare {
    PieceHash hash = 0;
    double share = 2;
  };

  double share(const WayView::Piece& piece) const {
    return costs_.share(piece.hash, piece.size, piece.wish);
  }

  std::optional<Choice> leaf(const Node& node) const {
    const WayView ways(node.rest());
    Choice choice;
    for (Word i = 0; i < ways.count(); ++i) {
      WayView::Piece first = ways.piece(i, 0);
      WayView::Piece second = ways.piece(i, 1);
      if (first.hash == 0) return std::nullopt;
      if (second.hash != 0 && share(second) < share(first)) std::swap(first, second);
      choice.anchors.push_back({first.hash, second.wish == 0 ? second.hash : 0, first.wish});
      choice.share += share(first);
    }
    return choice;
  }

  std::optional<Choice> either(const Node& node) const {
    Choice choice;
    Node each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      const auto its = choose(each);
      if (!its) return std::nullopt;
      choice.anchors.insert(choice.anchors.end(), its->anchors.begin(), its->anchors.end());
      choice.share += its->share;
    }
    return choice;
  }

  std::optional<Choice> all(const Node& node) const {
    std::optional<Choice> best;
    Word chosen = 0;
    Node each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      auto its = choose(each);
      if (its && (!best || its->share < best->share)) {
        best = std::move(its);
        chosen = i;
      }
    }
    if (!best) return std::nullopt;
    Rare other;
    each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      if (i != chosen) find_rare(each, other);
    }
    if (other.hash != 0) {
      for (Anchor& anchor : best->anchors) {
        if (anchor.second == 0 || best->anchors.size() > 1) anchor.second = other.hash;
      }
    }
    return best;
  }

  // The rarest piece that every post must have for this part.
  void find_rare(const Node& node, Rare& rare) const {
    switch (node.kind()) {
      case QueryKind::kWords: {
        const WayView ways(node.rest());
        if (ways.count() != 1) return;
        for (const Word which : {0U, 1U}) {
          const WayView::Piece piece = ways.piece(0, which);
          if (piece.hash == 0 || piece.wish != 0) continue;
          const double its = share(piece);
          if (its < rare.share) rare = {piece.hash, its};
        }
        return;
      }
      case QueryKind::kAnd:
      case QueryKind::kNear:
      case QueryKind::kTogether: {
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) find_rare(each, rare);
        return;
      }
      default:
        return;
    }
  }

  const PieceCosts& costs_;
};

class Possibility {
 public:
  Possibility(const HeardPost& post, MatchWork& work) : post_(post), work_(work) {}

  bool of(const Node& node) const {
    switch (node.kind()) {
      case QueryKind::kWords: {
        const WayView ways(node.rest());
        for (Word i = 0; i < ways.count(); ++i) {
          if (may_have(ways.said(i, 0)) && may_have(ways.said(i, 1))) return true;
        }
        return false;
      }
      case QueryKind::kField:
        // The dear ones wait.
        switch (node.field()) {
          case QueryField::kHashtag:
          case QueryField::kMention:
          case QueryField::kLink:
          case QueryField::kHas:
            return true;
          default:
            return (node.flags() & kUnreadField) != 0 || field_holds(node, post_, work_);
        }
      case QueryKind::kNot:
        return true;
      case QueryKind::kOr: {
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          if (of(each)) return true;
        }
        return false;
      }
      case QueryKind::kAnd:
      case QueryKind::kNear:
      case QueryKind::kTogether: {
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          if (!of(each)) return false;
        }
        return true;
      }
    }
    return true;
  }

 private:
  bool may_have(PieceHash hash) const { return hash == 0 || work_.pieces.may_have(hash); }

  const HeardPost& post_;
  MatchWork& work_;
};

class Evaluator {
 public:
  Evaluator(const HeardPost& post, MatchWork& work, Unread unread)
      : post_(post), work_(work), unread_(unread) {}

  // `wished`: would its being true help the post to be found?
  bool holds(const Node& node, FoundSpans* found, bool wished) const {
    switch (node.kind()) {
      case QueryKind::kWords:
        return words(node, found);
      case QueryKind::kNear:
      case QueryKind::kTogether:
        return placed(node, found);
      case QueryKind::kField:
        if (unread_ == Unread::kAsWished && (node.flags() & kUnreadField) != 0) return wished;
        return field_holds(node, post_, work_);
      case QueryKind::kNot:
        return !holds(node.first(), nullptr, !wished);
      case QueryKind::kAnd: {
        const std::size_t titles = found == nullptr ? 0 : found->title.size();
        const std::size_t texts = found == nullptr ? 0 : found->text.size();
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          if (holds(each, found, wished)) continue;
          if (found != nullptr) {  // what stood so far is beside the point
            found->title.resize(titles);
            found->text.resize(texts);
          }
          return false;
        }
        return true;
      }
      case QueryKind::kOr: {
        bool any = false;
        Node each = node.first();
        for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
          any = holds(each, found, wished) || any;
          if (any && found == nullptr) return true;
        }
        return any;
      }
    }
    return false;
  }

 private:
  // The pieces say what is not worth a look.
  bool may_stand(const Node& node) const { return Possibility(post_, work_).of(node); }

  bool words(const Node& node, FoundSpans* found) const {
    if (!may_stand(node)) return false;
    const PatternView pattern(node);
    bool any = false;
    const auto in = [&](Section section, std::string_view text, const Spoken& heard,
                        std::vector<Span>* spans) {
      if (node.section() != Section::kAnywhere && node.section() != section) return;
      std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // each is told once
      pattern.find(text, heard, [&](std::uint32_t first, std::uint32_t last, Span span) {
        any = true;
        if (spans == nullptr) return true;
        const std::pair place(first, last);
        if (std::find(places.begin(), places.end(), place) == places.end()) {
          places.push_back(place);
          spans->push_back(span);
        }
        return false;
      });
    };
    in(Section::kTitle, post_.title, work_.title, found == nullptr ? nullptr : &found->title);
    if (any && found == nullptr) return true;
    in(Section::kText, post_.text, work_.text, found == nullptr ? nullptr : &found->text);
    return any;
  }

  bool placed(const Node& node, FoundSpans* found) const {
    if (!may_stand(node)) return false;
    const auto in_title = occurrences_of(node, Section::kTitle);
    const auto in_text = occurrences_of(node, Section::kText);
    if (found != nullptr) {
      for (const Occurrence& each : in_title) {
        found->title.insert(found->title.end(), each.spans.begin(), each.spans.end());
      }
      for (const Occurrence& each : in_text) {
        found->text.insert(found->text.end(), each.spans.begin(), each.spans.end());
      }
    }
    return !in_title.empty() || !in_text.empty();
  }

  std::vector<Occurrence> occurrences_of(const Node& node, Section section) const {
    const bool title = section == Section::kTitle;
    const Spoken& heard = title ? work_.title : work_.text;
    if (heard.words.empty() || !may_stand(node)) return {};
    if (node.kind() == QueryKind::kWords) {
      if (node.section() != Section::kAnywhere && node.section() != section) return {};
      std::vector<Occurrence> all;
      PatternView(node).find(title ? post_.title : post_.text, heard,
                             [&all](std::uint32_t first, std::uint32_t last, Span span) {
                               for (const Occurrence& each : all) {
                                 if (each.first == first && each.last == last) return false;
                               }
                               all.push_back({first, last, {span}});
                               return false;
                             });
      return all.size() < 2 ? all : in_order(all);
    }
    std::vector<std::vector<Occurrence>> parts;
    parts.reserve(node.parts());
    Node each = node.first();
    for (Word i = 0; i < node.parts(); ++i, each = each.next()) {
      parts.push_back(occurrences_of(each, section));
      if (parts.back().empty() && node.kind() != QueryKind::kOr) return {};
    }
    if (node.kind() == QueryKind::kOr) return either_of(parts);
    if (node.kind() == QueryKind::kTogether) return together_of(parts, node.steps()[0]);
    std::vector<NearStep> steps;
    for (Word i = 0; i + 1 < node.parts(); ++i) steps.push_back(step_of(node.steps()[i]));
    return near_of(parts, steps);
  }

  const HeardPost& post_;
  MatchWork& work_;
  Unread unread_;
};

}  // namespace

PackedQuery::PackedQuery(const QueryTree& query) : needs_(QueryNeeds::of(query)) {
  Packer packer;
  packer.pack(query);
  size_ = static_cast<std::uint32_t>(packer.out().size());
  nodes_ = std::make_unique<std::uint32_t[]>(size_);
  std::copy(packer.out().begin(), packer.out().end(), nodes_.get());
}

std::optional<std::vector<Anchor>> PackedQuery::anchors(const PieceCosts& costs) const {
  auto choice = AnchorChooser(costs).choose(Node(nodes_.get()));
  if (!choice) return std::nullopt;
  std::vector<Anchor>& all = choice->anchors;
  // The same piece twice, with unlike seconds, needs neither.
  std::sort(all.begin(), all.end(),
            [](const Anchor& a, const Anchor& b) { return a.hash < b.hash; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && all[kept - 1].hash == all[i].hash) {
      if (all[kept - 1].second != all[i].second) all[kept - 1].second = 0;
      all[kept - 1].wish |= all[i].wish;
    } else {
      all[kept++] = all[i];
    }
  }
  all.resize(kept);
  return std::move(all);
}

bool PackedQuery::possible(const HeardPost& post, MatchWork& work) const {
  return Possibility(post, work).of(Node(nodes_.get()));
}

bool PackedQuery::holds(const HeardPost& post, MatchWork& work, Unread unread,
                        FoundSpans* found) const {
  work.cut_words(post);
  return Evaluator(post, work, unread).holds(Node(nodes_.get()), found, true);
}

void set_apart(FoundSpans& found) {
  for (std::vector<Span>* spans : {&found.title, &found.text}) {
    if (spans->size() < 2) continue;
    std::sort(spans->begin(), spans->end(), [](const Span& a, const Span& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < spans->size(); ++i) {
      Span& last = (*spans)[kept];
      const Span each = (*spans)[i];
      if (each.begin < last.end) {
        last.end = std::max(last.end, each.end);
      } else {
        (*spans)[++kept] = each;
      }
    }
    spans->resize(kept + 1);
  }
}

}  // namespace rapport
