#include "coach/manner.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "coach/phrases.h"
#include "coach/sign_table.h"
#include "coach/view.h"
#include "coach/word_classes.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

constexpr std::uint64_t kSeed = 1469598103934665603U;

std::uint64_t hash_on(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return hash;
}

bool is_noun_of_office(std::string_view word) {
  if (word.size() < 8) return false;
  for (const std::string_view end : {"tion", "tions", "ment", "ments", "ance", "ence", "ility",
                                     "ness", "sion", "sions", "ities", "ances", "ency", "ure"}) {
    if (word.ends_with(end)) return true;
  }
  return false;
}

std::string_view bucket(std::size_t count, std::initializer_list<std::size_t> edges) {
  static constexpr std::string_view kNames[] = {"0", "1", "2", "3", "4", "5", "6", "7"};
  std::size_t at = 0;
  for (const std::size_t edge : edges) at += count >= edge ? 1 : 0;
  return kNames[at];
}

struct NamedList {
  std::string_view name;
  const Phrases& (*list)();
};
constexpr NamedList kLists[] = {
    {"argue", arguing_phrases},     {"reproach", reproach_phrases},   {"rule", rule_phrases},
    {"forgive", forgiving_phrases}, {"send", sending_phrases},        {"sell", selling_phrases},
    {"stock", stock_phrases},       {"office", office_phrases},       {"sorry", sorry_phrases},
    {"heard", heard_phrases},       {"attend", attending_phrases},    {"thanks", thanks_phrases},
    {"greet", greeting_phrases},    {"hollow", hollow_sorry_phrases},
};

// What stands in words [begin, end) of a side, each with `tag` before it.
void put_words(const Side& side, std::size_t begin, std::size_t end, std::string_view first,
               std::string_view second, Signs& out) {
  std::string pair;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view normal = side.words[i].normal;
    out.put(first, normal);
    if (i + 1 < end) {
      pair.assign(normal);
      pair += ' ';
      pair += side.words[i + 1].normal;
      out.put(second, pair);
    }
  }
}

// Levels of a probability that are reached.
void put_levels(std::string_view kind, float p, Signs& out) {
  if (p >= 0.1F) out.put(kind, "10");
  if (p >= 0.25F) out.put(kind, "25");
  if (p >= 0.4F) out.put(kind, "40");
  if (p >= 0.55F) out.put(kind, "55");
  if (p >= 0.7F) out.put(kind, "70");
  if (p >= 0.85F) out.put(kind, "85");
}

void put_counts(std::string_view kind, std::size_t count, Signs& out) {
  if (count >= 1) out.put(kind, "1");
  if (count >= 2) out.put(kind, "2");
  if (count >= 3) out.put(kind, "3");
  if (count >= 5) out.put(kind, "5");
}

std::size_t places_in(const Phrases& phrases, const Side& side) {
  std::vector<Phrases::Place> places;
  phrases.find(side, places);
  return places.size();
}

std::size_t index_of(std::string_view name) {
  std::size_t at = 0;
  while (at < std::size(kLists) && kLists[at].name != name) ++at;
  return at;
}
const std::size_t kSorry = index_of("sorry");
const std::size_t kHeard = index_of("heard");
const std::size_t kHollow = index_of("hollow");

}  // namespace

void Signs::put(std::string_view kind, std::string_view what) {
  const std::uint64_t hash = hash_on(hash_on(hash_on(kSeed, kind), " "), what);
  hashes_.push_back(hash);
  if (names_ != nullptr) names_->push_back(std::string(kind) + " " + std::string(what));
}

ListHits::ListHits(const Side& side, const std::vector<Speech>& speech)
    : of_sentence_(side.sentences.size(), 0) {
  static_assert(std::size(kLists) <= 32);
  std::vector<Phrases::Place> places;
  for (std::size_t list = 0; list < std::size(kLists); ++list) {
    places.clear();
    kLists[list].list().find(side, places);
    for (const Phrases::Place& place : places) {
      of_sentence_[side.words[place.begin].sentence] |= 1U << list;
    }
  }
  for (std::size_t i = 0; i < speech.size(); ++i) {
    ++speech_[static_cast<std::size_t>(speech[i])];
    if (speech[i] == Speech::kSays && side.sentences[i].size() >= kFewestWords) ++saying_;
  }
  for (const std::uint32_t hits : of_sentence_) {
    for (std::size_t list = 0; list < std::size(kLists); ++list) {
      sentences_[list] += (hits >> list) & 1U;
    }
  }
}

