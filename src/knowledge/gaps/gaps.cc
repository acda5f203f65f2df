#include "knowledge/gaps/gaps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/unicode.h"
#include "knowledge/search/terms.h"

namespace rapport {
namespace {

// A gap is named by the first of its questions; of a thousand the rest say the same.
constexpr std::size_t kMostNamedBy = 100;
// Of each person: else one who asks a hundred times names it alone.
constexpr std::size_t kMostOfPerson = 3;

std::string primary_of(std::string_view language) {
  return fold_case(language.substr(0, language.find_first_of("-_")));
}

// Who says a stem, and how it is spelled.
struct Stem {
  std::set<std::int64_t> people;
  std::map<std::string, std::size_t> spellings;

  const std::string& usual() const {
    return std::ranges::max_element(
               spellings, [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
};

using Stems = std::unordered_map<std::uint64_t, Stem>;

// The stems of a question that say something, each once, in its order.
std::vector<std::pair<std::uint64_t, std::string>> stems_of(TermCutter& cutter,
                                                            std::string_view text) {
  SearchTerms terms;
  cutter.cut(text, terms);
  std::vector<std::pair<std::uint64_t, std::string>> out;
  std::unordered_set<std::uint64_t> seen;
  for (const SearchTerm& word : terms.words) {
    if (word.small || !seen.insert(word.key).second) continue;
    out.emplace_back(word.key,
                     fold_case(text.substr(word.span.begin, word.span.end - word.span.begin)));
  }
  return out;
}

class Naming {
 public:
  Naming(std::string_view language, std::span<const std::string_view> texts)
      : cutter_(language), all_(texts.size()) {
    for (const std::string_view text : texts) {
      for (const auto& [key, spelling] : stems_of(cutter_, text)) ++everywhere_[key];
    }
  }

  // `own`: the most central first. Only what several people say names a gap: somebody who asks
  // twice has words of their own twice.
  void name(const std::vector<AskedQuestion>& own, std::size_t most, FoundGap& into) {
    Stems stems;
    std::map<std::int64_t, std::size_t> people;  // and how much of theirs was looked at
    std::size_t looked = 0;
    std::vector<std::pair<std::uint64_t, std::string>> central;
    for (const AskedQuestion& each : own) {
      if (people[each.person] == kMostOfPerson) continue;
      ++people[each.person];
      auto said = stems_of(cutter_, each.text);
      for (const auto& [key, spelling] : said) {
        stems[key].people.insert(each.person);
        ++stems[key].spellings[spelling];
      }
      if (looked == 0) central = std::move(said);
      if (++looked == kMostNamedBy) break;
    }
    // How many of them have the word, and how rare it is elsewhere.
    std::vector<std::tuple<double, std::string, std::uint64_t>> telling;
    for (const auto& [key, stem] : stems) {
      const double share =
          static_cast<double>(stem.people.size()) / static_cast<double>(people.size());
      const double rarity =
          std::log(1 + static_cast<double>(all_) / static_cast<double>(everywhere_[key]));
      if (stem.people.size() > 1 || into.people == 1) {
        telling.emplace_back(-share * rarity, stem.usual(), key);
      }
    }
    std::ranges::sort(telling);
    if (telling.size() > most) telling.resize(most);
    std::map<std::uint64_t, std::string> chosen;
    for (const auto& [weight, word, key] : telling) {
      into.words.push_back(word);
      chosen.emplace(key, word);
    }
    // As a person put them, then what that person did not say.
    std::vector<std::string> ordered;
    for (const auto& [key, spelling] : central) {
      if (chosen.erase(key) > 0) ordered.push_back(spelling);
    }
    for (const std::string& word : into.words) {
      const auto left =
          std::ranges::find(chosen, word, [](const auto& each) { return each.second; });
      if (left != chosen.end()) ordered.push_back(word);
    }
    for (const std::string& word : ordered) into.name += (into.name.empty() ? "" : " ") + word;
  }

 private:
  TermCutter cutter_;
  std::unordered_map<std::uint64_t, std::size_t> everywhere_;
  std::size_t all_;
};

void count(std::span<const AskedQuestion> questions, Time now, FoundGap& gap) {
  std::set<std::int64_t> people;
  std::set<std::int64_t> waiting;
  gap.first_at = Time::max();
  gap.last_at = Time::min();
  for (const std::size_t each : gap.questions) {
    const AskedQuestion& question = questions[each];
    people.insert(question.person);
    if (!question.answered_at) waiting.insert(question.person);
    gap.longest_wait =
        std::max(gap.longest_wait, question.answered_at.value_or(now) - question.asked_at);
    gap.first_at = std::min(gap.first_at, question.asked_at);
    gap.last_at = std::max(gap.last_at, question.asked_at);
  }
  gap.people = people.size();
  gap.waiting = waiting.size();
}

void find_in(std::string_view language, const std::vector<std::size_t>& places,
             std::span<const AskedQuestion> questions, Time now, const GapOptions& options,
             std::vector<FoundGap>& out) {
  std::vector<std::string_view> texts;
  for (const std::size_t each : places) texts.push_back(questions[each].text);
  Naming naming(language, texts);
  for (const QuestionGroup& group : group_questions(texts, language, options.grouping)) {
    FoundGap gap;
    for (const std::size_t each : group.questions) gap.questions.push_back(places[each]);
    count(questions, now, gap);
    if (gap.people < options.fewest_people) continue;
    std::vector<AskedQuestion> own;
    for (const std::size_t each : gap.questions) own.push_back(questions[each]);
    naming.name(own, options.most_words, gap);
    // Two people who share a single word that says something are alike by chance.
    if (gap.words.size() > (gap.people == 2 ? 1U : 0U)) out.push_back(std::move(gap));
  }
}

}  // namespace

std::vector<FoundGap> find_gaps(std::span<const AskedQuestion> questions, Time now,
                                const GapOptions& options) {
  std::map<std::string, std::vector<std::size_t>> languages;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    languages[primary_of(questions[i].language)].push_back(i);
  }
  std::vector<FoundGap> out;
  for (const auto& [language, places] : languages) {
    find_in(language, places, questions, now, options, out);
  }
  std::ranges::stable_sort(out, [](const FoundGap& a, const FoundGap& b) {
    return std::tuple(b.waiting, b.people, b.last_at, a.questions) <
           std::tuple(a.waiting, a.people, a.last_at, b.questions);
  });
  return out;
}

}  // namespace rapport
