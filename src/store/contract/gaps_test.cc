#include "store/gaps.h"

#include "store/asked_of_articles.h"
#include "store/contract/store_contract.h"

namespace rapport {
namespace {

class Askers {
 public:
  explicit Askers(WorkspaceId workspace) : here(workspace) {}

  Account account(int number) const {
    Account account = sample::account(here, number);
    account.native_id += std::to_string(number);
    account.name = "Asker " + std::to_string(number);
    account.handle = "asker" + std::to_string(number);
    account.ours = false;
    account.muted_by_us = false;
    account.blocked_by_us.clear();
    return account;
  }
  // Said by account `number`, in a conversation of its own.
  Post post(int number) const {
    Post post = sample::post(here, number, "How do I change the address?");
    post.native_id += std::to_string(number);
    post.author = account(number).id;
    post.conversation = sample::conversation(here, number).id;
    post.address = Address::kDirect;
    post.before_rapport = false;
    post.our_hide.clear();
    return post;
  }
  PostReading reading(const Post& post, Intent intent) const {
    PostReading reading;
    reading.workspace = here;
    reading.post = post.id;
    reading.language = "en";
    reading.gist.intents = {intent};
    reading.said_at = post.created_at;
    return reading;
  }
  Gap gap(int number) const {
    Gap gap;
    gap.workspace = here;
    gap.id = GapId{number};
    gap.name = "change address " + std::to_string(number);
    gap.words = {"address", "change"};
    gap.language = "en";
    gap.people = number;
    gap.waiting = 1;
    gap.posts = 2;
    gap.longest_wait = std::chrono::hours{number};
    gap.first_at = sample::at(1);
    gap.last_at = sample::at(2);
    return gap;
  }
  // A post by this account, who is person `number`, in a conversation of its own.
  Result<Done> ask(Unit& unit, int number, const Account& account, const Post& post,
                   Intent intent = Intent::kQuestion,
                   ConversationState state = ConversationState::kOpen) const {
    RAPPORT_TRY(unit.people().add_person(sample::person(here, number)));
    RAPPORT_TRY(unit.people().add_account(account));
    Conversation conversation = sample::conversation(here, 1);
    conversation.id = post.conversation;
    conversation.root_native_id = post.native_id;
    conversation.state = state;
    if (state != ConversationState::kOpen) conversation.waiting_since.reset();
    RAPPORT_TRY(unit.conversations().add(conversation));
    RAPPORT_TRY(unit.posts().add(post));
    return unit.readings().save(reading(post, intent));
  }

