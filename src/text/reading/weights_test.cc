#include "text/reading/weights.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "text/reading/features.h"

namespace rapport {
namespace {

class WeightsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("weights-" + std::to_string(::getpid()) + "-" + std::to_string(::rand()));
    std::filesystem::create_directory(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path() const { return (folder_ / "reading.bin").string(); }

  static WeightsFile some(int count) {
    WeightsFile file;
    file.settings.scale.fill(0.5F);
    for (int i = 0; i < count; ++i) {
      WeightsFile::Row& row = file.rows.emplace_back();
      row.hash = hash_of("word " + std::to_string(i));
      row.weights.fill(static_cast<std::int8_t>(i % 127));
    }
    return file;
  }

  void change(std::size_t at, char to) const {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(to);
  }

  std::filesystem::path folder_;
};

TEST_F(WeightsTest, WhatWasWrittenIsFound) {
  ASSERT_TRUE(some(500).write(path(), 10));
  const auto weights = Weights::open(path());
  ASSERT_TRUE(weights) << weights.error().message;
  int found = 0;
  for (int i = 0; i < 500; ++i) {
    const WeightRow* row = (*weights)->find(hash_of("word " + std::to_string(i)));
    if (row == nullptr) continue;
    ++found;
    EXPECT_EQ((*row)[0], i % 127);
    EXPECT_EQ((*row)[kOutputs - 1], i % 127);
  }
  EXPECT_GE(found, 498);  // two of one tag in one place: the first has it
  int strangers = 0;
  for (int i = 0; i < 10'000; ++i) {
    strangers += (*weights)->find(hash_of("stranger " + std::to_string(i))) != nullptr;
  }
  EXPECT_LE(strangers, 10);  // a tag has 15 bits
  EXPECT_EQ((*weights)->settings().scale[3], 0.5F);
}

TEST_F(WeightsTest, TheVersionIsThatOfTheContent) {
  ASSERT_TRUE(some(5).write(path(), 6));
  const auto first = (*Weights::open(path()))->version();
  ASSERT_TRUE(some(5).write(path(), 6));
  EXPECT_EQ((*Weights::open(path()))->version(), first);
  ASSERT_TRUE(some(6).write(path(), 6));
  EXPECT_NE((*Weights::open(path()))->version(), first);
}

TEST_F(WeightsTest, AnOverfullTableKeepsWhatSaysMost) {
  ASSERT_TRUE(some(200).write(path(), 6));
  const auto weights = Weights::open(path());
  ASSERT_TRUE(weights);
  EXPECT_NE((*weights)->find(hash_of("word 0")), nullptr);
}

TEST_F(WeightsTest, TellsWhatIsWrongWithAFile) {
  EXPECT_NE(Weights::open(path()).error().message.find("No such file"), std::string::npos);
  ASSERT_TRUE(some(5).write(path(), 6));
  const auto size = std::filesystem::file_size(path());
  std::filesystem::resize_file(path(), size - 1);
  EXPECT_NE(Weights::open(path()).error().message.find("cut short"), std::string::npos);
  std::filesystem::resize_file(path(), 3);
  EXPECT_NE(Weights::open(path()).error().message.find("cut short"), std::string::npos);
  ASSERT_TRUE(some(5).write(path(), 6));
  change(8, 9);  // the format
  EXPECT_NE(Weights::open(path()).error().message.find("another version"), std::string::npos);
  change(0, 'x');
  EXPECT_NE(Weights::open(path()).error().message.find("no weights"), std::string::npos);
}

}  // namespace
}  // namespace rapport
