#include "coach/rules/answer_signs.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "coach/facts.h"
#include "coach/phrases.h"
#include "coach/rules/answer_kinds.h"
#include "coach/sign_table.h"
#include "coach/speech.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// At the beginning of what tells: it speaks of what was just asked.
const Phrases& pointing_back() {
  static const Phrases kPhrases = {
      {"en",
       {"it|it's|its|that|that's|they|they're|those|these|this|he|she|he's|she's|there|there's|"
        "both|none|neither|all|one|some|only|depends|mine|ours|nothing|nobody|because|so|if"}}};
  return kPhrases;
}

// What one is told to do, at the beginning.
const Phrases& instructions() {
  static const Phrases kPhrases = {
      {"en",
       {"try|tap|go|bring|open|press|pick|choose|take|use|look|ask|put|turn|set|run|check|come|"
        "hold|"
        "keep|leave|add|click|switch|remove|send|show|tell|wait|let|start|stop|swap|type|unplug|"
        "pull|push|find|follow|give|make|sign|log|scan|save|select|enter|restart|update|reset",
        "please|just try|tap|go|bring|open|press|pick|choose|take|use|look|ask|put|turn|set|check|"
        "come|keep|leave",
        "you can|could|may|might|need|just|don't|won't|should|must", "if you"}}};
  return kPhrases;
}

const Phrases& to_them() {
  static const Phrases kPhrases = {{"en", {"you|your|you're|you'll|you've|yours|you'd"}}};
  return kPhrases;
}

const Phrases& of_us() {
  static const Phrases kPhrases = {{"en",
                                    {"our|ours",
                                     "we strive|aim|offer|take|value|pride|believe|understand|"
                                     "appreciate|care|love|try|want|always|are|work|know"}}};
  return kPhrases;
}

const Phrases& of_all() {
  static const Phrases kPhrases = {
      {"en",
       {"all|every|always|everything|everyone|any|many|various|range|variety|quality|products|"
        "services|service|customers|guests|experience|excellence|passion|community|standards|"
        "subject|depend|depends|vary|varies|may|circumstances|policy|terms|conditions|"
        "accordance|procedures|best|finest|natural|ultimate|team"}}};
  return kPhrases;
}

// Somebody did something about it, or it was so.
const Phrases& did_something() {
  static const Phrases kPhrases = {
      {"en",
       {"i've|we've|i|we've have|had|asked|put|moved|sent|checked|found|looked",
        "was|were|went|got|broke|came|changed|moved|closed|stopped|started|has|had|left"}}};
  return kPhrases;
}

const Phrases& asks_theirs() {
  static const Phrases kPhrases = {
      {"en", {"which|what|where|when|how|who|whose|your|yours|did|does|is|was"}}};
  return kPhrases;
}

const Phrases& for_them() {
  static const Phrases kPhrases = {{"en", {"i|my|me|i'm|i've|i'd|we|our|us|mine|im|ive"}}};
  return kPhrases;
}

const Phrases& of_you() {
  static const Phrases kPhrases = {{"en", {"you|your|you're|u|ur|you've|y'all"}}};
  return kPhrases;
}

const Phrases& asked_negated() {
  static const Phrases kPhrases = {
      {"en",
       {"can't|couldn't|isn't|aren't|don't|doesn't|didn't|won't|wouldn't|shouldn't|hasn't|haven't|"
        "wasn't|weren't|not|nobody|no"}}};
  return kPhrases;
}

const Phrases& how_words() {
  static const Phrases kPhrases = {{"en", {"how do|can|to|does|should|would|did|is|are|am|could"}}};
  return kPhrases;
}

// Here, or as soon as we know: it is on its way.
const Phrases& on_its_way() {
  static const Phrases kPhrases = {{"en",
                                    {"here|back|know|hear|asked|asking|checking|finding|find",
                                     "let you know", "don't|not know|sure|certain"}}};
  return kPhrases;
}

const Phrases& alternatives() {
  static const Phrases kPhrases = {{"en", {"or"}}};
  return kPhrases;
}

const Phrases& modals() {
  static const Phrases kPhrases = {{"en", {"can|could|would|will you|we|your|the|someone"}}};
  return kPhrases;
}