void signs_of_post(const Side& post, Signs& out) {
  out.put("always");
  const Reading& reading = post.reading;
  if (reading.sentiment_read) {
    put_levels("bad", reading.sentiment_p[0], out);
    put_levels("good", reading.sentiment_p[2], out);
  }
  for (const auto& found : reading.intents) put_levels(to_word(found.label), found.p, out);
  if (reading.emotion.label != Emotion::kNone) {
    out.put("feels", to_word(reading.emotion.label));
    put_levels(to_word(reading.emotion.label), reading.emotion.p, out);
  }
  put_levels("toxic", reading.toxicity, out);
  put_levels("urgent", reading.urgency, out);
  put_counts("angry", places_in(angry_phrases(), post), out);
  put_counts("trouble", places_in(trouble_phrases(), post), out);
  put_counts("hardship", places_in(hardship_phrases(), post), out);
  put_counts("sarcasm", places_in(sarcasm_phrases(), post), out);
  put_counts("thanks", places_in(thanks_phrases(), post), out);
  std::size_t shouted = 0;
  for (const TextToken& token : post.tokens.list) shouted += token.shouted ? 1 : 0;
  put_counts("shouted", shouted, out);
  std::size_t asking = 0;
  for (const Sentence& sentence : post.sentences) asking += sentence.asks ? 1 : 0;
  out.put("asking", asking == 0 ? "none" : asking == post.sentences.size() ? "all" : "some");
  out.put("sentences", bucket(post.sentences.size(), {2, 3, 4, 6}));
  out.put("length", bucket(post.words.size(), {6, 12, 20, 30, 45}));
  for (const Span& emoji : post.emoji) out.put("emoji", emoji_class(post.of(emoji)));
  for (const std::string_view marks : {"??", "!!", "?!", "!", "...", "\""}) {
    if (post.text.find(marks) != post.text.npos) out.put("mark", marks);
  }
  put_words(post, 0, post.words.size(), "p", "pp", out);
}

void signs_of_draft(const View& view, const ListHits& hits, Signs& out) {
  out.put("always");
  out.put("post", view.let_down ? "let down" : view.trouble ? "trouble" : "calm");
  put_levels("post bad", view.post.reading.sentiment_p[0], out);
  const Side& draft = view.draft;
  for (std::size_t list = 0; list < std::size(kLists); ++list) {
    if (hits.sentences(list) > 0) out.put("list", kLists[list].name);
  }
  if (thin_sorry_phrases().any(draft)) out.put("list", "thin");
  out.put("bad",
          bucket(static_cast<std::size_t>(draft.reading.sentiment_p[0] * 10), {1, 2, 4, 6, 8}));
  out.put("sentences", bucket(draft.sentences.size(), {2, 3, 4, 6}));
  const std::size_t shared =
      shared_words(draft, 0, draft.words.size(), view.post, 0, view.post.words.size());
  out.put("shared", bucket(shared, {1, 2, 3, 5}));
  for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
    const Sentence& sentence = draft.sentences[i];
    const bool sorry = hits.in(i, kSorry);
    const bool hollow = hits.in(i, kHollow);
    const bool heard = hits.in(i, kHeard);
    const std::size_t its = shared_words(draft, sentence.first_word, sentence.last_word, view.post,
                                         0, view.post.words.size());
    if (sorry && !hollow) out.put("sorry", "real");
    if (sorry && !hollow) out.put("sorry shares", bucket(its, {1, 2, 3}));
    if (heard && !hollow) out.put("heard", "real");
    if (heard && !hollow) out.put("heard shares", bucket(its, {1, 2, 3}));
    if (i == 0) out.put("first shares", bucket(its, {1, 2, 3}));
    if (view.speech[i] == Speech::kArgues) out.put("speech", "argues");
  }
  for (const Word& word : draft.words) {
    if (const std::string_view its = class_of_word(draft.language, word.normal); !its.empty()) {
      out.put("class", its);
    }
  }
  for (const Span& emoji : draft.emoji) out.put("emoji", emoji_class(draft.of(emoji)));
  put_words(draft, 0, draft.words.size(), "d", "dd", out);
}

