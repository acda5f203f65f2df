#include <algorithm>

#include "desk/assisting/assisting.h"
#include "desk/assisting/manner.h"
#include "desk/assisting/prompt.h"
#include "desk/outbox/queue.h"
#include "networks/assistant/assistant.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kMostTurns = 8;
constexpr std::int64_t kMostLetters = 1000;

// Counts who asks, for as long as it lives.
class AskingIt {
 public:
  explicit AskingIt(std::atomic<int>& count) : count_(count), among_(++count) {}
  ~AskingIt() { --count_; }
  AskingIt(const AskingIt&) = delete;
  AskingIt& operator=(const AskingIt&) = delete;
  int among() const { return among_; }

 private:
  std::atomic<int>& count_;
  const int among_;
};

// The post and what it answers, up the thread.
Result<AssistantTask> task_of(Unit& unit, const Member& by, ConversationId conversation,
                              PostId id) {
  AssistantTask task;
  auto workspace = unit.members().workspace(by.workspace);
  RAPPORT_TRY(workspace);
  task.brand = workspace->name;
  auto voice = unit.voices().voice(by.workspace);
  RAPPORT_TRY(voice);
  task.manner = manner_of(*voice);
  RAPPORT_TRY(unit.conversations().find(by.workspace, conversation));
  auto post = unit.posts().find(by.workspace, id);
  RAPPORT_TRY(post);
  if (post->conversation != conversation) {
    return invalid("That post stands in another conversation.", "post_id");
  }
  if (post->deleted_at) {
    return invalid("Its author deleted that post, so it cannot be answered any more.", "post_id");
  }
  if (post->address == Address::kOurs) return invalid("That is our own post.", "post_id");
  auto channel = speaker(unit, by.workspace, *post, {});
  RAPPORT_TRY(channel);
  if (channel->limits.text_max > 0) {
    task.most_letters = std::min<std::int64_t>(channel->limits.text_max, kMostLetters);
  }
  for (int turns = 0; turns < kMostTurns; ++turns) {
    auto author = unit.people().account(by.workspace, post->author);
    RAPPORT_TRY(author);
    const std::string name = author->name.empty() ? "@" + author->handle : author->name;
    if (turns == 0) task.person = name;
    const bool ours = post->address == Address::kOurs;
    if (!post->deleted_at) task.said.push_back({ours ? "We" : name, post->text});
    if (!post->parent) break;
    post = unit.posts().find(by.workspace, *post->parent);
    RAPPORT_TRY(post);
  }
  std::ranges::reverse(task.said);
  return task;
}

// What our articles say of it, as far as they say anything.
std::vector<std::string> known_of(const std::vector<FoundArticle>& found) {
  std::vector<std::string> out;
  for (const FoundArticle& each : found) {
    if (!each.passage.empty()) out.push_back(each.title + ": " + each.passage);
  }
  return out;
}

}  // namespace

Result<Proposal> Assisting::propose(const Member& by, ConversationId conversation, PostId post) {
  RAPPORT_TRY(may_act(by));
  if (assistant_ == nullptr) return conflict("There is no assistant here.");
  const AskingIt asking(asking_);
  if (asking.among() > kAtOnce) {
    Error busy{ErrorKind::kTooMany, "The assistant is with others. Try again.", {}, {}, {}};
    busy.retry_after_seconds = 5;
    return fail(std::move(busy));
  }
  auto task = store_.read([&](Unit& unit) { return task_of(unit, by, conversation, post); });
  RAPPORT_TRY(task);
  if (find_articles_) {
    auto found = find_articles_(by, conversation, post);
    RAPPORT_TRY(found);
    task->known = known_of(*found);
  }
  auto answer = assistant_->ask(assistant_question(*task));
  RAPPORT_TRY(answer);
  Proposal proposal{by.workspace,
                    ids_.make<ProposalId>(),
                    conversation,
                    post,
                    by.id,
                    std::move(answer->text),
                    std::move(answer->model),
                    clock_.now()};
  auto stored = store_.write([&](Unit& unit) -> Result<Done> {
    // Two halves of a thread may have met meanwhile.
    auto now = unit.posts().find(by.workspace, post);
    RAPPORT_TRY(now);
    proposal.conversation = now->conversation;
    RAPPORT_TRY(unit.proposals().add(proposal));
    return unit.members().audit(AuditEntry{by.workspace, by.id, "draft.propose", now->native_id,
                                           proposal.model, proposal.at});
  });
  RAPPORT_TRY(stored);
  return proposal;
}

}  // namespace rapport