float cap(std::size_t count, std::size_t most) {
  return static_cast<float>(std::min(count, most)) / static_cast<float>(most);
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The first word behind a greeting or a name: "Hi Maya, it is", "Maya, no"; not of "Yes, Maya".
std::size_t behind_address(const View& view, const Sentence& its) {
  const Side& draft = view.draft;
  const std::size_t most = std::min(its.first_word + 4, its.last_word);
  std::size_t first = its.first_word;
  for (std::size_t at = first; at < most; ++at) {
    const Word& word = draft.words[at];
    if (at == first && plain_answers().in_words(draft, at, at + 1)) break;
    if (word.content && draft.of(word) != view.first_name && word.kind != TokenKind::kMention) {
      break;
    }
    if (draft.text.substr(word.span.end).starts_with(',')) first = at + 1;
  }
  return first;
}

}  // namespace

namespace {

using Named = std::pair<AnswerSign, std::string_view>;

constexpr auto kNames = std::to_array<Named>({
    {AnswerSign::kTicked, "ticked"},
    {AnswerSign::kWantsTime, "wants time"},
    {AnswerSign::kWantsAmount, "wants amount"},
    {AnswerSign::kWantsPlace, "wants place"},
    {AnswerSign::kWantsReason, "wants reason"},
    {AnswerSign::kWantsAnything, "wants anything"},
    {AnswerSign::kWantsHow, "wants how"},
    {AnswerSign::kTimeFits, "time fits"},
    {AnswerSign::kAmountFits, "amount fits"},
    {AnswerSign::kPlaceFits, "place fits"},
    {AnswerSign::kReasonFits, "reason fits"},
    {AnswerSign::kYesOrNoFits, "yes or no fits"},
    {AnswerSign::kPlainAnswer, "plain answer"},
    {AnswerSign::kPlainAnswerOpen, "plain to open"},
    {AnswerSign::kSaysNot, "says not"},
    {AnswerSign::kChooses, "chooses"},
    {AnswerSign::kAttends, "attends"},
    {AnswerSign::kAttendsHere, "attends here"},
    {AnswerSign::kSaysNothing, "says nothing"},
    {AnswerSign::kSaysWords, "says words"},
    {AnswerSign::kSaysShort, "says short"},
    {AnswerSign::kTellsNew, "tells new"},
    {AnswerSign::kSharesOne, "shares one"},
    {AnswerSign::kSharesTwo, "shares two"},
    {AnswerSign::kShareOf, "share of"},
    {AnswerSign::kSharesOutside, "shares outside"},
    {AnswerSign::kSharesPost, "shares post"},
    {AnswerSign::kNumbers, "numbers"},
    {AnswerSign::kNames, "names"},
    {AnswerSign::kPointsBack, "points back"},
    {AnswerSign::kInstructs, "instructs"},
    {AnswerSign::kSpeaksToThem, "to them"},
    {AnswerSign::kSpeaksOfUs, "of us"},
    {AnswerSign::kSpeaksOfAll, "of all"},
    {AnswerSign::kDidSomething, "did something"},
    {AnswerSign::kBecause, "because"},
    {AnswerSign::kAsksBack, "asks back"},
    {AnswerSign::kAsksOnly, "asks only"},
    {AnswerSign::kAsksTheirs, "asks theirs"},
    {AnswerSign::kSends, "sends"},
    {AnswerSign::kSendsOnly, "sends only"},
    {AnswerSign::kArgues, "argues"},
    {AnswerSign::kSells, "sells"},
    {AnswerSign::kBoiler, "boiler"},
    {AnswerSign::kSorry, "sorry"},
    {AnswerSign::kOffice, "office"},
    {AnswerSign::kThanks, "thanks"},
    {AnswerSign::kExclaims, "exclaims"},
    {AnswerSign::kEmoji, "emoji"},
    {AnswerSign::kShort, "short"},
    {AnswerSign::kLong, "long"},
    {AnswerSign::kUpset, "upset"},
    {AnswerSign::kUpsetWhy, "upset why"},
    {AnswerSign::kMark, "mark"},
    {AnswerSign::kAsksForThem, "asks for them"},
    {AnswerSign::kAsksOfUs, "asks of us"},
    {AnswerSign::kAsksNegated, "asks negated"},
    {AnswerSign::kLastSaid, "last said"},
    {AnswerSign::kAskedShort, "asked short"},
    {AnswerSign::kOneOfSeveral, "one of several"},
    {AnswerSign::kOneOfMany, "one of many"},
    {AnswerSign::kFewClauses, "few clauses"},
    {AnswerSign::kOwnWords, "own words"},
    {AnswerSign::kOtherWords, "other words"},
    {AnswerSign::kAll, "all"},
    {AnswerSign::kHype, "hype"},
    {AnswerSign::kLink, "link"},
    {AnswerSign::kClausesPerQuestion, "clauses per question"},
    {AnswerSign::kOr, "or"},
    {AnswerSign::kModal, "modal"},
    {AnswerSign::kSharesAndFits, "shares and fits"},
    {AnswerSign::kSharesAndNew, "shares and new"},
});
static_assert(kNames.size() == kAnswerSigns);

}  // namespace

