#include "store/contract/store_contract.h"

namespace rapport {
namespace {

PostReading reading_of(WorkspaceId workspace, PostId post) {
  PostReading reading;
  reading.workspace = workspace;
  reading.post = post;
  reading.stamp = 7;
  reading.language = "en";
  reading.gist = {Sentiment::kNegative, 0.62F,       true, {Intent::kComplaint},
                  {"delivery", "71"},   {TopicId{8}}};
  reading.emotion = Emotion::kAnger;
  reading.toxicity = 12;
  reading.said_at = sample::at(3);
  return reading;
}

// The numbers of the sample conversations in a list, through all its pages.
template <class Page>
std::string page_by_page(WorkspaceId workspace, Page page) {
  std::string numbers;
  std::optional<ListPlace> after;
  do {
    const Conversations::Rows rows = page(after);
    for (const auto& row : rows.rows) {
      numbers +=
          std::to_string(row.conversation.id.value - sample::conversation(workspace, 0).id.value);
    }
    after = rows.next;
  } while (after);
  return numbers;
}

TEST_P(StoreContract, KeepsWhatAPostSaysUntilItsWordsAreGone) {
  const PostReading first = reading_of(here, sample::post(here, 1).id);
  PostReading bare;
  bare.workspace = here;
  bare.post = sample::post(here, 2).id;
  const auto all = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return unit.readings().of(workspace, {first.post, bare.post}); });
  };
  write([&](Unit& unit) { return unit.readings().save(first); });
  EXPECT_EQ(all(here), std::vector{first});
  EXPECT_TRUE(all(elsewhere).empty());

  PostReading second = first;
  second.stamp = 8;
  second.gist = {};
  second.emotion.reset();
  second.toxicity.reset();
  write([&](Unit& unit) { return unit.readings().save(second); });
  EXPECT_EQ(all(here), std::vector{second}) << "in its place";

  write([&](Unit& unit) { return unit.readings().save(bare); });
  EXPECT_EQ(all(here).size(), 2U);
  write([&](Unit& unit) { return unit.readings().drop(elsewhere, bare.post); });
  EXPECT_EQ(all(here).size(), 2U);
  write([&](Unit& unit) { return unit.readings().drop(here, bare.post); });
  write([&](Unit& unit) { return unit.readings().drop(here, bare.post); });
  EXPECT_EQ(all(here), std::vector{second});
}

TEST_P(StoreContract, TellsWhatTheNewestPostWithAReasonIsAbout) {
  std::vector<Post> posts;
  for (int number = 1; number <= 4; ++number) {
    Post post = sample::post(here, number);
    post.native_id += std::to_string(number);
    post.conversation = sample::conversation(here, 1).id;
    post.created_at = sample::at(number);
    posts.push_back(post);
  }
  posts[3].address = Address::kOurs;
  write([&](Unit& unit) -> Result<Done> {
    for (const Post& each : posts) RAPPORT_TRY(unit.posts().add(each));
    for (const std::size_t at : {0U, 1U, 3U}) {
      PostReading reading = reading_of(here, posts[at].id);
      reading.gist.reasons = {"reason" + std::to_string(at), "other"};
      RAPPORT_TRY(unit.readings().save(reading));
    }
    PostReading none = reading_of(here, posts[2].id);
    none.gist.reasons.clear();
    return unit.readings().save(none);
  });
  const auto told = [&](WorkspaceId workspace, int most) {
    return read([&](Unit& unit) {
      return unit.readings().reasons_told(workspace, posts[0].conversation, most);
    });
  };
  EXPECT_EQ(told(here, 10), (std::vector<std::string>{"reason1", "other"})) << "not ours";
  EXPECT_TRUE(told(here, 2).empty()) << "further down nobody looks";
  EXPECT_TRUE(told(elsewhere, 10).empty());
  posts[1].deleted_at = sample::at(9);
  write([&](Unit& unit) { return unit.posts().save(posts[1]); });
  EXPECT_EQ(told(here, 10).front(), "reason0");
}

