#include "networks/bluesky/mapping.h"

#include <gtest/gtest.h>

#include <map>

namespace rapport::bluesky {
namespace {

constexpr std::string_view kAuthor =
    R"({"did":"did:plc:ana","handle":"ana.test","displayName":" Ana Ruiz ","avatar":"https://cdn.example/ana.jpg",
        "viewer":{"muted":false,"following":"at://did:plc:us/app.bsky.graph.follow/3kaaaaaaaaaaa"}})";

const Time kNow = *parse_time("2026-11-23T15:00:00Z");

std::string view(std::string_view key, std::string_view record, std::string_view embed = "null") {
  return R"({"uri":"at://did:plc:ana/app.bsky.feed.post/)" + std::string(key) +
         R"(","cid":"bafy-)" + std::string(key) + R"(","author":)" + std::string(kAuthor) +
         R"(,"record":)" + std::string(record) + R"(,"embed":)" + std::string(embed) +
         R"(,"replyCount":1,"repostCount":2,"likeCount":3,"quoteCount":4,"indexedAt":"2026-11-20T10:00:02.000Z",
             "viewer":{"like":"at://did:plc:us/app.bsky.feed.like/3kbbbbbbbbbbb"}})";
}

std::string record(std::string_view more = "") {
  return R"({"$type":"app.bsky.feed.post","text":"Moin 🥖 @us.test","createdAt":"2026-11-20T10:00:00.000Z","langs":["de","en"])" +
         std::string(more) + "}";
}

NetworkPost only(const std::string& json) {
  const auto posts = read_posts(R"({"posts":[)" + json + "]}", kNow);
  EXPECT_TRUE(posts && posts->size() == 1U) << json;
  return posts && !posts->empty() ? posts->front() : NetworkPost{};
}

TEST(BlueskyMapping, ReadsAPost) {
  const NetworkPost post = only(view("k1", record()));
  EXPECT_EQ(post.native_id, "at://did:plc:ana/app.bsky.feed.post/k1");
  EXPECT_EQ(post.revision, "bafy-k1");
  EXPECT_EQ(post.url, "https://bsky.app/profile/did:plc:ana/post/k1");
  EXPECT_EQ(post.author.native_id, "did:plc:ana");
  EXPECT_EQ(post.author.name, "Ana Ruiz");
  EXPECT_EQ(post.author.avatar_url, "https://cdn.example/ana.jpg");
  EXPECT_EQ(post.author.follows_us, false);
  EXPECT_EQ(post.author.followed_by_us, "at://did:plc:us/app.bsky.graph.follow/3kaaaaaaaaaaa");
  EXPECT_FALSE(post.author.whole_profile);
  EXPECT_EQ(post.kind, PostKind::kPost);
  EXPECT_EQ(post.parent_native_id, "");
  EXPECT_EQ(post.root_native_id, post.native_id);
  EXPECT_EQ(post.langs, (std::vector<std::string>{"de", "en"}));
  EXPECT_EQ(post.created_at, parse_time("2026-11-20T10:00:00Z"));
  EXPECT_EQ(post.indexed_at, parse_time("2026-11-20T10:00:02Z"));
  EXPECT_TRUE(post.counts_known);
  EXPECT_EQ(post.likes, 3);
  EXPECT_EQ(post.reposts, 2);
  EXPECT_EQ(post.replies, 1);
  EXPECT_EQ(post.our_like, "at://did:plc:us/app.bsky.feed.like/3kbbbbbbbbbbb");
}

