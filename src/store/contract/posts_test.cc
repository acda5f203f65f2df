#include <algorithm>

#include "store/contract/store_contract.h"

namespace rapport {
namespace {

Post full_post(WorkspaceId workspace) {
  Post post = sample::post(workspace, 1, "Olá @brand, see https://example.org #coffee 🎉");
  post.parent = sample::post(workspace, 2).id;
  post.parent_native_id = "at://post/2";
  post.kind = PostKind::kQuote;
  post.address = Address::kBranch;
  post.entities = {{EntityKind::kMention, 5, 11, "did:plc:brand"},
                   {EntityKind::kLink, 17, 36, "https://example.org"},
                   {EntityKind::kTag, 37, 44, "coffee"}};
  post.media = {{MediaKind::kImage, "https://cdn/1.jpg", "https://cdn/1t.jpg", "a \"cup\"", "", "",
                 1200, 800},
                {MediaKind::kLink, "https://example.org", "", "", "Title", "Words\nof it"}};
  post.quoted = Quoted{"at://post/9", "friend.example", "The best ☕"};
  post.edited_at = sample::at(20);
  post.before_rapport = true;
  post.likes = 5'000'000'001;
  post.reposts = 2;
  post.replies = 3;
  post.our_like = "at://like/1";
  return post;
}

TEST_P(StoreContract, FindsTheConversationsOfAnAccount) {
  const Conversation one = sample::conversation(here, 1);
  const Conversation two = sample::conversation(here, 2);
  Post first = sample::post(here, 1);
  Post again = sample::post(here, 2);
  Post other = sample::post(here, 3);
  other.conversation = two.id;
  Post of_another = sample::post(here, 4);
  of_another.conversation = two.id;
  of_another.author = AccountId{99};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().add(one));
    RAPPORT_TRY(unit.conversations().add(two));
    for (const Post& each : {first, again, other, of_another}) {
      RAPPORT_TRY(unit.posts().add(each));
    }
    return Done{};
  });
  EXPECT_EQ((std::vector{one.id, two.id}),
            read([&](Unit& unit) { return unit.posts().conversations_of(here, first.author); }));
  EXPECT_EQ(std::vector{two.id},
            read([&](Unit& unit) { return unit.posts().conversations_of(here, AccountId{99}); }));
}

TEST_P(StoreContract, OutlinesKnowWhomWeSilenced) {
  Account muted = sample::account(here, 1);
  muted.blocked_by_us.clear();
  Account heard = sample::account(here, 2);
  heard.muted_by_us = false;
  heard.blocked_by_us.clear();
  Post quiet = sample::post(here, 1);
  quiet.to = AccountId{77};
  Post loud = sample::post(here, 2);
  loud.author = heard.id;
  loud.to.reset();
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().add(sample::conversation(here, 1)));
    RAPPORT_TRY(unit.people().add_person(sample::person(here, 1)));
    RAPPORT_TRY(unit.people().add_person(sample::person(here, 2)));
    RAPPORT_TRY(unit.people().add_account(muted));
    RAPPORT_TRY(unit.people().add_account(heard));
    RAPPORT_TRY(unit.posts().add(quiet));
    return unit.posts().add(loud);
  });
  const auto outline =
      read([&](Unit& unit) { return unit.posts().outline(here, quiet.conversation); });
  ASSERT_EQ(2u, outline.size());
  EXPECT_TRUE(outline[0].silenced);
  EXPECT_EQ(AccountId{77}, outline[0].to);
  EXPECT_FALSE(outline[1].silenced);
  EXPECT_FALSE(outline[1].to);
}

TEST_P(StoreContract, KeepsPostsWithEveryMember) {
  Post post = full_post(here);
  write([&](Unit& unit) { return unit.posts().add(post); });
  EXPECT_TRUE(same(post, read([&](Unit& unit) { return unit.posts().find(here, post.id); })));

  post.revision = "cid2";
  post.text = "Changed";
  post.langs = {};
  post.entities = {};
  post.media.pop_back();
  post.quoted.reset();
  post.parent.reset();
  post.parent_native_id.clear();
  post.root_native_id = post.native_id;
  post.address = Address::kDirect;
  post.conversation = sample::conversation(here, 4).id;
  post.edited_at = sample::at(40);
  post.deleted_at = sample::at(50);
  post.likes = 0;
  post.our_like.clear();
  post.our_repost.clear();
  post.labels = {"porn"};
  write([&](Unit& unit) { return unit.posts().save(post); });
  const auto found = read(
      [&](Unit& unit) { return unit.posts().by_native_id(here, post.network, post.native_id); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(post, *found));
}

TEST_P(StoreContract, HearsAPostOnce) {
  const Post post = sample::post(here, 1);
  write([&](Unit& unit) { return unit.posts().add(post); });
  Post again = sample::post(here, 2);
  again.native_id = post.native_id;
  // The conflict can be told and passed over inside one piece of work.
  write([&](Unit& unit) -> Result<Done> {
    auto added = unit.posts().add(again);
    EXPECT_FALSE(added);
    EXPECT_EQ(ErrorKind::kConflict, added.error().kind);
    return unit.posts().add(sample::post(here, 3));
  });
  EXPECT_TRUE(read([&](Unit& unit) {
                return unit.posts().find(here, sample::post(here, 3).id);
              }).id.value != 0);
  again.workspace = elsewhere;
  write([&](Unit& unit) { return unit.posts().add(again); });
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return unit.posts().save(sample::post(here, 8)); }));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.posts().find(elsewhere, post.id); }));
}

