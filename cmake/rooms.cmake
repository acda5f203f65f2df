# How rooms, the binary, tests, benchmarks and fuzzers are built.

set(RAPPORT_ROOMS "" CACHE INTERNAL "")

# Where the checkout lies, for the few tests that read its files. In a header of its own and not in
# the compiler's flags, so that checkouts in two places share what ccache keeps.
set(RAPPORT_GENERATED "${CMAKE_BINARY_DIR}/generated")
file(CONFIGURE OUTPUT "${RAPPORT_GENERATED}/source_dir.h"
     CONTENT "#pragma once\n#define RAPPORT_SOURCE_DIR \"@CMAKE_SOURCE_DIR@\"\n" @ONLY)

# rapport_room(NAME [USES room...] [LINKS target...])
#
# The library rapport_NAME from src/NAME, its tests NAME_test from *_test.cc and its benchmarks
# NAME_bench from *_bench.cc, which lie beside the sources. What tests share stands in a folder
# testing/ and becomes rapport_NAME_testing, linked with the tests of this room and of every room that
# uses it, and never with the program. A room without sources yet is an empty library, so that a house
# half built still configures.
function(rapport_room name)
  cmake_parse_arguments(arg "" "" "USES;LINKS" ${ARGN})
  set(folder "${CMAKE_SOURCE_DIR}/src/${name}")
  set(library "rapport_${name}")
  list(TRANSFORM arg_USES PREPEND rapport_ OUTPUT_VARIABLE uses)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cc")
  set(tests ${sources})
  set(benchmarks ${sources})
  set(shared ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|bench|fuzz)\\.cc$|/main\\.cc$|/testing/")
  list(FILTER shared INCLUDE REGEX "/testing/")
  list(FILTER shared EXCLUDE REGEX "_test\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER benchmarks INCLUDE REGEX "_bench\\.cc$")

  if(sources)
    add_library(${library} STATIC ${sources})
    set(reach PUBLIC)
    target_link_libraries(${library} PRIVATE rapport_warnings)
    list(LENGTH sources count)
    # It has to be built, too: some twenty sources make up for that.
    if(RAPPORT_PCH AND count GREATER 20)
      target_precompile_headers(${library} PRIVATE
        <algorithm> <array> <chrono> <functional> <map> <memory> <mutex> <optional> <ranges> <set>
        <span> <string> <string_view> <unordered_map> <unordered_set> <utility> <variant> <vector>
        <tl/expected.hpp>)
    endif()
  else()
    add_library(${library} INTERFACE)
    set(reach INTERFACE)
  endif()
  target_include_directories(${library} ${reach} "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(${library} ${reach} ${uses} ${arg_LINKS})
  set_property(GLOBAL APPEND PROPERTY RAPPORT_ROOM_LIBRARIES ${library})

  if(shared)
    add_library(${library}_testing STATIC EXCLUDE_FROM_ALL ${shared})
    target_link_libraries(${library}_testing PRIVATE rapport_warnings PUBLIC ${library})
    target_include_directories(${library}_testing PRIVATE "${RAPPORT_GENERATED}")
    set_property(GLOBAL APPEND PROPERTY RAPPORT_TESTING_LIBRARIES ${library}_testing)
  endif()
  set(testing "")
  foreach(used IN LISTS uses ITEMS ${library})
    if(TARGET ${used}_testing)
      list(APPEND testing ${used}_testing)
    endif()
  endforeach()

  if(RAPPORT_TESTS AND tests)
    rapport_test(${name}_test SOURCES ${tests} LINKS ${testing} ${library})
  endif()
  if(RAPPORT_BENCH AND benchmarks)
    add_executable(${name}_bench ${benchmarks})
    target_link_libraries(${name}_bench PRIVATE ${testing} ${library} rapport_warnings
                          benchmark::benchmark_main)
    target_include_directories(${name}_bench PRIVATE "${RAPPORT_GENERATED}")
  endif()
endfunction()

# One test program. To ctest it is a few tests, NAME_test.1, NAME_test.2 ..., each of which runs its
# share of the cases in one process: what is read once a process, as the weights of the reading, is
# then not read for every case, which took half of the time of all tests.
# Their cases are counted from build/PRESET/test-results/*.xml.
function(rapport_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINKS} rapport_warnings GTest::gmock
                        GTest::gtest_main rapidcheck rapidcheck_gtest)
  target_include_directories(${name} PRIVATE "${RAPPORT_GENERATED}")
  list(LENGTH arg_SOURCES count)
  math(EXPR last "${count} / 8")
  math(EXPR shards "${last} + 1")
  foreach(index RANGE ${last})
    math(EXPR number "${index} + 1")
    add_test(NAME ${name}.${number} COMMAND ${name} --gtest_brief=1
      "--gtest_output=xml:${CMAKE_BINARY_DIR}/test-results/${name}.${number}.xml")
    set_tests_properties(${name}.${number} PROPERTIES TIMEOUT 900 COST ${count}
      ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${index}")
  endforeach()
endfunction()

# The program itself: src/app/main.cc over the room `app`.
function(rapport_binary name)
  if(EXISTS "${CMAKE_SOURCE_DIR}/src/app/main.cc")
    add_executable(${name} "${CMAKE_SOURCE_DIR}/src/app/main.cc")
    target_link_libraries(${name} PRIVATE rapport_app rapport_warnings)
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/app")
endfunction()

# tests/http: the real server, spoken to over HTTP.
function(rapport_behaviour_tests)
  if(NOT RAPPORT_TESTS)
    return()
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/http/*.cc")
  if(sources)
    get_property(rooms GLOBAL PROPERTY RAPPORT_ROOM_LIBRARIES)
    get_property(testing GLOBAL PROPERTY RAPPORT_TESTING_LIBRARIES)
    rapport_test(http_behaviour_test SOURCES ${sources} LINKS ${testing} ${rooms})
    target_include_directories(http_behaviour_test PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  endif()
endfunction()

# tests/bench/NAME_bench.cc: benchmarks of several rooms together.
function(rapport_joint_benchmarks)
  if(NOT RAPPORT_BENCH)
    return()
  endif()
  get_property(rooms GLOBAL PROPERTY RAPPORT_ROOM_LIBRARIES)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/bench/*_bench.cc")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM target)
    add_executable(${target} ${source})
    target_link_libraries(${target} PRIVATE ${rooms} rapport_warnings benchmark::benchmark_main)
  endforeach()
endfunction()

# tests/fuzz/<room>_<name>_fuzz.cc: a fuzzer each, linked with that room and what it uses; sources of
# rooms above it stand in tests/fuzz/<room>_<name>_fuzz.sources, a line each, so that nothing of their
# rooms has to be built. Without
# RAPPORT_FUZZ the same source becomes a plain test that replays the kept corpus,
# tests/fuzz/corpus/<room>_<name> or .../<name>.
function(rapport_fuzzers)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cc")
  get_property(rooms GLOBAL PROPERTY RAPPORT_ROOM_LIBRARIES)
  add_custom_target(fuzzers)
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM target)
    string(REGEX REPLACE "_fuzz$" "" name ${target})
    string(REGEX REPLACE "^[a-z]+_" "" short_name ${name})
    string(REGEX MATCH "^[a-z]+" room ${name})
    if(TARGET rapport_${room})
      set(linked rapport_${room})
    else()
      set(linked ${rooms})
    endif()
    set(more "")
    cmake_path(REPLACE_EXTENSION source LAST_ONLY sources OUTPUT_VARIABLE list)
    if(EXISTS "${list}")
      file(STRINGS "${list}" more)
      list(TRANSFORM more PREPEND "${CMAKE_SOURCE_DIR}/src/")
      list(APPEND linked simdjson::simdjson)  # what they read is JSON
    endif()
    set(corpus "${CMAKE_SOURCE_DIR}/tests/fuzz/corpus")
    if(RAPPORT_FUZZ)
      add_executable(${target} ${source} ${more})
      add_dependencies(fuzzers ${target})
      target_link_libraries(${target} PRIVATE ${linked} rapport_warnings)
      target_include_directories(${target} PRIVATE "${RAPPORT_GENERATED}")
      target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    elseif(RAPPORT_TESTS)
      add_executable(${target} ${source} ${more} "${CMAKE_SOURCE_DIR}/tests/fuzz/replay.cc")
      target_link_libraries(${target} PRIVATE ${linked} rapport_warnings)
      target_include_directories(${target} PRIVATE "${RAPPORT_GENERATED}")
      add_test(NAME fuzz.${name} COMMAND ${target} "${corpus}/${name}" "${corpus}/${short_name}")
      set_tests_properties(fuzz.${name} PROPERTIES TIMEOUT 120)
    endif()
  endforeach()
endfunction()

# Checks of the repository itself that cost nothing and so run with every test.
function(rapport_repository_checks)
  if(RAPPORT_TESTS)
    add_test(NAME repository.arrows COMMAND "${CMAKE_SOURCE_DIR}/tools/check-arrows")
  endif()
endfunction()

# rapport_peer(TARGET CLD2 cld2/public/compact_lang_det.h cld2): links a library that we only compare
# with, and defines RAPPORT_HAS_CLD2, where it is installed. Everything builds without.
function(rapport_peer target name header library)
  find_path(RAPPORT_${name}_HEADERS "${header}")
  find_library(RAPPORT_${name}_LIBRARY "${library}")
  mark_as_advanced(RAPPORT_${name}_HEADERS RAPPORT_${name}_LIBRARY)
  if(RAPPORT_${name}_HEADERS AND RAPPORT_${name}_LIBRARY)
    target_link_libraries(${target} PRIVATE "${RAPPORT_${name}_LIBRARY}")
    target_include_directories(${target} SYSTEM PRIVATE "${RAPPORT_${name}_HEADERS}")
    target_compile_definitions(${target} PRIVATE RAPPORT_HAS_${name})
  endif()
endfunction()

# Programs of tools/ that train and measure on the machine they are built on. Only built when asked
# for by name, and always optimised for that machine.
option(RAPPORT_NATIVE_TOOLS "Let tools/train and tools/eval use all this processor has" ON)

# The optional second word is a processor to build for in place of this one: what it learns is then
# the same on every machine that has its instructions.
function(rapport_tool_options target)
  target_compile_options(${target} PRIVATE -O3 -fno-math-errno -fno-trapping-math
                         -fassociative-math -fno-signed-zeros)
  if(ARGC GREATER 1 AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    target_compile_options(${target} PRIVATE "-march=${ARGV1}")
  elseif(RAPPORT_NATIVE_TOOLS)
    target_compile_options(${target} PRIVATE -march=native)
  endif()
  target_include_directories(${target} PRIVATE "${RAPPORT_GENERATED}")
  target_link_libraries(${target} PRIVATE rapport_warnings)
endfunction()

function(rapport_tool_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC EXCLUDE_FROM_ALL ${arg_SOURCES})
  rapport_tool_options(${name})
  target_link_libraries(${name} PUBLIC ${arg_LINKS})
endfunction()

function(rapport_tool name)
  cmake_parse_arguments(arg "" "PROCESSOR" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} EXCLUDE_FROM_ALL ${arg_SOURCES})
  rapport_tool_options(${name} ${arg_PROCESSOR})
  target_link_libraries(${name} PRIVATE ${arg_LINKS})
endfunction()
