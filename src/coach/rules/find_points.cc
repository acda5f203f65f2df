// What the post asks, asks for and tells of.

#include <algorithm>
#include <utility>

#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/rules/tick_points.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// Nobody answers more, and a list of more helps nobody.
constexpr std::size_t kMostPoints = 40;

// Questions that want no answer.
const Phrases& rhetorical() {
  static const Phrases kPhrases = {
      {"en",
       {"why .. bother",
        "why even",
        "who has",
        "who does that|this",
        "are you kidding|serious|joking|lying|having",
        "your excuse",
        "how hard|difficult can|is it|that",
        "what a",
        "is this|that a joke",
        "who needs|thought|cares",
        "guess what",
        "how many times do|must",
        "how are you|u|things",
        "is anyone|anybody even|actually",
        "do you even|people",
        "how dare",
        "how is this|that|it ok|okay|acceptable|legal|fair",
        "what the",
        "what is|was the point",
        "you know what",
        "have you no|any shame",
        "or what",
        "isn't it",
        "can you believe",
        "you call this|that",
        "am i|we supposed|meant to",
        "what .. am|are i|we paying|supposed",
        "who are these|those|they",
        "do i|we do with my|our life",
        "how do you|they even|people",
        "what kind|sort of",
        "who|how on earth",
        "wtf"}},
      {"de",
       {"wer braucht", "ist das euer|ihr ernst", "geht's noch", "euer|ihr ernst", "oder was",
        "was soll das|der|die"}},
      {"fr", {"vous vous moquez|fichez|foutez", "c'est une blague"}},
      {"es", {"es una broma", "os|se parece|creen normal"}},
      {"pt", {"é piada|brincadeira", "acham normal"}},
      {"it", {"è uno scherzo", "state scherzando", "vi rendete conto"}},
  };
  return kPhrases;
}

// The same, where hardly anything stands beside it ("Really?", "Another price rise?").
const Phrases& rhetorical_alone() {
  static const Phrases kPhrases = {
      {"en", {"seriously", "really", "right", "ok|okay", "another", "again", "get it"}},
      {"de", {"schon wieder", "echt", "ernsthaft"}},
      {"fr", {"sérieusement", "n'est-ce pas"}},
      {"es", {"en serio", "verdad"}},
      {"pt", {"a sério", "sério"}},
      {"it", {"sul serio", "davvero"}},
  };
  return kPhrases;
}

// How a sentence begins that asks, even without a mark ("where is my parcel").
const Phrases& asking_beginnings() {
  static const Phrases kPhrases = {
      {"en",
       {"what|where|when|why|how|who|which is|are|was|were|do|does|did|can|could|will|would|"
        "should|has|have|am|much|many|long|far|soon|often|old|big|late|early|about|happened|"
        "happens|u|of|come|kind|exactly|else|else's",
        "what's|where's|when's|who's|how's|whats|wheres|whens", "what now|time|day",
        "which|whose * is|are|do|does|did|can|has|have|was|will",
        "who pays|decides|makes|runs|owns",
        "is|are|do|does|did|can|could|will|would|have|has|am|may|should|was|were "
        "i|you|u|we|they|it|there|this|that|these|the|anyone|anybody|someone|somebody",
        "is|are|do|does|did|can|could|will|would|should my|your|our", "does *",
        "any actual|more|new|real|idea|info|information|advice|eta|help",
        "any chance|idea|ideas|plans|news|update|updates|word|tips|way",
        "so|and|but|also|ok where|when|why|how|who|what is|are|do|does|did|can|will|would",
        "u|you guys still|open|doing|selling|have"}},
      {"de",
       {"wann|wo|wie|was|warum|wieso|wer|welche|welcher|welches|wohin *",
        "ist|sind|kommt|kann|können|gibt|habt|hat|darf|dürfen|muss|müssen|geht|wird|werdet "
        "man|ich|es|ihr|wir|der|die|das|im|in|am|euer|eure|mein|meine",
        "gibts|gibt's *"}},
      {"fr",
       {"quand|où|comment|combien|pourquoi|quel|quelle|quels|quelles|est-ce *",
        "peut-on|puis-je|avez-vous|pouvez-vous|y-a-t-il *"}},
      {"es",
       {"cuándo|cuánto|cuánta|cuántos|dónde|cómo|quién|cuál|qué *", "a|hasta|desde qué|cuándo *"}},
      {"pt", {"quando|quanto|quanta|onde|como|quem|qual|quais *", "a que horas"}},
      {"it",
       {"quando|quanto|quanta|quanti|dove|come|chi|quale|quali|perché *", "a che ora",
        "si può|possono", "posso|potete|avete *"}},
  };
  return kPhrases;
}