TEST_P(StoreContract, WalksDownPostsThatNobodyRead) {
  std::vector<Post> posts;
  for (int number = 1; number <= 7; ++number) {
    Post post = sample::post(here, number, number == 2 ? "" : "Late again");
    post.native_id += std::to_string(number);
    if (number == 3) post.address = Address::kOurs;
    if (number == 4) post.deleted_at = sample::at(9);
    posts.push_back(post);
  }
  write([&](Unit& unit) -> Result<Done> {
    for (const Post& each : posts) RAPPORT_TRY(unit.posts().add(each));
    PostReading read = reading_of(here, posts[4].id);
    RAPPORT_TRY(unit.readings().save(read));
    read.post = posts[5].id;
    read.stamp = 6;
    return unit.readings().save(read);
  });
  using Found = std::pair<std::string, std::optional<PostId>>;
  const auto below = [&](PostId id, int most) {
    const auto found = read([&](Unit& unit) { return unit.readings().unread(here, 7, id, most); });
    std::string text;
    for (const PostToRead& each : found.posts) {
      text += std::to_string(each.post.value - posts[0].id.value + 1);
    }
    return Found{text, found.next};
  };
  EXPECT_EQ(below(PostId{posts[6].id.value + 1}, 50), (Found{"761", {}}));
  EXPECT_EQ(below(PostId{posts[6].id.value + 1}, 3), (Found{"76", posts[4].id}));
  EXPECT_EQ(below(posts[4].id, 3), (Found{"", posts[1].id}));
  EXPECT_EQ(below(posts[1].id, 3), (Found{"1", {}}));
  EXPECT_EQ(below(posts[0].id, 3), (Found{"", {}}));

  const ReadingWalk walk{here, 7, posts[4].id};
  EXPECT_EQ(read([&](Unit& unit) { return unit.readings().walk(here); }), std::nullopt);
  write([&](Unit& unit) { return unit.readings().save_walk({here, 6, posts[6].id}); });
  write([&](Unit& unit) { return unit.readings().save_walk(walk); });
  EXPECT_EQ(read([&](Unit& unit) { return unit.readings().walk(here); }), walk);
  EXPECT_EQ(read([&](Unit& unit) { return unit.readings().walk(elsewhere); }), std::nullopt);
}

TEST_P(StoreContract, ShowsWhatMattersFirstPageByPage) {
  // Rank, then who waits longest.
  const std::vector<std::optional<ReadingGist>> gists = {
      ReadingGist{Sentiment::kPositive, 0.1F, false, {}, {}, {}},
      ReadingGist{Sentiment::kNegative, 0.9F, true, {}, {"delivery"}, {}},
      std::nullopt,
      ReadingGist{Sentiment::kNegative, 0.1F, true, {}, {"delivery"}, {}},
      ReadingGist{Sentiment::kNegative, 0.4F, true, {Intent::kComplaint}, {}, {}},
      ReadingGist{Sentiment::kNegative, 0.7F, true, {}, {}, {}},
  };
  const MemberId ana{5};
  for (std::size_t at = 0; at < gists.size(); ++at) {
    Conversation each = sample::conversation(here, static_cast<int>(at) + 1);
    each.state = ConversationState::kOpen;
    each.owner = at % 2 == 1 ? std::optional(ana) : std::nullopt;
    each.reading = gists[at];
    write([&](Unit& unit) { return unit.conversations().add(each); });
  }
  const auto shown = [&](const ConversationFilter& filter, int most) {
    return page_by_page(here, [&](const std::optional<ListPlace>& after) {
      return read([&](Unit& unit) { return unit.conversations().list(here, filter, after, most); });
    });
  };
  ConversationFilter filter;
  filter.state = ConversationState::kOpen;
  EXPECT_EQ(shown(filter, 50), "123456");
  filter.list_order = ListOrder::kMatters;
  for (const int most : {1, 2, 5, 50}) {
    EXPECT_EQ(shown(filter, most), "265341") << most;
    ConversationFilter hers = filter;
    hers.owner = ana;
    EXPECT_EQ(shown(hers, most), "264") << most;
    hers.owner = Nobody{};
    EXPECT_EQ(shown(hers, most), "531") << most;
    ConversationFilter delivery = filter;
    delivery.reading.reason = "delivery";
    EXPECT_EQ(shown(delivery, most), "24") << most;
    delivery.list_order = ListOrder::kTime;
    EXPECT_EQ(shown(delivery, most), "24") << most;
    ConversationFilter tagged = filter;
    tagged.tag = sample::tag(here, 1).id;
    EXPECT_EQ(shown(tagged, most), "") << most;
  }

  // A reading alone changes the place, and not the version.
  Conversation last = read([&](Unit& unit) {
    return unit.conversations().find(here, sample::conversation(here, 1).id);
  });
  last.reading = gists[1];
  write([&](Unit& unit) { return unit.conversations().save_reading(last); });
  EXPECT_EQ(shown(filter, 50), "126534");
  EXPECT_EQ(read([&](Unit& unit) { return unit.conversations().find(here, last.id); }).version,
            last.version);

  // Tags, mentions and further channels narrow it, too.
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.tags().add(sample::tag(here, 1)));
    RAPPORT_TRY(unit.tags().put(here, last.id, sample::tag(here, 1).id));
    RAPPORT_TRY(unit.tags().put(here, sample::conversation(here, 6).id, sample::tag(here, 1).id));
    return unit.conversations().note_channel(last, ChannelId{99});
  });
  filter.tag = sample::tag(here, 1).id;
  EXPECT_EQ(shown(filter, 1), "16");
  filter.channel = ChannelId{99};
  EXPECT_EQ(shown(filter, 1), "1");
  filter.mentioned = ana;
  EXPECT_EQ(shown(filter, 1), "");
}

