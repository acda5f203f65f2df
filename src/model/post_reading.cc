#include "model/post_reading.h"

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

}  // namespace

ReadingGist gist_of(const Reading& reading) {
  ReadingGist gist;
  if (reading.sentiment_read) gist.sentiment = reading.sentiment;
  if (reading.rest_read) gist.urgency = reading.urgency;
  gist.needs_reply = reading.needs_reply;
  for (const auto& found : reading.intents) gist.intents.push_back(found.label);
  for (const auto& found : reading.reasons) gist.reasons.push_back(found.label);
  return gist;
}

std::string reason_name(const std::string& key) {
  const auto reason = reason_of(key);
  return reason ? std::string(kNames.word(*reason)) : key;
}

}  // namespace rapport
