#include "store/contract/knowledge_contract.h"

namespace rapport {
namespace {

TEST_P(KnowledgeContract, KeepsArticlesWithEveryMember) {
  KnowledgeEntry it = entry(1);
  add(it);
  EXPECT_TRUE(same(it, found(1)));
  it.kind = ArticleKind::kResource;
  it.status = ArticleStatus::kPublished;
  it.language = "pt-br";
  it.category = ArticleCategoryId{9};
  it.slug = "other";
  it.title = "Ünïcode, \"quoted\"";
  it.markdown = "# A\n\n| b |";
  it.url = "https://x.example/a?b=c";
  it.url_key = "x.example/a?b=c";
  it.medium = Medium::kDeck;
  it.questions = "How?\nWhy?";
  it.owner = MemberId{6};
  it.review_at = sample::at(50);
  it.source = "zendesk:77";
  it.source_digest = "abc";
  it.changed_at = sample::at(40);
  it.published_at = sample::at(41);
  save(it);
  EXPECT_TRUE(same(it, found(1)));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.knowledge().find(elsewhere, it.id); }));
  const auto source =
      read([&](Unit& unit) { return unit.knowledge().by_source(here, "zendesk:77"); });
  ASSERT_EQ(1u, source.size());
  EXPECT_TRUE(same(it, source[0]));
  for (const char* other : {"", "zendesk:7"}) {
    EXPECT_TRUE(read([&](Unit& unit) { return unit.knowledge().by_source(here, other); }).empty());
  }
  const auto linked = read([&](Unit& unit) {
    return unit.knowledge().by_url_keys(here, {"y.example", "x.example/a?b=c"});
  });
  ASSERT_EQ(1u, linked.size());
  EXPECT_EQ(it.id, linked[0].id);
}

TEST_P(KnowledgeContract, RefusesAChangeOfWhatWasChangedMeanwhile) {
  KnowledgeEntry it = entry(1);
  add(it);
  KnowledgeEntry mine = it;
  save(it);
  ++mine.version;
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.knowledge().save(mine); }));
  EXPECT_EQ(2, found(1).version);
}

TEST_P(KnowledgeContract, HasOneArticleAtAnAddressInALanguage) {
  KnowledgeEntry one = entry(1, "returns");
  add(one);
  add(entry(2, "returns", "de"));
  KnowledgeEntry three = entry(3, "other");
  add(three);
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.knowledge().add(entry(4, "returns")); }));
  ++three.version;
  three.slug = "returns";
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.knowledge().save(three); }));
  const auto both =
      read([&](Unit& unit) { return unit.knowledge().translations(here, "returns"); });
  ASSERT_EQ(2u, both.size());
  EXPECT_EQ("de", both[0].language);

  one.slug = "sending-back";
  save(one);
  const auto once = [&](const char* slug) {
    return read([&](Unit& unit) { return unit.knowledge().once_at(here, slug); });
  };
  EXPECT_EQ(std::vector{ArticleId{1}}, once("returns")) << "the old address still leads to it";
  one.slug = "returns";
  save(one);
  EXPECT_TRUE(once("returns").empty());
  EXPECT_EQ(std::vector{ArticleId{1}}, once("sending-back"));
  add(entry(5, "sending-back"));
  EXPECT_TRUE(once("sending-back").empty()) << "who has it now has it alone";
}

TEST_P(KnowledgeContract, ListsNewestChangeFirstAndNarrowed) {
  for (int i = 1; i <= 5; ++i) {
    KnowledgeEntry it = entry(i);
    if (i == 2) it.kind = ArticleKind::kResource;
    if (i >= 3) it.status = ArticleStatus::kPublished;
    if (i == 4) it.language = "de";
    if (i == 5) it.status = ArticleStatus::kArchived;
    if (i != 2) it.review_at = sample::at(i * 10);
    add(it);
  }
  EXPECT_EQ("54321", listed({}));
  EXPECT_EQ("54", listed({}, {}, 2));
  EXPECT_EQ("321", listed({}, KnowledgePlace{sample::at(4), ArticleId{4}}));
  EXPECT_EQ("2", listed({.kind = ArticleKind::kResource}));
  EXPECT_EQ("43", listed({.status = ArticleStatus::kPublished}));
  EXPECT_EQ("4", listed({.language = "de"}));
  EXPECT_EQ("31", listed({.review_before = sample::at(35)}));
  EXPECT_EQ("431", listed({.review_before = sample::at(90)})) << "archived ones need no review";
  EXPECT_EQ(
      3, read([&](Unit& unit) { return unit.knowledge().to_review(here, sample::at(90), 100); }));
  EXPECT_EQ(2,
            read([&](Unit& unit) { return unit.knowledge().to_review(here, sample::at(90), 2); }));
  std::string published;
  for (const auto& each : read([&](Unit& unit) { return unit.knowledge().published(here); })) {
    published += to_string(each.id) + each.markdown.substr(0, 1);
  }
  EXPECT_EQ("3S4S", published);
  EXPECT_EQ(0u, read([&](Unit& unit) { return unit.knowledge().published(elsewhere); }).size());
}

