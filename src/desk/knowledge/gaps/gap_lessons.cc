#include "desk/knowledge/gaps/gap_lessons.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include "desk/knowledge/checked.h"
#include "desk/knowledge/gaps/keep_gaps.h"
#include "desk/knowledge/shelf.h"
#include "knowledge/gaps/answered.h"
#include "knowledge/gaps/gaps.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::minutes kAfterArticles{10};
constexpr std::chrono::hours kAfterPosts{1};
constexpr std::chrono::hours kAnyway{24};  // who waits waits longer

bool is_due(const std::optional<GapLesson>& last, const GapLesson& now) {
  if (!last) return now.newest.value != 0;
  const auto since = now.learned_at - last->learned_at;
  if (since >= kAnyway) return true;
  if (now.article_stamp != last->article_stamp && since >= kAfterArticles) return true;
  return now.newest != last->newest && since >= kAfterPosts;
}

// Something that was read as asking; the store looks less closely.
bool asks(const ReadingGist& gist) {
  return std::ranges::any_of(gist.intents, [](Intent intent) {
    return intent == Intent::kQuestion || intent == Intent::kRequest;
  });
}

struct Sorted {
  std::vector<const PostedQuestion*> open;
  std::map<PostId, ArticleId> answered;
  std::set<ArticleId> published;
};

// Ends early, with some of them, if it is told to stop.
Sorted sort_out(const std::vector<PostedQuestion>& questions, const Shelf& shelf,
                const std::stop_token& stopping) {
  Sorted out;
  std::vector<Article> articles;
  for (const KnowledgeEntry& each : shelf.entries) {
    out.published.insert(each.id);
    articles.push_back(searched_article(each));
  }
  const AnswerCheck check(articles);
  for (const PostedQuestion& each : questions) {
    if (stopping.stop_requested()) break;
    if (!asks(each.gist)) continue;
    if (each.article && out.published.contains(*each.article)) {
      out.answered[each.post] = *each.article;
      continue;
    }
    // Most have no article, and need no search to say so.
    const BestAnswer best = check.may_be_answered(each.text, each.language)
                                ? check.best(shelf.index, each.text, each.language)
                                : BestAnswer{};
    if (best.share >= kAnsweredShare) {
      out.answered[each.post] = shelf.entries[best.article].id;
    } else {
      out.open.push_back(&each);
    }
  }
  return out;
}

std::vector<KeptGap> group(WorkspaceId workspace, const std::vector<const PostedQuestion*>& open,
                           Time now, const std::stop_token& stopping) {
  std::vector<AskedQuestion> asked;
  asked.reserve(open.size());
  for (const PostedQuestion* each : open) {
    AskedQuestion question{each->text, each->language, each->person.value, each->asked_at,
                           each->replied_at};
    if (each->over && !question.answered_at) question.answered_at = each->asked_at;
    asked.push_back(question);
  }
  GapOptions options;
  options.grouping.stopping = stopping;
  std::vector<FoundGap> found = find_gaps(asked, now, options);
  std::vector<KeptGap> out;
  for (FoundGap& each : found) {
    KeptGap kept;
    Gap& gap = kept.gap;
    gap.workspace = workspace;
    gap.name = std::move(each.name);
    gap.words = std::move(each.words);
    const std::string& language = open[each.questions.front()]->language;
    gap.language = language.substr(0, language.find_first_of("-_"));
    gap.people = static_cast<std::int64_t>(each.people);
    gap.waiting = static_cast<std::int64_t>(each.waiting);
    gap.posts = static_cast<std::int64_t>(each.questions.size());
    gap.longest_wait = each.longest_wait;
    gap.first_at = each.first_at;
    gap.last_at = each.last_at;
    if (each.questions.size() > GapLessons::kMostPosts) {
      each.questions.resize(GapLessons::kMostPosts);
    }
    for (const std::size_t question : each.questions) {
      kept.posts.push_back(open[question]->post);
    }
    out.push_back(std::move(kept));
  }
  return out;
}

}  // namespace

Result<int> GapLessons::learn_due(const std::stop_token& stopping) {
  auto workspaces = store_.read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(workspaces);
  int learned = 0;
  std::optional<Error> first_error;
  for (const Workspace& each : *workspaces) {
    if (stopping.stop_requested()) break;
    auto did = learn_apart(each.id, stopping);
    if (did) {
      learned += *did ? 1 : 0;
    } else if (!first_error) {
      first_error = std::move(did.error());
    }
  }
  if (first_error) return fail(std::move(*first_error));
  return learned;
}

Result<bool> GapLessons::learn_apart(WorkspaceId workspace, const std::stop_token& stopping) {
  try {
    return learn_in(workspace, stopping);
  } catch (const std::exception& error) {
    return fail(ErrorKind::kInternal, "No gaps were learned.", error.what());
  }
}

Result<bool> GapLessons::learn_in(WorkspaceId workspace, const std::stop_token& stopping) {
  const Time now = clock_.now();
  const Time from = now - kLookedBack;
  GapLesson lesson{workspace, now, {}, 0};
  bool due = false;
  std::shared_ptr<const Shelf> shelf;
  auto questions = store_.read([&](Unit& unit) -> Result<std::vector<PostedQuestion>> {
    const auto gaps = gaps_in(unit);
    auto last = gaps->lesson(workspace);
    RAPPORT_TRY(last);
    auto newest = gaps->newest_post(workspace);
    RAPPORT_TRY(newest);
    auto stamp = unit.knowledge().stamp(workspace);
    RAPPORT_TRY(stamp);
    // Before that there is little to learn from, and half a lesson would stand for an hour.
    auto walk = unit.readings().walk(workspace);
    RAPPORT_TRY(walk);
    const bool is_read = *walk && !(*walk)->below;
    lesson.newest = newest->value_or(PostId{});
    lesson.article_stamp = stamp->stamp;
    due = is_read && is_due(*last, lesson);
    if (!due) return std::vector<PostedQuestion>{};
    auto now_there = shelves_.of(unit, workspace);
    RAPPORT_TRY(now_there);
    shelf = std::move(*now_there);
    return gaps->questions(workspace, from, kMostLooked, kMostQuestions);
  });
  RAPPORT_TRY(questions);
  if (!due) return false;

  Sorted sorted = sort_out(*questions, *shelf, stopping);
  std::vector<KeptGap> learned = group(workspace, sorted.open, now, stopping);
  // What was cut short says nothing of what there is.
  if (stopping.stop_requested()) return false;
  auto stored = store_.write([&](Unit& unit) -> Result<Done> {
    const auto gaps = gaps_in(unit);
    // Somebody may have dismissed one meanwhile.
    auto before = gaps->all(workspace);
    RAPPORT_TRY(before);
    auto kept = gaps->kept(workspace);
    RAPPORT_TRY(kept);
    auto again = keep_gaps({std::move(*before), std::move(*kept), std::move(learned),
                            std::move(sorted.answered), std::move(sorted.published), from});
    for (KeptGap& each : again) {
      if (!each.gap.id) each.gap.id = ids_.make<GapId>();
    }
    RAPPORT_TRY(gaps->replace(workspace, again));
    RAPPORT_TRY(gaps->save(lesson));
    return announce_article(unit, workspace, std::nullopt, now);
  });
  RAPPORT_TRY(stored);
  return true;
}

}  // namespace rapport
