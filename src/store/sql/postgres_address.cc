#include "store/sql/postgres_address.h"

#include <libpq-fe.h>

#include <map>
#include <memory>

#include "store/store.h"

namespace rapport {
namespace {

struct Free {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// As a value of the library's "key='value'" strings.
std::string quoted(std::string_view value) {
  std::string out = "'";
  for (const char sign : value) {
    if (sign == '\'' || sign == '\\') out += '\\';
    out += sign;
  }
  return out += '\'';
}

}  // namespace

bool is_postgres_address(std::string_view text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

Result<PostgresAddress> PostgresAddress::parse(const std::string& url) {
  char* trouble = nullptr;
  const std::unique_ptr<PQconninfoOption, Free> options(PQconninfoParse(url.c_str(), &trouble));
  PQfreemem(trouble);  // not shown: it quotes the address
  if (!is_postgres_address(url) || !options) {
    return invalid(
        "The address of the database is not written as PostgreSQL wants it:"
        " postgresql://user@host/name.");
  }
  std::map<std::string, std::string> values{
      {"connect_timeout", "10"},
      // A machine that vanished is noticed within a minute or so.
      {"keepalives_idle", "30"},
      {"keepalives_interval", "10"},
      {"keepalives_count", "3"},
      {"fallback_application_name", "rapport"},
  };
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) values[option->keyword] = option->val;
  }
  values["client_encoding"] = "UTF8";

  PostgresAddress address;
  for (const auto& [key, value] : values) {
    if (!address.connection_string_.empty()) address.connection_string_ += ' ';
    address.connection_string_ += key + '=' + quoted(value);
  }
  if (const auto found = values.find("password"); found != values.end()) {
    address.password_ = found->second;
  }
  address.shown_ = values.contains("dbname") ? values["dbname"] : "the database";
  if (values.contains("host")) address.shown_ += " at " + values["host"];
  return address;
}

std::string PostgresAddress::without_password(std::string text) const {
  if (password_.empty()) return text;
  for (auto at = text.find(password_); at != text.npos; at = text.find(password_, at)) {
    text.replace(at, password_.size(), "…");
    at += std::string_view("…").size();
  }
  return text;
}

}  // namespace rapport