TEST_P(StoreContract, RepairsTextNoDatabaseShouldHold) {
  Post post = sample::post(here, 1, std::string("nul\0 bad \xC3( end", 15));
  post.entities = {{EntityKind::kTag, 0, 1, "\xFF"}};
  write([&](Unit& unit) { return unit.posts().add(post); });
  const Post kept = read([&](Unit& unit) { return unit.posts().find(here, post.id); });
  EXPECT_EQ("nul  bad \xEF\xBF\xBD( end", kept.text);
  EXPECT_EQ("\xEF\xBF\xBD", kept.entities.at(0).value);
}

TEST_P(StoreContract, ReadsAThreadPageByPageThroughTies) {
  std::vector<Post> all;
  for (int number = 1; number <= 9; ++number) {
    Post post = sample::post(here, number);
    post.created_at = sample::at(number / 4);  // 0 0 0 1 1 1 1 2 2
    all.push_back(post);
  }
  Post elsewhere_in_time = sample::post(here, 20);
  elsewhere_in_time.conversation = sample::conversation(here, 2).id;
  write([&](Unit& unit) -> Result<Done> {
    for (auto post = all.rbegin(); post != all.rend(); ++post) {
      RAPPORT_TRY(unit.posts().add(*post));
    }
    return unit.posts().add(elsewhere_in_time);
  });
  for (const int size : {1, 2, 3, 9, 50}) {
    std::vector<Post> pages;
    std::optional<ThreadPlace> after;
    for (;;) {
      const auto page = read(
          [&](Unit& unit) { return unit.posts().thread(here, all[0].conversation, after, size); });
      ASSERT_LE(page.size(), static_cast<std::size_t>(size));
      if (page.empty()) break;
      pages.insert(pages.end(), page.begin(), page.end());
      after = ThreadPlace{page.back().created_at, page.back().id};
    }
    EXPECT_TRUE(same(all, pages)) << "pages of " << size;
  }
}

TEST_P(StoreContract, OutlinesAThread) {
  const Account customer = sample::account(here, 1);
  Post asked = sample::post(here, 1);
  asked.entities = {{EntityKind::kMention, 0, 3, "did:plc:brand"}};
  Post answer = full_post(here);
  answer.id = sample::post(here, 2).id;
  answer.native_id = "at://answer";
  answer.created_at = sample::at(2);
  answer.address = Address::kOurs;
  answer.author = AccountId{404};  // an account nobody has told us about yet
  answer.deleted_at = sample::at(9);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.people().add_account(customer));
    RAPPORT_TRY(unit.posts().add(answer));
    return unit.posts().add(asked);
  });
  const auto outline =
      read([&](Unit& unit) { return unit.posts().outline(here, asked.conversation); });
  OutlinePost first;
  first.id = asked.id;
  first.author = customer.id;
  first.person = customer.person;
  first.author_native_id = customer.native_id;
  first.native_id = asked.native_id;
  first.address = Address::kDirect;
  first.created_at = asked.created_at;
  first.heard_at = asked.heard_at;
  first.silenced = true;  // the customer of the samples is muted
  first.to = asked.to;
  OutlinePost second;
  second.id = answer.id;
  second.author = answer.author;
  second.native_id = answer.native_id;
  second.parent_native_id = answer.parent_native_id;
  second.address = Address::kOurs;
  second.created_at = answer.created_at;
  second.heard_at = answer.heard_at;
  second.deleted = true;
  second.before_rapport = true;
  second.joined = true;
  second.to = answer.to;
  second.mentions = {"did:plc:brand"};  // only of ours
  EXPECT_TRUE(same({first, second}, outline));
}