// The same in the middle of a sentence, behind a comma or a joining word ("lovely but does it
// include ssh").
const Phrases& asking_behind() {
  static const Phrases kPhrases = {
      {"en",
       {"but|and|also can|could|is|are|do|does|did|will|would|should|may "
        "i|you|u|we|they|it|there",
        "and|but|so what|where|when|why|how|who|which "
        "is|are|do|does|did|can|could|will|would|should|about|much|many|long",
        "and|but|so|or what's|where's|when's|who's|how's"}},
  };
  return kPhrases;
}

const Phrases& telling_beginnings() {
  static const Phrases kPhrases = {
      {"en", {"when|after|because|despite i|my|you|we|they|your|there|it"}}};
  return kPhrases;
}

// A question that is wrapped into a statement: that they wonder, want to know or don't know, and
// what. It begins with its second word at the earliest ("I wonder IF it counts").
const Phrases& asking_inside() {
  static const Phrases kPhrases = {
      {"en",
       {"wonder|wondering|wondered if|whether|when|what|how|where|which|who|why",
        "i'd|would .. know|hear if|whether|when|what|how|where|which|who|why",
        "like|love|want|need|nice|good|helpful|useful|curious|interested to know",
        "no|any idea|clue if|whether|when|what|how|where|which|who|why",
        "not|never|don't|can't sure|know|understand|tell|see|find|work .. "
        "if|whether|how|why|where|when|what|which",
        "can|could|does|anyone|anybody|someone you|anyone|anybody|someone tell|know|explain|say",
        "please|pls tell|explain|advise|confirm", "tell me|us if|whether|when|what|how|where|why",
        "let me|us know if|whether|when|what|how|where", "don't suppose you|there|it|anyone|the"}},
      {"de",
       {"ich wüsste gern*", "könnt ihr|können sie .. sagen", "weiß jemand",
        "frage|fragen|frag|fragten mich|uns|wir .. ob|wie|wann|wo|was|welche|welcher|warum",
        "gern|gerne|nicht|keine gewusst|wissen|sicher|ahnung ob|wie|wann|wo|was|welche|warum"}},
      {"fr",
       {"je voudrais savoir", "j'aimerais|aimerais savoir",
        "demande|demandais|demandons|sais|savoir|ignore .. "
        "si|s'il|s'ils|quand|où|comment|combien|quel|"
        "quelle"}},
      {"es",
       {"quisiera|quiero|necesito|gustaría saber",
        "sé|pregunto|preguntaba|saber|sabéis|sabe si|cuándo|dónde|cómo|cuánto|qué"}},
      {"pt",
       {"gostaria|queria|gostava de saber",
        "sei|saber|pergunto|perguntava|sabem se|quando|onde|como|quanto"}},
      {"it",
       {"vorrei|volevo|piacerebbe sapere",
        "so|chiedo|chiedevo|sapere|sapete|domando se|quando|dove|come|quanto"}},
  };
  return kPhrases;
}

// What goes on with it ("… and whether it has to be scales").
const Phrases& asking_on() {
  static const Phrases kPhrases = {
      {"en", {"and|or if|whether|when|what|how|where|which|who|why"}},
      {"de", {"und|oder ob|wie|wann|wo|was|welche|warum"}},
      {"fr", {"et|ou si|s'il|s'ils|quand|où|comment|combien"}},
      {"es", {"y|o si|cuándo|dónde|cómo|cuánto"}},
      {"pt", {"e|ou se|quando|onde|como|quanto"}},
      {"it", {"e|o se|quando|dove|come|quanto"}},
  };
  return kPhrases;
}

const Phrases& requests() {
  static const Phrases kPhrases = {
      {"en",
       {"please|pls", "give me|us my|our|a|the", "i want to|my|a|the|out",
        "i need the|my|a|an|to|you", "use smaller", "would be great|nice|good|lovely if",
        "i'd love|like to|if|a", "you should", "get my|me", "take me off",
        "fix|sort your|the|this|it", "want my|our .. back", "refund|call|email|ring me|us",
        "get back to me", "send me", "stop sending|charging|calling", "bring back"}},
      {"de",
       {"bitte", "ich brauche|will|möchte", "wäre schön|toll|super", "gebt|gib mir",
        "ruft|ruf mich"}},
      {"fr",
       {"merci de", "veuillez", "je veux|voudrais", "il me faut", "s'il vous plaît|plait", "svp"}},
      {"es", {"por favor", "quiero", "necesito", "exijo"}},
      {"pt", {"por favor", "quero", "preciso", "exijo"}},
      {"it", {"per favore", "vorrei|voglio", "ho bisogno", "pretendo"}},
  };
  return kPhrases;
}

