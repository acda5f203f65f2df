#include "desk/knowledge/knowledge_desk.h"

#include <algorithm>

#include "desk/testing/desk_fixture.h"
#include "knowledge/import/help_centre.h"

namespace rapport {
namespace {

class ImportArticlesTest : public DeskTest {
 protected:
  KnowledgeDesk knowledge{store(), ids, clock};

  ImportedArticle article(const std::string& source, const std::string& title,
                          const std::string& text = "Some words.") {
    ImportedArticle made;
    made.name = title;
    made.source = source;
    made.title = title;
    made.markdown = text;
    made.language = "en";
    return made;
  }
  ImportReport import(const std::vector<ImportedArticle>& found) {
    auto report = knowledge.import(agent, found, "en");
    EXPECT_TRUE(report) << report.error().message << " " << report.error().cause;
    clock.advance(std::chrono::seconds{1});
    return report.value_or(ImportReport{});
  }
  std::string did(const ImportReport& report) {
    std::string text;
    for (const ImportedItem& each : report.items) text += std::string(to_word(each.did)) + " ";
    return text;
  }
  KnowledgeEntry found(const ImportedItem& item) {
    const auto detail = knowledge.open(agent, item.article.value_or(ArticleId{}));
    EXPECT_TRUE(detail);
    return detail ? detail->view.entry : KnowledgeEntry{};
  }
  ArticleWish wish_of(const KnowledgeEntry& entry, const std::string& text) {
    ArticleWish wish;
    wish.kind = entry.kind;
    wish.status = entry.status;
    wish.language = entry.language;
    wish.category = entry.category;
    wish.title = entry.title;
    wish.markdown = text;
    wish.url = entry.url;
    return wish;
  }
};

TEST_F(ImportArticlesTest, TwiceChangesNothing) {
  auto one = article("zendesk:1", "Returns");
  one.category = "Orders";
  one.url = "https://acme.example/1";
  one.questions = {"How do I return it?"};
  const std::vector all{one, article("zendesk:2", "Hours")};
  const ImportReport first = import(all);
  EXPECT_EQ("made made ", did(first));
  EXPECT_EQ(2, first.made);
  const KnowledgeEntry before = found(first.items[0]);
  EXPECT_EQ("How do I return it?", before.questions);
  EXPECT_EQ(ArticleStatus::kPublished, before.status);
  EXPECT_TRUE(before.published_at);
  const ImportReport second = import(all);
  EXPECT_EQ("left left ", did(second));
  EXPECT_EQ("It is here already.", second.items[0].why);
  EXPECT_EQ(before, found(second.items[0]));
  EXPECT_EQ(1u, knowledge.categories(agent)->size());
}

TEST_F(ImportArticlesTest, WhatChangedThereIsChangedHere) {
  const ImportReport first = import({article("zendesk:1", "Returns")});
  const ImportReport second = import({article("zendesk:1", "Returns and refunds", "Other words.")});
  EXPECT_EQ("changed ", did(second));
  EXPECT_EQ(first.items[0].article, second.items[0].article);
  const KnowledgeEntry now = found(second.items[0]);
  EXPECT_EQ("Returns and refunds", now.title);
  EXPECT_EQ("returns", now.slug);
  EXPECT_EQ(2, now.version);
}

TEST_F(ImportArticlesTest, NothingThatPeopleChangedHereIsLost) {
  const ImportReport first = import({article("zendesk:1", "Returns", "Theirs.")});
  const KnowledgeEntry entry = found(first.items[0]);
  ASSERT_TRUE(knowledge.change(agent, entry.id, 1, wish_of(entry, "Ours.")));
  ImportReport again = import({article("zendesk:1", "Returns", "Theirs.")});
  EXPECT_EQ("left ", did(again));
  EXPECT_NE(std::string::npos, again.items[0].why.find("changed here since"));
  again = import({article("zendesk:1", "Returns", "Theirs, newer.")});
  EXPECT_EQ("left ", did(again));
  EXPECT_NE(std::string::npos, again.items[0].why.find("here and there"));
  EXPECT_EQ("Ours.", found(first.items[0]).markdown);
}

TEST_F(ImportArticlesTest, WhoeverSortsThemOtherwiseHereHasChangedNoArticle) {
  auto long_name = article("zendesk:1", "Returns");
  long_name.category = " Orders that are so many that nobody reads their name ";
  import({long_name});
  EXPECT_EQ("left ", did(import({long_name}))) << "its name is cut here";
  ASSERT_EQ(1u, knowledge.categories(agent)->size());

  auto second = article("zendesk:2", "Hours");
  second.category = "Shops";
  const ImportReport made = import({second});
  const auto all = knowledge.categories(agent);
  const auto shops = std::ranges::find(*all, "Shops", &ArticleCategory::name);
  ASSERT_NE(all->end(), shops);
  ASSERT_TRUE(knowledge.change_category(agent, shops->id, "Our shops", std::nullopt));
  EXPECT_EQ("left ", did(import({second})));
  second.markdown = "Newer words.";
  EXPECT_EQ("changed ", did(import({second})));
  EXPECT_EQ("Newer words.", found(made.items[0]).markdown);
  EXPECT_EQ(shops->id, found(made.items[0]).category) << "as it is sorted here";
}

TEST_F(ImportArticlesTest, WhatIsSortedOtherwiseThereIsSortedSoHere) {
  auto one = article("zendesk:1", "Returns");
  one.category = "Orders";
  const ImportReport made = import({one});
  one.category = "Parcels";
  EXPECT_EQ("changed ", did(import({one})));
  const auto all = knowledge.categories(agent);
  const auto parcels = std::ranges::find(*all, "Parcels", &ArticleCategory::name);
  ASSERT_NE(all->end(), parcels);
  EXPECT_EQ(parcels->id, found(made.items[0]).category);
}

TEST_F(ImportArticlesTest, ASameChangeOnBothSidesIsNoQuarrel) {
  const ImportReport first = import({article("zendesk:1", "Returns", "Old.")});
  const KnowledgeEntry entry = found(first.items[0]);
  ASSERT_TRUE(knowledge.change(agent, entry.id, 1, wish_of(entry, "New.")));
  EXPECT_EQ("left ", did(import({article("zendesk:1", "Returns", "New.")})));
  EXPECT_EQ("changed ", did(import({article("zendesk:1", "Returns", "Newest.")})));
  EXPECT_EQ("Newest.", found(first.items[0]).markdown);
}

TEST_F(ImportArticlesTest, ABadOneDoesNotStopTheOthers) {
  auto broken = article("zendesk:2", "x");
  broken.wrong = "It has no id.";
  auto no_language = article("zendesk:3", "y");
  no_language.language = "klingon, please";
  auto review = article("zendesk:4", "z");
  review.review_at = "soon";
  const ImportReport report = import({article("zendesk:1", "Returns"), broken, no_language, review,
                                      article("zendesk:5", "Hours")});
  EXPECT_EQ("made left left left made ", did(report));
  EXPECT_EQ("It has no id.", report.items[1].why);
  EXPECT_EQ(2, report.made);
  EXPECT_EQ(3, report.left);
}

TEST_F(ImportArticlesTest, TranslationsShareTheirAddress) {
  auto german = article("zendesk:1", "Rückgabe");
  german.language = "de_AT";
  const ImportReport report = import({article("zendesk:1", "Returns"), german});
  EXPECT_EQ("made made ", did(report));
  const KnowledgeEntry second = found(report.items[1]);
  EXPECT_EQ("de-at", second.language);
  EXPECT_EQ("returns", second.slug);
  EXPECT_EQ(1u, knowledge.open(agent, second.id)->translations.size());
}

TEST_F(ImportArticlesTest, WithoutWordsItIsADraftAndAddressesAreNotTaken) {
  auto empty = article("zendesk:1", "Returns", " ");
  const ImportReport report = import({empty, article("zendesk:2", "Returns")});
  EXPECT_EQ(ArticleStatus::kDraft, found(report.items[0]).status);
  EXPECT_EQ("returns-2", found(report.items[1]).slug);
  auto wants = article("zendesk:3", "Else");
  wants.slug = "returns";
  EXPECT_EQ("else", found(import({wants}).items[0]).slug);
  // Nor one that still leads to another.
  const KnowledgeEntry first = found(report.items[0]);
  ArticleWish moves;
  moves.language = first.language;
  moves.title = first.title;
  moves.slug = "sending-back";
  ASSERT_TRUE(knowledge.change(agent, first.id, first.version, moves));
  wants.name = wants.source = "zendesk:4";
  EXPECT_EQ("else-2", found(import({wants}).items[0]).slug);
  // At "search" nobody could read it.
  auto reserved = article("markdown:search.md", "How to search");
  reserved.slug = "Search";
  const KnowledgeEntry readable = found(import({reserved}).items[0]);
  EXPECT_EQ("search-2", readable.slug);
  reserved.name = reserved.source = "markdown:suche.md";
  reserved.language = "de";
  EXPECT_EQ("search-2", found(import({reserved}).items[0]).slug) << "the same in German";
  reserved.name = reserved.source = "markdown:other.md";
  EXPECT_EQ("how-to-search", found(import({reserved}).items[0]).slug);
}

TEST_F(ImportArticlesTest, ATranslationDoesNotGoWherePeopleSearch) {
  auto one = article("markdown:search.md", "How to search");
  const KnowledgeEntry here = found(import({one}).items[0]);
  EXPECT_EQ("how-to-search", here.slug);
  // As it may stand from earlier, when no address was taken.
  ASSERT_TRUE(store().write([&](Unit& unit) {
    KnowledgeEntry entry = here;
    entry.slug = "search";
    ++entry.version;
    return unit.knowledge().save(entry);
  }));
  one.language = "de";
  one.title = "Wie man sucht";
  EXPECT_EQ("wie-man-sucht", found(import({one}).items[0]).slug);
}

TEST_F(ImportArticlesTest, WhoMayNotWriteMayNotImport) {
  EXPECT_EQ(ErrorKind::kForbidden,
            knowledge.import(viewer, {article("zendesk:1", "x")}, "en").error().kind);
}

TEST_F(ImportArticlesTest, WhatIsExportedIsTakenOverElsewhereAsItWas) {
  auto one = article("zendesk:1", "Returns: \"how\"", "# A\n\n- b\n- c\n\n```\nd\n```\n");
  one.category = "Orders";
  one.questions = {"How?", "Why \\ not?"};
  one.url = "https://acme.example/1";
  one.review_at = "2027-01-01T00:00:00Z";
  auto resource = article("markdown:film", "A film", "Ten minutes.");
  resource.kind = ArticleKind::kResource;
  resource.medium = Medium::kVideo;
  resource.url = "https://tube.example/1";
  resource.language = "de";
  import({one, resource});
  ArticleWish here;
  here.language = "en";
  here.title = "Written here";
  here.markdown = "Words.";
  ASSERT_TRUE(knowledge.create(agent, here));
  here.language = "fr";
  here.slug = "written-here";
  here.title = "Écrit ici";
  here.status = ArticleStatus::kArchived;
  ASSERT_TRUE(knowledge.create(agent, here));

  const auto files = knowledge.export_all(owner.workspace);
  ASSERT_TRUE(files);
  ASSERT_EQ(4u, files->size());
  std::vector<ImportedArticle> read;
  for (const ExportedFile& each : *files) read.push_back(imported_of_file(each.text, each.name));

  // Into the same workspace nothing happens.
  EXPECT_EQ("left left left left ", did(import(read)));

  const WorkspaceId fresh{4242};
  ASSERT_TRUE(store().write([&](Unit& unit) {
    return unit.members().add_workspace({fresh, "Fresh", clock.now()});
  }));
  const auto report = knowledge.import_for(fresh, {}, read, "en");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ("made made made made ", did(*report));
  const auto again = knowledge.export_all(fresh);
  ASSERT_TRUE(again);
  ASSERT_EQ(files->size(), again->size());
  for (std::size_t i = 0; i < files->size(); ++i) {
    EXPECT_EQ((*files)[i].name, (*again)[i].name);
    EXPECT_EQ((*files)[i].text, (*again)[i].text);
  }
}

TEST_F(ImportArticlesTest, AZendeskExportIsTakenOver) {
  const auto read = read_help_centre(
      R"({"articles": [{"id": 36, "title": "Returns", "locale": "en-us", "draft": false,
          "html_url": "https://acme.example/36", "body": "<p>Within <b>30</b> days.</p>"}]})",
      HelpCentre::kAny);
  ASSERT_TRUE(read);
  const ImportReport report = import(*read);
  const KnowledgeEntry entry = found(report.items[0]);
  EXPECT_EQ("Within **30** days.", entry.markdown);
  EXPECT_EQ("acme.example/36", entry.url_key) << "links to where it was still count as uses";
}

}  // namespace
}  // namespace rapport