TEST(BlueskyMapping, ReadsRepliesAndQuotes) {
  const NetworkPost reply = only(view(
      "k1",
      record(
          R"(,"reply":{"root":{"uri":"at://did:plc:us/app.bsky.feed.post/r","cid":"c"},"parent":{"uri":"at://did:plc:b/app.bsky.feed.post/p","cid":"c"}})")));
  EXPECT_EQ(reply.kind, PostKind::kReply);
  EXPECT_EQ(reply.root_native_id, "at://did:plc:us/app.bsky.feed.post/r");
  EXPECT_EQ(reply.parent_native_id, "at://did:plc:b/app.bsky.feed.post/p");

  const NetworkPost quote = only(view(
      "k2",
      record(
          R"(,"embed":{"$type":"app.bsky.embed.record","record":{"uri":"at://did:plc:us/app.bsky.feed.post/q","cid":"c"}})"),
      R"({"$type":"app.bsky.embed.record#view","record":{"$type":"app.bsky.embed.record#viewRecord",
          "uri":"at://did:plc:us/app.bsky.feed.post/q","cid":"c","author":{"did":"did:plc:us","handle":"us.test"},
          "value":{"$type":"app.bsky.feed.post","text":"The rye is back"}}})"));
  EXPECT_EQ(quote.kind, PostKind::kQuote);
  EXPECT_EQ(quote.quoted_native_id, "at://did:plc:us/app.bsky.feed.post/q");
  EXPECT_EQ(quote.quoted_author_native_id, "did:plc:us");
  ASSERT_TRUE(quote.quoted);
  EXPECT_EQ(quote.quoted->author_handle, "us.test");
  EXPECT_EQ(quote.quoted->text, "The rye is back");

  const NetworkPost gone = only(view(
      "k3",
      record(
          R"(,"embed":{"$type":"app.bsky.embed.record","record":{"uri":"at://did:plc:us/app.bsky.feed.post/q","cid":"c"}})"),
      R"({"$type":"app.bsky.embed.record#view","record":{"$type":"app.bsky.embed.record#viewNotFound","uri":"at://did:plc:us/app.bsky.feed.post/q","notFound":true}})"));
  EXPECT_EQ(gone.kind, PostKind::kQuote);
  ASSERT_TRUE(gone.quoted);
  EXPECT_EQ(gone.quoted->state, QuotedState::kGone);
  EXPECT_EQ(gone.quoted->text, "");

  // A list or feed that is embedded is no quote.
  const NetworkPost list = only(view(
      "k4",
      record(
          R"(,"embed":{"$type":"app.bsky.embed.record","record":{"uri":"at://did:plc:us/app.bsky.graph.list/q","cid":"c"}})")));
  EXPECT_EQ(list.kind, PostKind::kPost);
}

TEST(BlueskyMapping, ReadsPicturesVideosAndCards) {
  const NetworkPost pictures =
      only(view("k1", record(), R"({"$type":"app.bsky.embed.images#view","images":[
      {"thumb":"https://c.example/t","fullsize":"https://c.example/f","alt":"a loaf"},{"thumb":"javascript:x","fullsize":"data:x","alt":""}]})"));
  ASSERT_EQ(pictures.media.size(), 1U);
  EXPECT_EQ(pictures.media[0].kind, MediaKind::kImage);
  EXPECT_EQ(pictures.media[0].alt, "a loaf");
  const NetworkPost video = only(view(
      "k2", record(),
      R"({"$type":"app.bsky.embed.video#view","cid":"c","playlist":"https://v.example/p.m3u8","thumbnail":"https://v.example/t.jpg"})"));
  ASSERT_EQ(video.media.size(), 1U);
  EXPECT_EQ(video.media[0].kind, MediaKind::kVideo);
  const NetworkPost both =
      only(view("k3", record(), R"({"$type":"app.bsky.embed.recordWithMedia#view",
      "media":{"$type":"app.bsky.embed.external#view","external":{"uri":"https://a.example","title":"T","description":"D"}},
      "record":{"$type":"app.bsky.embed.record#view","record":{"$type":"app.bsky.embed.record#viewRecord","uri":"at://did:plc:us/app.bsky.feed.post/q",
        "author":{"did":"did:plc:us","handle":"us.test"},"value":{"$type":"app.bsky.feed.post","text":"hi"}}}})"));
  ASSERT_EQ(both.media.size(), 1U);
  EXPECT_EQ(both.media[0].kind, MediaKind::kLink);
  EXPECT_EQ(both.media[0].title, "T");
  EXPECT_TRUE(both.quoted);
}

TEST(BlueskyMapping, ReadsProportionsAndGalleries) {
  const NetworkPost post =
      only(view("k1", record(), R"({"$type":"app.bsky.embed.gallery#view","items":[
      {"$type":"app.bsky.embed.gallery#viewImage","thumbnail":"https://c.example/t","fullsize":"https://c.example/f","alt":"a","aspectRatio":{"width":1600,"height":900}},
      {"$type":"app.bsky.embed.gallery#viewImage","thumbnail":"https://c.example/u","fullsize":"https://c.example/g","alt":"b","aspectRatio":{"width":-1,"height":9}}]})"));
  ASSERT_EQ(post.media.size(), 2U);
  EXPECT_EQ(post.media[0].thumb_url, "https://c.example/t");
  EXPECT_EQ(post.media[0].width, 1600U);
  EXPECT_EQ(post.media[0].height, 900U);
  EXPECT_EQ(post.media[1].width, 0U);
}

TEST(BlueskyMapping, KeepsTheLabelsThatStand) {
  const auto label = [](std::string_view source, std::string_view value,
                        std::string_view more = "") {
    return R"({"src":")" + std::string(source) + R"(","uri":"x","val":")" + std::string(value) +
           R"(","cts":"2026-11-20T10:00:00Z")" + std::string(more) + "}";
  };
  const auto labelled = [&](const std::string& labels, std::string_view in_record = "") {
    std::string json = view("k1", record(in_record));
    json.insert(1, R"("labels":[)" + labels + "],");
    return only(json);
  };
  EXPECT_EQ(only(view("k1", record())).labels, std::nullopt);
  EXPECT_EQ(labelled("").labels, std::vector<std::string>{});
  EXPECT_EQ(labelled(label("did:plc:mod", "!hide") + "," + label("did:plc:ana", "nudity") + "," +
                     label("did:plc:mod2", "nudity"))
                .labels,
            (std::vector<std::string>{"!hide", "nudity"}));
  // Taken back by the one who said it, whichever word comes first; another's word still stands.
  std::string later = label("did:plc:mod", "porn", R"(,"neg":true)");
  later.replace(later.find("10:00:00"), 8, "11:00:00");
  EXPECT_EQ(labelled(label("did:plc:mod", "porn") + "," + later).labels,
            std::vector<std::string>{});
  EXPECT_EQ(labelled(later + "," + label("did:plc:mod", "porn")).labels,
            std::vector<std::string>{});
  EXPECT_EQ(labelled(later + "," + label("did:plc:mod2", "porn")).labels,
            std::vector<std::string>{"porn"});
  EXPECT_EQ(labelled(label("did:plc:mod", "spam", R"(,"exp":"2026-11-23T14:59:59Z")") + "," +
                     label("did:plc:mod", "rude", R"(,"exp":"2026-11-23T15:00:01Z")"))
                .labels,
            std::vector<std::string>{"rude"});

  // An author's own warning stands in the record.
  constexpr std::string_view kOwn =
      R"(,"labels":{"$type":"com.atproto.label.defs#selfLabels","values":[{"val":"graphic-media"}]})";
  NetworkAccount us;
  us.native_id = "did:plc:ana";
  const auto page = read_own_posts(
      R"({"records":[{"uri":"at://did:plc:ana/app.bsky.feed.post/k1","cid":"c","value":)" +
          record(kOwn) + "}]}",
      us);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->items[0].post.labels, std::vector<std::string>{"graphic-media"});
  EXPECT_TRUE(page->items[0].wants_view);
}

TEST(BlueskyMapping, SaysWhyAQuoteShowsNothing) {
  constexpr std::string_view kQuote =
      R"(,"embed":{"$type":"app.bsky.embed.record","record":{"uri":"at://did:plc:us/app.bsky.feed.post/q","cid":"c"}})";
  const auto shown = [&](std::string_view type) {
    return only(
               view(
                   "k1", record(kQuote),
                   R"({"$type":"app.bsky.embed.record#view","record":{"$type":"app.bsky.embed.record#)" +
                       std::string(type) +
                       R"(","uri":"at://did:plc:us/app.bsky.feed.post/q","detached":true}})"))
        .quoted;
  };
  EXPECT_EQ(shown("viewNotFound")->state, QuotedState::kGone);
  EXPECT_EQ(shown("viewBlocked")->state, QuotedState::kBlocked);
  EXPECT_EQ(shown("viewDetached")->state, QuotedState::kDetached);
  EXPECT_FALSE(shown("viewOfTomorrow"));
}

TEST(BlueskyMapping, ReadsWhatStandsBetweenUs) {
  const auto account = read_profile(
      R"({"did":"did:plc:ana","handle":"ana.test","labels":[{"src":"did:plc:mod","val":"spam"}],
      "viewer":{"muted":true,"blockedBy":true,"blocking":"at://did:plc:us/app.bsky.graph.block/3kaaaaaaaaaaa"}})",
      kNow);
  ASSERT_TRUE(account);
  EXPECT_EQ(account->muted_by_us, true);
  EXPECT_EQ(account->blocks_us, true);
  EXPECT_EQ(account->blocked_by_us, "at://did:plc:us/app.bsky.graph.block/3kaaaaaaaaaaa");
  EXPECT_EQ(account->labels, std::vector<std::string>{"spam"});
  EXPECT_EQ(account->standing, AccountStanding::kActive);
  EXPECT_EQ(read_profile(R"({"did":"did:plc:ana","handle":"a.test"})", kNow)->muted_by_us,
            std::nullopt);
}

TEST(BlueskyMapping, AttentionThroughARepostIsAttentionToThePost) {
  const auto page = read_notifications(
      R"({"notifications":[{"uri":"at://did:plc:ana/app.bsky.feed.like/3kccccccccccc","cid":"c","author":)" +
          std::string(kAuthor) +
          R"(,"reason":"like-via-repost","reasonSubject":"at://did:plc:us/app.bsky.feed.repost/3kddddddddddd",
          "record":{"$type":"app.bsky.feed.like","createdAt":"2026-11-20T09:00:00Z","subject":{"uri":"at://did:plc:bo/app.bsky.feed.post/q","cid":"c"}},
          "indexedAt":"2026-11-20T10:00:02.000Z"}]})",
      kNow);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->items.size(), 1U);
  EXPECT_EQ(page->items[0].interaction->kind, InteractionKind::kLike);
  EXPECT_EQ(page->items[0].interaction->object_post_native_id,
            "at://did:plc:bo/app.bsky.feed.post/q");
}

