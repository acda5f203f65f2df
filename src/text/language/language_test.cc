#include "text/language/language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "source_dir.h"
#include "text/language/words.h"

namespace rapport {
namespace {

const std::string kModel = RAPPORT_SOURCE_DIR "/models/language.bin";

const LanguageModel& model() {
  static const auto kOpened = LanguageModel::open(kModel);
  return **kOpened;
}

std::string_view language_of(std::string_view text) { return model().guess(text, {}).tag; }

TEST(Language, TellsLanguagesOfLatinScript) {
  EXPECT_EQ(language_of("Where is my parcel? It should have come last week"), "en");
  EXPECT_EQ(language_of("Wo bleibt mein Paket? Es sollte letzte Woche kommen"), "de");
  EXPECT_EQ(language_of("Où est mon colis ? Il devait arriver la semaine dernière"), "fr");
  EXPECT_EQ(language_of("¿Dónde está mi paquete? Tenía que llegar la semana pasada"), "es");
  EXPECT_EQ(language_of("Onde está a minha encomenda? Devia ter chegado na semana passada"), "pt");
  EXPECT_EQ(language_of("Dov'è il mio pacco? Doveva arrivare la settimana scorsa"), "it");
  EXPECT_EQ(language_of("Waar blijft mijn pakket? Het zou vorige week al komen"), "nl");
  EXPECT_EQ(language_of("Gdzie jest moja paczka? Miała przyjść w zeszłym tygodniu"), "pl");
  EXPECT_EQ(language_of("Var är mitt paket? Det skulle ha kommit förra veckan"), "sv");
  EXPECT_EQ(language_of("Paketim nerede? Geçen hafta gelmesi gerekiyordu"), "tr");
  EXPECT_EQ(language_of("Gói hàng của tôi đâu? Đáng lẽ tuần trước phải đến rồi"), "vi");
}

TEST(Language, TellsByScript) {
  EXPECT_EQ(language_of("Где моя посылка? Она должна была прийти на прошлой неделе"), "ru");
  EXPECT_EQ(language_of("Де моя посилка? Вона мала прийти минулого тижня"), "uk");
  EXPECT_EQ(language_of("Πού είναι το δέμα μου;"), "el");
  EXPECT_EQ(language_of("איפה החבילה שלי?"), "he");
  EXPECT_EQ(language_of("أين طردي؟ كان يجب أن يصل الأسبوع الماضي"), "ar");
  EXPECT_EQ(language_of("بسته من کجاست؟ باید هفته گذشته می‌رسید"),
            "fa");
  EXPECT_EQ(language_of("मेरा पार्सल कहाँ है? इसे पिछले हफ्ते आना था"), "hi");
  EXPECT_EQ(language_of("พัสดุของฉันอยู่ที่ไหน"), "th");
  EXPECT_EQ(language_of("내 소포는 어디에 있나요?"), "ko");
  EXPECT_EQ(language_of("私の荷物はどこですか？先週届くはずでした"), "ja");
  EXPECT_EQ(language_of("我的包裹在哪里？应该上周就到了"), "zh");
}

TEST(Language, SaysNothingWhereThereAreNoWords) {
  for (const std::string_view text : {"", " ", "!!!", "12345", "😀👍🏽", "@alice @bob", "#sale",
                                      "https://example.org/der/die/das", "www.example.org",
                                      "@user http", "a", "\xff\xfe", "5€ + 3%"}) {
    const LanguageGuess guess = model().guess(text, {});
    EXPECT_EQ(guess.tag, "und") << text;
    EXPECT_EQ(guess.p, 0) << text;
  }
  EXPECT_EQ(model().guess("😀", "de").tag, "und");
}

TEST(Language, LooksAtWordsAlone) {
  EXPECT_EQ(language_of("@where_is_the #thisisenglish https://example.org/the/and "
                        "wo bleibt denn mein Paket 😡😡"),
            "de");
  EXPECT_EQ(language_of("WO BLEIBT DENN MEIN PAKET"), "de");
  EXPECT_EQ(language_of("OÙ EST MON COLIS ? DÉJÀ TROIS SEMAINES"), "fr");
}

TEST(Language, MixedScriptsGoToTheGreaterPart) {
  EXPECT_EQ(language_of("Мой новый iPhone не работает уже неделю"), "ru");
  EXPECT_EQ(language_of("The word привет means hello in another language"), "en");
}

TEST(Language, BrokenBytesAreSpaces) {
  EXPECT_EQ(language_of("Where is\xff my parcel?\xc3 It should\xe2\x82 have come last week"), "en");
  EXPECT_EQ(language_of(std::string_view("the\0 parcel is not here and we wait", 36)), "en");
}

TEST(Language, AHintOnlyBreaksTies) {
  const std::string_view english = "Where is my parcel? It should have come last week";
  for (const std::string_view hint : {"de", "fr-CA", "xx", "-", "zz-Latn-XX", ""}) {
    EXPECT_EQ(model().guess(english, hint).tag, "en") << hint;
  }
  // Somewhere among short words there are ties, and there a hint is believed.
  std::size_t changed = 0;
  for (const std::string_view word :
       {"no", "casa", "si", "para", "pro", "menu", "data", "de la", "radio", "hotel", "plan",
        "sport", "video", "bar", "normal"}) {
    const auto plain = model().guess(word, {});
    for (const std::string_view hint : {"es", "pt", "it", "da", "nb", "fr", "ca", "gl"}) {
      const auto hinted = model().guess(word, hint);
      if (hinted.tag == plain.tag) {
        EXPECT_EQ(hinted.p, plain.p);
        continue;
      }
      ++changed;
      EXPECT_EQ(hinted.tag, hint);
      EXPECT_LE(hinted.p, plain.p);
    }
  }
  EXPECT_GT(changed, 0U);
}

TEST(Language, RestrictedToSomeItSaysOneOfThese) {
  const std::array<std::string_view, 2> tags = {"de", "fr"};
  const LanguageSet among = model().set_of(tags);
  EXPECT_EQ(among.count(), 2U);
  EXPECT_THAT(model().guess_among("Where is my parcel?", {}, among).tag,
              testing::AnyOf("de", "fr"));
  EXPECT_EQ(model().guess_among("Где моя посылка?", {}, among).tag, "und");
  EXPECT_EQ(model().guess_among("Où est mon colis ? Je l'attends", {}, among).tag, "fr");
}

TEST(Language, KnowsWhatItMaySay) {
  const auto languages = model().languages();
  EXPECT_GE(languages.size(), 75U);
  EXPECT_THAT(languages, testing::IsSupersetOf({"en", "de", "ja", "zh", "nb", "sr", "sw", "zu"}));
  EXPECT_LE(model().bytes(), std::size_t{2} << 20U);
}

TEST(Language, APostIsAsSureAsItIsLong) {
  const LanguageGuess one = model().guess("casa", {});
  const LanguageGuess many = model().guess("Where is my parcel? It should have come last week", {});
  EXPECT_LT(one.p, many.p);
  EXPECT_GT(many.p, 0.9F);
  EXPECT_LE(many.p, 1.0F);
}

RC_GTEST_PROP(Language, AnyBytesGiveTheSameAnswerTwice, (const std::string& text)) {
  const LanguageGuess once = model().guess(text, {});
  const LanguageGuess twice = model().guess(text, {});
  RC_ASSERT(once.tag == twice.tag);
  RC_ASSERT(once.p == twice.p);
  RC_ASSERT(once.p >= 0.0F && once.p <= 1.0F);
}

TEST(Language, TwoReadersOfOneFileAgree) {
  const auto other = LanguageModel::open(kModel);
  ASSERT_TRUE(other);
  const std::string_view text = "Kje je moj paket?";
  EXPECT_EQ((*other)->guess(text, {}).tag, model().guess(text, {}).tag);
  EXPECT_EQ((*other)->guess(text, {}).p, model().guess(text, {}).p);
}

class LanguageFile : public testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(kModel, std::ios::binary);
    content_.assign(std::istreambuf_iterator<char>(in), {});
    ASSERT_FALSE(content_.empty());
    path_ = testing::TempDir() + "language_test_" +
            testing::UnitTest::GetInstance()->current_test_info()->name() + ".bin";
  }
  void TearDown() override { std::remove(path_.c_str()); }

  Result<std::shared_ptr<const LanguageModel>> open(std::string_view content) {
    std::ofstream(path_, std::ios::binary) << content;
    return LanguageModel::open(path_);
  }

  std::string content_;
  std::string path_;
};

TEST_F(LanguageFile, RefusesWhatIsNotThere) {
  const auto none = LanguageModel::open(path_ + ".none");
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, testing::HasSubstr(path_));
}

TEST_F(LanguageFile, RefusesWhatIsCutShortOrForeign) {
  EXPECT_TRUE(open(content_));
  EXPECT_FALSE(open(""));
  EXPECT_FALSE(open(content_.substr(0, 100)));
  EXPECT_FALSE(open(content_.substr(0, content_.size() - 1)));
  EXPECT_FALSE(open(content_ + "x"));
  std::string foreign = content_;
  foreign[0] = 'X';
  EXPECT_FALSE(open(foreign));
  std::string later = content_;
  later[8] = 99;
  EXPECT_FALSE(open(later));
}

}  // namespace
}  // namespace rapport
