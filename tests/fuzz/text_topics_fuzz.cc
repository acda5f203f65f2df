// Topics learned of any lines, and found again in them: the same twice, with evidence within the
// text, in order and apart.

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "text/tokens/tokens.h"
#include "text/topics/topics.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  std::vector<std::string_view> posts;
  while (!rest.empty() && posts.size() < 200) {
    const std::size_t end = rest.find('\n');
    posts.push_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  TopicOptions options;
  options.fewest_posts = 1;
  const std::vector<Topic> topics = learn_topics(posts, options);
  check(topics == learn_topics(posts, options));
  check(topics.size() <= options.most_topics);
  const TopicIndex index(topics);
  Tokens tokens;
  std::vector<Found<std::int64_t>> found;
  for (const std::string_view post : posts) {
    cut_tokens(post, tokens);
    index.assign(tokens, found);
    for (const auto& each : found) {
      check(each.p >= kAboutTopic && each.p <= 1 && !each.evidence.empty());
      std::size_t end = 0;
      for (const Span span : each.evidence) {
        check(span.begin >= end && span.end > span.begin && span.end <= post.size());
        end = span.end;
      }
    }
  }
  return 0;
}
