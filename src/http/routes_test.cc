#include "http/routes.h"

#include <gtest/gtest.h>

#include <set>

#include "http/request.h"

namespace rapport {
namespace {

TEST(Routes, AreFoundByPathAndMethod) {
  const auto found = match_route(Method::kPost, "/api/conversations/12/assign");
  ASSERT_TRUE(found.route);
  EXPECT_EQ(found.route->operation, "assignConversation");
  EXPECT_EQ(found.path_values.at("id"), "12");
  EXPECT_EQ(match_route(Method::kHead, "/api/session").route->operation, "getSession");
  // A name goes before an {id}.
  EXPECT_EQ(match_route(Method::kGet, "/api/articles/export").route->operation, "exportArticles");
  EXPECT_EQ(match_route(Method::kGet, "/api/articles/12").route->operation, "getArticle");
  EXPECT_FALSE(match_route(Method::kPut, "/api/counts").route);
  EXPECT_EQ(match_route(Method::kPut, "/api/counts").allowed.size(), 2u);
  for (const char* path : {"/api/conversations//assign", "/api/conversations/12/assign/x",
                           "/api/count", "/", "/api/conversations/12/"}) {
    EXPECT_TRUE(match_route(Method::kGet, path).allowed.empty()) << path;
  }
}

TEST(Routes, EachOperationIsNamedOnce) {
  std::set<std::string_view> names;
  for (const Route& route : routes()) EXPECT_TRUE(names.insert(route.operation).second);
}

TEST(Requests, ReadQueriesAndCookies) {
  Request request;
  request.query = "q=caf%C3%A9+au+lait&empty=&broken=%g1&plain";
  EXPECT_EQ(request.query_value("q"), "café au lait");
  EXPECT_EQ(request.query_value("empty"), "");
  EXPECT_EQ(request.query_value("plain"), "");
  EXPECT_FALSE(request.query_value("broken"));
  EXPECT_FALSE(request.query_value("nothing"));
  request.headers = {{"cookie", "a=1; rapport_session=abc; b=2"}};
  EXPECT_EQ(request.cookie("rapport_session"), "abc");
  EXPECT_EQ(request.cookie("session"), "");
  EXPECT_FALSE(percent_decode("%"));
  EXPECT_FALSE(percent_decode("%4"));
}

}  // namespace
}  // namespace rapport
