// What was said before: posts that came back, and people who were upset one post earlier.

#include <gtest/gtest.h>

#include "coach/testing/reviews.h"

namespace rapport::coach {
namespace {

constexpr std::string_view kFurious =
    "You lost my mother's urn and nobody calls me back. I am furious, this is a disgrace.";

Exchange after(std::string_view earlier, std::string_view post, std::string_view draft) {
  Exchange out = exchange_of(post, draft);
  out.thread = {{earlier, false}};
  return out;
}

TEST(History, WhoeverWasUpsetOnePostBeforeStillIs) {
  constexpr std::string_view kCalm = "It is number four of five, the grey one.";
  EXPECT_TRUE(finds(after(kFurious, kCalm, "It is in our depot in Lyon, Maya."), Rule::kEmpathy));
  EXPECT_TRUE(
      finds(review_of(after(kFurious, "Any news?", "Haha not yet, Maya 😂🎉 Happy Friday!")),
            Rule::kTone, Severity::kConsider));
  Exchange advert = after(kFurious, kCalm, "Discover our amazing new summer collection! Shop now!");
  advert.rules[Rule::kHype] = RuleSetting::kFix;
  EXPECT_TRUE(finds(review_of(advert), Rule::kHype, Severity::kFix));
  EXPECT_FALSE(finds(exchange_of(kCalm, "It is in our depot in Lyon, Maya."), Rule::kEmpathy));
}

TEST(History, ThanksMakeGoodWhatWas) {
  EXPECT_FALSE(finds(review_of(after(kFurious, "It came today, thank you so much for the help!",
                                     "Lovely to hear, Maya 🎉")),
                     Rule::kTone, Severity::kConsider));
}

TEST(History, WhoeverCameBackIsOwedMoreThanTheSameReply) {
  constexpr std::string_view kReply = "Hello Maya, sorry about the seal. Four feet go out to you.";
  Exchange exchange = exchange_of("That was a fortnight ago. What happened to the feet?", kReply);
  exchange.thread = {{"The sofa came without its feet.", false}, {kReply, true}};
  EXPECT_TRUE(finds(review_of(exchange), Rule::kEmpathy, Severity::kConsider))
      << found_in(review_of(exchange));
  // As short as it is.
  exchange.thread[1].text = exchange.draft = "The plumber comes today.";
  EXPECT_TRUE(finds(exchange, Rule::kGeneric)) << found_in(review_of(exchange));
  exchange.post = "Thank you!";
  exchange.thread[1].text = exchange.draft = "You're very welcome indeed.";
  EXPECT_FALSE(finds(review_of(exchange), Rule::kEmpathy, Severity::kConsider));
}

TEST(History, WhoSaysSoHasAskedAgainWhateverTheWords) {
  Exchange exchange = exchange_of("I ask for the third time, and I walked there in the rain.",
                                  "Your parcel is in locker 9 at the library, Maya.");
  exchange.thread = {{"My parcel says delivered.", false}};
  EXPECT_TRUE(finds(exchange, Rule::kEmpathy));
  exchange.draft = "Three times asked, Maya, that silence of ours is on us: it is in locker 9.";
  EXPECT_FALSE(finds(review_of(exchange), Rule::kEmpathy, Severity::kConsider))
      << found_in(review_of(exchange));
}

}  // namespace
}  // namespace rapport::coach