std::string_view name_of(AnswerSign sign) {
  const auto named = std::find_if(kNames.begin(), kNames.end(),
                                  [sign](const Named& one) { return one.first == sign; });
  return named == kNames.end() ? std::string_view() : named->second;
}

namespace {

float& sign_of(AnswerSigns& signs, AnswerSign sign) {
  return signs[static_cast<std::size_t>(sign)];
}

}  // namespace

SignReader::SignReader(const View& view, const std::vector<PostPart>& parts,
                       const std::vector<std::size_t>& questions,
                       const std::vector<Clause>& clauses)
    : view_(view), parts_(parts), questions_(questions), clauses_(clauses) {
  read_draft();
}

void SignReader::read_draft() {
  const Side& draft = view_.draft;
  AnswerSigns& out = draft_;
  const auto set = [&out](AnswerSign sign, bool holds) {
    if (holds) sign_of(out, sign) = 1;
  };
  std::size_t told = 0;
  std::size_t told_words = 0;
  std::size_t fresh = 0;
  std::size_t numbers = 0;
  std::size_t names = 0;
  std::size_t office = 0;
  std::size_t boiler = 0;
  std::size_t general = 0;
  std::size_t asked = 0;
  std::size_t sent = 0;
  for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
    const Sentence& its = draft.sentences[i];
    const Speech speech = view_.speech[i];
    const auto has = [&](const Phrases& words) { return words.in_sentence(draft, i); };
    office += has(office_phrases()) ? 1 : 0;
    general += has(of_all()) ? 1 : 0;
    set(AnswerSign::kSpeaksOfUs, has(of_us()));
    switch (speech) {
      case Speech::kAttends:
        set(AnswerSign::kAttends, true);
        set(AnswerSign::kAttendsHere, has(on_its_way()));
        break;
      case Speech::kAsks:
        ++asked;
        set(AnswerSign::kAsksTheirs, has(asks_theirs()));
        break;
      case Speech::kSends:
        ++sent;
        break;
      case Speech::kArgues:
        set(AnswerSign::kArgues, true);
        break;
      case Speech::kSells:
        set(AnswerSign::kSells, true);
        break;
      case Speech::kBoiler:
        ++boiler;
        break;
      case Speech::kSorry:
        set(AnswerSign::kSorry, true);
        break;
      case Speech::kSays:
        break;
    }
    if (!tells(speech)) continue;
    ++told;
    const std::size_t first = behind_address(view_, its);
    const auto begins = [&](const Phrases& words) {
      return first < its.last_word && words.in_words(draft, first, first + 1);
    };
    set(AnswerSign::kPlainAnswer, begins(plain_answers()));
    set(AnswerSign::kPointsBack, begins(pointing_back()));
    set(AnswerSign::kInstructs, begins(instructions()));
    set(AnswerSign::kSaysNot, has(negations()));
    set(AnswerSign::kSpeaksToThem, has(to_them()));
    set(AnswerSign::kDidSomething, has(did_something()));
    set(AnswerSign::kBecause, has(plain_reasons()));
    set(AnswerSign::kAll, has(answers_all()));
    for (std::size_t at = its.first_word; at < its.last_word; ++at) {
      const Word& word = draft.words[at];
      numbers += word.normal.find('0') != word.normal.npos ? 1 : 0;
      names += at > first && is_capital(draft.text[word.span.begin]) && word.normal != "i" &&
                       draft.of(word) != view_.first_name
                   ? 1
                   : 0;
      if (!word.content || draft.of(word) == view_.first_name) continue;
      ++told_words;
      fresh += std::none_of(view_.post.words.begin(), view_.post.words.end(),
                            [&word](const Word& theirs) {
                              return theirs.content && same_matter(theirs, word);
                            })
                   ? 1
                   : 0;
    }
  }
  set(AnswerSign::kSaysNothing, told == 0);
  set(AnswerSign::kSaysShort, told > 0 && told_words <= 1);
  sign_of(out, AnswerSign::kSaysWords) = cap(told_words, 10);
  sign_of(out, AnswerSign::kTellsNew) = cap(fresh, 6);
  sign_of(out, AnswerSign::kNumbers) = cap(numbers, 2);
  sign_of(out, AnswerSign::kNames) = cap(names, 2);
  sign_of(out, AnswerSign::kOffice) = cap(office, 2);
  sign_of(out, AnswerSign::kBoiler) = cap(boiler, 2);
  sign_of(out, AnswerSign::kSpeaksOfAll) = cap(general, 2);
  set(AnswerSign::kAsksBack, asked > 0);
  set(AnswerSign::kAsksOnly, asked > 0 && told == 0);
  set(AnswerSign::kSends, sent > 0);
  set(AnswerSign::kSendsOnly, sent > 0 && told == 0);
  set(AnswerSign::kThanks, thanks_phrases().any(draft));
  set(AnswerSign::kHype, selling_phrases().any(draft));
  sign_of(out, AnswerSign::kExclaims) =
      cap(static_cast<std::size_t>(std::count(draft.text.begin(), draft.text.end(), '!')), 3);
  sign_of(out, AnswerSign::kEmoji) = cap(draft.emoji.size(), 2);
  set(AnswerSign::kShort, draft.words.size() <= 6);
  set(AnswerSign::kLong, draft.words.size() >= 25);
  set(AnswerSign::kUpset, view_.sounds_upset);
  set(AnswerSign::kLink, std::any_of(draft.words.begin(), draft.words.end(), [](const Word& word) {
        return word.kind == TokenKind::kLink;
      }));
}

