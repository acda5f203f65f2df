// Rapport's own API, called with a personal token as the command line does.

#pragma once

#include <boost/json.hpp>
#include <string>

#include "app/config.h"
#include "base/result.h"

namespace rapport {

class Client {
 public:
  // Fails with unauthorized if there is no token.
  static Result<Client> of(const Config& config);

  // The path starts with /api. A refusal comes back as the error the server named.
  Result<boost::json::value> get(const std::string& path) const;
  // A document as it is.
  Result<std::string> get_text(const std::string& path) const;
  Result<boost::json::value> post(const std::string& path, const boost::json::value& body) const;

 private:
  Client(std::string server, std::string token)
      : server_(std::move(server)), token_(std::move(token)) {}
  Result<boost::json::value> call(const std::string& path, const std::string* body) const;
  // What was answered, and whether it was a refusal.
  struct Answered {
    std::string body;
    long status = 0;
  };
  Result<Answered> ask(const std::string& path, const std::string* body) const;

  std::string server_;
  std::string token_;
};

// For a query: everything but letters, digits and -._~ as %XX.
std::string percent_encode(std::string_view text);

// A field as text; empty if it is missing or null.
std::string text_at(const boost::json::value& value, std::string_view field);

}  // namespace rapport
