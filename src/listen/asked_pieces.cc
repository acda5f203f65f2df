#include "listen/asked_pieces.h"

#include <algorithm>
#include <optional>
#include <string>

#include "listen/address.h"
#include "listen/pattern.h"
#include "text/characters/characters.h"

namespace rapport {
namespace {

constexpr unsigned kInWord = kLetterClass | kMarkClass | kNumberClass;
constexpr unsigned kDrawn = kPictographicClass | kEmojiClass | kTextEmojiClass | kRegionClass;

bool is_wild(const Letter& letter) {
  return letter.plain == kAnyLetters || letter.plain == kOneLetter;
}

bool is_drawn(char32_t point) { return CharacterTable::get().is(point, kDrawn); }
bool is_dense(char32_t point) {
  const unsigned its = CharacterTable::get().of(point);
  return (its & kInWord) != 0 && (its & kUnspacedClass) != 0;
}

// Whole pieces, and the beginnings of such that go on with a wildcard. What follows a wildcard may
// be the end of a longer piece and says nothing.
void add_pieces(const Letter* at, const Letter* end, PieceSalt salt, std::uint32_t wish,
                AskedWay& out) {
  bool known_begin = true;
  std::string bytes;
  while (at != end) {
    if (is_wild(*at)) {
      known_begin = false;
      ++at;
      continue;
    }
    if (!is_piece_letter(at->plain)) {
      known_begin = true;
      ++at;
      continue;
    }
    bytes.clear();
    while (at != end && !is_wild(*at) && is_piece_letter(at->plain)) {
      append_utf8_of((at++)->plain, bytes);
    }
    if (!known_begin) continue;
    if (at == end || !is_wild(*at)) {
      const auto size = static_cast<std::uint8_t>(std::min<std::size_t>(bytes.size(), 255));
      out.push_back({salted(piece_hash(bytes), salt), wish, size});
    } else if (salt == PieceSalt::kSaid) {
      for (std::size_t i = kPrefixSizes.size(); i-- > 0;) {
        const std::size_t size = kPrefixSizes[i];
        if (bytes.size() < size) continue;
        const PieceHash hash =
            prefix_hash(piece_hash(std::string_view(bytes).substr(0, size)), size);
        out.push_back({hash, wish | 1U << i, static_cast<std::uint8_t>(size)});
        break;
      }
    }
  }
}

void add_text(std::string_view text, Wildcards wildcards, PieceSalt salt, std::uint32_t wish,
              AskedWay& out) {
  std::vector<Letter> letters;
  append_letters(text, wildcards, letters);
  add_pieces(letters.data(), letters.data() + letters.size(), salt, wish, out);
}

// Of an address the host: its path is compared by other rules.
AskedWay of_address(std::string_view address, PieceSalt salt, std::uint32_t wish) {
  AskedWay out;
  if (address.find('*') != address.npos) return out;
  add_text(host_of(address), Wildcards::kPlain, salt, wish, out);
  return out;
}

bool has_wildcards(const Letter* at, const Letter* end) { return std::any_of(at, end, is_wild); }

bool is_in_name(const Spoken& spoken, std::size_t word) {
  return std::any_of(spoken.names.begin(), spoken.names.end(), [word](const SpokenName& each) {
    return each.first <= word && word <= each.last;
  });
}

// The words of a pattern, side by side.
AskedWay of_words(const Spoken& spoken) {
  AskedWay out;
  const Letter* letters = spoken.letters.data();
  PieceHash dense_before = 0;
  for (std::size_t i = 0; i < spoken.words.size(); ++i) {
    const SpokenWord& each = spoken.words[i];
    const Letter* begin = letters + each.begin;
    const Letter* end = letters + each.end;
    PieceHash dense = 0;
    switch (each.kind) {
      case SpokenKind::kWord:
        // In a name it is the name's letters that are compared.
        if (!is_in_name(spoken, i)) add_pieces(begin, end, PieceSalt::kSaid, 0, out);
        break;
      case SpokenKind::kDense:
        if (begin == end || has_wildcards(begin, end)) break;
        if (end - begin > 1 && is_in_name(spoken, i)) break;
        dense = dense_hash(begin, end);
        out.push_back({dense, 0, 1});
        if (dense_before != 0 && each.joint == Joint::kTouching) {
          out.push_back({dense_pair(dense_before, dense), 0, 4});
        }
        break;
      case SpokenKind::kEmoji:
        if (begin != end && begin->plain >= 0x80 && is_drawn(begin->plain)) {
          out.push_back({drawn_hash(begin->plain), 0, 4});
        }
        break;
      case SpokenKind::kLink:
        break;
    }
    dense_before = dense;
  }
  for (const SpokenName& each : spoken.names) {
    add_pieces(letters + each.begin, letters + each.end, PieceSalt::kSaid, 0, out);
  }
  return out;
}

// A name that is called like all of a term.
std::optional<AskedWay> of_whole(const WordPattern& pattern) {
  const std::vector<Letter>& whole = pattern.whole();
  if (whole.empty()) return std::nullopt;
  // No name holds an emoji.
  for (const Letter& each : whole) {
    if (!is_wild(each) && each.plain >= 0x80 && is_drawn(each.plain) &&
        !CharacterTable::get().is(each.plain, kInWord)) {
      return std::nullopt;
    }
  }
  AskedWay way;
  add_pieces(whole.data(), whole.data() + whole.size(), PieceSalt::kSaid, 0, way);
  if (!way.empty()) return way;
  const Spoken& spoken = pattern.spoken();
  const auto is_one_letter = [](const SpokenWord& each) {
    return each.kind == SpokenKind::kDense && each.end - each.begin == 1;
  };
  // Such a name holds the same characters in the same order.
  if (whole.size() == spoken.words.size() &&
      std::all_of(spoken.words.begin(), spoken.words.end(), is_one_letter)) {
    return std::nullopt;
  }
  for (const Letter& each : whole) {
    if (is_dense(each.plain)) way.push_back({dense_hash(&each, &each + 1), 0, 1});
  }
  return way;
}

std::vector<AskedWay> of_pattern(const QueryTree& leaf) {
  const WordPattern pattern(leaf.text, leaf.style);
  std::vector<AskedWay> ways;
  if (pattern.empty()) return ways;
  const Spoken& spoken = pattern.spoken();
  const auto add = [&ways](AskedWay way) {
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(std::move(way));
  };
  const bool has_link =
      std::any_of(spoken.words.begin(), spoken.words.end(),
                  [](const SpokenWord& each) { return each.kind == SpokenKind::kLink; });
  if (!spoken.words.empty() && !has_link) add(of_words(spoken));
  if (!pattern.address().empty()) add(of_address(pattern.address(), PieceSalt::kSaid, 0));
  if (auto whole = of_whole(pattern)) add(std::move(*whole));
  return ways;
}

}  // namespace

std::vector<AskedWay> asked_pieces(const QueryTree& leaf) {
  if (leaf.kind == QueryKind::kWords) return of_pattern(leaf);
  AskedWay way;
  switch (leaf.field) {
    case QueryField::kAuthor:
      add_text(leaf.text, Wildcards::kSpecial, PieceSalt::kAuthor, kWishAuthor, way);
      break;
    case QueryField::kReplyTo:
      add_text(leaf.text, Wildcards::kSpecial, PieceSalt::kReply, kWishReply, way);
      break;
    case QueryField::kSite:
    case QueryField::kUrl:
      way = of_address(leaf.text, PieceSalt::kPlace, kWishPlace);
      break;
    case QueryField::kLink:
      way = of_address(leaf.text, PieceSalt::kSaid, kWishLists);
      break;
    case QueryField::kHashtag:
    case QueryField::kMention:
      add_text(leaf.text, Wildcards::kSpecial, PieceSalt::kSaid, kWishLists, way);
      break;
    default:
      break;
  }
  return {way};
}

}  // namespace rapport
