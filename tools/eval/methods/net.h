// A shallow convolutional net over words, trained on several sets at once.
//
// A word's vector is the sum of vectors of what it is made of: itself if known, its pieces, what
// lexicons say of it, whether it was shouted or negated. Over windows of one, two and three words
// stand linear filters; of each filter the largest answer of the text counts, beside the mean of
// all word vectors; and each set has its own linear layer on top of these.
//
// As there is nothing between a word's vector and the filters, what a word gives to each filter and
// place can be kept by word: reading a post is then a sum of kept rows and a maximum, some ten
// thousand additions, and no multiplication before the last layer.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/tokens/tokens.h"

namespace rapport::methods {

// Texts as lists of word types. Types are made while reading; rows (what has a vector) are only
// those that were met often enough when it was frozen.
class NetWords {
 public:
  using Sentence = std::vector<std::uint32_t>;

  struct Type {
    std::int32_t word = -1;             // row of the word itself
    std::vector<std::uint32_t> flags;   // rows that count fully
    std::vector<std::uint32_t> pieces;  // rows that share
  };

  // Learns which rows there are. `texts` is everything that may be trained on.
  void fit(const std::vector<std::string>& texts, int least_words, int least_pieces);
  Sentence read(std::string_view text);
  std::vector<Sentence> read_all(const std::vector<std::string>& texts);

  const Type& type(std::uint32_t index) const { return types_[index]; }
  std::size_t rows() const { return rows_.size(); }
  std::size_t types() const { return types_.size(); }
  // The row of a word's normal form, or -1.
  std::int64_t row_of_word(std::string_view normal) const;

 private:
  template <class Visit>
  void describe(std::string_view text, Visit&& visit);
  Type make_type(std::string_view normal, TokenKind kind, unsigned state) const;

  Tokens tokens_;
  std::unordered_map<std::uint64_t, std::uint32_t> rows_;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
  std::vector<Type> types_;
};

// Additions and multiplications that reading a text of so many words takes, with what a word gives
// kept by word.
double net_operations(double words, int filters, int outputs);

// Of a linear model's weights and so many nets, for a post of some 22 words.
double mixed_operations(double features, int nets, int filters, int outputs);

struct NetTask {
  int outputs = 2;
  bool multilabel = false;
  double weight = 1;  // of its loss
  double share = 1;   // of its rows that a round looks at
  std::vector<NetWords::Sentence> texts;
  std::vector<int> gold;     // class of each text
  std::vector<char> member;  // if multilabel: text × output
};

struct NetOptions {
  int filters = 64;  // for each window; a multiple of 16
  int rounds = 6;
  double rate = 0.05;
  double drop_input = 0.2;
  double drop_word = 0.1;  // a word's own row, so that pieces learn to stand in
  double drop_pooled = 0.4;
  double smoothing = 0.05;  // of labels
  std::uint64_t seed = 1;
};

class Net {
 public:
  static constexpr int kWidth = 64;  // of a word's vector
  static constexpr int kWindows = 3;

  Net(const NetWords& words, std::vector<int> outputs, const NetOptions& options);

  // Starts words from vectors that were learnt elsewhere: row × kWidth; zero rows are left alone.
  void start_from(const std::vector<float>& vectors);

  // tasks[i] goes with outputs[i]; a task without texts is left out. Goes on from where it stands.
  void train(const std::vector<NetTask>& tasks, const NetOptions& options);

  // Logits of one task, text by text.
  std::vector<float> scores(const std::vector<NetWords::Sentence>& texts, int task);
  // The same as one would read posts: what a word gives to every window's every place is kept, once
  // worked out, so that only additions, maxima and the last layer are left.
  void read(const NetWords::Sentence& text, int task, float* logits);
  int pooled() const { return pooled_; }

 private:
  struct Work;
  void forward(const NetWords::Sentence& text, Work& work, bool learn);
  void backward(const NetWords::Sentence& text, Work& work);

  const NetWords* words_;
  NetOptions options_;
  std::vector<int> outputs_;
  int filters_;
  int columns_;  // of the filter matrix: every window's every place
  int pooled_;
  std::vector<float> rows_, row_squares_;
  std::vector<float> filter_, filter_squares_;           // kWidth × columns
  std::vector<float> bias_, bias_squares_;               // window × filter
  std::vector<std::vector<float>> head_, head_squares_;  // output × (pooled + 1)
  std::uint64_t random_;
  double rate_ = 0;
  std::vector<std::vector<float>> kept_;  // by type: columns, then the word's vector

  double uniform();
};

}  // namespace rapport::methods
