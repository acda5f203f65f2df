// Files carried inside the binary, as the build embeds them (cmake/embed.cmake).

#pragma once

#include <span>
#include <string_view>

namespace rapport {

// One embedded file. Everything it points at lives as long as the program.
struct EmbeddedFile {
  std::string_view path;  // relative to the embedded folder, with forward slashes
  std::string_view bytes;
  std::string_view sha256;  // of the bytes, as 64 hex digits
};

// The embedded folders, each in the order of its paths. A folder that did not exist when the binary
// was built is empty.
namespace embedded {

std::span<const EmbeddedFile> web_dist();         // linked with the room http
std::span<const EmbeddedFile> sign_tables();      // linked with the room coach
std::span<const EmbeddedFile> related_words();    // linked with the room knowledge
std::span<const EmbeddedFile> migration_files();  // linked with the room store
std::span<const EmbeddedFile> demo_files();       // linked with the room networks
std::span<const EmbeddedFile> demo_articles();    // linked with the room app

}  // namespace embedded
}  // namespace rapport
