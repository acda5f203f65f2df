#include "listen/testing/find_cases.h"

#include <fstream>
#include <stdexcept>
#include <utility>

#include "base/clock.h"
#include "source_dir.h"
#include "text/testing/escapes.h"

namespace rapport {
namespace {

// The text without its [[marks]], which become spans.
std::string unmarked(std::string_view marked, std::vector<Span>& spans) {
  std::string text;
  for (std::size_t at = 0; at < marked.size();) {
    if (marked.substr(at, 2) == "[[") {
      spans.push_back({static_cast<std::uint32_t>(text.size()), 0});
      at += 2;
    } else if (marked.substr(at, 2) == "]]") {
      spans.back().end = static_cast<std::uint32_t>(text.size());
      at += 2;
    } else {
      text += marked[at++];
    }
  }
  return text;
}

std::vector<std::string> parts_of(std::string_view line) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = line.find(" |", begin);
    parts.push_back(unescaped(line.substr(begin, end - begin)));
    if (end == line.npos) return parts;
    begin = std::min(line.size(), end + 3);
  }
}

// name=value, name="value" and single words.
std::vector<std::pair<std::string, std::string>> fields_of(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t end = std::min(text.size(), text.find_first_of("= ", at));
    std::string name(text.substr(at, end - at));
    std::string value;
    if (end < text.size() && text[end] == '=') {
      const bool quoted = text.substr(end + 1).starts_with('"');
      at = end + (quoted ? 2 : 1);
      end = std::min(text.size(), text.find(quoted ? '"' : ' ', at));
      value = text.substr(at, end - at);
      if (quoted) ++end;
    }
    out.emplace_back(std::move(name), std::move(value));
    at = end;
  }
  return out;
}

void put(FindCase& its, const std::string& name, const std::string& value) {
  HeardPost& post = its.kept.post;
  const auto keep = [&](std::string text) { return its.kept.keep(std::move(text)); };
  if (name == "title") {
    post.title = keep(unmarked(value, its.spans.title));
  } else if (name == "network") {
    post.network = keep(value);
  } else if (name == "author") {
    post.author = keep(value);
  } else if (name == "name") {
    post.author_name = keep(value);
  } else if (name == "url") {
    post.url = keep(value);
  } else if (name == "site") {
    post.site = keep(value);
  } else if (name == "lang") {
    post.langs.push_back(keep(value));
  } else if (name == "link") {
    post.links.push_back(keep(value));
  } else if (name == "hashtag") {
    post.hashtags.push_back(keep(value));
  } else if (name == "mention") {
    post.mentions.push_back(keep(value));
  } else if (name == "followers") {
    post.followers = std::stoll(value);
  } else if (name == "likes") {
    post.likes = std::stoll(value);
  } else if (name == "reposts") {
    post.reposts = std::stoll(value);
  } else if (name == "replies") {
    post.replies = std::stoll(value);
  } else if (name == "replyto") {
    post.reply_to.push_back(keep(value));
  } else if (name == "sentiment") {
    post.sentiment = sentiment_of(value).value();
  } else if (name == "intent") {
    post.intents.push_back(intent_of(value).value());
  } else if (name == "reason") {
    post.reasons.push_back(keep(value));
  } else if (name == "topic") {
    post.topics.push_back(keep(value));
  } else if (name == "person") {
    post.person.push_back(keep(value));
  } else if (name == "level") {
    post.level = keep(value);
  } else if (name == "seen") {
    post.seen = to_micros(parse_time(value).value()) / 1000000;
  } else if (name == "media") {
    post.has_media = true;
  } else if (name == "reply") {
    post.is_reply = true;
  } else if (name == "repost") {
    post.is_repost = true;
  } else if (name == "quote") {
    post.is_quote = true;
  } else {
    throw std::runtime_error("no such field of a post: " + name);
  }
}

}  // namespace

std::vector<FindCase> find_cases() {
  std::vector<FindCase> cases;
  std::ifstream file(RAPPORT_SOURCE_DIR "/src/listen/find_cases.txt");
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    FindCase its;
    its.where = "find_cases.txt:" + std::to_string(number) + ": " + line;
    const auto parts = parts_of(line);
    if (parts.size() < 3 || (parts[1] != "yes" && parts[1] != "no")) {
      throw std::runtime_error(its.where);
    }
    its.query = parts[0];
    its.found = parts[1] == "yes";
    its.kept.post.text = its.kept.keep(unmarked(parts[2], its.spans.text));
    if (parts.size() > 3) {
      for (const auto& [name, value] : fields_of(parts[3])) put(its, name, value);
    }
    cases.push_back(std::move(its));
  }
  return cases;
}

std::string marked(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const Span& each : spans) {
    out += text.substr(at, each.begin - at);
    out += "[[" + std::string(text.substr(each.begin, each.end - each.begin)) + "]]";
    at = each.end;
  }
  return out + std::string(text.substr(at));
}

}  // namespace rapport
