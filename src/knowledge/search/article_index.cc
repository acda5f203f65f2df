#include "knowledge/search/article_index.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "knowledge/passages/passages.h"
#include "knowledge/search/built_index.h"

namespace rapport {
namespace {

using Counts = std::unordered_map<std::uint64_t, double>;

// BM25's k1 and b. Of words, that one is there is nearly all; how often says little.
constexpr double kWordSaturation = 0.4;
constexpr double kSaturation = 1.2;
constexpr double kTitleLength = 0.5;
constexpr double kBodyLength = 0.6;
constexpr double kUnitLength = 0.7;
constexpr double kLeastShare = 0.1;
constexpr double kNameShare = 0.5;

constexpr double kHeading = 0.5;  // of a heading's word in the field of the title
constexpr double kAsked = 0.5;    // and of a word of those whom the article served
// More of a post is not looked at: nobody asks longer.
constexpr std::size_t kMostPostBytes = 8U << 10U;

// Articles of one language have one stemmer.
std::string language_of(const Article& article) {
  return article.language.substr(0, article.language.find_first_of("-_"));
}

// What one field of an article has.
struct FieldCounts {
  Counts words;
  Counts pieces;
  Counts pairs;

  void add(const SearchTerms& terms, double weight) {
    for (std::size_t i = 0; i < terms.words.size(); ++i) {
      words[terms.words[i].key] += weight;
      if (i > 0) pairs[pair_key(terms.words[i - 1].key, terms.words[i].key)] += weight;
    }
    for (const std::uint64_t piece : terms.pieces) pieces[piece] += weight;
  }
};

// How often each word was written with a capital where small letters are the rule.
struct Capitals {
  std::unordered_map<std::uint64_t, std::pair<double, double>> of;  // with one, and in all

