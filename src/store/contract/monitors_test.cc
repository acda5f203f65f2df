#include "store/contract/store_contract.h"

namespace rapport {
namespace {

Monitor monitor_of(WorkspaceId workspace, int number) {
  Monitor monitor;
  monitor.workspace = workspace;
  monitor.id = MonitorId{number};
  monitor.name = "Monitor " + std::to_string(number);
  monitor.query = "acme OR \"acme coffee\"";
  monitor.color = TagColor::kBlue;
  monitor.by = MemberId{5};
  monitor.below = PostId{77};
  monitor.created_at = sample::at(1);
  monitor.changed_at = sample::at(2);
  return monitor;
}

TEST_P(StoreContract, KeepsMonitorsInTheirWorkspace) {
  const Monitor first = monitor_of(here, 1);
  Monitor second = monitor_of(here, 2);
  const Monitor other = monitor_of(elsewhere, 3);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.monitors().add(second));
    RAPPORT_TRY(unit.monitors().add(first));
    return unit.monitors().add(other);
  });
  const auto all = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return unit.monitors().all(workspace); });
  };
  EXPECT_EQ(all(here), (std::vector{first, second}));
  EXPECT_EQ(all(elsewhere), std::vector{other});

  second.name = "Ours";
  second.paused = true;
  second.below = {};
  write([&](Unit& unit) { return unit.monitors().save(second); });
  EXPECT_EQ(read([&](Unit& unit) { return unit.monitors().find(here, second.id); }), second);
  EXPECT_EQ(read_fails([&](Unit& unit) { return unit.monitors().find(elsewhere, second.id); }),
            ErrorKind::kNotFound);
  const auto every = read([&](Unit& unit) { return unit.monitors().every(); });
  EXPECT_EQ(every.size(), 3U);
}

TEST_P(StoreContract, ListsMonitorsPageByPage) {
  write([&](Unit& unit) -> Result<Done> {
    for (const int each : {4, 1, 3, 2}) RAPPORT_TRY(unit.monitors().add(monitor_of(here, each)));
    RAPPORT_TRY(unit.monitors().add(monitor_of(elsewhere, 5)));
    return unit.monitors().remove(here, MonitorId{2}, sample::at(9));
  });
  const auto page = [&](std::optional<MonitorId> after, int most) {
    return read([&](Unit& unit) { return unit.monitors().page(here, after, most); });
  };
  EXPECT_EQ(page({}, 2), (std::vector{monitor_of(here, 1), monitor_of(here, 3)}));
  EXPECT_EQ(page(MonitorId{3}, 2), std::vector{monitor_of(here, 4)});
  EXPECT_TRUE(page(MonitorId{4}, 2).empty());
  EXPECT_EQ(read([&](Unit& unit) { return unit.monitors().count(here); }), 3);
  EXPECT_EQ(
      read([&](Unit& unit) {
        return unit.monitors().some(here, {MonitorId{4}, MonitorId{1}, MonitorId{2}, MonitorId{5}});
      }),
      (std::vector{monitor_of(here, 1), monitor_of(here, 4)}));
}

// Posts that monitors find.
class Finds {
 public:
  explicit Finds(Store& store) : store_(store) {}

  // Post `number` was said at that minute, in a conversation of its own.
  Post add_post(WorkspaceId workspace, int number) {
    Post post = sample::post(workspace, number, "acme " + std::to_string(number));
    post.native_id += std::to_string(number);
    post.created_at = sample::at(60L * number);
    Conversation conversation = sample::conversation(workspace, number);
    conversation.root_native_id = post.native_id;
    conversation.state = ConversationState::kHeard;
    post.conversation = conversation.id;
    const auto added = store_.write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.conversations().add(conversation));
      return unit.posts().add(post);
    });
    EXPECT_TRUE(added) << (added ? "" : added.error().cause);
    return post;
  }

  bool keep(MonitorId monitor, const Post& post, std::vector<Span> spans = {{0, 4}}) {
    const auto kept = store_.write([&](Unit& unit) {
      return unit.monitors().keep({post.workspace, monitor, post.id, post.created_at, spans});
    });
    EXPECT_TRUE(kept) << (kept ? "" : kept.error().cause);
    return kept.value_or(false);
  }

  std::vector<PostId> found(WorkspaceId workspace, std::optional<MonitorId> monitor, Time from,
                            Time to, std::optional<MentionPlace> after, int most) {
    const auto rows = store_.read([&](Unit& unit) {
      return unit.monitors().found(workspace, monitor, from, to, after, most);
    });
    EXPECT_TRUE(rows) << (rows ? "" : rows.error().cause);
    std::vector<PostId> ids;
    if (!rows) return ids;
    for (const MentionFacts& each : *rows) ids.push_back(each.post);
    return ids;
  }

  std::vector<HourTotal> hours(WorkspaceId workspace) {
    const auto hours = store_.read([&](Unit& unit) {
      return unit.monitors().hours(workspace, {}, sample::at(-86'400), sample::at(86'400));
    });
    EXPECT_TRUE(hours) << (hours ? "" : hours.error().cause);
    return hours.value_or(std::vector<HourTotal>{});
  }

  std::int64_t total(WorkspaceId workspace) {
    std::int64_t sum = 0;
    for (const HourTotal& each : hours(workspace)) sum += each.total;
    return sum;
  }

 private:
  Store& store_;
};

