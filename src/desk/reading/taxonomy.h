// What a workspace calls things: its reasons (the starter taxonomy with what the team renamed,
// merged and added), and its topics.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/reading/readings.h"
#include "model/correction.h"
#include "model/teaching.h"
#include "text/learning/adaptation.h"

namespace rapport {

class Unit;

// The same in each process.
std::uint64_t stable_hash(std::string_view text);

class Taxonomy {
 public:
  explicit Taxonomy(const std::vector<WorkspaceReason>& changed);
  static Result<Taxonomy> of(Unit& unit, WorkspaceId workspace);

  // Built-in ones in their order, then the others by name.
  const std::vector<ReasonView>& all() const { return reasons_; }
  // Null if there is none of this key.
  const ReasonView* find(std::string_view key) const;
  // The key that this one is told as: its own, or that of the reason it was merged into.
  std::string resolve(std::string_view key) const;
  // As people read it; the key itself of what nobody knows.
  std::string name(std::string_view key) const;
  // Is the name free, whatever its case? A merged reason keeps none.
  bool is_free(std::string_view name, std::string_view but_for_key) const;
  std::size_t added() const;  // that stand for themselves
  // Of a topic of the workspace; empty if there is none of this id any more.
  std::string topic(std::int64_t id) const;

  // As the engine takes it.
  ReasonTaxonomy for_engine() const;
  // Of all merges; 0 without any.
  std::uint64_t hash() const;

 private:
  std::vector<ReasonView> reasons_;
  std::map<std::int64_t, std::string> topics_;
};

// A reading with what members said of the post, in the words of the workspace.
ShownReading shown_reading(Reading reading, const std::vector<Correction>& corrections,
                           const Taxonomy& taxonomy);

}  // namespace rapport