  WorkspaceId here;
};

TEST_P(StoreContract, FindsWhatWasAsked) {
  const Askers askers(here);
  KnowledgeEntry article;
  article.workspace = here;
  article.id = ArticleId{70};
  article.language = "en";
  article.slug = "addresses";
  write([&](Unit& unit) -> Result<Done> {
    // 1 asks, 2 praises, 3 is muted, 4 hidden, 5 gone, 6 talks beside us, 7 requests and is closed,
    // 8 was answered with an article, 9 waited for nobody.
    RAPPORT_TRY(unit.knowledge().add(article));
    for (int number = 1; number <= 9; ++number) {
      Account account = askers.account(number);
      Post post = askers.post(number);
      Intent intent = Intent::kQuestion;
      ConversationState state = ConversationState::kOpen;
      if (number == 2) intent = Intent::kPraise;
      if (number == 3) account.muted_by_us = true;
      if (number == 4) post.our_hide = "at://hide";
      if (number == 5) post.deleted_at = sample::at(50);
      if (number == 6) post.address = Address::kContext;
      if (number == 7) intent = Intent::kRequest, state = ConversationState::kResolved;
      if (number == 9) post.before_rapport = true;
      RAPPORT_TRY(askers.ask(unit, number, account, post, intent, state));
    }
    for (int number : {21, 22}) {
      Post reply = askers.post(1);
      reply.id = askers.post(number).id;
      reply.native_id = "reply " + std::to_string(number);
      reply.parent = askers.post(1).id;
      reply.address = Address::kOurs;
      reply.created_at = sample::at(number);
      if (number == 21) reply.deleted_at = sample::at(30);
      RAPPORT_TRY(unit.posts().add(reply));
    }
    const Post served = askers.post(8);
    auto used =
        unit.knowledge().add_use({here, ArticleUseId{1}, article.id, served.conversation, served.id,
                                  ActId{5}, ArticleUseKind::kLinked, MemberId{5}, sample::at(40)});
    RAPPORT_TRY(used);
    return Done{};
  });
  const auto questions = [&](WorkspaceId workspace, Time from, int looked, int most) {
    return read(
        [&](Unit& unit) { return gaps_in(unit)->questions(workspace, from, looked, most); });
  };
  const auto found = questions(here, sample::at(0), 50, 50);
  ASSERT_EQ(4U, found.size());
  EXPECT_EQ(askers.post(9).id, found[0].post);
  EXPECT_TRUE(found[0].over) << "said before Rapport";
  EXPECT_EQ(askers.post(8).id, found[1].post);
  EXPECT_EQ(article.id, found[1].article);
  EXPECT_FALSE(found[1].over);
  EXPECT_EQ(askers.post(7).id, found[2].post);
  EXPECT_TRUE(found[2].over) << "its conversation is resolved";
  const PostedQuestion& first = found[3];
  EXPECT_EQ(askers.post(1).id, first.post);
  EXPECT_EQ(askers.post(1).conversation, first.conversation);
  EXPECT_EQ(askers.account(1).person, first.person);
  EXPECT_EQ("How do I change the address?", first.text);
  EXPECT_EQ("en", first.language);
  EXPECT_EQ(std::vector{Intent::kQuestion}, first.gist.intents);
  EXPECT_EQ(sample::at(1), first.asked_at);
  EXPECT_EQ(sample::at(22), first.replied_at) << "the reply that is gone does not count";
  EXPECT_FALSE(first.article);

  const auto replies = read([&](Unit& unit) {
    return gaps_in(unit)->replies(here, {askers.post(1).id, askers.post(2).id});
  });
  ASSERT_EQ(1U, replies.size());
  EXPECT_EQ(askers.post(22).id, replies[0].post);
  EXPECT_EQ(askers.post(1).id, replies[0].parent);
  EXPECT_EQ(sample::at(22), replies[0].at);
  EXPECT_EQ("How do I change the address?", replies[0].text);

  EXPECT_EQ(2U, questions(here, sample::at(8), 50, 50).size());
  EXPECT_EQ(1U, questions(here, sample::at(0), 50, 1).size());
  // The newest four: two replies of ours, 9 and 8.
  EXPECT_EQ(2U, questions(here, sample::at(0), 4, 50).size());
  EXPECT_TRUE(questions(elsewhere, sample::at(0), 50, 50).empty());
}

TEST_P(StoreContract, TellsWhatWasAskedWhereArticlesServed) {
  const Askers askers(here);
  KnowledgeEntry article;
  article.workspace = here;
  article.id = ArticleId{70};
  article.language = "en";
  article.slug = "addresses";
  const auto use = [&](Unit& unit, int number, const Post& post) {
    return unit.knowledge().add_use({here, ArticleUseId{number}, article.id, post.conversation,
                                     post.id, ActId{number}, ArticleUseKind::kLinked, MemberId{5},
                                     sample::at(40)});
  };
  write([&](Unit& unit) -> Result<Done> {
    // 1 and 2 ask, 3 is muted, 4 hidden, 5 gone, 6 is one of ours.
    RAPPORT_TRY(unit.knowledge().add(article));
    for (int number = 1; number <= 6; ++number) {
      Account account = askers.account(number);
      Post post = askers.post(number);
      if (number == 3) account.muted_by_us = true;
      if (number == 4) post.our_hide = "at://hide";
      if (number == 5) post.deleted_at = sample::at(50);
      if (number == 6) account.ours = true;
      RAPPORT_TRY(askers.ask(unit, number, account, post));
      RAPPORT_TRY(use(unit, number, post));
    }
    RAPPORT_TRY(unit.readings().drop(here, askers.post(2).id));
    RAPPORT_TRY(use(unit, 7, askers.post(1)));
    // To everybody: it answers nobody.
    RAPPORT_TRY(unit.knowledge().add_use({here,
                                          ArticleUseId{8},
                                          article.id,
                                          {},
                                          {},
                                          ActId{8},
                                          ArticleUseKind::kLinked,
                                          MemberId{5},
                                          sample::at(41)}));
    return Done{};
  });
  const auto asked = [&](WorkspaceId workspace, int most) {
    return read([&](Unit& unit) { return asked_of_articles(unit, workspace, most); });
  };
  const auto found = asked(here, 50);
  ASSERT_EQ(3U, found.size());
  EXPECT_EQ(askers.post(1).id, found[0].post);
  EXPECT_EQ(article.id, found[0].article);
  EXPECT_EQ(ArticleUseKind::kLinked, found[0].kind);
  EXPECT_EQ("How do I change the address?", found[0].text);
  ASSERT_TRUE(found[0].reading);
  EXPECT_EQ(std::vector{Intent::kQuestion}, found[0].reading->intents);
  EXPECT_EQ(askers.post(2).id, found[1].post);
  EXPECT_FALSE(found[1].reading);
  EXPECT_EQ(askers.post(1).id, found[2].post);
  EXPECT_EQ(1U, asked(here, 1).size()) << "of its newest use that answered somebody";
  // However often it serves, the others are not forgotten for it.
  KnowledgeEntry seldom = article;
  seldom.id = ArticleId{71};
  seldom.slug = "seldom";
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.knowledge().add(seldom));
    const Post post = askers.post(2);
    RAPPORT_TRY(
        unit.knowledge().add_use({here, ArticleUseId{9}, seldom.id, post.conversation, post.id,
                                  ActId{9}, ArticleUseKind::kLinked, MemberId{5}, sample::at(42)}));
    return Done{};
  });
  const auto of_both = asked(here, 1);
  ASSERT_EQ(2U, of_both.size());
  EXPECT_EQ(seldom.id, of_both[0].article);
  EXPECT_EQ(article.id, of_both[1].article);
  EXPECT_TRUE(asked(elsewhere, 50).empty());

  const auto stamp = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return asked_stamp(unit, workspace); });
  };
  const auto articles = read([&](Unit& unit) { return unit.knowledge().stamp(here); });
  EXPECT_EQ(0, stamp(here));
  Post other = askers.post(1);
  other.id = PostId{404};
  write([&](Unit& unit) { return asked_changed(unit, other); });
  EXPECT_EQ(0, stamp(here)) << "no article served it";
  write([&](Unit& unit) { return asked_changed(unit, askers.post(1)); });
  EXPECT_EQ(1, stamp(here));
  write([&](Unit& unit) { return asked_changed(unit, here, askers.account(9).id); });
  EXPECT_EQ(1, stamp(here)) << "no article served anybody of that account";
  write([&](Unit& unit) { return asked_changed(unit, here, askers.account(3).id); });
  EXPECT_EQ(2, stamp(here));
  EXPECT_EQ(0, stamp(elsewhere));
  EXPECT_EQ(articles, read([&](Unit& unit) { return unit.knowledge().stamp(here); }))
      << "the articles are what they were";
}

