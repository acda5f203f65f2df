#include <memory>
#include <string>
#include <utility>

#include "base/base64.h"
#include "base/log.h"
#include "desk/reading/learning.h"
#include "desk/reading/post_reader.h"
#include "desk/reading/readings.h"
#include "desk/reading/taught.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"
#include "text/learning/adaptation.h"

namespace rapport {
namespace {

// A name says nothing of what is read.
std::uint64_t hash_of(const Topic& topic) {
  std::string text = std::to_string(topic.id);
  for (const TopicTerm& each : topic.terms) {
    text += '\n' + each.words + '\t' + std::to_string(each.weight);
  }
  return stable_hash(text);
}

}  // namespace

std::optional<Adaptation> learned_by(const Learning& learning) {
  if (!learning.active()) return std::nullopt;
  const auto bytes = of_base64(learning.blob);
  auto adaptation = Adaptation::read(bytes.value_or(""));
  if (adaptation) return std::move(*adaptation);
  // The engine alone reads well, and the next lesson writes it anew.
  log_warn("reading",
           "workspace " + to_string(learning.workspace) + ": " + adaptation.error().message);
  return std::nullopt;
}

Result<Done> give_taught(Unit& unit, PostReader& reader, WorkspaceId workspace) {
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);
  auto learning = unit.teaching().learning(workspace);
  RAPPORT_TRY(learning);
  auto topics = unit.topics().all(workspace);
  RAPPORT_TRY(topics);
  std::uint64_t taught = taxonomy->hash();
  const ReasonTaxonomy reasons = taxonomy->for_engine();
  auto learned = learned_by(*learning);
  if (learned) taught += stable_hash(learning->blob);
  for (const Topic& topic : *topics) taught += hash_of(topic);
  if (!learned && reasons == ReasonTaxonomy{} && topics->empty()) {
    reader.adapt(workspace, nullptr, taught);
    return Done{};
  }
  if (!learned) learned.emplace();
  learned->use(reasons);
  if (!topics->empty()) learned->use_topics(std::make_shared<const TopicIndex>(*topics));
  reader.adapt(workspace, std::make_shared<const Adaptation>(std::move(*learned)), taught);
  return Done{};
}

Result<Done> Readings::check_reads() const {
  if (reader_ != nullptr) return Done{};
  return unavailable("Posts are not read here: no reading models are installed.");
}

Result<Done> Readings::start() {
  auto workspaces = store_.read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(workspaces);
  for (const Workspace& each : *workspaces) {
    RAPPORT_TRY(adapt_reader(each.id));
    note_taught(each.id);
  }
  return Done{};
}

Result<Done> Readings::adapt_reader(WorkspaceId workspace) {
  if (reader_ == nullptr) return Done{};
  // What was stored last must be what is used last.
  std::lock_guard lock(adapting_);
  return store_.read([&](Unit& unit) { return give_taught(unit, *reader_, workspace); });
}

void Readings::follow(WorkspaceId workspace) {
  const auto adapted = adapt_reader(workspace);
  if (adapted) return;
  log_warn("reading", "workspace " + to_string(workspace) + " is read as before for now: " +
                          adapted.error().message + " " + adapted.error().cause);
  std::lock_guard lock(mutex_);
  behind_.insert(workspace);
}

void Readings::note_taught(WorkspaceId workspace) {
  std::lock_guard lock(mutex_);
  taught_.insert(workspace);
}

}  // namespace rapport
