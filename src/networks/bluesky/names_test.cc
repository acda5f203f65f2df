#include "networks/bluesky/names.h"

#include <gtest/gtest.h>

namespace rapport::bluesky {
namespace {

TEST(BlueskyNames, Handles) {
  for (const char* good :
       {"jay.bsky.social", "8.cn", "name.t--t", "xn--notarealidn.com", "a.co", "ana.test"}) {
    EXPECT_TRUE(is_handle(good)) << good;
  }
  for (const char* bad : {"", "jo@hn.test", "john..test", "john.0", "john.-", "xn--bcher-.tld",
                          "john", ".test", "john.test.", "jo_hn.test", "grüße.com"}) {
    EXPECT_FALSE(is_handle(bad)) << bad;
  }
  EXPECT_FALSE(is_handle(std::string(250, 'a') + ".com"));
}

TEST(BlueskyNames, Dids) {
  for (const char* good : {"did:plc:z72i7hdynmk6r22z27h6tvur", "did:web:blueskyweb.xyz",
                           "did:web:localhost%3A2583", "did:method:val:two"}) {
    EXPECT_TRUE(is_did(good)) << good;
  }
  for (const char* bad : {"", "did", "did:", "did::x", "did:METHOD:val", "DID:plc:x",
                          "did:plc:", "did:plc:x:", "did:plc:a b", "did:plc:x/y"}) {
    EXPECT_FALSE(is_did(bad)) << bad;
  }
}

TEST(BlueskyNames, AddressesOfRecords) {
  const auto uri = parse_at_uri("at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a");
  ASSERT_TRUE(uri);
  EXPECT_EQ(uri->repo, "did:plc:abc");
  EXPECT_EQ(uri->collection, kPostCollection);
  EXPECT_EQ(uri->rkey, "3jzfcijpj2z2a");
  EXPECT_EQ(make_at_uri(uri->repo, uri->collection, uri->rkey),
            "at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a");
  for (const char* bad : {"", "at://", "at://did:plc:abc", "at://did:plc:abc/app.bsky.feed.post",
                          "at://did:plc:abc/x/", "at://did:plc:abc/x/a/b", "at://name.example/x/y",
                          "https://did:plc:abc/x/y", "at://did:plc:abc/x/.."}) {
    EXPECT_FALSE(parse_at_uri(bad)) << bad;
  }
  EXPECT_EQ(post_url("at://did:plc:abc/app.bsky.feed.post/k"),
            "https://bsky.app/profile/did:plc:abc/post/k");
  EXPECT_EQ(post_url("at://did:plc:abc/app.bsky.feed.like/k"), "");
}

TEST(BlueskyNames, WhatPeopleType) {
  EXPECT_EQ(tidy_handle(" @Jay.bsky.social "), "jay.bsky.social");
  EXPECT_EQ(tidy_handle("\u202ajay.bsky.social\u202c"), "jay.bsky.social");
  EXPECT_EQ(tidy_handle("https://bsky.app/profile/jay.bsky.social/post/1"), "jay.bsky.social");
  EXPECT_EQ(tidy_handle("did:plc:ABC"), "did:plc:ABC");
  EXPECT_EQ(tidy_handle(""), "");
}

}  // namespace
}  // namespace rapport::bluesky
