#include "networks/bluesky/facets.h"

#include <gtest/gtest.h>

namespace rapport::bluesky {
namespace {

// As "kind:text as it stands>value".
std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> all;
  for (const Facet& facet : detect_facets(text)) {
    const char* kind = facet.kind == FacetKind::kMention ? "mention"
                       : facet.kind == FacetKind::kLink  ? "link"
                                                         : "tag";
    all.push_back(std::string(kind) + ":" +
                  std::string(text.substr(facet.begin, facet.end - facet.begin)) + ">" +
                  facet.value);
  }
  return all;
}
using All = std::vector<std::string>;

TEST(Facets, Mentions) {
  EXPECT_EQ(found("no mention"), All{});
  EXPECT_EQ(found("@handle.com middle"), All{"mention:@handle.com>handle.com"});
  EXPECT_EQ(found("start @Handle.com"), All{"mention:@Handle.com>handle.com"});
  EXPECT_EQ(found("@one.com @two.com"),
            (All{"mention:@one.com>one.com", "mention:@two.com>two.com"}));
  EXPECT_EQ(found("@one.com\n@two.com"),
            (All{"mention:@one.com>one.com", "mention:@two.com>two.com"}));
  EXPECT_EQ(found("not@right"), All{});
  EXPECT_EQ(found("@handle.com!@#$chars"), All{"mention:@handle.com>handle.com"});
  EXPECT_EQ(found("parenthetical (@handle.com)"), All{"mention:@handle.com>handle.com"});
  EXPECT_EQ(found("👨‍👩‍👧‍👧 @handle.com 👨‍👩‍👧‍👧"),
            All{"mention:@handle.com>handle.com"});
  EXPECT_EQ(found("Thanks @ana.test."), All{"mention:@ana.test>ana.test"});
  EXPECT_EQ(found("@full123-chars.test"), All{"mention:@full123-chars.test>full123-chars.test"});
  EXPECT_EQ(found("@nobody"), All{});
  EXPECT_EQ(found("@some.nothingtopleveled"), All{});
  EXPECT_EQ(found("@a.com's"), All{"mention:@a.com>a.com"});
}

TEST(Facets, Links) {
  EXPECT_EQ(found("start https://middle.com end"),
            All{"link:https://middle.com>https://middle.com"});
  EXPECT_EQ(found("https://one.com/foo/bar?q=1#x"),
            All{"link:https://one.com/foo/bar?q=1#x>https://one.com/foo/bar?q=1#x"});
  EXPECT_EQ(found("HTTP://Example.com"), All{"link:HTTP://Example.com>HTTP://Example.com"});
  EXPECT_EQ(found("start middle.com end"), All{"link:middle.com>https://middle.com"});
  EXPECT_EQ(found("start middle.com/foo/bar?x end"),
            All{"link:middle.com/foo/bar?x>https://middle.com/foo/bar?x"});
  EXPECT_EQ(found("newline1.com\nnewline2.com"), (All{"link:newline1.com>https://newline1.com",
                                                      "link:newline2.com>https://newline2.com"}));
  EXPECT_EQ(found("not.. a..url ..here"), All{});
  EXPECT_EQ(found("e.g. this, i.e. that"), All{});
  EXPECT_EQ(found("wait.what is thing.this"), All{});
  EXPECT_EQ(found("something-cool.jpg"), All{});
  EXPECT_EQ(found("website.com.jpg"), All{});
  EXPECT_EQ(found("e-mail me@example.com"), All{});
  EXPECT_EQ(found("https://foo.com https://bar.com/whatever"),
            (All{"link:https://foo.com>https://foo.com",
                 "link:https://bar.com/whatever>https://bar.com/whatever"}));
  EXPECT_EQ(found("Have you seen it? https://foo.com, https://bar.com/w; baz.com."),
            (All{"link:https://foo.com>https://foo.com", "link:https://bar.com/w>https://bar.com/w",
                 "link:baz.com>https://baz.com"}));
  EXPECT_EQ(found("(https://foo.com)"), All{"link:https://foo.com>https://foo.com"});
  EXPECT_EQ(found("(https://foo.com)."), All{"link:https://foo.com>https://foo.com"});
  EXPECT_EQ(found("a https://en.example.org/wiki/Bread_(food) b"),
            All{"link:https://en.example.org/wiki/Bread_(food)>https://en.example.org/wiki/"
                "Bread_(food)"});
  EXPECT_EQ(found("https:// nothing"), All{});
  EXPECT_EQ(found("http://localhost:8080/x"),
            All{"link:http://localhost:8080/x>http://localhost:8080/x"});
  EXPECT_EQ(found("grüße.com"), All{});
}

TEST(Facets, Tags) {
  EXPECT_EQ(found("#a"), All{"tag:#a>a"});
  EXPECT_EQ(found("#a #b"), (All{"tag:#a>a", "tag:#b>b"}));
  EXPECT_EQ(found("#1"), All{});
  EXPECT_EQ(found("#1a"), All{"tag:#1a>1a"});
  EXPECT_EQ(found("#tag."), All{"tag:#tag>tag"});
  EXPECT_EQ(found("#tag!?!"), All{"tag:#tag>tag"});
  EXPECT_EQ(found("body #" + std::string(65, 'a')).size(), 0U);
  EXPECT_EQ(found("#over.under_score"), All{"tag:#over.under_score>over.under_score"});
  EXPECT_EQ(found("no#tag"), All{});
  EXPECT_EQ(found("(#tag)"), All{});
  EXPECT_EQ(found("#"), All{});
  EXPECT_EQ(found("# a"), All{});
  EXPECT_EQ(found("#️⃣"), All{});
  EXPECT_EQ(found("#♥ #日本 ＃全角"), (All{"tag:#♥>♥", "tag:#日本>日本", "tag:＃全角>全角"}));
  EXPECT_EQ(found("#same\u200bafter"), All{"tag:#same>same"});
  EXPECT_EQ(found("##double"), All{"tag:##double>#double"});
}

TEST(Facets, Tickers) {
  EXPECT_EQ(found("$rye is up"), All{"tag:$rye>$RYE"});
  EXPECT_EQ(found("costs $5"), All{});
  EXPECT_EQ(found("$toolong"), All{});
  EXPECT_EQ(found("($ABC)"), All{"tag:$ABC>$ABC"});
}

TEST(Facets, StandApartAndInOrder) {
  const std::string text = "Hi @ana.test, see harbour.coffee/rye #rye 🥖 #rye";
  EXPECT_EQ(found(text),
            (All{"mention:@ana.test>ana.test", "link:harbour.coffee/rye>https://harbour.coffee/rye",
                 "tag:#rye>rye", "tag:#rye>rye"}));
}

}  // namespace
}  // namespace rapport::bluesky