TEST_P(StoreContract, TellsWhatMonitorsFoundByThePageAndByThePost) {
  Finds finds(store());
  const MonitorId first{1};
  const MonitorId second{2};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.monitors().add(monitor_of(here, 1)));
    return unit.monitors().add(monitor_of(here, 2));
  });
  std::vector<Post> posts;
  for (int number = 1; number <= 4; ++number) posts.push_back(finds.add_post(here, number));
  EXPECT_TRUE(finds.keep(first, posts[0]));
  EXPECT_TRUE(finds.keep(first, posts[2]));
  EXPECT_TRUE(finds.keep(first, posts[3]));
  EXPECT_TRUE(finds.keep(second, posts[2], {{5, 6}}));
  EXPECT_FALSE(finds.keep(first, posts[2], {{0, 4}, {5, 6}})) << "it was kept before";

  const Time from = sample::at(0);
  const Time to = sample::at(3600);
  EXPECT_EQ(finds.found(here, first, from, to, {}, 9),
            (std::vector{posts[3].id, posts[2].id, posts[0].id}));
  EXPECT_EQ(finds.found(here, first, from, to, {}, 1), std::vector{posts[3].id});
  EXPECT_EQ(finds.found(here, first, from, to, MentionPlace{posts[3].created_at, posts[3].id}, 9),
            (std::vector{posts[2].id, posts[0].id}));
  EXPECT_EQ(finds.found(here, first, from, posts[3].created_at, {}, 1), std::vector{posts[2].id});
  EXPECT_EQ(finds.found(here, first, from, posts[3].created_at,
                        MentionPlace{posts[3].created_at, posts[3].id}, 1),
            std::vector{posts[2].id});
  EXPECT_EQ(finds.found(here, {}, from, to, {}, 9),
            (std::vector{posts[3].id, posts[2].id, posts[0].id}))
      << "each once";

  const auto of = read([&](Unit& unit) { return unit.monitors().of(here, {posts[2].id}); });
  ASSERT_EQ(of.size(), 2U);
  EXPECT_EQ(of[0],
            (MonitorMention{here, first, posts[2].id, posts[2].created_at, {{0, 4}, {5, 6}}}));
  EXPECT_EQ(of[1].monitor, second);
  EXPECT_EQ(of[1].spans, (std::vector<Span>{{5, 6}}));

  EXPECT_EQ(finds.total(here), 4);
  const auto drop = [&] {
    return write([&](Unit& unit) { return unit.monitors().drop(here, first, posts[2].id); });
  };
  EXPECT_TRUE(drop());
  EXPECT_FALSE(drop());
  EXPECT_EQ(finds.found(here, first, from, to, {}, 9), (std::vector{posts[3].id, posts[0].id}));
  EXPECT_EQ(finds.total(here), 3);
}

TEST_P(StoreContract, TellsWhatSomeMonitorsFoundAmongPosts) {
  Finds finds(store());
  std::vector<Post> posts;
  for (int number = 1; number <= 3; ++number) {
    write([&](Unit& unit) { return unit.monitors().add(monitor_of(here, number)); });
    posts.push_back(finds.add_post(here, number));
  }
  for (const Post& post : posts) {
    for (int monitor = 1; monitor <= 3; ++monitor)
      EXPECT_TRUE(finds.keep(MonitorId{monitor}, post));
  }
  const auto found = [&](std::vector<MonitorId> monitors, PostId from, PostId below, int most) {
    std::vector<std::pair<PostId, MonitorId>> out;
    for (const MonitorMention& each : read([&](Unit& unit) {
           return unit.monitors().found_between(here, monitors, from, below, most);
         })) {
      EXPECT_EQ(each.workspace, here);
      out.emplace_back(each.post, each.monitor);
    }
    return out;
  };
  using Found = std::vector<std::pair<PostId, MonitorId>>;
  const MonitorId first{1};
  const MonitorId third{3};
  EXPECT_EQ(
      found({first, third}, posts[0].id, posts[2].id, 9),
      (Found{
          {posts[1].id, third}, {posts[1].id, first}, {posts[0].id, third}, {posts[0].id, first}}));
  EXPECT_EQ(found({first, third}, posts[0].id, posts[2].id, 3),
            (Found{{posts[1].id, third}, {posts[1].id, first}, {posts[0].id, third}}));
  EXPECT_EQ(found({first}, posts[1].id, PostId{posts[2].id.value + 1}, 9),
            (Found{{posts[2].id, first}, {posts[1].id, first}}));
  EXPECT_EQ(found({}, PostId{0}, PostId{posts[2].id.value + 1}, 9), Found());
}

