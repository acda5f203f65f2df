#include "listen/packed/pack.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "listen/asked_pieces.h"
#include "listen/needs.h"
#include "listen/pattern.h"

namespace rapport::packed {
namespace {

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

  std::vector<Word> take() { return std::move(out_); }

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

}  // namespace

std::vector<Word> pack(const QueryTree& query) {
  Packer packer;
  packer.pack(query);
  return packer.take();
}

}  // namespace rapport::packed
