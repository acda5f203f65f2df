// A transport that answers from a script and remembers what it was asked.

#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "networks/transport.h"

namespace rapport {

class FakeTransport final : public Transport {
 public:
  using Answerer = std::function<Result<HttpResponse>(const HttpRequest&)>;

  // Answers requests whose address holds `part`; the latest word counts.
  void on(std::string part, Answerer answer) {
    std::lock_guard lock(mutex_);
    answers_.insert(answers_.begin(), {std::move(part), std::move(answer)});
  }
  void on(std::string part, int status, std::string body, std::vector<HttpHeader> headers = {}) {
    on(std::move(part), [=](const HttpRequest&) -> Result<HttpResponse> {
      return HttpResponse{status, headers, body};
    });
  }

  Result<HttpResponse> send(const HttpRequest& request) override {
    Answerer answer;
    {
      std::lock_guard lock(mutex_);
      asked_.push_back(request);
      for (const auto& [part, each] : answers_) {
        if (request.url.find(part) == std::string::npos) continue;
        answer = each;
        break;
      }
    }
    if (!answer) return HttpResponse{501, {}, R"({"error":"MethodNotImplemented"})"};
    return answer(request);
  }

  std::vector<HttpRequest> asked(std::string_view part) const {
    std::lock_guard lock(mutex_);
    std::vector<HttpRequest> some;
    for (const HttpRequest& each : asked_) {
      if (each.url.find(part) != std::string::npos) some.push_back(each);
    }
    return some;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::pair<std::string, Answerer>> answers_;
  std::vector<HttpRequest> asked_;
};

}  // namespace rapport
