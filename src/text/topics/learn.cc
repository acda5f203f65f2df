// How topics are learned, in the order it happens:
//
// 1. Words that at least a few posts hold and not too many (a brand's own name says nothing), and
//    that are more frequent than in the background, if there is one.
// 2. A graph of words that share posts more often than by chance: the log-likelihood ratio G2
//    (Dunning 1993) decides, with a bound that grows with the number of pairs that are looked at;
//    normalised pointwise mutual information (Bouma 2009) is the edge's weight.
// 3. Groups of that graph, by modularity (the method of Blondel et al. 2008).
// 4. How sure a word is of its group: of the posts with it whose *other* words speak for any group,
//    the share whose other words speak for this one. Rare words speak louder. Words that are unsure
//    are left out, and words that the graph left alone are taken in where they are sure.
// 5. Two-word phrases that hold together by G2 join the group their posts belong to.
// 6. The groups that most posts are about are topics.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/reading/features.h"
#include "text/topics/terms.h"
#include "text/topics/topics.h"

namespace rapport {
namespace {

constexpr std::size_t kMostWords = 600;
constexpr std::size_t kMostPhrases = 2000;
constexpr double kMostCommon = 0.35;  // share of the posts
constexpr double kFewest = 0.003;     // share of the posts
constexpr std::size_t kFewestPosts = 3;
constexpr double kSure = 0.3;           // of a word about its group; less says nothing
constexpr double kAdopted = 0.5;        // of a word that the graph left alone
constexpr double kSignificant = 10.83;  // G2 of one question, at a chance of one in a thousand
constexpr double kResolution = 1.5;
constexpr std::size_t kFewestWords = 3;  // of a topic
constexpr std::size_t kFewestBackground = 200;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// How unlikely it is by chance that `both` posts of `all` hold two things that `a` and `b` hold;
// negative if they shun each other.
double g2(double both, double a, double b, double all) {
  const auto part = [](double seen, double expected) {
    return seen > 0 ? seen * std::log(seen / expected) : 0;
  };
  const double sum = part(both, a * b / all) + part(a - both, a * (all - b) / all) +
                     part(b - both, (all - a) * b / all) +
                     part(all - a - b + both, (all - a) * (all - b) / all);
  return both * all >= a * b ? 2 * sum : -2 * sum;
}

struct Word {
  std::uint64_t key = 0;
  std::string spelling;
  std::uint32_t posts = 0;
  double rare = 0;  // how much it says: the logarithm of how few posts hold it
  std::uint32_t group = kNone;
  double sure = 0;
};

struct Phrase {
  std::uint64_t key = 0;
  std::string spelling;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t posts = 0;
  std::uint32_t group = kNone;
  double sure = 0;
};

struct Post {
  std::size_t index = 0;             // in what was given
  std::vector<std::uint32_t> words;  // ascending, apart
};

// The most frequent spelling of each key; of equally frequent ones the first of the alphabet.
class Spellings {
 public:
  void see(std::uint64_t key, std::string_view spelling) { ++seen_[key][std::string(spelling)]; }
  std::string of(std::uint64_t key) const {
    std::string best;
    std::uint32_t most = 0;
    for (const auto& [spelling, count] : seen_.at(key)) {
      if (count > most) {
        most = count;
        best = spelling;
      }
    }
    return best;
  }

 private:
  std::unordered_map<std::uint64_t, std::map<std::string, std::uint32_t>> seen_;
};

class Learning {
 public:
  Learning(std::span<const std::string_view> texts, const TopicOptions& options)
      : options_(options) {
    first_ = texts.size() > options.most_posts ? texts.size() - options.most_posts : 0;
    texts_ = texts.subspan(first_);
  }

  std::vector<Topic> run() {
    count_words();
    if (posts_.size() < options_.fewest_posts) return {};
    choose_words();
    read_posts();
    group_words();
    for (int round = 0; round < 2; ++round) weigh_words();

    find_phrases();
    return make_topics();
  }

 private:
  double all() const { return static_cast<double>(posts_.size()); }

