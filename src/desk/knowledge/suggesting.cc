#include "desk/knowledge/suggesting.h"

#include <algorithm>
#include <set>

#include "desk/reading/wants_an_answer.h"
#include "knowledge/passages/passages.h"
#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<SuggestedBecause, 4> kBecause{{{SuggestedBecause::kWords, "words"},
                                               {SuggestedBecause::kAskedBefore, "asked_before"},
                                               {SuggestedBecause::kUsedBefore, "used_before"},
                                               {SuggestedBecause::kLanguage, "language"}}};

// What decides among near equals, and never against words: an article of their language, and one
// that served before, may be so much worse by its words.
constexpr double kOtherLanguage = 0.85;
constexpr double kUsedBefore = 1.15;

// "de" of "de-at".
std::string_view primary(std::string_view language) {
  return language.substr(0, language.find('-'));
}

bool same_language(std::string_view one, std::string_view other) {
  return primary(one) == primary(other);
}

bool served_before(const std::set<std::string>& served, const ReadingGist& reading) {
  const auto has = [&](const std::string& key) { return served.contains(key); };
  return std::ranges::any_of(reading.reasons, has) ||
         std::ranges::any_of(reading.topics,
                             [&](TopicId topic) { return has("topic:" + to_string(topic)); });
}

// The entry itself, or the same in their language, if that is published.
std::size_t readable(const Shelf& shelf, std::size_t article, std::string_view language) {
  const KnowledgeEntry& found = shelf.entries[article];
  if (language.empty() || same_language(found.language, language)) return article;
  for (std::size_t i = 0; i < shelf.entries.size(); ++i) {
    const KnowledgeEntry& each = shelf.entries[i];
    if (each.slug == found.slug && same_language(each.language, language)) return i;
  }
  return article;
}

}  // namespace

std::string_view to_word(SuggestedBecause because) { return kBecause.word(because); }

std::vector<ArticleSuggestion> suggest_articles(const Shelf& shelf, const ArticleLinks& links,
                                                const AskedPost& post, std::size_t most) {
  const std::string_view language = post.language == "und" ? std::string_view() : post.language;
  const bool wants_nothing =
      post.reading && post.reading->sentiment && !wants_an_answer(*post.reading);
  std::vector<ArticleSuggestion> found;
  std::set<std::string_view> slugs;
  const AskedLately::Answer answer = shelf.lately->suggest(post.text);
  for (const Suggestion& each : *answer) {
    if (wants_nothing && each.post_spans.size() < 2) continue;
    const std::size_t shown = readable(shelf, each.article, language);
    const KnowledgeEntry& entry = shelf.entries[shown];
    // Those that follow in another language are worse by their words.
    if (!slugs.insert(entry.slug).second) continue;
    ArticleSuggestion made;
    made.entry = &entry;
    made.link = links.link_to_send(entry);
    made.score = each.score;
    made.post_spans = each.post_spans;
    if (!made.post_spans.empty()) made.because.push_back(SuggestedBecause::kWords);
    if (!each.asked_spans.empty()) made.because.push_back(SuggestedBecause::kAskedBefore);
    if (post.reading && served_before(shelf.served[shown], *post.reading)) {
      made.score *= kUsedBefore;
      made.because.push_back(SuggestedBecause::kUsedBefore);
    }
    if (!language.empty() && same_language(entry.language, language)) {
      made.because.push_back(SuggestedBecause::kLanguage);
    } else if (!language.empty()) {
      made.score *= kOtherLanguage;
    }
    // The words of the passage are those of the language the article was found in.
    if (shown == each.article && each.passage != Passage::kNone) {
      auto passages = passages_of(entry.markdown);
      if (each.passage < passages.size()) {
        made.passage = std::move(passages[each.passage].text);
        made.spans = each.passage_spans;
      }
    }
    found.push_back(std::move(made));
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &ArticleSuggestion::score);
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace rapport
