#include <algorithm>
#include <cmath>
#include <exception>
#include <map>
#include <utility>

#include "base/base64.h"
#include "desk/announce.h"
#include "desk/reading/learning.h"
#include "desk/reading/post_reader.h"
#include "desk/reading/readings.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"
#include "text/learning/adaptation.h"
#include "text/reading/reader.h"

namespace rapport {
namespace {

constexpr int kMostCorrections = 2000;  // the latest
constexpr int kMostAccepted = 500;

// What there is to learn from, as it stood at one moment.
struct Lesson {
  bool due = false;
  std::int64_t standing = 0;
  Taxonomy taxonomy{{}};
  std::vector<Correction> corrections;
  std::vector<PostWords> corrected;
  std::vector<PostWords> accepted;
};

// What was learned of a reason that was merged since says nothing any more: it is learned anew,
// under the name it goes by now.
bool is_outdated(const Learning& learning, const Taxonomy& taxonomy) {
  const auto learned = learned_by(learning);
  if (!learned) return false;
  const auto own = taxonomy.for_engine().own;
  return !std::ranges::all_of(learned->taxonomy().own, [&](const std::string& key) {
    return std::ranges::find(own, key) != own.end();
  });
}

Result<Lesson> read_lesson(Unit& unit, WorkspaceId workspace) {
  Lesson lesson;
  auto learning = unit.teaching().learning(workspace);
  RAPPORT_TRY(learning);
  auto tally = unit.teaching().tally(workspace, learning->trained_at.value_or(Time{}));
  RAPPORT_TRY(tally);
  lesson.standing = tally->standing;
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);
  lesson.due = learning->on &&
               (tally->fresh >= Readings::kFreshToLearn || is_outdated(*learning, *taxonomy));
  if (!lesson.due) return lesson;
  lesson.taxonomy = std::move(*taxonomy);
  auto corrections = unit.teaching().newest(workspace, kMostCorrections);
  RAPPORT_TRY(corrections);
  lesson.corrections = std::move(*corrections);
  std::vector<PostId> posts;
  for (const Correction& each : lesson.corrections) posts.push_back(each.post);
  std::ranges::sort(posts);
  const auto twins = std::ranges::unique(posts);
  posts.erase(twins.begin(), twins.end());
  auto corrected = unit.teaching().words(workspace, posts);
  RAPPORT_TRY(corrected);
  lesson.corrected = std::move(*corrected);
  std::ranges::sort(lesson.corrected, {}, &PostWords::post);  // learning is deterministic
  auto accepted = unit.teaching().accepted(workspace, kMostAccepted);
  RAPPORT_TRY(accepted);
  lesson.accepted = std::move(*accepted);
  return lesson;
}

std::string said_language(const PostWords& post) {
  return post.langs.size() == 1 ? post.langs.front() : std::string();
}

void label(LabelledPost& post, const Reading& as) {
  post.sentiment = as.sentiment;
  post.intents.emplace();
  for (const auto& found : as.intents) post.intents->push_back(found.label);
  post.reasons.emplace();
  for (const auto& found : as.reasons) post.reasons->push_back(found.label);
}

bool read_alike(const Reading& a, const Reading& b) {
  return a.sentiment == b.sentiment &&
         words_of(a, ReadingPart::kIntent) == words_of(b, ReadingPart::kIntent) &&
         words_of(a, ReadingPart::kReason) == words_of(b, ReadingPart::kReason);
}

// Turns posts into examples, by the engine alone and by the reader in use.
class Examples {
 public:
  Examples(const std::shared_ptr<const Models>& models, const ReasonTaxonomy& taxonomy,
           PostReader& in_use, WorkspaceId workspace)
      : engine_(Reader::make(models)),
        untaught_(taxonomy),
        in_use_(in_use),
        workspace_(workspace) {}

  // With what members said of it, and only of what is read in its language at all: of the rest
  // nothing can be learned. None of neither.
  std::optional<LabelledPost> corrected(const PostWords& post,
                                        const std::vector<const Correction*>& corrections,
                                        const Taxonomy& taxonomy) {
    engine_->read(post.text, said_language(post), &untaught_, reading_);
    LabelledPost out;
    out.text = post.text;
    out.language = said_language(post);
    for (const Correction* each : corrections) {
      if (each->part == ReadingPart::kSentiment && reading_.sentiment_read && !each->now.empty()) {
        out.sentiment = sentiment_of(each->now.front());
      } else if (each->part == ReadingPart::kIntent && reading_.rest_read) {
        out.intents.emplace();
        for (const auto& word : each->now) {
          if (const auto intent = intent_of(word)) out.intents->push_back(*intent);
        }
      } else if (each->part == ReadingPart::kReason && reading_.rest_read) {
        out.reasons.emplace();
        for (const auto& key : each->now) out.reasons->push_back(taxonomy.resolve(key));
      }
    }
    if (!out.sentiment && !out.intents && !out.reasons) return std::nullopt;
    return out;
  }