  // Calls `each(key, spelling)` with the words of the text in `tokens_`.
  template <class Each>
  void each_word(Each&& each) const {
    for (const TextToken& token : tokens_.list) {
      const std::string_view word = topic_word(tokens_, token);
      if (!word.empty()) each(word_key(word), word);
    }
  }

  void count_words() {
    std::unordered_set<std::uint64_t> seen;
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      cut_tokens(texts_[i], tokens_);
      std::uint64_t whole = 1;
      for (const TextToken& token : tokens_.list) {
        if (token.kind == TokenKind::kWord || token.kind == TokenKind::kDense ||
            token.kind == TokenKind::kHashtag) {
          whole = mixed(whole, hash_of(tokens_.normal_of(token)));
        }
      }
      if (!seen.insert(whole).second) continue;
      keys.clear();
      each_word([&](std::uint64_t key, std::string_view) { keys.push_back(key); });
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      for (const std::uint64_t key : keys) ++counts_[key];
      posts_.push_back({i, {}});
    }
  }

  std::unordered_map<std::uint64_t, std::uint32_t> count_background() {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    std::vector<std::uint64_t> keys;
    for (const std::string_view text : options_.background) {
      cut_tokens(text, tokens_);
      keys.clear();
      each_word([&](std::uint64_t key, std::string_view) { keys.push_back(key); });
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      for (const std::uint64_t key : keys) ++counts[key];
    }
    return counts;
  }

