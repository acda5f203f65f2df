# rapport_embed(TARGET NAME ROOT folder [PATTERN glob]): files inside the binary.
#
# Every file of `folder` that fits the pattern becomes an entry of
# `std::span<const EmbeddedFile> rapport::embedded::NAME()` (base/embedded.h), in the order of their
# paths. The rooms turn these bare files into what they mean: assets, migrations, the demo story.
# The list follows the folder by itself; a folder that is missing gives an empty list.

set(RAPPORT_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed-files.cmake")

function(rapport_embed target name)
  cmake_parse_arguments(arg "" "ROOT;PATTERN" "" ${ARGN})
  set(root "${CMAKE_SOURCE_DIR}/${arg_ROOT}")
  if(NOT arg_PATTERN)
    set(arg_PATTERN *)
  endif()
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${root}/${arg_PATTERN}")
  list(SORT files)

  set(output "${CMAKE_BINARY_DIR}/embedded/${name}.cc")
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/embedded/${name}.list" CONTENT "${lines}" @ONLY)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DNAME=${name}" "-DROOT=${root}"
            "-DLIST=${CMAKE_BINARY_DIR}/embedded/${name}.list" "-DOUTPUT=${output}"
            -P "${RAPPORT_EMBED_SCRIPT}"
    DEPENDS ${files} "${CMAKE_BINARY_DIR}/embedded/${name}.list" "${RAPPORT_EMBED_SCRIPT}"
    COMMENT "Embedding ${arg_ROOT}"
    VERBATIM)

  # A room that has no sources yet cannot carry files.
  get_target_property(type ${target} TYPE)
  if(NOT type STREQUAL INTERFACE_LIBRARY)
    target_sources(${target} PRIVATE "${output}")
  endif()
endfunction()
