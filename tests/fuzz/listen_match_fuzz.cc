// A query in the first line, a post in the others: the matcher, the prepared query and the
// reference say the same of them.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "listen/evaluate.h"
#include "listen/matcher.h"
#include "listen/parse.h"
#include "listen/prepared_query.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  // As for the reference alone: it would take minutes for more.
  if (size > 600) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = all.find('\n');
  if (end == std::string_view::npos) return 0;
  const ParsedQuery parsed = parse_query(all.substr(0, end));
  if (!parsed.query) return 0;
  HeardPost post;
  post.text = all.substr(end + 1);
  post.author = post.text.substr(0, 20);
  const auto wanted = evaluate(*parsed.query, post);
  static Matcher matcher;
  static MatchScratch scratch;
  matcher.add(1, 1, *parsed.query);
  std::vector<Match> found;
  matcher.match(post, scratch, found);
  check(found.size() == (wanted ? 1U : 0U));
  if (wanted) check(found[0].spans == *wanted);
  check(PreparedQuery(*parsed.query).match(post, scratch) == wanted);
  return 0;
}