  void add(const SearchTerms& terms) {
    for (const SearchTerm& word : terms.words) {
      if (word.small || word.first) continue;
      auto& [capitals, all] = of[word.key];
      capitals += word.capital ? 1 : 0;
      all += 1;
    }
  }
  std::unordered_map<std::uint64_t, IndexedName> names() const {
    std::unordered_map<std::uint64_t, IndexedName> out;
    for (const auto& [word, counted] : of) {
      // One sight of a capital is not enough to tell.
      const double share = counted.first / (counted.second + 1);
      if (share > kNameShare) out[word].weight = share;
    }
    return out;
  }
};

// How much shorter than usual each is, on a scale of logarithms.
std::vector<double> shortness(const std::vector<double>& lengths) {
  double mean = 0;
  for (const double length : lengths) mean += std::log1p(length);
  mean /= std::max<double>(1, static_cast<double>(lengths.size()));
  std::vector<double> out;
  for (const double length : lengths) out.push_back(mean - std::log1p(length));
  return out;
}

// Where the post has whole words of these.
std::vector<Span> spans_of(const AskedWords& post, const std::unordered_set<std::uint64_t>& words) {
  std::vector<Span> out;
  for (const SearchTerm& word : post.terms.words) {
    if (!word.small && words.contains(word.key)) out.push_back(word.span);
  }
  return out;
}

double size_of(const Counts& counts) {
  double out = 0;
  for (const auto& [term, count] : counts) out += count;
  return out;
}

}  // namespace

ArticleIndex::ArticleIndex(const std::vector<Article>& articles, const SearchWeights& weights)
    : ArticleIndex(articles, {}, weights) {}

ArticleIndex::ArticleIndex(const std::vector<Article>& articles,
                           std::span<const std::vector<std::string>> asked,
                           const SearchWeights& weights) {
  auto built = std::make_unique<Built>();
  built->weights = weights;
  std::map<std::string, std::size_t> known;
  std::vector<TermCutter> cutters;
  std::vector<Capitals> capitals;
  std::vector<std::unordered_set<std::uint64_t>> title_words;
  std::vector<double> title_lengths;
  std::vector<double> body_lengths;
  for (const Article& article : articles) {
    const std::string language = language_of(article);
    const auto [place, is_new] = known.emplace(language, cutters.size());
    if (is_new) {
      cutters.emplace_back(language);
      capitals.emplace_back();
      built->languages.push_back(language);
    }
    built->language.push_back(place->second);
    FieldCounts title;
    FieldCounts body;
    SearchTerms terms;
    std::unordered_set<std::uint64_t> telling;
    const auto cut = [&](std::string_view text, double weight, FieldCounts& into) {
      terms.words.clear();
      terms.pieces.clear();
      cutters[place->second].cut(text, terms);
      into.add(terms, weight);
      capitals[place->second].add(terms);
      for (const SearchTerm& word : terms.words) {
        if (!word.small) telling.insert(word.key);
      }
    };
    cut(article.title, 1, title);
    for (const std::string& question : article.questions) cut(question, 1, title);
    title_words.push_back(telling);
    std::vector<IndexedPassage> indexed;
    for (const Passage& passage : passages_of(article.markdown)) {
      const bool heading = passage.kind == PassageKind::kHeading;
      cut(passage.text, heading ? kHeading : 1, heading ? title : body);
      if (!heading) {
        FieldCounts alone;
        alone.add(terms, 1);
        built->units.add(alone.words);
        built->unit_of.push_back(static_cast<std::uint32_t>(built->passages.size()));
      }
      indexed.push_back({terms.words, heading, passage.section});
    }
    const double title_length = size_of(title.words);
    const double title_pieces = size_of(title.pieces);
    title_lengths.push_back(title_length);
    body_lengths.push_back(size_of(body.words));
    const std::size_t number = built->words.size();
    std::unordered_set<std::uint64_t> others;
    if (number < asked.size()) {
      for (const std::string& each : asked[number]) {
        terms = {};
        cutters[place->second].cut(each, terms);
        title.add(terms, kAsked);
        for (const SearchTerm& word : terms.words) {
          if (!word.small && !telling.contains(word.key)) others.insert(word.key);
        }
      }
    }
    built->titles.add(title.words, title_length);
    built->title_pieces.add(title.pieces, title_pieces);
    built->bodies.add(body.words);
    built->body_pieces.add(body.pieces);
    built->body_pairs.add(body.pairs);
    built->passages.push_back(std::move(indexed));
    built->words.push_back(std::move(telling));
    built->asked_before.push_back(std::move(others));
  }
  built->titles.finish(kWordSaturation, kTitleLength);
  built->bodies.finish(kWordSaturation, kBodyLength);
  built->title_pieces.finish(kSaturation, kTitleLength);
  built->body_pieces.finish(kSaturation, kBodyLength);
  built->body_pairs.finish(kSaturation, kBodyLength);
  built->units.finish(kSaturation, kUnitLength);
  built->short_title = shortness(title_lengths);
  built->short_body = shortness(body_lengths);
  for (const Capitals& each : capitals) built->names.push_back(each.names());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    auto& names = built->names[built->language[i]];
    for (const auto* words : {&built->words[i], &built->asked_before[i]}) {
      for (const std::uint64_t word : *words) {
        const auto name = names.find(word);
        if (name == names.end()) continue;
        name->second.in_articles.push_back(static_cast<std::uint32_t>(i));
        if (title_words[i].contains(word)) {
          name->second.in_titles.push_back(static_cast<std::uint32_t>(i));
        }
      }
    }
  }
  built_ = std::move(built);
}

ArticleIndex::~ArticleIndex() = default;

std::size_t ArticleIndex::size() const { return built_->language.size(); }

std::vector<SignalValues> ArticleIndex::signals(std::string_view post) const {
  post = post.substr(0, kMostPostBytes);
  std::vector<SignalValues> out(size());
  for (std::size_t i = 0; i < built_->languages.size(); ++i) {
    SearchTerms terms;
    TermCutter(built_->languages[i]).cut_post(post, terms);
    built_->read_signals(terms, i, out);
  }
  return out;
}

