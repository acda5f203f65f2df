#include <algorithm>

#include "coach/clauses.h"
#include "coach/facts.h"
#include "coach/rules/promise_words.h"
#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

enum class Kind : std::uint8_t { kDate, kRefund, kGuarantee };

bool may_promise(const Voice& voice, std::string_view what) {
  return std::find(voice.may_promise.begin(), voice.may_promise.end(), what) !=
         voice.may_promise.end();
}

// Which sentences have words that may be promised.
std::vector<bool> sentences_allowed(const View& view) {
  std::vector<bool> out(view.draft.sentences.size());
  for (const std::string_view words : view.exchange->voice.may_promise) {
    if (words == "refund" || words == "date" || words == "guarantee") continue;  // kinds
    for (const Span& span : spans_of_words(view.draft, words)) {
      const auto after = std::upper_bound(
          view.draft.sentences.begin(), view.draft.sentences.end(), span.begin,
          [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
      if (after != view.draft.sentences.begin()) {
        out[static_cast<std::size_t>(after - view.draft.sentences.begin()) - 1] = true;
      }
    }
  }
  return out;
}

// Whether all numbers of a sentence, and the days it names, stand in a text.
bool dates_agree(const Side& draft, const Sentence& sentence, const Side& article) {
  for (std::size_t i = sentence.first_word; i < sentence.last_word; ++i) {
    const Word& word = draft.words[i];
    if (word.normal.find('0') != word.normal.npos &&
        article.text.find(draft.of(word)) == std::string_view::npos) {
      return false;
    }
    if (weekdays().in_words(draft, i, i + 1) &&
        std::none_of(article.words.begin(), article.words.end(),
                     [&word](const Word& known) { return known.normal == word.normal; })) {
      return false;
    }
  }
  return true;
}

// What an article grants, or what it links to, was given away already.
bool is_known(const View& view, std::size_t sentence, Kind kind) {
  for (const KnownArticle& article : view.exchange->articles) {
    if (!article.url.empty() && view.draft.text.find(article.url) != std::string_view::npos &&
        view.draft.text.find_first_of("0123456789") == std::string_view::npos) {
      return true;
    }
  }
  if (view.best_article == View::kNone) return false;
  const Side& article = view.articles[view.best_article];
  if (kind == Kind::kRefund && !their_money().any(article)) return false;
  if (kind == Kind::kGuarantee && !guarantees().any(article) &&
      !guarantee_as_a_thing().any(article)) {
    return false;
  }
  const Sentence& its = view.draft.sentences[sentence];
  return shared_words(view.draft, its.first_word, its.last_word, article, 0,
                      article.words.size()) >= 1 &&
         dates_agree(view.draft, its, article);
}

// A sentence, a clause of it, and what one of our lists found there.
struct Found {
  const View& view;
  Clause clause;
  Phrases::Place place;

  bool in_clause(const Phrases& phrases) const {
    return phrases.in_words(view.draft, clause.begin, clause.end);
  }
  // What "was charged twice" may still be given back: only what stands up to the phrase tells.
  bool is_past() const { return was_done().in_words(view.draft, clause.begin, place.begin + 1); }
};

// "We can't refund it", "it doesn't always work": said up to the end of the phrase that promises.
bool denied(const Found& found) {
  const std::size_t behind = found.view.draft.language == "de" ? found.clause.end : found.place.end;
  return never_so().in_words(found.view.draft, found.clause.begin, behind) &&
         !found.in_clause(no_need());
}

// A fact of the timetable, whose day is no promise. Of what they miss or wait for, it is one.
bool is_of_the_timetable(const View& view, std::size_t sentence) {
  const auto end = view.post.sentences.size();
  if (timetable().in_sentence(view.draft, sentence)) return true;
  for (std::size_t i = 0; i < end; ++i) {
    if (view.post.sentences[i].asks && timetable().in_sentence(view.post, i)) return !view.trouble;
  }
  return false;
}

bool commits_to_refund(const Found& found) {
  return !denied(found) && !found.is_past() && !found.in_clause(on_terms());
}

bool commits_to_day(const Found& found) {
  const std::size_t begin = found.place.begin;
  const std::size_t before = begin - (begin > found.clause.begin ? 1 : 0);
  return !denied(found) && !was_done().in_words(found.view.draft, before, begin + 1) &&
         !found.in_clause(only_tells()) && !is_of_the_timetable(found.view, found.clause.sentence);
}

// "The guarantee is in the box", "our money back guarantee": there is one already.
bool is_one_that_is(const Found& found) {
  static const Phrases kPhrases = {
      {"en", {"the|this|our|your"}},    {"de", {"die|diese|der|unsere"}},
      {"fr", {"la|cette|notre|votre"}}, {"es", {"la|esta|nuestra"}},
      {"pt", {"a|esta|nossa"}},         {"it", {"la|questa|nostra"}}};
  const std::size_t begin = found.place.begin;
  return kPhrases.in_words(found.view.draft,
                           begin - std::min<std::size_t>(begin - found.clause.begin, 3), begin);
}

// "Never happen again" denies nothing: what counts stands before the phrase. A guarantee they asked
// about is a thing like another.
bool commits_to_guarantee(const Found& found) {
  const Side& draft = found.view.draft;
  const auto [begin, end] = found.place;
  const bool romance = draft.language != "en" && draft.language != "de";
  // "Non succederà mai più" says no twice, and denies nothing.
  const bool twice = romance && never_so().in_words(draft, begin, end);
  const bool negated =
      (never_so().in_words(draft, found.clause.begin, begin) && !twice) ||
      (draft.language == "de" && never_so().in_words(draft, end, found.clause.end));
  if (negated && !found.in_clause(no_need())) return false;
  if (guarantee_for_how_long().in_words(draft, begin, end)) return false;
  if (guarantee_as_a_thing().in_words(draft, begin, end)) {
    const bool we_do = begin > found.clause.begin && (draft.words[begin - 1].normal == "we" ||
                                                      draft.words[begin - 1].normal == "i");
    return we_do || (!is_one_that_is(found) && !guarantee_as_a_thing().any(found.view.post));
  }
  return draft.words[begin].normal != "versprochen" || !found.in_clause(was_done());
}

// The clause that a place begins in.
Clause clause_of(const std::vector<Clause>& clauses, std::size_t word) {
  const auto found = std::find_if(clauses.begin(), clauses.end(), [word](const Clause& clause) {
    return clause.begin <= word && word < clause.end;
  });
  return found == clauses.end() ? Clause{word, word + 1} : *found;
}

// No set phrase, but something still to come and its day, which is none that somebody can't.
bool dates_what_is_to_come(const View& view, const std::vector<Clause>& clauses,
                           std::size_t sentence) {
  const Side& draft = view.draft;
  const auto dated = [&](const Clause& clause) {
    return clause.sentence == sentence && diary_days().in_words(draft, clause.begin, clause.end) &&
           (!never_so().in_words(draft, clause.begin, clause.end) ||
            no_need().in_words(draft, clause.begin, clause.end));
  };
  return still_to_come().in_sentence(draft, sentence) &&
         !only_tells().in_sentence(draft, sentence) && !was_done().in_sentence(draft, sentence) &&
         !is_of_the_timetable(view, sentence) && std::any_of(clauses.begin(), clauses.end(), dated);
}

bool gives_money_back(const View& view, const std::vector<Clause>& clauses, std::size_t sentence) {
  const Side& draft = view.draft;
  const auto given = [&](const Clause& clause) {
    return clause.sentence == sentence && given_back().in_words(draft, clause.begin, clause.end) &&
           !over_or_open().in_words(draft, clause.begin, clause.end) &&
           (!never_so().in_words(draft, clause.begin, clause.end) ||
            no_need().in_words(draft, clause.begin, clause.end));
  };
  if (std::none_of(clauses.begin(), clauses.end(), given)) return false;
  if (their_money().in_sentence(draft, sentence)) return true;
  const Sentence& its = draft.sentences[sentence];
  const std::vector<Amount> amounts = amounts_in(draft, its.first_word, its.last_word);
  return std::any_of(amounts.begin(), amounts.end(),
                     [](const Amount& amount) { return amount.unit == "money"; });
}

}  // namespace

void review_promise(const View& view, Findings& out) {
  const Voice& voice = view.exchange->voice;
  const Side& draft = view.draft;
  Finding finding;
  finding.rule = Rule::kPromise;
  finding.severity = Severity::kFix;
  const std::vector<bool> allowed = sentences_allowed(view);
  const std::vector<Clause> clauses = clauses_of(draft);
  const auto may_commit = [&](std::size_t sentence, Kind kind) {
    return !draft.sentences[sentence].asks && !allowed[sentence] &&
           !not_promised().in_sentence(draft, sentence) && !is_known(view, sentence, kind);
  };
  const auto add = [&](const Phrases& phrases, Kind kind, bool (*commits)(const Found&)) {
    std::vector<Phrases::Place> places;
    phrases.find(draft, places);
    for (const Phrases::Place& place : places) {
      const Found found{view, clause_of(clauses, place.begin), place};
      if (!commits(found) || !may_commit(draft.words[place.begin].sentence, kind)) continue;
      finding.draft_spans.push_back(
          {draft.words[place.begin].span.begin, draft.words[place.end - 1].span.end});
    }
  };
  const bool date = !may_promise(voice, "date");
  const bool refund = !may_promise(voice, "refund");
  if (!may_promise(voice, "guarantee")) add(guarantees(), Kind::kGuarantee, commits_to_guarantee);
  if (refund) add(refunds(), Kind::kRefund, commits_to_refund);
  if (date) add(promised_days(), Kind::kDate, commits_to_day);
  if (finding.draft_spans.empty()) {
    for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
      const Sentence& its = draft.sentences[i];
      const bool commits =
          (date && dates_what_is_to_come(view, clauses, i) && may_commit(i, Kind::kDate)) ||
          (refund && gives_money_back(view, clauses, i) && may_commit(i, Kind::kRefund));
      if (!commits) continue;
      finding.draft_spans.push_back(
          {draft.words[its.first_word].span.begin, draft.words[its.last_word - 1].span.end});
    }
  }
  if (finding.draft_spans.empty()) return;
  finding.why = "This commits the house to something that nobody said may be promised.";
  finding.next = "Say what you are doing and what you expect, or ask who may promise it.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
