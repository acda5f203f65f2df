#include "rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <unordered_map>
#include <utility>

#include "examples.h"

namespace rapport {
namespace {

double telling(const std::vector<float>& counts) {
  double total = 0;
  for (const float n : counts) total += n;
  const auto languages = static_cast<double>(counts.size());
  double out = 0;
  for (const float n : counts) {
    if (n > 0) out += n * std::log((n + 0.02 * total / languages) * languages / (total * 1.02));
  }
  // What was met a few times tells by chance.
  return out - languages / 2;
}

}  // namespace

Rows choose_rows(Group& group, std::size_t most_words, std::size_t most_pieces) {
  constexpr std::size_t kDraws = 120000;
  const std::size_t count = group.languages.size();
  std::unordered_map<std::uint32_t, std::vector<float>> of_words;
  Random random(11 + group.index());
  Example example;
  for (std::size_t l = 0; l < count; ++l) {
    for (std::size_t i = 0; i < kDraws; ++i) {
      draw(group.languages[l], random, example);
      // Long passages would drown single words.
      const float share = 4.0F / static_cast<float>(4 + example.words.size());
      for (std::uint32_t id : example.words) {
        if (!example.accents && group.words[id].plain != UINT32_MAX) id = group.words[id].plain;
        auto& counts = of_words[id];
        if (counts.empty()) counts.resize(count);
        counts[l] += share;
      }
    }
  }
  std::vector<std::pair<double, std::uint32_t>> best;
  best.reserve(of_words.size());
  for (const auto& [id, counts] : of_words) best.emplace_back(telling(counts), id);
  std::sort(best.begin(), best.end(), std::greater<>());
  Rows out;
  for (std::size_t i = 0; i < best.size() && i < most_words && best[i].first > 0; ++i) {
    KnownWord& word = group.words[best[i].second];
    word.row = static_cast<std::uint32_t>(i);
    out.words.push_back(word.hash);
  }

  // Pieces that occur in few words cannot win: leave them out before counting by language.
  std::unordered_map<std::uint64_t, float> totals;
  totals.reserve(8'000'000);
  const auto share_of = [&](std::uint32_t id) {
    return group.words[id].row == UINT32_MAX ? 1.0F : 0.15F;
  };
  for (const auto& [id, counts] : of_words) {
    float total = 0;
    for (const float n : counts) total += n;
    for (const auto& piece : group.words[id].pieces) totals[piece.hash] += total * share_of(id);
  }
  std::unordered_map<std::uint64_t, std::vector<float>> of_pieces;
  for (const auto& [piece, total] : totals) {
    if (total >= 25) of_pieces[piece].resize(count);
  }
  std::unordered_map<std::uint64_t, std::uint64_t> shorter;
  for (const auto& [id, counts] : of_words) {
    for (const auto& piece : group.words[id].pieces) {
      const auto at = of_pieces.find(piece.hash);
      if (at == of_pieces.end()) continue;
      shorter[piece.hash] = piece.shorter;
      for (std::size_t l = 0; l < count; ++l) at->second[l] += counts[l] * share_of(id);
    }
  }
  std::vector<std::pair<double, std::uint64_t>> best_pieces;
  for (const auto& [piece, counts] : of_pieces) best_pieces.emplace_back(telling(counts), piece);
  std::sort(best_pieces.begin(), best_pieces.end(), std::greater<>());
  // A piece comes with its beginnings: see each_piece.
  std::unordered_map<std::uint64_t, std::uint32_t> row_of;
  for (const auto& [score, piece] : best_pieces) {
    std::array<std::uint64_t, kLongestPiece + 1> chain{};
    std::size_t size = 0;
    for (auto at = piece; at != 0 && !row_of.contains(at); at = shorter[at]) chain[size++] = at;
    if (out.pieces.size() + size > most_pieces) break;
    while (size > 0) {
      const auto before = row_of.find(shorter[chain[--size]]);
      out.shorter.push_back(before == row_of.end() ? UINT32_MAX : before->second);
      row_of[chain[size]] = static_cast<std::uint32_t>(out.pieces.size());
      out.pieces.push_back(chain[size]);
    }
  }
  for (auto& word : group.words) {
    for (const auto& piece : word.pieces) {
      if (const auto at = row_of.find(piece.hash); at != row_of.end())
        word.rows.push_back(at->second);
    }
    word.pieces = {};
  }
  return out;
}

}  // namespace rapport