std::vector<double> ArticleIndex::scores(std::string_view post) const {
  std::vector<double> out;
  out.reserve(size());
  for (const SignalValues& values : signals(post)) {
    double score = 0;
    double shared = 0;  // without what is said by length
    for (std::size_t i = 0; i < kSearchSignals; ++i) {
      score += built_->weights.of[i] * values[i];
      if (i < static_cast<std::size_t>(SearchSignal::kShortTitle)) {
        shared += built_->weights.of[i] * values[i];
      }
    }
    // A long one that shares little stays above one that shares nothing.
    out.push_back(std::max(score, kLeastShare * shared));
  }
  return out;
}

double ArticleIndex::Built::rarity(std::uint64_t word) const {
  return std::max(titles.rarity(word), bodies.rarity(word));
}

AskedWords ArticleIndex::Built::asked_words(std::string_view post, std::size_t in_language) const {
  AskedWords out;
  TermCutter(languages[in_language]).cut(post, out.terms);
  for (const SearchTerm& word : out.terms.words) {
    if (!word.small) out.wanted.emplace(word.key, rarity(word.key));
  }
  return out;
}

void ArticleIndex::Built::choose_passage(const AskedWords& post, Suggestion& into) const {
  const auto& wanted = post.wanted;
  const std::vector<IndexedPassage>& all = passages[into.article];
  const auto worth = [&](const IndexedPassage& passage) {
    std::vector<std::uint64_t> seen;
    double sum = 0;
    for (const SearchTerm& word : passage.words) {
      const auto found = wanted.find(word.key);
      if (found == wanted.end() || std::ranges::find(seen, word.key) != seen.end()) continue;
      seen.push_back(word.key);
      sum += found->second;
    }
    return sum;
  };
  into.passage = Passage::kNone;
  double best = -1;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].heading) continue;
    // What stands under a heading that is asked for answers it, too.
    double sum = worth(all[i]);
    if (all[i].section != Passage::kNone) sum += kHeading * worth(all[all[i].section]);
    if (sum > best) {
      best = sum;
      into.passage = i;
    }
  }
  if (into.passage != Passage::kNone) {
    for (const SearchTerm& word : all[into.passage].words) {
      if (wanted.contains(word.key)) into.passage_spans.push_back(word.span);
    }
  }
}

std::vector<Suggestion> ArticleIndex::suggest(std::string_view post, std::size_t most) const {
  post = post.substr(0, kMostPostBytes);
  const std::vector<double> all = scores(post);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] > 0) order.push_back(i);
  }
  // Few are taken, so they are not all sorted. True if `a` comes after `b`.
  const auto after = [&](std::size_t a, std::size_t b) {
    return all[a] != all[b] ? all[a] < all[b] : a > b;
  };
  std::make_heap(order.begin(), order.end(), after);
  std::vector<std::optional<AskedWords>> asked(built_->languages.size());
  std::vector<Suggestion> out;
  while (out.size() < most && !order.empty()) {
    std::pop_heap(order.begin(), order.end(), after);
    const std::size_t article = order.back();
    order.pop_back();
    const std::size_t language = built_->language[article];
    if (!asked[language]) asked[language] = built_->asked_words(post, language);
    Suggestion suggestion;
    suggestion.article = article;
    suggestion.score = all[article];
    suggestion.post_spans = spans_of(*asked[language], built_->words[article]);
    suggestion.asked_spans = spans_of(*asked[language], built_->asked_before[article]);
    // Pieces and small words alone are chance.
    if (suggestion.post_spans.empty() && suggestion.asked_spans.empty()) continue;
    // Without a word of its own any passage would be as good as the next.
    suggestion.passage = Passage::kNone;
    if (!suggestion.post_spans.empty()) built_->choose_passage(*asked[language], suggestion);
    out.push_back(std::move(suggestion));
  }
  return out;
}

}  // namespace rapport
