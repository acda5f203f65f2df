// A post whose reading members correct: what correct() and uncorrect() share.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "desk/reading/post_reader.h"
#include "desk/reading/readings.h"
#include "desk/reading/taxonomy.h"
#include "model/post.h"

namespace rapport {

class Unit;

struct CorrectedPost {
  Post post;
  Reading engine;  // what is read of it without anybody's word
  std::vector<Correction> corrections;
  Taxonomy taxonomy;

  // Fails with not_found if there is nothing to read: it is not here, is ours or is gone.
  static Result<CorrectedPost> find(Unit& unit, PostReader& reader, WorkspaceId workspace,
                                    PostId id);

  ShownReading shown() const { return shown_reading(engine, corrections, taxonomy); }
  // Of one part as members see it.
  std::vector<std::string> words(ReadingPart part) const { return words_of(shown().reading, part); }
  // "late → price, wait", for the audit log.
  std::string told(ReadingPart part, const std::vector<std::string>& before,
                   const std::vector<std::string>& after) const;
};

// What is kept of the post, and what lists show of its conversation, follow the corrections that
// are stored.
Result<Done> keep_corrected(Unit& unit, PostReader& reader, const Post& post, Time now);

}  // namespace rapport
