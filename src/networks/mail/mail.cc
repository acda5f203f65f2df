#include "networks/mail/mail.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/unicode.h"
#include "networks/mail/message.h"

namespace rapport {
namespace {

constexpr std::chrono::seconds kConnect{10};

struct EasyFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct SlistFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Upload {
  std::string_view left;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* user) {
  auto& upload = *static_cast<Upload*>(user);
  const std::size_t bytes = std::min(size * count, upload.left.size());
  std::memcpy(into, upload.left.data(), bytes);
  upload.left.remove_prefix(bytes);
  return bytes;
}

// Whether `server` is one of the two kinds of address, with a host.
bool is_server(const std::string& server) {
  const std::size_t begin = server.starts_with("smtps://")  ? 8
                            : server.starts_with("smtp://") ? 7
                                                            : std::string::npos;
  return begin != std::string::npos && begin < server.size() &&
         std::all_of(server.begin() + static_cast<std::ptrdiff_t>(begin), server.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
         });
}

class MailCarrier final : public NoticeCarrier {
 public:
  MailCarrier(MailSettings settings, mail::Mailbox from, const Clock& clock)
      : settings_(std::move(settings)), from_(std::move(from)), clock_(clock) {}

  Result<Done> check(const Recipient& to) const override {
    if (mail::mailbox_of(to.address)) return Done{};
    return invalid("This is no e-mail address.", "email");
  }

  Result<Done> send(const Recipient& to, const Notice& notice) override {
    const auto box = mail::mailbox_of(to.address);
    if (!box) return check(to);
    const std::string text = mail::message_of(from_, *box, notice, clock_.now());

    const std::unique_ptr<CURL, EasyFree> handle(curl_easy_init());
    if (!handle) return unavailable("There is no memory to connect.");
    const auto set = [&](CURLoption option, auto value) {
      curl_easy_setopt(handle.get(), option, value);
    };
    std::array<char, CURL_ERROR_SIZE> words{};
    Upload upload{text};
    const std::unique_ptr<curl_slist, SlistFree> recipients(
        curl_slist_append(nullptr, ("<" + box->address + ">").c_str()));
    const std::string sender = "<" + from_.address + ">";
    set(CURLOPT_URL, settings_.server.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(kConnect).count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings_.timeout.count()));
    set(CURLOPT_ERRORBUFFER, words.data());
    set(CURLOPT_USE_SSL, static_cast<long>(settings_.plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!settings_.trust_file.empty()) set(CURLOPT_CAINFO, settings_.trust_file.c_str());
    if (!settings_.user.empty()) {
      set(CURLOPT_USERNAME, settings_.user.c_str());
      set(CURLOPT_PASSWORD, settings_.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, sender.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &give);
    set(CURLOPT_READDATA, static_cast<void*>(&upload));

    const CURLcode code = curl_easy_perform(handle.get());
    if (code == CURLE_OK) return Done{};
    long answer = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer);
    return trouble(code, answer, upload.left.empty(), words.data());
  }

 private:
  static Result<Done> trouble(CURLcode code, long answer, bool all_given, const char* words) {
    const std::string cause =
        (*words != '\0' ? std::string(words) : std::string(curl_easy_strerror(code))) + " (" +
        std::to_string(answer) + ")";
    const auto told = [&](ErrorKind kind, std::string message) {
      return fail(kind, std::move(message), cause);
    };
    // Faults of the house, which say nothing of this message: it goes out once they are mended.
    switch (code) {
      case CURLE_USE_SSL_FAILED:
        return told(ErrorKind::kUnavailable, "The mail server offers no encryption.");
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CACERT_BADFILE:
        return told(ErrorKind::kUnavailable, "The mail server's certificate did not check out.");
      case CURLE_LOGIN_DENIED:
        if (answer / 100 != 4) {
          return told(ErrorKind::kUnavailable, "The mail server did not accept user and password.");
        }
        break;
      default:
        break;
    }
    if (answer / 100 == 5) {
      return told(ErrorKind::kInvalid,
                  "The mail server refused this message (" + std::to_string(answer) + ").");
    }
    if (answer / 100 == 4) {
      return told(ErrorKind::kUnavailable,
                  "The mail server asks to try later (" + std::to_string(answer) + ").");
    }
    // Everything was handed over, and no word came back.
    if (all_given)
      return told(ErrorKind::kUnknown, "The mail server did not say whether it took it.");
    return told(ErrorKind::kUnavailable, "The mail server cannot be reached.");
  }

  const MailSettings settings_;
  const mail::Mailbox from_;
  const Clock& clock_;
};

}  // namespace

Result<std::unique_ptr<NoticeCarrier>> make_mail_carrier(MailSettings settings,
                                                         const Clock& clock) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  (void)started;
  if (!is_server(settings.server)) {
    return invalid("The mail server has to be smtp://host:587 or smtps://host:465.", "server");
  }
  auto from = mail::mailbox_of(settings.from);
  if (!from) return invalid("Mail needs a sender: Rapport <rapport@brand.example>.", "from");
  if (settings.user.empty() != settings.password.empty()) {
    return invalid("User and password of the mail server belong together.", "password");
  }
  if (settings.plain && !settings.user.empty()) {
    return invalid("A password is not sent to the mail server without encryption.", "plain");
  }
  if (settings.plain && settings.server.starts_with("smtps://")) {
    return invalid("smtps:// is encrypted: leave plain out.", "plain");
  }
  return std::make_unique<MailCarrier>(std::move(settings), std::move(*from), clock);
}

}  // namespace rapport
