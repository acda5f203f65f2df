// What a workspace's posts are about, learned from the posts themselves: between none and twelve
// topics of words and two-word phrases that belong together, and which of them another post is
// about.
//
// Pure and deterministic: the same posts in the same order give the same topics. A workspace
// renames and merges; a topic stays itself when it is learned again.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "text/tokens/tokens.h"

namespace rapport {

// A word or two neighbouring words of a topic.
struct TopicTerm {
  std::string words;  // as most posts spell it, in small letters; two with a space between them
  float weight = 0;   // 0 to 1: how sure a post with it, and nothing else, is about the topic

  bool operator==(const TopicTerm&) const = default;
};

struct Topic {
  std::int64_t id = 0;                // the workspace's own; 0: it has none yet
  std::string name;                   // suggested from its terms, or what people made of it
  std::vector<TopicTerm> terms;       // the strongest first
  std::vector<std::size_t> examples;  // indices of the posts it was learned from that show it best
  std::size_t posts = 0;              // how many of those are about it
  bool is_merged = false;  // of several, by people: what is learned again is put together

  bool operator==(const Topic&) const = default;
};

struct TopicOptions {
  std::size_t most_topics = 12;
  std::size_t fewest_posts = 50;   // different ones; of fewer nothing can be learned
  std::size_t most_posts = 50000;  // of more the last ones
  std::size_t most_terms = 24;     // of a topic
  std::size_t most_examples = 3;
  // What others write about: a term that is no more frequent in the posts than here names no topic.
  // Looked at from two hundred on.
  std::span<const std::string_view> background;
};

// The topics, that of most posts first. Posts of the same words count once. Texts of any bytes will
// do.
std::vector<Topic> learn_topics(std::span<const std::string_view> posts,
                                const TopicOptions& options = {});

// `learned` with the ids and names of those of `before` that they are again: those whose terms
// overlap most, each once. What was merged by people is put together again.
std::vector<Topic> keep_identity(const std::vector<Topic>& before, std::vector<Topic> learned);

// One topic of two, with the id and name of `into`.
Topic merge_topics(const Topic& into, const Topic& other);

// 0 to 1: how far two topics share their terms, by weight.
double overlap(const Topic& a, const Topic& b);

// The terms of topics, to be looked up. May be shared by threads.
class TopicIndex {
 public:
  static constexpr std::size_t kMostTopics = 64;  // what comes behind is left out

  TopicIndex() = default;
  explicit TopicIndex(std::span<const Topic> topics);

  bool empty() const { return ids_.empty(); }

  // The topics a text is about, likeliest first, with the terms that say so. Clears `out`;
  // allocates nothing once it has grown.
  void assign(const Tokens& tokens, std::vector<Found<std::int64_t>>& out) const;

 private:
  struct Slot {
    std::uint64_t key = 0;    // 0: free
    std::uint32_t begin = 0;  // in holders_
    std::uint32_t end = 0;
  };
  struct Holder {
    std::uint32_t topic = 0;
    float weight = 0;
  };

  const Slot* find(std::uint64_t key) const;

  std::vector<std::int64_t> ids_;
  std::vector<Slot> slots_;  // a power of two; half of them are free
  std::vector<Holder> holders_;
  // Which keys may be there at all, by their lowest bits.
  std::array<std::uint64_t, 64> maybe_{};
};

// From here on a post is about a topic.
inline constexpr float kAboutTopic = 0.5F;

}  // namespace rapport