  // As it was read when members dealt with it. Only what reads alike with and without what was
  // learned before: else one of both would be judged by its own words.
  std::optional<LabelledPost> accepted(const PostWords& post) {
    engine_->read(post.text, said_language(post), &untaught_, reading_);
    if (!reading_.sentiment_read || !reading_.rest_read) return std::nullopt;
    if (!read_alike(reading_, in_use_.read(workspace_, post.text, post.langs))) {
      return std::nullopt;
    }
    LabelledPost out;
    out.text = post.text;
    out.language = said_language(post);
    label(out, reading_);
    return out;
  }

 private:
  std::unique_ptr<Reader> engine_;
  const Adaptation untaught_;
  PostReader& in_use_;
  WorkspaceId workspace_;
  Reading reading_;
};

std::int64_t thousandths(double share) {
  return static_cast<std::int64_t>(std::lround(share * 1000));
}

}  // namespace

Result<int> Readings::learn_due() {
  if (reader_ == nullptr || reader_->models() == nullptr) return 0;
  std::set<WorkspaceId> taught;
  std::set<WorkspaceId> behind;
  {
    std::lock_guard lock(mutex_);
    taught.swap(taught_);
    behind.swap(behind_);
  }
  for (const WorkspaceId each : behind) follow(each);
  int learned = 0;
  std::optional<Error> first_error;
  for (const WorkspaceId each : taught) {
    auto did = learn_apart(each);
    if (did) {
      learned += *did ? 1 : 0;
      continue;
    }
    // Its turn comes again with the next round, and it keeps nobody else from theirs.
    note_taught(each);
    if (!first_error) first_error = std::move(did.error());
  }
  if (first_error) return fail(std::move(*first_error));
  return learned;
}

Result<bool> Readings::learn_apart(WorkspaceId workspace) {
  try {
    return learn_in(workspace);
  } catch (const std::exception& error) {
    return fail(ErrorKind::kInternal, "Nothing was learned.", error.what());
  }
}

Result<bool> Readings::learn_in(WorkspaceId workspace) {
  const Time as_of = clock_.now();
  auto lesson = store_.read([&](Unit& unit) { return read_lesson(unit, workspace); });
  RAPPORT_TRY(lesson);
  if (!lesson->due) return false;

  const auto models = reader_->models();
  const ReasonTaxonomy taxonomy = lesson->taxonomy.for_engine();
  Examples examples(models, taxonomy, *reader_, workspace);
  std::map<PostId, std::vector<const Correction*>> by_post;
  for (const Correction& each : lesson->corrections) by_post[each.post].push_back(&each);
  std::vector<LabelledPost> corrected;
  for (const PostWords& post : lesson->corrected) {
    auto example = examples.corrected(post, by_post[post.post], lesson->taxonomy);
    if (example) corrected.push_back(std::move(*example));
  }
  std::vector<LabelledPost> accepted;
  for (const PostWords& post : lesson->accepted) {
    if (auto example = examples.accepted(post)) accepted.push_back(std::move(*example));
  }

  Learning result{.workspace = workspace};
  result.trained_at = as_of;
  result.corrections = lesson->standing;
  if (!corrected.empty()) {
    auto learned = learn(models, taxonomy, corrected, accepted);
    RAPPORT_TRY(learned);
    result.better = learned->better();
    if (result.better) result.blob = to_base64(learned->adaptation.write());
    result.examples = static_cast<std::int64_t>(learned->examples);
    result.before = thousandths(learned->before);
    result.after = thousandths(learned->after);
  }
  auto stored = store_.write([&](Unit& unit) -> Result<Done> {
    auto kept = unit.teaching().learning(workspace);
    RAPPORT_TRY(kept);
    // It may have been switched off meanwhile.
    result.on = kept->on;
    RAPPORT_TRY(unit.teaching().save(result));
    return announce(unit, workspace, EventKind::kReading, as_of);
  });
  RAPPORT_TRY(stored);
  RAPPORT_TRY(adapt_reader(workspace));
  return true;
}

}  // namespace rapport