TEST_P(StoreContract, TellsWhatListsOfMentionsAreNarrowedBy) {
  Finds finds(store());
  const Post post = finds.add_post(here, 1);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.monitors().add(monitor_of(here, 1)));
    PostReading reading;
    reading.workspace = here;
    reading.post = post.id;
    reading.language = "pt";
    reading.said_at = post.created_at;
    reading.gist.sentiment = Sentiment::kNegative;
    return unit.readings().save(reading);
  });
  finds.keep(MonitorId{1}, post);
  const auto rows = read([&](Unit& unit) {
    return unit.monitors().found(here, MonitorId{1}, sample::at(0), sample::at(3600), {}, 9);
  });
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].conversation, post.conversation);
  EXPECT_EQ(rows[0].author, post.author);
  EXPECT_EQ(rows[0].text, post.text);
  EXPECT_EQ(rows[0].state, ConversationState::kHeard);
  EXPECT_EQ(rows[0].language, "pt");
  ASSERT_TRUE(rows[0].reading);
  EXPECT_EQ(rows[0].reading->sentiment, Sentiment::kNegative);

  finds.keep(MonitorId{1}, finds.add_post(here, 2));
  const auto sentiments = [&](Time to, int most) {
    return read([&](Unit& unit) {
      return unit.monitors().sentiments(here, MonitorId{1}, sample::at(0), to, most);
    });
  };
  EXPECT_EQ(sentiments(sample::at(3600), 9), (SentimentTotals{1, 1})) << "one was not read";
  EXPECT_EQ(sentiments(sample::at(3600), 1), (SentimentTotals{0, 0})) << "the newest was not";
  EXPECT_EQ(sentiments(post.created_at, 9), (SentimentTotals{0, 0}));
  const auto hours = read([&](Unit& unit) {
    return unit.monitors().hours(here, MonitorId{1}, sample::at(0) - std::chrono::hours{1},
                                 sample::at(3600));
  });
  ASSERT_EQ(hours.size(), 1U);
  EXPECT_EQ(hours[0].total, 2);
  EXPECT_TRUE(read([&](Unit& unit) {
                return unit.monitors().hours(here, MonitorId{2}, sample::at(-3600),
                                             sample::at(3600));
              }).empty());
}

TEST_P(StoreContract, ForgetsByAndByWhatAMonitorFoundThatIsGone) {
  Finds finds(store());
  const MonitorId first{1};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.monitors().add(monitor_of(here, 1)));
    return unit.monitors().add(monitor_of(here, 2));
  });
  for (int number = 1; number <= 3; ++number) {
    const Post post = finds.add_post(here, number);
    finds.keep(first, post);
    finds.keep(MonitorId{2}, post);
  }
  write([&](Unit& unit) { return unit.monitors().remove(here, first, sample::at(9)); });
  EXPECT_EQ(read([&](Unit& unit) { return unit.monitors().all(here); }).size(), 1U);
  int steps = 0;
  while (write([&](Unit& unit) { return unit.monitors().clear_removed(2); })) ++steps;
  EXPECT_EQ(steps, 2);
  EXPECT_TRUE(finds.found(here, first, sample::at(0), sample::at(3600), {}, 9).empty());
  EXPECT_EQ(finds.found(here, MonitorId{2}, sample::at(0), sample::at(3600), {}, 9).size(), 3U);
  for (const HourTotal& each : finds.hours(here)) EXPECT_EQ(each.monitor, MonitorId{2});
}

TEST_P(StoreContract, LeavesWhatWasOnlyHeardOutOfTheLists) {
  Finds finds(store());
  finds.add_post(here, 1);
  const auto listed = [&](const ConversationFilter& filter) {
    const auto page =
        read([&](Unit& unit) { return unit.conversations().list(here, filter, {}, 9); });
    return page.rows.size();
  };
  ConversationFilter filter;
  EXPECT_EQ(listed(filter), 0U);
  filter.owner = Nobody{};
  EXPECT_EQ(listed(filter), 0U);
  filter = {};
  filter.text = "acme";
  EXPECT_EQ(listed(filter), 0U);
  filter.state = ConversationState::kHeard;
  EXPECT_EQ(listed(filter), 1U);
  filter.text.clear();
  EXPECT_EQ(listed(filter), 1U);
}

}  // namespace
}  // namespace rapport
