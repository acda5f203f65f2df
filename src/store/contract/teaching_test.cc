#include "store/contract/store_contract.h"

namespace rapport {
namespace {

Correction correction_of(WorkspaceId workspace, int post, ReadingPart part, int at) {
  Correction correction;
  correction.workspace = workspace;
  correction.post = sample::post(workspace, post).id;
  correction.part = part;
  correction.was = {"question", "spam"};
  correction.now = {"complaint"};
  correction.by = MemberId{5};
  correction.at = sample::at(at);
  return correction;
}

TEST_P(StoreContract, KeepsTheLatestCorrectionOfEachPart) {
  const Correction sentiment = correction_of(here, 1, ReadingPart::kSentiment, 1);
  Correction reasons = correction_of(here, 1, ReadingPart::kReason, 2);
  reasons.now = {};
  const auto all = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) {
      return unit.teaching().corrections(workspace, {sentiment.post, PostId{4711}});
    });
  };
  write([&](Unit& unit) { return unit.teaching().save(sentiment); });
  write([&](Unit& unit) { return unit.teaching().save(reasons); });
  EXPECT_EQ(all(here), (std::vector{reasons, sentiment}));
  EXPECT_TRUE(all(elsewhere).empty());

  Correction again = sentiment;
  again.now = {"positive"};
  again.by = MemberId{6};
  again.at = sample::at(3);
  write([&](Unit& unit) { return unit.teaching().save(again); });
  reasons.undone_at = sample::at(4);
  write([&](Unit& unit) { return unit.teaching().save(reasons); });
  EXPECT_EQ(all(here), (std::vector{reasons, again}));
  EXPECT_TRUE(read([&](Unit& unit) { return unit.teaching().corrections(here, {}); }).empty());
}

TEST_P(StoreContract, TellsWhichCorrectionsStandAndWhichAreFresh) {
  std::vector<Correction> made;
  for (int number = 1; number <= 5; ++number) {
    made.push_back(correction_of(here, number, ReadingPart::kIntent, number));
  }
  made[1].undone_at = sample::at(20);  // made and taken back before and after 10
  made[2].undone_at = sample::at(9);
  made[4].at = sample::at(30);
  made.push_back(correction_of(elsewhere, 1, ReadingPart::kIntent, 30));
  write([&](Unit& unit) -> Result<Done> {
    for (const Correction& each : made) RAPPORT_TRY(unit.teaching().save(each));
    return Done{};
  });
  const auto tally = read([&](Unit& unit) { return unit.teaching().tally(here, sample::at(10)); });
  EXPECT_EQ(tally.standing, 3);
  EXPECT_EQ(tally.fresh, 2) << "one made since, one taken back since";
  EXPECT_EQ(read([&](Unit& unit) { return unit.teaching().newest(here, 2); }),
            (std::vector{made[4], made[3]}));
}

TEST_P(StoreContract, FindsWordsToLearnFrom) {
  std::vector<Post> posts;
  for (int number = 1; number <= 5; ++number) {
    Post post = sample::post(here, number, number == 2 ? "" : "Late again");
    post.native_id += std::to_string(number);
    post.langs = {"en"};
    if (number == 3) post.deleted_at = sample::at(9);
    if (number == 4) post.address = Address::kOurs;
    posts.push_back(post);
  }
  write([&](Unit& unit) -> Result<Done> {
    for (const Post& each : posts) {
      RAPPORT_TRY(unit.posts().add(each));
      Conversation conversation = sample::conversation(here, static_cast<int>(each.id.value % 100));
      conversation.id = ConversationId{1000 + each.id.value};
      conversation.root_native_id = each.native_id;
      conversation.excerpt_post = each.id;
      conversation.state =
          each.id == posts[4].id ? ConversationState::kOpen : ConversationState::kResolved;
      RAPPORT_TRY(unit.conversations().add(conversation));
    }
    return Done{};
  });
  const auto words = read([&](Unit& unit) {
    return unit.teaching().words(here, {posts[0].id, posts[1].id, posts[2].id});
  });
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].post, posts[0].id);
  EXPECT_EQ(words[0].conversation, posts[0].conversation);
  EXPECT_EQ(words[0].text, "Late again");
  EXPECT_EQ(words[0].langs, std::vector<std::string>{"en"});
  EXPECT_EQ(words[0].created_at, posts[0].created_at);

  const auto accepted = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return unit.teaching().accepted(workspace, 10); });
  };
  ASSERT_EQ(accepted(here).size(), 1U) << "of others, with words, in a resolved conversation";
  EXPECT_EQ(accepted(here)[0].post, posts[0].id);
  EXPECT_TRUE(accepted(elsewhere).empty());
  Correction correction = correction_of(here, 1, ReadingPart::kIntent, 1);
  correction.post = posts[0].id;
  write([&](Unit& unit) { return unit.teaching().save(correction); });
  EXPECT_TRUE(accepted(here).empty()) << "somebody said that it was read wrong";
  correction.undone_at = sample::at(2);
  write([&](Unit& unit) { return unit.teaching().save(correction); });
  EXPECT_EQ(accepted(here).size(), 1U);
  write([&](Unit& unit) -> Result<Done> {
    auto old = unit.conversations().find(here, ConversationId{1000 + posts[0].id.value});
    RAPPORT_TRY(old);
    old->before_rapport = true;
    ++old->version;
    return unit.conversations().save(*old);
  });
  EXPECT_TRUE(accepted(here).empty()) << "it was over before anybody here saw it";
}

