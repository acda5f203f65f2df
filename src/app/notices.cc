#include "app/notices.h"

#include <fstream>
#include <iterator>

#include "networks/mail/mail.h"
#include "networks/webhook/webhook.h"

namespace rapport {
namespace {

Result<std::string> mail_password(const Config& config) {
  if (config.mail_password_file.empty()) return config.mail_password;
  std::ifstream file(config.mail_password_file);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  if (!file || text.empty()) return invalid("mail.password_file cannot be read, or is empty.");
  return text;
}

}  // namespace

Result<NoticeCarriers> make_notice_carriers(const Config& config, Transport& transport,
                                            const Clock& clock) {
  NoticeCarriers carriers;
  carriers.webhook = make_webhook_carrier(transport, clock);
  if (config.mail_server.empty()) return carriers;
  auto password = mail_password(config);
  RAPPORT_TRY(password);
  MailSettings settings;
  settings.server = config.mail_server;
  settings.from = config.mail_from;
  settings.user = config.mail_user;
  settings.password = std::move(*password);
  settings.plain = config.mail_plain;
  settings.trust_file = config.mail_trust_file;
  auto mail = make_mail_carrier(std::move(settings), clock);
  if (!mail) {
    Error error = std::move(mail.error());
    error.message = "mail." + error.field + ": " + error.message;
    return fail(std::move(error));
  }
  carriers.mail = std::move(*mail);
  return carriers;
}

}  // namespace rapport
