#include "desk/reading/keep.h"

#include <vector>

#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kMostWaiting = 50;

Result<Done> put_right(Unit& unit, WorkspaceId workspace, PostId post, Reading& said) {
  auto corrections = unit.teaching().corrections(workspace, {post});
  RAPPORT_TRY(corrections);
  if (corrections->empty()) return Done{};
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);
  said = shown_reading(std::move(said), *corrections, *taxonomy).reading;
  return Done{};
}

}  // namespace

Result<ReadingGist> read_and_keep(Unit& unit, PostReader& reader, WorkspaceId workspace,
                                  const PostToRead& post, Corrected corrected) {
  // Taken first: what is taught meanwhile has it read once more, and not once too few.
  const auto stamp = reader.stamp(workspace);
  Reading said = reader.read(workspace, post.text, post.langs);
  if (corrected == Corrected::kPerhaps) RAPPORT_TRY(put_right(unit, workspace, post.post, said));
  PostReading kept = kept_of(said);
  kept.workspace = workspace;
  kept.post = post.post;
  kept.stamp = stamp;
  kept.said_at = post.said_at;
  RAPPORT_TRY(unit.readings().save(kept));
  return std::move(kept.gist);
}

Result<std::optional<ReadingGist>> gist_of_waiting(Unit& unit, WorkspaceId workspace,
                                                   const DerivedState& derived,
                                                   const KeptGists& kept) {
  std::vector<PostId> posts = derived.waiting;
  if (posts.size() > kMostWaiting) posts.erase(posts.begin(), posts.end() - kMostWaiting);
  const bool is_answered = posts.empty();
  if (is_answered && derived.lead_post) posts.push_back(*derived.lead_post);

  std::vector<ReadingGist> gists;
  std::vector<PostId> stored;
  for (const PostId each : posts) {
    const auto known = kept.find(each);
    if (known == kept.end()) {
      stored.push_back(each);
    } else {
      gists.push_back(known->second);
    }
  }
  if (!stored.empty()) {
    auto readings = unit.readings().of(workspace, stored);
    RAPPORT_TRY(readings);
    // In the order of the posts, so that what is put together does not hang on the store.
    for (const PostId each : stored) {
      for (const PostReading& reading : *readings) {
        if (reading.post == each) gists.push_back(reading.gist);
      }
    }
  }
  auto all = gist_of_all(gists);
  // Whatever was said has its answer. Only what a member wants to see again is open all the same.
  if (all && is_answered) all->needs_reply = derived.state == ConversationState::kOpen;
  return all;
}

Result<bool> apply_with_reading(Unit& unit, const DerivedState& derived, Conversation& conversation,
                                const KeptGists& kept) {
  bool changed = apply_state(derived, conversation);
  auto gist = gist_of_waiting(unit, conversation.workspace, derived, kept);
  RAPPORT_TRY(gist);
  if (conversation.reading != *gist) {
    conversation.reading = std::move(*gist);
    changed = true;
  }
  return changed;
}

}  // namespace rapport