AnswerSigns SignReader::read(std::size_t index, bool ticked) const {
  AnswerSigns out = draft_;
  const Side& post = view_.post;
  const Side& draft = view_.draft;
  const PostPart part = parts_[questions_[index]];
  const Sentence& sentence = post.sentences[post.words[part.begin].sentence];
  const auto set = [&out](AnswerSign sign, bool holds) {
    if (holds) sign_of(out, sign) = 1;
  };
  const auto asked = [&](const Phrases& words) {
    return words.in_words(post, part.begin, part.end);
  };
  set(AnswerSign::kTicked, ticked);
  const Wants wants = wants_of(post, part);
  set(AnswerSign::kWantsTime, wants == Wants::kTime);
  set(AnswerSign::kWantsAmount, wants == Wants::kAmount);
  set(AnswerSign::kWantsPlace, wants == Wants::kPlace);
  set(AnswerSign::kWantsReason, wants == Wants::kReason);
  set(AnswerSign::kWantsAnything, wants == Wants::kAnything);
  set(AnswerSign::kWantsHow, wants == Wants::kAnything && asked(how_words()));
  if (wants != Wants::kYesOrNo && out[static_cast<std::size_t>(AnswerSign::kPlainAnswer)] > 0) {
    sign_of(out, AnswerSign::kPlainAnswer) = 0;
    sign_of(out, AnswerSign::kPlainAnswerOpen) = 1;
  }
  std::size_t shares = 0;
  std::size_t outside = 0;
  std::size_t post_shares = 0;
  std::size_t asked_words = 0;
  for (std::size_t i = part.begin; i < part.end; ++i) asked_words += post.words[i].content ? 1 : 0;
  for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
    const Sentence& its = draft.sentences[i];
    const std::size_t same =
        shared_words(post, part.begin, part.end, draft, its.first_word, its.last_word);
    if (!tells(view_.speech[i])) {
      outside = std::max(outside, same);
      continue;
    }
    shares = std::max(shares, same);
    const bool kind = is_kind(draft, wants, its.first_word, its.last_word);
    set(AnswerSign::kSharesAndFits, same > 0 && kind);
    std::size_t content = 0;
    for (std::size_t at = its.first_word; at < its.last_word; ++at) {
      content += draft.words[at].content ? 1 : 0;
    }
    set(AnswerSign::kSharesAndNew, same > 0 && content >= same + 2);
    post_shares = std::max(
        post_shares,
        shared_words(post, 0, post.words.size(), draft, its.first_word, its.last_word) - same);
    set(AnswerSign::kChooses, chooses(view_, part, i));
    const auto fits = [&](Wants of) { return wants == of && kind; };
    set(AnswerSign::kTimeFits, fits(Wants::kTime));
    set(AnswerSign::kAmountFits, fits(Wants::kAmount));
    set(AnswerSign::kPlaceFits, fits(Wants::kPlace));
    set(AnswerSign::kReasonFits, fits(Wants::kReason));
    set(AnswerSign::kYesOrNoFits, fits(Wants::kYesOrNo));
  }
  set(AnswerSign::kSharesOne, shares >= 1);
  set(AnswerSign::kSharesTwo, shares >= 2);
  if (asked_words > 0) {
    sign_of(out, AnswerSign::kShareOf) =
        static_cast<float>(shares) / static_cast<float>(asked_words);
  }
  set(AnswerSign::kSharesOutside, outside > 0);
  set(AnswerSign::kSharesPost, post_shares > 0);
  set(AnswerSign::kUpsetWhy, view_.sounds_upset && wants == Wants::kReason);
  set(AnswerSign::kMark, sentence.asks);
  set(AnswerSign::kAsksForThem, asked(for_them()));
  set(AnswerSign::kAsksOfUs, asked(of_you()));
  set(AnswerSign::kAsksNegated, asked(asked_negated()));
  set(AnswerSign::kLastSaid, part.end == post.words.size());
  set(AnswerSign::kAskedShort, part.end - part.begin <= 3);
  set(AnswerSign::kOneOfSeveral, questions_.size() > 1);
  set(AnswerSign::kOneOfMany, questions_.size() > 2);
  set(AnswerSign::kFewClauses, clauses_.size() < questions_.size());
  if (questions_.size() > 1) {
    sign_of(out, AnswerSign::kClausesPerQuestion) = cap(clauses_.size(), 2 * questions_.size());
  }
  set(AnswerSign::kOr, asked(alternatives()));
  set(AnswerSign::kModal, asked(modals()));
  const auto own = [&](std::size_t question) {
    return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
      const auto shared = [&](PostPart of) {
        return shared_words(post, of.begin, of.end, draft, clause.begin, clause.end);
      };
      const std::size_t ours = shared(parts_[question]);
      return ours > 0 && std::none_of(questions_.begin(), questions_.end(), [&](std::size_t other) {
               return other != question && shared(parts_[other]) >= ours;
             });
    });
  };
  if (questions_.size() > 1) {
    set(AnswerSign::kOwnWords, own(questions_[index]));
    for (const std::size_t other : questions_) {
      if (other != questions_[index]) set(AnswerSign::kOtherWords, own(other));
    }
  }
  return out;
}

