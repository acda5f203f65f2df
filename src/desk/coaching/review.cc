#include <algorithm>

#include "base/log.h"
#include "base/unicode.h"
#include "desk/coaching/coaching.h"
#include "desk/outbox/queue.h"
#include "store/store.h"
#include "text/length/length.h"

namespace rapport {
namespace {

// Who says it on behalf of the brand: "{name}" and "{initials}" in a signature.
std::string signature_of(const BrandVoice& voice, const std::string& name) {
  std::string out = voice.signature;
  const auto replace = [&out](std::string_view what, const std::string& with) {
    for (std::size_t at = out.find(what); at != out.npos; at = out.find(what, at + with.size())) {
      out.replace(at, what.size(), with);
    }
  };
  const std::string_view shown = trim(name);
  replace("{name}", std::string(shown.substr(0, shown.find(' '))));
  std::string initials;
  for (std::size_t at = 0; at < shown.size();) {
    if (const std::size_t end = std::min(shown.find(' ', at), shown.size()); end > at) {
      initials += cut_graphemes(shown.substr(at, end - at), 1);
      at = end;
    }
    ++at;
  }
  replace("{initials}", initials);
  return out;
}

// The name of whom it reaches goes before the text there, and counts.
std::size_t limit_of(const Answered& answered, const std::string& text) {
  if (answered.limit == 0 || answered.unit != TextUnit::kCharacters || answered.handle.empty()) {
    return answered.limit;
  }
  const std::string_view own = answered.own_handle;
  const std::string whole = text_with_name(text, answered.handle, own.substr(own.find('@') + 1));
  const std::size_t more =
      said_length(whole, answered.unit) -
      std::min(said_length(text, answered.unit), said_length(whole, answered.unit));
  return std::max<std::size_t>(answered.limit - std::min(more, answered.limit), 1);
}

}  // namespace

// What nobody could find keeps nobody from writing.
std::vector<FoundArticle> Coaching::articles_for(const Member& by, ConversationId conversation,
                                                 PostId post) {
  if (!find_articles_) return {};
  auto found = find_articles_(by, conversation, post);
  if (found) return std::move(*found);
  log_warn("coaching", "no articles were found: " + found.error().cause);
  return {};
}

void Coaching::look_at(const Member& by, const CoachedBrand& brand, const Answered& answered,
                       const std::vector<FoundArticle>& articles, const DraftWords& draft,
                       coach::Review& out) {
  const BrandVoice& voice = brand.voice;
  const std::string signature = signature_of(voice, by.name);
  coach::Exchange exchange;
  exchange.draft = draft.text;
  exchange.post = answered.post;
  exchange.author = {answered.name, answered.handle};
  exchange.network = answered.network;
  for (const Answered::Line& line : answered.before) {
    exchange.thread.push_back({line.text, line.ours});
  }
  for (const Answered::Line& line : answered.past) exchange.past.push_back({line.text, line.ours});
  exchange.voice.warmth = voice.warmth;
  exchange.voice.formality = voice.formality;
  exchange.voice.emoji = voice.emoji;
  exchange.voice.humour = voice.humour;
  exchange.voice.signature = signature;
  exchange.voice.avoid.assign(voice.avoid.begin(), voice.avoid.end());
  exchange.voice.love.assign(voice.love.begin(), voice.love.end());
  exchange.voice.own.assign(voice.names.begin(), voice.names.end());
  exchange.voice.may_promise.assign(voice.promises.begin(), voice.promises.end());
  exchange.rules = brand.rules;
  exchange.replies = &brand.sent->replies();
  for (const FoundArticle& each : articles) {
    exchange.articles.push_back({each.link, each.title, {}, each.passage});
  }
  exchange.articles_ranked = true;
  exchange.card_url = draft.card_url;
  exchange.limit = limit_of(answered, draft.text);
  exchange.limit_unit = answered.unit;
  exchange.picture_without_description =
      std::ranges::any_of(draft.alts, [](const std::string& alt) { return is_blank(alt); });
  coaches_.review(exchange, out);
}

Result<Done> Coaching::review(const coach::Exchange& exchange, coach::Review& out) {
  if (!coaches_.any()) {
    return unavailable("There is no coach here: its weights are missing. Anything can be sent.");
  }
  coaches_.review(exchange, out);
  return Done{};
}

Result<DraftReview> Coaching::review(const Member& by, ConversationId conversation, PostId post,
                                     std::optional<ChannelId> channel, const DraftWords& draft) {
  if (!coaches_.any()) {
    return unavailable("There is no coach here: its weights are missing. Anything can be sent.");
  }
  auto brand = brands_.of(by.workspace);
  RAPPORT_TRY(brand);
  auto answered = store_.read([&](Unit& unit) -> Result<Answered> {
    RAPPORT_TRY(unit.conversations().find(by.workspace, conversation));
    auto found = unit.posts().find(by.workspace, post);
    RAPPORT_TRY(found);
    if (found->conversation != conversation) {
      return invalid("That post stands in another conversation.", "post_id");
    }
    auto speaks = speaker(unit, by.workspace, *found, channel);
    if (speaks) return answered_post(unit, *found, *speaks);
    // What cannot be answered just now can be written all the same.
    const ErrorKind kind = speaks.error().kind;
    if (kind != ErrorKind::kConflict && kind != ErrorKind::kForbidden) {
      return fail(std::move(speaks.error()));
    }
    return answered_post(unit, *found, std::nullopt);
  });
  RAPPORT_TRY(answered);
  DraftReview out;
  if (!answered->post.empty()) out.articles = articles_for(by, conversation, post);
  look_at(by, **brand, *answered, out.articles, draft, out.review);
  out.sent = (*brand)->sent;
  for (auto* lines : {&answered->before, &answered->past}) {
    for (Answered::Line& line : *lines) {
      if (line.ours) out.told.push_back(std::move(line));
    }
  }
  out.must_be_clean = (*brand)->voice.require_clean;
  return out;
}

}  // namespace rapport
