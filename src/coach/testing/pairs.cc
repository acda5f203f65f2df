#include "coach/testing/pairs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/unicode.h"
#include "text/testing/escapes.h"

namespace rapport::coach {
namespace {

std::vector<std::string> parts_of(std::string_view text, std::string_view between) {
  std::vector<std::string> out;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(between, begin);
    const std::string_view part = trim(text.substr(begin, end - begin));
    if (!part.empty()) out.emplace_back(part);
    if (end == text.npos) return out;
    begin = end + between.size();
  }
}

class PairFile {
 public:
  PairFile(std::string path, std::vector<LabelledPair>& out) : path_(std::move(path)), out_(out) {}

  void load() {
    std::ifstream file(path_);
    std::string line;
    while (std::getline(file, line)) {
      ++number_;
      if (line.empty() || line.front() == '#') continue;
      const std::string_view all = line;
      const std::size_t indent = all.find_first_not_of(' ');
      if (indent == all.npos) continue;
      const std::string_view said = all.substr(indent);
      const std::size_t space = std::min(said.find(' '), said.size());
      const std::string_view key = said.substr(0, space);
      const std::string_view value = trim(said.substr(space));
      if (indent == 0) {
        begin(key, value);
      } else if (indent == 4) {
        label(key, value);
      } else {
        take(key, value);
      }
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(path_ + ":" + std::to_string(number_) + ": " + what);
  }

  void begin(std::string_view key, std::string_view value) {
    if (key != "situation" || value.empty()) fail("a situation has to begin here");
    now_ = {};
    now_.situation = value;
    now_.file = std::filesystem::path(path_).stem().string();
    now_.held = now_.file.starts_with("held");
  }

  void label(std::string_view key, std::string_view value) {
    const auto severity = severity_of(key);
    if (!severity || out_.empty()) fail("not a severity: " + std::string(key));
    for (const std::string& word : parts_of(value, " ")) {
      const auto rule = rule_of(word);
      if (!rule) fail("not a rule: " + word);
      out_.back().labels.emplace_back(*rule, *severity);
    }
  }

  void take(std::string_view key, std::string_view value) {
    if (key == "from") {
      const std::size_t at = value.rfind(" @");
      const std::size_t on = value.rfind(" on ");
      if (at == value.npos || on == value.npos || on < at) fail("from NAME @HANDLE on NETWORK");
      now_.name = value.substr(0, at);
      now_.handle = value.substr(at + 2, on - at - 2);
      now_.network = value.substr(on + 4);
    } else if (key == "post") {
      now_.post = unescaped(value);
    } else if (key == "thread") {
      const bool ours = value.starts_with("us ");
      if (!ours && !value.starts_with("them ")) fail("thread us|them TEXT");
      now_.thread.emplace_back(unescaped(value.substr(ours ? 3 : 5)), ours);
    } else if (key == "article") {
      now_.articles.push_back(parts_of(value, " | "));
      if (now_.articles.back().size() != 3) fail("article URL | title | text");
    } else if (key == "sent") {
      now_.sent.push_back(parts_of(value, " | "));
      if (now_.sent.back().size() != 2) fail("sent QUESTION | REPLY");
    } else if (key == "limit") {
      now_.limit = std::stoul(std::string(value));
    } else if (key == "picture") {
      now_.picture_without_description = true;
    } else if (key == "voice") {
      voice(value);
    } else if (key == "draft") {
      out_.push_back(now_);
      out_.back().draft = unescaped(value);
    } else {
      fail("not known: " + std::string(key));
    }
  }

  void voice(std::string_view value) {
    const std::size_t space = std::min(value.find(' '), value.size());
    const std::string_view key = value.substr(0, space);
    const std::string_view said = trim(value.substr(space));
    const std::vector<std::string> words = parts_of(said, ",");
    if (key == "emoji" && emoji_use_of(said)) {
      now_.emoji = *emoji_use_of(said);
    } else if (key == "avoid") {
      now_.avoid = words;
    } else if (key == "own") {
      now_.own = words;
    } else if (key == "may-promise") {
      now_.may_promise = words;
    } else if (key == "love") {
      now_.love = words;
    } else if (key == "signature") {
      now_.signature = said;
    } else if (key == "warmth" && warmth_of(said)) {
      now_.warmth = *warmth_of(said);
    } else if (key == "formality" && formality_of(said)) {
      now_.formality = *formality_of(said);
    } else if (key == "humour" && humour_of(said)) {
      now_.humour = *humour_of(said);
    } else {
      fail("a voice has no such thing: " + std::string(value));
    }
  }

  const std::string path_;
  std::vector<LabelledPair>& out_;
  std::size_t number_ = 0;
  LabelledPair now_;
};

}  // namespace

Exchange LabelledPair::exchange() const {
  Exchange out;
  out.draft = draft;
  out.post = post;
  out.author = {name, handle};
  out.network = network;
  for (const auto& [text, is_ours] : thread) out.thread.push_back({text, is_ours});
  for (const auto& one : articles) out.articles.push_back({one[0], one[1], one[2], {}});
  for (const auto& one : sent) out.sent.push_back({one[0], one[1]});
  out.voice.emoji = emoji;
  out.voice.avoid.assign(avoid.begin(), avoid.end());
  out.voice.own.assign(own.begin(), own.end());
  out.voice.love.assign(love.begin(), love.end());
  out.voice.may_promise.assign(may_promise.begin(), may_promise.end());
  out.voice.warmth = warmth;
  out.voice.formality = formality;
  out.voice.humour = humour;
  out.voice.signature = signature;
  out.limit = limit;
  out.picture_without_description = picture_without_description;
  return out;
}

Split split_of(const LabelledPair& pair) {
  return pair.held ? Split::kHeldOut : Split::kDevelopment;
}

std::vector<LabelledPair> load_pairs(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<LabelledPair> out;
  for (const std::string& path : paths) PairFile(path, out).load();
  if (out.empty()) throw std::runtime_error("no pairs in " + folder);
  return out;
}

}  // namespace rapport::coach
