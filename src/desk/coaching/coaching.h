// Coaching: how the brand speaks, which rules its coach follows, and what the coach says of a
// draft.
//
// Each verb lives in a source file of its own. The coach itself is a room below (coach/): here it
// is given what a workspace knows. It never writes and never sends.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/coaching/answered.h"
#include "desk/coaching/coached_brands.h"
#include "desk/coaching/coaches.h"
#include "model/act.h"
#include "model/member.h"
#include "model/voice.h"

namespace rapport {

class Store;

struct VoiceView {
  BrandVoice voice;
  std::string changed_by;  // the name of who changed it last; empty: nobody did
};

struct RuleView {
  coach::Rule rule = coach::Rule::kUnanswered;
  RuleSetting setting = RuleSetting::kUsual;
};

// What is about to be said.
struct DraftWords {
  std::string text;
  std::vector<std::string> alts;  // of its pictures; an empty one: not described
  std::string card_url;
};

// An article that may answer the post at hand.
struct FoundArticle {
  ArticleId id;
  std::string title;
  std::string link;     // where people read it; empty: nowhere yet
  std::string passage;  // of it, that answers
};

struct DraftReview {
  coach::Review review;
  // What Finding::earlier points into: what we answered others, and behind it what we told them.
  std::shared_ptr<const SentReplies> sent;
  std::vector<Answered::Line> told = {};
  std::vector<FoundArticle> articles = {};  // what Finding::article points into; best first
  bool must_be_clean = false;
};

class Coaching {
 public:
  // `models`: what the coach reads with. Null: there is no coach, and nothing waits for it.
  Coaching(Store& store, const Clock& clock, std::shared_ptr<const Models> models = nullptr)
      : store_(store), clock_(clock), brands_(store, clock), coaches_(std::move(models)) {}

  // Whom to ask which articles answer a post, best first; nobody: none do. Before anybody reviews.
  using FindArticles =
      std::function<Result<std::vector<FoundArticle>>(const Member&, ConversationId, PostId)>;
  void ask_for_articles(FindArticles find) { find_articles_ = std::move(find); }

  static constexpr std::size_t kMostWords = 200;    // in each list of a voice
  static constexpr std::size_t kLongestWords = 60;  // graphemes of one of them
  static constexpr std::size_t kLongestSignature = 60;
  static constexpr std::size_t kLongestDraft = 10'000;  // characters

  Result<VoiceView> voice(const Member& by);
  // All of it at once; its workspace, `by` and `changed_at` are set here. Fails with invalid if a
  // list holds too much or a word is both loved and avoided.
  Result<VoiceView> change_voice(const Member& by, BrandVoice voice);

  // Every rule the coach knows, in its order.
  Result<std::vector<RuleView>> rules(const Member& by);
  // Those that are not named stay.
  Result<std::vector<RuleView>> change_rules(const Member& by,
                                             const std::vector<RuleView>& changes);

  // What the coach says of an answer to this post, as `channel` (none: the one spoken to). Fails
  // with unavailable if there is no coach here.
  Result<DraftReview> review(const Member& by, ConversationId conversation, PostId post,
                             std::optional<ChannelId> channel, const DraftWords& draft);
  // The same of an exchange that its asker knows. Nothing of the workspace comes into it.
  Result<Done> review(const coach::Exchange& exchange, coach::Review& out);

  // Why this may not go out, where a workspace wants what has to be mended to be mended first. Asks
  // the store nothing where it does not.
  struct Sending {
    std::optional<PostId> answers = {};  // a reply
    std::optional<PostId> quotes = {};   // a quote
    std::optional<ChannelId> channel = {};
    DraftWords draft = {};
  };
  std::optional<Error> objection(const Member& by, const Sending& sending);

  // To be told of everything that is committed.
  void hear(const std::vector<Event>& events) { brands_.hear(events); }
  // Catches up with what was heard. For a thread that nobody waits for.
  Result<Done> refresh() { return brands_.refresh(); }

 private:
  std::vector<FoundArticle> articles_for(const Member& by, ConversationId conversation,
                                         PostId post);
  void look_at(const Member& by, const CoachedBrand& brand, const Answered& answered,
               const std::vector<FoundArticle>& articles, const DraftWords& draft,
               coach::Review& out);

  Store& store_;
  const Clock& clock_;
  CoachedBrands brands_;
  Coaches coaches_;
  FindArticles find_articles_;
};

}  // namespace rapport