TEST_P(StoreContract, OutlinesOfALongThreadItsNewestAndWhatConcernsUs) {
  // Somebody asked, we answered, they thanked us; then others talked on among themselves.
  const std::vector<Address> said = {Address::kContext, Address::kDirect,  Address::kOurs,
                                     Address::kBranch,  Address::kContext, Address::kContext,
                                     Address::kContext, Address::kContext, Address::kDirect};
  write([&](Unit& unit) -> Result<Done> {
    for (std::size_t i = 0; i < said.size(); ++i) {
      Post post = sample::post(here, static_cast<int>(i) + 1);
      post.conversation = sample::conversation(here, 1).id;
      post.address = said[i];
      RAPPORT_TRY(unit.posts().add(post));
    }
    Post other = sample::post(here, 50);
    other.conversation = sample::conversation(here, 2).id;
    return unit.posts().add(other);
  });
  const auto numbers = [&](int most) {
    const auto outline = read([&](Unit& unit) {
      return unit.posts().outline(here, sample::conversation(here, 1).id, most);
    });
    std::vector<int> found;
    for (const OutlinePost& each : outline) {
      for (int number = 1; number <= 50; ++number) {
        if (sample::post(here, number).id == each.id) found.push_back(number);
      }
    }
    return found;
  };
  EXPECT_EQ(numbers(9), (std::vector{1, 2, 3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(numbers(8), (std::vector{2, 3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(numbers(3), (std::vector{3, 4, 7, 8, 9}));
  EXPECT_EQ(numbers(1), (std::vector{9}));
}

TEST_P(StoreContract, FindsPostsByNativeIds) {
  const Post one = sample::post(here, 1);
  const Post two = sample::post(here, 2);
  write([&](Unit& unit) { return unit.posts().add(one); });
  write([&](Unit& unit) { return unit.posts().add(two); });
  auto found = read([&](Unit& unit) {
    return unit.posts().by_native_ids(here, "bluesky",
                                      {two.native_id, "at://nowhere", one.native_id});
  });
  std::ranges::sort(found, {}, &Post::id);
  EXPECT_TRUE(same({one, two}, found));
  EXPECT_TRUE(read([&](Unit& unit) {
                return unit.posts().by_native_ids(here, "sandbox", {one.native_id});
              }).empty());
  EXPECT_TRUE(
      read([&](Unit& unit) { return unit.posts().by_native_ids(here, "bluesky", {}); }).empty());
}

TEST_P(StoreContract, ReadsStoredHistoryAsItWasSaid) {
  std::vector<Post> posts;
  for (int number = 1; number <= 5; ++number) {
    Post post = sample::post(here, number, "Words " + std::to_string(number));
    post.native_id += std::to_string(number);
    // Heard in another order than they were said, the last two at the same moment.
    post.created_at = sample::at(std::min(40, 10 * (6 - number) - 10));
    if (number == 3) post.address = Address::kOurs;
    posts.push_back(post);
  }
  posts[1].created_at = posts[0].created_at;
  posts[4].deleted_at = sample::at(99);
  write([&](Unit& unit) -> Result<Done> {
    for (const Post& each : posts) RAPPORT_TRY(unit.posts().add(each));
    return unit.posts().add(sample::post(elsewhere, 9, "Elsewhere"));
  });
  using Ids = std::vector<PostId>;
  // Shows at most `most`; the texts are those of the posts.
  const auto seen = [&](int most, const auto& look) {
    Ids ids;
    const bool went_on = read([&](Unit& unit) {
      return look(unit.posts(), [&](const SaidWords& each) {
        const auto post = std::ranges::find(posts, each.post, &Post::id);
        if (post == posts.end()) return ADD_FAILURE() << "not said here", false;
        EXPECT_EQ(post->text, each.text);
        EXPECT_EQ(post->created_at, each.said_at);
        ids.push_back(each.post);
        return static_cast<int>(ids.size()) < most;
      });
    });
    EXPECT_EQ(went_on, static_cast<int>(ids.size()) < most);
    return ids;
  };
  const auto said = [&](Time from, Time to, std::optional<SaidPlace> after, int most) {
    return seen(most, [&](Posts& all, const Posts::LookAtWords& look) {
      return all.look_at_said(here, from, to, after, look);
    });
  };
  const Time from = sample::at(0);
  const Time to = sample::at(1000);
  EXPECT_EQ(said(from, to, {}, 9), (Ids{posts[1].id, posts[0].id, posts[3].id}));
  EXPECT_EQ(said(from, to, {}, 1), Ids{posts[1].id});
  EXPECT_EQ(said(from, to, SaidPlace{posts[1].created_at, posts[1].id}, 9),
            (Ids{posts[0].id, posts[3].id}));
  EXPECT_EQ(said(from, posts[0].created_at, {}, 9), Ids{posts[3].id});
  EXPECT_EQ(said(posts[0].created_at, to, {}, 9), (Ids{posts[1].id, posts[0].id}));
  EXPECT_EQ(said(from, posts[0].created_at, SaidPlace{to, posts[1].id}, 9), Ids{posts[3].id})
      << "a place above all of it";

  const auto below = [&](PostId id, int most) {
    return seen(most, [&](Posts& all, const Posts::LookAtWords& look) {
      return all.look_below(here, id, look);
    });
  };
  EXPECT_EQ(below(posts[4].id, 9), (Ids{posts[3].id, posts[1].id, posts[0].id}));
  EXPECT_EQ(below(posts[3].id, 1), Ids{posts[1].id});
  EXPECT_EQ(read([&](Unit& unit) {
              return unit.posts().some(here, {posts[0].id, posts[4].id, PostId{12'345}});
            }).size(),
            2U);
}

// More than is asked of an engine at once, many of them said at one moment.
TEST_P(StoreContract, ReadsLongHistoryWithoutMissingAny) {
  constexpr int kPosts = 4100;
  std::vector<SaidPlace> wanted;
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= kPosts; ++number) {
      Post post = sample::post(here, number, "tea");
      post.native_id += std::to_string(number);
      post.created_at = sample::at(number * 7919 % 40);
      wanted.push_back({post.created_at, post.id});
      RAPPORT_TRY(unit.posts().add(post));
    }
    return Done{};
  });
  std::ranges::sort(wanted, [](const SaidPlace& a, const SaidPlace& b) {
    return std::tie(a.said_at, a.post) > std::tie(b.said_at, b.post);
  });
  std::vector<SaidPlace> found;
  const auto keep = [&](const SaidWords& each) {
    found.push_back({each.said_at, each.post});
    return true;
  };
  EXPECT_TRUE(read([&](Unit& unit) {
    return unit.posts().look_at_said(here, sample::at(0), sample::at(1000), {}, keep);
  }));
  EXPECT_TRUE(found == wanted);
  found.clear();
  EXPECT_TRUE(read([&](Unit& unit) {
    return unit.posts().look_below(here, sample::post(here, kPosts + 1).id, keep);
  }));
  std::ranges::sort(wanted, std::greater{}, &SaidPlace::post);
  EXPECT_TRUE(found == wanted);
}

TEST_P(StoreContract, FindsTheWordsOfPostsById) {
  Post one = sample::post(here, 1);
  one.labels = {"cw:food", "sensitive"};
  const Post two = sample::post(here, 2);
  write([&](Unit& unit) { return unit.posts().add(one); });
  write([&](Unit& unit) { return unit.posts().add(two); });
  auto some = read([&](Unit& unit) {
    return unit.posts().excerpts(here, {two.id, PostId{404}, one.id, two.id});
  });
  std::ranges::sort(some, {}, &Excerpt::post);
  EXPECT_TRUE(same({Excerpt{one.id, one.text, one.langs, one.labels},
                    Excerpt{two.id, two.text, two.langs, two.labels}},
                   some));
  EXPECT_TRUE(read([&](Unit& unit) { return unit.posts().excerpts(here, {}); }).empty());
}

TEST_P(StoreContract, KnowsWhatWeAnsweredLast) {
  Account ours = sample::account(here, 2);
  ours.ours = true;
  Account other = sample::account(here, 3);
  other.ours = true;
  Post question = sample::post(here, 1, "When do you open?");
  Post gone = sample::post(here, 2, "");
  gone.deleted_at = sample::at(90);
  const auto answer = [&](int number, const Account& by, const Post& to, std::string text) {
    Post post = sample::post(here, number, std::move(text));
    post.author = by.id;
    post.address = Address::kOurs;
    post.parent = to.id;
    return post;
  };
  const Post first = answer(3, ours, question, "At nine.");
  const Post second = answer(4, other, question, "At nine, as we said.");
  const Post own = answer(5, ours, first, "And on Sunday at ten.");
  const Post late = answer(6, ours, gone, "Sorry to see that.");
  Post dropped = answer(7, ours, question, "At eight.");
  dropped.deleted_at = sample::at(91);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.people().add_account(ours));
    RAPPORT_TRY(unit.people().add_account(other));
    for (const Post& each : {question, gone, first, second, own, late, dropped}) {
      RAPPORT_TRY(unit.posts().add(each));
    }
    return Done{};
  });
  const auto given = [&](WorkspaceId workspace, int most) {
    return read([&](Unit& unit) { return unit.posts().given_answers(workspace, most); });
  };
  EXPECT_TRUE(same(
      given(here, 10),
      {GivenAnswer{late.id, late.conversation, late.text, late.created_at, ""},
       GivenAnswer{second.id, second.conversation, second.text, second.created_at, question.text},
       GivenAnswer{first.id, first.conversation, first.text, first.created_at, question.text}}));
  EXPECT_EQ(given(here, 1).size(), 1U);
  EXPECT_TRUE(given(elsewhere, 10).empty());
}

}  // namespace
}  // namespace rapport
