// What SOCI hides of SQLite. The source behind it is the only one that includes soci-sqlite3.h,
// which declares all of <sqlite3.h> inside a namespace and so cannot share a source with it.

#pragma once

#include <string>

namespace soci {
class session;
}

namespace rapport {

// Opens the file through the VFS of this name (empty: the default). Throws what SOCI throws.
void open_native(soci::session& session, const std::string& path, const std::string& vfs);

bool in_transaction_native(soci::session& session);

// The extended code of the last failure on this connection.
int error_code_native(soci::session& session);

}  // namespace rapport
