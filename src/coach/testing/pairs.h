// The labelled pairs of tests/coach/pairs; guideline.md there tells their form.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coach/exchange.h"
#include "coach/review.h"

namespace rapport::coach {

using Label = std::pair<Rule, Severity>;

// A situation and one of its drafts, with what is to be found in it. Owns its texts.
struct LabelledPair {
  std::string situation;
  std::string file;  // its name without ".txt": whose hand wrote it
  std::string name, handle, network, post, draft;
  std::vector<std::pair<std::string, bool>> thread;  // text, ours
  std::vector<std::vector<std::string>> articles;    // URL, title, text
  std::vector<std::vector<std::string>> sent;        // question, reply
  std::vector<std::string> avoid, own;
  EmojiUse emoji = EmojiUse::kMany;
  std::vector<std::string> love, may_promise;
  Warmth warmth = Warmth::kEven;
  Formality formality = Formality::kEven;
  Humour humour = Humour::kSome;
  std::string signature;
  std::size_t limit = 0;
  bool picture_without_description = false;
  std::vector<Label> labels;
  bool held = false;  // from a file whose name begins with "held"

  // Views into this pair.
  Exchange exchange() const;
};

// Rules are made on development alone. What is held out was written by somebody who had not seen
// the rules, and is run once they stand.
enum class Split { kDevelopment, kHeldOut };

Split split_of(const LabelledPair& pair);

// All pairs of the folder's files, in the order of their names. Throws std::runtime_error with
// file and line where something cannot be understood.
std::vector<LabelledPair> load_pairs(const std::string& folder);

}  // namespace rapport::coach