TEST_P(StoreContract, KeepsReasonsThatDifferFromTheStarters) {
  const WorkspaceReason price{here, "price", "Bills", "", sample::at(1)};
  WorkspaceReason own{here, "71", "Opening hours", "", sample::at(2)};
  write([&](Unit& unit) { return unit.teaching().save(price); });
  write([&](Unit& unit) { return unit.teaching().save(own); });
  write([&](Unit& unit) {
    return unit.teaching().save(WorkspaceReason{elsewhere, "71", "Else", "", sample::at(3)});
  });
  own.merged_into = "price";
  write([&](Unit& unit) { return unit.teaching().save(own); });
  EXPECT_EQ(read([&](Unit& unit) { return unit.teaching().reasons(here); }),
            (std::vector{own, price}));
}

TEST_P(StoreContract, CountsPostsByReasonAndTime) {
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= 5; ++number) {
      Post post = sample::post(here, number, "Late " + std::to_string(number));
      post.native_id += std::to_string(number);
      RAPPORT_TRY(unit.posts().add(post));
      PostReading reading;
      reading.workspace = here;
      reading.post = post.id;
      reading.said_at = sample::at(number);
      reading.gist.reasons = {number == 4 ? "price" : "delivery"};
      RAPPORT_TRY(unit.readings().save(reading));
    }
    return Done{};
  });
  const auto count = [&](WorkspaceId workspace, std::string_view reason, int from, int to) {
    return read([&](Unit& unit) {
      return unit.teaching().count(workspace, reason, sample::at(from), sample::at(to));
    });
  };
  EXPECT_EQ(count(here, "delivery", 0, 9), 4);
  EXPECT_EQ(count(here, "delivery", 2, 5), 2);
  EXPECT_EQ(count(here, "price", 0, 9), 1);
  EXPECT_EQ(count(elsewhere, "delivery", 0, 9), 0);
  const auto newest = read([&](Unit& unit) {
    return unit.teaching().examples(here, "delivery", sample::at(0), sample::at(5), 2);
  });
  ASSERT_EQ(newest.size(), 2U);
  EXPECT_EQ(newest[0].text, "Late 3");
  EXPECT_EQ(newest[1].text, "Late 2");
  EXPECT_EQ(newest[0].conversation, sample::post(here, 3).conversation);
}

TEST_P(StoreContract, KeepsWhatAWorkspaceTaughtTheEngine) {
  const auto learning = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return unit.teaching().learning(workspace); });
  };
  EXPECT_EQ(learning(here), Learning{.workspace = here});
  Learning taught{.workspace = here,
                  .on = true,
                  .better = true,
                  .blob = "AAEC",
                  .trained_at = sample::at(4),
                  .examples = 30,
                  .corrections = 12,
                  .before = 712,
                  .after = 845};
  write([&](Unit& unit) { return unit.teaching().save(taught); });
  EXPECT_EQ(learning(here), taught);
  EXPECT_EQ(learning(elsewhere), Learning{.workspace = elsewhere});
  taught.on = false;
  taught.blob.clear();
  taught.trained_at.reset();
  write([&](Unit& unit) { return unit.teaching().save(taught); });
  EXPECT_EQ(learning(here), taught);
}

}  // namespace
}  // namespace rapport