void signs_of_sentence(const View& view, const ListHits& hits, std::size_t index, Signs& out) {
  out.put("always");
  const Side& draft = view.draft;
  const Sentence& sentence = draft.sentences[index];
  const bool down = view.let_down || view.trouble;
  const auto put = [&](std::string_view kind, std::string_view what) {
    out.put(kind, what);
    if (down) out.put(std::string(kind) + " down", what);
  };
  std::array<std::string_view, 24> classes;
  std::size_t class_count = 0;
  for (std::size_t list = 0; list < std::size(kLists); ++list) {
    if (hits.in(index, list)) put("list", kLists[list].name);
  }
  std::size_t letters = 0;
  std::size_t nouns = 0;
  bool number = false;
  for (std::size_t i = sentence.first_word; i < sentence.last_word; ++i) {
    const Word& word = draft.words[i];
    letters += word.normal.size();
    nouns += is_noun_of_office(word.normal) ? 1 : 0;
    number = number || word.kind == TokenKind::kNumber;
    if (word.kind == TokenKind::kLink || word.kind == TokenKind::kEmail ||
        word.kind == TokenKind::kHashtag) {
      out.put("has", word.kind == TokenKind::kLink    ? "link"
                     : word.kind == TokenKind::kEmail ? "mail"
                                                      : "hashtag");
    }
    const std::string_view its = class_of_word(draft.language, word.normal);
    if (its.empty()) continue;
    if (std::find(classes.begin(), classes.begin() + class_count, its) ==
            classes.begin() + class_count &&
        class_count < classes.size()) {
      classes[class_count++] = its;
    }
    if (i == sentence.first_word) out.put("first class", its);
  }
  std::sort(classes.begin(), classes.begin() + class_count);
  std::string pair;
  for (std::size_t i = 0; i < class_count; ++i) {
    put("class", classes[i]);
    for (std::size_t j = i + 1; j < class_count; ++j) {
      pair.assign(classes[i]);
      pair += ' ';
      pair += classes[j];
      out.put("classes", pair);
    }
  }
  const std::size_t size = sentence.size();
  if (number) out.put("has", "number");
  if (sentence.asks) out.put("has", "question");
  const std::string_view text = draft.of(sentence.span);
  if (text.find('!') != text.npos) out.put("has", "!");
  if (text.find("!!") != text.npos) out.put("has", "!!");
  if (text.find('%') != text.npos) out.put("has", "%");
  out.put("size", bucket(size, {3, 6, 10, 15, 22, 30}));
  if (size > 0) out.put("letters", bucket(letters * 10 / size, {35, 42, 48, 54, 60}));
  put_counts("nouns", nouns, out);
  for (const Span& emoji : draft.emoji) {
    if (emoji.begin >= sentence.span.begin && emoji.begin < sentence.span.end) {
      put("emoji", emoji_class(draft.of(emoji)));
    }
  }
  out.put("shared", bucket(shared_words(draft, sentence.first_word, sentence.last_word, view.post,
                                        0, view.post.words.size()),
                           {1, 2, 3}));
  // What the rest of the draft does.
  const auto rest_does = [&](Speech speech) {
    return hits.speech(speech) > (view.speech[index] == speech ? 1 : 0);
  };
  if (rest_does(Speech::kAttends)) out.put("rest", "attends");
  if (rest_does(Speech::kAsks)) out.put("rest", "asks");
  if (rest_does(Speech::kArgues)) out.put("rest", "argues");
  const auto rest_has = [&](std::size_t list) {
    return hits.sentences(list) > (hits.in(index, list) ? 1 : 0);
  };
  if (rest_has(kHeard)) out.put("rest", "heard");
  if (rest_has(kSorry)) out.put("rest", "sorry");
  const bool says = view.speech[index] == Speech::kSays && size >= ListHits::kFewestWords;
  out.put("rest says", bucket(hits.saying() - (says ? 1 : 0), {1, 2}));
  out.put("post", view.let_down ? "let down" : view.trouble ? "trouble" : "calm");
  out.put("post asks", std::any_of(view.post.sentences.begin(), view.post.sentences.end(),
                                   [](const Sentence& one) { return one.asks; })
                           ? "yes"
                           : "no");
  if (size > 0) out.put("^", draft.words[sentence.first_word].normal);
  put_words(draft, sentence.first_word, sentence.last_word, "w", "ww", out);
}

std::string_view emoji_class(std::string_view emoji) {
  const auto any = [emoji](std::initializer_list<std::string_view> of) {
    return std::any_of(of.begin(), of.end(),
                       [emoji](std::string_view one) { return emoji.starts_with(one); });
  };
  if (any({"💙", "❤", "🖤", "💔", "🤍", "💚", "💛", "🧡", "💜", "🤎", "💕", "💖"})) return "heart";
  if (any({":(", ":-(", ":'(", "😢", "😔", "😞", "😟", "🙁", "☹", "😥", "😿", "💐", "🙏"})) {
    return "sad";
  }
  if (any({"➡", "👉", "✅", "✉", "📩", "📧", "🔗", "👇", "📞", "📬"})) return "sign";
  return "merry";
}

std::uint64_t hash_of_sign(std::string_view name) { return hash_on(kSeed, name); }

MannerScores weigh(const Signs& signs) {
  static const std::unordered_map<std::uint64_t, const MannerWeights*> kWeights = [] {
    std::unordered_map<std::uint64_t, const MannerWeights*> out;
    for (const auto& one : manner_table().rows) {
      out.emplace(hash_of_sign(one.name), &one.weights);
    }
    return out;
  }();
  MannerScores out{};
  std::vector<std::uint64_t> hashes = signs.hashes();
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  for (const std::uint64_t hash : hashes) {
    const auto found = kWeights.find(hash);
    if (found == kWeights.end()) continue;
    for (std::size_t i = 0; i < kManners; ++i) out[i] += static_cast<float>((*found->second)[i]);
  }
  for (float& one : out) one /= 100;
  return out;
}

float score_of(const MannerScores& scores, Manner manner) {
  return scores[static_cast<std::size_t>(manner)];
}

double chance(float score) { return 1 / (1 + std::exp(-static_cast<double>(score))); }

namespace {

double sure_from(Manner manner) {
  return manner_table().sure_from[static_cast<std::size_t>(manner)] / 100.0;
}

}  // namespace

bool is_so(const MannerScores& scores, Manner manner) {
  return score_of(scores, manner) >= sure_from(manner);
}

bool is_so_to_upset(float upset, const MannerScores& scores, Manner manner) {
  return chance(upset) * chance(score_of(scores, manner)) >= sure_from(manner);
}

}  // namespace rapport::coach
