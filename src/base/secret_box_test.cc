#include "base/secret_box.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

namespace rapport {
namespace {

constexpr std::string_view kHexKey =
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

class DataFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    ::unsetenv("RAPPORT_KEY");
    std::string name = (std::filesystem::temp_directory_path() / "rapport-key-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_;
};

TEST(SecretBox, OpensWhatItSealed) {
  const auto box = SecretBox::of_key_text(kHexKey);
  ASSERT_TRUE(box);
  for (const std::string& plain :
       {std::string(), std::string("an app password"), std::string(100'000, 's')}) {
    const auto sealed = box->seal(plain, "channel:1");
    ASSERT_TRUE(sealed);
    EXPECT_TRUE(sealed->starts_with("v1."));
    EXPECT_EQ(sealed->find("password"), std::string::npos);
    EXPECT_EQ(box->open(*sealed, "channel:1").value(), plain);
  }
  EXPECT_NE(box->seal("same", "c").value(), box->seal("same", "c").value());
}

TEST(SecretBox, RefusesAnotherContextKeyOrText) {
  const auto box = SecretBox::of_key_text(kHexKey);
  const auto other = SecretBox::of_key_text(std::string(64, 'a'));
  ASSERT_TRUE(box && other);
  const std::string sealed = box->seal("the password", "channel:1").value();
  EXPECT_EQ(box->open(sealed, "channel:2").error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(other->open(sealed, "channel:1").error().kind, ErrorKind::kInvalid);
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string damaged = sealed;
    damaged[at] = damaged[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(box->open(damaged, "channel:1")) << at;
    EXPECT_FALSE(box->open(sealed.substr(0, at), "channel:1")) << at;
  }
}

TEST(SecretBox, ReadsKeysAsHexAndBase64) {
  const auto hex = SecretBox::of_key_text(kHexKey);
  const auto base64 = SecretBox::of_key_text("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");
  ASSERT_TRUE(hex && base64);
  EXPECT_EQ(base64->open(hex->seal("s", "c").value(), "c").value(), "s");
  EXPECT_FALSE(SecretBox::of_key_text(""));
  EXPECT_FALSE(SecretBox::of_key_text("short"));
  EXPECT_FALSE(SecretBox::of_key_text(std::string(64, 'g') + "!"));
}

TEST_F(DataFolder, MakesItsKeyOnceAndKeepsItPrivate) {
  const auto first = SecretBox::of_data_folder(folder_);
  ASSERT_TRUE(first) << first.error().message;
  struct stat facts {};
  ASSERT_EQ(::stat((folder_ / "secret.key").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600U);
  const auto again = SecretBox::of_data_folder(folder_);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->open(first->seal("kept", "c").value(), "c").value(), "kept");
}

TEST_F(DataFolder, ManyFirstRunsAtOnceEndWithOneKey) {
  std::vector<std::string> sealed(8);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : sealed) {
      threads.emplace_back([&] {
        if (auto box = SecretBox::of_data_folder(folder_)) mine = box->seal("s", "c").value();
      });
    }
  }
  const auto box = SecretBox::of_data_folder(folder_);
  ASSERT_TRUE(box);
  for (const auto& mine : sealed) EXPECT_EQ(box->open(mine, "c").value(), "s");
}

TEST_F(DataFolder, RefusesAKeyOthersMayReadOrThatIsNone) {
  std::ofstream(folder_ / "secret.key") << kHexKey << '\n';
  ASSERT_EQ(::chmod((folder_ / "secret.key").c_str(), 0644), 0);
  EXPECT_FALSE(SecretBox::of_data_folder(folder_));
  ASSERT_EQ(::chmod((folder_ / "secret.key").c_str(), 0600), 0);
  EXPECT_TRUE(SecretBox::of_data_folder(folder_));
  std::ofstream(folder_ / "secret.key") << "nonsense\n";
  EXPECT_FALSE(SecretBox::of_data_folder(folder_));
}

TEST_F(DataFolder, TheEnvironmentWins) {
  ::setenv("RAPPORT_KEY", std::string(kHexKey).c_str(), 1);
  const auto box = SecretBox::of_data_folder(folder_);
  ::unsetenv("RAPPORT_KEY");
  ASSERT_TRUE(box);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "secret.key"));
  const auto same = SecretBox::of_key_text(kHexKey);
  EXPECT_EQ(same->open(box->seal("s", "c").value(), "c").value(), "s");
}

}  // namespace
}  // namespace rapport