TEST_P(StoreContract, KeepsGaps) {
  const Askers askers(here);
  for (int number = 1; number <= 4; ++number) {
    write([&](Unit& unit) {
      return askers.ask(unit, number, askers.account(number), askers.post(number));
    });
  }
  const auto id = [&](int number) { return askers.post(number).id; };
  const auto replace = [&](std::vector<KeptGap> gaps) {
    write([&](Unit& unit) { return gaps_in(unit)->replace(here, gaps); });
  };
  const auto all = [&] { return read([&](Unit& unit) { return gaps_in(unit)->all(here); }); };
  const auto texts = [&](GapId gap, int most) {
    std::string out;
    const auto posts = read([&](Unit& unit) { return gaps_in(unit)->posts(here, gap, most); });
    for (const GapPost& each : posts) out += each.author_name + ';';
    return out;
  };
  replace({{askers.gap(1), {id(2), id(1)}}, {askers.gap(2), {id(3), id(4)}}});
  EXPECT_TRUE(same({askers.gap(2), askers.gap(1)}, all()));
  EXPECT_TRUE(
      same(askers.gap(1), read([&](Unit& unit) { return gaps_in(unit)->find(here, GapId{1}); })));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return gaps_in(unit)->find(elsewhere, GapId{1}); }));
  EXPECT_EQ("Asker 2;Asker 1;", texts(GapId{1}, 9));
  EXPECT_EQ("Asker 2;", texts(GapId{1}, 1));
  const auto examples = read([&](Unit& unit) { return gaps_in(unit)->examples(here, 1); });
  ASSERT_EQ(2U, examples.size());
  const Post second = askers.post(2);
  EXPECT_TRUE(same(GapPost{GapId{1}, second.id, second.conversation, second.author, "Asker 2",
                           second.text, second.created_at},
                   examples[0]));
  EXPECT_EQ(id(3), examples[1].post);

  // More wait, though fewer asked; and the one that was asked last.
  Gap awaited = askers.gap(1);
  awaited.waiting = 2;
  Gap later = askers.gap(2);
  later.id = GapId{3};
  later.last_at = sample::at(3);
  replace({{askers.gap(2), {id(3)}}, {later, {id(4)}}, {awaited, {id(2), id(1)}}});
  EXPECT_TRUE(same({awaited, later, askers.gap(2)}, all()));

  // A post moves, one goes, a gap is another one, and one is new.
  Gap changed = askers.gap(2);
  changed.name = "change it";
  changed.article = ArticleId{70};
  replace({{changed, {id(1), id(3)}}, {askers.gap(3), {id(2)}}});
  EXPECT_TRUE(same({askers.gap(3), changed}, all()));
  EXPECT_EQ("Asker 1;Asker 3;", texts(GapId{2}, 9));
  EXPECT_EQ("Asker 2;", texts(GapId{3}, 9));
  const auto kept = read([&](Unit& unit) { return gaps_in(unit)->kept(here); });
  ASSERT_EQ(3U, kept.size());
  EXPECT_EQ(GapId{2}, kept[0].gap);
  EXPECT_EQ(id(1), kept[0].post);

  // The article it was begun from is published, and removed.
  const auto state = [&](int number) {
    return read([&](Unit& unit) { return gaps_in(unit)->find(here, GapId{number}); }).state;
  };
  write([&](Unit& unit) { return gaps_in(unit)->published(here, ArticleId{71}); });
  EXPECT_EQ(GapState::kOpen, state(2));
  write([&](Unit& unit) { return gaps_in(unit)->published(here, ArticleId{70}); });
  EXPECT_EQ(GapState::kWritten, state(2));
  EXPECT_EQ(GapState::kOpen, state(3));
  write([&](Unit& unit) { return gaps_in(unit)->lost(here, ArticleId{70}); });
  EXPECT_EQ(GapState::kOpen, state(2));
  changed.state = GapState::kDismissed;
  write([&](Unit& unit) { return gaps_in(unit)->save(changed); });
  EXPECT_EQ(GapState::kDismissed, state(2));
  write([&](Unit& unit) { return gaps_in(unit)->published(here, ArticleId{70}); });
  write([&](Unit& unit) { return gaps_in(unit)->lost(here, ArticleId{70}); });
  EXPECT_EQ(GapState::kDismissed, state(2));
  Gap unknown = askers.gap(9);
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return gaps_in(unit)->save(unknown); }));
}

