#include "judge.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "languages.h"

namespace rapport {
namespace {

void sum_of(const Group& group, const Learned& learned, const Words& words, bool accents,
            Place& out) {
  out.fill(0);
  for (std::uint32_t id : words) {
    if (!accents && group.words[id].plain != UINT32_MAX) id = group.words[id].plain;
    const KnownWord& word = group.words[id];
    if (word.row != UINT32_MAX) {
      for (std::size_t d = 0; d < kDimensions; ++d) out[d] += learned.words[word.row][d];
    }
    for (const auto row : word.rows) {
      for (std::size_t d = 0; d < kDimensions; ++d) out[d] += learned.pieces[row][d];
    }
  }
}

}  // namespace

void calibrate(Group& group, const Learned& learned, const std::vector<float>& bias,
               std::array<float, kLengths>& slopes, const std::vector<Held>& held,
               const LetterTables& tables) {
  struct Case {
    std::vector<float> scores;
    std::size_t truth;
  };
  std::array<std::vector<Case>, kLengths> cases;
  for (const auto& one : held) {
    for (std::size_t l = 0; l < group.languages.size(); ++l) {
      if (group.languages[l].tag != one.tag) continue;
      struct See {
        unsigned index;
        std::size_t count = 0;
        bool letters(Script script, std::size_t more) {
          if (is_group(script) && group_of(script) == index) count += more;
          return count < 400;
        }
        void word(Script, const Word&) {}
      } see{group.index()};
      each_word(one.text, tables, see);
      const Words words = group.words_of(one.text);
      if (words.empty()) continue;
      Place sum;
      sum_of(group, learned, words, true, sum);
      Case now{{}, l};
      for (std::size_t k = 0; k < group.languages.size(); ++k) {
        float score = bias[k];
        for (std::size_t d = 0; d < kDimensions; ++d) score += sum[d] * learned.directions[k][d];
        now.scores.push_back(score);
      }
      cases[language_length(see.count)].push_back(std::move(now));
    }
  }
  for (std::size_t length = 0; length < kLengths; ++length) {
    double best = 1e30;
    slopes[length] = 1;
    if (cases[length].size() < 200) {
      if (length > 0) slopes[length] = slopes[length - 1];
      continue;
    }
    for (float slope = 0.1F; slope < 1.6F; slope += 0.05F) {
      double loss = 0;
      for (const auto& one : cases[length]) {
        double total = 0;
        for (const float score : one.scores) {
          total += std::exp(slope * (score - one.scores[one.truth]));
        }
        loss += std::log(total);
      }
      if (loss < best) {
        best = loss;
        slopes[length] = slope;
      }
    }
  }
}

void measure(const LanguageModel& model, const std::vector<Held>& held) {
  std::map<std::string, std::map<std::string, std::pair<std::size_t, std::size_t>>> of;
  std::map<std::string, std::map<std::string, std::size_t>> confused;
  std::map<std::string, std::pair<double, double>> calibration;
  for (const auto& one : held) {
    const LanguageGuess guess = model.guess(one.text, {});
    auto& [right, all] = of[one.kind][one.tag];
    ++all;
    right += guess.tag == one.tag ? 1 : 0;
    calibration[one.kind].first += guess.p;
    calibration[one.kind].second += 1;
    if (guess.tag != one.tag) ++confused[one.kind][one.tag + ">" + std::string(guess.tag)];
  }
  for (const auto& [kind, languages] : of) {
    double all = 0;
    double major = 0;
    double majors = 0;
    for (const auto& [tag, counts] : languages) {
      const double accuracy =
          100.0 * static_cast<double>(counts.first) / static_cast<double>(counts.second);
      all += accuracy;
      if (std::find(kMajor.begin(), kMajor.end(), tag) != kMajor.end()) {
        major += accuracy;
        majors += 1;
      }
    }
    std::printf("dev %-9s %zu languages %.2f, major %.2f, said p %.3f\n", kind.c_str(),
                languages.size(), all / static_cast<double>(languages.size()), major / majors,
                calibration[kind].first / calibration[kind].second);
    std::vector<std::pair<std::size_t, std::string>> worst;
    for (const auto& [pair, n] : confused[kind]) worst.emplace_back(n, pair);
    std::sort(worst.begin(), worst.end(), std::greater<>());
    for (std::size_t i = 0; i < worst.size() && i < 24; ++i) {
      std::printf(" %s:%zu", worst[i].second.c_str(), worst[i].first);
    }
    std::printf("\n");
  }
}

}  // namespace rapport
