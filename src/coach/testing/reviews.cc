#include "coach/testing/reviews.h"

#include <algorithm>
#include <stdexcept>

#include "source_dir.h"

namespace rapport::coach {

std::shared_ptr<const Models> models() {
  static const auto kOpened = Models::open(RAPPORT_SOURCE_DIR "/models");
  if (!kOpened) throw std::runtime_error(kOpened.error().message);
  return *kOpened;
}

Exchange exchange_of(std::string_view post, std::string_view draft) {
  Exchange out;
  out.post = post;
  out.draft = draft;
  out.author = {"Maya Lindqvist", "maya.example"};
  return out;
}

Review review_of(const Exchange& exchange) {
  static Coach coach(models());
  Review out;
  coach.review(exchange, out);
  return out;
}

Review review_of(std::string_view post, std::string_view draft) {
  return review_of(exchange_of(post, draft));
}

std::string found_in(const Review& review) {
  std::string out;
  for (const Finding& finding : review.findings) {
    if (!out.empty()) out += ' ';
    out += std::string(to_word(finding.severity)) + ":" + std::string(to_word(finding.rule));
  }
  return out;
}

bool finds(const Review& review, Rule rule, Severity severity) {
  return std::any_of(review.findings.begin(), review.findings.end(), [&](const Finding& finding) {
    return finding.rule == rule && finding.severity == severity;
  });
}

bool finds(const Exchange& exchange, Rule rule) {
  const Review review = review_of(exchange);
  return std::any_of(review.findings.begin(), review.findings.end(),
                     [rule](const Finding& finding) { return finding.rule == rule; });
}

bool finds(std::string_view post, std::string_view draft, Rule rule) {
  return finds(exchange_of(post, draft), rule);
}

}  // namespace rapport::coach
