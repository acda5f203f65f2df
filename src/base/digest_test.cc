#include "base/digest.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Digest, HashesAsRfc7636Says) {
  // The example of appendix B: a code verifier and its challenge.
  EXPECT_EQ(to_base64_url(sha256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST(Digest, WritesBase64ForAddresses) {
  EXPECT_EQ(to_base64_url("\xFB\xEF\xFF"), "--__");
  EXPECT_EQ(to_base64_url("a"), "YQ");
  EXPECT_EQ(to_base64_url(""), "");
}

TEST(Digest, GivesOtherBytesEachTime) {
  EXPECT_EQ(random_bytes(32).size(), 32U);
  EXPECT_NE(random_bytes(32), random_bytes(32));
}

}  // namespace
}  // namespace rapport
