#include "desk/knowledge/gaps/compose_article.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

ArticleWish composed(const AskedAndAnswered& threads) {
  auto wish = compose_article(threads);
  EXPECT_TRUE(wish) << wish.error().message;
  return wish.value_or(ArticleWish{});
}

TEST(ComposeArticle, IsWhatWasAskedAndWhatWeSaid) {
  AskedAndAnswered threads;
  threads.language = "en";
  threads.names = {"Mia Berg", "mia", "Jonas Falk"};
  threads.questions = {
      "@northwind.example hi! can I change the delivery address after ordering?",
      "Is there any way to change the delivery address once I have ordered? Thanks, Mia Berg",
      "@northwind.example can I change the delivery address after ordering??",
      "My order 48213377 is on its way to my old flat?",
  };
  threads.answers = {
      {"Hi Mia, you can change the address in your account until the parcel leaves us. "
       "After that the courier can redirect it for free. ^JF",
       Time{}},
      {"@mia.example Sorry about that! Your order 48213377 left today. "
       "After that the courier can redirect it for free.",
       Time{}},
      {"Thanks for asking! Could you send us a message?", Time{}},
  };
  const ArticleWish wish = composed(threads);
  EXPECT_EQ(wish.title, "Can I change the delivery address after ordering?");
  EXPECT_EQ(wish.questions,
            "Can I change the delivery address after ordering?\n"
            "Is there any way to change the delivery address once I have ordered?");
  EXPECT_EQ(wish.markdown,
            "> Taken from 2 answers of ours. Read it through, then take this line out.\n"
            "\n"
            "You can change the address in your account until the parcel leaves us. "
            "After that the courier can redirect it for free.\n");
  EXPECT_EQ(wish.language, "en");
  EXPECT_EQ(wish.status, ArticleStatus::kDraft);
  EXPECT_FALSE(wish.category);
}

TEST(ComposeArticle, PutsFirstWhatWasSaidMost) {
  AskedAndAnswered threads;
  threads.language = "en";
  threads.questions = {"How do I wash the heron jacket?"};
  threads.answers = {
      {"The heron jacket dries flat in a day.", Time{}},
      {"Wash the heron jacket at thirty degrees with *mild* soap.", Time{}},
      {"Wash the heron jacket at thirty degrees with *mild* soap!", Time{}},
  };
  EXPECT_EQ(composed(threads).markdown,
            "> Taken from 3 answers of ours. Read it through, then take this line out.\n"
            "\n"
            "Wash the heron jacket at thirty degrees with \\*mild\\* soap.\n"
            "\n"
            "The heron jacket dries flat in a day.\n");
}

TEST(ComposeArticle, LeavesAHeadingWhereNobodyAnswered) {
  AskedAndAnswered threads;
  threads.language = "de";
  threads.questions = {"Wie wasche ich die Jacke richtig?"};
  const ArticleWish wish = composed(threads);
  EXPECT_EQ(wish.title, "Wie wasche ich die Jacke richtig?");
  EXPECT_EQ(wish.markdown, "## Antwort\n");

  // What cannot stand there names nothing.
  threads.questions = {"Warum ist 48213377 nicht da?"};
  threads.name = "paket fehlt";
  EXPECT_EQ(composed(threads).title, "paket fehlt");
  EXPECT_EQ(composed(threads).questions, "");
  threads.name.clear();
  const auto nothing = compose_article(threads);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().kind, ErrorKind::kInvalid);
}

}  // namespace
}  // namespace rapport
