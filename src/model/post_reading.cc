#include "model/post_reading.h"

#include <algorithm>
#include <cmath>

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<Reason, kReasons> kNames{{{Reason::kDelivery, "Delivery"},
                                          {Reason::kPrice, "Price or billing"},
                                          {Reason::kQuality, "Quality"},
                                          {Reason::kService, "Staff or service"},
                                          {Reason::kWaiting, "Waiting time"},
                                          {Reason::kAvailability, "Availability"},
                                          {Reason::kUsability, "Usability"},
                                          {Reason::kPolicy, "Policy"},
                                          {Reason::kTrust, "Trust or safety"},
                                          {Reason::kCommunication, "Communication"}}};

// As it lies in the store, so that what was just read equals what is read from there.
float hundredths(float share) { return std::round(share * 100) / 100; }

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
  return std::ranges::find(all, one) != all.end();
}

template <class T>
void add_missing(std::vector<T>& to, const std::vector<T>& from) {
  for (const T& each : from) {
    if (!contains(to, each)) to.push_back(each);
  }
}

}  // namespace

ReadingGist gist_of(const Reading& reading) {
  ReadingGist gist;
  if (reading.sentiment_read) gist.sentiment = reading.sentiment;
  if (reading.rest_read) gist.urgency = hundredths(reading.urgency);
  gist.needs_reply = reading.needs_reply;
  for (const auto& found : reading.intents) gist.intents.push_back(found.label);
  for (const auto& found : reading.reasons) gist.reasons.push_back(found.label);
  for (const auto& found : reading.topics) gist.topics.push_back(TopicId{found.label});
  return gist;
}

std::optional<ReadingGist> gist_of_all(const std::vector<ReadingGist>& gists) {
  if (gists.empty()) return std::nullopt;
  ReadingGist all = gists.front();
  all.urgency.reset();
  // How urgent an advert sounds says nothing of who waits beside it.
  const bool is_needed = std::ranges::any_of(gists, &ReadingGist::needs_reply);
  for (const ReadingGist& each : gists) {
    if (each.sentiment && (!all.sentiment || *each.sentiment < *all.sentiment)) {
      all.sentiment = each.sentiment;
    }
    const bool counts = each.needs_reply || !is_needed;
    if (counts && (!all.urgency || each.urgency > all.urgency)) all.urgency = each.urgency;
    all.needs_reply |= each.needs_reply;
    add_missing(all.intents, each.intents);
    add_missing(all.reasons, each.reasons);
    add_missing(all.topics, each.topics);
  }
  return all;
}

int rank_of(const std::optional<ReadingGist>& gist) {
  if (!gist) return 2;
  if (!gist->needs_reply) return 3;
  if (gist->is_urgent()) return 0;
  return gist->urgency && *gist->urgency >= kUrgent / 2 ? 1 : 2;
}

bool ReadingFilter::fits(const std::optional<ReadingGist>& reading) const {
  if (!asks()) return true;
  if (!reading) return false;
  return (!sentiment || reading->sentiment == sentiment) &&
         (!intent || contains(reading->intents, *intent)) &&
         (reason.empty() || contains(reading->reasons, reason)) &&
         (!topic || contains(reading->topics, *topic)) &&
         (!needs_reply || reading->needs_reply == *needs_reply) &&
         (!urgent || reading->is_urgent());
}

PostReading kept_of(const Reading& reading) {
  PostReading kept;
  kept.language = reading.language;
  kept.gist = gist_of(reading);
  if (reading.rest_read) {
    kept.emotion = reading.emotion.label;
    kept.toxicity = static_cast<int>(std::lround(reading.toxicity * 100));
  }
  return kept;
}

std::string reason_name(const std::string& key) {
  const auto reason = reason_of(key);
  return reason ? std::string(kNames.word(*reason)) : key;
}

}  // namespace rapport
