#include "methods/net.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "methods/text_features.h"
#include "text/reading/features.h"

namespace rapport::methods {
namespace {

constexpr std::size_t kMostWords = 80;
constexpr unsigned kShouted = 1;
constexpr unsigned kStretched = 2;
constexpr unsigned kNegated = 4;

std::uint64_t key(std::uint64_t kind, std::uint64_t hash) {
  return mixed(0x7c3f2d1e9b8a6054U + kind, hash);
}

// Adds `by` times `from` to `to`.
void add(float* to, const float* from, float by, int size) {
  for (int i = 0; i < size; ++i) to[i] += by * from[i];
}

}  // namespace

template <class Visit>
void NetWords::describe(std::string_view text, Visit&& visit) {
  cut_tokens(text, tokens_);
  int negated = 0;
  std::size_t count = 0;
  for (const TextToken& token : tokens_.list) {
    if (++count > kMostWords - 2) break;
    const std::string_view normal = tokens_.normal_of(token);
    if (token.kind == TokenKind::kPunctuation && normal != "'" && normal != "\"" && normal != "-") {
      negated = 0;
    }
    unsigned state = 0;
    if (token.shouted) state |= kShouted;
    if (token.stretched) state |= kStretched;
    if (negated > 0) state |= kNegated;
    visit(normal, token.kind, state);
    if (negated > 0) --negated;
    if (token.kind == TokenKind::kWord && negates(normal)) negated = 4;
  }
}

NetWords::Type NetWords::make_type(std::string_view normal, TokenKind kind, unsigned state) const {
  Type type;
  const auto row = [&](std::uint64_t which) -> std::int64_t {
    const auto at = rows_.find(which);
    return at == rows_.end() ? -1 : static_cast<std::int64_t>(at->second);
  };
  const auto flag = [&](std::uint64_t which) {
    if (const std::int64_t at = row(which); at >= 0) {
      type.flags.push_back(static_cast<std::uint32_t>(at));
    }
  };
  type.word = static_cast<std::int32_t>(row(key(0, hash_of(normal))));
  std::string inner(normal);
  if (kind == TokenKind::kHashtag && normal.size() > 1) {
    inner.erase(0, 1);
    flag(key(0, hash_of(inner)));
    flag(key(1, 100));
  }
  if (type.word < 0) flag(key(1, 101));
  for (const unsigned one : {kShouted, kStretched, kNegated}) {
    if ((state & one) != 0) flag(key(1, one));
  }
  if (const Lexicons::Entry* entry = Lexicons::shared().find(inner)) {
    const int turned = (state & kNegated) != 0 ? 50 : 0;
    if (entry->vader != 0) {
      flag(key(2, static_cast<std::uint64_t>(turned + 20 + std::lround(entry->vader * 5))));
    }
    if (entry->opinion != 0) {
      flag(key(3, static_cast<std::uint64_t>(turned + 20 + std::lround(entry->opinion))));
    }
    if (entry->emoji != 0) {
      flag(key(4, static_cast<std::uint64_t>(20 + std::lround(entry->emoji * 5))));
    }
  }
  if (kind == TokenKind::kWord || kind == TokenKind::kHashtag) {
    each_piece(inner, [&](std::uint64_t piece) {
      if (const std::int64_t at = row(key(5, piece)); at >= 0) {
        type.pieces.push_back(static_cast<std::uint32_t>(at));
      }
    });
  }
  return type;
}

void NetWords::fit(const std::vector<std::string>& texts, int least_words, int least_pieces) {
  std::unordered_map<std::string, int> words;
  for (const std::string& text : texts) {
    describe(text, [&](std::string_view normal, TokenKind kind, unsigned) {
      ++words[std::string(normal)];
      if (kind == TokenKind::kHashtag && normal.size() > 1) ++words[std::string(normal.substr(1))];
    });
  }
  std::vector<std::uint64_t> kept;
  std::unordered_map<std::uint64_t, int> pieces;
  for (const auto& [word, count] : words) {
    if (count >= least_words) kept.push_back(key(0, hash_of(word)));
    each_piece(word, [&](std::uint64_t piece) { ++pieces[piece]; });
  }
  for (const auto& [piece, count] : pieces) {
    if (count >= least_pieces) kept.push_back(key(5, piece));
  }
  for (const std::uint64_t flag : {1, 2, 4, 100, 101, 102, 103}) kept.push_back(key(1, flag));
  for (std::uint64_t value = 0; value < 100; ++value) {
    for (const std::uint64_t lexicon : {2, 3, 4}) kept.push_back(key(lexicon, value));
  }
  std::ranges::sort(kept);
  rows_.clear();
  for (const std::uint64_t one : kept) {
    rows_.emplace(one, static_cast<std::uint32_t>(rows_.size()));
  }
  known_.clear();
  types_.clear();
  // The edges of a text.
  types_.push_back({static_cast<std::int32_t>(rows_.at(key(1, 102))), {}, {}});
  types_.push_back({static_cast<std::int32_t>(rows_.at(key(1, 103))), {}, {}});
}

NetWords::Sentence NetWords::read(std::string_view text) {
  Sentence out{0};
  describe(text, [&](std::string_view normal, TokenKind kind, unsigned state) {
    const std::uint64_t which = mixed(hash_of(normal), state + 1);
    auto [at, fresh] = known_.try_emplace(which, static_cast<std::uint32_t>(types_.size()));
    if (fresh) types_.push_back(make_type(normal, kind, state));
    out.push_back(at->second);
  });
  while (out.size() < Net::kWindows) out.push_back(1);
  out.push_back(1);
  return out;
}

std::vector<NetWords::Sentence> NetWords::read_all(const std::vector<std::string>& texts) {
  std::vector<Sentence> out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.push_back(read(text));
  return out;
}

std::int64_t NetWords::row_of_word(std::string_view normal) const {
  const auto at = rows_.find(key(0, hash_of(normal)));
  return at == rows_.end() ? -1 : static_cast<std::int64_t>(at->second);
}

struct Net::Work {
  std::vector<float> input;    // word × width
  std::vector<float> mask;     // word × width: dropout
  std::vector<char> dropped;   // whether the word's own row is left out
  std::vector<float> product;  // word × columns
  std::vector<float> pooled;   // with a 1 at the end
  std::vector<float> pooled_mask;
  std::vector<int> where;    // of each filter's maximum
  std::vector<float> slope;  // of pooled
  std::vector<float> input_slope;
};

double net_operations(double words, int filters, int outputs) {
  const int columns = filters * Net::kWindows * (Net::kWindows + 1) / 2;
  const int pooled = filters * Net::kWindows + Net::kWidth;
  return words * (columns + Net::kWidth) + static_cast<double>(pooled * outputs);
}

double mixed_operations(double features, int nets, int filters, int outputs) {
  return features * outputs + nets * net_operations(22, filters, outputs);
}

Net::Net(const NetWords& words, std::vector<int> outputs, const NetOptions& options)
    : words_(&words),
      options_(options),
      outputs_(std::move(outputs)),
      filters_(options.filters),
      columns_(options.filters * (kWindows * (kWindows + 1) / 2)),
      pooled_(options.filters * kWindows + kWidth),
      random_(options.seed * 0x9e3779b97f4a7c15U + 1) {
  const auto fill = [&](std::vector<float>& to, std::size_t size, double reach) {
    to.resize(size);
    for (float& one : to) one = static_cast<float>((uniform() * 2 - 1) * reach);
  };
  fill(rows_, words_->rows() * kWidth, 0.1);
  row_squares_.assign(words_->rows(), 1e-3F);
  fill(filter_, static_cast<std::size_t>(kWidth) * static_cast<std::size_t>(columns_), 0.1);
  filter_squares_.assign(filter_.size(), 1e-3F);
  bias_.assign(static_cast<std::size_t>(filters_ * kWindows), 0);
  bias_squares_.assign(bias_.size(), 1e-3F);
  for (const int size : outputs_) {
    auto& head = head_.emplace_back();
    fill(head, static_cast<std::size_t>(size) * static_cast<std::size_t>(pooled_ + 1), 0.02);
    head_squares_.emplace_back(head.size(), 1e-2F);
  }
}

double Net::uniform() {
  // splitmix64
  std::uint64_t z = (random_ += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1.0p-53;
}

void Net::start_from(const std::vector<float>& vectors) {
  for (std::size_t row = 0; row * kWidth < vectors.size(); ++row) {
    const float* from = &vectors[row * kWidth];
    if (std::any_of(from, from + kWidth, [](float x) { return x != 0; })) {
      std::copy(from, from + kWidth, &rows_[row * kWidth]);
    }
  }
}

void Net::forward(const NetWords::Sentence& text, Work& work, bool learn) {
  const std::size_t size = text.size();
  work.input.assign(size * kWidth, 0);
  work.dropped.assign(size, 0);
  if (learn) work.mask.assign(size * kWidth, 1);
  const auto keep = static_cast<float>(1 / (1 - options_.drop_input));
  for (std::size_t t = 0; t < size; ++t) {
    const NetWords::Type& type = words_->type(text[t]);
    float* x = &work.input[t * kWidth];
    if (type.word >= 0) {
      if (learn && uniform() < options_.drop_word) {
        work.dropped[t] = 1;
      } else {
        add(x, &rows_[static_cast<std::size_t>(type.word) * kWidth], 1, kWidth);
      }
    }
    for (const std::uint32_t row : type.flags) add(x, &rows_[row * kWidth], 1, kWidth);
    if (!type.pieces.empty()) {
      const float share = 1 / std::sqrt(static_cast<float>(type.pieces.size()));
      for (const std::uint32_t row : type.pieces) add(x, &rows_[row * kWidth], share, kWidth);
    }
    if (learn && options_.drop_input > 0) {
      float* mask = &work.mask[t * kWidth];
      for (int d = 0; d < kWidth; d += 4) {
        // Four coin tosses of 16 bits out of one number.
        auto bits = static_cast<std::uint64_t>(uniform() * 0x1.0p53);
        for (int i = 0; i < 4; ++i, bits >>= 13U) {
          mask[d + i] = static_cast<double>(bits & 0x1fffU) < options_.drop_input * 8192 ? 0 : keep;
          x[d + i] *= mask[d + i];
        }
      }
    }
  }

  // product = input × filter, in blocks that stay in registers.
  work.product.resize(size * static_cast<std::size_t>(columns_));
  constexpr int kBlock = 64;
  for (int column = 0; column < columns_; column += kBlock) {
    const int width = std::min(kBlock, columns_ - column);
    for (std::size_t t = 0; t < size; t += 4) {
      float sums[4][kBlock] = {};
      const std::size_t rows = std::min<std::size_t>(4, size - t);
      const float* x0 = &work.input[t * kWidth];
      const float* x1 = rows > 1 ? x0 + kWidth : x0;
      const float* x2 = rows > 2 ? x0 + 2 * kWidth : x0;
      const float* x3 = rows > 3 ? x0 + 3 * kWidth : x0;
      if (width == kBlock) {
        for (int d = 0; d < kWidth; ++d) {
          const float* w = &filter_[static_cast<std::size_t>(d * columns_ + column)];
          for (int c = 0; c < kBlock; ++c) {
            sums[0][c] += x0[d] * w[c];
            sums[1][c] += x1[d] * w[c];
            sums[2][c] += x2[d] * w[c];
            sums[3][c] += x3[d] * w[c];
          }
        }
      } else {
        for (int d = 0; d < kWidth; ++d) {
          const float* w = &filter_[static_cast<std::size_t>(d * columns_ + column)];
          for (int c = 0; c < width; ++c) {
            sums[0][c] += x0[d] * w[c];
            sums[1][c] += x1[d] * w[c];
            sums[2][c] += x2[d] * w[c];
            sums[3][c] += x3[d] * w[c];
          }
        }
      }
      for (std::size_t r = 0; r < rows; ++r) {
        std::copy(sums[r], sums[r] + width,
                  &work.product[(t + r) * static_cast<std::size_t>(columns_) +
                                static_cast<std::size_t>(column)]);
      }
    }
  }

  work.pooled.assign(static_cast<std::size_t>(pooled_ + 1), 0);
  work.where.assign(static_cast<std::size_t>(filters_ * kWindows), -1);
  const auto columns = static_cast<std::size_t>(columns_);
  std::vector<float> value(static_cast<std::size_t>(filters_));
  int place = 0;
  for (int window = 1; window <= kWindows; ++window) {
    float* best = &work.pooled[static_cast<std::size_t>((window - 1) * filters_)];
    int* where = &work.where[static_cast<std::size_t>((window - 1) * filters_)];
    const float* bias = &bias_[static_cast<std::size_t>((window - 1) * filters_)];
    for (std::size_t t = 0; t + static_cast<std::size_t>(window) <= size; ++t) {
      std::copy(bias, bias + filters_, value.data());
      for (int j = 0; j < window; ++j) {
        add(value.data(),
            &work.product[(t + static_cast<std::size_t>(j)) * columns +
                          static_cast<std::size_t>((place + j) * filters_)],
            1, filters_);
      }
      const int here = static_cast<int>(t);
      for (int f = 0; f < filters_; ++f) {
        const bool better = value[static_cast<std::size_t>(f)] > best[f];
        best[f] = better ? value[static_cast<std::size_t>(f)] : best[f];
        where[f] = better ? here : where[f];
      }
    }
    place += window;
  }
  float* mean = &work.pooled[static_cast<std::size_t>(filters_ * kWindows)];
  const float share = 1 / std::sqrt(static_cast<float>(size));
  for (std::size_t t = 0; t < size; ++t) add(mean, &work.input[t * kWidth], share, kWidth);
  if (learn && options_.drop_pooled > 0) {
    work.pooled_mask.resize(static_cast<std::size_t>(pooled_));
    const auto kept = static_cast<float>(1 / (1 - options_.drop_pooled));
    for (int i = 0; i < pooled_; ++i) {
      const float m = uniform() < options_.drop_pooled ? 0 : kept;
      work.pooled_mask[static_cast<std::size_t>(i)] = m;
      work.pooled[static_cast<std::size_t>(i)] *= m;
    }
  }
  work.pooled[static_cast<std::size_t>(pooled_)] = 1;
}

void Net::backward(const NetWords::Sentence& text, Work& work) {
  const std::size_t size = text.size();
  const auto rate = static_cast<float>(rate_);
  work.input_slope.assign(size * kWidth, 0);
  if (options_.drop_pooled > 0) {
    for (int i = 0; i < pooled_; ++i) {
      work.slope[static_cast<std::size_t>(i)] *= work.pooled_mask[static_cast<std::size_t>(i)];
    }
  }
  const float* mean = &work.slope[static_cast<std::size_t>(filters_ * kWindows)];
  const float share = 1 / std::sqrt(static_cast<float>(size));
  for (std::size_t t = 0; t < size; ++t) add(&work.input_slope[t * kWidth], mean, share, kWidth);
  int place = 0;
  for (int window = 1; window <= kWindows; ++window) {
    for (int f = 0; f < filters_; ++f) {
      const auto which = static_cast<std::size_t>((window - 1) * filters_ + f);
      const float slope = work.slope[which];
      if (work.where[which] < 0 || slope == 0) continue;
      bias_squares_[which] += slope * slope;
      bias_[which] -= rate * slope / std::sqrt(bias_squares_[which]);
      for (int j = 0; j < window; ++j) {
        const auto t = static_cast<std::size_t>(work.where[which] + j);
        const float* x = &work.input[t * kWidth];
        float* dx = &work.input_slope[t * kWidth];
        float* w = &filter_[static_cast<std::size_t>((place + j) * filters_ + f)];
        float* squares = &filter_squares_[static_cast<std::size_t>((place + j) * filters_ + f)];
        for (int d = 0; d < kWidth; ++d) {
          float& weight = w[d * columns_];
          dx[d] += slope * weight;
          const float by = slope * x[d];
          float& square = squares[d * columns_];
          square += by * by;
          weight -= rate * by / std::sqrt(square);
        }
      }
    }
    place += window;
  }
  for (std::size_t t = 0; t < size; ++t) {
    float* dx = &work.input_slope[t * kWidth];
    if (options_.drop_input > 0) {
      const float* mask = &work.mask[t * kWidth];
      for (int d = 0; d < kWidth; ++d) dx[d] *= mask[d];
    }
    float square = 0;
    for (int d = 0; d < kWidth; ++d) square += dx[d] * dx[d];
    square /= kWidth;
    if (square == 0) continue;
    const NetWords::Type& type = words_->type(text[t]);
    const auto learn = [&](std::size_t row, float part) {
      row_squares_[row] += square * part * part;
      add(&rows_[row * kWidth], dx, -rate * part / std::sqrt(row_squares_[row]), kWidth);
    };
    if (type.word >= 0 && work.dropped[t] == 0) learn(static_cast<std::size_t>(type.word), 1);
    for (const std::uint32_t row : type.flags) learn(row, 1);
    if (!type.pieces.empty()) {
      const float part = 1 / std::sqrt(static_cast<float>(type.pieces.size()));
      for (const std::uint32_t row : type.pieces) learn(row, part);
    }
  }
}

void Net::train(const std::vector<NetTask>& tasks, const NetOptions& options) {
  options_ = options;
  kept_.clear();
  Work work;
  struct Step {
    std::uint32_t task;
    std::uint32_t row;
  };
  std::vector<Step> steps;
  std::size_t done = 0;
  double planned = 0;
  for (const NetTask& task : tasks) {
    planned += static_cast<double>(task.texts.size()) * task.share * options.rounds;
  }
  std::vector<float> logits;
  for (int round = 0; round < options.rounds; ++round) {
    steps.clear();
    for (std::uint32_t i = 0; i < tasks.size(); ++i) {
      for (std::uint32_t row = 0; row < tasks[i].texts.size(); ++row) {
        double share = tasks[i].share;
        for (; share >= 1; --share) steps.push_back({i, row});
        if (uniform() < share) steps.push_back({i, row});
      }
    }
    for (std::size_t i = steps.size(); i > 1; --i) {
      std::swap(steps[i - 1], steps[static_cast<std::size_t>(uniform() * static_cast<double>(i))]);
    }
    for (const Step& step : steps) {
      const NetTask& task = tasks[step.task];
      const auto outputs = static_cast<std::size_t>(task.outputs);
      rate_ = options.rate * std::max(0.02, 1 - static_cast<double>(done++) / planned);
      const NetWords::Sentence& text = task.texts[step.row];
      forward(text, work, true);
      auto& head = head_[step.task];
      auto& squares = head_squares_[step.task];
      const auto width = static_cast<std::size_t>(pooled_ + 1);
      logits.assign(outputs, 0);
      for (std::size_t k = 0; k < outputs; ++k) {
        float sum = 0;
        const float* h = &head[k * width];
        for (std::size_t i = 0; i < width; ++i) sum += h[i] * work.pooled[i];
        logits[k] = sum;
      }
      if (task.multilabel) {
        for (std::size_t k = 0; k < outputs; ++k) {
          const float target = task.member[step.row * outputs + k] != 0 ? 1 : 0;
          logits[k] = 1 / (1 + std::exp(-logits[k])) - target;
        }
      } else {
        const float most = *std::ranges::max_element(logits);
        float sum = 0;
        for (float& one : logits) sum += one = std::exp(one - most);
        const auto smooth =
            static_cast<float>(options.smoothing / static_cast<double>(task.outputs));
        for (std::size_t k = 0; k < outputs; ++k) {
          const float target = smooth + (static_cast<int>(k) == task.gold[step.row]
                                             ? 1 - static_cast<float>(options.smoothing)
                                             : 0);
          logits[k] = logits[k] / sum - target;
        }
      }
      work.slope.assign(width, 0);
      const auto rate = static_cast<float>(rate_);
      for (std::size_t k = 0; k < outputs; ++k) {
        const float slope = logits[k] * static_cast<float>(task.weight);
        float* h = &head[k * width];
        float* s = &squares[k * width];
        for (std::size_t i = 0; i < width; ++i) {
          work.slope[i] += slope * h[i];
          const float by = slope * work.pooled[i];
          s[i] += by * by;
          h[i] -= rate * by / std::sqrt(s[i]);
        }
      }
      backward(text, work);
    }
  }
}

std::vector<float> Net::scores(const std::vector<NetWords::Sentence>& texts, int task) {
  Work work;
  const auto outputs = static_cast<std::size_t>(outputs_[static_cast<std::size_t>(task)]);
  const auto& head = head_[static_cast<std::size_t>(task)];
  const auto width = static_cast<std::size_t>(pooled_ + 1);
  std::vector<float> out;
  out.reserve(texts.size() * outputs);
  for (const auto& text : texts) {
    forward(text, work, false);
    for (std::size_t k = 0; k < outputs; ++k) {
      float sum = 0;
      for (std::size_t i = 0; i < width; ++i) sum += head[k * width + i] * work.pooled[i];
      out.push_back(sum);
    }
  }
  return out;
}

void Net::read(const NetWords::Sentence& text, int task, float* logits) {
  const auto columns = static_cast<std::size_t>(columns_);
  const auto filters = static_cast<std::size_t>(filters_);
  const std::size_t size = text.size();
  if (kept_.size() < words_->types()) kept_.resize(words_->types());
  thread_local std::vector<const float*> rows;
  rows.clear();
  for (const std::uint32_t type : text) {
    std::vector<float>& kept = kept_[type];
    if (kept.empty()) {
      Work work;
      forward({type}, work, false);
      kept.assign(work.product.begin(), work.product.begin() + columns_);
      kept.insert(kept.end(), work.input.begin(), work.input.begin() + kWidth);
    }
    rows.push_back(kept.data());
  }
  thread_local std::vector<float> pooled;
  pooled.assign(static_cast<std::size_t>(pooled_ + 1), 0);
  // Blocks of sixteen filters, whose maxima stay in registers.
  static_assert(kWindows == 3);
  constexpr std::size_t kBlock = 16;
  for (std::size_t f = 0; f < filters; f += kBlock) {
    float one[kBlock] = {};
    float two[kBlock] = {};
    float three[kBlock] = {};
    const float* bias = &bias_[f];
    for (std::size_t t = 0; t < size; ++t) {
      const float* a = rows[t] + f;
      for (std::size_t i = 0; i < kBlock; ++i) one[i] = std::max(one[i], bias[i] + a[i]);
      if (t + 1 >= size) continue;
      const float* b = rows[t + 1] + f;
      for (std::size_t i = 0; i < kBlock; ++i) {
        two[i] = std::max(two[i], bias[filters + i] + a[filters + i] + b[2 * filters + i]);
      }
      if (t + 2 >= size) continue;
      const float* c = rows[t + 2] + f;
      for (std::size_t i = 0; i < kBlock; ++i) {
        three[i] = std::max(three[i], bias[2 * filters + i] + a[3 * filters + i] +
                                          b[4 * filters + i] + c[5 * filters + i]);
      }
    }
    std::copy(one, one + kBlock, &pooled[f]);
    std::copy(two, two + kBlock, &pooled[filters + f]);
    std::copy(three, three + kBlock, &pooled[2 * filters + f]);
  }
  float* mean = &pooled[filters * kWindows];
  const float share = 1 / std::sqrt(static_cast<float>(size));
  for (std::size_t t = 0; t < size; ++t) add(mean, rows[t] + columns, share, kWidth);
  pooled[static_cast<std::size_t>(pooled_)] = 1;
  const auto width = static_cast<std::size_t>(pooled_ + 1);
  const auto& head = head_[static_cast<std::size_t>(task)];
  for (std::size_t k = 0; k < static_cast<std::size_t>(outputs_[static_cast<std::size_t>(task)]);
       ++k) {
    float sum = 0;
    for (std::size_t i = 0; i < width; ++i) sum += head[k * width + i] * pooled[i];
    logits[k] = sum;
  }
}

}  // namespace rapport::methods
