# What a build can be asked for, and the flags that follow from it.

option(RAPPORT_TESTS "Build the tests" ON)
option(RAPPORT_BENCH "Build the benchmarks" ON)
option(RAPPORT_FUZZ "Build the fuzzers with libFuzzer (clang only)" OFF)
# Saves a third of the time on a machine that builds once; where ccache keeps what was built, it only
# makes more of the sources depend on each other.
option(RAPPORT_PCH "Read the headers that all sources share once for each room" OFF)
option(RAPPORT_WERROR "Treat warnings as errors" OFF)
set(RAPPORT_SANITIZE "" CACHE STRING "Sanitizers: 'address,undefined' or 'thread'")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# A room's sources need not wait until the rooms it uses are archived.
set(CMAKE_OPTIMIZE_DEPENDENCIES ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

# ccache is a gift, not a need. Paths relative to the checkout let all build folders share hits.
find_program(RAPPORT_CCACHE ccache)
if(RAPPORT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(RAPPORT_LAUNCHER "${CMAKE_COMMAND}" -E env
      "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${RAPPORT_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER ${RAPPORT_LAUNCHER})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${RAPPORT_LAUNCHER})
endif()

# lld links the tests several times faster than the default linker.
find_program(RAPPORT_LLD NAMES ld.lld ld.lld-16)
if(RAPPORT_LLD)
  include(CheckLinkerFlag)
  check_linker_flag(CXX -fuse-ld=lld RAPPORT_LLD_WORKS)
  if(RAPPORT_LLD_WORKS)
    add_link_options(-fuse-ld=lld)
  endif()
endif()

# The warnings every room lives with. They sit on a target so that no library of others gets them.
add_library(rapport_warnings INTERFACE)
target_compile_options(rapport_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # Optimising, g++ 12 raises this one falsely on variants, inside library headers.
  target_compile_options(rapport_warnings INTERFACE
    $<$<CONFIG:Release,RelWithDebInfo>:-Wno-maybe-uninitialized>)
endif()
if(RAPPORT_WERROR)
  target_compile_options(rapport_warnings INTERFACE -Werror)
endif()

if(RAPPORT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "RAPPORT_FUZZ needs clang: cmake --preset fuzz")
  endif()
  if(NOT RAPPORT_SANITIZE)
    set(RAPPORT_SANITIZE "address,undefined")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(RAPPORT_SANITIZE)
  # SOCI's back ends are built without type information for their base classes, which -fsanitize=vptr
  # takes for a broken object.
  set(flags "-fsanitize=${RAPPORT_SANITIZE}" -fno-omit-frame-pointer)
  if(RAPPORT_SANITIZE MATCHES undefined)
    list(APPEND flags -fno-sanitize=vptr -fno-sanitize-recover=undefined)
  endif()
  add_compile_options(${flags})
  add_link_options(${flags})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # Instrumented code confuses these two warnings of g++ 12 in library headers.
    target_compile_options(rapport_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
  endif()
else()
  add_compile_options(-fstack-protector-strong)
  add_compile_definitions($<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>)
endif()