// What begins a second question behind an "and".
const Phrases& second_question() {
  static const Phrases kPhrases = {
      {"en",
       {"and "
        "can|could|is|are|do|does|did|will|would|should|may|has|have|was|who|what|when|where|"
        "why|how|which|if|when's|where's|what's|who's",
        "also|plus can|could|is|are|do|does|did|will|would"}},
      {"de",
       {"und "
        "kann|können|ist|sind|wann|wo|wie|was|wer|warum|gibt|gibts|habt|haben|darf|dürfen|muss|"
        "kostet"}},
      {"fr",
       {"et quand|où|comment|combien|qui|est-ce|pouvez-vous|puis-je|peut-on|avez-vous|est-il",
        "et on peut"}},
      {"es", {"y cuándo|dónde|cómo|cuánto|quién|puedo|hay|tenéis|se|es|puede|abrís"}},
      {"pt", {"e quando|onde|como|quanto|quem|posso|há|têm|é|pode|pagam|dá"}},
      {"it", {"e quando|dove|come|quanto|chi|posso|avete|è|si|c'è"}},
  };
  return kPhrases;
}

// Names before a sentence are whom it is said to.
std::size_t first_said(const Side& post, const Sentence& sentence) {
  std::size_t first = sentence.first_word;
  while (first < sentence.last_word && post.words[first].kind == TokenKind::kMention) ++first;
  return first;
}

// Where a sentence without a mark begins to ask, if it tells something first.
std::size_t asks_behind(const Side& post, const Sentence& sentence) {
  for (std::size_t i = sentence.first_word + 1; i + 2 < sentence.last_word; ++i) {
    if (asking_behind().in_words(post, i, i + 1)) return i;
  }
  return sentence.last_word;
}

// "Is it open & do you …"
bool behind_ampersand(const Side& post, std::size_t i) {
  const std::uint32_t end = post.words[i].span.end;
  return post.text.substr(end, post.words[i + 1].span.begin - end).find('&') !=
             std::string_view::npos &&
         asking_beginnings().in_words(post, i + 1, i + 2);
}

// The questions of a sentence: "What is missing and who decides?" asks two.
std::vector<PostPart> questions_of(const Side& post, const Sentence& sentence) {
  std::vector<PostPart> out = {{first_said(post, sentence), sentence.last_word}};
  if (!sentence.asks && !asking_beginnings().in_words(post, out[0].begin, out[0].begin + 1)) {
    const std::size_t behind = asks_behind(post, sentence);
    if (behind < sentence.last_word) out[0].begin = behind + 1;
  }
  const bool wrapped =
      !sentence.asks && asking_inside().in_words(post, sentence.first_word, sentence.last_word);
  for (std::size_t i = out.front().begin + 2; i + 2 < sentence.last_word; ++i) {
    if (!second_question().in_words(post, i, i + 1) &&
        !(wrapped && asking_on().in_words(post, i, i + 1)) && !behind_ampersand(post, i)) {
      continue;
    }
    if (i < out.back().begin + 2) continue;
    out.back().end = behind_ampersand(post, i) ? i + 1 : i;
    out.push_back({i + 1, sentence.last_word});
  }
  return out;
}

bool shouts(const Side& post, const Sentence& sentence) {
  return post.text[sentence.span.end - 1] == '!' && !sentence.asks;
}

// A mark behind what asks nothing: "When I was told it would take ten minutes …?", "#fail?", and
// what only goes on with the question before ("Under setup, or help?").
bool only_has_a_mark(const Side& post, std::size_t index, std::size_t first) {
  const Sentence& sentence = post.sentences[index];
  const bool words =
      std::any_of(post.words.begin() + static_cast<std::ptrdiff_t>(first),
                  post.words.begin() + static_cast<std::ptrdiff_t>(sentence.last_word),
                  [](const Word& word) { return word.kind != TokenKind::kHashtag; });
  if (!words || telling_beginnings().in_words(post, first, first + 1)) return true;
  return post.language == "en" && index > 0 && post.sentences[index - 1].asks &&
         sentence.last_word - first <= 5 && post.words[first].normal != "and" &&
         !asking_beginnings().in_words(post, first, first + 1) &&
         !second_question().in_words(post, first, first + 1);
}

