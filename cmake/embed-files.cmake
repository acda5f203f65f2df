# Writes the C++ source behind rapport_embed; runs at build time, whenever a file of the list changed.
#
# The bytes are pulled in by the assembler, which takes a megabyte in no time where an array literal
# takes seconds. The hash of each file stands in the source, so a changed file changes the source.

file(STRINGS "${LIST}" files)
set(blobs "")
set(entries "")
set(count 0)
foreach(file IN LISTS files)
  file(RELATIVE_PATH path "${ROOT}" "${file}")
  file(SHA256 "${file}" hash)
  set(symbol "rapport_embedded_${NAME}_${count}")
  string(APPEND blobs
    "asm(R\"(.pushsection .rodata,\"a\",@progbits\n"
    ".global ${symbol}\n.hidden ${symbol}\n.global ${symbol}_end\n.hidden ${symbol}_end\n"
    ".balign 16\n${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n.popsection\n)\");\n"
    "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
  string(APPEND entries
    "      EmbeddedFile{\"${path}\", view(${symbol}, ${symbol}_end), \"${hash}\"},\n")
  math(EXPR count "${count} + 1")
endforeach()

set(body "  return {};\n")
if(count GREATER 0)
  set(body "  static const std::array<EmbeddedFile, ${count}> files = {\n${entries}  };\n  return files;\n")
endif()

file(WRITE "${OUTPUT}" "// Written by cmake/embed-files.cmake.

#include <array>
#include <cstddef>

#include \"base/embedded.h\"

${blobs}
namespace rapport::embedded {
namespace {

[[maybe_unused]] std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::span<const EmbeddedFile> ${NAME}() {
${body}}

}  // namespace rapport::embedded
")
