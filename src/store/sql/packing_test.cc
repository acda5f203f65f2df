#include "store/sql/packing.h"

#include <gtest/gtest.h>

#include "store/testing/same.h"

namespace rapport {
namespace {

TEST(Packing, GivesMediaBackAsTheyWere) {
  const std::vector<Media> media = {
      {MediaKind::kImage, "https://cdn/1.jpg", "", "a \"cup\"", "", "", 1200, 800},
      {MediaKind::kLink, "https://example.org", "", "", "Title", "Words", 0, 0}};
  std::vector<Media> back;
  ASSERT_TRUE(unpack(pack(media), back));
  EXPECT_TRUE(same(media, back));
}

TEST(Packing, ReadsMediaOfTheFirstSchemaWhichKnewNoSizes) {
  std::vector<Media> back;
  ASSERT_TRUE(unpack(R"([["image","https://cdn/1.jpg","t","alt","",""]])", back));
  ASSERT_EQ(1u, back.size());
  EXPECT_EQ("alt", back[0].alt);
  EXPECT_EQ(0u, back[0].width);
}

TEST(Packing, GivesAQuoteBackAsItWas) {
  const Quoted quoted{"at://q",
                      "ana.test",
                      "See a.example",
                      QuotedState::kDetached,
                      {{EntityKind::kLink, 4, 13, "https://a.example"}}};
  Quoted back;
  ASSERT_TRUE(unpack(pack(quoted), back));
  EXPECT_TRUE(same(quoted, back));
  ASSERT_TRUE(unpack(R"(["at://q","ana.test","words"])", back));  // of the first schema
  EXPECT_EQ("words", back.text);
  EXPECT_FALSE(unpack(R"(["at://q","ana.test","words","odd",[]])", back));
}

TEST(Packing, GivesTheGistOfAReadingBackAsItWas) {
  ReadingGist gist;
  ReadingGist back;
  EXPECT_EQ("- - 0 - - -", pack(gist));
  ASSERT_TRUE(unpack(pack(gist), back));
  EXPECT_EQ(gist, back);
  gist = {Sentiment::kNegative,
          0.62F,
          true,
          {Intent::kComplaint, Intent::kSalesInterest},
          {"delivery", "71"},
          {TopicId{8}, TopicId{12}}};
  EXPECT_EQ("negative 62 1 complaint,sales_interest delivery,71 8,12", pack(gist));
  ASSERT_TRUE(unpack(pack(gist), back));
  EXPECT_EQ(gist, back);
  for (const char* odd :
       {"", "- - 0 - -", "- - 0 - - - -", "bad - 0 - - -", "- 101 0 - - -", "- 6x 0 - - -",
        "- - 2 - - -", "- - 0 complaint, - -", "- - 0 - a,,b -", "- - 0 - - x"}) {
    EXPECT_FALSE(unpack(odd, back)) << odd;
  }
}

TEST(Packing, GivesTheTermsOfATopicBack) {
  const std::vector<TopicTerm> terms = {{"oat milk", 0.75F}, {"\"latte\"", 1}};
  std::vector<TopicTerm> back;
  ASSERT_TRUE(unpack(pack(terms), back));
  EXPECT_EQ(terms, back);
  EXPECT_FALSE(unpack(R"([["milk",10001]])", back));
  EXPECT_FALSE(unpack(R"([["milk"]])", back));
}

TEST(Packing, RefusesWhatNobodyPacked) {
  std::vector<Media> media;
  EXPECT_FALSE(unpack(R"([["image","https://cdn/1.jpg"]])", media));
  EXPECT_FALSE(unpack(R"([["image","u","t","a","t","d",-1,5]])", media));
  std::vector<ActMedia> act_media;
  EXPECT_FALSE(unpack(R"([["1","alt"]])", act_media));
  ASSERT_TRUE(unpack(pack(std::vector<ActMedia>{{AttachmentId{7}, "alt"}}), act_media));
  EXPECT_EQ(AttachmentId{7}, act_media[0].attachment);
}

}  // namespace
}  // namespace rapport
