#include "listen/fields.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

namespace rapport {
namespace {

constexpr std::string_view kNetworks[] = {"bluesky",   "mastodon", "feed",    "facebook",
                                          "instagram", "x",        "youtube", "reddit",
                                          "threads",   "tiktok",   "linkedin"};
constexpr std::string_view kHasList[] = {"media", "link", "question"};
constexpr std::string_view kIsList[] = {"reply", "repost", "quote", "root"};
constexpr std::string_view kSentiments[] = {"negative", "neutral", "positive"};
constexpr std::string_view kIntentList[] = {"question", "complaint",      "praise",
                                            "request",  "suggestion",     "thanks",
                                            "problem",  "sales_interest", "spam"};
constexpr std::string_view kLevels[] = {"stranger", "noticed", "conversing", "regular", "advocate"};

constexpr std::array kFields{
    FieldFacts{QueryField::kTitle, "title", FieldKind::kWords, {}, "words of the title"},
    FieldFacts{QueryField::kText, "text", FieldKind::kWords, {}, "words of the text alone"},
    FieldFacts{QueryField::kNetwork, "network", FieldKind::kChoice, kNetworks, "where it was said"},
    FieldFacts{QueryField::kAuthor, "author", FieldKind::kName, {}, "handle or name of its author"},
    FieldFacts{QueryField::kSite, "site", FieldKind::kAddress, {}, "website it stands on"},
    FieldFacts{QueryField::kLang, "lang", FieldKind::kName, {}, "language, as in lang:pt"},
    FieldFacts{QueryField::kUrl, "url", FieldKind::kAddress, {}, "its own address"},
    FieldFacts{QueryField::kLink, "link", FieldKind::kAddress, {}, "an address it links to"},
    FieldFacts{QueryField::kHashtag, "hashtag", FieldKind::kName, {}, "a hashtag in it"},
    FieldFacts{QueryField::kMention, "mention", FieldKind::kName, {}, "an account it mentions"},
    FieldFacts{
        QueryField::kFollowers, "followers", FieldKind::kCount, {}, "how many follow its author"},
    FieldFacts{QueryField::kLikes, "likes", FieldKind::kCount, {}, "how many like it"},
    FieldFacts{QueryField::kReposts, "reposts", FieldKind::kCount, {}, "how often it was reposted"},
    FieldFacts{QueryField::kReplies, "replies", FieldKind::kCount, {}, "how many replies it has"},
    FieldFacts{QueryField::kEngagement,
               "engagement",
               FieldKind::kCount,
               {},
               "likes, reposts and replies together"},
    FieldFacts{QueryField::kHas, "has", FieldKind::kChoice, kHasList, "what it contains"},
    FieldFacts{QueryField::kIs, "is", FieldKind::kChoice, kIsList, "what kind of post it is"},
    FieldFacts{QueryField::kReplyTo, "replyto", FieldKind::kName, {}, "handle it replies to"},
    FieldFacts{QueryField::kSentiment, "sentiment", FieldKind::kChoice, kSentiments,
               "how it sounds"},
    FieldFacts{QueryField::kIntent, "intent", FieldKind::kChoice, kIntentList,
               "what its author wants"},
    FieldFacts{QueryField::kReason, "reason", FieldKind::kName, {}, "what a complaint is about"},
    FieldFacts{QueryField::kTopic, "topic", FieldKind::kName, {}, "a topic of the workspace"},
    FieldFacts{QueryField::kPerson, "person", FieldKind::kName, {}, "a person, by name or id"},
    FieldFacts{QueryField::kLevel, "level", FieldKind::kChoice, kLevels,
               "how well its author knows the brand"},
    FieldFacts{QueryField::kSeen, "seen", FieldKind::kTime, {}, "when it was heard (UTC)"},
};

// What other tools call the same.
constexpr std::pair<std::string_view, std::string_view> kAliases[] = {
    {"language", "lang"},
    {"langs", "lang"},
    {"links", "link"},
    {"hashtags", "hashtag"},
    {"tag", "hashtag"},
    {"tags", "hashtag"},
    {"mentions", "mention"},
    {"at_mentions", "mention"},
    {"from", "author"},
    {"by", "author"},
    {"user", "author"},
    {"authorname", "author"},
    {"to", "replyto"},
    {"in_reply_to", "replyto"},
    {"reply_to", "replyto"},
    {"domain", "site"},
    {"host", "site"},
    {"source", "network"},
    {"platform", "network"},
    {"authorfollowers", "followers"},
    {"followers_count", "followers"},
    {"retweets", "reposts"},
    {"shares", "reposts"},
    {"comments", "replies"},
    {"type", "is"},
    {"engagementtype", "is"},
    {"headline", "title"},
    {"message", "text"},
    {"content", "text"},
    {"body", "text"},
    {"date", "seen"},
    {"since", "seen"},
    {"until", "seen"},
    {"published", "seen"},
    {"tone", "sentiment"},
    {"filter", "has"},
    {"people", "person"},
};

// Letters put in, left out, changed, or two neighbours swapped.
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

constexpr std::size_t kLongestWord = 24;  // longer ones are no slip of the finger

}  // namespace

std::span<const FieldFacts> all_fields() { return kFields; }

const FieldFacts& facts_of(QueryField field) {
  for (const FieldFacts& each : kFields) {
    if (each.field == field) return each;
  }
  return kFields[0];
}

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<QueryField> field_of(std::string_view name) {
  const std::string small = small_letters(name);
  for (const FieldFacts& each : kFields) {
    if (each.name == small) return each.field;
  }
  return std::nullopt;
}

std::string_view nearest_of(std::string_view word, std::span<const std::string_view> list) {
  if (word.size() > kLongestWord) return {};
  const std::string small = small_letters(word);
  std::string_view best;
  std::size_t fewest = 3;
  for (const std::string_view each : list) {
    // A word of three letters with two slips could be any other.
    const std::size_t count = slips(small, each);
    const bool near = count * 2 < std::min(small.size(), each.size());
    const bool begins = (small.size() >= 3 && each.starts_with(small)) ||
                        (each.size() >= 4 && small.starts_with(each));
    if ((near || begins) && (count < fewest || (begins && best.empty()))) {
      fewest = count;
      best = each;
    }
  }
  return best;
}

std::string_view nearest_field(std::string_view name) {
  const std::string small = small_letters(name);
  for (const auto& [theirs, ours] : kAliases) {
    if (theirs == small) return ours;
  }
  std::vector<std::string_view> names;
  names.reserve(std::size(kFields));
  for (const FieldFacts& each : kFields) names.push_back(each.name);
  return nearest_of(small, names);
}

}  // namespace rapport
