#include "knowledge/related/related_words.h"

#include "base/embedded.h"
#include "knowledge/related/table.h"

namespace rapport {
namespace {

using namespace related_table;

// The next number of so many bytes; `bytes` has them.
std::uint64_t take(std::string_view& bytes, std::size_t size) {
  std::uint64_t out = 0;
  for (std::size_t i = size; i-- > 0;) out = out << 8U | static_cast<unsigned char>(bytes[i]);
  bytes.remove_prefix(size);
  return out;
}

}  // namespace

RelatedWords::RelatedWords(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 9) return;
  bytes.remove_prefix(kMagic.size());
  const std::size_t words = take(bytes, 4);
  const std::size_t pairs = take(bytes, 4);
  const double unknown = static_cast<double>(take(bytes, 1)) / kRarityUnits;
  if (bytes.size() != words * 10 + pairs * 3) return;
  std::vector<std::uint64_t> keys(words);
  for (std::uint64_t& key : keys) key = take(bytes, 8);
  std::vector<double> rarities(words);
  for (double& rarity : rarities) rarity = static_cast<double>(take(bytes, 1)) / kRarityUnits;
  std::vector<std::size_t> counts(words);
  std::size_t sum = 0;
  for (std::size_t& count : counts) sum += count = take(bytes, 1);
  if (sum != pairs) return;
  related_.resize(pairs);
  for (RelatedWord& each : related_) {
    const std::size_t place = take(bytes, 2);
    each.key = place < words ? keys[place] : 0;
  }
  for (RelatedWord& each : related_) {
    each.weight = static_cast<float>(static_cast<double>(take(bytes, 1)) / kWeightUnits);
  }
  unknown_ = unknown;
  entries_.reserve(words);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words; ++i) {
    entries_.emplace(keys[i], Entry{rarities[i], begin, begin + counts[i]});
    begin += counts[i];
  }
}

std::span<const RelatedWord> RelatedWords::of(std::uint64_t word) const {
  const auto found = entries_.find(word);
  if (found == entries_.end()) return {};
  return std::span(related_).subspan(found->second.begin, found->second.end - found->second.begin);
}

double RelatedWords::rarity(std::uint64_t word) const {
  const auto found = entries_.find(word);
  return found == entries_.end() ? unknown_ : found->second.rarity;
}

const RelatedWords* related_words(std::string_view language) {
  // What does not say its language is read as English by the stemmer, too.
  if (!language.empty() && language != "en") return nullptr;
  static const RelatedWords table = [] {
    const auto files = embedded::related_words();
    return files.empty() ? RelatedWords() : RelatedWords(files.front().bytes);
  }();
  return table.empty() ? nullptr : &table;
}

}  // namespace rapport
