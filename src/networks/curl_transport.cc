#include "networks/curl_transport.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <array>
#include <mutex>
#include <utility>

namespace rapport {
namespace {

constexpr std::size_t kMostHeaderBytes = 64U << 10U;
constexpr std::size_t kIdleHandles = 8;

struct SlistFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Slist = std::unique_ptr<curl_slist, SlistFree>;

// What the callbacks of one exchange know and find out.
struct Exchange {
  const AddressGuard& guard;
  const std::atomic<bool>& stopping;
  std::size_t most_bytes = 0;
  bool cut = false;
  bool plain = false;  // http without TLS, where that takes a setting
  HttpResponse response;
  std::size_t header_bytes = 0;
  bool was_cut = false;
  bool too_large = false;
  bool refused_private = false;
  bool refused_plain = false;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  const std::size_t bytes = size * count;
  const std::size_t room = exchange.most_bytes - exchange.response.body.size();
  if (bytes > room) {
    if (exchange.cut) exchange.response.body.append(data, room);
    (exchange.cut ? exchange.was_cut : exchange.too_large) = true;
    return CURL_WRITEFUNC_ERROR;
  }
  exchange.response.body.append(data, bytes);
  return bytes;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  const std::size_t bytes = size * count;
  exchange.header_bytes += bytes;
  if (exchange.header_bytes > kMostHeaderBytes) {
    exchange.too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  std::string_view line(data, bytes);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  // Each answer of a chain (redirect, 100 Continue) starts anew.
  if (line.starts_with("HTTP/")) exchange.response.headers.clear();
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    std::string_view value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t'))
      value.remove_prefix(1);
    exchange.response.headers.push_back({std::string(line.substr(0, colon)), std::string(value)});
  }
  return bytes;
}

curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& exchange = *static_cast<Exchange*>(user);
  const AddressVerdict verdict = exchange.guard.judge(address->addr);
  if (verdict == AddressVerdict::kRefused) {
    exchange.refused_private = true;
    return CURL_SOCKET_BAD;
  }
  if (exchange.plain && verdict != AddressVerdict::kAllowed) {
    exchange.refused_plain = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int watch(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const Exchange*>(user)->stopping ? 1 : 0;
}

bool never_left(CURLcode code, CURL* handle) {
  switch (code) {
    case CURLE_URL_MALFORMAT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
      return true;
    default:
      break;
  }
  long request_bytes = 0;
  curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &request_bytes);
  return request_bytes == 0;
}

std::string host_of(const std::string& url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string::npos) return "the server";
  return url.substr(begin + 3, url.find_first_of("/?#", begin + 3) - begin - 3);
}

Error trouble(CURLcode code, CURL* handle, const Exchange& exchange, const HttpRequest& request,
              const char* words) {
  const std::string host = host_of(request.url);
  Error error;
  error.kind = never_left(code, handle) ? ErrorKind::kUnavailable : ErrorKind::kUnknown;
  error.cause = *words != '\0' ? words : curl_easy_strerror(code);
  if (exchange.stopping) {
    error.message = "Rapport is shutting down.";
  } else if (exchange.refused_private && code == CURLE_COULDNT_CONNECT) {
    error.message = host + " leads to a private address, which Rapport does not connect to.";
    error.cause = "refused: private address";
  } else if (exchange.refused_plain && code == CURLE_COULDNT_CONNECT) {
    error.message = host + " is asked for without encryption, which Rapport does not do.";
    error.cause = "refused: plain http to a public address";
  } else if (exchange.too_large) {
    error.message = host + " sent an answer that is too large.";
    error.cause = "answer larger than allowed";
  } else if (code == CURLE_COULDNT_RESOLVE_HOST) {
    error.message = host + " cannot be found.";
  } else if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR) {
    error.message = host + " could not be reached safely: its encryption did not check out.";
  } else if (code == CURLE_OPERATION_TIMEDOUT) {
    error.message = host + " did not answer in time.";
  } else {
    error.message = host + " could not be reached.";
  }
  return error;
}

}  // namespace

