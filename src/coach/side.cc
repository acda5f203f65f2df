#include "coach/side.h"

#include <algorithm>

#include "coach/concepts.h"
#include "text/topics/stop_words.h"

namespace rapport::coach {
namespace {

// What every reply says, whatever it is about.
bool is_empty_word(std::string_view normal) {
  static constexpr std::string_view kEmpty[] = {
      "hi",    "hello", "hey",    "dear",    "thanks", "thank", "please", "sorry", "yes",
      "no",    "not",   "ok",     "okay",    "hallo",  "danke", "bitte",  "merci", "bonjour",
      "hola",  "ciao",  "grazie", "gracias", "also",   "just",  "really", "still", "again",
      "get",   "got",   "can",    "will",    "would",  "could", "should", "one",   "two",
      "know",  "like",  "need",   "want",    "good",   "great", "today",  "now",   "here",
      "there", "make",  "made",   "going",   "let",    "us",    "it's",   "i'm",   "don't"};
  return std::find(std::begin(kEmpty), std::end(kEmpty), normal) != std::end(kEmpty);
}

bool is_word(TokenKind kind) {
  return kind != TokenKind::kPunctuation && kind != TokenKind::kEmoji &&
         kind != TokenKind::kEmoticon;
}

}  // namespace

std::uint32_t beginning_of_word(std::string_view normal) {
  std::uint32_t beginning = 0;
  for (const char c : normal.substr(0, 3)) {
    beginning = beginning << 8U | static_cast<unsigned char>(c);
  }
  return beginning;
}

std::uint32_t hash_of_word(std::string_view normal) {
  std::uint32_t hash = 2166136261U;
  for (const char c : normal) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

void cut_side(std::string_view text, Side& out) {
  out.text = text;
  out.words.clear();
  out.sentences.clear();
  out.emoji.clear();
  cut_tokens(text, out.tokens);
  const auto& list = out.tokens.list;
  std::size_t next_start = 0;
  bool behind_semicolon = false;
  bool behind_emoji = false;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const TextToken& token = list[i];
    const bool begins = out.sentences.empty() || (next_start < out.tokens.sentences.size() &&
                                                  out.tokens.sentences[next_start] == i);
    if (next_start < out.tokens.sentences.size() && out.tokens.sentences[next_start] == i) {
      ++next_start;
    }
    // "Thank you 😊 Jonas took them": an emoji often stands for a full stop.
    const bool capital = text[token.span.begin] >= 'A' && text[token.span.begin] <= 'Z';
    if (begins || behind_semicolon || (behind_emoji && capital)) {
      behind_semicolon = false;
      out.sentences.push_back({token.span, out.words.size(), out.words.size(), false});
    }
    Sentence& sentence = out.sentences.back();
    sentence.span.end = token.span.end;
    const std::string_view normal = out.tokens.normal_of(token);
    if (token.kind == TokenKind::kEmoji || token.kind == TokenKind::kEmoticon) {
      out.emoji.push_back(token.span);
      behind_emoji = true;
      continue;
    }
    behind_emoji = false;
    if (!is_word(token.kind)) {
      if (normal.find('?') != normal.npos) sentence.asks = true;
      behind_semicolon = normal == ";";
      continue;
    }
    const bool content = (token.kind == TokenKind::kWord || token.kind == TokenKind::kHashtag) &&
                         normal.size() >= 3 && !is_stop_word(normal) && !is_empty_word(normal);
    Word word{token.span, normal, static_cast<std::uint32_t>(out.sentences.size() - 1), token.kind};
    word.content = content;
    word.beginning = beginning_of_word(normal);
    word.hash = hash_of_word(normal);
    if (content) word.meaning = concept_of(normal);
    out.words.push_back(word);
    sentence.last_word = out.words.size();
  }
}

bool same_stem(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 3) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  // "lid", "lids"; "crash", "crashes"; "cancel", "cancelled"; "delivery", "delivered".
  if (same == a.size()) return b.size() - a.size() <= (a.size() <= 3 ? 1 : 4);
  return same >= 5 && a.size() - same <= 3 && b.size() - same <= 4;
}

bool same_matter(const Word& a, const Word& b) {
  if (a.meaning != 0 && a.meaning == b.meaning) return true;
  return a.beginning == b.beginning && same_stem(a.normal, b.normal);
}

std::size_t shared_words(const Side& a, std::size_t begin, std::size_t end, const Side& b,
                         std::size_t b_begin, std::size_t b_end) {
  std::size_t shared = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!a.words[i].content) continue;
    bool before = false;
    for (std::size_t j = begin; j < i && !before; ++j) {
      before = a.words[j].content && same_matter(a.words[j], a.words[i]);
    }
    if (before) continue;
    for (std::size_t j = b_begin; j < b_end; ++j) {
      if (b.words[j].content && same_matter(a.words[i], b.words[j])) {
        ++shared;
        break;
      }
    }
  }
  return shared;
}

}  // namespace rapport::coach