// What somebody else said: between quotation marks.
bool is_quoted(const Side& post, const Sentence& sentence) {
  constexpr std::size_t kFarthest = 300;  // bytes; quotations are short
  const std::size_t at = post.words[sentence.first_word].span.begin;
  const std::size_t from = at > kFarthest ? at - kFarthest : 0;
  const std::string_view before = post.text.substr(from, at - from);
  const std::string_view behind = post.text.substr(at, kFarthest);
  // A mark with a letter before it closes, or counts inches ('a 24" monitor').
  bool open = false;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == '"') open = i == 0 || before[i - 1] == ' ' || before[i - 1] == '(';
  }
  if (open && behind.find('"') != behind.npos) return true;
  // „ and “ in German, “ and ” in English.
  for (const auto& [opens, closes] : {std::pair("„", "“"), std::pair("“", "”")}) {
    const std::size_t began = before.rfind(opens);
    if (began != before.npos && before.find(closes, began + 3) == before.npos &&
        behind.find(closes) != behind.npos) {
      return true;
    }
  }
  return false;
}

bool is_question(const Side& post, std::size_t index) {
  const Sentence& sentence = post.sentences[index];
  if (is_quoted(post, sentence)) return false;
  if (rhetorical().in_sentence(post, index) ||
      (sentence.size() <= 3 && rhetorical_alone().in_sentence(post, index))) {
    return false;
  }
  if (sentence.asks) return !only_has_a_mark(post, index, first_said(post, sentence));
  if (shouts(post, sentence)) return false;
  const std::size_t first = first_said(post, sentence);
  // "and is it free" behind a question.
  if (sentence.size() <= 14 && index > 0 && post.sentences[index - 1].asks &&
      second_question().in_words(post, first, first + 1)) {
    return true;
  }
  return sentence.last_word - first >= 3 && (asking_beginnings().in_words(post, first, first + 1) ||
                                             asking_inside().in_sentence(post, index) ||
                                             asks_behind(post, sentence) < sentence.last_word);
}

// "Help?", "Please help?"
bool cries_for_help(const Side& post, const Sentence& sentence) {
  const std::size_t first = first_said(post, sentence);
  const std::size_t size = sentence.last_word - first;
  return size >= 1 && size <= 2 && post.words[sentence.last_word - 1].normal == "help";
}

// "It arrived late", "charged twice", "crashes since the update"; whoever is glad tells of none.
bool tells_of_a_problem(const View& view, std::size_t index) {
  const Sentence& sentence = view.post.sentences[index];
  if (sentence.asks || sentence.size() < 3) return false;
  if (view.trouble && trouble_phrases().in_sentence(view.post, index)) return true;
  return view.sounds_upset && sentence.size() >= 4 && angry_phrases().in_sentence(view.post, index);
}

}  // namespace

void find_points(const View& view, std::vector<Point>& out) { find_points(view, out, nullptr); }

void find_points(const View& view, std::vector<Point>& out, std::vector<AnswerSigns>* signs) {
  const Side& post = view.post;
  std::vector<PostPart> parts;
  const auto add = [&](PointKind kind, PostPart part) {
    Point point;
    point.kind = kind;
    point.post_span = {post.words[part.begin].span.begin, post.words[part.end - 1].span.end};
    const Sentence& its = post.sentences[post.words[part.begin].sentence];
    // With the mark at its end, and all of a sentence that is one point.
    if (part.begin == its.first_word) point.post_span.begin = its.span.begin;
    if (part.end == its.last_word) point.post_span.end = its.span.end;
    out.push_back(std::move(point));
    parts.push_back(part);
  };
  for (std::size_t i = 0; i < post.sentences.size() && out.size() < kMostPoints; ++i) {
    const Sentence& sentence = post.sentences[i];
    if (cries_for_help(post, sentence)) {
      add(PointKind::kRequest, {first_said(post, sentence), sentence.last_word});
      continue;
    }
    if (sentence.last_word - first_said(post, sentence) < 2) continue;
    if (is_question(post, i)) {
      for (const PostPart& part : questions_of(post, sentence)) {
        if (out.size() < kMostPoints) add(PointKind::kQuestion, part);
      }
    } else if (!sentence.asks && requests().in_sentence(post, i)) {
      add(PointKind::kRequest, {first_said(post, sentence), sentence.last_word});
    } else if (tells_of_a_problem(view, i)) {
      add(PointKind::kProblem, {first_said(post, sentence), sentence.last_word});
    }
  }
  tick_points(view, parts, out, signs);
}

}  // namespace rapport::coach
