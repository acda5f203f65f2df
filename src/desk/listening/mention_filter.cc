#include "desk/listening/mention_filter.h"

#include <algorithm>

#include "base/url.h"

namespace rapport {
namespace {

std::string_view main_part(std::string_view language) {
  return language.substr(0, language.find('-'));
}

bool links_to(const MentionFacts& facts, std::string_view address) {
  const auto in_text = [&](const Entity& each) {
    return each.kind == EntityKind::kLink && each.value == address;
  };
  const auto beside = [&](const Media& each) {
    return each.kind == MediaKind::kLink && each.url == address;
  };
  return std::ranges::any_of(facts.entities, in_text) || std::ranges::any_of(facts.media, beside);
}

}  // namespace

std::string site_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  std::string_view rest = scheme == address.npos ? address : address.substr(scheme + 3);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  if (const std::size_t at = rest.rfind('@'); at != rest.npos) rest = rest.substr(at + 1);
  if (const std::size_t port = rest.rfind(':'); port != rest.npos) rest = rest.substr(0, port);
  std::string host(rest);
  for (char& each : host) {
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  }
  return host.starts_with("www.") ? host.substr(4) : host;
}

std::vector<std::string> linked_sites(const MentionFacts& facts) {
  std::vector<std::string> sites;
  const auto add = [&](const std::string& address) {
    std::string site = site_of(address);
    if (!site.empty()) sites.push_back(std::move(site));
  };
  for (const Entity& each : facts.entities) {
    if (each.kind == EntityKind::kLink) add(each.value);
  }
  for (const Media& each : facts.media) {
    if (each.kind == MediaKind::kLink) add(each.url);
  }
  std::ranges::sort(sites);
  const auto twins = std::ranges::unique(sites);
  sites.erase(twins.begin(), twins.end());
  return sites;
}

std::string language_of(const MentionFacts& facts) {
  if (facts.language && *facts.language != "und") return *facts.language;
  if (!facts.langs.empty()) return std::string(main_part(facts.langs.front()));
  return "und";
}

std::string fate_of(const MentionFacts& facts) {
  if (facts.first_reply_at &&
      (facts.state == ConversationState::kWaiting || facts.state == ConversationState::kResolved)) {
    return "answered";
  }
  return std::string(to_word(facts.state));
}

bool fits(const MentionFilter& filter, const MentionFacts& facts) {
  if (filter.author && *filter.author != facts.author) return false;
  if (!filter.fate.empty() && fate_of(facts) != filter.fate) return false;
  if (filter.skip_reason && facts.skip_reason != filter.skip_reason) return false;
  if (filter.sentiment) {
    if (!facts.reading || facts.reading->sentiment != filter.sentiment) return false;
  }
  if (!filter.reason.empty()) {
    if (!facts.reading) return false;
    const auto& reasons = facts.reading->reasons;
    if (std::ranges::find(reasons, filter.reason) == reasons.end()) return false;
  }
  if (!filter.language.empty() && main_part(language_of(facts)) != main_part(filter.language)) {
    return false;
  }
  if (!filter.network.empty() && facts.network != filter.network) return false;
  if (!filter.link.empty() && !links_to(facts, filter.link)) return false;
  if (!filter.site.empty()) {
    const auto sites = linked_sites(facts);
    if (std::ranges::find(sites, filter.site) == sites.end()) return false;
  }
  return true;
}

}  // namespace rapport