TEST(BlueskyMapping, KeepsOnlySpansThatFit) {
  const auto facet = [](int begin, int end, std::string_view feature) {
    return R"({"index":{"byteStart":)" + std::to_string(begin) + R"(,"byteEnd":)" +
           std::to_string(end) + R"(},"features":[)" + std::string(feature) + "]}";
  };
  const std::string mention = R"({"$type":"app.bsky.richtext.facet#mention","did":"did:plc:us"})";
  const std::string link = R"({"$type":"app.bsky.richtext.facet#link","uri":"https://a.example"})";
  const std::string script = R"({"$type":"app.bsky.richtext.facet#link","uri":"javascript:x"})";
  // "Moin 🥖 @us.test": the bread is bytes 5 to 9, the mention 10 to 18.
  const NetworkPost post =
      only(view("k1", record(R"(,"facets":[)" + facet(10, 18, mention) + "," + facet(0, 4, link) +
                             "," + facet(2, 6, link) + "," + facet(6, 9, link) + "," +
                             facet(10, 99, link) + "," + facet(-1, 2, link) + "," +
                             facet(4, 4, link) + "," + facet(4, 5, script) + "]")));
  ASSERT_EQ(post.entities.size(), 2U);
  EXPECT_EQ(post.entities[0].kind, EntityKind::kLink);
  EXPECT_EQ(post.entities[0].end, 4U);
  EXPECT_EQ(post.entities[1].kind, EntityKind::kMention);
  EXPECT_EQ(post.text.substr(post.entities[1].begin), "@us.test");
}

