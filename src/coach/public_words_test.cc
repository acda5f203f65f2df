#include "coach/public_words.h"

#include <gtest/gtest.h>

namespace rapport::coach {
namespace {

std::string kept(std::string_view text, std::vector<std::string> names = {"Mia Berg", "Jonas"},
                 std::string_view language = "en") {
  std::string out;
  for (const PublicSentence& each : public_sentences(text, language, names)) {
    out += (out.empty() ? "" : "|") + each.text;
  }
  return out;
}

TEST(PublicWords, LeaveOutWhomTheyWereSaidTo) {
  EXPECT_EQ(kept("@mia.example Hi Mia, you can change the address in your account until we ship."),
            "You can change the address in your account until we ship.");
  EXPECT_EQ(kept("Mia, returns are free within 30 days. Just send it back, Mia!"),
            "Returns are free within 30 days.|Just send it back.");
  EXPECT_EQ(kept("We mend zips for free. Tell Mia Berg so. ^JB"), "We mend zips for free.");
  EXPECT_EQ(kept("We mend zips for free ^JB"), "We mend zips for free.");
  EXPECT_EQ(kept("Ask @sam.example about it. It opens at 9."), "It opens at 9.");
  EXPECT_EQ(kept("Hallo Mia, die Rückgabe ist kostenlos.", {"Mia"}, "de"),
            "Die Rückgabe ist kostenlos.");
  EXPECT_EQ(kept("We will mend it in May, if it may wait.", {"Will May"}), "")
      << "better a sentence less than a name too many";
  EXPECT_EQ(kept("We will mend it.", {"Will Jones"}), "We will mend it.");
}

TEST(PublicWords, LeaveOutWhatIsTheirs) {
  EXPECT_EQ(kept("Your order 4821 left today. Parcels take three days."),
            "Parcels take three days.");
  EXPECT_EQ(kept("I found 4821773 in the list. Parcels take three days."),
            "Parcels take three days.");
  EXPECT_EQ(kept("Write to mia.berg@mail.example. Parcels take three days."),
            "Parcels take three days.");
  EXPECT_EQ(kept("Call me on +44 7700 900123 today. Parcels take three days."),
            "Parcels take three days.");
  EXPECT_EQ(kept("It is all at https://north.example/help/12345678."),
            "It is all at https://north.example/help/12345678.");
}

TEST(PublicWords, TellSaying) {
  const auto all = public_sentences(
      "Thanks for reaching out! Could you tell us which size? The jacket dries flat in a day.",
      "en", {});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].speech, Speech::kBoiler);
  EXPECT_EQ(all[1].speech, Speech::kAsks);
  EXPECT_EQ(all[2].speech, Speech::kSays);
  EXPECT_EQ(all[2].content, 3U) << "jacket, dries, flat";
}

}  // namespace
}  // namespace rapport::coach