namespace {

struct AnswerWeights {
  float always = 0;
  AnswerSigns signs{};
  std::unordered_map<std::uint64_t, float> evasion;  // by the hash of a sign of a sentence
};

const AnswerWeights& weights() {
  static const AnswerWeights kWeights = [] {
    AnswerWeights out;
    for (const auto& row : answer_table().rows) {
      const float weight = static_cast<float>(row.weights[0]) / 100;
      const auto named = std::find_if(kNames.begin(), kNames.end(),
                                      [&row](const Named& one) { return row.name == one.second; });
      if (row.name == "always") {
        out.always = weight;
      } else if (named != kNames.end()) {
        sign_of(out.signs, named->first) = weight;
      } else {
        out.evasion.emplace(hash_of_sign(row.name), weight);
      }
    }
    return out;
  }();
  return kWeights;
}

}  // namespace

float evasion_of(const std::vector<std::uint64_t>& signs) {
  std::vector<std::uint64_t> once = signs;
  std::sort(once.begin(), once.end());
  once.erase(std::unique(once.begin(), once.end()), once.end());
  float sum = 0;
  for (const std::uint64_t sign : once) {
    const auto found = weights().evasion.find(sign);
    if (found != weights().evasion.end()) sum += found->second;
  }
  return sum;
}

float doubt_of(const AnswerSigns& signs, float evasion) {
  float sum = weights().always + evasion;
  for (std::size_t i = 0; i < kAnswerSigns; ++i) sum += signs[i] * weights().signs[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace rapport::coach
