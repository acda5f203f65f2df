#include "networks/webhook/webhook.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/url.h"

namespace rapport {
namespace {

constexpr std::chrono::seconds kPatience{15};
constexpr std::size_t kMostAnswer = 64U << 10U;
constexpr std::size_t kMostAddress = 2048;
constexpr std::int64_t kLongestWait = 24 * 3600;

bool is_mark(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

std::optional<std::int64_t> retry_after(const HttpResponse& response) {
  const std::string_view text = response.header("Retry-After").value_or("");
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || seconds < 0) {
    return std::nullopt;
  }
  return std::min(seconds, kLongestWait);
}

class WebhookCarrier final : public NoticeCarrier {
 public:
  WebhookCarrier(Transport& transport, const Clock& clock) : transport_(transport), clock_(clock) {}

  Result<Done> check(const Recipient& to) const override {
    if (to.address.size() > kMostAddress || !parse_web_url(to.address)) {
      return invalid("A webhook needs a whole web address: https://…", "webhook");
    }
    if (to.secret.empty()) return invalid("A webhook needs a secret to sign with.", "webhook");
    return Done{};
  }

  Result<Done> send(const Recipient& to, const Notice& notice) override {
    if (auto fine = check(to); !fine) return fine;
    HttpRequest request;
    request.method = HttpMethod::kPost;
    request.url = to.address;
    request.body = notice.json;
    request.headers = {
        {"Content-Type", "application/json"},
        {"Rapport-Signature", webhook_signature(to.secret, clock_.now(), notice.json)}};
    if (!notice.id.empty() && is_mark(notice.id)) {
      request.headers.push_back({"Rapport-Delivery", notice.id});
    }
    request.timeout = kPatience;
    request.most_bytes = kMostAnswer;
    request.cut = true;
    request.once = true;
    auto response = transport_.send(request);
    if (!response) {
      Error error = std::move(response.error());
      // A repeat is told by its id.
      if (error.kind == ErrorKind::kUnknown) error.kind = ErrorKind::kUnavailable;
      return fail(std::move(error));
    }

    const int status = response->status;
    if (status >= 200 && status < 300) return Done{};
    const std::string host = parse_web_url(to.address)->host;
    const std::string said = host + " answered with " + std::to_string(status);
    if (status == 429 || status == 503) {
      Error error{status == 429 ? ErrorKind::kTooMany : ErrorKind::kUnavailable,
                  said + ".",
                  {},
                  {},
                  retry_after(*response)};
      return fail(std::move(error));
    }
    if (status >= 500 || status == 408 || status == 425) return unavailable(said + ".");
    if (status >= 300 && status < 400) {
      return invalid(said + ": it leads elsewhere, and a webhook does not follow.", "webhook");
    }
    return invalid(said + ".", "webhook");
  }

 private:
  Transport& transport_;
  const Clock& clock_;
};

}  // namespace

std::string webhook_signature(std::string_view secret, Time at, std::string_view body) {
  static const int ready = sodium_init();
  (void)ready;
  const std::string seconds =
      std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
  const std::string begin = seconds + ".";
  const auto bytes = [](std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
  crypto_auth_hmacsha256_update(&state, bytes(begin), begin.size());
  crypto_auth_hmacsha256_update(&state, bytes(body), body.size());
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
  crypto_auth_hmacsha256_final(&state, hash.data());
  std::array<char, 2 * crypto_auth_hmacsha256_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return "t=" + seconds + ",v1=" + hex.data();
}

std::unique_ptr<NoticeCarrier> make_webhook_carrier(Transport& transport, const Clock& clock) {
  return std::make_unique<WebhookCarrier>(transport, clock);
}

}  // namespace rapport