TEST_P(StoreContract, TakesWhatIsGoneOutOfGaps) {
  const Askers askers(here);
  for (int number = 1; number <= 3; ++number) {
    write([&](Unit& unit) {
      return askers.ask(unit, number, askers.account(number), askers.post(number));
    });
  }
  const auto id = [&](int number) { return askers.post(number).id; };
  write([&](Unit& unit) {
    return gaps_in(unit)->replace(here,
                                  {{askers.gap(1), {id(1), id(2)}}, {askers.gap(2), {id(3)}}});
  });
  const auto shown = [&] {
    return read([&](Unit& unit) { return gaps_in(unit)->posts(here, GapId{1}, 9); }).size();
  };
  // Hidden, muted: not shown, and there again when that is taken back.
  Post hidden = askers.post(1);
  hidden.our_hide = "at://hide";
  write([&](Unit& unit) { return unit.posts().save(hidden); });
  EXPECT_EQ(1U, shown());
  Account muted = askers.account(2);
  muted.muted_by_us = true;
  write([&](Unit& unit) { return unit.people().save_account(muted); });
  EXPECT_EQ(0U, shown());
  write([&](Unit& unit) { return unit.posts().save(askers.post(1)); });
  EXPECT_EQ(1U, shown());

  write([&](Unit& unit) { return gaps_in(unit)->drop(elsewhere, id(1)); });
  EXPECT_EQ(1U, shown());
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(gaps_in(unit)->drop(here, id(1)));
    RAPPORT_TRY(gaps_in(unit)->drop(here, id(1)));
    return gaps_in(unit)->drop(here, id(3));
  });
  EXPECT_EQ(0U, shown());
  const auto left = read([&](Unit& unit) { return gaps_in(unit)->all(here); });
  ASSERT_EQ(1U, left.size()) << "with its last post a gap is gone";
  EXPECT_EQ(GapId{1}, left[0].id);
  EXPECT_EQ(1, left[0].posts);
}

