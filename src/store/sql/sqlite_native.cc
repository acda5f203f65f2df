#include "store/sql/sqlite_native.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <mutex>

namespace rapport {
namespace {

sqlite_api::sqlite3* native(soci::session& session) {
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

// As a URI, so that no sign in a path can be taken for an option of the connection.
std::string uri_of(const std::string& path, const std::string& vfs) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char sign : path) {
    const auto byte = static_cast<unsigned char>(sign);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') || sign == '/' || sign == '.' || sign == '_' ||
                       sign == '-';
    if (plain) {
      uri += sign;
    } else {
      uri += '%';
      uri += kHex[byte >> 4];
      uri += kHex[byte & 15];
    }
  }
  if (!vfs.empty()) uri += "?vfs=" + vfs;
  return uri;
}

}  // namespace

void open_native(soci::session& session, const std::string& path, const std::string& vfs) {
  // Builds of SQLite differ in whether a URI is understood unasked.
  static std::once_flag once;
  std::call_once(once, [] { sqlite_api::sqlite3_config(SQLITE_CONFIG_URI, 1); });
  session.open(soci::sqlite3, "dbname=" + uri_of(path, vfs) + " timeout=5");
}

bool in_transaction_native(soci::session& session) {
  return sqlite_api::sqlite3_get_autocommit(native(session)) == 0;
}

int error_code_native(soci::session& session) {
  return sqlite_api::sqlite3_extended_errcode(native(session));
}

}  // namespace rapport
