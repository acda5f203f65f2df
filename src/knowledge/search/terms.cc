#include "knowledge/search/terms.h"

#include <libstemmer.h>

#include <utility>

#include "text/characters/characters.h"
#include "text/normalise/normalise.h"
#include "text/reading/features.h"
#include "text/topics/stop_words.h"

namespace rapport {
namespace {

constexpr std::size_t kShortest = 3;  // characters of a piece
constexpr std::size_t kLongest = 5;

struct StemmerFree {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// "pt-BR" is "pt".
std::string primary_of(std::string_view language) {
  return std::string(language.substr(0, language.find_first_of("-_")));
}

}  // namespace

struct TermCutter::Work {
  std::unique_ptr<sb_stemmer, StemmerFree> stemmer;
  Tokens tokens;
  std::string joined;               // the words that are not small, a space around each
  std::vector<std::size_t> begins;  // of the characters in `joined`
  std::string both;                 // a word and the next

  // Good until it is asked again.
  std::string_view stem_of(std::string_view word) const {
    if (!stemmer) return word;
    const auto* stem =
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    if (stem == nullptr) return word;
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
  }
};

TermCutter::TermCutter(std::string_view language) : work_(std::make_unique<Work>()) {
  const std::string primary = primary_of(language);
  work_->stemmer.reset(sb_stemmer_new(primary.empty() ? "en" : primary.c_str(), "UTF_8"));
}

TermCutter::~TermCutter() = default;
TermCutter::TermCutter(TermCutter&&) noexcept = default;
TermCutter& TermCutter::operator=(TermCutter&&) noexcept = default;

void TermCutter::cut(std::string_view text, SearchTerms& out) { cut(text, out, nullptr); }

void TermCutter::cut_post(std::string_view text, SearchTerms& out) { cut(text, out, &out.joined); }

void TermCutter::cut(std::string_view text, SearchTerms& out, std::vector<std::uint64_t>* joined) {
  Work& work = *work_;
  cut_tokens(text, work.tokens);
  work.joined.assign(1, ' ');
  bool first = true;
  std::size_t sentence = 0;  // the next one
  for (std::size_t at = 0; at < work.tokens.list.size(); ++at) {
    const TextToken& token = work.tokens.list[at];
    if (sentence < work.tokens.sentences.size() && work.tokens.sentences[sentence] <= at) {
      ++sentence;
      first = true;
    }
    std::string_view word = work.tokens.normal_of(token);
    if (token.kind == TokenKind::kHashtag && word.starts_with('#')) {
      word.remove_prefix(1);
    } else if (token.kind == TokenKind::kNumber) {
      word = text.substr(token.span.begin, token.span.end - token.span.begin);
    } else if (token.kind != TokenKind::kWord && token.kind != TokenKind::kDense) {
      continue;
    }
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (word.empty()) continue;
    SearchTerm term;
    term.span = token.span;
    term.small = is_stop_word(word);
    term.first = std::exchange(first, false);
    // The normal form is in small letters.
    term.capital =
        token.kind == TokenKind::kWord &&
        decode(text, token.span.begin).point != decode(work.tokens.normal_of(token), 0).point;
    // Accents come and go in what people type.
    term.key = hash_of(normal_form(token.kind == TokenKind::kDense ? word : work.stem_of(word)));
    if (joined != nullptr) {
      if (!out.words.empty()) {
        work.both += word;
        joined->push_back(hash_of(normal_form(work.stem_of(work.both))));
      }
      work.both = word;
    }
    out.words.push_back(term);
    if (!term.small) {
      append_normal_form(word, work.joined);
      work.joined += ' ';
    }
  }
  work.begins.clear();
  for (std::size_t at = 0; at < work.joined.size();) {
    work.begins.push_back(at);
    at += decode(work.joined, at).size;
  }
  work.begins.push_back(work.joined.size());
  const std::size_t characters = work.begins.size() - 1;
  for (std::size_t size = kShortest; size <= kLongest; ++size) {
    for (std::size_t at = 0; at + size <= characters; ++at) {
      out.pieces.push_back(
          hash_of(std::string_view(work.joined)
                      .substr(work.begins[at], work.begins[at + size] - work.begins[at])));
    }
  }
}

}  // namespace rapport
