#include "networks/mail/message.h"

#include <gtest/gtest.h>

namespace rapport::mail {
namespace {

const Time kNow = *parse_time("2026-11-26T12:05:09Z");
const Mailbox kFrom{"Rapport", "rapport@brand.example"};
const Mailbox kTo{"", "ana@brand.example"};

std::string message(const Notice& notice, const Mailbox& from = kFrom) {
  return message_of(from, kTo, notice, kNow);
}
std::string head(const std::string& message) { return message.substr(0, message.find("\r\n\r\n")); }

TEST(MailMessage, IsPlainText) {
  EXPECT_EQ(
      "Date: Thu, 26 Nov 2026 12:05:09 +0000\r\n"
      "From: \"Rapport\"\r\n <rapport@brand.example>\r\n"
      "To: ana@brand.example\r\n"
      "Subject: A spike\r\n"
      "Message-ID: <n-1@brand.example>\r\n"
      "Auto-Submitted: auto-generated\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
      "Many spoke of tea.\r\n\r\nMostly well.\r\n\r\nhttps://desk.example/?a=3D1\r\n",
      message({"n-1",
               "A spike",
               {"Many spoke of tea.", "Mostly well."},
               "https://desk.example/?a=1",
               ""}));
}

TEST(MailMessage, EncodesWhatIsNoAscii) {
  const std::string text =
      message({"1",
               "Größe 🦊 und mehr als in ein einziges Wort der Kopfzeile paßt, wirklich",
               {"Größe = 3"},
               "",
               ""});
  EXPECT_NE(std::string::npos, text.find("Subject: =?UTF-8?B?"));
  EXPECT_NE(std::string::npos, text.find("?=\r\n =?UTF-8?B?"));
  EXPECT_TRUE(text.ends_with("Gr=C3=B6=C3=9Fe =3D 3\r\n"));
  for (const char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
  std::size_t begin = 0;
  for (std::size_t end = text.find("\r\n"); end != std::string::npos;
       end = text.find("\r\n", begin)) {
    EXPECT_LE(end - begin, 90U);
    begin = end + 2;
  }
}

TEST(MailMessage, LetsNothingIntoTheHeaders) {
  const Notice bad{"1\r\nBcc: x@evil.example",
                   "Hi\r\nBcc: x@evil.example\r\n\r\nBody\0x",
                   {"one\r\n.\r\nQUIT"},
                   "https://x.example/\r\nBcc: y",
                   ""};
  const std::string text = message(bad, {"Evil\r\nBcc: z@evil.example", "a@b.example"});
  const std::string headers = head(text);
  EXPECT_EQ(std::string::npos, headers.find("\nBcc"));
  EXPECT_EQ(std::string::npos, text.find("\r\n.\r\n"));
  // Every line of the head is one of ours, or a continuation.
  std::size_t lines = 0;
  for (std::size_t at = 0; at != std::string::npos; at = headers.find("\r\n", at + 1)) ++lines;
  EXPECT_EQ(10U, lines);
}

TEST(MailMessage, CutsLongSubjects) {
  const std::string text = message({"1", std::string(5000, 'x'), {}, "", ""});
  EXPECT_LT(head(text).size(), 1000U);
}

TEST(MailMessage, FoldsLongLines) {
  const std::string text = message({"1", "s", {std::string(1000, 'y')}, "", ""});
  std::size_t begin = text.find("\r\n\r\n") + 4;
  std::string whole;
  for (std::size_t end = text.find("\r\n", begin); end != std::string::npos;
       end = text.find("\r\n", begin)) {
    std::string line = text.substr(begin, end - begin);
    EXPECT_LE(line.size(), 76U);
    if (line.ends_with('=')) line.pop_back();
    whole += line;
    begin = end + 2;
  }
  EXPECT_EQ(std::string(1000, 'y'), whole);
}

TEST(Mailboxes, AreReadStrictly) {
  EXPECT_EQ("ana@brand.example", mailbox_of(" ana@brand.example ")->address);
  EXPECT_EQ("Ana Silva", mailbox_of("Ana Silva <ana@brand.example>")->name);
  EXPECT_EQ("Silva, Ana", mailbox_of("\"Silva, Ana\" <ana@brand.example>")->name);
  EXPECT_TRUE(mailbox_of("ana+desk@mail.brand.example"));
  for (const char* bad :
       {"", "ana", "@brand.example", "ana@", "a b@c.example", "a@b@c.example",
        "a@b.example\r\nBcc: x", "a@b.example,c@d.example", "<a@b.example", "a>b@c.example",
        "ä@b.example", "-x@b.example", "a@.example", "a@b.", "Ana <a@b.example> x"}) {
    EXPECT_FALSE(mailbox_of(bad)) << bad;
  }
  EXPECT_FALSE(mailbox_of(std::string(300, 'a') + "@b.example"));
}

}  // namespace
}  // namespace rapport::mail
