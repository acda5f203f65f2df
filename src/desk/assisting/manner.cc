#include "desk/assisting/manner.h"

#include <algorithm>
#include <string_view>

namespace rapport {
namespace {

constexpr std::size_t kMostWords = 40;  // of each list
constexpr std::size_t kLongest = 250;   // bytes of words in a sentence

void list(std::string_view begin, const std::vector<std::string>& words,
          std::vector<std::string>& out) {
  std::string said;
  const auto finish = [&] {
    if (!said.empty()) out.push_back(std::string(begin) + said + '.');
    said.clear();
  };
  for (std::size_t i = 0; i < std::min(words.size(), kMostWords); ++i) {
    if (said.size() + words[i].size() > kLongest) finish();
    said += (said.empty() ? "" : ", ") + words[i];
  }
  finish();
}

}  // namespace

std::vector<std::string> manner_of(const BrandVoice& voice) {
  std::vector<std::string> out;
  if (voice.warmth == Warmth::kBrisk) out.push_back("Be brisk: leave out what says little.");
  if (voice.warmth == Warmth::kWarm) out.push_back("Be warm: greet them and add a kind word.");
  if (voice.formality == Formality::kCasual) {
    out.push_back("Write as one speaks, with first names and the familiar form of address.");
  }
  if (voice.formality == Formality::kFormal) {
    out.push_back("Write formally, without slang and with the polite form of address.");
  }
  if (voice.emoji == EmojiUse::kNone) out.push_back("Use no emoji.");
  if (voice.emoji == EmojiUse::kFew) out.push_back("Use two emoji at most.");
  if (voice.humour == Humour::kNone) out.push_back("Make no jokes.");
  list("Never use these words: ", voice.avoid, out);
  list("Words we like, where they fit: ", voice.love, out);
  list("Names of ours, to be spelled like this: ", voice.names, out);
  return out;
}

}  // namespace rapport
