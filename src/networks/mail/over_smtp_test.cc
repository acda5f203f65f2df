// Mail to a real SMTP server: Debian's aiosmtpd, on loopback and a free port, told by
// tests/lib/smtpd.py how to behave. It prints what it was given, a JSON line a message.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "networks/mail/mail.h"
#include "source_dir.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;
namespace json = boost::json;

class SmtpServer {
 public:
  explicit SmtpServer(const std::string& behaviour) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::close(ends[0]);
      ::execl("/usr/bin/python3", "python3", RAPPORT_SOURCE_DIR "/tests/lib/smtpd.py",
              behaviour.c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(ends[1]);
    out_ = ::fdopen(ends[0], "r");
    const std::string first = line();
    if (first.empty())
      throw std::runtime_error("python3-aiosmtpd is not there: tools/install test");
    const json::object ready = json::parse(first).as_object();
    port = static_cast<int>(ready.at("port").as_int64());
    certificate = std::string(ready.at("certificate").as_string());
  }
  ~SmtpServer() {
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
    std::fclose(out_);
  }
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  // The next message it took.
  json::object message() {
    const std::string text = line();
    return text.empty() ? json::object{} : json::parse(text).as_object();
  }

  int port = 0;
  std::string certificate;

 private:
  std::string line() {
    std::string text;
    for (int c = std::fgetc(out_); c != EOF && c != '\n'; c = std::fgetc(out_)) {
      text += static_cast<char>(c);
    }
    return text;
  }

  pid_t child_ = -1;
  std::FILE* out_ = nullptr;
};

const Notice kNotice{
    "n-1", "Größe: a spike", {"Many spoke.", ".a dot first"}, "https://desk.example/", ""};

MailSettings settings(const SmtpServer& server, const std::string& scheme) {
  MailSettings out;
  out.server = scheme + "://localhost:" + std::to_string(server.port);
  out.from = "Rapport <rapport@brand.example>";
  out.trust_file = server.certificate;
  out.timeout = 10s;
  return out;
}

Result<Done> send(const MailSettings& settings, const std::string& to = "ana@brand.example") {
  static HandClock clock{*parse_time("2026-11-26T12:05:09Z")};
  auto carrier = make_mail_carrier(settings, clock);
  EXPECT_TRUE(carrier) << carrier.error().message;
  if (!carrier) return fail(carrier.error());
  return (*carrier)->send({to, ""}, kNotice);
}

void expect_the_notice(const json::object& message) {
  ASSERT_TRUE(message.contains("to"));
  EXPECT_EQ("rapport@brand.example", message.at("from").as_string());
  EXPECT_EQ("ana@brand.example", message.at("to").as_string());
  EXPECT_EQ("Größe: a spike", message.at("subject").as_string());
  EXPECT_EQ("Many spoke.\n\n.a dot first\n\nhttps://desk.example/\n",
            message.at("body").as_string());
}

TEST(MailOverSmtp, GoesByStartTls) {
  SmtpServer server("starttls");
  const auto sent = send(settings(server, "smtp"));
  ASSERT_TRUE(sent) << sent.error().message << " " << sent.error().cause;
  const auto message = server.message();
  expect_the_notice(message);
  EXPECT_TRUE(message.at("tls").as_bool());
}

TEST(MailOverSmtp, GoesByTlsFromTheFirstByteWithAPassword) {
  SmtpServer server("tls");
  auto with = settings(server, "smtps");
  with.user = "rapport";
  with.password = "geheim";
  const auto sent = send(with);
  ASSERT_TRUE(sent) << sent.error().message << " " << sent.error().cause;
  const auto message = server.message();
  expect_the_notice(message);
  EXPECT_EQ("rapport", message.at("user").as_string());

  // A fault of the house: the alert waits until it is mended.
  with.password = "wrong";
  const auto refused = send(with);
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind);
  EXPECT_EQ(std::string::npos, refused.error().cause.find("wrong"));
}

TEST(MailOverSmtp, GoesWithoutEncryptionOnlyIfSaidSo) {
  SmtpServer server("plain");
  const auto refused = send(settings(server, "smtp"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind);
  auto plain = settings(server, "smtp");
  plain.plain = true;
  ASSERT_TRUE(send(plain));
  expect_the_notice(server.message());
}

TEST(MailOverSmtp, DoesNotTrustAnybody) {
  SmtpServer server("starttls");
  auto untrusting = settings(server, "smtp");
  untrusting.trust_file.clear();
  const auto refused = send(untrusting);
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind);
}

TEST(MailOverSmtp, IsTriedAgainWhereTheServerSaysSo) {
  SmtpServer server("busy-twice");
  auto plain = settings(server, "smtp");
  plain.plain = true;
  HandClock clock{*parse_time("2026-11-26T12:05:09Z")};
  auto carrier = make_mail_carrier(plain, clock);
  ASSERT_TRUE(carrier);
  const auto once = (*carrier)->send({"ana@brand.example", ""}, kNotice);
  ASSERT_FALSE(once);
  EXPECT_EQ(ErrorKind::kUnavailable, once.error().kind);
  int waits = 0;
  ASSERT_TRUE(send_patiently(**carrier, {"ana@brand.example", ""}, kNotice, {}, [&](auto) {
    ++waits;
    return true;
  }));
  EXPECT_EQ(1, waits);
  expect_the_notice(server.message());
}

TEST(MailOverSmtp, IsNotTriedAgainWhereItIsRefused) {
  SmtpServer server("refuses");
  auto plain = settings(server, "smtp");
  plain.plain = true;
  const auto refused = send(plain);
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kInvalid, refused.error().kind);
  EXPECT_EQ(ErrorKind::kInvalid, send(plain, "a@b.example\r\nBcc: x").error().kind);
}

TEST(MailOverSmtp, MayBeLostOnTheWayBack) {
  SmtpServer server("hangs-up");
  auto plain = settings(server, "smtp");
  plain.plain = true;
  EXPECT_EQ(ErrorKind::kUnknown, send(plain).error().kind);
}

TEST(MailOverSmtp, TellsThatNobodyIsThere) {
  MailSettings nobody;
  nobody.server = "smtp://localhost:1";
  nobody.from = "rapport@brand.example";
  EXPECT_EQ(ErrorKind::kUnavailable, send(nobody).error().kind);
}

TEST(MailSettings, ThatCouldNeverSendAreRefused) {
  HandClock clock{*parse_time("2026-11-26T12:05:09Z")};
  const auto wrong = [&](MailSettings with) {
    const auto carrier = make_mail_carrier(std::move(with), clock);
    return carrier ? std::string("nothing") : carrier.error().field;
  };
  MailSettings good;
  good.server = "smtp://mail.example:587";
  good.from = "rapport@brand.example";
  EXPECT_EQ("nothing", wrong(good));
  auto bad = good;
  bad.server = "https://mail.example";
  EXPECT_EQ("server", wrong(bad));
  bad.server = "smtp://mail.example/x y";
  EXPECT_EQ("server", wrong(bad));
  bad = good;
  bad.from = "nobody";
  EXPECT_EQ("from", wrong(bad));
  bad = good;
  bad.user = "u";
  EXPECT_EQ("password", wrong(bad));
  bad.password = "p";
  bad.plain = true;
  EXPECT_EQ("plain", wrong(bad));
}

}  // namespace
}  // namespace rapport