  void choose_words() {
    const auto fewest = std::max<std::uint32_t>(
        kFewestPosts, static_cast<std::uint32_t>(std::ceil(kFewest * all())));
    const auto most = static_cast<std::uint32_t>(kMostCommon * all());
    const bool has_background = options_.background.size() >= kFewestBackground;
    const auto background =
        has_background ? count_background() : std::unordered_map<std::uint64_t, std::uint32_t>();
    const double others = static_cast<double>(options_.background.size());
    for (const auto& [key, posts] : counts_) {
      if (posts < fewest || posts > most) continue;
      if (has_background) {
        const auto found = background.find(key);
        const double there = found == background.end() ? 0 : found->second;
        if (g2(posts, posts + there, all(), all() + others) < kSignificant) continue;
      }
      words_.push_back({key, {}, posts, std::log(all() / posts), kNone, 0});
    }
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
      return a.posts != b.posts ? a.posts > b.posts : a.key < b.key;
    });
    if (words_.size() > kMostWords) words_.resize(kMostWords);
    for (std::uint32_t i = 0; i < words_.size(); ++i) word_of_[words_[i].key] = i;
    counts_.clear();
  }

  void read_posts() {
    Spellings spellings;
    for (Post& post : posts_) {
      cut_tokens(texts_[post.index], tokens_);
      each_word([&](std::uint64_t key, std::string_view spelling) {
        const auto found = word_of_.find(key);
        if (found == word_of_.end()) return;
        post.words.push_back(found->second);
        spellings.see(key, spelling);
      });
      std::sort(post.words.begin(), post.words.end());
      post.words.erase(std::unique(post.words.begin(), post.words.end()), post.words.end());
    }
    for (Word& word : words_) word.spelling = spellings.of(word.key);
  }

  void group_words() {
    const std::size_t count = words_.size();
    std::vector<std::uint32_t> shared(count * count, 0);
    for (const Post& post : posts_) {
      for (std::size_t a = 0; a < post.words.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) ++shared[post.words[a] * count + post.words[b]];
      }
    }
    const double pairs = static_cast<double>(count) * static_cast<double>(count) / 2;
    // About five pairs in all pass it by chance.
    const double bound = std::max(6.63, 2 * std::log(pairs / 5 + 1));
    std::vector<double> weights(count * count, 0);
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const double both = shared[a * count + b];
        if (both < 2 || g2(both, words_[a].posts, words_[b].posts, all()) < bound) continue;
        const double mutual =
            std::log(both * all() /
                     (static_cast<double>(words_[a].posts) * static_cast<double>(words_[b].posts)));
        weights[a * count + b] = weights[b * count + a] = mutual / -std::log(both / all());
      }
    }
    const std::vector<std::uint32_t> groups = communities(weights, count);
    std::vector<std::uint32_t> sizes(count, 0);
    for (const std::uint32_t group : groups) ++sizes[group];
    for (std::size_t i = 0; i < count; ++i) {
      if (sizes[groups[i]] < kFewestWords) continue;
      words_[i].group = groups[i];
      // At first as strong as it is tied to its own, in parts of the strongest tie possible.
      double inside = 0;
      double whole = 0;
      for (std::size_t j = 0; j < count; ++j) {
        whole += weights[i * count + j];
        if (groups[j] == groups[i]) inside += weights[i * count + j];
      }
      words_[i].sure = whole > 0 ? inside / whole : 0;
    }
    groups_ = count;
  }

  // Groups of a graph by modularity: nodes move to the neighbour's group that gains most, until
  // none does; then groups become nodes, and so on. Nodes without an edge stay alone.
  static std::vector<std::uint32_t> communities(std::vector<double> weights, std::size_t count) {
    std::vector<std::uint32_t> result(count);
    std::iota(result.begin(), result.end(), 0U);
    std::size_t nodes = count;
    while (true) {
      std::vector<double> degree(nodes, 0);
      double total = 0;
      for (std::size_t i = 0; i < nodes; ++i) {
        for (std::size_t j = 0; j < nodes; ++j) degree[i] += weights[i * nodes + j];
        total += degree[i];
      }
      if (total <= 0) return result;
      std::vector<std::uint32_t> group(nodes);
      std::iota(group.begin(), group.end(), 0U);
      std::vector<double> sum = degree;
      std::vector<double> ties(nodes);
      bool moved_any = false;
      for (int pass = 0; pass < 50; ++pass) {
        bool moved = false;
        for (std::size_t i = 0; i < nodes; ++i) {
          if (degree[i] <= 0) continue;
          std::fill(ties.begin(), ties.end(), 0);
          for (std::size_t j = 0; j < nodes; ++j) {
            if (j != i) ties[group[j]] += weights[i * nodes + j];
          }
          const std::uint32_t own = group[i];
          sum[own] -= degree[i];
          std::uint32_t best = own;
          double gain = ties[own] - kResolution * sum[own] * degree[i] / total;
          for (std::uint32_t g = 0; g < nodes; ++g) {
            if (ties[g] <= 0) continue;
            const double its = ties[g] - kResolution * sum[g] * degree[i] / total;
            if (its > gain + 1e-9) {
              gain = its;
              best = g;
            }
          }
          sum[best] += degree[i];
          if (best != own) {
            group[i] = best;
            moved = moved_any = true;
          }
        }
        if (!moved) break;
      }
      if (!moved_any) return result;
      // Number the groups by their first node.
      std::vector<std::uint32_t> number(nodes, kNone);
      std::uint32_t next = 0;
      for (std::size_t i = 0; i < nodes; ++i) {
        if (number[group[i]] == kNone) number[group[i]] = next++;
        group[i] = number[group[i]];
      }
      for (std::uint32_t& each : result) each = group[each];
      std::vector<double> folded(static_cast<std::size_t>(next) * next, 0);
      for (std::size_t i = 0; i < nodes; ++i) {
        for (std::size_t j = 0; j < nodes; ++j) {
          folded[static_cast<std::size_t>(group[i]) * next + group[j]] += weights[i * nodes + j];
        }
      }
      weights = std::move(folded);
      nodes = next;
    }
  }

  // What the words of a post say together: each group's sum.
  struct Votes {
    std::vector<double> sums;
    std::vector<std::uint32_t> groups;  // that have any

    void clear() {
      for (const std::uint32_t group : groups) sums[group] = 0;
      groups.clear();
    }
    void add(const Word& word) {
      if (word.group == kNone || word.sure <= 0) return;
      if (sums[word.group] == 0) groups.push_back(word.group);
      sums[word.group] += word.sure * word.rare;
    }
    // The strongest group without what these words said themselves.
    std::uint32_t best_without(const Word& one, const Word* other) const {
      std::uint32_t best = kNone;
      double most = 1e-6;
      for (const std::uint32_t group : groups) {
        double sum = sums[group];
        if (one.group == group) sum -= one.sure * one.rare;
        if (other != nullptr && other->group == group) sum -= other->sure * other->rare;
        if (sum > most || (sum == most && group < best)) {
          most = sum;
          best = group;
        }
      }
      return best;
    }
  };

  // How often a thing stood beside each group's words.
  struct Company {
    std::unordered_map<std::uint32_t, std::uint32_t> posts;
    std::uint32_t all = 0;

    void see(std::uint32_t group) {
      if (group == kNone) return;
      ++posts[group];
      ++all;
    }
    // How sure it is of a group: the share, pulled a little towards nothing.
    double share(std::uint32_t group) const {
      const auto found = posts.find(group);
      if (found == posts.end() || found->second < 2) return 0;
      return static_cast<double>(found->second) / (static_cast<double>(all) + 1);
    }
    std::uint32_t most_frequent() const {
      std::uint32_t best = kNone;
      std::uint32_t most = 0;
      for (const auto& [group, count] : posts) {
        if (count > most || (count == most && group < best)) {
          most = count;
          best = group;
        }
      }
      return best;
    }
  };

  Votes empty_votes() const { return {std::vector<double>(groups_, 0), {}}; }

  void weigh_words() {
    std::vector<Company> companies(words_.size());
    Votes votes = empty_votes();
    for (const Post& post : posts_) {
      votes.clear();
      for (const std::uint32_t word : post.words) votes.add(words_[word]);
      for (const std::uint32_t word : post.words) {
        companies[word].see(votes.best_without(words_[word], nullptr));
      }
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      Word& word = words_[i];
      if (word.group == kNone) {
        const std::uint32_t group = companies[i].most_frequent();
        if (group == kNone || companies[i].share(group) < kAdopted) continue;
        word.group = group;
      }
      const double share = companies[i].share(word.group);
      word.sure = share >= kSure ? share : 0;
    }
  }

  void find_phrases() {
    struct Seen {
      std::uint32_t first = 0;
      std::uint32_t second = 0;
      std::uint32_t posts = 0;
      std::size_t last = 0;  // one more than the post it was last seen in
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    each_pair([&](std::size_t post, std::uint32_t first, std::uint32_t second, std::string_view,
                  std::string_view) {
      Seen& its = seen[pair_key(words_[first].key, words_[second].key)];
      if (its.last == post + 1) return;
      its = {first, second, its.posts + 1, post + 1};
    });
    const auto fewest = std::max<std::uint32_t>(
        kFewestPosts, static_cast<std::uint32_t>(std::ceil(kFewest * all())));
    for (const auto& [key, its] : seen) {
      if (its.posts < fewest || its.first == its.second) continue;
      if (g2(its.posts, words_[its.first].posts, words_[its.second].posts, all()) < kSignificant) {
        continue;
      }
      phrases_.push_back({key, {}, its.first, its.second, its.posts, kNone, 0});
    }
    std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
      return a.posts != b.posts ? a.posts > b.posts : a.key < b.key;
    });
    if (phrases_.size() > kMostPhrases) phrases_.resize(kMostPhrases);

    std::unordered_map<std::uint64_t, std::uint32_t> phrase_of;
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) phrase_of[phrases_[i].key] = i;
    std::vector<Company> companies(phrases_.size());
    Spellings spellings;
    Votes votes = empty_votes();
    std::size_t counted = kNone;
    each_pair([&](std::size_t post, std::uint32_t first, std::uint32_t second,
                  std::string_view first_word, std::string_view second_word) {
      const auto found = phrase_of.find(pair_key(words_[first].key, words_[second].key));
      if (found == phrase_of.end()) return;
      spellings.see(found->first, std::string(first_word) + ' ' + std::string(second_word));
      if (counted != post) {
        votes.clear();
        for (const std::uint32_t word : posts_[post].words) votes.add(words_[word]);
        counted = post;
      }
      companies[found->second].see(votes.best_without(words_[first], &words_[second]));
    });
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      const Word& first = words_[phrases_[i].first];
      const Word& second = words_[phrases_[i].second];
      std::uint32_t group = companies[i].most_frequent();
      double sure = companies[i].share(group);
      // Often nothing else stands in such a post: then its words decide, if they agree.
      if (first.group == second.group && first.group != kNone && group != first.group) {
        group = first.group;
        sure = std::max(first.sure, second.sure);
      }
      if (sure < kSure) continue;
      phrases_[i].group = group;
      phrases_[i].sure = sure;
      phrases_[i].spelling = spellings.of(phrases_[i].key);
    }
  }

  // Calls `each(post, first, second, spelling, spelling)` with every two chosen words side by side.
  template <class Each>
  void each_pair(Each&& each) {
    for (std::size_t post = 0; post < posts_.size(); ++post) {
      if (posts_[post].words.size() < 2) continue;
      cut_tokens(texts_[posts_[post].index], tokens_);
      std::uint32_t before = kNone;
      std::string_view before_word;
      for (std::size_t i = 0; i < tokens_.list.size(); ++i) {
        const std::string_view word = topic_word(tokens_, tokens_.list[i]);
        const auto found = word.empty() ? word_of_.end() : word_of_.find(word_key(word));
        const std::uint32_t now = found == word_of_.end() ? kNone : found->second;
        if (now != kNone && before != kNone &&
            are_neighbours(tokens_.list[i - 1], tokens_.list[i])) {
          each(post, before, now, before_word, word);
        }
        before = now;
        before_word = word;
      }
    }
  }

  std::vector<Topic> make_topics() {
    struct Candidate {
      TopicTerm term;
      double strength = 0;
      std::uint32_t posts = 0;
    };
    std::map<std::uint32_t, std::vector<Candidate>> groups;
    const auto take = [&](const std::string& spelling, std::uint32_t group, double sure,
                          std::uint32_t posts) {
      if (group == kNone || spelling.empty()) return;
      groups[group].push_back(
          {{spelling, static_cast<float>(sure)}, sure * std::log2(1.0 + posts), posts});
    };
    for (const Word& word : words_)
      if (word.sure > 0) take(word.spelling, word.group, word.sure, word.posts);
    for (const Phrase& phrase : phrases_) {
      take(phrase.spelling, phrase.group, phrase.sure, phrase.posts);
    }

    std::vector<Topic> topics;
    for (auto& [group, terms] : groups) {
      std::sort(terms.begin(), terms.end(), [](const Candidate& a, const Candidate& b) {
        return a.strength != b.strength ? a.strength > b.strength : a.term.words < b.term.words;
      });
      const auto words = std::count_if(terms.begin(), terms.end(), [](const Candidate& each) {
        return each.term.words.find(' ') == std::string::npos;
      });
      if (static_cast<std::size_t>(words) < kFewestWords) continue;
      Topic topic;
      for (const Candidate& each : terms) {
        if (topic.terms.size() == options_.most_terms) break;
        topic.terms.push_back(each.term);
      }
      topic.name = name_of(topic.terms);
      topics.push_back(std::move(topic));
    }
    return count_posts(std::move(topics));
  }

  // Two words at most that tell it apart: its strongest term, and the strongest that shares no word
  // with it.
  static std::string name_of(std::vector<TopicTerm> terms) {
    // Numbers, models and sizes are terms, but no names.
    const auto is_plain = [](const TopicTerm& term) {
      return term.words.find_first_of("0123456789_") == std::string::npos;
    };
    if (std::any_of(terms.begin(), terms.end(), is_plain)) {
      std::erase_if(terms, [&](const TopicTerm& term) { return !is_plain(term); });
    }
    const auto words_of = [](std::string_view words) {
      const std::size_t space = words.find(' ');
      const std::string_view second =
          space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
      return std::pair(words.substr(0, space), second);
    };
    const auto shares = [&](std::string_view a, std::string_view b) {
      const auto [a1, a2] = words_of(a);
      const auto [b1, b2] = words_of(b);
      return a1 == b1 || a1 == b2 || (!a2.empty() && (a2 == b1 || a2 == b2));
    };
    const std::string_view first = terms.front().words;
    // A phrase says more than the word it begins with, if it is about as strong.
    for (std::size_t i = 1; i < terms.size() && i < 6; ++i) {
      if (terms[i].words.find(' ') != std::string::npos && shares(first, terms[i].words) &&
          first.find(' ') == std::string_view::npos) {
        return shown(terms[i].words);
      }
    }
    if (first.find(' ') != std::string_view::npos) return shown(first);
    for (const TopicTerm& each : terms) {
      if (!shares(first, each.words)) return shown(first) + ", " + shown(each.words);
    }
    return shown(first);
  }

  // Two pairs of ideographs that overlap are three.
  static std::string shown(std::string_view words) {
    const std::size_t space = words.find(' ');
    if (space == std::string_view::npos || static_cast<unsigned char>(words[0]) < 0xE3) {
      return std::string(words);
    }
    const std::string_view first = words.substr(0, space);
    const std::string_view second = words.substr(space + 1);
    std::size_t last = first.size();
    while (last > 0 && (static_cast<unsigned char>(first[last - 1]) & 0xC0U) == 0x80U) --last;
    if (last == 0 || !second.starts_with(first.substr(last - 1))) return std::string(words);
    return std::string(first.substr(0, last - 1)) + std::string(second);
  }

  // Which posts the topics are about; those of too few are no topics.
  std::vector<Topic> count_posts(std::vector<Topic> topics) {
    struct Shown {
      float p = 0;
      std::size_t post = 0;
    };
    for (std::size_t i = 0; i < topics.size(); ++i) topics[i].id = static_cast<std::int64_t>(i);
    std::vector<std::vector<Shown>> about(topics.size());
    std::vector<Found<std::int64_t>> found;
    for (std::size_t begin = 0; begin < topics.size(); begin += TopicIndex::kMostTopics) {
      const std::size_t count = std::min(TopicIndex::kMostTopics, topics.size() - begin);
      const TopicIndex index(std::span<const Topic>(topics).subspan(begin, count));
      for (const Post& post : posts_) {
        if (post.words.empty()) continue;
        cut_tokens(texts_[post.index], tokens_);
        index.assign(tokens_, found);
        for (const auto& each : found) {
          about[static_cast<std::size_t>(each.label)].push_back({each.p, post.index + first_});
        }
      }
    }
    const auto fewest = std::max<std::size_t>(5, static_cast<std::size_t>(0.01 * all()));
    std::vector<Topic> kept;
    for (std::size_t i = 0; i < topics.size(); ++i) {
      if (about[i].size() < fewest) continue;
      topics[i].posts = about[i].size();
      std::stable_sort(about[i].begin(), about[i].end(),
                       [](const Shown& a, const Shown& b) { return a.p > b.p; });
      for (std::size_t k = 0; k < about[i].size() && k < options_.most_examples; ++k) {
        topics[i].examples.push_back(about[i][k].post);
      }
      topics[i].id = 0;
      kept.push_back(std::move(topics[i]));
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Topic& a, const Topic& b) { return a.posts > b.posts; });
    if (kept.size() > options_.most_topics) kept.resize(options_.most_topics);
    return kept;
  }

  TopicOptions options_;
  std::span<const std::string_view> texts_;
  std::size_t first_ = 0;
  Tokens tokens_;
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
  std::unordered_map<std::uint64_t, std::uint32_t> word_of_;
  std::vector<Word> words_;
  std::vector<Phrase> phrases_;
  std::vector<Post> posts_;
  std::size_t groups_ = 0;
};

}  // namespace

std::vector<Topic> learn_topics(std::span<const std::string_view> posts,
                                const TopicOptions& options) {
  return Learning(posts, options).run();
}

}  // namespace rapport