TEST_P(KnowledgeContract, CategoriesCountTheirArticles) {
  const auto add_category = [&](int number, const std::string& name, int place) {
    return [=, this](Unit& unit) {
      return unit.knowledge().add_category(
          {here, ArticleCategoryId{number}, name, name, name, place});
    };
  };
  write(add_category(1, "orders", 2));
  write(add_category(2, "shops", 1));
  EXPECT_EQ(ErrorKind::kConflict, write_fails(add_category(3, "orders", 3)));
  KnowledgeEntry it = entry(1);
  it.category = ArticleCategoryId{1};
  add(it);
  KnowledgeEntry other = entry(2);
  other.category = ArticleCategoryId{1};
  add(other);
  const auto totals = [&] {
    std::string text;
    for (const auto& each : read([&](Unit& unit) { return unit.knowledge().categories(here); })) {
      text += each.name + std::to_string(each.articles);
    }
    return text;
  };
  EXPECT_EQ("shops0orders2", totals());
  it.category = ArticleCategoryId{2};
  save(it);
  EXPECT_EQ("shops1orders1", totals());
  write([&](Unit& unit) { return unit.knowledge().remove(here, other.id); });
  EXPECT_EQ("shops1orders0", totals());
  ArticleCategory shops =
      read([&](Unit& unit) { return unit.knowledge().category(here, ArticleCategoryId{2}); });
  shops.name = shops.folded = shops.slug = "orders";
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.knowledge().save_category(shops); }));
  shops.name = shops.folded = shops.slug = "places";
  shops.place = 5;
  write([&](Unit& unit) { return unit.knowledge().save_category(shops); });
  EXPECT_EQ("orders0places1", totals());
  write([&](Unit& unit) { return unit.knowledge().remove_category(here, ArticleCategoryId{2}); });
  EXPECT_EQ("orders0", totals());
  EXPECT_FALSE(found(1).category) << "its articles stay";
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.knowledge().remove_category(elsewhere, ArticleCategoryId{1});
            }));
}

TEST_P(KnowledgeContract, TheStampRisesWithEachChange) {
  EXPECT_EQ((KnowledgeStamp{0, 0}), stamp());
  KnowledgeEntry it = entry(1);
  add(it);
  EXPECT_EQ((KnowledgeStamp{1, 1}), stamp());
  add(entry(2));
  save(it);
  EXPECT_EQ((KnowledgeStamp{3, 2}), stamp());
  write([&](Unit& unit) { return unit.knowledge().remove(here, it.id); });
  write([&](Unit& unit) { return unit.knowledge().remove(here, it.id); });
  EXPECT_EQ((KnowledgeStamp{4, 1}), stamp());
}

TEST_P(KnowledgeContract, UsesAreKeptOnceAnActAndCounted) {
  add(entry(1));
  add(entry(2));
  const auto add_use = [&](const ArticleUse& it) {
    return write([&](Unit& unit) { return unit.knowledge().add_use(it); });
  };
  const ArticleUse first = use(1, 1, 7);
  EXPECT_TRUE(add_use(first));
  EXPECT_FALSE(add_use(use(2, 1, 7))) << "one act uses an article once";
  EXPECT_TRUE(add_use(use(3, 2, 7)));
  EXPECT_FALSE(add_use(use(4, 99, 7))) << "an article that is gone";
  ArticleUse resolved = use(5, 1, 8);
  resolved.act.reset();
  resolved.post.reset();
  resolved.kind = ArticleUseKind::kResolved;
  EXPECT_TRUE(add_use(resolved));
  EXPECT_EQ(2, found(1).uses);
  const auto uses = [&](std::optional<ArticleUseId> after, int most) {
    return read([&](Unit& unit) { return unit.knowledge().uses(here, ArticleId{1}, after, most); });
  };
  const auto all = uses({}, 10);
  ASSERT_EQ(2u, all.size());
  EXPECT_TRUE(same(resolved, all[0]));
  EXPECT_TRUE(same(first, all[1]));
  EXPECT_EQ(1u, uses({}, 1).size());
  EXPECT_TRUE(same(first, uses(resolved.id, 10).at(0)));
  EXPECT_EQ(3u, read([&](Unit& unit) { return unit.knowledge().recent_uses(here, 10); }).size());
  EXPECT_EQ(2, stamp().stamp) << "what is found has not changed";

  write([&](Unit& unit) { return unit.knowledge().drop_uses(here, ActId{7}); });
  EXPECT_EQ(1, found(1).uses);
  EXPECT_EQ(0, found(2).uses);
  write([&](Unit& unit) {
    return unit.knowledge().drop_uses(here, ConversationId{1}, ArticleUseKind::kResolved);
  });
  EXPECT_EQ(0, found(1).uses);
}

TEST_P(KnowledgeContract, RecentUsesTellWhatTheirPostWasAbout) {
  add(entry(1));
  PostReading reading;
  reading.workspace = here;
  reading.post = PostId{1};
  reading.gist.reasons = {"delivery"};
  reading.said_at = sample::at(1);
  write([&](Unit& unit) { return unit.readings().save(reading); });
  write([&](Unit& unit) { return unit.knowledge().add_use(use(1, 1, 7)); });
  const auto recent = read([&](Unit& unit) { return unit.knowledge().recent_uses(here, 10); });
  ASSERT_EQ(1u, recent.size());
  ASSERT_TRUE(recent[0].reading);
  EXPECT_EQ(std::vector<std::string>{"delivery"}, recent[0].reading->reasons);
}

}  // namespace
}  // namespace rapport