TEST_P(StoreContract, CountsWhoIsLeftInAGap) {
  const Askers askers(here);
  const auto id = [&](int number) { return askers.post(number).id; };
  // Person 1 asks in 1, and in 4, which we answered; 2 asks in 2; 3 in 3, which is closed.
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= 3; ++number) {
      const auto state = number == 3 ? ConversationState::kResolved : ConversationState::kOpen;
      RAPPORT_TRY(askers.ask(unit, number, askers.account(number), askers.post(number),
                             Intent::kQuestion, state));
    }
    Post again = askers.post(4);
    again.author = askers.account(1).id;
    again.conversation = askers.post(1).conversation;
    RAPPORT_TRY(unit.posts().add(again));
    Post reply = askers.post(5);
    reply.author = askers.account(2).id;
    reply.conversation = again.conversation;
    reply.parent = again.id;
    reply.address = Address::kOurs;
    return unit.posts().add(reply);
  });
  Gap gap = askers.gap(3);
  gap.people = 3;
  gap.waiting = 2;
  gap.posts = 4;
  const auto learn = [&] {
    write([&](Unit& unit) {
      return gaps_in(unit)->replace(here, {{gap, {id(1), id(2), id(3), id(4)}}});
    });
  };
  // "people, waiting, posts" without it.
  const auto without = [&](int number) {
    write([&](Unit& unit) { return gaps_in(unit)->drop(here, id(number)); });
    const Gap left = read([&](Unit& unit) { return gaps_in(unit)->find(here, gap.id); });
    return std::to_string(left.people) + ", " + std::to_string(left.waiting) + ", " +
           std::to_string(left.posts);
  };
  learn();
  EXPECT_EQ("3, 1, 3", without(1)) << "person 1 asked once more, and was answered";
  EXPECT_EQ("2, 0, 2", without(2));
  EXPECT_EQ("1, 0, 1", without(4));
  // One that was written when only one person had asked, with what was asked since.
  gap.people = 1;
  gap.waiting = 0;
  gap.posts = 1;
  learn();
  EXPECT_EQ("1, 0, 1", without(3));
  // Of those who asked a thousand times only the most central posts are kept.
  gap.people = 700;
  gap.waiting = 300;
  gap.posts = 1000;
  learn();
  EXPECT_EQ("700, 299, 999", without(1));
  EXPECT_EQ("699, 299, 998", without(4));
  EXPECT_EQ("698, 299, 997", without(3));
}

TEST_P(StoreContract, KnowsWhenGapsWereLearned) {
  const auto lesson = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return gaps_in(unit)->lesson(workspace); });
  };
  EXPECT_FALSE(lesson(here));
  EXPECT_FALSE(read([&](Unit& unit) { return gaps_in(unit)->newest_post(here); }));
  const Askers askers(here);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.posts().add(askers.post(2)));
    RAPPORT_TRY(unit.posts().add(askers.post(1)));
    RAPPORT_TRY(gaps_in(unit)->save(GapLesson{here, sample::at(1), PostId{3}, 4}));
    return gaps_in(unit)->save(GapLesson{here, sample::at(2), PostId{5}, 6});
  });
  EXPECT_EQ((GapLesson{here, sample::at(2), PostId{5}, 6}), lesson(here));
  EXPECT_FALSE(lesson(elsewhere));
  EXPECT_EQ(askers.post(2).id, read([&](Unit& unit) { return gaps_in(unit)->newest_post(here); }));
}

}  // namespace
}  // namespace rapport