TEST_P(StoreContract, ListsWhoToldAReasonOrATopic) {
  // Of each post: its conversation, the reasons it gives, and when it was said. All are about a
  // topic.
  struct Said {
    int conversation;
    std::vector<std::string> reasons;
    int at;
  };
  const std::vector<Said> all = {{1, {"delivery"}, 1}, {2, {"delivery"}, 2}, {3, {"price"}, 3},
                                 {1, {"71"}, 4},       {4, {"71"}, 5},       {2, {}, 6},
                                 {3, {"price"}, 7},    {5, {"delivery"}, 8}};
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= 5; ++number) {
      Conversation conversation = sample::conversation(here, number);
      conversation.root_native_id += std::to_string(number);
      conversation.excerpt_post = sample::post(here, number).id;
      if (number == 5) conversation.state = ConversationState::kResolved;
      RAPPORT_TRY(unit.conversations().add(conversation));
    }
    for (int number = 1; number <= 8; ++number) {
      const Said& said = all[static_cast<std::size_t>(number - 1)];
      Post post = sample::post(here, number, "Words");
      post.native_id += std::to_string(number);
      post.conversation = sample::conversation(here, said.conversation).id;
      post.created_at = sample::at(said.at);
      RAPPORT_TRY(unit.posts().add(post));
      PostReading reading = reading_of(here, post.id);
      reading.said_at = post.created_at;
      reading.gist.reasons = said.reasons;
      RAPPORT_TRY(unit.readings().save(reading));
    }
    return Done{};
  });
  const auto shown = [&](const ConversationFilter& filter, int most) {
    return page_by_page(here, [&](const std::optional<ListPlace>& after) {
      return read([&](Unit& unit) { return unit.conversations().list(here, filter, after, most); });
    });
  };
  ConversationFilter filter;
  filter.told = Told{{"delivery"}, {}, sample::at(1)};
  for (const int most : {1, 2, 50}) {
    filter.told = Told{{"delivery"}, {}, sample::at(1)};
    EXPECT_EQ(shown(filter, most), "521") << most;
    filter.told->since = sample::at(2);
    EXPECT_EQ(shown(filter, most), "52") << most;
    filter.told = Told{{"delivery", "71"}, {}, sample::at(1)};
    EXPECT_EQ(shown(filter, most), "5412") << "once each, where it was told last";
    filter.told = Told{{"price"}, {}, sample::at(1)};
    EXPECT_EQ(shown(filter, most), "3") << most;
    filter.told = Told{{}, TopicId{8}, sample::at(1)};
    EXPECT_EQ(shown(filter, most), "53241") << most;
    ConversationFilter open = filter;
    open.state = ConversationState::kOpen;
    EXPECT_EQ(shown(open, most), "3241") << most;
  }
  filter.told = Told{{}, TopicId{9}, sample::at(1)};
  EXPECT_EQ(shown(filter, 50), "");
}

}  // namespace
}  // namespace rapport
