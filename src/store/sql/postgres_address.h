// Where a PostgreSQL database is: "postgresql://user:password@host:port/name?options".

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

class PostgresAddress {
 public:
  // Fails with invalid if the client library cannot read it. No error repeats the address, which
  // may hold a password.
  static Result<PostgresAddress> parse(const std::string& url);

  // For the client library, with time-outs of ours where the address names none.
  const std::string& connection_string() const { return connection_string_; }

  // Without anything secret, as people may see it: "desk at db.example".
  const std::string& shown() const { return shown_; }

  // `text` with the password taken out, wherever it stands.
  std::string without_password(std::string text) const;

 private:
  std::string connection_string_;
  std::string shown_;
  std::string password_;
};

}  // namespace rapport
