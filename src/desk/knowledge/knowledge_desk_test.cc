#include "desk/knowledge/knowledge_desk.h"

#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class KnowledgeDeskTest : public DeskTest {
 protected:
  KnowledgeDesk knowledge{store(), ids, clock};

  ArticleWish wish(const std::string& title, const std::string& text = "Some words.") {
    ArticleWish made;
    made.language = "en";
    made.title = title;
    made.markdown = text;
    return made;
  }
  KnowledgeEntry make(const ArticleWish& wanted) {
    auto made = knowledge.create(agent, wanted);
    EXPECT_TRUE(made) << made.error().message;
    clock.advance(std::chrono::seconds{1});
    return made ? made->view.entry : KnowledgeEntry{};
  }
  std::string field(const ArticleWish& wanted) {
    const auto made = knowledge.create(agent, wanted);
    return made ? "went well" : made.error().field;
  }
  std::string listed(const ArticleQuestion& question) {
    std::string titles;
    std::optional<KnowledgePlace> after;
    do {
      const auto page = knowledge.list(viewer, question, after, 2);
      if (!page) return page.error().message;
      for (const ArticleView& each : page->rows) titles += each.entry.title;
      after = page->next;
    } while (after);
    return titles;
  }
  std::vector<std::string> audited() {
    std::vector<std::string> verbs;
    const auto log =
        store().read([&](Unit& unit) { return unit.members().audit_log(owner.workspace, {}, 50); });
    for (const AuditEntry& each : *log) verbs.push_back(each.verb + " " + each.detail);
    return verbs;
  }
};

TEST_F(KnowledgeDeskTest, WhoMayAnswerMayWrite) {
  const KnowledgeEntry made = make(wish("Returns"));
  EXPECT_EQ(agent.id, made.by);
  EXPECT_EQ("returns", made.slug);
  EXPECT_TRUE(knowledge.open(viewer, made.id));
  EXPECT_EQ(ErrorKind::kForbidden, knowledge.create(viewer, wish("x")).error().kind);
  EXPECT_EQ(ErrorKind::kForbidden, knowledge.change(viewer, made.id, 1, wish("x")).error().kind);
  EXPECT_EQ(ErrorKind::kForbidden, knowledge.remove(viewer, made.id).error().kind);
  EXPECT_EQ(ErrorKind::kForbidden, knowledge.add_category(viewer, "x").error().kind);
  const Member analyst = member("Anja", Role::kAnalyst, owner.workspace);
  EXPECT_EQ(ErrorKind::kForbidden, knowledge.create(analyst, wish("x")).error().kind);
}

TEST_F(KnowledgeDeskTest, AnotherBrandSeesNothingOfIt) {
  const KnowledgeEntry made = make(wish("Returns"));
  Member other = agent;
  other.workspace = WorkspaceId{404};
  EXPECT_EQ(ErrorKind::kNotFound, knowledge.open(other, made.id).error().kind);
  EXPECT_EQ(ErrorKind::kNotFound, knowledge.change(other, made.id, 1, wish("x")).error().kind);
  EXPECT_EQ(ErrorKind::kNotFound, knowledge.remove(other, made.id).error().kind);
  EXPECT_TRUE(knowledge.list(other, {}, {}, 10)->rows.empty());
}

