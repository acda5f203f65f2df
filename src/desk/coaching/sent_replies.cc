#include "desk/coaching/sent_replies.h"

#include <utility>

namespace rapport {
namespace {

std::vector<SentReplies::Place> places_of(const std::vector<GivenAnswer>& answers) {
  std::vector<SentReplies::Place> places;
  places.reserve(answers.size());
  for (const GivenAnswer& each : answers) {
    places.push_back({each.post, each.conversation, each.created_at});
  }
  return places;
}

std::vector<coach::GivenReply> replies_of(std::vector<GivenAnswer> answers) {
  std::vector<coach::GivenReply> replies;
  replies.reserve(answers.size());
  for (GivenAnswer& each : answers) {
    replies.push_back({std::move(each.question), std::move(each.text)});
  }
  return replies;
}

}  // namespace

SentReplies::SentReplies(std::vector<GivenAnswer> answers)
    : places_(places_of(answers)), replies_(replies_of(std::move(answers))) {}

bool SentReplies::is_of(const std::vector<GivenAnswer>& answers) const {
  if (places_ != places_of(answers)) return false;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (replies_[i].reply != answers[i].text || replies_[i].question != answers[i].question) {
      return false;
    }
  }
  return true;
}

}  // namespace rapport
