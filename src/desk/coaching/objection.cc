#include "base/log.h"
#include "desk/coaching/coaching.h"
#include "desk/outbox/queue.h"
#include "store/store.h"

namespace rapport {

std::optional<Error> Coaching::objection(const Member& by, const Sending& sending) {
  if (!coaches_.any()) return std::nullopt;
  // Asked anew each time: another process may have changed it.
  const auto voice = store_.read([&](Unit& unit) { return unit.voices().voice(by.workspace); });
  if (voice && !voice->require_clean) return std::nullopt;
  auto brand = brands_.now(by.workspace);
  if (!brand || !voice) {
    log_warn("coaching",
             "a voice could not be read: " + (brand ? voice.error() : brand.error()).cause);
    return std::nullopt;
  }
  const auto answered = store_.read([&](Unit& unit) -> Result<Answered> {
    const auto about = sending.answers ? sending.answers : sending.quotes;
    if (!about) {
      auto channel = unit.channels().find(by.workspace, sending.channel.value_or(ChannelId{}));
      RAPPORT_TRY(channel);
      return answered_nobody(*channel);
    }
    auto post = unit.posts().find(by.workspace, *about);
    RAPPORT_TRY(post);
    auto channel = speaker(unit, by.workspace, *post, sending.channel);
    RAPPORT_TRY(channel);
    return sending.answers ? answered_post(unit, *post, *channel)
                           : quoted_post(unit, *post, *channel);
  });
  // What is wrong with the sending itself its verb tells better.
  if (!answered) return std::nullopt;
  coach::Review review;
  std::vector<FoundArticle> articles;
  if (sending.answers && answered->conversation && !answered->post.empty()) {
    articles = articles_for(by, *answered->conversation, *sending.answers);
  }
  look_at(by, **brand, *answered, articles, sending.draft, review);
  const coach::Finding* finding = review.to_mend();
  if (finding == nullptr) return std::nullopt;
  std::string message = "Your team asks to mend this first: " + finding->why;
  if (!finding->next.empty()) message += " " + finding->next;
  return Error{ErrorKind::kInvalid, message + " Your text is kept.", {}, "text", {}};
}

}  // namespace rapport
