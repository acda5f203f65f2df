#include "desk/outbox/own_words.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/unicode.h"
#include "store/store.h"
#include "text/characters/characters.h"

namespace rapport {
namespace {

constexpr int kMostProposals = 200;
constexpr std::size_t kLeastChanged = 10;
// Letters in a row that are somebody else's, and not chance.
constexpr std::size_t kRun = 8;
// Below that a text may be a part of a longer proposal by chance: "Thank you, Mia!"
constexpr std::size_t kFewestOfAPart = 20;

// How many letters have to be other ones.
std::size_t must_change(std::size_t proposed) {
  return std::max(std::min(kLeastChanged, (proposed + 1) / 2), proposed / 10);
}

std::vector<char32_t> letters_of(std::string_view text) {
  const std::string folded = fold_case(text);
  const CharacterTable& table = CharacterTable::get();
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t point = next_code_point(folded, at);
    if (table.is(point, kLetterClass | kNumberClass | kEmojiClass)) out.push_back(point);
  }
  return out;
}

// Whether it takes fewer than `most` letters put in, taken out or changed to make one of the other
// (Ukkonen 1985: a band of the table that is as wide as that is enough).
bool nearer_than(const std::vector<char32_t>& a, const std::vector<char32_t>& b, std::size_t most) {
  if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) >= most) return false;
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = std::min(j, most);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i > most ? i - most : 0;
    const std::size_t to = std::min(b.size(), i + most);
    std::size_t best = most;
    row[from] = from == 0 ? std::min(i, most) : most;
    if (from == 0) best = row[0];
    for (std::size_t j = from + 1; j <= to; ++j) {
      const std::size_t over = j < i + most ? above[j] : most;
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({over + 1, row[j - 1] + 1, change, most});
      best = std::min(best, row[j]);
    }
    if (best >= most) return false;
    std::swap(above, row);
  }
  return above[b.size()] < most;
}

// How many of its letters stand in no run that the proposal has, too.
std::size_t own_letters(const std::vector<char32_t>& text, const std::vector<char32_t>& proposal) {
  using Run = std::basic_string_view<char32_t>;
  const auto run_at = [](const std::vector<char32_t>& letters, std::size_t at) {
    return Run(letters.data() + at, kRun);
  };
  std::unordered_set<Run> theirs;
  for (std::size_t at = 0; at + kRun <= proposal.size(); ++at) theirs.insert(run_at(proposal, at));
  std::size_t own = 0;
  std::size_t covered = 0;  // up to here they are theirs
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at + kRun <= text.size() && theirs.contains(run_at(text, at))) covered = at + kRun;
    if (at >= covered) ++own;
  }
  return own;
}

// Sentences of it, left out or in another order.
bool is_part_of(const std::vector<char32_t>& text, const std::vector<char32_t>& proposal) {
  if (text.size() < kRun || proposal.size() < kRun) return false;
  if (text.size() < kFewestOfAPart && proposal.size() > 2 * text.size()) return false;
  return own_letters(text, proposal) < must_change(std::min(text.size(), proposal.size()));
}

}  // namespace

bool is_own(std::string_view text, std::string_view proposal) {
  const auto said = letters_of(text);
  const auto proposed = letters_of(proposal);
  return !nearer_than(said, proposed, must_change(proposed.size())) && !is_part_of(said, proposed);
}

Result<Done> check_own_words(Unit& unit, WorkspaceId workspace,
                             std::optional<ConversationId> conversation, const std::string& text) {
  const auto check = [&](const Result<std::vector<Proposal>>& proposals) -> Result<Done> {
    if (!proposals) return fail(proposals.error());
    for (const Proposal& each : *proposals) {
      if (!is_own(text, each.text)) {
        return invalid("This is still the proposed draft. Say it in your own words first.", "text");
      }
    }
    return Done{};
  };
  // Those of today first: one may be taken along to another conversation.
  RAPPORT_TRY(check(unit.proposals().newest(workspace, kMostProposals)));
  if (!conversation) return Done{};
  return check(unit.proposals().of(workspace, *conversation, kMostProposals));
}

}  // namespace rapport