TEST_F(KnowledgeDeskTest, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ("title", field(wish("  ")));
  EXPECT_EQ("title", field(wish(std::string(201, 'x'))));
  EXPECT_EQ("title", field(wish("two\nlines")));
  ArticleWish it = wish("x");
  it.language = "English, please";
  EXPECT_EQ("language", field(it));
  it = wish("x");
  it.url = "javascript:alert(1)";
  EXPECT_EQ("url", field(it));
  it = wish("x");
  it.kind = ArticleKind::kResource;
  EXPECT_EQ("url", field(it)) << "a resource is somewhere";
  it = wish("x", "  \n");
  it.status = ArticleStatus::kPublished;
  EXPECT_EQ("markdown", field(it)) << "nothing to publish";
  it = wish("x", std::string(200'001, 'x'));
  EXPECT_EQ("markdown", field(it));
  it = wish("x");
  it.category = ArticleCategoryId{404};
  EXPECT_EQ("category_id", field(it));
  it = wish("x");
  it.owner = MemberId{404};
  EXPECT_EQ("owner_id", field(it));
  it = wish("x");
  it.slug = "???";
  EXPECT_EQ("slug", field(it));
  it = wish("x");
  it.questions = std::string(301, 'x');
  EXPECT_EQ("questions", field(it));
}

TEST_F(KnowledgeDeskTest, NobodysChangeIsLost) {
  const KnowledgeEntry made = make(wish("Returns"));
  ASSERT_TRUE(knowledge.change(owner, made.id, 1, wish("Returns and refunds")));
  const auto late = knowledge.change(agent, made.id, 1, wish("My returns"));
  EXPECT_EQ(ErrorKind::kConflict, late.error().kind);
  const auto now = knowledge.open(agent, made.id);
  EXPECT_EQ("Returns and refunds", now->view.entry.title);
  EXPECT_EQ(2, now->view.entry.version);
  EXPECT_EQ("returns", now->view.entry.slug) << "an address stays when the title changes";
}

TEST_F(KnowledgeDeskTest, PublishingIsToldOnceAndAudited) {
  ArticleWish it = wish("Returns");
  const KnowledgeEntry made = make(it);
  EXPECT_FALSE(made.published_at);
  it.status = ArticleStatus::kPublished;
  const auto published = knowledge.change(agent, made.id, 1, it);
  const auto first = published->view.entry.published_at;
  ASSERT_TRUE(first);
  clock.advance(std::chrono::hours{1});
  it.status = ArticleStatus::kArchived;
  ASSERT_TRUE(knowledge.change(agent, made.id, 2, it));
  it.status = ArticleStatus::kPublished;
  EXPECT_EQ(first, knowledge.change(agent, made.id, 3, it)->view.entry.published_at);
  it.status = ArticleStatus::kDraft;
  ASSERT_TRUE(knowledge.change(agent, made.id, 4, it));
  it.status = ArticleStatus::kArchived;
  ASSERT_TRUE(knowledge.change(agent, made.id, 5, it));
  it.status = ArticleStatus::kDraft;
  ASSERT_TRUE(knowledge.change(agent, made.id, 6, it));
  ASSERT_TRUE(knowledge.remove(agent, made.id));
  EXPECT_EQ((std::vector<std::string>{"article.remove Returns", "article.restore Returns",
                                      "article.archive Returns", "article.unpublish Returns",
                                      "article.publish Returns", "article.archive Returns",
                                      "article.publish Returns"}),
            audited());
}

TEST_F(KnowledgeDeskTest, ASlugThatIsSharedMakesTranslations) {
  const KnowledgeEntry english = make(wish("Returns"));
  ArticleWish it = wish("Rückgabe");
  it.language = "DE";
  it.slug = english.slug;
  const auto german = knowledge.create(agent, it);
  ASSERT_TRUE(german) << german.error().message;
  EXPECT_EQ("de", german->view.entry.language);
  ASSERT_EQ(1u, german->translations.size());
  EXPECT_EQ(english.id, german->translations[0].id);
  EXPECT_EQ("slug", field(it)) << "one of a language";
  it.language = "fr";
  it.kind = ArticleKind::kResource;
  it.url = "https://elsewhere.example";
  EXPECT_EQ("slug", field(it)) << "a resource is no translation of an article";
  EXPECT_EQ("returns-2", make(wish("Returns")).slug) << "one that is made is never shared";
  EXPECT_EQ("search-2", make(wish("Search")).slug) << "at the other people search";
  EXPECT_EQ("search-3", make(wish("Search!")).slug);
  ArticleWish other = wish("Returns");
  other.language = "fr";
  EXPECT_EQ("returns-3", make(other).slug);
}

TEST_F(KnowledgeDeskTest, AnAddressItHadIsNotGivenAway) {
  ArticleWish it = wish("Returns");
  const KnowledgeEntry made = make(it);
  it.slug = "Sending Things Back!";
  EXPECT_EQ("sending-things-back", knowledge.change(agent, made.id, 1, it)->view.entry.slug);
  EXPECT_EQ("returns-2", make(wish("Returns")).slug);
  ArticleWish other = wish("Other");
  const KnowledgeEntry second = make(other);
  other.slug = "returns";
  EXPECT_EQ("slug", field(other)) << "nor to who types it";
  EXPECT_EQ("slug", knowledge.change(agent, second.id, 1, other).error().field);
  other.slug = "other";
  EXPECT_TRUE(knowledge.change(agent, second.id, 1, other));

  // Its own it may have back, and so may what is the same in another language.
  ArticleWish german = wish("Zurück");
  german.language = "de";
  german.slug = "sending-things-back";
  const KnowledgeEntry translated = make(german);
  german.slug = "returns";
  const auto moved = knowledge.change(agent, translated.id, 1, german);
  ASSERT_TRUE(moved) << moved.error().message;
  it.slug = "returns";
  const auto back = knowledge.change(agent, made.id, 2, it);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(1u, back->translations.size());
}

TEST_F(KnowledgeDeskTest, WhatCameToWhereIsSearchedMovesWhenItIsSaved) {
  const auto put_there = [&](const char* language) {
    KnowledgeEntry entry;
    entry.workspace = owner.workspace;
    entry.id = ids.make<ArticleId>();
    entry.language = language;
    entry.slug = "search";
    entry.title = "How to search";
    entry.markdown = "Type a word.";
    EXPECT_TRUE(store().write([&](Unit& unit) { return unit.knowledge().add(entry); }));
    return entry.id;
  };
  const ArticleId english = put_there("en");
  const ArticleId german = put_there("de");
  make(wish("Search"));
  ArticleWish it = wish("How to search");
  it.slug = "search";
  const auto moved = knowledge.change(agent, english, 1, it);
  ASSERT_TRUE(moved) << moved.error().message;
  EXPECT_EQ("search-3", moved->view.entry.slug);
  it = wish("Suche");
  it.language = "de";
  const auto with_it = knowledge.change(agent, german, 1, it);
  ASSERT_TRUE(with_it) << with_it.error().message;
  EXPECT_EQ("search-3", with_it->view.entry.slug);
  it.slug = "search";
  EXPECT_EQ("slug", knowledge.change(agent, german, 2, it).error().field);
}

TEST_F(KnowledgeDeskTest, WordsAreFoundInAnyCaseAndNarrowed) {
  make(wish("A", "Parcels take **two** days."));
  ArticleWish it = wish("B", "Nothing");
  it.questions = "Wann kommt mein PÄCKCHEN?\n\n  ";
  it.status = ArticleStatus::kPublished;
  EXPECT_EQ("Wann kommt mein PÄCKCHEN?", make(it).questions);
  make(wish("C", std::string(30'000, 'x') + " parcels at the end"));
  EXPECT_EQ("CBA", listed({}));
  EXPECT_EQ("CA", listed({.filter = {}, .words = "PARCELS"}));
  EXPECT_EQ("A", listed({.filter = {}, .words = "days  parcel"}));
  EXPECT_EQ("B", listed({.filter = {}, .words = "packchen"}));
  EXPECT_EQ("", listed({.filter = {}, .words = "zeppelin"}));
  EXPECT_EQ("B", listed({.filter = {.status = ArticleStatus::kPublished}}));
  EXPECT_EQ("", listed({.filter = {.status = ArticleStatus::kPublished}, .words = "parcels"}));
}

TEST_F(KnowledgeDeskTest, WhatIsDueIsCountedAndListed) {
  ArticleWish it = wish("Due");
  it.review_at = clock.now() + std::chrono::hours{1};
  it.owner = agent.id;
  make(it);
  it.title = "Away";
  it.status = ArticleStatus::kArchived;
  make(it);
  make(wish("Never"));
  EXPECT_EQ("", listed({.filter = {}, .review_due = true, .words = ""}));
  clock.advance(std::chrono::hours{2});
  EXPECT_EQ("Due", listed({.filter = {}, .review_due = true, .words = ""}));
  EXPECT_EQ(1, knowledge.list(viewer, {.filter = {.language = "fr"}}, {}, 10)->to_review)
      << "whatever is listed";
}

TEST_F(KnowledgeDeskTest, CategoriesMove) {
  for (const char* name : {"A", "B", "C"}) ASSERT_TRUE(knowledge.add_category(agent, name));
  const auto names = [&] {
    std::string text;
    const auto listed = knowledge.categories(viewer);
    for (const auto& each : *listed) text += each.name;
    return text;
  };
  const auto all = *knowledge.categories(agent);
  EXPECT_EQ("ABC", names());
  ASSERT_TRUE(knowledge.change_category(agent, all[2].id, "C", 0));
  EXPECT_EQ("CAB", names());
  ASSERT_TRUE(knowledge.change_category(agent, all[2].id, "C", 1));
  EXPECT_EQ("ACB", names());
  ASSERT_TRUE(knowledge.change_category(agent, all[0].id, "Z", 99));
  EXPECT_EQ("CBZ", names());
  EXPECT_EQ(ErrorKind::kConflict,
            knowledge.change_category(agent, all[0].id, "c", {}).error().kind);
  EXPECT_EQ(ErrorKind::kConflict, knowledge.add_category(agent, "b").error().kind);
  EXPECT_EQ("b-c", knowledge.add_category(agent, "B & C")->slug);
  EXPECT_EQ("b-c-2", knowledge.add_category(agent, "B, C")->slug);
  ArticleWish it = wish("x");
  it.category = all[1].id;
  const KnowledgeEntry made = make(it);
  ASSERT_TRUE(knowledge.remove_category(agent, all[1].id));
  EXPECT_FALSE(knowledge.open(agent, made.id)->view.entry.category);
}

TEST_F(KnowledgeDeskTest, TheShelfHoldsWhatIsPublishedAndIsBuiltAnewWhenThatChanges) {
  ArticleWish it = wish("Returns", "Parcels go back within thirty days.");
  const KnowledgeEntry made = make(it);
  const auto empty = *knowledge.shelves().of(owner.workspace);
  EXPECT_TRUE(empty->entries.empty()) << "a draft is nobody's answer";
  it.status = ArticleStatus::kPublished;
  ASSERT_TRUE(knowledge.change(agent, made.id, 1, it));
  const auto full = *knowledge.shelves().of(owner.workspace);
  ASSERT_EQ(1u, full->entries.size());
  EXPECT_EQ(1u, full->index.suggest("where do parcels go?", 3).size());
  EXPECT_TRUE(empty->entries.empty()) << "who holds the old one may go on reading it";
  EXPECT_EQ(full.get(), knowledge.shelves().of(owner.workspace)->get()) << "shared while it holds";
  ASSERT_TRUE(knowledge.remove(agent, made.id));
  EXPECT_TRUE((*knowledge.shelves().of(owner.workspace))->entries.empty());
  EXPECT_TRUE((*knowledge.shelves().of(WorkspaceId{404}))->entries.empty());
}

}  // namespace
}  // namespace rapport