TEST(BlueskyMapping, ReadsNotificationsAndLeavesOutWhatItDoesNotKnow) {
  const auto note = [](std::string_view reason, std::string_view collection, std::string_view more,
                       std::string_view body) {
    return R"({"uri":"at://did:plc:ana/)" + std::string(collection) +
           R"(/3kccccccccccc","cid":"c","author":)" + std::string(kAuthor) + R"(,"reason":")" +
           std::string(reason) + R"(")" + std::string(more) + R"(,"record":)" + std::string(body) +
           R"(,"isRead":false,"indexedAt":"2026-11-20T10:00:02.000Z"})";
  };
  const std::string subject = R"(,"reasonSubject":"at://did:plc:us/app.bsky.feed.post/q")";
  const auto page = read_notifications(
      R"({"notifications":[)" + note("mention", "app.bsky.feed.post", "", record()) + "," +
          note("like", "app.bsky.feed.like", subject, R"({"createdAt":"2026-11-20T09:00:00Z"})") +
          "," + note("repost", "app.bsky.feed.repost", subject, "{}") + "," +
          note("follow", "app.bsky.graph.follow", "", "{}") + "," +
          note("like", "app.bsky.feed.like", "", "{}") + "," +  // of what?
          note("starterpack-joined", "app.bsky.graph.starterpack", "", "{}") + "," +
          R"({"nonsense":true},null,7],"cursor":"next"})",
      kNow);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->cursor, "next");
  EXPECT_EQ(page->unknown, 5);
  ASSERT_EQ(page->items.size(), 4U);
  ASSERT_TRUE(page->items[0].post);
  EXPECT_TRUE(page->items[0].post->addressed);
  EXPECT_FALSE(page->items[0].post->counts_known);
  EXPECT_FALSE(page->items[0].wants_view);
  EXPECT_EQ(page->items[1].interaction->kind, InteractionKind::kLike);
  EXPECT_EQ(page->items[1].interaction->object_post_native_id,
            "at://did:plc:us/app.bsky.feed.post/q");
  EXPECT_EQ(page->items[1].sorted_at, parse_time("2026-11-20T09:00:00Z"));
  EXPECT_EQ(page->items[2].interaction->kind, InteractionKind::kRepost);
  EXPECT_EQ(page->items[3].interaction->kind, InteractionKind::kFollow);

  EXPECT_EQ(read_notifications("{}", kNow).error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(read_notifications("<html>", kNow).error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(read_notifications("", kNow).error().kind, ErrorKind::kUnavailable);
}

TEST(BlueskyMapping, ReadsAThreadUpAndDown) {
  const auto node = [](std::string_view key, std::string_view more) {
    return R"({"$type":"app.bsky.feed.defs#threadViewPost","post":)" + view(key, record()) +
           std::string(more) + "}";
  };
  const auto page = read_thread(
      R"({"thread":)" +
          node(
              "a",
              R"(,"parent":)" +
                  node(
                      "up",
                      R"(,"parent":{"$type":"app.bsky.feed.defs#notFoundPost","uri":"at://did:plc:x/app.bsky.feed.post/gone","notFound":true})") +
                  R"(,"replies":[)" + node("b", R"(,"replies":[])") + "," +
                  node("c", R"(,"replies":[)" + node("d", "") + "]") +
                  R"(,{"$type":"app.bsky.feed.defs#blockedPost","uri":"at://did:plc:x/app.bsky.feed.post/blocked","blocked":true}])") +
          "}",
      kNow);
  ASSERT_TRUE(page);
  std::map<std::string, std::pair<int, bool>> depths;
  for (const auto& each : page->nodes) depths[each.post.revision] = {each.depth, each.leaf};
  EXPECT_EQ(depths, (std::map<std::string, std::pair<int, bool>>{{"bafy-a", {0, false}},
                                                                 {"bafy-up", {-1, false}},
                                                                 {"bafy-b", {1, true}},
                                                                 {"bafy-c", {1, false}},
                                                                 {"bafy-d", {2, true}}}));
  EXPECT_EQ(page->missing, std::vector<std::string>{"at://did:plc:x/app.bsky.feed.post/gone"});
  EXPECT_EQ(page->hidden, std::vector<std::string>{"at://did:plc:x/app.bsky.feed.post/blocked"});
}

TEST(BlueskyMapping, ReadsProfilesWhole) {
  const auto account = read_profile(
      R"({"did":"did:plc:ana","handle":"ana.test","description":"Rows\u0000at dawn","followersCount":1,
      "followsCount":2,"postsCount":3,"createdAt":"2024-01-01T00:00:00Z","viewer":{"followedBy":"at://did:plc:ana/app.bsky.graph.follow/x"}})",
      kNow);
  ASSERT_TRUE(account);
  EXPECT_TRUE(account->whole_profile);
  EXPECT_EQ(account->bio, "Rows at dawn");
  EXPECT_EQ(account->followers, 1);
  EXPECT_EQ(account->follows_us, true);
  EXPECT_EQ(account->followed_by_us, "");
  EXPECT_FALSE(read_profile(R"({"handle":"ana.test"})", kNow));
}

}  // namespace
}  // namespace rapport::bluesky
