// Notices by e-mail, over SMTP.

#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "networks/notice.h"

namespace rapport {

struct MailSettings {
  // "smtp://mail.example:587": encrypted by STARTTLS, which the server has to offer;
  // "smtps://mail.example:465": encrypted from the first byte. Empty: no mail is sent.
  std::string server;
  std::string from;  // "Rapport <rapport@brand.example>"
  std::string user;  // empty: without signing in
  std::string password;
  // Without encryption, where the way to the server is our own. A password never goes that way.
  bool plain = false;
  std::string trust_file;  // certificates to trust instead of the system's; empty: those
  std::chrono::milliseconds timeout{30'000};
};

// Fails with invalid, and the setting that is wrong as field, if it could never send.
Result<std::unique_ptr<NoticeCarrier>> make_mail_carrier(MailSettings settings, const Clock& clock);

}  // namespace rapport
