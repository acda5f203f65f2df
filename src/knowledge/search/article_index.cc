#include "knowledge/search/article_index.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "knowledge/passages/passages.h"
#include "knowledge/search/postings.h"
#include "knowledge/search/terms.h"

namespace rapport {
namespace {

using Counts = std::unordered_map<std::uint64_t, double>;

constexpr double kHeading = 0.5;  // of a heading's word in the field of the title
// More of a post is not looked at: nobody asks longer.
constexpr std::size_t kMostPostBytes = 8U << 10U;

void count(const SearchTerms& terms, double weight, Counts& words, Counts& pieces) {
  for (const SearchTerm& word : terms.words) words[word.key] += weight;
  for (const std::uint64_t piece : terms.pieces) pieces[piece] += weight;
}

struct IndexedPassage {
  std::vector<SearchTerm> words;
  bool heading = false;
  std::size_t section = Passage::kNone;
};

// Articles of one language have one stemmer.
std::string language_of(const Article& article) {
  return article.language.substr(0, article.language.find_first_of("-_"));
}

}  // namespace

struct ArticleIndex::Built {
  SearchWeights weights;
  // Of each language of the articles; `first` is its place in `articles_of`.
  std::vector<std::string> languages;
  std::vector<std::size_t> language;  // of each article
  Postings titles;
  Postings bodies;
  Postings title_pieces;
  Postings body_pieces;
  std::vector<std::vector<IndexedPassage>> passages;
  std::vector<std::unordered_set<std::uint64_t>> words;  // of each article, small ones left out

  double rarity(std::uint64_t word) const {
    return std::max(titles.rarity(word), bodies.rarity(word));
  }
  void choose_passage(const SearchTerms& post, Suggestion& into) const;
};

ArticleIndex::ArticleIndex(const std::vector<Article>& articles, const SearchWeights& weights) {
  auto built = std::make_unique<Built>();
  built->weights = weights;
  std::map<std::string, std::size_t> known;
  std::vector<TermCutter> cutters;
  for (const Article& article : articles) {
    const std::string language = language_of(article);
    const auto [place, is_new] = known.emplace(language, cutters.size());
    if (is_new) {
      cutters.emplace_back(language);
      built->languages.push_back(language);
    }
    built->language.push_back(place->second);
    TermCutter& cutter = cutters[place->second];
    Counts title_words;
    Counts title_pieces;
    Counts body_words;
    Counts body_pieces;
    SearchTerms terms;
    std::unordered_set<std::uint64_t> telling;
    const auto cut = [&](std::string_view text, double weight, Counts& words, Counts& pieces) {
      terms.words.clear();
      terms.pieces.clear();
      cutter.cut(text, terms);
      count(terms, weight, words, pieces);
      for (const SearchTerm& word : terms.words) {
        if (!word.small) telling.insert(word.key);
      }
    };
    cut(article.title, 1, title_words, title_pieces);
    for (const std::string& question : article.questions) {
      cut(question, 1, title_words, title_pieces);
    }
    std::vector<IndexedPassage> indexed;
    for (const Passage& passage : passages_of(article.markdown)) {
      const bool heading = passage.kind == PassageKind::kHeading;
      if (heading) {
        cut(passage.text, kHeading, title_words, title_pieces);
      } else {
        cut(passage.text, 1, body_words, body_pieces);
      }
      indexed.push_back({terms.words, heading, passage.section});
    }
    built->titles.add(title_words);
    built->title_pieces.add(title_pieces);
    built->bodies.add(body_words);
    built->body_pieces.add(body_pieces);
    built->passages.push_back(std::move(indexed));
    built->words.push_back(std::move(telling));
  }
  built->titles.finish(weights.saturation, weights.title_length);
  built->title_pieces.finish(weights.saturation, weights.title_length);
  built->bodies.finish(weights.saturation, weights.body_length);
  built->body_pieces.finish(weights.saturation, weights.body_length);
  built_ = std::move(built);
}

ArticleIndex::~ArticleIndex() = default;

std::size_t ArticleIndex::size() const { return built_->language.size(); }

namespace {

// What of a post is new to those before: each term counts once.
void score_words(const SearchTerms& post, const SearchWeights& weights, const Postings& titles,
                 const Postings& bodies, std::vector<double>& scores) {
  std::unordered_set<std::uint64_t> seen;
  for (const SearchTerm& word : post.words) {
    if (!seen.insert(word.key).second) continue;
    const double weight = word.small ? weights.small_words : 1;
    titles.score(word.key, weight, scores);
    bodies.score(word.key, weight * weights.body, scores);
  }
}

}  // namespace

std::vector<double> ArticleIndex::scores(std::string_view post) const {
  const Built& built = *built_;
  std::vector<double> scores(size());
  post = post.substr(0, kMostPostBytes);
  for (std::size_t i = 0; i < built.languages.size(); ++i) {
    SearchTerms terms;
    TermCutter(built.languages[i]).cut(post, terms);
    std::vector<double> of_language(size());
    score_words(terms, built.weights, built.titles, built.bodies, of_language);
    std::unordered_set<std::uint64_t> seen;
    for (const std::uint64_t piece : terms.pieces) {
      if (!seen.insert(piece).second) continue;
      built.title_pieces.score(piece, built.weights.pieces, of_language);
      built.body_pieces.score(piece, built.weights.body_pieces, of_language);
    }
    for (std::size_t article = 0; article < scores.size(); ++article) {
      if (built.language[article] == i) scores[article] = of_language[article];
    }
  }
  return scores;
}

void ArticleIndex::Built::choose_passage(const SearchTerms& post, Suggestion& into) const {
  std::unordered_map<std::uint64_t, double> wanted;  // and how telling each is
  for (const SearchTerm& word : post.words) {
    if (!word.small) wanted.emplace(word.key, rarity(word.key));
  }
  const std::vector<IndexedPassage>& all = passages[into.article];
  const auto worth = [&](const IndexedPassage& passage) {
    std::unordered_set<std::uint64_t> seen;
    double sum = 0;
    for (const SearchTerm& word : passage.words) {
      const auto found = wanted.find(word.key);
      if (found != wanted.end() && seen.insert(word.key).second) sum += found->second;
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
  for (const SearchTerm& word : post.words) {
    if (!word.small && words[into.article].contains(word.key)) into.post_spans.push_back(word.span);
  }
}

std::vector<Suggestion> ArticleIndex::suggest(std::string_view post, std::size_t most) const {
  post = post.substr(0, kMostPostBytes);
  const std::vector<double> all = scores(post);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return all[a] > all[b]; });
  std::vector<SearchTerms> terms(built_->languages.size());
  std::vector<Suggestion> out;
  for (const std::size_t article : order) {
    if (out.size() >= most) break;
    SearchTerms& cut = terms[built_->language[article]];
    if (cut.words.empty()) TermCutter(built_->languages[built_->language[article]]).cut(post, cut);
    Suggestion suggestion;
    suggestion.article = article;
    suggestion.score = all[article];
    built_->choose_passage(cut, suggestion);
    // Pieces and small words alone are chance.
    if (!suggestion.post_spans.empty()) out.push_back(std::move(suggestion));
  }
  return out;
}

}  // namespace rapport
