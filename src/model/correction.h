// What members said of readings: a correction is a labelled example that the engine learns from.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"
#include "model/reading.h"

namespace rapport {

// What a member can correct.
enum class ReadingPart { kSentiment, kIntent, kReason };
inline constexpr std::array kReadingParts{ReadingPart::kSentiment, ReadingPart::kIntent,
                                          ReadingPart::kReason};

std::string_view to_word(ReadingPart part);
std::optional<ReadingPart> reading_part_of(std::string_view word);

// A member's word on one part of the reading of one post. Only the latest of each part is kept.
struct Correction {
  WorkspaceId workspace;
  PostId post;
  ReadingPart part = ReadingPart::kSentiment;
  std::vector<std::string> was;  // words, as the engine read it at that time
  std::vector<std::string> now;  // words; of sentiment exactly one
  MemberId by;
  Time at;
  std::optional<Time> undone_at;

  bool stands() const { return !undone_at; }
  bool operator==(const Correction&) const = default;
};

// The words of one part of a reading: labels of intents, keys of reasons.
std::vector<std::string> words_of(const Reading& reading, ReadingPart part);

// Puts a part as it was corrected in the place of what the engine read. Evidence of what stays is
// kept. Whether a reply is needed follows from intents that were corrected.
void correct(Reading& reading, ReadingPart part, const std::vector<std::string>& words);
// All that stand; those of one post.
void correct(Reading& reading, const std::vector<Correction>& corrections);

// A reading as members see it.
struct ShownReading {
  Reading reading;
  std::vector<ReadingPart> corrected;
  std::vector<std::string> reason_names;  // as the workspace calls reading.reasons, in their order
  std::vector<std::string> topic_names;   // the same of reading.topics

  bool operator==(const ShownReading&) const = default;
};

}  // namespace rapport
