// What members taught: corrections of readings, the reasons of a workspace, and what the engine
// learned from both.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/correction.h"
#include "model/teaching.h"
#include "store/post_words.h"

namespace rapport {

// Corrections of a workspace.
struct CorrectionTally {
  std::int64_t standing = 0;
  std::int64_t fresh = 0;  // standing ones made, and earlier ones taken back, after the time asked
};

class TeachingStore {
 public:
  virtual ~TeachingStore() = default;

  // Puts it in the place of an earlier one of the same part of the same post.
  virtual Result<Done> save(const Correction& correction) = 0;
  // Of these posts, also those taken back; by post and part.
  virtual Result<std::vector<Correction>> corrections(WorkspaceId workspace,
                                                      const std::vector<PostId>& posts) = 0;
  // Standing ones, the latest first.
  virtual Result<std::vector<Correction>> newest(WorkspaceId workspace, int most) = 0;
  virtual Result<CorrectionTally> tally(WorkspaceId workspace, Time after) = 0;

  // Those of these posts that are here and have words; order is not kept.
  virtual Result<std::vector<PostWords>> words(WorkspaceId workspace,
                                               const std::vector<PostId>& posts) = 0;
  // What members dealt with and left as it was read: of the `most` last conversations that they
  // resolved the post that the list shows, unless it is ours, is gone or has a correction. What was
  // over before Rapport came nobody here has seen.
  virtual Result<std::vector<PostWords>> accepted(WorkspaceId workspace, int most) = 0;

  // Renamed, merged and added ones, by key.
  virtual Result<std::vector<WorkspaceReason>> reasons(WorkspaceId workspace) = 0;
  virtual Result<Done> save(const WorkspaceReason& reason) = 0;

  // Posts of others that tell of a reason, said from `from` until before `to`.
  virtual Result<std::int64_t> count(WorkspaceId workspace, std::string_view reason, Time from,
                                     Time to) = 0;
  // The newest of them.
  virtual Result<std::vector<PostWords>> examples(WorkspaceId workspace, std::string_view reason,
                                                  Time from, Time to, int most) = 0;

  // As if nothing was learned yet, where nothing is kept.
  virtual Result<Learning> learning(WorkspaceId workspace) = 0;
  virtual Result<Done> save(const Learning& learning) = 0;
};

}  // namespace rapport
