#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsTopicsInTheirOrderAndTheirWorkspace) {
  Topic milk;
  milk.id = 8;
  milk.name = "Oat milk";
  milk.terms = {{"oat milk", 0.75F}, {"latte", 0.5F}};
  Topic rain;
  rain.id = 3;
  rain.name = "Rain";
  rain.is_merged = true;
  const auto all = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return unit.topics().all(workspace); });
  };
  EXPECT_TRUE(all(here).empty());
  write([&](Unit& unit) { return unit.topics().replace(here, {milk, rain}); });
  EXPECT_EQ(all(here), (std::vector{milk, rain}));
  EXPECT_TRUE(all(elsewhere).empty());
  write([&](Unit& unit) { return unit.topics().replace(here, {rain}); });
  EXPECT_EQ(all(here), std::vector{rain});

  const TopicLesson lesson{here, sample::at(5), 40};
  const auto kept = [&] { return read([&](Unit& unit) { return unit.topics().lesson(here); }); };
  EXPECT_EQ(kept(), std::nullopt);
  write([&](Unit& unit) { return unit.topics().save({here, sample::at(1), 7}); });
  write([&](Unit& unit) { return unit.topics().save(lesson); });
  EXPECT_EQ(kept(), lesson);
}

TEST_P(StoreContract, TellsWhatTopicsAreLearnedFromAndHowManyPostsAreAboutThem) {
  std::vector<Post> posts;
  for (int number = 1; number <= 5; ++number) {
    Post post = sample::post(here, number, "Words " + std::to_string(number));
    post.native_id += std::to_string(number);
    if (number == 2) post.address = Address::kOurs;
    if (number == 3) post.deleted_at = sample::at(9);
    posts.push_back(post);
  }
  write([&](Unit& unit) -> Result<Done> {
    for (const Post& each : posts) {
      RAPPORT_TRY(unit.posts().add(each));
      PostReading reading;
      reading.workspace = here;
      reading.post = each.id;
      reading.said_at = each.created_at;
      reading.gist.topics = {TopicId{8}};
      RAPPORT_TRY(unit.readings().save(reading));
    }
    return Done{};
  });
  const auto texts = [&](int most) {
    return read([&](Unit& unit) { return unit.topics().texts(here, most); });
  };
  EXPECT_EQ(texts(50), (std::vector<std::string>{"Words 1", "Words 4", "Words 5"}));
  EXPECT_EQ(texts(2), (std::vector<std::string>{"Words 4", "Words 5"}));
  EXPECT_TRUE(read([&](Unit& unit) { return unit.topics().texts(elsewhere, 50); }).empty());

  const Time end = posts[4].created_at + std::chrono::seconds{1};
  const auto count = [&](Time from, Time to) {
    return read([&](Unit& unit) { return unit.topics().count(here, TopicId{8}, from, to); });
  };
  EXPECT_EQ(count(posts[0].created_at, end), 5);
  EXPECT_EQ(count(posts[2].created_at, end), 3);
  EXPECT_EQ(count(posts[2].created_at, posts[4].created_at), 2);
  EXPECT_EQ(read([&](Unit& unit) {
              return unit.topics().count(here, TopicId{9}, posts[0].created_at, end);
            }),
            0);

  const auto newest = [&](Time to) {
    std::vector<std::string> words;
    for (const PostWords& each : read([&](Unit& unit) {
           return unit.topics().examples(here, TopicId{8}, posts[0].created_at, to, 2);
         })) {
      words.push_back(each.text);
    }
    return words;
  };
  EXPECT_EQ(newest(end), (std::vector<std::string>{"Words 5", "Words 4"}));
  EXPECT_EQ(newest(posts[1].created_at), std::vector<std::string>{"Words 1"});

  write([&](Unit& unit) { return unit.readings().drop(here, posts[4].id); });
  EXPECT_EQ(count(posts[2].created_at, end), 2);
}

}  // namespace
}  // namespace rapport