// Easy handles, each with its own connections; the warmest is used first. Name look-ups and TLS
// sessions are shared among them, connections are not: libcurl cannot do that safely from threads.
class CurlTransport::Handles {
 public:
  Handles() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)started;
    share_ = curl_share_init();
    curl_share_setopt(share_, CURLSHOPT_LOCKFUNC, &lock);
    curl_share_setopt(share_, CURLSHOPT_UNLOCKFUNC, &unlock);
    curl_share_setopt(share_, CURLSHOPT_USERDATA, this);
    curl_share_setopt(share_, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);
    curl_share_setopt(share_, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
  }
  ~Handles() {
    for (CURL* handle : idle_) curl_easy_cleanup(handle);
    curl_share_cleanup(share_);
  }
  Handles(const Handles&) = delete;
  Handles& operator=(const Handles&) = delete;

  CURL* take() {
    CURL* handle = nullptr;
    {
      std::lock_guard guard(mutex_);
      if (!idle_.empty()) {
        handle = idle_.back();
        idle_.pop_back();
      }
    }
    if (handle == nullptr) handle = curl_easy_init();
    if (handle != nullptr) curl_easy_setopt(handle, CURLOPT_SHARE, share_);
    return handle;
  }

  void give_back(CURL* handle) {
    curl_easy_reset(handle);
    {
      std::lock_guard guard(mutex_);
      if (idle_.size() < kIdleHandles) {
        idle_.push_back(handle);
        return;
      }
    }
    curl_easy_cleanup(handle);
  }

 private:
  static void lock(CURL*, curl_lock_data data, curl_lock_access, void* user) {
    static_cast<Handles*>(user)->locks_[data].lock();
  }
  static void unlock(CURL*, curl_lock_data data, void* user) {
    static_cast<Handles*>(user)->locks_[data].unlock();
  }

  CURLSH* share_ = nullptr;
  std::array<std::mutex, CURL_LOCK_DATA_LAST> locks_;
  std::mutex mutex_;
  std::vector<CURL*> idle_;
};

CurlTransport::CurlTransport(CurlSettings settings)
    : settings_(std::move(settings)),
      user_agent_("Rapport/" + settings_.version),
      handles_(std::make_unique<Handles>()) {}

CurlTransport::~CurlTransport() = default;

Result<HttpResponse> CurlTransport::send(const HttpRequest& request) {
  if (stopping_) return unavailable("Rapport is shutting down.");
  CURL* handle = handles_->take();
  if (handle == nullptr) return fail(ErrorKind::kUnavailable, "There is no memory to connect.");

  Exchange exchange{settings_.guard,
                    stopping_,
                    request.most_bytes,
                    request.cut,
                    request.url.starts_with("http://") && !request.plain_allowed,
                    {},
                    0,
                    false,
                    false,
                    false,
                    false};
  std::array<char, CURL_ERROR_SIZE> words{};
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_ACCEPT_ENCODING, "");
  set(CURLOPT_USERAGENT, user_agent_.c_str());
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_timeout.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
  set(CURLOPT_ERRORBUFFER, words.data());
  set(CURLOPT_WRITEFUNCTION, &take_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(&exchange));
  set(CURLOPT_HEADERFUNCTION, &take_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(&exchange));
  set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&exchange));
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &watch);
  set(CURLOPT_XFERINFODATA, static_cast<void*>(&exchange));
  if (request.most_redirects > 0) {
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, static_cast<long>(request.most_redirects));
    // A redirect must not lead out of encryption.
    set(CURLOPT_REDIR_PROTOCOLS_STR, request.url.starts_with("http://") ? "http,https" : "https");
  }
  if (request.once) {
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
  }

  Slist headers;
  const auto add = [&](const std::string& line) {
    headers.reset(curl_slist_append(headers.release(), line.c_str()));
  };
  add("Expect:");                                  // no waiting for 100 Continue
  if (request.body.empty()) add("Content-Type:");  // libcurl would call nothing a form
  for (const HttpHeader& each : request.headers) add(each.name + ": " + each.value);
  set(CURLOPT_HTTPHEADER, headers.get());
  if (request.method == HttpMethod::kPost) {
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.data());
  }
  if (request.method == HttpMethod::kDelete) set(CURLOPT_CUSTOMREQUEST, "DELETE");

  const CURLcode code = curl_easy_perform(handle);
  if (code != CURLE_OK && !exchange.was_cut) {
    Error error = trouble(code, handle, exchange, request, words.data());
    handles_->give_back(handle);
    return fail(std::move(error));
  }
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  exchange.response.status = static_cast<int>(status);
  const char* last = nullptr;
  if (curl_easy_getinfo(handle, CURLINFO_EFFECTIVE_URL, &last) == CURLE_OK && last != nullptr) {
    exchange.response.url = last;
  }
  handles_->give_back(handle);
  return std::move(exchange.response);
}

}  // namespace rapport
