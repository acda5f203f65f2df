#include "desk/reading/corrected_post.h"

#include <utility>

#include "desk/announce.h"
#include "desk/inbox/state.h"
#include "desk/reading/keep.h"
#include "store/store.h"

namespace rapport {

Result<CorrectedPost> CorrectedPost::find(Unit& unit, PostReader& reader, WorkspaceId workspace,
                                          PostId id) {
  auto post = unit.posts().find(workspace, id);
  RAPPORT_TRY(post);
  if (post->address == Address::kOurs || post->deleted_at || post->text.empty()) {
    return not_found("There is nothing to read in this post.");
  }
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);
  auto corrections = unit.teaching().corrections(workspace, {id});
  RAPPORT_TRY(corrections);
  Reading engine = reader.read(workspace, post->text, post->langs);
  return CorrectedPost{std::move(*post), std::move(engine), std::move(*corrections),
                       std::move(*taxonomy)};
}

std::string CorrectedPost::told(ReadingPart part, const std::vector<std::string>& before,
                                const std::vector<std::string>& after) const {
  const auto list = [&](const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
      if (!out.empty()) out += ", ";
      out += part == ReadingPart::kReason ? taxonomy.name(word) : word;
    }
    return out.empty() ? std::string("none") : out;
  };
  return std::string(to_word(part)) + ": " + list(before) + " → " + list(after);
}

Result<Done> keep_corrected(Unit& unit, PostReader& reader, const Post& post, Time now) {
  auto gist = read_and_keep(unit, reader, post.workspace,
                            {post.id, post.conversation, post.text, post.langs, post.created_at});
  RAPPORT_TRY(gist);
  auto conversation = unit.conversations().find(post.workspace, post.conversation);
  RAPPORT_TRY(conversation);
  auto outline = unit.posts().outline(post.workspace, post.conversation);
  RAPPORT_TRY(outline);
  auto decisions = unit.conversations().decisions(post.workspace, post.conversation, 200);
  RAPPORT_TRY(decisions);
  // Its state stays as it was last worked out: only what it says is new.
  auto said = gist_of_waiting(unit, post.workspace,
                              derive_state(*outline, *decisions, conversation->changed_at));
  RAPPORT_TRY(said);
  conversation->reading = std::move(*said);
  conversation->version += 1;
  conversation->changed_at = now;
  RAPPORT_TRY(unit.conversations().save(*conversation));
  return announce(unit, *conversation, "reading", now);
}

}  // namespace rapport
