#include "listen/dialects/rules.h"

#include "listen/fields.h"

namespace rapport {
namespace {

constexpr QueryDialect kB = QueryDialect::kBrandwatch;
constexpr QueryDialect kM = QueryDialect::kMeltwater;
constexpr QueryDialect kT = QueryDialect::kTalkwalker;
constexpr QueryDialect kS = QueryDialect::kSprinklr;
constexpr QueryDialect kX = QueryDialect::kX;

constexpr Fate kKept = Fate::kKept;
constexpr Fate kNearly = Fate::kApproximated;
constexpr Fate kDropped = Fate::kDropped;

constexpr std::string_view kPlaces = "Places are not known of a post here.";
constexpr std::string_view kBios = "What people write of themselves is not searched here.";
constexpr std::string_view kUnread = "This is not known of a post here.";
constexpr std::string_view kAnyMedia = "Here pictures and videos are one: has:media.";
constexpr std::string_view kHeard = "Here it is the time at which a post was heard.";

// The first rule that fits counts: those with a value stand before those without.
constexpr FieldRule kRules[] = {
    {kB, "title", "", "title:", kKept, ""},
    {kB, "site", "", "site:", kKept, ""},
    {kB, "url", "", "url:", kKept, ""},
    {kB, "links", "", "link:", kKept, ""},
    {kB, "author", "", "author:", kKept, ""},
    {kB, "language", "", "lang:", kKept, ""},
    {kB, "hashtags", "", "hashtag:", kKept, ""},
    {kB, "at_mentions", "", "mention:", kKept, ""},
    {kB, "authorfollowers", "", "followers:", kKept, ""},
    {kB, "engagementtype", "reply", "is:reply", kKept, ""},
    {kB, "engagementtype", "retweet", "is:repost", kKept, ""},
    {kB, "engagementtype", "quote", "is:quote", kKept, ""},
    {kB, "engagementtype", "comment", "is:reply", kNearly, "Here a comment is a reply."},
    {kB, "engagingwith", "", "replyto:", kNearly, "Here it is who is replied to, not reposted."},
    {kB, "country", "", "", kDropped, kPlaces},
    {kB, "region", "", "", kDropped, kPlaces},
    {kB, "state", "", "", kDropped, kPlaces},
    {kB, "city", "", "", kDropped, kPlaces},
    {kB, "continent", "", "", kDropped, kPlaces},

    {kM, "title", "", "title:", kKept, ""},
    {kM, "ingress", "", "text:", kNearly, "Here the whole text, not its first lines alone."},
    {kM, "url", "", "url:", kKept, ""},
    {kM, "author", "", "author:", kKept, ""},
    {kM, "country", "", "", kDropped, kPlaces},

    {kT, "title", "", "title:", kKept, ""},
    {kT, "content", "", "text:", kKept, ""},
    {kT, "site", "", "site:", kKept, ""},
    {kT, "url", "", "url:", kKept, ""},
    {kT, "author", "", "author:", kKept, ""},
    {kT, "lang", "", "lang:", kKept, ""},
    {kT, "followers", "", "followers:", kKept, ""},
    {kT, "sentiment", "", "sentiment:", kNearly, "Read by another engine."},
    {kT, "sourcecountry", "", "", kDropped, kPlaces},
    {kT, "sourcetype", "", "", kDropped, kUnread},

    {kS, "title", "", "title:", kKept, ""},
    {kS, "message", "", "text:", kKept, ""},
    {kS, "exacttitle", "", "title:", kNearly, "Signs between words do not count here."},
    {kS, "exactmessage", "", "text:", kNearly, "Signs between words do not count here."},
    {kS, "author", "", "author:", kNearly, "Capitals do not count here."},
    {kS, "language", "", "lang:", kKept, ""},
    {kS, "url", "", "url:", kKept, ""},
    {kS, "site", "", "site:", kKept, ""},
    {kS, "followers", "", "followers:", kKept, ""},
    {kS, "country", "", "", kDropped, kPlaces},
    {kS, "state", "", "", kDropped, kPlaces},
    {kS, "userbio", "", "", kDropped, kBios},
    {kS, "exactuserbio", "", "", kDropped, kBios},
    {kS, "authorcontaining", "", "", kDropped, "A name is searched whole, or by its beginning."},

    {kX, "from", "", "author:", kKept, ""},
    {kX, "to", "", "replyto:", kKept, ""},
    {kX, "url", "", "link:", kNearly, "Here the host and the path, not any word of the address."},
    {kX, "lang", "", "lang:", kKept, ""},
    {kX, "has", "links", "has:link", kKept, ""},
    {kX, "has", "media", "has:media", kKept, ""},
    {kX, "has", "images", "has:media", kNearly, kAnyMedia},
    {kX, "has", "videos", "has:media", kNearly, kAnyMedia},
    {kX, "is", "retweet", "is:repost", kKept, ""},
    {kX, "is", "reply", "is:reply", kKept, ""},
    {kX, "is", "quote", "is:quote", kKept, ""},
    {kX, "followers_count", "", "followers:", kKept, ""},
    {kX, "min_faves", "", "likes:>=", kKept, ""},
    {kX, "min_likes", "", "likes:>=", kKept, ""},
    {kX, "min_reposts", "", "reposts:>=", kKept, ""},
    {kX, "min_retweets", "", "reposts:>=", kKept, ""},
    {kX, "min_replies", "", "replies:>=", kKept, ""},
    {kX, "since", "", "seen:>=", kNearly, kHeard},
    {kX, "until", "", "seen:<", kNearly, kHeard},
    {kX, "filter", "links", "has:link", kKept, ""},
    {kX, "filter", "media", "has:media", kKept, ""},
    {kX, "filter", "images", "has:media", kNearly, kAnyMedia},
    {kX, "filter", "videos", "has:media", kNearly, kAnyMedia},
    {kX, "filter", "replies", "is:reply", kKept, ""},
    {kX, "filter", "retweets", "is:repost", kKept, ""},
    {kX, "filter", "nativeretweets", "is:repost", kKept, ""},
    {kX, "filter", "quote", "is:quote", kKept, ""},
    {kX, "place", "", "", kDropped, kPlaces},
    {kX, "place_country", "", "", kDropped, kPlaces},
    {kX, "point_radius", "", "", kDropped, kPlaces},
    {kX, "bounding_box", "", "", kDropped, kPlaces},
    {kX, "bio", "", "", kDropped, kBios},
};

}  // namespace

const FieldRule* find_rule(QueryDialect dialect, std::string_view name, std::string_view value) {
  const std::string small_name = small_letters(name);
  const std::string small_value = small_letters(value);
  for (const FieldRule& each : kRules) {
    if (each.dialect != dialect || each.theirs != small_name) continue;
    if (each.value.empty() || each.value == small_value) return &each;
  }
  return nullptr;
}

}  // namespace rapport
