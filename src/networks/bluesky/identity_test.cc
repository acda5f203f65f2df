#include "networks/bluesky/identity.h"

#include <gtest/gtest.h>

#include "networks/testing/fake_transport.h"

namespace rapport::bluesky {
namespace {

std::string document(std::string_view did, std::string_view handle, std::string_view service) {
  return R"({"id":")" + std::string(did) + R"(","alsoKnownAs":["https://x.example","at://)" +
         std::string(handle) +
         R"("],"service":[{"id":"#other","serviceEndpoint":"https://no.example"},{"id":"#atproto_pds",
            "type":"AtprotoPersonalDataServer","serviceEndpoint":")" +
         std::string(service) + R"("}]})";
}

class BlueskyIdentity : public ::testing::Test {
 protected:
  FakeTransport transport_;
  IdentityResolver identities_{
      transport_,
      {.plc_url = "https://plc.example", .handle_resolver_url = "https://resolver.example"}};
};

TEST_F(BlueskyIdentity, AsksTheDomainThenTheResolver) {
  transport_.on("https://ana.example.com/.well-known/atproto-did", 200, "did:plc:ana\n");
  EXPECT_EQ(identities_.did_of("ana.example.com").value(), "did:plc:ana");
  transport_.on("ana.example.com/.well-known", 404, "nothing");
  transport_.on("resolver.example", 200, R"({"did":"did:plc:ana2"})");
  EXPECT_EQ(identities_.did_of("ana.example.com").value(), "did:plc:ana2");
  transport_.on(".well-known", 200, "<html>welcome</html>");
  EXPECT_EQ(identities_.did_of("ana.example.com").value(), "did:plc:ana2");
  // A reserved name has no domain to ask.
  EXPECT_EQ(identities_.did_of("ana.test").value(), "did:plc:ana2");
  EXPECT_TRUE(transport_.asked("https://ana.test").empty());
  transport_.on("resolver.example", 400,
                R"({"error":"InvalidRequest","message":"Unable to resolve handle"})");
  EXPECT_EQ(identities_.did_of("ana.test").error().kind, ErrorKind::kNotFound);
  transport_.on("resolver.example", 502, "");
  EXPECT_EQ(identities_.did_of("ana.test").error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(identities_.did_of("no handle").error().kind, ErrorKind::kInvalid);
}

TEST_F(BlueskyIdentity, ReadsDocumentsOfBothKinds) {
  transport_.on("https://plc.example/did:plc:ana", 200,
                document("did:plc:ana", "ana.test", "https://pds.example/"));
  const auto identity = identities_.identity_of("did:plc:ana");
  ASSERT_TRUE(identity) << identity.error().message;
  EXPECT_EQ(identity->service, "https://pds.example");
  EXPECT_EQ(identity->handle, "ana.test");
  transport_.on("https://web.example/.well-known/did.json", 200,
                document("did:web:web.example", "web.example", "https://p.example"));
  EXPECT_EQ(identities_.identity_of("did:web:web.example")->service, "https://p.example");
  transport_.on("http://localhost:2583/.well-known/did.json", 200,
                document("did:web:localhost%3A2583", "l.test", "http://localhost:2583"));
  EXPECT_TRUE(identities_.identity_of("did:web:localhost%3A2583"));

  transport_.on("plc.example", 200, document("did:plc:other", "ana.test", "https://pds.example"));
  EXPECT_FALSE(identities_.identity_of("did:plc:ana"));
  transport_.on("plc.example", 404, "");
  EXPECT_EQ(identities_.identity_of("did:plc:ana").error().kind, ErrorKind::kNotFound);
  transport_.on("plc.example", 200, R"({"id":"did:plc:ana"})");
  EXPECT_EQ(identities_.identity_of("did:plc:ana").error().kind, ErrorKind::kNotFound);
  for (const char* bad :
       {"did:key:abc", "did:web:a/b", "did:web:user@host", "nonsense", "did:web:a%3A1%3A2"}) {
    EXPECT_EQ(identities_.identity_of(bad).error().kind, ErrorKind::kInvalid) << bad;
  }
}

// Otherwise a domain could name somebody else's account and a server of its own, and get the
// password.
TEST_F(BlueskyIdentity, TheDocumentMustClaimTheHandleBack) {
  transport_.on("resolver.example", 200, R"({"did":"did:plc:ana"})");
  transport_.on("plc.example", 200, document("did:plc:ana", "ana.test", "https://pds.example"));
  EXPECT_TRUE(identities_.identity_of_handle("ana.test"));
  const auto other = identities_.identity_of_handle("bob.test");
  EXPECT_EQ(other.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(other.error().field, "handle");
}

}  // namespace
}  // namespace rapport::bluesky
